"""Linked data: sound JSON-LD, the terms of ELI, and no presumption given as a date."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner

import histories
import kz_civil_positions as kz
from kz_civil_positions.cli import main
from kz_civil_positions.exports.jsonld import CONTEXT, orders_jsonld
from kz_civil_positions.operations import Repeal

SPECIMEN: Final = Path(__file__).parent.parent / "examples" / "specimen"
ELI: Final = "http://data.europa.eu/eli/ontology#"
OWN: Final = "urn:kz-civil-positions:term:"
# The terms of the ontology that are used; a slip of the pen would be another term.
ELI_TERMS: Final = frozenset(
    {"LegalResource", "LegalExpression", "id_local", "number", "title", "version"}
    | {"date_document", "date_publication", "date_applicability", "date_no_longer_in_force"}
    | {"type_document", "language", "passed_by", "is_about", "legal_value", "in_force"}
    | {"changes", "changed_by", "repeals", "repealed_by", "realizes", "is_realized_by"}
)
# Of a value with a type or a link, the first letters of what is said of it first.
TYPED: Final = ("@id", "http", "urn:")
Triple = tuple[str, str, object]


def full(name: str) -> str:
    """Answers: what is this name, written out by the context?"""
    head, colon, rest = name.partition(":")
    if colon and head in CONTEXT:
        return f"{CONTEXT[head]}{rest}"
    if not colon and name in CONTEXT:
        term = CONTEXT[name]
        return full(term["@id"] if isinstance(term, dict) else term)
    return name


def triples(document: dict[str, Any]) -> Iterator[Triple]:
    """Answers: which statements does this document make? Its context is read by hand."""
    for number, node in enumerate(document["@graph"]):
        yield from statements(node, f"_:{number}")


def statements(node: dict[str, Any], blank: str) -> Iterator[Triple]:
    """Answers: which statements does this node make?"""
    subject = node.get("id", blank)
    for name, value in node.items():
        if name == "id":
            continue
        if name == "type":
            yield subject, "type", full(value)
            continue
        assert name in CONTEXT, f"{name} would be dropped by every reader"
        term = CONTEXT[name]
        kind = term.get("@type") if isinstance(term, dict) else None
        for at, one in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(one, dict) and "@value" not in one:
                inner = f"{subject}/{name}{at}"
                yield subject, full(name), one.get("id", inner)
                yield from statements(one, inner)
            elif isinstance(one, dict):
                assert set(one) == {"@value", "@language"}
                yield subject, full(name), (one["@value"], one["@language"])
            else:
                yield subject, full(name), one if kind is None else (full(kind), one)


@pytest.fixture(scope="module")
def graph(register: kz.Register) -> list[Triple]:
    """The statements about the real orders."""
    return list(triples(orders_jsonld(register, register.orders)))


def said(graph: list[Triple], subject: str, term: str) -> list[object]:
    """Answers: what is said of this thing under this term?"""
    found = [value for one, name, value in graph if one == subject and name == term]
    return [one[1] if isinstance(one, tuple) and one[0][:4] in TYPED else one for one in found]


FIRST: Final = "urn:kz-civil-positions:akn/kz/act/order/2015-12-18/1035"
SECOND: Final = "urn:kz-civil-positions:akn/kz/act/order/2019-10-23/920"


def test_the_context_stands_in_the_document(register: kz.Register) -> None:
    """Nothing has to be fetched to read it, and every term leads to a full address."""
    document = json.loads(json.dumps(orders_jsonld(register, register.orders)))
    assert isinstance(document["@context"], dict)
    for name in CONTEXT:
        assert full(name).startswith(("http", "urn:", "@")), name
    used = {full(name).removeprefix(ELI) for name in CONTEXT if full(name).startswith(ELI)}
    assert used - {""} == ELI_TERMS


def test_every_statement_can_be_read(
    graph: list[Triple],
) -> None:
    """Each subject, term and link is a full address; no reader drops any of them."""
    for subject, term, value in graph:
        assert ":" in subject
        assert ":" in term or term == "type"
        if isinstance(value, tuple) and value[0] == "@id":
            assert str(value[1]).startswith(("urn:", "http")), value


def test_links_lead_to_what_is_there(register: kz.Register) -> None:
    """What is named in this document is also described in it, but for terms of others."""
    specimen = kz.load(SPECIMEN)
    for one in (register, specimen):
        found = list(triples(orders_jsonld(one, one.orders)))
        there = {subject for subject, _, _ in found}
        named = {
            str(value[1]) for _, _, value in found if isinstance(value, tuple) and value[0] == "@id"
        }
        ours = {name for name in named if name.startswith("urn:")}
        assert ours - there == {"urn:kz-civil-positions:type:order"}


def test_orders_say_what_is_known_of_them(graph: list[Triple]) -> None:
    """Number, day of adoption, registration, publication, and what changes what."""
    assert said(graph, FIRST, "type") == [f"{ELI}LegalResource"]
    assert said(graph, FIRST, f"{ELI}date_document") == ["2015-12-18"]
    assert said(graph, FIRST, f"{ELI}date_publication") == ["2016-01-13"]
    assert said(graph, FIRST, f"{ELI}changed_by") == [SECOND]
    assert said(graph, SECOND, f"{ELI}changes") == [FIRST]
    assert said(graph, SECOND, f"{OWN}registrationDate") == ["2019-10-30"]
    assert said(graph, SECOND, f"{OWN}registrationNumber") == ["19523"]
    assert said(graph, FIRST, f"{OWN}registrationDate") == []
    assert said(graph, SECOND, f"{ELI}date_publication") == []


def test_a_presumed_day_is_no_date_of_eli(graph: list[Triple]) -> None:
    """Neither order has a day of effect that is a fact: both have an interval, and say so."""
    assert [value for _, term, value in graph if term == f"{ELI}date_applicability"] == []
    assert [value for _, term, value in graph if term == f"{ELI}in_force"] == []
    inner = f"{SECOND}/put_into_effect0"
    assert said(graph, inner, f"{OWN}certainty") == ["presumed"]
    assert said(graph, inner, f"{OWN}notBefore") == ["2019-11-10"]
    assert said(graph, inner, f"{OWN}atTheLatest") == ["2019-12-10"]


def test_a_day_that_is_a_fact_is_given() -> None:
    """In the specimen a day is given exactly where it is a fact."""
    register = kz.load(SPECIMEN)
    document = orders_jsonld(register, register.orders)
    nodes = {one["id_local"]: one for one in document["@graph"] if "id_local" in one}
    for order in register.orders:
        day = register.in_effect(order).day
        assert nodes[order.id].get("date_applicability") == (str(day) if day else None)
    assert nodes["2020-511"]["in_force"] == f"{ELI}InForce-notInForce"
    assert nodes["2020-511"]["fate"] == "stillborn"
    assert all(one["fictional"] for one in nodes.values())


def test_a_repeal_ends_the_order_it_names() -> None:
    """An order repealed on a day that is a fact is no longer in force since that day."""
    end = histories.amending(
        "2021-5",
        histories.told(Repeal(order=histories.BASE)),
        adopted="2021-01-01",
        rule="2021-02-01",
    )
    register = histories.register_of(histories.base(), end)
    base = orders_jsonld(register, register.orders[:1])["@graph"][1]
    assert base["date_no_longer_in_force"] == "2021-02-01"
    assert base["repealed_by"] == ["urn:kz-civil-positions:akn/zz/act/order/2021-01-01/5"]


def test_what_the_user_states_is_no_publication_of_eli(register: kz.Register) -> None:
    """A publication that the user knows of is the user's statement, and marked as one."""
    told = register.with_publication("2019-920", histories.day("2019-11-06"), source="test")
    found = list(triples(orders_jsonld(told, told.orders)))
    assert said(found, SECOND, f"{ELI}date_publication") == []
    assert said(found, SECOND, f"{OWN}publicationStatedByUser") == ["2019-11-06"]


