"""The pages of what happened: the chronology, and what changed from edition to edition."""

from collections.abc import Iterator
from itertools import pairwise

from kz_civil_positions.messages import Language
from kz_civil_positions.reports.chronology import chronology
from kz_civil_positions.reports.comparison import comparison
from website.page import Page
from website.pages.corpus import Corpus, change_page
from website.pages.rendering import markdown_of
from website.pages.texts import tell

__all__ = ["history_pages"]


def history_pages(corpus: Corpus, language: Language) -> Iterator[Page]:
    """Answers: which pages tell the history of this register?"""
    menu = "" if corpus.under else tell("menu", language)
    told = chronology(corpus.register, language)
    yield Page(
        f"{corpus.under}chronology",
        language,
        told.title,
        markdown_of(told.parts, language),
        tell("chronology-described", language),
        menu=menu,
    )
    for old, new in pairwise(corpus.register.editions):
        changes = comparison(corpus.register, old, new, language)
        yield Page(
            f"{corpus.under}{change_page(old, new)}",
            language,
            changes.title,
            markdown_of(changes.parts, language),
            tell("changes-described", language, old=old.key, new=new.key),
            menu=menu,
        )
