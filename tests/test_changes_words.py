"""Words and print: redlines that a reader can read, and differences that change no word."""

from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kz_civil_positions.changes import Word, WordMark
from kz_civil_positions.changes.likeness import kin, names_another
from kz_civil_positions.changes.redline import redline
from kz_civil_positions.changes.typography import item_key, same_but_for_print, text_key

TEXTS: Final = st.lists(
    st.sampled_from(["аға", "бас", "маман", "2-1", ",", ";", "(", ")", " ", "  ", "\u00a0"]),
    max_size=16,
).map("".join)
SIGNS: Final = {WordMark.KEPT: "", WordMark.DELETED: "-", WordMark.INSERTED: "+"}


def shown(old: str, new: str) -> list[str]:
    return [SIGNS[word.mark] + word.text for word in redline(old, new)]


# ── redlines ─────────────────────────────────────────────────────────────────────────


@given(TEXTS, TEXTS)
def test_a_redline_holds_both_texts_whole(old: str, new: str) -> None:
    """Rule: kept and deleted words are the old text, kept and inserted ones the new text."""
    found = redline(old, new)
    assert "".join(one.text for one in found if one.mark is not WordMark.INSERTED) == old
    assert "".join(one.text for one in found if one.mark is not WordMark.DELETED) == new


@given(TEXTS, TEXTS)
def test_a_redline_says_each_thing_once(old: str, new: str) -> None:
    """Rule: no run is empty, none follows one of its own mark, deletion comes before insertion."""
    found = redline(old, new)
    assert all(word.text for word in found)
    for first, second in pairwise(found):
        assert first.mark is not second.mark
        assert (first.mark, second.mark) != (WordMark.INSERTED, WordMark.DELETED)


def test_words_are_shown_and_not_letters() -> None:
    """Rule: a reader sees one word go and another come, not the letters they share."""
    assert shown("басшысы:", "басшысының:") == ["-басшысы", "+басшысының", ":"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("а б в г", "а1 б в г1", ["-а б в г", "+а1 б в г1"]),
        ("а б в г д", "а1 б в г д1", ["-а", "+а1", " б в г", "- д", "+ д1"]),
        ("а, б. в", "а1, б. в1", ["-а, б. в", "+а1, б. в1"]),
        ("а б в", "а б в1", ["а б", "- в", "+ в1"]),
    ],
)
def test_two_words_between_changes_are_no_island(old: str, new: str, expected: list[str]) -> None:
    """Rule: fewer than three kept words between two changes go into the change; marks are none."""
    assert shown(old, new) == expected


def test_an_addition_is_told_where_orders_tell_it() -> None:
    """Rule: what could have been put in at several places is told at the first, mark first."""
    assert shown("бөлімі, тобы", "бөлімі, секторы, тобы") == ["бөлімі", "+, секторы", ", тобы"]
    assert shown("а аға аға б", "а аға б") == ["а", "- аға", " аға б"]


def test_blanks_that_change_are_shown_as_blanks() -> None:
    """Rule: a doubled blank is a change of the blank, the words beside it are kept."""
    assert shown("аға  маман", "аға маман") == ["аға", "-  ", "+ ", "маман"]


def test_equal_texts_are_one_kept_run() -> None:
    """Rule: nothing is shown as changed where nothing did; of nothing, nothing is shown."""
    assert redline("аға маман", "аға маман") == (Word(WordMark.KEPT, "аға маман"),)
    assert redline("", "") == ()


# ── print ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Апаттар  медицинасы ;", "Апаттар медицинасы."),
        ("«Сұңқар» жасағы", '"Сұңқар" жасағы'),
        ("Баспасөз-хатшысы", "Баспасөз – хатшысы"),
        ("2-1 деңгей", "2−1 деңгей"),
        ("г о с п и т а л ь", "госпиталь"),
        ("ІІМ ТЖК", "IIM TЖK"),
        ("бас\u00adшысы", "басшысы"),
    ],
)
def test_print_changes_no_word(old: str, new: str) -> None:
    """Rule: spacing, quotes, dashes, look-alike letters and closing marks are typography."""
    assert same_but_for_print(old, new)
    assert same_but_for_print(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Орталық госпиталь", "орталық госпиталь"),
        ("облыстардың, қалалардың", "облыстардың қалалардың"),
        ("Сұңқар жасағы", '"Сұңқар" жасағы'),
        ("2 1", "21"),
        ("2-1", "21"),
        ("аға маман", "бас маман"),
        ("қала", "кала"),
        ("мәдени (орталық)", "мәдени орталық"),
    ],
)
def test_what_may_mean_another_thing_is_no_print(old: str, new: str) -> None:
    """Rule: capitals, inner marks, quotes that appear, numbers and letters can change meaning."""
    assert not same_but_for_print(old, new, item=True)


def test_case_endings_are_print_in_items_alone() -> None:
    """Rule: an item in the genitive names the same institution; a heading does not."""
    old, new = "ТЖК Апаттар медицинасы орталығының;", "ТЖК Апаттар медицинасы орталығы."
    assert same_but_for_print(old, new, item=True)
    assert not same_but_for_print(old, new)
    inside = "ТЖК Апаттар медицинасының орталығы."
    assert not same_but_for_print(old, inside, item=True)


@given(TEXTS, TEXTS)
def test_keys_agree_both_ways(old: str, new: str) -> None:
    """Rule: same but for print is the same from either side, and equal texts share all keys."""
    assert same_but_for_print(old, new) == same_but_for_print(new, old)
    assert text_key(old) == text_key(str(old))
    assert item_key(old) == item_key(str(old))


# ── words that decide ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("old", "new", "another"),
    [
        ("Бірінші санаттың маманы", "Екінші санаттың маманы", True),
        ("Санаты жоқ маман", "Санаттың маманы", True),
        ("ММ басшысы", "ММ басшысының орынбасары", True),
        ("аға оқытушысы", "оқытушысы", True),
        ("№ 3 мекеме", "№ 4 мекеме", True),
        ('"Оңтүстік" базасы', '"Солтүстік" базасы', True),
        ("Астана қаласының полкі", "Нұр-Сұлтан қаласының полкі", False),
        ("бас бухгалтері, қаржы қызметінің бастығы", "бас бухгалтері", False),
        ("біліктіліктігі жоғары", "біліктілігі жоғары", False),
        ("аға маман", "аға маман", False),
    ],
)
def test_ranks_numbers_and_names_in_quotes_decide(old: str, new: str, another: bool) -> None:  # noqa: FBT001
    """Rule: texts that differ in ranks, numbers or quoted names alone name two things."""
    assert names_another(old, new) is another
    assert names_another(new, old) is another


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("біліктіліктігі", "біліктілігі", True),
        ("басқармасы", "басқармалары", True),
        ("санат", "санаты", True),
        ("бөлім", "бөлімше", False),
        ("техник", "механик", False),
        ("медбике", "медициналық", False),
    ],
)
def test_forms_of_one_word_begin_alike(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    """Rule: words are forms of one word if they share six letters and most of their length."""
    assert kin(one, other) is same
    assert kin(other, one) is same
