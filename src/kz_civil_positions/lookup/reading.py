"""A query taken apart: its words, and what each may stand for."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import Final

from kz_civil_positions.lookup.facets import LOW, SILENT, facets_in
from kz_civil_positions.lookup.glossary import Rendering, rendered
from kz_civil_positions.lookup.keys import keys, query_words, stem
from kz_civil_positions.lookup.terms import Term
from kz_civil_positions.model import Abbreviation
from kz_civil_positions.things import frozen

__all__ = ["Expansions", "Token", "expansions", "readings"]

# Of words that can mean several things, not every combination is tried.
_MOST_READINGS: Final = 6
_PARTICLE: Final = 2

Expansions = dict[tuple[str, ...], str]


@frozen(eq=False)
class Token:
    """A word of a query, or a few that say one thing.

    Attributes:
        text: as typed.
        stems: under which it may be found.
        facet: what the words together say.
        term: the term of the glossary that it was read by.
        short: the abbreviation that it writes out.
    """

    text: str
    stems: tuple[str, ...]
    facet: str | None = None
    term: Term | None = None
    short: str | None = None


def expansions(abbreviations: Iterable[Abbreviation]) -> Expansions:
    """Answers: which words together stand for which abbreviation of the register's list?"""
    return {
        tuple(stem(keys(word)[0]) for word in query_words(one.long)): one.short
        for one in abbreviations
    }


def readings(query: str, long_forms: Expansions) -> Iterator[tuple[Token, ...]]:
    """Answers: how can this query be read?

    Args:
        query: in Kazakh in any alphabet, in Russian, in English, or mixed.
        long_forms: of the register's abbreviations.

    Yields:
        The words as Kazakh ones; then, where the glossary knows some, as their Kazakh
        counterparts. Words that people only ask with are left out.
    """
    words = query_words(query)
    plain = tuple(map(_plain, words))
    yield _joined(plain, long_forms)
    found = tuple(rendered(words))
    choices = [_choices(one, words) for one in found]
    for chosen in islice(product(*choices), _MOST_READINGS) if found else ():
        tokens = tuple(_replaced(plain, found, chosen))
        if [one.stems for one in tokens] != [one.stems for one in plain]:
            yield _joined(tokens, long_forms)


@lru_cache(maxsize=8192)
def _plain(word: str) -> Token:
    return Token(word, tuple(dict.fromkeys(map(stem, keys(word)))))


def _choices(one: Rendering, words: Sequence[str]) -> list[tuple[Token, ...]]:
    typed = " ".join(words[one.first : one.after])
    return [_translated(typed, term) for term in one.terms]


@lru_cache(maxsize=8192)
def _translated(typed: str, term: Term) -> tuple[Token, ...]:
    return tuple(Token(typed, _plain(word).stems, term=term) for word in query_words(term.kk))


def _replaced(
    plain: Sequence[Token], found: Sequence[Rendering], chosen: Sequence[tuple[Token, ...]]
) -> Iterator[Token]:
    at = 0
    for one, tokens in zip(found, chosen, strict=True):
        yield from plain[at : one.first]
        yield from tokens
        at = one.after
    yield from plain[at:]


def _joined(tokens: Sequence[Token], long_forms: Expansions) -> tuple[Token, ...]:
    """Words that say one thing together become one token; what only asks goes."""
    short = tuple(_shortened(tokens, long_forms))
    first = [one.stems[0] for one in short]
    found: list[Token] = []
    at = 0
    for start, stop, facet in facets_in(first):
        found += short[at:start]
        found.append(_facet(short[start:stop], facet))
        at = stop
    found += short[at:]
    return tuple(one for one in found if one.facet or not _silent(one))


def _silent(token: Token) -> bool:
    """A word of two letters is silent as it stands, never by what is left of a longer one."""
    left = token.stems[0]
    return left in SILENT and (len(left) > _PARTICLE or len(token.text) <= _PARTICLE)


def _facet(tokens: Sequence[Token], facet: str) -> Token:
    text = " ".join(dict.fromkeys(one.text for one in tokens))
    told = [one for one in tokens if one.stems[0] not in LOW]
    return Token(text, tuple(one.stems[0] for one in told), facet, tokens[0].term)


def _shortened(tokens: Sequence[Token], long_forms: Expansions) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        for stems, short in long_forms.items():
            here = tokens[at : at + len(stems)]
            if tuple(one.stems[0] for one in here) == stems:
                text = " ".join(one.text for one in here)
                yield Token(text, _plain(short).stems, term=here[0].term, short=short)
                at += len(stems)
                break
        else:
            yield tokens[at]
            at += 1
