"""Commencement: what the law and the known dates allow, and not a day more."""

import datetime
import string
import subprocess
import sys
from types import FunctionType

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from kz_civil_positions import calendar
from kz_civil_positions.calendar import (
    ActDates,
    AfterPublication,
    Certainty,
    CommencementRule,
    Ground,
    InEffect,
    OnCondition,
    OnDate,
    OnPublication,
    OnRegistration,
    Publication,
    UnknownRule,
    WithAct,
    commencement,
    date_problems,
    day_after_term,
    describe,
    duty_latest_publication,
    is_known_at,
    is_working_day,
    known_at,
    rule_known_at,
    working_days_after,
)
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.messages.calendar import MESSAGES

FACT, PRESUMED, UNKNOWN = Certainty.FACT, Certainty.PRESUMED, Certainty.UNKNOWN
ONE_DAY = datetime.timedelta(days=1)


def day(text: str) -> datetime.date:
    """Answers: which day is this?"""
    return datetime.date.fromisoformat(text)


def maybe(text: str | None) -> datetime.date | None:
    """Answers: which day is this, if it is one?"""
    return None if text is None else day(text)


def published(text: str, *, by_user: bool = False) -> Publication:
    """Answers: what is a publication on this day?"""
    return Publication("bank", day(text), by_user)


def keys(found: InEffect) -> list[str]:
    """Answers: on which grounds does this rest?"""
    return [ground.key for ground in found.grounds]


def said(found: InEffect) -> tuple[str | None, str | None, Certainty]:
    """Answers: which interval is this, and how sure is it?"""
    earliest, latest = (None if end is None else str(end) for end in (found.earliest, found.latest))
    return earliest, latest, found.certainty


ORDER_920 = ActDates(day("2019-10-23"), day("2019-10-30"))
ORDER_1035 = ActDates(day("2015-12-18"), publications=(Publication("Әділет", day("2016-01-13")),))
TEN_DAYS = AfterPublication(10)


@pytest.fixture(autouse=True, scope="module")
def days_off_read_once() -> None:
    """Answers: none; the slow first import of the extra is no part of any timed example."""
    is_working_day(day("2019-01-03"))


# The two real orders.


def test_order_920_is_in_effect_from_a_day_between_term_and_duty() -> None:
    """Registered on 30.10.2019: [10.11.2019, 10.12.2019], the upper end a duty (Art. 37(3))."""
    found = commencement(TEN_DAYS, ORDER_920)
    assert said(found) == ("2019-11-10", "2019-12-10", PRESUMED)
    assert keys(found) == [
        "registered",
        "publication-not-before-registration",
        "term-calendar",
        "day-after-term",
        "duty",
        "term-calendar",
        "day-after-term",
    ]


@pytest.mark.parametrize(
    ("asked", "moment"),
    [
        ("2019-11-09", "before"),
        ("2019-11-10", "open"),
        ("2019-11-20", "open"),
        ("2019-12-09", "open"),
        ("2019-12-10", "since"),
        ("2021-01-01", "since"),
    ],
)
def test_order_920_on_a_day(asked: str, moment: str) -> None:
    """Both ends are half-open: the first possible day is open, the last one is since."""
    assert commencement(TEN_DAYS, ORDER_920).at(day(asked)) == moment


def test_order_920_published_on_a_day_is_in_effect_from_d_plus_11() -> None:
    """Ten days after 6.11.2019 are 7 to 16; in effect from 17.11.2019 (Art. 14(2)): a fact."""
    found = commencement(TEN_DAYS, evolve(ORDER_920, publications=(published("2019-11-06"),)))
    assert said(found) == ("2019-11-17", "2019-11-17", FACT)
    assert found.day == day("2019-11-17")
    term = dict(found.grounds[1].facts)
    assert (term["first"], term["last"]) == (day("2019-11-07"), day("2019-11-16"))


def test_order_1035_is_in_effect_by_default_rule_only_presumably() -> None:
    """Clause not seen: nothing after adoption is excluded, D+11 is but a presumption."""
    found = commencement(UnknownRule(), ORDER_1035)
    assert said(found) == ("2015-12-18", "2016-01-24", PRESUMED)
    assert found.day is None
    assert found.at(day("2015-12-17")) == "before"
    assert found.at(day("2016-01-10")) == "open"
    assert found.at(day("2016-01-23")) == "open"
    assert found.at(day("2016-01-24")) == "since"


