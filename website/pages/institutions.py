"""The pages of institutions: which positions the register gives each of them."""

from collections.abc import Iterator

from kz_civil_positions.annotations import Institution
from kz_civil_positions.lookup.finder import Finder
from kz_civil_positions.lookup.finding import Finding
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Doubt
from kz_civil_positions.reports.document import Heading, Listing, Paragraph, Part, plain
from kz_civil_positions.reports.phrases import doubt_lines, notice
from website.page import Page
from website.pages.corpus import Corpus, edition_page
from website.pages.rendering import markdown_of, plain_markdown
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
        "\n".join(_list(corpus, finder, language)),
        tell("institutions-described", language),
        menu="" if corpus.under else tell("menu", language),
    )
    for one in finder.institutions:
        yield Page(
            f"{corpus.under}institution/{one.id}",
            language,
            one.name,
            "\n".join(_institution(corpus, finder, one, language)),
            tell("institution-described", language, name=one.name),
        )


def _list(corpus: Corpus, finder: Finder, language: Language) -> Iterator[str]:
    title = Heading(1, plain(tell("institutions", language)), "institutions")
    yield markdown_of([title, notice(corpus.register, (finder.edition,), language)], language)
    yield f"\n{tell('institutions-text', language)}\n"
    yield _row(tell(name, language) for name in ("name", "kind", "count"))
    yield "| --- | --- | --- |"
    for one in finder.institutions:
        link = f"[{plain_markdown(one.name)}](institution/{one.id}.md)"
        count = len(finder.positions_of(one.id))
        yield _row((_kazakh(link), say(f"lookup.kind-{one.kind}", language), str(count)))


def _institution(
    corpus: Corpus, finder: Finder, one: Institution, language: Language
) -> Iterator[str]:
    title = Heading(1, plain(one.name), "institution")
    yield markdown_of([title, notice(corpus.register, (finder.edition,), language)], language)
    yield f"\n{tell('kind', language)}: {say(f'lookup.kind-{one.kind}', language)}.\n"
    yield f"## {tell('positions', language)} {{#positions}}\n"
    page = f"../{edition_page(finder.edition.key)}.md"
    yield _row(tell(name, language) for name in ("place", "position", "printed", "doubts"))
    yield "| --- | --- | --- | --- |"
    positions = finder.positions_of(one.id)
    doubts = tuple({doubt.id: doubt for found in positions for doubt in found.doubts}.values())
    for found in positions:
        yield _row(_cells(found, page, doubts))
    yield from _doubts(doubts, language)
    yield f"\n## {tell('forms', language)} {{#forms}}\n"
    for form in one.forms:
        yield f"- {_kazakh(plain_markdown(form.words))}"


def _doubts(doubts: tuple[Doubt, ...], language: Language) -> Iterator[str]:
    """Each once, under the number that the table gives it, with its evidence."""
    if not doubts:
        return
    parts: list[Part] = [Heading(2, plain(tell("doubts", language)), "doubts")]
    for number, doubt in enumerate(doubts, 1):
        first, *rest = doubt_lines(doubt, language)
        parts.append(Paragraph((*plain(f"[{number}] "), *first), f"doubt-{number}"))
        parts.append(Listing(tuple(rest)))
    yield f"\n{markdown_of(parts, language)}"


def _cells(found: Finding, page: str, doubts: tuple[Doubt, ...]) -> Iterator[str]:
    place = f"[{found.level.code}]({page}#entry-{found.entry.id})"
    yield f"{place} {found.lines or ''}"
    yield _kazakh(plain_markdown(found.position))
    yield _kazakh(plain_markdown(f"{found.entry.heading} … {found.text}"))
    numbers = [doubts.index(doubt) + 1 for doubt in found.doubts]
    yield ", ".join(f"[&#91;{number}&#93;](#doubt-{number})" for number in numbers) or "–"


def _row(cells: Iterator[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _kazakh(words: str) -> str:
    """Words of the register, which are Kazakh on every page."""
    return f'<span lang="kk">{words}</span>'
