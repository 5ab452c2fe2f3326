"""Phrases that several reports need: names of orders, validity, doubts."""

from collections.abc import Iterator
from typing import Final

from kz_civil_positions import __version__
from kz_civil_positions.calendar import (
    AfterPublication,
    CommencementRule,
    OnCondition,
    OnDate,
    WithAct,
    describe,
)
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.timeline import Fate
from kz_civil_positions.messages import Language, say
from kz_civil_positions.messages.dates import long_date
from kz_civil_positions.model import Doubt, Edition, Level, PrintedFault
from kz_civil_positions.orders import Order
from kz_civil_positions.reports.document import (
    Cell,
    Notice,
    Run,
    Style,
    Table,
    Text,
    cell,
    plain,
)

__all__ = [
    "doubt_lines",
    "effect_lines",
    "fault_line",
    "label_words",
    "notice",
    "orders_table",
    "rule_words",
    "short_name",
]

_RULES: Final = {
    "AfterPublication": "rule-after-publication",
    "OnDate": "rule-on-date",
    "OnPublication": "rule-on-publication",
    "OnRegistration": "rule-on-registration",
    "WithAct": "rule-with-act",
    "OnCondition": "rule-on-condition",
    "UnknownRule": "rule-unknown",
}


def short_name(order: Order, language: Language) -> str:
    """Answers: how is this order named in a sentence?"""
    return say("reports.short-order", language, number=order.number, adopted=order.adopted)


def notice(register: Register, editions: tuple[Edition, ...], language: Language) -> Notice:
    """Answers: what must be said of these editions wherever they are shown?

    Unofficial, which edition, in effect from when, checked up to when, from which source.
    """
    lines = [say("reports.unofficial", language)]
    if register.base.fictional:
        lines.insert(0, say("reports.fictional", language))
    lines += [_validity(register, edition, language) for edition in editions]
    if register.checked_until:
        lines.append(say("reports.checked-until", language, day=register.checked_until))
    lines += list(_sources(register, editions, language))
    lines.append(say("reports.version-notice", language, code=__version__))
    return Notice(tuple(plain(line) for line in lines))


def _validity(register: Register, edition: Edition, language: Language) -> str:
    since, until = register.validity(edition)
    when = describe(since, language)
    if until:
        later = describe(until.in_effect, language)
        when += "; " + say("reports.until", language, order=until.order, when=later)
    return say("reports.edition-notice", language, edition=edition.key, when=when)


def _sources(
    register: Register, editions: tuple[Edition, ...], language: Language
) -> Iterator[str]:
    for text in {text.source: text for text in map(register.text_of, editions)}.values():
        if text.source:
            name = text.id if isinstance(text, Order) else text.name
            facts = {"order": name, "file": text.source.file, "sha256": text.source.sha256}
            yield say("reports.source-notice", language, **facts)


def orders_table(register: Register, orders: tuple[Order, ...], language: Language) -> Table:
    """Answers: when were these orders adopted, registered, published, put into effect?"""
    columns = ("order", "adopted", "registration", "publication", "effect", "text")
    head = tuple(cell(say(f"reports.{column}", language)) for column in columns)
    return Table(head, tuple(_order_row(register, order, language) for order in orders))


def _order_row(register: Register, order: Order, language: Language) -> tuple[Cell, ...]:
    held = register.holds(order)
    return (
        cell(order.id, f"№ {order.number}"),
        cell(long_date(order.adopted, language)),
        cell(*registration_lines(order, language)),
        cell(*publication_lines(order, language)),
        cell(*effect_lines(register, order, language)),
        cell(say("reports.yes" if held else "reports.no", language)),
    )


def registration_lines(order: Order, language: Language) -> tuple[str, ...]:
    """The number and the day of state registration, each as far as known."""
    unknown = say("reports.unknown", language)
    day = order.dates.registered
    number = f"№ {order.registration}" if order.registration else unknown
    return number, long_date(day, language) if day else unknown


def publication_lines(order: Order, language: Language) -> tuple[str, ...]:
    """The first official publication, as far as known, and whose statement it is."""
    first = order.dates.first_publication
    if first is None:
        return (say("reports.unknown", language),)
    if first.by_user:
        return (say("reports.by-user", language, day=first.date, source=first.source),)
    return long_date(first.date, language), first.source


def effect_lines(register: Register, order: Order, language: Language) -> Iterator[str]:
    """Answers: when does this order take effect, or why does it never?"""
    step = register.step_of(order)
    when = describe(step.in_effect, language)
    if step.fate is Fate.STILLBORN:
        yield say("render.fate-stillborn", language, by=step.by)
        yield say("render.would-be", language, when=when)
        return
    yield when
    if step.fate is Fate.DOUBTFUL:
        yield say("render.fate-doubtful", language, by=step.by)


def label_words(edition: Edition, level: Level, language: Language) -> str:
    """Answers: how do we know the labels of this level? ``link / level``."""
    states = edition.link_of(level).label.state, level.label.state
    return " / ".join(say(f"reports.label-{state}", language) for state in states)


def doubt_lines(doubt: Doubt, language: Language) -> Iterator[Text]:
    """Answers: what is doubtful, why, and what would settle it? A line each."""
    certitude = say(f"reports.certitude-{doubt.certitude}", language)
    yield (
        Run(doubt.id, Style.CODE),
        Run(f" ({certitude}): "),
        Run(doubt.statement[language]),
    )
    for one in doubt.evidence:
        words = one.note[language]
        where = f"{one.lines}: " if one.lines else ""
        quote = f" «{one.quote}»" if one.quote else ""
        yield plain(f"{say('reports.evidence', language)}: {where}{words}{quote}")
    yield plain(say("reports.settled-by", language, what=doubt.settled_by[language]))


def fault_line(edition: Edition, fault: PrintedFault, language: Language) -> Text:
    """Answers: what is wrong in print, and where?"""
    entry = edition.entry(fault.about.name)
    level = edition.level_of(entry.id)
    item = next((one for one in entry.items if one.id == fault.about.name), None)
    lines = item.lines if item else entry.lines
    where = f"{level.code}, {lines}" if lines else str(level.code)
    return (
        Run(f"{where}: "),
        Run(f"«{fault.words}»", Style.STRONG),
        Run(f" – {fault.note[language]}"),
    )


def rule_words(rule: CommencementRule, language: Language) -> str:
    """Answers: how does this rule of commencement read?

    Example:
        >>> from kz_civil_positions.calendar import AfterPublication
        >>> rule_words(AfterPublication(10), "en")
        'after 10 calendar days following the day of first official publication'
    """
    key = _RULES[type(rule).__name__]
    facts: dict[str, object] = {}
    match rule:
        case AfterPublication(days=days, working=working):
            key, facts = f"{key}-working" if working else key, {"days": days}
        case OnDate(date=day):
            facts = {"day": day}
        case WithAct(order=order):
            facts = {"order": order}
        case OnCondition(condition=condition):
            facts = {"condition": condition}
    return say(f"render.{key}", language, **facts)
