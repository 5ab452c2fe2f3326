"""What several test modules need: the real register, a made-up one, and copies to damage."""

import shutil
from pathlib import Path

import pytest

import kz_civil_positions as kz
from bringing import BASE, bring
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


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A registers folder that is not there yet."""
    return tmp_path / "registers"


@pytest.fixture(scope="session")
def with_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registers folder with the made-up base order, to be copied."""
    root = tmp_path_factory.mktemp("base") / "registers"
    bring(root, BASE)
    return root


@pytest.fixture
def held(root: Path, with_base: Path) -> Path:
    """A registers folder with the made-up base order."""
    return Path(shutil.copytree(with_base, root))
