"""What can be said of the register on a day, and why: never more than the sources allow."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, combinations, pairwise, permutations
from typing import Final

from kz_civil_positions.calendar import Certainty, InEffect, describe
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.history.timeline import Fate, Step
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Content, Edition
from kz_civil_positions.operations import Repeal, Restate, Suspend
from kz_civil_positions.orders import Order
from kz_civil_positions.things import frozen

__all__ = ["Segment", "State", "Status", "Turn", "judge"]

# Of more open steps, not every combination is worked out: the candidates double with each.
_MOST_OPEN: Final = 4
# Of more steps whose sequence is open, each is put before each other, not all in every sequence.
_MOST_IN_A_ROW: Final = 4
_ONE_DAY: Final = datetime.timedelta(days=1)


class State(StrEnum):
    """What can be said of the register on a day."""

    NOT_ADOPTED = "not-adopted"
    ADOPTED = "adopted"
    IN_EFFECT = "in-effect"
    SUSPENDED = "suspended"
    REPEALED = "repealed"
    UNDETERMINED = "undetermined"


@frozen
class Turn:
    """A change of the register's text: which order (or published edition), and from when."""

    order: str
    in_effect: InEffect


@frozen
class Status:
    """The honest answer for a day.

    Attributes:
        day: the day asked for.
        state: what can be said.
        edition: the edition in effect (or suspended); None where there is none, or it is
            undetermined.
        candidates: where undetermined, the editions that may be in effect; None among
            them means that possibly none is.
        certainty: of the state.
        previous: the last change before or on this day.
        next: the next change after it, as far as known.
        beyond_checked: whether the day lies after the last day up to which the sources
            were checked.
        checked_until: that day.
        suspended: the places that are not applied on this day.
    """

    day: datetime.date
    state: State
    edition: Edition | None
    candidates: tuple[Edition | None, ...]
    certainty: Certainty
    previous: Turn | None
    next: Turn | None
    beyond_checked: bool
    checked_until: datetime.date | None
    suspended: tuple[Address, ...] = ()
    _why: tuple[str, tuple[tuple[str, object], ...]] = ("", ())

    @property
    def held(self) -> bool:
        """Whether the text of the edition in effect is held."""
        return self.edition is not None and self.edition.held

    def answer(self, language: Language = "en") -> str:
        """Answers: what can be said of this day, in one line?"""
        state = say(f"history.state-{self.state}", language)
        names = [one.key for one in self.candidates if one]
        if names:
            state += f" ({', '.join(names)})"
        facts = {"day": self.day, "state": state, "reason": self.reason(language)}
        return say("history.answer", language, **facts)

    def reason(self, language: Language = "en") -> str:
        """Answers: why is that so, in one sentence?"""
        key, facts = self._why
        spoken = {
            name: describe(fact, language) if isinstance(fact, InEffect) else fact
            for name, fact in facts
        }
        parts = [say(f"history.{key}", language, **spoken)]
        if self.edition is not None and not self.edition.held:
            parts.append(say("history.but-not-held", language))
        if any(_is_users(fact) for _, fact in facts):
            parts.append(say("history.but-by-user", language))
        if self.beyond_checked:
            parts.append(say("history.but-beyond", language, day=self.checked_until))
        if self.beyond_checked and self.state is not State.UNDETERMINED:
            parts.append(say("history.but-last-known", language))
        return "; ".join(parts) + "."


@frozen
class Segment:
    """The answer for all days from one turning point to the next."""

    state: State
    edition: Edition | None
    candidates: tuple[Edition | None, ...]
    certainty: Certainty
    previous: Turn | None
    next: Turn | None
    suspended: tuple[Address, ...]
    why: tuple[str, tuple[tuple[str, object], ...]]


def _is_users(fact: object) -> bool:
    """Whether a day rests on a publication that the user states."""
    grounds = fact.grounds if isinstance(fact, InEffect) else ()
    return any(ground.key == "published-by-user" for ground in grounds)


Why = tuple[str, tuple[tuple[str, object], ...]]


