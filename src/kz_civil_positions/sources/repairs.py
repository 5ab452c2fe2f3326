"""Damage in a source text and its undoing, each case recorded.

Most damage is undone by rules (a line printed with a blank between its letters); where
no rule can know (words that fell out of place, a label printed in the middle of its
row), a person records the reading by hand. Nothing is repaired without a record.
"""

import re
from enum import StrEnum
from typing import Final

from attrs import frozen

from kz_civil_positions.model import Span, Tongues
from kz_civil_positions.orders import SourceFile

__all__ = ["HAND_KINDS", "Repair", "RepairKind", "Repairs", "undo_spacing"]


class RepairKind(StrEnum):
    """What kind of damage a repair undoes."""

    LEADING_BLANK = "leading-blank"
    LETTER_SPACING = "letter-spacing"
    HALF_SPACING = "half-spacing"
    DOUBLED_BLANK = "doubled-blank"
    WRAPPED_LINE = "wrapped-line"
    PAGE_BREAK = "page-break"
    LABEL_IN_LINE = "label-in-line"
    SPLIT_LABEL = "split-label"
    RUN_TOGETHER = "run-together"

    DISPLACED_WORDS = "displaced-words"
    DISPLACED_LABEL = "displaced-label"
    LOST_LABEL = "lost-label"
    GOES_ON = "goes-on"
    SUBHEADING = "subheading"
    TITLE = "title"
    ONE_ITEM = "one-item"


HAND_KINDS: Final = frozenset(
    {
        RepairKind.DISPLACED_WORDS,
        RepairKind.DISPLACED_LABEL,
        RepairKind.LOST_LABEL,
        RepairKind.GOES_ON,
        RepairKind.SUBHEADING,
        RepairKind.TITLE,
        RepairKind.ONE_ITEM,
    }
)


@frozen
class Repair:
    """One recorded repair.

    Attributes:
        kind: the damage.
        lines: the source lines concerned.
        stood: what stands in the source.
        stands: what is read instead.
        row: for a label printed out of place, the line where its row begins.
        why: for a reading recorded by hand, the reason.
    """

    kind: RepairKind
    lines: Span
    stood: str = ""
    stands: str = ""
    row: int | None = None
    why: Tongues | None = None


@frozen
class Repairs:
    """All repairs of one source file.

    Attributes:
        order: the order whose text it is.
        source: the file.
        by_hand: readings recorded by a person; the importer follows them.
        by_rule: repairs that the importer's rules make; recorded so that all can be read.
    """

    order: str
    source: SourceFile
    by_hand: tuple[Repair, ...] = ()
    by_rule: tuple[Repair, ...] = ()


_LETTER_SPACED: Final = re.compile(r"\S(?: \S)+(?:  +\S(?: \S)*)*|\S(?:  +\S(?: \S)+)+")
_LONE_LETTER: Final = re.compile(r"(?:^| )і(?= )")
# In a half-spaced line the type broke around the narrow letter "і": single blanks before
# a fragment that begins with it, after it where it stands alone, and before a closing mark.
_BROKEN_AT_I: Final = re.compile(r"(?<=\S) (?=і)|(?<= і) (?=\S)|(?<=\S) (?=[;:,.)])")


def undo_spacing(line: str) -> tuple[str, RepairKind | None]:
    """Answers: how did this line read before its spacing was damaged?

    Args:
        line: a line of the source, without blanks at its ends.

    Returns:
        The line, and the kind of repair made; None where the line is sound.

    Example:
        >>> undo_spacing("о р ы н б а с а р ы :")
        ('орынбасары:', <RepairKind.LETTER_SPACING: 'letter-spacing'>)
        >>> undo_spacing("жұмыс өндірушіс і  (қызметт ің  нег і зг і  түр і ) ;")
        ('жұмыс өндірушісі (қызметтің негізгі түрі);', <RepairKind.HALF_SPACING: 'half-spacing'>)
        >>> undo_spacing("Республикалық  жедел-құтқару  жасағының;")
        ('Республикалық жедел-құтқару жасағының;', <RepairKind.DOUBLED_BLANK: 'doubled-blank'>)
    """
    if _LETTER_SPACED.fullmatch(line):
        words = re.split(" {2,}", line)
        return " ".join(word.replace(" ", "") for word in words), RepairKind.LETTER_SPACING
    if "  " in line and _LONE_LETTER.search(line):
        return _undo_half_spacing(line), RepairKind.HALF_SPACING
    if "  " in line:
        return re.sub(" {2,}", " ", line), RepairKind.DOUBLED_BLANK
    return line, None


def _undo_half_spacing(line: str) -> str:
    words = re.split(" {2,}", line)
    return " ".join(_BROKEN_AT_I.sub("", word) for word in words)
