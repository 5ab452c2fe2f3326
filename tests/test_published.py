"""Published editions: texts a publisher gives for a day, known by comparison, with their notes."""

import datetime
from pathlib import Path

import pytest
from attrs import evolve

import kz_civil_positions as kz
from histories import (
    BASE,
    CONTENT,
    ISSUER,
    amending,
    at,
    base,
    day,
    keys,
    reword,
    says,
    write_orders,
)
from kz_civil_positions.amending.engine import apply
from kz_civil_positions.calendar import Certainty
from kz_civil_positions.errors import DataError, UndeterminedError, UnknownOrderError
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.status import State, Status
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.operations import InsertWords, Operation, Remove, WordPlace
from kz_civil_positions.orders import HistoryNote, Order, PublishedEdition
from kz_civil_positions.storage.convert import converter
from kz_civil_positions.storage.yaml import dump

BARE = base(content=None)
FIRST, SECOND = "2021-06-01", "2022-06-01"
NAMES = [f"{BASE}@{FIRST}", f"{BASE}@{SECOND}"]


def note(number: str, adopted: str) -> HistoryNote:
    """Answers: what is a note that names this order?"""
    text = f"Ескерту. Жаңа редакцияда – № {number} бұйрығымен."
    return HistoryNote(text, number, day(adopted), at("entry:head"))


def edition(
    date: str, *operations: Operation, notes: tuple[HistoryNote, ...] = ()
) -> PublishedEdition:
    """Answers: what is the published text of a day that says this instead of the base's?"""
    content = apply(CONTENT, operations)
    return PublishedEdition(
        base=BASE, date=day(date), publisher=ISSUER, content=content, notes=notes
    )


def published(*editions: PublishedEdition, orders: tuple[Order, ...] = (BARE,)) -> Register:
    """Answers: what register do these orders and published texts make?"""
    return Register(tuple(sorted(orders, key=lambda one: one.adopted)), editions)


def on(register: Register, asked: str) -> Status:
    """Answers: what can be said of this day?"""
    return register.status(day(asked))


def dated(start: str, days: int) -> str:
    """Answers: which day is so many days later?"""
    return str(day(start) + datetime.timedelta(days=days))


TWO = (edition(FIRST, reword("head", "Бірінші.")), edition(SECOND, reword("head", "Екінші.")))


# --- names ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", [f"2020@{FIRST}", f"1@{FIRST}", f"{BASE}@{FIRST}"])
def test_a_published_edition_is_named_by_its_base_and_its_day(name: str) -> None:
    """The base may be named as any order is."""
    found = published(*TWO).edition(name)
    assert (found.key, found.order, says(found, "head")) == (NAMES[0], BASE, "Бірінші.")


@pytest.mark.parametrize("name", [f"2020@{dated(FIRST, 1)}", "2020@", "2020@2021"])
def test_a_published_edition_that_is_not_there(name: str) -> None:
    """Those that are there are named; no day is rounded to another."""
    with pytest.raises(UnknownOrderError) as caught:
        published(*TWO).edition(name)
    assert all(NAMES[0] in caught.value.text(language) for language in LANGUAGES)


def test_the_edition_of_the_base_order_is_not_a_published_one() -> None:
    """What the order itself brought stays apart: here, it is not held."""
    register = published(*TWO)
    assert not register.edition("2020").held
    assert not register.holds(BARE)
    assert [one.key for one in register.editions] == [BASE, *NAMES]


# --- a history of published texts alone -----------------------------------------------


def test_a_text_is_known_from_its_day_on() -> None:
    """On its day it is in effect as the publisher says; before it, the base, not held."""
    register = published(TWO[0])
    before, then = on(register, dated(FIRST, -1)), on(register, FIRST)
    assert (before.edition and before.edition.key, before.held) == (BASE, False)
    assert (then.edition and then.edition.key, then.held) == (NAMES[0], True)
    assert then.certainty is Certainty.PRESUMED


def test_between_two_texts_nobody_knows_when_the_one_gave_way_to_the_other() -> None:
    """On its own day each stands; on every day between, both may."""
    register = published(*TWO)
    assert register.as_of(day(FIRST)).key == NAMES[0]
    for asked in (dated(FIRST, 1), dated(SECOND, -1)):
        status = on(register, asked)
        assert (status.state, keys(status.candidates)) == (State.UNDETERMINED, NAMES)
        with pytest.raises(UndeterminedError):
            register.as_of(day(asked))
    assert register.as_of(day(SECOND)).key == NAMES[1]
    assert register.as_of(day("2030-01-01")).key == NAMES[1]


def test_a_text_that_holds_from_its_day_on_ends_the_one_before() -> None:
    """Where the publisher says from when, the days between are those of the earlier text."""
    first, second = (evolve(one, from_day=True) for one in TWO)
    second = evolve(second, notes=(note("7", dated(FIRST, 3)),))
    register = published(first, second)
    for asked in (FIRST, dated(FIRST, 5), dated(SECOND, -1)):
        assert register.as_of(day(asked)).key == NAMES[0]
        assert on(register, asked).certainty is Certainty.PRESUMED
    assert register.as_of(day(SECOND)).key == NAMES[1]


def test_every_answer_names_the_published_edition_and_not_an_order() -> None:
    """No order is credited with a text that a publisher gives."""
    register = published(*TWO)
    for asked in (FIRST, dated(FIRST, 1), SECOND):
        reasons = {on(register, asked).reason(language) for language in LANGUAGES}
        assert len(reasons) == len(LANGUAGES)
        assert all("@" in reason for reason in reasons)
    turn = on(register, SECOND).previous
    assert turn is not None
    assert turn.order == NAMES[1]


def test_a_change_between_published_texts_is_known_by_comparison() -> None:
    """What happened is told, without any instruction: none is held."""
    events = published(*TWO).history("head")
    assert [(event.kind.value, event.edition) for event in events] == [
        ("unknown", BASE),
        ("restated", NAMES[0]),
        ("restated", NAMES[1]),
    ]
    assert [event.instruction for event in events] == [None] * 3


def test_what_a_later_text_no_longer_has_leaves_a_stone_that_names_that_text() -> None:
    """The base order did not remove it; who did is not known."""
    register = published(edition(FIRST), edition(SECOND, Remove(target=at("entry:head"))))
    assert register.tombstones[at("entry:head")].order == NAMES[1]
    assert register.history("head")[-1].kind.value == "removed"


def test_a_published_text_is_no_instruction() -> None:
    """The tally counts what orders bid, and a publisher bids nothing."""
    assert published(*TWO).outcomes == ()


def test_unchanged_parts_are_the_same_objects_across_published_texts() -> None:
    """Two texts read apart share, once replayed, whatever says the same."""
    again = evolve(TWO[1], content=apply(evolve(CONTENT), [reword("head", "Екінші.")]))
    first, second = (one.text for one in published(TWO[0], again).editions[1:])
    assert first.blocks[1] is second.blocks[1]
    assert first.abbreviations[0] is second.abbreviations[0]
    assert first.blocks[0] is not second.blocks[0]
    same = published(edition(FIRST), edition(SECOND)).editions
    assert same[1].content is same[2].content


def test_the_order_in_which_texts_are_given_does_not_matter() -> None:
    """They stand by their days."""
    assert published(*reversed(TWO)).editions == published(*TWO).editions


# --- notes ----------------------------------------------------------------------------


def test_a_note_names_an_order_that_is_not_held() -> None:
    """It is known by name, once, with every note that names it; its effect is not held."""
    notes = (note("7", "2021-03-01"), note("9", "2021-04-01"))
    register = published(edition(FIRST, notes=notes), edition(SECOND, notes=notes[:1]))
    assert [(one.id, len(one.notes)) for one in register.named_orders] == [
        ("2021-7", 2),
        ("2021-9", 1),
    ]
    with pytest.raises(UnknownOrderError):
        register.order("2021-7")


def test_a_note_on_an_order_that_is_held_names_nothing_new() -> None:
    """Number and day of adoption together say which order is meant."""
    held = amending("2021-7", reword("head", "Жаңа."), adopted="2021-03-01", rule="2021-04-01")
    notes = (note("7", "2021-03-01"), note("7", "2021-03-02"))
    register = published(edition(FIRST, notes=notes), orders=(BARE, held))
    assert [str(one.adopted) for one in register.named_orders] == ["2021-03-02"]


def test_a_text_may_be_in_effect_since_the_order_that_its_note_names_was_adopted() -> None:
    """Not before that, and by its own day at the latest."""
    register = published(edition(FIRST, notes=(note("7", "2021-03-01"),)))
    assert on(register, "2021-02-28").state is State.IN_EFFECT
    assert keys(on(register, "2021-03-01").candidates) == [BASE, NAMES[0]]
    assert on(register, dated(FIRST, -1)).state is State.UNDETERMINED
    assert on(register, FIRST).state is State.IN_EFFECT


def test_a_note_repeated_in_a_later_text_tells_nothing_new_of_it() -> None:
    """The earlier text stands on its own day, and until the orders that only the later names."""
    old, new = note("7", "2021-03-01"), note("9", "2022-02-01")
    register = published(
        edition(FIRST, reword("head", "Бірінші."), notes=(old,)),
        edition(SECOND, reword("head", "Екінші."), notes=(old, new)),
    )
    assert register.as_of(day(FIRST)).key == NAMES[0]
    assert register.as_of(day("2022-01-31")).key == NAMES[0]
    assert keys(on(register, "2022-02-01").candidates) == NAMES
    assert register.as_of(day(SECOND)).key == NAMES[1]


def test_an_order_adopted_before_an_earlier_text_that_lacks_it_took_effect_after_it() -> None:
    """On the day of the earlier text that text stood, whatever the later one's notes name."""
    register = published(
        edition(FIRST, reword("head", "Бірінші."), notes=(note("7", "2021-03-01"),)),
        edition(SECOND, reword("head", "Екінші."), notes=(note("9", "2021-05-20"),)),
    )
    assert register.as_of(day(FIRST)).key == NAMES[0]
    assert keys(on(register, dated(FIRST, 1)).candidates) == NAMES


