"""Items of one edition found again in the other, where their ids do not tell."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from kz_civil_positions.changes.likeness import Scale
from kz_civil_positions.changes.matching import (
    Ground,
    best_first,
    in_gaps,
    in_order,
    one_to_one,
)
from kz_civil_positions.changes.outline import Outline, PlaceName
from kz_civil_positions.changes.pairs import Alignment
from kz_civil_positions.changes.typography import item_key
from kz_civil_positions.changes.verdict import alike, crowded, near
from kz_civil_positions.model import Entry, Item

__all__ = ["SEVERAL", "Lists"]

# One institution that leaves a row and stands in a new one may have nothing to do with it;
# that two do so by chance, and the new row has no third, was not seen in random trials.
SEVERAL: Final = 2
# Only texts that begin alike are compared in full.
SAME_BEGINNING: Final = 4


class Lists:
    """The search for items: each pass looks at what the passes before left.

    Args:
        found: what is matched so far; the items found are added.
        scale: weighs words.
    """

    def __init__(self, found: Alignment, scale: Scale) -> None:
        self._old, self._new = found.old, found.new
        self._entries, self._levels = found.entries, found.levels
        self._matches = found.items
        self._scale = scale

    def within(self, old: Entry, new: Entry) -> None:
        """Finds the items of an entry that is in both editions."""
        left, came = self._at(old, new)
        for key in (_text, _key):
            if left and came:
                self._join(in_order(left, came, key), Ground.TEXT)
                left, came = self._at(old, new)
        if left and came and not crowded(len(left), len(came)):
            self._join(best_first(left, came, self._alike), Ground.LIKENESS)
            self._in_gaps(old, new)

    def moved(self, olds: Iterable[Entry], news: Iterable[Entry]) -> None:
        """Finds items that went from one entry to another.

        An institution stands in many entries: leaving one and coming to another says
        nothing. An item moved if its text stands once in either edition, and the entry that
        it left and the one that it came to are in both. Several moved together if a new
        entry at the same level has nothing but items that one other entry gave up (a row
        divided), or an entry that went had nothing but items that one other took in.

        Args:
            olds: entries of the earlier edition that may have lost items.
            news: entries of the later edition that may have gained some.
        """
        olds, news = list(olds), list(news)
        left = [item for entry in olds for item in entry.items if self._is_left(item)]
        came = [item for entry in news for item in entry.items if self._is_new(item)]
        if not left or not came:
            return
        self._divided(olds, news)
        left, came = list(filter(self._is_left, left)), list(filter(self._is_new, came))
        pairs = [pair for pair in one_to_one(left, came, _key) if self._stands_once(*pair)]
        self._join(pairs, Ground.MOVE)

    # ── passes ───────────────────────────────────────────────────────────────────────

    def _in_gaps(self, old: Entry, new: Entry) -> None:
        before, after = ({one.id: one for one in side.items} for side in (old, new))
        for left, came in list(in_gaps([*before], [*after], self._matches)):
            pairs = best_first([before[n] for n in left], [after[n] for n in came], self._near)
            self._join(pairs, Ground.POSITION)

    def _divided(self, olds: list[Entry], news: list[Entry]) -> None:
        """Rows divided in two, and rows put together, where only one way is possible."""
        pairs = [
            pair for giver, taker in self._beside(olds, news) for pair in self._given(giver, taker)
        ]
        left, came = (Counter(pair[side].id for pair in pairs) for side in (0, 1))
        sure = [pair for pair in pairs if left[pair[0].id] == came[pair[1].id] == 1]
        self._join(sure, Ground.MOVE)

    def _given(self, giver: Entry, taker: Entry) -> Iterator[tuple[Item, Item]]:
        stays, is_new = giver.id in self._entries.new_of, taker.id not in self._entries.old_of
        if stays != is_new:
            return
        given, taken = self._at(giver, taker)
        if min(len(given), len(taken)) < SEVERAL:
            return
        divided = is_new and len(taken) == len(taker.items) and _holds(given, taken)
        joined = not stays and len(given) == len(giver.items) and _holds(taken, given)
        if divided or joined:
            yield from in_order(given, taken, _key)

    def _beside(self, olds: list[Entry], news: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
        """Pairs of entries, one in one edition only, at a level that is in both."""
        takers: dict[PlaceName, list[Entry]] = {}
        for entry in news:
            takers.setdefault(self._new.place_of[entry.id], []).append(entry)
        for giver in olds:
            place = self._levels.new_of.get(self._old.place_of[giver.id])
            for taker in takers.get(place, ()) if place else ():
                yield giver, taker

    # ── evidence ─────────────────────────────────────────────────────────────────────

    def _alike(self, old: Item, new: Item) -> float | None:
        return alike(self._scale, old.text, new.text)

    def _near(self, old: Item, new: Item) -> float | None:
        return near(self._scale, old.text, new.text)

    def _stands_once(self, old: Item, new: Item) -> bool:
        """Its text stands but once in either edition, and both rows are in both."""
        giver, taker = self._old.entry_of[old.id], self._new.entry_of[new.id]
        if giver.id not in self._entries.new_of or taker.id not in self._entries.old_of:
            return False
        return _times(old, self._old) == _times(new, self._new) == 1

    # ── what is left ─────────────────────────────────────────────────────────────────

    def _is_left(self, item: Item) -> bool:
        return item.id not in self._matches.new_of

    def _is_new(self, item: Item) -> bool:
        return item.id not in self._matches.old_of

    def _at(self, old: Entry, new: Entry) -> tuple[list[Item], list[Item]]:
        new_of, old_of = self._matches.new_of, self._matches.old_of
        left = [item for item in old.items if item.id not in new_of]
        return left, [item for item in new.items if item.id not in old_of]

    def _join(self, pairs: Iterable[tuple[Item, Item]], ground: Ground) -> None:
        for old, new in pairs:
            self._matches.join(old.id, new.id, ground)


def _text(item: Item) -> str:
    return item.text


def _key(item: Item) -> str:
    return item_key(item.text)


def _holds(many: list[Item], few: list[Item]) -> bool:
    """Whether each of the few has a match of its own among the many."""
    return bool(few) and Counter(map(_key, few)) <= Counter(map(_key, many))


def _times(item: Item, side: Outline) -> int:
    """How often this text stands in this edition, however it is printed."""
    begins = item.text[:SAME_BEGINNING].lower()
    items = (one for entry in side.all_entries() for one in entry.items)
    there = (one for one in items if one.text.lower().startswith(begins))
    return sum(_key(one) == _key(item) for one in there)
