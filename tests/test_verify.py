"""Verification: the real data passes, every check can fail, and each failure says where."""

import re
import shutil
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, TypeVar, get_args

import pytest
from attrs import evolve, frozen

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.messages import Language
from kz_civil_positions.messages.verify import MESSAGES
from kz_civil_positions.orders import Order
from kz_civil_positions.sources.repairs import Repairs
from kz_civil_positions.storage.load import RegisterFile, load_orders, structure
from kz_civil_positions.storage.root import data_root
from kz_civil_positions.storage.yaml import read_text, read_yaml
from kz_civil_positions.verification import Check, Verdict, verify
from kz_civil_positions.verification.case import Case, Files, open_case, read_again
from kz_civil_positions.verification.run import checks_of

ROOT = data_root()
BASE, ORDER = "2015-1035", "2019-920"
FILES = {"order": "order.yaml", "register": "register.yaml", "repairs": "repairs.yaml"}
LANGUAGES: tuple[Language, ...] = get_args(Language)

T = TypeVar("T")
PathOf = tuple[str | int, ...]
Plain = dict[str, Any]


# ---------------------------------------------------------------- a folder to be damaged


@frozen
class Folder:
    """The 2019 folder as plain data and text: what a person who edits the files changes."""

    data: dict[str, Plain]
    text: str

    def case(self) -> Case:
        """The folder read as ``verify`` reads it, only from memory."""
        register = self._read("register", RegisterFile)
        for operation in self.data["order"]["operations"]:
            operation["content"] = {"register": register.content}
        order = evolve(self._read("order", Order), doubts=register.doubts, faults=register.faults)
        if order.source is None:
            return Case(_files(), order)
        repairs = self._read("repairs", Repairs)
        reading = read_again(_files(), order, self.text, repairs)
        return Case(_files(), order, self.text, repairs, reading)

    def _read(self, name: str, cls: type[T]) -> T:
        return structure(self.data[name], cls, ORDER, _files().folder / FILES[name])

    def checks(self) -> tuple[Check, ...]:
        """All checks of the folder, beside an undamaged base order."""
        case = self.case()
        return tuple(checks_of(case, {BASE: base_case(), ORDER: case}))


@cache
def _files() -> Files:
    """Shared, since each new one reads the files once more for the numbers of lines."""
    return Files(ROOT / ORDER)


@cache
def base_case() -> Case:
    return open_case(ROOT, load_orders(ROOT)[0])


@cache
def _sound() -> Folder:
    folder = ROOT / ORDER
    data = {name: read_yaml(folder / file) for name, file in FILES.items()}
    return Folder(data, read_text(folder / "source.kaz.txt"))


def sound() -> Folder:
    """A folder of one's own, to be damaged at will."""
    return deepcopy(_sound())


def at(data: Any, *path: str | int) -> Any:  # noqa: ANN401 - plain data is whatever it is
    for step in path:
        data = data[step]
    return data


FIRST_LEVEL: PathOf = ("blocks", 0, "sections", 0, "links", 0, "levels", 0)
FIRST_ENTRY: PathOf = (*FIRST_LEVEL, "entries", 0)


@pytest.fixture(scope="module")
def verdict() -> Verdict:
    return verify(ROOT)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT, tmp_path / "registers"))


# ------------------------------------------------------------------------- the real data


def test_the_real_data_passes(verdict: Verdict) -> None:
    """Truth: nothing stands in the data that its source does not show."""
    assert [failure.text() for failure in verdict.failures] == []
    assert verdict.ok


