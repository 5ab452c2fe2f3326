"""Code and data have versions of their own, and that of the data cannot lie."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import kz_civil_positions as kz
from kz_civil_positions.cli import main
from kz_civil_positions.storage import data_edition as module
from kz_civil_positions.storage.compiled import COMPILED_FILE, compiled
from kz_civil_positions.storage.data_edition import data_edition


@pytest.fixture
def copy(registers: Path, register: kz.Register, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data in the place of the library's own, read once and not anew."""
    monkeypatch.setattr(module, "data_root", lambda: registers)
    monkeypatch.setattr(module, "load_packaged", lambda: register)
    return registers


def test_the_edition_says_until_when_sources_were_checked(register: kz.Register) -> None:
    """A day and a hash; both can be imported, and the package lists them."""
    from kz_civil_positions import __data_edition__, __version__  # noqa: PLC0415 - as users do

    day = register.checked_until
    assert day is not None
    assert re.fullmatch(rf"{day:%Y\.%m\.%d}\+[0-9a-f]{{12}}", __data_edition__)
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    assert {"__data_edition__", "__version__"} <= set(dir(kz))


def test_the_program_tells_both() -> None:
    """`--version` prints the version of the code and the edition of the data, and no more."""
    done = CliRunner().invoke(main, ["--version"])
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        f"kz-civil-positions, version {kz.__version__}",
        f"data edition {kz.__data_edition__}",
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "order.yaml").write_bytes(
            (folder / "order.yaml").read_bytes() + b"# read again\n"
        ),
        lambda folder: (folder / "annotations.yaml").unlink(),
        lambda folder: (folder / "source.rus.txt").write_bytes(b""),
        lambda folder: (folder / "repairs.yaml").rename(folder / "repaired.yaml"),
        lambda folder: folder.rename(folder.with_name("2019-921")),
    ],
    ids=["changed", "gone", "new", "renamed", "folder renamed"],
)
def test_any_change_of_the_data_is_another_edition(
    copy: Path, change: Callable[[Path], object]
) -> None:
    """Nobody counts the edition up: a byte, a name, a file more or less makes another."""
    before = data_edition()
    change(copy / "2019-920")
    assert data_edition() != before


def test_what_is_no_data_is_no_other_edition(copy: Path, tmp_path: Path) -> None:
    """A compiled copy, hidden files, another folder or another day of writing change nothing."""
    before = data_edition()
    assert before == kz.__data_edition__
    (copy / COMPILED_FILE).write_bytes(b"{}")
    (copy / ".importing").mkdir()
    (copy / ".importing" / "plan").write_bytes(b"{}")
    (copy / "2019-920" / "order.yaml").touch()
    assert data_edition() == before
    shutil.move(copy, tmp_path / "elsewhere")
    (tmp_path / "elsewhere").rename(copy)
    assert data_edition() == before


def test_a_wheel_tells_the_edition_it_answers_with(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Answers come from the compiled copy, so its edition is told, whatever lies beside it."""
    (copy / COMPILED_FILE).write_bytes(compiled(copy))
    before = data_edition()
    monkeypatch.setattr(module, "is_installed", lambda _: True)
    assert data_edition() == before
    (copy / "2019-920" / "order.yaml").write_bytes(b"")
    assert data_edition() == before
    monkeypatch.setattr(module, "is_installed", lambda _: False)
    assert data_edition() != before
