"""Amendments as typed operations: what an order does to a register.

Each operation quotes the instruction it carries out and names its target. The engine
that applies them is in ``amending/``; this module only says what they are.

The formulas are those that orders use (Kazakh, then Russian):

* restate: «… мынадай редакцияда жазылсын» – «изложить в следующей редакции»
* insert: «… мынадай мазмұндағы … толықтырылсын» – «дополнить … следующего содержания»
* remove: «… алып тасталсын» – «исключить»
* replace words: «… деген сөздер … деген сөздермен ауыстырылсын» – «слова … заменить словами …»
* insert words: «… деген сөзден кейін … толықтырылсын» – «после слов … дополнить словами …»
* suspend: «қолданысы … дейін тоқтатыла тұрсын» – «действие … приостановить до …»
* repeal: «күші жойылды деп танылсын» – «признать утратившим силу»
"""

import datetime
from enum import StrEnum
from typing import Final, TypeAlias

from attrs import field

from kz_civil_positions.calendar import CommencementRule
from kz_civil_positions.codes import Address, Code
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Entry,
    Item,
    Level,
    Link,
    Section,
    Span,
)
from kz_civil_positions.things import frozen

__all__ = [
    "ON_ORDERS",
    "WITHOUT_TEXT",
    "Insert",
    "InsertWords",
    "Instruction",
    "Move",
    "Operation",
    "Payload",
    "Place",
    "Recommence",
    "Relabel",
    "Remove",
    "RemoveWords",
    "Repeal",
    "Replace",
    "ReplaceWords",
    "Restate",
    "RestatePoint",
    "Suspend",
    "Where",
    "WordPlace",
]


@frozen
class Instruction:
    """The words of an order that an operation carries out.

    Attributes:
        point: the point of the order, such as ``"1"`` or ``"1.2"``.
        quote: the words, as the order prints them after repairs.
        lines: where they stand in the order's source file.
    """

    point: str
    quote: str
    lines: Span | None = None


class Where(StrEnum):
    """On which side of its anchor a thing is placed."""

    BEFORE = "before"
    AFTER = "after"
    FIRST = "first"
    LAST = "last"


@frozen
class Place:
    """Where an inserted or moved thing goes.

    Attributes:
        where: before or after the anchor, or as the first or last thing inside it.
        anchor: a neighbour (before, after) or the container (first, last).
    """

    where: Where
    anchor: Address


class WordPlace(StrEnum):
    """Where inserted words go."""

    BEFORE = "before"
    AFTER = "after"
    END = "end"


Element: TypeAlias = Block | Section | Link | Level | Entry | Item | Abbreviation
Payload: TypeAlias = Content | Element | tuple[Abbreviation, ...]


@frozen(kw_only=True)
class _Instructed:
    """What every operation has.

    Attributes:
        instruction: the words carried out; None for an operation found by comparison.
        commencement: a rule of its own, where the order puts this point into effect
            at another time than the rest (Art. 42(4) of the law on legal acts).
    """

    instruction: Instruction | None = None
    commencement: CommencementRule | None = None


@frozen(kw_only=True)
class Restate(_Instructed):
    """A thing is given in a new wording; it stays the same thing and keeps its id.

    Attributes:
        target: the register, a block, sector, link, level, entry, item, or the list of
            abbreviations.
        content: the new wording, of the kind that the target names.
    """

    target: Address
    content: Payload = field(repr=False)


@frozen(kw_only=True)
class Insert(_Instructed):
    """A new thing is put in its place."""

    place: Place
    content: Element = field(repr=False)


@frozen(kw_only=True)
class Remove(_Instructed):
    """A thing is excluded; its id and code stay citable and are not used again."""

    target: Address


@frozen(kw_only=True)
class Replace(_Instructed):
    """A thing gives way to another, with an id of its own, in the same place."""

    target: Address
    content: Element = field(repr=False)


@frozen(kw_only=True)
class ReplaceWords(_Instructed):
    """Words are replaced wherever they occur within the target.

    Attributes:
        target: any place, entry, item or abbreviation; all text within it is meant.
        old: the words replaced.
        new: the words that come in their stead.
        count: how often the old words must occur: exactly so often.
    """

    target: Address
    old: str
    new: str
    count: int = 1


@frozen(kw_only=True)
class InsertWords(_Instructed):
    """Words are added before or after given words, or at the end of the target's text.

    Attributes:
        target: as for replaced words; at the end, an entry without items, or an item.
        words: the words added.
        where: before or after the anchor words, or at the end (before the closing mark).
        anchor: the words beside which they go; empty at the end.
        count: how often the anchor must occur: exactly so often.
    """

    target: Address
    words: str
    where: WordPlace = WordPlace.AFTER
    anchor: str = ""
    count: int = 1


@frozen(kw_only=True)
class RemoveWords(_Instructed):
    """Words are excluded wherever they occur within the target, exactly ``count`` times."""

    target: Address
    words: str
    count: int = 1


@frozen(kw_only=True)
class Move(_Instructed):
    """A thing goes to another place and stays the same thing."""

    target: Address
    place: Place


@frozen(kw_only=True)
class Relabel(_Instructed):
    """A link or level gets another number; what stands in it stays.

    Attributes:
        target: the link or level.
        code: its new code.
        label: its new label as printed.
    """

    target: Address
    code: Code
    label: str | None = None


@frozen(kw_only=True)
class Repeal(_Instructed):
    """An order loses its force; a repealed repeal revives nothing (Art. 27(10)).

    Attributes:
        order: the order repealed: the base order, or one that amends it.
    """

    order: str


@frozen(kw_only=True)
class Suspend(_Instructed):
    """The register, or a part of it, is not applied until a day.

    Attributes:
        target: the register or a place in it.
        until: the first day on which it applies again.
    """

    target: Address
    until: datetime.date


@frozen(kw_only=True)
class RestatePoint(_Instructed):
    """An order that is not yet in effect is changed itself (Art. 26(3)).

    Attributes:
        order: the amending order that is changed.
        point: the point of it that gives way.
        operations: what that point does from now on; nothing, when it is excluded.
    """

    order: str
    point: str
    operations: tuple["Operation", ...] = ()


@frozen(kw_only=True)
class Recommence(_Instructed):
    """An order that is not yet in effect is put into effect by another rule.

    Attributes:
        order: the order whose commencement is changed.
        rule: the new rule.
    """

    order: str
    rule: CommencementRule


Operation: TypeAlias = (
    Restate
    | Insert
    | Remove
    | Replace
    | ReplaceWords
    | InsertWords
    | RemoveWords
    | Move
    | Relabel
    | Repeal
    | Suspend
    | RestatePoint
    | Recommence
)

# These act on other orders; a suspension acts on time: none of them touches the text.
ON_ORDERS: Final = (Repeal, RestatePoint, Recommence)
WITHOUT_TEXT: Final = (*ON_ORDERS, Suspend)
