"""Published editions held against our replay."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from kz_civil_positions.amending.tree import subtree
from kz_civil_positions.errors import Problem
from kz_civil_positions.history.checkpoints import Divergence, divergences, replayed
from kz_civil_positions.history.register import Register
from kz_civil_positions.orders import Cause, PublishedEdition
from kz_civil_positions.storage.load import EDITION_FILE
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["checkpoints"]


def checkpoints(register: Register, root: Path) -> Iterator[Check]:
    """Answers: do the published editions say what our replay says?

    A divergence is a failure until a reviewer has found it to be the publisher's; one that
    is our replay's or our data's stays a failure, since it is for us to mend.

    Args:
        register: the register of the folder.
        root: the folder.

    Yields:
        For each published edition its seal, and its divergences.
    """
    for published in register.published:
        file = root / published.base / "editions" / str(published.date) / EDITION_FILE
        name = published.name
        if published.source:
            yield Check.of("seals", name, 1, _seal(file, published))
        if replayed(register, published) is None:
            yield Check.of("checkpoint-alone", name, 1)
            continue
        found = divergences(register, published)
        count = sum(1 for _ in subtree(published.content))
        yield Check.of("checkpoint", name, count, _failures(file, found))
        theirs = [one for one in found if one.cause is Cause.PUBLISHER]
        if theirs:
            yield Check.of("checkpoint-publisher", name, len(theirs))


def _seal(file: Path, published: PublishedEdition) -> Iterator[Problem]:
    if published.source is None:
        return
    source = file.parent / published.source.file
    found = hashlib.sha256(source.read_bytes()).hexdigest() if source.is_file() else None
    if found != published.source.sha256:
        recorded = published.source.sha256
        yield problem(f"{source}:1", "", "seal-broken", found=found, recorded=recorded)


def _failures(file: Path, found: tuple[Divergence, ...]) -> Iterator[Problem]:
    for one in found:
        if one.cause is not Cause.PUBLISHER:
            facts = {"cause": one.cause, "ours": one.ours, "theirs": one.theirs}
            yield problem(f"{file}:1", str(one.address), "diverges", **facts)
