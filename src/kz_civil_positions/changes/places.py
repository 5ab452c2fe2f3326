"""Blocks, sectors, links and levels: the same place, or the same things under another number.

A code is a place. Places with one code are one place, unless the things that stood there
have gone together to another number: then the link or level was renumbered.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeAlias, TypeVar

from kz_civil_positions.changes.matching import Ground, Matches
from kz_civil_positions.changes.outline import Outline, PlaceName, SectionName
from kz_civil_positions.model import Link

__all__ = ["match_named", "match_places"]

K = TypeVar("K", PlaceName, SectionName, str)
_Votes: TypeAlias = Counter[tuple[PlaceName, PlaceName]]
_Sizes: TypeAlias = Mapping[PlaceName, int]
_Same: TypeAlias = Mapping[PlaceName, PlaceName]


def match_named(olds: Mapping[K, object], news: Mapping[K, object]) -> Matches[K]:
    """Answers: which blocks, or sectors, have the same name on both sides?

    Args:
        olds: by name.
        news: by name.

    Returns:
        The matches.

    Example:
        >>> match_named({"A": 1, "B": 2}, {"B": 3}).new_of
        {'B': 'B'}
    """
    matches: Matches[K] = Matches()
    matches.join_all([name for name in news if name in olds], Ground.LABEL)
    return matches


def match_places(
    old: Outline, new: Outline, entries: Mapping[str, str], closed: AbstractSet[PlaceName]
) -> tuple[Matches[PlaceName], Matches[PlaceName]]:
    """Answers: which links and levels are the same, by what stands in them, else by number?

    Args:
        old: the earlier register.
        new: the later one.
        entries: the later ids of entries that are in both.
        closed: levels that say the same in both.

    Returns:
        The matches of links, and of levels.
    """
    pairs = [(old.place_of[before], new.place_of[after]) for before, after in entries.items()]
    votes = Counter([pair for pair in pairs if pair[0] != pair[1]])
    if not _any_renumbered(votes, old, new):
        return match_named(old.links, new.links), match_named(old.levels, new.levels)
    for before, after in entries.items():
        if old.place_of[before] == new.place_of[after]:
            votes[old.place_of[before], new.place_of[after]] += 1
    for name in closed:
        votes[name, name] += len(old.levels[name].entries)
    olds, news = _sizes(old), _sizes(new)
    links = _links(votes, old, new, olds, news)
    spots = {_spot(name, links.old_of): name for name in new.levels}
    carried = {name: _carried_to(name, links.new_of) for name in old.levels}
    same = {name: spots[spot] for name, spot in carried.items() if spot in spots}
    return links, _matched(votes, olds, news, same)


def _any_renumbered(votes: _Votes, old: Outline, new: Outline) -> bool:
    """Whether so much left any level or link for one other that a number may have changed."""
    by_link: _Votes = Counter()
    for (one, other), count in votes.items():
        by_link[_link(one), _link(other)] += count
        if 2 * count >= max(len(old.levels[one].entries), len(new.levels[other].entries)):
            return True
    return any(
        one != other and 2 * count >= max(_held(old.links[one]), _held(new.links[other]))
        for (one, other), count in by_link.items()
    )


def _held(link: Link) -> int:
    return sum(len(level.entries) for level in link.levels)


def _links(
    votes: _Votes, old: Outline, new: Outline, before: _Sizes, after: _Sizes
) -> Matches[PlaceName]:
    by_link: _Votes = Counter()
    for (one, other), count in votes.items():
        by_link[_link(one), _link(other)] += count
    same = {name: name for name in old.links if name in new.links}
    return _matched(by_link, _summed(before), _summed(after), same)


def _link(level: PlaceName) -> PlaceName:
    return (*level[:3], ())


def _sizes(side: Outline) -> _Sizes:
    return {name: len(level.entries) for name, level in side.levels.items()}


def _summed(sizes: _Sizes) -> _Sizes:
    found: Counter[PlaceName] = Counter()
    for name, size in sizes.items():
        found[_link(name)] += size
    return found


def _carried_to(name: PlaceName, links: _Same) -> tuple[str, PlaceName]:
    """The place that the level has by its number, if nothing but its link was renumbered."""
    link = links.get(_link(name))
    return ("", (*link[:3], name[3])) if link else ("left", name)


def _spot(name: PlaceName, links: _Same) -> tuple[str, PlaceName]:
    return ("" if _link(name) in links else "came", name)


def _matched(votes: _Votes, before: _Sizes, after: _Sizes, same: _Same) -> Matches[PlaceName]:
    """Places renumbered with most of what they hold, then places with the same number."""
    owner = {new: old for old, new in same.items()}

    def stays(old: PlaceName | None, new: PlaceName | None) -> bool:
        """Most of what was there, or most of what is there, never left the place."""
        if old is None or new is None:
            return False
        count = 2 * votes[old, new]
        return count > before[old] or count > after[new]

    moved = {
        old: new
        for old, new in _carried(votes, before, after)
        if same.get(old) != new and not stays(old, same.get(old)) and not stays(owner.get(new), new)
    }
    matches: Matches[PlaceName] = Matches()
    for old, new in _chains(moved, same, owner):
        matches.join(old, new, Ground.ENTRIES)
    for old, new in same.items():
        if old not in matches.new_of and new not in matches.old_of:
            matches.join(old, new, Ground.LABEL)
    return matches


def _carried(votes: _Votes, before: _Sizes, after: _Sizes) -> Iterator[tuple[PlaceName, PlaceName]]:
    """Pairs of places that hold half of what the other holds, one of them more than half.

    Of which no other place could be meant.
    """
    found = [
        (old, new)
        for (old, new), count in votes.items()
        if 2 * count >= max(before[old], after[new]) and 2 * count > min(before[old], after[new])
    ]
    olds, news = Counter(old for old, _ in found), Counter(new for _, new in found)
    return ((old, new) for old, new in found if olds[old] == news[new] == 1)


def _chains(moved: _Same, same: _Same, owner: _Same) -> Iterator[tuple[PlaceName, PlaceName]]:
    """Those renumberings that begin at a number given up or end at a new one.

    Where all numbers are the same before and after, nothing was renumbered: things moved
    from place to place. Numbers that go round in a ring are the same case.
    """
    arrived = {owner.get(new) for new in moved.values()}
    for start in moved:
        if start in arrived:
            continue
        chain = [start]
        while (following := owner.get(moved[chain[-1]])) in moved and following is not None:
            chain.append(following)
        if start not in same or moved[chain[-1]] not in owner:
            yield from ((code, moved[code]) for code in chain)
