"""A second copy of a text: what differs, and which doubts it settles."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given, settings

from kz_civil_positions.amending.tree import over
from kz_civil_positions.changes.model import WordMark
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.history.register import Register
from kz_civil_positions.importing.settling import Open, Outcome, Settled, Silence
from kz_civil_positions.importing.witness import (
    Difference,
    DifferenceKind,
    Witness,
    compare_witness,
)
from kz_civil_positions.importing.witness_views import witness_document, witness_lines
from kz_civil_positions.messages import LANGUAGES, Language
from kz_civil_positions.model import (
    Abbreviation,
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
    Section,
    Span,
    Tongues,
)
from kz_civil_positions.orders import SourceFile
from kz_civil_positions.sources.draft import derive
from kz_civil_positions.sources.readers.recognise import read_document
from kz_civil_positions.sources.repairs import Repairs
from kz_civil_positions.sources.suggest import suggest_readings
from official_forms import as_html
from strategies import contents, pairs
from test_alignment import CASES, Case
from test_changes_laws import with_new_ids

MANY: Final = settings(max_examples=40, deadline=None)
COPY: Final = "another-copy"
LOST: Final = {"A2": "А2", "A3": "А3"}
BOUNDARY: Final = "a2-level-boundaries-unknown"


def changed(node: Any, change: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - the same kind of node out
    """The register, every node of it changed, the innermost first."""
    return change(over(node, tuple(changed(child, change) for child in node.children)))


def at(address: str, change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A change of one thing alone."""
    return lambda node: change(node) if str(node.address) == address else node


def printed(text: str, line: int) -> Label:
    return Label(LabelState.PRINTED, text, Span(COPY, line, line))


def sound(content: Content) -> Content:
    """The register as a copy gives it in which each label stands at the start of its row."""

    def labelled(node: Node) -> Node:
        if not isinstance(node, Link | Level) or node.label.state is LabelState.NONE:
            return node
        levels = node.levels if isinstance(node, Link) else (node,)
        first = levels[0].entries[0].lines
        assert first is not None
        return evolve(node, label=printed(node.label.text or LOST[str(node.code)], first.first))

    done: Content = changed(content, labelled)
    return done


def divided(content: Content, start: int = 3) -> Content:
    """A copy that prints a label 2 within what is held as level 1 of link A2."""

    def split(link: Link) -> Link:
        one, *others = link.levels
        line = one.entries[start].lines
        assert line is not None
        code = evolve(one.code, level=(2,))
        two = Level(code, printed("2", line.first), one.entries[start:])
        return evolve(link, levels=(evolve(one, entries=one.entries[:start]), two, *others))

    done: Content = changed(content, at("link:A2", split))
    return done


def heard(edition: Edition, brought: Content, *, bordered: bool = False) -> dict[str, str]:
    """What is said of each doubt."""
    witness = compare_witness(edition.text, edition.doubts, brought, bordered=bordered)
    told: list[Settled | Open] = [*witness.settled, *witness.open]
    assert {one.doubt.id for one in told} == {one.id for one in edition.doubts}
    assert len(told) == len(edition.doubts)
    return {
        one.doubt.id: str(one.outcome if isinstance(one, Settled) else one.silence) for one in told
    }


# ── doubts ───────────────────────────────────────────────────────────────────────────


def test_the_same_copy_differs_in_nothing_and_settles_nothing(edition: Edition) -> None:
    """A copy with the same losses is no second witness: each doubt says why it is left open."""
    witness = compare_witness(edition.text, edition.doubts, edition.text, bordered=True)
    assert witness.differences == ()
    assert witness.agrees
    assert (witness.entries, witness.found) == (65, 65)
    assert witness.settled == ()
    assert {one.doubt.id: one.silence for one in witness.open} == {
        "link-a2-label-lost": Silence.LOST_TOO,
        BOUNDARY: Silence.LOST_TOO,
        "link-a3-label-lost": Silence.LOST_TOO,
        "label-b4-4-displaced": Silence.DISPLACED_TOO,
        "label-b3-other-displaced": Silence.DISPLACED_TOO,
        "label-b3-2-other-displaced": Silence.DISPLACED_TOO,
        "formatting-traces": Silence.LOST_TOO,
    }


