"""Generated histories, held against a naive model: a day for every order, and a list of texts.

What really happened is drawn first: for every order the day on which it took effect. The
register is told less, and whatever it says must leave room for what happened.
"""

import datetime
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import define, evolve, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from histories import BASE, CONTENT, ISSUER, base
from kz_civil_positions.amending.engine import OperationError, apply
from kz_civil_positions.calendar import (
    ActDates,
    AfterPublication,
    Certainty,
    CommencementRule,
    OnCondition,
    OnDate,
    OnPublication,
    OnRegistration,
    Publication,
    UnknownRule,
    day_after_term,
)
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.status import State, Status
from kz_civil_positions.model import Content
from kz_civil_positions.operations import Operation, Recommence, Repeal
from kz_civil_positions.orders import Order
from strategies import operations_on

START: Final = datetime.date(2020, 2, 1)
ONE_DAY: Final = datetime.timedelta(days=1)
SPAN: Final = 160
LAST_DAY: Final = 130
brisk = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def after(days: int) -> datetime.date:
    """Answers: which day is so many days after the base order took effect?"""
    return START + datetime.timedelta(days=days)


# --- generated histories --------------------------------------------------------------


@frozen
class Happened:
    """An order as the register knows it, and the day on which it took effect in truth."""

    order: Order
    day: datetime.date


@st.composite
def known_orders(draw: st.DrawFn, number: int, operations: tuple[Operation, ...]) -> Happened:
    """Answers: which orders may do this, and when did they take effect?"""
    adopted = after(draw(st.integers(0, SPAN)))
    registered = adopted + datetime.timedelta(days=draw(st.integers(0, 9)))
    published = registered + datetime.timedelta(days=draw(st.integers(0, 30)))
    told = draw(st.booleans())
    events = (Publication("банк", published),) if told else ()
    rule, day = draw(_rules(registered, published, told=told))
    order = Order(
        id=f"2020-{number}",
        number=str(number),
        issuer=ISSUER,
        title="Ойдан шығарылған бұйрық",
        dates=ActDates(adopted, registered, events),
        rule=rule,
        amends=BASE,
        operations=operations,
        fictional=True,
    )
    return Happened(order, day)


@st.composite
def _rules(
    draw: st.DrawFn, registered: datetime.date, published: datetime.date, *, told: bool
) -> tuple[CommencementRule, datetime.date]:
    """A rule, and the day on which it really put the order into effect."""
    days = draw(st.sampled_from((0, 10, 30)))
    named = after(draw(st.integers(-20, SPAN)))
    choices: list[tuple[CommencementRule, datetime.date]] = [
        (AfterPublication(days), day_after_term(published, days)),
        (OnPublication(), published),
        (OnRegistration(), registered),
        (OnDate(max(named, START)), max(named, START)),
        (OnCondition("шарт", met=max(named, registered)), max(named, registered)),
    ]
    if told:
        # A clause not seen may name any day up to that of the default rule.
        latest = (day_after_term(published) - registered).days
        choices.append((UnknownRule(), registered + draw(st.integers(0, latest)) * ONE_DAY))
    return draw(st.sampled_from(choices))


@frozen
class Story:
    """Orders in the sequence of their numbers, each with its true day."""

    told: tuple[Happened, ...]

    @property
    def register(self) -> Register:
        """What is known."""
        orders = (base(OnDate(START)), *(one.order for one in self.told))
        return Register(tuple(sorted(orders, key=lambda one: (one.adopted, one.id))))

    @property
    def in_turn(self) -> list[Happened]:
        """The orders as they took effect; on one day, the one adopted later prevails."""
        return sorted(
            self.told, key=lambda one: (one.day, one.order.adopted, int(one.order.number))
        )

    def text(self, day: datetime.date) -> Content:
        """What the register truly said that day, worked out by hand."""
        return replayed([one.order.operations for one in self.in_turn if one.day <= day])


def replayed(sequence: Sequence[Sequence[Operation]]) -> Content:
    """Answers: what do these orders make of the first text, a failing one changing nothing?"""
    content = CONTENT
    buried: set[Address] = set()
    for operations in sequence:
        try:
            new = apply(content, operations, retired=buried)
        except OperationError:
            continue
        buried |= gone(content, new)
        content = new
    return content


