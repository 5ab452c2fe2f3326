"""Russian text: the nominative of an office that an order names in the genitive.

Dates of both languages are read in ``kazakh.py``, since one text may have both.
"""

import re
from typing import Final

from kz_civil_positions.kazakh import nfc

__all__ = ["nominative_office"]

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
    parts = _TWO_OFFICES.split(nfc(phrase).strip())
    offices = [_nominative(part) for part in parts[::2]]
    found = [office for office in offices if office is not None]
    if len(found) < len(offices):
        return None
    return "".join(office + mark for office, mark in zip(found, [*parts[1::2], ""], strict=True))


def _nominative(office: str) -> str | None:
    done: list[str] = []
    words = office.split(" ")
    for index, word in enumerate(words):
        small = word.lower()
        if small in _HEADS:
            return " ".join([*done, _like(word, _HEADS[small]), *words[index + 1 :]])
        if small not in _BEFORE_HEAD:
            return None
        done.append(_like(word, _BEFORE_HEAD[small]))
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
