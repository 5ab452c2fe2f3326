"""Data folders: strict reading, every fault at once with its place, writing whole or not at all."""

import datetime
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import kz_civil_positions as kz
from kz_civil_positions.errors import BadInputError, DataError, OutputError
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import ItemKind
from kz_civil_positions.orders import Order
from kz_civil_positions.sources.repairs import Repairs
from kz_civil_positions.storage.convert import converter
from kz_civil_positions.storage.load import RegisterFile, load_repairs, structure
from kz_civil_positions.storage.root import data_root
from kz_civil_positions.storage.yaml import LineFinder, dump, read_yaml, write_text

BASE = """\
id: 2001-1
number: '1'
issuer:
  kk: Министр
  ru: Министр
  en: Minister
title: Тізілімді бекіту туралы
dates:
  adopted: 2001-01-01
  registered: 2001-01-10
  publications:
    - source: Газет
      date: 2001-01-15
rule:
  kind: after-publication
  days: 10
fictional: true
operations:
  - do: restate
    target: register
    content:
      file: register.yaml
"""
REGISTER = """\
order: 2001-1
language: kaz
blocks:
  - code: A
    heading: А блогы
    sections:
      - block: A
        links:
          - code: A1
            label:
              state: printed
              text: А1
            levels:
              - code: A1-1
                label:
                  state: printed
                  text: '1'
                entries:
                  - id: bastyq
                    heading: 'Бастық:'
                    items:
                      - id: bastyq.ortalyq
                        kind: institution
                        text: орталықтың.
                        lines: [3, 4]
abbreviations:
  - short: ММ
    long: мекеме
    text: ММ – мекеме.
"""
LATER = """\
id: 2002-2
number: '2'
issuer:
  kk: Министр
  ru: Министр
  en: Minister
title: Өзгерістер енгізу туралы
dates:
  adopted: 2002-02-02
rule:
  kind: on-date
  date: 2002-03-01
amends: 2001-1
operations:
  - do: remove
    target: item:bastyq.ortalyq
"""

