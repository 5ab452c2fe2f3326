"""The pages of orders: dates, what each did, its own words, and how we know."""

from collections.abc import Iterator

from kz_civil_positions.messages import Language
from kz_civil_positions.orders import Order, OrderParagraph
from kz_civil_positions.reports.chronology import order_parts
from kz_civil_positions.reports.document import (
    Heading,
    Listing,
    Paragraph,
    Part,
    Run,
    plain,
)
from kz_civil_positions.reports.phrases import doubt_lines, notice, short_name
from website.page import Page
from website.pages.citing import order_cited
from website.pages.corpus import Corpus, edition_page
from website.pages.rendering import markdown_of
from website.pages.texts import tell

__all__ = ["order_pages"]


def order_pages(corpus: Corpus, language: Language) -> Iterator[Page]:
    """Answers: which pages have the orders of this register?"""
    for order in corpus.register.orders:
        name = short_name(order, language)
        yield Page(
            f"{corpus.under}order/{order.id}",
            language,
            f"{tell('order', language)} {name}",
            _order(corpus, order, language),
            tell("order-described", language, order=name),
            menu="" if corpus.under else tell("menu", language),
        )


def _order(corpus: Corpus, order: Order, language: Language) -> str:
    register = corpus.register
    editions = [one for one in register.editions if one.order == order.id]
    title = Heading(1, plain(order_cited(order, language)), "order")
    links = [f"[{one.key}](../{edition_page(one.key)}.md)" for one in editions]
    named = f"{tell('gives-edition', language)}: {', '.join(links)}" if links else ""
    first = markdown_of([title, notice(register, tuple(editions), language)], language)
    rest = markdown_of(
        (
            *order_parts(register, order, language),
            *_words(order, language),
            *_doubts(order, language),
        ),
        language,
    )
    return "\n\n".join(part for part in (first, named, rest) if part)


def _words(order: Order, language: Language) -> Iterator[Part]:
    """The order's own text, paragraph by paragraph, with the lines it stands in."""
    if not order.paragraphs:
        return
    yield Heading(2, plain(tell("points", language)), "words")
    yield Paragraph(plain(tell("points-text", language)))
    for paragraph in order.paragraphs:
        yield Paragraph(tuple(_said(paragraph)))


def _said(paragraph: OrderParagraph) -> Iterator[Run]:
    yield Run(paragraph.text, language="kk")
    if paragraph.lines:
        yield Run(f" {paragraph.lines}", small=True)


def _doubts(order: Order, language: Language) -> Iterator[Part]:
    if not order.doubts:
        return
    yield Heading(2, plain(tell("order-doubts", language)), "doubts")
    for doubt in order.doubts:
        first, *rest = doubt_lines(doubt, language)
        yield Paragraph(first)
        if rest:
            yield Listing(tuple(rest))
