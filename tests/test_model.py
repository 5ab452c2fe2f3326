"""The model: frozen through and through, and honest about what an edition does not say."""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve, fields, has
from attrs.exceptions import FrozenInstanceError

import kz_civil_positions as kz
from kz_civil_positions.errors import (
    BadInputError,
    NotHeldError,
    RegisterError,
    UnknownAddressError,
)
from kz_civil_positions.model import Content, Edition, Item, ItemKind, Node, Span


def test_nothing_in_an_edition_can_be_changed(edition: Edition) -> None:
    """An edition is immutable to its last item: no attribute can be set, no list grown."""
    for node in (edition, edition.text, *edition.text.walk()):
        name = fields(type(node))[0].name
        with pytest.raises(FrozenInstanceError):
            setattr(node, name, getattr(node, name))


def test_an_edition_holds_nothing_mutable(edition: Edition) -> None:
    """Every field of every part is text, a number, a tuple or another frozen part."""

    def check(value: Any, path: str) -> None:  # noqa: ANN401
        assert not isinstance(value, list | dict | set), path
        if isinstance(value, tuple):
            for index, one in enumerate(value):
                check(one, f"{path}[{index}]")
        elif has(type(value)):
            for field in fields(type(value)):
                check(getattr(value, field.name), f"{path}.{field.name}")

    check(edition, "edition")


def test_the_same_text_is_the_same_content(edition: Edition) -> None:
    """Contents are compared by what they say, not by where they were read."""
    again = kz.load().edition("2019-920")
    assert again is not edition
    assert again.text == edition.text
    assert hash(again.text) == hash(edition.text)


def test_an_edition_differs_when_one_letter_does(edition: Edition) -> None:
    """No part of the text is left out of the comparison."""
    for index, block in enumerate(edition.blocks):
        other = evolve(block, heading=block.heading + ".")
        blocks = (*edition.blocks[:index], other, *edition.blocks[index + 1 :])
        assert evolve(edition.text, blocks=blocks) != edition.text


def test_children_can_be_put_back(edition: Edition) -> None:
    """Any part over its own children is itself: rebuilding a tree loses nothing."""
    node: Node
    for node in (edition.text, *edition.text.walk()):
        assert not node.children or over(node) == node


def over(node: Node) -> Node:
    """The node over its own children."""
    rebuild: Callable[[Any], Node] = getattr(node, "with_children")  # noqa: B009 - not all have it
    return rebuild(node.children)


def test_an_edition_finds_its_levels_links_and_blocks(edition: Edition) -> None:
    """Every level leads back to the link, section and block it stands in."""
    for level in edition.levels:
        assert level in edition.link_of(level).levels
        assert edition.link_of(level) in edition.section_of(level).links
        assert edition.section_of(level) in edition.block_of(level).sections


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("A", ["A1-1", "A1-2", "A2-1", "A2-3", "A3-1", "A3-2", "A3-2-1"]),
        ("а3", ["A3-1", "A3-2", "A3-2-1"]),
        ("A3-2", ["A3-2"]),
        ("B2-1", ["health/B2-1", "other/B2-1"]),
        ("health/B2", ["health/B2-1", "health/B2-2", "health/B2-3", "health/B2-4"]),
        ("В4", ["health/B4-1", "health/B4-2", "health/B4-3", "health/B4-4"]),
        ("C", ["C1", "C2", "C3"]),
        ("D", ["D"]),
    ],
)
def test_a_code_gives_the_levels_it_covers(edition: Edition, code: str, found: list[str]) -> None:
    """A look-up by code gives all levels it covers, in the order of the register."""
    assert [str(level.code) for level in edition.levels_at(code)] == found


def test_every_level_is_found_by_its_own_code(edition: Edition) -> None:
    """The full code of a level names that level and no other."""
    for level in edition.levels:
        assert edition[str(level.code)] is level
        assert edition[level.code] is level