Damage = Callable[[Path], object]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The smallest registers folder with a base order, its register, and a later order."""
    root = tmp_path / "small"
    for name, files in {
        "2001-1": {"order.yaml": BASE, "register.yaml": REGISTER},
        "2002-2": {"order.yaml": LATER},
    }.items():
        (root / name).mkdir(parents=True)
        for file, text in files.items():
            (root / name / file).write_text(text, "utf-8")
    return root


def change(file: str, old: str, new: str) -> Damage:
    """Put these words in the place of those, the first time they stand in the file."""

    def damage(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new, 1), "utf-8")

    return damage


def append(file: str, more: bytes) -> Damage:
    """Put these bytes at the end of the file."""
    return lambda root: (root / file).write_bytes((root / file).read_bytes() + more)


def replace(file: str, whole: bytes) -> Damage:
    """Put these bytes in the place of the file."""
    return lambda root: (root / file).write_bytes(whole)


def faults(root: Path) -> list[tuple[str, str, str]]:
    """What is wrong with the folder: file and line, path, and key of each problem."""
    with pytest.raises(DataError) as caught:
        kz.load(root)
    for language in LANGUAGES:
        said = caught.value.text(language)
        assert len(said.splitlines()) > len(caught.value.problems)
        assert not re.search(r"\{[a-z]+(![rs])?\}", said), "a place without its fact"
    return [
        (str(Path(problem.where).relative_to(root)), problem.path, problem.key)
        for problem in caught.value.problems
    ]


def test_the_small_folder_is_sound(small: Path) -> None:
    """What the tests below damage is itself read, replayed and answered from."""
    register = kz.load(small)
    assert [order.id for order in register.orders] == ["2001-1", "2002-2"]
    assert register.edition("2001-1")["A1-1"].text == "Бастық: орталықтың."
    assert register.edition("2002-2")["A1-1"].text == "Бастық:"


B, R, L = "2001-1/order.yaml", "2001-1/register.yaml", "2002-2/order.yaml"
ITEM = "blocks[0].sections[0].links[0].levels[0].entries[0].items[0]"


@pytest.mark.parametrize(
    ("damage", "where", "path", "key"),
    [
        # No type is made from another.
        (change(B, "number: '1'", "number: 1"), f"{B}:2", "number", "wrong-type"),
        (change(B, "number: '1'", "number: true"), f"{B}:2", "number", "wrong-type"),
        (change(B, "number: '1'", "number: 1.0"), f"{B}:2", "number", "wrong-type"),
        (change(B, "number: '1'", "number: [1]"), f"{B}:2", "number", "wrong-type"),
        (change(B, "number: '1'", "number:"), f"{B}:2", "number", "wrong-type"),
        (change(B, "number: '1'", "number: 2001-01-01"), f"{B}:2", "number", "wrong-type"),
        (change(B, "number: '1'", "number: &a [*a]"), f"{B}:2", "", "yaml-alias"),
        (change(B, "days: 10", "days: '10'"), f"{B}:16", "rule.days", "wrong-type"),
        (change(B, "days: 10", "days: true"), f"{B}:16", "rule.days", "wrong-type"),
        (change(B, "days: 10", "days: 10.0"), f"{B}:16", "rule.days", "wrong-type"),
        (change(B, "fictional: true", "fictional: 'true'"), f"{B}:17", "fictional", "wrong-type"),
        (change(B, "fictional: true", "fictional: 1"), f"{B}:17", "fictional", "wrong-type"),
        (change(B, "registered: 2001-01-10", "registered: '2001-01-10'"), f"{B}:10",
         "dates.registered", "wrong-type"),
        (change(B, "registered: 2001-01-10", "registered: 2001-01-10 08:00:00"), f"{B}:10",
         "dates.registered", "wrong-type"),
        (change(B, "registered: 2001-01-10", "registered: 20010110"), f"{B}:10",
         "dates.registered", "wrong-type"),
        (change(B, "  publications:\n    - source: Газет\n      date: 2001-01-15",
                "  publications: Газет"), f"{B}:11", "dates.publications", "wrong-type"),
        (change(B, "issuer:\n  kk: Министр\n  ru: Министр\n  en: Minister", "issuer: Министр"),
         f"{B}:3", "issuer", "wrong-type"),
        (change(R, "blocks:", "abc: 1\nblocks:"), f"{R}:3", "abc", "unknown-key"),
        (change(R, "abbreviations:", "abbreviations: {}\nabc:"), f"{R}:26", "abbreviations",
         "wrong-type"),
        # Keys.
        (change(B, "fictional: true", "fictonal: true"), f"{B}:17", "fictonal", "unknown-key"),
        (change(R, "kind: institution", "kind: institution\n                        kynd: x"),
         f"{R}:24", f"{ITEM}.kynd", "unknown-key"),
        (append(B, b"5: x\n"), f"{B}:23", "5", "unknown-key"),
        (append(B, b"? [a, b]\n: x\n"), f"{B}:1", "('a', 'b')", "unknown-key"),
        (append(B, b"title: x\n"), f"{B}:23", "", "broken-yaml"),
        (change(B, "title: Тізілімді бекіту туралы\n", ""), f"{B}:1", "", "missing-key"),
        (change(B, "  adopted: 2001-01-01\n", ""), f"{B}:8", "dates", "missing-key"),
        (change(R, "- id: bastyq.ortalyq\n                        kind", "- kind"), f"{R}:22",
         ITEM, "missing-key"),
        # Values.
        (change(R, "kind: institution", "kind: institutoin"), f"{R}:23", f"{ITEM}.kind",
         "unknown-value"),
        (change(R, "kind: institution", "kind: [institution]"), f"{R}:23", f"{ITEM}.kind",
         "unknown-value"),
        (change(B, "kind: after-publication", "kind: afterwards"), f"{B}:14", "rule",
         "unknown-value"),
        (change(B, "kind: after-publication", "kind: {a: b}"), f"{B}:14", "rule", "unknown-value"),
        (change(B, "kind: after-publication", "kynd: after-publication"), f"{B}:14", "rule",
         "unknown-value"),
        (change(B, "do: restate", "do: [restate]"), f"{B}:19", "operations[0]", "unknown-value"),
        (change(B, "days: 10", "days: -1"), f"{B}:14", "rule", "unfit"),
        (change(B, "target: register", "target: registre"), f"{B}:20", "operations[0].target",
         "not-an-address"),
        (change(R, "code: A1-1", "code: A1-0"), f"{R}:14",
         "blocks[0].sections[0].links[0].levels[0].code", "not-a-code"),
        (change(R, "code: A1-1", "code: 11"), f"{R}:14",
         "blocks[0].sections[0].links[0].levels[0].code", "wrong-type"),
        *(
            (change(R, "lines: [3, 4]", f"lines: {span}"), f"{R}:25", f"{ITEM}.lines", "not-a-span")
            for span in ("[4, 3]", "[0, 4]", "[3]", "[3, 4, 5]", "3", "L3", "[true, 4]", "[3.0, 4]")
        ),
        # Dates that no calendar has, and that cannot be together.
        *(
            (change(B, "2001-01-10", day), f"{B}:10", "", "broken-yaml")
            for day in ("2019-02-30", "2019-13-01", "2019-00-10", "0000-01-01")
        ),
        (change(B, "2001-01-10", "2000-12-31"), f"{B}:8", "dates",
         "calendar.registered-before-adopted"),
        (change(B, "date: 2001-01-15", "date: 2001-01-09"), f"{B}:8", "dates",
         "calendar.published-before-registered"),
        (change(B, "date: 2001-01-15", "date: 9999-12-31"), f"{B}:8", "dates",
         "calendar.beyond-calendar"),
        # Files that are no YAML, or no text.
        (append(B, b"  - [}\n"), f"{B}:23", "", "broken-yaml"),
        (append(B, b"x: 'open\n"), f"{B}:24", "", "broken-yaml"),
        (append(B, b"\tx: tab\n"), f"{B}:23", "", "broken-yaml"),
        (append(B, b"---\na: b\n"), f"{B}:23", "", "broken-yaml"),
        (append(B, b"x: *nothing\n"), f"{B}:23", "", "yaml-alias"),
        (append(B, b"x: !!python/object/apply:os.getcwd []\n"), f"{B}:23", "", "yaml-tag"),
        (append(B, b"x: \x01\n"), B, "", "broken-yaml"),
        (append(B, b"x: " + b"[" * 600 + b"]" * 600 + b"\n"), f"{B}:23", "", "yaml-too-deep"),
        (append(B, b"x: " + b"9" * 5000 + b"\n"), f"{B}:23", "", "broken-yaml"),
        (append(R, b"# \xff\xfe\n"), f"{R}:30", "", "not-utf-8"),
        (replace(B, BASE.encode("utf-16")), f"{B}:1", "", "not-utf-8"),
        (replace(B, BASE.encode("cp1251", "replace")), f"{B}:4", "", "not-utf-8"),
        (replace(B, b""), f"{B}:1", "", "wrong-type"),
        (replace(B, b"- a\n"), f"{B}:1", "", "wrong-type"),
        (replace(R, b"abc"), f"{R}:1", "", "wrong-type"),
        # Files that are not there, or not those meant.
        (lambda root: (root / R).unlink(), R, "", "unreadable"),
        (lambda root: ((root / L).unlink(), (root / L).mkdir()), L, "", "unreadable"),
        (change(R, "order: 2001-1", "order: 2002-2"), f"{R}:1", "order", "other-order"),
        (change(B, "id: 2001-1", "id: 2001-9"), f"{B}:1", "id", "other-order"),
        *(
            (change(B, "file: register.yaml", f"file: {name}"), B, "content.file", "outside-folder")
            for name in ("../2002-2/order.yaml", "/etc/hostname", "a/../../x", "5", "''", "[a]")
        ),
        # Orders that do not fit one another.
        (change(L, "amends: 2001-1", "amends: 2001-7"), f"{L}:13", "amends", "amends-unknown"),
        (change(L, "2002-02-02", "2000-02-02"), f"{L}:13", "amends", "changes-later-order"),
        (change(L, "  kind: on-date\n  date: 2002-03-01", "  kind: with-act\n  order: 2002-2"),
         f"{L}:10", "rule", "ring-of-orders"),
        (change(L, "  kind: on-date\n  date: 2002-03-01", "  kind: with-act\n  order: x"),
         f"{L}:12", "rule.order", "amends-unknown"),
        # An order that cannot be carried out on the text it finds.
        (change(L, "item:bastyq.ortalyq", "item:bastyq.zhoq"), f"{L}:15", "operations[0]",
         "operations.no-such-target"),
    ],
    ids=lambda value: None if callable(value) else str(value),
)  # fmt: skip
def test_each_fault_is_found_in_its_place(
    small: Path, damage: Damage, where: str, path: str, key: str
) -> None:
    """Strict reading: what does not fit is refused, with file, line, path and reason."""
    damage(small)
    assert (where, path, key) in faults(small)


def test_faults_are_found_alone(small: Path) -> None:
    """One fault makes one message: nothing is reported that would vanish with it."""
    change(R, "text: орталықтың.", "text: 5")(small)
    assert faults(small) == [(f"{R}:24", f"{ITEM}.text", "wrong-type")]


def test_faults_of_all_files_are_told_at_once(small: Path) -> None:
    """Whoever mends a folder sees all its faults together: of all files, and several of one."""
    change(B, "number: '1'", "number: 1")(small)
    change(B, "fictional", "fictonal")(small)
    change(R, "kind: institution", "kind: x")(small)
    change(R, "lines: [3, 4]", "lines: 3")(small)
    change(L, "adopted: 2002-02-02", "adopted: yesterday")(small)
    assert sorted(faults(small)) == [
        (f"{B}:17", "fictonal", "unknown-key"),
        (f"{B}:2", "number", "wrong-type"),
        (f"{R}:23", f"{ITEM}.kind", "unknown-value"),
        (f"{R}:25", f"{ITEM}.lines", "not-a-span"),
        (f"{L}:9", "dates.adopted", "wrong-type"),
    ]


def test_a_slip_in_a_key_is_answered_with_the_key_meant(small: Path) -> None:
    """A key nearly right is a slip of the pen: the message names what was meant."""
    change(B, "fictional", "fictonal")(small)
    with pytest.raises(DataError, match=r'Unknown key "fictonal"\. Did you mean: fictional\?'):
        kz.load(small)


def test_orders_in_a_ring_are_named(small: Path) -> None:
    """Orders that wait for one another never take effect; the message shows the whole ring."""
    change(L, "  kind: on-date\n  date: 2002-03-01", "  kind: with-act\n  order: 2001-1")(small)
    assert kz.load(small).in_effect(kz.load(small).orders[1]).day == datetime.date(2001, 1, 26)
    rule = "kind: with-act\n  order: 2002-2"
    change(B, "kind: after-publication\n  days: 10", rule)(small)
    with pytest.raises(DataError, match="2001-1 → 2002-2 → 2001-1"):
        kz.load(small)


@pytest.mark.parametrize("bases", [0, 2])
def test_there_is_exactly_one_base_order(small: Path, bases: int) -> None:
    """One order makes the register; with none or two nobody can say what is amended."""
    if bases:
        change(L, "amends: 2001-1\n", "")(small)
    else:
        change(B, "fictional: true", "fictional: true\namends: 2002-2")(small)
    assert (".", "", "no-base-order") in faults(small)


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda root: root / "no-such", "no-such-folder"),
        (lambda root: root / B, "no-such-folder"),
        (lambda root: root / "2001-1", "no-orders"),
        (lambda root: (root / "empty").mkdir() or root / "empty", "no-orders"),
        (lambda _: "\ud800", "no-such-folder"),
        (lambda _: "a" * 5000, "no-such-folder"),
    ],
)
def test_a_folder_without_orders_is_bad_input(
    small: Path, make: Callable[[Path], str | Path], key: str
) -> None:
    """No folder, a file, or a folder without orders: said as such, not answered from."""
    with pytest.raises(BadInputError) as caught:
        kz.load(make(small))
    assert caught.value.key == key
    assert caught.value.exit_code == 2


def test_a_folder_may_hold_other_things(small: Path) -> None:
    """Notes and files beside the orders are none of the library's business."""
    (small / "notes").mkdir()
    (small / "notes" / "a.yaml").write_text("[", "utf-8")
    (small / "README.md").write_text("x", "utf-8")
    assert len(kz.load(small).orders) == 2


