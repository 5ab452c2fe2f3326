"""What a document would make of a register: everything but the writing."""

from typing import Final

from attrs import evolve

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.importing.brought import Prepared, Task
from kz_civil_positions.importing.edition_brought import edition_brought
from kz_civil_positions.importing.known import id_of
from kz_civil_positions.importing.order_brought import order_brought
from kz_civil_positions.importing.reading import Read, place_of, read
from kz_civil_positions.model import Tongues
from kz_civil_positions.orders import Order
from kz_civil_positions.sources.readers.recognise import read_document
from kz_civil_positions.sources.repairs import Repair
from kz_civil_positions.storage.load import load_repairs

__all__ = ["prepare"]

# Until the text has said whose it is.
_UNNAMED: Final = "0000-0"
# Of the notes that make a text a consolidated one, some are shown.
_SHOWN: Final = 3
_LONGEST: Final = 160


def prepare(data: bytes, name: str, task: Task) -> Prepared:
    """Answers: what would this document make of that register?

    Args:
        data: the document.
        name: its name, for messages.
        task: what it is brought to, and what the user says.

    Returns:
        The folders to be written, and what is to be said; nothing is written here.

    Raises:
        BadInputError: when the document, or what is asked of it, cannot be.
        DataError: where its text cannot be read, or contradicts what is known.
    """
    document, request = read_document(data, name), task.request
    found = read(name, data, document, request.order or _UNNAMED, request)
    identity = id_of(found, request.order)
    held = _readings_held(task, identity)
    if request.order is None or held:  # now the text has said whose it is: cite its lines so
        found = read(name, data, document, identity, request, held=held)
    if request.as_amended is not None:
        return edition_brought(found, identity, request.as_amended, task)
    _refuse_notes(found)
    return order_brought(found, identity, task)


def _readings_held(task: Task, identity: str) -> tuple[Repair, ...]:
    """Readings by hand of the copy held, and of other orders of the register.

    What a person decided about words holds for the same words, or two editions that print the
    same would seem to differ. Where a doubt still stands at a reading nobody has decided.
    """
    orders = task.register.orders if task.register else ()
    sealed = [one for one in orders if one.repairs]
    own = [one for one in sealed if one.id == identity]
    readings = [one for order in own for one in load_repairs(task.root / identity, order).by_hand]
    for order in (one for one in reversed(sealed) if one.id != identity):
        by_hand = load_repairs(task.root / order.id, order).by_hand
        readings += (_told_of(order, one) for one in by_hand if not _is_doubted(order, one))
    return tuple(readings)


def _told_of(order: Order, reading: Repair) -> Repair:
    """The reading with the order whose text it was made of: its reason speaks of that text."""
    if reading.why is None:
        return reading
    why = reading.why
    parts = (f"{order.id}: {words}" for words in (why.kk, why.ru, why.en))
    return evolve(reading, why=Tongues(*parts))


def _is_doubted(order: Order, reading: Repair) -> bool:
    at = reading.lines.first
    spans = (evidence.lines for doubt in order.doubts for evidence in doubt.evidence)
    return any(span is not None and span.first <= at <= span.last for span in spans)


def _refuse_notes(found: Read) -> None:
    """A text with notes of a publisher is consolidated: it says what held on some day."""
    notes = found.draft.notes
    if notes:
        shown = " · ".join(one.text[:_LONGEST] for one in notes[:_SHOWN])
        where = place_of(found.name, found.document, notes[0].lines.first)
        raise BadInputError("importing.needs-day", where=where, count=len(notes), notes=shown)
