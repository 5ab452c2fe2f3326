"""The instructions of an amending order, each with its point and what it stands under."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, evolve, field, frozen

from kz_civil_positions.kazakh import find_dates
from kz_civil_positions.model import Span
from kz_civil_positions.sources.instructions.quotes import (
    ENDS_QUOTED,
    Clause,
    balance,
    mask,
    opens,
    slot,
)
from kz_civil_positions.sources.paragraphs import Paragraph, Part

__all__ = ["TABLE", "Sentence", "Text", "abbreviation_line", "order_named", "read_sentences"]

TABLE: Final = frozenset({Part.BLOCK, Part.SECTOR, Part.LINK, Part.LEVEL, Part.TEXT})
_QUOTABLE: Final = TABLE | {Part.COLUMNS}

_ENACTING: Final = re.compile(r"(?:БҰЙЫРАМЫН|ПРИКАЗЫВАЮ)\s*:?\Z")
_POINT: Final = re.compile(r"(?P<number>\d+(?:-\d+)?)\.\s+")
_SUBPOINT: Final = re.compile(r"(?P<number>\d+(?:-\d+)?)\)\s+")
_COLON: Final = re.compile(r":(?:\s+|\Z)")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_NUMBER: Final = re.compile(r"№\s?(?P<number>[\w/-]+)")
_LIST_HEADING: Final = re.compile(r"(?:аббревиатура|расшифровк|сокращени)[^.;]*:\Z", re.IGNORECASE)
_ABBREVIATION: Final = re.compile(r"(?P<short>\S+) [–—−-] (?P<long>.+?)[;.]?")

_FRAME: Final = {
    "kaz": re.compile(r"(?:өзгеріс|толықтыру)\w*(?: (?:мен|және) \w+)? енгізілсін\Z"),
    "rus": re.compile(r"внести .*следующ\w+ (?:изменени|дополнени)\w+(?: и \w+)?\Z", re.IGNORECASE),
}
# What an instruction cannot do without. All else outside of a frame (registration, control,
# commencement) is none; inside a frame every sentence is one, known or not.
_OPERATIVE: Final = {
    "kaz": re.compile(
        r"(?:жазылсын|баяндалсын|толықтырылсын|ауыстырылсын|тасталсын|өзгертілсін|көшірілсін"
        r"|тоқтатыла тұрсын|тоқтатылсын|күші жойылды деп танылсын|күші жойылсын"
        r"|деп (?:есептелсін|саналсын)|(?:өзгеріс|толықтыру)\w*(?: (?:мен|және) \w+)? енгізілсін"
        r"|тізілім\w* бекітілсін)\b"
    ),
    "rus": re.compile(
        r"(?:изложить|дополнить|заменить|исключить|приостановить|переместить|перенести"
        r"|признать утративш\w+ силу|считать|внести .*(?:изменени|дополнени)\w+"
        r"|внесен\w* (?:изменени|дополнени)\w+|утвердить .*реестр)\b",
        re.IGNORECASE,
    ),
}
# A text with more quotations that never end is no order, and its end is not looked for again.
_MOST_UNCLOSED: Final = 20
# A part of the order takes effect at a time of its own.
_EXCEPT: Final = {
    "kaz": re.compile(r"қолданысқа енгізіл.*қоспағанда|қоспағанда.*қолданысқа енгізіл"),
    "rus": re.compile(r"за исключением .*ввод\w+ в действие|ввод\w+ в действие.*за исключением"),
}


@frozen
class Sentence:
    """One instruction of an order.

    Attributes:
        point: the point it stands in.
        quote: its words, with those that it directly goes on from.
        lines: where they stand.
        scope: the clauses it stands under, which say where, the outermost first.
        clause: what it bids.
        payload: what it quotes in paragraphs of their own, without the outer marks.
        closed: whether that quotation ends.
        about: the order that its frame says is amended.
        framed: whether it stands in a list of changes.
    """

    point: str
    quote: str
    lines: Span
    scope: tuple[Clause, ...]
    clause: Clause
    payload: tuple[Paragraph, ...] = ()
    closed: bool = True
    about: str | None = None
    framed: bool = False


@frozen
class Text:
    """An order's own words, as far as they amend.

    Attributes:
        sentences: its instructions.
        exceptions: clauses by which a part of it takes effect at another time.
        table: rows that stand in no quotation: an annex.
    """

    sentences: tuple[Sentence, ...]
    exceptions: tuple[Sentence, ...]
    table: tuple[Paragraph, ...]


def read_sentences(stream: Sequence[Paragraph], language: str, inside: str = "") -> Text:
    """Answers: which instructions does this order give?

    Args:
        stream: its paragraphs, in reading order.
        language: ``"kaz"`` or ``"rus"``.
        inside: the number of a point of a list of changes, where only its new wording is read.

    Returns:
        The instructions, what is said of commencement apart, and the annex.

    Example:
        >>> from kz_civil_positions.sources.paragraphs import Paragraph, Part
        >>> points = ["1. Күшін жою: С1 буыны алып тасталсын.", "2. Бақылау өзіме жүктелсін."]
        >>> stream = [Paragraph(Part.FRAME, one, Span("x", 1, 1)) for one in points]
        >>> [one.point for one in read_sentences(stream, "kaz").sentences]
        ['1']
    """
    reader = _Reader(tuple(stream), language, point=inside, framed=bool(inside))
    reader.read(0 if inside else _start(stream))
    return Text(tuple(reader.found), tuple(reader.exceptions), tuple(reader.table))


def abbreviation_line(text: str) -> re.Match[str] | None:
    """Answers: is this a line of a list of abbreviations, and what does it say?"""
    return _ABBREVIATION.fullmatch(text)


def order_named(words: str) -> str | None:
    """Answers: which one order do these words name by date and number?

    Example:
        >>> order_named("төрағаның 2020 жылғы 4 мамырдағы № 310 бұйрығына (№ 7 тіркелген)")
        '2020-310'
    """
    plain = _BRACKETS.sub(" ", words)
    try:
        days = set(find_dates(plain.partition("№")[0]))
    except ValueError:  # a day that no calendar has
        return None
    numbers = {found["number"] for found in _NUMBER.finditer(plain)}
    if len(days) != 1 or len(numbers) != 1:
        return None
    return f"{days.pop().year}-{numbers.pop()}"


def _start(stream: Sequence[Paragraph]) -> int:
    """The first paragraph after "I order", or else the first point."""
    frame = [(at, one.text) for at, one in enumerate(stream) if one.part is Part.FRAME]
    after = (at + 1 for at, text in frame if _ENACTING.search(text))
    points = (at for at, text in frame if _POINT.match(text))
    return next(after, next(points, 0))


@define
class _Reader:
    """The state of one reading, paragraph after paragraph."""

    stream: tuple[Paragraph, ...]
    language: str
    point: str = ""
    framed: bool = False
    sub: str = ""
    about: str | None = None
    outer: list[Clause] = field(factory=list)
    inner: list[Clause] = field(factory=list)
    run: list[Paragraph] = field(factory=list)
    found: list[Sentence] = field(factory=list)
    exceptions: list[Sentence] = field(factory=list)
    table: list[Paragraph] = field(factory=list)
    at: int = 0
    unclosed: int = 0

    def read(self, start: int) -> None:
        self.at = start
        while self.at < len(self.stream):
            paragraph = self.stream[self.at]
            self.at += 1
            if paragraph.part is Part.FRAME:
                self.take(paragraph)
            elif paragraph.part in TABLE:
                self.table.append(paragraph)

    def take(self, paragraph: Paragraph) -> None:
        """One paragraph: frames and places may open it; an instruction ends it."""
        start = self.number(paragraph.text)
        clause = mask(paragraph.text[start:])
        parts = _COLON.split(clause.words)
        for number, part in enumerate(parts):
            colon = number < len(parts) - 1
            if not part and not colon:
                break
            if colon and _FRAME[self.language].search(part):
                self.framed, self.about = True, order_named(part)
            elif self.bids(part, colon=colon):
                words = ": ".join(parts[number:]).rstrip()
                self.instruct(paragraph, evolve(clause, words=words), start)
                return
            elif colon:
                self.scope.append(Clause(part, clause.quotes))
            else:
                self.other(paragraph, clause)
                return
        self.run.append(paragraph)

    @property
    def scope(self) -> list[Clause]:
        return self.inner if self.sub else self.outer

    def number(self, text: str) -> int:
        """Notes the number that opens a paragraph, and tells where its words begin."""
        if found := _POINT.match(text):
            self.point, self.sub, self.about, self.framed = found["number"], "", None, False
            self.outer, self.inner, self.run = [], [], []
        elif found := _SUBPOINT.match(text):
            self.sub, self.inner, self.run = found["number"], [], []
        return found.end() if found else 0

    def bids(self, part: str, *, colon: bool) -> bool:
        if _OPERATIVE[self.language].search(part):
            return True
        return self.framed and not colon and part.endswith((";", "."))

    def other(self, paragraph: Paragraph, clause: Clause) -> None:
        """What is no instruction is passed over, but for its saying when another takes effect."""
        self.run = []
        if _EXCEPT[self.language].search(clause.words):
            self.exceptions.append(self.sentence([paragraph], clause))

    def sentence(self, around: Sequence[Paragraph], clause: Clause) -> Sentence:
        return Sentence(
            point=f"{self.point}.{self.sub}".strip("."),
            quote=" ".join(one.text for one in around),
            lines=around[0].lines.through(around[-1].lines),
            scope=(*self.outer, *self.inner),
            clause=clause,
            about=self.about,
            framed=self.framed,
        )

    def instruct(self, paragraph: Paragraph, clause: Clause, start: int) -> None:
        around, self.run = [*self.run, paragraph], []
        sentence = self.sentence(around, clause)
        if not clause.words.endswith(":"):
            self.found.append(sentence)
            return
        begun = None
        if clause.unclosed is not None:
            begun = _cut(paragraph, start + clause.unclosed, len(paragraph.text))
        payload, closed = self.quoted(begun)
        words = f"{clause.words} {slot('P')}" if payload else clause.words
        clause = evolve(clause, words=words)
        self.found.append(evolve(sentence, clause=clause, payload=payload, closed=closed))

    def quoted(self, begun: Paragraph | None) -> tuple[tuple[Paragraph, ...], bool]:
        """The quotation that begins here, without its marks, and whether it ends."""
        taken = [] if begun is None else [begun]
        if begun is None and not self.quotation_follows():
            return tuple(self.unmarked()), True
        depth = balance(begun.text, 0) if begun else 0
        stop = len(self.stream) if self.unclosed < _MOST_UNCLOSED else self.at
        for at in range(self.at, stop):
            paragraph = self.stream[at]
            taken.append(paragraph)
            depth = balance(paragraph.text, depth)
            ends = ENDS_QUOTED.search(paragraph.text) is not None
            if ends and depth <= 0 and (len(taken) > 1 or _is_whole(paragraph.text)):
                self.at = at + 1
                return tuple(_unmarked(taken)), True
            depth = max(depth, 1)  # two quotations may begin with one mark
        self.unclosed += 1
        return self.broken_off(), False

    def quotation_follows(self) -> bool:
        following = self.stream[self.at : self.at + 1]
        return any(one.part is Part.QUOTATION or opens(one.text) for one in following)

    def unmarked(self) -> Iterator[Paragraph]:
        """Rows that follow without a mark of quotation, and the list that closes a register."""
        listing = False
        while self.at < len(self.stream):
            paragraph = self.stream[self.at]
            listing = listing or bool(_LIST_HEADING.match(paragraph.text))
            line = listing and (paragraph.text.endswith(":") or abbreviation_line(paragraph.text))
            if paragraph.part not in _QUOTABLE and not line:
                return
            self.at += 1
            yield paragraph

    def broken_off(self) -> tuple[Paragraph, ...]:
        """A quotation that never ends goes up to the next number."""
        start = self.at
        while self.at < len(self.stream):
            paragraph = self.stream[self.at]
            numbered = _POINT.match(paragraph.text) or _SUBPOINT.match(paragraph.text)
            if paragraph.part is Part.FRAME and numbered:
                break
            self.at += 1
        return self.stream[start : self.at]


def _is_whole(text: str) -> bool:
    """Whether a paragraph is a quotation from its first letter to its last."""
    return text.strip(' "“”„«».;') != "" and ENDS_QUOTED.search(text) is not None


def _unmarked(taken: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs of a quotation without the marks around it."""
    last = len(taken) - 1
    shared = last > 0 and taken[0].text[:1] != "" and _shares_mark(taken[0].text)
    for number, paragraph in enumerate(taken):
        text = paragraph.text
        start = 1 if number == 0 and not shared else 0
        end = ENDS_QUOTED.search(text) if number == last else None
        stop = max(end.start(), start) if end else len(text)
        start += len(text[start:stop]) - len(text[start:stop].lstrip())
        if text[start:stop]:
            yield _cut(paragraph, start, stop)


def _shares_mark(text: str) -> bool:
    """Whether the mark that opens the quotation also opens a name within it."""
    return len(text) > 1 and balance(text, 0) == 0


def _cut(paragraph: Paragraph, start: int, stop: int) -> Paragraph:
    starts = tuple(begin - start for begin in paragraph.starts)
    return evolve(paragraph, text=paragraph.text[start:stop], starts=starts)
