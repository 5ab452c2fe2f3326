"""Public names: each module says which are its own, and the pages describe those of the package."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import kz_civil_positions as kz

PACKAGE = Path(kz.__file__).parent
DOCS = PACKAGE.parent.parent / "docs"
MODULES = sorted(
    one.name
    for one in walk_packages([str(PACKAGE)], f"{kz.__name__}.")
    if not one.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_lists_what_is_there(name: str) -> None:
    """What `__all__` names can be had, is listed once, and is public by its name."""
    module = import_module(name)
    names = getattr(module, "__all__", [])
    assert len(set(names)) == len(names)
    assert [one for one in names if one.startswith("_") or not hasattr(module, one)] == []


def test_a_name_that_is_not_public_is_not_there() -> None:
    """The package offers the names it lists and its two versions, and no other."""
    assert dir(kz) == sorted([*kz.__all__, "__data_edition__", "__version__"])
    assert "Workbench" not in dir(kz)


def test_every_public_name_is_described() -> None:
    """The page on Python has a row for every public name, under its kind, and for no other."""
    page = (DOCS / "en" / "reference" / "python.md").read_text("utf-8")
    rows = re.findall(r"^\| \[?`(\w+)`(?:\]\[.+?\])? \| (.+?) \|", page, flags=re.MULTILINE)
    assert sorted(name for name, _ in rows) == dir(kz)
    assert [name for name, said in rows if len(said) < 20] == []


def test_every_public_name_has_its_place_in_the_reference() -> None:
    """One page of the reference asks for the docstring of each name, and its row leads there."""
    asked = [
        name
        for file in (DOCS / "en" / "reference").rglob("*.md")
        for name in re.findall(
            r"^::: kz_civil_positions\.(\S+)", file.read_text("utf-8"), re.MULTILINE
        )
    ]
    page = (DOCS / "en" / "reference" / "python.md").read_text("utf-8")
    leads = re.findall(r"^\| \[`(\w+)`\]\[kz_civil_positions\.(\w+)\]", page, flags=re.MULTILINE)
    inside = {"RegisterError"}  # stands among the errors
    assert sorted(asked) == sorted(set(kz.__all__) - inside)
    assert sorted(leads) == sorted((name, name) for name in kz.__all__)


@pytest.mark.parametrize("name", kz.__all__)
def test_every_public_name_explains_itself(name: str) -> None:
    """`help()` has an answer, and a function's says which question it answers."""
    said = getattr(kz, name).__doc__ or ""
    assert len(said) > 20
    if name.islower() and name != "errors":
        assert said.startswith("Answers: ")
