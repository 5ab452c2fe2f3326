"""What the templates of the frame are given for a page: language, texts, twins, notice."""

from collections.abc import Container, Mapping
from html import escape
from typing import Any, Final

from attrs import frozen

import kz_civil_positions as kz
from kz_civil_positions.messages import LANGUAGES, Language, say
from website.languages import NAMES, ROOTS, path_in, place_of
from website.texts import texts_in

__all__ = ["Twin", "described", "notice_in", "twins_of"]

_SHORT: Final[dict[Language, str]] = {"kk": "ҚАЗ", "ru": "РУС", "en": "ENG"}


@frozen
class Twin:
    """The same page in a language, or that language's home where there is no such page.

    Attributes:
        language: the language.
        short: its name, as short as a narrow screen needs.
        told: what is said to who listens or points: the name, or that there is no such page.
        url: where to go, from the root of the site.
        same: is it the same page?
    """

    language: Language
    short: str
    told: str
    url: str
    same: bool


def twins_of(url: str, urls: Container[str]) -> list[Twin]:
    """Answers: where does a reader of this page go for each language, its own too?

    Args:
        url: where the page is, from the root of the site.
        urls: where all pages are.

    Example:
        >>> [twin.url for twin in twins_of("guide/a/", {"guide/a/", "ru/guide/a/"})]
        ['guide/a/', 'ru/guide/a/', 'en/']
    """
    return [_twin(path_in(place_of(url), language), language, urls) for language in LANGUAGES]


def _twin(url: str, language: Language, urls: Container[str]) -> Twin:
    if url in urls:
        return Twin(language, _SHORT[language], NAMES[language], url, same=True)
    told = texts_in(language)["home-only"]
    return Twin(language, _SHORT[language], told, ROOTS[language], same=False)


def described(meta: Mapping[str, Any], language: Language) -> str:
    """Answers: how is a page described to who finds it elsewhere, as an attribute in HTML?

    Example:
        >>> described({"description": 'Order "On …"'}, "en")
        'Order &quot;On …&quot;'
    """
    return escape(meta.get("description") or texts_in(language)["description"])


def notice_in(register: kz.Register, language: Language) -> list[str]:
    """Answers: what does each page say of the text that it rests on?

    Args:
        register: the one that the page is about.
        language: of the page.

    Example:
        >>> notice_in(kz.load(), "en")[0]
        'Unofficial text. The official text is the order itself.'
    """
    until = register.checked_until
    told = [say("reports.fictional", language)] if register.base.fictional else []
    told.append(say("reports.unofficial", language))
    if until:
        told.append(say("reports.checked-until", language, day=until))
    made = texts_in(language)["made-of"].format(code=kz.__version__, data=kz.__data_edition__)
    return [*told, made]
