"""Who issued an order, in three languages, as far as anybody has translated the name."""

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from kz_civil_positions.kazakh import fold, nominative, words
from kz_civil_positions.model import Tongues

__all__ = ["Issuer", "issuer_named", "same_office"]

# Attested in both languages of the law.
_OFFICES: Final = (
    Tongues(
        "Қазақстан Республикасының Ішкі істер министрі",
        "Министр внутренних дел Республики Казахстан",
        "Minister of Internal Affairs of the Republic of Kazakhstan",
    ),
)


@frozen
class Issuer:
    """An issuer.

    Attributes:
        name: in three languages.
        to_translate: whether the name is only there as the text prints it.
    """

    name: Tongues
    to_translate: bool = False


def same_office(printed: str, language: str, office: Tongues) -> bool:
    """Answers: does a text of this language name that office?

    Example:
        >>> same_office("Қазақстан Республикасы Ішкі істер министрінің", "kaz", _OFFICES[0])
        True
        >>> same_office("Министр финансов Республики Казахстан", "rus", _OFFICES[0])
        False
    """
    if language == "rus":
        return fold(printed) == fold(office.ru)
    return _key(printed) == _key(office.kk)


def _key(name: str) -> tuple[str, ...]:
    """Both "Республикасы" and "Республикасының" are printed before the name of an office."""
    return tuple(nominative(fold(word)) for word in words(name))


def issuer_named(printed: str, language: str, offices: Iterable[Tongues] = ()) -> Issuer:
    """Answers: who is it whom the text names so?

    Args:
        printed: as the text prints it.
        language: of the text: ``"kaz"`` or ``"rus"``.
        offices: those that orders of this register name already.

    Example:
        >>> found = issuer_named("Ойдан шығарылған агенттік төрағасы", "kaz")
        >>> found.name.en, found.to_translate
        ('Ойдан шығарылған агенттік төрағасы', True)
    """
    for office in (*offices, *_OFFICES):
        if same_office(printed, language, office):
            return Issuer(office)
    return Issuer(Tongues(printed, printed, printed), to_translate=True)
