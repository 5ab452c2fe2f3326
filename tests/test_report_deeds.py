"""What an operation does, in words: verb, target, words and place, in three languages."""

import datetime
import re

import pytest

import histories
from histories import add, amending, at, base, reword
from kz_civil_positions.calendar import OnDate
from kz_civil_positions.codes import Code
from kz_civil_positions.messages import LANGUAGES, Language
from kz_civil_positions.operations import (
    Insert,
    InsertWords,
    Move,
    Operation,
    Place,
    Recommence,
    Relabel,
    Remove,
    RemoveWords,
    Repeal,
    Replace,
    ReplaceWords,
    RestatePoint,
    Suspend,
    Where,
    WordPlace,
)
from kz_civil_positions.reports.chronology import chronology
from kz_civil_positions.reports.deeds import Teller
from kz_civil_positions.reports.document import Style
from rendering import words_of

DAY = datetime.date(2020, 6, 1)

ENTRY = histories.entry("new", "Жаңа маман.")
DEEDS: list[tuple[Operation, str]] = [
    (reword("head", "Бас."), "restate: entry “Бастық.”: Бас."),
    (add("x", "Х."), "insert: a new entry, at the end of level D: Х."),
    (
        Insert(
            place=Place(Where.AFTER, at("level:A1-1")), content=histories.level("A1-1-1", ENTRY)
        ),
        "insert: level A1-1-1, after level A1-1: Жаңа маман.",
    ),
    (Remove(target=at("abbreviation:ММ")), "remove: abbreviation ММ"),
    (Replace(target=at("entry:cook"), content=ENTRY), "replace: entry “Аспаз.”: Жаңа маман."),
    (
        ReplaceWords(target=at("block:A"), old="Хатшы", new="Маман", count=2),
        "replace words: block A: Хатшы → Маман (× 2)",
    ),
    (
        InsertWords(
            target=at("item:clerk.i1"), words="бас", anchor="кеңсе", where=WordPlace.BEFORE
        ),
        "insert words: item “кеңсе;”, before the words “кеңсе”: бас",
    ),
    (
        InsertWords(target=at("entry:cook"), words="мен", where=WordPlace.END),
        "insert words: entry “Аспаз.”, at the end of the text: мен",
    ),
    (RemoveWords(target=at("register"), words="бас"), "remove words: the register: бас"),
    (
        Move(target=at("entry:cook"), place=Place(Where.FIRST, at("level:D"))),
        "move: entry “Аспаз.” → at the beginning of level D",
    ),
    (
        Relabel(target=at("level:A1-2"), code=Code.parse("A1-3"), label="3"),
        "relabel: level A1-2 → A1-3 («3»)",
    ),
    (Repeal(order="2020-9"), "repeal: 2020-9"),
    (
        Suspend(target=at("link:A2"), until=DAY),
        "suspend: link A2, applied again from 1 June 2020",
    ),
    (
        RestatePoint(order="2020-9", point="2"),
        "change a point of an order not yet in effect: 2020-9, point 2 (excluded)",
    ),
    (
        Recommence(order="2020-9", rule=OnDate(DAY)),
        "change the commencement: 2020-9 → from the day that the order itself names: 1 June 2020",
    ),
]


@pytest.mark.parametrize(("operation", "sentence"), DEEDS)
def test_an_operation_reads_as_a_sentence(operation: Operation, sentence: str) -> None:
    """Verb, target, words, place: each operation is told whole."""
    register = histories.register_of(base())
    order = amending("2020-2", operation, adopted="2020-03-01", rule="2020-05-01")
    deed = Teller(register, "en", register.steps).deed(operation, order)
    assert "".join(run.text for run in deed) == sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("operation", [one for one, _ in DEEDS])
def test_an_operation_can_be_told_in_each_language(
    operation: Operation, language: Language
) -> None:
    """No sentence is wanting in any language, and no gap is left in one."""
    register = histories.register_of(base())
    order = amending("2020-2", operation, adopted="2020-03-01", rule="2020-05-01")
    deed = Teller(register, language, register.steps).deed(operation, order)
    assert not re.search(r"[{}]", "".join(run.text for run in deed))


def test_words_that_come_and_go_are_set_apart() -> None:
    """Replaced words are shown as deleted, new words as inserted."""
    operation = ReplaceWords(target=at("entry:cook"), old="Аспаз", new="Бас аспаз")
    register = histories.register_of(base())
    deed = Teller(register, "kk", register.steps).deed(operation, register.base)
    styles = {run.text: run.style for run in deed}
    assert styles["Аспаз"] is Style.DELETED
    assert styles["Бас аспаз"] is Style.INSERTED


def test_the_base_order_approves() -> None:
    """The first text is approved, not restated; the same words in a later order restate."""
    text = "\n".join(words_of(chronology(histories.register_of(base()), "en")))
    assert "approve: the register" in text
    assert "restate: the register" not in text
