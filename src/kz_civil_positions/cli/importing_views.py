"""What came of an import, for a terminal and as plain data."""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, get_args

from attrs import asdict

from kz_civil_positions.amending.tree import subtree
from kz_civil_positions.calendar import CommencementRule
from kz_civil_positions.codes import Kind
from kz_civil_positions.errors import Problem
from kz_civil_positions.exports.document import doubt_document
from kz_civil_positions.importing.result import Imported, Role
from kz_civil_positions.importing.witness_views import witness_document, witness_lines
from kz_civil_positions.messages import LANGUAGES, Language, say
from kz_civil_positions.model import Tongues
from kz_civil_positions.reports.phrases import rule_words
from kz_civil_positions.storage.convert import tag_of

__all__ = ["imported_document", "imported_view", "outcome_lines"]

Json = dict[str, Any]

_COUNTED: Final = {
    Kind.BLOCK: "blocks",
    Kind.LINK: "links",
    Kind.LEVEL: "levels",
    Kind.ENTRY: "entries",
    Kind.ITEM: "items",
    Kind.ABBREVIATION: "abbreviations",
}
_RULES: Final = get_args(CommencementRule)
# Of many failures the first are told; verify tells them all.
_LISTED: Final = 20
# Of a long text the beginning is shown.
_SHOWN: Final = 160


def _counts(found: Imported) -> dict[str, int]:
    kinds = [node.address.kind for node in subtree(found.content)]
    return {name: kinds.count(kind) for kind, name in _COUNTED.items()}


# --------------------------------------------------------------------- for a terminal


def imported_view(found: Imported, root: Path, language: Language) -> str:
    """What was read and written, what to look at, and what to do next."""
    return "\n".join(_lines(found, root, language))


def _lines(found: Imported, root: Path, language: Language) -> Iterator[str]:
    name = found.edition or found.order
    yield f"{name}: {say(f'importing.role-{found.role}', language)}"
    facts = {
        "name": found.document,
        "kind": say(f"importing.kind-{found.kind}", language),
        "tongue": say(f"importing.tongue-{found.language}", language),
    }
    yield say("importing.document", language, **facts)
    yield from _facts(found, language)
    yield from _numbers(found, language)
    yield from _instructions(found, language)
    if found.role is not Role.WITNESS:
        yield from _to_review(found, language)
    yield from _heard(found, language)
    yield from outcome_lines(found.written, found.failures, root, language)


def _facts(found: Imported, language: Language) -> Iterator[str]:
    for name, value in found.facts.items():
        yield f"  {_fact(name, language)}: {_words(value, language)}"
    if found.unknown:
        names = ", ".join(_fact(name, language) for name in found.unknown)
        yield say("importing.not-said", language, facts=names)


def _fact(name: str, language: Language) -> str:
    return say(f"importing.fact-{name.rpartition('.')[2].replace('_', '-')}", language)


def _words(value: object, language: Language) -> str:
    match value:
        case Tongues():
            return value[language]
        case tuple():
            return "; ".join(f"{one.source}, {_words(one.date, language)}" for one in value)
        case _ if isinstance(value, _RULES):
            return rule_words(value, language)
        case _:
            return say("importing.value", language, value=value)


def _numbers(found: Imported, language: Language) -> Iterator[str]:
    counts = _counts(found)
    if counts["blocks"]:
        yield say("importing.register", language, **counts)
    if counts["blocks"] and found.role is not Role.WITNESS:
        new = counts["entries"] + counts["items"] - found.kept
        yield say("importing.ids", language, kept=found.kept, new=new)
    if found.repairs:
        kinds = ", ".join(f"{kind} – {count}" for kind, count in found.repairs.items())
        yield say("importing.repairs", language, repairs=kinds)
    if found.notes or found.nameless:
        facts = {"count": len(found.notes), "nameless": len(found.nameless)}
        yield say("importing.notes", language, **facts)


def _instructions(found: Imported, language: Language) -> Iterator[str]:
    if found.operations or found.unexpressed:
        facts = {"count": found.operations, "unexpressed": len(found.unexpressed)}
        yield say("importing.operations", language, **facts)
    for one in found.unexpressed:
        words = _cut(one.instruction.quote)
        yield f"  · {one.instruction.point}: «{words}» – {one.reason[language]}"
    if found.left:
        yield say("importing.left", language, count=found.left)


