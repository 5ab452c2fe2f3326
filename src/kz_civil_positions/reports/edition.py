"""The edition report: the register as the table it is, with its doubts and faults in notes."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, TypeAlias

from attrs import field, frozen

from kz_civil_positions.codes import Address, Code
from kz_civil_positions.history.register import Register
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import (
    Block,
    Doubt,
    Edition,
    Entry,
    Item,
    ItemKind,
    Label,
    LabelState,
    Level,
    Link,
    PrintedFault,
    Section,
    Span,
)
from kz_civil_positions.orders import Order, OrderParagraph, OrderRole
from kz_civil_positions.reports.document import (
    Cell,
    CellRole,
    Document,
    Heading,
    Listing,
    Paragraph,
    Part,
    Run,
    Style,
    Table,
    Text,
    plain,
)
from kz_civil_positions.reports.phrases import doubt_lines, fault_line, notice, orders_table

__all__ = ["anchor_of", "as_printed", "edition_report"]

Remark: TypeAlias = Doubt | PrintedFault
Row: TypeAlias = tuple[Cell, ...]

_TONGUES: Final[dict[str, Language]] = {"kaz": "kk", "rus": "ru", "eng": "en"}
_WIDTHS: Final = (10, 12, 78)
# Labels are printed in Cyrillic letters; D has no look-alike among them.
_AS_PRINTED: Final = str.maketrans("ABC", "АВС")
_SECTORS_NAMED: Final = frozenset({"health", "other"})


def edition_report(register: Register, edition: Edition, language: Language) -> Document:
    """Answers: what does the register say in this edition, as the table it is?

    Args:
        register: the register it belongs to.
        edition: the edition.
        language: of headings and messages; the register's text stays as it is.

    Returns:
        The report.

    Raises:
        NotHeldError: when the text of the edition is not held.

    Example:
        >>> import kz_civil_positions as kz
        >>> register = kz.load()
        >>> edition_report(register, register.edition("2019"), "ru").title
        'Реестр: редакция 2019-920'
    """
    content = edition.text
    page = _Page(register, edition, language)
    title = page.say("edition-title", edition=edition.key)
    orders = tuple(page.orders())
    return Document(
        title,
        language,
        (
            Heading(1, plain(title)),
            notice(register, (edition,), language),
            Heading(2, plain(say("reports.orders-heading", language)), "orders"),
            orders_table(register, orders, language),
            *(Paragraph(page.title_of(order)) for order in orders),
            Heading(2, plain(page.say("register-heading")), "register"),
            *page.legend(),
            page.table(content.blocks),
            *page.abbreviations(),
            *page.notes(),
        ),
    )


@frozen
class _Remarks:
    """Doubts and faults, numbered in the order in which a reader meets them."""

    edition: Edition

    @cached_property
    def at(self) -> Mapping[Address, tuple[int, ...]]:
        """The numbers that stand at each place."""
        found: dict[Address, tuple[int, ...]] = {}
        for number, remark in enumerate(self.numbered, 1):
            for address in _about(remark):
                found[address] = (*found.get(address, ()), number)
        return found

    @cached_property
    def first(self) -> Mapping[int, Address]:
        """Where each number stands first."""
        met: dict[int, Address] = {}
        for address in self.places:
            for number in self.at.get(address, ()):
                met.setdefault(number, address)
        return met

    @cached_property
    def places(self) -> tuple[Address, ...]:
        """Where marks can stand: a section under no heading of its own is no such place."""
        nodes = self.edition.text.walk()
        return tuple(one.address for one in nodes if not isinstance(one, Section) or one.heading)

    @cached_property
    def numbered(self) -> tuple[Remark, ...]:
        """Those met in the table, then those about no place of it."""
        remarks: list[Remark] = [*self.edition.doubts, *self.edition.faults]
        rank = {address: index for index, address in enumerate(self.places)}
        last = len(rank)
        return tuple(
            sorted(
                remarks, key=lambda one: min((rank.get(a, last) for a in _about(one)), default=last)
            )
        )


def _about(remark: Remark) -> tuple[Address, ...]:
    return (remark.about,) if isinstance(remark, PrintedFault) else remark.about


@frozen
class _Page:
    """What the parts of one report have in common."""

    register: Register
    edition: Edition
    language: Language
    remarks: _Remarks = field(init=False)

    @remarks.default
    def _(self) -> _Remarks:
        return _Remarks(self.edition)

    def say(self, key: str, **facts: object) -> str:
        return say(f"render.{key}", self.language, **facts)

    @property
    def tongue(self) -> Language | None:
        """The language of the register's own text."""
        return _TONGUES.get(self.edition.language)

    def orders(self) -> Iterator[Order]:
        """The orders that made the register what it is in this edition."""
        names = [step.name for step in self.register.steps]
        until = names.index(self.edition.key) + 1 if self.edition.key in names else 0
        made = [step.order for step in self.register.steps[:until]]
        for name in dict.fromkeys((*made, self.edition.order)):
            yield self.register.order(name)

    def title_of(self, order: Order) -> Text:
        told = say("reports.title-of", self.language, number=order.number, title="\0")
        before, _, after = told.partition("\0")
        return (Run(before), self.printed(order.title), Run(after))

    def printed(self, text: str, style: Style = Style.PLAIN, anchor: str | None = None) -> Run:
        """Words of the register itself."""
        return Run(text, style, anchor=anchor, language=self.tongue)

    def legend(self) -> Iterator[Part]:
        """How to read the table."""
        keys = ["legend-table", "legend-notes", "legend-lines"]
        if self.language != self.tongue:
            keys.append("legend-renderings")
        yield Listing(tuple(plain(self.say(key)) for key in keys))

    # ── the table ────────────────────────────────────────────────────────────────────

    def table(self, blocks: Iterable[Block]) -> Table:
        return Table(
            head=tuple(self.column_heads()),
            body=tuple(row for block in blocks for row in self.block_rows(block)),
            caption=self.say("table-caption", edition=self.edition.key),
            widths=_WIDTHS,
        )

    def column_heads(self) -> Iterator[Cell]:
        """As the source prints them; beneath, in another language, what they mean."""
        for index, printed in enumerate(self.printed_columns(), 1):
            rendering = Run(self.say(f"column-{index}"), Style.EMPHASIS)
            lines = ((self.printed(printed),), (rendering,))
            yield Cell(lines[:1] if self.language == self.tongue else lines)

    def printed_columns(self) -> list[str]:
        for paragraph in self.paragraphs(OrderRole.COLUMNS):
            found = paragraph.text.split(maxsplit=len(_WIDTHS) - 1)
            if len(found) == len(_WIDTHS):
                return found
        return [say(f"render.column-{index}", "kk") for index in range(1, len(_WIDTHS) + 1)]

    def paragraphs(self, role: OrderRole) -> Iterator[OrderParagraph]:
        """Paragraphs of that role, those of the latest order first."""
        for order in reversed(tuple(self.orders())):
            yield from (one for one in order.paragraphs if one.role is role)

    def block_rows(self, block: Block) -> Iterator[Row]:
        rendering = f"block-{block.code}"
        yield self.band(block.heading, block, f"block-{anchor_of(block.code)}", rendering)
        for section in block.sections:
            if section.heading:
                name = f"sector-{anchor_of(section.address.name)}"
                known = section.sector in _SECTORS_NAMED
                rendering = f"sector-{section.sector}" if known else ""
                yield self.band(section.heading, section, name, rendering)
            for link in section.links:
                yield from self.link_rows(link)

    def band(self, heading: str, node: Block | Section, anchor: str, rendering: str) -> Row:
        lines: list[Text] = [(self.printed(heading), *self.marks(node.address))]
        if rendering and self.language != self.tongue:
            lines.append((Run(self.say(rendering), Style.EMPHASIS),))
        return (Cell(tuple(lines), columns=len(_WIDTHS), role=CellRole.BAND, anchor=anchor),)

    def link_rows(self, link: Link) -> Iterator[Row]:
        """The link's cell stands over all its levels."""
        label = self.label(link, link.label, as_printed(link.code))
        head = Cell(
            (label,), max(1, len(link.levels)), 1, CellRole.ROW_HEAD, f"link-{anchor_of(link.code)}"
        )
        for index, level in enumerate(link.levels):
            label = self.label(level, level.label, level.code.level_number or "")
            name = Cell((label,), role=CellRole.ROW_HEAD, anchor=anchor_of(level.code))
            yield (*([] if index else [head]), name, self.entries(level))
        if not link.levels:
            yield head, Cell(()), Cell(())

    def label(self, node: Link | Level, label: Label, number: str) -> Text:
        """As printed; in brackets where it is inferred."""
        shown = {LabelState.PRINTED: label.text or "", LabelState.INFERRED: f"[{number}]"}
        text = shown.get(label.state, "")
        return (*((Run(text),) if text else ()), *self.marks(node.address))

    def entries(self, level: Level) -> Cell:
        lines: list[Text] = []
        depths: list[int] = []
        for entry in level.entries:
            for depth, line in self.entry_lines(entry):
                lines.append(line)
                depths.append(depth)
        return Cell(tuple(lines), depths=tuple(depths))

    def entry_lines(self, entry: Entry) -> Iterator[tuple[int, Text]]:
        style = Style.STRONG if entry.items else Style.PLAIN
        heading = self.printed(entry.heading, style, f"entry-{entry.id}")
        yield 0, (heading, *self.marks(entry.address), *self.lines(entry.lines))
        below = 1
        for items in _paragraphs(entry.items):
            subheading = items[0].kind is ItemKind.SUBHEADING
            yield 1 if subheading else below, tuple(self.items(items))
            below = 2 if subheading else below

    def items(self, items: tuple[Item, ...]) -> Iterator[Run]:
        for index, item in enumerate(items):
            yield self.printed(f" {item.text}" if index else item.text)
            yield from self.marks(item.address)

    def lines(self, lines: Span | None) -> Iterator[Run]:
        """Where it stands in the source: small; with the order, where it is another's."""
        if lines is not None:
            order = "" if lines.order == self.edition.order else f"{lines.order} "
            yield Run(f" {order}{lines}", small=True)

    # ── notes ────────────────────────────────────────────────────────────────────────

    def marks(self, address: Address) -> Iterator[Run]:
        """The marks of the notes about this place; the first of each can be led back to."""
        for number in self.remarks.at.get(address, ()):
            first = self.remarks.first.get(number) == address
            fault = isinstance(self.remarks.numbered[number - 1], PrintedFault)
            yield Run(" ")
            yield Run(
                f"[sic {number}]" if fault else f"[{number}]",
                raised=True,
                anchor=f"mark-{number}" if first else None,
                link=f"note-{number}",
            )

    def notes(self) -> Iterator[Part]:
        if self.remarks.numbered:
            yield Heading(2, plain(self.say("notes-heading")), "notes")
        for number, remark in enumerate(self.remarks.numbered, 1):
            met = number in self.remarks.first
            mark = Run(f"[{number}]", link=f"mark-{number}" if met else None)
            if isinstance(remark, PrintedFault):
                told = fault_line(self.edition, remark, self.language)
                yield Paragraph((mark, Run(" sic, ", Style.EMPHASIS), *told), f"note-{number}")
                continue
            first, *rest = doubt_lines(remark, self.language)
            yield Paragraph((mark, Run(" "), *first), f"note-{number}")
            yield Listing(tuple(rest))

    def abbreviations(self) -> Iterator[Part]:
        if not self.edition.abbreviations:
            return
        yield Heading(2, plain(self.say("abbreviations-heading")), "abbreviations")
        for paragraph in [*self.paragraphs(OrderRole.LIST_HEADING)][:1]:
            yield Paragraph((self.printed(paragraph.text), *self.lines(paragraph.lines)))
        yield Listing(
            tuple(
                (self.printed(one.text), *self.marks(one.address), *self.lines(one.lines))
                for one in self.edition.abbreviations
            )
        )


def _paragraphs(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """Items as they are printed: those after a comma go on in the same paragraph."""
    line: list[Item] = []
    for item in items:
        line.append(item)
        if not item.text.endswith(","):
            yield tuple(line)
            line = []
    if line:
        yield tuple(line)


def anchor_of(code: object) -> str:
    """Answers: under which anchor does a page show this place?

    Example:
        >>> anchor_of("A3-2-1"), anchor_of("health/B2-1")
        ('a3-2-1', 'health-b2-1')
    """
    return str(code).lower().replace("/", "-")


def as_printed(code: Code) -> str:
    """Answers: how does the register print the code of a link or block, in its own letters?

    Example:
        >>> as_printed(Code.parse("health/B2")) == "В2"  # Cyrillic
        True
    """
    return code.plain.translate(_AS_PRINTED)
