"""A text that is held already, brought again: a second witness.

Every text here but that of order 920 is made up, and says so.
"""

import json
from pathlib import Path

import pytest

import kz_civil_positions as kz
from bringing import AMENDING, BASE, bring, command, file, state
from kz_civil_positions.importing.result import Request, Role
from kz_civil_positions.importing.run import import_document
from kz_civil_positions.storage.root import data_root
from kz_civil_positions.verification import verify
from official_forms import as_html

# -------------------------------------------------------------------------- second witness


def test_a_text_that_is_held_is_a_second_witness(held: Path, tmp_path: Path) -> None:
    """The same text again: compared, nothing written, exit code 0."""
    before = state(held)
    result = command(file(tmp_path, BASE), "--into", str(held), "--lang", "en")
    assert (result.exit_code, state(held)) == (0, before)
    assert "compared as a second witness" in result.stdout
    assert "Nothing was written" in result.stdout


@pytest.mark.parametrize(
    ("old", "new"),
    [("Күзетші.", "Бағбан."), ("тізілім бекітілсін", "тізбе бекітілсін"), ("А1\t1", "А1\t3")],
)
def test_a_witness_that_differs_is_told_word_by_word(
    old: str, new: str, held: Path, tmp_path: Path
) -> None:
    """Other words in the table or around it, or another label: exit code 1, nothing written."""
    before = state(held)
    text = BASE.replace(old, new)
    if new == "А1\t3":
        text = text.replace("\t2\tБас", "\t4\tБас")
    path = file(tmp_path, text)
    result = command(path, "--into", str(held), "--lang", "en")
    assert (result.exit_code, state(held)) == (1, before)
    answer = json.loads(command(path, "--into", str(held), "--json").stdout)
    assert answer["apart"] or answer["witness"]["differences"]
    assert answer["written"] == []


def test_a_doubt_that_a_witness_settles_is_named(register: kz.Register) -> None:
    """A label that our source lost and the second copy prints settles the doubt about it."""
    page = as_html(register.edition("920"), register.order("920"), inferred=True)
    found = import_document(page, "page.html", data_root(), Request())
    assert (found.role, found.written, found.apart) == (Role.WITNESS, (), ())
    assert found.witness is not None
    assert {"link-a2-label-lost", "link-a3-label-lost"} <= {
        one.doubt.id for one in found.witness.settled
    }


def test_a_text_is_replaced_only_when_asked(held: Path) -> None:
    """With --replace the old files give way as a whole; ids and what reviewers wrote stay."""
    folder = held / "2020-101"
    (folder / "notes.txt").write_text("Ойдан шығарылған жазба.", encoding="utf-8")
    before = kz.load(held).edition("101")
    register = kz.load(held)
    page = as_html(before, register.base).replace("Күзетші.".encode(), "Бағбан.".encode())
    found = import_document(page, "page.html", held, Request(replace=True))
    assert found.role is Role.REPLACED
    assert found.witness is not None
    assert not found.witness.agrees
    after = kz.load(held).edition("101")
    ids = {one.text: one.id for one in before.entries}
    assert [one.id for one in after.entries if one.text in ids] == [
        ids[one.text] for one in after.entries if one.text in ids
    ]
    assert "Бағбан." in [one.text for one in after.entries]
    assert {path.name for path in folder.iterdir()} == {
        "order.yaml", "register.yaml", "repairs.yaml", "source.kaz.txt", "original.html",
        "review.html", "notes.txt",
    }  # fmt: skip
    assert verify(held).ok


def test_a_replaced_text_says_itself_what_it_says(held: Path) -> None:
    """A fact that only the old copy stated does not outlive it; one that others attest does."""
    bring(held, AMENDING)
    text = BASE.replace("\nТөраға Ә. Қиялұлы", "")
    found = bring(held, text, replace=True)
    assert found.failures == ()
    base = kz.load(held).base
    assert base.signed_by is None
    assert [str(one.date) for one in base.dates.publications] == ["2020-01-20"]


def test_what_a_replaced_text_attests_is_cited_anew(root: Path) -> None:
    """Facts of the base order that rest on lines of the old copy rest on those of the new one."""
    bring(root, AMENDING)
    before = {one.first for one in kz.load(root).base.facts_from}
    text = AMENDING.replace("БҰЙЫРАМЫН:", "Бұл мәтін ойдан шығарылған.\n\nБҰЙЫРАМЫН:")
    found = bring(root, text, replace=True)
    assert found.failures == ()
    assert {one.first for one in kz.load(root).base.facts_from} == {one + 1 for one in before}
