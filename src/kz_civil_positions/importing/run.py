"""An official document brought into a register: read, checked, written, or refused."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from kz_civil_positions.errors import BadInputError, DataError, Problem
from kz_civil_positions.history.register import Register
from kz_civil_positions.importing.brought import Task
from kz_civil_positions.importing.modelines import with_modelines
from kz_civil_positions.importing.prepare import prepare
from kz_civil_positions.importing.previous import Shelf
from kz_civil_positions.importing.result import Imported, Request
from kz_civil_positions.storage.folders import NewFolder, put_folders, settle
from kz_civil_positions.storage.load import ORDER_FILE, load_register
from kz_civil_positions.verification import verify

__all__ = ["import_document", "register_in"]


def import_document(data: bytes, name: str, root: Path, request: Request) -> Imported:
    """Answers: what came of bringing this document into that registers folder?

    Args:
        data: the document.
        name: its name, for messages.
        root: the registers folder; one that is not there is made.
        request: what the user says of the document.

    Returns:
        What was read and written, and what a reviewer should look at. Where the order is held
        already, and nothing may be replaced, what the document says otherwise.

    Raises:
        BadInputError: when the document, or what is asked of it, cannot be.
        DataError: where its text cannot be read, contradicts what is known, or would make a
            folder that cannot be loaded. Nothing is written then.
        OutputError: when the files cannot be written; what was there is as it was.
    """
    if root.exists() and not root.is_dir():
        raise BadInputError("no-such-folder", where=str(root))
    settle(root)
    register = register_in(root)
    prepared = prepare(data, name, Task(register, root, request, Shelf.of(register)))
    if not prepared.folders:
        return prepared.imported
    folders = with_modelines(prepared.folders, root)
    failures = _rehearsed(root, folders)
    put_folders(root, folders)
    written = (root / one.place / file for one in folders for file in sorted(one.files))
    return evolve(prepared.imported, failures=failures, written=tuple(written))


def register_in(root: Path) -> Register | None:
    """Answers: which register does this folder hold? None where it holds none yet.

    Raises:
        DataError: when it holds one that cannot be read.
    """
    return load_register(root) if any(root.glob(f"*/{ORDER_FILE}")) else None


def _rehearsed(root: Path, folders: tuple[NewFolder, ...]) -> tuple[Problem, ...]:
    """Try it on a copy: a register that loads now must load afterwards.

    What ``verify`` finds then is no reason to refuse, but the reviewer's to mend.
    """
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / root.name
        copy.mkdir()
        for file in root.glob(f"*/{ORDER_FILE}"):
            shutil.copytree(file.parent, copy / file.parent.name)
        put_folders(copy, folders)
        verdict = verify(copy)
        failures = tuple(_at_home(verdict.failures, copy, root))
        if not verdict.checks[0].ok:
            raise DataError(failures)
    return failures


def _at_home(problems: Iterable[Problem], copy: Path, root: Path) -> Iterable[Problem]:
    for one in problems:
        yield evolve(one, where=one.where.replace(str(copy), str(root), 1))
