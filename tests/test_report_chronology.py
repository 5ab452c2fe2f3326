"""The chronology: all orders in the order of their effect, what each did, and how we know."""

import datetime
import re

import pytest
from syrupy.assertion import SnapshotAssertion

import histories
from histories import add, amending, at, base, reword, told
from kz_civil_positions.calendar import OnCondition, OnDate
from kz_civil_positions.errors import BadInputError, UnknownAddressError
from kz_civil_positions.history.register import Register
from kz_civil_positions.messages import LANGUAGES, Language, say
from kz_civil_positions.model import Tongues
from kz_civil_positions.operations import (
    Instruction,
    Remove,
    Repeal,
    RestatePoint,
)
from kz_civil_positions.orders import HistoryNote, PublishedEdition
from kz_civil_positions.reports import markdown
from kz_civil_positions.reports.chronology import chronology
from kz_civil_positions.reports.document import Document, Heading, Listing, Quotation, Style, Table
from rendering import FORMATS, GOLDEN, golden, ours, specimen, words_of

DAY = datetime.date(2020, 6, 1)


def words(document: Document) -> str:
    return "\n".join(words_of(document))


def told_of(*orders: object, language: Language = "en", name: str | None = None) -> str:
    register = histories.register_of(base(), *orders)  # type: ignore[arg-type]
    return words(chronology(register, language, name))


# ── golden files ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_register_of_internal_affairs(
    language: Language, form: str, snapshot: SnapshotAssertion
) -> None:
    """The chronology of the two orders known, in each language and format."""
    document = chronology(ours(), language)
    assert golden(document, form) == snapshot(extension_class=GOLDEN[form])


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_specimen(language: Language, form: str, snapshot: SnapshotAssertion) -> None:
    """The chronology of a register with every kind of order, in each language and format."""
    document = chronology(specimen(), language)
    assert golden(document, form) == snapshot(extension_class=GOLDEN[form])


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_level(language: Language, snapshot: SnapshotAssertion) -> None:
    """The history of one level, in each language."""
    document = chronology(ours(), language, "A2-1")
    assert golden(document, "md") == snapshot(extension_class=GOLDEN["md"])


