"""Changes set out for a reader: a summary, then place by place, old and new side by side."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from kz_civil_positions.calendar import describe
from kz_civil_positions.changes import Basis, Change, Lane, WordMark
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.history.register import Register
from kz_civil_positions.messages import Language, say
from kz_civil_positions.reports.document import (
    Cell,
    Heading,
    Listing,
    Paragraph,
    Part,
    Run,
    Style,
    Table,
    Text,
    cell,
    plain,
)

__all__ = ["change_parts", "ground", "moved", "redlined"]

_STYLES = {
    WordMark.KEPT: Style.PLAIN,
    WordMark.DELETED: Style.DELETED,
    WordMark.INSERTED: Style.INSERTED,
}


def change_parts(
    register: Register, changes: tuple[Change, ...], language: Language
) -> Iterator[Part]:
    """Answers: how are these changes set out in a report?

    Args:
        register: the register they are of.
        changes: of all lanes; those of law come first and alone count as changes.
        language: of headings and messages.

    Yields:
        The parts of the report.
    """
    of_law = [one for one in changes if one.lane is Lane.LAW]
    yield Heading(2, plain(say("reports.changes-heading", language)), "changes")
    if not of_law:
        yield Paragraph(plain(say("reports.no-changes", language)))
    else:
        yield _summary(of_law, language)
        for place, group in groupby(of_law, key=_place):
            yield Heading(3, plain(place or say("changes.abbreviations", language)))
            yield _table(register, list(group), language)
    yield from _others([one for one in changes if one.lane is not Lane.LAW], language)


def _place(change: Change) -> str:
    code = change.code or change.old_code
    return str(code) if code else ""


def _summary(changes: list[Change], language: Language) -> Table:
    counts = Counter(change.kind for change in changes)
    head = (cell(say("changes.kind", language)), cell(say("changes.number", language)))
    rows = tuple(
        (cell(say(f"changes.{kind}", language)), cell(str(number)))
        for kind, number in counts.items()
    )
    return Table(head, rows, say("changes.summary", language), (4, 1))


def _table(register: Register, changes: list[Change], language: Language) -> Table:
    columns = ("kind", "was", "became", "ground")
    head = tuple(cell(say(f"changes.{column}", language)) for column in columns)
    rows = [row for change in changes for row in _rows(register, change, language)]
    return Table(head, tuple(rows), widths=(2, 4, 4, 3))


def _rows(register: Register, change: Change, language: Language) -> Iterator[tuple[Cell, ...]]:
    """A row for the change; below it, for a rewording, the words that were changed."""
    kind = say(f"changes.{change.kind}", language)
    yield (
        cell(kind, *moved(change)),
        _side(change.old, change.old_lines),
        _side(change.new, change.new_lines),
        Cell(tuple(plain(line) for line in ground(register, change, language))),
    )
    if change.words:
        yield cell(say("changes.words", language)), Cell((redlined(change),), columns=3)


def moved(change: Change) -> Iterator[str]:
    """Answers: from where to where did it go, if it did?"""
    if change.old_place and change.new_place and change.old_place != change.new_place:
        yield f"{_name(change.old_place)} → {_name(change.new_place)}"


def _name(place: Address) -> str:
    """A place is named by its code, anything else by its address."""
    return place.name if place.kind in (Kind.BLOCK, Kind.LINK, Kind.LEVEL) else str(place)


def _side(text: str | None, lines: object) -> Cell:
    if text is None:
        return cell("–")
    return cell(text, str(lines)) if lines else cell(text)


def redlined(change: Change) -> Text:
    """Answers: how does a rewording read with its insertions and deletions?"""
    return tuple(Run(word.text, _STYLES[word.mark]) for word in change.words)


def ground(register: Register, change: Change, language: Language) -> Iterator[str]:
    """Answers: on what ground do we say so? Order, point and effect, or the two texts alone."""
    if change.order is None or change.instruction is None:
        yield say("changes.ground-comparison", language)
        return
    order = register.order(change.order)
    key = "instruction" if change.basis is Basis.INSTRUCTION else "within"
    yield say(
        f"changes.ground-{key}",
        language,
        order=f"№ {order.number}",
        point=change.instruction.point,
        when=describe(register.in_effect(order), language),
    )


def _others(changes: list[Change], language: Language) -> Iterator[Part]:
    """Differences in writing and in our data are told apart from changes of law."""
    if not changes:
        return
    yield Heading(2, plain(say("changes.other-lanes", language)), "other-differences")
    for lane in (Lane.TYPOGRAPHIC, Lane.DATA):
        counts = Counter(one.kind for one in changes if one.lane is lane)
        if counts:
            lead = say(f"changes.lane-{lane}", language)
            told = [f"{say(f'changes.{kind}', language)} – {n}" for kind, n in counts.items()]
            yield Listing((plain(f"{lead}: {', '.join(told)}"),))
