"""The engine of amendments: wholly or not at all, and never beyond what is declared."""

import ast
import datetime
import string
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import evolve, fields
from deepdiff import DeepDiff
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kz_civil_positions.amending import engine, refusals
from kz_civil_positions.amending.comparing import Aspect, Comparison, own_fields
from kz_civil_positions.amending.engine import (
    OperationError,
    Workbench,
    apply,
    changed,
    operation_name,
    removed,
)
from kz_civil_positions.amending.reversal import invert, invert_all, operations_between
from kz_civil_positions.amending.scope import declared
from kz_civil_positions.amending.tree import IndexedTree, subtree
from kz_civil_positions.calendar import OnRegistration
from kz_civil_positions.codes import Address, Code
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.messages.operations import MESSAGES
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Entry,
    Item,
    ItemKind,
    Label,
    LabelState,
    Level,
    Link,
    Node,
    Section,
    Span,
)
from kz_civil_positions.operations import (
    Insert,
    InsertWords,
    Instruction,
    Move,
    Operation,
    Place,
    Recommence,
    Relabel,
    Remove,
    RemoveWords,
    Repeal,
    Replace,
    ReplaceWords,
    Restate,
    RestatePoint,
    Suspend,
    Where,
    WordPlace,
)
from strategies import Amended, amended, contents, operations_on, pairs

PRINTED, INFERRED, NONE = LabelState.PRINTED, LabelState.INFERRED, LabelState.NONE
BEFORE, AFTER, FIRST, LAST = Where.BEFORE, Where.AFTER, Where.FIRST, Where.LAST
MODULES = ("engine", "tree", "wording", "scope", "reversal")
brisk = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def at(text: str) -> Address:
    """Answers: what is the address written so?"""
    return Address.parse(text)


def item(identity: str, text: str) -> Item:
    """Answers: what is an institution of this id and text?"""
    return Item(identity, ItemKind.INSTITUTION, text)


def level(code: str, label: str, *entries: Entry) -> Level:
    """Answers: what is a level with a printed label?"""
    return Level(Code.parse(code), Label(PRINTED, label), entries)


def link(code: str, *levels: Level) -> Link:
    """Answers: what is a link with an inferred label?"""
    return Link(Code.parse(code), Label(INFERRED), levels)


HEAD = Entry("head", "Бастық:", (item("head.fort", "қамал;"), item("head.mill", "диірмен.")))
DEPUTY = Entry("deputy", "Бастықтың орынбасары.")
CLERK = Entry("clerk", "Аға хатшы, кіші хатшы.")
NURSE = Entry("nurse", "Мейірбике:", (item("nurse.tower", "мұнара."),))
COOK = Entry("cook", "Аспаз.")
MM = Abbreviation("ММ", "мемлекеттік мекеме", "ММ – мемлекеттік мекеме;")
PD = Abbreviation("ПД", "полиция департаменті", "ПД – полиция департаменті.")
A11 = level("A1-1", "1", HEAD, DEPUTY)
A12 = level("A1-2", "2", CLERK)
BLOCK_A = Block(
    Code.parse("A"),
    "А блогы",
    (Section("A", links=(link("A1", A11, A12), link("A3", level("A3-1", "1")))),),
)
BLOCK_B = Block(
    Code.parse("B"),
    "В блогы",
    (
        Section("B"),
        Section("B", "health", "Денсаулық", (link("health/B2", level("health/B2-1", "1", NURSE)),)),
    ),
)
BLOCK_D = Block(
    Code.parse("D"),
    "D блогы",
    (
        Section(
            "D",
            links=(
                Link(Code.parse("D"), Label(NONE), (Level(Code.parse("D"), Label(NONE), (COOK,)),)),
            ),
        ),
    ),
)
TINY = Content((BLOCK_A, BLOCK_B, BLOCK_D), (MM, PD))
NEW = Entry("new", "Күзетші.")


def find(content: Content, address: str) -> Node:
    """Answers: what stands at this address?"""
    return IndexedTree(content).find(at(address))


def children(content: Content, address: str) -> list[str]:
    """Answers: what are the names of what stands in this?"""
    return [child.address.name for child in find(content, address).children]


def text_of(content: Content, address: str) -> str:
    """Answers: what does this entry, item or abbreviation print?"""
    node = find(content, address)
    assert isinstance(node, Entry | Item | Abbreviation)
    return node.text


def refused(operation: Operation, content: Content | None = TINY) -> OperationError:
    """Answers: with which error is this operation refused?"""
    with pytest.raises(OperationError) as caught:
        apply(content, [operation], order="2020-1")
    return caught.value


# --- what each operation does ---------------------------------------------------------


def test_restating_an_entry_keeps_its_place_and_id() -> None:
    """A restated entry says something else, in the same place and under the same id."""
    after = apply(TINY, [Restate(target=at("entry:head"), content=Entry("head", "Басшы."))])
    assert text_of(after, "entry:head") == "Басшы."
    assert children(after, "level:A1-1") == ["head", "deputy"]
    assert changed(TINY, after) == {at("entry:head"), at("item:head.fort"), at("item:head.mill")}


def test_restating_the_register_keeps_the_objects_that_say_the_same() -> None:
    """A restatement shares with the edition before whatever it repeats letter by letter."""
    block = evolve(BLOCK_B, heading="В блогы – негізгі")
    again = Content((evolve(BLOCK_A), block, BLOCK_D), (evolve(MM), PD))
    after = apply(TINY, [Restate(target=at("register"), content=again)])
    assert after.blocks[0] is BLOCK_A
    assert after.blocks[1].sections[1] is BLOCK_B.sections[1]
    assert after.abbreviations[0] is MM
    assert changed(TINY, after) == {at("block:B")}
    assert apply(TINY, [Restate(target=at("register"), content=evolve(TINY))]) is TINY


