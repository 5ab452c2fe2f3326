"""What happened to one place or position: event by event, the words that came and went."""

from collections.abc import Iterator
from typing import Final

from kz_civil_positions.amending.tree import subtree
from kz_civil_positions.amending.wording import printed, whole
from kz_civil_positions.calendar import InEffect, describe
from kz_civil_positions.changes.model import WordMark
from kz_civil_positions.changes.redline import redline
from kz_civil_positions.codes import Address
from kz_civil_positions.history.trace import Event, EventKind
from kz_civil_positions.messages import say
from kz_civil_positions.model import Block, Content, Entry, Level, Link, Node, Section
from kz_civil_positions.reports.deeds import Teller
from kz_civil_positions.reports.document import (
    Heading,
    Listing,
    Paragraph,
    Part,
    Run,
    Style,
    Text,
    plain,
    strong,
)
from kz_civil_positions.reports.phrases import short_name

__all__ = ["capital", "events", "fact", "grounds"]

_PLACES: Final = (Content, Block, Section, Link, Level)
_STYLES: Final = {
    WordMark.KEPT: Style.PLAIN,
    WordMark.DELETED: Style.DELETED,
    WordMark.INSERTED: Style.INSERTED,
}


def fact(teller: Teller, key: str, value: str) -> Text:
    """Answers: how does this fact stand in a list of facts?"""
    return (Run(f"{teller.say(f'fact-{key}')}:", Style.STRONG), Run(f" {value}"))


def capital(text: str) -> str:
    """The words as a sentence of its own begins."""
    return text[:1].upper() + text[1:]


def grounds(teller: Teller, found: InEffect) -> Iterator[Part]:
    """Answers: on which steps and rules does this interval of days rest?"""
    if found.grounds:
        yield Listing(tuple(plain(one.text(teller.language)) for one in found.grounds))


def events(teller: Teller, found: tuple[Event, ...]) -> Iterator[Part]:
    """Answers: what happened, by which order, in which words, and from when?"""
    for number, event in enumerate(found, 1):
        name = short_name(teller.register.order(event.order), teller.language)
        words = say(f"history.event-{event.kind}", teller.language)
        yield Heading(2, plain(f"{number}. {name}: {words}"), f"event-{number}")
        yield from _event(teller, event)


def _event(teller: Teller, event: Event) -> Iterator[Part]:
    facts = [fact(teller, "edition", event.edition)]
    if event.place:
        facts.append(fact(teller, "place", teller.place(event.place)))
    yield Listing(tuple(facts))
    if event.instruction:
        yield from teller.quoted(event.instruction)
    yield from _words(teller, event)
    yield Paragraph(strong(capital(describe(event.in_effect, teller.language))))
    yield from grounds(teller, event.in_effect)


def _words(teller: Teller, event: Event) -> Iterator[Part]:
    """The text it had and has, what came and what went marked.

    Where the text before is not held, nothing is marked: what came is then not known.
    """
    old, new = _texts(event.before), _texts(event.after)
    if not old and event.kind is not EventKind.ADDED:
        old = new
    if old or new:
        yield Paragraph(strong(teller.say("text" if old == new else "text-changed")))
        yield Listing(tuple(_line(old.get(one), new.get(one)) for one in _merged(old, new)))


def _texts(node: Node | None) -> dict[Address, str]:
    """The entries of a place and its headings, or the one text of an entry or item."""
    if node is None:
        return {}
    if not isinstance(node, _PLACES):
        return {node.address: whole(node)}
    below = {one.address: _own(one) for one in subtree(node)}
    return {address: text for address, text in below.items() if text}


def _own(node: Node) -> str:
    if isinstance(node, Entry):
        return whole(node)
    return printed(node) if isinstance(node, _PLACES) else ""


def _merged(old: dict[Address, str], new: dict[Address, str]) -> list[Address]:
    """All that stand in either, in the order of the new text; what went, where it stood."""
    merged = list(new)
    before: Address | None = None
    for address in old:
        if address not in new:
            merged.insert(merged.index(before) + 1 if before else 0, address)
        before = address
    return merged


def _line(old: str | None, new: str | None) -> Text:
    words = redline(old or "", new or "")
    return tuple(Run(one.text, _STYLES[one.mark], language="kk") for one in words)
