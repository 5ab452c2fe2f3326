"""The comparison of two editions: what the later order did, and what can be said of it."""

from collections.abc import Iterator

from kz_civil_positions.codes import Kind
from kz_civil_positions.history.register import Register
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Edition, Level
from kz_civil_positions.operations import Restate
from kz_civil_positions.orders import Order
from kz_civil_positions.reports.changes import change_parts
from kz_civil_positions.reports.deeds import Teller
from kz_civil_positions.reports.document import (
    Cell,
    Document,
    Heading,
    Listing,
    Paragraph,
    Part,
    Table,
    cell,
    plain,
)
from kz_civil_positions.reports.phrases import (
    doubt_lines,
    fault_line,
    label_words,
    notice,
    orders_table,
    short_name,
)

__all__ = ["comparison", "comparison_parts"]


def comparison(register: Register, old: Edition, new: Edition, language: Language) -> Document:
    """Answers: what changed between these editions, as far as their texts are held?

    Args:
        register: the register both belong to.
        old: the edition compared from.
        new: the edition compared to.
        language: of headings and messages; the register's text stays as it is.

    Returns:
        The report.
    """
    title = say("reports.comparison-title", language, old=old.key, new=new.key)
    ends = tuple(register.order(edition.order) for edition in (old, new))
    orders = tuple(dict.fromkeys((ends[0], *register.orders_between(old, new), ends[1])))
    return Document(
        title,
        language,
        (
            Heading(1, plain(title)),
            notice(register, (old, new), language),
            *_unknown(register, (old, new), language),
            Heading(2, plain(say("reports.orders-heading", language)), "orders"),
            orders_table(register, orders, language),
            *(_title(order, language) for order in orders),
            *(
                part
                for order in register.orders_between(old, new)
                for part in _instructions(register, order, language)
            ),
            *_changes(register, old, new, language),
            *(_contents(new, language) if not (old.held and new.held) else ()),
            *_doubts(new, language),
        ),
    )


def comparison_parts(
    register: Register, old: Edition, new: Edition, language: Language
) -> Iterator[Part]:
    """Answers: what changed between these editions, shown inside of something else?

    Args:
        register: the register both belong to.
        old: the edition compared from.
        new: the edition compared to.
        language: of headings and messages.

    Yields:
        The changes; where a text is not held, that, and what the orders between did.
    """
    if not (old.held and new.held):
        yield from _unknown(register, (old, new), language)
        for order in register.orders_between(old, new):
            yield from _instructions(register, order, language)
    yield from _changes(register, old, new, language)


def _title(order: Order, language: Language) -> Paragraph:
    return Paragraph(
        plain(say("reports.title-of", language, number=order.number, title=order.title))
    )


def _instructions(register: Register, order: Order, language: Language) -> Iterator[Part]:
    """The instructions of an order, quoted, and what each does."""
    name = short_name(order, language)
    heading = say("reports.instruction-heading", language, order=name)
    yield Heading(2, plain(heading), f"order-{order.id}")
    for operation in order.operations:
        if isinstance(operation, Restate) and operation.target.kind is Kind.REGISTER:
            point = operation.instruction.point if operation.instruction else "–"
            lines = operation.instruction.lines if operation.instruction else None
            facts = {"point": point, "lines": lines or "–"}
            yield Paragraph(plain(say("reports.instruction-restates", language, **facts)))
    yield from Teller(register, language, register.all_steps).deeds(order)


def _changes(register: Register, old: Edition, new: Edition, language: Language) -> Iterator[Part]:
    """The changes, where both texts are held; otherwise none can be stated."""
    if old.held and new.held:
        yield from change_parts(register, register.diff(old, new), language)


def _contents(edition: Edition, language: Language) -> Iterator[Part]:
    """What an edition contains, by block, link and level."""
    if not edition.held:
        return
    heading = say("reports.contents-heading", language, edition=edition.key)
    yield Heading(2, plain(heading), "contents")
    yield Paragraph(
        plain(
            say(
                "reports.contents-total",
                language,
                levels=len(edition.levels),
                entries=len(edition.entries),
                items=sum(len(entry.items) for entry in edition.entries),
                abbreviations=len(edition.abbreviations),
            )
        )
    )
    columns = ("block", "code", "link", "level", "entries", "items", "lines", "doubts")
    head = tuple(cell(say(f"reports.{column}", language)) for column in columns)
    rows = tuple(
        row
        for block in edition.blocks
        for row in _block_rows(
            edition, [one for one in edition.levels if block.code.covers(one.code)], language
        )
    )
    yield Table(head, rows)


def _block_rows(
    edition: Edition, levels: list[Level], language: Language
) -> Iterator[tuple[Cell, ...]]:
    for index, level in enumerate(levels):
        lines = tuple(_block_lines(edition, level)) if not index else ()
        first = (Cell(tuple(map(plain, lines)), rows=len(levels)),) if not index else ()
        yield (*first, *_level_row(edition, level, language))


def _block_lines(edition: Edition, level: Level) -> Iterator[str]:
    yield edition.block_of(level).heading


def _level_row(edition: Edition, level: Level, language: Language) -> tuple[Cell, ...]:
    link_words, level_words = label_words(edition, level, language).split(" / ")
    doubts = ", ".join(doubt.id for doubt in edition.doubts_about(level))
    sector = edition.section_of(level).heading
    return (
        cell(str(level.code), *([sector] if sector else [])),
        cell(f"{level.code.link_code.plain} ({link_words})"),
        cell(f"{level.code.level_number or '–'} ({level_words})"),
        cell(str(len(level.entries))),
        cell(str(sum(len(entry.items) for entry in level.entries))),
        cell(str(level.lines or "–")),
        cell(doubts),
    )


def _doubts(edition: Edition, language: Language) -> Iterator[Part]:
    if edition.doubts:
        yield Heading(2, plain(say("reports.doubts", language)), "doubts")
    for doubt in edition.doubts:
        first, *rest = doubt_lines(doubt, language)
        yield Paragraph(first)
        yield Listing(tuple(rest))
    if edition.faults:
        yield Heading(2, plain(say("reports.faults", language)), "faults")
        yield Listing(tuple(fault_line(edition, fault, language) for fault in edition.faults))


def _unknown(
    register: Register, editions: tuple[Edition, ...], language: Language
) -> Iterator[Part]:
    missing = [edition for edition in editions if not edition.held]
    if not missing:
        return
    yield Heading(2, plain(say("reports.unknown-heading", language)), "unknown")
    for edition in missing:
        order = register.order(edition.order)
        yield Paragraph(plain(say("reports.cannot-compare", language, edition=edition.key)))
        yield Paragraph(plain(say("reports.others-unknown", language)))
        number = order.registration or say("reports.unknown", language)
        yield Paragraph(plain(say("reports.supply", language, order=order.id, registration=number)))
