"""An order's own words: its paragraphs, the facts they state, and what others attest."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from kz_civil_positions.calendar import Publication, UnknownRule
from kz_civil_positions.errors import Problem
from kz_civil_positions.kazakh import find_dates, nominative, words
from kz_civil_positions.model import Span, Tongues
from kz_civil_positions.operations import Instruction
from kz_civil_positions.orders import FactSource, Order
from kz_civil_positions.sources.citations import find_citations
from kz_civil_positions.sources.draft import Draft
from kz_civil_positions.sources.issuers import same_office
from kz_civil_positions.sources.order_text import OrderFacts
from kz_civil_positions.verification.beside import broken, said_beside, states_beside
from kz_civil_positions.verification.case import Case
from kz_civil_positions.verification.keyed import differences, plain, record
from kz_civil_positions.verification.references import holds_words
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["attested", "base_facts", "facts", "instructions", "not_held", "paragraphs"]

Facts = Mapping[str, object]


def paragraphs(case: Case, draft: Draft) -> Check:
    """Answers: are the order's stored paragraphs those that the source gives?"""
    stored = {str(index): record(one) for index, one in enumerate(case.order.paragraphs)}
    derived = {str(index): record(one) for index, one in enumerate(draft.paragraphs)}
    failures = []
    for one in differences(stored, derived):
        where = case.files.order("paragraphs", int(one.key), one.field)
        missing = "not-derived" if one.key in stored else "not-stored"
        key = "differs" if one.field else missing
        failures.append(problem(where, f"paragraphs[{one.key}]", key, **one.facts))
    return Check.of("paragraphs", case.order.id, len(stored), failures)


# --------------------------------------------------------------------------- facts


def _stated(order: Order) -> Facts:
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
    return {name: value for name, value in found.items() if value not in (None, ())}


def _said(case: Case, draft: Draft) -> Facts:
    """What the order's own words say, under the same names."""
    facts = draft.facts
    issuer, language = case.order.issuer, case.order.language
    issued = facts.issuer is not None and same_office(facts.issuer, language, issuer)
    found = {
        "issuer": issuer if issued else None,
        "title": facts.title,
        "number": facts.number,
        "dates.adopted": facts.adopted,
        "dates.registered": facts.registered,
        "dates.publications": _publications(case.order, facts.publications),
        "registration": facts.registration,
        "rule": facts.rule,
        "signed_by": facts.signed_by,
        "agreed_with": facts.agreed_with,
        "amends": _amends(case.order, facts),
    }
    return {name: value for name, value in found.items() if value is not None}


def _amends(order: Order, said: OrderFacts) -> str | None:
    """The order that is stated, where the text amends it among others; else its first."""
    named = [one.id for one in said.amends]
    return order.amends if order.amends in named else next(iter(named), None)


def _publications(order: Order, said: tuple[Publication, ...]) -> tuple[Publication, ...] | None:
    """The publications that are stated, where the text names no other day of them.

    A source is named in many ways, and another order may have told of it first.
    """
    stated = order.dates.publications
    days = {one.date for one in said}
    if not said or (stated and days <= {one.date for one in stated}):
        return stated if said else None
    return said


def facts(case: Case, draft: Draft) -> Check:
    """Answers: do the order's number, dates, rule and signature stand in its own words?

    Both ways: what is stated must be said there or attested elsewhere, and what is said
    there must be stated.
    """
    stated, said = _stated(case.order), _said(case, draft)
    elsewhere = {source.fact for source in case.order.facts_from}
    failures = [
        _unlike(case, name, stated.get(name), said.get(name))
        for name in dict.fromkeys((*stated, *said))
        if stated.get(name) != said.get(name) and (name in said or name not in elsewhere)
    ]
    named = f"{case.order.adopted.year}-{case.order.number}"
    if case.order.id != named:
        sides = {"stored": case.order.id, "derived": named}
        failures.append(problem(case.files.order("id"), "id", "id-differs", **sides))
    return Check.of("facts", case.order.id, len(stated) + 1, failures)


def _unlike(case: Case, name: str, stored: object, derived: object) -> Problem:
    where = case.files.order(*name.split("."))
    return problem(where, name, "fact-differs", stored=_shown(stored), derived=_shown(derived))


def _shown(value: object) -> object:
    if isinstance(value, Tongues):
        return value.kk
    if isinstance(value, tuple):
        return "; ".join(f"{one.source}, {one.date}" for one in value)
    return value if isinstance(value, date) else plain(value)


def base_facts(case: Case, draft: Draft, cases: Mapping[str, Case]) -> Check | None:
    """Answers: is the amended order's folder one with what this order says of it?

    Returns:
        The check; None where this order amends no other.
    """
    base = cases.get(case.order.amends or "")
    said = next((one for one in draft.facts.amends if one.id == case.order.amends), None)
    if said is None or base is None:
        return None
    first = base.order.dates.first_publication
    pairs: dict[str, tuple[object, object]] = {
        "number": (base.order.number, said.number),
        "dates.adopted": (base.order.adopted, said.adopted),
    }
    if said.registration is not None:
        pairs["registration"] = base.order.registration, said.registration
    if said.published is not None:
        pairs["dates.publications"] = first and first.date, said.published
    failures = [_unlike(base, name, *pair) for name, pair in pairs.items() if pair[0] != pair[1]]
    return Check.of("base-facts", case.order.id, len(pairs), failures)


