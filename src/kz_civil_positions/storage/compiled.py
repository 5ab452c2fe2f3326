"""The compiled copy of a registers folder: made from the YAML at build, read in its stead.

A wheel carries both. The YAML is the data; the copy only says the same, checked once when
it was made, in a form that takes a thousandth of the time. So a copy is never mended and
never half believed: whatever is wrong with it is an error, or the YAML is read instead.

The file is JSON in three lines: what it was made from, what it holds, and a checksum of both.
That finds what a broken disk or an interrupted copy does to a file; who wants to forge it
could as well change the code beside it.
"""

import json
import warnings
import zlib
from typing import TYPE_CHECKING, Any, Final

from kz_civil_positions import __version__
from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.messages import Language, say

if TYPE_CHECKING:
    from pathlib import Path

    from kz_civil_positions.history.register import Register

__all__ = [
    "COMPILED_FILE",
    "DATA_FORMAT",
    "StaleCopyWarning",
    "changed_since",
    "compiled",
    "hashes",
    "load_compiled",
    "load_packaged",
    "made_from",
]

COMPILED_FILE: Final = "compiled.json"
# Of the YAML files: counted up when files of the form before could no longer be read.
DATA_FORMAT: Final = 1
_FORM: Final = 1
_LINES: Final = (b'{"head":', b',\n"register":', b',\n"checksum":', b"}\n")


class StaleCopyWarning(UserWarning):
    """A compiled copy that lies beside data that has changed since; the data was read."""

    def __init__(self, file: "Path", changed: tuple[str, ...]) -> None:
        super().__init__()
        self.file = file
        self.changed = changed

    def text(self, language: Language = "en") -> str:
        """Answers: what is said of the copy, in this language?"""
        changed = ", ".join(self.changed)
        return f"{self.file}: {say('errors.compiled-stale', language, changed=changed)}"

    def __str__(self) -> str:
        return self.text()


def load_packaged() -> "Register":
    """Answers: what register comes with the library?

    An installed wheel is read from its compiled copy. A checkout is read from its YAML,
    which whoever works there may just have changed.

    Raises:
        BadInputError: when the library has come without data.
        DataError: when the compiled copy is damaged or was made for other code, or the
            YAML has errors.

    Warns:
        StaleCopyWarning: in a checkout, when a compiled copy lies there that the YAML no
            longer agrees with.

    Example:
        >>> load_packaged().edition("2019-920").held
        True
    """
    from kz_civil_positions.storage.root import data_root, is_installed  # noqa: PLC0415

    root = data_root()
    file = root / COMPILED_FILE
    if file.is_file():
        if is_installed(root):
            return load_compiled(file)
        changed = changed_since(file)
        if changed:
            warnings.warn(StaleCopyWarning(file, changed), stacklevel=3)
    from kz_civil_positions.storage.load import load_register  # noqa: PLC0415 - reads YAML

    return load_register(root)


def load_compiled(file: "Path") -> "Register":
    """Answers: what register does this compiled copy hold?

    Nothing is checked again but that the file is whole and was made by this version of the
    code; its data was checked when it was made.

    Raises:
        DataError: when it is damaged, or was made for other code.
    """
    from kz_civil_positions.history.register import Register  # noqa: PLC0415
    from kz_civil_positions.storage.packing import unpack  # noqa: PLC0415

    head, body = _parts(file)
    if head["compiled"] != _FORM or head["code"] != __version__:
        raise _unusable(file, "compiled-for-other-code", code=head["code"], own=__version__)
    return Register.replayed(*unpack(json.loads(body)))


def changed_since(file: "Path") -> tuple[str, ...]:
    """Answers: which files beside this compiled copy changed, came or went since it was made?

    Returns:
        Their names; that of the copy itself where it is damaged.
    """
    try:
        then = made_from(file)
    except DataError:
        return (file.name,)
    there = hashes(file.parent)
    return tuple(name for name in sorted({*then, *there}) if then.get(name) != there.get(name))


def made_from(file: "Path") -> dict[str, str]:
    """Answers: which files was this compiled copy made from, and with what hashes?

    Raises:
        DataError: when it is damaged.
    """
    files: dict[str, str] = _parts(file)[0]["files"]
    return files


def compiled(root: "Path") -> bytes:
    """Answers: what is the compiled copy of this registers folder? The same for the same data.

    Raises:
        BadInputError: when there is no such folder, or no order in it.
        DataError: with everything that is wrong in it.
    """
    from kz_civil_positions.storage.load import load_register  # noqa: PLC0415 - reads YAML
    from kz_civil_positions.storage.packing import pack  # noqa: PLC0415

    files = hashes(root)
    register = load_register(root)
    head = {"compiled": _FORM, "data_format": DATA_FORMAT, "code": __version__, "files": files}
    packed = pack((register.orders, register.published, register.parallel, register.editions))
    opening, divider, seal, closing = _LINES
    whole = opening + _json(head) + divider + _json(packed)
    return whole + seal + _json(zlib.crc32(whole)) + closing


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def hashes(root: "Path") -> dict[str, str]:
    """Answers: which files have the orders' folders, and what is the hash of each one's bytes?"""
    from hashlib import sha256  # noqa: PLC0415 - not needed to read a copy

    files = {file.relative_to(root): file for file in sorted(root.glob("*/**/*"))}
    return {
        name.as_posix(): sha256(file.read_bytes()).hexdigest()
        for name, file in files.items()
        if file.is_file() and not any(part.startswith(".") for part in name.parts)
    }


def _parts(file: "Path") -> tuple[dict[str, Any], bytes]:
    """What is said of the copy, and what it holds, still unread but known to be whole."""
    opening, divider, seal, closing = _LINES
    try:
        whole, _, checksum = file.read_bytes().rpartition(seal)
    except OSError as error:
        raise _unusable(file, "unreadable", reason=error.strerror or "") from None
    if checksum != _json(zlib.crc32(whole)) + closing:
        raise _unusable(file, "compiled-damaged")
    head, _, body = whole.partition(divider)
    return json.loads(head.removeprefix(opening)), body


def _unusable(file: "Path", key: str, **facts: object) -> DataError:
    return DataError([Problem(str(file), "", key, tuple(facts.items()))])


def main() -> None:
    """Make the compiled copy of a checkout, beside its data."""
    from kz_civil_positions.storage.files import write_bytes  # noqa: PLC0415
    from kz_civil_positions.storage.root import data_root  # noqa: PLC0415

    root = data_root()
    write_bytes(root / COMPILED_FILE, compiled(root))


if __name__ == "__main__":
    main()
