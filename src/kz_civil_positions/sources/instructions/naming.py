"""Ids for what an order brings: those of what it restates are kept, new ones are slugs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from attrs import evolve

from kz_civil_positions.model import Block, Entry, Item, Level, Link, Section
from kz_civil_positions.sources.slugs import free_slug, slug

__all__ = ["Taken", "entries_of", "keep_id", "keep_ids", "name_entry", "name_item"]

T = TypeVar("T", Entry, Item)
_CLOSING = ";:.,"


class Taken:
    """Ids that cannot be given to anything new.

    Example:
        >>> taken = Taken(lambda name: name == "khatshy")
        >>> taken.free("khatshy"), taken.free("khatshy")
        ('khatshy-2', 'khatshy-3')
    """

    def __init__(self, held: Callable[[str], bool]) -> None:
        self._held = held
        self._given: set[str] = set()

    def __contains__(self, name: object) -> bool:
        return name in self._given or (isinstance(name, str) and self._held(name))

    def free(self, wanted: str) -> str:
        """A free id nearest to the wanted one, taken from now on."""
        name = free_slug(wanted, self)
        self._given.add(name)
        return name


def name_entry(entry: Entry, taken: Taken) -> Entry:
    """The entry with new ids for itself and its items, where they have none."""
    named = entry if entry.id else evolve(entry, id=taken.free(slug(entry.heading) or "entry"))
    return evolve(named, items=tuple(name_item(item, named.id, taken) for item in named.items))


def name_item(item: Item, entry: str, taken: Taken) -> Item:
    """The item with a new id, where it has none; it tells the entry where it was born."""
    if item.id:
        return item
    return evolve(item, id=taken.free(f"{entry.partition('.')[0]}.{slug(item.text) or 'item'}"))


def keep_ids(new: Sequence[Entry], old: Sequence[Entry], taken: Taken) -> tuple[Entry, ...]:
    """Answers: which of these entries stood there before? They keep their ids.

    Ids that the new entries bear are suggestions of the reader, and give way. An entry is the
    same when its heading is, an item when its text is, closing marks apart
    and if nothing else there says it too. All else is new: likeness is no proof.

    Args:
        new: entries that an order brings in the stead of others.
        old: those others.
        taken: ids that are not free.

    Returns:
        The new entries, each with an id, and so their items.

    Example:
        >>> old = [Entry("bas-khatshy", "Хатшы;")]
        >>> new = [Entry("", "Хатшы."), Entry("", "Бақылаушы.")]
        >>> [entry.id for entry in keep_ids(new, old, Taken(lambda name: False))]
        ['bas-khatshy', 'baqylaushy']
    """
    same = _same(new, old, lambda entry: entry.heading)
    kept = (keep_id(entry, same.get(number)) for number, entry in enumerate(new))
    return tuple(name_entry(entry, taken) for entry in kept)


def keep_id(entry: Entry, before: Entry | None) -> Entry:
    """The entry as the one before it, with the ids of those of its items that stood there."""
    same = _same(entry.items, before.items if before else (), lambda item: item.text)
    items = (
        evolve(item, id=same[number].id if number in same else "")
        for number, item in enumerate(entry.items)
    )
    return evolve(entry, id=before.id if before else "", items=tuple(items))


def _same(new: Sequence[T], old: Sequence[T], words: Callable[[T], str]) -> Mapping[int, T]:
    """By place in the new sequence, what said the same before, where both are alone in it."""
    keys = [words(one).rstrip(_CLOSING) for one in new]
    held = [words(one).rstrip(_CLOSING) for one in old]
    return {
        number: old[held.index(key)]
        for number, key in enumerate(keys)
        if keys.count(key) == 1 == held.count(key)
    }


def entries_of(node: Block | Section | Link | Level) -> Iterator[Entry]:
    """All entries below a place, in order."""
    for child in node.children:
        if isinstance(child, Entry):
            yield child
        else:
            yield from entries_of(child)
