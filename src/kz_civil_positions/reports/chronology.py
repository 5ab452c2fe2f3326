"""The chronology: all orders in the order of their effect, what each did, and how we know."""

from collections.abc import Iterator
from typing import Final

from kz_civil_positions.calendar import describe
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.timeline import Fate, OutcomeState, Step
from kz_civil_positions.messages import Language, say
from kz_civil_positions.messages.dates import long_date
from kz_civil_positions.orders import NamedOrder, Order, PublishedEdition
from kz_civil_positions.reports.deeds import Teller
from kz_civil_positions.reports.document import (
    Cell,
    Document,
    Heading,
    Listing,
    Paragraph,
    Part,
    Run,
    Style,
    Table,
    Text,
    cell,
    plain,
    strong,
)
from kz_civil_positions.reports.events import capital, events, fact, grounds
from kz_civil_positions.reports.phrases import (
    notice,
    publication_lines,
    registration_lines,
    short_name,
)

__all__ = ["chronology", "order_parts"]

_FIELDS: Final = frozenset(
    {"issuer", "title", "number", "registration", "rule"}
    | {"dates.adopted", "dates.registered", "dates.publications"}
)
_WIDTHS: Final = (5, 17, 21, 29, 28)


def chronology(register: Register, language: Language, name: str | None = None) -> Document:
    """Answers: which orders were there, what did each do, from when, and how do we know?

    Args:
        register: the register.
        language: of headings and messages; the register's text stays as it is.
        name: a code, an address or an id, as for `Register.history`: then only what
            happened to it is told.

    Returns:
        The report.

    Raises:
        BadInputError: when ``name`` is no code, address or id.
        UnknownAddressError: when no edition that is held ever had it.

    Example:
        >>> import kz_civil_positions as kz
        >>> chronology(kz.load(), "en").title
        'Chronology of the register'
        >>> chronology(kz.load(), "ru", "A2-1").title
        'История: A2-1'
    """
    steps = register.all_steps
    teller = Teller(register, language, steps)
    if name is None:
        title, parts = teller.say("chronology-title"), _all(teller)
    else:
        title = say("reports.history-of", language, address=name)
        parts = events(teller, register.history(name))
    first = (Heading(1, plain(title)), notice(register, register.editions[-1:], language))
    return Document(title, language, (*first, *parts))


def order_parts(register: Register, order: Order, language: Language) -> Iterator[Part]:
    """Answers: what is told of one order, shown inside of something else?

    Args:
        register: the register.
        order: one of its orders.
        language: of headings and messages; the order's own words stay as they are.

    Yields:
        Who, when and how; from when it is in effect, with the grounds; what it did.
    """
    return _told(Teller(register, language, register.all_steps), order)


def _all(teller: Teller) -> Iterator[Part]:
    register, language = teller.register, teller.language
    yield Paragraph((Run(register.base.title, language="kk"),))
    yield Heading(2, plain(say("reports.orders-heading", language)), "orders")
    yield _dates(teller)
    yield from _sequence(teller)
    yield Heading(2, plain(teller.say("deeds-heading")), "deeds")
    named = dict.fromkeys(step.order for step in teller.steps if not step.published)
    for order in map(register.order, named):
        yield from _order(teller, order)
    yield from _published(teller)
    yield from _named(teller)


def _dates(teller: Teller) -> Table:
    """The dates that make an order; from when it is in effect is told apart."""
    language = teller.language
    columns = ("order", "adopted", "registration", "publication", "text")
    rows = (
        (
            cell(order.id, f"№ {order.number}"),
            cell(long_date(order.adopted, language)),
            cell(*registration_lines(order, language)),
            cell(*publication_lines(order, language)),
            cell(say("reports.yes" if _is_held(order) else "reports.no", language)),
        )
        for order in teller.register.orders
    )
    head = tuple(cell(say(f"reports.{column}", language)) for column in columns)
    return Table(head, tuple(rows), widths=(14, 20, 22, 32, 12))


