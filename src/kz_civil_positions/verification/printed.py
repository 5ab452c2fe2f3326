"""The stored register against its source as printed: line by line, and cell by cell.

Nothing here uses the table that the importer builds.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from kz_civil_positions.model import Abbreviation, Block, Entry, Level, Link, Section, Span
from kz_civil_positions.orders import OrderRole, TextForm
from kz_civil_positions.sources.divide import closing_mark
from kz_civil_positions.sources.draft import Draft
from kz_civil_positions.sources.notes import is_note
from kz_civil_positions.sources.paragraphs import Part
from kz_civil_positions.sources.repairs import Repair, RepairKind
from kz_civil_positions.sources.transcript import CELL
from kz_civil_positions.sources.vocabulary import column_of, level_of, link_of
from kz_civil_positions.verification.case import Case, letters_of
from kz_civil_positions.verification.payloads import payloads_of
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["cells", "lines"]

# --------------------------------------------------------------------------- lines


def lines(case: Case, draft: Draft) -> Check:
    """Answers: is every line of the source that is not blank accounted for exactly once?

    Its characters, blanks apart, must all have been read, each once and in the printed
    order; where a recorded reading puts displaced words back, the order may differ. And the
    line must belong to one text of the data: a paragraph of the order, a heading, an entry
    or an abbreviation, or be a label. A publisher's notes and what is not of this register
    belong to none; a line whose paragraphs were run together belongs to several.
    """
    used: dict[int, str] = defaultdict(str)
    for use in draft.uses:
        used[use.line] += use.text
    owners: dict[int, dict[str, bool]] = defaultdict(dict)
    run_together = set(_run_together(case))
    for number, owner, alone in _owners(case):
        owners[number][owner] = alone and number not in run_together
    for use in draft.uses:
        if use.part in (Part.NOTE, Part.ELSEWHERE):
            owners[use.line][use.part] = False
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
    return Check.of("lines", case.name, count, failures)


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


def _run_together(case: Case) -> Iterator[int]:
    """The lines in which a publisher gave several paragraphs as one."""
    for repair in case.repairs.by_rule if case.repairs else ():
        if repair.kind is RepairKind.RUN_TOGETHER:
            yield from _numbers(case, repair.lines)


def _owners(case: Case) -> Iterator[tuple[int, str, bool]]:
    """Whose each line is, and whether it is the owner's alone.

    Not alone stands a label, which may be printed on the first line of its cell, and the mark
    that closes the quoted register on the last line of the list of abbreviations. What an
    operation brings may be quoted in a paragraph of the order, too.
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
    for payload in payloads_of(case.order):
        node = payload.node
        span = node.label.lines if isinstance(node, Link | Level) else getattr(node, "lines", None)
        for number in _numbers(case, span):
            yield number, f"{node.address} of operations[{payload.operation}]", False


def _numbers(case: Case, span: Span | None) -> range:
    """The numbers of these lines, as far as the source has them."""
    return range(span.first, min(span.last, len(case.lines)) + 1) if span else range(0)


# --------------------------------------------------------------------------- cells

# A mark clings to its word, wherever the line happened to break, and so does what a hyphen
# at a line's end joins.
_LOOSE_MARK: Final = re.compile(r"[ \n](?=[,.)])|(?<=\()[ \n]|(?<=[\w(][-‑])\n")


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
    return Check.of("cells", case.name, count, failures)


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
    layout = case.order.source is None or case.order.source.form is TextForm.LAYOUT
    cell = ""
    for number in _numbers(case, span):
        raw = put_back.get(number) or case.lines[number - 1]
        if layout:
            cell += letters_of(raw.strip().removeprefix(labels.get(number, "")))
        else:
            cell += letters_of(_last_cell(raw))
    return cell


def _last_cell(raw: str) -> str:
    """What a line of a transcript has of a cell of titles: its last cell that is no label.

    The headings of the columns and a publisher's note may stand between two pages of a cell;
    the mark that closes a quotation may stand after its end.
    """
    filled = [text.strip() for text in raw.split(CELL) if text.strip()]
    text = filled[-1] if CELL in raw and filled else ""
    if link_of(text) or level_of(text) or column_of(text) or is_note(text):
        return ""
    return text[: closing_mark(text)]


def _mended_words(draft: Draft, span: Span) -> str:
    pieces = (
        use.text
        for use in draft.uses
        if use.part is Part.TEXT and span.first <= use.line <= span.last
    )
    return _LOOSE_MARK.sub("", "\n".join(pieces)).replace("\n", " ")


def _around_difference(ours: str, theirs: str, width: int = 20) -> tuple[str, str]:
    """Both texts where they first part, since a cell is long."""
    length = max(len(ours), len(theirs))
    at = next((i for i in range(length) if ours[i : i + 1] != theirs[i : i + 1]), 0)
    start, stop = max(0, at - width), at + width
    return ours[start:stop], theirs[start:stop]
