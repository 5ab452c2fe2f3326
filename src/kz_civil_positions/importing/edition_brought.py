"""A consolidated text: what the base order's register said on a day, as its publisher gives it."""

import datetime
from collections.abc import Iterable, Iterator

from attrs import evolve

from kz_civil_positions.errors import BadInputError, DataError, Problem
from kz_civil_positions.importing.brought import (
    Prepared,
    Task,
    bring,
    heard,
    known_texts,
    reported,
    with_page,
)
from kz_civil_positions.importing.folder import EDITIONS, edition_folder, kept_in
from kz_civil_positions.importing.known import check_agrees, of_order, said_by
from kz_civil_positions.importing.parallel_brought import Beside, parallel_brought
from kz_civil_positions.importing.previous import register_language
from kz_civil_positions.importing.publishers import publisher_named
from kz_civil_positions.importing.reading import Read
from kz_civil_positions.importing.result import Role
from kz_civil_positions.orders import HistoryNote, Order, PublishedEdition
from kz_civil_positions.sources.notes import nameless_notes, read_notes

__all__ = ["edition_brought"]


def edition_brought(read: Read, identity: str, day: datetime.date, task: Task) -> Prepared:
    """Answers: what comes of this consolidated text in that register?

    Args:
        read: the document.
        identity: the id of the base order.
        day: the day for which the publisher gives it.
        task: what it is brought to.

    Raises:
        BadInputError: when the base order is not there, or the day cannot be.
        DataError: when the text contradicts what is known of the base order.
    """
    register = task.register
    if register is None or register.base.id != identity:
        there = register.base.id if register else "–"
        raise BadInputError("importing.no-base", where=read.name, order=identity, base=there)
    check_agrees(read, said_by(read), register.base)
    notes = read_notes(read.draft.notes, annex=task.request.annex)
    claims = tuple(_unnamed(task.request.claims, notes))
    _check_day(read, day, register.base, (*notes, *claims))
    if not read.draft.content.blocks:
        raise DataError([Problem(read.name, "content", "importing.no-table")])
    held = next((one for one in register.published if one.date == day), None)
    own = register_language(register)
    if own not in (None, read.language):
        if held is None:
            facts = {"held": own, "brought": read.language, "day": day}
            raise BadInputError("importing.no-edition-beside", where=read.name, **facts)
        beside = Beside(held.name, day, register.base, held.language)
        return parallel_brought(read, beside, task, notes)
    known = known_texts(task, read.language, day)
    if held is None:
        brought = bring(read, known, task.shelf.used)
    else:
        old = held.content
        brought = heard(bring(read, (old, *known), task.shelf.used), old, held.doubts)
    nameless = tuple(one.text for one in nameless_notes(read.draft.notes))
    found = reported(
        brought,
        Role.REPLACED if held else Role.PUBLISHED,
        identity,
        edition=f"{identity}@{day}",
        facts=of_order(register.base),
        notes=(*notes, *claims),
        nameless=nameless,
    )
    if held and not task.request.replace:
        return Prepared(evolve(found, role=Role.WITNESS))
    edition = PublishedEdition(
        base=identity,
        date=day,
        publisher=publisher_named(task.request.publisher, task.request.address),
        content=brought.carried.content,
        from_day=task.request.from_day,
        language=read.language,
        notes=(*notes, *claims),
        doubts=brought.doubts,
    )
    stays = kept_in(task.root / identity / EDITIONS / str(day), held)
    kept = tuple(name for name in stays if name not in task.request.beside)
    stored, folder = edition_folder(edition, read, kept)
    folder = evolve(folder, files={**folder.files, **task.request.beside})
    folder = with_page(folder, brought, task.request, order=register.base, title=stored.name)
    return Prepared(found, (folder,), stored)


def _unnamed(
    claims: Iterable[HistoryNote], notes: tuple[HistoryNote, ...]
) -> Iterator[HistoryNote]:
    """What is claimed beside the text of orders that no note in it names."""
    named = {(note.number, note.adopted) for note in notes}
    yield from (one for one in claims if (one.number, one.adopted) not in named)


def _check_day(read: Read, day: datetime.date, base: Order, notes: tuple[HistoryNote, ...]) -> None:
    if day < base.adopted:
        raise BadInputError(
            "importing.before-base", where="--as-amended", day=day, adopted=base.adopted
        )
    for note in notes:
        if note.adopted > day:
            facts = {"adopted": note.adopted, "note": note.text[:200]}
            raise BadInputError("importing.before-note", where=read.name, day=day, **facts)
