"""Which orders an order amends or repeals, as its own words name them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from attrs import evolve, frozen

from kz_civil_positions.calendar import Publication
from kz_civil_positions.orders import OrderParagraph, OrderRole
from kz_civil_positions.sources.citations import Case, Citation, find_citations
from kz_civil_positions.sources.legal_text import folded

__all__ = ["AmendedOrder", "amended", "amended_by_title", "repealed", "repealed_by"]

_BODY: Final = frozenset({OrderRole.POINT, OrderRole.SUBPOINT, OrderRole.CLAUSE})
_TO_AMEND: Final = re.compile(r"енгізіл(?:сін|у)|изменени|дополнени", re.IGNORECASE)
# "… бұйрығына өзгерістер енгізу туралы" is the end of a title, and no instruction.
_OF_TITLE: Final = re.compile(
    r" ?(?:кейбір )?(?:(?:өзгеріс|толықтыру)\w*(?: мен | және |, )?){1,2} ?енгізу", re.IGNORECASE
)
_ACCORDING: Final = re.compile(r" ?(?:[0-9]+-)?(?:қосымша\w* )?сәйкес", re.IGNORECASE)
_IN_ORDER: Final = re.compile(r"(?:^|.*\W)(?:в|во) (?:следующие |некоторые )?", re.IGNORECASE)
_REPEALING: Final = re.compile(r"күші жойылды деп танылсын|утратившим\w? силу", re.IGNORECASE)
_REPEALED: Final = re.compile(r"күші жой|утратив\w* силу", re.IGNORECASE)
_REPEALED_BY: Final = re.compile(r"күші жойылды|утратил\w? силу", re.IGNORECASE)


@frozen
class AmendedOrder:
    """What an order says about another that it amends or repeals.

    Attributes:
        number: its number.
        adopted: the day it was adopted.
        registration: the number of its registration, where the text gives it.
        published: the first day of publication that the text gives.
        issuer: who issued it, in the language of the text.
        title: its title, where the text quotes it.
        publications: where it was published, and when, as far as the text says.
    """

    number: str
    adopted: date
    registration: str | None = None
    published: date | None = None
    issuer: str | None = None
    title: str | None = None
    publications: tuple[Publication, ...] = ()

    @property
    def id(self) -> str:
        """The id that its folder has, or would have."""
        return f"{self.adopted.year}-{self.number}"


def _as_order(citation: Citation) -> AmendedOrder:
    published = citation.publications
    return AmendedOrder(
        citation.number,
        citation.adopted,
        citation.registration,
        min((one.date for one in published), default=None),
        citation.issuer,
        citation.title,
        published,
    )


def _merged(named: Iterable[AmendedOrder]) -> tuple[AmendedOrder, ...]:
    """Each order once, with all that is said of it."""
    found: dict[tuple[str, date], AmendedOrder] = {}
    for one in named:
        known = found.setdefault((one.number, one.adopted), one)
        said = {
            name: getattr(known, name) or getattr(one, name)
            for name in ("registration", "published", "issuer", "title", "publications")
        }
        found[one.number, one.adopted] = evolve(known, **said)
    return tuple(found.values())


def amended(paragraphs: Iterable[OrderParagraph]) -> tuple[AmendedOrder, ...]:
    """Answers: which orders do these points change?

    Raises:
        ValueError: for a day that no calendar has.

    Example:
        >>> point = OrderParagraph(OrderRole.POINT, "1. Внести в приказ Министра финансов от "
        ...     "2 марта 2015 года № 5 следующие изменения:")
        >>> amended([point])[0].id
        '2015-5'
    """
    texts = [one.text for one in paragraphs if one.role in _BODY]
    return _merged(_as_order(one) for text in texts for one in _amended_in(text))


def _amended_in(text: str) -> Iterator[Citation]:
    if not (_TO_AMEND.search(text) or text.rstrip().endswith(":")):
        return
    for citation in find_citations(text):
        # In Russian a title follows the order that bears it, so the first is the one meant.
        if _is_russian(citation):
            if _is_changed_in_russian(citation):
                yield citation
            return
        after = folded(citation.after)
        aside = _OF_TITLE.match(after) or _ACCORDING.match(after)
        if citation.form and citation.case is Case.TO and not aside:
            yield citation


_RUSSIAN_FORMS: Final = frozenset({"приказ", "постановление", "распоряжение", "решение"})


def _is_russian(citation: Citation) -> bool:
    return citation.form in _RUSSIAN_FORMS


def _is_changed_in_russian(citation: Citation) -> bool:
    stands = citation.case in (Case.NAMED, Case.IN)
    return stands and _IN_ORDER.fullmatch(folded(citation.before) + " ") is not None


def amended_by_title(title: str) -> tuple[AmendedOrder, ...]:
    """Answers: which orders does this title say that the order changes?

    Raises:
        ValueError: for a day that no calendar has.

    Example:
        >>> amended_by_title("О внесении изменений в приказ Министра финансов от 2 марта "
        ...     "2015 года № 5")[0].id
        '2015-5'
    """
    found = find_citations(title)
    if found and _is_russian(found[0]):
        changed = _is_changed_in_russian(found[0]) and _TO_AMEND.search(title)
        return (_as_order(found[0]),) if changed else ()
    last = found[-1:]
    return tuple(_as_order(one) for one in last if _OF_TITLE.match(folded(one.after)))


def repealed(paragraphs: Iterable[OrderParagraph]) -> tuple[AmendedOrder, ...]:
    """Answers: which orders do these points, or the list in an annex, repeal?

    Raises:
        ValueError: for a day that no calendar has.

    Example:
        >>> point = OrderParagraph(OrderRole.POINT, "2. Қазақстан Республикасы Қаржы министрінің "
        ...     "2015 жылғы 2 наурыздағы № 5 бұйрығының күші жойылды деп танылсын.")
        >>> repealed([point])[0].id
        '2015-5'
    """
    return _merged(_as_order(one) for one in _repealed(paragraphs))


def _repealed(paragraphs: Iterable[OrderParagraph]) -> Iterator[Citation]:
    listed = annexed = False
    for one in paragraphs:
        text = folded(one.text)
        if one.role is OrderRole.ANNEX:
            annexed = bool(_REPEALED.search(text))
        elif one.role is OrderRole.POINT:
            listed = bool(_REPEALING.search(text)) and text.endswith(":")
        if one.role in _BODY and (listed or annexed or _REPEALING.search(text)):
            yield from _repealed_in(one.text, listed=listed or annexed)


def _repealed_in(text: str, *, listed: bool) -> Iterator[Citation]:
    for citation in find_citations(text):
        if _is_russian(citation):
            if citation.case is Case.NAMED:
                yield citation
            return
        named = listed and citation.form is not None and citation.case is Case.NAMED
        said = citation.case is Case.OF and _REPEALED.match(folded(citation.after).strip())
        if named or said:
            yield citation


def repealed_by(header: str) -> AmendedOrder | None:
    """Answers: which order repealed this one, by the line that publishers add to the header?

    Raises:
        ValueError: for a day that no calendar has.

    Example:
        >>> repealed_by("… Утратил силу приказом Министра финансов от 2 марта 2021 года № 5").id
        '2021-5'
    """
    said = _REPEALED_BY.search(folded(header))
    named = find_citations(header[said.end() :]) if said else ()
    return next((_as_order(one) for one in named if one.case is Case.BY), None)
