"""Honest time: what is in effect on a day, what may be, and what nobody can know."""

import datetime
from typing import Final

import pytest
from attrs import evolve

from histories import (
    BASE,
    CONTENT,
    add,
    amending,
    at,
    base,
    day,
    keys,
    open_rule,
    register_of,
    reword,
    says,
    told,
)
from kz_civil_positions.calendar import (
    Certainty,
    OnCondition,
    OnDate,
    OnPublication,
    OnRegistration,
    UnknownRule,
    WithAct,
)
from kz_civil_positions.errors import (
    BadInputError,
    NotInEffectError,
    UndeterminedError,
    UnknownOrderError,
)
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.status import State, Status
from kz_civil_positions.history.timeline import Fate, OutcomeState, precedes
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.operations import (
    Insert,
    Operation,
    Place,
    Recommence,
    Remove,
    Repeal,
    Restate,
    RestatePoint,
    Suspend,
    Where,
)
from kz_civil_positions.orders import Order

FACT, PRESUMED, UNKNOWN = Certainty.FACT, Certainty.PRESUMED, Certainty.UNKNOWN
# Registered on this day and never known to be published: in effect between these two.
REGISTERED: Final = "2021-01-01"
SOONEST, LATEST = "2021-01-12", "2021-02-11"


def first(*operations: Operation, rule: object = "2021-03-01", **more: object) -> Order:
    """Answers: what is the earliest amending order?"""
    return amending("2021-5", *operations, adopted="2020-12-01", rule=rule, **more)  # type: ignore[arg-type]


def second(*operations: Operation, rule: object = "2021-03-01", **more: object) -> Order:
    """Answers: what is an amending order adopted a month later?"""
    return amending("2021-6", *operations, adopted="2021-01-01", rule=rule, **more)  # type: ignore[arg-type]


def third(*operations: Operation, rule: object = "2021-03-01", **more: object) -> Order:
    """Answers: what is an amending order adopted yet a month later?"""
    return amending("2021-7", *operations, adopted="2021-02-01", rule=rule, **more)  # type: ignore[arg-type]


def on(orders: Register, asked: str) -> Status:
    """Answers: what can be said of this day?"""
    return orders.status(day(asked))


def head_on(orders: Register, asked: str) -> str | None:
    """Answers: what does the entry ``head`` say on this day?"""
    return says(orders.as_of(day(asked)), "head")


def fates(orders: Register) -> dict[str, Fate]:
    """Answers: what became of each order that takes effect or may?"""
    return {step.name: step.fate for step in orders.steps}


def states_of(orders: Register, name: str) -> list[tuple[OutcomeState, str | None]]:
    """Answers: how did the instructions of this order end?"""
    return [(one.state, one.reason) for one in orders.outcomes if one.order == name]


# --- the two real orders --------------------------------------------------------------

Row = tuple[str, State, str | None, list[str | None], Certainty, bool]
REAL: Final[list[Row]] = [
    ("2015-12-01", State.NOT_ADOPTED, None, [], FACT, False),
    ("2015-12-18", State.UNDETERMINED, None, [None, "2015-1035"], UNKNOWN, False),
    ("2016-01-10", State.UNDETERMINED, None, [None, "2015-1035"], UNKNOWN, False),
    ("2016-01-24", State.IN_EFFECT, "2015-1035", [], PRESUMED, False),
    ("2019-06-01", State.IN_EFFECT, "2015-1035", [], PRESUMED, False),
    ("2019-10-30", State.IN_EFFECT, "2015-1035", [], PRESUMED, False),
    ("2019-11-09", State.IN_EFFECT, "2015-1035", [], PRESUMED, True),
    ("2019-11-10", State.UNDETERMINED, None, ["2015-1035", "2019-920"], UNKNOWN, True),
    ("2019-11-20", State.UNDETERMINED, None, ["2015-1035", "2019-920"], UNKNOWN, True),
    ("2019-12-09", State.UNDETERMINED, None, ["2015-1035", "2019-920"], UNKNOWN, True),
    ("2019-12-10", State.IN_EFFECT, "2019-920", [], PRESUMED, True),
    ("2021-01-01", State.IN_EFFECT, "2019-920", [], PRESUMED, True),
    ("2026-01-01", State.IN_EFFECT, "2019-920", [], PRESUMED, True),
]


@pytest.mark.parametrize("row", REAL, ids=[row[0] for row in REAL])
def test_the_two_orders_on_a_day(register: Register, row: Row) -> None:
    """What the sources allow to be said of each day, and no more."""
    asked, state, edition, candidates, certainty, beyond = row
    status = on(register, asked)
    assert (status.state, status.edition and status.edition.key) == (state, edition)
    assert keys(status.candidates) == candidates
    assert (status.certainty, status.beyond_checked) == (certainty, beyond)
    assert status.held == (edition == "2019-920")
    reasons = {status.reason(language) for language in LANGUAGES}
    assert len(reasons) == len(LANGUAGES)
    assert all(reasons)


