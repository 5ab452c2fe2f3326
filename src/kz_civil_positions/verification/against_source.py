"""The stored register against its source text, read again: nothing lost, nothing added."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Final

from attrs import frozen

from kz_civil_positions.errors import Problem
from kz_civil_positions.model import Abbreviation, Block, Entry, Level, Link, Section, Span
from kz_civil_positions.orders import OrderRole
from kz_civil_positions.sources.draft import Draft
from kz_civil_positions.sources.lines import Part
from kz_civil_positions.sources.repairs import Repair, RepairKind
from kz_civil_positions.verification.case import Case
from kz_civil_positions.verification.keyed import (
    Placed,
    differences,
    plain,
    record,
    sequences,
    survey,
)
from kz_civil_positions.verification.verdict import Check, problem

__all__ = [
    "against_source",
    "cells",
    "content",
    "lines",
    "readings",
    "repairs",
    "seals",
    "sequence",
]


# --------------------------------------------------------------------------- seals


def seals(case: Case) -> Check:
    """Answers: are the source and the repairs the very files that the order records?

    The seal alone guards what nothing else can: reasons and comments in the repairs.
    """
    order, sealed = case.order, []
    if order.source:
        sealed.append(("source", order.source))
    if order.repairs:
        sealed.append(("repairs", order.repairs))
    failures = [
        problem(case.files.line(one.file, 1), "", "seal-broken", found=found, recorded=one.sha256)
        for _, one in sealed
        if (found := case.files.sha256(one.file)) != one.sha256
    ]
    if order.repairs and case.repairs and case.repairs.source != order.source:
        where = case.files.where(order.repairs.file, "source")
        failures.append(problem(where, "source", "seals-differ"))
    return Check.of("seals", order.id, len(sealed), failures)


def readings(case: Case) -> Check:
    """Answers: does every reading by hand fit the source, and has it a reason?

    A reading may put back blanks and the order of words, never letters; only a label that
    the source lost is read without having stood.
    """
    by_hand = case.repairs.by_hand if case.repairs else ()
    failures = list(case.reading.failures)
    for index, repair in enumerate(by_hand):
        if not repair.why or not all(plain_text.strip() for plain_text in _tongues(repair)):
            failures.append(_reading(case, index, "why", "reading-without-reason"))
        if not _same_letters(repair):
            failures.append(_reading(case, index, "stands", "reading-changes-letters"))
    return Check.of("readings", case.order.id, len(by_hand), failures)


def _tongues(repair: Repair) -> tuple[str, ...]:
    return (repair.why.kk, repair.why.ru, repair.why.en) if repair.why else ()


def _same_letters(repair: Repair) -> bool:
    if repair.kind is RepairKind.LOST_LABEL:
        return True
    stood, stands = _letters(repair.stood), _letters(repair.stands)
    if repair.kind is RepairKind.DISPLACED_WORDS:
        return Counter(stood) == Counter(stands)
    return stood == stands


def _reading(case: Case, index: int, name: str, key: str) -> Problem:
    repair = case.repairs.by_hand[index] if case.repairs else None
    file = case.order.repairs.file if case.order.repairs else ""
    where = case.files.where(file, "by_hand", index, name)
    lines = repair.lines if repair else ""
    return problem(where, f"by_hand[{index}].{name}", key, lines=lines)


# ---------------------------------------------------------------- the register itself


@frozen
class _Sides:
    """The register as stored and as derived, under the same keys."""

    stored: Mapping[str, Placed]
    derived: Mapping[str, Placed]

    @classmethod
    def of(cls, case: Case, draft: Draft) -> "_Sides":
        stored = survey(case.content)
        names = {placed.place: key for key, placed in stored.items()}
        return cls(stored, survey(draft.content, names))


def content(case: Case, draft: Draft) -> Check:
    """Answers: does every thing in the register say what the source says there?

    Every field counts. An id cannot be derived, so an entry or item is known again by the
    source line it begins on; what has no counterpart is a failure on either side.
    """
    sides = _Sides.of(case, draft)
    found = differences(
        {key: record(placed) for key, placed in sides.stored.items()},
        {key: record(placed) for key, placed in sides.derived.items()},
    )
    failures = []
    for one in found:
        if one.key not in sides.stored:
            parent = sides.stored.get(sides.derived[one.key].parent)
            where = case.files.register(*(parent.path if parent else ()))
            failures.append(problem(where, one.key, "not-stored", derived=_said(one.derived)))
            continue
        where = case.files.register(*sides.stored[one.key].path, *one.field.split("."))
        if one.key not in sides.derived:
            failures.append(problem(where, one.key, "not-derived", stored=_said(one.stored)))
        else:
            facts = {"field": one.field, "stored": one.stored, "derived": one.derived}
            failures.append(problem(where, one.key, "differs", **facts))
    return Check.of("content", case.order.id, len(sides.stored), failures)


def _said(side: object) -> object:
    """The text of a thing that the other side lacks, if it has any."""
    if not isinstance(side, Mapping):
        return side
    return side.get("heading") or side.get("text") or side.get("lines") or side.get("what")


def sequence(case: Case, draft: Draft) -> Check:
    """Answers: do blocks, links, levels, entries, items stand in the order of the source?"""
    sides = _Sides.of(case, draft)
    stored, derived = sequences(sides.stored), sequences(sides.derived)
    failures = []
    for parent in dict.fromkeys((*stored, *derived)):
        here, there = stored.get(parent, ()), derived.get(parent, ())
        if here != there:
            index, ours, theirs = _first_difference(here, there)
            placed = sides.stored.get(ours or parent)
            where = case.files.register(*(placed.path if placed else ()))
            facts = {"number": index + 1, "stored": ours, "derived": theirs}
            failures.append(problem(where, parent, "other-sequence", **facts))
    return Check.of("sequence", case.order.id, len(stored), failures)


def _first_difference(
    here: Iterable[str], there: Iterable[str]
) -> tuple[int, str | None, str | None]:
    pairs = enumerate(zip_longest(here, there))
    return next((at, ours, theirs) for at, (ours, theirs) in pairs if ours != theirs)


# ------------------------------------------------------------------------- repairs


def repairs(case: Case, draft: Draft) -> Check:
    """Answers: are the recorded repairs by rule those that the rules make, and no others?"""
    recorded = case.repairs.by_rule if case.repairs else ()
    stored, made = _by_place(recorded), _by_place(draft.repairs)
    numbers = {key: number for number, key in enumerate(stored)}
    file = case.order.repairs.file if case.order.repairs else case.source
    failures = []
    for one in differences(_records(stored), _records(made)):
        at = ("by_rule", numbers[one.key], one.field) if one.key in numbers else ("by_rule",)
        where = case.files.where(file, *at)
        if one.key not in made:
            failures.append(problem(where, one.key, "repair-not-made"))
        elif one.key not in stored:
            failures.append(problem(where, one.key, "repair-not-recorded"))
        else:
            facts = {"field": one.field, "stored": one.stored, "derived": one.derived}
            failures.append(problem(where, one.key, "differs", **facts))
    if not failures and tuple(stored) != tuple(made):
        failures.append(problem(case.files.where(file, "by_rule"), "by_rule", "repairs-unsorted"))
    return Check.of("repairs", case.order.id, len(recorded), failures)


def _by_place(made: Iterable[Repair]) -> dict[str, Repair]:
    found: dict[str, Repair] = {}
    for repair in made:
        key, number = f"{repair.kind} {repair.lines}", 1
        while key in found:
            number += 1
            key = f"{repair.kind} {repair.lines} ({number})"
        found[key] = repair
    return found


def _records(made: Mapping[str, Repair]) -> dict[str, dict[str, object]]:
    names = ("kind", "lines", "stood", "stands", "row", "why")
    return {
        key: {name: plain(getattr(repair, name)) for name in names} for key, repair in made.items()
    }