def test_printed_labels_settle_what_was_lost_or_displaced(edition: Edition) -> None:
    """A label that the copy prints where ours was inferred confirms it, in its own words."""
    witness = compare_witness(edition.text, edition.doubts, sound(edition.text))
    told = {
        one.doubt.id: (one.outcome, one.seen[0].words, str(one.seen[0].lines))
        for one in witness.settled
    }
    assert told == {
        "link-a2-label-lost": (Outcome.CONFIRMED, "А2", "L53"),
        "link-a3-label-lost": (Outcome.CONFIRMED, "А3", "L141"),
        "label-b4-4-displaced": (Outcome.CONFIRMED, "4", "L312"),
        "label-b3-other-displaced": (Outcome.CONFIRMED, "В3", "L375"),
        "label-b3-2-other-displaced": (Outcome.CONFIRMED, "2", "L385"),
    }
    assert [(str(one.address), one.kind, one.held, one.brought) for one in witness.differences] == [
        ("link:A2", DifferenceKind.LABEL, "A2", "А2"),
        ("link:A3", DifferenceKind.LABEL, "A3", "А3"),
    ]
    assert witness.differences[0].held_state is LabelState.INFERRED
    assert witness.differences[0].brought_state is LabelState.PRINTED


def test_a_label_that_is_not_there_proves_nothing_without_borders(edition: Edition) -> None:
    """That no level 2 is printed counts only where the copy shows its cells."""
    brought = sound(edition.text)
    assert heard(edition, brought)[BOUNDARY] == Silence.NO_BORDERS
    assert heard(edition, brought)["formatting-traces"] == Silence.NO_BORDERS
    assert heard(edition, brought, bordered=True)[BOUNDARY] == Outcome.CONFIRMED
    assert heard(edition, brought, bordered=True)["formatting-traces"] == Outcome.CONFIRMED


@pytest.mark.parametrize("bordered", [True, False])
def test_a_level_printed_within_ours_refutes_the_boundary(
    edition: Edition,
    bordered: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """A label printed in the midst of a level is seen, and the entries it moves are told."""
    witness = compare_witness(
        edition.text, edition.doubts, divided(sound(edition.text)), bordered=bordered
    )
    boundary = next(one for one in witness.settled if one.doubt.id == BOUNDARY)
    assert boundary.outcome is Outcome.REFUTED
    assert [(seen.words, str(seen.lines)) for seen in boundary.seen] == [("2", "L70")]
    moved = [one for one in witness.differences if one.kind is DifferenceKind.PLACE]
    assert len(moved) == 9
    assert {(str(one.held_place), str(one.brought_place)) for one in moved} == {("A2-1", "A2-2")}
    assert {one.doubt.id for one in witness.settled} >= {"link-a2-label-lost"}
    come = [one for one in witness.differences if one.kind is DifferenceKind.ONLY_BROUGHT]
    assert [(one.what, one.brought, str(one.address)) for one in come] == [
        (Kind.LEVEL, "2", "link:A2")
    ]


def test_a_label_2_that_is_only_read_by_a_person_there_settles_nothing(edition: Edition) -> None:
    """What the copy does not print either cannot refute: it may be the same guess."""
    brought = changed(
        divided(sound(edition.text)),
        at("level:A2-2", lambda level: evolve(level, label=Label(LabelState.INFERRED))),
    )
    assert heard(edition, brought)[BOUNDARY] == Silence.LOST_TOO


def test_another_label_before_the_same_entries_refutes(edition: Edition) -> None:
    """Where the copy prints another label for the same entries, our inference was wrong."""

    def renumbered(link: Link) -> Link:
        levels = tuple(evolve(one, code=evolve(one.code, link=4)) for one in link.levels)
        return evolve(link, code=Code("A", "", 4), label=printed("А4", 141), levels=levels)

    brought = changed(sound(edition.text), at("link:A3", renumbered))
    assert heard(edition, brought)["link-a3-label-lost"] == Outcome.REFUTED
    assert heard(edition, brought)["link-a2-label-lost"] == Outcome.CONFIRMED


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (printed("А4", 175), Outcome.REFUTED),
        (printed("А4", 190), Silence.DISPLACED_TOO),
        (Label(LabelState.INFERRED), Silence.LOST_TOO),
    ],
)
def test_another_link_printed_within_ours_refutes(
    edition: Edition, label: Label, said: str
) -> None:
    """What we read as one link is two, if a label at the start of a row says so."""

    def split(section: Section) -> Section:
        *others, last = section.links
        code = Code("A", "", 4)
        levels = tuple(evolve(one, code=evolve(one.code, link=4)) for one in last.levels[1:])
        first = evolve(last, levels=last.levels[:1])
        return evolve(section, links=(*others, first, Link(code, label, levels)))

    brought = changed(sound(edition.text), at("sector:A", split))
    assert heard(edition, brought)["link-a3-label-lost"] == said


