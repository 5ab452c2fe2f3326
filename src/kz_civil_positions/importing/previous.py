"""The edition whose things a text may have, and every id that was ever given."""

import datetime
from collections.abc import Iterator

from kz_civil_positions.codes import Kind
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.history.register import Register
from kz_civil_positions.importing.identity import ids_in
from kz_civil_positions.model import Content

__all__ = ["content_of", "nearest", "text_before", "used_ids"]


def content_of(register: Register | None, name: str) -> Content:
    """Answers: what does the edition say that the user names?

    Raises:
        UnknownOrderError: when there is none of that name.
        BadInputError: when its text is not held, or there is no register at all.
    """
    if register is None:
        raise BadInputError("importing.no-register", where="--base", edition=name)
    edition = register.edition(name)
    if not edition.held:
        raise BadInputError("importing.base-not-held", where="--base", edition=edition.key)
    return edition.text


def text_before(register: Register | None, day: datetime.date) -> Content | None:
    """Answers: what does the last text say that is held from before this day?

    Returns:
        The text; None where none is held.
    """
    before = [text for at, text in _held(register) if at < day]
    return before[-1] if before else None


def nearest(register: Register | None, day: datetime.date) -> tuple[Content, ...]:
    """Answers: in which texts that are held may things of a text of this day be met?

    Returns:
        The last text before that day, and the first after it: a thing that stands in both
        must have the same id. Nothing where none is held.
    """
    before = text_before(register, day)
    after = next((text for at, text in _held(register) if at > day), None)
    return tuple(text for text in (before, after) if text is not None)


def _held(register: Register | None) -> Iterator[tuple[datetime.date, Content]]:
    """The texts held, each with the day of its order, or the day it is published for."""
    for edition in register.editions if register else ():
        if edition.held and register:
            _, _, published = edition.key.partition("@")
            adopted = register.order(edition.order).adopted
            yield datetime.date.fromisoformat(published) if published else adopted, edition.text


def used_ids(register: Register | None) -> frozenset[str]:
    """Answers: which ids were ever given to an entry or item of this register?"""
    if register is None:
        return frozenset()
    texts = [edition.text for edition in register.editions if edition.held]
    texts += [one.content for one in register.published]
    given = {name for text in texts for name in ids_in(text)}
    gone = {at.name for at in register.tombstones if at.kind in (Kind.ENTRY, Kind.ITEM)}
    return frozenset(given | gone)
