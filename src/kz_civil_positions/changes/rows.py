"""Entries of one edition found again in the other, where their ids do not tell."""

from collections.abc import Callable, Container, Iterable
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from kz_civil_positions.changes.likeness import Scale, stem_key
from kz_civil_positions.changes.matching import (
    Ground,
    best_first,
    in_gaps,
    in_order,
    one_to_one,
)
from kz_civil_positions.changes.outline import Outline, PlaceName
from kz_civil_positions.changes.pairs import Alignment
from kz_civil_positions.changes.typography import item_key, text_key
from kz_civil_positions.changes.verdict import FAINT, HALF, alike, crowded, near
from kz_civil_positions.model import Entry

__all__ = ["Rows"]

_Key: TypeAlias = Callable[[Entry], object]
_Score: TypeAlias = Callable[[Entry, Entry], float | None]


class _Row(NamedTuple):
    """An entry and where it stands."""

    place: PlaceName
    entry: Entry


class Rows:
    """The search for entries: each pass looks at what the passes before left.

    Args:
        found: what is matched so far; the entries found are added.
        scale: weighs words.
    """

    def __init__(self, found: Alignment, scale: Scale) -> None:
        self._old, self._new = found.old, found.new
        self._matches = found.entries
        self._scale = scale
        self._left_over = _rows(found.old, found.entries.new_of)
        self._come_new = _rows(found.new, found.entries.old_of)

    @property
    def done(self) -> bool:
        """Whether either side has nothing left."""
        return not self._left() or not self._came()

    def across_levels(self) -> None:
        """Finds the same text, then the same heading over much the same list, at any level."""
        for key in (_whole_text, _whole_key):
            if not self.done:
                self._exact(key)
        if not self.done:
            self._headed(_heading_key, Ground.HEADING)

    def within(self, old: PlaceName, new: PlaceName) -> None:
        """Finds what was reworded at a level that is the same in both editions."""
        left, came = self._at(old, new)
        if not left or not came:
            return
        self._join(one_to_one(left, came, _heading_key), Ground.HEADING)
        left, came = self._at(old, new)
        if crowded(len(left), len(came)):
            return
        self._join(best_first(left, came, _same_heading), Ground.HEADING)
        self._in_gaps(old, new, self._same_list, Ground.STRUCTURE)
        left, came = self._at(old, new)
        self._join(best_first(left, came, self._alike), Ground.LIKENESS)

    def moved(self) -> None:
        """Finds what went to another level and was reworded there.

        Either the heading has other forms of its words, or it is much alike over a list that
        stands under no other heading in either edition.
        """
        if not self.done:
            self._headed(_stems, Ground.MOVE)
        if not self.done:
            self._listed()

    def in_place(self, old: PlaceName, new: PlaceName) -> None:
        """Finds what was reworded so much that its neighbours must tell."""
        left, came = self._at(old, new)
        if left and came and not crowded(len(left), len(came)):
            self._in_gaps(old, new, self._near, Ground.POSITION)

    # ── passes ───────────────────────────────────────────────────────────────────────

    def _exact(self, key: _Key) -> None:
        """The same at the same code; elsewhere where it stands but once in either edition."""
        found = in_order(self._left(), self._came(), lambda row: (row.place, key(row.entry)))
        self._join([(old.entry, new.entry) for old, new in found], Ground.TEXT)
        once = one_to_one(self._left(), self._came(), lambda row: key(row.entry))
        self._join(
            [
                (old.entry, new.entry)
                for old, new in once
                if self._old.entry_texts[old.entry.text] == 1
                and self._new.entry_texts[new.entry.text] == 1
            ],
            Ground.TEXT,
        )

    def _headed(self, key: _Key, ground: Ground) -> None:
        """The same heading over lists that share half, where no other could be meant."""
        came: dict[object, list[Entry]] = {}
        for row in self._came():
            came.setdefault(key(row.entry), []).append(row.entry)
        pairs = [
            (row.entry, other)
            for row in self._left()
            for other in came.get(key(row.entry), ())
            if _overlap(row.entry, other) >= HALF
        ]
        olds, news = ([pair[side].id for pair in pairs] for side in (0, 1))
        self._join(
            [
                (old, new)
                for old, new in pairs
                if olds.count(old.id) == 1 and news.count(new.id) == 1
            ],
            ground,
        )

    def _listed(self) -> None:
        """The same list, if it stands once in either edition, under a heading that is alike."""
        left = [row.entry for row in self._left() if row.entry.items]
        came = [row.entry for row in self._came() if row.entry.items]
        self._join(
            [
                (old, new)
                for old, new in one_to_one(left, came, _item_keys)
                if _stands_once(old, self._old) and _stands_once(new, self._new)
                if alike(self._scale, old.heading, new.heading) is not None
            ],
            Ground.MOVE,
        )

    def _in_gaps(
        self,
        old: PlaceName,
        new: PlaceName,
        score: _Score,
        ground: Ground,
    ) -> None:
        olds, news = self._old.levels[old].entries, self._new.levels[new].entries
        before, after = ({one.id: one for one in side} for side in (olds, news))
        for left, came in list(in_gaps([*before], [*after], self._matches)):
            pairs = best_first([before[n] for n in left], [after[n] for n in came], score)
            self._join(pairs, ground)

    # ── evidence ─────────────────────────────────────────────────────────────────────

    def _alike(self, old: Entry, new: Entry) -> float | None:
        likeness = alike(self._scale, old.heading, new.heading)
        return None if likeness is None else _with_lists(likeness, old, new)

    def _near(self, old: Entry, new: Entry) -> float | None:
        likeness = near(self._scale, old.heading, new.heading)
        return None if likeness is None else _with_lists(likeness, old, new)

    def _same_list(self, old: Entry, new: Entry) -> float | None:
        if not old.items or _item_keys(old) != _item_keys(new):
            return None
        return near(self._scale, old.heading, new.heading, FAINT)

    # ── what is left ─────────────────────────────────────────────────────────────────

    def _left(self) -> list[_Row]:
        matched = self._matches.new_of
        self._left_over = [row for row in self._left_over if row.entry.id not in matched]
        return self._left_over

    def _came(self) -> list[_Row]:
        matched = self._matches.old_of
        self._come_new = [row for row in self._come_new if row.entry.id not in matched]
        return self._come_new

    def places(self) -> tuple[set[PlaceName], set[PlaceName]]:
        """The levels at which anything is left, before and after."""
        return {row.place for row in self._left()}, {row.place for row in self._came()}

    def _at(self, old: PlaceName, new: PlaceName) -> tuple[list[Entry], list[Entry]]:
        left = [row.entry for row in self._left() if row.place == old]
        came = [row.entry for row in self._came() if row.place == new]
        return left, came

    def _join(self, pairs: Iterable[tuple[Entry, Entry]], ground: Ground) -> None:
        for old, new in pairs:
            self._matches.join(old.id, new.id, ground)


