"""A folder read as it stood at one moment, though others may write in it.

Whoever reads takes no lock. What files there are, and which versions of them, is noted
before and after: if nothing differs, every file stood as it was read throughout, so all were
read as of one moment. A run that puts several files in place leaves its plan in the folder
from before its first step until after its last; a moment at which there is no plan is
therefore before or after it, never between.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeVar

from kz_civil_positions.errors import DataError, OutputError, Problem, RegisterError
from kz_civil_positions.storage.folders import is_unsettled, settle
from kz_civil_positions.storage.limits import MAX_FILES, MAX_TOTAL, TRIES

__all__ = ["steadily"]

T = TypeVar("T")

# A registers folder, an order's folder, its editions, one of them, the folder of its text in
# another language, and its files.
_DEPTH: Final = 5
_CHANGING: Final = "changing"


def steadily(root: Path, read: Callable[[], T]) -> T:
    """Answers: what does this folder hold at one moment?

    Args:
        root: a registers folder.
        read: what reads it; it is called again when the folder changed meanwhile.

    Returns:
        What the reading gave.

    Raises:
        RegisterError: what the reading raised, about a folder that did not change meanwhile.
        DataError: when the folder is past a limit or kept changing, or when a run that was
            killed left it half-written and what is left to do cannot be done here.
    """
    for _ in range(TRIES):
        found = _attempt(root, read)
        if found:
            return found[0]
    raise _refused(root, _CHANGING)


def _attempt(root: Path, read: Callable[[], T]) -> tuple[T] | None:
    """What was read, unless the folder changed while it was."""
    before = _versions(root)
    if is_unsettled(root):
        _finish(root)
        return None
    try:
        answer = read()
    except RegisterError as error:
        if _is_as(before, root) or _gave_up(error):
            raise
        return None
    return (answer,) if _is_as(before, root) else None


def _is_as(before: dict[str, tuple[int, ...]], root: Path) -> bool:
    return not is_unsettled(root) and _versions(root) == before


def _gave_up(error: RegisterError) -> bool:
    """Whether a reading within this one was done over and over already."""
    return isinstance(error, DataError) and [one.key for one in error.problems] == [_CHANGING]


def _finish(root: Path) -> None:
    """Wait for the run that is writing; if it was killed, do what it had left to do."""
    try:
        settle(root)
    except OutputError:
        raise _refused(root, "interrupted-import") from None


def _versions(root: Path) -> dict[str, tuple[int, ...]]:
    """Which files there are, and what tells one version of each from another."""
    found: dict[str, tuple[int, ...]] = {}
    total = 0
    for path, version in _below(root, _DEPTH):
        found[path] = version
        if path.endswith(".yaml"):
            total += version[1]
        if len(found) > MAX_FILES:
            raise _refused(root, "too-many-files", most=MAX_FILES)
    if total > MAX_TOTAL:
        raise _refused(root, "too-much-data", most=MAX_TOTAL)
    return found


def _below(folder: Path | str, depth: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Links are noted, and not followed; what begins with a dot is nobody's data."""
    try:
        with os.scandir(folder) as inside:
            there = [one for one in inside if not one.name.startswith(".")]
    except OSError:  # gone, or closed to us: reading it will tell
        return
    for one in there:
        try:
            seen = one.stat(follow_symlinks=False)
        except OSError:
            continue
        yield one.path, (seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)
        if depth > 1 and one.is_dir(follow_symlinks=False):
            yield from _below(one.path, depth - 1)


def _refused(root: Path, key: str, **facts: object) -> DataError:
    return DataError([Problem(str(root), "", key, tuple(facts.items()))])