def test_counts_say_how_much_was_checked(verdict: Verdict) -> None:
    """No check may pass by checking nothing: each count is known from the source itself."""
    counts = {
        check.key.removeprefix("verify.check-"): check.count
        for check in verdict.checks
        if check.order == ORDER and check.key.startswith("verify.")
    }
    source = (ROOT / ORDER / "source.kaz.txt").read_text("utf-8").split("\n")
    repairs = (ROOT / ORDER / "repairs.yaml").read_text("utf-8")
    register = (ROOT / ORDER / "register.yaml").read_text("utf-8")
    names = len(re.findall(r"^ +- id: ", register, re.MULTILINE))
    codes = len(re.findall(r"^ +- code: ", register, re.MULTILINE))
    assert counts == {
        "seals": 3,
        "readings": 13,
        "paragraphs": 20,
        "facts": 11,
        "base-facts": 4,
        "instructions": 1,
        # Blocks, links, levels; six sections; entries and items; seven abbreviations.
        "content": codes + 6 + (names - 7) + 7,
        # The register; 4 blocks, 5 sections with links, 13 links, 36 levels; entries with items.
        "sequence": counts["sequence"],
        "repairs": repairs.count("- kind: ") - 13,
        "lines": sum(1 for line in source if line.strip()),
        "cells": 36,
        "scripts": counts["scripts"],
        "ids": names,
        "codes": codes + 6,
        "inferred": 13 + 36,
        "doubts": counts["doubts"],
        "faults": 14,
        "targets": 1,
    }
    assert counts["sequence"] > 100
    assert counts["scripts"] > 500
    assert counts["doubts"] > 30


def test_a_text_not_held_is_said_and_is_no_failure(verdict: Verdict) -> None:
    """The 2015 text is not held: that is said, and what is known of it is still checked."""
    checks = {check.key: check for check in verdict.checks if check.order == BASE}
    assert list(checks) == [
        "verify.check-not-held",
        "verify.check-attested",
        "verify.check-scripts",
    ]
    assert checks["verify.check-attested"].count == 6


def test_checks_run_in_memory_as_from_the_files(verdict: Verdict) -> None:
    """The damages below prove something only if an undamaged folder in memory passes."""
    # Annotations stand in a file of their own, and have tests of their own.
    in_files = [
        check
        for check in verdict.checks
        if check.order == ORDER and check.key.startswith("verify.")
    ]
    assert list(sound().checks()) == in_files


# ------------------------------------------------------------------ every check can fail


@frozen
class Damage:
    """A change to the folder, and the check and message that must answer it."""

    check: str
    message: str
    do: Callable[[Folder], Folder | None]


def change(file: str, *path: str | int, to: object) -> Callable[[Folder], None]:
    """A change of one value."""

    def do(folder: Folder) -> None:
        *steps, last = path
        at(folder.data[file], *steps)[last] = to

    return do


def drop(file: str, *path: str | int) -> Callable[[Folder], None]:
    """The removal of one value."""

    def do(folder: Folder) -> None:
        *steps, last = path
        del at(folder.data[file], *steps)[last]

    return do


def double(file: str, *path: str | int) -> Callable[[Folder], None]:
    """A thing put a second time behind itself."""

    def do(folder: Folder) -> None:
        *steps, last = path
        siblings = at(folder.data[file], *steps)
        siblings.insert(last, deepcopy(siblings[last]))

    return do


def swap(file: str, *path: str | int) -> Callable[[Folder], None]:
    """The first two things of a list in each other's place."""

    def do(folder: Folder) -> None:
        siblings = at(folder.data[file], *path)
        siblings[0], siblings[1] = siblings[1], siblings[0]

    return do


def rewrite(old: str, new: str) -> Callable[[Folder], Folder]:
    """The source with other words, the seal left aside."""

    def do(folder: Folder) -> Folder:
        assert old in folder.text
        return evolve(folder, text=folder.text.replace(old, new, 1))

    return do


HAND = ("by_hand",)
RULE = ("by_rule",)
HEADING = (*FIRST_ENTRY, "heading")
LABEL = (*FIRST_LEVEL, "label")
HEALTH = ("blocks", 1, "sections", 1)
QUOTE = ("operations", 0, "instruction")

