"""An order's own words: its paragraphs, the facts they state, and what others attest."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from kz_civil_positions.calendar import Publication, UnknownRule
from kz_civil_positions.errors import Problem
from kz_civil_positions.kazakh import find_dates, nominative, words
from kz_civil_positions.model import Span, Tongues
from kz_civil_positions.operations import Instruction
from kz_civil_positions.orders import FactSource, Order, OrderParagraph, OrderRole
from kz_civil_positions.sources.draft import Draft
from kz_civil_positions.verification.case import Case
from kz_civil_positions.verification.keyed import differences, plain
from kz_civil_positions.verification.references import holds_words
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["attested", "base_facts", "facts", "instructions", "paragraphs"]

Cases = Mapping[str, Case]


def paragraphs(case: Case, draft: Draft) -> Check:
    """Answers: are the order's stored paragraphs those that the source gives?"""
    stored, derived = _numbered(case.order.paragraphs), _numbered(draft.paragraphs)
    failures = []
    for one in differences(stored, derived):
        index = int(one.key)
        where = case.files.order("paragraphs", index, one.field)
        facts = {"field": one.field, "stored": one.stored, "derived": one.derived}
        if one.field:
            failures.append(problem(where, f"paragraphs[{index}]", "differs", **facts))
        else:
            key = "not-derived" if one.key in stored else "not-stored"
            text = (stored.get(one.key) or derived[one.key])["text"]
            said = {"stored": text, "derived": text}
            failures.append(problem(where, f"paragraphs[{index}]", key, **said))
    return Check.of("paragraphs", case.order.id, len(stored), failures)


def _numbered(found: tuple[OrderParagraph, ...]) -> dict[str, dict[str, object]]:
    names = ("role", "text", "lines", "number")
    return {
        str(index): {name: plain(getattr(paragraph, name)) for name in names}
        for index, paragraph in enumerate(found)
    }


# --------------------------------------------------------------------------- facts


@frozen
class _Fact:
    """A fact about an order: its place in ``order.yaml``, and its value."""

    name: str
    value: object

    @property
    def path(self) -> list[str]:
        return self.name.split(".")


def _stated(order: Order) -> Iterator[_Fact]:
    """What ``order.yaml`` states of the order; silence states nothing."""
    found = {
        "issuer": order.issuer,
        "title": order.title,
        "number": order.number,
        "dates.adopted": order.dates.adopted,
        "dates.registered": order.dates.registered,
        "dates.publications": order.dates.publications,
        "registration": order.registration,
        "rule": None if isinstance(order.rule, UnknownRule) else order.rule,
        "signed_by": order.signed_by,
        "agreed_with": order.agreed_with,
        "amends": order.amends,
    }
    for name, value in found.items():
        if value not in (None, ()):
            yield _Fact(name, value)


def _own(case: Case, draft: Draft) -> dict[str, object]:
    """What the order's own words say, under the same names."""
    said, amended = draft.facts, draft.facts.amended
    titles = [one.text for one in draft.paragraphs if one.role is OrderRole.TITLE]
    headers = [one.text for one in draft.paragraphs if one.role is OrderRole.HEADER]
    issuer = (
        case.order.issuer if any(_mentions(one, case.order.issuer.kk) for one in headers) else None
    )
    return {
        "issuer": issuer,
        "title": titles[0] if titles else None,
        "number": said.number,
        "dates.adopted": said.adopted,
        "dates.registered": said.registered,
        "registration": said.registration,
        "rule": said.rule,
        "signed_by": said.signed_by,
        "agreed_with": said.agreed_with,
        "amends": amended and f"{amended.adopted.year}-{amended.number}",
    }


def facts(case: Case, draft: Draft) -> Check:
    """Answers: do the order's number, dates, rule and signature stand in its own words?

    Both ways: what is stated must be said there or attested elsewhere, and what is said
    there must be stated.
    """
    stated = {fact.name: fact.value for fact in _stated(case.order)}
    own = {name: value for name, value in _own(case, draft).items() if value is not None}
    elsewhere = {source.fact for source in case.order.facts_from}
    failures = [
        _unlike(case, name, stated.get(name), own.get(name))
        for name in dict.fromkeys((*stated, *own))
        if stated.get(name) != own.get(name) and (name in own or name not in elsewhere)
    ]
    expected = f"{case.order.adopted.year}-{case.order.number}"
    if case.order.id != expected:
        facts = {"stored": case.order.id, "derived": expected}
        failures.append(problem(case.files.order("id"), "id", "id-differs", **facts))
    return Check.of("facts", case.order.id, len(stated) + 1, failures)


def _unlike(case: Case, name: str, stored: object, derived: object) -> Problem:
    where = case.files.order(*name.split("."))
    return problem(where, name, "fact-differs", stored=_shown(stored), derived=_shown(derived))


def _shown(value: object) -> object:
    if isinstance(value, Tongues):
        return value.kk
    if isinstance(value, tuple):
        return "; ".join(f"{one.source} {one.date}" for one in value)
    return value if isinstance(value, str | date | None) else plain(value)


