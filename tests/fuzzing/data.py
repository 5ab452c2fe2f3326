"""Fuzz what reads data: the YAML files of each kind, JSON, the compiled copy, a run's plan.

``python tests/fuzzing/data.py annotations --count 20000 --seed 1`` reports how the inputs ended
and what was found; its exit code is 1 if anything was. ``--only 17`` makes input 17 again,
and ``--save FILE`` keeps it.
"""

import atexit
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parent.parent))

import kz_civil_positions as kz
from bringing import AMENDING, BASE, CONSOLIDATED, JUNE
from fuzzing.harness import Target
from fuzzing.mutations import damage
from fuzzing.readers import HALF, main
from fuzzing.shapes import BITS, damaged, reshaped
from kz_civil_positions.exports.document import edition_document
from kz_civil_positions.exports.reading import load_edition
from kz_civil_positions.exports.whole import read_register, register_document
from kz_civil_positions.importing.result import Request
from kz_civil_positions.importing.run import import_document
from kz_civil_positions.storage.compiled import COMPILED_FILE, compiled, load_compiled
from kz_civil_positions.storage.folders import STAGE
from kz_civil_positions.storage.load import load_readings
from kz_civil_positions.storage.yaml import dump, read_yaml

__all__ = ["FILES", "TARGETS", "folder", "target", "temporary_folder"]

ORDER: Final = "2020-101"
EDITION: Final = f"{ORDER}/editions/{JUNE}"
FILES: Final = {
    "order": f"{ORDER}/order.yaml",
    "register": f"{ORDER}/register.yaml",
    "repairs": f"{ORDER}/repairs.yaml",
    "annotations": f"{ORDER}/annotations.yaml",
    "amending": "2021-7/order.yaml",
    "edition": f"{EDITION}/edition.yaml",
}
NOTES: Final = f"""order: {ORDER}
institutions:
  - id: zhel
    name: Жел бөлімі
    kind: single
    forms:
      - words: жел бөлімінің
        items: [bult-ortalygynyn-basshysy.zhel-bolimi]
entries:
  - entry: bult-ortalygynyn-basshysy
    scopes:
      - significance: republican
        branch: true
        words: Бұлт … орталығының
    frame: [Бұлт]
    positions:
      - name: басшы
        words: басшысы
  - entry: bas-bukhgalter
    positions:
      - name: бас бухгалтер
        words: Бас бухгалтер
"""
READINGS: Final = f"""order: {ORDER}
by_hand:
  - kind: lost-label
    lines: [13, 13]
    stood: "2"
    stands: А2
    row: 13
    why: {{kk: ойдан, ru: выдумано, en: made up}}
  - kind: displaced-words
    lines: [2, 2]
    stood: а б
    stands: б а
    why: {{kk: ойдан, ru: выдумано, en: made up}}
"""


