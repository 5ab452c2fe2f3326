"""The schemas say what the strict loader checks: no less, and what it alone sees is listed."""

import datetime
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import kz_civil_positions as kz
from kz_civil_positions import annotations, calendar, model, operations, orders
from kz_civil_positions.cli import main
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.exports import forms
from kz_civil_positions.exports.document import edition_document
from kz_civil_positions.exports.modeline import modeline
from kz_civil_positions.exports.schema import FOLDER, SCHEMAS, schema, shipped, text_of
from kz_civil_positions.exports.whole import register_document
from kz_civil_positions.sources.repairs import Repairs
from kz_civil_positions.storage.convert import converter, tag_of
from kz_civil_positions.storage.load import RegisterFile
from kz_civil_positions.storage.yaml import read_yaml

ROOT: Final = Path(__file__).parent.parent
FILES: Final = sorted(
    file for folder in ("registers", "examples") for file in (ROOT / folder).rglob("*.yaml")
)
CLASSES: Final[dict[str, Any]] = {
    "order": orders.Order,
    "register": RegisterFile,
    "repairs": Repairs,
    "annotations": annotations.Annotations,
    "edition": orders.PublishedEdition,
    "parallel": orders.ParallelText,
}
LONGEST: Final = 3
Path_ = tuple[str | int, ...]


def named(file: Path) -> str:
    """Answers: how is this file called in a test's name?"""
    return f"{file.parent.name}/{file.name}"


def validator(name: str) -> Draft202012Validator:
    """Answers: what checks data against this schema?"""
    return Draft202012Validator(schema(name))


def in_json(data: object) -> object:
    """Answers: what is this YAML data as an editor sees it, which knows no dates?"""
    return json.loads(json.dumps(data, default=str))


# ── what is shipped ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_is_shipped_is_what_is_generated(name: str) -> None:
    """The file of each schema is the one that the model gives, and a sound schema."""
    text = shipped(name)
    assert text == text_of(name), "run: python -m kz_civil_positions.exports.schema"
    Draft202012Validator.check_schema(json.loads(text))


def test_every_file_of_the_folder_is_a_schema() -> None:
    """No schema is left over from a name that is gone."""
    assert {file.name for file in FOLDER.iterdir()} == {f"{name}.schema.json" for name in SCHEMAS}


def test_every_reference_leads_somewhere_and_nothing_is_left_over() -> None:
    """Every definition is used, and every one that is used is there."""
    for name in SCHEMAS:
        found = schema(name)
        used = set(re.findall(r'"#/\$defs/([\w-]+)"', json.dumps(found)))
        assert used == set(found["$defs"]), name


