"""What a printed text is about, said beside it: positions, scopes, institutions.

The printed text stays as it is. An annotation is ours, so each quotes the printed words
it rests on, and ``verify`` holds it against them: nothing invented, nothing left over.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Final

from kz_civil_positions.model import Entry, Item
from kz_civil_positions.things import frozen

__all__ = [
    "Annotations",
    "Category",
    "EntryNote",
    "Form",
    "Grade",
    "Institution",
    "InstitutionKind",
    "Name",
    "PositionNote",
    "Qualification",
    "Scope",
    "Significance",
    "places_of",
    "quoted",
    "words_of",
]

_WORD: Final = re.compile(r"\w+")
_LEFT_OUT: Final = "…"


class Significance(StrEnum):
    """Of what significance (маңызы) an institution is."""

    REPUBLICAN = "republican"
    OBLAST = "oblast"
    DISTRICT = "district"


class Category(StrEnum):
    """The category (санат) of a specialist."""

    HIGHEST = "highest"
    FIRST = "first"
    SECOND = "second"
    WITHOUT = "without"


class Qualification(StrEnum):
    """The level of a specialist's qualification (біліктілігі жоғары / орташа деңгей)."""

    HIGH = "high"
    MIDDLE = "middle"


class InstitutionKind(StrEnum):
    """Whether a name means one institution or all institutions of a sort."""

    SINGLE = "single"
    CLASS = "class"


@frozen
class Scope:
    """Which institutions a heading speaks of.

    Attributes:
        significance: republican, oblast or district.
        words: the printed words that say so; ``…`` stands for words left out between.
        branch: whether a branch of the institution is meant.
        under: the id of the subheading that says so, if it is not the heading itself; it
            holds for the items up to the next subheading.
    """

    significance: Significance
    words: str
    branch: bool = False
    under: str | None = None


@frozen
class Grade:
    """What a heading of specialists asks of them.

    Attributes:
        qualification: high or middle.
        words: the printed words that say so.
        category: None where the heading names no category.
    """

    qualification: Qualification
    words: tuple[str, ...]
    category: Category | None = None


@frozen
class Name:
    """Another name of a position, such as меңгеруші for басшы.

    Attributes:
        name: in base form.
        words: the printed words it comes from; None where they are the name itself.
    """

    name: str
    words: str | None = None


@frozen
class PositionNote:
    """A position that an entry names.

    Attributes:
        name: in base form: nominative singular, without the possessive that only the
            institution before it asks for.
        words: the printed words it comes from; None where they are the name itself.
        item: the id of the item that names it, where the heading alone does not.
        also: its other names.
        conditions: printed words that narrow it, as printed.
    """

    name: str
    words: str | None = None
    item: str | None = None
    also: tuple[Name, ...] = ()
    conditions: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[Name, ...]:
        """All its names with the words they come from."""
        return (Name(self.name, self.words), *self.also)


@frozen
class EntryNote:
    """What an entry's heading and items say.

    Attributes:
        entry: the entry's id.
        positions: the positions it names.
        scopes: the institutions it speaks of.
        grade: category and qualification, in an entry of specialists.
        conditions: printed words that narrow every position of the entry.
        frame: printed words that belong to the entry and to no position of it.
    """

    entry: str
    positions: tuple[PositionNote, ...]
    scopes: tuple[Scope, ...] = ()
    grade: Grade | None = None
    conditions: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()


@frozen
class Form:
    """One printed form of an institution's name, and the items that print it."""

    words: str
    items: tuple[str, ...]


@frozen
class Institution:
    """An institution, or a class of institutions, that has positions of the register.

    Attributes:
        id: permanent, never used again.
        name: in the nominative.
        kind: a single institution or a class of them.
        forms: how it is printed, and where.
    """

    id: str
    name: str
    kind: InstitutionKind
    forms: tuple[Form, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of all items that name it."""
        return tuple(item for form in self.forms for item in form.items)


@frozen
class Annotations:
    """What ``annotations.yaml`` of an order's folder holds.

    Attributes:
        order: the order whose text is annotated.
        entries: what each entry says.
        institutions: who has positions.
    """

    order: str
    entries: tuple[EntryNote, ...] = ()
    institutions: tuple[Institution, ...] = ()

    @cached_property
    def by_entry(self) -> MappingProxyType[str, EntryNote]:
        """The notes under the ids of their entries."""
        return MappingProxyType({note.entry: note for note in self.entries})


def words_of(text: str) -> tuple[str, ...]:
    """Answers: which words, without marks, does this text hold? A hyphen parts words here.

    Example:
        >>> words_of("фельдшер (-зертханашы).")
        ('фельдшер', 'зертханашы')
    """
    return tuple(_WORD.findall(text))


def places_of(quote: str, text: str) -> tuple[int, ...]:
    """Answers: which words of the text, counted from 0, does this quotation take?

    Args:
        quote: words as printed; ``…`` stands for any words left out between.
        text: the printed text.

    Returns:
        The places; none when the quotation does not stand in the text.

    Example:
        >>> places_of("бас … дирижері", "ММ бас: гидротехнигі, дирижері:")
        (1, 3)
    """
    there = words_of(text)
    found: list[int] = []
    for piece in map(words_of, quote.split(_LEFT_OUT)):
        start = found[-1] + 1 if found else 0
        for at in range(start, len(there) - len(piece) + 1):
            if piece and there[at : at + len(piece)] == piece:
                found += range(at, at + len(piece))
                break
        else:
            return ()
    return tuple(found)


def quoted(note: EntryNote, entry: Entry) -> bool:
    """Answers: does everything that this note quotes still stand in the entry?

    A later order may have changed the words; then the note says nothing of them any more.
    """
    items = {item.id: item for item in entry.items}
    return all(
        item is not None and bool(places_of(quote, text))
        for item, quote, text in _quotations(note, entry, items)
    )


def _quotations(
    note: EntryNote, entry: Entry, items: dict[str, Item]
) -> Iterator[tuple[Item | Entry | None, str, str]]:
    for scope in note.scopes:
        held = items.get(scope.under) if scope.under else entry
        yield held, scope.words, _text(held)
    for quote in (*(note.grade.words if note.grade else ()), *note.conditions, *note.frame):
        yield entry, quote, entry.text
    for position in note.positions:
        named = items.get(position.item) if position.item else entry
        text = entry.heading if named is entry else f"{entry.heading} {_text(named)}"
        for one in position.names:
            yield named, one.words or one.name, text
        for condition in position.conditions:
            yield named, condition, text


def _text(node: Item | Entry | None) -> str:
    if node is None:
        return ""
    return node.heading if isinstance(node, Entry) else node.text
