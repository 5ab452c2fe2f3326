"""Every example in the docs, the README and the docstrings is run and its answer compared."""

import os
import re
import shlex
import shutil
import tempfile
import textwrap
from collections.abc import Iterable
from doctest import ELLIPSIS
from pathlib import Path
from typing import Any, Final

from click.testing import CliRunner
from ruamel.yaml import YAML
from sybil import Document, Example, Region, Sybil
from sybil.document import PythonDocStringDocument
from sybil.evaluators.doctest import OutputChecker
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection

from kz_civil_positions.calendar import CommencementRule
from kz_civil_positions.cli import main
from kz_civil_positions.operations import Operation
from kz_civil_positions.storage.convert import converter

__all__ = ["collect_examples", "pages"]

_ROOT: Final = Path(__file__).parent.parent
_PROGRAM: Final = "kz-civil-positions"
_CHECKER: Final = OutputChecker()
_ELIDED: Final = re.compile(r"^ *# …$\n?", re.MULTILINE)
_TITLED_YAML: Final = re.compile(r'yaml title="(?P<title>[^"\n]+)"\n')

# YAML blocks with these titles are no excerpts: each must be read as what the title says.
_FORMS: Final[dict[str, Any]] = {
    "operations": tuple[Operation, ...],
    "rules of commencement": tuple[CommencementRule, ...],
}


def _run_console(example: Example) -> str | None:
    """Run each ``$`` line of a console block; ``...`` in what it shows stands for anything."""
    lead, *steps = re.split(r"^\$ ", str(example.parsed), flags=re.MULTILINE)
    if lead.strip() or not steps:
        return "A console block begins with a line '$ …'."
    for step in steps:
        line, _, want = step.partition("\n")
        got = _answer(shlex.split(line), example.namespace)
        if not _CHECKER.check_output(want.strip("\n"), got.strip("\n"), ELLIPSIS):
            return f"$ {line}\nshown:\n{want}\nprinted:\n{got}"
    return None


def _answer(words: list[str], namespace: dict[str, Any]) -> str:
    """What a command prints; ``echo $?`` prints the exit code of the one before it."""
    if words == ["echo", "$?"]:
        return str(namespace["exit_code"])
    if words[0] != _PROGRAM:
        return f"Only {_PROGRAM} and 'echo $?' are run here."
    result = CliRunner().invoke(main, words[1:], prog_name=_PROGRAM)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    namespace["exit_code"] = result.exit_code
    return result.output


class _TitledYamlParser:
    """YAML blocks with a title: excerpts of the file it names, or forms to be read."""

    lexer = RawFencedCodeBlockLexer(_TITLED_YAML)

    def __call__(self, document: Document) -> Iterable[Region]:
        for region in self.lexer(document):
            lexemes = region.lexemes
            region.parsed = (lexemes["title"], str(lexemes["source"]))
            region.evaluator = _check_yaml
            yield region


def _check_yaml(example: Example) -> str | None:
    title, text = example.parsed
    if title in _FORMS:
        converter("2019-920").structure(YAML(typ="safe", pure=True).load(text), _FORMS[title])
        return None
    lines = (_ROOT / title).read_text(encoding="utf-8").split("\n")
    for part in filter(None, _ELIDED.split(text)):
        if not _stands(textwrap.dedent(part).rstrip("\n").split("\n"), lines):
            return f"These lines do not stand in {title} one after another:\n{part}"
    return None


def _stands(excerpt: list[str], lines: list[str]) -> bool:
    """Whether the lines stand there one after another, however deeply indented."""
    windows = (lines[at : at + len(excerpt)] for at in range(len(lines) - len(excerpt) + 1))
    return any(
        excerpt[0] == window[0].lstrip()
        and excerpt == textwrap.dedent("\n".join(window)).split("\n")
        for window in windows
    )


def _enter(namespace: dict[str, Any]) -> None:
    """Run the examples of a page in a folder of its own, with a copy of the data."""
    namespace["home"] = Path.cwd()
    folder = Path(tempfile.mkdtemp(prefix="kz-civil-positions-docs-"))
    shutil.copytree(_ROOT / "registers", folder / "registers")
    shutil.copytree(_ROOT / "examples", folder / "examples")
    os.chdir(folder)


def _leave(namespace: dict[str, Any]) -> None:
    folder = Path.cwd()
    os.chdir(namespace["home"])
    shutil.rmtree(folder)


# One pattern a depth: to Python's matching of paths "**" is no more than "*".
pages: Final = Sybil(
    name="page",
    path=str(_ROOT),
    patterns=["README.md", *(f"docs/{'*/' * depth}*.md" for depth in range(5))],
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser("console", _run_console),
        _TitledYamlParser(),
        SkipParser(),
    ],
    setup=_enter,
    teardown=_leave,
)
_docstrings, _site_docstrings = (
    Sybil(
        name="docstring",
        path=str(_ROOT / folder),
        patterns=["*.py"],
        parsers=[DocTestParser()],
        document_types={".py": PythonDocStringDocument},
    )
    for folder in ("src", "website")
)

collect_examples: Final = SybilCollection((pages, _docstrings, _site_docstrings)).pytest()
