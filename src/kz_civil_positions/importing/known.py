"""What a text says of its order, held against what is known of that order already."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import evolve, frozen

from kz_civil_positions.calendar import ActDates, Publication, UnknownRule, date_problems
from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.importing.reading import Read, place_of
from kz_civil_positions.kazakh import fold
from kz_civil_positions.model import Tongues
from kz_civil_positions.orders import Checked, Order, OrderRole
from kz_civil_positions.sources.issuers import issuer_named, same_office

__all__ = ["Described", "check_agrees", "described", "id_of", "of_order", "said_by"]

Facts = Mapping[str, Any]

# What every order must have: its own text says it, or another order's text does.
_NEEDED: Final = ("number", "dates.adopted", "title", "issuer")
# What is good to know, and said to be unknown where nobody says it.
_WANTED: Final = (
    "registration",
    "dates.registered",
    "dates.publications",
    "rule",
    "signed_by",
)
# What no other order can attest: the text's own words are the better source.
_OWN_WORDS: Final = ("rule", "signed_by", "agreed_with")
# An id names a folder.
_ID: Final = re.compile(r"[0-9]{4}-[^\W_](?:[\w.-]*\w)?")
_BASIS: Final = Tongues(
    "Біздегі мәтіннің өзі: оның соңғы күні; кейінгі өзгерістер тексерілген жоқ.",
    "Сам имеющийся текст: последняя его дата; позднейшие изменения не проверялись.",
    "The text we hold, and nothing after it: its last date; later changes were not checked.",
)


@frozen
class Described:
    """An order as far as it is known.

    Attributes:
        order: the order; what it does is still to be said.
        unknown: names of facts that nobody states.
        to_translate: whether its issuer's name is only there as printed.
    """

    order: Order
    unknown: tuple[str, ...]
    to_translate: bool


def said_by(read: Read) -> Facts:
    """Answers: what do the words of this text say of its order?

    Returns:
        The facts by the names of the fields they go into; what is not said is left out. The
        issuer is given as printed.
    """
    facts = read.draft.facts
    found = {
        "number": facts.number,
        "dates.adopted": facts.adopted,
        "title": facts.title,
        "issuer": facts.issuer,
        "registration": facts.registration,
        "dates.registered": facts.registered,
        "dates.publications": facts.publications,
        "rule": facts.rule,
        "signed_by": facts.signed_by,
        "agreed_with": facts.agreed_with,
    }
    return {name: value for name, value in found.items() if value not in (None, ())}


def id_of(read: Read, order: str | None) -> str:
    """Answers: which order's text is this?

    Args:
        read: the document.
        order: the id that the user gives; None where the text is to say.

    Returns:
        The order's id.

    Raises:
        DataError: when the text does not say, or says another.
    """
    said = said_by(read)
    number, adopted = said.get("number"), said.get("dates.adopted")
    own = f"{adopted.year}-{number}" if number and adopted else None
    if order is None and own is None:
        raise DataError(_missing(read, ("number", "dates.adopted"), said))
    found = order or own or ""
    if own is not None and found != own:
        raise DataError([_problem(read, "id", "other-order", said=own, given=found)])
    if not _ID.fullmatch(found):
        raise DataError([_problem(read, "id", "not-an-id", id=found)])
    return found


def _missing(read: Read, names: Iterable[str], there: Facts) -> Iterator[Problem]:
    for name in names:
        if name not in there:
            yield Problem(read.name, name, f"importing.no-{name.rpartition('.')[2]}")


def _problem(read: Read, fact: str, key: str, **facts: object) -> Problem:
    return Problem(_place(read, fact), fact, f"importing.{key}", tuple(facts.items()))


def _place(read: Read, fact: str) -> str:
    """Where in the document the order says this of itself."""
    role = OrderRole.TITLE if fact == "title" else OrderRole.HEADER
    for paragraph in read.draft.paragraphs:
        if paragraph.role is role and paragraph.lines:
            return place_of(read.name, read.document, paragraph.lines.first)
    return read.name


# ----------------------------------------------------------------- known, and said


def of_order(order: Order) -> Facts:
    """Answers: what does this order's folder say of it, under the same names?"""
    found = {
        "number": order.number,
        "dates.adopted": order.dates.adopted,
        "title": order.title,
        "issuer": order.issuer,
        "registration": order.registration,
        "dates.registered": order.dates.registered,
        "dates.publications": order.dates.publications,
        "rule": None if isinstance(order.rule, UnknownRule) else order.rule,
        "signed_by": order.signed_by,
        "agreed_with": order.agreed_with,
    }
    return {name: value for name, value in found.items() if value not in (None, ())}