def test_restating_the_list_of_abbreviations() -> None:
    """The list as a whole can be given anew; the blocks are not touched."""
    line = Abbreviation("ҚР", "Қазақстан", "ҚР – Қазақстан.")
    after = apply(TINY, [Restate(target=at("abbreviations"), content=(line, MM))])
    assert after.abbreviations == (line, MM)
    assert after.blocks is not TINY.blocks
    assert all(new is old for new, old in zip(after.blocks, TINY.blocks, strict=True))


def test_restating_the_list_of_abbreviations_in_another_order() -> None:
    """The list may be given in another order; the blocks keep theirs."""
    after = apply(TINY, [Restate(target=at("abbreviations"), content=(PD, MM))])
    assert after.abbreviations == (PD, MM)
    assert changed(TINY, after) == {at("register")}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place(FIRST, at("level:A1-1")), ["new", "head", "deputy"]),
        (Place(LAST, at("level:A1-1")), ["head", "deputy", "new"]),
        (Place(BEFORE, at("entry:deputy")), ["head", "new", "deputy"]),
        (Place(AFTER, at("entry:head")), ["head", "new", "deputy"]),
    ],
)
def test_inserting_an_entry(place: Place, expected: list[str]) -> None:
    """A new entry goes where its place says: at an end, or beside its neighbour."""
    after = apply(TINY, [Insert(place=place, content=NEW)])
    assert children(after, "level:A1-1") == expected


@pytest.mark.parametrize(
    ("where", "expected"), [(FIRST, ["ҚР", "ММ", "ПД"]), (LAST, ["ММ", "ПД", "ҚР"])]
)
@pytest.mark.parametrize("anchor", ["register", "abbreviations"])
def test_inserting_an_abbreviation(where: Where, expected: list[str], anchor: str) -> None:
    """The first place of an abbreviation is after the blocks, whatever the list is called."""
    line = Abbreviation("ҚР", "Қазақстан", "ҚР – Қазақстан.")
    after = apply(TINY, [Insert(place=Place(where, at(anchor)), content=line)])
    assert [one.short for one in after.abbreviations] == expected
    assert children(after, "register")[:3] == ["A", "B", "D"]


def test_inserting_a_block() -> None:
    """The last place of a block is before the list of abbreviations."""
    block = Block(Code.parse("C"), "С блогы")
    after = apply(TINY, [Insert(place=Place(LAST, at("register")), content=block)])
    assert children(after, "register") == ["A", "B", "D", "C", "ММ", "ПД"]


def test_inserting_a_level_with_a_doubled_number() -> None:
    """An inserted level takes a doubled number and stands between its neighbours."""
    place = Place(AFTER, at("level:A1-1"))
    after = apply(TINY, [Insert(place=place, content=level("A1-1-1", "1-1", NEW))])
    assert children(after, "link:A1") == ["A1-1", "A1-1-1", "A1-2"]


def test_removing_takes_all_that_stands_below() -> None:
    """What stands in a removed thing goes with it, and is told for the tombstones."""
    after = apply(TINY, [Remove(target=at("level:A1-1"))])
    names = [node.address.name for node in removed(TINY, after)]
    assert names == ["A1-1", "head", "head.fort", "head.mill", "deputy"]
    assert children(after, "link:A1") == ["A1-2"]


def test_replacing_gives_way_in_the_same_place() -> None:
    """The new thing has an id of its own and stands where the old one stood."""
    after = apply(TINY, [Replace(target=at("entry:head"), content=NEW)])
    assert children(after, "level:A1-1") == ["new", "deputy"]
    kept = Entry("new", "Күзетші:", HEAD.items)
    after = apply(TINY, [Replace(target=at("entry:head"), content=kept)])
    assert children(after, "entry:new") == ["head.fort", "head.mill"]


def test_moving_an_entry() -> None:
    """A moved entry is the same object elsewhere; only its containers have changed."""
    place = Place(FIRST, at("level:A1-2"))
    after = apply(TINY, [Move(target=at("entry:head"), place=place)])
    assert children(after, "level:A1-2") == ["head", "clerk"]
    assert find(after, "entry:head") is HEAD
    assert changed(TINY, after) == {at("level:A1-1"), at("level:A1-2")}
    assert removed(TINY, after) == ()


def test_relabelling_a_level() -> None:
    """A level gets another number and a printed label; what stands in it stays."""
    lines = Span("2020-1", 5, 5)
    operation = Relabel(
        target=at("level:A1-2"),
        code=Code.parse("A1-3"),
        label="3",
        instruction=Instruction("1", "…", lines),
    )
    after = apply(TINY, [operation])
    assert find(after, "level:A1-3") == Level(
        Code.parse("A1-3"), Label(PRINTED, "3", lines), (CLERK,)
    )
    assert changed(TINY, after) == {at("level:A1-2"), at("level:A1-3"), at("link:A1")}


def test_relabelling_a_link_recodes_its_levels() -> None:
    """The codes of levels follow their link; their labels and entries stay."""
    after = apply(TINY, [Relabel(target=at("link:A1"), code=Code.parse("A2"))])
    assert children(after, "link:A2") == ["A2-1", "A2-2"]
    assert find(after, "entry:head") is HEAD
    new = find(after, "level:A2-1")
    assert isinstance(new, Level)
    assert new.label == A11.label


