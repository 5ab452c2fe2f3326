"""The pages of editions: the register as the table it is, and the list of all editions."""

import re
from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise
from typing import Final

from kz_civil_positions.calendar import describe
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Edition
from kz_civil_positions.reports.chronology import order_parts
from kz_civil_positions.reports.document import (
    Cell,
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
from kz_civil_positions.reports.edition import anchor_of, edition_report
from kz_civil_positions.reports.phrases import notice, short_name
from website.page import Page
from website.pages.corpus import Corpus, change_page, edition_page, order_page
from website.pages.evidence import Evidence
from website.pages.placing import placed
from website.pages.rendering import led, markdown_of
from website.pages.texts import tell

__all__ = ["edition_pages"]

_NOTE: Final = re.compile(r"note-(\d+)")


def edition_pages(corpus: Corpus, language: Language) -> Iterator[Page]:
    """Answers: which pages have the editions of this register? The list of all first."""
    yield Page(
        f"{corpus.under}register",
        language,
        tell("editions", language),
        markdown_of(_list(corpus, language), language, "register"),
        tell("editions-described", language),
        menu=corpus.menu(language),
    )
    for edition in corpus.register.editions:
        told = {"edition": edition.key}
        yield Page(
            f"{corpus.under}{edition_page(edition.key)}",
            language,
            tell("edition-title", language, **told),
            (_held if edition.held else _lost)(corpus, edition, language),
            tell("edition-described" if edition.held else "lost-described", language, **told),
            menu=corpus.menu(language),
        )


# ── the list ─────────────────────────────────────────────────────────────────────────────


def _list(corpus: Corpus, language: Language) -> Iterator[Part]:
    register = corpus.register
    names = ("edition", "order", "in-effect", "text", "changes-before")
    before: Mapping[str, Edition] = {new.key: old for old, new in pairwise(register.editions)}
    yield Heading(1, plain(tell("editions", language)), "editions")
    yield notice(register, register.editions[-1:], language)
    yield Paragraph((Run(register.base.title, language="kk"),))
    yield Paragraph(plain(tell("editions-text", language)))
    yield Table(
        tuple(cell(tell(name, language)) for name in names),
        tuple(_row(corpus, one, before.get(one.key), language) for one in register.editions),
        widths=(16, 20, 32, 12, 20),
    )
    yield Paragraph((led(tell("to-chronology", language), "chronology"),))


def _row(
    corpus: Corpus, edition: Edition, before: Edition | None, language: Language
) -> tuple[Cell, ...]:
    order = corpus.register.order(edition.order)
    since, _ = corpus.register.validity(edition)
    name: list[Text] = [(led(edition.key, edition_page(edition.key)),)]
    if edition == corpus.register.editions[-1]:
        name.append((Run(tell("latest", language), small=True),))
    changes = (
        (led(f"{before.key} → {edition.key}", change_page(before, edition)),) if before else ()
    )
    return (
        Cell(tuple(name)),
        Cell(((led(short_name(order, language), order_page(order.id)),),)),
        cell(describe(since, language)),
        cell(tell("held" if edition.held else "not-held", language)),
        Cell((changes,)),
    )


# ── one edition ──────────────────────────────────────────────────────────────────────────


def _held(corpus: Corpus, edition: Edition, language: Language) -> str:
    """The report of the library, with the ways to other pages, and the evidence at its place."""
    path = edition_page(edition.key)
    parts = edition_report(corpus.register, edition, language).parts
    register = next(at for at, part in enumerate(parts) if _heads_register(part))
    table = next(at for at, part in enumerate(parts) if isinstance(part, Table) and part.caption)
    before = (*parts[:2], _around(corpus, edition, language), *parts[register:table])
    evidence = Evidence(corpus, edition, language, _numbers(parts))
    return "\n\n".join(
        (
            markdown_of(before, language, path),
            _levels(edition, language),
            placed(markdown_of(parts[table : table + 1], language), evidence),
            markdown_of(parts[table + 1 :], language, path),
        )
    )


def _heads_register(part: Part) -> bool:
    return isinstance(part, Heading) and part.anchor == "register"


def _numbers(parts: tuple[Part, ...]) -> Mapping[str, int]:
    """The numbers of the notes, by the ids of the doubts that they tell of."""
    found: dict[str, int] = {}
    for part in parts:
        number = isinstance(part, Paragraph) and _NOTE.fullmatch(part.anchor or "")
        if isinstance(part, Paragraph) and number:
            names = [run.text for run in part.text if run.style is Style.CODE]
            found |= dict.fromkeys(names, int(number[1]))
    return found


def _around(corpus: Corpus, edition: Edition, language: Language) -> Listing:
    """From this edition to the orders that made it, to its neighbours and to what changed."""
    items: list[Text] = [_orders(corpus, edition, language)]
    for old, new in pairwise(corpus.register.editions):
        if edition.key in (old.key, new.key):
            other = old if edition.key == new.key else new
            told = tell("before" if other is old else "after", language, edition=other.key)
            changes = tell("to-changes", language)
            items.append(
                (
                    led(told, edition_page(other.key)),
                    *plain(" · "),
                    led(changes, change_page(old, new)),
                )
            )
    items.append((led(tell("editions", language), "register"),))
    return Listing(tuple(items))


def _orders(corpus: Corpus, edition: Edition, language: Language) -> Text:
    """Which orders made the register what it is in this edition, the last first."""
    register = corpus.register
    names = [step.name for step in register.steps]
    made = register.steps[: names.index(edition.key) + 1]
    orders = dict.fromkeys(step.order for step in reversed(made) if not step.published)
    runs = [Run(f"{tell('orders', language)}: ")]
    for index, one in enumerate(orders):
        runs += plain(", " if index else "")
        runs.append(led(short_name(register.order(one), language), order_page(one)))
    return tuple(runs)


def _levels(edition: Edition, language: Language) -> str:
    """All levels by their codes, a line for each block or sector: who knows where, goes there."""
    lines: list[Text] = []
    for block in edition.text.blocks:
        for section in block.sections:
            name = section.heading or block.heading.partition(" (")[0]
            codes = [level.code for link in section.links for level in link.levels]
            links = [Run(one.plain, link=anchor_of(one)) for one in codes]
            spaced = [run for link in links for run in (Run(" "), link)]
            lines.append((Run(f"{name}:", language="kk"), *spaced))
    label = escape(tell("to-level", language))
    listed = markdown_of([Listing(tuple(lines))], language)
    return f'<nav class="kz-levels" aria-label="{label}"><b>{label}</b>{listed}</nav>'


def _lost(corpus: Corpus, edition: Edition, language: Language) -> str:
    """What is said of an edition whose text is not held: not a word of the register."""
    register = corpus.register
    order = register.order(edition.order)
    unknown = ("unknown-register", "unknown-others")
    number = order.registration or say("reports.unknown", language)
    parts: tuple[Part, ...] = (
        Heading(1, plain(tell("lost-title", language, edition=edition.key)), "edition"),
        notice(register, (edition,), language),
        Paragraph(strong(tell("not-held-text", language))),
        _around(corpus, edition, language),
        Heading(2, plain(tell("known", language)), "known"),
        *order_parts(register, order, language),
        Heading(2, plain(tell("unknown", language)), "unknown"),
        Listing(tuple(plain(tell(one, language)) for one in unknown)),
        Heading(2, plain(tell("settles", language)), "settles"),
        Paragraph(plain(tell("settles-text", language, registration=number))),
    )
    return markdown_of(parts, language, edition_page(edition.key))
