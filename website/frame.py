"""What the templates of the frame are given for a page: language, texts, twins, notice."""

from collections.abc import Container
from functools import cache
from typing import Final

from attrs import frozen

import kz_civil_positions as kz
from kz_civil_positions.messages import LANGUAGES, Language, say
from website.languages import NAMES, ROOTS, path_in, place_of
from website.texts import texts_in

__all__ = ["Twin", "notice_in", "twins_of"]

# As short as a narrow screen needs; the name is said in full to who listens.
_SHORT: Final[dict[Language, str]] = {"kk": "ҚАЗ", "ru": "РУС", "en": "ENG"}


@frozen
class Twin:
    """The same page in a language, or that language's home where there is no such page."""

    language: Language
    short: str
    told: str
    url: str


def twins_of(url: str, urls: Container[str]) -> list[Twin]:
    """Answers: where does a reader of this page go for each language, its own too?

    Args:
        url: where the page is, from the root of the site.
        urls: where all pages are.

    Example:
        >>> [twin.url for twin in twins_of("guide/a/", {"guide/a/", "ru/guide/a/"})]
        ['guide/a/', 'ru/guide/a/', 'en/']
    """
    places = {language: path_in(place_of(url), language) for language in LANGUAGES}
    return [
        Twin(language, _SHORT[language], NAMES[language], places[language])
        if places[language] in urls
        else Twin(language, _SHORT[language], texts_in(language)["home-only"], ROOTS[language])
        for language in LANGUAGES
    ]


@cache
def notice_in(language: Language) -> list[str]:
    """Answers: what does each page say of the text that the site rests on?

    Example:
        >>> notice_in("en")[0]
        'Unofficial text. The official text is the order itself.'
    """
    until = kz.load().checked_until
    checked = [] if until is None else [say("reports.checked-until", language, day=until)]
    made = texts_in(language)["made-of"].format(code=kz.__version__, data=kz.__data_edition__)
    return [say("reports.unofficial", language), *checked, made]
