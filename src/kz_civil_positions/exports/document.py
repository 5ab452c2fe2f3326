"""The JSON of an edition: a public format, described in the docs, that loses nothing.

``exports/forms.py`` says the same as classes; ``exports/reading.py`` reads it back.
"""

from collections.abc import Iterator
from typing import Any, Final

from kz_civil_positions.model import (
    Block,
    Doubt,
    Edition,
    Entry,
    Item,
    Label,
    Level,
    Section,
    Span,
    Tongues,
)

__all__ = ["FORMAT", "doubt_document", "edition_document", "entry_document", "level_document"]

# Counted up when documents of the form before could no longer be read.
FORMAT: Final = 1

Json = dict[str, Any]


def edition_document(edition: Edition) -> Json:
    """Answers: what does this edition say, as plain data?

    Args:
        edition: held or not; without its text the lists are empty and ``held`` is false.

    Returns:
        Plain data for JSON; levels and entries in the order of the register. `load_edition`
        makes the same edition of it again.

    Example:
        >>> import kz_civil_positions as kz
        >>> document = edition_document(kz.load().edition("2019-920"))
        >>> document["order"], document["held"], len(document["levels"])
        ('2019-920', True, 36)
    """
    content = edition.content
    return {
        "format": FORMAT,
        "order": edition.order,
        "edition": edition.key,
        "language": edition.language,
        "held": edition.held,
        "blocks": [_block(block) for block in (content.blocks if content else ())],
        "sectors": [
            {
                "block": section.block,
                "sector": section.sector,
                "heading": section.heading,
                **_placed(section.lines),
            }
            for block in (content.blocks if content else ())
            for section in block.sections
            if section.sector
        ],
        "levels": [level_document(edition, level) for level in edition.levels] if content else [],
        "abbreviations": [
            {"short": one.short, "long": one.long, "text": one.text, **_placed(one.lines)}
            for one in (content.abbreviations if content else ())
        ],
        "doubts": [doubt_document(doubt) for doubt in edition.doubts],
        "faults": [
            {
                "about": fault.about.name,
                "address": str(fault.about),
                "kind": fault.kind,
                "words": fault.words,
                "note": _tongues(fault.note),
            }
            for fault in edition.faults
        ],
    }


def level_document(edition: Edition, level: Level) -> Json:
    """Answers: what stands at this level, as plain data?"""
    link = edition.link_of(level)
    code = level.code
    return {
        "code": code.plain,
        "block": code.block,
        "sector": code.sector or None,
        "link": code.link_code.plain,
        "level": code.level_number,
        "label": {"link": str(link.label.state), "level": str(level.label.state)},
        "printed": {"link": _printed(link.label), "level": _printed(level.label)},
        "lines": _lines(level.lines),
        "entries": [entry_document(edition, level, entry) for entry in level.entries],
    }


def entry_document(edition: Edition, level: Level, entry: Entry) -> Json:
    """Answers: what does this entry say, as plain data?"""
    return {
        "id": entry.id,
        "text": entry.text,
        "heading": entry.heading,
        "items": [_item(item) for item in entry.items],
        **_placed(entry.lines),
        "doubts": [doubt.id for doubt in edition.doubts_about(level, entry)],
    }


def doubt_document(doubt: Doubt) -> Json:
    """Answers: what is doubtful, how much, and why, as plain data?"""
    return {
        "id": doubt.id,
        "kind": doubt.kind,
        "certitude": str(doubt.certitude),
        "about": [str(address) for address in doubt.about],
        "statement": _tongues(doubt.statement),
        "evidence": [
            {**_placed(one.lines), "quote": one.quote, "note": _tongues(one.note)}
            for one in doubt.evidence
        ],
        "settled_by": _tongues(doubt.settled_by),
    }


def _block(block: Block) -> Json:
    return {
        "block": str(block.code),
        "heading": block.heading,
        **_placed(block.lines),
        "sections": [_section(section) for section in block.sections],
    }


def _section(section: Section) -> Json:
    return {
        "block": section.block,
        "sector": section.sector,
        "heading": section.heading,
        **_placed(section.lines),
        "links": [
            {
                "code": str(link.code),
                "label": str(link.label.state),
                "printed": _printed(link.label),
                "levels": [str(level.code) for level in link.levels],
            }
            for link in section.links
        ],
    }


def _item(item: Item) -> Json:
    return {
        "kind": str(item.kind),
        "text": item.text,
        "id": item.id,
        **_placed(item.lines),
    }


def _printed(label: Label) -> Json | None:
    if label.text is None and label.lines is None:
        return None
    return {"text": label.text, **_placed(label.lines)}


def _placed(span: Span | None) -> Json:
    """Lines, and the order whose source file they are of."""
    return {"lines": _lines(span), "source": None if span is None else span.order}


def _lines(span: Span | None) -> list[int] | None:
    return None if span is None else [span.first, span.last]


def _tongues(tongues: Tongues) -> dict[str, str]:
    return dict(_pairs(tongues))


def _pairs(tongues: Tongues) -> Iterator[tuple[str, str]]:
    for language in ("kk", "ru", "en"):
        yield language, tongues[language]
