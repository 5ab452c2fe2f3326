"""When an act is put into effect: publication events, commencement rules, day intervals.

Two moments are told apart. An act subject to state registration *takes legal force* on
the day of registration (вступает в силу); it is *put into effect* later, by its own
clause (вводится в действие, қолданысқа енгізіледі). Answers here speak of the second.

The law cited is the Law of 6 April 2016 No 480-V "On legal acts", edition of 9 January
2026 (adilet.zan.kz/rus/docs/Z1600000480). Its wording of earlier years was not seen, and
the grounds say so wherever the answer rests on it.
"""

import datetime
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from attrs import Attribute, evolve, field, validators

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.messages import Language, say
from kz_civil_positions.things import frozen

if TYPE_CHECKING:
    from holidays import HolidayBase

__all__ = [
    "DEFAULT_TERM_DAYS",
    "LAW_ADOPTED",
    "MAX_TERM_DAYS",
    "PUBLICATION_DUTY_DAYS",
    "ActDates",
    "AfterPublication",
    "Certainty",
    "CommencementRule",
    "Ground",
    "InEffect",
    "Moment",
    "OnCondition",
    "OnDate",
    "OnPublication",
    "OnRegistration",
    "Publication",
    "UnknownRule",
    "WithAct",
    "commencement",
    "date_problems",
    "day_after_term",
    "describe",
    "duty_latest_publication",
    "is_known_at",
    "is_working_day",
    "known_at",
    "rule_known_at",
    "working_days_after",
]

# Art. 37(3): first official publication follows within thirty calendar days after the act
# takes legal force, which by Art. 42(1) is the day of state registration.
PUBLICATION_DUTY_DAYS: Final = 30
# Art. 42(3)(4): ministers' orders are put into effect after ten calendar days following the
# day of first official publication, unless the acts themselves name other terms.
DEFAULT_TERM_DAYS: Final = 10
# The law cited is younger than some acts it is applied to; the grounds then say so.
LAW_ADOPTED: Final = datetime.date(2016, 4, 6)
# No clause names a term of ten years: a longer one is a slip of the pen.
MAX_TERM_DAYS: Final = 3660

_ONE_DAY: Final = datetime.timedelta(days=1)
# The calendar ends with the year 9999: after a later day there is no room to count a term.
_LAST_DAY: Final = datetime.date(9900, 1, 1)
# The grounds that cite the law, as a test proves against their sentences.
_CITING: Final = frozenset(
    {
        "clause-unknown",
        "default-rule",
        "duty",
        "no-retroactive-force",
        "publication-not-before-registration",
        "registered",
        "registration-not-after-publication",
        "retroactive",
        "shift",
        "term-calendar",
        "term-working",
    }
)

Moment = Literal["before", "open", "since"]


class Certainty(StrEnum):
    """How firmly the latest day of an interval stands."""

    FACT = "fact"
    """Computed from known facts."""
    PRESUMED = "presumed"
    """Rests on a duty, a default rule, or a calendar that is not final."""
    UNKNOWN = "unknown"
    """No latest day can be given."""


@frozen
class Publication:
    """One official publication event.

    Attributes:
        source: where the act was published, as the evidence names it.
        date: the day of publication.
        by_user: whether the user states it, rather than the sources held.
    """

    source: str
    date: datetime.date
    by_user: bool = False


@frozen
class ActDates:
    """The dates of one act, as far as they are known.

    Attributes:
        adopted: the day the act was signed.
        registered: the day of state registration; ``None`` when not known.
        publications: every official publication known, in any order.
    """

    adopted: datetime.date
    registered: datetime.date | None = None
    publications: tuple[Publication, ...] = ()

    @property
    def first_publication(self) -> Publication | None:
        """Answers: which publication is the first official one, of those known?

        The earliest counts. Of two on one day, the one that the sources show stands before
        the user's statement.

        Example:
            >>> day = datetime.date(2016, 1, 13)
            >>> dates = ActDates(datetime.date(2015, 12, 18), None, (
            ...     Publication("a newspaper", datetime.date(2016, 2, 1)),
            ...     Publication("Әділет", day)))
            >>> dates.first_publication.source
            'Әділет'
        """
        return min(self.publications, key=lambda event: (event.date, event.by_user), default=None)


