"""The diff of two editions: lanes, order of telling, places, instructions, refusals."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve

import kz_civil_positions as kz
from kz_civil_positions.amending.engine import OperationError, apply
from kz_civil_positions.amending.tree import over
from kz_civil_positions.changes import Basis, Change, ChangeKind, Lane
from kz_civil_positions.changes.diff import apply_changes, diff, with_instructions
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.errors import NotHeldError
from kz_civil_positions.model import (
    Block,
    Certitude,
    Content,
    Doubt,
    Edition,
    Entry,
    Item,
    ItemKind,
    Label,
    LabelState,
    Level,
    Link,
    Node,
    PrintedFault,
    Section,
    Span,
    Tongues,
)
from kz_civil_positions.operations import (
    Insert,
    Move,
    Operation,
    Place,
    Relabel,
    Remove,
    Restate,
    Where,
)
from test_changes_laws import copied, with_new_ids

SPECIMEN: Final = Path(__file__).parents[1] / "examples" / "specimen"
SAID: Final = Tongues("күмән", "сомнение", "doubt")


@pytest.fixture(scope="module")
def specimen() -> kz.Register:
    """The fictional register with all its orders."""
    return kz.load(SPECIMEN)


@pytest.fixture(scope="module")
def base() -> Edition:
    """The edition of 2019."""
    return kz.load().edition("2019-920")


def changed(content: Content, address: str, change: Callable[[Node], Node]) -> Content:
    """The register with one thing in it made otherwise."""
    wanted = Address.parse(address)

    def walk(node: Node) -> Node:
        node = change(node) if node.address == wanted else node
        return over(node, tuple(walk(child) for child in node.children))

    done = walk(content)
    assert isinstance(done, Content)
    return done


def after(base: Edition, *operations: Operation) -> Edition:
    return evolve(base, content=apply(base.text, operations))


def kinds(changes: tuple[Change, ...]) -> list[str]:
    return [f"{change.lane} {change.kind}" for change in changes]


# ── our own data ─────────────────────────────────────────────────────────────────────


def _entry(**fields: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - fields of any node
    return lambda node: evolve(node, **fields)


HEAD: Final = "entry:respublikalyq-mm-basshysy"
FIRST: Final = f"item:{HEAD[6:]}.qazseldenqorgau"
LINES: Final = Span("2019-920", 1, 1)
PRINTED: Final = Label(LabelState.PRINTED, "А2")


@pytest.mark.parametrize(
    ("address", "fields", "kind"),
    [
        (HEAD, {"lines": LINES}, ChangeKind.LINES_CHANGED),
        (FIRST, {"lines": None}, ChangeKind.LINES_CHANGED),
        (HEAD, {"id": "other"}, ChangeKind.ID_GIVEN),
        (FIRST, {"id": "other.one"}, ChangeKind.ID_GIVEN),
        (FIRST, {"kind": ItemKind.UNIT}, ChangeKind.KIND_READ),
        ("link:A2", {"label": PRINTED}, ChangeKind.LABEL_READ),
        ("abbreviation:ММ", {"lines": LINES}, ChangeKind.LINES_CHANGED),
        ("abbreviation:ММ", {"long": "мемлекеттік"}, ChangeKind.ABBREVIATION_REWORDED),
        ("block:A", {"lines": LINES}, ChangeKind.LINES_CHANGED),
        ("sector:B/health", {"lines": LINES}, ChangeKind.LINES_CHANGED),
    ],
)
def test_what_is_ours_is_told_in_a_lane_of_its_own(
    base: Edition, address: str, fields: dict[str, object], kind: ChangeKind
) -> None:
    """Rule: another id, line, kind or reading of a label is a change of our data, never of law."""
    new = evolve(base, content=changed(base.text, address, _entry(**fields)))
    told = diff(base, new)
    assert [(change.kind, change.lane) for change in told] == [(kind, Lane.DATA)]
    assert apply_changes(base.text, told) == new.text


def test_a_label_read_at_last_is_no_relabelling(base: Edition) -> None:
    """Rule: a label that was inferred and is printed now says how we know it, not what it is."""
    new = evolve(base, content=changed(base.text, "link:A2", _entry(label=PRINTED)))
    (change,) = diff(base, new)
    assert (change.old, change.new) == ("inferred", "printed")


def test_doubts_and_faults_are_told_after_the_text(base: Edition) -> None:
    """Rule: a doubt raised or settled and a fault noted or dropped are changes of our data."""
    doubt = Doubt("new-doubt", "lost-label", Certitude.WEAK, (), SAID, (), SAID)
    fault = PrintedFault(Address.parse(HEAD), "ММ", "wording", SAID)
    new = evolve(
        after(base, Remove(target=Address.parse("entry:professor"))),
        doubts=(*base.doubts[1:], doubt),
        faults=(*base.faults[1:], fault),
    )
    assert kinds(diff(base, new)) == [
        "law entry-removed",
        "data doubt-settled",
        "data doubt-raised",
        "data fault-dropped",
        "data fault-noted",
    ]
    told = {str(change.kind): change.old or change.new for change in diff(base, new)[1:]}
    assert told["doubt-settled"] == base.doubts[0].id
    assert told["fault-noted"] == "ММ"


def test_a_doubt_follows_its_thing_to_a_new_name(base: Edition) -> None:
    """Rule: that an entry has another id makes no other doubt and no other fault of it."""
    new = evolve(base, content=with_new_ids(base.text, "other-"))

    def later(about: Address) -> Address:
        ours = about.kind in (Kind.ENTRY, Kind.ITEM)
        return evolve(about, name=f"other-{about.name}") if ours else about

    new = evolve(
        new,
        doubts=tuple(evolve(one, about=tuple(map(later, one.about))) for one in base.doubts),
        faults=tuple(evolve(one, about=later(one.about)) for one in base.faults),
    )
    assert {change.kind for change in diff(base, new)} == {ChangeKind.ID_GIVEN}


# ── order, places, positions ─────────────────────────────────────────────────────────


def test_changes_are_told_as_a_reader_meets_them(base: Edition) -> None:
    """Rule: in the order of the later edition, and what was removed where it stood."""
    new = after(
        base,
        Remove(target=Address.parse("entry:zhetekshi-gylymi-qyzmetker")),
        Insert(
            place=Place(Where.AFTER, Address.parse("entry:dotsent")),
            content=Entry("last", "Ғалым."),
        ),
        Insert(
            place=Place(Where.BEFORE, Address.parse("entry:bas-sarapshy")),
            content=Entry("first", "Академик;"),
        ),
        Remove(target=Address.parse("entry:respublikalyq-mm-basshysy")),
        Remove(target=Address.parse("abbreviation:ММ")),
    )
    assert [change.entry or change.old for change in diff(base, new)] == [
        "respublikalyq-mm-basshysy",
        "first",
        "zhetekshi-gylymi-qyzmetker",
        "last",
        "ММ – мемлекеттік мекеме;",
    ]


def test_a_change_says_where(base: Edition) -> None:
    """Rule: each change names what the thing stood in and stands in, its codes and its place."""
    moved = Address.parse("entry:respublikalyq-mm-filialynyn-basshysy")
    new = after(base, Move(target=moved, place=Place(Where.LAST, Address.parse("level:A2-3"))))
    (change,) = diff(base, new)
    assert (str(change.old_place), str(change.new_place)) == ("level:A2-1", "level:A2-3")
    assert (str(change.old_code), str(change.code)) == ("A2-1", "A2-3")
    assert (change.old_position, change.new_position) == (0, 1)
    assert change.entry == moved.name
    assert str(change.old_lines) == "L53–55"


def test_a_level_given_up_tells_of_its_rows_once(base: Edition) -> None:
    """Rule: what goes with a whole is told with the whole; what moved out of it, of itself."""
    kept = Address.parse("entry:kenesshi")
    new = after(
        base,
        Move(target=kept, place=Place(Where.LAST, Address.parse("level:B1-5"))),
        Remove(target=Address.parse("level:B1-4")),
    )
    gone, came = diff(base, new)
    assert (gone.kind, came.kind) == (ChangeKind.LEVEL_REMOVED, ChangeKind.ENTRY_MOVED)
    assert gone.old == base["B1-4"].text


def test_a_link_renumbered_leaves_its_levels_their_numbers(base: Edition) -> None:
    """Rule: a level's number is its own: that its link has another code renumbers no level."""
    new = after(base, Relabel(target=Address.parse("link:A3"), code=Code.parse("A4"), label="А4"))
    (change,) = (one for one in diff(base, new) if one.lane is Lane.LAW)
    assert (change.kind, change.old, change.new) == (ChangeKind.LINK_RELABELLED, "A3", "А4")