def test_a_new_code_without_a_printed_label_is_inferred() -> None:
    """A label that no order prints is never called printed; where there is none, none comes."""
    after = apply(TINY, [Relabel(target=at("level:A1-2"), code=Code.parse("A1-3"))])
    new = find(after, "level:A1-3")
    assert isinstance(new, Level)
    assert new.label == Label(INFERRED)
    bare = Link(Code.parse("C1"), Label(NONE), (Level(Code.parse("C1"), Label(NONE)),))
    content = Content((Block(Code.parse("C"), "С", (Section("C", links=(bare,)),)),))
    after = apply(content, [Relabel(target=at("link:C1"), code=Code.parse("C2"))])
    assert after.blocks[0].sections[0].links[0].label == Label(NONE)
    assert children(after, "link:C2") == ["C2"]


@pytest.mark.parametrize(
    ("operation", "address", "expected"),
    [
        (
            ReplaceWords(target=at("entry:clerk"), old="хатшы", new="іс жүргізуші", count=2),
            "entry:clerk",
            "Аға іс жүргізуші, кіші іс жүргізуші.",
        ),
        (
            ReplaceWords(target=at("level:A1-1"), old="Бастық", new="Басшы", count=2),
            "entry:deputy",
            "Басшытың орынбасары.",
        ),
        (
            ReplaceWords(target=at("block:A"), old="қамал", new="бекініс"),
            "item:head.fort",
            "бекініс;",
        ),
        (
            ReplaceWords(target=at("abbreviations"), old="мекеме", new="ұйым"),
            "abbreviation:ММ",
            "ММ – мемлекеттік ұйым;",
        ),
        (
            InsertWords(target=at("entry:deputy"), words="бірінші", anchor="Бастықтың"),
            "entry:deputy",
            "Бастықтың бірінші орынбасары.",
        ),
        (
            InsertWords(target=at("entry:clerk"), words=", мұрағатшы", anchor="Аға хатшы"),
            "entry:clerk",
            "Аға хатшы, мұрағатшы, кіші хатшы.",
        ),
        (
            InsertWords(
                target=at("entry:cook"), words="аға", anchor="Аспаз", where=WordPlace.BEFORE
            ),
            "entry:cook",
            "аға Аспаз.",
        ),
        (
            InsertWords(target=at("entry:cook"), words="және наубайшы", where=WordPlace.END),
            "entry:cook",
            "Аспаз және наубайшы.",
        ),
        (
            InsertWords(target=at("item:head.fort"), words="(ескі)", where=WordPlace.END),
            "item:head.fort",
            "қамал (ескі);",
        ),
        (
            RemoveWords(target=at("entry:clerk"), words=", кіші хатшы"),
            "entry:clerk",
            "Аға хатшы.",
        ),
        (RemoveWords(target=at("entry:clerk"), words="Аға"), "entry:clerk", "хатшы, кіші хатшы."),
        (RemoveWords(target=at("entry:clerk"), words="кіші"), "entry:clerk", "Аға хатшы, хатшы."),
        (
            RemoveWords(target=at("entry:clerk"), words="хатшы", count=2),
            "entry:clerk",
            "Аға, кіші.",
        ),
    ],
)
def test_words(operation: Operation, address: str, expected: str) -> None:
    """Words change in the printed text and nowhere else; no blank is lost or left over."""
    assert text_of(apply(TINY, [operation]), address) == expected


def test_words_of_an_abbreviation_keep_line_and_meaning_together() -> None:
    """The line and what the abbreviation stands for are changed as one."""
    target = at("abbreviation:ММ")
    after = apply(TINY, [RemoveWords(target=target, words="мемлекеттік")]).abbreviations[0]
    assert (after.text, after.long) == ("ММ – мекеме;", "мекеме")


@pytest.mark.parametrize(
    "operation",
    [
        Repeal(order="2015-1"),
        Suspend(target=at("level:A1-1"), until=datetime.date(2021, 1, 1)),
        Suspend(target=at("abbreviations"), until=datetime.date(2021, 1, 1)),
        RestatePoint(order="2019-1", point="1"),
        Recommence(order="2019-1", rule=OnRegistration()),
    ],
)
def test_what_acts_on_orders_leaves_the_text(operation: Operation) -> None:
    """Repeal, suspension and changes to orders change no text: it stays the same object."""
    assert apply(TINY, [operation]) is TINY
    assert invert(TINY, operation) == ()


# --- preconditions --------------------------------------------------------------------

