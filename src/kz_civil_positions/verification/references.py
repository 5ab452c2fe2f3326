"""What points to what: doubts, faults of print, and what operations name."""

import re
from collections.abc import Container, Iterator
from itertools import pairwise

from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.errors import Problem
from kz_civil_positions.model import (
    Content,
    Doubt,
    Entry,
    Evidence,
    Item,
    LabelState,
    Level,
    Link,
)
from kz_civil_positions.operations import Restate
from kz_civil_positions.verification.case import Case
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["doubts", "faults", "holds_words", "inferred", "targets"]


def holds_words(text: str, quote: str) -> bool:
    """Answers: do these words stand in the text, and not cut short?

    Example:
        >>> holds_words("ММ басшысы:", "басшысы"), holds_words("ММ басшысы:", "басшы")
        (True, False)
    """
    before = r"(?<!\w)" if quote[:1].isalnum() else ""
    after = r"(?!\w)" if quote[-1:].isalnum() else ""
    return bool(quote) and bool(re.search(before + re.escape(quote) + after, text))


def doubts(case: Case, orders: Container[str]) -> Check:
    """Answers: does every doubt concern something that exists, on evidence that stands?

    The words quoted must stand in the source, as raw text, at the lines given.
    """
    of_order = case.order.doubts
    count = sum(len(doubt.about) + len(doubt.evidence) for doubt in of_order)
    failures = [
        failure
        for index, doubt in enumerate(of_order)
        for failure in _unsound(case, index, doubt, orders)
    ]
    return Check.of("doubts", case.name, count, failures)


def _unsound(case: Case, index: int, doubt: Doubt, orders: Container[str]) -> Iterator[Problem]:
    for place, about in enumerate(doubt.about):
        if not _exists(case, about, orders):
            where = case.files.register("doubts", index, "about", place)
            yield problem(where, doubt.id, "about-nothing", address=about)
    if not doubt.evidence:
        where = case.files.register("doubts", index)
        yield problem(where, doubt.id, "doubt-without-evidence")
    for place, evidence in enumerate(doubt.evidence):
        if key := _unfounded(case, evidence):
            where = case.files.register("doubts", index, "evidence", place)
            facts = {"quote": evidence.quote, "lines": evidence.lines}
            yield problem(where, f"{doubt.id}.evidence[{place}]", key, **facts)


def _exists(case: Case, about: Address, orders: Container[str]) -> bool:
    if about.kind is Kind.ORDER:
        return about.name in orders
    return about.kind in (Kind.REGISTER, Kind.ABBREVIATIONS) or str(about) in case.stored


def _unfounded(case: Case, evidence: Evidence) -> str | None:
    """A comparison with other registers rests on no lines, and quotes none."""
    if evidence.lines is None:
        return "quote-without-lines" if evidence.quote else None
    if evidence.lines.last > len(case.lines):
        return "lines-outside-source"
    there = "\n".join(case.lines[evidence.lines.first - 1 : evidence.lines.last])
    if evidence.quote is not None and not holds_words(there, evidence.quote):
        return "quote-not-found"
    return None


def faults(case: Case) -> Check:
    """Answers: do the faults of print that are kept stand in the texts they are said of?"""
    failures = []
    for index, fault in enumerate(case.order.faults):
        placed = case.stored.get(str(fault.about))
        facts = {"quote": fault.words, "address": fault.about}
        if placed is None or not isinstance(placed.node, Entry | Item):
            where = case.files.register("faults", index, "about")
            failures.append(problem(where, f"faults[{index}]", "about-nothing", **facts))
        elif not holds_words(placed.node.text, fault.words):
            where = case.files.register("faults", index, "words")
            failures.append(problem(where, f"faults[{index}]", "fault-not-there", **facts))
    return Check.of("faults", case.name, len(case.order.faults), failures)


def inferred(case: Case) -> Check:
    """Answers: does every reading that rests on more than a printed label carry a doubt?

    A link or level whose label is inferred does. And where a link's own label was lost and the
    numbers of its levels leap over one (1, then 3), so does every entry between the two but
    the first: the label of the level leapt over may be lost among them as well.
    """
    doubted = {str(about) for doubt in case.order.doubts for about in doubt.about}
    labels, failures = 0, []
    for key, placed in case.stored.items():
        node, path = placed.node, (*placed.path, "label")
        if not isinstance(node, Link | Level):
            continue
        labels += 1
        if node.label.state is LabelState.INFERRED and key not in doubted:
            failures.append(problem(case.files.register(*path), key, "inferred-without-doubt"))
        for level, entry in _leapt_over(node):
            if not doubted & {str(entry.address), str(level.address)}:
                where, facts = case.files.register(*path), {"level": level.address}
                failures.append(problem(where, str(entry.address), "leap-without-doubt", **facts))
    return Check.of("inferred", case.name, labels, failures)


def _leapt_over(node: Link | Level) -> Iterator[tuple[Level, Entry]]:
    if not isinstance(node, Link) or node.label.state is not LabelState.INFERRED:
        return
    for before, after in pairwise(node.levels):
        here, there = before.code.level, after.code.level
        if here and there and there[0] > here[0] + 1:
            yield from ((before, entry) for entry in before.entries[1:])


def targets(case: Case) -> Check:
    """Answers: does what a restatement brings fit what it says it restates?

    What an amendment finds in the edition before it is checked where the orders are
    replayed; here, that a whole register is brought for the register and for nothing else.
    """
    count, failures = 0, []
    for index, operation in enumerate(case.order.operations):
        if isinstance(operation, Restate):
            count += 1
            whole = isinstance(operation.content, Content)
            if whole != (operation.target.kind is Kind.REGISTER):
                where = case.files.order("operations", index, "target")
                facts = {"address": operation.target}
                path = f"operations[{index}].target"
                failures.append(problem(where, path, "restates-other-kind", **facts))
    return Check.of("targets", case.name, count, failures)