DAMAGES = {
    "another hash of the source": Damage(
        "seals", "seal-broken", change("order", "source", "sha256", to="0" * 64)
    ),
    "another hash in the repairs": Damage(
        "seals", "seals-differ", change("repairs", "source", "sha256", to="0" * 64)
    ),
    "a reading anchored nowhere": Damage(
        "readings", "reading-not-anchored", change("repairs", *HAND, 0, "stood", to="бұйрық")
    ),
    "a reading without a reason": Damage(
        "readings", "reading-without-reason", drop("repairs", *HAND, 0, "why")
    ),
    "a reading with an empty reason": Damage(
        "readings", "reading-without-reason", change("repairs", *HAND, 0, "why", "ru", to=" ")
    ),
    "a reading with other letters": Damage(
        "readings",
        "reading-changes-letters",
        change("repairs", *HAND, 3, "stands", to="орынбасары:"),
    ),
    "a text in no block": Damage(
        "readings", "outside-block", rewrite("А блогы (басқарушылық персонал)", "персонал;")
    ),
    "a day that no calendar has": Damage(
        "readings", "not-a-date", rewrite("2019 жылғы 30 қазанда", "2019 жылғы 32 қазанда")
    ),
    "a paragraph reworded": Damage(
        "paragraphs", "differs", change("order", "paragraphs", 2, "text", to="БҰЙЫРАМЫЗ:")
    ),
    "a paragraph left out": Damage("paragraphs", "not-stored", drop("order", "paragraphs", -1)),
    "a paragraph too many": Damage("paragraphs", "not-derived", double("order", "paragraphs", -1)),
    "another number": Damage("facts", "fact-differs", change("order", "number", to="921")),
    "an id of another year": Damage("facts", "id-differs", change("order", "number", to="921")),
    "another rule": Damage("facts", "fact-differs", change("order", "rule", "days", to=11)),
    "another issuer": Damage(
        "facts", "fact-differs", change("order", "issuer", "kk", to="Әділет министрі")
    ),
    "a signature dropped": Damage("facts", "fact-differs", drop("order", "signed_by")),
    "another day of the base order in the text": Damage(
        "base-facts", "fact-differs", rewrite("2016 жылғы 13 қаңтарда", "2016 жылғы 14 қаңтарда")
    ),
    "a quotation reworded": Damage(
        "instructions",
        "quote-not-found",
        change("order", *QUOTE, "quote", to="мынадай редакцияда жазылсы"),
    ),
    "a quotation of no lines": Damage(
        "instructions", "quote-without-lines", drop("order", *QUOTE, "lines")
    ),
    "an operation that quotes nothing": Damage(
        "instructions", "operation-without-quote", drop("order", *QUOTE)
    ),
    "a text of which no source is named": Damage(
        "not-held", "text-without-source", drop("order", "source")
    ),
    "a quotation of another point": Damage(
        "instructions", "quote-of-other-point", change("order", *QUOTE, "point", to="2")
    ),
    "a heading reworded": Damage(
        "content", "differs", change("register", *HEADING, to="ММ басшысы:")
    ),
    "an entry left out": Damage(
        "content", "not-stored", drop("register", *FIRST_LEVEL, "entries", 1)
    ),
    "an entry too many": Damage("content", "not-derived", double("register", *FIRST_ENTRY)),
    "a label said to be inferred": Damage(
        "content", "differs", change("register", *LABEL, to={"state": "inferred"})
    ),
    "another kind of item": Damage(
        "content", "differs", change("register", *FIRST_ENTRY, "items", 0, "kind", to="unit")
    ),
    "abbreviations in another order": Damage(
        "sequence", "other-sequence", swap("register", "abbreviations")
    ),
    "entries in another order": Damage(
        "sequence", "other-sequence", swap("register", *FIRST_LEVEL, "entries")
    ),
    "a repair reworded": Damage(
        "repairs", "differs", change("repairs", *RULE, 0, "stands", to="тізілім")
    ),
    "a repair not recorded": Damage("repairs", "repair-not-recorded", drop("repairs", *RULE, 7)),
    "a repair that nobody makes": Damage("repairs", "repair-not-made", double("repairs", *RULE, 7)),
    "repairs in another order": Damage("repairs", "repairs-unsorted", swap("repairs", *RULE)),
    "displaced words put back wrong": Damage(
        "lines",
        "line-not-accounted",
        change(
            "repairs", *HAND, 1, "stands", to="органдарының азаматтық тізілімі мынадай редакцияда"
        ),
    ),
    "a line nobody owns": Damage(
        "lines", "line-without-owner", drop("register", "blocks", 0, "lines")
    ),
    "a line owned twice": Damage(
        "lines", "line-owned-twice", change("register", *FIRST_ENTRY, "lines", to=[29, 33])
    ),
    "a cell with other words": Damage(
        "cells", "cell-differs", change("register", *HEADING, to="Басшысы:")
    ),
    "an entry without lines": Damage(
        "cells", "cell-without-lines", drop("register", *FIRST_ENTRY, "lines")
    ),
    "a fact said to be attested by no order": Damage(
        "attested",
        "fact-not-attested",
        change(
            "order",
            "facts_from",
            to=[{"fact": "number", "order": ORDER, "first": 13, "last": 13}],
        ),
    ),
    "a fact attested by a text not held": Damage(
        "attested",
        "witness-not-held",
        change(
            "order",
            "facts_from",
            to=[{"fact": "number", "order": BASE, "first": 1, "last": 2}],
        ),
    ),
    "a fact that nobody states": Damage(
        "attested",
        "fact-not-stated",
        change(
            "order",
            "facts_from",
            to=[{"fact": "dates.signed", "order": ORDER, "first": 7, "last": 9}],
        ),
    ),
    "a Latin letter in a Kazakh word": Damage(
        "scripts",
        "mixed-scripts",
        change("register", *HEADING, to="Республикaлық маңызы бар ММ басшысы:"),
    ),
    "a label in Latin letters": Damage(
        "scripts", "look-alikes", change("register", *FIRST_LEVEL[:-2], "label", "text", to="A1")
    ),
    "a letter of another language": Damage(
        "scripts", "foreign-letters", change("register", *HEADING, to="Республикалық ђ ММ басшысы:")
    ),
    "letters in parts": Damage(
        "scripts", "not-nfc", change("order", "agreed_with", to="Халықаралық жаи\u0306")
    ),
    "an invisible sign": Damage(
        "scripts",
        "control-signs",
        change("register", *HEADING, to="Республи\u00adкалық ММ басшысы:"),
    ),
    "a doubled blank": Damage("scripts", "blanks", change("register", *HEADING, to="ММ  басшысы:")),
    "an id that is no slug": Damage(
        "ids", "id-not-a-slug", change("register", *FIRST_ENTRY, "id", to="Басшы")
    ),
    "an id given twice": Damage(
        "ids", "id-twice", change("register", *FIRST_ENTRY, "id", to="professor")
    ),
    "a block under a link's code": Damage(
        "codes", "code-of-other-kind", change("register", "blocks", 3, "code", to="D1")
    ),
    "a level of another link": Damage(
        "codes", "code-outside-parent", change("register", *FIRST_LEVEL, "code", to="A2-1")
    ),
    "a link of another sector": Damage(
        "codes",
        "code-outside-parent",
        change("register", *HEALTH, "links", 0, "code", to="other/B2"),
    ),
    "levels in another order": Damage(
        "codes", "codes-descend", swap("register", *FIRST_LEVEL[:-1])
    ),
    "blocks in another order": Damage("codes", "codes-descend", swap("register", "blocks")),
    "a sector without its heading": Damage(
        "codes", "sector-without-heading", drop("register", *HEALTH, "heading")
    ),
    "a printed label without lines": Damage(
        "codes", "label-not-whole", drop("register", *LABEL, "lines")
    ),
    "a label of another level": Damage(
        "codes", "label-unlike-code", change("register", *LABEL, "text", to="3")
    ),
    "an inferred label without a doubt": Damage(
        "inferred", "inferred-without-doubt", drop("register", "doubts", 0)
    ),
    "a leap of levels without a doubt": Damage(
        "inferred", "leap-without-doubt", drop("register", "doubts", 1, "about", 3)
    ),
    "a doubt about nothing": Damage(
        "doubts", "about-nothing", change("register", "doubts", 0, "about", to=["link:A9"])
    ),
    "a doubt without evidence": Damage(
        "doubts", "doubt-without-evidence", change("register", "doubts", 0, "evidence", to=[])
    ),
    "evidence cut short": Damage(
        "doubts",
        "quote-not-found",
        change("register", "doubts", 6, "evidence", 7, "quote", to="Кинологиялық орталығыны"),
    ),
    "evidence outside the source": Damage(
        "doubts",
        "lines-outside-source",
        change("register", "doubts", 6, "evidence", 6, "lines", to=[157, 999_999_999_999]),
    ),
    "a fault that is not printed": Damage(
        "faults", "fault-not-there", change("register", "faults", 0, "words", to="!")
    ),
    "a fault of nothing": Damage(
        "faults", "about-nothing", change("register", "faults", 0, "about", to="entry:nothing")
    ),
    "a register restated for a block": Damage(
        "targets", "restates-other-kind", change("order", "operations", 0, "target", to="block:A")
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_every_kind_of_damage_is_found(name: str) -> None:
    """A check that cannot fail checks nothing: each damage is answered by its own check."""
    damage = DAMAGES[name]
    found = {
        (check.key.removeprefix("verify.check-"), failure.key.removeprefix("verify."))
        for check in _damaged(name)
        for failure in check.failures
    }
    assert (damage.check, damage.message) in found


@cache
def _damaged(name: str) -> tuple[Check, ...]:
    folder = sound()
    return (DAMAGES[name].do(folder) or folder).checks()


def test_the_damages_cover_every_check_and_message() -> None:
    """A new check or message comes with a damage that calls it forth."""
    # Published editions are held against the replay in test_checkpoints.py.
    published = {"checkpoint", "checkpoint-alone", "checkpoint-publisher"}
    # What was brought by an import, in test_import_published.py, test_corpus.py, test_parallel.py.
    imported = {"transcribed", "not-transcribed", "notes", "brought", "claims"}
    imported |= {"parallel", "parallel-apart"}
    shown = {damage.check for damage in DAMAGES.values()} | {"loads"} | published | imported
    assert shown == {key[6:] for key in MESSAGES if key.startswith("check-")}
    # Called forth below: by a base order, by a source file of its own, by a published edition.
    elsewhere = {"fact-without-source", "no-such-line", "diverges"}
    elsewhere |= {"transcribed-otherwise", "brought-without-lines", "brought-not-there"}
    elsewhere |= {"claim-not-made"}
    messages = {damage.message for damage in DAMAGES.values()} | elsewhere
    assert {key for key in MESSAGES if not key.startswith("check-")} <= messages


def test_a_line_that_the_source_does_not_have_is_found() -> None:
    """No text may rest on a line beyond the end of the source."""
    folder = sound()
    reading = folder.case().reading
    assert reading.draft is not None
    use = reading.draft.uses[0]
    draft = evolve(reading.draft, uses=(*reading.draft.uses, evolve(use, line=10**6)))
    case = evolve(folder.case(), reading=evolve(reading, draft=draft))
    checks = {check.key: check for check in checks_of(case, {})}
    assert [one.key for one in checks["verify.check-lines"].failures] == ["verify.no-such-line"]


@pytest.mark.parametrize(
    ("change_to", "key"),
    [
        ({"facts_from": ()}, "verify.fact-without-source"),
        ({"registration": "12707"}, "verify.fact-not-attested"),
        ({"title": "Тізілімді бекіту туралы"}, "verify.fact-not-attested"),
    ],
)
def test_nothing_is_said_of_a_text_not_held_but_what_is_attested(
    change_to: dict[str, Any], key: str
) -> None:
    """What is stated of order 1035 must stand in the text of order 920, and be cited."""
    base = evolve(base_case(), order=evolve(base_case().order, **change_to))
    cases = {BASE: base, ORDER: sound().case()}
    found = {failure.key for check in checks_of(base, cases) for failure in check.failures}
    assert found == {key}


# ------------------------------------------------------------------------ what is free


def test_a_specimen_needs_no_source() -> None:
    """A specimen says that it is one: its text is nobody's, so no source can be asked for."""
    order = evolve(sound().case().order, source=None, repairs=None, fictional=True)
    case = Case(Files(ROOT / ORDER), order)
    names = {check.key.removeprefix("verify.check-") for check in checks_of(case, {}) if check.ok}
    assert {"not-held", "scripts", "ids", "inferred", "faults", "targets"} <= names


def test_an_id_is_ours_and_may_be_any_slug() -> None:
    """Ids are permanent, so a derived suggestion never overrules a stored id."""
    folder = sound()
    entry = at(folder.data["register"], *FIRST_ENTRY)
    entry["id"], entry["items"][0]["id"] = "head", "head.hospital"
    assert [one for check in folder.checks() for one in check.failures] == []


def test_an_unknown_label_in_the_source_is_read_again_by_hand() -> None:
    """The reading of a lost label is what makes link A2: without it the text has none."""
    folder = sound()
    del folder.data["repairs"]["by_hand"][2]
    found = {one.key for check in folder.checks() for one in check.failures}
    assert "level-out-of-order" in found


# --------------------------------------------------------------------- files and places


def test_a_failure_names_file_and_line(copy: Path) -> None:
    """Each failure says where: the line of register.yaml that a person must look at."""
    file = copy / ORDER / "register.yaml"
    before = file.read_text("utf-8").split("\n")
    number = next(i for i, line in enumerate(before, 1) if "text: " in line and "клубтың" in line)
    before[number - 1] = before[number - 1].replace("клубтың", "клубының")
    file.write_text("\n".join(before), "utf-8")
    failures = verify(copy).failures
    texts = [one for one in failures if one.key == "verify.differs"]
    assert [one.where for one in texts] == [f"{file}:{number}"]
    assert dict(texts[0].facts) == {
        "field": "text",
        "stored": "клубының;",
        "derived": "клубтың;",
    }
    assert texts[0].path.startswith("item:")


def test_a_reading_that_fits_nothing_names_its_line_in_the_repairs(copy: Path) -> None:
    """A reading by hand whose words are not in the source is found where it is recorded."""
    file = copy / ORDER / "repairs.yaml"
    lines = file.read_text("utf-8").split("\n")
    number = next(i for i, line in enumerate(lines) if "stood: " in line)
    lines[number] = "    stood: тізілім"
    file.write_text("\n".join(lines), "utf-8")
    found = [one for one in verify(copy).failures if one.key == "reading-not-anchored"]
    recorded = next(i for i, line in enumerate(lines, 1) if "- kind: " in line)
    assert [one.where for one in found] == [f"{file}:{recorded}"]


def broken(file: str, old: str, new: str) -> Callable[[Path], None]:
    """A change of the first of these words in a file."""

    def do(folder: Path) -> None:
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), "utf-8")

    return do


