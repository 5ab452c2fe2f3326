"""Blocks, sectors, links and levels: the same place, or the same things under another number.

A code is a place. Places with one code are one place, unless the things that stood there
have gone together to another number: then the link or level was renumbered.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, TypeVar

from kz_civil_positions.changes.matching import Ground, Matches
from kz_civil_positions.changes.outline import Outline, SectionName
from kz_civil_positions.codes import Code
from kz_civil_positions.model import Link

__all__ = ["match_levels", "match_links", "match_named"]

K = TypeVar("K", Code, SectionName, str)
# A level by the link it stands in, named alike on both sides where the link is the same.
_Spot: TypeAlias = tuple[str, Code, tuple[int, ...]]
_Votes: TypeAlias = Counter[tuple[Code, Code]]


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
    for name in news:
        if name in olds:
            matches.join(name, name, Ground.LABEL)
    return matches


def match_links(old: Outline, new: Outline, entries: Mapping[str, str]) -> Matches[Code]:
    """Answers: which links are the same, by what stands in them, else by code?

    Args:
        old: the earlier register.
        new: the later one.
        entries: the later ids of entries that are in both.

    Returns:
        The matches by code.
    """
    votes = Counter(
        (old.level_of[before].code.link_code, new.level_of[after].code.link_code)
        for before, after in entries.items()
    )
    before, after = (_held(side.links.values()) for side in (old, new))
    return _matched(votes, before, after, {code: code for code in before if code in after})


def match_levels(
    old: Outline, new: Outline, links: Matches[Code], entries: Mapping[str, str]
) -> Matches[Code]:
    """Answers: which levels are the same, by what stands in them, else by number and link?

    Args:
        old: the earlier register.
        new: the later one.
        links: the links that are the same.
        entries: the later ids of entries that are in both.

    Returns:
        The matches by code.
    """
    votes = Counter(
        (old.level_of[before].code, new.level_of[after].code) for before, after in entries.items()
    )
    before, after = ({c: len(level.entries) for c, level in s.levels.items()} for s in (old, new))
    spots = {code: _spot(code, links.new_of, "left") for code in before}
    places = {_spot(code, {one: one for one in links.old_of}, "came"): code for code in after}
    same = {code: places[spot] for code, spot in spots.items() if spot in places}
    return _matched(votes, before, after, same)


def _held(links: Iterable[Link]) -> dict[Code, int]:
    return {link.code: sum(len(level.entries) for level in link.levels) for link in links}


def _spot(code: Code, links: Mapping[Code, Code], side: str) -> _Spot:
    """A level's place, told in the later link's code where its link is in both editions."""
    link = links.get(code.link_code)
    return ("", link, code.level) if link else (side, code.link_code, code.level)


def _matched(
    votes: _Votes, before: Mapping[Code, int], after: Mapping[Code, int], same: Mapping[Code, Code]
) -> Matches[Code]:
    """Places renumbered with most of what they hold, then places with the same number."""
    owner = {new: old for old, new in same.items()}

    def stays(old: Code | None, new: Code | None) -> bool:
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
    matches: Matches[Code] = Matches()
    for old, new in _chains(moved, same, owner):
        matches.join(old, new, Ground.ENTRIES)
    for old, new in same.items():
        if old not in matches.new_of and new not in matches.old_of:
            matches.join(old, new, Ground.LABEL)
    return matches


def _carried(
    votes: _Votes, before: Mapping[Code, int], after: Mapping[Code, int]
) -> Iterator[tuple[Code, Code]]:
    """Pairs of places of which the later holds half of what the earlier held, and the other
    way round, and one of the two more than half; of which no other place could be meant.
    """
    found = [
        (old, new)
        for (old, new), count in votes.items()
        if 2 * count >= max(before[old], after[new]) and 2 * count > min(before[old], after[new])
    ]
    olds, news = Counter(old for old, _ in found), Counter(new for _, new in found)
    return ((old, new) for old, new in found if olds[old] == news[new] == 1)


def _chains(
    moved: Mapping[Code, Code], same: Mapping[Code, Code], owner: Mapping[Code, Code]
) -> Iterator[tuple[Code, Code]]:
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
