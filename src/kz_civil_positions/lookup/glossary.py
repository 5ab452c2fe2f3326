"""Russian and English queries read as Kazakh ones, term by term."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from kz_civil_positions.lookup.keys import query_words
from kz_civil_positions.lookup.terms import TERMS, Term
from kz_civil_positions.things import frozen

__all__ = ["Rendering", "rendered"]

_RUSSIAN: Final = re.compile(
    r"(?<=...)(?:ого|его|ому|ему|ыми|ими|ами|ями|иями|ией|ий|ый|ой|ей|ая|яя|ое|ее|ые|ие|ых|их|"
    r"ым|им|ом|ем|ам|ям|ах|ях|ов|ев|ию|ия|ии|ью|ую|юю|у|ю|а|я|ы|и|е|о|ь)$"
)
_ENGLISH: Final = re.compile(r"(?<=...)(?:es|s)$")


@frozen
class Rendering:
    """A term of the glossary read in a query.

    Attributes:
        first: its first word in the query.
        after: the word after its last.
        terms: the terms it can mean, such as әдіскер and әдістемеші for методист.
    """

    first: int
    after: int
    terms: tuple[Term, ...]


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    small = word.casefold().replace("ё", "е")
    return _ENGLISH.sub("", small) if small.isascii() else _RUSSIAN.sub("", small)


@cache
def _known() -> dict[tuple[str, ...], tuple[Term, ...]]:
    found: dict[tuple[str, ...], tuple[Term, ...]] = {}
    for term in TERMS:
        for phrase in (*term.ru, *term.en):
            bare = tuple(_bare(word) for word in query_words(phrase))
            found[bare] = (*found.get(bare, ()), term)
    return found


@cache
def _longest() -> int:
    return max(map(len, _known()))


def rendered(words: Sequence[str]) -> Iterator[Rendering]:
    """Answers: which terms of the glossary stand in this query?

    The longest term is taken first; endings of Russian and English words do not matter.

    Args:
        words: of the query.

    Yields:
        The terms, from left to right, none over another.

    Example:
        >>> [one.terms[0].kk for one in rendered(("главного", "бухгалтера"))]
        ['бас', 'бухгалтер']
    """
    known, bare, at = _known(), [_bare(word) for word in words], 0
    while at < len(bare):
        for size in range(min(_longest(), len(bare) - at), 0, -1):
            terms = known.get(tuple(bare[at : at + size]))
            if terms:
                yield Rendering(at, at + size, terms)
                at += size
                break
        else:
            at += 1
