"""Orders and editions as linked data, in JSON-LD with the terms of ELI.

The context stands in the document: nothing has to be fetched. A day that is only presumed
is never given as a date of ELI; it stands, with its certainty, under a term of our own.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from kz_civil_positions.calendar import InEffect
from kz_civil_positions.exports.notices import notice_lines
from kz_civil_positions.exports.uris import expression_uri, order_uri
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.timeline import Fate, OutcomeState
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import Edition, Tongues
from kz_civil_positions.operations import Repeal
from kz_civil_positions.orders import Order

__all__ = ["CONTEXT", "orders_jsonld"]

Json = dict[str, Any]

_ELI: Final = "http://data.europa.eu/eli/ontology#"
_ROOT: Final = "urn:kz-civil-positions:"
_LANGUAGE: Final = "http://publications.europa.eu/resource/authority/language/"
# The tags of JSON-LD have two letters, where the register's own text has three.
_TAGS: Final = {"kaz": "kk", "rus": "ru", "eng": "en"}


def _date(term: str) -> Json:
    return {"@id": f"eli:{term}", "@type": "xsd:date"}


def _link(term: str) -> Json:
    return {"@id": f"eli:{term}", "@type": "@id"}


CONTEXT: Final[Json] = {
    "eli": _ELI,
    "own": f"{_ROOT}term:",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "id": "@id",
    "type": "@type",
    "LegalResource": "eli:LegalResource",
    "LegalExpression": "eli:LegalExpression",
    "label": "rdfs:label",
    "comment": "rdfs:comment",
    "id_local": "eli:id_local",
    "number": "eli:number",
    "title": "eli:title",
    "version": "eli:version",
    **{
        name: _date(name)
        for name in (
            *("date_document", "date_publication", "date_applicability"),
            "date_no_longer_in_force",
        )
    },
    **{
        name: _link(name)
        for name in (
            *("type_document", "language", "passed_by", "is_about", "legal_value", "in_force"),
            *("changes", "changed_by", "repeals", "repealed_by"),
            *("realizes", "is_realized_by"),
        )
    },
    "registration_number": "own:registrationNumber",
    "registration_date": {"@id": "own:registrationDate", "@type": "xsd:date"},
    "published_in": "own:publishedIn",
    "publication_stated_by_user": {"@id": "own:publicationStatedByUser", "@type": "xsd:date"},
    "put_into_effect": "own:putIntoEffect",
    "ended": "own:ended",
    "by": {"@id": "own:by", "@type": "@id"},
    "not_before": {"@id": "own:notBefore", "@type": "xsd:date"},
    "at_the_latest": {"@id": "own:atTheLatest", "@type": "xsd:date"},
    "certainty": "own:certainty",
    "fate": "own:fate",
    "text_held": "own:textHeld",
    "fictional": "own:fictional",
    "checked_until": {"@id": "own:checkedUntil", "@type": "xsd:date"},
    "doubts": {"@id": "own:doubt", "@container": "@set"},
    "certitude": "own:certitude",
}


def orders_jsonld(register: Register, orders: Iterable[Order]) -> Json:
    """Answers: what are these orders, and the editions they made, as linked data?

    Args:
        register: the register they are of.
        orders: which of its orders.

    Returns:
        A JSON-LD document whose context stands in it.

    Example:
        >>> import kz_civil_positions as kz
        >>> register = kz.load()
        >>> graph = orders_jsonld(register, register.orders)["@graph"]
        >>> [node["number"] for node in graph if node.get("type") == "LegalResource"]
        ['1035', '920']
    """
    chosen = tuple(orders)
    names = {order.id for order in chosen}
    editions = tuple(edition for edition in register.editions if edition.order in names)
    graph = [_notice(register, editions)]
    graph += [node for order in chosen for node in _order_nodes(register, order)]
    graph += [_edition(register, text) for one in editions for text in _texts(register, one)]
    issuers = {_issuer_id(order): order.issuer for order in chosen}
    graph += [{"id": name, "label": _said(issuer)} for name, issuer in issuers.items()]
    graph.append(_subject())
    return {"@context": CONTEXT, "@graph": graph}


def _iri(uri: str) -> str:
    return _ROOT + uri.removeprefix("/")


def _said(tongues: Tongues) -> list[Json]:
    return [{"@value": tongues[one], "@language": one} for one in LANGUAGES]


def _printed(text: str, language: str) -> Json:
    return {"@value": text, "@language": _TAGS.get(language, language)}


def _notice(register: Register, editions: tuple[Edition, ...]) -> Json:
    lines = [
        {"@value": line, "@language": language}
        for language in LANGUAGES
        for line in notice_lines(register, editions, language)
    ]
    found: Json = {
        "id": f"{_ROOT}notice",
        "comment": lines,
        "fictional": register.base.fictional,
    }
    if register.checked_until:
        found["checked_until"] = str(register.checked_until)
    return found


def _subject() -> Json:
    """Unofficial renderings of the word for the register."""
    return {"id": f"{_ROOT}register", "label": _said(Tongues("тізілім", "реестр", "register"))}


def _issuer_id(order: Order) -> str:
    """Orders say who issued them in words; equal words are one issuer."""
    from hashlib import sha256  # noqa: PLC0415 - only here

    return f"{_ROOT}issuer:{sha256(order.issuer.kk.encode()).hexdigest()[:16]}"


# ── orders ───────────────────────────────────────────────────────────────────────────────


def _order_nodes(register: Register, order: Order) -> Iterator[Json]:
    name = _iri(order_uri(order))
    text = _iri(f"{order_uri(order)}/{order.language}@")
    yield {
        "id": name,
        "type": "LegalResource",
        "id_local": order.id,
        "type_document": f"{_ROOT}type:order",
        "number": order.number,
        "date_document": str(order.adopted),
        "passed_by": _issuer_id(order),
        "is_about": f"{_ROOT}register",
        **_registration(order),
        **_publication(order),
        **_effect(register.in_effect(order)),
        **_relations(register, order),
        **_end(register, order),
        "fictional": order.fictional,
        "is_realized_by": [text, *_editions_of(register, order)],
    }
    yield {
        "id": text,
        "type": "LegalExpression",
        "realizes": name,
        "language": _LANGUAGE + order.language.upper(),
        "title": _printed(order.title, order.language),
        "legal_value": f"{_ELI}LegalValue-unofficial",
        "text_held": order.source is not None or bool(order.paragraphs),
    }


def _editions_of(register: Register, order: Order) -> Iterator[str]:
    """The editions of the register are expressions of the base order."""
    if order is register.base:
        for edition in register.editions:
            for text in _texts(register, edition):
                yield _iri(expression_uri(register, text))


def _texts(register: Register, edition: Edition) -> tuple[Edition, ...]:
    """An expression for each language in which the edition is held; one if it is not."""
    tongues = register.languages(edition)
    return tuple(register.in_language(edition, one) for one in tongues) or (edition,)


def _registration(order: Order) -> Json:
    found = {"registration_number": order.registration, "registration_date": order.dates.registered}
    return {name: str(value) for name, value in found.items() if value is not None}


def _publication(order: Order) -> Json:
    first = order.dates.first_publication
    if first is None:
        return {}
    key = "publication_stated_by_user" if first.by_user else "date_publication"
    return {key: str(first.date), "published_in": first.source}


def _effect(found: InEffect) -> Json:
    """The day itself where it is a fact, and always what the sources allow."""
    day = {"date_applicability": str(found.day)} if found.day else {}
    return {"put_into_effect": _interval(found), **day}


def _interval(found: InEffect) -> Json:
    told: Json = {"certainty": str(found.certainty)}
    for name, day in (("not_before", found.earliest), ("at_the_latest", found.latest)):
        if day:
            told[name] = str(day)
    return told


def _relations(register: Register, order: Order) -> Json:
    """What it changes and repeals, and what changes and repeals it."""
    changed = [order.amends] if order.amends else []
    changers = [one.id for one in register.orders if one.amends == order.id]
    repealed = [target for by, target in _repeals(register) if by == order.id]
    repealers = [by for by, target in _repeals(register) if target == order.id]
    found = {
        "changes": changed,
        "changed_by": changers,
        "repeals": repealed,
        "repealed_by": repealers,
    }
    return {
        name: [_iri(order_uri(register.order(one))) for one in ids]
        for name, ids in found.items()
        if ids
    }


def _repeals(register: Register) -> Iterator[tuple[str, str]]:
    """Which order repeals which, where that was carried out."""
    for one in register.outcomes:
        if one.state is OutcomeState.APPLIED:
            operation = register.order(one.order).operations[one.index]
            if isinstance(operation, Repeal):
                yield one.order, operation.order


def _end(register: Register, order: Order) -> Json:
    """That it is not in force, where nothing but a fact says so."""
    step = register.step_of(order)
    if step.fate is Fate.STILLBORN:
        return {"fate": str(step.fate), "in_force": f"{_ELI}InForce-notInForce"}
    days = [
        register.in_effect(register.order(by)).day
        for by, target in _repeals(register)
        if target == order.id
    ]
    known = [day for day in days if day]
    if not known:
        return {"fate": str(step.fate)}
    return {
        "fate": str(step.fate),
        "in_force": f"{_ELI}InForce-notInForce",
        "date_no_longer_in_force": str(min(known)),
    }


# ── editions ─────────────────────────────────────────────────────────────────────────────


def _edition(register: Register, edition: Edition) -> Json:
    since, ended = register.validity(edition)
    found: Json = {
        "id": _iri(expression_uri(register, edition)),
        "type": "LegalExpression",
        "realizes": _iri(order_uri(register.base)),
        "version": edition.key,
        "language": _LANGUAGE + edition.language.upper(),
        "legal_value": f"{_ELI}LegalValue-unofficial",
        "is_about": f"{_ROOT}register",
        "text_held": edition.held,
        "by": _iri(order_uri(register.order(edition.order))),
        **_effect(since),
        "doubts": [
            {
                "id_local": doubt.id,
                "certitude": str(doubt.certitude),
                "comment": _said(doubt.statement),
            }
            for doubt in edition.doubts
        ],
    }
    if ended:
        by = _iri(order_uri(register.order(ended.order)))
        found["ended"] = {"by": by, **_interval(ended.in_effect)}
    return found
