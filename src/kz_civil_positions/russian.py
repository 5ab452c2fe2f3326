"""Russian text: the nominative and the genitive of an office that an order names.

Dates of both languages are read in ``kazakh.py``, since one text may have both.
"""

import re
from typing import Final

from kz_civil_positions.kazakh import nfc

__all__ = ["genitive_office", "nominative_office"]

# An office is named after the form of the act: "Приказ Министра …". Its first words are
# declined; what follows the head ("внутренних дел Республики Казахстан") stays as it is.
_BEFORE_HEAD: Final = {
    "верховного": "верховный",
    "генерального": "генеральный",
    "главного": "главный",
    "государственного": "государственный",
    "первого": "первый",
    "центральной": "центральная",
}
_HEADS: Final = {
    "агентства": "агентство",
    "акима": "аким",
    "акимата": "акимат",
    "директора": "директор",
    "заместителя": "заместитель",
    "исполняющего": "исполняющий",
    "комиссии": "комиссия",
    "комитета": "комитет",
    "министерства": "министерство",
    "министра": "министр",
    "начальника": "начальник",
    "правительства": "правительство",
    "председателя": "председатель",
    "президента": "президент",
    "премьер-министра": "премьер-министр",
    "прокурора": "прокурор",
    "руководителя": "руководитель",
    "секретаря": "секретарь",
    "управляющего": "управляющий",
}
_HEADS_OF: Final = {nominative: genitive for genitive, nominative in _HEADS.items()}
_BEFORE_HEAD_OF: Final = {nominative: genitive for genitive, nominative in _BEFORE_HEAD.items()}
# One person may hold two offices: "Заместителя Премьер-Министра – Министра финансов".
_TWO_OFFICES: Final = re.compile(r"( [-–—] )")


def nominative_office(phrase: str) -> str | None:
    """Answers: how is this office called, which is named in the genitive?

    Returns:
        The office in the nominative; None where its head is no word that we know, so that
        nothing is declined by guessing.

    Example:
        >>> nominative_office("Министра внутренних дел Республики Казахстан")
        'Министр внутренних дел Республики Казахстан'
        >>> nominative_office("исполняющего обязанности Министра финансов")
        'исполняющий обязанности Министра финансов'
        >>> nominative_office("неизвестно кого") is None
        True
    """
    return _declined(phrase, _HEADS, _BEFORE_HEAD)


def genitive_office(phrase: str) -> str | None:
    """Answers: how does an order name this office after the form of the act?

    Returns:
        The office in the genitive; None where its head is no word that we know.

    Example:
        >>> genitive_office("Министр внутренних дел Республики Казахстан")
        'Министра внутренних дел Республики Казахстан'
        >>> genitive_office("неизвестно кто") is None
        True
    """
    return _declined(phrase, _HEADS_OF, _BEFORE_HEAD_OF)


def _declined(phrase: str, heads: dict[str, str], before: dict[str, str]) -> str | None:
    parts = _TWO_OFFICES.split(nfc(phrase).strip())
    offices = [_office(part, heads, before) for part in parts[::2]]
    found = [office for office in offices if office is not None]
    if len(found) < len(offices):
        return None
    return "".join(office + mark for office, mark in zip(found, [*parts[1::2], ""], strict=True))


def _office(office: str, heads: dict[str, str], before: dict[str, str]) -> str | None:
    done: list[str] = []
    words = office.split(" ")
    for index, word in enumerate(words):
        small = word.lower()
        if small in heads:
            return " ".join([*done, _like(word, heads[small]), *words[index + 1 :]])
        if small not in before:
            return None
        done.append(_like(word, before[small]))
    return None


def _like(model: str, word: str) -> str:
    """The word with capitals where the model has them: Премьер-Министра – Премьер-Министр."""
    parts = zip(model.split("-"), word.split("-"), strict=True)
    return "-".join(
        part.upper()
        if one.isupper() and len(one) > 1
        else part.capitalize()
        if one[:1].isupper()
        else part
        for one, part in parts
    )