@pytest.mark.parametrize("row", REAL, ids=[row[0] for row in REAL])
def test_the_strict_form_agrees_with_the_honest_one(register: Register, row: Row) -> None:
    """It gives the edition, or raises with the honest answer, in the user's language."""
    asked, state, edition = row[:3]
    if edition:
        assert register.as_of(day(asked)).key == edition
        return
    error = UndeterminedError if state is State.UNDETERMINED else NotInEffectError
    with pytest.raises(error) as caught:
        register.as_of(day(asked))
    assert type(caught.value) is error
    assert len({caught.value.text(language) for language in LANGUAGES}) == len(LANGUAGES)


def test_a_publication_that_the_user_knows_of_settles_the_day(register: Register) -> None:
    """It is applied, and named as the user's wherever an answer rests on it."""
    told_so = register.with_publication("920", day("2019-11-06"), "банк")
    found = told_so.in_effect(told_so.order("920"))
    assert (found.day, found.certainty) == (day("2019-11-17"), FACT)
    assert told_so.as_of(day("2019-11-16")).key == "2015-1035"
    assert told_so.as_of(day("2019-11-17")).key == "2019-920"
    assert "the user's statement" in on(told_so, "2019-11-20").reason("en")
    assert "the user's statement" not in on(told_so, "2019-11-01").reason("en")
    assert on(register, "2019-11-20").state is State.UNDETERMINED


@pytest.mark.parametrize("asked", ["2019-10-22", "2019-10-29"])
def test_an_impossible_publication_is_refused(register: Register, asked: str) -> None:
    """Nothing is published before it is adopted, or before it is registered."""
    with pytest.raises(BadInputError, match="920"):
        register.with_publication("920", day(asked), "банк")


def test_a_publication_of_an_unknown_order_is_refused(register: Register) -> None:
    """Only an order that is held can be told of."""
    with pytest.raises(UnknownOrderError):
        register.with_publication("921", day("2019-11-06"), "банк")


@pytest.mark.parametrize(
    ("known", "edition"),
    [("2019-10-29", "2015-1035"), ("2019-10-30", None), ("2025-01-01", None)],
)
def test_what_could_have_been_known(register: Register, known: str, edition: str | None) -> None:
    """An order counts once it was registered: a day before, nobody could know of it."""
    status = register.status(day("2019-11-20"), known_at=day(known))
    assert (status.edition and status.edition.key) == edition


def test_nothing_could_be_known_before_the_base_order(register: Register) -> None:
    """The publication stands for the registration, whose day is not known."""
    with pytest.raises(NotInEffectError):
        register.status(day("2019-11-20"), known_at=day("2016-01-12"))
    known = register.status(day("2019-11-20"), known_at=day("2016-01-13"))
    assert known.edition is not None
    assert known.edition.key == "2015-1035"


def test_the_turns_around_a_day(register: Register) -> None:
    """The last change before it and the next after it, each with its interval."""
    status = on(register, "2019-06-01")
    assert status.previous is not None
    assert status.next is not None
    assert (status.previous.order, status.next.order) == ("2015-1035", "2019-920")
    assert on(register, "2021-01-01").next is None


# --- the base order -------------------------------------------------------------------


def test_the_stages_of_a_life() -> None:
    """Not adopted, adopted, in effect, repealed: half-open intervals, day by day."""
    orders = register_of(base(), first(Repeal(order=BASE)))
    states = {
        asked: on(orders, asked).state
        for asked in ("2020-01-09", "2020-01-10", "2020-01-31", "2020-02-01", "2021-02-28")
    }
    assert list(states.values()) == [
        State.NOT_ADOPTED,
        State.ADOPTED,
        State.ADOPTED,
        State.IN_EFFECT,
        State.IN_EFFECT,
    ]
    assert on(orders, "2021-03-01").state is State.REPEALED
    with pytest.raises(NotInEffectError):
        orders.as_of(day("2021-03-01"))


def test_a_repeal_of_the_repeal_of_the_base_does_not_revive() -> None:
    """Art. 27(10): what is repealed stays so when the repealing order is repealed."""
    orders = register_of(
        base(), first(Repeal(order=BASE)), second(Repeal(order="2021-5"), rule="2021-06-01")
    )
    assert on(orders, "2021-05-01").state is State.REPEALED
    assert on(orders, "2021-07-01").state is State.REPEALED


def test_a_repeal_repealed_in_time_never_happens() -> None:
    """A repeal that was repealed before it took effect is stillborn itself."""
    orders = register_of(
        base(), first(Repeal(order=BASE)), second(Repeal(order="2021-5"), rule="2021-02-01")
    )
    assert on(orders, "2021-05-01").state is State.IN_EFFECT


