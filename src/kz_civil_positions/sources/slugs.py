"""Readable permanent ids for entries and items, made once, when a text is first brought."""

import re
from collections.abc import Container
from typing import Final

from attrs import define, field

from kz_civil_positions.kazakh import nominative_phrase, transliterate

__all__ = ["Names", "free_slug", "slug"]

# Frames that recur in nearly every heading and would leave no room for what tells them apart.
_FRAMES: Final = (
    (re.compile(r"\([^()]*\)"), " "),
    (re.compile(r"Қазақстан Республикасы ІІМ( ТЖК)?"), " "),
    (re.compile(r"маңызы бар ММ"), "ММ"),
    (re.compile(r"облыстардың, республикалық маңызы бар қалалардың және астананың"), "облыстар"),
    (re.compile(r"Нұр-Сұлтан, Алматы, Шымкент, Жезқазған қалаларының, облыстардың,?"), "қалалар"),
    (re.compile(r"біліктілігі (жоғары|орташа) деңгейдегі мамандар"), r"\1 мамандар"),
)
_LONGEST: Final = 64
# What consists of marks alone is called this.
_NAMELESS: Final = "nameless"
# A text is read no further than this: no position's name is as long.
_MOST_READ: Final = 1000


def slug(text: str) -> str:
    """Answers: which short readable name does this text suggest?

    Example:
        >>> slug("Республикалық маңызы бар ММ филиалының басшысы:")
        'respublikalyq-mm-filialynyn-basshysy'
        >>> slug("Қазақстан Республикасы ІІМ ТЖК Апаттар медицинасы орталығының.")
        'apattar-meditsinasy-ortalygy'
    """
    text = text[:_MOST_READ]
    for pattern, short in _FRAMES:
        text = pattern.sub(short, text)
    name = transliterate(nominative_phrase(text))
    if len(name) > _LONGEST:
        name = name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]
    return name or _NAMELESS


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


@define
class Names:
    """Ids given out one after another: each the nearest to the one wanted, and none twice.

    Example:
        >>> names = Names()
        >>> [names.take(wanted) for wanted in ("docent", "docent", "docent-2", "docent")]
        ['docent', 'docent-2', 'docent-2-2', 'docent-3']
    """

    taken: set[str] = field(factory=set)
    _numbers: dict[str, int] = field(factory=dict)

    def take(self, wanted: str) -> str:
        """Answers: which id nearest to the wanted one is free? It is taken from now on."""
        name, number = wanted, self._numbers.get(wanted, 1)
        while name in self.taken:
            number += 1
            name = f"{wanted}-{number}"
        self._numbers[wanted] = number
        self.taken.add(name)
        return name