# --- beside orders that are held ------------------------------------------------------

WORDS = InsertWords(
    target=at("entry:deputy"), words="аға", where=WordPlace.BEFORE, anchor="Орынбасар"
)
HELD = amending("2021-5", WORDS, adopted="2021-01-10", rule="2021-03-01")


def test_where_the_orders_give_the_text_the_published_one_changes_nothing() -> None:
    """It can be shown and held against the replay; no answer rests on it."""
    bare = published(orders=(base(), HELD))
    register = published(edition(FIRST, WORDS, reword("head", "Басқа.")), orders=(base(), HELD))
    assert register.editions == bare.editions
    assert on(register, "2022-01-01") == on(bare, "2022-01-01")
    shown = register.edition(f"2020@{FIRST}")
    assert says(shown, "head") == "Басқа."
    found, until = register.validity(shown)
    assert (found.latest, until) == (day(FIRST), None)


def test_a_published_text_says_which_later_order_ends_it() -> None:
    """Also where no answer rests on it."""
    register = published(edition("2021-02-01"), orders=(base(), HELD))
    _, until = register.validity(register.edition("2020@2021-02-01"))
    assert until is not None
    assert until.order == "2021-5"


def test_an_order_in_effect_by_the_day_of_a_text_stands_in_it_already() -> None:
    """It is not carried out once more on top, though the days of the text overlap its own."""
    text = edition(FIRST, WORDS, reword("head", "Белгісіз."), notes=(note("7", "2021-02-01"),))
    register = published(text, orders=(base(), HELD))
    for asked in (FIRST, "2022-01-01"):
        found = register.as_of(day(asked))
        assert says(found, "deputy") == "аға Орынбасар."
        assert says(found, "head") == "Белгісіз."


def test_an_order_after_a_published_text_is_carried_out_on_it() -> None:
    """Though the base order's own text is not held."""
    later = amending("2021-9", WORDS, adopted="2021-07-01", rule="2021-08-01")
    register = published(TWO[0], orders=(BARE, later))
    found = register.as_of(day("2021-08-01"))
    assert (says(found, "head"), says(found, "deputy")) == ("Бірінші.", "аға Орынбасар.")
    assert [one.state.value for one in register.outcomes] == ["applied"]


def test_an_order_before_any_text_that_is_held_is_refused() -> None:
    """It acted on words that nobody gives."""
    register = published(TWO[0], orders=(BARE, HELD))
    assert [one.reason for one in register.outcomes] == ["history.text-not-held"]
    assert register.as_of(day(FIRST)).key == NAMES[0]


def test_what_a_publisher_gives_for_a_later_day_could_not_be_known_before() -> None:
    """Asked what could be known, a text counts from its own day."""
    register = published(*TWO)
    known = register.status(day("2023-01-01"), known_at=day(dated(SECOND, -1)))
    assert (known.edition and known.edition.key) == NAMES[0]


# --- files ----------------------------------------------------------------------------


def write(root: Path, folder: str, one: PublishedEdition) -> Path:
    """Write a published edition into the folder of an order."""
    file = root / folder / "editions" / str(one.date) / "edition.yaml"
    file.parent.mkdir(parents=True)
    data = converter(BASE).unstructure(one)
    file.write_text(dump(data), encoding="utf-8")
    return file


def test_editions_are_read_from_the_base_orders_folder(tmp_path: Path) -> None:
    """Each in a folder of its day."""
    write_orders(tmp_path, BARE)
    for one in TWO:
        write(tmp_path, BASE, one)
    assert kz.load(tmp_path).published == TWO
    assert kz.load(tmp_path).as_of(day(FIRST)).key == NAMES[0]


def problems(root: Path) -> list[tuple[str, str]]:
    """Answers: at which path is which fault found?"""
    with pytest.raises(DataError) as caught:
        kz.load(root)
    assert all("edition.yaml" in one.where for one in caught.value.problems)
    return [(one.path, one.key) for one in caught.value.problems]


def test_an_edition_in_the_folder_of_another_day_is_refused(tmp_path: Path) -> None:
    """The folder's name and the date inside agree."""
    write_orders(tmp_path, BARE)
    file = write(tmp_path, BASE, TWO[0])
    file.parent.rename(file.parent.parent / SECOND)
    assert problems(tmp_path) == [("date", "other-order")]


def test_an_edition_in_the_folder_of_an_amending_order_is_refused(tmp_path: Path) -> None:
    """Only the register itself has consolidated texts, and it is the base order's."""
    write_orders(tmp_path, base(), HELD)
    write(tmp_path, "2021-5", evolve(TWO[0], base="2021-5"))
    assert problems(tmp_path) == [("base", "not-of-base")]


def test_faults_of_several_editions_are_told_at_once(tmp_path: Path) -> None:
    """Each with file and line."""
    write_orders(tmp_path, BARE)
    for one in TWO:
        file = write(tmp_path, BASE, one)
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace("А блогы", "А блогы").replace("publisher:", "publishr:"), "utf-8"
        )
    found = [key for _, key in problems(tmp_path)]
    assert sorted(found) == ["missing-key", "missing-key", "unknown-key", "unknown-key"]