def _rows(side: Outline, matched: Container[str]) -> list[_Row]:
    place_of = side.place_of
    return [_Row(place_of[n], entry) for n, entry in side.entries.items() if n not in matched]


def _whole_text(entry: Entry) -> object:
    return entry.heading, tuple(item.text for item in entry.items)


def _whole_key(entry: Entry) -> object:
    return text_key(entry.heading), _item_keys(entry)


def _heading_key(entry: Entry) -> object:
    return text_key(entry.heading)


def _stems(entry: Entry) -> object:
    return stem_key(entry.heading)


@lru_cache(maxsize=1 << 12)
def _keys_of(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(item_key(text) for text in texts)


def _item_keys(entry: Entry) -> tuple[str, ...]:
    return _keys_of(tuple(item.text for item in entry.items))


def _stands_once(entry: Entry, side: Outline) -> bool:
    keys, size = _item_keys(entry), len(entry.items)
    same = (one for one in side.all_entries() if len(one.items) == size)
    return sum(_item_keys(one) == keys for one in same) == 1


def _overlap(old: Entry, new: Entry) -> float:
    """The part of the longer list that both share."""
    longer = max(len(old.items), len(new.items))
    return len({*_item_keys(old)} & {*_item_keys(new)}) / longer if longer else 0.0


def _same_heading(old: Entry, new: Entry) -> float | None:
    return _overlap(old, new) if text_key(old.heading) == text_key(new.heading) else None


def _with_lists(likeness: float, old: Entry, new: Entry) -> float | None:
    """Under headings that differ, lists that share nothing are lists of two things."""
    overlap = _overlap(old, new)
    if old.items and new.items and not overlap and stem_key(old.heading) != stem_key(new.heading):
        return None
    return likeness + overlap
