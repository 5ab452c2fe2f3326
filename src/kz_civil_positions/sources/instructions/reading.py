"""Instructions carried out on trial, one after the other: operations, or why there are none."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define, evolve, field, frozen

from kz_civil_positions.amending.engine import Workbench
from kz_civil_positions.calendar import OnDate
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.errors import RegisterError
from kz_civil_positions.kazakh import parse_date
from kz_civil_positions.model import Content
from kz_civil_positions.operations import Instruction, Operation
from kz_civil_positions.orders import Unexpressed
from kz_civil_positions.sources.instructions.desk import Desk, Known
from kz_civil_positions.sources.instructions.drafting import draft
from kz_civil_positions.sources.instructions.formulas import read_deeds
from kz_civil_positions.sources.instructions.naming import Taken
from kz_civil_positions.sources.instructions.places import scope_steps
from kz_civil_positions.sources.instructions.reasons import Inexpressible, reason
from kz_civil_positions.sources.instructions.sentences import Sentence, Text, read_sentences
from kz_civil_positions.sources.paragraphs import Paragraph, Part

__all__ = ["Instructed", "Known", "read_instructions"]

_NOTHING: Final = Known()
# But for a point or subpoint, which takes effect on a day of its own.
_APART: Final = {
    "kaz": re.compile(
        r"(?P<date>\d{4} жылғы \d{1,2} \w+) бастап қолданысқа енгізілетін "
        r"(?P<point>\d+(?:-\d+)?)-тарма(?:(?:ғының|қтың) (?P<sub>\d+(?:-\d+)?)\) тармақшасын"
        r"|ғын|қты) қоспағанда"
    ),
    "rus": re.compile(
        r"за исключением (?:подпункта (?P<sub>\d+(?:-\d+)?)\) )?пункта (?P<point>\d+(?:-\d+)?),"
        r" котор\w+ ввод\w+ в действие с (?P<date>\d{1,2} \w+ \d{4} года)"
    ),
}
_ONCE: Final = {"kaz": "қоспағанда", "rus": "за исключением"}


@frozen
class Instructed:
    """What an order does to a register, as far as its words say it exactly.

    Attributes:
        operations: what can be carried out, in the order of the text.
        unexpressed: every other instruction, with the reason.
    """

    operations: tuple[Operation, ...]
    unexpressed: tuple[Unexpressed, ...]


def read_instructions(
    stream: Sequence[Paragraph],
    base: Content | None,
    *,
    order: str,
    language: str,
    known: Known = _NOTHING,
) -> Instructed:
    """Answers: which operations does this amending order bid, and what cannot be one?

    Each instruction is located, its formula is recognised, and what it comes to is tried on
    the register, after all that earlier instructions did. Nothing is guessed: where the place
    is not found or found twice, where words do not occur, or where a formula is not known,
    the instruction is given back with the reason. Each ends in exactly one of the two.

    Args:
        stream: the order's paragraphs, in reading order.
        base: the register it amends; None when that is not held.
        order: the order's id.
        language: of its text, ``"kaz"`` or ``"rus"``.
        known: what is known beside; whatever is, is held against the text.

    Returns:
        The operations, which can be carried out on the register in turn, and the rest.

    Example:
        >>> from kz_civil_positions.model import Abbreviation, Span
        >>> from kz_civil_positions.sources.paragraphs import Part
        >>> base = Content((), (Abbreviation("ММ", "мекеме", "ММ – мекеме;"),))
        >>> list_, bid = "1. Аббревиатуралардың тізбесінде", "деген сөз алып тасталсын."
        >>> texts = [f'{list_} "ММ – мекеме;" деген жол алып тасталсын.', f'{list_} "ұйым" {bid}']
        >>> stream = [Paragraph(Part.FRAME, one, Span("2031-1", 1, 1)) for one in texts]
        >>> done = read_instructions(stream, base, order="2031-1", language="kaz")
        >>> str(done.operations[0].target), done.unexpressed[0].reason.en
        ('abbreviation:ММ', 'These words do not occur there: «ұйым».')
    """
    text = read_sentences(stream, language)
    frames = frozenset(one.about for one in text.sentences if one.framed and one.about)
    reading = _Reading(Workbench(base), order, language, known, text, frames)
    for sentence in text.sentences:
        reading.take(sentence)
    apart = reading.apart()
    operations = (
        evolve(one, commencement=_rule(apart, one)) if _rule(apart, one) else one
        for one in reading.operations
    )
    return Instructed(tuple(operations), tuple(reading.unexpressed))


def _rule(apart: Mapping[str, OnDate], operation: Operation) -> OnDate | None:
    point = operation.instruction.point if operation.instruction else ""
    return apart.get(point) or apart.get(point.partition(".")[0])


@define
class _Reading:
    """The state of one reading, instruction after instruction."""

    bench: Workbench
    order: str
    language: str
    known: Known
    text: Text
    frames: frozenset[str]
    operations: list[Operation] = field(factory=list)
    unexpressed: list[Unexpressed] = field(factory=list)
    gone: set[Address] = field(factory=set)

    def take(self, sentence: Sentence) -> None:
        """One instruction, wholly or not at all."""
        before = set(self.bench.nodes)
        try:
            with self.bench.all_or_nothing():
                done = tuple(self.drafted(sentence))
        except RegisterError as error:
            self.unexpressed.append(Unexpressed(_instruction(sentence), reason(error)))
            return
        self.operations += done
        self.gone |= before - set(self.bench.nodes)

    def drafted(self, sentence: Sentence) -> Iterator[Operation]:
        self.check_order(sentence)
        for deed in read_deeds(sentence, self.language):
            scope = scope_steps(sentence.scope, self.language)
            desk = Desk(
                self.bench, Taken(self.is_taken), self.known, scope, self.text.table, self.nested
            )
            operations = tuple(
                evolve(one, instruction=_instruction(sentence)) for one in draft(deed, desk)
            )
            self.bench.carry_out(operations, order=self.order, retired=_Retired(self))
            yield from operations

    def check_order(self, sentence: Sentence) -> None:
        """An order may amend several: which of them is meant must be certain."""
        amends, frames = self.known.amends, self.frames
        if amends and sentence.about not in (None, amends):
            raise Inexpressible("other-order", order=sentence.about)
        if not amends and len(frames) > 1 and sentence.framed:
            raise Inexpressible("several-orders", orders=", ".join(sorted(frames)))

    def is_taken(self, name: str) -> bool:
        addresses = (Address(Kind.ENTRY, name), Address(Kind.ITEM, name))
        return any(
            one in self.bench.nodes or one in self.gone or one in self.known.retired
            for one in addresses
        )

    def nested(self, paragraphs: Sequence[Paragraph], point: str) -> tuple[Operation, ...]:
        """What the new wording of another order's point bids; on trial, and undone."""
        outer, _, sub = point.partition(".")
        start = f"{sub}) " if sub else f"{outer}. "
        frame = [
            evolve(one, part=Part.FRAME) if one.part is Part.TEXT else one for one in paragraphs
        ]
        text = read_sentences(frame, self.language, inside=outer)
        inner = evolve(self, text=text)
        if not text.sentences or not paragraphs[0].text.startswith(start):
            raise Inexpressible("outside-register", words=point)
        mark = _Undone()
        try:
            with self.bench.all_or_nothing():
                done = [one for sentence in text.sentences for one in inner.drafted(sentence)]
                raise mark
        except _Undone:
            return tuple(done)

    def apart(self) -> dict[str, OnDate]:
        """Points that take effect at a time of their own; what is not understood is listed."""
        rules: dict[str, OnDate] = {}
        for sentence in self.text.exceptions:
            try:
                point, rule = self.exception(sentence)
            except Inexpressible as error:
                self.unexpressed.append(Unexpressed(_instruction(sentence), reason(error)))
                continue
            rules[point] = rule
        return rules

    def exception(self, sentence: Sentence) -> tuple[str, OnDate]:
        words = sentence.clause.words
        found = _APART[self.language].search(words)
        try:
            day = parse_date(found["date"]) if found else None
        except ValueError:  # no calendar has it
            day = None
        if not found or day is None or words.count(_ONCE[self.language]) != 1:
            raise Inexpressible("commencement-apart")
        return ".".join(filter(None, (found["point"], found["sub"]))), OnDate(day)


class _Undone(Exception):  # noqa: N818 - it says that a trial is over
    """Ends a trial whose outcome is not to stay."""


@frozen
class _Retired:
    """What may not come back: by earlier orders, and by this one so far."""

    reading: _Reading

    def __contains__(self, address: object) -> bool:
        return address in self.reading.gone or address in self.reading.known.retired


def _instruction(sentence: Sentence) -> Instruction:
    return Instruction(sentence.point, sentence.quote, sentence.lines)
