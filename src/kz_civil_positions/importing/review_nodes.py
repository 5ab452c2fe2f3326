"""The right side of the review page: what was read, with the doubts about it."""

from collections import defaultdict
from collections.abc import Iterable

from kz_civil_positions.codes import Address
from kz_civil_positions.importing.identity import WeakPair
from kz_civil_positions.importing.markup import element, safe, shown
from kz_civil_positions.importing.review_rows import LabelElsewhere, Read, Row
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Doubt,
    Entry,
    Item,
    LabelState,
    Level,
    Link,
    Section,
)
from kz_civil_positions.orders import OrderParagraph

__all__ = ["Nodes"]


class Nodes:
    """The cells of the right side.

    Args:
        language: of the page.
        tongue: of the source, where it is another.
        doubts: what is inferred or unknown.
        pairs: what keeps its id on a ground that is only probable.
    """

    def __init__(
        self,
        language: Language,
        tongue: str | None,
        doubts: Iterable[Doubt],
        pairs: Iterable[WeakPair],
    ) -> None:
        self._language, self._tongue = language, tongue
        self._doubts: dict[Address, list[Doubt]] = defaultdict(list)
        for doubt in doubts:
            for about in doubt.about:
                self._doubts[about].append(doubt)
        self._stated: set[str] = set()
        self._pairs = {pair.address: f"pair-{number}" for number, pair in enumerate(pairs, 1)}

    def _say(self, key: str, **facts: object) -> str:
        return safe(say(f"review.{key}", self._language, **facts))

    def cell(self, row: Row) -> str:
        """What was read from these lines, or why nothing was."""
        if row.read:
            return "".join(map(self._read, row.read))
        if row.aside is not None:
            return element("p", self._say(f"aside-{row.aside}"), class_="role")
        if all(line.blank or line.uses for line in row.lines):
            return ""
        return element("p", f"⚠ {self._say('unread')}", class_="unread")

    def _read(self, read: Read) -> str:  # noqa: PLR0911 - one line a kind
        match read:
            case OrderParagraph():
                return self._paragraph(read)
            case LabelElsewhere(place=place):
                words = self._say("label-of", label=place.label.text or "", place=place.address)
                return element("p", f'<a href="#{safe(place.address)}">{words}</a>', class_="node")
            case Section() if read.heading is None:
                return element("span", "", id=read.address, class_="anchor")
            case Block() | Section():
                return self._node(
                    read, "head", read.heading or "", element("code", safe(read.address.name))
                )
            case Link() | Level():
                return self._place(read)
            case Entry():
                return self._node(read, "entry", read.heading, self._id(read.id))
            case Item():
                role = self._say(f"item-{read.kind}")
                return self._node(read, f"item {read.kind}", read.text, self._id(read.id), role)
            case Abbreviation():
                return self._node(read, "item", read.text, element("code", safe(read.short)))
            case _:
                return ""

    def _paragraph(self, paragraph: OrderParagraph) -> str:
        role = self._say(f"role-{paragraph.role}")
        if paragraph.number:
            role += f" {safe(paragraph.number)}"
        text = element("span", shown(paragraph.text), lang=self._tongue)
        return element("p", f"{element('span', role, class_='role')} · {text}", class_="node own")

    def _place(self, place: Link | Level) -> str:
        kind = "link" if isinstance(place, Link) else "level"
        label = place.label
        told = f"{self._say(f'is-{kind}')} {element('code', safe(place.code))}"
        if label.text is not None:
            told += f" «{shown(label.text)}»"
        state = self._say(f"label-{label.state}")
        doubtful = label.state is LabelState.INFERRED
        told += f" {element('span', state, class_='inferred' if doubtful else 'role')}"
        return element(
            "div", told + self._marks(place.address), class_=f"node {kind}", id=place.address
        )

    def _node(
        self,
        node: Block | Section | Entry | Item | Abbreviation,
        kind: str,
        text: str,
        name: str,
        role: str = "",
    ) -> str:
        words = element("span", shown(text), class_="words", lang=self._tongue)
        told = element("span", role, class_="role") if role else ""
        content = " ".join(part for part in (words, told, name) if part)
        return element(
            "div", content + self._marks(node.address), class_=f"node {kind}", id=node.address
        )

    def _id(self, name: str) -> str:
        """An item's id without its entry's, which stands above it."""
        _, dot, own = name.partition(".")
        return element(
            "code", safe(dot + own if dot else name), class_="id", title=name if dot else None
        )

    def _marks(self, address: Address) -> str:
        told = [self._doubt(doubt) for doubt in self._doubts.get(address, ())]
        if address in self._pairs:
            words = element("a", self._say("pair-mark"), href=f"#{self._pairs[address]}")
            told.append(element("p", f"≈ {words}", class_="pair"))
        return "".join(told)

    def _doubt(self, doubt: Doubt) -> str:
        """Stated where it first concerns a place; named at the others."""
        link = element("a", safe(doubt.id), href=f"#doubt-{safe(doubt.id)}")
        told = f"⚠ {self._say('doubt')}: {link}"
        if doubt.id not in self._stated:
            self._stated.add(doubt.id)
            told += f" – {safe(doubt.statement[self._language])}"
        return element("p", told, class_="doubt")
