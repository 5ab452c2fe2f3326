"""What happened to each place and entry, how every instruction ended, and what is refused."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

import kz_civil_positions as kz
from histories import (
    BASE,
    CONTENT,
    add,
    amending,
    at,
    base,
    day,
    entry,
    level,
    register_of,
    reword,
    says,
    told,
    write_orders,
)
from kz_civil_positions.calendar import OnDate, Publication, WithAct
from kz_civil_positions.codes import Code
from kz_civil_positions.errors import (
    BadInputError,
    DataError,
    NotHeldError,
    UnknownAddressError,
    UnknownOrderError,
)
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.timeline import OutcomeState
from kz_civil_positions.history.trace import EventKind
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import (
    Abbreviation,
    Certitude,
    Doubt,
    Entry,
    Item,
    ItemKind,
    PrintedFault,
    Tongues,
)
from kz_civil_positions.operations import (
    Insert,
    Instruction,
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
    Restate,
    Suspend,
    Where,
)
from kz_civil_positions.orders import Order, Unexpressed
from kz_civil_positions.storage.relations import rings

Told = tuple[str, str, str | None]


def changing(number: int, *operations: Operation, rule: str | None = None) -> Order:
    """Answers: what is the order of this number, in effect in the month of its number?"""
    adopted, rule = f"2020-{number:02}-15", rule or f"2021-{number:02}-01"
    return amending(f"2021-{number}", *operations, adopted=adopted, rule=rule)


def amended(*orders: Order) -> Register:
    """Answers: what register do a base order and these orders make?"""
    return register_of(base(), *orders)


def story(orders: Register, name: str) -> list[Told]:
    """Answers: what happened, by which order, and where does the thing stand now?"""
    return [
        (event.kind.value, event.order, None if event.place is None else str(event.place))
        for event in orders.history(name)
    ]


def ends(orders: Register, name: str) -> list[tuple[OutcomeState, str | None]]:
    """Answers: how did the instructions of this order end?"""
    return [(one.state, one.reason) for one in orders.outcomes if one.order == name]


# --- the history of a place, an entry, an item ----------------------------------------


def test_an_entry_is_followed_from_its_coming_to_its_going() -> None:
    """Added, reworded, moved, its level relabelled, restated, removed: one id all the way."""
    orders = amended(
        changing(1, add("new", "Жаңа маман.", "level:A1-1")),
        changing(2, ReplaceWords(target=at("entry:new"), old="маман", new="дәрігер")),
        changing(3, Move(target=at("entry:new"), place=Place(Where.FIRST, at("level:A1-2")))),
        changing(4, Relabel(target=at("level:A1-2"), code=Code.parse("A1-3"), label="3")),
        changing(5, reword("new", "Бас дәрігер.")),
        changing(6, Remove(target=at("entry:new"))),
    )
    assert story(orders, "new") == [
        ("added", "2021-1", "level:A1-1"),
        ("changed", "2021-2", "level:A1-1"),
        ("moved", "2021-3", "level:A1-2"),
        ("relabelled", "2021-4", "level:A1-3"),
        ("restated", "2021-5", "level:A1-3"),
        ("removed", "2021-6", "level:A1-3"),
    ]
    events = orders.history("new")
    assert [event.before and event.before.text for event in events][1:3] == [  # type: ignore[union-attr]
        "Жаңа маман.",
        "Жаңа дәрігер.",
    ]
    assert (events[0].before, events[-1].after) == (None, None)


def test_a_place_is_followed_under_its_code() -> None:
    """A code is a place: it comes, what stands in it changes, and it is given up."""
    orders = amended(
        changing(1, reword("clerk", "Хатшы.")),
        changing(2, Relabel(target=at("level:A1-2"), code=Code.parse("A1-4"), label="4")),
        changing(3, add("new", "Жаңа.", "level:A1-4")),
    )
    assert story(orders, "A1-2") == [
        ("approved", BASE, "link:A1"),
        ("changed", "2021-1", "link:A1"),
        ("relabelled", "2021-2", "link:A1"),
    ]
    assert [kind for kind, _, _ in story(orders, "А1-4")] == ["relabelled", "changed"]
    assert [kind for kind, _, _ in story(orders, "link:A1")] == [
        "approved",
        "changed",
        "changed",
        "changed",
    ]


def test_items_abbreviations_and_blocks_have_histories_too() -> None:
    """Anything that has an address can be asked for."""
    line = Item("clerk.i1", ItemKind.UNIT, "жаңа кеңсе;")
    orders = amended(
        changing(1, Restate(target=at("item:clerk.i1"), content=line)),
        changing(2, Remove(target=at("abbreviation:ММ"))),
    )
    assert story(orders, "clerk.i1") == [
        ("approved", BASE, "entry:clerk"),
        ("restated", "2021-1", "entry:clerk"),
    ]
    assert [kind for kind, _, _ in story(orders, "abbreviation:ММ")] == ["approved", "removed"]
    assert [kind for kind, _, _ in story(orders, "block:A")] == ["approved", "changed"]
    assert [kind for kind, _, _ in story(orders, "sector:D")] == ["approved"]


def test_a_restatement_of_the_whole_is_told_only_where_it_changes_something() -> None:
    """What is repeated letter by letter has no event; what is missing in it was removed."""
    first_block, *rest = CONTENT.blocks
    whole = Restate(target=at("register"), content=evolve(CONTENT, blocks=(first_block,)))
    orders = amended(changing(1, whole))
    assert rest
    assert [kind for kind, _, _ in story(orders, "head")] == ["approved"]
    assert [kind for kind, _, _ in story(orders, "guard")] == ["approved", "removed"]


def test_the_events_of_one_order_follow_its_instructions() -> None:
    """Two instructions of one order about one entry are two events, each with its words."""
    orders = amended(
        changing(
            1,
            told(reword("head", "Бас бастық."), "1.1"),
            told(RemoveWords(target=at("entry:head"), words="Бас"), "1.2"),
        )
    )
    instructions = [event.instruction for event in orders.history("head")][1:]
    assert [one and one.point for one in instructions] == ["1.1", "1.2"]


def test_an_order_whose_codes_ascend_only_at_its_end_has_a_history() -> None:
    """An order is one whole: between its operations the codes need not stand in order."""
    orders = amended(
        changing(
            1,
            Insert(
                place=Place(Where.BEFORE, at("level:A1-2")),
                content=level("A1-3", entry("new", "Жаңа.")),
            ),
            Relabel(target=at("level:A1-2"), code=Code.parse("A1-4"), label="4"),
        )
    )
    assert ends(orders, "2021-1") == [(OutcomeState.APPLIED, None)] * 2
    assert story(orders, "clerk")[-1] == ("relabelled", "2021-1", "level:A1-4")


def test_a_point_with_its_own_day_is_an_event_of_that_day() -> None:
    """The event names the edition that the stage made, and its day."""
    late = reword("deputy", "Кеш.", commencement=OnDate(day("2021-11-01")))
    orders = amended(changing(1, reword("head", "Жаңа."), late))
    event = orders.history("deputy")[-1]
    assert (event.edition, event.in_effect.day) == ("2021-1#1", day("2021-11-01"))


def test_an_order_that_never_takes_effect_has_no_event() -> None:
    """Stillborn and refused orders did nothing to anything."""
    orders = amended(
        changing(1, reword("head", "Өлі."), rule="2021-06-01"),
        changing(2, Repeal(order="2021-1")),
        changing(3, reword("head", "Сәтсіз."), Remove(target=at("entry:nobody"))),
    )
    assert [kind for kind, _, _ in story(orders, "head")] == ["approved"]


@pytest.mark.parametrize("name", ["A9", "A1-7", "entry:nobody", "level:B1-1", "D1"])
def test_what_never_stood_in_the_register_has_no_history(name: str) -> None:
    """The error names codes that are there."""
    with pytest.raises(UnknownAddressError) as caught:
        amended().history(name)
    assert all("A1-1" in caught.value.text(language) for language in LANGUAGES)


@pytest.mark.parametrize("name", ["", "nobody", "A1-", "entry:", "level:X", "жоқ"])
def test_what_names_nothing_is_refused(name: str) -> None:
    """Neither a code nor an address nor an id."""
    with pytest.raises(BadInputError):
        amended().history(name)


def test_the_history_of_the_real_register(register: Register) -> None:
    """Before 2019 the text is not held, and nothing is said of what it was."""
    events = register.history("A2-1")
    assert [event.kind for event in events] == [EventKind.UNKNOWN, EventKind.RESTATED]
    assert [event.before for event in events] == [None, None]
    assert events[1].instruction is not None
    assert events[1].instruction.lines is not None


# --- tombstones -----------------------------------------------------------------------


def test_a_removed_thing_leaves_a_stone_with_its_order_and_its_last_words() -> None:
    """Entry and items each stay citable, as they last were."""
    orders = amended(
        changing(1, ReplaceWords(target=at("item:clerk.i1"), old="кеңсе", new="бөлім")),
        changing(2, Remove(target=at("entry:clerk"))),
    )
    stones = orders.tombstones
    assert (stones[at("entry:clerk")].order, stones[at("item:clerk.i1")].text) == (
        "2021-2",
        "бөлім;",
    )
    assert orders.history("clerk")[-1].kind is EventKind.REMOVED


@pytest.mark.parametrize(
    "back",
    [
        add("head", "Қайтқан бастық."),
        Replace(target=at("entry:cook"), content=Entry("head", "Қайтқан бастық.")),
        Restate(target=at("register"), content=CONTENT),
    ],
    ids=["insert", "replace", "restate"],
)
def test_a_removed_id_never_returns(back: Operation) -> None:
    """Whatever would bring it back is refused, and the whole order with it."""
    orders = amended(
        changing(1, Remove(target=at("entry:head"))),
        changing(2, reword("deputy", "Жаңа."), back),
    )
    assert ends(orders, "2021-2") == [(OutcomeState.REFUSED, "history.order-failed")] * 2
    assert orders.replay.errors["2021-2"].key == "id-retired"
    assert says(orders.editions[-1], "deputy") == "Орынбасар."
    assert "head" not in orders.editions[-1]


def test_a_code_given_up_by_relabelling_may_be_used_again() -> None:
    """Nobody excluded the number; an excluded one is not used again."""
    again = Insert(
        place=Place(Where.AFTER, at("level:A1-1")), content=level("A1-2", entry("new", "Жаңа."))
    )
    renumbered = Relabel(target=at("level:A1-2"), code=Code.parse("A1-3"), label="3")
    assert ends(amended(changing(1, renumbered), changing(2, again)), "2021-2") == [
        (OutcomeState.APPLIED, None)
    ]
    excluded = Remove(target=at("level:A1-2"))
    assert ends(amended(changing(1, excluded), changing(2, again)), "2021-2") == [
        (OutcomeState.REFUSED, "history.order-failed")
    ]


def test_an_abbreviation_may_come_back() -> None:
    """It is a word of the language and no number."""
    [line] = CONTENT.abbreviations
    orders = amended(
        changing(1, Remove(target=line.address)),
        changing(2, Insert(place=Place(Where.LAST, at("abbreviations")), content=line)),
    )
    assert orders.editions[-1].abbreviations == (line,)


# --- how instructions end -------------------------------------------------------------


def test_the_tally_balances_in_every_state() -> None:
    """Each instruction ends in exactly one state; together they are all the instructions."""
    quoted = Instruction("2", "2) тиісті септікте ауыстырылсын.")
    unexpressed = Unexpressed(quoted, Tongues("Себебі бар.", "Есть причина.", "For a reason."))
    orders = amended(
        evolve(changing(1, reword("head", "Жаңа.")), unexpressed=(unexpressed,)),
        changing(2, Remove(target=at("entry:nobody")), told(reword("deputy", "Жаңа."))),
        changing(3, reword("cook", "Кейін."), rule="2021-12-01"),
        changing(4, Repeal(order="2021-3")),
    )
    number = sum(len(one.operations) + len(one.unexpressed) for one in orders.orders)
    assert len(orders.outcomes) == number
    assert len({(one.order, one.index, one.state) for one in orders.outcomes}) == number
    assert ends(orders, "2021-1") == [
        (OutcomeState.APPLIED, None),
        (OutcomeState.NOT_EXPRESSIBLE, "history.unexpressed"),
    ]
    last = [one for one in orders.outcomes if one.order == "2021-1"][-1]
    assert orders.instruction(last, "ru") == (quoted, "Есть причина.")


def test_a_failing_order_changes_nothing() -> None:
    """Wholly or not at all: the edition after it shares the text before it, object and all."""
    orders = amended(changing(1, reword("head", "Жаңа."), Remove(target=at("entry:nobody"))))
    assert orders.editions[1].content is orders.editions[0].content
    assert ends(orders, "2021-1") == [(OutcomeState.REFUSED, "history.order-failed")] * 2


def test_a_failing_order_still_acts_on_orders() -> None:
    """Its repeal of another order needs no text of the register, and stands."""
    orders = amended(
        changing(1, reword("head", "Өлі."), rule="2021-06-01"),
        changing(2, Remove(target=at("entry:nobody")), Repeal(order="2021-1")),
    )
    assert ends(orders, "2021-2") == [
        (OutcomeState.REFUSED, "history.order-failed"),
        (OutcomeState.APPLIED, None),
    ]
    assert [edition.key for edition in orders.editions] == [BASE, "2021-2"]


NOT_HELD = (OutcomeState.REFUSED, "history.text-not-held")


def test_an_amendment_to_a_text_that_is_not_held_is_refused_and_no_error() -> None:
    """Its preconditions cannot be checked; the edition after it is not held either."""
    orders = register_of(
        base(content=None),
        changing(1, told(reword("head", "Жаңа."))),
        changing(2, told(add("n", "Ж."))),
    )
    assert ends(orders, "2021-1") == [NOT_HELD]
    assert ends(orders, "2021-2") == [NOT_HELD]
    assert [edition.held for edition in orders.editions] == [False] * 3
    assert not orders.replay.errors
    status = orders.status(day("2021-02-15"))
    assert (status.edition is not None, status.held) == (True, False)
    with pytest.raises(NotHeldError):
        assert orders.as_of(day("2021-02-15")).blocks
    reasons = {orders.instruction(orders.outcomes[0], language)[1] for language in LANGUAGES}
    assert len(reasons) == len(LANGUAGES)


def test_a_restatement_of_the_whole_makes_the_text_held() -> None:
    """From then on orders can be carried out."""
    orders = register_of(
        base(content=None),
        changing(1, reword("head", "Жаңа.")),
        changing(2, Restate(target=at("register"), content=CONTENT)),
        changing(3, reword("head", "Кейін.")),
    )
    assert [edition.held for edition in orders.editions] == [False, False, True, True]
    assert ends(orders, "2021-3") == [(OutcomeState.APPLIED, None)]
    assert [event.kind.value for event in orders.history("head")] == [
        "unknown",
        "unknown",
        "restated",
        "restated",
    ]


def test_orders_and_time_can_be_acted_on_without_the_text() -> None:
    """A repeal or a suspension of the whole needs no words of the register."""
    orders = register_of(
        base(content=None),
        changing(1, Suspend(target=at("register"), until=day("2021-06-01"))),
        changing(2, Repeal(order=BASE), rule="2021-07-01"),
    )
    assert ends(orders, "2021-1") == ends(orders, "2021-2") == [(OutcomeState.APPLIED, None)]


def test_doubts_and_faults_end_with_what_they_are_about() -> None:
    """What an order leaves alone keeps its doubt; what it says anew has none."""
    said = Tongues("?", "?", "?")
    doubts = tuple(
        Doubt(name, "lost-label", Certitude.STRONG, (at(f"entry:{name}"),), said, (), said)
        for name in ("head", "clerk")
    )
    faults = tuple(
        PrintedFault(at(f"entry:{name}"), words, "wording", said)
        for name, words in (("head", "Бастық"), ("clerk", "Хатшы"))
    )
    orders = register_of(
        evolve(base(), doubts=doubts, faults=faults), changing(1, reword("head", "Басшы."))
    )
    assert [doubt.id for doubt in orders.editions[1].doubts] == ["clerk"]
    assert [str(fault.about) for fault in orders.editions[1].faults] == ["entry:clerk"]


def test_a_doubt_about_the_whole_ends_when_the_whole_is_restated() -> None:
    """Until then no order that changes a part of it settles it."""
    said = Tongues("?", "?", "?")
    doubt = Doubt("whole", "unknown-source", Certitude.WEAK, (), said, (), said)
    orders = register_of(
        evolve(base(), doubts=(doubt,)),
        changing(1, reword("head", "Басшы.")),
        changing(2, Restate(target=at("register"), content=evolve(CONTENT, abbreviations=()))),
    )
    assert [len(edition.doubts) for edition in orders.editions] == [1, 1, 0]


# --- names ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["2021-3", "3", "№ 3", " № 3 "])
def test_an_order_is_found_by_its_id_or_number(name: str) -> None:
    """As a person writes it."""
    orders = amended(changing(3, reword("head", "Жаңа.")), changing(4))
    assert orders.order(name).id == "2021-3"
    assert orders.edition(name).order == "2021-3"


@pytest.mark.parametrize(("name", "key"), [("2020", "order-fits-several"), ("77", "no-such-order")])
def test_an_order_that_is_not_one_is_refused(name: str, key: str) -> None:
    """Several that fit are named, and so are those that are near."""
    orders = amended(changing(3), changing(4))
    with pytest.raises(UnknownOrderError) as caught:
        orders.order(name)
    assert caught.value.key == key
    assert len({caught.value.text(language) for language in LANGUAGES}) == len(LANGUAGES)


def test_each_edition_lasts_until_the_next_change() -> None:
    """Half-open: from its own day to the day of the next step, the last one open."""
    orders = amended(changing(3, reword("head", "Жаңа.")), changing(4, reword("head", "Кейін.")))
    for number, edition in enumerate(orders.editions):
        found, until = orders.validity(edition)
        assert found == orders.steps[number].in_effect
        later = orders.steps[number + 1 : number + 2]
        assert (until and until.in_effect) == (later[0].in_effect if later else None)


# --- what is refused when data is read ------------------------------------------------


def problems(root: Path, *orders: Order) -> list[tuple[str, str, str]]:
    """Answers: what is wrong with a folder of these orders: file and line, path, key?"""
    write_orders(root, *orders)
    with pytest.raises(DataError) as caught:
        kz.load(root)
    assert len({caught.value.text(language) for language in LANGUAGES}) == len(LANGUAGES)
    return [
        (str(Path(one.where).relative_to(root)), one.path, one.key) for one in caught.value.problems
    ]


def line_of(root: Path, name: str, words: str, nth: int = 0) -> str:
    """Answers: on which line of an order's file do these words stand?"""
    lines = (root / name / "order.yaml").read_text(encoding="utf-8").split("\n")
    found = [number for number, line in enumerate(lines, 1) if words in line]
    return f"{name}/order.yaml:{found[nth]}"


