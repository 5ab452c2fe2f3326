"""What the page knows of a register: editions with their positions, as plain data.

The index is the library's own, made here, so that a page has nothing to prepare.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from kz_civil_positions import Register
from kz_civil_positions.annotations import Grade, Institution, Scope
from kz_civil_positions.lookup.finder import Finder
from kz_civil_positions.lookup.index import Index
from kz_civil_positions.lookup.reading import expansions
from kz_civil_positions.lookup.rows import Row
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import Doubt, Edition, Entry, Level, Span, Tongues
from website.finder.days import editions_of
from website.pages.corpus import edition_page

__all__ = ["anchor_of", "register_data"]

Json = dict[str, Any]


def register_data(register: Register, under: str = "") -> Json:
    """Answers: what is looked up in this register, edition by edition?

    Args:
        register: the register.
        under: the folder that its pages stand in, such as ``"specimen/"``.

    Returns:
        Plain data for JSON; of an edition whose text is not held, only its name. Editions
        that may be in effect on a day that is undetermined are among them.

    Example:
        >>> import kz_civil_positions as kz
        >>> data = register_data(kz.load())
        >>> [(one["key"], one["held"]) for one in data["editions"]]
        [('2015-1035', False), ('2019-920', True)]
    """
    known = {one.key: one for one in (*register.editions, *editions_of(register))}
    return {
        "base": register.base.id,
        "editions": [_edition(register, one, under) for one in known.values()],
    }


def anchor_of(level: Level) -> str:
    """Answers: under which anchor does this level stand on its edition's page?"""
    return str(level.code).replace("/", "-").lower()


def _edition(register: Register, edition: Edition, under: str) -> Json:
    # One that is only supposed, of several that may be in effect, has no page.
    page = f"{under}{edition_page(edition.key)}/" if edition in register.editions else None
    told = {"key": edition.key, "held": edition.held, "page": page}
    return told | _text(register.finder(edition)) if edition.held else told


def _text(finder: Finder) -> Json:
    edition = finder.edition
    doubts = {
        doubt.id: doubt
        for level in edition.levels
        for entry in level.entries
        for doubt in edition.doubts_about(level, entry)
    }
    return {
        "levels": [_level(edition, level) for level in edition.levels],
        "entries": dict(_entries(edition)),
        "institutions": [_institution(one) for one in finder.institutions],
        "doubts": {name: _doubt(doubt) for name, doubt in doubts.items()},
        "longForms": [[list(words), short] for words, short in _long_forms(edition).items()],
        **_index(finder.index, edition),
    }


def _long_forms(edition: Edition) -> Mapping[tuple[str, ...], str]:
    return expansions(edition.abbreviations)


def _level(edition: Edition, level: Level) -> Json:
    return {
        "code": str(level.code),
        "anchor": anchor_of(level),
        "heading": edition.section_of(level).heading,
    }


def _entries(edition: Edition) -> Iterator[tuple[str, Json]]:
    for number, level in enumerate(edition.levels):
        for entry in level.entries:
            doubts = [doubt.id for doubt in edition.doubts_about(level, entry)]
            yield entry.id, _entry(entry) | {"level": number, "doubts": doubts}


def _entry(entry: Entry) -> Json:
    items = [
        {"id": item.id, "text": item.text, "kind": str(item.kind), "lines": _lines(item.lines)}
        for item in entry.items
    ]
    return {"heading": entry.heading, "lines": _lines(entry.lines), "items": items}


def _lines(span: Span | None) -> str | None:
    return None if span is None else str(span)


def _institution(one: Institution) -> Json:
    return {"id": one.id, "name": one.name, "kind": str(one.kind), "items": list(one.items)}


def _doubt(doubt: Doubt) -> Json:
    return {"statement": _said(doubt.statement), "settled": _said(doubt.settled_by)}


def _said(statement: Tongues) -> Json:
    return {language: statement[language] for language in LANGUAGES}


def _index(index: Index, edition: Edition) -> Json:
    levels = {level.code: number for number, level in enumerate(edition.levels)}
    # An item is said often, so it is said by its number among all items of the edition.
    items = [item.id for entry in edition.entries for item in entry.items]
    number = {item: at for at, item in enumerate(items)}
    return {
        "rows": [
            _row(row, levels[row.level.code]) | {"places": [number[one.id] for one in row.places]}
            for row in index.rows
        ],
        "words": [
            [
                stem,
                [list(name) for name in word.names],
                sorted(word.around),
                sorted(number[item] for item in word.places),
            ]
            for stem, word in index.words.items()
        ],
        "named": [list(one) for one in index.named],
        "facets": {facet: sorted(rows) for facet, rows in index.facets.items()},
    }


def _row(row: Row, level: int) -> Json:
    return {
        "level": level,
        "entry": row.entry.id,
        "item": row.item.id if row.item else None,
        "names": list(row.names),
        "scope": _scope(row.scope),
        "grade": _grade(row.grade),
        "conditions": list(row.conditions),
        "noted": row.noted,
    }


def _scope(scope: Scope | None) -> Json | None:
    if scope is None:
        return None
    return {"significance": str(scope.significance), "branch": scope.branch}


def _grade(grade: Grade | None) -> Json | None:
    if grade is None:
        return None
    category = str(grade.category) if grade.category else None
    return {"qualification": str(grade.qualification), "category": category}
