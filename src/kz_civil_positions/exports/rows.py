"""Editions as tidy rows: one row for each position and each institution that has it."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import fields, frozen

from kz_civil_positions.annotations import Institution, Scope
from kz_civil_positions.calendar import Certainty
from kz_civil_positions.history.register import Register
from kz_civil_positions.lookup.rows import Row
from kz_civil_positions.model import Edition, Entry, Item, ItemKind, Label, Level, Span
from kz_civil_positions.orders import Order

__all__ = ["COLUMNS", "TidyRow", "tidy_rows"]


@frozen(kw_only=True)
class TidyRow:
    """A position at its place, for one institution. What is not said or not known is None.

    Each field is a column, described in ``messages/exports.py``.
    """

    edition: str
    order: str
    language: str
    official: bool
    fictional: bool
    in_effect_earliest: datetime.date | None
    in_effect_latest: datetime.date | None
    in_effect_certainty: str
    ended_by: str | None
    ends_earliest: datetime.date | None
    ends_latest: datetime.date | None
    ends_certainty: str | None
    checked_until: datetime.date | None
    code: str
    block: str
    block_heading: str
    sector: str | None
    sector_heading: str | None
    link: str
    link_label: str | None
    link_label_state: str
    level: str | None
    level_label: str | None
    level_label_state: str
    entry: str
    heading: str
    entry_first_line: int | None
    entry_last_line: int | None
    entry_source: str | None
    source_sha256: str | None
    position: str | None
    other_names: tuple[str, ...]
    annotated: bool
    category: str | None
    qualification: str | None
    conditions: tuple[str, ...]
    significance: str | None
    branch: bool | None
    scope_words: str | None
    subheading: str | None
    subheading_text: str | None
    item: str | None
    item_kind: str | None
    item_text: str | None
    item_first_line: int | None
    item_last_line: int | None
    item_source: str | None
    institution: str | None
    institution_name: str | None
    institution_kind: str | None
    doubts: tuple[str, ...]
    faults: tuple[str, ...]


COLUMNS: Final = tuple(one.name for one in fields(TidyRow))


def tidy_rows(register: Register, editions: Iterable[Edition]) -> Iterator[TidyRow]:
    """Answers: which positions have these editions, a row for each institution?

    Every entry and every item stands in some row; what names no position has a row with
    the position left empty.

    Args:
        register: the register they are of.
        editions: their texts must be held.

    Raises:
        NotHeldError: when the text of one is not.

    Example:
        >>> import kz_civil_positions as kz
        >>> register = kz.load()
        >>> row = next(tidy_rows(register, [register.edition("2019-920")]))
        >>> row.code, row.position, row.institution
        ('A1-1', 'басшы', 'ortalyq-gospital')
    """
    for edition in editions:
        yield from _Sheet(register, edition).rows()


class _Sheet:
    """What the rows of one edition have in common."""

    def __init__(self, register: Register, edition: Edition) -> None:
        self.register = register
        self.edition = edition
        finder = register.finder(edition)
        self.found: tuple[Row, ...] = tuple(finder.index.rows)
        self.placed = finder.placed
        orders = {order.id: order for order in register.orders}
        self.hashes = {name: order.source.sha256 for name, order in orders.items() if order.source}
        text = register.text_of(edition)
        if not isinstance(text, Order) and text.source:  # it alone gives the whole edition
            self.hashes = dict.fromkeys(orders, text.source.sha256)
        self.head = self._head(orders[edition.order].fictional)

    def _head(self, fictional: bool) -> dict[str, object]:  # noqa: FBT001
        since, ended = self.register.validity(self.edition)
        until = ended.in_effect if ended else None
        return {
            "edition": self.edition.key,
            "order": self.edition.order,
            "language": self.edition.language,
            "official": False,
            "fictional": fictional,
            "in_effect_earliest": since.earliest,
            "in_effect_latest": since.latest,
            "in_effect_certainty": _certainty(since.certainty),
            "ended_by": ended.order if ended else None,
            "ends_earliest": until.earliest if until else None,
            "ends_latest": until.latest if until else None,
            "ends_certainty": _certainty(until.certainty) if until else None,
            "checked_until": self.register.checked_until,
        }

    def rows(self) -> Iterator[TidyRow]:
        by_entry: dict[str, list[Row]] = {}
        for row in self.found:
            by_entry.setdefault(row.entry.id, []).append(row)
        for level in self.edition.levels:
            at = self._level(level)
            for entry in level.entries:
                yield from self._entry(level, entry, by_entry.get(entry.id, []), at)

    def _entry(
        self, level: Level, entry: Entry, found: list[Row], at: dict[str, object]
    ) -> Iterator[TidyRow]:
        doubts = tuple(one.id for one in self.edition.doubts_about(level, entry))
        faults = tuple(one.words for one in self.edition.faults_in(entry))
        here = {**at, **self._heading(entry), "doubts": doubts, "faults": faults}
        told: set[str] = set()
        for row in found:
            for item in row.places or (row.item,):
                subheading = _subheading(entry, item, row.scope)
                told |= {one.id for one in (item, subheading) if one}
                said = {**here, **_position(row), **_above(subheading)}
                yield from self._institutions(said, item)
        left: list[Item | None] = [item for item in entry.items if item.id not in told]
        for item in left or ([] if found else [None]):
            said = {**here, **_NO_POSITION, **_above(_subheading(entry, item, None))}
            yield from self._institutions(said, item)

    def _institutions(self, said: dict[str, object], item: Item | None) -> Iterator[TidyRow]:
        placed: tuple[Institution | None, ...] = self.placed.get(item.id, ()) if item else ()
        for one in placed or (None,):
            yield TidyRow(**said, **_item(item), **_institution(one))  # type: ignore[arg-type]

    def _level(self, level: Level) -> dict[str, object]:
        block, section = self.edition.block_of(level), self.edition.section_of(level)
        link = self.edition.link_of(level)
        return {
            **self.head,
            "code": str(level.code),
            "block": level.code.block,
            "block_heading": block.heading,
            "sector": section.sector,
            "sector_heading": section.heading,
            "link": link.code.plain,
            **_label("link", link.label),
            "level": level.code.level_number,
            **_label("level", level.label),
        }

    def _heading(self, entry: Entry) -> dict[str, object]:
        source = entry.lines.order if entry.lines else None
        return {
            "entry": entry.id,
            "heading": entry.heading,
            **_lines("entry", entry.lines),
            "source_sha256": self.hashes.get(source) if source else None,
        }


def _certainty(certainty: Certainty) -> str:
    return str(certainty)


def _label(name: str, label: Label) -> dict[str, object]:
    return {f"{name}_label": label.text, f"{name}_label_state": str(label.state)}


def _lines(name: str, lines: Span | None) -> dict[str, object]:
    return {
        f"{name}_first_line": lines.first if lines else None,
        f"{name}_last_line": lines.last if lines else None,
        f"{name}_source": lines.order if lines else None,
    }


def _position(row: Row) -> dict[str, object]:
    grade, scope = row.grade, row.scope
    return {
        "position": row.names[0],
        "other_names": row.names[1:],
        "annotated": row.noted,
        "category": str(grade.category) if grade and grade.category else None,
        "qualification": str(grade.qualification) if grade else None,
        "conditions": row.conditions,
        "significance": str(scope.significance) if scope else None,
        "branch": scope.branch if scope else None,
        "scope_words": scope.words if scope else None,
    }


_NO_POSITION: Final[dict[str, object]] = {
    **dict.fromkeys(("position", "category", "qualification", "significance", "branch")),
    "other_names": (),
    "annotated": False,
    "conditions": (),
    "scope_words": None,
}


def _subheading(entry: Entry, item: Item | None, scope: Scope | None) -> Item | None:
    """The subheading that governs this item, or the position itself."""
    found = None
    for one in entry.items:
        if one is item:
            return found
        if one.kind is ItemKind.SUBHEADING:
            found = one
        if item is None and scope and scope.under == one.id:
            return one
    return None


def _above(subheading: Item | None) -> dict[str, object]:
    return {
        "subheading": subheading.id if subheading else None,
        "subheading_text": subheading.text if subheading else None,
    }


def _item(item: Item | None) -> dict[str, object]:
    return {
        "item": item.id if item else None,
        "item_kind": str(item.kind) if item else None,
        "item_text": item.text if item else None,
        **_lines("item", item.lines if item else None),
    }


def _institution(one: Institution | None) -> dict[str, object]:
    return {
        "institution": one.id if one else None,
        "institution_name": one.name if one else None,
        "institution_kind": str(one.kind) if one else None,
    }