def test_no_two_classes_share_a_definition() -> None:
    """Definitions bear the names of classes: two of one name would be taken for one another."""
    rooms = (annotations, calendar, model, operations, orders, forms)
    names = Counter(
        tag_of(thing)
        for room in rooms
        for thing in vars(room).values()
        if isinstance(thing, type) and thing.__module__ == room.__name__
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_every_class_and_field_is_described() -> None:
    """Titles and descriptions come from the docstrings; none is missing in the files' schemas."""
    for name in CLASSES:
        found = schema(name)
        assert found["title"] == f"{name}.yaml"
        silent = [
            f"{key}.{field}"
            for key, one in {name: found, **found["$defs"]}.items()
            for field, value in one.get("properties", {}).items()
            if not one.get("description")
            or not ({"description", "const", "enum"} & set(value) or key in PLAIN_TALKING)
        ]
        assert silent == [], name


# These say in one sentence what their few fields are.
PLAIN_TALKING: Final = frozenset(
    {
        "tongues",
        "payload",
        "block",
        "level",
        "link",
        "content",
        "with-act",
        "on-date",
        "resolution",
        "form",
    }
    | {"insert", "remove", "replace", "remove-words", "move", "operation", "rule"}
)


def test_the_schema_is_strict() -> None:
    """Every object allows its own keys and no other; what has no default must be there."""
    for name in SCHEMAS:
        found = schema(name)
        for key, one in {name: found, **found["$defs"]}.items():
            if one.get("type") == "object" and "oneOf" not in one:
                assert one["additionalProperties"] is False, (name, key)
    required = set(schema("order")["required"])
    assert required == {
        field.name for field in attrs.fields(orders.Order) if field.default is attrs.NOTHING
    }


def test_bounds_are_those_of_the_model() -> None:
    """A term of days has the bounds that the model's own validators have."""
    days = schema("order")["$defs"]["after-publication"]["properties"]["days"]
    assert (days["minimum"], days["maximum"]) == (0, calendar.MAX_TERM_DAYS)


# ── sound data ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("file", FILES, ids=named)
def test_every_data_file_fits_its_schema(file: Path) -> None:
    """Whatever the loader reads, an editor with the schema marks no error in."""
    assert list(validator(file.stem).iter_errors(in_json(read_yaml(file)))) == []


@pytest.mark.parametrize("file", FILES, ids=named)
def test_every_data_file_names_its_schema(file: Path) -> None:
    """An editor finds the schema by the comment at the file's head, before any data."""
    head = file.read_text(encoding="utf-8").split("\n")[:4]
    expected = modeline(file.stem, file).strip()
    assert expected in head
    assert expected.endswith(f"/{file.stem}.schema.json")
    assert (file.parent / expected.partition("=")[2]).resolve().parent == FOLDER


def test_outside_of_a_checkout_no_path_is_named(tmp_path: Path) -> None:
    """A file elsewhere has no path to the schemas: no line, rather than a wrong one."""
    assert modeline("order", tmp_path / "2019-920" / "order.yaml") == ""


@pytest.mark.parametrize("root", ["registers", "examples/specimen"])
def test_every_export_fits_its_schema(root: str) -> None:
    """Every edition and the whole register, exported as JSON, fit what is said of them."""
    register = kz.load(ROOT / root)
    whole = json.loads(json.dumps(register_document(register)))
    assert list(validator("exported-register").iter_errors(whole)) == []
    check = validator("exported-edition")
    for edition in register.editions:
        document = json.loads(json.dumps(edition_document(edition)))
        assert list(check.iter_errors(document)) == [], edition.key


def test_operations_alone_have_a_schema() -> None:
    """The list of operations of every order fits the schema of operations."""
    check = validator("operations")
    lists = [
        found["operations"]
        for file in FILES
        if file.name == "order.yaml" and (found := read_yaml(file)).get("operations")
    ]
    assert len(lists) > 10
    assert [list(check.iter_errors(in_json(one))) for one in lists] == [[]] * len(lists)
    assert not check.is_valid([{"do": "abolish", "target": "register"}])


def test_a_published_edition_fits_its_schema() -> None:
    """No published edition is held: one that is made up fits, with its register in a file."""
    tongues = {"kk": "Ойдан шығарылған", "ru": "Вымышленный", "en": "Fictional"}
    made = {
        "base": "2020-1",
        "date": datetime.date(2020, 6, 1),
        "publisher": tongues,
        "content": {"file": "register.yaml"},
        "notes": [{"text": "Ескерту.", "number": "2", "adopted": datetime.date(2020, 5, 1)}],
    }
    assert list(validator("edition").iter_errors(in_json(made))) == []
    assert not validator("edition").is_valid(in_json({**made, "date": "June"}))


# ── counterexamples ──────────────────────────────────────────────────────────────────────


def pruned(data: Any) -> Any:  # noqa: ANN401 - any plain data
    """Answers: what is this data with no list longer than a few things?"""
    if isinstance(data, dict):
        return {key: pruned(value) for key, value in data.items()}
    return [pruned(one) for one in data[:LONGEST]] if isinstance(data, list) else data


def places(data: Any, at: Path_ = ()) -> Iterator[Path_]:  # noqa: ANN401
    """Answers: where does anything stand in this data?"""
    pairs = data.items() if isinstance(data, dict) else enumerate(data if listed(data) else ())
    for step, value in pairs:
        yield (*at, step)
        yield from places(value, (*at, step))


def listed(data: object) -> bool:
    """Answers: is this a list of things, and no span of lines?"""
    return isinstance(data, list) and not all(isinstance(one, int) for one in data)


def value_at(data: Any, path: Path_) -> Any:  # noqa: ANN401
    """Answers: what stands there?"""
    for step in path:
        data = data[step]
    return data


def new_shapes(data: object, seen: set[tuple[object, ...]]) -> Iterator[Path_]:
    """Answers: which places are of a kind that was not seen yet, one for each kind?"""
    for path in places(data):
        kind = type(value_at(data, path)).__name__
        tag = value_at(data, path[:-1])
        do = tag.get("do", tag.get("kind")) if isinstance(tag, dict) else None
        shape = (*("*" if isinstance(step, int) else step for step in path), kind, do)
        if shape not in seen:
            seen.add(shape)
            yield path


# Of these every third is tried at a place, and at the next place the others. All of them at
# every place of every file, 19,944 mutations, give the same two lists, and take a minute.
EACH: Final = 3
UNLIKE: Final[tuple[object, ...]] = (
    *(7, 1.5, True, None, "қате !", "", [], ["x"], {}, {"x": 1}),
    *([0, 1], [5, 3], [1, 2, 3], [True, 2], "2020-01-01", datetime.date(2020, 1, 1)),
)


def mutations(
    data: Any,  # noqa: ANN401
    seen: set[tuple[object, ...]],
) -> Iterator[tuple[str, Path_, Any]]:
    """Answers: what may go wrong in this data, and where?"""
    for number, path in enumerate(new_shapes(data, seen)):
        *above, last = path
        for value in UNLIKE[number % EACH :: EACH]:
            changed = deepcopy(data)
            value_at(changed, tuple(above))[last] = value
            yield f"{type(value_at(data, path)).__name__} → {value!r}", path, changed
        if isinstance(last, str):
            changed = deepcopy(data)
            del value_at(changed, tuple(above))[last]
            yield "taken away", path, changed
            changed = deepcopy(data)
            value_at(changed, tuple(above))["nonsense"] = 1
            yield "a key more", path, changed


def refused(data: Any, cls: Any) -> bool:  # noqa: ANN401
    """Answers: does the strict converter of the data files refuse this?"""
    whole = deepcopy(data)
    listed_ = whole.get("operations")
    for holder in (whole, *(listed_ if isinstance(listed_, list) else ())):
        content = holder.get("content") if isinstance(holder, dict) else None
        if isinstance(content, dict) and set(content) == {"file"}:
            if not isinstance(content["file"], str):
                return True
            holder["content"] = {"register": {"blocks": []}}
    try:
        converter("2019-920").structure(whole, cls)
    except Exception:  # noqa: BLE001 - cattrs wraps whatever its hooks raise
        return True
    return False


def missed(kind: str) -> str:
    """Answers: of which sort is a fault that the schema has not seen?"""
    if kind.endswith(("datetime.date(2020, 1, 1)",)) or kind == "date → '2020-01-01'":
        return "text and date"
    return "span backwards" if kind.endswith("[5, 3]") else kind


def smallest() -> Iterator[Path]:
    """Answers: which files show every form of the data?"""
    for file in FILES:
        if "specimen" in file.parts or file.name != "register.yaml":
            yield file


@pytest.fixture(scope="module")
def counted() -> Counter[str]:
    """What became of every mutation of the data files."""
    found: Counter[str] = Counter()
    seen: defaultdict[str, set[tuple[object, ...]]] = defaultdict(set)
    for file in smallest():
        data, check = pruned(read_yaml(file)), validator(file.stem)
        for kind, path, changed in mutations(data, seen[file.stem]):
            by_loader = refused(changed, CLASSES[file.stem])
            by_schema = not check.is_valid(in_json(changed))
            if by_loader and not by_schema:
                found[f"loader alone: {missed(kind)}"] += 1
            elif by_schema and not by_loader:
                found[f"schema alone: {file.stem} {path} {kind}"] += 1
            else:
                found["both" if by_loader else "neither"] += 1
    return found


def test_what_the_loader_refuses_for_its_form_the_schema_refuses(counted: Counter[str]) -> None:
    """The schema misses only what JSON cannot tell: dates from text, and lines backwards."""
    alone = {name for name in counted if name.startswith("loader alone")}
    assert alone == {"loader alone: text and date", "loader alone: span backwards"}
    assert counted["both"] > 20 * sum(counted[name] for name in alone)


def test_the_schema_refuses_nothing_that_the_loader_takes(counted: Counter[str]) -> None:
    """No mutation that the loader takes is marked by an editor."""
    assert [name for name in counted if name.startswith("schema alone")] == []
    assert counted["neither"] > 100


# ── the command ──────────────────────────────────────────────────────────────────────────


def test_the_command_prints_a_schema(tmp_path: Path) -> None:
    """`schema NAME` gives what is shipped, on the screen or into a file."""
    printed = CliRunner().invoke(main, ["schema", "register"])
    assert json.loads(printed.stdout) == schema("register")
    file = tmp_path / "order.schema.json"
    assert CliRunner().invoke(main, ["schema", "order", "--output", str(file)]).exit_code == 0
    assert file.read_text(encoding="utf-8") == shipped("order")


def test_an_unknown_schema_is_refused_by_name() -> None:
    """A name that is none is refused, and all names are told."""
    failed = CliRunner().invoke(main, ["schema", "orders", "--lang", "en"])
    assert failed.exit_code == 2
    assert all(name in failed.stderr for name in SCHEMAS)
    with pytest.raises(BadInputError):
        schema("nonsense")