def test_a_label_printed_above_other_entries_refutes(edition: Edition) -> None:
    """A link that begins earlier in the copy than we read it is not the link we inferred."""

    def earlier(section: Section) -> Section:
        one, two, *others = section.links
        taken = one.levels[1].entries
        first = evolve(one, levels=one.levels[:1])
        begun = evolve(two.levels[0], entries=(*taken, *two.levels[0].entries))
        second = evolve(two, label=printed("А2", 40), levels=(begun, *two.levels[1:]))
        return evolve(section, links=(first, second, *others))

    brought = changed(sound(edition.text), at("sector:A", earlier))
    assert heard(edition, brought)["link-a2-label-lost"] == Outcome.REFUTED


def _merged(edition: Edition) -> Content:
    """A copy in which the entries of B3-2 stand under the label 1 before them."""

    def joined(link: Link) -> Link:
        one, two, *others = link.levels
        return evolve(link, levels=(evolve(one, entries=one.entries + two.entries), *others))

    done: Content = changed(sound(edition.text), at("link:other/B3", joined))
    return done


def test_entries_under_the_label_before_them_refute_only_with_borders(edition: Edition) -> None:
    """A label that is missing there may be lost there; with borders it is not."""
    displaced = "label-b3-2-other-displaced"
    assert heard(edition, _merged(edition))[displaced] == Silence.NO_BORDERS
    assert heard(edition, _merged(edition), bordered=True)[displaced] == Outcome.REFUTED


def test_entries_that_are_not_there_leave_a_doubt_open(edition: Edition) -> None:
    """A doubt about a place is not settled by a part of what stands in it."""
    first = edition["A2-1"].entries[1]
    brought = changed(
        sound(edition.text),
        at("level:A2-1", lambda one: evolve(one, entries=(one.entries[0], *one.entries[2:]))),
    )
    told = heard(edition, brought)
    assert told["link-a2-label-lost"] == Silence.NOT_FOUND
    assert told[BOUNDARY] == Silence.NOT_FOUND
    witness = compare_witness(edition.text, edition.doubts, brought)
    assert (witness.entries, witness.found) == (65, 64)
    lost = next(one for one in witness.differences if one.kind is DifferenceKind.ONLY_HELD)
    assert lost.address == first.address


@pytest.mark.parametrize(
    ("kind", "about", "said"),
    [
        ("lost-link-label", "link:A2", Outcome.CONFIRMED),
        ("guessed-row", "level:A1-2", Outcome.CONFIRMED),
        ("level-leap", "level:A2-1", Outcome.REFUTED),
        ("level-leap", "level:A1-1", Silence.NO_BORDERS),
        ("list-not-closed", "level:A2-1", Silence.UNTOUCHED),
    ],
)
def test_doubts_that_an_import_raises_are_heard_too(
    edition: Edition, kind: str, about: str, said: str
) -> None:
    """What the importer suggests by rules is settled by the same printed labels."""
    words = Tongues("?", "?", "?")
    doubt = Doubt(kind, kind, Certitude.WEAK, (Address.parse(about),), words, (), words)
    only = evolve(edition, doubts=(doubt,))
    assert heard(only, divided(sound(edition.text))) == {kind: said}


