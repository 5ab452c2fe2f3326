"""The parts of the reference that are made from the code, so that no page can drift from it.

A page asks for one with a line of its own, ``<!-- made: help -->``; what can be asked for are
the names of `MADE`. The JSON Schemas are put on the site as files, to be downloaded.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

import click
from click.testing import CliRunner
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from kz_civil_positions import errors
from kz_civil_positions.cli import main
from kz_civil_positions.exports.schema import SCHEMAS, shipped
from kz_civil_positions.messages import LANGUAGES

__all__ = ["MADE", "on_files", "on_page_markdown", "with_made_parts"]

PROGRAM: Final = "kz-civil-positions"
WIDTH: Final = 80  # of a terminal, so that the page is the same wherever it is made
ROOT: Final = Path(__file__).parent.parent
# The areas of messages that tell what is wrong, with the words over each.
AREAS: Final[Mapping[str, str]] = {
    "errors": "Questions, data and files",
    "documents": "Documents that cannot be read",
    "sources": "Texts that cannot be understood",
    "importing": "Bringing a document: what is refused, and what came of it",
    "corpus": "Bringing a git corpus: what is refused, and what came of it",
    "instructions": "Instructions that do not become operations",
    "operations": "Operations, and why one is refused",
    "verify": "What verify checks, and what it finds",
}
# In the area of errors, but parts of sentences.
PARTS: Final = frozenset({"where", "date"})
_ASKED: Final = re.compile(r"^<!-- made: (?P<name>[\w-]+) -->$", re.MULTILINE)


def commands(group: click.Group, above: str = "") -> Iterator[str]:
    """Answers: under which words can every command be called, groups among them?"""
    for name, command in sorted(group.commands.items()):
        yield above + name
        if isinstance(command, click.Group):
            yield from commands(command, f"{above}{name} ")


def help_of(words: str) -> str:
    """Answers: what does this command print, asked for help?"""
    called = [*words.split(), "--help"]
    return CliRunner().invoke(main, called, prog_name=PROGRAM, terminal_width=WIDTH).stdout


def _help() -> Iterator[str]:
    for words in ["", *commands(main)]:
        title = f"## {words} {{#{words.replace(' ', '-')}}}" if words else "## The program {#all}"
        yield f"{title}\n\n```text\n{help_of(words)}```\n"


def error_classes() -> list[type[errors.RegisterError]]:
    """Answers: which classes of errors are there, the base of all first?"""
    named = [getattr(errors, name) for name in errors.__all__]
    found = [one for one in named if issubclass(one, Exception)]
    return sorted(found, key=lambda one: (len(one.__mro__), one.__name__))


def _exit_codes() -> Iterator[str]:
    yield "| class | exit code | means |\n| --- | --- | --- |"
    for one in error_classes():
        said = (one.__doc__ or "").partition("\n\n")[0].replace("\n", " ")
        name = f"[`{one.__name__}`][kz_civil_positions.errors.{one.__name__}]"
        yield f"| {name} | {one.exit_code} | {re.sub(' +', ' ', said)} |"


def error_keys(area: str) -> Mapping[str, Mapping[str, str]]:
    """Answers: what can be wrong in this area, by key, and how is it said?"""
    messages = import_module(f"kz_civil_positions.messages.{area}").MESSAGES
    return {key: said for key, said in messages.items() if key not in PARTS or area != "errors"}


def _sentences() -> Iterator[str]:
    for area, title in AREAS.items():
        yield f"## {title} {{#{area}}}\n\n| key | says |\n| --- | --- |"
        for key, said in error_keys(area).items():
            name = key if area == "errors" else f"{area}.{key}"
            told = "<br>".join(
                f'**{one}** <span lang="{one}">{_in_cell(said[one])}</span>' for one in LANGUAGES
            )
            yield f"| `{name}` | {told} |"
        yield ""


def _in_cell(sentence: str) -> str:
    """The sentence as it stands in a table's cell, and nothing of it read as Markdown or HTML."""
    signs = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "\n": "<br>"}
    escaped = "".join(signs.get(sign, sign) for sign in sentence)
    return re.sub(r"[*_`\[\]\\]", lambda found: f"&#{ord(found[0])};", escaped)


def _schemas() -> Iterator[str]:
    yield "| schema | download |\n| --- | --- |"
    for name in SCHEMAS:
        yield f"| `{name}` | [{name}.schema.json](../../schemas/{name}.schema.json) |"


def _changelog() -> Iterator[str]:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    lead, *versions = re.split(r"(?=^## )", text, flags=re.MULTILINE)
    yield lead.partition("\n")[2]
    for version in versions:
        yield re.sub(r"^(?=[^#\n])", "- ", version, flags=re.MULTILINE)


MADE: Final[Mapping[str, Callable[[], Iterator[str]]]] = {
    "help": _help,
    "exit-codes": _exit_codes,
    "sentences": _sentences,
    "schemas": _schemas,
    "changelog": _changelog,
}


def with_made_parts(markdown: str) -> str:
    """Answers: what does this page say, with the parts it asks for in their places?"""
    return _ASKED.sub(lambda asked: "\n".join(MADE[asked["name"]]()), markdown)


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - as mkdocs calls it
    """Put the parts in that a page asks for."""
    return with_made_parts(markdown)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Put the schemas on the site, as they are shipped."""
    for name in SCHEMAS:
        address = f"schemas/{name}.schema.json"
        files.append(File.generated(config, address, content=shipped(name)))
    return files
