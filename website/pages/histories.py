"""The pages of what happened: the chronology, and what changed from edition to edition."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from kz_civil_positions.messages import Language
from kz_civil_positions.model import Edition
from kz_civil_positions.reports.chronology import chronology
from kz_civil_positions.reports.comparison import comparison
from kz_civil_positions.reports.document import Listing, Notice, Part
from website.page import Page
from website.pages.corpus import Corpus, change_page, edition_page, order_page
from website.pages.rendering import led, linked, markdown_of
from website.pages.texts import tell

__all__ = ["history_pages"]


def history_pages(corpus: Corpus, language: Language) -> Iterator[Page]:
    """Answers: which pages tell the history of this register?"""
    told = chronology(corpus.register, language)
    yield Page(
        f"{corpus.under}chronology",
        language,
        told.title,
        _linked(corpus, told.parts, language, "chronology"),
        tell("chronology-described", language),
        menu=corpus.menu(language),
    )
    for old, new in pairwise(corpus.register.editions):
        changes = comparison(corpus.register, old, new, language)
        path = change_page(old, new)
        yield Page(
            f"{corpus.under}{path}",
            language,
            changes.title,
            _linked(corpus, _led(changes.parts, old, new, language), language, path),
            tell("changes-described", language, old=old.key, new=new.key),
            menu=corpus.menu(language),
        )


def _led(parts: Iterable[Part], old: Edition, new: Edition, language: Language) -> Iterator[Part]:
    """With the way to the two editions, below the notice."""
    for part in parts:
        yield part
        if isinstance(part, Notice):
            items = [
                (led(tell("edition-title", language, edition=one.key), edition_page(one.key)),)
                for one in (old, new)
            ]
            yield Listing(tuple(items))


def _linked(corpus: Corpus, parts: Iterable[Part], language: Language, path: str) -> str:
    """With links from the tables of orders to the orders' own pages."""
    goals = {order.id: order_page(order.id) for order in corpus.register.orders}
    return markdown_of((linked(part, goals) for part in parts), language, path)
