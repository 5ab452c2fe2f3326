"""Codes and addresses: how a place of the register is named, and what is no name."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.model import Edition

SECTORS = ("", "health", "other", "public-order")
# How a printed block letter may be typed: Latin or Cyrillic (D has no Cyrillic look-alike).
TYPED = {"A": "AaАа", "B": "BbВв", "C": "CcСс", "D": "Dd"}
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


@st.composite
def codes(draw: st.DrawFn) -> Code:
    """Any code: a block, a link or a level, in a sector or in none."""
    link = draw(st.integers(0, 99))
    level = draw(st.lists(st.integers(1, 99), max_size=3)) if link else []
    sector = draw(st.sampled_from(SECTORS))
    return Code(draw(st.sampled_from("ABCD")), sector, link, tuple(level))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("A1-1", "A1-1"),
        ("А3-2-1", "A3-2-1"),
        ("а3-2-1", "A3-2-1"),
        ("a3-2-1", "A3-2-1"),
        ("В2-1", "B2-1"),
        ("в2-1", "B2-1"),
        ("С1", "C1"),
        ("с1", "C1"),
        ("D", "D"),
        ("d", "D"),
        ("А", "A"),
        ("health/B2-1", "health/B2-1"),
        ("HEALTH/в2-1", "health/B2-1"),
        (" health / B2-1 ", "health/B2-1"),
        ("other/B3", "other/B3"),
        ("B10-12-3", "B10-12-3"),
    ],
)
def test_a_code_reads_either_script_and_case(typed: str, code: str) -> None:
    """The same place is meant whichever keyboard and case a person types its code with."""
    assert str(Code.parse(typed)) == code


@pytest.mark.parametrize("dash", DASHES, ids=lambda dash: f"U+{ord(dash):04X}")
def test_a_code_reads_every_dash(dash: str) -> None:
    """Codes come with whatever dash a page prints: hyphens, dashes, bars and the minus."""
    assert Code.parse(f"А3{dash}2{dash}1") == Code("A", "", 3, (2, 1))


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "-", "/", "E1", "Е1", "AA", "1", "1-2", "A1-", "A1--2", "A-1", "D-1", "A0"),
        *("A1-0", "A01", "A100", "A1-100", "A1-1-1-1-1", "/B2", "B/2", "x/y/B2", "he_alth/B2"),
        *("A1 - 1", "A 1", "A1.1", "A1_1", "level:A1", "А1-1;", "A1-1 A1-2", "Ａ1", "денсаулық/B2"),
        *("A1\u0663", "A\u0661", "A1-\u0661", "A¹", "A1-²", "\u200bA1", "A1\x00", "A" * 10_000),
    ],
    ids=ascii,
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    """A code is never guessed from something else; digits are those of the orders."""
    with pytest.raises(BadInputError) as caught:
        Code.parse(typed)
    assert caught.value.key == "not-a-code"
    assert len(str(caught.value)) < 400, "a message of any length would bury what it says"


@given(codes())
def test_a_code_reads_back_what_it_prints(code: Code) -> None:
    """Printing and reading are inverse, so that codes can be stored, cited and typed."""
    assert Code.parse(str(code)) == code
    assert eval(repr(code)) == code  # noqa: S307 - our own repr


@given(st.data(), codes())
def test_a_code_reads_the_same_however_typed(data: st.DataObject, code: Code) -> None:
    """No choice of script, case, dash or blanks around changes which place is meant."""
    letter = data.draw(st.sampled_from(TYPED[code.block]))
    dash = data.draw(st.sampled_from(DASHES))
    sector = data.draw(st.sampled_from((str.upper, str.lower, str.title)))(code.sector)
    place = letter + code.plain[1:].replace("-", dash)
    typed = data.draw(st.sampled_from(("{}", " {}", "{} ", "\t{}\n"))).format(
        f"{sector}/{place}" if sector else place
    )
    assert Code.parse(typed) == code


@given(codes(), codes(), codes())
def test_codes_have_one_order(one: Code, two: Code, three: Code) -> None:
    """Sorting codes is total and free of contradiction, as sorting must be."""
    assert (one < two) + (one == two) + (one > two) == 1
    if one <= two <= three:
        assert one <= three


def test_codes_sort_as_the_register_prints_them(edition: Edition) -> None:
    """Within a block and sector levels rise: 2, 2-1, 3; numbers sort as numbers, not as text."""
    printed = [level.code for level in edition.levels]
    for before, after in pairwise(printed):
        if (before.block, before.sector) == (after.block, after.sector):
            assert before < after
    assert Code.parse("A3-2") < Code.parse("A3-2-1") < Code.parse("A3-3")
    assert Code.parse("B2-2") < Code.parse("B2-10") < Code.parse("B10-1")


@pytest.mark.parametrize(
    ("wide", "narrow", "covers"),
    [
        ("A", "A3-2-1", True),
        ("A3", "A3-2-1", True),
        ("A3-2", "A3-2", True),
        ("A3-2", "A3-2-1", False),
        ("A3-2-1", "A3-2", False),
        ("A3", "A", False),
        ("B2-1", "health/B2-1", True),
        ("B2", "other/B2-4", True),
        ("health/B2-1", "B2-1", False),
        ("health/B2", "other/B2-1", False),
        ("A1", "B1", False),
        ("D", "D", True),
    ],
)
def test_a_code_covers_what_lies_within_it(wide: str, narrow: str, covers: bool) -> None:  # noqa: FBT001
    """What is not named (sector, link, level) is left open; level 2 does not hold level 2-1."""
    assert Code.parse(wide).covers(Code.parse(narrow)) is covers


@given(codes(), codes())
def test_covering_is_a_partial_order(one: Code, two: Code) -> None:
    """Every code covers itself, and two codes that cover each other are one."""
    assert one.covers(one)
    assert one.link_code.covers(one)
    if one.covers(two) and two.covers(one):
        assert one == two


@pytest.mark.parametrize(
    ("code", "link", "number", "plain"),
    [
        ("A3-2-1", "A3", "2-1", "A3-2-1"),
        ("health/B2-1", "health/B2", "1", "B2-1"),
        ("C1", "C1", None, "C1"),
        ("D", "D", None, "D"),
    ],
)
def test_a_code_knows_its_parts(code: str, link: str, number: str | None, plain: str) -> None:
    """A level's code gives its link, its own number and its printed form, sector apart."""
    parsed = Code.parse(code)
    assert (str(parsed.link_code), parsed.level_number, parsed.plain) == (link, number, plain)