def test_order_1035_is_older_than_the_law_it_is_judged_by() -> None:
    """The Law of 6.4.2016 is younger than order 1035, and the grounds admit it."""
    younger = commencement(UnknownRule(), ORDER_1035).grounds[-1]
    assert younger.key == "law-younger"
    assert "6 April 2016" in younger.text("en")
    assert "law-younger" not in keys(commencement(TEN_DAYS, ORDER_920))


def test_an_act_of_the_laws_own_day_is_not_older_than_the_law() -> None:
    """The boundary of the admission: only an act adopted before the Law is older."""
    dates = ActDates(calendar.LAW_ADOPTED, publications=(published("2016-05-01"),))
    assert "law-younger" not in keys(commencement(TEN_DAYS, dates))
    earlier = evolve(dates, adopted=calendar.LAW_ADOPTED - ONE_DAY)
    assert "law-younger" in keys(commencement(TEN_DAYS, earlier))


# Rules, one by one.


def test_the_users_publication_is_a_fact_named_as_the_users() -> None:
    """The user's knowledge is applied, and said to be the user's."""
    dates = evolve(ORDER_920, publications=(published("2019-11-06", by_user=True),))
    found = commencement(TEN_DAYS, dates)
    assert said(found) == ("2019-11-17", "2019-11-17", FACT)
    assert keys(found)[:2] == ["published", "published-by-user"]


def test_the_first_publication_is_the_earliest() -> None:
    """First official publication is the earliest event, in whatever order they are listed."""
    late, early = published("2019-11-20"), published("2019-11-06")
    for events in ((late, early), (early, late)):
        assert evolve(ORDER_920, publications=events).first_publication == early
    assert ORDER_920.first_publication is None


def test_a_source_stands_before_the_user_on_the_same_day() -> None:
    """What the sources show needs no statement of the user's."""
    users, held = published("2019-11-06", by_user=True), published("2019-11-06")
    assert evolve(ORDER_920, publications=(users, held)).first_publication == held


def test_after_publication_with_nothing_known_begins_no_earlier_than_adoption_allows() -> None:
    """Nothing is published before it is adopted; without registration no duty runs."""
    found = commencement(TEN_DAYS, ActDates(day("2019-10-23")))
    assert said(found) == ("2019-11-03", None, UNKNOWN)
    assert found.at(day("2019-11-02")) == "before"
    assert found.at(day("2099-01-01")) == "open"
    assert "duty" not in keys(found)


def test_a_term_of_no_days_is_the_day_after_publication() -> None:
    """D+N+1 with N = 0: 'from the day following the day of publication', in any way of counting."""
    dates = evolve(ORDER_920, publications=(published("2019-11-08"),))
    for rule in (AfterPublication(0), AfterPublication(0, working=True, shift=True)):
        found = commencement(rule, dates)
        assert said(found) == ("2019-11-09", "2019-11-09", FACT)
        assert keys(found) == ["published", "day-after-publication"]


@pytest.mark.parametrize("days", [-1, calendar.MAX_TERM_DAYS + 1])
def test_a_term_that_no_clause_names_is_refused(days: int) -> None:
    """A negative or endless term is a slip of the pen."""
    with pytest.raises(ValueError, match="days"):
        AfterPublication(days)


def test_on_date_is_that_date() -> None:
    """A day named by the act is a fact, whatever else is known."""
    found = commencement(OnDate(day("2020-01-01")), ORDER_920)
    assert said(found) == ("2020-01-01", "2020-01-01", FACT)
    assert keys(found) == ["on-date"]