AT_HEAD = Place(AFTER, at("entry:head"))
REFUSALS: list[tuple[Operation, str, str, str]] = [
    # operation, key, target, found
    (Remove(target=at("entry:gone")), "no-such-target", "entry:gone", ""),
    (Restate(target=at("item:gone"), content=item("gone", "…")), "no-such-target", "item:gone", ""),
    (Replace(target=at("entry:gone"), content=NEW), "no-such-target", "entry:gone", ""),
    (Move(target=at("entry:gone"), place=AT_HEAD), "no-such-target", "entry:gone", ""),
    (
        Move(target=at("entry:cook"), place=Place(AFTER, at("entry:gone"))),
        "no-such-target",
        "entry:gone",
        "",
    ),
    (
        Insert(place=Place(LAST, at("level:A9-1")), content=NEW),
        "no-such-target",
        "level:A9-1",
        "",
    ),
    (Relabel(target=at("level:A9-1"), code=Code.parse("A9-2")), "no-such-target", "level:A9-1", ""),
    (
        ReplaceWords(target=at("entry:gone"), old="а", new="б"),
        "no-such-target",
        "entry:gone",
        "",
    ),
    (
        Suspend(target=at("level:A9-1"), until=datetime.date(2021, 1, 1)),
        "no-such-target",
        "level:A9-1",
        "",
    ),
    (Insert(place=AT_HEAD, content=COOK), "place-taken", "entry:cook", "level:D"),
    (
        Insert(place=AT_HEAD, content=Entry("new", "…:", (item("nurse.tower", "…"),))),
        "place-taken",
        "item:nurse.tower",
        "entry:nurse",
    ),
    (
        Insert(place=AT_HEAD, content=Entry("new", "…:", (item("new.a", "…"), item("new.a", "…")))),
        "place-taken",
        "item:new.a",
        "entry:new",
    ),
    (
        Restate(target=at("entry:head"), content=evolve(HEAD, items=NURSE.items)),
        "place-taken",
        "item:nurse.tower",
        "entry:nurse",
    ),
    (
        Insert(place=Place(AFTER, at("level:A1-2")), content=level("A1-2", "2")),
        "place-taken",
        "level:A1-2",
        "link:A1",
    ),
    (
        Relabel(target=at("level:A1-2"), code=Code.parse("A1-1")),
        "place-taken",
        "level:A1-1",
        "link:A1",
    ),
    (Replace(target=at("entry:head"), content=COOK), "place-taken", "entry:cook", "level:D"),
    (
        Restate(target=at("entry:head"), content=MM),
        "kind-does-not-fit",
        "entry:head",
        "abbreviation",
    ),
    (
        Restate(target=at("register"), content=(MM,)),
        "kind-does-not-fit",
        "register",
        "abbreviations",
    ),
    (
        Restate(target=at("abbreviations"), content=MM),
        "kind-does-not-fit",
        "abbreviations",
        "abbreviation",
    ),
    (
        Replace(target=at("entry:head"), content=PD),
        "kind-does-not-fit",
        "entry:head",
        "abbreviation",
    ),
    (Remove(target=at("register")), "kind-does-not-fit", "register", "register"),
    (Remove(target=at("abbreviations")), "kind-does-not-fit", "abbreviations", "abbreviations"),
    (Move(target=at("register"), place=AT_HEAD), "kind-does-not-fit", "register", "register"),
    (Relabel(target=at("sector:A"), code=Code.parse("A")), "address-kept", "sector:A", "sector:A"),
    (
        Insert(place=Place(LAST, at("link:A1")), content=NEW),
        "kind-does-not-fit",
        "link:A1",
        "entry",
    ),
    (
        Insert(place=Place(AFTER, at("block:D")), content=MM),
        "kind-does-not-fit",
        "block:D",
        "abbreviation",
    ),
    (
        Insert(place=Place(LAST, at("item:head.fort")), content=NEW),
        "kind-does-not-fit",
        "item:head.fort",
        "entry",
    ),
    (
        Move(target=at("entry:head"), place=Place(LAST, at("link:A1"))),
        "kind-does-not-fit",
        "link:A1",
        "entry",
    ),
    (
        Insert(place=Place(LAST, at("link:A1")), content=level("A2-3", "3")),
        "code-does-not-fit",
        "link:A1",
        "level:A2-3",
    ),
    (
        Insert(place=Place(LAST, at("sector:A")), content=link("health/B5")),
        "code-does-not-fit",
        "sector:A",
        "link:health/B5",
    ),
    (
        Insert(place=Place(LAST, at("sector:B")), content=link("health/B5")),
        "code-does-not-fit",
        "sector:B",
        "link:health/B5",
    ),
    (
        Insert(place=Place(LAST, at("block:A")), content=Section("B", "other")),
        "code-does-not-fit",
        "block:A",
        "sector:B/other",
    ),
    (
        Insert(place=Place(LAST, at("register")), content=Block(Code.parse("C1"), "С")),
        "code-does-not-fit",
        "register",
        "block:C1",
    ),
    (
        Insert(place=Place(LAST, at("sector:A")), content=link("A5", level("A6-1", "1"))),
        "code-does-not-fit",
        "link:A5",
        "level:A6-1",
    ),
    (
        Move(target=at("level:A1-1"), place=Place(LAST, at("link:A3"))),
        "code-does-not-fit",
        "link:A3",
        "level:A1-1",
    ),
    (
        Relabel(target=at("level:A1-1"), code=Code.parse("A2-1")),
        "code-does-not-fit",
        "link:A1",
        "level:A2-1",
    ),
    (
        Relabel(target=at("link:A1"), code=Code.parse("health/B1")),
        "code-does-not-fit",
        "sector:A",
        "link:health/B1",
    ),
    (
        Relabel(target=at("entry:head"), code=Code.parse("A2")),
        "address-kept",
        "entry:head",
        "entry:head",
    ),
    (Relabel(target=at("link:A1"), code=Code.parse("A1")), "address-kept", "link:A1", "link:A1"),
    (Restate(target=at("entry:head"), content=NEW), "address-changes", "entry:head", "entry:new"),
    (
        Restate(target=at("level:A1-1"), content=level("A1-4", "4")),
        "address-changes",
        "level:A1-1",
        "level:A1-4",
    ),
    (Replace(target=at("entry:head"), content=HEAD), "address-kept", "entry:head", "entry:head"),
    (
        ReplaceWords(target=at("entry:clerk"), old="хатшы", new="іс"),
        "words-count",
        "entry:clerk",
        "2",
    ),
    (
        InsertWords(target=at("level:A1-1"), words="аға", anchor="Бастық", count=3),
        "words-count",
        "level:A1-1",
        "2",
    ),
    (RemoveWords(target=at("entry:cook"), words="бас"), "words-count", "entry:cook", "0"),
    (RemoveWords(target=at("entry:cook"), words=""), "words-unclear", "entry:cook", ""),
    (ReplaceWords(target=at("entry:cook"), old="", new="а"), "words-unclear", "entry:cook", ""),
    (ReplaceWords(target=at("entry:cook"), old="Ас", new=""), "words-unclear", "entry:cook", ""),
    (
        ReplaceWords(target=at("entry:cook"), old="жоқ", new="бар", count=0),
        "words-unclear",
        "entry:cook",
        "",
    ),
    (InsertWords(target=at("entry:cook"), words="аға"), "words-unclear", "entry:cook", ""),
    (
        InsertWords(target=at("entry:cook"), words="", anchor="Ас"),
        "words-unclear",
        "entry:cook",
        "",
    ),
    (
        InsertWords(target=at("entry:cook"), words="а", anchor="Ас", where=WordPlace.END),
        "words-unclear",
        "entry:cook",
        "",
    ),
    (
        InsertWords(target=at("entry:head"), words="а", where=WordPlace.END),
        "no-one-end",
        "entry:head",
        "entry",
    ),
    (
        InsertWords(target=at("level:A1-1"), words="а", where=WordPlace.END),
        "no-one-end",
        "level:A1-1",
        "level",
    ),
    (RemoveWords(target=at("entry:cook"), words="Аспаз"), "nothing-left", "entry:cook", "Аспаз."),
    (
        ReplaceWords(target=at("register"), old="ММ", new="ГУ"),
        "abbreviation-torn",
        "abbreviation:ММ",
        MM.text,
    ),
    (
        ReplaceWords(target=at("abbreviation:ММ"), old="– мемлекеттік", new="– жеке"),
        "abbreviation-torn",
        "abbreviation:ММ",
        MM.text,
    ),
    (
        RemoveWords(target=at("abbreviation:ММ"), words="мемлекеттік мекеме"),
        "abbreviation-torn",
        "abbreviation:ММ",
        MM.text,
    ),
    (
        Move(target=at("entry:head"), place=Place(AFTER, at("entry:head"))),
        "place-within-target",
        "entry:head",
        "entry:head",
    ),
]


