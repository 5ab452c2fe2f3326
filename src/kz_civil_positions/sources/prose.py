"""Where printed lines outside of tables end a paragraph: by their marks and by their length."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kz_civil_positions.sources.paragraphs import END_OF_PARAGRAPH
from kz_civil_positions.sources.sectors import is_sector
from kz_civil_positions.sources.vocabulary import annex_of, block_of, is_list_heading

__all__ = ["colons_inside", "ends_of_paragraphs", "has_room"]

# The widest lines of a page differ a little; a line this much shorter than they had room.
_FULL: Final = 0.86
_NUMBERED: Final = re.compile(r"\d+(?:-\d+)?[.)]\s")
_ALONE: Final = re.compile(
    r"[\"«»“”.;\s]+|[\"«“]?(?:КЕЛІСІЛДІ|СОГЛАСОВАНО?)[\"»”]?:?|(?:БҰЙЫРАМЫ[НЗ]|ПРИКАЗЫВАЮ):?"
)


def ends_of_paragraphs(lines: Sequence[str], width: int) -> tuple[bool, ...]:
    """Answers: after which of these printed lines does a new paragraph begin?

    A paragraph ends at ":" or ";", and at a stop before what surely begins a paragraph: a
    numbered point, or a line into whose room the next line's first word would have fitted.
    A line without a mark ends one if it had such room beside its neighbours, as titles and
    signatures do, and no small letter follows.

    Args:
        lines: neighbouring lines, none of them empty.
        width: how many letters the widest lines of the text have.

    Example:
        >>> ends_of_paragraphs(["БҰЙЫРАМЫН:", "1. Бұл сөйлем жалғасады", "да, бітеді.", "2. Жаңа."],
        ...     23)
        (True, False, True, True)
    """
    ends = []
    for at, (line, after) in enumerate(pairwise(lines)):
        beside = max(map(len, lines[max(at - 1, 0) : at + 2]))
        ends.append(_ends(line, after, width, beside))
    return (*ends, True)


def _ends(line: str, after: str, width: int, beside: int) -> bool:
    if _stands_alone(line) or _stands_alone(after):
        return True
    if line.endswith((":", ";")):
        return True
    if line.endswith(END_OF_PARAGRAPH):
        return has_room(line, after, width) or _NUMBERED.match(after) is not None
    if after[0].islower() or line.count('"') % 2 or line.count("«") != line.count("»"):
        return False
    return has_room(line, after, min(width, beside))


def has_room(line: str, after: str, width: int) -> bool:
    """Answers: would the first word of the next line have fitted into this one?

    Args:
        line: a printed line.
        after: the next.
        width: how many letters the widest lines have.
    """
    first = after.split(maxsplit=1)[0]
    return len(line) + 1 + len(first) <= width * _FULL


def colons_inside(texts: Sequence[str]) -> dict[int, str]:
    """Answers: after which of these printed lines may ":" stand inside a paragraph?

    A heading and its list between commas are one paragraph, and its line may break just
    behind the colon: there the line had no room left, and what follows, up to the first mark
    that ends a paragraph, is a list between commas.

    Args:
        texts: the lines of cells, one below the other.

    Returns:
        Their places, and the mark that ends the paragraph: "." for a list, ":" where the list
        itself belongs to a heading.

    Example:
        >>> colons_inside(["Бірінші санаттың мамандары:", "дәрігер, акушер, зертханашы,",
        ...     "фельдшер.", "Аға:", "дәрігер, акушер."])
        {0: '.'}
    """
    width = max(map(len, texts), default=0)
    found = {}
    for at, text in enumerate(texts[:-1]):
        if text.endswith(":") and not has_room(text, texts[at + 1], width):
            ahead = texts[at + 1 : at + 1 + _LONGEST_LIST]
            ends = (place for place, one in enumerate(ahead) if one.endswith(END_OF_PARAGRAPH))
            listed = " ".join(ahead[: next(ends, len(ahead)) + 1])
            if listed.endswith((".", ":")) and _COMMA.search(_BRACKETS.sub("", listed)):
                found[at] = listed[-1]
    return found


_LONGEST_LIST: Final = 60
_COMMA: Final = re.compile(r",\s")
_BRACKETS: Final = re.compile(r"\([^()]*\)")


def _stands_alone(line: str) -> bool:
    """Words that are a paragraph by themselves wherever they are printed."""
    return bool(
        _ALONE.fullmatch(line)
        or annex_of(line)
        or block_of(line)
        or is_sector(line)
        or is_list_heading(line)
    )
