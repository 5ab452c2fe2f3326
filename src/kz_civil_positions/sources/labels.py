"""Labels that the source lost or prints out of place, as far as rules can know them.

Level numbers ascend within a link. Where they start again, a link begins, printed or not.
And a label printed in the middle of a list belongs to the row around it: the merged cell it
stood in was centred, or a page broke there.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from attrs import define, evolve, field

from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.model import Certitude, Span
from kz_civil_positions.sources.doubtful import Doubtful, Placed, placed
from kz_civil_positions.sources.paragraphs import Paragraph, Part, Piece
from kz_civil_positions.sources.repairs import Repair, RepairKind
from kz_civil_positions.sources.vocabulary import level_of

__all__ = ["find_labels"]

_LAST_LINK: Final = 9
# The block that is one link, without a number.
_ALONE: Final = Code("D")
# Blocks whose links have levels; in the others a row may be without a number.
_WITH_LEVELS: Final = ("A", "B")
_AT_HEAD: Final = re.compile(r"(?P<label>[1-9]) \S")


def find_labels(
    stream: Sequence[Paragraph], *, uncertain: Callable[[int], bool]
) -> tuple[Doubtful, ...]:
    """Answers: which labels are lost or displaced here, and where do their rows begin?

    Args:
        stream: all paragraphs of a text, read with the readings known so far.
        uncertain: whether a label on this line may belong to a row that begins above it.

    Returns:
        What was found, each with the reading it suggests, if any.

    Raises:
        DataError: where a label surely is out of place and its row may begin at several
            lines: a person has to say at which.
    """
    walk = _Walk(tuple(placed(stream)), uncertain)
    for at, one in enumerate(walk.table):
        walk.take(at, one)
    if walk.problems:
        raise DataError(walk.problems)
    return tuple(walk.found)


@define
class _Walk:
    """Where the reading of labels has come to.

    Attributes:
        table: the paragraphs of the table.
        uncertain: whether a label on a line may belong to a row that begins above it.
        link: the link being read, those inferred counted.
        label: its label, for its script.
        lost: whether that label is lost.
        level: the last level in it.
        level_at: where that level's label stands.
        texts: how many paragraphs of that level were read.
        starts: the lines at which its entries begin, the first left out.
        closed: whether the last paragraph ended its list.
        further: a label further down that was found to belong to a row already read.
        row: where the row of the label just read begins, when that is above the label.
    """

    table: Sequence[Placed]
    uncertain: Callable[[int], bool]
    link: Code | None = None
    label: str = ""
    lost: bool = False
    level: tuple[int, ...] = ()
    level_at: Span | None = None
    texts: int = 0
    starts: list[int] = field(factory=list)
    closed: bool = True
    further: Paragraph | None = None
    row: int | None = None
    found: list[Doubtful] = field(factory=list)
    problems: list[Problem] = field(factory=list)

    def take(self, at: int, one: Placed) -> None:
        match one.paragraph.part:
            case Part.LINK:
                self.take_link(one)
            case Part.LEVEL:
                self.take_level(at, one)
            case Part.TEXT:
                if self.link is None and one.code == _ALONE:
                    self.find_alone(one.paragraph)
                self.take_text(one)
            case _:
                self.link, self.row = None, None

    # ----------------------------------------------------------------------- labels

    def take_link(self, one: Placed) -> None:
        if one.paragraph is self.further:
            self.further = None
            return
        self.row = self.row_above(one.paragraph)
        if self.row:
            about = Address(Kind.LINK, str(one.code))
            self.displaced(one.paragraph, about, one.paragraph.text, self.row)
        self.find_recorded(one, "lost-link-label")
        self.begin_link(one.code, one.paragraph.text, lost=not one.paragraph.printed)
        self.begin_row()

    def take_level(self, at: int, one: Placed) -> None:
        number, label = level_of(one.paragraph.text) or (), one.paragraph
        if self.link is None or not self.link.link:
            return
        row = self.row if self.texts == 0 and self.row else self.row_above(label)
        if number <= self.level:
            self.begin_again(at, label, row or label.lines.first)
        if self.link is None:
            return
        code = evolve(self.link, level=number)
        if row:
            self.displaced(label, Address(Kind.LEVEL, str(code)), label.text, row)
        self.find_leap(code, label)
        self.find_recorded(one, "lost-level-label")
        self.level, self.level_at = number, label.lines
        self.begin_row()

    def row_above(self, label: Paragraph) -> int | None:
        """Where the row of a label begins that stands in the middle of a list.

        Of the entries read since the last label the first belongs to that label; if just one
        more began, the row begins with it.
        """
        if self.closed or not self.starts or not label.printed:
            return None
        if not self.uncertain(label.lines.first):
            return None
        if len(self.starts) > 1:
            facts = {"label": label.text, "rows": ", ".join(f"L{row}" for row in self.starts)}
            where = str(label.lines)
            self.problems.append(Problem(where, "", "sources.row-unknown", tuple(facts.items())))
            return None
        return self.starts[0]

    def begin_again(self, at: int, label: Paragraph, row: int) -> None:
        """The numbers of levels start again: a link begins, whose label is lost or below.

        Where that label is printed below, in a row that is certainly its own, no link begins
        here: the levels are out of order, and nothing is supposed.
        """
        assert self.link is not None  # noqa: S101 - only asked within a link
        number = self.link.link + 1
        if number > _LAST_LINK:
            self.link = None
            return
        code, above = Code(self.link.block, self.link.sector, number), self.label
        about = Address(Kind.LINK, str(code))
        further = self.next_link(at)
        if further is not None and further.code == code:
            if not self.uncertain(further.paragraph.lines.first):
                return
            self.further = further.paragraph
            self.displaced(further.paragraph, about, further.paragraph.text, row)
            self.begin_link(code, further.paragraph.text, lost=False)
            return
        stands = f"{self.label[0]}{number}"
        reading = Repair(RepairKind.LOST_LABEL, label.lines, label.text, stands, row)
        facts = {"label": stands, "above": above}
        self.found.append(
            Doubtful(
                "lost-link-label", about, label.lines, Certitude.STRONG, facts, label.text, reading
            )
        )
        self.begin_link(code, stands, lost=True)

    def next_link(self, at: int) -> Placed | None:
        """The next link label that is printed in this section."""
        for one in self.table[at + 1 :]:
            if one.paragraph.part in (Part.BLOCK, Part.SECTOR):
                return None
            if one.paragraph.part is Part.LINK:
                return one
        return None

    def displaced(self, label: Paragraph, about: Address, text: str, row: int) -> None:
        reading = Repair(RepairKind.DISPLACED_LABEL, label.lines, text, text, row)
        facts = {"label": text, "row": f"L{row}"}
        self.found.append(
            Doubtful("displaced-label", about, label.lines, Certitude.STRONG, facts, text, reading)
        )

    def find_recorded(self, one: Placed, kind: str) -> None:
        """A label that a person recorded as lost is inferred, and a doubt has to say so."""
        if not one.paragraph.printed:
            facts = {"label": one.paragraph.text}
            lines = one.paragraph.lines
            self.found.append(Doubtful(kind, one.address, lines, Certitude.STRONG, facts))

    def find_alone(self, first: Paragraph) -> None:
        """A block that is one link needs no label to be known; that none is printed is told."""
        line = Span(first.lines.order, first.lines.first, first.lines.first)
        words, about = first.pieces[0].text, Address(Kind.LINK, str(_ALONE))
        reading = Repair(RepairKind.LOST_LABEL, line, words, str(_ALONE), line.first)
        facts = {"label": str(_ALONE)}
        self.found.append(
            Doubtful("no-link-label", about, line, Certitude.STRONG, facts, words, reading)
        )
        self.begin_link(_ALONE, str(_ALONE), lost=True)
        self.begin_row()

    def find_leap(self, code: Code, label: Paragraph) -> None:
        """Where a link's own label was lost, a level's may be lost as well."""
        before = self.level
        if self.lost and before and self.level_at and code.level[0] > before[0] + 1:
            about = Address(Kind.LEVEL, str(evolve(code, level=before)))
            facts = {"before": "-".join(map(str, before)), "after": label.text}
            lines = self.level_at.through(label.lines)
            self.found.append(Doubtful("level-leap", about, lines, Certitude.UNKNOWN, facts))

    def begin_link(self, code: Code, label: str, *, lost: bool) -> None:
        self.link, self.label, self.lost = code, label, lost
        self.level, self.level_at = (), None

    def begin_row(self) -> None:
        self.texts, self.starts, self.closed = 0, [], True

    # ------------------------------------------------------------------------ texts

    def take_text(self, one: Placed) -> None:
        if self.link is None:
            return
        self.row = None
        paragraph = one.paragraph
        self.texts += 1
        if self.texts == 1 and not self.level and self.link.block in _WITH_LEVELS:
            facts = {"link": self.label}
            self.found.append(
                Doubtful("no-level-label", one.address, paragraph.lines, Certitude.UNKNOWN, facts)
            )
        if self.closed and self.texts > 1:
            self.starts.append(paragraph.lines.first)
        self.closed = paragraph.text.endswith(".")
        for before, piece in zip(paragraph.pieces, paragraph.pieces[1:], strict=False):
            self.take_label_inside(paragraph, before, piece)

    def take_label_inside(self, paragraph: Paragraph, before: Piece, piece: Piece) -> None:
        """A number after a page break, in the middle of a paragraph: the next level's."""
        match = _AT_HEAD.match(piece.text)
        broken = piece.line > before.line + 1
        if not match or not broken or not self.level or self.link is None:
            return
        number = (self.level[0] + 1,)
        if level_of(match["label"]) != number or len(self.starts) != 1:
            return
        line = Span(paragraph.lines.order, piece.line, piece.line)
        label = Paragraph(Part.LEVEL, match["label"], line)
        about = Address(Kind.LEVEL, str(evolve(self.link, level=number)))
        self.displaced(label, about, label.text, self.starts[0])
        self.level, self.level_at = number, line
        self.texts, self.starts = 1, []