@frozen
class AfterPublication:
    """After a term has passed following the day of first official publication.

    Published on day D, a term of N days is D+1 … D+N, and the act is in effect from D+N+1.
    A term of no days means the day following publication.

    Attributes:
        days: how many days must pass.
        working: whether they are working days.
        shift: whether the last day of the term, when not a working day, moves to the next
            working day. Art. 14(3) has this rule; nothing found applies it to commencement
            or excludes it, so it is never applied unless asked for.
    """

    days: int = field(validator=[validators.ge(0), validators.le(MAX_TERM_DAYS)])
    working: bool = False
    shift: bool = False


@frozen
class OnDate:
    """From a day that the act itself names."""

    date: datetime.date


@frozen
class OnPublication:
    """From the day of first official publication."""


@frozen
class OnRegistration:
    """From the day of state registration."""


@frozen
class WithAct:
    """Together with another act.

    Attributes:
        order: the other act, named as the caller of `commencement` names acts.
    """

    order: str


@frozen
class OnCondition:
    """When a condition is met.

    Attributes:
        condition: the condition, in the words of the act.
        met: the day it was met; ``None`` when it is not known to have been met.
    """

    condition: str
    met: datetime.date | None = None


@frozen
class UnknownRule:
    """The commencement clause is not known."""


CommencementRule: TypeAlias = (
    AfterPublication | OnDate | OnPublication | OnRegistration | WithAct | OnCondition | UnknownRule
)


@frozen
class Ground:
    """One step of a computation, or one rule of law with its article.

    Attributes:
        key: a key of ``messages/calendar.py``.
        facts: what the sentence speaks of, as pairs.
    """

    key: str
    facts: tuple[tuple[str, object], ...] = ()

    def text(self, language: Language = "en") -> str:
        """Answers: how is this step or rule said in this language?

        Example:
            >>> Ground("on-date", (("day", datetime.date(2016, 1, 1)),)).text("en")
            'The act itself names the day: 1 January 2016.'
        """
        return say(f"calendar.{self.key}", language, **dict(self.facts))


@frozen
class InEffect:
    """The act is put into effect on some day of ``[earliest, latest]``.

    Attributes:
        earliest: nothing lies before it, for certain; ``None`` only while awaiting.
        latest: in effect from this day at the latest; ``None`` when no day can be given.
        certainty: how firmly ``latest`` stands.
        grounds: how the days were found, step by step.
        awaiting: the act waits for a condition that is not known to have been met. That
            differs from an unknown day: the rule is known, and has not begun to work.
    """

    earliest: datetime.date | None
    latest: datetime.date | None = field()
    certainty: Certainty = field()
    grounds: tuple[Ground, ...] = ()
    awaiting: bool = field(default=False)

    @latest.validator
    def _in_order(self, _: "Attribute[datetime.date | None]", latest: datetime.date | None) -> None:
        if latest is not None and (self.earliest is None or self.earliest > latest):
            raise ValueError(f"the earliest day {self.earliest} is not before the latest {latest}")

    @certainty.validator
    def _honest(self, _: "Attribute[Certainty]", certainty: Certainty) -> None:
        if (certainty is Certainty.UNKNOWN) != (self.latest is None):
            raise ValueError("unknown means that there is no latest day, and nothing else does")
        if certainty is Certainty.FACT and self.earliest != self.latest:
            raise ValueError("a fact is one day, not several")

    @awaiting.validator
    def _no_day_while_awaiting(self, _: "Attribute[bool]", awaiting: bool) -> None:  # noqa: FBT001
        if awaiting != (self.earliest is None):
            raise ValueError("no earliest day means awaiting a condition, and nothing else does")

    @property
    def day(self) -> datetime.date | None:
        """Answers: from which day is it in effect, when that is a fact?

        Example:
            >>> day = datetime.date(2019, 11, 17)
            >>> InEffect(day, day, Certainty.FACT).day
            datetime.date(2019, 11, 17)
            >>> InEffect(day, day, Certainty.PRESUMED).day is None
            True
        """
        return self.latest if self.certainty is Certainty.FACT else None

    def at(self, day: datetime.date) -> Moment:
        """Answers: on this day, is it not yet in effect, in effect, or open?

        Returns:
            ``"before"`` for a day before ``earliest``, and for any day while a condition is
            awaited; ``"since"`` from ``latest`` on, as firmly as ``certainty`` says;
            ``"open"`` for the days between, which the sources do not settle.

        Example:
            >>> interval = InEffect(
            ...     datetime.date(2019, 11, 10), datetime.date(2019, 12, 10), Certainty.PRESUMED)
            >>> [interval.at(datetime.date(2019, month, 10)) for month in (10, 11, 12)]
            ['before', 'open', 'since']
        """
        if self.earliest is None or day < self.earliest:
            return "before"
        if self.latest is not None and day >= self.latest:
            return "since"
        return "open"


