"""What is made from the code stands on the built site, whole: help, errors, schemas, names."""

import re
from collections.abc import Iterator
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import Final

import click
import pytest
from click.testing import CliRunner

import kz_civil_positions as kz
from kz_civil_positions import errors
from kz_civil_positions.cli import main
from kz_civil_positions.exports.schema import SCHEMAS, shipped
from kz_civil_positions.messages import LANGUAGES
from website.reference import AREAS

ROOT: Final = Path(__file__).parent.parent.parent
REFERENCE: Final = "en/reference"


def html(site: Path, page: str) -> str:
    """Answers: what is this page of the site?"""
    return (site / page / "index.html").read_text(encoding="utf-8")


def words(page: str) -> str:
    """Answers: what does a reader read, tags left out?"""
    return unescape(re.sub(r"<[^>]+>", "", page))


def calls(command: click.Command, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Answers: in which ways can the program be called, groups among them?"""
    yield above
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from calls(inner, (*above, name))


@pytest.mark.parametrize("call", tuple(calls(main)), ids=" ".join)
def test_the_help_of_every_command_is_shown_as_it_is_printed(
    built_site: Path, call: tuple[str, ...]
) -> None:
    """Each line that click prints stands on the page, in that order, and nothing between."""
    asked = [*call, "--help"]
    printed = (
        CliRunner().invoke(main, asked, prog_name="kz-civil-positions", terminal_width=80).stdout
    )
    assert printed.startswith("Usage: ")
    assert printed in words(html(built_site, f"{REFERENCE}/help"))


def test_every_class_of_errors_is_shown_with_its_exit_code(built_site: Path) -> None:
    """A class that is added stands in the table, with the code the program ends with."""
    page = html(built_site, f"{REFERENCE}/errors")
    rows = dict(re.findall(r"<code>(\w+Error)</code>.*?</td>\s*<td[^>]*>(\d)</td>", page))
    classes = [getattr(errors, name) for name in errors.__all__ if name.endswith("Error")]
    assert rows == {one.__name__: str(one.exit_code) for one in classes}


@pytest.mark.parametrize("area", AREAS)
def test_every_error_is_shown_in_three_languages(built_site: Path, area: str) -> None:
    """Each key stands with its sentence in each language, marked as being in that language."""
    rows = re.findall(
        r"<td><code>([\w.-]+)</code></td>\s*<td>(.*?)</td>",
        html(built_site, f"{REFERENCE}/messages"),
        flags=re.DOTALL,
    )
    in_one = re.compile(r'<span lang="(\w+)">(.*?)</span>', re.DOTALL)
    shown = {key: in_one.findall(said) for key, said in rows}
    messages = import_module(f"kz_civil_positions.messages.{area}").MESSAGES
    before = "" if area == "errors" else f"{area}."
    for key in set(messages) - ({"where", "date"} if area == "errors" else set()):
        told = {language: words(said).split() for language, said in shown[before + key]}
        assert told == {language: messages[key][language].split() for language in LANGUAGES}


def test_no_area_that_can_raise_is_forgotten() -> None:
    """An area whose first words say that it tells why something is refused has its part."""
    folder = ROOT / "src" / "kz_civil_positions" / "messages"
    telling = {
        file.stem
        for file in folder.glob("*.py")
        if re.match(r'""".*\b(?:wrong|refused|cannot|failure|why)\b', file.read_text("utf-8"))
    }
    assert "errors" in telling
    # What is wrong there stands among columns, states and answers, which are no errors.
    assert telling - set(AREAS) <= {"exports", "history", "lookup"}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_can_be_downloaded(built_site: Path, name: str) -> None:
    """The file of the site is the one that the library ships, and a page leads to it."""
    file = f"schemas/{name}.schema.json"
    assert (built_site / file).read_text(encoding="utf-8") == shipped(name)
    assert f'href="../../../{file}"' in html(built_site, f"{REFERENCE}/data-format")


@pytest.mark.parametrize("name", kz.__all__)
def test_every_public_name_can_be_linked_to(built_site: Path, name: str) -> None:
    """The table of names leads to a page that has the name's description under its anchor."""
    row = re.search(
        rf'<a [^>]*href="([^"#]*)#([\w.]+)"[^>]*><code>{name}</code></a>',
        html(built_site, f"{REFERENCE}/python"),
    )
    assert row
    target = (built_site / REFERENCE / "python" / row[1] / "index.html").resolve()
    _, here, after = target.read_text(encoding="utf-8").partition(f'id="{row[2]}"')
    assert here
    said = (getattr(kz, name).__doc__ or "").partition("\n")[0].replace("`", "")
    assert len(said) > 10
    assert said in words(after)


def test_the_changelog_is_that_of_the_project(built_site: Path) -> None:
    """Every sentence and heading of CHANGELOG.md stands on the page."""
    told = " ".join(words(html(built_site, "en/changelog")).split())
    for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()[1:]:
        assert " ".join(re.sub(r"^#+ |`", "", line).split()) in told


def test_nothing_that_was_to_be_made_is_left_to_be_made(built_site: Path) -> None:
    """A part that a page asks for under a name that nobody makes does not vanish in silence."""
    pages = [file.read_text(encoding="utf-8") for file in built_site.rglob("*.html")]
    assert pages
    assert not [page for page in pages if "<!-- made:" in page]
