"""Comparing and amending: changes, operations and errors keep their types all the way."""

from datetime import date
from typing import assert_type

import kz_civil_positions as kz

register = kz.load()
edition = register.edition("2019-920")

# What changed, told lane by lane.
changes = assert_type(register.diff(edition, edition), tuple[kz.Change, ...])
in_law = [change for change in changes if change.lane is kz.Lane.LAW]
assert_type(in_law, list[kz.Change])
assert_type([change.kind for change in changes], list[kz.ChangeKind])

# What undoes what: operations between two texts, carried out.
before = edition.text
after = before.with_children(before.children[:-1])
operations = kz.operations_between(before, after)
assert_type(kz.apply(before, operations), kz.Content)
assert kz.apply(before, operations) == after
for operation in operations:
    kz.invert(before, operation)


def in_effect(day: date) -> str:
    """Answers: which edition, or why is there none?"""
    try:
        found = register.as_of(day)
    except kz.errors.UndeterminedError as refusal:
        return assert_type(refusal.text("en"), str)
    except kz.RegisterError as refusal:
        assert_type(refusal, kz.RegisterError)
        return str(refusal)
    return found.key


def said(state: kz.State) -> str:
    """Every state has its branch: leave one out, and the checker says so."""
    match state:
        case kz.State.IN_EFFECT | kz.State.SUSPENDED:
            return "there is an edition"
        case kz.State.NOT_ADOPTED | kz.State.ADOPTED | kz.State.REPEALED:
            return "there is none"
        case kz.State.UNDETERMINED:
            return "nobody knows"


assert in_effect(date(2021, 1, 1)) == "2019-920"
assert "undetermined" in in_effect(date(2019, 11, 20))
assert [said(state) for state in kz.State].count("nobody knows") == 1
