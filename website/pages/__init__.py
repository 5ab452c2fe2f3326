"""The pages that are made from the data, one module a kind of page."""

from collections.abc import Iterator

from attrs import evolve

from kz_civil_positions.messages import Language, say
from website.page import Page
from website.pages.corpus import Corpus
from website.pages.editions import edition_pages
from website.pages.histories import history_pages
from website.pages.institutions import institution_pages
from website.pages.orders import order_pages
from website.pages.texts import tell

__all__ = ["Corpus", "pages_of"]

_KINDS = (edition_pages, order_pages, institution_pages, history_pages)


def pages_of(corpus: Corpus, language: Language) -> Iterator[Page]:
    """Answers: which pages does this register have, in this language?

    Each page of a register that is made up says so above all else, and is found by no search: who
    searches asks about law.

    Args:
        corpus: the register, with the places of its data and of its pages.
        language: the language of the pages.
    """
    for kind in _KINDS:
        for page in kind(corpus, language):
            yield _marked(page, language) if corpus.fictional else page


def _marked(page: Page, language: Language) -> Page:
    told, more = say("reports.fictional", language), tell("fictional", language)
    said = f"<p><strong>{told}</strong></p><p>{more}</p>"
    banner = f'<div class="kz-fictional" role="note">{said}</div>'
    title = tell("fictional-title", language, title=page.title)
    return evolve(page, title=title, markdown=f"{banner}\n\n{page.markdown}", searched=False)
