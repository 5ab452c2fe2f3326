"""The stored register against its source as printed: line by line, and cell by cell.

Nothing here uses the table that the importer builds.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from kz_civil_positions.model import Abbreviation, Block, Entry, Level, Link, Section, Span
from kz_civil_positions.orders import OrderRole
from kz_civil_positions.sources.draft import Draft
from kz_civil_positions.sources.lines import Part
from kz_civil_positions.sources.repairs import Repair, RepairKind
from kz_civil_positions.verification.case import Case, letters_of
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["cells", "lines"]

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
    owners: dict[int, dict[str, bool]] = defaultdict(dict)
    for number, owner, alone in _owners(case):
        owners[number][owner] = alone
    moved = {repair.lines.first for repair in _displaced_words(case)}
    count, failures = 0, []
    for number, raw in enumerate(case.lines, 1):
        read = used.pop(number, "")
        count += bool(raw.strip())
        for key, facts in _misread(raw, read, owners[number], moved=number in moved):
            failures.append(problem(case.files.line(case.source, number), "", key, **facts))
    failures += [
        problem(case.files.line(case.source, number), "", "no-such-line") for number in sorted(used)
    ]
    return Check.of("lines", case.order.id, count, failures)


def _misread(
    raw: str, read: str, owners: Mapping[str, bool], *, moved: bool
) -> Iterator[tuple[str, dict[str, str]]]:
    """What is wrong in the account of one line."""
    printed, letters = letters_of(raw), letters_of(read)
    if printed != letters and not (moved and Counter(printed) == Counter(letters)):
        yield "line-not-accounted", {"stood": raw.strip(), "read": read}
    if printed and not owners:
        yield "line-without-owner", {"stood": raw.strip()}
    alone = [owner for owner, is_alone in owners.items() if is_alone]
    if len(alone) > 1:
        yield "line-owned-twice", {"owners": ", ".join(alone)}


def _displaced_words(case: Case) -> Iterator[Repair]:
    for repair in case.repairs.by_hand if case.repairs else ():
        if repair.kind is RepairKind.DISPLACED_WORDS:
            yield repair


def _owners(case: Case) -> Iterator[tuple[int, str, bool]]:
    """Whose each line is, and whether it is the owner's alone.

    Not alone stands a label, which may be printed on the first line of its cell, and the mark
    that closes the quoted register on the last line of the list of abbreviations.
    """
    for index, paragraph in enumerate(case.order.paragraphs):
        alone = paragraph.role is not OrderRole.QUOTATION
        for number in _numbers(case, paragraph.lines):
            yield number, f"paragraphs[{index}]", alone
    for key, placed in case.stored.items():
        match placed.node:
            case Link() | Level():
                span, alone = placed.node.label.lines, False
            case Block() | Section() | Entry() | Abbreviation():
                span, alone = placed.node.lines, True
            case _:
                continue
        for number in _numbers(case, span):
            yield number, key, alone


def _numbers(case: Case, span: Span | None) -> range:
    """The numbers of these lines, as far as the source has them."""
    return range(span.first, min(span.last, len(case.lines)) + 1) if span else range(0)


# --------------------------------------------------------------------------- cells

# A mark clings to its word, wherever the line happened to break.
_LOOSE_MARK: Final = re.compile(r" (?=[,.)])|(?<=\() ")


def cells(case: Case, draft: Draft) -> Check:
    """Answers: do the entries of each level, joined with single blanks, give its cell?

    The cell is made here twice without the table that the importer builds: letter by letter
    from the raw lines of the file, labels left out; and word by word from the mended lines,
    joined by one plain rule for marks.
    """
    labels = _labels(case)
    count, failures = 0, []
    for key, placed in case.stored.items():
        if not isinstance(placed.node, Level):
            continue
        count += 1
        text, span = placed.node.text, placed.node.lines
        if span is None:
            failures.append(problem(case.files.register(*placed.path), key, "cell-without-lines"))
            continue
        pairs = (
            (letters_of(text), _raw_letters(case, span, labels)),
            (text, _mended_words(draft, span)),
        )
        for ours, printed in pairs:
            if ours != printed:
                stored, derived = _around_difference(ours, printed)
                facts = {"stored": stored, "derived": derived}
                failures.append(
                    problem(case.files.register(*placed.path), key, "cell-differs", **facts)
                )
    return Check.of("cells", case.order.id, count, failures)


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
    for number in _numbers(case, span):
        raw = put_back.get(number) or case.lines[number - 1]
        cell += letters_of(raw.strip().removeprefix(labels.get(number, "")))
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
