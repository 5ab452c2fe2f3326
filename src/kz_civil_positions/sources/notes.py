"""Publishers' notes on amendments: "Ескерту. …", "Сноска. …". Claims about history.

A consolidated text has such a note at each place that an order changed: the place, what was
done to it, and by which orders, each with its day, its number and, in brackets, how it was
put into effect. Notes are the publisher's words and no part of the act.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from kz_civil_positions.calendar import CommencementRule
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.errors import BadInputError, DataError, Problem
from kz_civil_positions.kazakh import parse_date
from kz_civil_positions.orders import HistoryNote, NoteAction
from kz_civil_positions.sources.clauses import read_moment
from kz_civil_positions.sources.legal_text import DATE, PLAIN_NUMBER, folded, tidy
from kz_civil_positions.sources.paragraphs import Paragraph

__all__ = ["is_note", "nameless_notes", "read_notes"]

# "Ескертпе:" and "Примечание:" with a colon are the act's own.
_NOTE: Final = re.compile(
    r"(?:Ескерту|Сноска)\. ?"
    r"|(?:ЗҚАИ|РҚАО|ҚР ЗҚАИ)(?:-?н[ыі]ң)? ескерт(?:песі|уі|пе|у) ?[!.] ?"
    r"|Примечание (?:ИЗПИ|РЦПИ) ?[!.] ?",
    re.IGNORECASE,
)
# Kazakh notes of older texts begin with the year: "2012.12.29". Where day and month could be
# either way round, publishers differ, and nothing is read.
_YEAR_FIRST: Final = r"(?<![0-9.])[0-9]{4}\.[0-9]{2}\.[0-9]{2}(?![0-9])(?: ?(?:жылғы|ж\.))?"
_ORDER: Final = re.compile(
    rf"(?P<date>{_YEAR_FIRST}|{DATE}),? (?:№|N) ?(?P<number>{PLAIN_NUMBER}) ?"
    r"(?:\((?P<brackets>[^()]{0,600}(?:\([^()]{0,100}\)[^()]{0,300}){0,3})\))?"
)
_LAST_MONTH: Final = 12


def is_note(text: str) -> bool:
    """Answers: is this paragraph a publisher's note, and no part of the act?

    Example:
        >>> is_note("Ескерту. 2-қосымша алып тасталды"), is_note("Примечание ИЗПИ!")
        (True, True)
        >>> is_note("Ескертпе: аббревиатуралар"), is_note("Примечание: сокращения")
        (False, False)
    """
    return _NOTE.match(folded(text.lstrip("*>_ "))) is not None


def read_notes(
    paragraphs: Iterable[Paragraph], *, annex: int | None = None
) -> tuple[HistoryNote, ...]:
    """Answers: which orders do these notes name, and what did each do?

    Args:
        paragraphs: the notes, and any others, which are passed over.
        annex: the number of the annex that is the register, where the text has several.

    Returns:
        One for each order that a note names; a note may name several, one after another.

    Raises:
        DataError: for a day that no calendar has, with the lines of the note.

    Example:
        >>> from kz_civil_positions.model import Span
        >>> from kz_civil_positions.sources.paragraphs import Part
        >>> note = Paragraph(Part.NOTE, "Сноска. Приложение 2 исключено приказом Министра "
        ...     "финансов РК от 02.03.2021 № 5 (вводится в действие с 01.04.2021).", Span("", 1, 1))
        >>> (found,) = read_notes([note])
        >>> found.number, str(found.adopted), str(found.action), found.rule
        ('5', '2021-03-02', 'removed', OnDate(date=datetime.date(2021, 4, 1)))
    """
    return tuple(note for one in paragraphs if is_note(one.text) for note in _notes(one, annex))


def nameless_notes(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Answers: which notes name no order that can be read, and so are left to a person?

    Raises:
        DataError: for a day that no calendar has, with the lines of the note.

    Example:
        >>> from kz_civil_positions.model import Span
        >>> from kz_civil_positions.sources.paragraphs import Part
        >>> note = Paragraph(Part.NOTE, "Ескерту. Бұйрықтың күші жойылды.", Span("", 1, 1))
        >>> len(nameless_notes([note]))
        1
    """
    notes = (one for one in paragraphs if is_note(one.text))
    return tuple(one for one in notes if not tuple(_notes(one, None)))


def _notes(paragraph: Paragraph, annex: int | None) -> Iterator[HistoryNote]:
    kept, plain = tidy(paragraph.text), folded(paragraph.text)
    named = list(_ORDER.finditer(plain))
    said = plain[: named[0].start()] if named else plain
    try:
        for order in named:
            adopted = _day(order["date"])
            if adopted is not None:
                number = kept[order.start("number") : order.end("number")]
                yield HistoryNote(
                    kept,
                    number,
                    adopted,
                    _about(said, annex),
                    _action(said),
                    _rule(order["brackets"] or "", adopted),
                )
    except ValueError as impossible:
        where, value = str(paragraph.lines), (("value", str(impossible)),)
        raise DataError([Problem(where, "", "not-a-date", value)]) from None


