"""Ids, codes and labels: each in its place, and none twice."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from attrs import frozen

from kz_civil_positions.codes import Address, Code
from kz_civil_positions.errors import BadInputError, Problem
from kz_civil_positions.model import Block, Content, Entry, Item, LabelState, Level, Link, Section
from kz_civil_positions.sources.vocabulary import level_of, link_of
from kz_civil_positions.verification.case import Case
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["codes", "ids"]

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@frozen
class _Id:
    """An id that is given, and where."""

    text: str
    path: tuple[str | int, ...]
    sound: bool


def ids(case: Case) -> Check:
    """Answers: is every id a plain slug, and do no two things share one?"""
    failures: list[Problem] = []
    for given in (tuple(_given(case)), tuple(_given_to_doubts(case))):
        seen: set[str] = set()
        for one in given:
            if not one.sound:
                where = case.files.register(*one.path)
                failures.append(problem(where, one.text, "id-not-a-slug"))
            if one.text in seen:
                failures.append(problem(case.files.register(*one.path), one.text, "id-twice"))
            seen.add(one.text)
    named = sum(1 for _ in _given(case))
    return Check.of("ids", case.name, named + len(case.order.doubts), failures)


def _given(case: Case) -> Iterator[_Id]:
    for placed in case.stored.values():
        if isinstance(placed.node, Entry | Item):
            path = (*placed.path, "id")
            yield _Id(placed.node.id, path, _is_address(placed.node.address))


def _given_to_doubts(case: Case) -> Iterator[_Id]:
    for index, doubt in enumerate(case.order.doubts):
        yield _Id(doubt.id, ("doubts", index, "id"), bool(_SLUG.fullmatch(doubt.id)))


def _is_address(address: Address) -> bool:
    try:
        return Address.parse(str(address)) == address
    except BadInputError:
        return False


Place = Block | Section | Link | Level


def codes(case: Case) -> Check:
    """Answers: do codes agree with the places they stand in, and with the printed labels?

    Codes ascend from level to level, link to link and block to block, so none stands twice.
    """
    count = 0
    failures = list(_descending(case, case.content, ()))
    for key, placed in case.stored.items():
        if not isinstance(placed.node, Place):
            continue
        count += 1
        above = case.stored.get(placed.parent)
        failures += [
            problem(case.files.register(*placed.path), key, wrong)
            for wrong in (
                *_misplaced(placed.node, above.node if above else None),
                *_mislabelled(placed.node, cited=case.text is not None),
            )
        ]
        failures += _descending(case, placed.node, placed.path)
    return Check.of("codes", case.name, count, failures)


def _misplaced(node: Place, above: object) -> Iterator[str]:
    match node, above:
        case Block(), _ if node.code != Code(node.code.block):
            yield "code-of-other-kind"
        case Section(), Block() if node.block != above.code.block:
            yield "code-outside-parent"
        case Section(), _ if (node.sector is None) != (node.heading is None):
            yield "sector-without-heading"
        case Link(), _ if node.code != node.code.link_code:
            yield "code-of-other-kind"
        case Link(), Section() if _home(node.code) != (above.block, above.sector or ""):
            yield "code-outside-parent"
        case Level(), Link() if node.code.link_code != above.code:
            yield "code-outside-parent"


def _home(code: Code) -> tuple[str, str]:
    return code.block, code.sector


def _mislabelled(node: Place, *, cited: bool) -> Iterator[str]:
    """Where no source is held to be cited, a printed label has no lines."""
    if not isinstance(node, Link | Level):
        return
    label, printed = node.label, node.label.state is LabelState.PRINTED
    if (label.text is not None, label.lines is not None) != (printed, printed and cited):
        yield "label-not-whole"
    told = label.text is None or _names(label.text, node)
    if not told or (label.state is LabelState.NONE) not in _unlabelled(node):
        yield "label-unlike-code"


def _unlabelled(node: Link | Level) -> tuple[bool, ...]:
    """Whether it can be without a label: a row without a number is; block D's only link may be."""
    if isinstance(node, Link):
        return (False,) if node.code.link else (False, True)
    return (node.code.level_number is None,)


def _names(text: str, node: Link | Level) -> bool:
    if isinstance(node, Level):
        return level_of(text) == node.code.level
    code = link_of(text)
    return code is not None and code.plain == node.code.plain


def _descending(
    case: Case, node: Content | Place, path: tuple[str | int, ...]
) -> Iterator[Problem]:
    """Each place that does not stand above the one before it."""
    inner = [child for child in node.children if isinstance(child, Place)]
    for before, after in pairwise(inner):
        if not _follows(after, before):
            facts = {"before": before.address}
            yield problem(case.files.register(*path), str(after.address), "codes-descend", **facts)


def _follows(after: Place, before: Place) -> bool:
    if not (isinstance(after, Section) and isinstance(before, Section)):
        return _rank(after) > _rank(before)
    # What stands under no sector heading comes first; headings come as they are printed.
    printed = before.lines is None or after.lines is None or after.lines > before.lines
    return after.sector not in (None, before.sector) and printed


def _rank(node: Place) -> tuple[str | int, ...]:
    code = Code(node.block) if isinstance(node, Section) else node.code
    return code.block, code.link, *code.level