@pytest.mark.parametrize(("operation", "key", "target", "found"), REFUSALS)
def test_an_unmet_precondition_is_named(
    operation: Operation, key: str, target: str, found: str
) -> None:
    """A refusal names order, point, operation, target and what was found."""
    said = evolve(operation, instruction=Instruction("1.2", "…"))
    error = refused(said)
    assert (error.key, str(error.target), error.found) == (key, target, found)
    assert (error.order, error.point) == ("2020-1", "1.2")
    assert error.operation == operation_name(operation)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("operation", "key", "target", "found"), REFUSALS)
def test_a_refusal_can_be_read_in_each_language(
    operation: Operation, key: str, target: str, found: str, language: str
) -> None:
    """The sentence names the target and what was found, in the reader's language."""
    error = refused(evolve(operation, instruction=Instruction("1.2", "…")))
    spoken = error.text(language)  # type: ignore[arg-type]
    assert spoken.startswith("2020-1, ")
    assert "1.2" in spoken
    assert MESSAGES[f"name-{error.operation}"][language] in spoken
    assert target in spoken
    assert found in spoken
    assert "{" not in spoken
    assert key not in spoken


def test_every_refusal_has_its_sentence_and_every_sentence_its_use() -> None:
    """The catalogue and the engine know the same keys: none is missing, none is left over."""
    keys = set()
    for name in MODULES:
        source = Path(str(engine.__file__)).with_name(f"{name}.py").read_text(encoding="utf-8")
        keys |= set(_keys_raised(ast.parse(source)))
    names = {f"name-{name}" for name in refusals._NAMES.values()}  # noqa: SLF001
    assert set(MESSAGES) == keys | names | {"point"}
    assert keys >= {key for _, key, _, _ in REFUSALS}


