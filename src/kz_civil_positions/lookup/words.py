"""Finding where words stand in the register."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.kazakh import fold, fold_plain
from kz_civil_positions.model import Doubt, Edition, Entry, Item, Level, Span
from kz_civil_positions.things import frozen

__all__ = ["LONGEST_QUERY", "Match", "find_words"]

# Longer than any title or institution of a register by far.
LONGEST_QUERY: Final = 1000
_WORD: Final = re.compile(r"\w+")


@frozen
class Match:
    """A place where the words stand.

    Attributes:
        level: the level.
        entry: the entry.
        item: the item whose text has the words; None when the heading has them.
        doubts: what is inferred or unknown about the place: never left out.
    """

    level: Level
    entry: Entry
    item: Item | None
    doubts: tuple[Doubt, ...]

    @property
    def text(self) -> str:
        """The text that has the words."""
        return self.entry.heading if self.item is None else self.item.text

    @property
    def lines(self) -> Span | None:
        """Where the text stands in the source: the item's lines, or the entry's."""
        return self.entry.lines if self.item is None else self.item.lines


def find_words(edition: Edition, query: str) -> tuple[Match, ...]:
    """Answers: where in the register do these words stand one after another?

    Each word of the query may be the beginning of a printed word, so that base forms find
    their case endings. Case, look-alike letters and missing Kazakh letters do not matter.

    Args:
        edition: the edition to look in.
        query: the words.

    Returns:
        The places, in the order of the register.

    Raises:
        BadInputError: when the query has no word in it, or is far too long.
        NotHeldError: when the edition's text is not held.

    Example:
        >>> import kz_civil_positions as kz
        >>> found = find_words(kz.load().edition("2019"), "Бас бухгалтер")
        >>> str(found[0].level.code), len(found)
        ('A2-1', 5)
    """
    if len(query) > LONGEST_QUERY:
        raise BadInputError("query-too-long", length=len(query), most=LONGEST_QUERY)
    wanted = _words(fold(query))
    if not wanted:
        raise BadInputError("empty-query")
    exact = tuple(_matches(edition, wanted, plain=False))
    return exact or tuple(_matches(edition, _words(fold_plain(query)), plain=True))


def _words(folded: str) -> list[str]:
    return _WORD.findall(folded)


def _matches(edition: Edition, wanted: list[str], *, plain: bool) -> Iterator[Match]:
    for level in edition.levels:
        for entry in level.entries:
            places: tuple[tuple[Item | None, str], ...] = (
                (None, entry.heading),
                *((item, item.text) for item in entry.items),
            )
            for item, text in places:
                if _stands(wanted, _printed(text, plain)):
                    yield Match(level, entry, item, edition.doubts_about(level, entry))


@lru_cache(maxsize=4096)
def _printed(text: str, plain: bool) -> list[str]:  # noqa: FBT001 - a key of the cache
    return _words(fold_plain(text) if plain else fold(text))


def _stands(wanted: list[str], words: list[str]) -> bool:
    starts = range(len(words) - len(wanted) + 1)
    return any(
        all(word.startswith(want) for word, want in zip(words[at:], wanted, strict=False))
        for at in starts
    )
