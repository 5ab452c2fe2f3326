"""The finder and time machine of the site: its data, its engine and its page."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kz_civil_positions import Register
from website.finder.changes import changes_files
from website.finder.data import register_data
from website.finder.days import days_of
from website.finder.rules import rules
from website.finder.texts import texts_files

__all__ = ["finder_files"]

_FOLDER: Final = "assets/finder"
_HERE: Final = Path(__file__).parent


def finder_files(registers: Mapping[str, Register]) -> dict[str, bytes]:
    """Answers: which files does the finder's page need, under which places of the site?

    Args:
        registers: under the folders that their pages stand in: ``""`` and ``"specimen/"``.

    Returns:
        The files: rules and data as scripts, since a page opened from a disk may read no
        other files; engine and page as they stand.

    Example:
        >>> import kz_civil_positions as kz
        >>> "assets/finder/register.js" in finder_files({"": kz.load()})
        True
    """
    made = {_place("rules"): _script("rules", rules()), **dict(texts_files())}
    for under, register in registers.items():
        name = under.strip("/") or "register"
        data = register_data(register, under) | {"days": days_of(register)}
        made |= {_place(name): _script(name, data), **dict(changes_files(register, name))}
    written = [file for file in _HERE.glob("*/*") if file.suffix in {".js", ".css"}]
    return made | {f"{_FOLDER}/{file.name}": file.read_bytes() for file in written}


def _place(name: str) -> str:
    return f"{_FOLDER}/{name}.js"


def _script(name: str, data: Mapping[str, Any]) -> bytes:
    """Data as a script that puts it where the engine finds it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"(window.kzFinder ||= {{}}).{name} = {text};\n".encode()