def gone(old: Content, new: Content) -> set[Address]:
    """Answers: which entries, items and places were excluded, and not only renumbered?"""
    there = {node.address for node in new.walk()}
    left = {node.address for node in old.walk()} - there
    return {one for one in left if one.kind not in (Kind.LINK, Kind.LEVEL)}


def is_simple(operation: Operation) -> bool:
    """Whether the model's short rule for graves holds: places are neither made nor left."""
    kinds = {Kind.ENTRY, Kind.ITEM, Kind.ABBREVIATION, Kind.ABBREVIATIONS}
    target = getattr(operation, "target", None)
    content = getattr(operation, "content", None)
    address = getattr(content, "address", None)
    return all(one is None or one.kind in kinds for one in (target, address))


@st.composite
def stories(draw: st.DrawFn, max_size: int = 4) -> Story:
    """Answers: which histories may there be?

    Most orders are written for the first text, so that any may come before any other.
    """
    simple = operations_on(CONTENT).filter(is_simple)
    made = [
        draw(known_orders(number, (draw(simple),)))
        for number in range(2, draw(st.integers(2, max_size)) + 2)
    ]
    return Story(tuple(made))


def days_around(register: Register) -> Iterator[datetime.date]:
    """Answers: which days lie just before, on, after and between all that happens?"""
    ends = {register.base.adopted, START, after(2 * SPAN)}
    for step in register.steps:
        ends |= {one for one in (step.in_effect.earliest, step.in_effect.latest) if one}
    for end, following in pairwise(sorted(ends)):
        yield from (end - ONE_DAY, end, end + ONE_DAY, end + (following - end) / 2)


def texts_of(status: Status) -> list[Content | None]:
    """Answers: which texts does the honest answer leave room for?"""
    if status.state is State.UNDETERMINED:
        return [None if one is None else one.content for one in status.candidates]
    return [None if status.edition is None else status.edition.content]


# --- what must hold of every history --------------------------------------------------


@brisk
@given(stories())
def test_the_truth_is_always_among_the_answers(story: Story) -> None:
    """Whatever really happened between the days that are known, the answer leaves room for it."""
    register = story.register
    for day in days_around(register):
        if day >= START:
            assert story.text(day) in texts_of(register.status(day)), day


@brisk
@given(stories())
def test_where_every_day_is_a_fact_the_answer_is_the_replay_by_hand(story: Story) -> None:
    """With every publication told, nothing is undetermined and as-of agrees with the model."""
    whole = Story(
        tuple(evolve(one, order=evolve(one.order, rule=OnDate(one.day))) for one in story.told)
    )
    register = whole.register
    for day in days_around(register):
        if day >= START:
            status = register.status(day)
            assert (status.state, status.certainty) == (State.IN_EFFECT, Certainty.FACT)
            assert register.as_of(day).content == whole.text(day)


@brisk
@given(stories())
def test_every_day_has_one_state_and_it_turns_only_on_turning_days(story: Story) -> None:
    """States partition the time line: no gap, no overlap, no change without a cause."""
    register = story.register
    turns = {register.base.adopted}
    for step in register.steps:
        turns |= {one for one in (step.in_effect.earliest, step.in_effect.latest) if one}
    before: Status | None = None
    for number in range(-30, 2 * SPAN + 60):
        status = register.status(after(number))
        assert isinstance(status.state, State)
        assert (status.edition is None) == (status.state is not State.IN_EFFECT)
        assert bool(status.candidates) == (status.state is State.UNDETERMINED)
        same = before is not None and evolve(before, day=status.day) == status
        assert same or before is None or status.day in turns
        before = status


@brisk
@given(stories())
def test_candidates_are_several_and_have_names_of_their_own(story: Story) -> None:
    """An undetermined day has at least two answers, and no two of them share a name."""
    register = story.register
    for day in days_around(register):
        status = register.status(day)
        names = [None if one is None else one.key for one in status.candidates]
        assert len(set(names)) == len(names)
        assert status.state is not State.UNDETERMINED or len(names) > 1