# -------------------------------------------------------------------- instructions


def instructions(case: Case, draft: Draft) -> Check:
    """Answers: do the quoted instructions stand in the order, at the lines and point given?"""
    order = case.order
    found = [("operations", at, one.instruction) for at, one in enumerate(order.operations)]
    found += [("unexpressed", at, one.instruction) for at, one in enumerate(order.unexpressed)]
    failures = []
    for name, at, instruction in found:
        if key := _misquoted(instruction, draft):
            where = case.files.order(name, at, "instruction")
            says = {"quote": instruction.quote, "point": instruction.point} if instruction else {}
            failures.append(problem(where, f"{name}[{at}].instruction", key, **says))
    return Check.of("instructions", order.id, len(found), failures)


def _misquoted(instruction: Instruction | None, draft: Draft) -> str | None:
    if instruction is None:
        return "operation-without-quote"
    span = instruction.lines
    if span is None:
        return "quote-without-lines"
    quoted = [one.text for one in draft.paragraphs if one.lines and _touch(one.lines, span)]
    if not holds_words(" ".join(quoted), instruction.quote):
        return "quote-not-found"
    points = [
        one.number
        for one in draft.paragraphs
        if one.number and one.lines and one.lines.first <= span.first
    ]
    return None if points[-1:] == [instruction.point] else "quote-of-other-point"


def _touch(one: Span, other: Span) -> bool:
    return one.first <= other.last and other.first <= one.last


# ------------------------------------------------------------------------ attested


def not_held(case: Case) -> Check:
    """Answers: is an order without a source file really one whose text we do not give?

    Its text cannot be checked, so it must not be there; a specimen is nobody's text.
    """
    order = case.order
    given = bool(order.paragraphs or case.stored) and not order.fictional
    failures = [problem(case.files.order(), "", "text-without-source")] if given else []
    return Check.of("not-held", order.id, 1, failures)


def attested(case: Case, cases: Mapping[str, Case]) -> Check:
    """Answers: do the lines of another order that are named for a fact really state it?

    Of an order whose text is not held nothing may be stated that no other order attests.
    """
    order, stated = case.order, _stated(case.order)
    failures = []
    for index, source in enumerate(order.facts_from):
        value = stated.get(source.fact)
        if key := _unattested(source, value, cases.get(source.order)):
            where = case.files.order("facts_from", index)
            says = {"order": source.order, "lines": source.lines, "value": _shown(value)}
            failures.append(problem(where, source.fact, key, **says))
    if order.source is None and not order.fictional:
        named = {source.fact for source in order.facts_from}
        failures += [
            problem(case.files.order(*name.split(".")), name, "fact-without-source")
            for name in stated
            if name not in named
        ]
    return Check.of("attested", order.id, len(order.facts_from), failures)


def _unattested(source: FactSource, value: object, witness: Case | None) -> str | None:
    if value is None:
        return "fact-not-stated"
    if source.file is not None and witness is not None:
        if broken(witness.files, source.file):
            return "witness-not-held"
        said = said_beside(witness.files.folder / source.file.file)
        return None if states_beside(source.fact, value, said) else _NOT_THERE
    if witness is None or witness.reading.draft is None:
        return "witness-not-held"
    uses = witness.reading.draft.uses
    text = " ".join(use.text for use in uses if source.first <= use.line <= source.last)
    if isinstance(value, Tongues) and witness.order.language != "kaz":
        return None if _names(text, witness.order.language, value) else _NOT_THERE
    return None if all(_states(text, part) for part in _parts(source.fact, value)) else _NOT_THERE


_NOT_THERE: Final = "fact-not-attested"


def _names(text: str, language: str, office: Tongues) -> bool:
    """Whether a sentence of this language names that office as the issuer of some order."""
    issuers = (one.issuer for one in find_citations(text))
    return any(issuer and same_office(issuer, language, office) for issuer in issuers)


def _parts(name: str, value: object) -> Iterator[date | str]:
    """What the text must show for the fact to stand in it."""
    match value:
        case date() | str():
            yield f"№ {value}" if name in ("number", "registration") else value
        case Tongues():
            yield value.kk
        case Publication():
            yield from (value.date, value.source)
        case tuple():
            for one in value:
                yield from _parts(name, one)
        case _:  # such as a rule of commencement, which no other order can state
            yield ""


def _states(text: str, part: date | str) -> bool:
    return part in find_dates(text) if isinstance(part, date) else _mentions(text, part)


# A name is declined in a sentence: министрі – министрінің, жүйесі – жүйесінде.
_ENDING: Final = r"(?:н?[дт][ае]|[ндт][ыі]ң)?"


def _mentions(text: str, name: str) -> bool:
    """Whether the text has this name, in the genitive or locative if need be."""
    pattern = r"\s*".join(re.escape(nominative(word)) + _ENDING for word in words(name))
    return bool(pattern) and bool(re.search(rf"(?<!\w){pattern}(?!\w)", text))
