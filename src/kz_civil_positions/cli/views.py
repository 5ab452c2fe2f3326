"""Answers of the command line as text for a terminal."""

from collections.abc import Iterator

from kz_civil_positions.amending.wording import whole
from kz_civil_positions.calendar import describe
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.status import Status, Turn
from kz_civil_positions.history.timeline import OutcomeState
from kz_civil_positions.history.trace import Event
from kz_civil_positions.messages import Language, say
from kz_civil_positions.messages.dates import long_date
from kz_civil_positions.model import Doubt, Edition, Entry, ItemKind, Level
from kz_civil_positions.orders import Order
from kz_civil_positions.reports.document import Text
from kz_civil_positions.reports.phrases import (
    doubt_lines,
    effect_lines,
    fault_line,
    label_words,
    notice,
    publication_lines,
    registration_lines,
)

__all__ = ["history_view", "levels_view", "orders_view", "status_view"]

# Of one language there is nothing to tell.
_TWO = 2


def _words(text: Text) -> str:
    return "".join(run.text for run in text)


def _field(name: str, value: str, language: Language) -> str:
    return f"  {say(f'reports.{name}', language)}: {value}"


def orders_view(register: Register, language: Language) -> str:
    """All orders with their dates and certainties, and what is known only by name."""
    parts = ["\n".join(_order(register, one, language)) for one in register.orders]
    if register.published:
        lines = [
            f"  {one.name}  {one.publisher[language]}, {', '.join(register.languages(one.name))}"
            for one in register.published
        ]
        parts.append("\n".join((say("reports.published-editions", language), *lines)))
    if register.named_orders:
        lines = [f"  {one.id}  «{one.notes[0].text}»" for one in register.named_orders]
        parts.append("\n".join((say("reports.named-orders", language), *lines)))
    return "\n\n".join(parts)


def _order(register: Register, order: Order, language: Language) -> Iterator[str]:
    yield f"{order.id}  № {order.number}"
    yield f"  {order.title}"
    if order.fictional:
        yield f"  {say('reports.fictional', language)}"
    yield _field("adopted", long_date(order.adopted, language), language)
    yield _field("registration", ", ".join(registration_lines(order, language)), language)
    yield _field("publication", ", ".join(publication_lines(order, language)), language)
    yield _field("effect", " ".join(effect_lines(register, order, language)), language)
    for ground in register.in_effect(order).grounds:
        yield f"    · {ground.text(language)}"
    held = say("reports.yes" if register.holds(order) else "reports.no", language)
    told = register.languages(order.id) if register.holds(order) else ()
    yield _field("text", held if len(told) < _TWO else f"{held} ({', '.join(told)})", language)
    yield _field("instructions", _tally(register, order, language), language)
    yield from _unapplied(register, order, language)


def _tally(register: Register, order: Order, language: Language) -> str:
    outcomes = [one for one in register.outcomes if one.order == order.id]
    counts = [
        (say(f"history.outcome-{state}", language), sum(one.state is state for one in outcomes))
        for state in OutcomeState
    ]
    return ", ".join(f"{words} – {count}" for words, count in counts if count) or "–"


def _unapplied(register: Register, order: Order, language: Language) -> Iterator[str]:
    """No instruction is lost: those not applied are quoted, with the reason."""
    for outcome in register.outcomes:
        if outcome.order != order.id or outcome.state is OutcomeState.APPLIED:
            continue
        instruction, reason = register.instruction(outcome, language)
        facts = {
            "point": instruction.point if instruction else "–",
            "state": say(f"history.outcome-{outcome.state}", language),
            "reason": reason,
            "quote": f"«{instruction.quote}»" if instruction else "",
        }
        yield f"    · {say('reports.refused-instruction', language, **facts)}"


def history_view(
    register: Register, name: str, events: tuple[Event, ...], language: Language
) -> str:
    """What happened to a place or an entry, order by order."""
    lines = [say("reports.history-of", language, address=name)]
    for event in events:
        lines += ["", *_event(event, language)]
    if register.base.fictional:
        lines += ["", say("reports.fictional", language)]
    return "\n".join(lines)