def describe(in_effect: InEffect, language: Language) -> str:
    """Answers: from when is it in effect, and how sure is that, in one line?

    Example:
        >>> rule = AfterPublication(10)
        >>> dates = ActDates(datetime.date(2019, 10, 23), datetime.date(2019, 10, 30))
        >>> describe(commencement(rule, dates), "en")
        'in effect from a day between 10 November 2019 (certain) and 10 December 2019 (presumed)'
    """
    certainty = say(f"calendar.certainty-{in_effect.certainty}", language)
    if in_effect.awaiting:
        return say("calendar.awaiting", language)
    if in_effect.latest is None:
        return say("calendar.not-before", language, earliest=in_effect.earliest)
    if in_effect.earliest == in_effect.latest:
        return say("calendar.from", language, day=in_effect.latest, certainty=certainty)
    return say(
        "calendar.between",
        language,
        earliest=in_effect.earliest,
        latest=in_effect.latest,
        certainty=certainty,
    )


def duty_latest_publication(registered: datetime.date) -> datetime.date:
    """Answers: by which day must an act registered on this day have been published?

    Art. 37(3): within thirty calendar days after taking legal force. A duty, not a fact.

    Example:
        >>> duty_latest_publication(datetime.date(2019, 10, 30))
        datetime.date(2019, 11, 29)
    """
    return registered + datetime.timedelta(days=PUBLICATION_DUTY_DAYS)


def day_after_term(published: datetime.date, days: int = DEFAULT_TERM_DAYS) -> datetime.date:
    """Answers: which day follows a term of calendar days that began with publication?

    Art. 14(2): a term in days begins on the next day and ends with its last day. So D+1 …
    D+N are counted, and the act is in effect from D+N+1.

    Example:
        >>> day_after_term(datetime.date(2016, 1, 13))
        datetime.date(2016, 1, 24)
    """
    return published + datetime.timedelta(days=days) + _ONE_DAY


def commencement(
    rule: CommencementRule,
    dates: ActDates,
    *,
    of_act: Callable[[str], InEffect] | None = None,
) -> InEffect:
    """Answers: on which day, or between which days, is the act put into effect, and why?

    Args:
        rule: the commencement clause.
        dates: the dates of the act; `date_problems` must have found nothing wrong with them.
        of_act: gives the commencement of another act, for `WithAct`. It must not lead back
            to this act: the caller knows all acts, and refuses a cycle.

    Raises:
        BadInputError: when working days are asked for and the extra ``holidays`` is missing.
        ValueError: for dates in an impossible order, when they make the interval empty.

    Example:
        >>> published = Publication("Әділет", datetime.date(2016, 1, 13))
        >>> dates = ActDates(datetime.date(2015, 12, 18), publications=(published,))
        >>> found = commencement(UnknownRule(), dates)
        >>> str(found.earliest), str(found.latest), str(found.certainty)
        ('2015-12-18', '2016-01-24', 'presumed')
    """
    match rule:
        case AfterPublication():
            found = _by_publication(dates, lambda published: _after_term(rule, published))
        case OnPublication():
            found = _by_publication(dates, lambda published: _fact(published, "on-publication"))
        case OnDate(date=day):
            found = _with_retroaction(_fact(day, "on-date"), dates)
        case OnRegistration():
            found = _on_registration(dates)
        case OnCondition():
            found = _on_condition(rule)
        case UnknownRule():
            found = _unknown(dates)
        case WithAct(order=order):
            # The other act's grounds speak of the other act, and of the law's age for it.
            return _with_act(order, dates, of_act)
        case _:
            assert_never(rule)
    return _with_age_of_law(found, dates)


def known_at(dates: ActDates, day: datetime.date) -> ActDates:
    """Answers: which of these dates could have been known on this day?

    An event counts from its own day on. Whether the act itself could have been known is
    for `is_known_at` to say.

    Example:
        >>> dates = ActDates(datetime.date(2019, 10, 23), datetime.date(2019, 10, 30),
        ...     (Publication("bank", datetime.date(2019, 11, 6)),))
        >>> len(known_at(dates, datetime.date(2019, 11, 5)).publications)
        0
    """
    registered = dates.registered
    return evolve(
        dates,
        registered=None if registered is None or registered > day else registered,
        publications=tuple(event for event in dates.publications if event.date <= day),
    )


