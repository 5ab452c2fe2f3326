"""What is said beside the printed text: nothing invented, nothing left over."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from kz_civil_positions.annotations import (
    Annotations,
    EntryNote,
    Institution,
    PositionNote,
    places_of,
    words_of,
)
from kz_civil_positions.errors import Problem
from kz_civil_positions.lookup.keys import key, stem
from kz_civil_positions.model import Entry, Item, ItemKind
from kz_civil_positions.storage.load import ANNOTATIONS_FILE
from kz_civil_positions.verification.case import Case
from kz_civil_positions.verification.verdict import Check

__all__ = ["annotated"]

# A printed list joins institutions with these; they belong to the list.
_JOINING: Final = frozenset({"және", "мен", "бен", "пен"})

Claims = dict[str, set[int]]


def annotated(case: Case) -> Check:
    """Answers: does each annotation rest on printed words, and each word on an annotation?

    Every quotation must stand in the heading or item it is said of; every name must have
    the words it comes from and no other, endings aside; and every printed word of an
    annotated heading or item must belong to a position, a scope, a condition, a grade, an
    institution or the frame.
    """
    notes = case.order.annotations or Annotations(case.order.id)
    entries = {one.id: one for level in _levels(case) for one in level}
    items = {item.id: item for one in entries.values() for item in one.items}
    failures = [
        *_notes(case, notes, entries),
        *_institutions(case, notes, items),
    ]
    count = len(notes.entries) + len(notes.institutions)
    return Check("lookup.check-annotations", case.order.id, count, tuple(failures))


def _levels(case: Case) -> Iterator[tuple[Entry, ...]]:
    for node in case.content.walk():
        entries = getattr(node, "entries", None)
        if entries:
            yield entries


def _problem(case: Case, path: tuple[str | int, ...], key_: str, **facts: object) -> Problem:
    where = case.files.where(ANNOTATIONS_FILE, *path)
    return Problem(where, ".".join(map(str, path)), f"lookup.{key_}", tuple(facts.items()))


# ------------------------------------------------------------------------- entries


def _notes(case: Case, notes: Annotations, entries: Mapping[str, Entry]) -> Iterator[Problem]:
    said = Counter(note.entry for note in notes.entries)
    for index, note in enumerate(notes.entries):
        path = ("entries", index, "entry")
        if note.entry not in entries:
            yield _problem(case, path, "note-about-nothing", id=note.entry)
        elif said[note.entry] > 1:
            yield _problem(case, path, "note-twice", id=note.entry)
        else:
            yield from _note(case, index, note, entries[note.entry])
    for missing in sorted(set(entries) - set(said)) if notes.entries else ():
        yield _problem(case, ("entries",), "entry-without-note", id=missing)


def _note(case: Case, index: int, note: EntryNote, entry: Entry) -> Iterator[Problem]:
    items = {item.id: item for item in entry.items}
    claims: Claims = {name: set() for name in ("", *items)}
    for path, item, quote in _quotes(note):
        if item and item not in items:
            yield _problem(case, ("entries", index, *path), "note-about-nothing", id=item)
        elif not _claim(claims, entry, items.get(item), quote, everywhere=path[0] == "frame"):
            facts = {"quote": quote, "id": item or entry.id}
            yield _problem(case, ("entries", index, *path), "quote-not-printed", **facts)
    for number, position in enumerate(note.positions):
        path = ("entries", index, "positions", number)
        for name in _unlike(position):
            yield _problem(case, path, "name-not-from-words", name=name)
    yield from _left_over(case, index, entry, claims)


def _quotes(note: EntryNote) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Every quotation of a note: its path, the item it stands in, and the words."""
    for at, scope in enumerate(note.scopes):
        yield ("scopes", at), scope.under or "", scope.words
    for quote in note.grade.words if note.grade else ():
        yield ("grade",), "", quote
    for quote in note.conditions:
        yield ("conditions",), "", quote
    for quote in note.frame:
        yield ("frame",), "", quote
    for at, position in enumerate(note.positions):
        for name in position.names:
            yield ("positions", at), position.item or "", name.words or name.name
        for quote in position.conditions:
            yield ("positions", at, "conditions"), position.item or "", quote


