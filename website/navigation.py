"""The menu of each language, out of the one that MkDocs knows.

In ``mkdocs.yml`` the menu has one section a language, under the language's own name. A reader
sees only that of the language read, without its heading.
"""

from collections.abc import Iterable
from typing import Any

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as SitePage

from kz_civil_positions.messages import LANGUAGES, Language
from website.languages import NAMES, language_of
from website.page import Page

__all__ = ["divide", "menu_with", "navigation_of"]


def menu_with(menu: list[Any], pages: Iterable[Page]) -> list[Any]:
    """Answers: how does the menu read with the generated pages?

    In each language they stand after the pages at the top of its menu, before its sections.

    Example:
        >>> page = Page("register/2019-920", "kk", "2019", "", "", menu="Тізілім")
        >>> menu_with([{"Қазақша": [{"Бет": "index.md"}, {"Нұсқаулық": []}]}], [page])
        [{'Қазақша': [{'Бет': 'index.md'}, {'Тізілім': [{'2019': 'register/2019-920.md'}]}, \
{'Нұсқаулық': []}]}]
    """
    sections: dict[Language, dict[str, list[dict[str, str]]]] = {
        language: {} for language in LANGUAGES
    }
    for page in pages:
        if page.menu:
            sections[page.language].setdefault(page.menu, []).append({page.title: page.file})
    named = {NAMES[language]: found for language, found in sections.items()}
    return [
        {name: _joined(part, named.get(name, {})) for name, part in one.items()} for one in menu
    ]


def _joined(part: list[Any], found: dict[str, list[dict[str, str]]]) -> list[Any]:
    at = next((at for at, one in enumerate(part) if _is_section(one)), len(part))
    return [*part[:at], *({name: pages} for name, pages in found.items()), *part[at:]]


def _is_section(part: dict[str, Any]) -> bool:
    return any(isinstance(child, list) for child in part.values())


def divide(nav: Navigation) -> None:
    """Let no page lead on to one of another language."""
    for page in nav.pages:
        if page.next_page and _language(page.next_page) != _language(page):
            page.next_page.previous_page = None
            page.next_page = None


def navigation_of(nav: Navigation, language: Language) -> Navigation:
    """Answers: which menu does a reader of this language see?

    Raises:
        KeyError: where the menu has no section of that language.
    """
    sections = {one.title: one for one in nav.items if isinstance(one, Section)}
    pages = [page for page in nav.pages if _language(page) == language]
    own = Navigation(sections[NAMES[language]].children, pages)
    own.homepage = pages[0]
    return own


def _language(page: SitePage) -> Language:
    return language_of(page.file.src_uri)
