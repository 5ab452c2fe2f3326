"""Files written whole or not at all."""

import os
import stat
import tempfile
from pathlib import Path

from kz_civil_positions.errors import OutputError

__all__ = ["write_bytes"]


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