def test_a_repeal_of_unknown_day_leaves_it_open_whether_anything_is_in_effect() -> None:
    """Among the candidates is none at all."""
    orders = register_of(base(), second(Repeal(order=BASE), rule=open_rule, registered=REGISTERED))
    assert on(orders, "2021-01-11").state is State.IN_EFFECT
    status = on(orders, SOONEST)
    assert (status.state, keys(status.candidates)) == (State.UNDETERMINED, [None, BASE])
    assert (on(orders, LATEST).state, on(orders, LATEST).certainty) == (State.REPEALED, PRESUMED)


def test_a_base_order_that_awaits_its_condition_is_adopted_and_no_more() -> None:
    """An amendment that is in effect earlier brings nothing into effect by itself."""
    orders = register_of(base(OnCondition("құрылым")), first(reword("head", "Жаңа.")))
    status = on(orders, "2022-01-01")
    assert (status.state, status.edition) == (State.ADOPTED, None)
    assert BASE in status.reason()


def test_a_base_order_repealed_before_it_took_effect() -> None:
    """It was adopted, and then repealed; in between nothing was in effect."""
    ends = amending("2020-5", Repeal(order=BASE), adopted="2020-01-12", rule="2020-01-20")
    early = amending("2020-4", reword("head", "Жаңа."), adopted="2020-01-11", rule="2020-01-12")
    orders = register_of(base(), early, ends)
    assert [on(orders, asked).state for asked in ("2020-01-15", "2020-01-20", "2020-03-01")] == [
        State.ADOPTED,
        State.REPEALED,
        State.REPEALED,
    ]
    assert BASE in on(orders, "2020-01-15").reason()


def test_a_point_of_the_base_order_with_a_later_day_comes_after_earlier_amendments() -> None:
    """Staggered commencement of the base order keeps the editions in the order of their days."""
    late = reword("head", "Кеш.", commencement=OnDate(day("2022-01-01")))
    orders = register_of(base(operations=(late,)), first(reword("deputy", "Жаңа.")))
    assert [edition.key for edition in orders.editions] == [BASE, "2021-5", f"{BASE}#1"]
    assert (on(orders, "2021-06-01").state, head_on(orders, "2021-06-01")) == (
        State.IN_EFFECT,
        "Бастық.",
    )
    assert head_on(orders, "2022-01-01") == "Кеш."


# --- one after another ----------------------------------------------------------------


def test_published_later_but_in_effect_earlier() -> None:
    """The day of effect decides, not the day of adoption or of publication."""
    slow = first(reword("head", "Баяу."), rule="2021-06-01")
    quick = third(reword("head", "Жылдам."), rule="2021-03-01")
    orders = register_of(base(), slow, quick)
    assert [edition.key for edition in orders.editions] == [BASE, "2021-7", "2021-5"]
    assert (head_on(orders, "2021-05-31"), head_on(orders, "2021-06-01")) == ("Жылдам.", "Баяу.")


def test_one_day_without_conflict() -> None:
    """Both changes stand, and nothing is open."""
    orders = register_of(
        base(), second(reword("head", "Екінші.")), first(reword("deputy", "Бірінші."))
    )
    edition = orders.as_of(day("2021-03-01"))
    assert (says(edition, "head"), says(edition, "deputy")) == ("Екінші.", "Бірінші.")
    assert on(orders, "2021-03-01").certainty is FACT


def test_one_day_with_conflict() -> None:
    """Of two acts of one level on one day, the one adopted later prevails (Art. 12(3))."""
    orders = register_of(
        base(), second(reword("head", "Екінші.")), first(reword("head", "Бірінші."))
    )
    assert (on(orders, "2021-03-01").state, head_on(orders, "2021-03-01")) == (
        State.IN_EFFECT,
        "Екінші.",
    )


def test_of_two_orders_of_one_day_the_higher_number_prevails() -> None:
    """Adopted and in effect on the same days, orders follow their numbers, as numbers."""
    ninth = amending("2021-9", reword("head", "№ 9."), adopted="2021-01-01", rule="2021-03-01")
    tenth = amending("2021-10", reword("head", "№ 10."), adopted="2021-01-01", rule="2021-03-01")
    assert head_on(register_of(base(), tenth, ninth), "2021-03-01") == "№ 10."


def test_retroactive_force_goes_before_an_edition_that_was_there() -> None:
    """A version inserted before existing ones; the later edition then holds both changes."""
    there = first(reword("head", "Бұрынғы."), rule="2021-03-01")
    back = third(reword("deputy", "Кері."), rule="2020-06-01", registered="2021-04-01")
    orders = register_of(base(), there, back)
    assert [edition.key for edition in orders.editions] == [BASE, "2021-7", "2021-5"]
    assert says(orders.as_of(day("2020-06-01")), "deputy") == "Кері."
    assert says(orders.as_of(day("2021-03-01")), "deputy") == "Кері."
    earlier = orders.as_of(day("2021-03-01"), known_at=day("2021-03-31"))
    assert says(earlier, "deputy") == "Орынбасар."
    grounds = [ground.key for ground in orders.in_effect(back).grounds]
    assert "retroactive" in grounds


