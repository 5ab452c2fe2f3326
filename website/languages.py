"""Which language a page of the site is in, and where its twins in the others stand.

Kazakh stands at the root, Russian under ``ru/``, English under ``en/``; behind the prefix
a page has the same path in each language.
"""

from typing import Final

from kz_civil_positions.messages import LANGUAGES, Language

__all__ = ["NAMES", "ROOTS", "language_of", "path_in", "place_of"]

ROOTS: Final[dict[Language, str]] = {"kk": "", "ru": "ru/", "en": "en/"}
# Each language by its own name: that is how its speakers find it.
NAMES: Final[dict[Language, str]] = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


def language_of(path: str) -> Language:
    """Answers: in which language is the page at this path?

    Example:
        >>> language_of("guide/reading.md"), language_of("ru/guide/reading.md")
        ('kk', 'ru')
    """
    return next((one for one in LANGUAGES if ROOTS[one] and path.startswith(ROOTS[one])), "kk")


def place_of(path: str) -> str:
    """Answers: which place has this page, that its twins have too?

    Example:
        >>> place_of("ru/guide/reading.md") == place_of("guide/reading.md")
        True
    """
    return path.removeprefix(ROOTS[language_of(path)])


def path_in(place: str, language: Language) -> str:
    """Answers: where does this place stand in that language?

    Example:
        >>> path_in("guide/reading.md", "en")
        'en/guide/reading.md'
    """
    return ROOTS[language] + place
