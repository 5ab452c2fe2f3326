"""Readings that rules can suggest, and what a person has to look at before relying on them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from attrs import evolve, frozen

from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.model import Certitude, Doubt, Span
from kz_civil_positions.orders import TextForm
from kz_civil_positions.sources.doubtful import Doubtful, placed
from kz_civil_positions.sources.draft import read_stream
from kz_civil_positions.sources.labels import find_labels
from kz_civil_positions.sources.paragraphs import Paragraph, Part
from kz_civil_positions.sources.repairs import Repair, RepairKind, Repairs
from kz_civil_positions.sources.structure import find_headings_that_go_on, find_parts

__all__ = ["Suggested", "suggest_readings"]

# So many gaps may linked words leave in one line, as they do where three points are named.
_MOST_GAPS: Final = 3


@frozen
class Suggested:
    """What rules suggest.

    Attributes:
        repairs: the readings by hand that were given, and those suggested, each with its
            reason in three languages.
        doubts: for each suggestion, and for each place that rules cannot settle, what is
            doubtful about it.
    """

    repairs: Repairs
    doubts: tuple[Doubt, ...]


def suggest_readings(text: str, repairs: Repairs, guessed: Sequence[int] = ()) -> Suggested:
    r"""Answers: which labels are lost or displaced in this text, and how may it be read?

    A reading that a person recorded is never changed, and nothing is suggested for a line
    that has one. What is suggested is no fact: each suggestion comes with a doubt.

    Args:
        text: the source file's text.
        repairs: the readings by hand that are known, and the source's form.
        guessed: lines whose labels may belong to a neighbouring row, since the page they
            were taken from has no ruled lines.

    Returns:
        The readings and the doubts.

    Raises:
        DataError: where a line fits no rule and no reading, or where a label surely is out of
            place and only a person can say where its row begins.

    Example:
        >>> from kz_civil_positions.orders import SourceFile
        >>> rows = ("Буын\tДеңгей\tЛауазымдар атауы", "А блогы\t\t", "А1\t2\tБастық.", "\t1\tАға.")
        >>> source = SourceFile("source.kaz.txt", "", TextForm.PARAGRAPHS)
        >>> found = suggest_readings("\n".join(rows), Repairs("2020-1", source))
        >>> [(str(one.kind), one.stands, one.row) for one in found.repairs.by_hand]
        [('lost-label', 'А2', 4)]
        >>> [(doubt.kind, str(doubt.about[0])) for doubt in found.doubts]
        [('lost-link-label', 'link:A2')]
    """
    lines = text.split("\n")
    steps: tuple[Callable[[Sequence[Paragraph], Repairs], Iterable[Doubtful]], ...] = (
        lambda stream, known: find_labels(stream, uncertain=_uncertain(known, guessed)),
        lambda stream, _: find_headings_that_go_on(stream, lines),
        lambda stream, known: find_parts(stream, lines, known.by_hand),
    )
    found: list[Doubtful] = []
    stream, by_rule = read_stream(text, repairs)
    for step in steps:
        findings = list(step(stream, repairs))
        found += findings
        readings = tuple(one.repair for one in findings if one.repair)
        if readings:
            repairs = evolve(repairs, by_hand=(*repairs.by_hand, *readings))
            stream, by_rule = read_stream(text, repairs)
    found += _displaced_words(by_rule, stream)
    found += _guessed(stream, guessed)
    return Suggested(repairs, _doubts(found))


def _uncertain(repairs: Repairs, guessed: Sequence[int]) -> Callable[[int], bool]:
    """In printed lines any label may stand out of place; in cells, only where we guessed."""
    if repairs.source.form is TextForm.LAYOUT:
        return lambda _: True
    return frozenset(guessed).__contains__


def _displaced_words(by_rule: Iterable[Repair], stream: Sequence[Paragraph]) -> list[Doubtful]:
    """A doubled blank in a line of the order's own words: linked words may have left it.

    Where there are many, the line was spread over its width, and none of them tells anything.
    """
    own = {piece.line for one in stream if one.part is Part.FRAME for piece in one.pieces}
    return [
        Doubtful(
            "displaced-words",
            Address(Kind.REGISTER),
            repair.lines,
            Certitude.UNKNOWN,
            {"text": repair.stood[:80]},
        )
        for repair in by_rule
        if repair.kind is RepairKind.DOUBLED_BLANK
        and repair.lines.first in own
        and repair.stood.count("  ") <= _MOST_GAPS
    ]


def _guessed(stream: Sequence[Paragraph], guessed: Sequence[int]) -> list[Doubtful]:
    """Labels on lines that were not certain of their row, and about which nothing was found."""
    lines = frozenset(guessed)
    found: dict[int, Doubtful] = {}
    for one in placed(stream):
        first = one.paragraph.lines.first
        if first in lines and one.paragraph.part in (Part.LINK, Part.LEVEL):
            span = Span(one.paragraph.lines.order, first, first)
            facts = {"label": one.paragraph.text}
            found[first] = Doubtful("guessed-row", one.address, span, Certitude.WEAK, facts)
    return list(found.values())


def _doubts(found: Iterable[Doubtful]) -> tuple[Doubt, ...]:
    """One doubt each; where two begin at one line, the later gets a number."""
    doubts: dict[str, Doubt] = {}
    for one in sorted(found, key=lambda one: one.lines):
        doubt, identity, number = one.doubt, one.doubt.id, 1
        while identity in doubts:
            number += 1
            identity = f"{doubt.id}-{number}"
        doubts[identity] = evolve(doubt, id=identity)
    return tuple(doubts.values())