def test_editions_are_unofficial_expressions_of_the_base(
    graph: list[Triple], register: kz.Register
) -> None:
    """Each edition says: unofficial, held or not, in which language, and what is doubtful."""
    for edition, held in zip(register.editions, (False, True), strict=True):
        day = register.order(edition.order).adopted
        name = f"{FIRST}/kaz@{day}"
        assert said(graph, name, f"{ELI}realizes") == [FIRST]
        assert said(graph, name, f"{OWN}textHeld") == [held]
        assert said(graph, name, f"{ELI}legal_value") == [f"{ELI}LegalValue-unofficial"]
        assert len(said(graph, name, f"{OWN}doubt")) == len(edition.doubts)
    comments = [value for _, term, value in graph if term.endswith("#comment")]
    assert any("Unofficial" in str(value) for value in comments)


def test_the_command_gives_one_order_or_all(tmp_path: Path) -> None:
    """`export --output orders.jsonld` gives all orders; `--edition` the one that made it."""
    file = tmp_path / "orders.jsonld"
    assert CliRunner().invoke(main, ["export", "--output", str(file)]).exit_code == 0
    both = json.loads(file.read_text(encoding="utf-8"))
    words = ["export", "--format", "jsonld", "--edition", "2019"]
    one = json.loads(CliRunner().invoke(main, words).stdout)
    counts = [
        sum(node.get("type") == "LegalResource" for node in document["@graph"])
        for document in (both, one)
    ]
    assert counts == [2, 1]
