"""Akoma Ntoso: valid, nothing invented, nothing presumed given as a fact."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given, settings
from lxml import etree  # type: ignore[import-untyped]

import histories
import kz_civil_positions as kz
from kz_civil_positions.cli import main
from kz_civil_positions.codes import Address
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.exports.akn import to_akn
from kz_civil_positions.exports.akn_body import AKN, OWN
from kz_civil_positions.exports.uris import expression_uri, order_uri
from kz_civil_positions.model import Content, Edition, Entry, Item
from kz_civil_positions.operations import Insert, Repeal
from strategies import contents

ROOT: Final = Path(__file__).parent.parent
SPECIMEN: Final = ROOT / "examples" / "specimen"
SCHEMA: Final = Path(__file__).parent / "data" / "akn" / "akomantoso30.xsd"
IN: Final = {"a": AKN, "kz": OWN}
# The parts of an address, as the Naming Convention has them.
URI: Final = re.compile(
    r"/akn/(?P<country>[a-z]{2})/act/order/(?P<date>\d{4}-\d\d-\d\d)/(?P<number>[^/\s]+)"
    r"(?:/(?P<language>[a-z]{3})@(?P<version>\d{4}-\d\d-\d\d(?:\.\d+)?))?"
    r"(?:/!(?P<component>[a-z]+))?(?P<format>\.akn)?"
)


@cache
def schema() -> Any:  # noqa: ANN401 - untyped
    """Answers: what is the OASIS schema, read from the file beside the tests?"""
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


@pytest.fixture(scope="module")
def specimen() -> kz.Register:
    """The specimen."""
    return kz.load(SPECIMEN)


def tree(register: kz.Register, edition: Edition) -> Any:  # noqa: ANN401 - untyped
    """Answers: what is this edition's document?"""
    return etree.fromstring(to_akn(register, edition, "en").encode())


def words(element: Any) -> str:  # noqa: ANN401
    """Answers: which words stand in this element, the marks of notes left out?"""
    return "".join(element.itertext())


def values(document: Any, path: str) -> list[str]:  # noqa: ANN401
    """Answers: what does this path find?"""
    return [str(one) for one in document.xpath(path, namespaces=IN)]


def test_every_edition_is_valid(register: kz.Register, specimen: kz.Register) -> None:
    """Each edition of the real data and of the specimen is valid against the OASIS schema."""
    for one in (register, specimen):
        for edition in one.editions:
            schema().assertValid(tree(one, edition))


@given(contents())
@settings(max_examples=40, deadline=None)
def test_any_register_is_valid_and_whole(content: Content) -> None:
    """Of any register at all: valid, and each heading and text stands in it verbatim, in order."""
    register = histories.register_of(histories.base(content=content))
    (edition,) = register.editions
    document = tree(register, edition)
    schema().assertValid(document)
    printed = [words(one) for one in document.xpath("//a:mainBody//a:p", namespaces=IN)]
    expected = list(texts(content))
    assert printed[: len(expected)] == expected
    assert values(document, "//a:mainBody//@wId") == [
        f"{node.address.kind}_{node.id}"
        for node in content.walk()
        if isinstance(node, Entry | Item)
    ]


def texts(content: Content) -> Iterator[str]:
    """Answers: which texts does a register have, in order?"""
    for node in content.walk():
        if isinstance(node, Entry):
            yield node.heading
        elif isinstance(node, Item):
            yield node.text
    yield from (one.text for one in content.abbreviations)


def test_the_real_text_stands_there_verbatim(register: kz.Register, edition: Edition) -> None:
    """The whole register of 2019, letter for letter, and not one word more in its paragraphs."""
    document = tree(register, edition)
    printed = [words(one) for one in document.xpath("//a:mainBody//a:p", namespaces=IN)]
    assert printed == list(texts(edition.text))
    headings = [words(one) for one in document.xpath("//a:mainBody//a:heading", namespaces=IN)]
    assert headings[0] == edition.blocks[0].heading