def test_marks_and_line_ends_of_other_systems_are_read(small: Path) -> None:
    """A byte order mark and CRLF, as some editors write them, change nothing."""
    before = kz.load(small)
    for file in (B, R, L):
        text = (small / file).read_bytes()
        (small / file).write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    assert kz.load(small) == before


# -------------------------------------------------------------------------- round trips


def test_real_data_survives_the_way_to_plain_data_and_back(register: kz.Register) -> None:
    """What is written out of the model is read back as the same: no field is lost or changed."""
    for order in register.orders:
        made = converter(order.id)
        assert made.structure(made.unstructure(order), Order) == order
    folder = data_root() / "2019-920"
    repairs = load_repairs(folder, register.order("2019-920"))
    made = converter("2019-920")
    assert made.structure(made.unstructure(repairs), Repairs) == repairs
    plain = read_yaml(folder / "register.yaml")
    brought = structure(plain, RegisterFile, "2019-920", folder / "register.yaml")
    assert made.structure(made.unstructure(brought), RegisterFile) == brought
    assert made.unstructure(brought) == plain


def test_real_data_survives_being_written(tmp_path: Path) -> None:
    """The data files written again by `dump` and read back say the same."""
    for file in sorted(data_root().rglob("*.yaml")):
        plain = read_yaml(file)
        copy = tmp_path / file.name
        write_text(copy, dump(plain, header="# a header\n"))
        assert read_yaml(copy) == plain