def test_a_level_that_went_to_another_link_is_renumbered(base: Edition) -> None:
    """Rule: a code is a place: a level under another link is the same level with another code."""
    level = base["A2-3"]
    other = evolve(level, code=Code.parse("A3-3"))
    without = apply(base.text, [Remove(target=level.address)])
    new = evolve(base, content=_with_level(without, "A3", other))
    (change,) = diff(base, new)
    assert (change.kind, str(change.old_code), str(change.code)) == (
        ChangeKind.LEVEL_RELABELLED,
        "A2-3",
        "A3-3",
    )
    assert apply_changes(base.text, (change,)) == new.text


def _with_level(content: Content, link: str, level: Level) -> Content:
    def longer(node: Node) -> Node:
        assert isinstance(node, Link)
        return evolve(node, levels=(*node.levels, level))

    return changed(content, f"link:{link}", longer)


def test_a_level_that_stayed_while_its_link_was_renumbered(base: Edition) -> None:
    """Rule: what says the same in both is compared too, once its link has gone elsewhere."""
    old = base["A3-2-1"]
    renamed: list[Operation] = [
        Remove(target=old.address),
        Relabel(target=Address.parse("link:A3"), code=Code.parse("A4"), label="А4"),
    ]
    rows = tuple(Entry(f"new-{n}", f"Жаңа {n}-қызметтің меңгерушісі;") for n in range(4))
    level = Level(Code.parse("A3-1"), Label(LabelState.PRINTED, "1"), rows)
    link = Link(Code.parse("A3"), Label(LabelState.INFERRED), (level, old))
    content = apply(
        base.text,
        [*renamed, Insert(place=Place(Where.BEFORE, Address.parse("link:A4")), content=link)],
    )
    new = evolve(base, content=content)
    told = diff(base, new)
    assert apply_changes(base.text, told) == new.text
    assert told == diff(base, evolve(base, content=copied(content)))
    kinds_of_law = {change.kind for change in told if change.lane is Lane.LAW}
    assert kinds_of_law == {
        ChangeKind.LINK_RELABELLED,
        ChangeKind.LINK_ADDED,
        ChangeKind.LEVEL_RELABELLED,
    }


