"""Any single letter, digit or mark changed makes verification fail: proved by changing them.

The changes are drawn at random with a fixed seed. Reading three YAML files for each of them
would cost minutes, so each change is made at the shallowest layer that still runs the real
code which must catch it, and some are carried the whole way:

* ``register.yaml``, printed text and lines: the file is read once. A change is made in one
  scalar of the plain data, which is then structured and checked as ``verify`` does it, by
  ``checks_of``, until a check fails. Left out is only the parsing of YAML.
* ``repairs.yaml`` and ``source.kaz.txt``, any character: a change is written to a copy of
  the file, and the check of seals must fail on the file's bytes.
* the same two without their seals: a source changed is derived again and compared, a repair
  changed is structured first. What blanks at the ends of lines say is not recorded, so here
  not all is caught; how much is asserted.
* whole: a character of a file is changed in a copy of the registers folder, and ``verify``
  is called as a user calls it.

A change counts as caught only by a failure that the unchanged data does not have.
"""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from kz_civil_positions.errors import DataError
from kz_civil_positions.operations import Restate
from kz_civil_positions.sources.repairs import Repairs
from kz_civil_positions.storage.load import RegisterFile, structure
from kz_civil_positions.verification import verify
from kz_civil_positions.verification.against_source import seals
from kz_civil_positions.verification.case import Case, Files, read_again
from kz_civil_positions.verification.run import checks_of
from test_verify import ORDER, ROOT, sound

IN_REGISTER: Final = 200
IN_SEALED: Final = 140  # in each of the two sealed files
UNSEALED_SOURCE: Final = 60
UNSEALED_REPAIRS: Final = 40
WHOLE: Final = 20

LETTERS: Final = "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘБВГҒДЕЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЫІЭ"
DIGITS: Final = "0123456789"
MARKS: Final = ';:,.()"-–'
# Cyrillic letters and the Latin ones that no reader can tell from them.
ALIKE: Final = dict(zip("АВСЕНКМОРТХІаеорсухіһ", "ABCEHKMOPTXIaeopcyxih", strict=True))

Rng = random.Random


# --------------------------------------------------------------------------- changing


def changed(text: str, at: int, rng: Rng) -> str:
    """The text with one sign at this place changed, put in, taken out, or swapped."""
    ways: list[Callable[[], str]] = [
        lambda: text[:at] + another(text[at], rng) + text[at + 1 :],
        lambda: text[:at] + text[at + 1 :],
        lambda: text[:at] + rng.choice(LETTERS + DIGITS + MARKS + " ") + text[at:],
        lambda: text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :],
        lambda: text[:at] + ALIKE.get(text[at], " ") + text[at + 1 :],
    ]
    while (result := rng.choice(ways)()) == text:
        at = rng.randrange(len(text))
    return result


def another(sign: str, rng: Rng) -> str:
    """A sign of the same sort, as a slip of the finger gives it."""
    for sort in (LETTERS, DIGITS, MARKS):
        if sign in sort:
            return rng.choice(sort.replace(sign, ""))
    return rng.choice(LETTERS)


def changed_number(number: int, rng: Rng) -> int | str:
    """The number with one digit changed; what is no number then, YAML reads as a text."""
    digits = str(number)
    while True:
        result = changed(digits, rng.randrange(len(digits)), rng)
        if not (result.isascii() and result.isdigit()):
            return result
        if int(result) != number:  # a nought put before it changes nothing
            return int(result)


Scalar = tuple[Any, str | int]

PRINTED: Final = frozenset({"heading", "text", "short", "long"})