@frozen
class _Case:
    """The steps of a register, sorted by what is known of them on one day."""

    base: Order
    steps: tuple[Step, ...]
    day: datetime.date
    edition_after: Callable[[tuple[Step, ...]], Edition]

    def moment(self, step: Step) -> str:
        found = step.in_effect.at(self.day)
        return "open" if found == "since" and step.fate is Fate.DOUBTFUL else found

    def at(self, moment: str) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if self.moment(step) == moment)

    @property
    def first(self) -> Step:
        return self.steps[0]

    @property
    def approved(self) -> bool:
        """Whether the base order itself takes effect, on whatever day."""
        return bool(self.steps) and self.first.order == self.base.id

    def approval(self) -> tuple[tuple[str, object], ...]:
        return _of(self.first) if self.approved else _awaited(self.base)

    def editions_after(self, steps: tuple[Step, ...]) -> tuple[Edition, ...]:
        """Each text that these steps may have made, in every sequence their days allow."""
        telling = tuple(step for step in steps if step.changes_text or step is self.first)
        ways = [telling[:1]]
        for run in _runs(telling[1:]):
            found = [(*way, *row) for way in ways for row in _sequences(run)]
            ways = found if len(found) == 1 else self._distinct(found)
        return tuple(self.edition_after(steps if way == telling else way) for way in ways)

    def _distinct(self, ways: Sequence[tuple[Step, ...]]) -> list[tuple[Step, ...]]:
        found: list[tuple[Step, ...]] = []
        texts: list[Content | None] = []
        for way in ways:
            text = self.edition_after(way).content
            if text not in texts:
                found.append(way)
                texts.append(text)
        return found

    def ending(self) -> tuple[str, Step] | None:
        """The repeal of the base order, in effect or possibly so."""
        return self._strongest(
            step
            for step in self.steps
            if any(isinstance(one, Repeal) and one.order == self.base.id for one in _ops(step))
        )

    def pause(self) -> tuple[str, Step] | None:
        """A suspension of the whole register that covers the day, or possibly does."""
        return self._strongest(
            step
            for step in self.steps
            if any(one.target.kind is Kind.REGISTER for one in self.suspensions(step))
        )

    def suspensions(self, step: Step) -> Iterator[Suspend]:
        for one in _ops(step):
            if isinstance(one, Suspend) and self.day < one.until:
                yield one

    def _strongest(self, steps: Iterator[Step]) -> tuple[str, Step] | None:
        found = [(self.moment(step), step) for step in steps]
        for moment in ("since", "open"):
            for one in found:
                if one[0] == moment:
                    return one
        return None


def judge(
    base: Order,
    steps: tuple[Step, ...],
    day: datetime.date,
    edition_after: Callable[[tuple[Step, ...]], Edition],
) -> Segment:
    """Answers: what can be said of the register on this day?

    Args:
        base: the base order.
        steps: all steps that may take effect, in their order.
        day: the day.
        edition_after: what the register says after a sequence of steps.

    Returns:
        The answer, good until the next day on which any step can change it.
    """
    case = _Case(base, steps, day, edition_after)
    if day < base.adopted:
        return _none(case, State.NOT_ADOPTED, ("not-adopted", (("day", base.adopted),)))
    ending, pause = case.ending(), case.pause()
    if ending and ending[0] == "since":
        return _none(case, State.REPEALED, ("repealed", _of(ending[1])), ending[1])
    if not case.approved or case.moment(case.first) == "before":
        return _none(case, State.ADOPTED, ("adopted", case.approval()))
    applied, opened = case.at("since"), case.at("open")
    if any(step.published for step in applied) and case.first in opened:
        # On whatever day the base order took effect: by now, its publisher says, it has.
        applied = (case.first, *applied)
        opened = tuple(step for step in opened if step is not case.first)
    unsettled = [step for step in opened if step.changes_text or step is case.first]
    if unsettled or ending or (pause and pause[0] == "open"):
        causes = unsettled or [one[1] for one in (ending, pause) if one]
        return _undetermined(case, applied, tuple(unsettled), causes[0], ended=bool(ending))
    editions = case.editions_after(applied)
    if len(editions) > 1:
        return _contested(case, applied, editions)
    return _settled(case, applied, editions[0], pause)


def _settled(
    case: _Case, applied: tuple[Step, ...], edition: Edition, pause: tuple[str, Step] | None
) -> Segment:
    last = _last_change(applied)
    certainty = _certainty(applied)
    places = tuple(one.target for step in applied for one in case.suspensions(step))
    why: Why = ("approved" if last is case.first else "in-effect", _of(last))
    if last.published:
        why = ("published", _of(last))
    state = State.IN_EFFECT
    if pause:
        state, why = State.SUSPENDED, ("suspended", _of(pause[1]))
    previous, following = _turns(case)
    return Segment(state, edition, (), certainty, previous, following, places, why)


def _none(case: _Case, state: State, why: Why, by: Step | None = None) -> Segment:
    previous, following = _turns(case)
    certainty = by.in_effect.certainty if by else Certainty.FACT
    return Segment(state, None, (), certainty, previous, following, (), why)


def _undetermined(
    case: _Case, applied: tuple[Step, ...], opened: tuple[Step, ...], cause: Step, *, ended: bool
) -> Segment:
    candidates = list(_candidates(case, applied, opened))
    if ended and None not in candidates:
        candidates.insert(0, None)
    why = ("undetermined-edition" if cause.published else "undetermined", _of(cause))
    if cause.fate is Fate.DOUBTFUL:
        why = ("doubtful", (*_of(cause), ("by", cause.by or "")))
    previous, following = _turns(case)
    unknown = Certainty.UNKNOWN
    found = tuple(candidates)
    return Segment(State.UNDETERMINED, None, found, unknown, previous, following, (), why)