def _day(text: str) -> date | None:
    """The day; None where day and month may be either way round."""
    if not re.match(_YEAR_FIRST, text):
        return parse_date(text)
    year, one, other = (int(part) for part in re.findall("[0-9]+", text))
    if one <= _LAST_MONTH and other <= _LAST_MONTH and one != other:
        return None
    month, day = (one, other) if one <= _LAST_MONTH else (other, one)
    try:
        return date(year, month, day)
    except ValueError as impossible:
        raise ValueError(text) from impossible


# ------------------------------------------------------------------------- what was done

# The first that fits is meant: what is put in a new wording is also "changed".
_ACTIONS: Final = tuple(
    (action, re.compile(pattern, re.IGNORECASE))
    for action, pattern in (
        (NoteAction.REPEALED, r"күші(?:н)? жой|утратил\w? силу"),
        (NoteAction.RESTATED, r"жаңа редакцияда|редакцияда|в (?:новой )?редакции|изложен"),
        (NoteAction.REMOVED, r"алып таста|алынып таста|исключен"),
        (NoteAction.SUSPENDED, r"тоқтатыл|приостановлен"),
        (NoteAction.CHANGED, r"өзгер(?:іс|т)|изменен"),
        (NoteAction.INSERTED, r"толықтыр|дополнен"),
    )
)


def _action(said: str) -> NoteAction | None:
    return next((action for action, pattern in _ACTIONS if pattern.search(said)), None)


_EFFECT: Final = re.compile(
    r"(?P<kk>.+?) қолданысқа енгізіл(?:еді|ді)|ввод(?:ит|ят)ся в действие (?P<ru>.+)|введен\w? в "
    r"действие (?P<past>.+)",
    re.IGNORECASE,
)


def _rule(brackets: str, adopted: date) -> CommencementRule | None:
    match = _EFFECT.fullmatch(brackets.strip(" .;"))
    moment = next(filter(None, match.groups()), "") if match else ""
    return read_moment(moment, adopted)


# ------------------------------------------------------------------------- where it was

_LETTER: Final = "[АВСABCD]"
_LABEL: Final = rf"{_LETTER} ?-?[0-9]{{0,2}}"
_LEVEL: Final = "[0-9](?:-[0-9]){0,2}"
_PLACES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<link>{_LABEL}) буын\w* (?P<level>{_LEVEL}) ?-? ?(?:деңгей|саты)",
        rf"ступен\w+ (?P<level>{_LEVEL}) звена (?P<link>{_LABEL})",
        rf"звен\w+ (?P<link>{_LABEL}),? ступен\w+ (?P<level>{_LEVEL})",
        rf"(?P<link>{_LABEL}) буын",
        rf"звен(?:о|е|а) (?P<link>{_LABEL})",
        rf"(?P<block>{_LETTER}) блог",
        rf"блок\w* (?P<block>{_LETTER})(?!\w)",
    )
)
_ANNEX: Final = re.compile(
    r"(?P<kk>[0-9]+) ?- ?қосымша|приложени\w+ ?№? ?(?P<ru>[0-9]+)|қосымша|приложени", re.IGNORECASE
)


def _about(said: str, annex: int | None) -> Address | None:
    """The place, where it is one of the register that is meant, and has an address."""
    about_annex = _ANNEX.search(said)
    number = about_annex and (about_annex["kk"] or about_annex["ru"])
    if number and int(number) != annex:
        return None
    for pattern in _PLACES:
        if match := pattern.search(said):
            return _address(match.groupdict())
    whole = _NOTE.sub("", said, count=1)
    if number or _WHOLE.match(whole):
        return Address(Kind.REGISTER)
    return None


_WHOLE: Final = re.compile(r"(?:қосымша|тізілім|приложени|реестр)", re.IGNORECASE)


def _address(place: dict[str, str | None]) -> Address | None:
    kind = next(kind for kind in (Kind.LEVEL, Kind.LINK, Kind.BLOCK) if place.get(str(kind)))
    label = place.get("link") or place.get("block") or ""
    level = place.get("level")
    name = label.replace(" ", "").replace("-", "") + (f"-{level}" if level else "")
    try:
        code = Code.parse(name)
    except BadInputError:
        return None
    plain_block = kind is Kind.LINK and not code.link and code.block != "D"
    return None if plain_block else Address(kind, str(code))