def _is_held(order: Order) -> bool:
    """Whether anything of what the order itself says is held."""
    return bool(order.paragraphs or order.operations or order.unexpressed)


# ── the order of effect ──────────────────────────────────────────────────────────────


def _sequence(teller: Teller) -> Iterator[Part]:
    """What took effect after what; last, what never does or awaits its condition."""
    yield Heading(2, plain(teller.say("sequence-heading")), "sequence")
    head = tuple(cell(teller.say(f"sequence-{n}")) for n in ("number", "edition", "order"))
    head += tuple(cell(teller.say(f"sequence-{n}")) for n in ("effect", "did"))
    coming = [step for step in teller.steps if step in teller.register.steps]
    others = [step for step in teller.steps if step not in coming]
    rows = [_step_row(teller, step, str(number)) for number, step in enumerate(coming, 1)]
    rows += [_step_row(teller, step, "–") for step in others]
    yield Table(head, tuple(rows), teller.say("sequence-caption"), _WIDTHS)


def _step_row(teller: Teller, step: Step, number: str) -> tuple[Cell, ...]:
    register, language = teller.register, teller.language
    keys = [one.key for one in register.editions if one.key == step.name and one.held]
    held = say("reports.yes" if keys else "reports.no", language)
    edition = cell(step.name, held) if number != "–" else cell(teller.say("no-edition"))
    return (
        cell(number),
        edition,
        cell(short_name(register.order(step.order), language)),
        Cell(tuple(_when(teller, step))),
        Cell(tuple(_did(teller, step))),
    )


def _when(teller: Teller, step: Step) -> Iterator[Text]:
    yield plain(_interval(teller, step))
    yield from _fate(teller, step)


def _interval(teller: Teller, step: Step) -> str:
    when = describe(step.in_effect, teller.language)
    return teller.say("would-be", when=when) if step.fate is Fate.STILLBORN else when


def _fate(teller: Teller, step: Step) -> Iterator[Text]:
    if step.fate is not Fate.DUE:
        yield strong(teller.say(f"fate-{step.fate}", by=step.by))
    if step.in_effect.awaiting:
        yield strong(teller.say("fate-awaiting"))


def _did(teller: Teller, step: Step) -> Iterator[Text]:
    """The verbs of its operations, each with how often it stands."""
    if step.published:
        yield plain(teller.say("given-by-publisher", who=step.published.publisher[teller.language]))
        return
    order = teller.register.order(step.order)
    verbs = [teller.verb(operation, order) for _, operation in step.operations]
    for verb in dict.fromkeys(verbs):
        yield plain(f"{verb} – {verbs.count(verb)}")
    if not verbs:
        yield plain(teller.say("did-unknown"))


# ── one order ────────────────────────────────────────────────────────────────────────


def _order(teller: Teller, order: Order) -> Iterator[Part]:
    heading = f"{order.id}: {short_name(order, teller.language)}"
    yield Heading(3, plain(heading), f"order-{order.id}")
    yield from _told(teller, order)


def _told(teller: Teller, order: Order) -> Iterator[Part]:
    yield Paragraph((Run(order.title, language="kk"),))
    yield Listing(tuple(_facts(teller, order)))
    for step in teller.steps:
        if step.order == order.id and not step.published:
            yield from _commencement(teller, step)
    yield from _failures(teller, order)
    if not _is_held(order):
        yield Paragraph(plain(teller.say("deeds-unknown")))
        return
    yield Paragraph((*strong(teller.say("tally")), Run(f" {_tally(teller, order)}")))
    yield from teller.deeds(order)