def missing(file: str) -> Callable[[Path], None]:
    """The loss of a file."""
    return lambda folder: (folder / file).unlink()


def other_encoding(folder: Path) -> None:
    """A source saved by an old editor."""
    (folder / "source.kaz.txt").write_bytes("ММ".encode("cp1251"))


UNREADABLE: dict[str, Callable[[Path], None]] = {
    "broken YAML": broken("register.yaml", "blocks:", "blocks"),
    "an unknown key": broken("register.yaml", "heading:", "heeding:"),
    "an unknown code": broken("register.yaml", "code: A1\n", "code: Q1\n"),
    "broken repairs": broken("repairs.yaml", "by_hand:", "by_hand: ["),
    "a missing source": missing("source.kaz.txt"),
    "missing repairs": missing("repairs.yaml"),
    "a source not in UTF-8": other_encoding,
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_data_that_cannot_be_read_fails(copy: Path, name: str) -> None:
    """Data that cannot be read is a failed check with its place, never a crash or a pass."""
    UNREADABLE[name](copy / ORDER)
    found = verify(copy)
    assert not found.ok
    assert [check.key for check in found.checks] == ["verify.check-loads"]
    assert all(ORDER in failure.where for failure in found.failures)


def test_a_folder_without_orders_is_wrong_usage(tmp_path: Path) -> None:
    """Nothing to check is not a pass: the caller named the wrong folder."""
    with pytest.raises(BadInputError):
        verify(tmp_path)
    assert not Verdict(()).ok


# ---------------------------------------------------------------------------- sentences


def _slots(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", MESSAGES)
def test_each_sentence_is_said_in_the_three_languages(key: str) -> None:
    """Kazakh, Russian and English say the same of the same facts, none left empty."""
    said = MESSAGES[key]
    assert tuple(said) == LANGUAGES
    assert all(text.strip() and not text.endswith(".") for text in said.values())
    assert len({frozenset(_slots(text)) for text in said.values()}) == 1


@pytest.mark.parametrize("name", DAMAGES)
def test_each_failure_can_be_said(name: str) -> None:
    """Every failure finds its sentence and all facts that the sentence speaks of."""
    for check in _damaged(name):
        for failure in check.failures:
            said = {failure.text(language) for language in LANGUAGES}
            assert len(said) == len(LANGUAGES)
            assert failure.where


def test_each_check_has_a_name(verdict: Verdict) -> None:
    """The table of checks can be printed in each language, a row to a check."""
    rows = [(check.order, check.key) for check in verdict.checks]
    assert len(set(rows)) == len(rows)
    for check in verdict.checks:
        assert len({check.name(language) for language in LANGUAGES}) == len(LANGUAGES)