def test_a_point_with_a_rule_of_its_own() -> None:
    """The order makes two editions, one for each day; its own day is that of the rest."""
    early = reword("deputy", "Ерте.", commencement=OnDate(day("2021-02-01")))
    orders = register_of(base(), first(reword("head", "Жаңа."), early))
    assert [edition.key for edition in orders.editions] == [BASE, "2021-5#1", "2021-5"]
    assert orders.in_effect(orders.order("2021-5")).day == day("2021-03-01")
    assert says(orders.as_of(day("2021-02-01")), "deputy") == "Ерте."
    assert head_on(orders, "2021-02-28") == "Бастық."


def test_together_with_another_act() -> None:
    """Whatever day the other act has, after every delay, is the day of this one."""
    orders = register_of(
        base(),
        first(reword("head", "Бірге."), rule=WithAct("2021-6")),
        second(reword("deputy", "Жаңа."), rule="2021-04-01"),
        third(Recommence(order="2021-6", rule=OnDate(day("2021-09-01")))),
    )
    assert orders.in_effect(orders.order("2021-5")).day == day("2021-09-01")


def test_together_with_an_act_that_could_not_be_known_yet() -> None:
    """Before the other act was registered, only this one's adoption was certain."""
    orders = register_of(
        base(),
        first(reword("head", "Бірге."), rule=WithAct("2021-7"), registered="2020-12-05"),
        third(reword("deputy", "Жаңа."), rule="2021-04-01", registered="2021-02-05"),
    )
    then = orders.as_known_at(day("2021-01-01"))
    assert then.in_effect(then.order("2021-5")).certainty is UNKNOWN
    assert on(orders, "2021-05-01").state is State.IN_EFFECT
    asked = orders.status(day("2021-05-01"), known_at=day("2021-01-01"))
    assert keys(asked.candidates) == [BASE, "2021-5"]


def test_a_condition_met_by_a_later_act() -> None:
    """Until it is met the order is not in effect; before that day nobody could know."""
    rule = OnCondition("құрылым бекітілгенде", met=day("2021-06-01"))
    orders = register_of(base(), first(reword("head", "Шартты."), rule=rule))
    assert (head_on(orders, "2021-05-31"), head_on(orders, "2021-06-01")) == ("Бастық.", "Шартты.")
    then = orders.as_known_at(day("2021-05-01"))
    assert head_on(then, "2021-07-01") == "Бастық."
    assert states_of(then, "2021-5") == [(OutcomeState.PENDING, "history.not-in-effect")]
    with pytest.raises(NotInEffectError):
        then.edition("2021-5")


def test_a_condition_of_a_single_point_is_known_when_it_is_met() -> None:
    """What could be known on a day covers the rules of points and of delays too."""
    met = OnCondition("құрылым", met=day("2021-06-01"))
    orders = register_of(
        base(),
        first(reword("head", "Шартты.", commencement=met), told(reword("cook", "Жаңа."))),
        second(Recommence(order="2021-5", rule=met), rule="2021-02-01"),
        third(restated("2021-5", reword("cook", "Шартты.", commencement=met)), rule="2021-02-10"),
    )
    edition = orders.as_of(day("2021-06-01"))
    assert [says(edition, name) for name in ("head", "cook")] == ["Шартты.", "Шартты."]
    then = orders.as_known_at(day("2021-05-31")).as_of(day("2021-07-01"))
    assert [says(then, name) for name in ("head", "cook")] == ["Бастық.", "Аспаз."]


# --- what is not settled --------------------------------------------------------------


def unpublished(*operations: Operation) -> Order:
    """Answers: what is an order of which only the registration is known?"""
    return second(*operations, rule=open_rule, registered=REGISTERED)


def test_an_order_of_unknown_publication_is_open_between_two_days() -> None:
    """Registered and not known to be published: two candidates, then a presumption."""
    orders = register_of(base(), unpublished(reword("head", "Жаңа.")))
    assert on(orders, "2021-01-11").certainty is FACT
    for asked in (SOONEST, "2021-02-10"):
        status = on(orders, asked)
        assert (status.state, status.certainty) == (State.UNDETERMINED, UNKNOWN)
        assert keys(status.candidates) == [BASE, "2021-6"]
    assert on(orders, LATEST).certainty is PRESUMED
    assert on(orders, LATEST).edition is not None


def test_a_presumption_ends_when_the_whole_register_is_restated_on_a_certain_day() -> None:
    """What stood before a restatement matters no more; before it, everything counts."""
    whole = Restate(target=at("register"), content=evolve(CONTENT, abbreviations=()))
    orders = register_of(base(), unpublished(reword("head", "Жаңа.")), third(whole))
    assert on(orders, "2021-02-28").certainty is PRESUMED
    assert on(orders, "2021-03-01").certainty is FACT


