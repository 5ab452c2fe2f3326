"""The pages of institutions: which positions the register gives each of them."""

from collections.abc import Iterable, Iterator

from kz_civil_positions.annotations import Institution
from kz_civil_positions.lookup.finder import Finder
from kz_civil_positions.lookup.finding import Finding
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Doubt, Edition
from kz_civil_positions.reports.document import (
    Cell,
    Heading,
    Listing,
    Paragraph,
    Part,
    Run,
    Table,
    Text,
    cell,
    plain,
)
from kz_civil_positions.reports.phrases import doubt_lines, notice
from website.page import Page
from website.pages.corpus import Corpus, edition_page
from website.pages.rendering import led, markdown_of
from website.pages.texts import tell

__all__ = ["institution_pages"]


def institution_pages(corpus: Corpus, language: Language) -> Iterator[Page]:
    """Answers: which pages have the institutions? The list of all first.

    They are those of the last edition whose text is held; an institution that only an earlier
    one names is found there by the finder.
    """
    register = corpus.register
    held = [one for one in register.editions if one.held]
    if not held:
        return
    finder = register.finder(held[-1])
    if not finder.institutions:
        return
    yield Page(
        f"{corpus.under}institutions",
        language,
        tell("institutions", language),
        _list(corpus, finder, language),
        tell("institutions-described", language),
        menu=corpus.menu(language),
    )
    for one in finder.institutions:
        yield Page(
            f"{corpus.under}{_path(one)}",
            language,
            one.name,
            _institution(corpus, finder, one, language),
            tell("institution-described", language, name=one.name),
        )


def _list(corpus: Corpus, finder: Finder, language: Language) -> str:
    parts: tuple[Part, ...] = (
        Heading(1, plain(tell("institutions", language)), "institutions"),
        notice(corpus.register, (finder.edition,), language),
        Paragraph(plain(tell("institutions-text", language))),
        Table(
            tuple(cell(tell(name, language)) for name in ("name", "kind", "count")),
            tuple(_line(finder, one, language) for one in finder.institutions),
            widths=(64, 20, 16),
        ),
    )
    return markdown_of(parts, language, "institutions")


def _line(finder: Finder, one: Institution, language: Language) -> tuple[Cell, ...]:
    return (
        Cell(((led(one.name, _path(one), "kk"),),)),
        cell(say(f"lookup.kind-{one.kind}", language)),
        cell(str(len(finder.positions_of(one.id)))),
    )


def _path(one: Institution) -> str:
    return f"institution/{one.id}"


def _institution(corpus: Corpus, finder: Finder, one: Institution, language: Language) -> str:
    positions = finder.positions_of(one.id)
    doubts = tuple({doubt.id: doubt for found in positions for doubt in found.doubts}.values())
    names = ("place", "positions", "printed", "doubts")
    parts: tuple[Part, ...] = (
        Heading(1, _kazakh(one.name), "institution"),
        notice(corpus.register, (finder.edition,), language),
        Paragraph(plain(f"{tell('kind', language)}: {say(f'lookup.kind-{one.kind}', language)}.")),
        Heading(2, plain(tell("positions", language)), "positions"),
        Table(
            tuple(cell(tell(name, language)) for name in names),
            tuple(_rows(finder.edition, positions, doubts)),
            widths=(14, 28, 44, 14),
        ),
        Paragraph(plain(tell("positions-text", language))),
        *_doubts(doubts, language),
        Heading(2, plain(tell("forms", language)), "forms"),
        Listing(tuple(_kazakh(form.words) for form in one.forms)),
        Paragraph((led(tell("institutions", language), "institutions"),)),
    )
    return markdown_of(parts, language, _path(one), unsearched=("positions", "doubts"))


def _rows(
    edition: Edition, positions: Iterable[Finding], doubts: tuple[Doubt, ...]
) -> Iterator[tuple[Cell, ...]]:
    """One row for each entry that names the institution, with all positions it gives."""
    entries: dict[tuple[str, str], list[Finding]] = {}
    for found in positions:
        entries.setdefault((found.entry.id, found.text), []).append(found)
    for together in entries.values():
        first = together[0]
        place = led(str(first.level.code), f"{edition_page(edition.key)}#{first.entry.id}")
        numbers = sorted({doubts.index(doubt) + 1 for one in together for doubt in one.doubts})
        marks = tuple(Run(f"[{number}] ", link=f"doubt-{number}") for number in numbers)
        yield (
            Cell(((place,), (Run(str(first.lines or ""), small=True),))),
            Cell(tuple(_kazakh(one.position) for one in together)),
            Cell((_kazakh(first.entry.heading), _kazakh(first.text)), depths=(0, 1)),
            Cell((marks or plain("–"),)),
        )


def _doubts(doubts: tuple[Doubt, ...], language: Language) -> Iterator[Part]:
    """Each once, under the number that the table gives it, with its evidence."""
    if doubts:
        yield Heading(2, plain(tell("doubts", language)), "doubts")
    for number, doubt in enumerate(doubts, 1):
        first, *rest = doubt_lines(doubt, language)
        yield Paragraph((*plain(f"[{number}] "), *first), f"doubt-{number}")
        yield Listing(tuple(rest))


def _kazakh(words: str) -> Text:
    """Words of the register, which are Kazakh on every page."""
    return (Run(words, language="kk"),)