def rule_known_at(rule: CommencementRule, day: datetime.date) -> CommencementRule:
    """Answers: what could have been known of this rule on this day?

    Only a condition met later changes it: on this day it was still awaited.

    Example:
        >>> rule = OnCondition("…", met=datetime.date(2020, 1, 1))
        >>> rule_known_at(rule, datetime.date(2019, 12, 31)).met is None
        True
    """
    if isinstance(rule, OnCondition) and rule.met is not None and rule.met > day:
        return evolve(rule, met=None)
    return rule


def is_known_at(dates: ActDates, day: datetime.date) -> bool:
    """Answers: could this act have been known on this day?

    An act counts once it was registered, since only then it is law (Art. 42(1)). When the
    day of registration is not known, the first publication stands for it: it comes later,
    so nobody is credited with knowing too early. When that is not known either, only
    adoption is left.

    Example:
        >>> dates = ActDates(datetime.date(2019, 10, 23), datetime.date(2019, 10, 30))
        >>> is_known_at(dates, datetime.date(2019, 10, 29))
        False
    """
    first = dates.first_publication
    without_registration = dates.adopted if first is None else first.date
    return day >= (dates.registered or without_registration)


def date_problems(dates: ActDates) -> tuple[str, ...]:
    """Answers: which of these dates stand in an order that cannot be?

    Returns:
        Keys of ``messages/calendar.py``, whose sentences need no facts. Publication before
        registration is among them: an act subject to registration is nothing to publish
        officially before it (Art. 37(3) with 42(1)), so one of the two dates is wrong.

    Example:
        >>> date_problems(ActDates(datetime.date(2019, 10, 23), datetime.date(2019, 10, 20)))
        ('registered-before-adopted',)
    """
    first, registered = dates.first_publication, dates.registered
    problems = []
    if registered is not None and registered < dates.adopted:
        problems.append("registered-before-adopted")
    if first is not None and first.date < dates.adopted:
        problems.append("published-before-adopted")
    if first is not None and registered is not None and first.date < registered:
        problems.append("published-before-registered")
    days = (dates.adopted, registered, first.date if first else None)
    if any(day is not None and day > _LAST_DAY for day in days):
        problems.append("beyond-calendar")
    return tuple(problems)


def is_working_day(day: datetime.date, *, where: str = "working") -> bool:
    """Answers: is this a working day in Kazakhstan, of a week of five days?

    Public holidays, and days off moved by the Government, are those that the package
    ``holidays`` knows.

    Args:
        day: the day asked about.
        where: the argument that made the question necessary, for the error.

    Raises:
        BadInputError: when the extra ``holidays`` is missing.

    Example:
        >>> is_working_day(datetime.date(2022, 3, 5))  # a Saturday, worked for Monday the 7th
        True
    """
    return _kazakhstan(day.year, where).is_working_day(day)


def working_days_after(day: datetime.date, count: int, *, where: str = "working") -> datetime.date:
    """Answers: on which day have this many working days passed, the first day not counted?

    Args:
        day: the day that the term follows.
        count: how many working days the term has.
        where: the argument that made the question necessary, for the error.

    Raises:
        BadInputError: when the extra ``holidays`` is missing.

    Example:
        >>> working_days_after(datetime.date(2019, 3, 20), 2)  # over Nauryz, 21 to 25 March
        datetime.date(2019, 3, 27)
    """
    return _pass(day, count, lambda passing: is_working_day(passing, where=where))


def _pass(day: datetime.date, count: int, works: Callable[[datetime.date], bool]) -> datetime.date:
    """Answers: on which day have this many working days passed, by this calendar?"""
    for _ in range(count):
        day = _first_from(day + _ONE_DAY, works)
    return day


def _first_from(day: datetime.date, works: Callable[[datetime.date], bool]) -> datetime.date:
    """Answers: which is the first working day by this calendar, this day or a later one?"""
    while not works(day):
        day += _ONE_DAY
    return day


@cache
def _kazakhstan(year: int, where: str) -> "HolidayBase":
    """Answers: which days off does this year have?"""
    try:
        from holidays import country_holidays  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as missing:
        raise BadInputError("needs-holidays", where=where) from missing
    return country_holidays("KZ", years=year, language="en_US")


