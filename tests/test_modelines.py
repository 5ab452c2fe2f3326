"""What an import writes into a checkout names its schemas, as the data there does."""

import re
import shutil
from pathlib import Path

import pytest

import kz_civil_positions as kz
import test_corpus
from bringing import AMENDING, BASE, bring
from kz_civil_positions.exports.schema import FOLDER
from kz_civil_positions.importing.corpus import import_corpus
from kz_civil_positions.importing.result import Request


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A registers folder, not there yet, of a checkout that has the schemas."""
    shutil.copytree(FOLDER, tmp_path / "src" / "kz_civil_positions" / "schemas")
    return tmp_path / "registers"


def check(root: Path, least: int) -> None:
    """Every YAML file leads to its schema, once, and what is sealed is sealed with the line."""
    files = sorted(one for one in root.rglob("*.yaml") if one.name != "meta.yaml")  # as brought
    assert len(files) >= least
    for file in files:
        named = re.findall(
            r"^# yaml-language-server: \$schema=(.+)$", file.read_text("utf-8"), re.MULTILINE
        )
        assert len(named) == 1, file
        schema = (file.parent / named[0]).resolve()
        assert schema.is_file()
        assert schema.name == f"{file.stem}.schema.json"
    checks = {check.key: check for check in kz.verify(root).checks}
    assert checks["verify.check-loads"].ok
    assert checks["verify.check-seals"].count > 0
    assert checks["verify.check-seals"].ok


def test_documents_that_are_brought_name_their_schemas(root: Path) -> None:
    """A base order, one that amends it, and the same once more in its place."""
    bring(root, BASE)
    bring(root, AMENDING)
    bring(root, BASE.replace("Күзетші", "Бағбан"), replace=True)
    check(root, 4)


def test_editions_of_a_corpus_name_their_schemas(root: Path, tmp_path: Path) -> None:
    """Each edition stands deeper, so its way to the schemas is longer."""
    clone = test_corpus.grown(test_corpus.Clone(tmp_path / "clone"))
    while test_corpus.OPEN:
        test_corpus.OPEN.pop().close()
    import_corpus(clone.path, test_corpus.CODE, root, Request())
    assert list(root.glob("*/editions/*/edition.yaml"))
    check(root, 5)