@brisk
@given(stories())
def test_a_fact_rests_on_facts(story: Story) -> None:
    """No answer is certain while an order that it rests on, or is open, is presumed."""
    register = story.register
    for day in days_around(register):
        status = register.status(day)
        moments = [(step.in_effect.at(day), step.in_effect.certainty) for step in register.steps]
        if status.state is State.IN_EFFECT and status.certainty is Certainty.FACT:
            assert all(sure is Certainty.FACT for moment, sure in moments if moment == "since")
            assert "open" not in [moment for moment, _ in moments]
        assert (status.state is State.UNDETERMINED) == (status.certainty is Certainty.UNKNOWN)


@brisk
@given(stories(), st.data())
def test_a_publication_learnt_leaves_settled_days_settled(
    story: Story, data: st.DataObject
) -> None:
    """To know more never makes a determined day undetermined, unless the publication came late."""
    register = story.register
    unknown = [one.order for one in story.told if not one.order.dates.publications]
    if not unknown:
        return
    order = data.draw(st.sampled_from(unknown))
    registered = order.dates.registered
    assert registered is not None
    # Within the duty to publish: the day then lies in the interval that was presumed.
    told = registered + data.draw(st.integers(0, 30)) * ONE_DAY
    richer = register.with_publication(order.id, told, "банк")
    for day in days_around(register):
        before, now = register.status(day), richer.status(day)
        if before.state is not State.UNDETERMINED:
            assert now.state is before.state
            assert texts_of(now) == texts_of(before)
        else:
            assert all(text in texts_of(before) for text in texts_of(now))


@brisk
@given(stories(), st.integers(0, SPAN + 40))
def test_what_could_be_known_later_is_never_told_earlier(story: Story, known: int) -> None:
    """An order registered after that day has no part in the answer."""
    day = after(known)
    register = story.register.as_known_at(day)
    registered = {one.id: one.dates.registered for one in story.register.orders}
    for order in register.orders:
        assert order.amends is None or (registered[order.id] or day) <= day
        assert all(event.date <= day for event in order.dates.publications)
    for asked in days_around(story.register):
        direct = story.register.status(asked, known_at=day)
        assert texts_of(direct) == texts_of(register.status(asked))


@brisk
@given(stories(6))
def test_what_was_removed_never_returns(story: Story) -> None:
    """Once there is a stone for an id, no later edition has that id."""
    register = story.register
    buried: set[Address] = set()
    for before, now in pairwise(register.editions):
        there = {node.address for node in now.text.walk()}
        buried |= {node.address for node in before.text.walk()} - there
        lasting = {one for one in buried if one.kind in (Kind.ENTRY, Kind.ITEM)}
        assert not lasting & there
        assert lasting <= register.tombstones.keys()


@brisk
@given(stories())
def test_the_history_of_an_entry_is_the_story_of_its_texts(story: Story) -> None:
    """Each event starts from what the one before it left, and the last leaves what is there."""
    register = story.register
    last = {node.address: node for node in register.editions[-1].text.walk()}
    ever = {node.address for edition in register.editions for node in edition.text.walk()}
    for address in sorted(one for one in ever if one.kind in (Kind.ENTRY, Kind.ITEM)):
        events = register.history(str(address))
        for before, now in pairwise(events):
            assert before.after == now.before
        assert events[-1].after == last.get(address)


# --- orders that change orders, step by step ------------------------------------------


@define
class Written:
    """An order in the naive model: its day, what it does to the text, and to which order."""

    day: datetime.date
    operation: Operation
    aim: str | None = None
    repealed: bool = False

    def act_on(self, other: "Written") -> None:
        """Repeal or delay an order that is not in effect yet."""
        if isinstance(self.operation, Repeal):
            other.repealed = True
        elif isinstance(self.operation, Recommence) and isinstance(self.operation.rule, OnDate):
            other.day = self.operation.rule.date


def lived_through(written: dict[str, Written]) -> dict[str, Written]:
    """Answers: what becomes of these orders, day after day?

    On each day, from the latest order to the first: those that act on an order do so if it
    is not in effect before; then it is in effect itself, if this is its day.
    """
    orders = {name: evolve(one) for name, one in written.items()}
    for number in range(LAST_DAY):
        today = after(number)
        acting: set[str] = set()
        for name in reversed(orders):
            one = orders[name]
            for changer in (other for key, other in orders.items() if key in acting):
                if changer.aim == name and one.day >= today:
                    changer.act_on(one)
            if one.day == today and not one.repealed:
                acting.add(name)
    return {name: one for name, one in orders.items() if not one.repealed}