def test_a_certain_change_after_a_presumed_one_rests_on_the_presumption() -> None:
    """The text holds both changes, so it is no firmer than the weaker of them."""
    orders = register_of(
        base(), unpublished(reword("head", "Жаңа.")), third(reword("deputy", "Дәл."))
    )
    assert on(orders, "2021-03-01").certainty is PRESUMED


def test_candidates_hold_every_sequence_that_the_days_allow() -> None:
    """An open order may have come before a certain one, or after it, or not at all."""
    opened = unpublished(reword("head", "Ашық."), reword("deputy", "Ашық."))
    certain = third(reword("head", "Дәл."), rule="2021-01-20")
    orders = register_of(base(), opened, certain)
    texts = {
        (says(one, "head"), says(one, "deputy")) for one in on(orders, "2021-02-01").candidates
    }
    assert texts == {("Дәл.", "Орынбасар."), ("Дәл.", "Ашық."), ("Ашық.", "Ашық.")}
    assert len(set(keys(on(orders, "2021-02-01").candidates))) == len(texts)


def test_an_unknown_sequence_is_undetermined_where_the_text_depends_on_it() -> None:
    """After both have surely taken effect, which of them came last is still not known."""
    orders = register_of(
        base(),
        unpublished(reword("head", "Ашық.")),
        third(reword("head", "Дәл."), rule="2021-01-20"),
    )
    status = on(orders, "2022-01-01")
    assert status.state is State.UNDETERMINED
    assert {says(one, "head") for one in status.candidates} == {"Ашық.", "Дәл."}


def test_an_unknown_sequence_of_orders_apart_from_each_other_does_not_matter() -> None:
    """Two orders that touch different things give one text in either sequence."""
    orders = register_of(
        base(),
        unpublished(reword("head", "Ашық.")),
        third(reword("deputy", "Дәл."), rule="2021-01-20"),
    )
    assert on(orders, "2022-01-01").state is State.IN_EFFECT


def test_an_open_sequence_is_seen_past_an_order_between() -> None:
    """Two orders in conflict need not be neighbours to leave the text open."""
    between = amending(
        "2021-8", reword("deputy", "Арада."), adopted="2021-02-02", rule="2021-01-25"
    )
    orders = register_of(
        base(),
        unpublished(reword("head", "Ашық.")),
        third(reword("head", "Дәл."), rule="2021-01-20"),
        between,
    )
    assert on(orders, "2022-01-01").state is State.UNDETERMINED


def test_many_orders_in_an_open_sequence_are_still_seen_to_conflict() -> None:
    """Of more orders than are put into every sequence, each is put before each other."""
    orders = [
        amending(
            f"2021-{n}",
            reword("head", f"{n}.") if n in (1, 6) else add(f"n{n}", f"{n}."),
            adopted=f"2021-01-0{n}",
            registered=f"2021-01-0{n}",
        )
        for n in range(1, 7)
    ]
    assert on(register_of(base(), *orders), "2022-01-01").state is State.UNDETERMINED


def test_every_sequence_of_open_orders_has_a_name_of_its_own() -> None:
    """Three orders, each taken or left, in any sequence: sixteen texts, sixteen names."""
    orders = [
        amending(f"2021-{n}", add(f"n{n}", f"{n}."), adopted="2021-01-01", registered=REGISTERED)
        for n in range(2, 5)
    ]
    candidates = on(register_of(base(), *orders), "2021-01-20").candidates
    assert len({one.content for one in candidates if one is not None}) == 16
    assert len(set(keys(candidates))) == len(candidates) == 16


def test_more_open_orders_than_are_combined_still_give_candidates() -> None:
    """With many open orders at once the answer stays undetermined and bounded."""
    orders = [
        amending(f"2021-{n}", add(f"n{n}", f"{n}."), adopted="2021-01-01", registered=REGISTERED)
        for n in range(1, 9)
    ]
    status = on(register_of(base(), *orders), "2021-01-20")
    assert status.state is State.UNDETERMINED
    assert 2 <= len(status.candidates) <= 120


def test_an_unknown_rule_without_publication_never_settles() -> None:
    """With neither clause nor publication, every later day has two candidates."""
    orders = register_of(base(), first(reword("head", "Жаңа."), rule=UnknownRule()))
    assert on(orders, "2020-11-30").state is State.IN_EFFECT
    assert keys(on(orders, "2030-01-01").candidates) == [BASE, "2021-5"]


@pytest.mark.parametrize(
    ("rule", "more", "expected"),
    [
        (OnPublication(), {"published": "2021-01-15"}, "2021-01-15"),
        (OnRegistration(), {"registered": "2021-01-14"}, "2021-01-14"),
        (open_rule, {"published": "2021-01-15"}, "2021-01-26"),
        ("2021-05-01", {}, "2021-05-01"),
    ],
)
def test_each_rule_gives_its_day(rule: object, more: dict[str, str], expected: str) -> None:
    """The state changes on the day that the rule gives, not a day before."""
    orders = register_of(base(), first(reword("head", "Жаңа."), rule=rule, **more))
    eve = day(expected) - datetime.timedelta(days=1)
    assert says(orders.as_of(eve), "head") == "Бастық."
    assert head_on(orders, expected) == "Жаңа."


