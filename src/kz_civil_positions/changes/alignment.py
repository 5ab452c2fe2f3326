"""What in one edition is the same thing as what in another.

The passes, in this order: permanent id (entries and items); exact text; heading; then links
and levels, by the entries they hold or else by their labels; inside levels that are the same,
structure (the same neighbours, the same list) and likeness; at other levels, moves; and last,
inside levels again, position. A match once made is never undone. What no pass matches came or
went: silence is better than an invented match.
"""

from collections.abc import Callable

from kz_civil_positions.changes.likeness import Scale
from kz_civil_positions.changes.lists import Lists
from kz_civil_positions.changes.matching import Ground, Matches, one_to_one
from kz_civil_positions.changes.outline import Outline, PlaceName
from kz_civil_positions.changes.pairs import Alignment, Pair
from kz_civil_positions.changes.places import match_named, match_places
from kz_civil_positions.changes.rows import Rows
from kz_civil_positions.changes.typography import item_key, text_key
from kz_civil_positions.model import Abbreviation, Content

__all__ = ["Alignment", "Ground", "Pair", "align"]


def align(old: Content, new: Content) -> Alignment:
    """Answers: which things of these two editions are the same?

    Args:
        old: the earlier register.
        new: the later one; in neither does a name stand twice.

    Returns:
        The matches of every kind. Aligned the other way round, the same pairs come out.

    Example:
        >>> from kz_civil_positions.model import Abbreviation
        >>> line = Abbreviation("ММ", "мекеме", "ММ – мекеме;")
        >>> [pair.ground for pair in align(Content((), (line,)), Content((), (line,))).pairs()]
        [<Ground.LABEL: 'label'>]
    """
    found = _aligned(old, new, _closed)
    # A level that says the same, but in a link that was renumbered: too rare for a shortcut.
    strayed = Ground.ENTRIES in found.links.grounds.values() and any(
        found.levels.new_of.get(name) != name for name in found.closed
    )
    return _aligned(old, new, _none_closed) if strayed else found


def _aligned(
    old: Content, new: Content, closing: Callable[[Outline, Outline], frozenset[PlaceName]]
) -> Alignment:
    found = Alignment(Outline(old), Outline(new))
    found.closed = closing(found.old, found.new)
    found.old.close(found.closed)
    found.new.close(found.closed)
    found.blocks = match_named(found.old.blocks, found.new.blocks)
    found.sections = match_named(found.old.sections, found.new.sections)
    scale = Scale(found.old, found.new)
    _match_entries(found, scale)
    _match_items(found, scale)
    found.abbreviations = _abbreviations(found.old, found.new)
    return found


def _closed(old: Outline, new: Outline) -> frozenset[PlaceName]:
    """The levels that say the same in both; what is shared is one object, and quickly told."""
    return frozenset(
        {
            name
            for name, level in new.levels.items()
            if (before := old.levels.get(name)) is level or before == level
        }
    )


def _none_closed(_: Outline, __: Outline) -> frozenset[PlaceName]:
    return frozenset()


def _match_entries(found: Alignment, scale: Scale) -> None:
    old, new, entries = found.old, found.new, found.entries
    before, after = old.entries, new.entries
    entries.join_all([name for name in after if name in before], Ground.ID)
    found.equal = {
        name
        for name in entries.new_of
        if before[name] is after[name] or before[name] == after[name]
    }
    old.close_entries(found.equal)
    new.close_entries(found.equal)
    rows = Rows(found, scale)
    rows.across_levels()
    found.links, found.levels = match_places(old, new, entries.new_of, found.closed)
    if rows.done:
        return
    for one, other in _shared(found, rows):
        rows.within(one, other)
    rows.moved()
    for one, other in _shared(found, rows):
        rows.in_place(one, other)


def _shared(found: Alignment, rows: Rows) -> list[tuple[PlaceName, PlaceName]]:
    """The levels that are in both editions and have something left in both."""
    left, came = rows.places()
    pairs = ((one, found.levels.new_of.get(one)) for one in found.old.levels if one in left)
    return [(one, other) for one, other in pairs if other is not None and other in came]


def _match_items(found: Alignment, scale: Scale) -> None:
    """Items by id wherever they stand, then inside their entries, then from entry to entry."""
    olds, news = found.old.open_entries, found.new.open_entries
    before = {item.id for entry in olds for item in entry.items}
    after = [item.id for entry in news for item in entry.items]
    found.items.join_all([name for name in after if name in before], Ground.ID)
    lists = Lists(found, scale)
    for entry in news:
        partner = found.entries.old_of.get(entry.id)
        if partner is not None:
            lists.within(found.old.entries[partner], entry)
    lists.moved(olds, news)


def _abbreviations(old: Outline, new: Outline) -> Matches[str]:
    """By the short form as printed, then but for print, then by what it stands for."""
    matches = match_named(old.abbreviations, new.abbreviations)
    keys: tuple[Callable[[Abbreviation], str], ...] = (
        lambda one: text_key(one.short),
        lambda one: item_key(one.long),
    )
    for key in keys:
        left = [old.abbreviations[name] for name in matches.left(old.abbreviations)]
        came = [new.abbreviations[name] for name in matches.came(new.abbreviations)]
        for before, after in one_to_one(left, came, key):
            matches.join(before.short, after.short, Ground.TEXT)
    return matches
