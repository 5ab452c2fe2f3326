"""A document with its register under permanent ids, and the page on which it is reviewed."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from kz_civil_positions.history.register import Register
from kz_civil_positions.importing.folder import REVIEW_FILE
from kz_civil_positions.importing.identity import Carried, carry_over, doubts_about
from kz_civil_positions.importing.previous import Shelf, content_of
from kz_civil_positions.importing.reading import Read
from kz_civil_positions.importing.result import Imported, Request, Role
from kz_civil_positions.importing.review import Review, review_page
from kz_civil_positions.importing.witness import Witness, compare_witness
from kz_civil_positions.model import Content, Doubt
from kz_civil_positions.orders import Order, ParallelText, PublishedEdition
from kz_civil_positions.sources.readers.recognise import DocumentKind
from kz_civil_positions.storage.folders import NewFolder

__all__ = ["Brought", "Prepared", "Task", "bring", "heard", "known_texts", "reported", "with_page"]

# In these the cells of a table are told apart for certain.
_BORDERED: Final = frozenset({DocumentKind.HTML, DocumentKind.MARKDOWN, DocumentKind.DOCX})


@frozen
class Task:
    """What a document is brought to, and how.

    Attributes:
        register: the register of the folder; None where it holds none yet.
        root: the registers folder.
        request: what the user says.
        shelf: the texts of that register, in which things may be met.
    """

    register: Register | None
    root: Path
    request: Request
    shelf: Shelf


@frozen
class Brought:
    """What a document brings.

    Attributes:
        read: the document.
        carried: its register under permanent ids.
        doubts: about that register.
        witness: the register held against the one that it is to replace, if there is one.
    """

    read: Read
    carried: Carried
    doubts: tuple[Doubt, ...]
    witness: Witness | None = None


@frozen
class Prepared:
    """What is to be written, and what is to be said of it.

    Attributes:
        imported: what came of the document.
        folders: the folders as they are to be; none where nothing is to be written.
        stored: what they hold, as it will be loaded; None where nothing is to be written.
    """

    imported: Imported
    folders: tuple[NewFolder, ...] = ()
    stored: Order | PublishedEdition | ParallelText | None = None


def bring(read: Read, known: Iterable[Content], used: AbstractSet[str] = frozenset()) -> Brought:
    """Answers: what does the document bring, when its things are known for what they are?

    Args:
        read: the document.
        known: the editions in which they may be met, the likeliest first.
        used: every id that was ever given.
    """
    carried = carry_over(read.draft.content, known, used)
    return Brought(read, carried, doubts_about(read.doubts, carried.names))


def known_texts(task: Task, language: str, day: datetime.date) -> tuple[Content, ...]:
    """Answers: in which texts may the things of a text of this day be met, as the user says?"""
    base = task.request.base
    if base is None:
        return task.shelf.around(language, day)
    return (content_of(task.register, base),)


def heard(brought: Brought, held: Content, doubts: tuple[Doubt, ...]) -> Brought:
    """Answers: what does the document say as a second witness of a text that is held?"""
    bordered = brought.read.document.kind in _BORDERED
    found = compare_witness(held, doubts, brought.carried.content, bordered=bordered)
    return evolve(brought, witness=found)


def reported(brought: Brought, role: Role, order: str, **more: Any) -> Imported:  # noqa: ANN401 - fields of the result
    """Answers: what is to be said of this import?"""
    read = brought.read
    repairs: Mapping[str, int] = Counter(
        str(one.kind) for one in (*read.repairs.by_hand, *read.repairs.by_rule)
    )
    return Imported(
        role=role,
        order=order,
        document=read.name,
        kind=read.document.kind,
        form=read.document.transcript.form,
        language=read.language,
        content=brought.carried.content,
        kept=brought.carried.kept,
        repairs=dict(sorted(repairs.items())),
        doubts=brought.doubts,
        weak=brought.carried.weak,
        witness=brought.witness,
        **more,
    )


def with_page(
    folder: NewFolder, brought: Brought, request: Request, *, order: Order, title: str = ""
) -> NewFolder:
    """Answers: what is this folder with the page for its reviewer?

    Args:
        folder: the folder.
        brought: what the document brings.
        request: what the user says.
        order: the order whose text, or whose consolidated text, it is.
        title: what was brought, where that is not the order.
    """
    read = brought.read
    page = Review(
        title=title or order.id,
        order=order.id,
        language=request.language,
        text=read.text,
        places=read.document.transcript.places,
        draft=read.draft,
        content=brought.carried.content,
        doubts=brought.doubts,
        repairs=read.repairs,
        suggested=read.suggested,
        pairs=brought.carried.weak,
        unexpressed=() if title else order.unexpressed,
        witness=brought.witness,
        fictional=order.fictional,
        tongue=read.language,
    )
    files = {**folder.files, REVIEW_FILE: review_page(page).encode()}
    return evolve(folder, files=files)