def temporary_folder() -> Path:
    """A new folder that is gone when the program ends."""
    place = Path(tempfile.mkdtemp(prefix="fuzzed-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place


@cache
def folder() -> Path:
    """A small register of two made-up orders and a published edition, in a place of its own."""
    root = temporary_folder() / "registers"
    for text, request in (
        (BASE, Request()),
        (AMENDING, Request()),
        (CONSOLIDATED, Request(as_amended=JUNE, publisher="Ойдан шығарылған банк")),
    ):
        import_document(text.encode(), "made-up.txt", root, request)
    (root / FILES["annotations"]).write_text(NOTES, "utf-8")
    kz.load(root)
    (root.parent / "readings.yaml").write_text(READINGS, "utf-8")
    return root


def file_of(name: str) -> Path:
    """Where that file stands; readings stand beside the registers."""
    return folder() / FILES.get(name, "../readings.yaml")


@cache
def all_sound() -> Mapping[str, bytes]:
    """The files, as they are before any of them is damaged."""
    return {name: file_of(name).read_bytes() for name in (*FILES, "readings")}


def sound(name: str) -> bytes:
    """A file of that folder, as it is."""
    return all_sound()[name]


@cache
def plain(name: str) -> Any:  # noqa: ANN401
    """What the file says."""
    all_sound()
    return read_yaml(file_of(name))


def make_yaml(name: str, chance: random.Random) -> bytes:
    """The file with its text damaged, or with what it says damaged."""
    if chance.random() < HALF:
        return damaged(sound(name).decode(), chance).encode("utf-8", "surrogatepass")
    try:
        return dump(reshaped(plain(name), chance)).encode("utf-8", "surrogatepass")
    except Exception:  # noqa: BLE001 - what cannot be written as YAML is no input
        return damaged(sound(name).decode(), chance).encode("utf-8", "surrogatepass")


def read_as(name: str, data: bytes) -> kz.Register:
    """Load the folder with this file in its place; what loads can be verified and told."""
    root, file = folder(), folder() / FILES[name]
    try:
        file.write_bytes(data)
        register = kz.load(root)
        kz.verify(root)
        use(register)
        return register
    finally:
        file.write_bytes(sound(name))


def use(register: kz.Register) -> None:
    """What is asked of any register, once it is there."""
    register_document(register)
    for edition in register.editions:
        edition_document(edition)
        if edition.held:
            register.finder(edition).find("бас бухгалтер")


def read_readings(data: bytes) -> object:
    """Readings by hand, as they are given to an import."""
    file = folder().parent / "given.yaml"
    file.write_bytes(data)
    return load_readings(file, ORDER)


# ------------------------------------------------------------------------------- JSON


@cache
def edition_json() -> Any:  # noqa: ANN401
    """The edition of the small register, through JSON."""
    return json.loads(json.dumps(edition_document(kz.load(folder()).editions[0]), default=str))


@cache
def register_json() -> Any:  # noqa: ANN401
    """The small register, through JSON."""
    return json.loads(json.dumps(register_document(kz.load(folder())), default=str))


def make_json(of: Callable[[], Any], chance: random.Random) -> bytes:
    """The document with its text damaged, or with what it says damaged."""
    if chance.random() < HALF:
        text = json.dumps(of(), ensure_ascii=False)
        return damaged(text, chance).encode("utf-8", "surrogatepass")
    return json.dumps(reshaped(of(), chance), ensure_ascii=False, default=str).encode(
        "utf-8", "surrogatepass"
    )


def read_whole(data: bytes) -> kz.Register:
    """A register from JSON, and what is asked of it."""
    register = read_register(data)
    use(register)
    return register


# ------------------------------------------------------------------- compiled copy, plan


@cache
def copy() -> bytes:
    """A compiled copy of the small register."""
    return compiled(folder())


def make_copy(chance: random.Random) -> bytes:
    """A compiled copy that a disk has damaged."""
    return damage(chance, copy(), tuple(one.encode() for one in BITS[:40]))


def read_copy(data: bytes) -> kz.Register:
    """The copy as an installed package reads it."""
    file = folder().parent / COMPILED_FILE
    file.write_bytes(data)
    return load_compiled(file)


def copy_faults(read: kz.Register) -> Iterator[str]:
    """Damage is found: what is read of a copy is what was put into it."""
    if read != kz.load(folder()):
        yield "a damaged copy was believed"


def make_plan(chance: random.Random) -> bytes:
    """A plan as a killed run leaves it, damaged."""
    places: list[Any] = ["2020-101", "2021-7", "..", "/etc", "2020-101/editions", "", ".", "a\0b"]
    places = chance.sample(places, chance.randint(0, 3))
    if chance.random() < HALF:
        return damaged(json.dumps(places), chance).encode("utf-8", "surrogatepass")
    return json.dumps(reshaped(places, chance), default=str).encode()


def read_plan(data: bytes) -> object:
    """Load a folder in which that plan was left; nothing outside of it may change."""
    place = temporary_folder()
    try:
        root = Path(shutil.copytree(folder(), place / "registers"))
        (root / STAGE / "new-0").mkdir(parents=True)
        (root / STAGE / "plan.json").write_bytes(data)
        (place / "beside").write_bytes(b"x")
        try:
            return kz.load(root)
        finally:
            there = {one.name for one in place.iterdir()}
            assert there == {"registers", "beside"}, there
    finally:
        shutil.rmtree(place, ignore_errors=True)


def nothing(_: object) -> tuple[str, ...]:
    """That it was read or refused is all that is asked."""
    return ()


def target(
    name: str,
    read: Callable[[bytes], object],
    make: Callable[[random.Random], bytes],
    faults: Callable[[Any], Any] = nothing,
) -> Target:
    """A target that is no document."""
    return Target(name, read, make, faults, document=False)


TARGETS: Final[Mapping[str, Target]] = {
    **{name: target(name, partial(read_as, name), partial(make_yaml, name)) for name in FILES},
    "readings": target("readings", read_readings, partial(make_yaml, "readings")),
    "json-edition": target("json-edition", load_edition, partial(make_json, edition_json)),
    "json-register": target("json-register", read_whole, partial(make_json, register_json)),
    "compiled": target("compiled", read_copy, make_copy, copy_faults),
    "plan": target("plan", read_plan, make_plan),
}

if __name__ == "__main__":
    sys.exit(main(TARGETS))