# ── what is not held, what does not fit ──────────────────────────────────────────────


def test_a_text_that_is_not_held_is_not_compared(base: Edition) -> None:
    """Rule: a diff needs both texts; one that is not held is said to be so, never guessed."""
    register = kz.load()
    for pair in ((register.edition("1035"), base), (base, register.edition("1035"))):
        with pytest.raises(NotHeldError) as caught:
            diff(*pair)
        assert caught.value.key == "text-not-held"


def test_changes_that_do_not_fit_are_refused(base: Edition) -> None:
    """Rule: changes are applied to the text they were found against, or not at all."""
    address = Address.parse("entry:professor")
    told = diff(base, after(base, Remove(target=address)))
    later = apply(base.text, [Remove(target=address)])
    with pytest.raises(OperationError) as caught:
        apply_changes(later, told)
    assert (caught.value.key, caught.value.target) == ("no-such-target", address)


def test_law_cannot_be_applied_without_the_ids_it_speaks_of(base: Edition) -> None:
    """Rule: a change that names a thing by an id that was not given yet is refused."""
    new = changed(base.text, HEAD, _entry(id="other"))
    item = Item("other.new", ItemKind.INSTITUTION, "Жаңа мекеменің;")
    place = Place(Where.LAST, Address.parse("entry:other"))
    new = apply(new, [Insert(place=place, content=item)])
    told = diff(base, evolve(base, content=new))
    assert apply_changes(base.text, told) == new
    with pytest.raises(OperationError, match="entry:other"):
        apply_changes(base.text, [one for one in told if one.lane is Lane.LAW])