def _event(event: Event, language: Language) -> Iterator[str]:
    place = f" · {event.place}" if event.place else ""
    yield f"{event.order}  {say(f'history.event-{event.kind}', language)}{place}"
    yield f"  {describe(event.in_effect, language)}"
    if event.instruction:
        where = f" ({event.instruction.lines})" if event.instruction.lines else ""
        yield f"  {event.instruction.point}{where}: «{event.instruction.quote}»"
    for mark, node in (("−", event.before), ("+", event.after)):
        if node is not None:
            yield f"  {mark} {whole(node)}"


def levels_view(
    register: Register, edition: Edition, levels: tuple[Level, ...], language: Language
) -> str:
    """Levels as a reader wants them: labels, entries, items, doubts, lines, source."""
    parts = ["\n".join(_level(edition, level, language)) for level in levels]
    doubts = {one.id: one for level in levels for one in edition.doubts_about(level)}
    if doubts:
        parts.append("\n".join(_doubts(tuple(doubts.values()), language)))
    faults = [
        fault for level in levels for one in level.entries for fault in edition.faults_in(one)
    ]
    if faults:
        lines = [_words(fault_line(edition, fault, language)) for fault in faults]
        head = say("reports.faults", language)
        parts.append("\n".join((f"{head}:", *(f"  [sic] {line}" for line in lines))))
    parts.append("\n".join(_words(one) for one in notice(register, (edition,), language).items))
    return "\n\n".join(parts)


def _level(edition: Edition, level: Level, language: Language) -> Iterator[str]:
    section = edition.section_of(level)
    where = [edition.block_of(level).heading, *([section.heading] if section.heading else [])]
    yield f"{level.code}  {' · '.join(where)}"
    link, number = label_words(edition, level, language).split(" / ")
    names = (say("reports.link", language), say("reports.level", language))
    labels = f"{names[0]}: {level.code.link_code.plain} ({link})"
    labels += f", {names[1]}: {level.code.level_number or '–'} ({number})"
    yield f"{labels}, {level.lines or '–'}"
    for index, entry in enumerate(level.entries, 1):
        yield from _entry(edition, level, entry, index)


def _entry(edition: Edition, level: Level, entry: Entry, index: int) -> Iterator[str]:
    doubtful = "".join(f" [?{doubt.id}]" for doubt in edition.doubts_about(level, entry))
    yield f"  {index}. {entry.heading}  ({entry.lines or '–'}; {entry.id}){doubtful}"
    below = False
    for item in entry.items:
        subheading = item.kind is ItemKind.SUBHEADING
        indent = "      " if below and not subheading else "    "
        yield f"{indent}– {item.text}  ({item.lines or '–'})"
        below = below or subheading


def _doubts(doubts: tuple[Doubt, ...], language: Language) -> Iterator[str]:
    yield f"{say('reports.doubts', language)}:"
    for doubt in doubts:
        first, *rest = doubt_lines(doubt, language)
        yield f"  [?] {_words(first)}"
        yield from (f"      {_words(line)}" for line in rest)


def status_view(register: Register, status: Status, language: Language) -> str:
    """The honest object for a day."""
    lines = [
        _field("day", long_date(status.day, language), language),
        _field("state", say(f"history.state-{status.state}", language), language),
    ]
    if status.edition:
        held = say("reports.yes" if status.held else "reports.no", language)
        lines.append(_field("edition", f"{status.edition.key} ({held})", language))
    if status.candidates:
        none = say("reports.no-edition", language)
        names = ", ".join(one.key if one else none for one in status.candidates)
        lines.append(_field("candidates", names, language))
    certainty = say(f"calendar.certainty-{status.certainty}", language)
    lines.append(_field("certainty", certainty, language))
    lines += [
        _field(name, _turn(turn, language), language)
        for name, turn in (("previous", status.previous), ("next", status.next))
        if turn
    ]
    lines.append(_field("reason", status.reason(language), language))
    if register.base.fictional:
        lines.append(say("reports.fictional", language))
    return "\n".join(line.removeprefix("  ") for line in lines)


def _turn(turn: Turn, language: Language) -> str:
    return f"{turn.order}, {describe(turn.in_effect, language)}"
