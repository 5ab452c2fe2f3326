"""A text of an edition in another language than the register's: held beside it, never replayed."""

import datetime

from attrs import evolve, frozen

from kz_civil_positions.errors import BadInputError, DataError, Problem
from kz_civil_positions.importing.brought import (
    Prepared,
    Task,
    bring,
    heard,
    reported,
    with_page,
)
from kz_civil_positions.importing.folder import kept_in, parallel_folder
from kz_civil_positions.importing.known import of_order
from kz_civil_positions.importing.previous import register_language
from kz_civil_positions.importing.publishers import publisher_named
from kz_civil_positions.importing.reading import Read
from kz_civil_positions.importing.result import Role
from kz_civil_positions.orders import HistoryNote, Order, ParallelText

__all__ = ["Beside", "check_language", "parallel_brought"]


@frozen
class Beside:
    """The edition beside which a text in another language is held.

    Attributes:
        edition: its name.
        day: of the order's adoption, or for which the edition is published.
        order: the order whose text, or whose consolidated text, it is.
        language: of the edition's own text.
    """

    edition: str
    day: datetime.date
    order: Order
    language: str

    @property
    def published(self) -> bool:
        """Whether it is a publisher's edition."""
        return "@" in self.edition


def check_language(read: Read, known: Order | None, task: Task) -> None:
    """Refuse a text in another language that cannot be held beside one in the register's own.

    Raises:
        BadInputError: when the register's text of that order is not held, or the order's text
            is held and brings no whole register.
    """
    own = register_language(task.register) if task.register else None
    if known is not None and known.source is not None and known.language != read.language:
        facts = {"order": known.id, "held": known.language, "brought": read.language}
        raise BadInputError("importing.other-language", where=read.name, **facts)
    if own not in (None, read.language):
        facts = {"held": str(own), "brought": read.language}
        raise BadInputError("importing.register-language", where=read.name, **facts)


def parallel_brought(
    read: Read, beside: Beside, task: Task, notes: tuple[HistoryNote, ...] = ()
) -> Prepared:
    """Answers: what comes of this edition's text in another language?

    Its entries keep the ids that they have in other texts of that language, and take none from
    texts in the register's: which words answer to which, nobody has said.

    Args:
        read: the document.
        beside: the edition.
        task: what it is brought to.
        notes: the publisher's notes.

    Raises:
        DataError: when the text brings no register.
        BadInputError: when it is not known who publishes it.
    """
    if not read.draft.content.blocks:
        raise DataError([Problem(read.name, "content", "importing.no-table")])
    register, request = task.register, task.request
    texts = register.parallel if register else ()
    wanted = beside.edition, read.language
    held = next((one for one in texts if (one.edition, one.language) == wanted), None)
    known = task.shelf.around(read.language, beside.day)
    if held is None:
        brought = bring(read, known, task.shelf.used)
    else:
        old = held.content
        brought = heard(bring(read, (old, *known), task.shelf.used), old, held.doubts)
    found = reported(
        brought,
        Role.REPLACED if held else Role.PARALLEL,
        beside.order.id,
        edition=f"{beside.edition} [{read.language}]",
        facts=of_order(beside.order),
        notes=notes,
    )
    if held and not request.replace:
        return Prepared(evolve(found, role=Role.WITNESS))
    named = publisher_named(request.publisher, request.address) if beside.published else None
    text = ParallelText(
        edition=beside.edition,
        language=read.language,
        content=brought.carried.content,
        publisher=named,
        notes=notes,
        doubts=brought.doubts,
    )
    stored, folder = parallel_folder(text, read, kept_in(task.root / text.place, held))
    folder = with_page(folder, brought, request, order=beside.order, title=text.name)
    return Prepared(found, (folder,), stored)