def test_a_folder_that_is_written_and_read_is_the_same_register(tmp_path: Path) -> None:
    """The YAML form holds everything that these histories are made of."""
    orders = (
        base(),
        changing(1, told(reword("head", "Жаңа.")), told(Remove(target=at("entry:cook")), "2")),
        changing(2, told(Recommence(order="2021-1", rule=OnDate(day("2021-09-01"))))),
    )
    write_orders(tmp_path, *orders)
    assert kz.load(tmp_path).orders == register_of(*orders).orders


def test_every_failing_order_is_reported_at_once_with_its_place(tmp_path: Path) -> None:
    """Each with order, point, file and line of the instruction that cannot be carried out."""
    words = ReplaceWords(target=at("entry:head"), old="жоқ сөз", new="сөз")
    found = problems(
        tmp_path,
        base(),
        changing(1, told(reword("head", "Жаңа.")), told(Remove(target=at("entry:nobody")), "1.2")),
        changing(2, told(reword("deputy", "Жаңа."))),
        changing(3, told(words, "4")),
    )
    assert found == [
        (line_of(tmp_path, "2021-1", "do: remove"), "operations[1]", "operations.no-such-target"),
        (
            line_of(tmp_path, "2021-3", "do: replace-words"),
            "operations[0]",
            "operations.words-count",
        ),
    ]


