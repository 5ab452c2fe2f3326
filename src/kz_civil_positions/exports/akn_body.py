"""The register's text as Akoma Ntoso: hierarchical containers with their addresses.

The table's blocks, sectors, links and levels contain one another, so they are containers
and not cells: each keeps its code in its ``eId``. An entry's ``wId`` is its permanent id,
which stays when the entry moves and its ``eId`` changes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from kz_civil_positions.codes import Address
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.exports.uris import quoted
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Entry,
    Item,
    Label,
    LabelState,
    Level,
    Link,
    Node,
    Section,
    Span,
)

__all__ = ["AKN", "OWN", "Body", "add", "said"]

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# Of attributes and elements that Akoma Ntoso has no word for.
OWN: Final = "urn:kz-civil-positions:akn"

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: Element, tag: str, text: str = "", /, **attributes: str) -> Element:
    """An element of Akoma Ntoso, put last into another."""
    element = SubElement(parent, f"{{{AKN}}}{tag}", attributes)
    if text:
        element.text = said(text)
    return element


def said(text: str) -> str:
    """The text, if XML can hold it.

    Raises:
        BadInputError: when it has a character that XML has not.
    """
    found = _FORBIDDEN.search(text)
    if found:
        code = f"U+{ord(found[0]):04X}"
        raise BadInputError("exports.not-for-xml", where="--format", code=code)
    return text


class Body:
    """Writes what an edition says, and remembers where each thing came to stand.

    Args:
        marks: the numbers of the notes about each place.
    """

    def __init__(self, marks: Mapping[Address, Sequence[int]]) -> None:
        self.marks = marks
        self.places: dict[Address, str] = {}
        self._taken: set[str] = set()

    def write(self, parent: Element, content: Content) -> None:
        """Write the register, and the list of abbreviations that closes it."""
        for block in content.blocks:
            self._block(parent, block)
        if content.abbreviations:
            listed = self._container(parent, "abbreviations", "abbreviations", None)
            for one in content.abbreviations:
                self._paragraph(listed, "abbreviation", quoted(one.short), one)

    # ── places ───────────────────────────────────────────────────────────────────────

    def _block(self, parent: Element, block: Block) -> None:
        made = self._node(parent, "block", str(block.code), block)
        self._lines(made, block.lines)
        self._marked(add(made, "heading", block.heading), block.address)
        for section in block.sections:
            self._section(made, section)

    def _section(self, parent: Element, section: Section) -> None:
        """A sector; what stands under no sector heading stands in the block itself."""
        holder = parent
        if section.sector or section.heading:
            holder = self._node(parent, "sector", section.sector or "none", section)
            self._lines(holder, section.lines)
            heading = add(holder, "heading", section.heading or "")
            self._marked(heading, section.address)
        for link in section.links:
            made = self._node(holder, "link", link.code.plain, link)
            self._label(made, link, link.label)
            for level in link.levels:
                self._level(made, level)

    def _level(self, parent: Element, level: Level) -> None:
        made = self._node(parent, "level", level.code.plain, level)
        self._label(made, level, level.label)
        for entry in level.entries:
            self._entry(made, entry)

    def _label(self, made: Element, node: Link | Level, label: Label) -> None:
        """The printed label; one that is inferred is not printed, and has a note."""
        self._lines(made, label.lines)
        made.set("class", f"label-{label.state}")
        text = label.text if label.state is LabelState.PRINTED else None
        if text or self.marks.get(node.address):
            self._marked(add(made, "num", text or ""), node.address)

    def _entry(self, parent: Element, entry: Entry) -> None:
        if not entry.items:
            self._paragraph(parent, "entry", entry.id, entry)
            return
        made = self._node(parent, "entry", entry.id, entry)
        self._lines(made, entry.lines)
        self._marked(add(add(made, "intro"), "p", entry.heading), entry.address)
        for item in entry.items:
            self._paragraph(made, str(item.kind), item.id.rpartition(".")[2], item)

    def _paragraph(
        self, parent: Element, name: str, number: str, node: Entry | Item | Abbreviation
    ) -> None:
        made = self._node(parent, name, number, node)
        self._lines(made, node.lines)
        text = node.heading if isinstance(node, Entry) else node.text
        self._marked(add(add(made, "content"), "p", text), node.address)

    # ── elements ─────────────────────────────────────────────────────────────────────

    def _node(self, parent: Element, name: str, number: str, node: Node) -> Element:
        made = self._container(parent, name, f"{name}_{number}", node.address)
        if isinstance(node, Entry | Item):
            made.set("wId", f"{node.address.kind}_{node.id}")
        return made

    def _container(self, parent: Element, name: str, part: str, address: Address | None) -> Element:
        above = parent.get("eId")
        place = self._free(f"{above}__{part}" if above else part)
        if address is not None:
            self.places.setdefault(address, place)
        return add(parent, "hcontainer", name=name, eId=said(place))

    def _free(self, place: str) -> str:
        """The place, with a number where a thing of this name stands there already."""
        found = next(one for one in _numbered(place) if one not in self._taken)
        self._taken.add(found)
        return found

    def _lines(self, made: Element, lines: Span | None) -> None:
        if lines is not None:
            made.set(f"{{{OWN}}}lines", f"{lines.order}:{lines.first}-{lines.last}")

    def _marked(self, holder: Element, address: Address) -> None:
        for number in self.marks.get(address, ()):
            add(holder, "noteRef", href=f"#note_{number}", marker=str(number))


def _numbered(place: str) -> Iterator[str]:
    yield place
    number = 2
    while True:
        yield f"{place}-{number}"
        number += 1