def test_labels_do_not_settle_doubts_about_words(edition: Edition) -> None:
    """A doubt of a sort that labels say nothing of is left to a person."""
    words = Tongues("?", "?", "?")
    about = (edition.entries[0].address,)
    doubt = Doubt("odd", "unclear-words", Certitude.WEAK, about, words, (), words)
    witness = compare_witness(edition.text, (doubt,), sound(edition.text), bordered=True)
    assert [one.silence for one in witness.open] == [Silence.UNTOUCHED]


# ── differences ──────────────────────────────────────────────────────────────────────


def one_difference(edition: Edition, address: str, change: Callable[[Any], Any]) -> Difference:
    witness = compare_witness(edition.text, (), changed(edition.text, at(address, change)))
    assert len(witness.differences) == 1
    return witness.differences[0]


ENTRY: Final = "entry:respublikalyq-mm-basshysy"
ITEM: Final = "item:respublikalyq-mm-basshysy.qazseldenqorgau"


def without_first(node: Any) -> Any:  # noqa: ANN401 - the same kind of node out
    return over(node, node.children[1:])


def with_one_more(node: Any) -> Any:  # noqa: ANN401 - the same kind of node out
    return over(node, (*node.children, Entry("fresh", "Ойдан шығарылған лауазым.")))


def turned(node: Any) -> Any:  # noqa: ANN401 - the same kind of node out
    first, second, *rest = node.children
    return over(node, (second, first, *rest))


