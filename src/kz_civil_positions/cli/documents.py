"""Answers of the command line as plain data for JSON."""

from typing import Any

from kz_civil_positions.amending.engine import operation_name
from kz_civil_positions.amending.wording import whole
from kz_civil_positions.calendar import InEffect, describe
from kz_civil_positions.changes import Change
from kz_civil_positions.errors import RegisterError
from kz_civil_positions.exports.document import doubt_document, level_document
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.status import Status, Turn
from kz_civil_positions.history.timeline import OutcomeState
from kz_civil_positions.history.trace import Event
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import Edition, Level
from kz_civil_positions.operations import Instruction
from kz_civil_positions.orders import Order

__all__ = [
    "comparison_document",
    "history_document",
    "levels_document",
    "order_document",
    "orders_document",
    "refusal_document",
    "status_document",
]

Json = dict[str, Any]


def order_document(register: Register, order: Order) -> Json:
    """An order: its dates, what is held of it, and how its instructions ended."""
    first = order.dates.first_publication
    outcomes = [one for one in register.outcomes if one.order == order.id]
    return {
        "id": order.id,
        "number": order.number,
        "title": order.title,
        "amends": order.amends,
        "adopted": order.adopted,
        "registration": {"number": order.registration, "date": order.dates.registered},
        "publication": first
        and {"source": first.source, "date": first.date, "by_user": first.by_user},
        "in_effect": _in_effect(register.in_effect(order)),
        "fate": str(register.step_of(order).fate),
        "held": register.holds(order),
        "languages": list(_languages(register, order)),
        "instructions": {
            state: sum(one.state == state for one in outcomes)
            for state in ("applied", "refused", "not-expressible", "pending")
        },
        "unapplied": [
            {
                "state": str(one.state),
                "instruction": _instruction(register.instruction(one)[0]),
                "reason": {
                    language: register.instruction(one, language)[1] for language in LANGUAGES
                },
            }
            for one in outcomes
            if one.state is not OutcomeState.APPLIED
        ],
    }


def _languages(register: Register, order: Order) -> tuple[str, ...]:
    """Of an order that never takes effect there is no edition."""
    return register.languages(order.id) if register.holds(order) else ()


def orders_document(register: Register) -> Json:
    """All orders."""
    return {
        "orders": [order_document(register, order) for order in register.orders],
        "published": [
            {
                "edition": one.name,
                "date": one.date,
                "publisher": {language: one.publisher[language] for language in LANGUAGES},
                "languages": list(register.languages(one.name)),
            }
            for one in register.published
        ],
    }


def _in_effect(found: InEffect) -> Json:
    return {
        "earliest": found.earliest,
        "latest": found.latest,
        "certainty": str(found.certainty),
        "words": {language: describe(found, language) for language in LANGUAGES},
        "grounds": [
            {language: ground.text(language) for language in LANGUAGES} for ground in found.grounds
        ],
    }


def levels_document(edition: Edition, levels: tuple[Level, ...]) -> Json:
    """Levels with the doubts that concern them."""
    doubts = {one.id: one for level in levels for one in edition.doubts_about(level)}
    return {
        "order": edition.order,
        "edition": edition.key,
        "language": edition.language,
        "held": True,
        "levels": [level_document(edition, level) for level in levels],
        "doubts": [doubt_document(doubt) for doubt in doubts.values()],
    }


def status_document(status: Status) -> Json:
    """The honest object for a day."""
    return {
        "day": status.day,
        "state": str(status.state),
        "edition": status.edition.key if status.edition else None,
        "candidates": [one.key if one else None for one in status.candidates],
        "certainty": str(status.certainty),
        "held": status.held,
        "beyond_checked": status.beyond_checked,
        "checked_until": status.checked_until,
        "previous": _turn(status.previous),
        "next": _turn(status.next),
        "suspended": [str(address) for address in status.suspended],
        "reason": {language: status.reason(language) for language in LANGUAGES},
    }


def comparison_document(register: Register, old: Edition, new: Edition) -> Json:
    """What changed between two editions; ``changes`` is null where a text is not held."""
    order = register.order(new.order)
    comparable = old.held and new.held
    missing = [edition.key for edition in (old, new) if not edition.held]
    return {
        "from": old.key,
        "to": new.key,
        "comparable": comparable,
        "not_held": missing,
        "instructions": [
            {
                "order": order.id,
                "operation": operation_name(one),
                **(_instruction(one.instruction) or {}),
            }
            for one in order.operations
        ],
        "changes": [_change(one) for one in register.diff(old, new)] if comparable else None,
    }


def _change(change: Change) -> Json:
    code = change.code or change.old_code
    return {
        "kind": str(change.kind),
        "lane": str(change.lane),
        "code": code.plain if code else None,
        "sector": code.sector or None if code else None,
        "entry": change.entry,
        "old": change.old,
        "new": change.new,
        "basis": str(change.basis),
        "order": change.order,
        "instruction": _instruction(change.instruction),
    }


def history_document(name: str, events: tuple[Event, ...]) -> Json:
    """What happened to a place or an entry, order by order."""
    return {
        "address": name,
        "events": [
            {
                "kind": str(event.kind),
                "order": event.order,
                "edition": event.edition,
                "in_effect": _in_effect(event.in_effect),
                "instruction": _instruction(event.instruction),
                "place": str(event.place) if event.place else None,
                "before": whole(event.before) if event.before else None,
                "after": whole(event.after) if event.after else None,
            }
            for event in events
        ],
    }


def _instruction(instruction: Instruction | None) -> Json | None:
    if instruction is None:
        return None
    lines = instruction.lines
    return {
        "point": instruction.point,
        "quote": instruction.quote,
        "lines": [lines.first, lines.last] if lines else None,
    }


def _turn(turn: Turn | None) -> Json | None:
    if turn is None:
        return None
    return {"order": turn.order, "in_effect": _in_effect(turn.in_effect)}


def refusal_document(error: RegisterError) -> Json:
    """Why there is no answer: not held, not in effect or undetermined."""
    status = error.facts.get("status")
    if status is not None:
        return status_document(status)
    held: Json = {"held": False} if error.key == "text-not-held" else {}
    return {
        "refused": error.key,
        **{name: value for name, value in error.facts.items() if isinstance(value, str)},
        **held,
        "reason": {language: error.text(language) for language in LANGUAGES},
    }