# ── which instruction made it ────────────────────────────────────────────────────────


def of_order(specimen: kz.Register, old: str, new: str) -> list[tuple[str, str, str | None, str]]:
    """Kind, basis, order and point of each change of law between two editions."""
    editions = {edition.key: edition for edition in specimen.editions}
    told = specimen.diff(editions[old], editions[new])
    return [
        (str(one.kind), str(one.basis), one.order, one.instruction.point if one.instruction else "")
        for one in told
        if one.lane is Lane.LAW
    ]


def test_each_change_names_the_instruction_that_made_it(specimen: kz.Register) -> None:
    """Rule: where editions follow one another, order and point of each change are known."""
    assert of_order(specimen, "2020-101", "2020-205") == [
        *[("item-reworded", "instruction", "2020-205", "1.1")] * 3,
        ("item-removed", "instruction", "2020-205", "1.5"),
        ("item-added", "instruction", "2020-205", "1.3"),
        ("entry-added", "instruction", "2020-205", "1.2"),
        ("abbreviation-added", "instruction", "2020-205", "1.4"),
    ]


def test_renumbering_putting_in_and_moving_are_told_apart(specimen: kz.Register) -> None:
    """Rule: each change names its own instruction; rows of a restated level are compared."""
    assert of_order(specimen, "2020-402", "2020-310") == [
        ("level-relabelled", "instruction", "2020-310", "1.1"),
        ("level-added", "instruction", "2020-310", "1.2"),
        ("entry-moved", "instruction", "2020-310", "1.3"),
        ("entry-removed", "comparison", "2020-310", "1.4"),
        ("entry-added", "comparison", "2020-310", "1.4"),
    ]


def test_a_restatement_tells_what_it_says_and_not_what_changed(specimen: kz.Register) -> None:
    """Rule: the thing restated changed by instruction; what changed below it, by comparison."""
    assert of_order(specimen, "2020-205", "2020-333")[:3] == [
        ("heading-reworded", "instruction", "2020-333", "1.1"),
        ("item-removed", "comparison", "2020-333", "1.1"),
        ("item-added", "comparison", "2020-333", "1.1"),
    ]


def test_over_many_orders_the_last_that_touched_a_thing_is_named(specimen: kz.Register) -> None:
    """Rule: a thing reworded twice names the later order; one that only one touched, that one."""
    first, last = specimen.editions[0], specimen.editions[-1]
    told = {
        (str(one.kind), one.entry, one.new): one.order
        for one in specimen.diff(first, last)
        if one.lane is Lane.LAW
    }
    shelter = "Қиял аймағы орман шипажайының."
    assert told["item-reworded", "aimaqtyq-mm-basshysy", shelter] == "2021-122"
    assert told["entry-added", "aga-kitapkhanashy", "Бас кітапханашы."] == "2020-310"
    assert all(told.values())


def test_a_register_restated_whole_names_its_order_but_compares() -> None:
    """Rule: of a register restated whole, the order is known and each change by comparison."""
    register = kz.load(SPECIMEN)
    base, restating = register.orders[0], register.order("2020-205")
    content = register.edition("2020-205").text
    (first,) = base.operations
    assert isinstance(first, Restate)
    whole = evolve(first, content=content)
    told_by = evolve(restating, operations=(whole,), unexpressed=())
    story = kz.Register((base, told_by))
    changes = [one for one in story.diff("2020-101", "2020-205") if one.lane is Lane.LAW]
    assert len(changes) == 7
    assert {(one.order, one.basis) for one in changes} == {("2020-205", Basis.COMPARISON)}
    assert all(one.instruction == whole.instruction for one in changes)


def test_where_editions_do_not_follow_only_the_texts_are_known(specimen: kz.Register) -> None:
    """Rule: backwards, or for an edition of no replay, a change is known by comparison alone."""
    later, earlier = specimen.edition("2020-205"), specimen.edition("2020-101")
    alien = evolve(later, key="elsewhere")
    for pair in ((later, earlier), (earlier, alien)):
        told = with_instructions(diff(*pair), specimen, *pair)
        assert told
        assert {(one.basis, one.order) for one in told} == {(Basis.COMPARISON, None)}