@pytest.mark.parametrize(
    ("code", "error", "key", "said"),
    [
        ("A9", UnknownAddressError, "no-such-code", "A1-1"),
        ("A2-2", UnknownAddressError, "no-such-code", "A2-1, A2-3"),
        ("health/B3-9", UnknownAddressError, "no-such-code", "health/B3-1"),
        ("D1", UnknownAddressError, "no-such-code", "D"),
        ("health/A1", UnknownAddressError, "no-such-code", "A1-1"),
        ("B2-1", BadInputError, "code-fits-several", "health/B2-1, other/B2-1"),
        ("X1", BadInputError, "not-a-code", "X1"),
        ("", BadInputError, "not-a-code", "A1-2"),
    ],
)
def test_a_wrong_code_is_refused_with_near_ones(
    edition: Edition, code: str, error: type[RegisterError], key: str, said: str
) -> None:
    """The edition never picks a place for the user; it names those that were perhaps meant."""
    with pytest.raises(error) as caught:
        edition[code]
    assert caught.value.key == key
    assert said in str(caught.value)


def test_an_id_leads_to_its_entry_and_level(edition: Edition) -> None:
    """Every id of an entry or item names it, its entry and its level."""
    for level in edition.levels:
        for entry in level.entries:
            for identity in (entry.id, *(item.id for item in entry.items)):
                assert identity in edition
                assert edition.entry(identity) is entry
                assert edition.level_of(identity) is level


def test_a_wrong_id_is_refused_with_near_ones(edition: Edition) -> None:
    """Ids are long: a slip in one is answered with the nearest that exist."""
    assert "professr" not in edition
    with pytest.raises(UnknownAddressError, match="professor") as caught:
        edition.entry("professr")
    assert caught.value.key == "no-such-id"
    assert isinstance(caught.value, LookupError)


@pytest.mark.parametrize(
    "question",
    [
        lambda e: e.text,
        lambda e: e.blocks,
        lambda e: e.levels,
        lambda e: e.entries,
        lambda e: e.abbreviations,
        lambda e: e["A1-1"],
        lambda e: e.levels_at("A"),
        lambda e: "professor" in e,
        lambda e: e.entry("professor"),
    ],
)
def test_a_text_not_held_is_never_answered_for(
    register: kz.Register, question: Callable[[Edition], object]
) -> None:
    """Of the 2015 edition we know that it is, and nothing of what it says: not even "nothing"."""
    unheld = register.edition("2015-1035")
    assert not unheld.held
    with pytest.raises(NotHeldError) as caught:
        question(unheld)
    assert caught.value.exit_code == 3
    assert "2015-1035" in str(caught.value)


def test_an_empty_register_is_no_unheld_one() -> None:
    """A register that says nothing is a text that is held."""
    assert Edition("x", "x", content=Content(())).levels == ()


def test_lines_of_a_level_need_one_source(edition: Edition) -> None:
    """A level mixed from two sources, or with a part of no source, has no span to cite."""
    level = edition["A1-1"]
    assert str(level.lines) == "L29–36"
    first, second = level.entries
    strange = evolve(second, lines=Span("2020-1", 5, 6))
    assert evolve(level, entries=(first, strange)).lines is None
    assert evolve(level, entries=(first, evolve(second, lines=None))).lines is None
    assert evolve(level, entries=()).lines is None


@pytest.mark.parametrize(
    ("span", "said"), [(Span("o", 5, 5), "L5"), (Span("o", 5, 9), "L5–9")], ids=str
)
def test_a_span_is_said_as_lines(span: Span, said: str) -> None:
    """Lines are cited as in the docs: one, or first and last."""
    assert str(span) == said


def test_a_doubt_reaches_its_levels_and_entries(edition: Edition) -> None:
    """A doubt about a link is shown with all its levels, one about an entry with its level too."""
    level = edition["A2-1"]
    assert [d.id for d in edition.doubts_about(level)] == [
        "link-a2-label-lost",
        "a2-level-boundaries-unknown",
    ]
    sure, open_ = level.entries[0], level.entries[1]
    assert [d.id for d in edition.doubts_about(level, sure)] == ["link-a2-label-lost"]
    assert [d.id for d in edition.doubts_about(level, open_)] == [
        "link-a2-label-lost",
        "a2-level-boundaries-unknown",
    ]
    assert edition.doubts_about(edition["A1-1"]) == ()


def test_a_nested_entry_reads_in_one_line(edition: Edition) -> None:
    """An entry's text is its heading and items, subheadings among them, as the cell prints them."""
    entry = edition["A3-2-1"].entries[2]
    kinds = [item.kind for item in entry.items]
    assert kinds.count(ItemKind.SUBHEADING) == 2
    assert entry.text == " ".join((entry.heading, *(item.text for item in entry.items)))
    assert evolve(entry, items=(Item("x", ItemKind.UNIT, "а;"),)).text == f"{entry.heading} а;"
