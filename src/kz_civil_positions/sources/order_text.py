"""From the frame of an order (title, points, signature) to its paragraphs and its facts."""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import frozen

from kz_civil_positions.calendar import AfterPublication, CommencementRule
from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.kazakh import parse_date
from kz_civil_positions.model import Abbreviation
from kz_civil_positions.orders import OrderParagraph, OrderRole
from kz_civil_positions.sources.lines import Paragraph, Part

__all__ = ["AmendedOrder", "OrderFacts", "read_facts", "read_frame"]

_ENACTING: Final = "БҰЙЫРАМЫН:"
_LIST_HEADING: Final = "Аббревиатуралардың толық жазылуы:"
_AGREED: Final = '"КЕЛІСІЛДІ"'
_POINT: Final = re.compile(r"(?P<number>\d+(?:-\d+)?)\. ")
_SUBPOINT: Final = re.compile(r"(?P<number>\d+(?:-\d+)?)\) ")
# The last line of the list also carries the mark that closes the quoted register.
_ABBREVIATION: Final = re.compile(r'(?P<short>\S+) – (?P<long>.+?)(?P<mark>[;.])(?P<close> "\.)?')

_HEADER: Final = re.compile(
    r"(?P<adopted>\d{4} жылғы \d+ \w+) № (?P<number>\S+) бұйрығы\. .*министрлігінде "
    r"(?P<registered>\d{4} жылғы \d+ \w+) № (?P<registration>\S+) болып тіркелді"
)
_AMENDED: Final = re.compile(
    r"(?P<adopted>\d{4} жылғы \d+ \w+) № (?P<number>\S+) бұйрығына \(.*тізілімінде "
    r"№ (?P<registration>\S+) болып тіркелген, (?P<source>.+?) "
    r"(?P<published>\d{4} жылғы \d+ \w+) жарияланған\)"
)
_AFTER_PUBLICATION: Final = re.compile(
    r"алғашқы ресми жарияланған күнінен кейін күнтізбелік (?P<days>\S+) күн өткен соң "
    r"қолданысқа енгізіледі"
)
_NUMERALS: Final = {"он": 10, "жиырма": 20, "отыз": 30, "алпыс": 60, "тоқсан": 90}
_MINISTER: Final = re.compile(r"Министр (?P<name>.+)")


@frozen
class AmendedOrder:
    """What an amending order says about the order it amends."""

    number: str
    adopted: datetime.date
    registration: str
    published: datetime.date


@frozen
class OrderFacts:
    """What the words of an order say about it."""

    number: str | None = None
    adopted: datetime.date | None = None
    registration: str | None = None
    registered: datetime.date | None = None
    rule: CommencementRule | None = None
    signed_by: str | None = None
    agreed_with: str | None = None
    amended: AmendedOrder | None = None


def read_frame(
    paragraphs: Iterable[Paragraph],
) -> tuple[tuple[OrderParagraph, ...], tuple[Abbreviation, ...]]:
    """Answers: which paragraphs has the order, and which abbreviations close its register?

    Args:
        paragraphs: all paragraphs of the source; those of the table are passed over.

    Returns:
        The order's own paragraphs, and the list of abbreviations.
    """
    own: list[OrderParagraph] = []
    abbreviations: list[Abbreviation] = []
    for paragraph in paragraphs:
        if paragraph.part not in (Part.FRAME, Part.QUOTATION, Part.COLUMNS):
            continue
        match = _ABBREVIATION.fullmatch(paragraph.text)
        if match and own and own[-1].role is OrderRole.LIST_HEADING:
            abbreviations.append(_abbreviation(match, paragraph))
            if match["close"]:
                own.append(OrderParagraph(OrderRole.QUOTATION, '".', paragraph.lines))
            continue
        own.append(_own(paragraph, own))
    return tuple(own), tuple(abbreviations)


def _abbreviation(match: re.Match[str], paragraph: Paragraph) -> Abbreviation:
    text = paragraph.text.removesuffix(match["close"] or "")
    return Abbreviation(match["short"], match["long"], text, paragraph.lines)