def base_facts(case: Case, draft: Draft, cases: Cases) -> Check | None:
    """Answers: is the amended order's folder one with what this order says of it?

    Returns:
        The check; None where this order names no other, or its folder is not there.
    """
    said, base = draft.facts.amended, cases.get(case.order.amends or "")
    if said is None or base is None:
        return None
    order = base.order
    published = sorted(event.date for event in order.dates.publications)
    pairs: list[tuple[str, object, object]] = [
        ("number", order.number, said.number),
        ("dates.adopted", order.adopted, said.adopted),
        ("registration", order.registration, said.registration),
        ("dates.publications", published[0] if published else None, said.published),
    ]
    failures = [
        _unlike(base, name, stored, derived) for name, stored, derived in pairs if stored != derived
    ]
    return Check.of("base-facts", case.order.id, len(pairs), failures)


# -------------------------------------------------------------------- instructions


def instructions(case: Case, draft: Draft) -> Check:
    """Answers: do the quoted instructions stand in the order, at the lines and point given?"""
    found = [
        (("operations", index, "instruction"), operation.instruction)
        for index, operation in enumerate(case.order.operations)
        if operation.instruction
    ]
    found += [
        (("unexpressed", index, "instruction"), one.instruction)
        for index, one in enumerate(case.order.unexpressed)
    ]
    failures = []
    for path, instruction in found:
        key = _misquoted(instruction, draft)
        if key:
            where = case.files.order(*path)
            facts = {"quote": instruction.quote, "point": instruction.point}
            failures.append(problem(where, ".".join(map(str, path)), key, **facts))
    return Check.of("instructions", case.order.id, len(found), failures)


def _misquoted(instruction: Instruction, draft: Draft) -> str | None:
    span = instruction.lines
    if span is None:
        return "quote-without-lines"
    quoted = [one for one in draft.paragraphs if one.lines and _touch(one.lines, span)]
    if not holds_words(" ".join(one.text for one in quoted), instruction.quote):
        return "quote-not-found"
    numbered = [one for one in draft.paragraphs if one.number and one.lines]
    before = [one.number for one in numbered if one.lines and one.lines.first <= span.first]
    return None if before and before[-1] == instruction.point else "quote-of-other-point"


def _touch(one: Span, other: Span) -> bool:
    return one.first <= other.last and other.first <= one.last


# ------------------------------------------------------------------------ attested


def attested(case: Case, cases: Cases) -> Check:
    """Answers: do the lines of another order that are named for a fact really state it?

    Of an order whose text is not held nothing may be stated that no other order attests.
    """
    stated = {fact.name: fact for fact in _stated(case.order)}
    failures = []
    for index, source in enumerate(case.order.facts_from):
        key = _unattested(stated.get(source.fact), source, cases.get(source.order))
        if key:
            where = case.files.order("facts_from", index)
            value = stated[source.fact].value if source.fact in stated else None
            facts = {"fact": source.fact, "order": source.order, "lines": source.lines}
            failures.append(problem(where, source.fact, key, value=_shown(value), **facts))
    count = len(case.order.facts_from)
    if case.order.source is None:
        named = {source.fact for source in case.order.facts_from}
        for name, fact in stated.items():
            if name not in named:
                where = case.files.order(*fact.path)
                failures.append(problem(where, name, "fact-without-source"))
    return Check.of("attested", case.order.id, count, failures)


def _unattested(fact: _Fact | None, source: FactSource, witness: Case | None) -> str | None:
    if fact is None:
        return "fact-not-stated"
    if witness is None or witness.reading.draft is None:
        return "witness-not-held"
    uses = witness.reading.draft.uses
    text = " ".join(use.text for use in uses if source.first <= use.line <= source.last)
    return None if _states(text, fact.value, fact.name) else "fact-not-attested"


def _states(text: str, value: object, name: str) -> bool:
    match value:
        case date():
            return value in find_dates(text)
        case tuple():
            return all(_published(text, event) for event in value)
        case Tongues():
            return _mentions(text, value.kk)
        case str() if name in ("number", "registration"):
            return bool(re.search(rf"№ {re.escape(value)}(?!\w)", text))
        case str():
            return _mentions(text, value)
    return False


def _published(text: str, event: object) -> bool:
    return (
        isinstance(event, Publication)
        and event.date in find_dates(text)
        and _mentions(text, event.source)
    )


# A name is declined in a sentence: министрі – министрінің, жүйесі – жүйесінде.
_ENDING: Final = r"(?:н?[дт][ае]|[ндт][ыі]ң)?"


def _mentions(text: str, name: str) -> bool:
    """Whether the text has this name, in the genitive or locative if need be."""
    pattern = r"\s*".join(re.escape(nominative(word)) + _ENDING for word in words(name))
    return bool(pattern) and bool(re.search(rf"(?<!\w){pattern}(?!\w)", text))
