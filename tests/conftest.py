"""What several test modules need: the real register, and copies of its folder to damage."""

import shutil
from pathlib import Path

import pytest

import kz_civil_positions as kz
from browsing import browser, built_site, served_site, visit
from kz_civil_positions.model import Edition
from kz_civil_positions.storage.root import data_root

__all__ = ["browser", "built_site", "edition", "register", "registers", "served_site", "visit"]


@pytest.fixture(scope="session")
def register() -> kz.Register:
    """The register that comes with the library."""
    return kz.load()


@pytest.fixture(scope="session")
def edition(register: kz.Register) -> Edition:
    """The edition of 2019, the only one whose text is held."""
    return register.edition("2019-920")


@pytest.fixture
def registers(tmp_path: Path) -> Path:
    """A copy of the registers folder, free to be damaged."""
    return Path(shutil.copytree(data_root(), tmp_path / "registers"))
