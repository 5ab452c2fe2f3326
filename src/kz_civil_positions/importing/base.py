"""The order that an amending order amends: known by that order's words alone."""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from kz_civil_positions.calendar import ActDates, UnknownRule
from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.importing.known import of_order
from kz_civil_positions.importing.reading import Read, place_of
from kz_civil_positions.model import Span
from kz_civil_positions.orders import FactSource, Order
from kz_civil_positions.sources.deeds import AmendedOrder
from kz_civil_positions.sources.issuers import issuer_named

__all__ = ["base_told", "told_of", "with_told"]

# What an amending order says of the order it amends, under the names of its fields.
_TOLD: Final = ("issuer", "title", "dates.adopted", "number", "registration", "dates.publications")


def base_told(read: Read, order: str, amended: AmendedOrder) -> Order:
    """Answers: what is known of the amended order from this text alone?

    Args:
        read: the amending order's text.
        order: the amending order's id.
        amended: what it says of the other.

    Returns:
        The order whose text is not held, each fact with the lines that attest it.

    Raises:
        DataError: when the text names neither its title nor its issuer.
    """
    lines = _lines_naming(read, amended)
    if amended.title is None or amended.issuer is None:
        where = place_of(read.name, read.document, lines.first)
        facts = (("base", amended.id),)
        raise DataError([Problem(where, "amends", "importing.base-not-named", facts)])
    found = Order(
        id=amended.id,
        number=amended.number,
        issuer=issuer_named(amended.issuer, read.language).name,
        title=amended.title,
        dates=ActDates(amended.adopted, publications=amended.publications),
        rule=UnknownRule(),
        registration=amended.registration,
        language=read.language,
    )
    return evolve(found, facts_from=tuple(_attested(found, _TOLD, order, lines)))


def with_told(base: Order, read: Read, order: str, amended: AmendedOrder) -> Order:
    """Answers: what is known of the amended order now, when this text speaks of it too?

    Returns:
        The same order, where the text says nothing new, and nothing at other lines.
    """
    lines = _lines_naming(read, amended)
    found = base
    if base.registration is None and amended.registration is not None:
        found = evolve(found, registration=amended.registration)
    if not base.dates.publications and amended.publications:
        found = evolve(found, dates=evolve(base.dates, publications=amended.publications))
    new = sorted(of_order(found).keys() - of_order(base).keys())
    before = (_cited_anew(source, order, lines) for source in base.facts_from)
    return evolve(found, facts_from=(*before, *_attested(found, new, order, lines)))


def _cited_anew(source: FactSource, order: str, lines: Span) -> FactSource:
    """What an earlier copy of this very text attested stands at other lines in this one."""
    if source.order != order or lines.first <= source.first <= source.last <= lines.last:
        return source
    return evolve(source, first=lines.first, last=lines.last)


def told_of(amended: AmendedOrder) -> dict[str, object]:
    """Answers: what does an amending order state of the other's registration and publication?

    It names the other by number and day, so these cannot differ; how it cites title and
    issuer is its own matter.
    """
    found = {
        "registration": amended.registration,
        "dates.publications": amended.publications,
    }
    return {name: value for name, value in found.items() if value not in (None, ())}


def _attested(
    order: Order, names: Iterable[str], witness: str, lines: Span
) -> Iterator[FactSource]:
    there = of_order(order)
    for name in names:
        if name in there:
            yield FactSource(name, witness, lines.first, lines.last)


def _lines_naming(read: Read, amended: AmendedOrder) -> Span:
    """The paragraph that says most of the amended order: the one that gives its registration."""
    named = [
        one for one in read.draft.paragraphs if one.lines and f"№ {amended.number}" in one.text
    ]
    full = [one for one in named if amended.registration and amended.registration in one.text]
    lines = [one.lines for one in (*full, *named) if one.lines]
    return lines[0]
