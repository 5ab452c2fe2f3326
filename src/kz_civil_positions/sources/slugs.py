"""Readable permanent ids for entries and items, made once, when a text is first brought."""

import re
from collections.abc import Container
from typing import Final

from kz_civil_positions.kazakh import nominative_phrase, transliterate

__all__ = ["free_slug", "slug"]

# Frames that recur in nearly every heading and would leave no room for what tells them apart.
_FRAMES: Final = (
    (re.compile(r"\([^)]*\)"), " "),
    (re.compile(r"Қазақстан Республикасы ІІМ( ТЖК)?"), " "),
    (re.compile(r"маңызы бар ММ"), "ММ"),
    (re.compile(r"облыстардың, республикалық маңызы бар қалалардың және астананың"), "облыстар"),
    (re.compile(r"Нұр-Сұлтан, Алматы, Шымкент, Жезқазған қалаларының, облыстардың,?"), "қалалар"),
    (re.compile(r"біліктілігі (жоғары|орташа) деңгейдегі мамандар"), r"\1 мамандар"),
)
_LONGEST: Final = 64


def slug(text: str) -> str:
    """Answers: which short readable name does this text suggest?

    Example:
        >>> slug("Республикалық маңызы бар ММ филиалының басшысы:")
        'respublikalyq-mm-filialynyn-basshysy'
        >>> slug("Қазақстан Республикасы ІІМ ТЖК Апаттар медицинасы орталығының.")
        'apattar-meditsinasy-ortalygy'
    """
    for pattern, short in _FRAMES:
        text = pattern.sub(short, text)
    name = transliterate(nominative_phrase(text))
    if len(name) <= _LONGEST:
        return name
    return name[: _LONGEST + 1].rpartition("-")[0]


def free_slug(wanted: str, taken: Container[str]) -> str:
    """Answers: which id nearest to the wanted one is not taken yet?

    Example:
        >>> free_slug("professor", {"professor", "professor-2"})
        'professor-3'
    """
    candidate, number = wanted, 1
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate
