"""Folders put in place whole or not at all, whatever ends the run that writes them.

New folders are first written whole into one place beside the others, and then take their
names. Where that needs one step, the step is the system's own: done or not done. Where it
needs more, a plan is written before the first; a run that was killed in between leaves the
plan, nobody reads the folders while it is there, and whoever comes next carries it out.

One run writes at a time: it holds a lock on the registers folder, which the system takes
back when the run ends, however it ends. Where the system has no such lock (it is of POSIX),
only one run may write.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from attrs import field, frozen

from kz_civil_positions.errors import DataError, OutputError
from kz_civil_positions.storage.files import read_bytes
from kz_civil_positions.storage.limits import MAX_PLAN

__all__ = ["STAGE", "NewFolder", "is_unsettled", "put_folders", "settle"]

# Two folders below the top, so that nobody takes what is in it for an order's folder.
STAGE: Final = ".importing"
_PLAN: Final = "plan.json"


@frozen
class NewFolder:
    """A folder as it is to be.

    Attributes:
        place: where, below the registers folder: ``"2019-920"``.
        files: its files by name.
        kept: names of files and folders that stay in it as they are.
    """

    place: str
    files: Mapping[str, bytes] = field(repr=False)
    kept: tuple[str, ...] = ()


def is_unsettled(root: Path) -> bool:
    """Answers: was a run ended in the middle of putting folders into this one?"""
    return (root / STAGE / _PLAN).is_file()


def settle(root: Path) -> None:
    """Finish what a run that was killed had begun, and clear away what it left.

    A run that is still writing is waited for.

    Args:
        root: the registers folder.

    Raises:
        OutputError: when that cannot be done.
    """
    if (root / STAGE).exists():
        with _alone(root):
            _settle(root)


def _settle(root: Path) -> None:
    stage = root / STAGE
    if not stage.exists():  # the run that was waited for has ended well
        return
    try:
        if is_unsettled(root):
            _carry_out(root, _planned(root))
        shutil.rmtree(stage)
    except (OSError, ValueError, RecursionError, DataError) as error:
        raise OutputError("cannot-write", where=str(stage), reason=_reason(error)) from None


def _planned(root: Path) -> tuple[str, ...]:
    """The places of the plan. It may be anybody's work: none of them leads out of the folder."""
    places = json.loads(read_bytes(root / STAGE / _PLAN, MAX_PLAN))
    if not isinstance(places, list) or not all(isinstance(one, str) for one in places):
        raise ValueError
    for place in places:
        _check_way(root, place)
    return tuple(places)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """No other run of ours writes in this folder meanwhile."""
    try:
        import fcntl  # noqa: PLC0415 - of POSIX
    except ImportError:
        yield
        return
    handle = os.open(root, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def put_folders(root: Path, folders: Iterable[NewFolder]) -> None:
    """Put folders in place, all or none; one that is there already gives way to the new one.

    Args:
        root: the registers folder; it is made if it is not there.
        folders: the folders as they are to be.

    Raises:
        OutputError: when they cannot be written, or a link stands in the way; then everything
            is as it was.
    """
    wanted = tuple(folders)
    made = not root.exists()
    try:
        root.mkdir(exist_ok=True)
        with _alone(root):
            _put_alone(root, wanted, made=made)
    except OSError as error:
        where = str(error.filename or root)
        raise OutputError("cannot-write", where=where, reason=_reason(error)) from None


def _put_alone(root: Path, wanted: tuple[NewFolder, ...], *, made: bool) -> None:
    try:
        for one in wanted:
            _check_way(root, one.place)
        _settle(root)
        _stage(root, wanted)
        _put(root, tuple(one.place for one in wanted))
    finally:
        _clear(root, made=made)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or type(error).__name__


def _check_way(root: Path, place: str) -> None:
    """No step of the way may be a link, which could lead out of the folder."""
    way = root
    for name in Path(place).parts:
        way /= name
        if name in (os.pardir, os.sep) or way.is_symlink():
            raise OutputError("link-in-the-way", where=str(way))
        if way.exists() and not way.is_dir():
            raise OutputError("cannot-write", where=str(way), reason="not a folder")


def _clear(root: Path, *, made: bool) -> None:
    """Take away what was staged; what is still planned stays for the next run."""
    if not is_unsettled(root):
        shutil.rmtree(root / STAGE, ignore_errors=True)
    if made and root.is_dir() and not any(root.iterdir()):
        root.rmdir()


# ------------------------------------------------------------------------------ staging


def _stage(root: Path, folders: Iterable[NewFolder]) -> None:
    (root / STAGE).mkdir()
    for number, one in enumerate(folders):
        fresh = root / STAGE / f"new-{number}"
        fresh.mkdir()
        for name in one.kept:
            _copy(root / one.place / name, fresh / name)
        for name, data in one.files.items():
            _write(fresh / name, data)
            _keep_mode(root / one.place / name, fresh / name)
        _keep_mode(root / one.place, fresh)
        _flush(fresh)
    _flush(root / STAGE)


def _keep_mode(old: Path, new: Path) -> None:
    """Who may read what was there may read what stands in its place."""
    if old.exists() and not old.is_symlink():
        shutil.copymode(old, new)


def _copy(old: Path, new: Path) -> None:
    if old.is_dir() and not old.is_symlink():
        shutil.copytree(old, new, symlinks=True)
    else:
        shutil.copy2(old, new, follow_symlinks=False)


def _write(file: Path, data: bytes) -> None:
    with file.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _flush(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk before anything rests on them."""
    if os.name != "posix":  # elsewhere a folder cannot be opened, and needs no such care
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


# ------------------------------------------------------------------------ taking names


def _put(root: Path, places: tuple[str, ...]) -> None:
    plan = root / STAGE / _PLAN
    if len(places) > 1 or (root / places[0]).exists():
        _write(plan.with_suffix(".part"), json.dumps(places).encode())
        plan.with_suffix(".part").replace(plan)
        _flush(plan.parent)
    try:
        _carry_out(root, places)
    except BaseException:
        _undo(root, places)  # where even that fails, the plan stays for the next run
        plan.unlink(missing_ok=True)
        raise
    plan.unlink(missing_ok=True)


def _carry_out(root: Path, places: Iterable[str]) -> None:
    """Each step is left out where it was done before, so that a second run can finish it."""
    for number, place in enumerate(places):
        target, fresh, old = root / place, *_staged(root, number)
        if not fresh.exists():
            continue
        if target.exists():
            target.rename(old)
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.rename(target)
        _flush(target.parent)


def _undo(root: Path, places: tuple[str, ...]) -> None:
    for number, place in reversed(tuple(enumerate(places))):
        target, fresh, old = root / place, *_staged(root, number)
        if not fresh.exists():
            target.rename(fresh)
        if old.exists():
            old.rename(target)


def _staged(root: Path, number: int) -> tuple[Path, Path]:
    return root / STAGE / f"new-{number}", root / STAGE / f"old-{number}"