def scalars(data: Any) -> Iterator[Scalar]:  # noqa: ANN401 - plain data is whatever it is
    """Each printed text and each line number, as the container and its key."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in PRINTED:
                yield data, key
            elif key == "lines":
                yield from ((value, 0), (value, 1))
            else:
                yield from scalars(value)
    if isinstance(data, list):
        for value in data:
            yield from scalars(value)


def change_scalar(scalar: Scalar, rng: Rng) -> tuple[Any, Any]:
    """Change it where it stands; what it was, and what it is now."""
    container, key = scalar
    old = container[key]
    new = changed_number(old, rng) if isinstance(old, int) else None
    container[key] = changed(old, rng.randrange(len(old)), rng) if new is None else new
    return old, container[key]


def fails(case: Case, unsealed: tuple[str, ...] = ()) -> bool:
    """Whether a check fails, those named left out."""
    return any(not check.ok for check in checks_of(case, {}) if check.key not in unsealed)


def with_register(case: Case, data: Any) -> Case | None:  # noqa: ANN401
    """The case with this register; None when it cannot be read, which fails as well."""
    try:
        register = structure(data, RegisterFile, ORDER, ROOT / ORDER / "register.yaml")
    except DataError:
        return None
    (restatement,) = case.order.operations
    assert isinstance(restatement, Restate)
    restated = evolve(restatement, content=register.content)
    return evolve(case, order=evolve(case.order, operations=(restated,)))


def with_repairs(case: Case, data: Any) -> Case | None:  # noqa: ANN401
    """The case with these repairs, its source read again by them."""
    assert case.text is not None
    try:
        repairs = structure(data, Repairs, ORDER, ROOT / ORDER / "repairs.yaml")
    except DataError:
        return None
    reading = read_again(case.files, case.order, case.text, repairs)
    return evolve(case, repairs=repairs, reading=reading)


# ----------------------------------------------------------------------------- layers


@pytest.fixture(scope="module")
def case() -> Case:
    unchanged = sound().case()
    assert not fails(unchanged)
    return unchanged


def test_any_change_of_printed_text_in_the_register_is_caught(case: Case) -> None:
    """Truth: not one letter, digit or mark of the register can change unseen."""
    rng = Rng(920)
    register = sound().data["register"]
    places = [*scalars(register["blocks"]), *scalars(register["abbreviations"])]
    # A place counts as often as it has signs; half the draws go to texts, half to numbers.
    texts = [one for one in places if isinstance(one[0][one[1]], str)]
    numbers = [one for one in places if isinstance(one[0][one[1]], int)]
    assert len(texts) > 450
    assert len(numbers) > 900
    weights = [len(container[key]) for container, key in texts]
    drawn = rng.choices(texts, weights, k=IN_REGISTER * 3 // 4)
    drawn += rng.choices(numbers, k=IN_REGISTER // 4)
    missed = []
    for container, key in drawn:
        old, new = change_scalar((container, key), rng)
        damaged = with_register(case, register)
        if damaged is not None and not fails(damaged):
            missed.append((old, new))
        container[key] = old
    assert missed == []
    assert len(drawn) == IN_REGISTER
    mended = with_register(case, register)
    assert mended is not None
    assert not fails(mended)


@pytest.mark.parametrize("file", ["repairs.yaml", "source.kaz.txt"])
def test_any_change_of_a_sealed_file_is_caught(case: Case, tmp_path: Path, file: str) -> None:
    """The source stays as it came, and every repair as it was reviewed, to the last byte."""
    rng = Rng(file)
    copy = tmp_path / ORDER
    shutil.copytree(ROOT / ORDER, copy)
    case = evolve(case, files=Files(copy))
    text = (copy / file).read_text("utf-8")
    for _ in range(IN_SEALED):
        assert seals(case).ok
        (copy / file).write_text(changed(text, rng.randrange(len(text)), rng), "utf-8", newline="")
        assert [one.key for one in seals(case).failures] == ["verify.seal-broken"]
        (copy / file).write_text(text, "utf-8", newline="")


def test_a_change_of_the_source_shows_in_the_register_even_without_the_seal(
    case: Case,
) -> None:
    """The register rests on the source itself, not on the hash of it."""
    rng = Rng(1035)
    assert case.text is not None
    assert case.repairs is not None
    caught = 0
    for _ in range(UNSEALED_SOURCE):
        text = changed(case.text, rng.randrange(len(case.text)), rng)
        reading = read_again(case.files, case.order, text, case.repairs)
        damaged = evolve(case, text=text, reading=reading)
        caught += fails(damaged, ("verify.check-seals",))
    # Of a thousand changes six were not caught, each a blank at the end of a line.
    assert caught >= UNSEALED_SOURCE * 95 // 100


def test_a_change_of_a_repair_shows_even_without_the_seal(case: Case) -> None:
    """What a repair says stood and stands is derived again, not only sealed."""
    rng = Rng(252)
    repairs = sound().data["repairs"]
    places = [
        (repair, key)
        for repair in (*repairs["by_hand"], *repairs["by_rule"])
        for key in ("stood", "stands")
        if repair.get(key)
    ]
    assert len(places) > 500
    caught = 0
    for container, key in rng.choices(places, k=UNSEALED_REPAIRS):
        old, _ = change_scalar((container, key), rng)
        damaged = with_repairs(case, repairs)
        caught += damaged is None or fails(damaged, ("verify.check-seals",))
        container[key] = old
    # A blank put into a reading of which only the place counts is left to the seal.
    assert caught >= UNSEALED_REPAIRS * 95 // 100


# ------------------------------------------------------------------------------ whole


def printed_signs(text: str) -> list[int]:
    """The places of signs inside the printed texts of ``register.yaml``, ends left out.

    A blank put before or after a scalar is no change: YAML does not read it.
    """
    places: list[int] = []
    start = 0
    for line in text.split("\n"):
        key, colon, value = line.strip().removeprefix("- ").partition(": ")
        if line == "doubts:":
            break
        if colon and key in PRINTED and len(value) > 4:
            first = start + line.index(value)
            places += range(first + 2, first + len(value) - 2)
        start += len(line) + 1
    return places


def same_yaml(old: str, new: str) -> bool:
    """Whether the changed line still reads the same: then nothing was changed."""
    before, after = old.split("\n"), new.split("\n")
    if len(before) != len(after):
        return False
    pairs = zip(before, after, strict=True)
    line, other = next((one, two) for one, two in pairs if one != two)
    try:
        values = [YAML(typ="safe", pure=True).load(one.strip()) for one in (line, other)]
    except YAMLError:
        return False
    return bool(values[0] == values[1])


def test_changes_in_the_files_are_caught_by_the_whole_verification(tmp_path: Path) -> None:
    """From the file on disk to the verdict: what a user runs is what catches the change."""
    rng = Rng(2019)
    root = Path(shutil.copytree(ROOT, tmp_path / "registers"))
    assert verify(root).ok
    files = ["register.yaml", "repairs.yaml", "register.yaml", "source.kaz.txt"] * (WHOLE // 4)
    missed = []
    for name in files:
        file = root / ORDER / name
        text = file.read_text("utf-8")
        places = printed_signs(text) if name == "register.yaml" else range(len(text))
        new = changed(text, rng.choice(places), rng)
        while name == "register.yaml" and same_yaml(text, new):
            new = changed(text, rng.choice(places), rng)
        file.write_text(new, "utf-8", newline="")
        if verify(root).ok:
            missed.append((name, next(i for i, one in enumerate(new) if one != text[i])))
        file.write_text(text, "utf-8", newline="")
    assert missed == []
    assert verify(root).ok


def test_there_are_enough_changes() -> None:
    """The claim is proved by five hundred changes at least, every one of them caught."""
    assert IN_REGISTER + 2 * IN_SEALED + WHOLE >= 500