def _to_review(found: Imported, language: Language) -> Iterator[str]:
    if found.doubts:
        yield say("importing.doubts", language, count=len(found.doubts))
        yield from (f"  [?] {one.id}: {one.statement[language]}" for one in found.doubts)
    if found.weak:
        yield say("importing.weak", language, count=len(found.weak))
    for pair in found.weak:
        ground = say(f"importing.ground-{pair.ground}", language)
        yield f"  {pair.address} ({ground}): «{_cut(pair.old)}» → «{_cut(pair.new)}»"
    if found.to_translate:
        yield say("importing.to-translate", language)


def _heard(found: Imported, language: Language) -> Iterator[str]:
    """What a second copy says."""
    if found.witness is None:
        return
    yield ""
    if found.witness.entries or found.witness.differences:
        yield from witness_lines(found.witness, language)
    if found.role is Role.WITNESS and found.edition is None:
        yield say("importing.apart", language, count=len(found.apart))
    for one in found.apart:
        yield f"  «{_cut(one.held)}» → «{_cut(one.brought)}»"


def outcome_lines(
    written: tuple[Path, ...], failures: tuple[Problem, ...], root: Path, language: Language
) -> Iterator[str]:
    """Answers: which files were written, what does ``verify`` find in them, what comes next?"""
    yield ""
    if not written:
        yield say("importing.nothing-written", language)
        return
    yield say("importing.written", language)
    yield from (f"  {file}" for file in written)
    if failures:
        yield say("importing.failures", language, count=len(failures))
        yield from (f"  {one.text(language)}" for one in failures[:_LISTED])
        if len(failures) > _LISTED:
            yield say("importing.more-failures", language, count=len(failures) - _LISTED)
    yield say("importing.next", language, folder=shlex.quote(str(root)))


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


# ---------------------------------------------------------------------- as plain data


def imported_document(found: Imported) -> Json:
    """The same as plain data."""
    counts = _counts(found)
    return {
        "role": str(found.role),
        "order": found.order,
        "edition": found.edition,
        "document": {
            "name": found.document,
            "kind": str(found.kind),
            "form": str(found.form),
            "language": found.language,
        },
        "facts": {name: _plain(value) for name, value in found.facts.items()},
        "unknown": list(found.unknown),
        "counts": counts,
        "ids": {
            "kept": found.kept,
            "new": counts["entries"] + counts["items"] - found.kept,
        },
        "repairs": [{"kind": kind, "count": count} for kind, count in found.repairs.items()],
        "operations": found.operations,
        "unexpressed": [
            {
                "point": one.instruction.point,
                "quote": one.instruction.quote,
                "reason": _tongues(one.reason),
            }
            for one in found.unexpressed
        ],
        "left": found.left,
        "notes": [
            {"text": one.text, "number": one.number, "adopted": one.adopted} for one in found.notes
        ],
        "review": {
            "doubts": [doubt_document(doubt) for doubt in found.doubts],
            "pairs": [
                {
                    "address": str(one.address),
                    "old": one.old,
                    "new": one.new,
                    "ground": str(one.ground),
                }
                for one in found.weak
            ],
            "to_translate": ["issuer"] if found.to_translate else [],
        },
        "witness": witness_document(found.witness) if found.witness else None,
        "apart": [{"held": one.held, "brought": one.brought} for one in found.apart],
        "failures": [
            {
                "where": one.where,
                "path": one.path,
                "text": {language: one.text(language) for language in LANGUAGES},
            }
            for one in found.failures
        ],
        "written": [str(file) for file in found.written],
    }


def _plain(value: object) -> object:
    match value:
        case Tongues():
            return _tongues(value)
        case tuple():
            return [{"source": one.source, "date": one.date} for one in value]
        case _ if isinstance(value, _RULES):
            return _rule(value)
        case _:
            return value


def _rule(rule: Any) -> Json:  # noqa: ANN401 - any rule of commencement
    """As the data files have it: its kind, and what it says beside."""
    told = asdict(rule, filter=lambda field, value: value != field.default)
    return {"kind": tag_of(type(rule)), **told}


def _tongues(tongues: Tongues) -> Json:
    return {language: tongues[language] for language in LANGUAGES}
