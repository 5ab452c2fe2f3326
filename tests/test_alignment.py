"""Labelled cases: what is the same thing in two editions, and what is not."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve, field, frozen
from ruamel.yaml import YAML

import kz_civil_positions as kz
from kz_civil_positions.amending.engine import OperationError, Workbench, apply
from kz_civil_positions.amending.tree import REGISTER, over, subtree
from kz_civil_positions.changes import Change, Lane, WordMark
from kz_civil_positions.changes.alignment import Ground, Pair, align
from kz_civil_positions.changes.diff import diff
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Edition,
    Entry,
    Item,
    ItemKind,
    Label,
    LabelState,
    Level,
    Link,
    Section,
)
from kz_civil_positions.operations import Insert, Move, Operation, Place, Remove, Restate, Where
from kz_civil_positions.storage.convert import converter
from test_changes_laws import with_new_ids

HERE: Final = Path(__file__).parent
FRESH: Final = "fresh-"


@frozen
class Case:
    """Two editions, and every change of law or typography between them."""

    name: str
    old: Content
    new: Content
    expect: tuple[str, ...]
    shared: bool = field(repr=False)


def _registers() -> dict[str, Edition]:
    specimen = kz.load(HERE.parent / "examples" / "specimen")
    return {"2019": kz.load().edition("2019-920"), "specimen": specimen.editions[0]}


def _with_labels(content: Content, labels: dict[str, str]) -> Content:
    """The labels of these links printed otherwise."""

    def printed(node: Any) -> Any:  # noqa: ANN401 - the same kind of node out
        if isinstance(node, Link) and str(node.code) in labels:
            node = evolve(node, label=evolve(node.label, text=labels[str(node.code)]))
        return over(node, tuple(printed(child) for child in node.children))

    done: Content = printed(content)
    return done


def _cases() -> Iterator[Case]:
    registers, made = _registers(), converter("2019-920")
    kind: Any = Operation
    for file in sorted((HERE / "data" / "alignment").glob("*.yaml")):
        for told in YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8")):
            given, done = (
                [made.structure(one, kind) for one in told.get(name, ())]
                for name in ("given", "do")
            )
            old = apply(registers[told.get("register", "2019")].text, given)
            new = _with_labels(apply(old, done), told.get("labels", {}))
            expect = tuple(told["expect"])
            yield Case(told["name"], old, new, expect, shared=True)
            without = tuple(told.get("without_ids", expect))
            yield Case(told["name"], old, with_new_ids(new, FRESH), without, shared=False)


CASES: Final = tuple(_cases())


def _line(change: Change) -> str:
    """A change as the cases write it, each thing under the name it has in the case."""
    lane = "" if change.lane is Lane.LAW else f"{change.lane} "
    head = f"{lane}{change.kind} {_name(change.old_node or change.new_node)}"
    match change.kind.rpartition("-")[2]:
        case "moved":
            return f"{head}: {_place(change.old_place)} → {_place(change.new_place)}"
        case "relabelled" if change.old_code == change.code:
            return f"{head}: {change.old!r} → {change.new!r}"
        case "relabelled":
            return f"{head} → {change.code}"
        case "reworded" if change.lane is Lane.LAW:
            return f"{head}: {' '.join(_words(change))}"
        case "added" | "removed" | "reordered" if change.entry:
            return f"{head} in {_place(change.new_place or change.old_place)}"
        case _:
            return head


def _words(change: Change) -> Iterator[str]:
    signs = {WordMark.DELETED: "-", WordMark.INSERTED: "+"}
    yield from (signs[word.mark] + word.text for word in change.words if word.mark in signs)


def _name(node: Any) -> str:  # noqa: ANN401 - any node
    match node:
        case Entry() | Item():
            return node.id.replace(FRESH, "")
        case Section():
            return f"{node.block}/{node.sector}" if node.sector else node.block
        case Abbreviation():
            return node.short
        case _:
            return str(node.code)


def _place(address: Address | None) -> str:
    assert address is not None
    return address.name.replace(FRESH, "")


def _found(case: Case) -> Counter[str]:
    old, new = (Edition("2019-920", "2019-920", content=one) for one in (case.old, case.new))
    return Counter(_line(one) for one in diff(old, new) if one.lane is not Lane.DATA)


def _named(case: Case) -> str:
    return case.name if case.shared else f"{case.name} (no shared ids)"


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_each_labelled_case_is_told_exactly(case: Case) -> None:
    """Rule: of two editions all changes of law and typography are told, and none besides."""
    assert sorted(_found(case).elements()) == sorted(case.expect)


_INVENTED: Final = ("-moved", "-relabelled", "-reordered")


def test_no_move_is_invented_and_none_lost(capsys: pytest.CaptureFixture[str]) -> None:
    """Rule: over all labelled cases no wrong move; precision and recall are printed."""
    assert len({case.name for case in CASES}) >= 40
    with capsys.disabled():
        for shared, words in ((True, "shared ids"), (False, "no shared ids")):
            found, wanted = Counter[str](), Counter[str]()
            for case in (one for one in CASES if one.shared is shared):
                found += Counter({f"{case.name}: {one}": n for one, n in _found(case).items()})
                wanted += Counter(f"{case.name}: {one}" for one in case.expect)
            right = (found & wanted).total()
            wrong = list(filter(_moves, found - wanted))
            print(  # noqa: T201 - the figures are asked for
                f"\nalignment, {words}: {len(CASES) // 2} cases, {wanted.total()} changes, "
                f"precision {right / found.total():.3f}, recall {right / wanted.total():.3f}, "
                f"wrong moves {len(wrong)} of {sum(map(_moves, found.elements()))}"
            )
            assert not wrong
            assert right == wanted.total()


def _moves(line: str) -> bool:
    return any(sign in line for sign in _INVENTED)


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_alignment_is_the_same_from_either_side(case: Case) -> None:
    """Rule: what is one thing forwards is one thing backwards, on the same ground."""
    forth = {(pair.old.address, pair.new.address, pair.ground) for pair in _pairs(case)}
    back = align(case.new, case.old).pairs()
    assert forth == {(pair.new.address, pair.old.address, pair.ground) for pair in back}


def _pairs(case: Case) -> list[Pair]:
    return list(align(case.old, case.new).pairs())


@pytest.mark.parametrize(
    ("name", "ground"),
    [
        ("row put in before all others", Ground.TEXT),
        ("speciality added to one category of four with the same list", Ground.HEADING),
        ("level renumbered", Ground.ENTRIES),
        ("level taken out with its row", Ground.LABEL),
        (
            "one word of a category heading replaced, the same heading stays elsewhere",
            Ground.STRUCTURE,
        ),
        ("heading reworded by a word", Ground.STRUCTURE),
        ("remark in brackets taken away", Ground.LIKENESS),
        (
            "row moved, and its heading reworded by a word, over a list that stands nowhere else",
            Ground.MOVE,
        ),
    ],
)
def test_each_pass_finds_what_it_is_for(name: str, ground: Ground) -> None:
    """Rule: without shared ids things are found by text, heading, structure, likeness, move."""
    case = next(case for case in CASES if case.name == name and not case.shared)
    assert ground in {pair.ground for pair in _pairs(case)}


def test_neighbours_tell_what_was_reworded_too_much() -> None:
    """Rule: between the same neighbours half of the words are enough, elsewhere not."""
    old = _registers_once()
    clerk = next(n for n in old.walk() if n.address.name == "tekhnikalyq-oryndaushylar.akimshi")
    assert isinstance(clerk, Item)
    said = evolve(clerk, text="кезекші-әкімші, әкімші,")
    new = apply(old, [Restate(target=clerk.address, content=said)])
    assert align(old, with_new_ids(new, FRESH)).items.grounds[FRESH + clerk.id] is Ground.POSITION
    moved = apply(new, [Move(target=clerk.address, place=_first(clerk))])
    assert clerk.id not in align(old, with_new_ids(moved, FRESH)).items.new_of


def _first(item: Item) -> Place:
    return Place(Where.FIRST, Address(Kind.ENTRY, item.id.partition(".")[0]))


def test_a_list_written_anew_is_not_compared_item_by_item() -> None:
    """Rule: where more than a hundred things gave way to as many others nothing is matched."""
    items = tuple(Item(f"e.i{n}", ItemKind.UNIT, f"{n}-бөлімнің басшысы;") for n in range(120))
    olds = _one_entry(items)
    news = _one_entry(tuple(evolve(one, id=f"n{one.id}", text="№" + one.text) for one in items))
    assert not align(olds, news).items.new_of
    few = _one_entry(tuple(evolve(one, id=f"n{one.id}") for one in items))
    assert len(align(olds, few).items.new_of) == len(items)


def _one_entry(items: tuple[Item, ...]) -> Content:
    level = Level(Code.parse("D"), Label(LabelState.NONE), (Entry("e", "Тізім:", items),))
    link = Link(Code.parse("D"), Label(LabelState.NONE), (level,))
    return Content((Block(Code.parse("D"), "D блогы", (Section("D", None, None, (link,)),)),))


# ── random amendments of the real register ───────────────────────────────────────────


@pytest.mark.parametrize("seed", range(40))
def test_random_amendments_make_no_wrong_pair(seed: int) -> None:
    """Rule: whatever up to twelve amendments did, no thing is taken for another without ids."""
    old = _registers_once()
    chance = random.Random(seed)  # noqa: S311 - a game of chance, not a secret
    bench = Workbench(old)
    for number in range(chance.randint(1, 12)):
        with suppress(OperationError):
            bench.carry(_amendment(chance, bench, number))
    new = bench.find(old.address)
    found = align(old, with_new_ids(new, FRESH))
    for pair in found.pairs():
        if isinstance(pair.old, Entry | Item):
            assert isinstance(pair.new, Entry | Item)
            assert pair.new.id == FRESH + pair.old.id, pair.ground


@cache
def _registers_once() -> Content:
    return _registers()["2019"].text


def _amendment(chance: random.Random, bench: Workbench, number: int) -> Operation:
    """Something taken out, moved, put in or reworded, anywhere."""
    nodes = list(bench.find(REGISTER).children)
    nodes = [node for root in nodes for node in subtree(root)]
    level, entry, item = (
        chance.choice([node for node in nodes if isinstance(node, kind)])
        for kind in (Level, Entry, Item)
    )
    loose: Any = chance.choice((entry, item))
    home = level.address if isinstance(loose, Entry) else entry.address
    place = Place(chance.choice((Where.FIRST, Where.LAST)), home)
    said = _reworded(chance, loose)
    new = evolve(said, id=f"new-{number}", **({"items": ()} if loose is entry else {}))
    return chance.choice(
        (
            Remove(target=loose.address),
            Move(target=loose.address, place=place),
            Insert(place=place, content=new),
            Restate(target=loose.address, content=said),
        )
    )


def _reworded(chance: random.Random, loose: Any) -> Any:  # noqa: ANN401 - an entry or an item
    """The same with a word put in, or another in the stead of one."""
    field = "heading" if isinstance(loose, Entry) else "text"
    words = getattr(loose, field).split()
    at = chance.randrange(len(words))
    words[at : at + chance.randint(0, 1)] = [chance.choice(("жаңа", "қосымша", "арнайы"))]
    return evolve(loose, **{field: " ".join(words)})
