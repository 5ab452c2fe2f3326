"""Labelled cases: what is the same thing in two editions, and what is not."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve, field, frozen
from ruamel.yaml import YAML
from test_changes_laws import with_new_ids

import kz_civil_positions as kz
from kz_civil_positions.amending import apply
from kz_civil_positions.changes import Change, Lane, WordMark
from kz_civil_positions.changes.alignment import Ground, align
from kz_civil_positions.changes.diff import diff
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.model import Abbreviation, Content, Edition, Entry, Item, Link, Section
from kz_civil_positions.operations import Operation
from kz_civil_positions.storage.convert import converter
from kz_civil_positions.tree import over

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

    def printed(node: Any) -> Any:
        if isinstance(node, Link) and str(node.code) in labels:
            node = evolve(node, label=evolve(node.label, text=labels[str(node.code)]))
        return over(node, tuple(printed(child) for child in node.children))

    done: Content = printed(content)
    return done


def _cases() -> Iterator[Case]:
    registers, made = _registers(), converter("2019-920")
    for file in sorted((HERE / "data" / "alignment").glob("*.yaml")):
        for told in YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8")):
            old = registers[told.get("register", "2019")].text
            operations = [made.structure(one, Operation) for one in told.get("do", ())]
            new = _with_labels(apply(old, operations), told.get("labels", {}))
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


def _name(node: Any) -> str:
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


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.name}{'' if case.shared else ' (no shared ids)'}")
def test_each_labelled_case_is_told_exactly(case: Case) -> None:
    """Rule: of two editions all changes of law and typography are told, and none besides."""
    assert sorted(_found(case).elements()) == sorted(case.expect)


_INVENTED: Final = ("-moved", "-relabelled", "-reordered")


def test_no_move_is_invented_and_none_lost(capsys: pytest.CaptureFixture[str]) -> None:
    """Rule: over all labelled cases no wrong move; precision and recall are printed."""
    assert len({case.name for case in CASES}) >= 40
    with capsys.disabled():
        print()
        for shared, words in ((True, "shared ids"), (False, "no shared ids")):
            found, wanted = Counter[str](), Counter[str]()
            for case in (one for one in CASES if one.shared is shared):
                found += Counter({f"{case.name}: {one}": n for one, n in _found(case).items()})
                wanted += Counter(f"{case.name}: {one}" for one in case.expect)
            right = (found & wanted).total()
            wrong = [one for one in found - wanted if any(sign in one for sign in _INVENTED)]
            moves = sum(any(sign in one for sign in _INVENTED) for one in found.elements())
            print(
                f"alignment, {words}: {len(CASES) // 2} cases, {wanted.total()} changes, "
                f"precision {right / found.total():.3f}, recall {right / wanted.total():.3f}, "
                f"wrong moves {len(wrong)} of {moves}"
            )
            assert not wrong
