"""The pages of orders: dates, what each did, its own words, and how we know."""

from collections.abc import Iterator

from kz_civil_positions.messages import Language
from kz_civil_positions.model import Edition
from kz_civil_positions.orders import Order, OrderParagraph
from kz_civil_positions.reports.chronology import order_parts
from kz_civil_positions.reports.document import (
    Heading,
    Listing,
    Paragraph,
    Part,
    Quotation,
    Run,
    Text,
    plain,
    strong,
)
from kz_civil_positions.reports.phrases import doubt_lines, notice, short_name
from website.page import Page
from website.pages.citing import order_citation
from website.pages.corpus import Corpus, edition_page, order_page
from website.pages.rendering import led, markdown_of
from website.pages.texts import tell

__all__ = ["order_pages"]


def order_pages(corpus: Corpus, language: Language) -> Iterator[Page]:
    """Answers: which pages have the orders of this register?"""
    for order in corpus.register.orders:
        name = short_name(order, language)
        yield Page(
            f"{corpus.under}{order_page(order.id)}",
            language,
            f"{tell('order', language)} {name}",
            _order(corpus, order, language),
            tell("order-described", language, order=name),
            menu=corpus.menu(language),
        )


def _order(corpus: Corpus, order: Order, language: Language) -> str:
    register = corpus.register
    editions = [one for one in register.editions if one.order == order.id]
    parts: tuple[Part, ...] = (
        Heading(1, plain(f"{tell('order', language)} {short_name(order, language)}"), "order"),
        notice(register, tuple(editions), language),
        Listing(tuple(_around(editions, language))),
        Paragraph(strong(tell("cite", language))),
        Quotation(plain(order_citation(order, language))),
        Heading(2, plain(tell("facts", language)), "facts"),
        *order_parts(register, order, language),
        *_words(order, language),
        *_doubts(order, language),
    )
    return markdown_of(parts, language, order_page(order.id))


def _around(editions: list[Edition], language: Language) -> Iterator[Text]:
    """To the editions that the order made, and to all orders."""
    for one in editions:
        told = tell("gives-edition", language, edition=one.key)
        yield (led(told, edition_page(one.key)),)
    if not editions:
        yield plain(tell("gives-none", language))
    yield (led(tell("to-chronology", language), "chronology"),)


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
