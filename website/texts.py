"""Every sentence of the site's frame, in Kazakh, Russian and English, side by side.

What the theme says itself stands in its own catalogues; what a page says, on the page.
"""

from typing import Final

from kz_civil_positions.messages import Language

__all__ = ["TEXTS", "texts_in"]

TEXTS: Final[dict[str, dict[Language, str]]] = {
    "name": {"kk": "Лауазымдар тізілімі", "ru": "Реестр должностей", "en": "Register of positions"},
    "description": {
        "kk": "Қазақстан ішкі істер органдарының азаматтық қызметшілері лауазымдарының тізілімі: "
        "не жазылған, қай күні, қай бұйрықпен және мұны қайдан білеміз.",
        "ru": "Реестр должностей гражданских служащих органов внутренних дел Казахстана: что "
        "в нём сказано, на какой день, каким приказом и откуда это известно.",
        "en": "The register of civil servants' positions of Kazakhstan's internal affairs "
        "bodies: what it says, on which day, by which order, and how we know.",
    },
    "to-light": {"kk": "Ашық түске ауысу", "ru": "Светлое оформление", "en": "Switch to light"},
    "to-dark": {"kk": "Күңгірт түске ауысу", "ru": "Тёмное оформление", "en": "Switch to dark"},
    "made-of": {
        "kk": "Бағдарлама: kz-civil-positions {code}. Деректер: {data}.",
        "ru": "Программа: kz-civil-positions {code}. Данные: {data}.",
        "en": "Program: kz-civil-positions {code}. Data: {data}.",
    },
    # At each heading; the English is that of the extension which makes the contents.
    "link-here": {
        "kk": "Осы жерге тұрақты сілтеме",
        "ru": "Постоянная ссылка на это место",
        "en": "Permanent link",
    },
    "not-found": {"kk": "Мұндай бет жоқ", "ru": "Такой страницы нет", "en": "No such page"},
    "go-home": {
        "kk": "Басты бетке өту",
        "ru": "Перейти на главную",
        "en": "Go to the home page",
    },
    # On a language's link where the page has no twin.
    "home-only": {
        "kk": "Қазақша: бұл бет тек басқа тілде бар; сілтеме басты бетке апарады",
        "ru": "Русский: этой страницы по-русски нет; ссылка ведёт на главную",
        "en": "English: this page is not there in English; the link leads to the home page",
    },
}


def texts_in(language: Language) -> dict[str, str]:
    """Answers: what does the frame say in this language?

    Example:
        >>> texts_in("ru")["not-found"]
        'Такой страницы нет'
    """
    return {key: told[language] for key, told in TEXTS.items()}