# ------------------------------------------------------------------------ addresses


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("register", Kind.REGISTER, ""),
        ("abbreviations", Kind.ABBREVIATIONS, ""),
        ("block:А", Kind.BLOCK, "A"),
        ("link:в2", Kind.LINK, "B2"),
        ("level:health/В2−1", Kind.LEVEL, "health/B2-1"),
        ("sector:B/health", Kind.SECTOR, "B/health"),
        ("sector:A", Kind.SECTOR, "A"),
        ("entry:oblystyq-mm-basshysy", Kind.ENTRY, "oblystyq-mm-basshysy"),
        ("item:oblystyq-mm-basshysy.oqu-ortalyqtary", Kind.ITEM, None),
        ("abbreviation:ММ", Kind.ABBREVIATION, "ММ"),
        ("order:2019-920", Kind.ORDER, "2019-920"),
    ],
)
def test_an_address_names_anything(typed: str, kind: Kind, name: str | None) -> None:
    """Kind and name are written out, since C1 and D are at once a link and a level."""
    address = Address.parse(typed)
    assert address.kind is kind
    assert address.name == (typed.partition(":")[2] if name is None else name)
    assert Address.parse(str(address)) == address


@pytest.mark.parametrize(
    "typed",
    [
        *("", "registre", "register:x", "abbreviations:ММ", "level", "level:"),
        *("level:X1", "entry:", "entry:Бас", "entry:a_b", "entry:-a", "item:a.b.c", "sector:Z"),
        *("sector:B/", "abbreviation:а б", "order:", "A1", "LEVEL:A1"),
    ],
    ids=ascii,
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    """An address in the data is exact: what does not fit its kind is an error at once."""
    with pytest.raises(BadInputError):
        Address.parse(typed)


def test_every_part_of_the_register_has_an_address_of_its_own(edition: Edition) -> None:
    """Addresses tell all parts apart and read back, so that operations and doubts can name any."""
    addresses = [node.address for node in edition.text.walk()]
    assert len(set(addresses)) == len(addresses) == 486
    assert [Address.parse(str(address)) for address in addresses] == addresses