@cache
def _is_final(year: int, where: str) -> bool:
    """Answers: is this year's calendar of days off final?

    ``holidays`` computes Kurban Ait for years to come and marks it as estimated; for those
    years it cannot know the Government's transfers of days off either.
    """
    days_off = _kazakhstan(year, where)
    estimated = any("estimated" in name for name in days_off.values())
    return days_off.start_year <= year <= days_off.end_year and not estimated


def _ground(key: str, /, **facts: object) -> Ground:
    return Ground(key, tuple(facts.items()))


def _fact(day: datetime.date, key: str, /, **facts: object) -> InEffect:
    return InEffect(day, day, Certainty.FACT, (_ground(key, day=day, **facts),))


def _after_term(rule: AfterPublication, published: datetime.date) -> InEffect:
    """Answers: when is the act in effect, if it was first published on this day?"""
    if not rule.days:
        return _fact(published + _ONE_DAY, "day-after-publication")
    if not (rule.working or rule.shift):
        return _after_calendar_days(rule.days, published)
    return _after_days_of_work(rule, published)


def _after_calendar_days(days: int, published: datetime.date) -> InEffect:
    day = day_after_term(published, days)
    steps = (
        _term_ground("term-calendar", days, published, day - _ONE_DAY),
        _ground("day-after-term", day=day),
    )
    return InEffect(day, day, Certainty.FACT, steps)


def _after_days_of_work(rule: AfterPublication, published: datetime.date) -> InEffect:
    """Answers: when is the act in effect, if working days have a say in the term?

    Where the calendar of days off is not final, a day that it holds off may yet be worked.
    So the earliest day counts all such days as worked, and the day by the calendar as it
    stands is presumed.
    """
    where = "working" if rule.working else "shift"

    def works(day: datetime.date) -> bool:
        return is_working_day(day, where=where)

    def may_work(day: datetime.date) -> bool:
        return works(day) or not _is_final(day.year, where)

    _, soonest = _ends_of_term(rule, published, may_work)
    last, moved = _ends_of_term(rule, published, works)
    earliest, latest = soonest + _ONE_DAY, moved + _ONE_DAY
    key = "term-working" if rule.working else "term-calendar"
    steps = [_term_ground(key, rule.days, published, last)]
    if moved != last:
        steps.append(_ground("shift", last=last, moved=moved))
    steps += [_ground("day-after-term", day=latest), _ground("working-calendar")]
    if all(_is_final(year, where) for year in range(published.year, moved.year + 1)):
        return InEffect(latest, latest, Certainty.FACT, tuple(steps))
    steps.append(_ground("calendar-not-final", earliest=earliest))
    return InEffect(earliest, latest, Certainty.PRESUMED, tuple(steps))


def _ends_of_term(
    rule: AfterPublication, published: datetime.date, works: Callable[[datetime.date], bool]
) -> tuple[datetime.date, datetime.date]:
    """Answers: which is the last day of the term, as counted and as moved?

    A term of working days ends on one, so there is nothing to move.
    """
    if rule.working:
        last = _pass(published, rule.days, works)
        return last, last
    last = day_after_term(published, rule.days) - _ONE_DAY
    return last, _first_from(last, works)


def _term_ground(key: str, days: int, published: datetime.date, last: datetime.date) -> Ground:
    return _ground(key, days=days, published=published, first=published + _ONE_DAY, last=last)


def _by_publication(dates: ActDates, effect: Callable[[datetime.date], InEffect]) -> InEffect:
    """Answers: when is the act in effect, if publication decides?"""
    first = dates.first_publication
    if first is not None:
        found = effect(first.date)
        return evolve(found, grounds=(*_publication_grounds(first), *found.grounds))
    if dates.registered is not None:
        return _by_duty_to_publish(dates.registered, effect)
    # Nothing can be published before it is adopted; nothing known says by when it must be.
    soonest = effect(dates.adopted)
    steps = (
        _ground("publication-not-before-adoption", day=dates.adopted),
        *soonest.grounds,
        _ground("no-latest-day"),
    )
    return InEffect(soonest.earliest, None, Certainty.UNKNOWN, steps)