def test_a_day_before_legal_force_is_said_to_be_retroactive() -> None:
    """Art. 43: force backwards only as the act itself provides; told, and never corrected."""
    found = commencement(OnDate(day("2019-10-29")), ORDER_920)
    assert said(found) == ("2019-10-29", "2019-10-29", FACT)
    assert keys(found) == ["on-date", "retroactive"]
    assert keys(commencement(OnDate(day("2019-10-30")), ORDER_920)) == ["on-date"]
    unregistered = ActDates(day("2015-12-18"))
    early = commencement(OnDate(day("2015-12-17")), unregistered)
    assert keys(early) == ["on-date", "retroactive", "law-younger"]
    assert keys(commencement(OnDate(day("2015-12-18")), unregistered)) == ["on-date"]


def test_on_publication() -> None:
    """From the day of first official publication itself, with the duty where it is unknown."""
    known = commencement(OnPublication(), ORDER_1035)
    assert said(known) == ("2016-01-13", "2016-01-13", FACT)
    by_duty = commencement(OnPublication(), ORDER_920)
    assert said(by_duty) == ("2019-10-30", "2019-11-29", PRESUMED)
    nothing = commencement(OnPublication(), ActDates(day("2019-10-23")))
    assert said(nothing) == ("2019-10-23", None, UNKNOWN)


def test_on_registration() -> None:
    """Registration lies between adoption and first publication where its day is unknown."""
    assert said(commencement(OnRegistration(), ORDER_920)) == ("2019-10-30", "2019-10-30", FACT)
    between = commencement(OnRegistration(), ORDER_1035)
    assert said(between) == ("2015-12-18", "2016-01-13", PRESUMED)
    assert "published" in keys(between)
    nothing = commencement(OnRegistration(), ActDates(day("2015-12-18")))
    assert said(nothing) == ("2015-12-18", None, UNKNOWN)


def test_a_condition_met_is_a_fact_and_an_unmet_one_is_awaited() -> None:
    """A condition not met differs from a day not known: nothing has begun."""
    met = commencement(OnCondition("…", day("2020-02-03")), ORDER_920)
    assert (said(met), met.awaiting) == (("2020-02-03", "2020-02-03", FACT), False)
    unmet = commencement(OnCondition("…"), ORDER_920)
    assert (said(unmet), unmet.awaiting) == ((None, None, UNKNOWN), True)
    assert unmet.at(datetime.date.max) == "before"


def test_unknown_rule_without_publication_has_no_latest_day() -> None:
    """One presumption is not built upon another: the duty does not feed the default rule."""
    assert said(commencement(UnknownRule(), ORDER_920)) == ("2019-10-23", None, UNKNOWN)


def test_with_act_takes_the_interval_of_the_other_act() -> None:
    """Together with another act: its days, its certainty, its grounds, after the link itself."""
    other = commencement(TEN_DAYS, ORDER_920)
    asked: list[str] = []

    def of_act(order: str) -> InEffect:
        asked.append(order)
        return other

    found = commencement(WithAct("2019-920"), ActDates(day("2019-10-24")), of_act=of_act)
    assert asked == ["2019-920"]
    assert said(found) == said(other)
    assert found.grounds == (Ground("with-act", (("order", "2019-920"),)), *other.grounds)


def test_with_act_of_which_nothing_is_known() -> None:
    """Without the other act only adoption is left, and no latest day."""
    found = commencement(WithAct("2019-920"), ActDates(day("2019-10-24")))
    assert said(found) == ("2019-10-24", None, UNKNOWN)


def test_with_act_that_awaits_its_condition_awaits_too() -> None:
    """What goes together waits together."""
    waiting = commencement(OnCondition("…"), ORDER_920)
    found = commencement(WithAct("a"), ORDER_920, of_act=lambda _: waiting)
    assert found.awaiting


def test_with_act_long_in_effect_is_retroactive() -> None:
    """An act that joins one in effect before its own adoption reaches back, and it is said."""
    other = commencement(OnDate(day("2010-01-01")), ActDates(day("2009-12-01")))
    found = commencement(WithAct("a"), ORDER_1035, of_act=lambda _: other)
    assert keys(found) == ["with-act", "on-date", "retroactive", "law-younger"]


# Working days, and the option of Art. 14(3).


