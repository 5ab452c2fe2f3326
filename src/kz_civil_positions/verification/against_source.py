"""The stored register against its source text, read again: nothing lost, nothing added."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Final

from attrs import frozen

from kz_civil_positions.errors import Problem
from kz_civil_positions.model import Level, Link, Span
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

__all__ = ["against_source", "cells", "content", "lines", "readings", "repairs", "seals", "sequence"]


def against_source(case: Case, draft: Draft) -> Iterator[Check]:
    """Answers: is what is stored what the source gives?

    Args:
        case: an order whose text is held.
        draft: what its source gives when it is read again.

    Yields:
        The checks of the register, the repairs, the lines and the cells.
    """
    yield content(case, draft)
    yield sequence(case, draft)
    yield repairs(case, draft)
    yield lines(case, draft)
    yield cells(case, draft)


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
        key: {name: plain(getattr(repair, name)) for name in names}
        for key, repair in made.items()
    }


# --------------------------------------------------------------------------- lines


def lines(case: Case, draft: Draft) -> Check:
    """Answers: is every line of the source that is not blank accounted for exactly once?

    Its characters, blanks apart, must all have been read, each once and in the printed
    order; where a recorded reading puts displaced words back, the order may differ. And the
    line must belong to one text of the data: a paragraph of the order, a heading, an entry
    or an abbreviation, or be a label.
    """
    used: dict[int, str] = defaultdict(str)
    for use in draft.uses:
        used[use.line] += use.text
    texts, others = _owners(case)
    displaced = {repair.lines.first for repair in _displaced_words(case)}
    failures, count = [], 0
    for number, raw in enumerate(case.lines, 1):
        where = case.files.line(case.source, number)
        printed, read = _letters(raw), _letters(used.pop(number, ""))
        count += bool(printed)
        moved = number in displaced and Counter(printed) == Counter(read)
        if printed != read and not moved:
            facts = {"stood": raw.strip(), "read": read}
            failures.append(problem(where, "", "line-not-accounted", **facts))
        if printed and not texts[number] and not others[number]:
            failures.append(problem(where, "", "line-without-owner", stood=raw.strip()))
        if len(texts[number]) > 1:
            failures.append(problem(where, "", "line-owned-twice", owners=", ".join(texts[number])))
    failures += [
        problem(case.files.line(case.source, number), "", "no-such-line") for number in sorted(used)
    ]
    return Check.of("lines", case.order.id, count, failures)


def _letters(text: str) -> str:
    """A text without its blanks: what the damage to spacing cannot have changed."""
    return "".join(text.split())


def _displaced_words(case: Case) -> Iterator[Repair]:
    for repair in case.repairs.by_hand if case.repairs else ():
        if repair.kind is RepairKind.DISPLACED_WORDS:
            yield repair


def _owners(case: Case) -> tuple[Mapping[int, list[str]], Mapping[int, list[str]]]:
    """Whose each line is: of texts, and of what may share a line with one.

    A label may be printed on the first line of its cell, and the mark that closes the
    quoted register stands on the last line of the list of abbreviations.
    """
    texts: dict[int, list[str]] = defaultdict(list)
    others: dict[int, list[str]] = defaultdict(list)
    for index, paragraph in enumerate(case.order.paragraphs):
        whose = others if paragraph.role is OrderRole.QUOTATION else texts
        _own(whose, paragraph.lines, f"paragraphs[{index}]")
    for key, placed in survey(case.content).items():
        node = placed.node
        if isinstance(node, Link | Level):
            _own(others, node.label.lines, key)
        elif "heading" in record(placed) or not node.children:
            inner = placed.parent.startswith("entry:")
            _own(others if inner else texts, getattr(node, "lines", None), key)
    return texts, others


def _own(whose: dict[int, list[str]], span: Span | None, key: str) -> None:
    for number in range(span.first, span.last + 1) if span else ():
        whose[number].append(key)


# --------------------------------------------------------------------------- cells

# A mark clings to its word, wherever the line happened to break.
_LOOSE_MARK: Final = re.compile(r" (?=[,.)])|(?<=\() ")


def cells(case: Case, draft: Draft) -> Check:
    """Answers: do the entries of each level, joined with single blanks, give its cell?

    The cell is made here twice without the table that the importer builds: letter by letter
    from the raw lines of the file, labels left out; and word by word from the mended lines,
    joined by one plain rule for marks.
    """
    levels = [placed for placed in survey(case.content).values() if isinstance(placed.node, Level)]
    labels = _labels(case)
    failures = []
    for placed in levels:
        level = placed.node
        if not isinstance(level, Level) or level.lines is None:
            where = case.files.register(*placed.path)
            failures.append(problem(where, str(placed.node.address), "cell-without-lines"))
            continue
        for made, ours in (
            (_raw_letters(case, level.lines, labels), _letters(level.text)),
            (_mended_words(draft, level.lines), level.text),
        ):
            if made != ours:
                where = case.files.register(*placed.path, "entries")
                stored, derived = _around_difference(ours, made)
                facts = {"stored": stored, "derived": derived}
                failures.append(problem(where, str(level.address), "cell-differs", **facts))
    return Check.of("cells", case.order.id, len(levels), failures)


def _labels(case: Case) -> Mapping[int, str]:
    """The labels of links and levels, by the line they are printed on."""
    nodes = (node for node in case.content.walk() if isinstance(node, Link | Level))
    return {
        node.label.lines.first: node.label.text
        for node in nodes
        if node.label.lines and node.label.text
    }


def _raw_letters(case: Case, span: Span, labels: Mapping[int, str]) -> str:
    put_back = {repair.lines.first: repair.stands for repair in _displaced_words(case)}
    cell = ""
    for number in range(span.first, span.last + 1):
        raw = put_back.get(number) or case.lines[number - 1 : number] or ""
        line = "".join(raw).strip()
        cell += _letters(line.removeprefix(labels.get(number, "")))
    return cell


def _mended_words(draft: Draft, span: Span) -> str:
    pieces = (
        use.text
        for use in draft.uses
        if use.part is Part.TEXT and span.first <= use.line <= span.last
    )
    return _LOOSE_MARK.sub("", " ".join(pieces))


def _around_difference(ours: str, theirs: str, width: int = 20) -> tuple[str, str]:
    """Both texts where they first part, since a cell is long."""
    length = max(len(ours), len(theirs))
    at = next((i for i in range(length) if ours[i : i + 1] != theirs[i : i + 1]), 0)
    start, stop = max(0, at - width), at + width
    return ours[start:stop], theirs[start:stop]
