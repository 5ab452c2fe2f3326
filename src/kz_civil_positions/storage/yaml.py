"""Reading and writing YAML: plain data in, plain data out, every error with its line."""

from collections.abc import Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer, ComposerError
from ruamel.yaml.constructor import ConstructorError, SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, DocumentStartEvent, Event
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.storage.files import read_bytes, write_bytes
from kz_civil_positions.storage.limits import (
    MAX_DEPTH,
    MAX_FILE,
    MAX_KEYS,
    MAX_NODES,
    MAX_SHOWN,
    MAX_YAML,
)

__all__ = ["LineFinder", "dump", "read_text", "read_yaml", "shown", "write_text"]

_WIDTH: Final = 4096
PathStep = str | int


def read_text(file: Path, most: int = MAX_FILE) -> str:
    """Answers: what stands in this file?

    Args:
        file: a regular file.
        most: how many bytes it may hold.

    Raises:
        DataError: when it cannot be read, holds more, or is not UTF-8.
    """
    try:
        return read_bytes(file, most).decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DataError([Problem(f"{file}:{line}", "", "not-utf-8")]) from None


def read_yaml(file: Path) -> Any:  # noqa: ANN401 - YAML is whatever it is; the next step checks it
    """Answers: what data does this YAML file hold?

    Raises:
        DataError: when it cannot be read, is not sound YAML (duplicate keys included), says
            what no data file needs (aliases, tags, directives), or is past a limit.
    """
    text = read_text(file, MAX_YAML)
    try:
        return _reader().load(text)
    except _NotWantedError as error:
        where = f"{file}:{error.problem_mark.line + 1}"
        problem = Problem(where, "", error.key, (("most", error.most),))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        reason = " ".join(filter(None, (error.problem, error.context))).split("\n")[0]
        problem = Problem(f"{file}:{line}", "", "broken-yaml", (("reason", shown(reason)),))
    except (YAMLError, ValueError, RecursionError) as error:
        reason = shown(str(error).split("\n")[0]) or type(error).__name__
        problem = Problem(str(file), "", "broken-yaml", (("reason", reason),))
    raise DataError([problem])


def shown(text: str, most: int = 2 * MAX_SHOWN) -> str:
    r"""Answers: how is this text shown in a message? Not longer than that, and nothing unseen.

    Example:
        >>> shown("a\x1b[31mb"), shown("абвг", 2)
        ('a\\x1b[31mb', 'аб…')
    """
    seen = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text[: most + 1])
    return seen if len(text) <= most else f"{seen[:most]}…"


def _reader() -> YAML:
    reader = YAML(typ="safe", pure=True)
    reader.Composer = _Composer
    reader.Constructor = _Constructor
    return reader


class _NotWantedError(ComposerError):
    """What YAML allows, but no data file needs or may hold so much of."""

    def __init__(self, key: str, event: Event, most: int = 0) -> None:
        super().__init__(None, None, key, event.start_mark)
        self.key = key
        self.most = most


class _Composer(Composer):
    """Refuses what makes much of little or one thing of another, before it is built.

    With an alias a few lines can stand for more data than any machine holds, or for data
    within itself; a tag names a type to make; a directive has ``010`` mean eight. What is
    written in the registers is written out.
    """

    _deep = 0
    _counted = 0

    def compose_document(self) -> Any:  # noqa: ANN401 - as ruamel has it
        start = self.parser.peek_event()
        if isinstance(start, DocumentStartEvent) and (start.version or start.tags):
            raise _NotWantedError("yaml-directive", start)
        return super().compose_document()

    def compose_node(self, parent: Any, index: Any) -> Any:  # noqa: ANN401
        event = self.parser.peek_event()
        is_key = isinstance(parent, MappingNode) and index is None
        merges = is_key and getattr(event, "value", "") == "<<"
        if isinstance(event, AliasEvent) or event.anchor is not None or merges:
            raise _NotWantedError("yaml-alias", event)
        if event.tag is not None:
            raise _NotWantedError("yaml-tag", event)
        self._deep += 1
        self._counted += 1
        if self._deep > MAX_DEPTH:
            raise _NotWantedError("yaml-too-deep", event, MAX_DEPTH)
        if self._counted > MAX_NODES:
            raise _NotWantedError("yaml-too-much", event, MAX_NODES)
        if isinstance(parent, MappingNode) and len(parent.value) >= MAX_KEYS:
            raise _NotWantedError("yaml-too-many-keys", event, MAX_KEYS)
        try:
            return super().compose_node(parent, index)
        finally:
            self._deep -= 1


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
        self._root: Node | None = None
        with suppress(DataError, YAMLError):  # it may have changed since it was read
            self._root = _reader().compose(read_text(file, MAX_YAML))

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
    # One day that stands in two fields is written out in both.
    writer.representer.ignore_aliases = lambda _: True
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