ODD = st.text(
    alphabet=" \t\n\r:#-?,[]{}&*!|>'\"%@`~=<.0123456789yesnotrulNUL\x85\u2028\u2029\ufeff\xa0іә𐐀"
)
KEYS = st.from_regex(r"[a-z_]{1,8}", fullmatch=True)
SCALARS = st.one_of(ODD, st.text(), st.integers(), st.booleans(), st.none(), st.dates())
PLAIN = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=8,
    ),
    max_size=4,
)


@settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)
@given(PLAIN)
@example({"a": "0\x850", "b": "2019-10-23", "c": "yes", "d": "null", "e": "1_0", "f": "0x1"})
@example({"a": " x", "b": "x ", "c": "x\ny", "d": "", "e": "~", "f": "<<", "g": "=", "h": "\ufeff"})
@example({"a": [], "b": {}, "c": [[]], "d": [1, True], "e": [None], "f": ["1"], "g": "a: b #c"})
def test_any_plain_data_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, object]
) -> None:
    """Writing then reading YAML gives the same, whatever stands in the texts."""
    file = tmp_path_factory.getbasetemp() / "plain.yaml"
    write_text(file, dump(data))
    assert read_yaml(file) == data


@given(st.sampled_from((str, int, bool, datetime.date, ItemKind)), SCALARS)
def test_the_converter_makes_no_type_from_another(cls: type, value: object) -> None:
    """A plain value is taken as it is, or refused: never turned into what was expected."""
    kinds = [member.value for member in ItemKind]
    fits = value in kinds if cls is ItemKind else type(value) is cls
    if isinstance(value, str) and re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", value):
        fits = False  # what no text holds
    if fits:
        assert converter("x").structure(value, cls) == value
    else:
        with pytest.raises(ValueError, match=r"wrong-type|unknown-value|control-sign"):
            converter("x").structure(value, cls)


