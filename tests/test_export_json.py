"""What is exported as JSON is read back as the same thing, or refused with its place."""

import copy
import json
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import histories
import kz_civil_positions as kz
from kz_civil_positions.annotations import Annotations
from kz_civil_positions.calendar import ActDates, WithAct
from kz_civil_positions.cli import main
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.errors import DataError
from kz_civil_positions.exports.document import edition_document
from kz_civil_positions.exports.reading import load_edition
from kz_civil_positions.exports.whole import read_register, register_document
from kz_civil_positions.model import (
    Block,
    Certitude,
    Content,
    Doubt,
    Edition,
    Entry,
    Evidence,
    Label,
    LabelState,
    Link,
    PrintedFault,
    Section,
    Span,
    Tongues,
)
from kz_civil_positions.operations import Repeal, Restate
from kz_civil_positions.orders import FactSource, Order, PublishedEdition, SourceFile
from strategies import contents

SPECIMEN: Final = Path(__file__).parent.parent / "examples" / "specimen"
TONGUES: Final = Tongues("ойдан", "выдумано", "made up")


def through_json(document: dict[str, Any]) -> str:
    """Answers: how is this document written?"""
    return json.dumps(document, ensure_ascii=False)


def content_of(*entries: Entry) -> Content:
    """Answers: what is a register with these entries alone?"""
    label = Label(LabelState.PRINTED, "А1")
    link = Link(Code.parse("A1"), label, (histories.level("A1-1", *entries),))
    return Content((Block(Code.parse("A"), "А блогы", (Section("A", links=(link,)),)),))


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Answers: what may an edition be, with doubts and faults beside it?"""
    content = draw(st.one_of(st.none(), contents()))
    nodes = [node.address for node in content.walk()] if content else []
    about = st.lists(st.sampled_from(nodes), max_size=2).map(tuple) if nodes else st.just(())
    evidence = st.builds(
        Evidence,
        st.just(TONGUES),
        st.sampled_from((None, Span("2019-920", 3, 4), Span("2020-1", 5, 5))),
        st.sampled_from((None, "", "сөз")),
    )
    doubts = st.builds(
        Doubt,
        st.sampled_from(("one", "two")),
        st.just("lost-label"),
        st.sampled_from(Certitude),
        about,
        st.just(TONGUES),
        st.lists(evidence, max_size=2).map(tuple),
        st.just(TONGUES),
    )
    faulty = [one for one in nodes if one.kind in (Kind.ENTRY, Kind.ITEM)]
    fault = st.builds(
        PrintedFault,
        st.sampled_from(faulty) if faulty else st.none(),
        st.just("сөз"),
        st.just("wording"),
        st.just(TONGUES),
    )
    faults = st.lists(fault, max_size=2 if faulty else 0)
    return Edition(
        draw(st.sampled_from(("2020-1", "2020-1#1", "2020-1@2020-05-05"))),
        "2020-1",
        draw(st.sampled_from(("kaz", "rus"))),
        content,
        tuple(draw(st.lists(doubts, max_size=2))),
        tuple(draw(faults)),
    )


@given(editions())
def test_an_edition_is_read_back_as_it_was(edition: Edition) -> None:
    """`load_edition(edition_document(x)) == x`, for any edition at all."""
    assert load_edition(through_json(edition_document(edition))) == edition


@pytest.mark.parametrize("root", [None, SPECIMEN])
def test_real_data_and_specimen_come_back(root: Path | None, tmp_path: Path) -> None:
    """Every edition, and the register with its orders, are the same after JSON, from a file too."""
    register = kz.load(root)
    for edition in register.editions:
        assert load_edition(through_json(edition_document(edition)).encode()) == edition
    file = tmp_path / "register.json"
    file.write_text(through_json(register_document(register)), encoding="utf-8")
    again = read_register(file)
    assert again == register
    assert again.editions == register.editions


def test_lines_of_another_source_keep_its_name() -> None:
    """An amended edition has lines of several sources; each names the order it is of."""
    entry = evolve(histories.entry("e", "Бастық."), lines=Span("2021-7", 4, 5))
    content = content_of(entry)
    edition = Edition("2020-1", "2020-1", content=content)
    document = edition_document(edition)
    assert document["levels"][0]["entries"][0]["source"] == "2021-7"
    assert load_edition(document) == edition
    register = histories.register_of(histories.base(content=content))
    stored = register_document(register)
    assert '"order": "2021-7"' in through_json(stored)
    assert read_register(stored) == register


def test_published_editions_go_with_the_register() -> None:
    """What publishers gave is part of the register, and comes back with it."""
    given_ = PublishedEdition(
        base=histories.BASE,
        date=histories.day("2020-06-01"),
        publisher=TONGUES,
        content=histories.CONTENT,
    )
    register = kz.Register((histories.base(content=None),), (given_,))
    assert read_register(through_json(register_document(register))) == register


# ── what is refused ──────────────────────────────────────────────────────────────────────


@pytest.fixture
def document(edition: Edition) -> dict[str, Any]:
    """The JSON of the 2019 edition, free to be damaged."""
    return copy.deepcopy(edition_document(edition))


def complaint(source: Any) -> str:  # noqa: ANN401 - whatever somebody gives
    """Answers: what is said of this edition, which cannot be read?"""
    with pytest.raises(DataError) as caught:
        load_edition(source)
    return caught.value.text("en")


def test_what_contradicts_itself_is_refused(document: dict[str, Any]) -> None:
    """A text that is said twice must be the same twice: of two truths none is believed."""
    document["levels"][0]["entries"][0]["text"] = "Басқа мәтін."
    assert "levels[0].entries[0].text" in complaint(document)
    document["held"] = False
    assert "held" in complaint(document) or "blocks" in complaint(document)


def test_a_level_that_the_outline_does_not_name_is_refused(document: dict[str, Any]) -> None:
    """A level taken away, or put in another place, is told by its place."""
    taken = document["levels"].pop(3)
    assert "levels[3]" in complaint(document)
    document["levels"].append(taken)
    assert "levels[3]" in complaint(document)


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("format", 2, "The number of the format is 2"),
        ("held", "yes", "Expected yes/no"),
        ("nonsense", 1, 'Unknown key "nonsense"'),
        ("language", None, "language"),
    ],
)
def test_what_is_malformed_is_refused(
    document: dict[str, Any],
    key: str,
    value: object,
    told: str,
) -> None:
    """Another format, another type, another key: each is said with its place."""
    document[key] = value
    assert told in complaint(document)


@pytest.mark.parametrize(
    "text", ["", "{", '{"format": NaN}', '{"a": 1, "a": 2}', "[" * 100_000, "null", b"\xff"]
)
def test_what_is_no_json_is_refused(text: str | bytes) -> None:
    """Broken, doubled, endless or foreign input is one clear error and no traceback."""
    assert "JSON" in complaint(text)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A file that cannot be read is named."""
    assert "none.json" in complaint(tmp_path / "none.json")