def test_a_failing_order_does_not_hide_a_later_one(tmp_path: Path) -> None:
    """What a failing order did not do may fail others; all of them are told."""
    found = problems(
        tmp_path,
        base(),
        changing(1, told(add("new", "Жаңа.", "level:A9-9"))),
        changing(2, told(reword("new", "Басқа."))),
    )
    assert [path for path, _, _ in found] == [
        line_of(tmp_path, "2021-1", "do: insert"),
        line_of(tmp_path, "2021-2", "do: restate"),
    ]


REFUSED: list[tuple[str, Callable[[], tuple[Order, ...]], list[tuple[str, str, str]]]] = [
    (
        "no order of that name",
        lambda: (base(), changing(1, told(Repeal(order="2021-9")))),
        [("2021-1", "operations[0].order", "amends-unknown")],
    ),
    (
        "amends what is not there",
        lambda: (base(), evolve(changing(1), amends="2019-9")),
        [("2021-1", "amends", "amends-unknown")],
    ),
    (
        "together with what is not there",
        lambda: (base(), evolve(changing(1), rule=WithAct("2019-9"))),
        [("2021-1", "rule.order", "amends-unknown")],
    ),
    (
        "changes a later order",
        lambda: (base(), changing(1, told(Repeal(order="2021-2"))), changing(2)),
        [("2021-1", "operations[0].order", "changes-later-order")],
    ),
    (
        "a ring",
        lambda: (
            base(),
            evolve(changing(1), rule=WithAct("2021-2")),
            evolve(changing(2), rule=WithAct("2021-3")),
            evolve(changing(3), rule=WithAct("2021-1")),
        ),
        [("2021-1", "rule", "ring-of-orders")],
    ),
    (
        "a ring of one",
        lambda: (base(), evolve(changing(1), rule=WithAct("2021-1"))),
        [("2021-1", "rule", "ring-of-orders")],
    ),
    (
        "a point with two days",
        lambda: (
            base(),
            changing(
                1,
                told(reword("head", "Жаңа.")),
                told(reword("cook", "Жаңа.", commencement=OnDate(day("2022-01-01")))),
            ),
        ),
        [("2021-1", "operations[1]", "overlapping-commencement")],
    ),
    (
        "published before it was adopted",
        lambda: (
            base(),
            evolve(
                changing(1),
                dates=evolve(
                    changing(1).dates, publications=(Publication("банк", day("2020-01-14")),)
                ),
            ),
        ),
        [("2021-1", "dates", "calendar.published-before-adopted")],
    ),
    (
        "no base order",
        lambda: (evolve(base(), amends="2021-1"), changing(1)),
        [
            (".", "", "no-base-order"),
            (BASE, "amends", "changes-later-order"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("orders", "expected"), [row[1:] for row in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_orders_that_cannot_stand_together_are_refused(
    tmp_path: Path, orders: Callable[[], tuple[Order, ...]], expected: list[tuple[str, str, str]]
) -> None:
    """A typed error with file, line and path; nothing is half applied."""
    found = problems(tmp_path, *orders())
    assert [(where.partition("/")[0], path, key) for where, path, key in found] == expected
    assert all(":" in where for where, _, key in found if key != "no-base-order")


def test_faults_of_several_orders_are_told_at_once(tmp_path: Path) -> None:
    """One reading finds everything that is wrong between the orders."""
    found = problems(
        tmp_path,
        base(),
        changing(1, told(Repeal(order="2021-9"))),
        evolve(changing(2), rule=WithAct("2021-8")),
    )
    assert [key for _, _, key in found] == ["amends-unknown"] * 2


@pytest.mark.parametrize(
    "ring",
    [
        (
            evolve(changing(1, told(Repeal(order="2021-2")))),
            amending(
                "2021-2", told(Repeal(order="2021-1")), adopted="2020-01-15", rule="2021-02-01"
            ),
        ),
        (
            changing(1, told(reword("head", "Жаңа."))),
            evolve(
                changing(2, told(Recommence(order="2021-1", rule=OnDate(day("2022-01-01"))))),
                rule=WithAct("2021-1"),
            ),
        ),
        (
            changing(1, told(reword("head", "Жаңа.")), rule="2021-06-01"),
            changing(2, told(Recommence(order="2021-1", rule=WithAct("2021-3")))),
            evolve(changing(3), rule=WithAct("2021-1")),
        ),
    ],
    ids=["repeal each other", "delays what it waits for", "delayed until what waits for it"],
)
def test_rings_through_changes_to_orders_are_refused(
    tmp_path: Path, ring: tuple[Order, ...]
) -> None:
    """Orders that hang on one another through a repeal or a delay have no days at all."""
    evened = tuple(
        evolve(one, dates=evolve(one.dates, adopted=day("2020-01-15"))) if number < 2 else one
        for number, one in enumerate(ring)
    )
    found = problems(tmp_path, base(), *evened)
    assert {key for _, _, key in found} == {"ring-of-orders"}


@pytest.mark.parametrize("size", [1_000, 5_000])
def test_a_long_chain_of_orders_is_read_step_by_step(size: int) -> None:
    """Each need is looked at a fixed number of times, so five thousand orders are no burden."""
    looked: Counter[str] = Counter()

    class Counted(tuple[str, str]):
        """A part of an order that counts how often it is looked up."""

        __slots__ = ()

        def __hash__(self) -> int:
            looked["up"] += 1
            return super().__hash__()

    parts: list[tuple[str, str]] = [Counted(("day", f"2021-{n}")) for n in range(size)]
    chain: dict[tuple[str, str], list[tuple[str, str]]] = {
        one: [after] for one, after in pairwise(parts)
    } | {parts[-1]: []}
    assert list(rings(chain)) == []
    straight = looked["up"] / size
    looked.clear()
    assert next(rings({**chain, parts[-1]: [parts[0]]}))[:2] == ("2021-0", "2021-1")
    assert max(straight, looked["up"] / size) < 30


def test_each_ring_is_told_once() -> None:
    """Orders that hang on rings, rings that share an order, and rings apart."""
    waiting = "a:b b:a c:a d:ed e:d f: g:fh h:i i:hg"
    needs = dict(one.split(":") for one in waiting.split())
    parts = {
        (kind, one): [(kind, name) for name in names]
        for kind in ("day", "all")
        for one, names in needs.items()
    }
    assert list(rings(parts)) == [("a", "b", "a"), ("d", "e", "d"), ("h", "i", "h")]


def test_a_restated_list_of_abbreviations_may_stand_in_another_order() -> None:
    """The list is given anew as it is, and nothing outside of it changes."""
    more = Abbreviation("ПД", "полиция департаменті", "ПД – полиция департаменті;")
    content = evolve(CONTENT, abbreviations=(*CONTENT.abbreviations, more))
    turned = Restate(target=at("abbreviations"), content=content.abbreviations[::-1])
    orders = register_of(base(content=content), changing(1, turned))
    assert orders.editions[-1].abbreviations == content.abbreviations[::-1]
