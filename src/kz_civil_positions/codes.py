"""Codes of places in a register (``A3-2-1``) and addresses of anything in it.

A code says where a thing stands, never which thing it is: entries and items have
permanent ids for that. Orders print block letters in Cyrillic or Latin as it comes;
codes are ASCII, and read either script and case.
"""

import re
from enum import StrEnum
from typing import Final, Self

from attrs import field

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.things import frozen

__all__ = ["Address", "Code", "Kind"]

# А, В and С of the orders are Cyrillic letters; D is Latin (there is no Cyrillic look-alike).
_LATIN: Final = str.maketrans("АВСавс", "ABCABC")
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_CODE: Final = re.compile(
    r"""(?:(?P<sector>[a-z]+(?:-[a-z]+)*)/)?
        (?P<block>[ABCD])
        (?:(?P<link>[1-9][0-9]?))?
        (?P<level>(?:-[1-9][0-9]?){0,3})""",
    re.VERBOSE,
)


@frozen(order=True)
class Code:
    """The place of a block, link or level: what a person cites.

    Attributes:
        block: ``"A"`` to ``"D"``.
        sector: ``"health"``, ``"other"`` … in a block divided by field of work, else ``""``.
        link: the number of the link (буын), or 0 where a block is meant, or block D's only link.
        level: the numbers of the level (деңгей): ``(2, 1)`` is level 2-1, between 2 and 3.

    Example:
        >>> code = Code.parse("А3-2-1")
        >>> str(code), code.link_code, code.level_number
        ('A3-2-1', Code.parse('A3'), '2-1')
        >>> sorted([Code.parse("A3-2-1"), Code.parse("A3-2"), Code.parse("A2-3")])[-1]
        Code.parse('A3-2-1')
    """

    block: str
    sector: str = ""
    link: int = 0
    level: tuple[int, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Answers: which place does this text name?

        Args:
            text: a code as a person types it, in either script and case, such as
                ``"a3-2-1"``, ``"В2-1"`` or ``"health/B2-1"``.

        Returns:
            The code.

        Raises:
            BadInputError: when it is no code.

        Example:
            >>> str(Code.parse("health/в2−1"))
            'health/B2-1'
        """
        sector, slash, place = text.strip().translate(_DASHES).rpartition("/")
        place = place.strip().translate(_LATIN).upper()
        match = _CODE.fullmatch(sector.strip().lower() + slash + place)
        if not match or (match["level"] and not match["link"]):
            raise BadInputError("not-a-code", code=text[:80])
        return cls(
            block=match["block"],
            sector=match["sector"] or "",
            link=int(match["link"] or 0),
            level=tuple(int(number) for number in match["level"].split("-")[1:]),
        )

    @property
    def link_code(self) -> "Code":
        """The link this place belongs to."""
        return Code(self.block, self.sector, self.link)

    @property
    def level_number(self) -> str | None:
        """The level's number as people write it (``2-1``); None where a link has no levels."""
        return "-".join(map(str, self.level)) or None

    @property
    def plain(self) -> str:
        """The code without its sector, as it is printed in tables: ``B2-1``."""
        return f"{self.block}{self.link or ''}" + "".join(f"-{number}" for number in self.level)

    def covers(self, other: "Code") -> bool:
        """Answers: does that place lie within this one, or is it the same?

        A code without a sector covers all sectors, one without a link all links, and
        one without a level all levels; level 2 does not cover level 2-1.

        Example:
            >>> Code.parse("B2").covers(Code.parse("health/B2-1"))
            True
            >>> Code.parse("A3-2").covers(Code.parse("A3-2-1"))
            False
        """
        return (
            self.block == other.block
            and self.sector in ("", other.sector)
            and self.link in (0, other.link)
            and self.level in ((), other.level)
        )

    def __str__(self) -> str:
        return f"{self.sector}/{self.plain}" if self.sector else self.plain

    def __repr__(self) -> str:
        return f"Code.parse({str(self)!r})"


class Kind(StrEnum):
    """What an address names."""

    REGISTER = "register"
    BLOCK = "block"
    SECTOR = "sector"
    LINK = "link"
    LEVEL = "level"
    ENTRY = "entry"
    ITEM = "item"
    ABBREVIATIONS = "abbreviations"
    ABBREVIATION = "abbreviation"
    ORDER = "order"


_ALONE: Final = frozenset({Kind.REGISTER, Kind.ABBREVIATIONS})
_PLACES: Final = frozenset({Kind.BLOCK, Kind.LINK, Kind.LEVEL})
_NAMES: Final = {
    Kind.SECTOR: re.compile(r"[ABCD](?:/[a-z]+(?:-[a-z]+)*)?"),
    Kind.ENTRY: re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"),
    Kind.ITEM: re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?"),
    Kind.ABBREVIATION: re.compile(r"\S+"),
    Kind.ORDER: re.compile(r"\S+"),
}


@frozen(order=True)
class Address:
    """The one way to name anything in a register: ``level:A2-1``, ``entry:some-id``.

    The kind is written out since ``C1`` and ``D`` are at once a link and a level.

    Example:
        >>> Address.parse("level:health/в2-1")
        Address(kind=<Kind.LEVEL: 'level'>, name='health/B2-1')
        >>> str(Address.parse("register"))
        'register'
    """

    kind: Kind
    name: str = field(default="")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Answers: what does this text name?

        Raises:
            BadInputError: when it is no address.
        """
        head, _, name = text.strip().partition(":")
        if head not in set(Kind):
            raise BadInputError("not-an-address", address=text[:80])
        kind = Kind(head)
        if kind in _PLACES:
            return cls(kind, str(Code.parse(name)))
        if (kind in _ALONE) != (not name) or (name and not _NAMES[kind].fullmatch(name)):
            raise BadInputError("not-an-address", address=text[:80])
        return cls(kind, name)

    @property
    def code(self) -> Code:
        """The code of a block, link or level."""
        return Code.parse(self.name)

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}" if self.name else str(self.kind)
