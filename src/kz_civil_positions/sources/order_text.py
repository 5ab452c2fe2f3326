"""From the frame of an order (title, points, signature) to its paragraphs and its facts."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import Final

from attrs import frozen

from kz_civil_positions.calendar import CommencementRule, Publication
from kz_civil_positions.model import Abbreviation
from kz_civil_positions.orders import OrderParagraph, OrderRole
from kz_civil_positions.sources.citations import find_citations
from kz_civil_positions.sources.clauses import PointRule, read_clause, speaks_of_commencement
from kz_civil_positions.sources.deeds import AmendedOrder, amended, amended_by_title, repealed
from kz_civil_positions.sources.findings import Fact, Finding, found, settled
from kz_civil_positions.sources.identity import identity
from kz_civil_positions.sources.language import TextLanguage, likely_language
from kz_civil_positions.sources.paragraphs import Paragraph, Part
from kz_civil_positions.sources.roles import roles_of
from kz_civil_positions.sources.signing import agreed_with, signed_by
from kz_civil_positions.sources.vocabulary import is_list_heading

__all__ = ["AmendedOrder", "OrderFacts", "PointRule", "read_facts", "read_frame"]

# The last line of the list also carries the mark that closes the quoted register.
_ABBREVIATION: Final = re.compile(
    r'(?P<short>\S+) [–—−-] (?P<long>.+?)(?P<mark>[;.])(?P<close> ?["»”] ?[.;]?)?'
)


@frozen(kw_only=True)
class OrderFacts:
    """What the words of an order say about it; what they do not say is None or empty.

    Attributes:
        issuer: who issued it, in the nominative, in the language of the text.
        title: its title.
        form: what it calls itself: ``"бұйрық"``, ``"приказ"``.
        language: of the text.
        number: its number.
        adopted: the day it was adopted.
        registration: the number of its state registration.
        registered: the day of it.
        publications: official publications, where a publisher's line names them.
        rule: how the act is put into effect.
        point_rules: how single points are, where that differs.
        unread: paragraphs on commencement that no rule expresses, left to a person.
        signed_by: who signed it.
        agreed_with: which bodies agreed.
        amends: the orders it changes.
        repeals: the orders it repeals.
        repealed_by: the order that repealed it, where a publisher's line says so.
    """

    issuer: str | None = None
    title: str | None = None
    form: str | None = None
    language: TextLanguage | None = None
    number: str | None = None
    adopted: datetime.date | None = None
    registration: str | None = None
    registered: datetime.date | None = None
    publications: tuple[Publication, ...] = ()
    rule: CommencementRule | None = None
    point_rules: tuple[PointRule, ...] = ()
    unread: tuple[OrderParagraph, ...] = ()
    signed_by: str | None = None
    agreed_with: str | None = None
    amends: tuple[AmendedOrder, ...] = ()
    repeals: tuple[AmendedOrder, ...] = ()
    repealed_by: AmendedOrder | None = None

    @property
    def amended(self) -> AmendedOrder | None:
        """The first order it changes."""
        return self.amends[0] if self.amends else None


# -------------------------------------------------------------------------- paragraphs


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
                mark = match["close"].strip()
                own.append(OrderParagraph(OrderRole.QUOTATION, mark, paragraph.lines))
            continue
        own.append(OrderParagraph(_role_alone(paragraph), paragraph.text, paragraph.lines))
    return tuple(_with_roles(own)), tuple(abbreviations)


def _abbreviation(match: re.Match[str], paragraph: Paragraph) -> Abbreviation:
    text = paragraph.text.removesuffix(match["close"] or "")
    return Abbreviation(match["short"], match["long"], text, paragraph.lines)


def _role_alone(paragraph: Paragraph) -> OrderRole:
    """What a paragraph is that shows it by itself; the rest are clauses for the time being."""
    if paragraph.part is Part.QUOTATION:
        return OrderRole.QUOTATION
    if paragraph.part is Part.COLUMNS:
        return OrderRole.COLUMNS
    heads = is_list_heading(paragraph.text)
    return OrderRole.LIST_HEADING if heads else OrderRole.CLAUSE


def _with_roles(own: Sequence[OrderParagraph]) -> Iterator[OrderParagraph]:
    roles = iter(roles_of([one.text for one in own if one.role is OrderRole.CLAUSE]))
    for one in own:
        role, number = next(roles) if one.role is OrderRole.CLAUSE else (one.role, None)
        yield OrderParagraph(role, one.text, one.lines, number)


# -------------------------------------------------------------------------------- facts


def read_facts(paragraphs: Iterable[OrderParagraph]) -> OrderFacts:
    """Answers: what do these words say of the order?

    Args:
        paragraphs: the order's own, as `read_frame` gives them.

    Raises:
        DataError: for a day that no calendar has, and for facts that contradict each other.

    Example:
        >>> clause = OrderParagraph(OrderRole.POINT, "4. Осы бұйрық алғашқы ресми жарияланған "
        ...     "күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.")
        >>> read_facts([clause]).rule
        AfterPublication(days=10, working=False, shift=False)
    """
    own = tuple(paragraphs)
    for one in own:
        found(_days, (one,))
    title = " ".join(one.text for one in own if one.role is OrderRole.TITLE) or None
    amends = _amends(own, title)
    repeals = repealed(own)
    facts = identity(own, {(one.number, one.adopted) for one in (*amends, *repeals)})
    clauses = _clauses(own, facts.get("adopted"))
    return OrderFacts(
        **facts,
        **settled(finding for finding in clauses if finding.name == "rule"),
        title=title,
        language=likely_language("\n".join(one.text for one in own)),
        point_rules=tuple(one.value for one in clauses if isinstance(one.value, PointRule)),
        unread=tuple(one.by[0] for one in clauses if one.name == "unread"),
        signed_by=signed_by(own),
        agreed_with=agreed_with(own),
        amends=amends,
        repeals=repeals,
    )


def _days(paragraphs: Sequence[OrderParagraph]) -> Iterator[Fact]:
    """Nothing but the proof that the days by which orders are named are days."""
    for citation in find_citations(paragraphs[0].text):
        for published in citation.publications:
            yield "published", published.date


def _amends(own: Sequence[OrderParagraph], title: str | None) -> tuple[AmendedOrder, ...]:
    """By the points, or by the title where no point names an order; the two must agree."""
    by_title, by_points = amended_by_title(title or ""), amended(own)
    if len(by_title) == len(by_points) == 1:
        one, other = by_title[0], by_points[0]
        if (one.number == other.number) != (one.adopted == other.adopted):
            settled(
                Finding("amends", (named.number, named.adopted), _naming(own, named))
                for named in (one, other)
            )
    return by_points or by_title


def _naming(own: Sequence[OrderParagraph], order: AmendedOrder) -> Sequence[OrderParagraph]:
    """The first paragraph that names this order."""
    names = (order.number, order.adopted)
    return [
        one
        for one in own
        if names in ((cited.number, cited.adopted) for cited in find_citations(one.text))
    ][:1]


# ------------------------------------------------------------------------- commencement


def _clauses(own: Sequence[OrderParagraph], adopted: datetime.date | None) -> list[Finding]:
    """What the points before the annexes say of commencement.

    An unnumbered clause counts only where no point speaks of it: it may be quoted.
    """
    body = takewhile(lambda one: one.role is not OrderRole.ANNEX, own)
    speaking = [one for one in body if speaks_of_commencement(one.text)]
    points = [one for one in speaking if one.role in (OrderRole.POINT, OrderRole.SUBPOINT)]
    clauses = [one for one in speaking if one.role is OrderRole.CLAUSE]
    return [
        finding
        for one in points or clauses
        for finding in found(partial(_clause, adopted=adopted), (one,))
    ]


def _clause(paragraphs: Sequence[OrderParagraph], adopted: datetime.date | None) -> Iterator[Fact]:
    text = paragraphs[0].text
    clause = read_clause(text, adopted)
    if not clause.understood:
        yield "unread", text
    if clause.rule:
        yield "rule", clause.rule
    for point in clause.points:
        yield "point_rules", point
