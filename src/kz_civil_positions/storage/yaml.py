"""Reading and writing YAML: plain data in, plain data out, every error with its line."""

from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.constructor import ConstructorError, SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.storage.files import write_bytes

__all__ = ["LineFinder", "dump", "read_text", "read_yaml", "write_text"]

_WIDTH: Final = 4096
PathStep = str | int


def read_text(file: Path) -> str:
    """Answers: what stands in this file?

    Raises:
        DataError: when it cannot be read or is not UTF-8.
    """
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DataError([Problem(f"{file}:{line}", "", "not-utf-8")]) from None
    except OSError as error:
        facts = (("reason", error.strerror or type(error).__name__),)
        raise DataError([Problem(str(file), "", "unreadable", facts)]) from None


def read_yaml(file: Path) -> Any:  # noqa: ANN401 - YAML is whatever it is; the next step checks it
    """Answers: what data does this YAML file hold?

    Raises:
        DataError: when it cannot be read or is not sound YAML (duplicate keys included).
    """
    text = read_text(file)
    try:
        return _reader().load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        reason = " ".join(filter(None, (error.problem, error.context))).split("\n")[0]
        problem = Problem(f"{file}:{line}", "", "broken-yaml", (("reason", reason),))
    except (YAMLError, ValueError, RecursionError) as error:
        reason = str(error).split("\n")[0] or type(error).__name__
        problem = Problem(str(file), "", "broken-yaml", (("reason", reason),))
    raise DataError([problem])


def _reader() -> YAML:
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = _Constructor
    return reader


class _Constructor(SafeConstructor):
    """Says on which line a value stands that cannot be, such as 2019-02-30."""

    def construct_object(self, node: Node, deep: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002 - as ruamel has it
        try:
            return super().construct_object(node, deep=deep)
        except ValueError as error:
            reason = f"{str(node.value)[:40]}: {error}"
            raise ConstructorError(None, None, reason, node.start_mark) from None


class LineFinder:
    """Answers: on which line of this YAML file does that part of the data stand?

    It reads the file once more, and is made only when there is something to report.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._root: Node | None = YAML(typ="safe", pure=True).compose(StringIO(read_text(file)))

    def where(self, path: Sequence[PathStep]) -> str:
        """The file and line of the deepest part of the path that exists."""
        node, line = self._root, 1
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            node, line = found
        return f"{self.file}:{line}"


def _child(node: Node | None, step: PathStep) -> tuple[Node, int] | None:
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        child = node.value[step]
        return child, child.start_mark.line + 1
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == str(step):
                return value, key.start_mark.line + 1
    return None


def dump(data: object, header: str = "") -> str:
    """Answers: how is this plain data written as YAML?

    Texts with blanks at their ends or line breaks are written in double quotes, so that
    nothing depends on how a reader folds lines.
    """
    writer = YAML()
    writer.width = _WIDTH
    writer.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    writer.dump(_guarded(data), stream)
    return header + stream.getvalue()


def _guarded(data: object) -> object:
    if isinstance(data, dict):
        return {key: _guarded(value) for key, value in data.items()}
    if isinstance(data, list):
        return (
            _flow(data)
            if all(isinstance(item, int) for item in data)
            else [_guarded(item) for item in data]
        )
    if isinstance(data, str) and (not data.isprintable() or data != data.strip()):
        return DoubleQuotedScalarString(data)
    return data


def _flow(numbers: list[int]) -> object:
    from ruamel.yaml.comments import CommentedSeq  # noqa: PLC0415 - only a writer needs it

    sequence = CommentedSeq(numbers)
    sequence.fa.set_flow_style()
    return sequence


def write_text(file: Path, text: str) -> None:
    """Write a text file as UTF-8, whole or not at all.

    Raises:
        OutputError: when it cannot be written.
    """
    write_bytes(file, text.encode("utf-8"))