def _keys_raised(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            first = node.args[0] if node.args else None
            if node.func.id == "OperationError" and isinstance(first, ast.Constant):
                yield str(first.value)


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_the_languages_speak_of_the_same_facts(key: str) -> None:
    """A fact that one language tells, the others tell too."""
    facts = [
        {name for _, name, _, _ in string.Formatter().parse(MESSAGES[key][language]) if name}
        for language in LANGUAGES
    ]
    assert facts[0] == facts[1] == facts[2]


def test_a_text_not_held_can_only_be_restated_whole() -> None:
    """Where the text is not held nothing can be checked: only the whole register may come."""
    whole = Restate(target=at("register"), content=TINY)
    assert apply(None, [whole]) == TINY
    assert apply(None, [whole, Remove(target=at("entry:cook"))]) is not None
    others: list[Operation] = [
        Restate(target=at("abbreviations"), content=()),
        Remove(target=at("entry:cook")),
        Insert(place=Place(LAST, at("register")), content=BLOCK_A),
        Suspend(target=at("level:A1-1"), until=datetime.date(2021, 1, 1)),
    ]
    for operation in others:
        assert refused(operation, None).key == "text-not-held-for-operation"


def test_what_needs_no_text_may_be_done_to_a_register_not_held() -> None:
    """An order can be repealed or suspended whose text we do not have."""
    day = datetime.date(2021, 1, 1)
    assert apply(None, [Repeal(order="2015-1"), Suspend(target=at("register"), until=day)]) is None


@pytest.mark.parametrize(
    ("operation", "gone"),
    [
        (Insert(place=AT_HEAD, content=NEW), "entry:new"),
        (Replace(target=at("entry:head"), content=NEW), "entry:new"),
        (
            Insert(place=Place(LAST, at("link:A1")), content=level("A1-3", "3")),
            "level:A1-3",
        ),
        (Relabel(target=at("level:A1-2"), code=Code.parse("A1-3")), "level:A1-3"),
        (Relabel(target=at("link:A1"), code=Code.parse("A2")), "level:A2-2"),
        (
            Restate(target=at("entry:cook"), content=evolve(COOK, items=(item("cook.a", "ас;"),))),
            "item:cook.a",
        ),
    ],
)
def test_what_was_removed_does_not_come_back(operation: Operation, gone: str) -> None:
    """Ids and codes of what earlier orders removed are not used again."""
    apply(TINY, [operation], retired={at("entry:other")})
    with pytest.raises(OperationError) as caught:
        apply(TINY, [operation], retired={at(gone)})
    assert (caught.value.key, caught.value.target) == ("id-retired", at(gone))


def test_a_restatement_may_use_old_codes_and_a_list_old_words() -> None:
    """A restated link lays its levels out anew; an abbreviation is a word, not a number."""
    again = link("A3", level("A3-1", "1"), level("A3-2", "2"))
    apply(TINY, [Restate(target=at("link:A3"), content=again)], retired={at("level:A3-2")})
    line = Abbreviation("ҚР", "Қазақстан", "ҚР – Қазақстан.")
    place = Place(LAST, at("abbreviations"))
    apply(TINY, [Insert(place=place, content=line)], retired={line.address})


def test_what_stands_in_the_register_is_not_retired() -> None:
    """A tombstone bars what would come, never what is there."""
    operation = Restate(target=at("entry:head"), content=evolve(HEAD, heading="Басшы:"))
    apply(TINY, [operation], retired={at("entry:head"), at("item:head.fort")})


@pytest.mark.parametrize(
    "operation",
    [
        Insert(place=Place(FIRST, at("link:A1")), content=level("A1-3", "3")),
        Insert(place=Place(LAST, at("sector:A")), content=link("A2")),
        Move(target=at("level:A1-2"), place=Place(FIRST, at("link:A1"))),
        Relabel(target=at("level:A1-1"), code=Code.parse("A1-3")),
        Restate(target=at("link:A3"), content=link("A3", level("A3-2", "2"), level("A3-1", "1"))),
    ],
)
def test_an_order_leaves_codes_ascending(operation: Operation) -> None:
    """After all operations of an order the codes of links and levels ascend."""
    assert refused(operation).key == "order-breaks-structure"
    assert refused(operation).order == "2020-1"


def test_codes_may_be_out_of_order_on_the_way() -> None:
    """Only the end of the order counts: two levels may change their numbers."""
    third = Code.parse("A1-3")
    operations: list[Operation] = [
        Relabel(target=at("level:A1-1"), code=third, label="3"),
        Move(target=at("level:A1-3"), place=Place(AFTER, at("level:A1-2"))),
    ]
    assert children(apply(TINY, operations), "link:A1") == ["A1-2", "A1-3"]


def test_a_first_restatement_is_checked_whole() -> None:
    """A text that comes for the first time must be in order all through."""
    wrong = Content((evolve(BLOCK_A, sections=(Section("A", links=(link("A2"), link("A1"))),)),))
    error = refused(Restate(target=at("register"), content=wrong), None)
    assert (error.key, error.found) == ("order-breaks-structure", "A2, A1")


# --- held to what was declared ----------------------------------------------------------


def _and_swap_blocks(bench: IndexedTree) -> None:
    bench.insert(at("register"), 1, bench.take_out(at("block:A")))


def _and_remove_another(bench: IndexedTree) -> None:
    bench.take_out(at("entry:cook"))


def _and_swap_neighbours(bench: IndexedTree) -> None:
    node = bench.take_out(at("level:A3-1"))
    bench.take_out(at("link:A3"))
    bench.insert(at("sector:A"), 0, link("A3"))
    assert isinstance(node, Level)
    bench.insert(at("link:A3"), 0, node)


def _and_reword_the_container(bench: IndexedTree) -> None:
    old = bench.find(at("sector:A"))
    assert isinstance(old, Section)
    bench.put(old.address, evolve(old, heading="…"))


def _and_reword_a_neighbour(bench: IndexedTree) -> None:
    old = bench.find(at("entry:nurse"))
    assert isinstance(old, Entry)
    bench.put(old.address, evolve(old, heading="…"))


def _and_reorder_below(bench: IndexedTree) -> None:
    node = bench.take_out(at("item:head.fort"))
    bench.insert(at("entry:head"), 1, node)


@pytest.mark.parametrize(
    ("operation", "more", "strays"),
    [
        (Remove(target=at("link:A1")), _and_remove_another, "entry:cook, level:D"),
        (
            Insert(place=Place(FIRST, at("sector:A")), content=link("A4")),
            _and_swap_neighbours,
            "sector:A",
        ),
        (Remove(target=at("link:A1")), _and_reword_the_container, "sector:A"),
        (
            Move(target=at("entry:head"), place=Place(LAST, at("level:A1-2"))),
            _and_reword_a_neighbour,
            "entry:nurse",
        ),
        (
            Relabel(target=at("link:A1"), code=Code.parse("A2")),
            _and_reword_a_neighbour,
            "entry:nurse",
        ),
        (
            ReplaceWords(target=at("entry:head"), old="Бастық", new="Басшы"),
            _and_reorder_below,
            "entry:head",
        ),
        (
            Restate(target=at("entry:deputy"), content=Entry("deputy", "…")),
            _and_remove_another,
            "entry:cook, level:D",
        ),
        (
            Replace(target=at("entry:deputy"), content=NEW),
            _and_remove_another,
            "entry:cook, level:D",
        ),
        (Restate(target=at("abbreviations"), content=(PD, MM)), _and_swap_blocks, "register"),
        (Repeal(order="2015-1"), _and_remove_another, "entry:cook, level:D"),
        (
            Suspend(target=at("register"), until=datetime.date(2021, 1, 1)),
            _and_reword_a_neighbour,
            "entry:nurse",
        ),
    ],
)
def test_an_operation_that_does_too_much_is_caught(
    monkeypatch: pytest.MonkeyPatch,
    operation: Operation,
    more: Callable[[IndexedTree], None],
    strays: str,
) -> None:
    """Whatever changes outside of the declared scope is an error, and undone."""
    perform = engine._perform  # noqa: SLF001

    def too_much(one: Operation, bench: IndexedTree) -> None:
        perform(one, bench)
        more(bench)

    bench = Workbench(TINY)
    monkeypatch.setattr(engine, "_perform", too_much)
    with pytest.raises(OperationError) as caught:
        bench.carry_out([operation])
    assert (caught.value.key, caught.value.found) == ("changed-outside-scope", strays)
    assert bench.content is TINY


@brisk
@given(amended(1, 1))
def test_the_scope_holds_what_changed(story: Amended) -> None:
    """The addresses that changed lie within the scope that the operation declares."""
    [operation] = story.operations
    assert changed(story.before, story.after) <= declared(
        IndexedTree(story.before), operation
    ).touched | {at("register")}


# --- laws -------------------------------------------------------------------------------


@brisk
@given(amended())
def test_what_is_done_can_be_undone(story: Amended) -> None:
    """Operations and then their inverses give the register as it was."""
    undoing = invert_all(story.before, story.operations)
    assert apply(story.after, undoing) == story.before
    first = apply(story.before, story.operations[:1])
    assert apply(first, invert(story.before, story.operations[0])) == story.before


@brisk
@given(pairs())
def test_operations_between_two_registers_lead_from_one_to_the_other(
    pair: tuple[Content, Content],
) -> None:
    """The operations found between two registers make the one of the other."""
    before, after = pair
    operations = operations_between(before, after)
    assert apply(before, operations) == after
    assert (operations == ()) == (before == after)
    whole = [one for one in operations if getattr(one, "target", None) == at("register")]
    assert whole == []


@brisk
@given(st.data(), contents())
def test_disjoint_operations_commute(data: st.DataObject, content: Content) -> None:
    """Two operations that cannot touch each other's scope may come in either sequence."""
    one, other = data.draw(operations_on(content)), data.draw(operations_on(content))
    tree = IndexedTree(content)
    assume(declared(tree, one).apart_from(declared(tree, other)))
    assert apply(content, [one, other]) == apply(content, [other, one])


FAILING: list[Operation] = [
    Remove(target=at("entry:never")),
    Insert(place=Place(LAST, at("register")), content=Block(Code.parse("A1"), "…")),
    Restate(target=at("abbreviations"), content=(MM, MM)),
    ReplaceWords(target=at("register"), old="ешқашан", new="…"),
]


@brisk
@given(amended(0, 4), st.sampled_from(FAILING))
def test_a_failing_order_changes_nothing(story: Amended, failing: Operation) -> None:
    """After a failed order the register is the same object, and its index what it was."""
    bench = Workbench(story.before)
    nodes, parents = dict(bench.nodes), dict(bench.parents)
    with pytest.raises(OperationError):
        bench.carry_out([*story.operations, failing])
    assert bench.content is story.before
    assert bench.nodes.keys() == nodes.keys()
    assert all(bench.nodes[address] is node for address, node in nodes.items())
    assert bench.parents == parents
    bench.carry_out(story.operations)
    assert bench.content == story.after


@brisk
@given(amended())
def test_the_index_follows_the_register(story: Amended) -> None:
    """After every order the index is what a fresh index of the register would be."""
    bench = Workbench(story.before)
    for operation in story.operations:
        bench.carry_out([operation])
        fresh = IndexedTree(bench.content)
        assert bench.nodes.keys() == fresh.nodes.keys()
        assert all(bench.nodes[address] is node for address, node in fresh.nodes.items())
        assert bench.parents == fresh.parents


@brisk
@given(amended(1, 1))
def test_what_did_not_change_is_the_same_object(story: Amended) -> None:
    """Editions share what did not change: not equal copies, the very objects."""
    differing = changed(story.before, story.after)
    old = IndexedTree(story.before).nodes
    for address, node in IndexedTree(story.after).nodes.items():
        if differing.isdisjoint(one.address for one in subtree(node)):
            assert node is old[address]


# --- two engines, one answer --------------------------------------------------------------


HELD = {"blocks", "sections", "links", "levels", "entries", "items", "abbreviations"}


def as_dictionary(content: Content) -> dict[str, dict[str, object]]:
    """Answers: what does each thing say, by its permanent address?"""
    return {
        str(node.address): {
            "children": [str(child.address) for child in node.children],
            **{
                one.name: str(getattr(node, one.name))
                for one in fields(type(node))
                if one.name not in HELD
            },
        }
        for node in (content, *content.walk())
    }


@brisk
@given(pairs())
def test_an_independent_engine_finds_the_same_changes(pair: tuple[Content, Content]) -> None:
    """deepdiff, over dictionaries keyed by permanent id, finds just what changed here."""
    before, after = pair
    diff = DeepDiff(as_dictionary(before), as_dictionary(after), threshold_to_diff_deeper=0)
    assert set(diff.affected_root_keys) == set(map(str, changed(before, after)))


@pytest.mark.parametrize(
    "node", [BLOCK_A, BLOCK_B.sections[1], A11, link("A1"), HEAD, HEAD.items[0], MM]
)
def test_no_field_is_overlooked(node: Node) -> None:
    """Whatever field of a thing differs, the thing differs: its source lines too."""
    for one in fields(type(node)):
        if one.name not in HELD:
            other = evolve(node, **{one.name: "otherwise"})  # type: ignore[arg-type]
            assert own_fields(other) != own_fields(node), one.name


@brisk
@given(pairs())
def test_removed_is_what_has_an_address_before_only(pair: tuple[Content, Content]) -> None:
    """What was removed is what an index before has and an index after has not."""
    before, after = IndexedTree(pair[0]).nodes, IndexedTree(pair[1]).nodes
    gone = [node.address for node in removed(*pair)]
    assert set(gone) == before.keys() - after.keys()
    assert len(gone) == len(set(gone))
    order = {address: number for number, address in enumerate(before)}
    assert [order[address] for address in gone] == sorted(order[address] for address in gone)


# --- the fewest operations ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (Remove(target=at("item:head.fort")), None),
        (Remove(target=at("block:A")), None),
        (
            Move(target=at("entry:head"), place=Place(LAST, at("level:A1-2"))),
            Move(target=at("entry:head"), place=Place(AFTER, at("entry:clerk"))),
        ),
        (
            Move(target=at("entry:deputy"), place=Place(BEFORE, at("entry:head"))),
            Move(target=at("entry:deputy"), place=Place(FIRST, at("level:A1-1"))),
        ),
        (
            Move(target=at("abbreviation:ПД"), place=Place(FIRST, at("register"))),
            Move(target=at("abbreviation:ПД"), place=Place(FIRST, at("abbreviations"))),
        ),
        (Restate(target=at("item:head.fort"), content=item("head.fort", "бекініс;")), None),
        (Insert(place=AT_HEAD, content=evolve(NEW, items=(item("new.a", "…"),))), None),
        (Insert(place=Place(AFTER, at("link:A1")), content=link("A2")), None),
        (
            Relabel(target=at("level:A1-2"), code=Code.parse("A1-3"), label="3"),
            None,
        ),
        (Relabel(target=at("link:A1"), code=Code.parse("A2")), None),
    ],
)
def test_one_change_is_found_as_one_operation(
    operation: Operation, expected: Operation | None
) -> None:
    """A simple change is told in one operation, and in the simplest form of it."""
    after = apply(TINY, [operation])
    assert operations_between(TINY, after) == (expected or operation,)


