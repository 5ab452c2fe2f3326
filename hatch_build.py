"""Puts the data into wheels: the YAML as it is, and its compiled copy, made here.

Run by the build. Nothing of the checkout is changed: the copy is made in a folder of its own.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """What hatchling calls before and after it makes a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files of the data; an editable install has those of the checkout."""
        if version == "editable":
            return
        root = Path(self.root)
        data = compile_data(root)
        self._folder = Path(tempfile.mkdtemp())
        copy = self._folder / "compiled.json"
        copy.write_bytes(data)
        files = {file: file.relative_to(root / "registers") for file in data_files(root)}
        files[copy] = Path("compiled.json")
        inside = Path("kz_civil_positions", "registers")
        build_data["force_include"].update(
            {str(file): (inside / name).as_posix() for file, name in files.items()}
        )

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - as hatchling calls it
        """Take the copy away again."""
        if version != "editable":
            shutil.rmtree(self._folder)


def data_files(root: Path) -> list[Path]:
    """Answers: which files of the data go into a wheel?"""
    folder = root / "registers"
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file()
        and file != folder / "compiled.json"  # one that somebody made; the wheel's is made here
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )


def compile_data(root: Path) -> bytes:
    """Answers: what is the compiled copy of this checkout's data, made by its own code?"""
    sys.path.insert(0, str(root / "src"))
    try:
        from kz_civil_positions.storage.compiled import compiled  # noqa: PLC0415
    finally:
        sys.path.pop(0)
    return compiled(root / "registers")
