"""Where the data is: in the installed package, or in a checkout."""

from pathlib import Path
from typing import Final

from kz_civil_positions.errors import BadInputError

__all__ = ["data_root", "is_installed"]

_PACKAGE: Final = Path(__file__).parent.parent


def data_root(root: str | Path | None = None) -> Path:
    """Answers: which folder holds the registers?

    Args:
        root: a folder of the user's; without one, the data that came with the library.
            A wheel carries the data inside the package; in a checkout it stands beside
            the source, two folders up.

    Returns:
        The folder.

    Raises:
        BadInputError: when there is no such folder.
    """
    if root is not None:
        folder = Path(root)
        if not _is_folder(folder):
            raise BadInputError("no-such-folder", where=str(folder), path=str(folder))
        return folder
    for folder in (_PACKAGE / "registers", _PACKAGE.parent.parent / "registers"):
        if folder.is_dir():
            return folder
    raise BadInputError("no-data", where=str(_PACKAGE))


def is_installed(root: Path) -> bool:
    """Answers: is this the folder inside an installed package, and not one of a checkout?"""
    return root.parent == _PACKAGE


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long, or a folder on the way that may not be entered
        return False