def test_our_data_is_made_by_no_order(specimen: kz.Register) -> None:
    """Rule: an order changes law; that lines or ids differ is never laid at its door."""
    told = specimen.diff(specimen.editions[0], specimen.editions[-1])
    data = [one for one in told if one.lane is Lane.DATA]
    assert data
    assert all(one.order is None and one.basis is Basis.COMPARISON for one in data)


# ── made-up registers, for what no real one shows ────────────────────────────────────


def made(**levels: str) -> Edition:
    """A register of levels (``A2_1="a b"``) whose rows are named by letters."""
    links: dict[Code, list[Level]] = {}
    for name, rows in levels.items():
        code = Code.parse(name.replace("_", "-"))
        entries = tuple(Entry(row, f"{row}-қызметтің бастығы.") for row in rows.split())
        label = Label(LabelState.PRINTED, code.level_number)
        links.setdefault(code.link_code, []).append(Level(code, label, entries))
    made_links = tuple(
        Link(code, Label(LabelState.PRINTED, code.plain), tuple(held))
        for code, held in links.items()
    )
    section = Section("A", None, None, made_links)
    content = Content((Block(Code.parse("A"), "А блогы", (section,)),))
    return Edition("2019-920", "2019-920", content=content)


def test_a_level_left_behind_when_two_links_were_renumbered() -> None:
    """Rule: a level that says the same under a code that another link took is compared too."""
    old = made(A2_1="a b c d e", A2_2="left", A3_1="f g h i j", A3_2="same")
    new = made(A3_1="a b c d e", A3_2="same", A4_1="f g h i j", A4_2="came")
    told = diff(old, new)
    assert apply_changes(old.text, told) == new.text
    assert sorted(f"{change.kind} {change.entry or change.code}" for change in told) == [
        "entry-added came",
        "entry-moved same",
        "entry-removed left",
        "link-relabelled A3",
        "link-relabelled A4",
    ]


def test_the_fewest_things_are_told_to_have_moved() -> None:
    """Rule: one long row that passed two short ones moved, not the two."""
    old = made(A2_1=f"{'long' * 30} short brief")
    new = made(A2_1=f"short brief {'long' * 30}")
    assert [change.entry for change in diff(old, new)] == ["long" * 30]


def test_numbers_that_went_round_are_rows_that_moved() -> None:
    """Rule: where all numbers are what they were, no level was renumbered: rows moved."""
    old = made(A2_1="a b", A2_2="c d", A2_3="e f")
    new = made(A2_1="c d", A2_2="e f", A2_3="a b")
    assert {change.kind for change in diff(old, new)} == {ChangeKind.ENTRY_MOVED}


def test_two_printed_labels_that_differ_are_told_once(base: Edition) -> None:
    """Rule: a printed label that gives way to another is relabelled, and not read otherwise too."""
    old = next(node for node in base.text.walk() if str(node.address) == "link:A1")
    assert isinstance(old, Link)
    for text, lane in (("A1", Lane.TYPOGRAPHIC), ("Б1", Lane.LAW)):
        label = evolve(old.label, text=text)
        new = evolve(base, content=changed(base.text, "link:A1", _entry(label=label)))
        (change,) = diff(base, new)
        assert (change.kind, change.lane) == (ChangeKind.LINK_RELABELLED, lane)
        assert apply_changes(base.text, (change,)) == new.text


def test_how_a_label_is_known_is_not_for_the_lane_of_law(base: Edition) -> None:
    """Rule: law alone renumbers a link; that its label is printed now is our reading."""
    new = after(base, Relabel(target=Address.parse("link:A3"), code=Code.parse("A5"), label="А5"))
    told = diff(base, new)
    assert {change.kind for change in told} >= {ChangeKind.LINK_RELABELLED, ChangeKind.LABEL_READ}
    by_law = apply_changes(base.text, [one for one in told if one.lane is Lane.LAW])
    link = next(node for node in by_law.walk() if str(node.address) == "link:A5")
    assert isinstance(link, Link)
    assert link.label == Label(LabelState.INFERRED)