def _by_duty_to_publish(
    registered: datetime.date, effect: Callable[[datetime.date], InEffect]
) -> InEffect:
    """Answers: when is the act in effect, if it was published as the law requires?"""
    by = duty_latest_publication(registered)
    soonest, timely = effect(registered), effect(by)
    steps = (
        _ground("registered", day=registered),
        _ground("publication-not-before-registration", day=registered),
        *soonest.grounds,
        _ground("duty", days=PUBLICATION_DUTY_DAYS, day=by),
        *timely.grounds,
    )
    return InEffect(
        soonest.earliest, timely.latest, Certainty.PRESUMED, tuple(dict.fromkeys(steps))
    )


def _publication_grounds(first: Publication) -> tuple[Ground, ...]:
    published = _ground("published", day=first.date, source=first.source)
    return (published, _ground("published-by-user")) if first.by_user else (published,)


def _on_registration(dates: ActDates) -> InEffect:
    """Answers: when is the act in effect, if registration decides?

    Not known, registration still lies between adoption and first publication.
    """
    if dates.registered is not None:
        found = _fact(dates.registered, "on-registration")
        registered = _ground("registered", day=dates.registered)
        return evolve(found, grounds=(registered, *found.grounds))
    unknown = _ground("registration-not-before-adoption", day=dates.adopted)
    first = dates.first_publication
    if first is None:
        steps: tuple[Ground, ...] = (unknown, _ground("no-latest-day"))
        return InEffect(dates.adopted, None, Certainty.UNKNOWN, steps)
    steps = (
        unknown,
        *_publication_grounds(first),
        _ground("registration-not-after-publication", day=first.date),
    )
    return InEffect(dates.adopted, first.date, Certainty.PRESUMED, steps)


def _on_condition(rule: OnCondition) -> InEffect:
    if rule.met is not None:
        return _fact(rule.met, "condition-met", condition=rule.condition)
    awaited = (_ground("condition-awaited", condition=rule.condition),)
    return InEffect(None, None, Certainty.UNKNOWN, awaited, awaiting=True)


def _unknown(dates: ActDates) -> InEffect:
    """Answers: when is the act in effect, if its clause was never seen?

    The clause may name any day, so nothing after adoption is excluded; before it there is
    no act, and no force backwards unless the act says so (Art. 43). The default rule gives
    the latest day, as a presumption: the clause may also name a later one. Without a
    publication the duty to publish is not called upon: one presumption upon another would
    be a guess.
    """
    unseen = (_ground("clause-unknown", day=dates.adopted), _ground("no-retroactive-force"))
    first = dates.first_publication
    if first is None:
        steps: tuple[Ground, ...] = (*unseen, _ground("no-latest-day"))
        return InEffect(dates.adopted, None, Certainty.UNKNOWN, steps)
    by_default = _after_calendar_days(DEFAULT_TERM_DAYS, first.date)
    steps = (
        *unseen,
        *_publication_grounds(first),
        _ground("default-rule", days=DEFAULT_TERM_DAYS),
        *by_default.grounds,
    )
    return InEffect(dates.adopted, by_default.latest, Certainty.PRESUMED, steps)


def _with_act(order: str, dates: ActDates, of_act: Callable[[str], InEffect] | None) -> InEffect:
    """Answers: when is the other act in effect, and this one with it?"""
    together = _ground("with-act", order=order)
    if of_act is None:
        steps = (together, _ground("other-act-unknown", day=dates.adopted))
        return InEffect(dates.adopted, None, Certainty.UNKNOWN, steps)
    other = of_act(order)
    return _with_retroaction(evolve(other, grounds=(together, *other.grounds)), dates)


def _with_retroaction(found: InEffect, dates: ActDates) -> InEffect:
    """Answers: the same, and is it said that the act reaches back before its legal force?"""
    start = max(dates.adopted, dates.registered or dates.adopted)
    if found.latest is None or found.latest >= start:
        return found
    retroactive = evolve(found, grounds=(*found.grounds, _ground("retroactive", day=start)))
    return _with_age_of_law(retroactive, dates)


def _with_age_of_law(found: InEffect, dates: ActDates) -> InEffect:
    """Answers: the same, and is it said that the law cited is younger than the act?"""
    cites = any(ground.key in _CITING for ground in found.grounds)
    younger = _ground("law-younger", day=LAW_ADOPTED, adopted=dates.adopted)
    if not cites or dates.adopted >= LAW_ADOPTED or younger in found.grounds:
        return found
    return evolve(found, grounds=(*found.grounds, younger))