# ── all orders ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_order_and_no_instruction_is_left_out(language: Language) -> None:
    """Each order has its section, and every instruction is quoted in it."""
    register = specimen()
    document = chronology(register, language)
    anchors = [part.anchor for part in document.parts if isinstance(part, Heading)]
    assert {f"order-{one.id}" for one in register.orders} <= set(anchors)
    quoted = [part.text[0].text for part in document.parts if isinstance(part, Quotation)]
    instructions = [register.instruction(one)[0] for one in register.outcomes]
    assert {one.quote for one in instructions if one} == set(quoted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_each_instruction_ended_is_counted(language: Language) -> None:
    """The tally of an order is that of its outcomes; those not applied have a reason."""
    register = specimen()
    text = words(chronology(register, language))
    for outcome in register.outcomes:
        _, reason = register.instruction(outcome, language)
        assert reason in text
        assert say(f"history.outcome-{outcome.state}", language) in text


def test_orders_stand_in_the_order_of_effect() -> None:
    """The sequence is that of the register's steps; what never takes effect stands last."""
    register = specimen()
    tables = [part for part in chronology(register, "en").parts if isinstance(part, Table)]
    rows = [[one.lines[0][0].text for one in row[:2]] for row in tables[1].body]
    coming = [[str(n), step.name] for n, step in enumerate(register.steps, 1)]
    assert rows[: len(coming)] == coming
    assert {number for number, _ in rows[len(coming) :]} <= {"–"}


def test_an_order_repealed_before_its_day_never_takes_effect() -> None:
    """It is told as stillborn, with the order that repealed it, and makes no edition."""
    late = amending("2020-2", reword("head", "Б."), adopted="2020-03-01", rule="2021-01-01")
    repeal = amending("2020-3", Repeal(order="2020-2"), adopted="2020-04-01", rule="2020-05-01")
    text = told_of(late, repeal)
    assert "Never takes effect: repealed before that by the order 2020-3." in text
    assert "By its own rule: in effect from 1 January 2021 (certain)" in text
    assert "makes no edition" in text


def test_an_order_that_waits_for_a_condition_says_so() -> None:
    """Awaiting a condition is not the same as an unknown day."""
    waits = amending("2020-2", add("x", "Х."), adopted="2020-03-01", rule=OnCondition("шарт"))
    text = told_of(waits)
    assert "Awaits the condition of its commencement." in text
    assert "when the condition “шарт” is met" in text


def test_an_order_that_fails_says_at_what() -> None:
    """Where one instruction cannot be carried out, the order changes nothing, and says why."""
    bad = amending(
        "2020-2", told(Remove(target=at("entry:none"))), adopted="2020-03-01", rule="2020-05-01"
    )
    text = told_of(bad)
    assert "The order changes nothing, because: 2020-2, point 1, remove: there is no" in text
    assert "refused" in text


def test_points_with_days_of_their_own_are_told_apart() -> None:
    """A point that takes effect on another day has an interval with its own grounds."""
    own = told(Remove(target=at("entry:cook"), commencement=OnDate(DAY)), "2")
    order = amending(
        "2020-2", told(add("x", "Х."), "1"), own, adopted="2020-03-01", rule="2020-05-01"
    )
    text = told_of(order)
    assert "Points with a term of their own (2): in effect from 1 June 2020" in text
    assert "; with a term of its own: from the day that the order itself names: 1 June 2020" in text


def test_what_a_later_order_changed_in_time_is_told_with_what_came_instead() -> None:
    """The point as adopted is not said to be carried out; what came in its place is."""
    first = amending(
        "2020-2",
        told(Remove(target=at("entry:cook")), "1"),
        adopted="2020-03-01",
        rule="2020-09-01",
    )
    change = RestatePoint(order="2020-2", point="1", operations=(told(add("x", "Хатшы."), "1"),))
    second = amending("2020-3", told(change), adopted="2020-04-01", rule="2020-05-01")
    text = told_of(first, second)
    assert "remove: entry “Аспаз.” – refused: a later order changed this point" in text
    assert "→ instead: insert: a new entry, at the end of level D: Хатшы. – applied" in text


# ── what is known beside the orders ──────────────────────────────────────────────────


def published(*notes: HistoryNote) -> PublishedEdition:
    return PublishedEdition(
        base=histories.BASE,
        date=datetime.date(2020, 12, 31),
        publisher=Tongues("банк", "банк", "bank"),
        content=histories.CONTENT,
        notes=notes,
    )


def test_published_editions_and_orders_known_by_name_are_told() -> None:
    """What only a publisher's note names is said to be known only by name."""
    note = HistoryNote("Ескерту. Өзгерді – 77 бұйрығымен.", "77", datetime.date(2020, 7, 1))
    register = Register((base(),), (published(note),))
    text = words(chronology(register, "en"))
    assert "2020-1@2020-12-31 – of 31 December 2020; publisher: bank; taken up into the" in text
    assert "No 77 (1 July 2020): «Ескерту. Өзгерді – 77 бұйрығымен.»" in text
    compared = words(chronology(Register((base(),), (published(),)), "en"))
    assert "serves to check the text replayed from the orders" in compared


def test_an_order_whose_text_is_not_held_says_so() -> None:
    """Of its instructions nothing is said; its dates and what attests them are."""
    text = words(chronology(ours(), "en"))
    assert "The text of this order is not held, so nothing is said of its instructions." in text
    assert "Attested by another order's text: issuer – 2019-920 L11–13" in text
    assert "State registration: № 12706, date unknown" in text


# ── one place or position ────────────────────────────────────────────────────────────


def test_only_what_happened_to_the_place_is_told() -> None:
    """With a name, the events of that place or position and nothing else."""
    order = amending(
        "2020-2",
        told(reword("head", "Бас маман."), "1"),
        told(add("x", "Х."), "2"),
        adopted="2020-03-01",
        rule="2020-05-01",
    )
    text = told_of(order, name="head")
    assert "History of head" in text
    assert "1) нұсқау." in text
    assert "2) нұсқау." not in text


def test_a_rewording_is_shown_word_by_word() -> None:
    """What went is deleted, what came inserted, what stayed is plain."""
    order = amending(
        "2020-2", reword("cook", "Бас Аспаз."), adopted="2020-03-01", rule="2020-05-01"
    )
    register = histories.register_of(base(), order)
    listings = [
        part for part in chronology(register, "kk", "cook").parts if isinstance(part, Listing)
    ]
    runs = [run for part in listings for item in part.items for run in item if run.language == "kk"]
    assert (runs[-1].text, runs[-2].style) == (runs[-1].text, Style.INSERTED)
    assert {run.style for run in runs} == {Style.PLAIN, Style.INSERTED}


def test_a_level_is_told_entry_by_entry() -> None:
    """Of a place, entries that came, went and stayed are told one by one, where they stood."""
    orders = (
        amending(
            "2020-2", Remove(target=at("entry:guard")), adopted="2020-03-01", rule="2020-05-01"
        ),
        amending("2020-3", add("x", "Х."), adopted="2020-06-01", rule="2020-07-01"),
    )
    register = histories.register_of(base(), *orders)
    document = chronology(register, "kk", "level:D")
    shown = [
        [(run.text, run.style) for item in part.items for run in item]
        for part in document.parts
        if isinstance(part, Listing) and part.items[0][0].language == "kk"
    ]
    assert shown == [
        [("Күзетші.", Style.PLAIN), ("Жүргізуші.", Style.PLAIN)],
        [("Күзетші.", Style.DELETED), ("Жүргізуші.", Style.PLAIN)],
        [("Жүргізуші.", Style.PLAIN), ("Х.", Style.INSERTED)],
    ]


def test_text_over_an_edition_not_held_is_not_marked_as_new() -> None:
    """Where the text before is not held, what came is not known, and nothing is marked."""
    document = chronology(ours(), "kk", "A2-1")
    runs = [
        run
        for part in document.parts
        if isinstance(part, Listing)
        for item in part.items
        for run in item
    ]
    assert not {Style.INSERTED, Style.DELETED} & {run.style for run in runs}


def test_a_name_that_never_stood_in_the_register_is_refused() -> None:
    """One clear error, as for the history itself."""
    with pytest.raises(UnknownAddressError):
        chronology(ours(), "kk", "A1-9")
    with pytest.raises(BadInputError):
        chronology(ours(), "kk", "Ж9")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_gap_is_left_in_a_sentence(language: Language) -> None:
    """Every sentence has its facts: no braces, no None stand in a report."""
    text = markdown.render(chronology(specimen(), language))
    assert not re.search(r"[{}]|\bNone\b", text)


def test_an_instruction_that_does_several_things_is_quoted_once() -> None:
    """Operations of one instruction stand together under its words."""
    words_of_order = Instruction("1", "1) бәрі өзгерсін.")
    both = (
        Remove(target=at("entry:cook"), instruction=words_of_order),
        Remove(target=at("entry:guard"), instruction=words_of_order),
    )
    order = amending("2020-2", *both, adopted="2020-03-01", rule="2020-05-01")
    assert told_of(order).count("1) бәрі өзгерсін.") == 1
