"""The time line as data for the page: what can be said of every day, in the library's words."""

import datetime
from collections.abc import Iterator
from typing import Any, Final

from kz_civil_positions import Register
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.history.status import Status
from kz_civil_positions.messages import LANGUAGES, Language, say
from kz_civil_positions.model import Edition
from kz_civil_positions.reports.deeds import Teller
from kz_civil_positions.reports.phrases import notice

__all__ = ["days_of", "editions_of", "pairs_of"]

_ONE_DAY: Final = datetime.timedelta(days=1)


def days_of(register: Register) -> dict[str, Any]:
    """Answers: what is said of each day, from the first that anything is said of to the last?

    Returns:
        ``segments``: each from its first day (the first of them from ever) to the day before the
        next one's; ``editions``: what must be said of each that a day leads to; ``last``: the
        last known one; ``checked``: the last day up to which sources were checked.

    Example:
        >>> import kz_civil_positions as kz
        >>> [(one["from"], one["state"]) for one in days_of(kz.load())["segments"]]
        [(None, 'not-adopted'), ('2015-12-18', 'undetermined'), ('2016-01-24', 'in-effect'), \
('2019-10-31', 'in-effect'), ('2019-11-10', 'undetermined'), ('2019-12-10', 'in-effect')]
    """
    until = register.checked_until
    return {
        "segments": [_segment(register, status) for status in _statuses(register)],
        "editions": {one.key: _notices(register, one) for one in editions_of(register)},
        "last": register.editions[-1].key,
        "checked": until.isoformat() if until else None,
        "fictional": register.base.fictional,
    }


def _statuses(register: Register) -> Iterator[Status]:
    """The answer for the first day of each stretch of days that are answered alike."""
    yield register.status(datetime.date.min)
    days = set(register.turning_days)
    if register.checked_until:
        days.add(register.checked_until + _ONE_DAY)
    yield from (register.status(day) for day in sorted(days))


def _segment(register: Register, status: Status) -> dict[str, Any]:
    first = status.day == datetime.date.min
    return {
        "from": None if first else status.day.isoformat(),
        "state": str(status.state),
        "certainty": str(status.certainty),
        "edition": status.edition.key if status.edition else None,
        "held": status.held,
        "candidates": [one.key if one else None for one in status.candidates],
        "beyond": status.beyond_checked,
        "told": {language: _told(register, status, language) for language in LANGUAGES},
    }


def _told(register: Register, status: Status, language: Language) -> dict[str, Any]:
    teller = Teller(register, language, register.all_steps)
    return {
        "state": say(f"history.state-{status.state}", language),
        "certainty": say(f"calendar.certainty-{status.certainty}", language),
        "reason": status.reason(language),
        "suspended": [teller.place(one) for one in status.suspended],
    }


def _notices(register: Register, edition: Edition) -> dict[str, Any]:
    """What is said of an edition wherever it is shown; of one supposed no order says from when."""
    try:
        told = {
            language: ["".join(run.text for run in one) for one in items]
            for language in LANGUAGES
            for items in [notice(register, (edition,), language).items]
        }
    except BadInputError:
        told = {language: [say("reports.unofficial", language)] for language in LANGUAGES}
    return {"held": edition.held, "notices": told}


def editions_of(register: Register) -> tuple[Edition, ...]:
    """Answers: which editions can a day lead to, the last known one included?

    Those that may be in effect on a day are among them, in the order of the days.

    Example:
        >>> import kz_civil_positions as kz
        >>> [edition.key for edition in editions_of(kz.load())]
        ['2015-1035', '2019-920']
    """
    found = [edition for status in _statuses(register) for edition in _led_to(status)]
    return tuple({one.key: one for one in (*found, register.editions[-1])}.values())


def _led_to(status: Status) -> tuple[Edition, ...]:
    return tuple(one for one in (status.edition, *status.candidates) if one)


def pairs_of(register: Register) -> Iterator[tuple[Edition, Edition]]:
    """Answers: which two editions can an earlier and a later day lead to?

    Example:
        >>> import kz_civil_positions as kz
        >>> [(old.key, new.key) for old, new in pairs_of(kz.load())]
        [('2015-1035', '2019-920')]
    """
    editions = editions_of(register)
    return ((old, new) for at, old in enumerate(editions) for new in editions[at + 1 :])