def _own(paragraph: Paragraph, before: list[OrderParagraph]) -> OrderParagraph:
    role, number = _role(paragraph, before)
    return OrderParagraph(role, paragraph.text, paragraph.lines, number)


def _role(paragraph: Paragraph, before: list[OrderParagraph]) -> tuple[OrderRole, str | None]:
    text = paragraph.text
    agreed = text == _AGREED or any(one.role is OrderRole.AGREEMENT for one in before)
    certain = (
        (paragraph.part is Part.QUOTATION, OrderRole.QUOTATION),
        (paragraph.part is Part.COLUMNS, OrderRole.COLUMNS),
        (agreed, OrderRole.AGREEMENT),
        (text == _ENACTING, OrderRole.ENACTING),
        (text == _LIST_HEADING, OrderRole.LIST_HEADING),
        (_MINISTER.fullmatch(text) is not None, OrderRole.SIGNATURE),
    )
    for is_so, role in certain:
        if is_so:
            return role, None
    return _numbered(text, before) or (_unnumbered(before), None)


def _numbered(text: str, before: list[OrderParagraph]) -> tuple[OrderRole, str] | None:
    if match := _POINT.match(text):
        return OrderRole.POINT, match["number"]
    if match := _SUBPOINT.match(text):
        points = (one.number for one in reversed(before) if one.role is OrderRole.POINT)
        return OrderRole.SUBPOINT, f"{next(points, '')}.{match['number']}".removeprefix(".")
    return None


def _unnumbered(before: list[OrderParagraph]) -> OrderRole:
    """An order opens with its title and its header; later on, a clause belongs to a point."""
    opening = (OrderRole.TITLE, OrderRole.HEADER)
    return opening[len(before)] if len(before) < len(opening) else OrderRole.CLAUSE


def read_facts(paragraphs: Iterable[OrderParagraph]) -> OrderFacts:
    """Answers: what do these words say of the order's dates, numbers, rule and signature?

    Example:
        >>> clause = OrderParagraph(OrderRole.POINT, "4. Осы бұйрық алғашқы ресми жарияланған "
        ...     "күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.")
        >>> read_facts([clause]).rule
        AfterPublication(days=10, working=False, shift=False)
    """
    own = tuple(paragraphs)
    found: dict[str, Any] = {"agreed_with": _agreed_with(own)}
    for paragraph in own:
        try:
            for facts in _facts(paragraph):
                found |= facts
        except ValueError as impossible:  # a day that no calendar has
            problem = Problem(str(paragraph.lines or ""), "", "not-a-date", _value(impossible))
            raise DataError([problem]) from None
    return OrderFacts(**found)


def _value(impossible: ValueError) -> tuple[tuple[str, object], ...]:
    return (("value", str(impossible)),)


def _agreed_with(paragraphs: tuple[OrderParagraph, ...]) -> str | None:
    """The body named below the word "agreed", which is printed over several lines."""
    agreement = [one.text for one in paragraphs if one.role is OrderRole.AGREEMENT]
    return " ".join(agreement[1:]) or None


def _facts(paragraph: OrderParagraph) -> Iterator[dict[str, object]]:
    text = paragraph.text
    if match := _HEADER.search(text):
        yield {
            "number": match["number"],
            "adopted": parse_date(match["adopted"]),
            "registration": match["registration"],
            "registered": parse_date(match["registered"]),
        }
    if match := _AMENDED.search(text):
        adopted, published = parse_date(match["adopted"]), parse_date(match["published"])
        if adopted and published:
            amended = AmendedOrder(match["number"], adopted, match["registration"], published)
            yield {"amended": amended}
    if (match := _AFTER_PUBLICATION.search(text)) and match["days"] in _NUMERALS:
        yield {"rule": AfterPublication(_NUMERALS[match["days"]])}
    if paragraph.role is OrderRole.SIGNATURE and (match := _MINISTER.fullmatch(text)):
        yield {"signed_by": match["name"]}
