"""How legal texts write days and numbers, and how a text is levelled for reading them."""

from typing import Final

from kz_civil_positions.kazakh import nfc

__all__ = ["DATE", "IDENTITY", "NUMBER", "PLAIN_NUMBER", "folded", "tidy"]

_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("«»“”„", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        # Older texts print the Latin letter for the Kazakh one.
        "i": "і",
        "I": "І",
    }
)
DATE: Final = (
    r"(?:[0-9]{4} ?(?:жыл(?:ғы|ы|дың)|ж\.) ?\"?[0-9]{1,2}\"? [^\W\d_]+"
    r"|\"?[0-9]{1,2}\"? [^\W\d_]+ [0-9]{4}(?: ?(?:года|г\.))?"
    r"|(?<![0-9.])[0-9]{2}\.[0-9]{2}\.[0-9]{4}(?![0-9])(?: ?(?:жылғы|года|ж\.|г\.))?)"
)
# "920", "19-42-3.3.17", "216-н/қ", "ҚР ДСМ-22"; a stop that ends the sentence is left out.
PLAIN_NUMBER: Final = (
    r"(?:(?:ҚР|РК) )?(?:[А-ЯӘҒҚҢӨҰҮҺІЁ]{1,5}-)?[0-9]+[а-яәғқңөұүһі]?"
    r"(?:[-/.](?:[0-9]+|[^\W\d_]{1,4}))*(?!\w)"
)
NUMBER: Final = rf"(?:№|N) ?{PLAIN_NUMBER}"
# By day and number together an act is known.
IDENTITY: Final = rf"{DATE},? {NUMBER}"


def tidy(text: str) -> str:
    r"""Answers: how does this text read with single blanks, and none at its ends?

    Example:
        >>> tidy(" а\u00a0 б ")
        'а б'
    """
    return " ".join(nfc(text).split())


def folded(text: str) -> str:
    """Answers: how does it read with one kind of quotes and dashes, letter for letter?

    The answer is as long as the tidy text, so that places found in it hold in both.

    Example:
        >>> folded("«Әдiлет» – 1") == '"Әділет" - 1'
        True
    """
    return tidy(text).translate(_ALIKE)
