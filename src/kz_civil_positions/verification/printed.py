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
    texts, others = _owners(case)
    displaced = {repair.lines.first for repair in _displaced_words(case)}
    failures, count = [], 0
    for number, raw in enumerate(case.lines, 1):
        where = case.files.line(case.source, number)
        printed, read = letters_of(raw), letters_of(used.pop(number, ""))
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
    for key, placed in case.stored.items():
        node = placed.node
        if isinstance(node, Link | Level):
            _own(others, node.label.lines, key)
        elif isinstance(node, Block | Section | Entry | Abbreviation):
            _own(texts, node.lines, key)
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
    levels = [placed for placed in case.stored.values() if isinstance(placed.node, Level)]
    labels = _labels(case)
    failures = []
    for placed in levels:
        level = placed.node
        if not isinstance(level, Level) or level.lines is None:
            where = case.files.register(*placed.path)
            failures.append(problem(where, str(placed.node.address), "cell-without-lines"))
            continue
        for made, ours in (
            (_raw_letters(case, level.lines, labels), letters_of(level.text)),
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
        raw = put_back.get(number) or "".join(case.lines[number - 1 : number])
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