def test_addresses_parse_and_name_the_edition(register: kz.Register, specimen: kz.Register) -> None:
    """Work, expression and manifestation have addresses of the Naming Convention, each its own."""
    for one in (register, specimen):
        seen = [expression_uri(one, edition) for edition in one.editions]
        assert len(set(seen)) == len(seen)
        assert all(URI.fullmatch(order_uri(order)) for order in one.orders)
        for edition, uri in zip(one.editions, seen, strict=True):
            match = URI.fullmatch(uri)
            assert match
            assert match["version"].startswith(str(one.order(edition.order).adopted))
            document = tree(one, edition)
            this = values(document, "//a:FRBRExpression/a:FRBRthis/@value")
            assert this == [f"{uri}/!register"]
            found = values(document, "//a:identification//a:FRBRuri/@value")
            assert all(URI.fullmatch(value) for value in found)
    assert {order_uri(order).split("/")[2] for order in specimen.orders} == {"zz"}


def test_codes_and_ids_are_kept(register: kz.Register, edition: Edition) -> None:
    """Each code stands in its container's address; each permanent id is its `wId`; none twice."""
    document = tree(register, edition)
    places = values(document, "//a:mainBody//@eId")
    assert len(set(places)) == len(places)
    for level in edition.levels:
        assert [one for one in places if one.endswith(f"level_{level.code.plain}")]
    ids = [f"entry_{entry.id}" for entry in edition.entries]
    assert [one for one in values(document, "//@wId") if one.startswith("entry_")] == ids


def test_both_orders_are_named(register: kz.Register, edition: Edition) -> None:
    """The base is the original, the amending order a passive reference, the change is told."""
    document = tree(register, edition)
    base, amending = register.orders
    assert values(document, "//a:original/@href") == [order_uri(base)]
    assert values(document, "//a:passiveRef/@href") == [order_uri(amending)]
    assert values(document, "//a:textualMod/@type") == ["substitution"]
    assert values(document, "//a:textualMod/a:source/@href") == [f"{order_uri(amending)}#point_1"]
    previous = values(document, "//a:textualMod/a:previous/@href")
    assert previous == [expression_uri(register, register.edition("2015"))]


def test_every_operation_of_the_specimen_is_a_modification(specimen: kz.Register) -> None:
    """Of all operations on the text none is lost, and all references lead somewhere."""
    document = tree(specimen, specimen.editions[-1])
    kinds = set(values(document, "//a:textualMod/@type"))
    assert kinds == {"substitution", "insertion", "repeal", "replacement", "renumbering"}
    assert set(values(document, "//a:efficacyMod/@type")) == {"inapplication"}
    there = set(values(document, "//@eId"))
    for attribute in ("source", "href", "refersTo", "start", "end"):
        inner = [one[1:] for one in values(document, f"//@{attribute}") if one.startswith("#")]
        assert set(inner) <= there, attribute


def test_a_repeal_of_the_register_is_told() -> None:
    """An order that repeals the base ends it; that is no change of its text."""
    end = histories.amending(
        "2021-5",
        histories.told(Repeal(order=histories.BASE)),
        adopted="2021-01-01",
        rule="2021-02-01",
    )
    register = histories.register_of(histories.base(), end)
    document = tree(register, register.editions[-1])
    assert values(document, "//a:forceMod/@type") == ["endOfEnactment"]


def test_a_presumed_day_is_no_event(register: kz.Register, specimen: kz.Register) -> None:
    """Events are facts. Of 2019 only the days of adoption are; the interval is said as one."""
    document = tree(register, register.edition("2019"))
    assert values(document, "//a:eventRef/@date") == ["2015-12-18", "2019-10-23"]
    assert values(document, "//a:timeInterval/@start") == []
    own = document.find(".//kz:inEffect", IN)
    assert dict(own.attrib) == {
        "certainty": "presumed",
        "earliest": "2019-11-10",
        "latest": "2019-12-10",
    }
    known = specimen.editions[1]
    since, _ = specimen.validity(known)
    (start,) = values(tree(specimen, known), "//a:timeInterval/@start")
    path = f"//a:eventRef[@eId='{start[1:]}']/@date"
    assert values(tree(specimen, known), path) == [str(since.day)]


