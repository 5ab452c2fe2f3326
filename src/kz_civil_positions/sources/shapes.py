"""What one paragraph of an order shows by itself: a number, a name, the word that enacts."""

import re
from typing import Final

from kz_civil_positions.sources.legal_text import folded

__all__ = [
    "ENDED",
    "MOST_LINES",
    "NAME",
    "POINT",
    "SHORT",
    "STATE",
    "SUBPOINT",
    "begins_body",
    "is_agreement",
    "is_enacting",
    "is_line",
]

POINT: Final = re.compile(r"(?P<number>[0-9]{1,3}(?:-[0-9]{1,2})?)\. ?(?=\D|$)")
SUBPOINT: Final = re.compile(r"(?P<number>[0-9]{1,3}(?:-[0-9]{1,2})?)\) ?")
_ENACTING: Final = (
    *("БҰЙЫРАМЫН", "БҰЙЫРАМЫЗ", "ПРИКАЗЫВАЮ", "ПРИКАЗЫВАЕМ"),
    *("ҚАУЛЫЕТЕДІ", "ПОСТАНОВЛЯЕТ"),
)
_AGREED: Final = re.compile(r'"?(?:КЕЛІСІЛДІ|КЕЛІСІЛГЕН|СОГЛАСОВАНО?)(?!\w)"?:?', re.IGNORECASE)

# Lines of a heading, of a signature or of an annex are short and end in no mark.
SHORT: Final = 200
ENDED: Final = (".", ";", ":", ",")
# So many lines at the most make up one of these.
MOST_LINES: Final = 8
# So a Kazakh issuer's name begins.
STATE: Final = ("қазақстан республикасы", "қр ")

_CAPITAL: Final = "[А-ЯӘҒҚҢӨҰҮҺІЁ]"
_SURNAME: Final = rf"{_CAPITAL}[а-яәғқңөұүһіё]+(?:-{_CAPITAL}[а-яәғқңөұүһіё]+)?"
NAME: Final = re.compile(
    rf"(?<!\w){_CAPITAL}\. ?(?:{_CAPITAL}\. ?)?{_SURNAME}|{_SURNAME} {_CAPITAL}\. ?{_CAPITAL}\."
)


def is_agreement(text: str) -> bool:
    """Answers: does the note begin here that another body has agreed?

    Example:
        >>> is_agreement('"КЕЛІСІЛДІ"'), is_agreement("«СОГЛАСОВАНО»: Министерство")
        (True, True)
        >>> is_agreement("Келісілді деп есептелсін.")
        False
    """
    found = _AGREED.match(folded(text))
    return found is not None and (found[0].isupper() or found[0].strip('":').isupper())


def begins_body(text: str) -> bool:
    """Answers: do the order's own provisions begin here, or go on?

    Example:
        >>> begins_body("1. Осы"), begins_body("БҰЙЫРАМЫН:"), begins_body("Туралы")
        (True, True, False)
    """
    return is_enacting(text) or bool(POINT.match(text) or SUBPOINT.match(text))


def is_enacting(text: str) -> bool:
    """Answers: is it ordered here, after the legal basis or without one?

    Some print the word's letters apart.

    Example:
        >>> is_enacting("Б Ұ Й Ы Р А М Ы Н :"), is_enacting("… сәйкес БҰЙЫРАМЫН:")
        (True, True)
    """
    return text.replace(" ", "").rstrip(":.,").upper().endswith(_ENACTING)


def is_line(text: str) -> bool:
    """Answers: can this be a line of a heading or of a signature?

    Example:
        >>> is_line("Үлгі министрі"), is_line("енгізілсін:"), is_line("1. Осы")
        (True, False, False)
    """
    return len(text) <= SHORT and not text.endswith(ENDED) and not begins_body(text)
