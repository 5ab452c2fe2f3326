"""The finder of one edition: a query in, ranked positions out."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Final

from kz_civil_positions.annotations import Annotations, EntryNote, Institution
from kz_civil_positions.codes import Code
from kz_civil_positions.errors import BadInputError, UnknownAddressError
from kz_civil_positions.lookup.finding import Finding, Findings, Why
from kz_civil_positions.lookup.index import Fit, Index
from kz_civil_positions.lookup.keys import query_words
from kz_civil_positions.lookup.reading import expansions, readings
from kz_civil_positions.lookup.reasons import reasons
from kz_civil_positions.lookup.rows import Row, place_institutions, rows_of
from kz_civil_positions.lookup.words import LONGEST_QUERY, find_words
from kz_civil_positions.model import Edition, Item

__all__ = ["LEAST", "Finder"]

# A match must score this; what scores less is at best among the nearest.
LEAST: Final = 55.0
_LEAST_NEAR: Final = 5.0
_MOST_NEAR: Final = 5

Wanted = Callable[[Row], bool]


class Finder:
    """Looks up positions in one edition.

    Args:
        edition: its text must be held; asking of another raises `NotHeldError`.
        annotations: of the orders, the latest first.
    """

    def __init__(self, edition: Edition, annotations: tuple[Annotations, ...] = ()) -> None:
        self.edition = edition
        self.annotations = annotations

    @cached_property
    def index(self) -> Index:
        """The positions under their words: made when first asked."""
        notes: dict[str, tuple[EntryNote, ...]] = {}
        for one in self.annotations:
            for note in one.entries:
                notes[note.entry] = (*notes.get(note.entry, ()), note)
        return Index(self.edition, rows_of(self.edition, notes))

    @cached_property
    def institutions(self) -> tuple[Institution, ...]:
        """The institutions that the edition names, each once."""
        known = {one.id: one for notes in reversed(self.annotations) for one in notes.institutions}
        return tuple(
            one for one in known.values() if any(item in self.edition for item in one.items)
        )

    @cached_property
    def placed(self) -> Mapping[str, tuple[Institution, ...]]:
        """The institutions that each item names."""
        return place_institutions(self.institutions, self.edition)

    @cached_property
    def _long_forms(self) -> dict[tuple[str, ...], str]:
        return expansions(self.edition.abbreviations)

    def institution(self, name: str) -> Institution:
        """Answers: which institution has this id?

        Raises:
            UnknownAddressError: when none has; near ids are given.
        """
        for one in self.institutions:
            if one.id == name:
                return one
        from difflib import get_close_matches  # noqa: PLC0415 - only to report an error

        ids = [one.id for one in self.institutions]
        near = ", ".join(get_close_matches(name[:80], ids, 3, 0.3) or ids[:5]) or "–"
        raise UnknownAddressError(
            "lookup.no-such-institution", id=name[:80], edition=self.edition.key, near=near
        )

    # ── finding ──────────────────────────────────────────────────────────────────────

    def fits(self, query: str, least: float) -> list[Fit]:
        """Answers: which positions fit this query, and how well? Best first."""
        best: dict[int, Fit] = {}
        for tokens in readings(query, self._long_forms):
            for number, fit in self.index.fits(tokens, least).items():
                if number not in best or fit.score > best[number].score + 1e-9:
                    best[number] = fit
        # Of equal scores the first in the register comes first.
        return [best[number] for number in sorted(best, key=lambda at: (-best[at].score, at))]

    def find(
        self,
        query: str,
        *,
        block: str | None = None,
        sector: str | None = None,
        institution: str | None = None,
        limit: int | None = None,
    ) -> Findings:
        """Answers: which positions does this query mean? See `Register.find`."""
        check_query(query)
        item_filter = self._filter_items(institution)
        self._check_filters(block, sector)
        wanted = partial(_is_wanted, block=_block(block), sector=sector, items=item_filter)
        fits = [fit for fit in self.fits(query, LEAST) if wanted(fit.row)]
        places = [(fit, item) for fit in fits for item in self.items_of(fit, item_filter)]
        found = tuple(self.finding(*place) for place in places)
        given = found if limit is None else found[:limit]
        nearest = () if places else self._nearest(query, wanted, item_filter)
        return Findings(query, self.edition, given, nearest, len(places), found[len(given) :])

    def _check_filters(self, block: str | None, sector: str | None) -> None:
        """A filter that nothing in the edition could pass is a slip, not an empty answer."""
        if block is not None:
            self.edition.levels_at(block)
        known = {level.code.sector for level in self.edition.levels if level.code.sector}
        if sector is not None and sector not in known:
            near = ", ".join(sorted(known)) or "–"
            raise UnknownAddressError("lookup.no-such-sector", sector=sector[:40], near=near)

    def _nearest(
        self, query: str, wanted: Wanted, only: frozenset[str] | None
    ) -> tuple[Finding, ...]:
        """What fits a little, or has words that begin so."""
        fits = [fit for fit in self.fits(query, _LEAST_NEAR) if wanted(fit.row)]
        fits = fits or self._by_printed_words(query, wanted)
        places = [(fit, item) for fit in fits for item in self.items_of(fit, only)]
        return tuple(self.finding(*place) for place in places[:_MOST_NEAR])

    def positions_of(self, institution: str) -> tuple[Finding, ...]:
        """Answers: which positions does this institution have, in the order of the register?

        Raises:
            UnknownAddressError: when the edition has no such institution.
        """
        items = frozenset(self.institution(institution).items)
        return tuple(
            self.finding(Fit(row, 100.0, (), None, ()), item)
            for row in self.index.rows
            for item in row.places
            if item.id in items
        )

    def at(self, identity: str) -> tuple[Finding, ...]:
        """Answers: which positions stand in this entry, or at this item of one?

        Raises:
            UnknownAddressError: when the edition has no such id.
        """
        entry = self.edition.entry(identity)
        item = next((one for one in entry.items if one.id == identity), None)
        return tuple(
            self.finding(Fit(row, 100.0, (), None, ()), item or row.item)
            for row in self.index.rows
            if row.entry is entry and (item is None or item in (row.item, *row.places))
        )

    def items_of(self, fit: Fit, only: frozenset[str] | None = None) -> list[Item | None]:
        """Answers: which items answer this: the one that names the position, or places?"""
        named = fit.items
        if only is not None:
            named = tuple(item.id for item in fit.row.places if item.id in only)
        places = [item for item in fit.row.places if item.id in named]
        return [*places] or [fit.row.item]

    def finding(self, fit: Fit, item: Item | None) -> Finding:
        """One fit as an answer."""
        row = fit.row
        return Finding(
            level=row.level,
            entry=row.entry,
            position=row.names[0],
            names=row.names,
            item=item,
            institutions=self.placed.get(item.id, ()) if item else (),
            scope=row.scope,
            grade=row.grade,
            conditions=row.conditions,
            doubts=row.doubts,
            score=round(fit.score, 1),
            explain=partial(self._why, fit, item),
        )

    def _why(self, fit: Fit, item: Item | None) -> tuple[Why, ...]:
        return tuple(reasons(self.index, fit, item, self.edition))

    def _filter_items(self, institution: str | None) -> frozenset[str] | None:
        return None if institution is None else frozenset(self.institution(institution).items)

    def _by_printed_words(self, query: str, wanted: Wanted) -> list[Fit]:
        """Printed words or beginnings of words that stand one after another."""
        found = []
        for match in find_words(self.edition, query):
            for row in self.index.rows:
                here = row.entry is match.entry and wanted(row)
                named = match.item in (None, row.item, *row.places)
                if here and named:
                    place = match.item if match.item in row.places else None
                    items = () if place is None else (place.id,)
                    found.append(Fit(row, 0.0, items, None, ()))
        return found


def check_query(query: str) -> None:
    """Refuse what cannot be looked up.

    Raises:
        BadInputError: when the query has no word in it, or is far too long.
    """
    if len(query) > LONGEST_QUERY:
        raise BadInputError("query-too-long", length=len(query), most=LONGEST_QUERY)
    if not query_words(query):
        raise BadInputError("empty-query")


def _block(text: str | None) -> Code | None:
    return None if text is None else Code.parse(text)


def _is_wanted(
    row: Row, *, block: Code | None, sector: str | None, items: frozenset[str] | None
) -> bool:
    code = row.level.code
    return (
        (block is None or block.covers(code))
        and (sector is None or sector == code.sector)
        and (items is None or any(item.id in items for item in row.places))
    )
