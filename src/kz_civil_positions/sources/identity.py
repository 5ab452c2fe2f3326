"""Which order a text is: issuer, form, day, numbers, by its header or by its annexes."""

import datetime
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import groupby
from typing import Any, Final

from kz_civil_positions.orders import OrderParagraph, OrderRole
from kz_civil_positions.sources.citations import Case, Citation, find_citations
from kz_civil_positions.sources.deeds import repealed_by
from kz_civil_positions.sources.findings import Fact, Finding, found, joined, settled
from kz_civil_positions.sources.legal_text import folded
from kz_civil_positions.sources.registering import publications, registration, states_registration
from kz_civil_positions.sources.shapes import MOST_LINES

__all__ = ["identity"]

_Names = AbstractSet[tuple[str, datetime.date]]
_REGISTERING: Final = re.compile(r"зарегистрирован|әділет|тірке", re.IGNORECASE)
_JOINT: Final = re.compile(r"бірлескен|совместн", re.IGNORECASE)
_BARE: Final = re.compile(r"(?:бұйрық|приказ|от|,|[.])*", re.IGNORECASE)
# A part of a broken sentence may name them by halves.
_OF_SENTENCE: Final = frozenset({"issuer", "form", "repealed_by"})
# Publishers put these in lines of their own, and what follows is of something else.
_OF_LINE: Final = frozenset({"publications"})


def identity(own: Sequence[OrderParagraph], others: _Names) -> dict[str, Any]:
    """Answers: who issued the order, in which form, when, and under which numbers?

    Args:
        own: the order's paragraphs.
        others: numbers and days of the orders it changes or repeals: their annexes may stand
            in it, restated, under their own headings.

    Returns:
        What the header says, or where there is none, the headings of the annexes; under the
        names of `OrderFacts`.

    Raises:
        DataError: for a day that no calendar has, and for facts that contradict each other.

    Example:
        >>> annex = OrderParagraph(OrderRole.ANNEX, "Приложение 1 к приказу Министра финансов "
        ...     "от 2 марта 2015 года № 5")
        >>> identity([annex], frozenset())["issuer"]
        'Министр финансов'
    """
    findings: list[Finding] = []
    for run in _runs(own, OrderRole.HEADER):
        findings += [one for one in _by_line(run) if one.name not in _OF_SENTENCE]
        findings += [one for one in found(_header, run) if one.name not in _OF_LINE]
    known = settled(findings)
    for run in _runs(own, OrderRole.ANNEX):
        findings += found(partial(_annex, known=known, others=others), run)
        known = settled(findings)
    return known


def _by_line(run: Sequence[OrderParagraph]) -> Iterator[Finding]:
    """What each line of the header states alone, but for one that ends a broken sentence."""
    for at, one in enumerate(run):
        above = joined(run[max(at - MOST_LINES, 0) : at])
        if states_registration(above) or not _REGISTERING.search(above):
            yield from found(_header, (one,))


def _runs(own: Sequence[OrderParagraph], role: OrderRole) -> Iterator[tuple[OrderParagraph, ...]]:
    for role_of_run, run in groupby(own, lambda one: one.role):
        if role_of_run is role:
            yield tuple(run)


def _header(run: Sequence[OrderParagraph]) -> Iterator[Fact]:
    text = joined(run)
    if named := _own_name(text):
        yield "number", named.number
        yield "adopted", named.adopted
        if form := _form(text):
            yield "form", form
        if named.issuer and not _JOINT.search(text):  # a joint order has several
            yield "issuer", named.issuer
    if registered := registration(text):
        yield "registration", registered[0]
        if registered[1]:
            yield "registered", registered[1]
    if published := publications(text):
        yield "publications", published
    if by := repealed_by(text):
        yield "repealed_by", by


def _own_name(text: str) -> Citation | None:
    """The order's own name: the first in the header, in the nominative."""
    cited = find_citations(text)
    if _JOINT.search(text) and cited:
        return cited[0]
    formed = next(filter(_is_formed, cited), None)
    return formed or next((one for one in cited if not one.form and _is_bare(one)), None)


def _form(text: str) -> str | None:
    return next((one.form for one in find_citations(text) if _is_formed(one)), None)


def _is_formed(citation: Citation) -> bool:
    return citation.form is not None and citation.case is Case.NAMED


def _is_bare(citation: Citation) -> bool:
    """A line of day and number alone, or below the word "order"."""
    return _BARE.fullmatch(folded(citation.before).replace(" ", "")) is not None


def _annex(
    run: Sequence[OrderParagraph],
    known: dict[str, Any],
    others: _Names,
) -> Iterator[Fact]:
    """An annex names the order it belongs to, or another whose annex it restates."""
    number, adopted = known.get("number"), known.get("adopted")
    for named in find_citations(joined(run)):
        if named.case not in (Case.TO, Case.BY) or (named.number, named.adopted) in others:
            continue
        own = number is None or (number == named.number) != (adopted == named.adopted)
        if own:
            yield "number", named.number
            yield "adopted", named.adopted
        if number is None:
            if named.form:
                yield "form", named.form
            if named.issuer:
                yield "issuer", named.issuer
            return