WAYS: Final[Mapping[str, tuple[str, Callable[[Any], Any], str, str]]] = {
    "words": (
        ENTRY,
        lambda one: evolve(one, heading="Республикалық маңыздағы ММ басшысы:"),
        "words",
        ENTRY,
    ),
    "print of an item": (
        ITEM,
        lambda one: evolve(one, text=one.text.replace("Республикасы ", "Республикасы  ")),
        "typography",
        ITEM,
    ),
    "print of a heading": (
        "block:A",
        lambda one: evolve(one, heading=one.heading.replace("А", "A", 1)),
        "typography",
        "block:A",
    ),
    "an entry gone": ("level:A1-1", without_first, "only-held", ENTRY),
    "an entry come": ("level:A1-1", with_one_more, "only-brought", "level:A1-1"),
    "an item gone": (
        ENTRY,
        without_first,
        "only-held",
        "item:respublikalyq-mm-basshysy.emkhanasy-bar-ortalyq-gospitali",
    ),
    "an item come": (
        ENTRY,
        lambda one: over(one, (*one.items, Item("x", ItemKind.UNIT, "ойдан шығарылған."))),
        "only-brought",
        ENTRY,
    ),
    "an item's kind": (ITEM, lambda one: evolve(one, kind=ItemKind.UNIT), "reading", ITEM),
    "another order": ("level:A1-1", turned, "order", ENTRY),
    "an abbreviation come": (
        "register",
        lambda one: over(one, (*one.children, Abbreviation("ҚР", "Қазақстан", "ҚР – Қазақстан;"))),
        "only-brought",
        "abbreviations",
    ),
    "a label in another script": (
        "link:B1",
        lambda one: evolve(one, label=evolve(one.label, text="B1")),
        "typography",
        "link:B1",
    ),
    "a label lost there": (
        "level:A1-2",
        lambda one: evolve(one, label=Label(LabelState.INFERRED)),
        "label",
        "level:A1-2",
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_each_sort_of_difference_is_told_once_and_by_its_name(edition: Edition, way: str) -> None:
    """One change is one difference: its sort, its place in the register held, both readings."""
    address, change, kind, where = WAYS[way]
    told = one_difference(edition, address, change)
    assert (told.kind, str(told.address)) == (kind, where)
    assert (told.held is None) == (kind == "only-brought")
    assert (told.brought is None) == (kind == "only-held")


def test_other_words_are_told_word_by_word(edition: Edition) -> None:
    """Of other words, those that went and came are marked; the rest is kept."""
    told = one_difference(edition, ENTRY, WAYS["words"][1])
    marks = [(word.mark, word.text.strip()) for word in told.words]
    assert (WordMark.DELETED, "маңызы бар") in marks
    assert (WordMark.INSERTED, "маңыздағы") in marks
    assert told.held_place == told.brought_place == Code.parse("A1-1")


def test_a_link_that_stands_on_one_side_alone_is_told_with_its_entries(edition: Edition) -> None:
    """What came with a new place is said there; what moved into it is not said twice."""
    fresh = Entry("fresh", "Ойдан шығарылған лауазым.")
    link = Link(
        Code("C", "", 4),
        printed("С4", 9),
        (Level(Code("C", "", 4), Label(LabelState.NONE), (fresh,)),),
    )

    def longer(section: Section) -> Section:
        return evolve(section, links=(*section.links, link))

    told = one_difference(edition, "sector:C", longer)
    assert (told.kind, told.what, str(told.address)) == ("only-brought", Kind.LINK, "sector:C")
    assert told.brought == "С4 Ойдан шығарылған лауазым."


def test_the_same_words_divided_otherwise_are_a_reading_of_ours(edition: Edition) -> None:
    """Where the commas of a list divide it is for us to say: the copies do not disagree."""

    def divided_more(entry: Entry) -> Entry:
        items = [
            evolve(item, id=f"{item.id}-{number}", text=text)
            for item in entry.items
            for number, text in enumerate(item.text.replace(", ", ",\0").split("\0"))
        ]
        return evolve(entry, items=tuple(items))

    where = "entry:tekhnikalyq-oryndaushylar"
    told = one_difference(edition, where, divided_more)
    assert (told.kind, told.what, str(told.address)) == ("reading", Kind.ENTRY, where)
    assert "| дезкамералық бөлімшенің, | байланыс жүйесінің, |" in (told.brought or "")
    assert "| дезкамералық бөлімшенің, байланыс жүйесінің," in (told.held or "")
    brought = changed(edition.text, at(where, divided_more))
    assert compare_witness(edition.text, (), brought).agrees


def test_ids_of_the_copy_are_of_no_account(edition: Edition) -> None:
    """Two copies suggest ids of their own: ids that meet by chance join nothing."""
    entries = edition["A1-1"].entries
    crossed = {entries[0].id: entries[1].id, entries[1].id: entries[0].id}

    def renamed(node: Any) -> Any:  # noqa: ANN401 - the same kind of node out
        return evolve(node, id=crossed[node.id]) if getattr(node, "id", "") in crossed else node

    assert compare_witness(edition.text, (), changed(edition.text, renamed)).differences == ()


@MANY
@given(contents())
def test_a_register_differs_from_no_copy_of_itself(content: Content) -> None:
    """Whatever its ids are there, the same text differs in nothing."""
    witness = compare_witness(content, (), with_new_ids(content, "x-"))
    assert witness.differences == ()
    assert witness.found == witness.entries


@pytest.mark.parametrize("case", [one for one in CASES if not one.shared], ids=lambda one: one.name)
def test_every_labelled_change_is_reported(case: Case) -> None:
    """As many differences as the labelled cases know changes; our own readings apart."""
    witness = compare_witness(case.old, (), case.new)
    told = [one for one in witness.differences if not _of_reading(one)]
    assert len(told) == len(case.expect)


def _of_reading(one: Difference) -> bool:
    """What no case names, since it is no change: how we know a label, what an item is."""
    same = one.held_place == one.brought_place and one.held_state is not one.brought_state
    return one.kind is DifferenceKind.READING or (one.kind is DifferenceKind.LABEL and same)


def _said(content: Content) -> Counter[str]:
    told: Counter[str] = Counter()
    for node in content.walk():
        if isinstance(node, Entry):
            told[node.heading] += 1
        elif isinstance(node, Item | Abbreviation):
            told[node.text] += 1
    return told


@MANY
@given(pairs())
def test_no_word_that_differs_goes_unsaid(both: tuple[Content, Content]) -> None:
    """Whatever text stands oftener on one side is in a difference of that side."""
    held, brought = both
    witness = compare_witness(held, (), brought)
    ours = [one.held or "" for one in witness.differences]
    theirs = [one.brought or "" for one in witness.differences]
    assert all(any(text in one for one in ours) for text in _said(held) - _said(brought))
    assert all(any(text in one for one in theirs) for text in _said(brought) - _said(held))


def test_a_web_page_of_the_text_settles_every_doubt_of_ours(
    register: Register, edition: Edition
) -> None:
    """The whole way: a page whose cells span their rows is read, compared, and heard."""
    page = read_document(as_html(edition, register.order("2019-920"), inferred=True), "page.html")
    text, source = page.transcript.text, SourceFile("source.kaz.txt", "", page.transcript.form)
    suggested = suggest_readings(text, Repairs("2019-920", source), page.transcript.guessed)
    brought = derive(text, suggested.repairs).content
    witness = compare_witness(edition.text, edition.doubts, brought, bordered=True)
    assert {one.outcome for one in witness.settled} == {Outcome.CONFIRMED}
    assert len(witness.settled) == len(edition.doubts)
    assert [(one.kind, str(one.address)) for one in witness.differences] == [
        ("label", "link:A2"),
        ("label", "link:A3"),
        ("reading", "entry:tekhnikalyq-oryndaushylar"),
    ]


# ── views ────────────────────────────────────────────────────────────────────────────


def _witness(edition: Edition) -> Witness:
    brought = changed(divided(sound(edition.text)), at(ITEM, WAYS["print of an item"][1]))
    brought = changed(brought, at(ENTRY, WAYS["words"][1]))
    return compare_witness(edition.text, edition.doubts, brought)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_say_every_difference_and_every_doubt(
    edition: Edition, language: Language
) -> None:
    """On a terminal nothing is left out, and words that went and came stand in marks."""
    witness = _witness(edition)
    lines = witness_lines(witness, language)
    text = "\n".join(lines)
    assert "65" in lines[0]
    assert str(len(witness.differences)) in lines[1]
    assert all(any(str(one.address) in line for line in lines) for one in witness.differences)
    assert all(any(line.startswith(f"  {one.id}: ") for line in lines) for one in edition.doubts)
    assert "[- маңызы бар-]{+ маңыздағы+}" in text
    assert ": [A2]" in text
    assert ": А2" in text


def test_the_plain_data_can_be_written_as_json(edition: Edition) -> None:
    """The document holds what the lines say, with both sides of each difference."""
    witness = _witness(edition)
    document = json.loads(json.dumps(witness_document(witness), ensure_ascii=False))
    assert list(document) == ["agrees", "entries", "differences", "settled", "open"]
    assert document["agrees"] is False
    assert len(document["differences"]) == len(witness.differences)
    words = next(one for one in document["differences"] if one["kind"] == "words")
    assert words["held"] == {
        "text": "Республикалық маңызы бар ММ басшысы:",
        "place": "A1-1",
        "label": None,
        "lines": [29, 32],
    }
    assert (
        "".join(one["text"] for one in words["words"] if one["mark"] != "inserted")
        == (words["held"]["text"])
    )
    label = next(one for one in document["differences"] if one["address"] == "link:A2")
    assert (label["held"]["label"], label["brought"]["label"]) == ("inferred", "printed")
    settled = {one["doubt"]: one for one in document["settled"]}
    assert settled["link-a2-label-lost"] == {
        "doubt": "link-a2-label-lost",
        "outcome": "confirmed",
        "seen": [{"words": "А2", "lines": [53, 53], "about": "link:A2"}],
    }


def test_a_copy_that_differs_in_print_alone_agrees(edition: Edition) -> None:
    """Print is no disagreement; other words, labels and places are."""
    alike = changed(edition.text, at(ITEM, WAYS["print of an item"][1]))
    assert compare_witness(edition.text, (), alike).agrees
    assert not compare_witness(edition.text, (), sound(edition.text)).agrees
    assert Address(Kind.LINK, "A2") in {
        one.address for one in compare_witness(edition.text, (), sound(edition.text)).differences
    }
