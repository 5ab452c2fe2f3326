"""What a few words together say of a position: its significance, branch, category."""

from collections.abc import Iterator, Sequence
from typing import Final

from kz_civil_positions.lookup.keys import key, stem
from kz_civil_positions.lookup.rows import Row

__all__ = ["FACETS", "LOW", "SILENT", "facets_in", "facets_of", "stems"]


def stems(text: str) -> tuple[str, ...]:
    """Answers: under which stems are the words of this text found?"""
    return tuple(stem(key(word)) for word in text.replace("-", " ").split())


def _table(*pairs: tuple[str, str]) -> dict[tuple[str, ...], str]:
    return {stems(words): facet for words, facet in pairs}


# Words that say the same thing together; a Kazakh text has them in this order, and a person
# may turn it round.
FACETS: Final = _table(
    ("республикалық маңызы бар", "significance:republican"),
    ("республикалық", "significance:republican"),
    ("облыстық маңызы бар", "significance:oblast"),
    ("облыстық", "significance:oblast"),
    ("аудандық маңызы бар", "significance:district"),
    ("аудандық", "significance:district"),
    ("филиал", "branch"),
    ("жоғары санат", "category:highest"),
    ("бірінші санат", "category:first"),
    ("екінші санат", "category:second"),
    ("санат жоқ", "category:without"),
    ("санатсыз", "category:without"),
    ("біліктілік жоғары деңгей", "qualification:high"),
    ("біліктілік жоғары", "qualification:high"),
    ("жоғары деңгей", "qualification:high"),
    ("біліктілік орташа деңгей", "qualification:middle"),
    ("біліктілік орташа", "qualification:middle"),
    ("орташа деңгей", "qualification:middle"),
)  # fmt: skip

# Words of any phrase, which tell no position from another.
LOW: Final = frozenset(
    stems(
        "барлық мамандықтағы бойынша жөніндегі және мен бар маңызы ММ мемлекеттік мекеме "
        "Қазақстан Республикасы"
    )
)

# What people ask with; nothing of it stands in an answer.
SILENT: Final = frozenset(
    stems(
        "қай қандай неше деңгей буын саты лауазым лауазымы қайда тұр керек ма ме ба бе па пе "
        "ретінде болып үшін деген код "
        "какой какая какое уровень ступень звено должность должности код в на по и для у "
        "the of a an for and at in to what which level link position"
    )
)
_LONGEST: Final = 3


def facets_in(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Answers: which facets do these stems name, and where?

    Yields:
        First word, word after the last, facet; the longest first, none twice.
    """
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            here = tuple(words[at : at + size])
            facet = FACETS.get(here) or FACETS.get(here[::-1])
            if facet:
                yield at, at + size, facet
                at += size
                break
        else:
            at += 1


def facets_of(row: Row) -> frozenset[str]:
    """Answers: which facets does this position have?"""
    found = set()
    if row.scope:
        found.add(f"significance:{row.scope.significance}")
        if row.scope.branch:
            found.add("branch")
    if row.grade:
        found.add(f"qualification:{row.grade.qualification}")
        if row.grade.category:
            found.add(f"category:{row.grade.category}")
    return frozenset(found)
