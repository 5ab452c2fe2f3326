"""Which annex of an order is meant, where one order brings several registers."""

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.sources.paragraphs import END_OF_PARAGRAPH, Paragraph, Part
from kz_civil_positions.sources.vocabulary import annex_of

__all__ = ["choose_annex"]

_TABLE: Final = frozenset({Part.COLUMNS, Part.BLOCK, Part.SECTOR, Part.LINK, Part.LEVEL, Part.TEXT})
# "… министрінің 2015 жылғы … бұйрығына" may stand in lines of its own above "1-қосымша".
_LINES_ABOVE: Final = 4
_LONGEST_ABOVE: Final = 120
# An initial and a surname: whoever signed stands above the annexes, and in none of them.
_SIGNATURE: Final = re.compile(r"(?<!\w)[^\W\d_]\. ?[^\W\d_]{2,}$")


@frozen
class _Annex:
    """A part of the document: the order itself, or one of its annexes.

    Attributes:
        number: of the annex; None for the order itself.
        first: the place of its first paragraph.
        stop: the place after its last.
        register: whether it has rows of a register.
    """

    number: int | None
    first: int
    stop: int
    register: bool


def choose_annex(paragraphs: Sequence[Paragraph], annex: int | None) -> tuple[Paragraph, ...]:
    """Answers: which of these paragraphs belong to the register that is meant?

    Args:
        paragraphs: of the whole document, in reading order.
        annex: the number of the annex; None where the document has but one register.

    Returns:
        The paragraphs; those of other annexes are marked as elsewhere. Where the register
        stands in the order itself, nothing is.

    Raises:
        DataError: when several registers are there and none is chosen, or the annex chosen
            has none.
    """
    parts = _parts(paragraphs)
    registers = [one for one in parts if one.register and one.number is not None]
    if annex is not None:
        chosen = next((one for one in registers if one.number == annex), None)
        if chosen is None:
            raise _refusal(paragraphs, parts, "sources.no-such-annex", registers, annex=annex)
    elif len(registers) > 1:
        raise _refusal(paragraphs, registers, "sources.several-registers", registers)
    else:
        chosen = registers[0] if registers else None
    if chosen is None:
        return tuple(paragraphs)
    kept = set(range(chosen.first, chosen.stop))
    kept |= {at for one in parts if one.number is None for at in range(one.first, one.stop)}
    return tuple(
        one if at in kept else evolve(one, part=Part.ELSEWHERE) for at, one in enumerate(paragraphs)
    )


def _parts(paragraphs: Sequence[Paragraph]) -> list[_Annex]:
    """The order itself, and its annexes, each from its heading on."""
    heads: list[tuple[int | None, int]] = [(None, 0)]
    for at, paragraph in enumerate(paragraphs):
        number = annex_of(paragraph.text) if paragraph.part is Part.FRAME else None
        if number is not None:
            heads.append((number, _first_line(paragraphs, at)))
    stops = [first for _, first in heads[1:]] + [len(paragraphs)]
    return [
        _Annex(number, first, stop, any(one.part in _TABLE for one in paragraphs[first:stop]))
        for (number, first), stop in zip(heads, stops, strict=True)
    ]


def _first_line(paragraphs: Sequence[Paragraph], at: int) -> int:
    """The order that the annex belongs to may be named above its number, line by line."""
    first = at
    while first and at - first < _LINES_ABOVE and _is_above(paragraphs[first - 1]):
        first -= 1
    named = any("бұйры" in one.text for one in paragraphs[first:at])
    return first if named else at


def _is_above(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        paragraph.part is Part.FRAME
        and len(text) <= _LONGEST_ABOVE
        and not text.endswith(END_OF_PARAGRAPH)
        and annex_of(text) is None
        and not _SIGNATURE.search(text)
    )


def _refusal(
    paragraphs: Sequence[Paragraph],
    at: Sequence[_Annex],
    key: str,
    registers: Sequence[_Annex],
    **facts: object,
) -> DataError:
    named = ", ".join(f"{one.number} ({paragraphs[one.first].lines})" for one in registers)
    where = str(paragraphs[at[0].first].lines) if paragraphs else "L1"
    facts = {**facts, "annexes": named or "–"}
    return DataError([Problem(where, "", key, tuple(facts.items()))])