def _claim(
    claims: Claims, entry: Entry, item: Item | None, quote: str, *, everywhere: bool
) -> bool:
    """Take the quoted words as told of; say whether they stand there."""
    if everywhere:  # the frame belongs to subheadings as well
        found = False
        for name, text in (("", entry.heading), *((one.id, one.text) for one in entry.items)):
            found |= _everywhere(claims[name], quote, text)
        return found
    if item is None:
        return _everywhere(claims[""], quote, entry.heading)
    if _everywhere(claims[item.id], quote, item.text):
        return True
    head = len(words_of(entry.heading))
    taken = places_of(quote, f"{entry.heading} {item.text}")
    claims[""].update(place for place in taken if place < head)
    claims[item.id].update(place - head for place in taken if place >= head)
    return bool(taken)


def _everywhere(claimed: set[int], quote: str, text: str) -> bool:
    """Take the words; those of one piece wherever they stand, as a condition may be repeated."""
    words, wanted = words_of(text), words_of(quote)
    if "…" in quote:
        taken = set(places_of(quote, text))
    else:
        starts = [at for at in range(len(words)) if words[at : at + len(wanted)] == wanted]
        taken = {at + step for at in starts for step in range(len(wanted))}
    claimed |= taken
    return bool(taken)


def _unlike(position: PositionNote) -> Iterator[str]:
    """Names that have other words than those they are said to come from."""
    for one in position.names:
        if _stems(one.name) != _stems(one.words or one.name):
            yield one.name


def _stems(text: str) -> Counter[str]:
    return Counter(stem(key(word)) for word in words_of(text))


def _left_over(case: Case, index: int, entry: Entry, claims: Claims) -> Iterator[Problem]:
    texts = [("", entry.heading)]
    texts += [(one.id, one.text) for one in entry.items if one.kind is not ItemKind.INSTITUTION]
    for name, text in texts:
        words = words_of(text)
        over = [word for place, word in enumerate(words) if place not in claims[name]]
        if over:
            facts = {"words": " ".join(over), "id": name or entry.id}
            yield _problem(case, ("entries", index), "words-left-over", **facts)


# -------------------------------------------------------------------- institutions


def _institutions(case: Case, notes: Annotations, items: Mapping[str, Item]) -> Iterator[Problem]:
    claimed: Claims = {name: set() for name in items}
    said = Counter(one.id for one in notes.institutions)
    for index, one in enumerate(notes.institutions):
        if said[one.id] > 1:
            yield _problem(case, ("institutions", index, "id"), "note-twice", id=one.id)
        yield from _forms(case, index, one, items, claimed)
    for name, item in items.items() if notes.institutions else ():
        if item.kind is ItemKind.INSTITUTION:
            words = words_of(item.text)
            over = [word for at, word in enumerate(words) if at not in claimed[name]]
            if set(over) - _JOINING:
                facts = {"words": " ".join(over), "id": name}
                yield _problem(case, ("institutions",), "words-left-over", **facts)


def _forms(
    case: Case, index: int, one: Institution, items: Mapping[str, Item], claimed: Claims
) -> Iterator[Problem]:
    for number, form in enumerate(one.forms):
        path = ("institutions", index, "forms", number)
        if _stems(form.words) != _stems(one.name):
            yield _problem(case, path, "name-not-from-words", name=one.name)
        for name in form.items:
            if name not in items or items[name].kind is not ItemKind.INSTITUTION:
                yield _problem(case, path, "note-about-nothing", id=name)
                continue
            taken = places_of(form.words, items[name].text)
            claimed[name].update(taken)
            if not taken:
                facts = {"quote": form.words, "id": name}
                yield _problem(case, path, "quote-not-printed", **facts)
