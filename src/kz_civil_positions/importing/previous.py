"""The editions whose things a text may have, and every id that was ever given."""

import datetime
from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import Self

from attrs import define, field

from kz_civil_positions.codes import Kind
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.history.register import Register
from kz_civil_positions.importing.identity import ids_in
from kz_civil_positions.model import Content
from kz_civil_positions.orders import Order

__all__ = ["Shelf", "brings_register", "content_of", "register_language"]


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


def register_language(register: Register) -> str | None:
    """Answers: in which language is the register replayed? None where no text is held yet."""
    held = (one.language for one in register.orders if brings_register(one))
    return next(held, next((one.language for one in register.published), None))


def brings_register(order: Order) -> bool:
    """Answers: does this order bring a whole register, whose text is held?"""
    contents = (getattr(one, "content", None) for one in order.operations)
    return any(isinstance(one, Content) for one in contents)


@define
class Shelf:
    """The texts that are held, by language and day, and every id that was ever given.

    It grows with each text that is brought, so that many texts can be brought one after
    another without looking through all earlier ones each time.
    """

    _days: dict[str, list[datetime.date]] = field(factory=dict)
    _texts: dict[tuple[str, datetime.date], Content] = field(factory=dict)
    used: set[str] = field(factory=set)

    @classmethod
    def of(cls, register: Register | None) -> Self:
        """Answers: which texts does this register hold?"""
        shelf = cls()
        if register is None:
            return shelf
        for language, day, text in _held(register):
            shelf.put(language, day, text)
        for one in register.published:
            shelf.used |= set(ids_in(one.content))
        gone = (Kind.ENTRY, Kind.ITEM)
        shelf.used |= {at.name for at in register.tombstones if at.kind in gone}
        return shelf

    def put(self, language: str, day: datetime.date, text: Content) -> None:
        """Add a text: of an order by the day of its adoption, of an edition by its own."""
        if (language, day) not in self._texts:
            insort(self._days.setdefault(language, []), day)
        self._texts[language, day] = text
        self.used |= set(ids_in(text))

    def before(self, language: str, day: datetime.date) -> Content | None:
        """Answers: what does the last text say that is held from before this day?"""
        days = self._days.get(language, [])
        at = bisect_left(days, day)
        return self._texts[language, days[at - 1]] if at else None

    def around(self, language: str, day: datetime.date) -> tuple[Content, ...]:
        """Answers: in which texts that are held may things of a text of this day be met?

        Returns:
            The last text before that day, and the first after it: a thing that stands in both
            must have the same id. Nothing where none is held.
        """
        days = self._days.get(language, [])
        before = self.before(language, day)
        after = [self._texts[language, one] for one in days if one > day][:1]
        return (*((before,) if before is not None else ()), *after)


def _held(register: Register) -> Iterator[tuple[str, datetime.date, Content]]:
    """The texts held, each with the day of its order, or the day it is published for."""
    for edition in register.editions:
        if edition.held:
            yield edition.language, _day(register, edition.key, edition.order), edition.text
    for one in register.parallel:
        yield one.language, _day(register, one.edition, one.order), one.content


def _day(register: Register, key: str, order: str) -> datetime.date:
    _, _, published = key.partition("@")
    return datetime.date.fromisoformat(published) if published else register.order(order).adopted
