"""Mistakes that users make, each refused by both type checkers.

No line here is ever run. A mistake that a checker lets pass makes its note "ignore" useless,
and a useless note is an error by the settings.
"""

# A name that is not there has no known type either: one mistake, told once.
# pyright: reportUnknownMemberType=false

from datetime import date

import kz_civil_positions as kz


def no_such_name() -> None:
    """Names that the package does not have."""
    kz.lode()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    kz.load().edition("2019-920").titles  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]  # noqa: B018
    kz.load().edition("2019-920")["A1-1"].entry  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]  # noqa: B018


def a_day_is_no_text() -> kz.Edition:
    """Days are dates, never strings."""
    return kz.load().as_of("2021-01-01")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def an_edition_may_be_missing(day: date) -> str:
    """Where the sources settle nothing there is no edition, and nobody may forget it."""
    return kz.load().status(day).edition.key  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]


def a_text_may_not_be_held(edition: kz.Edition) -> tuple[object, ...]:
    """The text of an edition that is known may be missing."""
    return edition.content.blocks  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]


def nothing_can_be_changed(level: kz.Level) -> None:
    """An edition is frozen, and what it holds too."""
    level.entries.clear()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    level.entries = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def an_edition_is_no_level(register: kz.Register) -> kz.Level:
    """What a register gives is not what an edition gives."""
    return register.edition("2019-920")  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def a_language_is_one_of_three(status: kz.Status) -> str:
    """Answers are given in Kazakh, Russian and English."""
    return status.answer("de")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def text_is_no_content(edition: kz.Edition) -> None:
    """Operations are carried out on content, and are never strings."""
    kz.apply(edition, ())  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    kz.invert(edition.text, "remove A1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def known_at_is_said_by_name(register: kz.Register, day: date) -> None:
    """Two days in a row would be mistaken for each other."""
    register.status(day, day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
