"""An edition read back from its JSON: the same edition, or an error that says where not."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import evolve

from kz_civil_positions.codes import Code
from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.exports import forms
from kz_civil_positions.exports.document import FORMAT, edition_document
from kz_civil_positions.exports.plain import read_json, structured
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Doubt,
    Edition,
    Entry,
    Evidence,
    Item,
    Label,
    LabelState,
    Level,
    Link,
    PrintedFault,
    Section,
    Span,
)

__all__ = ["load_edition"]


def load_edition(source: str | bytes | Path | dict[str, Any]) -> Edition:
    """Answers: which edition does this JSON hold?

    It undoes `edition_document`: the edition is equal to the one that was exported. What the
    JSON says twice, such as the text of an entry and those of its items, must agree.

    Args:
        source: a file, the text of one, or what was read from it.

    Returns:
        The edition.

    Raises:
        DataError: with everything that does not fit.

    Example:
        >>> import kz_civil_positions as kz
        >>> from kz_civil_positions.exports.document import edition_document
        >>> edition = kz.load().edition("2019-920")
        >>> load_edition(edition_document(edition)) == edition
        True
    """
    data, where = read_json(source)
    form = structured(data, forms.EditionForm, "", where)
    if form.format != FORMAT:
        facts = (("found", form.format), ("known", FORMAT))
        raise DataError([Problem(where, "format", "exports.other-format", facts)])
    problems = [*_broken_outline(form, where)]
    if problems:
        raise DataError(problems)
    edition = _edition(form)
    said = json.loads(json.dumps(edition_document(edition)))
    wrong = [
        Problem(where, path, "exports.contradicts", (("found", found), ("expected", expected)))
        for path, found, expected in _differences("", data, said)
    ]
    if wrong:
        raise DataError(wrong)
    return edition


def _broken_outline(form: forms.EditionForm, where: str) -> Iterator[Problem]:
    """Levels that the outline does not name in their order: they would have no place."""
    named = [
        str(code)
        for block in form.blocks
        for section in block.sections
        for link in section.links
        for code in link.levels
    ]
    there = [str(_code(level)) for level in form.levels]
    if named != there:
        at = next(
            (n for n, pair in enumerate(zip(named, there, strict=False)) if pair[0] != pair[1]),
            min(len(named), len(there)),
        )
        facts = (
            ("found", there[at] if at < len(there) else "–"),
            ("expected", named[at] if at < len(named) else "–"),
        )
        yield Problem(where, f"levels[{at}]", "exports.contradicts", facts)
    codes = {
        link.code for block in form.blocks for section in block.sections for link in section.links
    }
    for number, level in enumerate(form.levels):
        if _code(level).link_code not in codes:
            facts = (("found", str(_code(level))), ("expected", "–"))
            yield Problem(where, f"levels[{number}].link", "exports.contradicts", facts)


def _differences(path: str, found: Any, expected: Any) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401
    """Where the JSON says other than what follows from it, the first few places."""
    if isinstance(found, dict) and isinstance(expected, dict):
        for key in expected:
            yield from _differences(f"{path}.{key}".removeprefix("."), found[key], expected[key])
    elif isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        for at, pair in enumerate(zip(found, expected, strict=True)):
            yield from _differences(f"{path}[{at}]", *pair)
    elif found != expected:
        yield path, _short(found), _short(expected)


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:80]


def _edition(form: forms.EditionForm) -> Edition:
    levels = iter(form.levels)
    content = Content(
        tuple(_block(block, levels) for block in form.blocks),
        tuple(
            Abbreviation(one.short, one.long, one.text, _span(one)) for one in form.abbreviations
        ),
    )
    return Edition(
        form.edition,
        form.order,
        form.language,
        content if form.held else None,
        tuple(map(_doubt, form.doubts)),
        tuple(PrintedFault(one.address, one.words, one.kind, one.note) for one in form.faults),
    )


def _block(block: forms.BlockForm, levels: Iterator[forms.LevelForm]) -> Block:
    sections = tuple(_section(section, levels) for section in block.sections)
    return Block(block.block, block.heading, sections, _span(block))


def _section(section: forms.SectionForm, levels: Iterator[forms.LevelForm]) -> Section:
    links = tuple(
        Link(
            link.code,
            _label(link.label, link.printed),
            tuple(_level(next(levels)) for _ in link.levels),
        )
        for link in section.links
    )
    return Section(section.block, section.sector, section.heading, links, _span(section))


def _level(level: forms.LevelForm) -> Level:
    label = _label(level.label.level, level.printed.level)
    return Level(_code(level), label, tuple(map(_entry, level.entries)))


def _code(level: forms.LevelForm) -> Code:
    return evolve(level.code, sector=level.sector or "")


def _label(state: LabelState, printed: forms.PrintedForm | None) -> Label:
    return Label(state) if printed is None else Label(state, printed.text, _span(printed))


def _entry(entry: forms.EntryForm) -> Entry:
    items = tuple(Item(one.id, one.kind, one.text, _span(one)) for one in entry.items)
    return Entry(entry.id, entry.heading, items, _span(entry))


def _doubt(doubt: forms.DoubtForm) -> Doubt:
    return Doubt(
        doubt.id,
        doubt.kind,
        doubt.certitude,
        doubt.about,
        doubt.statement,
        tuple(Evidence(one.note, _span(one), one.quote) for one in doubt.evidence),
        doubt.settled_by,
    )


def _span(
    placed: forms.BlockForm
    | forms.SectionForm
    | forms.PrintedForm
    | forms.EntryForm
    | forms.ItemForm
    | forms.AbbreviationForm
    | forms.EvidenceForm,
) -> Span | None:
    return None if placed.lines is None else evolve(placed.lines, order=placed.source or "")
