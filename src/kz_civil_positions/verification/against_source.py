"""The stored register against its source text, read again: nothing lost, nothing added."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest

from attrs import frozen

from kz_civil_positions.errors import Problem
from kz_civil_positions.sources.draft import Draft
from kz_civil_positions.sources.repairs import Repair, RepairKind
from kz_civil_positions.verification.case import Case, letters_of
from kz_civil_positions.verification.keyed import (
    Difference,
    Placed,
    differences,
    numbered,
    record,
    sequences,
    survey,
)
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["content", "readings", "repairs", "seals", "sequence"]


def seals(case: Case) -> Check:
    """Answers: are source, original, repairs and register the very files that are recorded?

    The seal alone guards what nothing else can: reasons and comments in the repairs, and in
    the register the permanent ids.
    """
    order = case.order
    files = (order.source, order.original, order.repairs, order.register)
    sealed = [one for one in files if one]
    failures = [
        problem(case.files.line(one.file, 1), "", "seal-broken", found=found, recorded=one.sha256)
        for one in sealed
        if (found := case.files.sha256(one.file)) != one.sha256
    ]
    if case.repairs and case.repairs.source != case.order.source:
        where = case.files.where(case.repairs_file, "source")
        failures.append(problem(where, "source", "seals-differ"))
    return Check.of("seals", case.name, len(sealed), failures)


# ------------------------------------------------------------------ readings, repairs


def readings(case: Case) -> Check:
    """Answers: does every reading by hand fit the source, and has it a reason?

    A reading may put back blanks and the order of words, never letters; only a label that
    the source lost is read without having stood.
    """
    by_hand = case.repairs.by_hand if case.repairs else ()
    failures = list(case.reading.failures)
    for index, repair in enumerate(by_hand):
        for name, key in _unsound(repair):
            path = ("by_hand", index, name)
            where = case.files.where(case.repairs_file, *path)
            failures.append(problem(where, f"by_hand[{index}].{name}", key, lines=repair.lines))
    return Check.of("readings", case.name, len(by_hand), failures)


def _unsound(repair: Repair) -> Iterator[tuple[str, str]]:
    why = repair.why
    if why is None or not all(text.strip() for text in (why.kk, why.ru, why.en)):
        yield "why", "reading-without-reason"
    if repair.kind is RepairKind.LOST_LABEL:
        return
    stood, stands = letters_of(repair.stood), letters_of(repair.stands)
    moved = repair.kind is RepairKind.DISPLACED_WORDS and Counter(stood) == Counter(stands)
    if stood != stands and not moved:
        yield "stands", "reading-changes-letters"


def repairs(case: Case, draft: Draft) -> Check:
    """Answers: are the recorded repairs by rule those that the rules make, and no others?"""
    recorded = case.repairs.by_rule if case.repairs else ()
    stored, made = _by_place(recorded), _by_place(draft.repairs)
    numbers = {key: number for number, key in enumerate(stored)}
    failures = []
    for one in differences(stored, made):
        at = (numbers[one.key], one.field) if one.key in numbers else ()
        where = case.files.where(case.repairs_file, "by_rule", *at)
        key = _key_of(one, "repair-not-made", "repair-not-recorded")
        failures.append(problem(where, one.key, key, **one.facts))
    if not failures and tuple(stored) != tuple(made):
        where = case.files.where(case.repairs_file, "by_rule")
        failures.append(problem(where, "by_rule", "repairs-unsorted"))
    return Check.of("repairs", case.name, len(recorded), failures)


def _by_place(made: Iterable[Repair]) -> dict[str, Mapping[str, object]]:
    found: dict[str, Mapping[str, object]] = {}
    for repair in made:
        found[numbered(f"{repair.kind} {repair.lines}", found)] = record(repair)
    return found


def _key_of(one: Difference, only_stored: str, only_derived: str) -> str:
    if one.derived is None and not one.field:
        return only_stored
    return "differs" if one.field else only_derived


# ---------------------------------------------------------------- the register itself


@frozen
class _Sides:
    """The register as stored and as derived, under the same keys."""

    stored: Mapping[str, Placed]
    derived: Mapping[str, Placed]


def _sides(case: Case, draft: Draft) -> _Sides:
    names = {placed.place: key for key, placed in case.stored.items()}
    return _Sides(case.stored, survey(draft.content, names))


def content(case: Case, draft: Draft) -> Check:
    """Answers: does every thing in the register say what the source says there?

    Every field counts. An id cannot be derived, so an entry or item is known again by the
    source line it begins on; what has no counterpart is a failure on either side.
    """
    sides = _sides(case, draft)
    found = differences(_records(sides.stored), _records(sides.derived))
    failures = [_content_failure(case, sides, one) for one in found]
    return Check.of("content", case.name, len(sides.stored), failures)


def _records(found: Mapping[str, Placed]) -> dict[str, Mapping[str, object]]:
    return {key: {"in": placed.parent, **record(placed.node)} for key, placed in found.items()}


def _content_failure(case: Case, sides: _Sides, one: Difference) -> Problem:
    placed = sides.stored.get(one.key)
    near = placed or sides.stored.get(sides.derived[one.key].parent)
    where = case.files.register(*(near.path if near else ()), *one.field.split("."))
    return problem(where, one.key, _key_of(one, "not-derived", "not-stored"), **one.facts)


def sequence(case: Case, draft: Draft) -> Check:
    """Answers: do blocks, links, levels, entries, items stand in the order of the source?"""
    sides = _sides(case, draft)
    stored, derived = sequences(sides.stored), sequences(sides.derived)
    failures = []
    for parent in dict.fromkeys((*stored, *derived)):
        here, there = stored.get(parent, ()), derived.get(parent, ())
        if here != there:
            place, ours, theirs = _first_difference(here, there)
            placed = sides.stored.get(ours or parent)
            where = case.files.register(*(placed.path if placed else ()))
            facts = {"number": place, "stored": ours, "derived": theirs}
            failures.append(problem(where, parent, "other-sequence", **facts))
    return Check.of("sequence", case.name, len(stored), failures)


def _first_difference(
    here: Iterable[str], there: Iterable[str]
) -> tuple[int, str | None, str | None]:
    pairs = enumerate(zip_longest(here, there), 1)
    return next((at, ours, theirs) for at, (ours, theirs) in pairs if ours != theirs)
