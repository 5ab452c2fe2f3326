"""Registers folders made to harm: each is refused with a typed error, soon, and without much."""

import os
import resource
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve

import kz_civil_positions as kz
from kz_civil_positions.errors import BadInputError, DataError
from kz_civil_positions.exports.reading import load_edition
from kz_civil_positions.lookup.tables import read_table
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.storage import limits
from kz_civil_positions.storage.files import read_bytes
from kz_civil_positions.storage.folders import STAGE
from kz_civil_positions.verification import verify

SPECIMEN: Final = Path(__file__).parent.parent / "examples" / "specimen"
BASE, LATER = "2020-101", "2020-205"
B, R, L = f"{BASE}/order.yaml", f"{BASE}/register.yaml", f"{LATER}/order.yaml"
# Of processor time, for any of these folders, where the sound one takes a fifth of a second.
SECONDS: Final = 20
MEGABYTES: Final = 400
LONGEST: Final = 60_000

Damage = Callable[[Path], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The two first orders of the example, free to be damaged."""
    for name in (BASE, LATER):
        shutil.copytree(SPECIMEN / name, tmp_path / "registers" / name)
    return tmp_path / "registers"


def more(file: str, text: str | bytes) -> Damage:
    """Put this at the end of the file."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return lambda root: (root / file).write_bytes((root / file).read_bytes() + data)


def named_file(name: str) -> Damage:
    """Say that the register of the base order stands in a file of this name."""

    def damage(root: Path) -> None:
        text = (root / B).read_text("utf-8")
        assert "file: register.yaml\n" in text
        (root / B).write_text(text.replace("file: register.yaml\n", f"file: {name}\n"), "utf-8")

    return damage


def titled(text: str) -> Damage:
    """Put this in the place of the title of the later order."""

    def damage(root: Path) -> None:
        lines = (root / L).read_text("utf-8").splitlines(keepends=True)
        changed = [f"title: {text}\n" if one.startswith("title:") else one for one in lines]
        assert changed != lines
        (root / L).write_text("".join(changed), "utf-8")

    return damage


def instead(file: str, make: Callable[[Path], object]) -> Damage:
    """Take the file or folder away, and make something else in its place."""

    def damage(root: Path) -> None:
        old = root / file
        shutil.move(old, root.parent / "elsewhere")
        make(old)

    return damage


def link_out(file: str) -> Damage:
    """Put a link in its place, to the same thing outside the folder."""
    return instead(file, lambda old: old.symlink_to(old_elsewhere(old, file)))


def old_elsewhere(old: Path, file: str) -> Path:
    """Where what was there is now."""
    return old.parents[len(Path(file).parts)] / "elsewhere"


def many_folders(root: Path) -> None:
    """One more folder of an order than there may be."""
    for number in range(limits.MAX_ORDERS):
        (root / f"x-{number}").mkdir()
        (root / f"x-{number}" / "order.yaml").touch()


def many_files(root: Path) -> None:
    """One more file than there may be, empty all of them."""
    for number in range(limits.MAX_FILES // 1000 + 1):
        (root / BASE / f"x-{number}").mkdir()
        for file in range(1000):
            os.link(root / B, root / BASE / f"x-{number}" / f"{file}")


def twin(name: str) -> Damage:
    """A folder whose name some systems take for that of another."""
    return lambda root: shutil.copytree(root / LATER, root / name)


def plan(text: str) -> Damage:
    """What a killed run is said to have left to do."""

    def damage(root: Path) -> None:
        (root / STAGE / "new-0").mkdir(parents=True)
        (root / STAGE / "plan.json").write_text(text, "utf-8")

    return damage


def laughs(depth: int = 30) -> str:
    """A billion laughs: each line stands for nine of the line before."""
    lines = ["a0: &a0 ha"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, depth)]
    return "\n".join(lines) + "\n"


HOSTILE: Final[dict[str, tuple[Damage, str, str]]] = {
    # Much of little.
    "a billion laughs": (more(B, laughs()), B, "yaml-alias"),
    "an anchor": (more(B, "x: &a 1\n"), B, "yaml-alias"),
    "a thing within itself": (more(B, "x: &a [*a]\n"), B, "yaml-alias"),
    "a merge": (more(B, "<<: {x: 1}\n"), B, "yaml-alias"),
    "a merge of an alias": (more(B, "<<: *a\n"), B, "yaml-alias"),
    "flow in flow": (more(B, "x: " + "[" * 100_000), B, "yaml-too-deep"),
    "mappings in mappings": (more(B, "x: " + "{a: " * 50_000), B, "yaml-too-deep"),
    "lists in lists": (more(B, "x:\n  " + "- " * 100_000 + "\n"), B, "yaml-too-deep"),
    "keys that are lists": (more(B, "? " * 100_000), B, "yaml-too-deep"),
    "many values": (more(B, "x: [" + "a," * limits.MAX_NODES + "]\n"), B, "yaml-too-much"),
    "many keys": (more(B, "".join(f"k{n}: 1\n" for n in range(300))), B, "yaml-too-many-keys"),
    "numbers that hash alike": (
        more(B, "x: {" + "".join(f"{n * (2**61 - 1)}: 1, " for n in range(1000)) + "}\n"),
        B, "yaml-too-many-keys",
    ),
    "a huge file": (lambda root: os.truncate(root / R, limits.MAX_YAML + 1), R, "file-too-large"),
    "an endless file": (lambda root: os.truncate(root / R, 2**40), ".", "too-much-data"),
    "a huge text": (titled("[" + "x" * 1_000_000 + "]"), L, "wrong-type"),
    "a huge key": (more(B, f"? {'k' * 1_000_000}\n: 1\n"), B, "unknown-key"),
    "a huge number": (titled("9" * 100_000), L, "broken-yaml"),
    "many folders": (many_folders, ".", "too-many-orders"),
    "many files": (many_files, ".", "too-many-files"),
    # One thing for another.
    "a tag of Python": (more(B, "x: !!python/object/apply:os.system [true]\n"), B, "yaml-tag"),
    "a tag nobody knows": (titled("!x name"), L, "yaml-tag"),
    "a tag of YAML": (titled("!!str 5"), L, "yaml-tag"),
    "old YAML": (
        lambda root: (root / L).write_text("%YAML 1.1\n---\n" + (root / L).read_text("utf-8")),
        L, "yaml-directive",
    ),
    "a key twice": (more(B, "title: x\n"), B, "broken-yaml"),
    "a number in base 8": (titled("010"), L, "wrong-type"),
    "a number in base 60": (titled("1:30"), L, ""),
    "yes": (titled("yes"), L, ""),
    "true": (titled("true"), L, "wrong-type"),
    "NUL": (titled('"a\\0b"'), L, "control-sign"),
    "a sign that moves the cursor": (titled('"a\\e[2Jb"'), L, "control-sign"),
    "the same in one byte": (titled('"a\\x9b2Jb"'), L, "control-sign"),
    "half a letter": (titled('"a\\ud800b"'), L, "control-sign"),
    "NUL as it is": (more(B, b"x: \0\n"), B, "broken-yaml"),
    "no UTF-8": (more(B, b"# \xff\n"), B, "not-utf-8"),
    "UTF-8 of half a letter": (more(B, b"# \xed\xa0\x80\n"), B, "not-utf-8"),
    "letters in another case": (twin("2020-A"), ".", ""),
    # Not what it seems.
    "a name with NUL": (named_file('"a\\0b"'), B, "outside-folder"),
    "a name that is a way": (named_file("../x"), B, "outside-folder"),
    "a name that is too long": (named_file("x" * 256), B, "outside-folder"),
    "a link to a file outside": (link_out(R), B, "outside-folder"),
    "a link to an order outside": (link_out(L), L, "link-out-of-folder"),
    "a link to a folder outside": (link_out(LATER), LATER, "link-out-of-folder"),
    "a link to itself": (instead(L, lambda old: old.symlink_to(old)), ".", ""),
    "a pipe": (instead(L, os.mkfifo), L, "not-a-file"),
    "a pipe for a register": (instead(R, os.mkfifo), R, "not-a-file"),
    "a device": (instead(L, lambda old: old.symlink_to("/dev/zero")), L, "link-out-of-folder"),
    "a folder": (instead(L, lambda old: old.mkdir()), L, "unreadable"),
    "a plan that leads out": (plan('["../stolen"]'), ".", "interrupted-import"),
    "a plan that is none": (plan("[" * 9999), ".", "interrupted-import"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_folder_is_a_typed_error(name: str, folder: Path) -> None:
    """What is made to harm is refused by name and place, in bounded time, memory and words."""
    damage, where, key = HOSTILE[name]
    damage(folder)
    started, memory = time.process_time(), peak()
    if not key:  # strange, but harmless
        with_any(folder)
    else:
        with pytest.raises(DataError) as caught:
            kz.load(folder)
        problems = caught.value.problems
        assert key in [one.key for one in problems]
        assert any(one.where.startswith(str(folder / where)) for one in problems)
        for language in LANGUAGES:
            said = caught.value.text(language)
            assert len(said) < LONGEST
            assert all(sign.isprintable() or sign == "\n" for sign in said)
        if time.process_time() - started < 1:
            assert not verify(folder).ok
    assert time.process_time() - started < SECONDS
    assert peak() - memory < MEGABYTES
    assert not (folder.parent / "stolen").exists()


def with_any(folder: Path) -> None:
    """It is loaded or refused; anything else would be raised here."""
    with suppress(DataError):
        assert kz.load(folder).orders


def peak() -> int:
    """The most memory that this process ever took, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 * 1024 if sys.platform == "darwin" else 1024)


def test_the_sound_folder_loads(folder: Path) -> None:
    """What is damaged above is itself loaded, well within all limits."""
    assert [one.id for one in kz.load(folder).orders] == [BASE, LATER]
    size = max(file.stat().st_size for file in SPECIMEN.rglob("*.yaml"))
    assert size * 10 < limits.MAX_YAML < limits.MAX_FILE < limits.MAX_TOTAL


def test_faults_past_a_number_are_not_told(folder: Path) -> None:
    """A thousand faults make a hundred messages, and one that says there are more."""
    file = folder / R
    file.write_text(f"order: {BASE}\nlanguage: kaz\nblocks:\n" + "  - 5\n" * 1000, "utf-8")
    with pytest.raises(DataError) as caught:
        kz.load(folder)
    keys = [one.key for one in caught.value.problems]
    assert sorted(keys) == ["more-problems"] + ["wrong-type"] * limits.MAX_PROBLEMS


def test_one_id_is_of_one_thing(folder: Path) -> None:
    """An entry and an item under one id cannot be told apart: the folder is not loaded."""
    entry = next(
        node for node in kz.load(folder).editions[0].text.walk() if isinstance(node, kz.Item)
    )
    file = folder / R
    text = file.read_text("utf-8")
    above = entry.id.partition(".")[0]
    assert f"id: {entry.id}\n" in text
    file.write_text(text.replace(f"id: {entry.id}\n", f"id: {above}\n", 1), "utf-8")
    with pytest.raises(DataError) as caught:
        kz.load(folder)
    assert [one.key for one in caught.value.problems] == ["id-of-two"]


@pytest.mark.parametrize(("first", "second"), [("x-é", "x-e\u0301"), ("x-a", "x-A")])
def test_names_that_some_systems_confuse_are_refused(folder: Path, first: str, second: str) -> None:
    """Two folders that elsewhere would be one: whoever copies them loses an order."""
    shutil.copytree(folder / LATER, folder / first)
    if (folder / second).exists():
        pytest.skip("this file system takes the two names for one")
    shutil.copytree(folder / LATER, folder / second)
    with pytest.raises(DataError) as caught:
        kz.load(folder)
    assert [one.key for one in caught.value.problems] == ["names-collide"]


def test_an_edition_that_only_may_have_been_has_no_validity(register: kz.Register) -> None:
    """Asked from when a candidate is in effect, the register says why nobody knows."""
    made = evolve(register.editions[-1], key="2019-920-without-2020-1")
    with pytest.raises(BadInputError, match="from which day") as caught:
        register.validity(made)
    assert caught.value.key == "no-validity"


@pytest.mark.parametrize("size", [0, 10, 11])
def test_a_file_is_read_up_to_its_limit(tmp_path: Path, size: int) -> None:
    """A file of just the size allowed is read; one byte more is refused."""
    file = tmp_path / "a"
    file.write_bytes(b"x" * size)
    if size > 10:
        with pytest.raises(DataError, match="at most 10 bytes"):
            read_bytes(file, 10)
    else:
        assert read_bytes(file, 10) == b"x" * size


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    """A table of titles or an exported edition that is a pipe is refused at once."""
    pipe = tmp_path / "titles.csv"
    os.mkfifo(pipe)
    with pytest.raises(BadInputError) as caught:
        read_table(pipe, "title")
    assert caught.value.key == "not-a-file"
    with pytest.raises(DataError) as refused:
        load_edition(pipe)
    assert [one.key for one in refused.value.problems] == ["not-a-file"]