def test_lines_are_found_for_paths(small: Path) -> None:
    """A path leads to the line of its deepest part that exists."""
    finder = LineFinder(small / R)
    assert finder.where(()) == f"{small / R}:1"
    assert finder.where(("blocks", 0, "heading")) == f"{small / R}:5"
    assert finder.where(("blocks", 9, "heading")) == f"{small / R}:3"
    assert finder.where(("abbreviations", 0, "long", "deeper")) == f"{small / R}:28"
    assert finder.where(("nothing",)) == f"{small / R}:1"


# ------------------------------------------------------------------------------ writing


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """Text goes out as UTF-8 with plain line ends, and nothing is left beside it."""
    file = tmp_path / "a.txt"
    write_text(file, "қ\n")
    write_text(file, "ә\r\nі\n")
    assert file.read_bytes() == "ә\r\nі\n".encode()
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("step", ["pathlib.Path.replace", "os.fsync"])
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """A full disk or a failing rename costs nothing: the old file stays, no stray is left."""
    file = tmp_path / "a.txt"
    file.write_text("old", "utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, fail)
    with pytest.raises(OutputError, match="No space left"):
        write_text(file, "new")
    assert file.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_text_that_cannot_be_encoded_leaves_the_old_file(tmp_path: Path) -> None:
    """Half a surrogate pair is no text: nothing is written, and nothing is left behind."""
    file = tmp_path / "a.txt"
    file.write_text("old", "utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_text(file, "a\ud800")
    assert file.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_written_file_has_the_usual_permissions(tmp_path: Path) -> None:
    """Others can read a new file as any other; a file that is there keeps its permissions."""
    usual, file = tmp_path / "usual", tmp_path / "a.txt"
    usual.write_text("", "utf-8")
    write_text(file, "x")
    assert stat.S_IMODE(file.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
    file.chmod(0o640)
    write_text(file, "y")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_link_goes_on_pointing_to_its_file(tmp_path: Path) -> None:
    """Writing to a link writes the file it points to."""
    file, link = tmp_path / "a.txt", tmp_path / "link"
    file.write_text("old", "utf-8")
    link.symlink_to(file)
    write_text(link, "new")
    assert link.is_symlink()
    assert file.read_text("utf-8") == "new"


@pytest.mark.parametrize("kind", ["folder", "pipe", "missing folder", "file as folder"])
def test_what_is_no_file_is_not_replaced(tmp_path: Path, kind: str) -> None:
    """A folder, a pipe or a device is never replaced by a file; a missing folder is not made."""
    target = tmp_path / "target"
    if kind == "folder":
        target.mkdir()
    elif kind == "pipe":
        os.mkfifo(target)
    elif kind == "file as folder":
        target.write_text("", "utf-8")
        target /= "file"
    else:
        target /= "file"
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OutputError, match=re.escape(str(target))):
        write_text(target, "x")
    assert sorted(tmp_path.rglob("*")) == before
    assert kind != "pipe" or target.is_fifo()
