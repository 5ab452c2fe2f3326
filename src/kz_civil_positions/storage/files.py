"""Files read whole, within limits, and written whole or not at all."""

import os
import stat
import tempfile
from pathlib import Path
from typing import Final

from kz_civil_positions.errors import DataError, OutputError, Problem
from kz_civil_positions.storage.limits import MAX_FILE

__all__ = ["read_bytes", "write_bytes"]

# Whoever opens a pipe waits for somebody to write into it, unless he says he will not.
_READING: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(file: Path, most: int = MAX_FILE) -> bytes:
    """Answers: what does this file hold?

    Args:
        file: a regular file; a pipe or a device is never waited for.
        most: how many bytes it may hold.

    Raises:
        DataError: when it is no regular file, holds more, or cannot be read.
    """
    try:
        handle = os.open(file, _READING)
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise _unread(file, "not-a-file")
            data = stream.read(most + 1)  # it may grow while it is read
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise _unread(file, "unreadable", reason=reason) from None
    if len(data) > most:
        raise _unread(file, "file-too-large", most=most)
    return data


def _unread(file: Path, key: str, **facts: object) -> DataError:
    return DataError([Problem(str(file), "", key, tuple(facts.items()))])


def write_bytes(file: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    The data goes to a new file beside the target, which then takes the target's name in
    one step; whatever fails before that leaves the old file as it was. A link goes on
    pointing where it did, and a file that is there keeps its permissions.

    Args:
        file: the target; its folder must be there.
        data: what it is to hold.

    Raises:
        OutputError: when it cannot be written.
    """
    target = Path(os.path.realpath(file))
    try:
        if target.exists() and not target.is_file():  # a folder, or a device that must stay one
            raise OutputError("cannot-write", where=str(file), reason="not a regular file")
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise OutputError("cannot-write", where=str(file), reason=error.strerror) from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise OutputError("cannot-write", where=str(file), reason=error.strerror) from None
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is there, or those that any new file gets."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