# --- orders that change orders --------------------------------------------------------


def test_stillborn() -> None:
    """Repealed before it took effect, an order never does; its instructions are refused so."""
    orders = register_of(
        base(),
        first(reword("head", "Жаңа."), rule="2021-06-01"),
        second(Repeal(order="2021-5"), rule="2021-03-01"),
    )
    assert head_on(orders, "2022-01-01") == "Бастық."
    assert states_of(orders, "2021-5") == [(OutcomeState.REFUSED, "history.stillborn")]
    assert states_of(orders, "2021-6") == [(OutcomeState.APPLIED, None)]
    with pytest.raises(NotInEffectError):
        orders.edition("2021-5")


def test_a_repeal_of_a_repeal_does_not_revive() -> None:
    """Art. 27(10): the stillborn order stays so, whatever becomes of its repeal."""
    orders = register_of(
        base(),
        first(reword("head", "Жаңа."), rule="2021-06-01"),
        second(Repeal(order="2021-5"), rule="2021-03-01"),
        third(Repeal(order="2021-6"), rule="2021-04-01"),
    )
    assert head_on(orders, "2022-01-01") == "Бастық."


def test_a_repeal_repealed_in_time_leaves_the_order_due() -> None:
    """A stillborn repeal repeals nothing."""
    orders = register_of(
        base(),
        first(reword("head", "Жаңа."), rule="2021-06-01"),
        second(Repeal(order="2021-5"), rule="2021-03-01"),
        third(Repeal(order="2021-6"), rule="2021-02-15"),
    )
    assert head_on(orders, "2022-01-01") == "Жаңа."


def test_a_repeal_after_the_fact_takes_nothing_back() -> None:
    """An amending order that was in effect has done its work."""
    orders = register_of(
        base(),
        first(reword("head", "Жаңа.")),
        second(Repeal(order="2021-5"), rule="2021-06-01"),
    )
    assert head_on(orders, "2022-01-01") == "Жаңа."


def test_a_repeal_that_may_have_come_in_time_leaves_the_order_doubtful() -> None:
    """Both are possible for ever, and the reason names the repealing order."""
    orders = register_of(
        base(),
        first(reword("head", "Жаңа."), rule="2021-01-20"),
        unpublished(Repeal(order="2021-5")),
    )
    assert fates(orders)["2021-5"] is Fate.DOUBTFUL
    status = on(orders, "2022-01-01")
    assert {says(one, "head") for one in status.candidates} == {"Бастық.", "Жаңа."}
    assert all("2021-6" in status.reason(language) for language in LANGUAGES)


def test_a_certain_repeal_settles_what_a_possible_one_left_open() -> None:
    """Of two repeals, the one that surely came in time decides, in whatever sequence."""
    target = first(reword("head", "Жаңа."), rule="2021-01-20")
    certain = amending("2021-8", Repeal(order="2021-5"), adopted="2021-02-02", rule="2021-01-15")
    orders = register_of(base(), target, unpublished(Repeal(order="2021-5")), certain)
    assert "2021-5" not in fates(orders)


def test_a_doubtful_repeal_proves_nothing() -> None:
    """A repeal that may itself have been repealed in time makes no order surely stillborn."""
    orders = register_of(
        base(),
        first(reword("head", "Жаңа."), rule="2021-06-01"),
        amending("2020-9", Repeal(order="2021-5"), adopted="2020-12-15", rule="2021-01-20"),
        unpublished(Repeal(order="2020-9")),
    )
    assert fates(orders)["2021-5"] is Fate.DOUBTFUL


def test_an_amendment_to_an_order_not_yet_in_effect() -> None:
    """Art. 26(3): the changed point is carried out in its new words, its old ones are refused."""
    orders = register_of(
        base(),
        first(told(reword("head", "Ескі.")), told(reword("deputy", "Қалады."), "2")),
        second(restated("2021-5", told(reword("head", "Түзетілген."))), rule="2021-02-01"),
    )
    edition = orders.as_of(day("2021-03-01"))
    assert (says(edition, "head"), says(edition, "deputy")) == ("Түзетілген.", "Қалады.")
    assert states_of(orders, "2021-5") == [
        (OutcomeState.REFUSED, "history.point-restated"),
        (OutcomeState.APPLIED, None),
    ]


def restated(order: str, *operations: Operation, point: str = "1") -> RestatePoint:
    """Answers: which operation changes a point of an order?"""
    return RestatePoint(order=order, point=point, operations=operations)


def test_a_point_excluded_before_it_took_effect_does_nothing() -> None:
    """A point changed into nothing is not carried out, and is not lost from the tally."""
    orders = register_of(
        base(), first(told(reword("head", "Ескі."))), second(restated("2021-5"), rule="2021-02-01")
    )
    assert head_on(orders, "2022-01-01") == "Бастық."
    assert states_of(orders, "2021-5") == [(OutcomeState.REFUSED, "history.point-restated")]


