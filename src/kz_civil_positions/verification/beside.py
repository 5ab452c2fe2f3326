"""What a corpus says beside a text, read again: facts of an order, and claims about history."""

import datetime
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kz_civil_positions.calendar import OnDate
from kz_civil_positions.errors import DataError
from kz_civil_positions.model import Tongues
from kz_civil_positions.orders import HistoryNote, SourceFile
from kz_civil_positions.sources.issuers import same_office
from kz_civil_positions.sources.requisites import (
    COMMIT_FILE,
    REMOVED,
    ActNamed,
    act_named,
    causes_named,
)
from kz_civil_positions.storage.in_folder import stands_in
from kz_civil_positions.storage.yaml import read_text, read_yaml
from kz_civil_positions.verification.case import Case, Files
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["broken", "claims", "said_beside", "states_beside"]

_DATE: Final = re.compile(r"^date (\d{4}-\d\d-\d\d)$", re.MULTILINE)
_REMOVED: Final = re.compile(rf"^act \S+ {REMOVED}$", re.MULTILINE)


def broken(files: Files, seal: SourceFile) -> bool:
    """Answers: is that file another than the one that was sealed, or outside of the folder?"""
    return not stands_in(files.folder, seal.file) or files.sha256(seal.file) != seal.sha256


def said_beside(file: Path) -> Mapping[str, Any]:
    """Answers: what does this file, read again, say of its act?

    Returns:
        The facts under the names of an order's fields; nothing where it cannot be understood.
    """
    try:
        return _of_commit(read_text(file)) if file.name == COMMIT_FILE else _of_meta(file)
    except DataError:
        return {}


def _of_meta(file: Path) -> Mapping[str, Any]:
    data = read_yaml(file)
    said = data.get("requisite") if isinstance(data, dict) else None
    act = act_named(said) if isinstance(said, str) else None
    if act is None:
        return {}
    title = data.get("title")
    titles = title.values() if isinstance(title, dict) else (title,)
    return {**_of_act(act), "title": (act.requisite, *titles)}


def _of_commit(text: str) -> Mapping[str, Any]:
    act = next((act_named(said) for said in causes_named(text)), None)
    day = _DATE.search(text)
    if act is None or day is None:
        return {}
    rule = OnDate(datetime.date.fromisoformat(day[1]))
    more = {"amends": True} if _REMOVED.search(text) else {}
    return {**_of_act(act), "title": (act.requisite,), "rule": rule, **more}


def _of_act(act: ActNamed) -> dict[str, Any]:
    return {
        "number": act.number,
        "dates.adopted": act.adopted,
        "issuer": act.issuer,
        "registration": act.registration,
        "dates.registered": act.registered,
    }


def states_beside(name: str, value: object, said: Mapping[str, Any]) -> bool:
    """Answers: is this fact of an order among those that the file states?"""
    found = said.get(name)
    if isinstance(value, Tongues):
        return isinstance(found, str) and same_office(found, "rus", value)
    if name == "title":
        return value in (found or ())
    # That the order is the one taken away, its own folder's files say.
    return bool(found) if name == "amends" else found is not None and value == found


def claims(case: Case) -> Check:
    """Answers: does each file that is named for a claim about history still make it?"""
    failures = []
    notes = case.published.notes if case.published else ()
    for index, note in enumerate(notes):
        if note.file is None:
            continue
        where = case.files.order("notes", index)
        if broken(case.files, note.file):
            found = case.files.sha256(note.file.file)
            facts = {"found": found, "recorded": note.file.sha256}
            failures.append(problem(where, f"notes[{index}]", "seal-broken", **facts))
        elif not _makes(case.files.folder / note.file.file, note):
            facts = {"file": note.file.file, "value": note.text}
            failures.append(problem(where, f"notes[{index}]", "claim-not-made", **facts))
    return Check.of("claims", case.name, sum(one.file is not None for one in notes), failures)


def _makes(file: Path, note: HistoryNote) -> bool:
    """Whether the file says so; one that cannot be read says nothing."""
    try:
        return _says(file, note)
    except DataError:
        return False


def _says(file: Path, note: HistoryNote) -> bool:
    act = act_named(note.text)
    if act is None or (act.number, act.adopted) != (note.number, note.adopted):
        return False
    if file.name == COMMIT_FILE:
        return note.text in causes_named(read_text(file))
    data = read_yaml(file)
    caused = data.get("caused_by") if isinstance(data, dict) else None
    listed = caused if isinstance(caused, list) else [caused]
    said = [one.get("requisite") if isinstance(one, dict) else one for one in listed]
    return note.text in said