def test_a_register_that_is_not_whole_is_refused(register: kz.Register) -> None:
    """No base order, an order that is not there, an impossible day: all are told at once."""
    document = json.loads(json.dumps(register_document(register)))
    without_base = {**document, "orders": document["orders"][1:]}
    with pytest.raises(DataError) as caught:
        read_register(without_base)
    keys = {problem.key for problem in caught.value.problems}
    assert keys == {"no-base-order", "amends-unknown"}
    document["orders"][0]["dates"]["adopted"] = "2015-02-30"
    document["orders"][1]["nonsense"] = 1
    document["format"] = 1
    with pytest.raises(DataError) as caught:
        read_register(document)
    places = {problem.path for problem in caught.value.problems}
    assert places == {"orders[0].dates.adopted", "orders[1].nonsense"}


def amended(number: int, **changed: Any) -> Order:  # noqa: ANN401 - any field
    """An order that amends the made-up base one, in one word."""
    made = histories.amending(
        f"2020-{number}", histories.reword("head", "Жаңа."), adopted="2020-03-01", rule="2020-04-01"
    )
    return evolve(made, **changed)


TWO_OF_ONE: Final = content_of(histories.entry("e", "Бас."), histories.entry("e", "Аспаз."))
OF_TWO: Final = Restate(target=histories.at("register"), content=TWO_OF_ONE)
MISFITS: Final[list[tuple[str, tuple[Order, ...], list[tuple[str, str]]]]] = [
    ("a ring of orders",
     (amended(3, rule=WithAct("2020-4")), amended(4, rule=WithAct("2020-3"))),
     [("orders[1].rule", "ring-of-orders")]),
    ("an order changed before it was there",
     (amended(3, operations=(Repeal(order="2020-4"),)),
      amended(4, dates=ActDates(histories.day("2020-05-01")))),
     [("orders[1].operations[0].order", "changes-later-order")]),
    ("a fact from an order that is not there",
     (amended(3, facts_from=(FactSource("title", "2019-9", 1, 1),)),),
     [("orders[1].facts_from[0].order", "amends-unknown")]),
    ("one order twice", (amended(3), amended(3)), [("orders[2].id", "exports.twice")]),
    ("one id for two things", (amended(3, operations=(OF_TWO,)),),
     [("orders[1].operations[0].content", "id-of-two")]),
    ("notes of another order", (amended(3, annotations=Annotations("2020-4")),),
     [("orders[1].annotations.order", "other-order")]),
    ("a file elsewhere", (amended(3, repairs=SourceFile("../x.yaml", "0" * 64)),),
     [("orders[1].repairs.file", "outside-folder")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("orders", "expected"), [row[1:] for row in MISFITS], ids=[row[0] for row in MISFITS]
)
def test_orders_in_json_are_held_to_what_a_folder_is_held_to(
    orders: tuple[Order, ...], expected: list[tuple[str, str]]
) -> None:
    """The same checks as for a folder, told by the place in the JSON."""
    document = register_document(kz.Register((histories.base(), *orders)))
    with pytest.raises(DataError) as caught:
        read_register(through_json(document))
    found = [(problem.path, problem.key) for problem in caught.value.problems]
    assert found == expected
    assert {problem.where for problem in caught.value.problems} == {"JSON"}


def test_published_editions_in_json_stand_where_a_folder_has_them() -> None:
    """Of the base order only, and one a day."""
    june = histories.day("2020-06-01")
    first = PublishedEdition(
        base=histories.BASE, date=june, publisher=TONGUES, content=histories.CONTENT
    )
    doubled = evolve(first, date=histories.day("2020-07-01"), content=TWO_OF_ONE)
    orders = (histories.base(content=None), amended(3, operations=()))
    register = kz.Register(orders, (first, first, evolve(first, base="2020-3"), doubled))
    with pytest.raises(DataError) as caught:
        read_register(through_json(register_document(register)))
    assert [(problem.path, problem.key) for problem in caught.value.problems] == [
        ("published[1].date", "exports.twice"),
        ("published[2].base", "not-of-base"),
        ("published[3].content", "id-of-two"),
    ]


def test_orders_in_json_may_stand_in_any_order() -> None:
    """A register has its orders by the day they were adopted, however they were listed."""
    document = register_document(kz.load(SPECIMEN))
    document["orders"].reverse()
    assert read_register(document) == kz.load(SPECIMEN)


@pytest.mark.parametrize("broken", [{"orders": 1}, {"published": [1]}, {"format": 9}, {"x": 1}])
def test_the_whole_of_a_register_must_be_well_formed(
    register: kz.Register, broken: dict[str, object]
) -> None:
    """Lists that are none, another format, an unknown key: refused before any order is read."""
    with pytest.raises(DataError):
        read_register({**register_document(register), **broken})


def test_an_order_that_cannot_be_carried_out_is_refused() -> None:
    """A register whose orders fail is no register: it is refused as a folder would be."""
    failing = histories.amending(
        "2020-2", histories.reword("nobody", "Жаңа."), adopted="2020-03-01", rule="2020-04-01"
    )
    register = kz.Register((histories.base(), failing))
    with pytest.raises(DataError) as caught:
        read_register(register_document(register))
    assert caught.value.problems[0].path == "2020-2"


# ── the command ──────────────────────────────────────────────────────────────────────────


def test_the_command_gives_what_can_be_read_back(edition: Edition, tmp_path: Path) -> None:
    """`export` and `export --all` give JSON that is read back as the same thing."""
    one, whole = tmp_path / "edition.json", tmp_path / "register.json"
    for file, words in ((one, ["--edition", "2019"]), (whole, ["--all"])):
        assert CliRunner().invoke(main, ["export", *words, "--output", str(file)]).exit_code == 0
    assert load_edition(one) == edition
    assert read_register(whole) == kz.load()


def test_one_and_all_do_not_go_together() -> None:
    """Asking for one edition and for all is a slip, and is told."""
    failed = CliRunner().invoke(main, ["export", "--all", "--edition", "2019", "--lang", "en"])
    assert failed.exit_code == 2
    assert "--edition" in failed.stderr


def test_an_address_is_kept_beside_the_id() -> None:
    """A fault says the address it stands at: an id alone does not tell an entry from an item."""
    content = content_of(histories.entry("e", "Бас."))
    fault = PrintedFault(Address.parse("entry:e"), "Бас", "wording", TONGUES)
    edition = Edition("2020-1", "2020-1", content=content, faults=(fault,))
    assert edition_document(edition)["faults"][0]["address"] == "entry:e"
    assert load_edition(edition_document(edition)) == edition