def test_equal_registers_have_nothing_between_them() -> None:
    """Where nothing differs, no operation is invented."""
    assert operations_between(TINY, evolve(TINY, blocks=(evolve(BLOCK_A), BLOCK_B, BLOCK_D))) == ()


def test_what_moves_out_of_a_removed_place_is_moved_first() -> None:
    """An entry that outlives its level is moved, not lost and born again."""
    after = apply(
        TINY,
        [
            Move(target=at("entry:clerk"), place=Place(LAST, at("level:A1-1"))),
            Remove(target=at("level:A1-2")),
        ],
    )
    found = operations_between(TINY, after)
    assert [operation_name(one) for one in found] == ["move", "remove"]
    back = operations_between(after, TINY)
    assert [operation_name(one) for one in back] == ["insert", "move"]


def test_registers_that_are_not_in_order_are_refused() -> None:
    """Nothing leads to a register that names one thing twice."""
    twice = Content((), (MM, MM))
    with pytest.raises(OperationError, match="already stands in register"):
        operations_between(TINY, twice)


# --- the index by itself --------------------------------------------------------------------


def test_the_register_itself_cannot_be_taken_out() -> None:
    """The root has no place from which it could be taken."""
    with pytest.raises(OperationError, match="kind does not fit"):
        IndexedTree(TINY).take_out(at("register"))


