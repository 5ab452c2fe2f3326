"""How long the diff of two editions of 500 entries with 15 true changes takes.

Ours against DeepDiff on the same data, as lists and keyed by id, and a redline against
difflib's matcher for the words. Run it as a program; it prints medians and ratios.
"""

import statistics
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any, Final

from attrs import evolve
from deepdiff import DeepDiff

from kz_civil_positions.amending import apply
from kz_civil_positions.changes import Change, Lane
from kz_civil_positions.changes.diff import diff
from kz_civil_positions.changes.redline import redline
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.kazakh import words
from kz_civil_positions.model import (
    Block,
    Content,
    Edition,
    Entry,
    Item,
    ItemKind,
    Label,
    LabelState,
    Level,
    Link,
    Section,
    Span,
)
from kz_civil_positions.operations import (
    Insert,
    Move,
    Operation,
    Place,
    Remove,
    ReplaceWords,
    Where,
)
from kz_civil_positions.tree import over

ENTRIES: Final = 500
CHANGES: Final = 15
GOAL: Final = 300

TITLES: Final = ("басшысы", "бухгалтері", "инженері", "инспекторы", "механигі", "экономисі")
UNITS: Final = ("орталығының", "жасағының", "мекемесінің", "полкінің", "базасының")


def main() -> int:
    """Prints the figures; 1 if the goal is missed."""
    old, new, apart = editions()
    changes = [one for one in diff(old, new) if one.lane is Lane.LAW]
    assert len(changes) == CHANGES, f"{len(changes)} changes"
    assert law(diff(old, apart)) == law(diff(old, new))
    ours = measured("ours, editions of one replay (what is the same is shared)", 300, lambda: diff(old, new))
    read = measured("ours, editions read apart (nothing is shared)", 60, lambda: diff(old, apart))
    texts = measured("ours, no id shared (found by text)", 10, lambda: diff(old, unknown(new)))
    lists = measured("DeepDiff, as lists", 1, lambda: DeepDiff(listed(old.text), listed(new.text)))
    before, after = keyed(old.text), keyed(new.text)
    keys = measured("DeepDiff, keyed by id", 5, lambda: DeepDiff(before, after))
    print(f"DeepDiff keyed by id / ours: {keys / ours:.0f} (goal {GOAL}); read apart: {keys / read:.0f}; by text: {keys / texts:.0f}")
    print(f"DeepDiff as lists / ours: {lists / ours:.0f}; read apart: {lists / read:.0f}")
    compare_words(changes)
    return 0 if keys / ours >= GOAL else 1