def test_a_subpoint_falls_with_its_point() -> None:
    """Changing point 1 changes 1.1 and 1.2, and not point 10."""
    orders = register_of(
        base(),
        first(
            told(reword("head", "1.1"), "1.1"),
            told(reword("deputy", "1.2"), "1.2"),
            told(reword("cook", "10"), "10"),
        ),
        second(restated("2021-5"), rule="2021-02-01"),
    )
    edition = orders.as_of(day("2021-03-01"))
    assert [says(edition, name) for name in ("head", "deputy", "cook")] == [
        "Бастық.",
        "Орынбасар.",
        "10",
    ]


@pytest.mark.parametrize("rule", ["2021-03-02", "2022-01-01"])
def test_a_change_that_comes_too_late_is_refused(rule: str) -> None:
    """An order in effect cannot be changed itself any more; the instruction says why."""
    for change in (
        restated("2021-5", told(reword("head", "Кеш."))),
        Recommence(order="2021-5", rule=OnDate(day("2023-01-01"))),
    ):
        orders = register_of(
            base(), first(told(reword("head", "Жаңа."))), second(change, rule=rule)
        )
        assert head_on(orders, "2022-06-01") == "Жаңа."
        assert states_of(orders, "2021-6") == [(OutcomeState.REFUSED, "history.too-late")]


def test_a_change_in_effect_on_the_same_day_comes_in_time() -> None:
    """The order and the order that changes it take effect as one."""
    orders = register_of(
        base(),
        first(told(reword("head", "Ескі."))),
        second(restated("2021-5", told(reword("head", "Түзетілген.")))),
    )
    assert head_on(orders, "2021-03-01") == "Түзетілген."


def test_an_order_may_change_another_and_take_effect_together_with_it() -> None:
    """Its day is the other's day, and hangs on no change that it makes to the text."""
    orders = register_of(
        base(),
        first(told(reword("head", "Ескі."))),
        second(restated("2021-5", told(reword("head", "Бірге."))), rule=WithAct("2021-5")),
    )
    assert head_on(orders, "2021-03-01") == "Бірге."


def test_a_change_that_awaits_its_condition_is_pending_and_not_too_late() -> None:
    """Nobody can say that it came too late: it has not come."""
    orders = register_of(
        base(),
        first(told(reword("head", "Жаңа."))),
        second(Recommence(order="2021-5", rule=OnDate(day("2023-01-01"))), rule=OnCondition("…")),
    )
    assert states_of(orders, "2021-6") == [(OutcomeState.PENDING, "history.not-in-effect")]


def test_a_change_to_a_point_that_is_not_there_is_refused() -> None:
    """Nothing happens silently: the instruction names a point that the order does not have."""
    orders = register_of(
        base(),
        first(told(reword("head", "Жаңа."))),
        second(restated("2021-5", told(reword("head", "?")), point="9"), rule="2021-02-01"),
    )
    assert states_of(orders, "2021-6") == [(OutcomeState.REFUSED, "history.no-such-point")]
    assert head_on(orders, "2021-03-01") == "Жаңа."


def test_a_point_with_a_later_day_of_its_own_can_be_changed_until_that_day() -> None:
    """The rest of the order is in effect already; the changed point keeps its own day."""
    late = evolve(told(reword("head", "Ескі."), "2"), commencement=OnDate(day("2021-09-01")))
    orders = register_of(
        base(),
        first(told(reword("deputy", "Жаңа.")), late),
        second(
            restated("2021-5", told(reword("head", "Түзетілген."), "2"), point="2"),
            rule="2021-06-01",
        ),
    )
    assert head_on(orders, "2021-08-31") == "Бастық."
    assert head_on(orders, "2021-09-01") == "Түзетілген."


def test_a_changed_point_may_itself_repeal_an_order() -> None:
    """What a point does from then on counts like any instruction of its order."""
    orders = register_of(
        base(),
        first(reword("head", "Жаңа."), rule="2021-12-01"),
        second(told(reword("cook", "Ескі.")), rule="2021-11-01"),
        third(restated("2021-6", told(Repeal(order="2021-5"))), rule="2021-03-01"),
    )
    assert head_on(orders, "2022-01-01") == "Бастық."
    assert says(orders.as_of(day("2022-01-01")), "cook") == "Аспаз."


def test_delays_follow_one_another_by_their_days_of_effect() -> None:
    """The last delay that took effect decides, though it was adopted earlier."""
    orders = register_of(
        base(),
        first(reword("head", "Жаңа."), rule="2021-06-01"),
        second(Recommence(order="2021-5", rule=OnDate(day("2021-10-01"))), rule="2021-05-01"),
        third(Recommence(order="2021-5", rule=OnDate(day("2021-08-01"))), rule="2021-03-01"),
    )
    assert orders.in_effect(orders.order("2021-5")).day == day("2021-10-01")


