"""The rules of the look-up as plain data, for the engine that runs in the page.

The engine has the same steps as ``kz_civil_positions.lookup``, written a second time because a
page runs no Python. What those steps go by (letters, endings, facets, terms, weights) is not
written a second time: it is taken from the library here, private names included, so that a rule
that is changed there is changed in the page by the next build.
"""

# ruff: noqa: SLF001 - the private names are what is wanted here, see above

import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Final

from kz_civil_positions import codes, kazakh
from kz_civil_positions.lookup import facets, finder, finding, glossary, index, keys, reading
from kz_civil_positions.lookup.terms import TERMS
from kz_civil_positions.lookup.words import LONGEST_QUERY

__all__ = ["rules"]

_BY_NAME: Final = re.compile(r"\(\?P<")


def rules() -> dict[str, Any]:
    """Answers: by which rules are positions found?

    Returns:
        Plain data for JSON: tables of letters, sources of regular expressions that
        JavaScript reads as Python does, and numbers.

    Example:
        >>> rules()["least"], rules()["facets"][0]
        (55.0, [['республикалык', 'маныз', 'бар'], 'significance:republican'])
    """
    return {**_letters(), **_words(), **_glossary(), **_scores(), "code": _codes()}


def _letters() -> dict[str, Any]:
    return {
        "alike": _table(kazakh._ALIKE),
        "lookAlike": _table(kazakh._LOOK_ALIKE),
        "plain": _table(kazakh._PLAIN),
        "unseen": _table(keys._UNSEEN),
        "levelled": _table(keys._LEVELLED),
        "latinWhole": _table(keys._LATIN_WHOLE),
        "latinPairs": [list(pair) for pair in keys._LATIN_PAIRS],
        "latinLetters": _table(keys._LATIN_LETTERS),
        "casefold": _casefold(),
        "digits": _digits(),
    }


def _words() -> dict[str, Any]:
    return {
        "endings": _source(keys._ENDINGS),
        "last": [list(pair) for pair in keys._LAST],
        "facets": [[list(words), facet] for words, facet in facets.FACETS.items()],
        "longestFacet": facets._LONGEST,
        "low": sorted(facets.LOW),
        "silent": sorted(facets.SILENT),
        "particle": reading._PARTICLE,
        "mostReadings": reading._MOST_READINGS,
        "longestQuery": LONGEST_QUERY,
    }


def _glossary() -> dict[str, Any]:
    numbers = {term: number for number, term in enumerate(TERMS)}
    known = glossary._known()
    return {
        "russian": _source(glossary._RUSSIAN),
        "english": _source(glossary._ENGLISH),
        "terms": [[term.kk, term.attested] for term in TERMS],
        "known": [[list(words), [numbers[one] for one in terms]] for words, terms in known.items()],
        "longestTerm": glossary._longest(),
    }


def _scores() -> dict[str, Any]:
    return {
        "weights": {
            "names": index._NAMES,
            "facet": index._FACET,
            "narrows": index._NARROWS,
            "common": index._COMMON,
            "low": index._LOW,
            "number": index._NUMBER,
        },
        "mostPlaces": index._MOST_PLACES,
        "surrounded": index._AROUND,
        "typo": index._TYPO,
        "errors": [index._most_errors(length) for length in range(_ALL_LENGTHS)],
        "exponent": index._EXPONENT,
        "unasked": index._UNASKED,
        "scoreDigits": index._DIGITS,
        "least": finder.LEAST,
        "leastNear": finder._LEAST_NEAR,
        "mostNear": finder._MOST_NEAR,
        "asGood": finding._NEAR,
    }


# Longer words may have as many wrong letters as one of this length.
_ALL_LENGTHS: Final = 32


def _codes() -> dict[str, Any]:
    return {
        "latin": _table(codes._LATIN),
        "dashes": _table(codes._DASHES),
        "form": _source(codes._CODE),
    }


def _table(letters: Mapping[int, int | str | None]) -> dict[str, str]:
    """What is put in place of each letter; nothing in place of one that goes."""
    return {
        chr(letter): chr(instead) if isinstance(instead, int) else instead or ""
        for letter, instead in letters.items()
    }


def _source(pattern: re.Pattern[str]) -> str:
    """A regular expression without its blanks and remarks, if it has any."""
    text = pattern.pattern
    if pattern.flags & re.VERBOSE:
        text = re.sub(r"\s+#.*|\s+", "", text)
    return _BY_NAME.sub("(?<", text)


def _casefold() -> dict[str, str]:
    """The letters that Python folds otherwise than by writing them small."""
    return {one: one.casefold() for one in _characters() if one.casefold() != one.lower()}


def _digits() -> str:
    """The digits that are no decimal ones, such as raised ones."""
    return "".join(one for one in _characters() if one.isdigit() and not one.isdecimal())


def _characters() -> Iterable[str]:
    letters = map(chr, range(sys.maxunicode))
    return (one for one in letters if unicodedata.category(one) != "Cs")