def _candidates(
    case: _Case, applied: tuple[Step, ...], opened: tuple[Step, ...]
) -> Iterator[Edition | None]:
    """Every edition that may be in effect, the open steps taken or left."""
    seen: list[Edition | None] = []
    for chosen in _choices(opened):
        taken = {step.name for step in (*applied, *chosen)}
        steps = tuple(step for step in case.steps if step.name in taken)
        for edition in case.editions_after(steps) if case.first in steps else (None,):
            if edition not in seen:
                seen.append(edition)
                yield edition


def _choices(opened: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    if len(opened) > _MOST_OPEN:
        yield from (opened[:count] for count in range(len(opened) + 1))
        return
    for count in range(len(opened) + 1):
        yield from combinations(opened, count)


def _runs(steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """The steps in groups, each group surely after the one before it."""
    latest = tuple(accumulate((_span(step)[1] for step in steps), max))
    soonest = [_soonest(steps, number, latest) for number in range(len(steps))]
    bounds = tuple(accumulate(reversed(soonest), min))[::-1]
    starts = [number for number, bound in enumerate(bounds) if bound == number]
    for start, end in pairwise((*starts, len(steps))):
        yield steps[start:end]


def _soonest(steps: tuple[Step, ...], number: int, latest: tuple[datetime.date, ...]) -> int:
    """The first of the steps that this one may have come before; itself if there is none."""
    found, first = number, _span(steps[number])[0]
    for other in range(number - 1, -1, -1):
        if latest[other] < first:
            break
        if _is_possible((steps[number], steps[other])):
            found = other
    return found


def _sequences(run: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """The sequences in which steps may have taken effect, that of their latest days first."""
    yield run
    if len(run) <= _MOST_IN_A_ROW:
        found: Iterator[tuple[Step, ...]] = permutations(run)
    else:
        found = (
            (*run[:early], run[late], *run[early:late], *run[late + 1 :])
            for late in range(len(run))
            for early in range(late)
        )
    yield from (row for row in found if row != run and _is_possible(row))


def _is_possible(row: Sequence[Step]) -> bool:
    """Whether there is a day for each step, such that they follow one another so."""
    standing, last = row[0].standing, datetime.date.min
    for step in row:
        first, latest = _span(step)
        soonest = last if standing <= step.standing else last + _ONE_DAY
        last, standing = max(first, soonest), step.standing
        if last > latest:
            return False
    return True


def _span(step: Step) -> tuple[datetime.date, datetime.date]:
    """Between which days the step takes effect; a published text stands on its own day."""
    if step.published:
        return step.published.date, step.published.date
    found = step.in_effect
    return found.earliest or datetime.date.min, found.latest or datetime.date.max


def _contested(case: _Case, applied: tuple[Step, ...], candidates: tuple[Edition, ...]) -> Segment:
    previous, following = _turns(case)
    why = ("contested", _of(applied[-1]))
    return Segment(
        State.UNDETERMINED, None, candidates, Certainty.UNKNOWN, previous, following, (), why
    )


def _ops(step: Step) -> Iterator[object]:
    return (operation for _, operation in step.operations)


def _restates_all(step: Step) -> bool:
    return any(isinstance(one, Restate) and one.target.kind is Kind.REGISTER for one in _ops(step))


def _certainty(applied: tuple[Step, ...]) -> Certainty:
    """As firm as the least firm step since the register was last restated whole."""
    weakest = Certainty.FACT
    for step in reversed(applied):
        if step.in_effect.certainty is not Certainty.FACT:
            weakest = Certainty.PRESUMED
        if _restates_all(step):
            break
    return weakest


def _last_change(applied: tuple[Step, ...]) -> Step:
    return next((step for step in reversed(applied) if step.changes_text), applied[0])


def _turns(case: _Case) -> tuple[Turn | None, Turn | None]:
    past = [step for step in case.steps if case.moment(step) == "since"]
    future = [step for step in case.steps if case.moment(step) != "since"]
    return (
        _turn(_last_change(tuple(past))) if past else None,
        _turn(future[0]) if future else None,
    )


def _turn(step: Step) -> Turn:
    return Turn(_named(step), step.in_effect)


def _named(step: Step) -> str:
    return step.published.name if step.published else step.order


def _of(step: Step) -> tuple[tuple[str, object], ...]:
    return (("order", _named(step)), ("when", step.in_effect))


def _awaited(base: Order) -> tuple[tuple[str, object], ...]:
    return (("order", base.id), ("when", base.in_effect))