def test_a_delay_that_may_have_come_in_time_leaves_both_days_possible() -> None:
    """Between the days nothing is settled; after the later one the order is in effect."""
    orders = register_of(
        base(),
        first(reword("head", "Жаңа."), rule="2021-01-20"),
        unpublished(Recommence(order="2021-5", rule=OnDate(day("2021-06-01")))),
    )
    assert on(orders, "2021-01-19").state is State.IN_EFFECT
    for asked in ("2021-01-20", "2021-05-31"):
        assert keys(on(orders, asked).candidates)[-1] == "2021-5"
    assert (on(orders, "2021-06-01").state, on(orders, "2021-06-01").certainty) == (
        State.IN_EFFECT,
        PRESUMED,
    )


def test_an_order_can_be_brought_forward() -> None:
    """A new rule may also name an earlier day."""
    orders = register_of(
        base(),
        first(reword("head", "Жаңа."), rule="2021-12-01"),
        second(Recommence(order="2021-5", rule=OnDate(day("2021-04-01"))), rule="2021-03-01"),
    )
    assert head_on(orders, "2021-04-01") == "Жаңа."


# --- suspension -----------------------------------------------------------------------


def test_a_suspended_register_keeps_its_text_and_comes_back_changed() -> None:
    """Half-open like all intervals; what changes meanwhile is in effect when it ends."""
    orders = register_of(
        base(),
        first(Suspend(target=at("register"), until=day("2021-06-01"))),
        second(reword("head", "Жаңа."), rule="2021-04-01"),
    )
    states = [on(orders, one).state for one in ("2021-02-28", "2021-03-01", "2021-05-31")]
    assert states == [State.IN_EFFECT, State.SUSPENDED, State.SUSPENDED]
    suspended = on(orders, "2021-04-01")
    assert says(suspended.edition, "head") == "Жаңа."
    assert len({suspended.reason(language) for language in LANGUAGES}) == len(LANGUAGES)
    with pytest.raises(NotInEffectError):
        orders.as_of(day("2021-05-31"))
    assert head_on(orders, "2021-06-01") == "Жаңа."


def test_a_suspension_of_unknown_day_is_undetermined_and_ends_for_certain() -> None:
    """Whether it has begun is open; that it has ended is not."""
    pause = Suspend(target=at("register"), until=day("2021-06-01"))
    orders = register_of(base(), unpublished(pause))
    assert [on(orders, one).state for one in (SOONEST, LATEST, "2021-06-01")] == [
        State.UNDETERMINED,
        State.SUSPENDED,
        State.IN_EFFECT,
    ]


def test_a_suspension_over_before_it_began_never_was() -> None:
    """An end on or before the day of effect suspends nothing."""
    orders = register_of(base(), first(Suspend(target=at("register"), until=day("2021-03-01"))))
    assert on(orders, "2021-03-01").state is State.IN_EFFECT


def test_a_suspended_part_is_named_while_the_rest_is_in_effect() -> None:
    """The state is of the register; what is not applied in it is listed."""
    orders = register_of(base(), first(Suspend(target=at("level:D"), until=day("2021-06-01"))))
    status = on(orders, "2021-03-01")
    assert (status.state, status.suspended) == (State.IN_EFFECT, (at("level:D"),))
    assert on(orders, "2021-06-01").suspended == ()


# --- small rules ----------------------------------------------------------------------


def test_precedes_speaks_only_where_the_days_settle_it() -> None:
    """No later than; surely after; or not known."""
    orders = register_of(
        base(), first(), unpublished(reword("head", "Жаңа.")), third(rule=OnCondition("…"))
    )
    known, opened, awaiting = (orders.in_effect(one) for one in orders.orders[1:])
    assert precedes(known, known) is True
    assert precedes(opened, known) is True
    assert precedes(known, opened) is False
    assert precedes(opened, opened) is None
    assert precedes(awaiting, known) is False
    assert precedes(known, awaiting) is True


def test_an_order_that_does_nothing_to_the_text_makes_an_edition_of_the_same_text() -> None:
    """A repeal, a delay or a suspension shares the text of the edition before, object and all."""
    orders = register_of(base(), first(Suspend(target=at("register"), until=day("2021-06-01"))))
    assert orders.editions[1].content is orders.editions[0].content


def test_an_insertion_beside_an_entry_that_an_open_order_removes() -> None:
    """Where an order cannot be carried out on one of the possible texts, it is left out there."""
    beside = Insert(place=Place(Where.AFTER, at("entry:head")), content=add("new", "Жаңа.").content)
    orders = register_of(
        base(), unpublished(Remove(target=at("entry:head"))), third(beside, rule="2021-01-20")
    )
    texts = {(says(one, "head"), says(one, "new")) for one in on(orders, "2021-02-01").candidates}
    assert texts == {("Бастық.", "Жаңа."), (None, "Жаңа."), (None, None)}
