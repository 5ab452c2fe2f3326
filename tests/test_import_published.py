"""A consolidated text as a published edition; and what is brought, verified.

Every text here but that of order 920 is made up, and says so.
"""

import datetime
import shutil
from pathlib import Path

import pytest

import kz_civil_positions as kz
from bringing import (
    AMENDING,
    BANK,
    BASE,
    CONSOLIDATED,
    JUNE,
    NOTE,
    bring,
    keys,
    refusal,
    state,
)
from kz_civil_positions.errors import BadInputError, DataError
from kz_civil_positions.importing.result import Role
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import Tongues
from kz_civil_positions.verification import verify

# ---------------------------------------------------------------------- published editions


def test_a_consolidated_text_is_told_by_its_notes(held: Path) -> None:
    """Without the day it is refused: the notes are named, and what to do."""
    error = refusal(held, CONSOLIDATED)
    assert keys(error) == ["importing.needs-day"]
    assert all(NOTE in error.text(language) for language in LANGUAGES)


@pytest.fixture(scope="module")
def with_edition(with_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The registers with the amending order and a consolidated text, to be copied."""
    root = Path(shutil.copytree(with_base, tmp_path_factory.mktemp("edition") / "registers"))
    bring(root, AMENDING)
    found = bring(root, CONSOLIDATED, as_amended=JUNE, publisher=BANK)
    assert found.failures == ()
    assert (found.role, found.edition) == (Role.PUBLISHED, "2020-101@2021-06-01")
    return root


@pytest.fixture
def published(root: Path, with_edition: Path) -> Path:
    """The registers with the amending order and a consolidated text."""
    return Path(shutil.copytree(with_edition, root))


def test_a_consolidated_text_becomes_a_published_edition(published: Path) -> None:
    """It stands beside its base order, with its notes as claims, and meets our replay."""
    register = kz.load(published)
    (edition,) = register.published
    assert edition.publisher == Tongues(BANK, BANK, BANK)
    assert [(one.number, str(one.adopted)) for one in edition.notes] == [("7", "2021-03-01")]
    assert register.edition("2020@2021-06-01").held
    assert register.named_orders == ()
    (checkpoint,) = (
        check for check in verify(published).checks if check.key == "verify.check-checkpoint"
    )
    assert checkpoint.ok
    assert checkpoint.count > 5


def test_the_ids_of_an_edition_are_those_of_the_register(published: Path) -> None:
    """Entries keep the ids that they have in the edition before; nothing is invented twice."""
    register = kz.load(published)
    assert [one.id for one in register.edition("7").entries] == [
        one.id for one in register.edition("2020@2021-06-01").entries
    ]


def test_an_edition_brought_again_is_a_second_witness(published: Path) -> None:
    """An edition of the same day is compared, and gives way only when asked."""
    before = state(published)
    found = bring(published, CONSOLIDATED, as_amended=JUNE)
    assert found.role is Role.WITNESS
    assert found.witness is not None
    assert found.witness.agrees
    assert state(published) == before
    changed = CONSOLIDATED.replace("Күзетші.", "Бағбан.")
    assert bring(published, changed, as_amended=JUNE).differs
    found = bring(published, changed, as_amended=JUNE, replace=True, publisher=BANK)
    assert found.role is Role.REPLACED
    assert [one.key for one in found.failures] == ["verify.diverges"] * len(found.failures)
    assert found.failures


def test_known_addresses_name_the_publisher(held: Path) -> None:
    """The address is recorded with the file that was brought."""
    address = "https://adilet.zan.kz/kaz/archive/docs/V2000090101/01.06.2021"
    bring(held, CONSOLIDATED, as_amended=JUNE, address=address)
    (edition,) = kz.load(held).published
    assert edition.publisher.kk == '"Әділет" ақпараттық-құқықтық жүйесі'
    assert edition.original is not None
    assert edition.original.address == address


@pytest.mark.parametrize(
    ("day", "key"),
    [("2019-12-31", "importing.before-base"), ("2021-02-01", "importing.before-note")],
)
def test_a_day_that_cannot_be_is_refused(day: str, key: str, held: Path) -> None:
    """Not before the base order, nor before an order that the text's own notes name."""
    asked = datetime.date.fromisoformat(day)
    assert keys(refusal(held, CONSOLIDATED, as_amended=asked, publisher=BANK)) == [key]


def test_a_consolidated_text_needs_its_base_order(held: Path, tmp_path: Path) -> None:
    """Alone it makes no register, nor does it go into another order's."""
    other = tmp_path / "other"
    text = CONSOLIDATED.replace("№ 101", "№ 102")
    for folder, words in ((other, CONSOLIDATED), (held, text)):
        error = refusal(folder, words, as_amended=JUNE, publisher=BANK)
        assert keys(error) == ["importing.no-base"]
    assert not other.exists()


# ------------------------------------------------------------------------------- verify


def test_an_original_that_was_changed_is_found(held: Path) -> None:
    """The document as it was brought is sealed like every other file."""
    path = held / "2020-101" / "original.txt"
    path.write_text(BASE.replace("Күзетші", "Бағбан"), encoding="utf-8")
    found = [one.key for one in verify(held).failures]
    assert found == ["verify.seal-broken", "verify.transcribed-otherwise"]


def test_the_document_read_again_gives_the_text(held: Path) -> None:
    """A text that is not what the document says is found, even under a seal of its own."""
    checks = {check.key: check for check in verify(held).checks}
    assert checks["verify.check-transcribed"].count > 10
    order = held / "2020-101" / "order.yaml"
    text = order.read_text(encoding="utf-8")
    order.write_text(text.replace("form: paragraphs", "form: lines"), encoding="utf-8")
    assert "verify.transcribed-otherwise" in [one.key for one in verify(held).failures]


def test_a_missing_library_is_said_and_no_failure(
    held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a format cannot be read here, the check says that it was not made."""

    def missing(*_: object) -> None:
        raise BadInputError("documents.needs-pdf")

    monkeypatch.setattr("kz_civil_positions.verification.transcribed.read_document", missing)
    verdict = verify(held)
    assert verdict.ok
    assert "verify.check-not-transcribed" in [check.key for check in verdict.checks]


@pytest.mark.parametrize(
    ("name", "old", "new", "key"),
    [
        ("register.yaml", "Күзетші.", "Бағбан.", "verify.differs"),
        ("edition.yaml", "number: '7'", "number: '8'", "verify.differs"),
        ("edition.yaml", "form: paragraphs", "form: lines", "verify.transcribed-otherwise"),
        ("source.kaz.txt", "Күзетші.", "Бағбан.", "verify.seal-broken"),
        ("repairs.yaml", "by", "be", "verify.seal-broken"),
    ],
)
def test_a_published_edition_is_verified_as_an_order_is(
    name: str, old: str, new: str, key: str, published: Path
) -> None:
    """Its files are sealed, its register and its notes are derived again from its source."""
    path = published / "2020-101" / "editions" / "2021-06-01" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    spoilt = f"# {new}\n{text}" if name == "repairs.yaml" else text.replace(old, new)
    path.write_text(spoilt, encoding="utf-8")
    failures = verify(published).failures
    assert key in [one.key for one in failures]
    assert any("2021-06-01" in one.where for one in failures)


def test_files_outside_of_the_folder_are_not_read(held: Path) -> None:
    """What order.yaml names as a file stands in its own folder, or the data is refused."""
    path = held / "2020-101" / "order.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("original.txt", "../../made-up.txt"), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        kz.load(held)
    assert keys(caught.value) == ["outside-folder"]
