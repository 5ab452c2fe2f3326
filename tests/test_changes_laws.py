"""Laws of changes: what must hold for any two registers, however they came about."""

from collections import Counter
from collections.abc import Container, Iterator
from typing import Any, Final

from attrs import evolve
from deepdiff import DeepDiff
from hypothesis import given, settings
from hypothesis import strategies as st

from kz_civil_positions.amending.tree import over
from kz_civil_positions.changes import Change, ChangeKind, Lane
from kz_civil_positions.changes.alignment import Alignment, align
from kz_civil_positions.changes.diff import apply_changes, diff
from kz_civil_positions.changes.reading import read
from kz_civil_positions.codes import Address
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Edition,
    Entry,
    Item,
    LabelState,
    Level,
    Link,
    Node,
    Section,
    Span,
)
from strategies import contents, pairs

MANY: Final = settings(max_examples=40, deadline=None)


def edition(content: Content, key: str = "2019-920") -> Edition:
    return Edition(key, key, content=content)


def told(old: Content, new: Content) -> tuple[Change, ...]:
    return diff(edition(old), edition(new))


def law(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple(change for change in changes if change.lane is Lane.LAW)


def with_new_ids(node: Any, prefix: str) -> Any:  # noqa: ANN401 - the same kind of node out
    """The same texts from another hand: no id is what it was."""
    children = tuple(with_new_ids(child, prefix) for child in node.children)
    if isinstance(node, Entry | Item):
        node = evolve(node, id=f"{prefix}{node.id}")
    return over(node, children)


@st.composite
def any_pairs(draw: st.DrawFn) -> tuple[Content, Content]:
    """Two registers that share their ids, or some of them, or none."""
    old, new = draw(pairs())
    return old, draw(st.sampled_from((new, with_new_ids(new, "other-"))))


# ── nothing, mirrored, applied ───────────────────────────────────────────────────────


@MANY
@given(contents())
def test_a_register_does_not_differ_from_itself(content: Content) -> None:
    """Rule: diff(a, a) is empty, whether a is the same object or was read again."""
    assert told(content, content) == ()
    assert told(content, copied(content)) == ()


def copied(node: Any) -> Any:  # noqa: ANN401 - the same kind of node out
    """The same, read again: equal, and no object shared."""
    return over(evolve(node), tuple(copied(child) for child in node.children))


@MANY
@given(pairs())
def test_what_is_shared_makes_no_difference(pair: tuple[Content, Content]) -> None:
    """Rule: shortcuts over shared objects give the changes that are found without them."""
    old, new = pair
    assert told(old, new) == told(old, copied(new))


_MIRRORED: Final = {
    "added": "removed",
    "removed": "added",
    "raised": "settled",
    "settled": "raised",
    "noted": "dropped",
    "dropped": "noted",
}


def _sides(change: Change) -> tuple[tuple[object, object], ...]:
    return (
        (change.old_place, change.new_place),
        (change.old_position, change.new_position),
        (change.old, change.new),
        (change.old_code, change.code),
        (change.old_lines, change.new_lines),
        (change.old_node, change.new_node),
    )


def _shape(change: Change) -> tuple[object, ...]:
    return (change.kind, change.lane, _sides(change))


def _mirrored(change: Change) -> tuple[object, ...]:
    thing, _, how = str(change.kind).rpartition("-")
    turned = ChangeKind(f"{thing}-{_MIRRORED.get(how, how)}")
    return (turned, change.lane, tuple((new, old) for old, new in _sides(change)))


@MANY
@given(any_pairs())
def test_differences_are_the_same_seen_from_the_other_side(pair: tuple[Content, Content]) -> None:
    """Rule: diff(b, a) mirrors diff(a, b): added is removed, old is new, and nothing else."""
    old, new = pair
    forth, back = told(old, new), told(new, old)
    assert Counter(map(_mirrored, forth)) == Counter(map(_shape, back))


@MANY
@given(any_pairs())
def test_applying_the_changes_gives_the_later_register(pair: tuple[Content, Content]) -> None:
    """Rule: apply_changes(a, diff(a, b)) is b, to the last line and label."""
    old, new = pair
    assert apply_changes(old, told(old, new)) == new


@MANY
@given(pairs())
def test_changes_of_law_alone_leave_no_difference_of_law(pair: tuple[Content, Content]) -> None:
    """Rule: what law changed is told in the lane of law, whole: no other lane is needed."""
    old, new = pair
    changes = told(old, new)
    if any(change.kind is ChangeKind.ID_GIVEN for change in changes):
        return
    after = apply_changes(old, law(changes))
    assert law(told(after, new)) == ()


@MANY
@given(any_pairs())
def test_what_did_not_change_is_the_same_object_after_applying(
    pair: tuple[Content, Content],
) -> None:
    """Rule: applying changes copies nothing that they do not touch."""
    old, new = pair
    after = apply_changes(old, told(old, new))
    found = {node.address: node for node in old.walk()}
    for node in after.walk():
        if found.get(node.address) == node and not isinstance(node, Block | Section | Link):
            own = found[node.address]
            assert own is node or any(child is not other for child, other in _children(own, node))


def _children(old: Node, new: Node) -> Iterator[tuple[Node, Node]]:
    yield from zip(old.children, new.children, strict=True)


# ── two engines, one answer ──────────────────────────────────────────────────────────


def _records(content: Content, found: Alignment, *, later: bool) -> dict[str, dict[str, object]]:
    """Everything in the register under one key, the earlier name of what is in both."""
    partners = {pair.new.address: str(pair.old.address) for pair in found.pairs()}

    def key(node: Node) -> str:
        own = str(node.address)
        return partners.get(node.address, f"new {own}") if later else own

    def walk(node: Node, parent: str) -> Iterator[tuple[str, dict[str, object]]]:
        for child in node.children:
            yield key(child), {"parent": parent, **_fields(child)}
            yield from walk(child, key(child))

    return dict(walk(content, "register"))


def _fields(node: Node) -> dict[str, object]:
    match node:
        case Link():
            return {"number": str(node.code), **_label(node)}
        case Level():
            return {"number": node.code.level_number, **_label(node)}
        case Block() | Section() | Entry() | Item() | Abbreviation():
            names = ("id", "heading", "kind", "text", "short", "long")
            own = {name: getattr(node, name) for name in names if hasattr(node, name)}
            if isinstance(node, Entry):
                del own["text"]
            return {**own, "lines": _lines(node.lines)}
        case _:
            return {}


def _label(node: Link | Level) -> dict[str, object]:
    label = node.label
    return {"state": str(label.state), "label": label.text, "lines": _lines(label.lines)}


def _lines(span: Span | None) -> str | None:
    return None if span is None else f"{span.order} {span}"


_NUMBER: Final = frozenset({"number", "parent"})
_CLAIMS: Final[dict[ChangeKind, frozenset[str]]] = {
    ChangeKind.HEADING_REWORDED: frozenset({"heading"}),
    ChangeKind.ITEM_REWORDED: frozenset({"text"}),
    ChangeKind.ABBREVIATION_REWORDED: frozenset({"short", "long", "text"}),
    ChangeKind.ENTRY_MOVED: frozenset({"parent"}),
    ChangeKind.ITEM_MOVED: frozenset({"parent"}),
    ChangeKind.ID_GIVEN: frozenset({"id"}),
    ChangeKind.KIND_READ: frozenset({"kind"}),
    ChangeKind.LINES_CHANGED: frozenset({"lines"}),
    ChangeKind.LABEL_READ: frozenset({"state", "label"}),
}


def _claims(change: Change, found: Alignment) -> frozenset[tuple[str, str]]:
    """What the change says is different: key and field, or the key alone of what came or went."""
    old, new = change.old_node, change.new_node
    how = change.kind.rpartition("-")[2]
    if how == "added":
        assert new is not None
        came = {pair.new.address for pair in found.pairs()}
        return frozenset((f"new {address}", "") for address in _own(new, came))
    assert old is not None
    if how == "removed":
        went = {pair.old.address for pair in found.pairs()}
        return frozenset((str(address), "") for address in _own(old, went))
    fields = _CLAIMS.get(change.kind, frozenset())
    if how == "relabelled":
        assert isinstance(old, Link | Level)
        assert isinstance(new, Link | Level)
        printed = old.label.state is new.label.state is LabelState.PRINTED
        fields = _NUMBER | ({"label"} if printed else frozenset())
    return frozenset((str(old.address), field) for field in fields)


def _own(node: Node, apart: Container[Address]) -> Iterator[Address]:
    """The thing and what came or went with it: what moved tells of itself."""
    yield node.address
    for child in node.children:
        if child.address not in apart:
            yield from _own(child, apart)


def _by_deepdiff(
    before: dict[str, dict[str, object]], after: dict[str, dict[str, object]]
) -> set[tuple[str, str]]:
    tree = DeepDiff(before, after, view="tree", threshold_to_diff_deeper=0)
    found = set()
    for level in (one for group in tree.values() for one in group):
        path = level.path(output_format="list")
        found.add((path[0], path[1] if len(path) > 1 else ""))
    return found


@MANY
@given(any_pairs())
def test_changes_are_what_an_engine_of_another_hand_finds(pair: tuple[Content, Content]) -> None:
    """Rule: the changes account for every difference that deepdiff finds, order apart.

    None more, none less, none twice.
    """
    old, new = pair
    found = align(old, new)
    differ = _by_deepdiff(_records(old, found, later=False), _records(new, found, later=True))
    changes = [one for one in read(found) if not one.kind.endswith("-reordered")]
    claims = [_claims(change, found) & differ for change in changes]
    assert all(claims), "a change that deepdiff does not know"
    assert Counter(one for claim in claims for one in claim) == Counter(differ)


@MANY
@given(any_pairs())
def test_order_is_told_by_as_few_changes_as_can_be(pair: tuple[Content, Content]) -> None:
    """Rule: with what was reordered put aside the rest stands as it stood, and no fewer do."""
    old, new = pair
    found = align(old, new)
    partner = {pair.new.address: pair.old.address for pair in found.pairs()}
    shifted = Counter(
        change.new_node.address
        for change in read(found)
        if change.kind.endswith("-reordered") and change.new_node
    )
    assert all(count == 1 for count in shifted.values())
    parents = {child.address: node for node in [old, *old.walk()] for child in node.children}
    for node in [new, *new.walk()]:
        there = partner.get(node.address, node.address if node is new else None)
        runs: dict[type, list[tuple[int, bool]]] = {}
        for child in node.children:
            home = parents.get(partner[child.address]) if child.address in partner else None
            if home is not None and (home.address == there or (home is old and node is new)):
                places = [one.address for one in home.children]
                place = places.index(partner[child.address])
                runs.setdefault(type(child), []).append((place, child.address in shifted))
        for run in runs.values():
            kept = [place for place, aside in run if not aside]
            assert kept == sorted(kept)
            assert len(run) - len(kept) == len(run) - _longest([place for place, _ in run])


def _longest(numbers: list[int]) -> int:
    """The length of the longest rising row, by trying all ends."""
    best: list[int] = []
    for at, number in enumerate(numbers):
        best.append(1 + max((best[n] for n in range(at) if numbers[n] < number), default=0))
    return max(best, default=0)
