"""The line that names its schema, at the head of each YAML file that an import writes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from kz_civil_positions.exports.modeline import modeline
from kz_civil_positions.storage.folders import NewFolder

__all__ = ["with_modelines"]


def with_modelines(folders: Iterable[NewFolder], root: Path) -> tuple[NewFolder, ...]:
    """Answers: what are these folders, when each of their YAML files names its schema?

    Args:
        folders: the folders as they are to be.
        root: where they are to stand; outside of a checkout no path leads to the schemas, and
            they stay as they are.

    Returns:
        The same folders; where a file is sealed by another, the seal is that of the file with
        the line.
    """
    return tuple(_headed(one, root / one.place) for one in folders)


def _headed(folder: NewFolder, place: Path) -> NewFolder:
    lines = {name: _line(place / name, data).encode() for name, data in folder.files.items()}
    if not any(lines.values()):
        return folder
    files = {name: lines[name] + data for name, data in folder.files.items()}
    seals = [(_seal(data), _seal(files[name])) for name, data in folder.files.items()]
    return evolve(folder, files={name: _sealed(data, seals) for name, data in files.items()})


def _line(file: Path, data: bytes) -> str:
    line = modeline(file.stem, file) if file.suffix == ".yaml" else ""
    return "" if line.encode() in data else line


def _seal(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def _sealed(data: bytes, seals: Iterable[tuple[bytes, bytes]]) -> bytes:
    for old, new in seals:
        data = data.replace(old, new)
    return data
