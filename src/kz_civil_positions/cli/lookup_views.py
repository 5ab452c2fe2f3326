"""Answers of the look-up as text for a terminal."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kz_civil_positions.calendar import describe
from kz_civil_positions.messages import Language, say
from kz_civil_positions.reports.phrases import doubt_lines, fault_line, notice

if TYPE_CHECKING:
    from kz_civil_positions.annotations import Institution
    from kz_civil_positions.history.register import Register
    from kz_civil_positions.lookup.explain import Explanation
    from kz_civil_positions.lookup.finding import Finding, Findings, Why
    from kz_civil_positions.model import Doubt, Edition

__all__ = ["explanation_view", "findings_view", "institution_view", "institutions_view"]


def findings_view(register: "Register", found: "Findings", language: Language) -> str:
    """The matches, best first, with why, doubts, and what would tell them apart."""
    facts = {"query": found.query[:80], "count": found.total, "edition": found.edition.key}
    parts = [say("reports.found", language, **facts)]
    parts += ["\n".join(_finding(one, language)) for one in found.matches]
    if found.apart:
        parts.append("\n".join(_apart(found, language)))
    parts += _doubts(found.matches, language)
    parts.append(_notice(register, (found.edition,), language))
    return "\n\n".join(parts)


def nearest_view(found: "Findings", language: Language) -> str:
    """What is nearest to a query that nothing fits."""
    parts = [say("lookup.nearest", language)]
    parts += ["\n".join(_finding(one, language)) for one in found.nearest]
    return "\n\n".join((*parts, *_doubts(found.nearest, language)))


def _finding(one: "Finding", language: Language) -> Iterator[str]:
    doubtful = "".join(f" [?{doubt.id}]" for doubt in one.doubts)
    where = f"({one.lines or '–'}; {one.entry.id})"
    yield f"{one.level.code}  {one.entry.heading}  {where}{doubtful}"
    if one.item is not None:
        yield f"    – {one.item.text}"
    names = " / ".join(one.names)
    yield "    " + " · ".join((names, *_narrowing(one, language), f"{one.score:.0f}"))
    if one.institutions:
        yield f"    {one.institution}"
    told = [_why(why, language) for why in one.why]
    if told:
        yield f"    {'; '.join(told)}"


def _narrowing(one: "Finding", language: Language) -> Iterator[str]:
    if one.scope:
        yield say(f"lookup.significance-{one.scope.significance}", language)
        if one.scope.branch:
            yield say("lookup.branch", language)
    if one.grade and one.grade.category:
        yield say(f"lookup.category-{one.grade.category}", language)
    if one.grade:
        yield say(f"lookup.qualification-{one.grade.qualification}", language)
    yield from one.conditions


def _why(why: "Why", language: Language) -> str:
    if why.matched is None:
        return f"{why.asked} – {say('lookup.how-nothing', language)}"
    how = say(f"lookup.how-{why.how}", language)
    if why.attested is not None:
        how += ", " + say("lookup.attested" if why.attested else "lookup.unofficial", language)
    return f"{why.asked} → {why.matched} ({how})"


def _apart(found: "Findings", language: Language) -> Iterator[str]:
    yield say("lookup.apart", language)
    for name, values in found.apart.items():
        shown = [_value(name, value, language) for value in values]
        yield f"  {say(f'lookup.ask-{name}', language)}: {', '.join(shown)}"


def _value(name: str, value: str, language: Language) -> str:
    if not value:
        return "–"
    if name == "branch":
        return say("lookup.branch" if value == "yes" else "lookup.not-branch", language)
    if name in ("significance", "category", "qualification"):
        return say(f"lookup.{name}-{value}", language)
    return value


def _doubts(found: "Iterable[Finding]", language: Language) -> list[str]:
    known: dict[str, Doubt] = {doubt.id: doubt for one in found for doubt in one.doubts}
    return ["\n".join(_told(tuple(known.values()), language))] if known else []


def _told(doubts: "tuple[Doubt, ...]", language: Language) -> Iterator[str]:
    yield f"{say('reports.doubts', language)}:"
    for doubt in doubts:
        first, *rest = doubt_lines(doubt, language)
        yield f"  [?] {''.join(run.text for run in first)}"
        yield from (f"      {''.join(run.text for run in line)}" for line in rest)


def _notice(register: "Register", editions: "tuple[Edition, ...]", language: Language) -> str:
    items = notice(register, editions, language).items
    return "\n".join("".join(run.text for run in one) for one in items)


def institutions_view(
    register: "Register",
    edition: "Edition",
    institutions: "Iterable[Institution]",
    language: Language,
) -> str:
    """All institutions: id, name, one or a class."""
    lines = [
        f"{one.id}\n    {one.name} ({say(f'lookup.kind-{one.kind}', language)}; {len(one.items)})"
        for one in institutions
    ]
    head = say("lookup.institutions", language, count=len(lines), edition=edition.key)
    return "\n\n".join((head, "\n".join(lines), _notice(register, (edition,), language)))


def institution_view(
    register: "Register", editions: "tuple[Edition, ...]", name: str, language: Language
) -> str:
    """An institution: how it is printed, and its positions, edition by edition."""
    parts = []
    for edition in editions:
        if not edition.held:
            parts.append(f"{edition.key}: {say('lookup.not-held', language)}")
            continue
        finder = register.finder(edition)
        if all(one.id != name for one in finder.institutions):
            parts.append(f"{edition.key}: {say('lookup.not-there', language)}")
            continue
        institution, found = finder.institution(name), finder.positions_of(name)
        head = f"{institution.name} ({say(f'lookup.kind-{institution.kind}', language)})"
        forms = [f"    «{form.words}» ×{len(form.items)}" for form in institution.forms]
        rows = [line for one in found for line in _held(one, language)]
        facts = {"edition": edition.key, "count": len(found)}
        says = say("lookup.positions-in", language, **facts)
        parts.append("\n".join((head, *forms, "", says, *rows)))
        parts += _doubts(found, language)
    parts.append(_notice(register, editions[-1:], language))
    return "\n\n".join(parts)


def _held(one: "Finding", language: Language) -> Iterator[str]:
    doubtful = "".join(f" [?{doubt.id}]" for doubt in one.doubts)
    words = " · ".join((one.position, *_narrowing(one, language)))
    item = one.item.id if one.item else one.entry.id
    yield f"  {one.level.code}  {words}  ({one.lines or '–'}; {item}){doubtful}"


def explanation_view(register: "Register", one: "Explanation", language: Language) -> str:
    """The chain of evidence, link by link."""
    parts = ["\n".join(part) for part in _links(one, language) if part]
    return "\n\n".join((*parts, _notice(register, (one.edition,), language)))


def _links(one: "Explanation", language: Language) -> Iterator[list[str]]:
    yield [f"{one.identity}  {one.level.code}, {one.edition.key}"]
    text = one.entry.text if one.item is None else f"{one.entry.heading} … {one.item.text}"
    yield [f"{say('lookup.printed', language)}:", f"  {text}"]
    rows = [f"  {' · '.join((found.position, *_narrowing(found, language)))}"
            for found in one.positions]  # fmt: skip
    rows += [f"  {found.name} ({found.id})" for found in one.institutions]
    yield [f"{say('lookup.noted', language)}:", *rows]
    yield [
        f"{say('reports.order', language)}: {one.order.id}  {one.order.title}",
        *_events(one, language),
    ]
    if one.file:
        head = say("lookup.source", language, file=one.file, sha256=one.sha256)
        yield [head, *(f"  L{number}| {line}" for number, line in one.source)]
    yield _repairs(one, language)
    yield list(_told(one.doubts, language)) if one.doubts else []
    yield [f"  [sic] {''.join(run.text for run in fault_line(one.edition, fault, language))}"
           for fault in one.faults]  # fmt: skip


def _events(one: "Explanation", language: Language) -> list[str]:
    lines = []
    for event in one.events:
        effect = describe(event.in_effect, language)
        lines.append(f"  {event.order}  {say(f'history.event-{event.kind}', language)}; {effect}")
        if event.instruction:
            at = f" ({event.instruction.lines})" if event.instruction.lines else ""
            lines.append(f"    {event.instruction.point}{at}: «{event.instruction.quote}»")
    return lines


def _repairs(one: "Explanation", language: Language) -> list[str]:
    if not one.repairs:
        return [say("lookup.no-repairs", language)]
    lines = [f"{say('lookup.repairs', language)}:"]
    for repair in one.repairs:
        stood, stands = (text.replace("\n", "⏎") for text in (repair.stood, repair.stands))
        lines.append(f"  {repair.lines} {repair.kind}: «{stood}» → «{stands}»")
        if repair.why:
            lines.append(f"    {repair.why[language]}")
    return lines