def test_working_days_pass_over_nauryz_and_its_transferred_day() -> None:
    """Nauryz 2019: Thu 21, Fri 22, Sat 23 March off, and Mon 25 for the Saturday."""
    march = [datetime.date(2019, 3, number) for number in range(20, 28)]
    assert [each.day for each in march if is_working_day(each)] == [20, 26, 27]
    dates = ActDates(day("2019-03-01"), publications=(published("2019-03-20"),))
    found = commencement(AfterPublication(2, working=True), dates)
    assert said(found) == ("2019-03-28", "2019-03-28", FACT)
    assert "working-calendar" in keys(found)


def test_working_days_pass_over_new_year_and_a_worked_sunday() -> None:
    """New Year 2020: 1 to 3 January off, Sunday the 5th worked for Friday, 7th Christmas."""
    assert working_days_after(day("2019-12-30"), 1) == day("2019-12-31")
    assert working_days_after(day("2019-12-30"), 2) == day("2020-01-05")
    assert working_days_after(day("2019-12-30"), 3) == day("2020-01-06")
    assert working_days_after(day("2019-12-30"), 4) == day("2020-01-08")
    assert working_days_after(day("2019-12-30"), 0) == day("2019-12-30")


def test_a_saturday_of_december_can_be_worked_for_a_day_of_the_next_year() -> None:
    """28.12.2013 was worked for 3.1.2014: the calendar of one year needs the next."""
    assert is_working_day(day("2013-12-28"))
    assert not is_working_day(day("2014-01-03"))


def test_the_last_day_of_a_term_moves_only_when_asked_to() -> None:
    """D+11 stands although D+10, a Saturday, is off; the shift is a named option."""
    dates = evolve(ORDER_920, publications=(published("2019-11-06"),))
    plain = commencement(TEN_DAYS, dates)
    moved = commencement(AfterPublication(10, shift=True), dates)
    assert plain.day == day("2019-11-17")
    assert moved.day == day("2019-11-19")
    assert "shift" not in keys(plain)
    shift = next(ground for ground in moved.grounds if ground.key == "shift")
    assert shift.facts == (("last", day("2019-11-16")), ("moved", day("2019-11-18")))


def test_a_working_last_day_does_not_move() -> None:
    """Asked for, the shift still leaves a term alone that ends on a working day."""
    dates = evolve(ORDER_920, publications=(published("2019-11-05"),))
    found = commencement(AfterPublication(10, shift=True), dates)
    assert found.day == day("2019-11-16")
    assert "shift" not in keys(found)


def test_working_days_and_duty_make_an_interval() -> None:
    """The ends of the interval are both counted in the days of the rule."""
    found = commencement(AfterPublication(10, working=True), ORDER_920)
    assert said(found) == (
        str(working_days_after(day("2019-10-30"), 10) + ONE_DAY),
        str(working_days_after(day("2019-11-29"), 10) + ONE_DAY),
        PRESUMED,
    )


@pytest.mark.parametrize("year", [2090, 2150])
def test_a_calendar_that_is_not_final_presumes_no_fact(year: int) -> None:
    """Days off of years to come are not yet decided: only calendar days are certain."""
    dates = ActDates(
        datetime.date(year, 3, 1), publications=(Publication("b", datetime.date(year, 3, 1)),)
    )
    found = commencement(AfterPublication(10, working=True), dates)
    assert found.earliest == datetime.date(year, 3, 12)
    assert found.latest == working_days_after(datetime.date(year, 3, 1), 10) + ONE_DAY
    assert found.certainty is PRESUMED
    assert keys(found)[-1] == "calendar-not-final"


@pytest.mark.parametrize("year", [2090, 2150])
def test_a_last_day_moved_by_a_calendar_that_is_not_final_is_no_fact(year: int) -> None:
    """A Saturday may yet be worked, and then the term does not move."""
    saturday = next(
        each
        for each in (datetime.date(year, 6, number) for number in range(1, 8))
        if each.weekday() == 5
    )
    event = Publication("b", saturday - 10 * ONE_DAY)
    found = commencement(
        AfterPublication(10, shift=True), ActDates(event.date, publications=(event,))
    )
    assert (found.earliest, found.latest) == (saturday + ONE_DAY, saturday + 3 * ONE_DAY)
    assert found.certainty is PRESUMED


