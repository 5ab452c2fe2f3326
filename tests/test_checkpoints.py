"""Published editions held against our replay."""

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest

from kz_civil_positions.history.checkpoints import divergences, replayed
from kz_civil_positions.orders import Cause
from kz_civil_positions.storage.convert import converter
from kz_civil_positions.storage.load import load_register
from kz_civil_positions.storage.yaml import dump, write_text
from kz_civil_positions.verification import Check, verify

ROOT = Path(__file__).parent.parent
BASE = "2020-101"
DAY = "2020-04-01"


@pytest.fixture
def specimen(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "specimen", tmp_path / "specimen"))


def publish(root: Path, base: str = BASE, day: str = DAY, **more: Any) -> None:  # noqa: ANN401
    """Write a published edition that says what the specimen's replay says on that day."""
    register = load_register(ROOT / "examples" / "specimen")
    content = next(one for one in register.editions if one.order == "2020-205").text
    data = converter(base).unstructure(content)
    more.pop("change", lambda _: None)(data)
    folder = root / base / "editions" / day
    folder.mkdir(parents=True)
    text = dump({"order": base, "language": "kaz", **data})
    write_text(folder / "register.yaml", text)

    edition = {
        "base": base,
        "date": datetime.date.fromisoformat(day),
        "publisher": {"kk": "Ойдан шығарылған", "ru": "Вымышленный", "en": "Fictional"},
        "content": {"file": "register.yaml"},
        **more,
    }
    write_text(folder / "edition.yaml", dump(edition))


def checks(root: Path) -> dict[str, Check]:
    found = [one for one in verify(root).checks if "@" in one.order]
    return {one.key.partition("check-")[2]: one for one in found}


def reword(data: dict[str, Any]) -> None:
    level = data["blocks"][0]["sections"][0]["links"][0]["levels"][0]
    level["entries"][0]["heading"] = "Басқаша жазылған тақырып:"


def address(root: Path) -> str:
    register = load_register(root)
    (found,) = divergences(register, register.published[0])
    return str(found.address)


def test_a_published_edition_that_agrees_passes(specimen: Path) -> None:
    """Where the replay meets the published text, every part of it was compared."""
    publish(specimen)
    found = checks(specimen)
    assert set(found) == {"checkpoint"}
    assert found["checkpoint"].ok
    assert found["checkpoint"].count > 50


def test_a_divergence_is_a_failure_with_both_readings(specimen: Path) -> None:
    """A divergence nobody has looked into is reported by address, and fails."""
    publish(specimen, change=reword)
    (failure,) = checks(specimen)["checkpoint"].failures
    assert failure.path.startswith("entry:")
    assert "Басқаша жазылған тақырып:" in failure.text("en")
    assert "unresolved" in failure.text("en")
    assert not verify(specimen).ok


@pytest.mark.parametrize(
    ("cause", "ok"), [("publisher", True), ("our-replay", False), ("our-data", False)]
)
def test_only_the_publishers_own_fault_is_no_failure(
    specimen: Path,
    cause: str,
    ok: bool,  # noqa: FBT001
) -> None:
    """What a reviewer found to be ours stays a failure: it is for us to mend."""
    publish(specimen, change=reword)
    where = address(specimen)
    shutil.rmtree(specimen / BASE / "editions")
    why = {"kk": "себебі", "ru": "причина", "en": "reason"}
    resolutions = [{"address": where, "cause": cause, "why": why}]
    publish(specimen, change=reword, resolutions=resolutions)
    found = checks(specimen)
    assert found["checkpoint"].ok is ok
    assert ("checkpoint-publisher" in found) is ok
    register = load_register(specimen)
    assert [one.cause for one in divergences(register, register.published[0])] == [Cause(cause)]


def test_without_a_replay_there_is_nothing_to_hold_against(tmp_path: Path) -> None:
    """Where no order gives the text, the published edition stands alone, and that is said."""
    root = Path(shutil.copytree(ROOT / "registers", tmp_path / "registers"))
    publish(root, base="2015-1035", day="2016-06-01")
    register = load_register(root)
    assert replayed(register, register.published[0]) is None
    assert set(checks(root)) == {"checkpoint-alone"}


def test_a_text_that_rests_on_an_order_not_held_is_no_checkpoint(specimen: Path) -> None:
    """A publisher may know of an order whose effect we do not hold: then no fault is proved."""
    note = {"text": "Ескерту.", "number": "777", "adopted": datetime.date(2020, 3, 20)}
    publish(specimen, change=reword, notes=[note])
    register = load_register(specimen)
    assert replayed(register, register.published[0]) is None
    found = checks(specimen)
    assert found["checkpoint-alone"].ok
    assert "checkpoint" not in found
