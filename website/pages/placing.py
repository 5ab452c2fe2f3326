"""The table of the register with what a reader may open at each of its levels and entries."""

from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement, fragment_fromstring, tostring  # type: ignore[import-untyped]

from kz_civil_positions.reports.edition import anchor_of
from website.pages.evidence import Evidence

__all__ = ["placed"]

_ENTRY: Final = "entry-"


def placed(table: str, evidence: Evidence) -> str:
    """Answers: how does the table look with its evidence?

    Each entry becomes a block under its own id, its evidence below; that of a level stands
    below its entries.

    Args:
        table: of the library's report on the edition, in HTML.
        evidence: for that edition.
    """
    box = fragment_fromstring(table)
    _label(box)
    for level in evidence.edition.levels:
        place = box.get_element_by_id(anchor_of(level.code)).getnext()
        entries = {f"{_ENTRY}{one.id}": one for one in level.entries}
        for lines in list(_grouped(place)):
            entry = entries[_name(lines[0])]
            more = fragment_fromstring(evidence.of_entry(entry, level))
            place.append(_block(lines, entry.id, more))
        place.append(fragment_fromstring(evidence.of_level(level)))
    return str(tostring(box, encoding="unicode"))


def _label(box: HtmlElement) -> None:
    """Each label knows its column, where that is not seen, and can move within its cell."""
    link, level, *_ = [
        head.text_content() for head in box.xpath(".//thead//th/p[1]|.//thead//th[not(p)]")
    ]
    for head in box.xpath(".//tbody//th[not(contains(@class, 'band'))]"):
        head.set("data-told", link if head.get("id", "").startswith("link-") else level)
        inner = fragment_fromstring("<div></div>")
        inner.text, head.text = head.text, None
        inner.extend(list(head))
        head.append(inner)


def _name(line: HtmlElement) -> str:
    """Under which anchor begins an entry in this line? Empty where none does."""
    return str(line.xpath(f"string(.//span[starts-with(@id, '{_ENTRY}')]/@id)"))


def _grouped(place: HtmlElement) -> Iterator[list[HtmlElement]]:
    """The lines of a cell, entry by entry."""
    group: list[HtmlElement] = []
    for line in place:
        if _name(line) and group:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _block(lines: list[HtmlElement], identity: str, more: HtmlElement) -> HtmlElement:
    """An entry by itself; its lines of the source are told where they can be opened."""
    block = fragment_fromstring(f'<div class="kz-entry" id="{identity}"></div>')
    for line in lines:
        block.append(line)
    named = lines[0].get_element_by_id(_ENTRY + identity)
    del named.attrib["id"]
    for small in lines[0].findall("small"):
        small.drop_tree()
    block.append(more)
    return block