def _facts(teller: Teller, order: Order) -> Iterator[Text]:
    """Who, when, registered and published how; and from where we know it."""
    language = teller.language
    yield fact(teller, "issuer", order.issuer[language])
    yield fact(teller, "adopted", long_date(order.adopted, language))
    unknown = say("reports.unknown", language)
    registered = order.dates.registered
    day = long_date(registered, language) if registered else teller.say("day-unknown")
    number = f"№ {order.registration}" if order.registration else unknown
    yield fact(teller, "registration", f"{number}, {day}")
    yield fact(teller, "publication", "; ".join(publication_lines(order, language)))
    for event in sorted(order.dates.publications, key=lambda one: one.date)[1:]:
        yield fact(teller, "also-published", f"{long_date(event.date, language)}; {event.source}")
    yield fact(teller, "rule", teller.rule(order.rule))
    if order.signed_by:
        yield fact(teller, "signed", order.signed_by)
    if order.agreed_with:
        yield fact(teller, "agreed", order.agreed_with)
    if order.source:
        yield fact(teller, "source", f"{order.source.file}, SHA-256 {order.source.sha256}")
    if order.checked:
        facts = {"day": order.checked.until, "basis": order.checked.basis[language]}
        yield fact(teller, "checked", teller.say("checked-on", **facts))
    if order.facts_from:
        yield fact(teller, "attested", "; ".join(_attested(teller, order)))


def _attested(teller: Teller, order: Order) -> Iterator[str]:
    for one in order.facts_from:
        known = one.fact in _FIELDS
        name = teller.say(f"field-{one.fact.replace('.', '-')}") if known else one.fact
        yield f"{name} – {one.order} {one.lines}"


def _commencement(teller: Teller, step: Step) -> Iterator[Part]:
    """From when it is in effect, with every step of the computation."""
    when = _interval(teller, step)
    if step.stage:
        points = [one.instruction.point for _, one in step.operations if one.instruction]
        named = ", ".join(dict.fromkeys(points)) or "–"
        when = teller.say("effect-stage", points=named, when=when)
    yield Paragraph(strong(capital(when)))
    yield from map(Paragraph, _fate(teller, step))
    yield from grounds(teller, step.in_effect)


def _failures(teller: Teller, order: Order) -> Iterator[Part]:
    """What stood in the way of an order that changes nothing."""
    for step in teller.steps:
        error = teller.register.replay.errors.get(step.name)
        if step.order == order.id and error:
            yield Paragraph((*strong(teller.say("failed")), Run(f" {error.text(teller.language)}")))


def _tally(teller: Teller, order: Order) -> str:
    outcomes = [one for one in teller.register.outcomes if one.order == order.id]
    counts = [(state, sum(one.state is state for one in outcomes)) for state in OutcomeState]
    return ", ".join(
        f"{say(f'history.outcome-{state}', teller.language)} – {count}"
        for state, count in counts
        if count
    )


# ── what is known beside the orders ──────────────────────────────────────────────────


def _published(teller: Teller) -> Iterator[Part]:
    if not teller.register.published:
        return
    yield Heading(2, plain(say("reports.published-editions", teller.language)), "published")
    yield Paragraph(plain(teller.say("published-explained")))
    yield Listing(tuple(_edition(teller, one) for one in teller.register.published))


def _edition(teller: Teller, one: PublishedEdition) -> Text:
    used = any(step.published == one for step in teller.steps)
    facts = {
        "day": one.date,
        "publisher": one.publisher[teller.language],
        "use": teller.say("published-used" if used else "published-compared"),
    }
    told = f" – {teller.say('published-line', **facts)}"
    source = f" ({one.source.file}, SHA-256 {one.source.sha256})" if one.source else ""
    return (Run(one.name, Style.STRONG), Run(told), Run(source, small=True))


def _named(teller: Teller) -> Iterator[Part]:
    named = teller.register.named_orders
    if not named:
        return
    yield Heading(2, plain(say("reports.named-orders", teller.language)), "named")
    yield Listing(tuple(_named_order(teller, one) for one in named))


def _named_order(teller: Teller, order: NamedOrder) -> Text:
    facts = {"number": order.number, "adopted": order.adopted}
    name = say("reports.short-order", teller.language, **facts)
    notes = dict.fromkeys(one.text for one in order.notes)
    quotes = [run for note in notes for run in (Run(" «"), Run(note, language="kk"), Run("»"))]
    return (Run(name, Style.STRONG), Run(":"), *quotes)