def check_agrees(read: Read, said: Facts, order: Order) -> None:
    """Refuse a text that says of its order other than is known of it.

    Args:
        read: the document.
        said: what its words say.
        order: the order, as known.

    Raises:
        DataError: with every mismatch: what the text says and where, what is known and whence.
    """
    known = of_order(order)
    unlike = [
        _problem(
            read,
            name,
            "fact-differs",
            said=_shown(said[name], read.language),
            known=_shown(known[name], read.language),
            witness=_witness(order, name),
        )
        for name in said.keys() & known.keys()
        if not _agree(name, said[name], known[name], read, order)
    ]
    if unlike:
        raise DataError(unlike)


def _agree(name: str, said: Any, known: Any, read: Read, order: Order) -> bool:  # noqa: ANN401 - a fact of any type
    if name == "issuer" and read.language != order.language and known.kk == known.ru:
        return True  # nobody has translated the name yet
    if name == "issuer":
        return same_office(said, read.language, known)
    if name == "dates.publications":
        days = {one.date for one in known}
        return all(one.date in days for one in said)
    if name in _OWN_WORDS or (name == "title" and read.language != order.language):
        return True  # these the text alone can say; and a title is not compared across languages
    return fold(said) == fold(known) if isinstance(said, str) else bool(said == known)


def _witness(order: Order, name: str) -> str:
    for source in order.facts_from:
        if source.fact == name:
            return f"{source.order}, {source.lines}"
    return f"{order.id}/order.yaml"


def _shown(value: object, language: str) -> object:
    match value:
        case Tongues():
            return value.ru if language == "rus" else value.kk
        case tuple():
            return "; ".join(f"{one.source}, {one.date}" for one in value)
        case _:
            return value


# -------------------------------------------------------------------- put together


def described(
    read: Read, identity: str, known: Order | None, offices: Iterable[Tongues]
) -> Described:
    """Answers: what is this order, by its own words and by what was known of it?

    Args:
        read: the document.
        identity: the order's id.
        known: the order as known before; None where nothing was.
        offices: issuers that other orders of the register name.

    Returns:
        The order. What was known and the text does not say is kept, with its witness.

    Raises:
        DataError: when something is missing that an order must have, or its dates cannot be.
    """
    said = said_by(read)
    kept = _kept(known)
    facts = {**said, **_as_known(said, kept)}
    missing = tuple(_missing(read, _NEEDED, facts))
    if missing:
        raise DataError(missing)
    issuer, to_translate = facts["issuer"], False
    if isinstance(issuer, str):
        named = issuer_named(issuer, read.language, offices)
        issuer, to_translate = named.name, named.to_translate
    publications: tuple[Publication, ...] = facts.get("dates.publications", ())
    dates = ActDates(facts["dates.adopted"], facts.get("dates.registered"), publications)
    if wrong := date_problems(dates):
        raise DataError(Problem(_place(read, "dates"), "dates", f"calendar.{key}") for key in wrong)
    order = Order(
        id=identity,
        number=facts["number"],
        issuer=issuer,
        title=facts["title"],
        dates=dates,
        rule=facts.get("rule", UnknownRule()),
        registration=facts.get("registration"),
        amends=known.amends if known else None,
        signed_by=facts.get("signed_by"),
        agreed_with=facts.get("agreed_with"),
        paragraphs=read.draft.paragraphs,
        checked=known.checked if known and known.checked else _checked(dates),
        language=read.language,
        fictional=known.fictional if known else False,
    )
    if known:
        order = evolve(order, facts_from=tuple(_still_attested(order, known)))
    unknown = tuple(name for name in _WANTED if name not in facts)
    return Described(order, unknown, to_translate)


def _kept(known: Order | None) -> Facts:
    """What stays known without this text: of an order that is held, what others attest."""
    if known is None:
        return {}
    facts = of_order(known)
    if known.source is None:
        return facts
    attested = {source.fact for source in known.facts_from}
    return {name: value for name, value in facts.items() if name in attested}


def _as_known(said: Facts, kept: Facts) -> Facts:
    """What was known goes before what is said, but for words printed in another way."""
    own = {"title", *_OWN_WORDS} & said.keys()
    return {name: value for name, value in kept.items() if name not in own}


def _still_attested(order: Order, known: Order) -> Iterator[Any]:
    """Another order's text goes on attesting what is still said in the same words."""
    now, before = of_order(order), of_order(known)
    for source in known.facts_from:
        if now.get(source.fact) == before.get(source.fact):
            yield source


def _checked(dates: ActDates) -> Checked:
    """Up to its own last date the text itself is a source; of later changes it knows nothing."""
    return Checked(max(filter(None, (dates.adopted, dates.registered))), _BASIS)