def test_days_off_of_a_final_year_are_certain_in_a_term_that_leaves_it() -> None:
    """Of a term over 2025 and 2026, the weekend of 2025 is off for certain, New Year not yet.

    2026 has an estimated holiday in the releases of ``holidays`` known here; in a later one
    it is final, and the answer becomes a fact.
    """
    dates = ActDates(day("2025-12-01"), publications=(published("2025-12-26"),))
    found = commencement(AfterPublication(4, working=True), dates)
    assert found.latest == day("2026-01-06")
    assert found.earliest in {day("2026-01-02"), found.latest}
    assert (found.certainty is FACT) == (found.earliest == found.latest)


@pytest.mark.parametrize(
    ("rule", "where"),
    [
        (AfterPublication(10, working=True), "working"),
        (AfterPublication(10, shift=True), "shift"),
    ],
)
def test_working_days_without_the_extra_are_refused(
    rule: AfterPublication, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra nobody guesses days off; the error names the argument."""
    monkeypatch.setitem(sys.modules, "holidays", None)
    # A year that no other test asks for, since calendars read once are kept.
    dates = ActDates(day("1991-06-01"), publications=(published("1991-06-01"),))
    with pytest.raises(BadInputError) as caught:
        commencement(rule, dates)
    assert (caught.value.key, caught.value.where) == ("needs-holidays", where)
    assert commencement(TEN_DAYS, dates).day == day("1991-06-12")


def test_importing_the_module_does_not_import_the_extra() -> None:
    """The extra is for those who count working days; everyone else does not wait for it."""
    program = "import sys, kz_civil_positions.calendar; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0  # noqa: S603


# Small rules.


def test_duty_to_publish_is_thirty_calendar_days() -> None:
    """Art. 37(3): registered on 30 October, to be published by 29 November."""
    assert duty_latest_publication(day("2019-10-30")) == day("2019-11-29")


def test_the_default_term_is_ten_days() -> None:
    """Art. 42(3)(4) with 14(2): published on 13 January 2016, in effect from the 24th."""
    assert day_after_term(day("2016-01-13")) == day("2016-01-24")
    assert day_after_term(day("2016-01-13"), 0) == day("2016-01-14")


# What could have been known.


def test_registration_and_publication_count_from_their_own_day() -> None:
    """On the day itself an event is known, on the day before it is not."""
    dates = evolve(ORDER_920, publications=(published("2019-11-06"), published("2019-11-20")))
    assert known_at(dates, day("2019-10-29")) == ActDates(day("2019-10-23"))
    assert known_at(dates, day("2019-10-30")) == ORDER_920
    on_the_6th = known_at(dates, day("2019-11-06"))
    assert on_the_6th.publications == (published("2019-11-06"),)
    assert known_at(dates, day("2019-11-20")) == dates


@pytest.mark.parametrize(
    ("dates", "first_day"),
    [
        (evolve(ORDER_920, publications=(published("2019-11-06"),)), "2019-10-30"),
        (ORDER_1035, "2016-01-13"),
        (ActDates(day("2015-12-18")), "2015-12-18"),
    ],
    ids=["registered", "published", "adopted"],
)
def test_an_act_counts_from_registration_else_publication_else_adoption(
    dates: ActDates, first_day: str
) -> None:
    """Nobody is credited with knowing an act before it was registered or published."""
    assert is_known_at(dates, day(first_day))
    assert not is_known_at(dates, day(first_day) - ONE_DAY)


def test_a_condition_met_later_was_still_awaited() -> None:
    """Knowledge of an earlier day knows nothing of what met the condition since."""
    rule = OnCondition("…", met=day("2020-02-03"))
    assert rule_known_at(rule, day("2020-02-02")) == OnCondition("…")
    assert rule_known_at(rule, day("2020-02-03")) == rule
    assert rule_known_at(TEN_DAYS, day("1999-01-01")) == TEN_DAYS


# Dates that cannot be.


@pytest.mark.parametrize(
    ("registered", "publication", "problems"),
    [
        ("2019-10-23", "2019-10-23", ()),
        ("2019-10-22", "2019-10-23", ("registered-before-adopted",)),
        ("2019-10-23", "2019-10-22", ("published-before-adopted", "published-before-registered")),
        ("2019-10-30", "2019-10-29", ("published-before-registered",)),
        (None, "2019-10-22", ("published-before-adopted",)),
        (None, None, ()),
    ],
)
def test_dates_in_an_impossible_order_are_all_named(
    registered: str | None, publication: str | None, problems: tuple[str, ...]
) -> None:
    """Adopted, then registered, then published; one day for all three is possible."""
    dates = ActDates(
        day("2019-10-23"),
        maybe(registered),
        (published(publication),) if publication else (),
    )
    assert date_problems(dates) == problems
    for key in problems:
        assert all(Ground(key).text(language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("earliest", "latest", "certainty", "awaiting"),
    [
        ("2019-11-02", "2019-11-01", PRESUMED, False),
        ("2019-11-01", "2019-11-02", FACT, False),
        ("2019-11-01", None, FACT, False),
        ("2019-11-01", "2019-11-01", UNKNOWN, False),
        (None, "2019-11-01", FACT, True),
        (None, None, UNKNOWN, False),
        ("2019-11-01", None, UNKNOWN, True),
    ],
)
def test_an_interval_that_contradicts_itself_is_refused(
    earliest: str | None, latest: str | None, certainty: Certainty, *, awaiting: bool
) -> None:
    """No interval says less or more than its certainty."""
    with pytest.raises(ValueError, match="day"):
        InEffect(maybe(earliest), maybe(latest), certainty, awaiting=awaiting)


# Laws that hold for all dates.

DAYS = st.dates(datetime.date(1992, 1, 1), datetime.date(2060, 12, 31))
GAPS = st.integers(0, 400)


@st.composite
def act_dates(draw: st.DrawFn) -> ActDates:
    """Dates in a possible order, each known or not."""
    adopted = draw(DAYS)
    registered = adopted + datetime.timedelta(draw(GAPS))
    known = draw(st.booleans())
    events = tuple(
        Publication("p", registered + datetime.timedelta(gap), draw(st.booleans()))
        for gap in draw(st.lists(GAPS, max_size=3))
    )
    return ActDates(adopted, registered if known else None, events)


RULES: st.SearchStrategy[CommencementRule] = st.one_of(
    st.builds(AfterPublication, st.integers(0, 40), st.booleans(), st.booleans()),
    st.builds(OnDate, DAYS),
    st.just(OnPublication()),
    st.just(OnRegistration()),
    st.builds(WithAct, st.just("a")),
    st.builds(OnCondition, st.just("c"), st.none() | DAYS),
    st.just(UnknownRule()),
)


@given(RULES, act_dates())
def test_every_rule_gives_an_interval_with_grounds(rule: CommencementRule, dates: ActDates) -> None:
    """No interval is empty, no answer without grounds, and none is said twice."""
    assert date_problems(dates) == ()
    found = commencement(rule, dates)
    assert found.latest is None or (found.earliest or datetime.date.max) <= found.latest
    assert found.grounds
    assert len(set(found.grounds)) == len(found.grounds)
    for language in LANGUAGES:
        assert describe(found, language)
        assert all(ground.text(language) for ground in found.grounds)


@given(DAYS, st.integers(0, 400), act_dates())
def test_in_effect_from_d_plus_n_plus_1(first: datetime.date, count: int, dates: ActDates) -> None:
    """Published on D, a term of N calendar days: in effect from D+N+1, for any D and N."""
    dates = evolve(dates, publications=(Publication("p", first),))
    found = commencement(AfterPublication(count), dates)
    assert found.day == datetime.date.fromordinal(first.toordinal() + count + 1)


@given(RULES, act_dates(), GAPS)
def test_the_first_publication_learnt_never_widens_the_interval(
    rule: CommencementRule, dates: ActDates, gap: int
) -> None:
    """Knowing more never makes us know less, however late the publication was."""
    dates = evolve(dates, publications=())
    event = Publication("q", (dates.registered or dates.adopted) + datetime.timedelta(gap))
    before = commencement(rule, dates)
    after = commencement(rule, evolve(dates, publications=(event,)))
    assert width(after) <= width(before)
    assert before.certainty is not FACT or after == before


@given(RULES, act_dates().filter(lambda dates: dates.publications), GAPS)
def test_one_more_publication_never_delays(
    rule: CommencementRule, dates: ActDates, gap: int
) -> None:
    """Only the first publication counts: a later one changes nothing, an earlier one hastens."""
    first = dates.first_publication
    assert first is not None
    event = Publication("q", first.date + datetime.timedelta(gap - 200))
    event = evolve(event, date=max(event.date, dates.registered or dates.adopted))
    before = commencement(rule, dates)
    after = commencement(rule, evolve(dates, publications=(*dates.publications, event)))
    if event.date > first.date:
        assert after == before
    assert (after.earliest or datetime.date.min) <= (before.earliest or datetime.date.min)
    assert (after.latest or datetime.date.min) <= (before.latest or datetime.date.min)
    assert before.certainty is not FACT or after.certainty is FACT


def width(found: InEffect) -> float:
    """Answers: how many days are open?"""
    if found.earliest is None or found.latest is None:
        return float("inf")
    return (found.latest - found.earliest).days


@given(RULES, act_dates(), st.integers(0, calendar.PUBLICATION_DUTY_DAYS))
def test_a_timely_publication_lies_within_what_was_presumed(
    rule: CommencementRule, dates: ActDates, gap: int
) -> None:
    """An interval by duty holds every day that a publication in time can lead to."""
    dates = evolve(dates, registered=dates.registered or dates.adopted, publications=())
    presumed = commencement(rule, dates)
    assert dates.registered is not None
    event = Publication("p", dates.registered + datetime.timedelta(gap))
    found = commencement(rule, evolve(dates, publications=(event,)))
    if presumed.awaiting:
        assert found.awaiting
        return
    assert presumed.earliest is not None
    assert found.earliest is not None
    assert presumed.earliest <= found.earliest
    if presumed.latest is not None:
        assert found.latest is not None
        assert found.latest <= presumed.latest


@given(RULES, act_dates(), DAYS)
def test_at_divides_the_time_line(
    rule: CommencementRule, dates: ActDates, asked: datetime.date
) -> None:
    """Before, then open, then since: in this order, each day one of them, never back."""
    found = commencement(rule, dates)
    order = ["before", "open", "since"]
    assert order.index(found.at(asked)) <= order.index(found.at(asked + ONE_DAY))
    if found.earliest is not None:
        assert found.at(found.earliest - ONE_DAY) == "before"
        assert found.at(found.earliest) != "before"
    if found.latest is not None:
        assert found.at(found.latest) == "since"
        assert found.at(found.latest - ONE_DAY) != "since"


@given(act_dates(), DAYS, DAYS)
def test_knowledge_only_grows(dates: ActDates, one: datetime.date, other: datetime.date) -> None:
    """What is known on a day is known ever after, and looking back twice is looking back once."""
    early, late = sorted((one, other))
    assert known_at(known_at(dates, late), early) == known_at(dates, early)
    assert known_at(known_at(dates, early), late) == known_at(dates, early)
    assert is_known_at(dates, early) <= is_known_at(dates, late)


@given(DAYS, st.integers(0, 30))
def test_working_days_are_counted_one_by_one(start: datetime.date, count: int) -> None:
    """As many working days as asked for lie after the start, and the last day is one."""
    last = working_days_after(start, count)
    passed = [start + datetime.timedelta(step) for step in range(1, (last - start).days + 1)]
    assert sum(map(is_working_day, passed)) == count
    assert last == start or is_working_day(last)


# What is said.


def placeholders(sentence: str) -> set[str]:
    """Answers: which facts does this sentence ask for?"""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_every_sentence_is_in_three_languages_with_the_same_facts(key: str) -> None:
    """No language says more or less than another, and none is left empty or copied."""
    sentences = MESSAGES[key]
    assert tuple(sentences) == LANGUAGES
    assert len(set(sentences.values())) == len(LANGUAGES)
    assert len({frozenset(placeholders(sentence)) for sentence in sentences.values()}) == 1
    assert not any(
        "  " in sentence or sentence != sentence.strip() for sentence in sentences.values()
    )


def test_the_grounds_that_cite_the_law_are_known_as_such() -> None:
    """The admission that the law is younger follows every citation, and only citations."""
    citing = {key for key, said_ in MESSAGES.items() if "480-V" in said_["en"]}
    assert citing == calendar._CITING  # noqa: SLF001 - the list has no other use
    for key in citing:
        assert all("480-V" in MESSAGES[key][language] for language in LANGUAGES)


@pytest.mark.parametrize(
    ("key", "article"),
    [
        ("term-calendar", "Art. 14(2)"),
        ("shift", "Art. 14(3)"),
        ("duty", "Art. 37(3)"),
        ("registered", "Art. 42(1)"),
        ("default-rule", "Art. 42(3)(4)"),
        ("retroactive", "Art. 43,"),
    ],
)
def test_a_rule_of_law_cites_its_article_and_edition(key: str, article: str) -> None:
    """The wording of other years was not seen, so the edition used is named."""
    assert article in MESSAGES[key]["en"]
    assert "edition of 9 January 2026" in MESSAGES[key]["en"]
    assert "редакция от 9 января 2026 года" in MESSAGES[key]["ru"]
    assert "2026 жылғы 9 қаңтардағы редакция" in MESSAGES[key]["kk"]


@frozen
class Spoken:
    """An interval, and how it is said."""

    rule: CommencementRule
    kk: str
    ru: str
    en: str


SPOKEN = [
    Spoken(
        OnDate(day("2020-01-01")),
        "қолданысқа енгізілетін күні: 2020 жылғы 1 қаңтар (дәл)",
        "вводится в действие с 1 января 2020 года (достоверно)",
        "in effect from 1 January 2020 (certain)",
    ),
    Spoken(
        TEN_DAYS,
        "қолданысқа енгізілетін күні: ең ертесі – 2019 жылғы 10 қараша (дәл), "
        "ең кеші – 2019 жылғы 10 желтоқсан (болжам бойынша)",
        "вводится в действие не ранее 10 ноября 2019 года (достоверно) "
        "и не позднее 10 декабря 2019 года (предположительно)",
        "in effect from a day between 10 November 2019 (certain) and 10 December 2019 (presumed)",
    ),
    Spoken(
        UnknownRule(),
        "қолданысқа енгізілетін күні: ең ертесі – 2019 жылғы 23 қазан (дәл), ең кеші белгісіз",
        "вводится в действие не ранее 23 октября 2019 года (достоверно); крайний день неизвестен",
        "in effect not before 23 October 2019 (certain); the latest day is unknown",
    ),
    Spoken(
        OnCondition("…"),
        "қолданысқа енгізілмеген: шарттың орындалғаны белгісіз",
        "не введен в действие: о выполнении условия не известно",
        "not in effect: its condition is not known to have been met",
    ),
]


@pytest.mark.parametrize("spoken", SPOKEN, ids=lambda spoken: type(spoken.rule).__name__)
def test_one_line_says_the_days_and_how_sure_they_are(spoken: Spoken) -> None:
    """The certainty of each end stands beside it, in every language."""
    found = commencement(spoken.rule, ORDER_920)
    assert tuple(describe(found, language) for language in LANGUAGES) == (
        spoken.kk,
        spoken.ru,
        spoken.en,
    )


def test_one_presumed_day_is_said_to_be_presumed() -> None:
    """Published on the day of adoption, registration is one day, and still presumed."""
    dates = ActDates(day("2019-10-23"), publications=(published("2019-10-23"),))
    found = commencement(OnRegistration(), dates)
    assert describe(found, "en") == "in effect from 23 October 2019 (presumed)"


@pytest.mark.parametrize("certainty", Certainty)
def test_every_certainty_has_its_word(certainty: Certainty) -> None:
    """A certainty without a word could not be shown beside a day."""
    assert set(MESSAGES[f"certainty-{certainty}"]) == set(LANGUAGES)


def test_every_public_function_says_what_it_answers_and_shows_it() -> None:
    """A reader learns from the first line what is asked, and from the example what comes."""
    functions = [
        thing
        for thing in (getattr(calendar, name) for name in calendar.__all__)
        if isinstance(thing, FunctionType)
    ]
    assert functions
    for function in functions:
        text = function.__doc__ or ""
        assert text.startswith("Answers: ")
        assert ">>>" in text