class Histories(RuleBasedStateMachine):
    """Orders are adopted one a day; some change others that are not in effect yet.

    One order names no day but follows its publication, which is told at some time.
    """

    def __init__(self) -> None:
        super().__init__()
        self.register = Register((base(OnDate(START)),))
        self.written: dict[str, Written] = {}
        self.untold: dict[str, datetime.date] = {}

    @property
    def today(self) -> datetime.date:
        """The day on which the next order is adopted."""
        return after(len(self.register.orders))

    def adopt(self, rule: CommencementRule, operation: Operation) -> str:
        """Adopt an order, and register it on the same day."""
        number = len(self.register.orders) + 1
        order = Order(
            id=f"2020-{number}",
            number=str(number),
            issuer=ISSUER,
            title="Ойдан шығарылған бұйрық",
            dates=ActDates(self.today, self.today),
            rule=rule,
            amends=BASE,
            operations=(operation,),
            fictional=True,
        )
        self.register = Register((*self.register.orders, order))
        return order.id

    def write(self, days: int, operation: Operation, aim: str | None = None) -> None:
        """Adopt an order that names its day."""
        day = self.today + days * ONE_DAY
        self.written[self.adopt(OnDate(day), operation)] = Written(day, operation, aim)

    @rule(data=st.data(), days=st.integers(0, 40))
    def amend(self, data: st.DataObject, days: int) -> None:
        """An order changes the text."""
        self.write(days, data.draw(operations_on(CONTENT).filter(is_simple)))

    @precondition(lambda self: self.written)
    @rule(data=st.data(), days=st.integers(0, 40))
    def repeal(self, data: st.DataObject, days: int) -> None:
        """An order repeals another: in time or too late, a repeal or a delay perhaps."""
        aim = data.draw(st.sampled_from(sorted(self.written)))
        self.write(days, Repeal(order=aim), aim)

    @precondition(lambda self: self.delayable)
    @rule(data=st.data(), days=st.integers(0, 40), new=st.integers(60, 90))
    def delay(self, data: st.DataObject, days: int, new: int) -> None:
        """An order puts off another one."""
        aim = data.draw(st.sampled_from(self.delayable))
        self.write(days, Recommence(order=aim, rule=OnDate(after(new))), aim)

    @property
    def delayable(self) -> list[str]:
        """All but the delays: a delay put off would put another one back in time."""
        orders = self.written.items()
        return [name for name, one in orders if not isinstance(one.operation, Recommence)]

    @precondition(lambda self: not self.untold)
    @rule(data=st.data(), days=st.integers(0, 30))
    def amend_when_published(self, data: st.DataObject, days: int) -> None:
        """An order that follows its publication, of which nothing is known yet."""
        operation = data.draw(operations_on(CONTENT).filter(is_simple))
        published = self.today + days * ONE_DAY
        name = self.adopt(AfterPublication(10), operation)
        self.untold[name] = published
        self.written[name] = Written(day_after_term(published), operation)

    @precondition(lambda self: self.untold)
    @rule()
    def publish(self) -> None:
        """The publication becomes known."""
        name, published = self.untold.popitem()
        self.register = self.register.with_publication(name, published, "банк")

    @invariant()
    def agrees_with_the_model(self) -> None:
        """The register says what the model says; while something is unknown, it leaves room."""
        alive = lived_through(self.written)
        if not self.untold:
            days = {step.order: step.in_effect.day for step in self.register.steps[1:]}
            assert days == {name: one.day for name, one in alive.items()}
        turn = sorted(alive, key=lambda name: (alive[name].day, int(name.partition("-")[2])))
        for day in {START, *(one.day for one in alive.values())}:
            expected = replayed([[alive[n].operation] for n in turn if alive[n].day <= day])
            status = self.register.status(day)
            assert expected in texts_of(status)
            assert self.untold or self.register.as_of(day).content == expected


def test_orders_that_change_orders_agree_with_a_naive_model() -> None:
    """Added, delayed, repealed, published and asked for, in any sequence."""
    run_state_machine_as_test(
        Histories, settings=settings(brisk, max_examples=40, stateful_step_count=12)
    )
