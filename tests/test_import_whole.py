"""Folders that an import writes: whole or not at all, whatever ends the run.

Every text here but that of order 920 is made up, and says so.
"""

import itertools
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve

import kz_civil_positions as kz
from bringing import (
    AMENDING,
    BASE,
    bring,
    keys,
    refusal,
    state,
)
from kz_civil_positions.errors import DataError, OutputError
from kz_civil_positions.importing.prepare import prepare
from kz_civil_positions.importing.result import Role
from kz_civil_positions.storage.folders import STAGE, NewFolder, put_folders, settle

# ------------------------------------------------------------------------ whole, or not at all


def killed_at(step: int, do: Callable[[], object], root: Path) -> bool:
    """Answers: was the run killed, when it is killed before its so-manyth step in that folder?"""
    child = os.fork()
    if child == 0:
        left = [step]

        def count(event: str, args: tuple[Any, ...]) -> None:
            writes = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "open")
            if event in writes and args and str(args[0]).startswith(str(root)):
                left[0] -= 1
                if left[0] < 0:
                    os._exit(9)

        sys.addaudithook(count)
        try:
            do()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def written(place: str, *names: str, kept: tuple[str, ...] = ()) -> NewFolder:
    """A folder with these files, each holding its own name."""
    return NewFolder(place, {name: name.encode() for name in names}, kept)


CHANGES: Final[dict[str, Callable[[Path], None]]] = {
    "a new folder": lambda root: put_folders(root, [written("new", "a", "b")]),
    "a folder in the place of another": lambda root: put_folders(
        root, [written("there", "b", "c", kept=("kept",))]
    ),
    "two folders": lambda root: put_folders(
        root, [written("there", "b"), written("there/editions/day", "c")]
    ),
    "two new folders": lambda root: put_folders(
        root, [written("one", "a"), written("two/editions/day", "b")]
    ),
}


def there(root: Path) -> Path:
    """A folder with something in it."""
    (root / "there" / "kept").mkdir(parents=True)
    for name in ("there/a", "there/b", "there/kept/d"):
        (root / name).write_text("before", encoding="utf-8")
    return root


@pytest.mark.parametrize("name", CHANGES)
def test_a_run_that_is_killed_leaves_before_or_after(name: str, tmp_path: Path) -> None:
    """At whatever step it is killed, the next run finds the one or the other, and clears away."""
    do = CHANGES[name]
    before = state(there(tmp_path / "before"))
    done = there(tmp_path / "done")
    do(done)
    after = state(done)
    seen = set()
    for step in range(200):
        root = there(tmp_path / f"step-{step}")
        killed = killed_at(step, lambda root=root: do(root), root)  # type: ignore[misc]
        between = state(root) not in (before, after)
        assert not between or (root / STAGE / "plan.json").is_file()
        settle(root)
        assert state(root) in (before, after)
        assert not (root / STAGE).exists()
        seen.add(state(root) == after)
        if not killed:
            break
    assert not killed
    assert step > 10
    assert seen == {True, False}


@pytest.mark.parametrize("name", CHANGES)
def test_a_step_that_fails_is_undone(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a folder cannot take its name, everything is put back, and the error says so."""
    rename = Path.rename
    before = state(there(tmp_path / "before"))
    failed = 0
    for failing in range(6):
        root = there(tmp_path / f"step-{failing}")
        calls = itertools.count()

        def flaky(
            path: Path, target: Path, calls: Iterator[int] = calls, failing: int = failing
        ) -> Path:
            if next(calls) == failing:
                raise OSError(28, "No space left on device")
            return rename(path, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "rename", flaky)
            error = outcome(CHANGES[name], root)
        assert (state(root) == before) == (error is not None)
        assert not (root / STAGE).exists()
        failed += error is not None
    assert failed


def outcome(do: Callable[[Path], None], root: Path) -> OutputError | None:
    """Answers: which error did it end in?"""
    try:
        do(root)
    except OutputError as error:
        return error
    return None


def test_what_a_killed_run_left_is_no_register(held: Path) -> None:
    """Half-written folders are not loaded; folders half in place are not answered from."""
    before = state(held)
    half = held / STAGE / "new-0"
    half.mkdir(parents=True)
    shutil.copy(held / "2020-101" / "order.yaml", half)
    assert [order.id for order in kz.load(held).orders] == ["2020-101"]
    (held / STAGE / "plan.json").write_text('["../2021-8"]', encoding="utf-8")
    with pytest.raises(DataError) as caught:
        kz.load(held)
    assert keys(caught.value) == ["interrupted-import"]
    assert half.is_dir()
    shutil.rmtree(held / STAGE)
    found = bring(held, BASE)
    assert (found.role, state(held)) == (Role.WITNESS, before)
    assert not (held / STAGE).exists()


def test_a_register_that_would_not_load_is_not_written(
    held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is tried on a copy first; what fails there is told at its place here."""

    def spoilt(*args: Any) -> Any:  # noqa: ANN401
        made = prepare(*args)
        (folder,) = (one for one in made.folders if one.place == "2021-7")
        files = {**folder.files, "order.yaml": b"id: 2021-7\n"}
        return evolve(made, folders=(evolve(folder, files=files),))

    monkeypatch.setattr("kz_civil_positions.importing.run.prepare", spoilt)
    error = refusal(held, AMENDING)
    assert isinstance(error, DataError)
    assert all(one.where.startswith(str(held / "2021-7")) for one in error.problems)