def test_doubts_and_faults_are_notes_at_their_places(
    register: kz.Register, edition: Edition
) -> None:
    """Each doubt and fault has its note; whatever stands in the text leads to it."""
    document = tree(register, edition)
    assert values(document, "//a:note/@kz:doubt") == [doubt.id for doubt in edition.doubts]
    assert len(values(document, "//a:note")) == len(edition.doubts) + len(edition.faults)
    marks = values(document, "//a:noteRef/@href")
    about = [address for doubt in edition.doubts for address in doubt.about]
    placed = {node.address for node in edition.text.walk()}
    expected = sum(address in placed for address in about) + len(edition.faults)
    assert len(marks) == expected


def test_it_says_that_it_is_unofficial(register: kz.Register, edition: Edition) -> None:
    """The preface says: unofficial, which edition, from when, which source; so do the data."""
    document = tree(register, edition)
    lines = [words(one) for one in document.xpath("//a:container/a:p", namespaces=IN)]
    assert lines[0].startswith("Unofficial text")
    assert any("2019-920" in line for line in lines)
    assert values(document, "//a:FRBRExpression/a:FRBRauthoritative/@value") == ["false"]


def test_a_text_not_held_has_no_invented_body(register: kz.Register) -> None:
    """Of 2015 there is an expression that says it is not held, and no word of the register."""
    document = tree(register, register.edition("2015"))
    body = document.find(".//a:mainBody", IN)
    assert len(body.findall(".//a:remark", IN)) == 1
    assert words(body).strip() == words(body.find(".//a:remark", IN))
    assert values(document, "//kz:edition/@held") == ["false"]
    done = CliRunner().invoke(main, ["export", "--edition", "2015", "--format", "akn"])
    assert done.exit_code == 3
    assert "<remark" in done.stdout


def test_what_xml_cannot_hold_is_refused() -> None:
    """A control character is refused by its code, not written as something else."""
    bad = histories.add("new", "Бас\x01шы.")
    later = histories.amending("2020-2", bad, adopted="2020-03-01", rule="2020-04-01")
    register = histories.register_of(histories.base(), later)
    with pytest.raises(BadInputError) as caught:
        to_akn(register, register.editions[-1], "en")
    assert "U+0001" in caught.value.text("en")


def test_two_editions_of_one_day_are_told_apart() -> None:
    """Two orders adopted on one day make two expressions with addresses of their own."""
    first = histories.amending(
        "2020-2", histories.add("one", "Бір."), adopted="2020-03-01", rule="2020-04-01"
    )
    second = evolve(
        histories.amending(
            "2020-3", histories.add("two", "Екі."), adopted="2020-03-01", rule="2020-05-01"
        )
    )
    register = histories.register_of(histories.base(), first, second)
    uris = [expression_uri(register, edition) for edition in register.editions]
    assert [uri.partition("@")[2] for uri in uris] == ["2020-01-10", "2020-03-01", "2020-03-01.2"]


def test_an_insertion_leads_to_what_was_inserted() -> None:
    """The destination of a change is the place where the thing stands in this edition."""
    later = histories.amending(
        "2020-2", histories.add("new", "Жаңа."), adopted="2020-03-01", rule="2020-04-01"
    )
    register = histories.register_of(histories.base(), later)
    document = tree(register, register.editions[-1])
    (place,) = values(document, "//a:destination/@href")
    (made,) = document.xpath(f"//*[@eId='{place[1:]}']", namespaces=IN)
    assert made.get("wId") == "entry_new"
    assert isinstance(register.order("2020-2").operations[0], Insert)
    assert Address.parse("entry:new").name in place


def test_all_editions_do_not_go_into_one_document() -> None:
    """A document is one expression: `--all` is refused, with what to ask for instead."""
    failed = CliRunner().invoke(main, ["export", "--all", "--format", "akn", "--lang", "en"])
    assert failed.exit_code == 2
    assert "--edition" in failed.stderr
