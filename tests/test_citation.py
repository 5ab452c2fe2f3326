"""How the project is to be cited says the same as its metadata."""

import tomllib
from pathlib import Path

from kz_civil_positions import __version__
from kz_civil_positions.storage.yaml import read_yaml

ROOT = Path(__file__).parent.parent
CITATION = read_yaml(ROOT / "CITATION.cff")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# What version 1.2.0 of the format demands.
REQUIRED = {"cff-version", "message", "title", "authors"}


def test_the_citation_has_what_its_format_demands() -> None:
    """A reader of citation files finds every field that the format requires."""
    assert CITATION.keys() >= REQUIRED
    assert CITATION["cff-version"] == "1.2.0"
    assert all(author["name"] for author in CITATION["authors"])


def test_the_citation_agrees_with_the_metadata() -> None:
    """Name, version, licence, authors, summary and keywords are those of the package."""
    assert CITATION["title"] == PROJECT["name"]
    assert str(CITATION["version"]) == PROJECT["version"] == __version__
    assert CITATION["license"] == PROJECT["license"]
    assert CITATION["authors"] == PROJECT["authors"]
    assert CITATION["abstract"] == PROJECT["description"]
    assert CITATION["keywords"] == PROJECT["keywords"]


def test_no_day_of_release_is_claimed_before_there_is_one() -> None:
    """The citation names a day of release exactly when the list of changes does."""
    newest = next(
        line
        for line in (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines()
        if line.startswith("## ")
    )
    assert ("(unreleased)" in newest) == ("date-released" not in CITATION)
    assert str(CITATION["version"]) in newest