def test_aspects_are_told_apart() -> None:
    """A container with other members is told from one with another order or other words."""
    level = A11
    for other, aspect in (
        (evolve(level, entries=(HEAD,)), Aspect.MEMBERS),
        (evolve(level, entries=(DEPUTY, HEAD)), Aspect.ORDER),
        (evolve(level, label=Label(INFERRED)), Aspect.FIELDS),
    ):
        assert (level.address, aspect) in Comparison(level, other).found
        assert {
            one for address, one in Comparison(level, other).found if address == level.address
        } == {aspect}


def test_a_change_of_place_can_be_left_aside() -> None:
    """The order of neighbours is the same when only the one that was moved is left aside."""
    moved = evolve(A11, entries=(DEPUTY, HEAD))
    assert Comparison(A11, moved, aside=[HEAD.address]).found == set()


def test_no_change_gives_the_same_register() -> None:
    """An operation that finds everything as it bids leaves the very object."""
    idle: list[Operation] = [
        Move(target=at("entry:head"), place=Place(FIRST, at("level:A1-1"))),
        Move(target=at("entry:head"), place=Place(BEFORE, at("entry:deputy"))),
        Move(target=at("entry:deputy"), place=Place(AFTER, at("entry:head"))),
        Restate(target=at("abbreviations"), content=(evolve(MM), evolve(PD))),
        Restate(target=at("block:A"), content=evolve(BLOCK_A)),
    ]
    for operation in idle:
        assert apply(TINY, [operation]) is TINY
