"""Published editions held against our replay, and their notes against their texts."""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from kz_civil_positions.amending.tree import subtree
from kz_civil_positions.errors import Problem
from kz_civil_positions.history.checkpoints import Divergence, divergences, replayed
from kz_civil_positions.history.register import Register
from kz_civil_positions.model import Level
from kz_civil_positions.orders import Cause
from kz_civil_positions.sources.draft import Draft
from kz_civil_positions.sources.notes import read_notes
from kz_civil_positions.storage.load import EDITION_FILE
from kz_civil_positions.verification.case import Case
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["checkpoints", "notes", "parallel"]


def checkpoints(register: Register, root: Path) -> Iterator[Check]:
    """Answers: do the published editions say what our replay says?

    A divergence is a failure until a reviewer has found it to be the publisher's; one that
    is our replay's or our data's stays a failure, since it is for us to mend.

    Args:
        register: the register of the folder.
        root: the folder.

    Yields:
        For each published edition its divergences.
    """
    for published in register.published:
        file = root / published.base / "editions" / str(published.date) / EDITION_FILE
        name = published.name
        if replayed(register, published) is None:
            yield Check.of("checkpoint-alone", name, 1)
            continue
        found = divergences(register, published)
        count = sum(1 for _ in subtree(published.content))
        yield Check.of("checkpoint", name, count, _failures(file, found))
        theirs = [one for one in found if one.cause is Cause.PUBLISHER]
        if theirs:
            yield Check.of("checkpoint-publisher", name, len(theirs))


def parallel(register: Register) -> Iterator[Check]:
    """Answers: has each text in another language the levels of its edition?

    A difference is no failure: the two official texts may differ, and it is told.

    Yields:
        For each text how many levels both have, and how many only one has.
    """
    for one in register.parallel:
        ours = {str(level.code) for level in register.edition(one.edition).levels}
        theirs = {str(node.code) for node in one.content.walk() if isinstance(node, Level)}
        yield Check.of("parallel", one.name, len(ours & theirs))
        if ours ^ theirs:
            yield Check.of("parallel-apart", one.name, len(ours ^ theirs))


def notes(case: Case, draft: Draft) -> Check:
    """Answers: are the publisher's notes that are stored those that its text has?"""
    noted = case.published.notes if case.published else ()
    stored = tuple(one for one in noted if one.file is None)  # the others are no words of it
    annex = case.order.source.annex if case.order.source else None
    derived = read_notes(draft.notes, annex=annex)
    failures = [
        problem(
            case.files.order("notes", *([index] if index < len(stored) else [])),
            f"notes[{index}]",
            "differs" if ours and theirs else "not-derived" if ours else "not-stored",
            field="notes",
            stored=ours and ours.text,
            derived=theirs and theirs.text,
        )
        for index, (ours, theirs) in enumerate(zip_longest(stored, derived))
        if ours != theirs
    ]
    return Check.of("notes", case.name, len(stored), failures)


def _failures(file: Path, found: tuple[Divergence, ...]) -> Iterator[Problem]:
    for one in found:
        if one.cause is not Cause.PUBLISHER:
            facts = {"cause": one.cause, "ours": one.ours, "theirs": one.theirs}
            yield problem(f"{file}:1", str(one.address), "diverges", **facts)
