"""Answers of the look-up as plain data for JSON."""

from collections.abc import Iterable
from typing import Any

from kz_civil_positions.annotations import Institution
from kz_civil_positions.exports.document import doubt_document
from kz_civil_positions.history.register import Register
from kz_civil_positions.lookup.explain import Explanation
from kz_civil_positions.lookup.finding import Finding, Findings
from kz_civil_positions.lookup.matching import TitleMatch
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import Doubt, Edition, Span

__all__ = [
    "explanation_document",
    "findings_document",
    "institution_document",
    "institutions_document",
    "titles_document",
]

Json = dict[str, Any]


def findings_document(found: Findings) -> Json:
    """What fits a query, why, and what would tell it apart."""
    shown = (*found.matches, *found.nearest)
    return {
        "query": found.query,
        "order": found.edition.order,
        "edition": found.edition.key,
        "total": found.total,
        "matches": [finding_document(one, why=True) for one in found.matches],
        "apart": {name: list(values) for name, values in found.apart.items()},
        "nearest": [finding_document(one) for one in found.nearest],
        "doubts": _doubts(shown),
    }


def finding_document(one: Finding, *, why: bool = False) -> Json:
    """One position at its place."""
    reasons = [
        {"asked": why.asked, "how": str(why.how), "matched": why.matched, "attested": why.attested}
        for why in (one.why if why else ())
    ]
    return {
        "code": one.level.code.plain,
        "sector": one.level.code.sector or None,
        "entry": one.entry.id,
        "item": one.item.id if one.item else None,
        "position": one.position,
        "names": list(one.names),
        "institution": one.institution,
        "institutions": [institution.id for institution in one.institutions],
        "significance": str(one.scope.significance) if one.scope else None,
        "branch": one.scope.branch if one.scope else None,
        "category": str(one.grade.category) if one.grade and one.grade.category else None,
        "qualification": str(one.grade.qualification) if one.grade else None,
        "conditions": list(one.conditions),
        "score": one.score,
        "heading": one.entry.heading,
        "text": one.text,
        "doubts": [doubt.id for doubt in one.doubts],
        "lines": _lines(one.lines),
        **({"why": reasons} if why else {}),
    }


def institutions_document(edition: Edition, institutions: Iterable[Institution]) -> Json:
    """All institutions of an edition."""
    return {
        "order": edition.order,
        "edition": edition.key,
        "institutions": [_institution(one) for one in institutions],
    }


def institution_document(register: Register, editions: Iterable[Edition], name: str) -> Json:
    """One institution and the positions it has, edition by edition."""
    held = []
    known: Institution | None = None
    for edition in editions:
        finder = register.finder(edition) if edition.held else None
        there = finder is not None and any(one.id == name for one in finder.institutions)
        found: tuple[Finding, ...] = ()
        if finder and there:
            found, known = finder.positions_of(name), finder.institution(name)
        held.append(
            {
                "edition": edition.key,
                "held": edition.held,
                "positions": [finding_document(one) for one in found] if edition.held else None,
                "doubts": _doubts(found),
            }
        )
    return {**(_institution(known) if known else {"id": name}), "editions": held}


def _institution(one: Institution) -> Json:
    return {
        "id": one.id,
        "name": one.name,
        "kind": str(one.kind),
        "forms": [{"words": form.words, "items": list(form.items)} for form in one.forms],
    }


def titles_document(edition: Edition, titles: Iterable[TitleMatch], threshold: float) -> Json:
    """What became of each title."""
    told = list(titles)
    doubts = {doubt.id: doubt for one in told for doubt in one.doubts}
    return {
        "order": edition.order,
        "edition": edition.key,
        "threshold": threshold,
        "titles": [
            {
                "title": one.title,
                "state": str(one.state),
                "score": one.score,
                "codes": list(one.codes),
                "matches": [finding_document(found) for found in one.best],
                "alternatives": [finding_document(found) for found in one.alternatives],
                "problem": {language: one.problem.text(language) for language in LANGUAGES}
                if one.problem
                else None,
            }
            for one in told
        ],
        "doubts": [doubt_document(doubt) for doubt in doubts.values()],
    }


def explanation_document(one: Explanation) -> Json:
    """The chain of evidence."""
    return {
        "id": one.identity,
        "edition": one.edition.key,
        "code": one.level.code.plain,
        "sector": one.level.code.sector or None,
        "heading": one.entry.heading,
        "text": one.item.text if one.item else one.entry.text,
        "positions": [finding_document(found) for found in one.positions],
        "institutions": [found.id for found in one.institutions],
        "order": one.order.id,
        "events": [
            {
                "kind": str(event.kind),
                "order": event.order,
                "point": event.instruction.point if event.instruction else None,
                "quote": event.instruction.quote if event.instruction else None,
                "lines": _lines(event.instruction.lines) if event.instruction else None,
            }
            for event in one.events
        ],
        "source": {
            "file": one.file,
            "sha256": one.sha256,
            "lines": [{"line": number, "text": text} for number, text in one.source],
        },
        "repairs": [
            {
                "kind": str(repair.kind),
                "lines": _lines(repair.lines),
                "stood": repair.stood,
                "stands": repair.stands,
                "why": {language: repair.why[language] for language in LANGUAGES}
                if repair.why
                else None,
            }
            for repair in one.repairs
        ],
        "doubts": [doubt_document(doubt) for doubt in one.doubts],
        "faults": [
            {"about": fault.about.name, "words": fault.words, "kind": fault.kind}
            for fault in one.faults
        ],
    }


def _doubts(found: Iterable[Finding]) -> list[Json]:
    known: dict[str, Doubt] = {doubt.id: doubt for one in found for doubt in one.doubts}
    return [doubt_document(doubt) for doubt in known.values()]


def _lines(span: Span | None) -> list[int] | None:
    return None if span is None else [span.first, span.last]
