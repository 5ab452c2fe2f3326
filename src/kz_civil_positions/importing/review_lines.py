"""The left side of the review page: the lines of the source, with what was mended in them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from attrs import frozen

from kz_civil_positions.changes.model import Word, WordMark
from kz_civil_positions.changes.redline import redline
from kz_civil_positions.importing.markup import element, safe, shown
from kz_civil_positions.importing.review_rows import Line, Row
from kz_civil_positions.messages import Language, say
from kz_civil_positions.sources.repairs import Repair, RepairKind

__all__ = ["Lines", "marked", "replaced"]

# What stood and what is read are shown inside the line; other repairs are told below it.
_IN_LINE: Final = frozenset(
    {
        RepairKind.LEADING_BLANK,
        RepairKind.LETTER_SPACING,
        RepairKind.HALF_SPACING,
        RepairKind.DOUBLED_BLANK,
        RepairKind.DISPLACED_WORDS,
    }
)
# Of a word whose letters were spaced nothing was kept that a reader would know again.
_SPACED: Final = frozenset({RepairKind.LETTER_SPACING, RepairKind.HALF_SPACING})
_TAGS: Final = {WordMark.DELETED: "del", WordMark.INSERTED: "ins"}
_BLANK: Final = "␣"
_PLACE: Final = re.compile(r"(page|line|paragraph|table|row) (\d+)")


def marked(old: str, new: str) -> str:
    """Answers: how do both texts look as one, what went and what came marked?

    Blanks that went are shown as signs.

    Example:
        >>> marked("а  б", "а б")
        'а<del class="blank">␣␣</del><ins> </ins>б'
    """
    words = redline(old, new)
    kept = "".join(one.text for one in words if one.mark is WordMark.KEPT)
    if not any(letter.isalnum() for letter in kept):
        return replaced(old, new)
    return "".join(map(_word, words))


def replaced(old: str, new: str) -> str:
    """Answers: how does one text look that is read instead of another?

    Example:
        >>> replaced("а б", "аб")
        '<del class="whole">а б</del> → <ins>аб</ins>'
    """
    return f'<del class="whole">{shown(old)}</del> → <ins>{shown(new)}</ins>'


def _word(word: Word) -> str:
    if word.mark is WordMark.DELETED and not word.text.strip():
        return element("del", _BLANK * len(word.text), class_="blank")
    text = shown(word.text)
    return element(_TAGS[word.mark], text) if word.mark in _TAGS else text


@frozen
class Readings:
    """What is read otherwise than the rules for all texts read it.

    Attributes:
        all: in the order in which they are recorded.
        suggested: those that rules suggest and nobody recorded.
    """

    all: tuple[Repair, ...] = ()
    suggested: tuple[Repair, ...] = ()

    def by(self, repair: Repair) -> str:
        """Answers: who reads it so? The name of the sentence that says it."""
        return "by-suggestion" if repair in self.suggested else "by-hand"


class Lines:
    """The cells of the left side.

    Args:
        language: of the page.
        tongue: of the source, where it is another.
        places: where each line stands in the document that was brought.
        readings: those recorded by a person, and those suggested.
        by_rule: repairs that rules made.
    """

    def __init__(
        self,
        language: Language,
        tongue: str | None,
        places: tuple[str, ...],
        readings: Readings,
        by_rule: Iterable[Repair],
    ) -> None:
        self._language, self._tongue, self._places = language, tongue, places
        self._readings = readings
        self._at: dict[int, list[tuple[str | None, Repair]]] = defaultdict(list)
        for number, repair in enumerate(readings.all, 1):
            self._at[repair.lines.first].append((f"hand-{number}", repair))
        for repair in by_rule:
            self._at[repair.lines.first].append((None, repair))

    def cell(self, row: Row) -> str:
        """The lines of a row, each with its number; blank lines one after another as one."""
        return "".join(
            self._blank(tuple(lines)) if blank else "".join(map(self._line, lines))
            for blank, lines in groupby(row.lines, key=lambda line: line.blank)
        )

    def _line(self, line: Line) -> str:
        anchor = f"L{line.number}"
        number = element("a", str(line.number), class_="no", href=f"#{anchor}")
        text = element("span", self._text(line), class_="text", lang=self._tongue)
        told = number + self._place(line.number) + text + "".join(self._notes(line))
        return element("div", told, class_="line", id=anchor)

    def _blank(self, lines: tuple[Line, ...]) -> str:
        """Blank lines say nothing, but a page may have ended there."""
        numbers = " ".join(
            element("a", str(one.number), class_="no", href=f"#L{one.number}", id=f"L{one.number}")
            for one in lines
        )
        notes = [note for one in lines for note in self._notes(one)]
        return element("div", numbers + "".join(notes), class_="line blank")

    def _place(self, number: int) -> str:
        """Where the line stands in the document, told once where it stays the same."""
        if number > len(self._places):
            return ""
        place = self._places[number - 1]
        before = self._places[number - 2] if number > 1 else None
        if place in (before, f"line {number}"):
            return ""
        return element("span", safe(_PLACE.sub(self._worded, place)), class_="place")

    def _worded(self, found: re.Match[str]) -> str:
        return say(f"review.place-{found[1]}", self._language, number=found[2])

    def _text(self, line: Line) -> str:
        """The line, each stretch that was mended shown as it stood and as it is read."""
        told, at = "", 0
        for stood, stands, spaced in _stretches(self._at.get(line.number, ())):
            start = line.text.find(stood, at)
            if start < 0:
                continue
            told += shown(line.text[at:start]) + (replaced if spaced else marked)(stood, stands)
            at = start + len(stood)
        return told + shown(line.text[at:])

    def _notes(self, line: Line) -> Iterator[str]:
        """What was mended, by whom, and why."""
        for anchor, repair in self._at.get(line.number, ()):
            by = self._readings.by(repair) if anchor else "by-rule"
            who = say(f"review.{by}", self._language)
            kind = say(f"review.repair-{repair.kind}", self._language)
            told = element("b", safe(who)) + f" {safe(kind)}{self._reading(repair, line)}"
            if repair.why is not None:
                told += f" – {safe(repair.why[self._language])}"
            yield element("span", told, class_="fix hand" if anchor else "fix", id=anchor)

    def _reading(self, repair: Repair, line: Line) -> str:
        """What is read, where the line itself does not show it, and the row it is read in."""
        told = ""
        inside = repair.kind in _IN_LINE and repair.stood in line.text
        if repair.stands and not inside and repair.kind is not RepairKind.RUN_TOGETHER:
            words = " ".join(repair.stands.split())
            told = f" «{element('span', shown(words), lang=self._tongue)}»"
        if repair.row is not None and repair.row != repair.lines.first:
            words = say("review.row-begins", self._language, line=repair.row)
            told += f" ({element('a', safe(words), href=f'#L{repair.row}')})"
        return told


def _stretches(here: Iterable[tuple[str | None, Repair]]) -> list[tuple[str, str, bool]]:
    """What stood, what is read, and whether letters were spaced; mended twice, it is one."""
    found: list[tuple[str, str, bool]] = []
    for _, repair in here:
        if repair.kind not in _IN_LINE or not repair.stood or "\n" in repair.stood:
            continue
        stood = repair.stood
        if found and found[-1][1] == stood:
            stood = found.pop()[0]
        found.append((stood, repair.stands, repair.kind in _SPACED))
    return found
