"""All checks of a registers folder, one after the other."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.orders import Order, ParallelText, PublishedEdition
from kz_civil_positions.sources.draft import Draft
from kz_civil_positions.storage.load import ORDER_FILE, load_register
from kz_civil_positions.storage.steady import steadily
from kz_civil_positions.verification.against_source import (
    content,
    readings,
    repairs,
    seals,
    sequence,
)
from kz_civil_positions.verification.annotations import annotated
from kz_civil_positions.verification.beside import claims
from kz_civil_positions.verification.case import Case, open_case, open_published
from kz_civil_positions.verification.letters import scripts
from kz_civil_positions.verification.own_words import (
    attested,
    base_facts,
    facts,
    instructions,
    not_held,
    paragraphs,
)
from kz_civil_positions.verification.payloads import payloads, payloads_of
from kz_civil_positions.verification.places import codes, ids
from kz_civil_positions.verification.printed import cells, lines
from kz_civil_positions.verification.published import checkpoints, notes, parallel
from kz_civil_positions.verification.references import doubts, faults, inferred, targets
from kz_civil_positions.verification.transcribed import transcribed
from kz_civil_positions.verification.verdict import Check, Verdict

__all__ = ["checks_of", "verify"]


def verify(root: Path) -> Verdict:
    """Answers: is the data in this registers folder what its sources show?

    Args:
        root: a folder with one folder an order.

    Returns:
        Every check with its count and its failures. Data that cannot be read at all, or that
        kept changing while it was read, is a failure too, and then the only one.

    Raises:
        BadInputError: when the folder holds no order.

    Example:
        >>> from kz_civil_positions.storage.root import data_root
        >>> verdict = verify(data_root())
        >>> verdict.ok
        True
        >>> next(check.count for check in verdict.checks if check.key == "verify.check-cells")
        36
    """
    try:
        return steadily(root, lambda: _verify(root))
    except DataError as error:
        return Verdict((Check.of("loads", "", _count(root), error.problems),))


def _count(root: Path) -> int:
    return len(list(root.glob(f"*/{ORDER_FILE}")))


def _verify(root: Path) -> Verdict:
    register = load_register(root)
    cases, unread = _open(root, register.orders)
    editions, lost = _open_published(root, (*register.published, *register.parallel))
    unread += lost
    loads = Check.of("loads", "", _count(root), unread)
    if unread:
        return Verdict((loads,))
    checks = [check for case in cases.values() for check in checks_of(case, cases)]
    of_editions = [check for one in editions for check in published_checks(one, cases)]
    beside = (*checkpoints(register, root), *parallel(register))
    return Verdict((loads, *checks, *of_editions, *beside))


def _open(root: Path, orders: tuple[Order, ...]) -> tuple[dict[str, Case], list[Problem]]:
    cases: dict[str, Case] = {}
    unread: list[Problem] = []
    for order in orders:
        try:
            cases[order.id] = open_case(root, order)
        except DataError as error:
            unread += error.problems
    return cases, unread


def _open_published(
    root: Path, published: tuple[PublishedEdition | ParallelText, ...]
) -> tuple[list[Case], list[Problem]]:
    cases: list[Case] = []
    unread: list[Problem] = []
    for edition in published:
        try:
            cases.append(open_published(root, edition))
        except DataError as error:
            unread += error.problems
    return cases, unread


def checks_of(case: Case, cases: Mapping[str, Case]) -> Iterator[Check]:
    """Answers: is this order's folder sound?

    Args:
        case: the order's folder.
        cases: all folders, for what one order says of another.

    Yields:
        The checks. Of an order whose text is not held only those that need no text; that
        it is not held is said by a check of its own.
    """
    if case.order.source is None:
        yield not_held(case)
    else:
        yield from _of_files(case)
    if case.reading.draft is not None:
        yield from _against_source(case, case.reading.draft, cases)
    if case.order.facts_from or not (case.order.source or case.order.fictional):
        yield attested(case, cases)
    yield scripts(case)
    if case.stored:
        yield from _in_itself(case, cases)


def published_checks(case: Case, cases: Mapping[str, Case]) -> Iterator[Check]:
    """Answers: is this published edition's folder sound?

    Args:
        case: the edition's folder.
        cases: the folders of all orders.

    Yields:
        The checks; those that hold it against its source only where that is there.
    """
    if case.order.source is not None:
        yield from _of_files(case)
    if case.published and any(one.file for one in case.published.notes):
        yield claims(case)
    draft = case.reading.draft
    if draft is not None:
        yield notes(case, draft)
        yield from _derived_again(case, draft)
    if case.order.source is not None:
        yield scripts(case)
        yield from _in_itself(case, cases)


def _of_files(case: Case) -> Iterator[Check]:
    yield seals(case)
    found = transcribed(case)
    if found is not None:
        yield found
    yield readings(case)


def _against_source(case: Case, draft: Draft, cases: Mapping[str, Case]) -> Iterator[Check]:
    yield paragraphs(case, draft)
    yield facts(case, draft)
    base = base_facts(case, draft, cases)
    if base is not None:
        yield base
    yield instructions(case, draft)
    yield from _derived_again(case, draft)


def _derived_again(case: Case, draft: Draft) -> Iterator[Check]:
    # Rows in quotes make no register, whatever they would be by themselves.
    in_parts = not case.stored and (case.order.unexpressed or any(payloads_of(case.order)))
    if in_parts:
        yield payloads(case, draft)
    else:
        yield content(case, draft)
        yield sequence(case, draft)
    yield repairs(case, draft)
    yield lines(case, draft)
    if not in_parts:
        yield cells(case, draft)


def _in_itself(case: Case, cases: Mapping[str, Case]) -> Iterator[Check]:
    yield ids(case)
    yield codes(case)
    yield inferred(case)
    yield doubts(case, cases)
    yield faults(case)
    yield targets(case)
    if case.order.annotations:
        yield annotated(case)
