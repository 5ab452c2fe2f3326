"""Differences that change no word: spacing, quotes, dashes, look-alikes, marks, case endings.

Two texts that share a key differ in nothing that a reader would call an amendment. A
missing capital, a comma inside a text and quotes that were not there before are no such
trifles: a capital or a pair of quotes can make a name of a word, a comma can divide a list.
"""

import re
from functools import lru_cache
from typing import Final

from kz_civil_positions.kazakh import fold, nfc, nominative_phrase

__all__ = ["item_key", "same_but_for_print", "text_key"]

_CLOSING: Final = " ;.,:\u00a0"
# Between digits a blank parts two numbers; anywhere else it says nothing.
_BLANK: Final = re.compile(r"(?<!\d) | (?!\d)")


@lru_cache(maxsize=1 << 14)
def text_key(text: str) -> str:
    """Answers: under which key do the same words meet, however they are printed?

    Spacing, kinds of quotes and dashes, look-alike letters and closing marks are levelled.

    Args:
        text: as printed.

    Returns:
        The key; equal for texts with the same words and the same capitals.

    Example:
        >>> text_key("«Сұңқар» жасағы ;") == text_key('"Сұңқар"  жасағы.')
        True
        >>> text_key("Орталық госпиталь") == text_key("орталық госпиталь")
        False
    """
    folded = _BLANK.sub("", fold(text.rstrip(_CLOSING)))
    letters = (letter for letter in nfc(text) if letter.isalnum())
    capitals = ",".join(str(at) for at, letter in enumerate(letters) if letter.isupper())
    return f"{folded}|{capitals}"


@lru_cache(maxsize=1 << 14)
def item_key(text: str) -> str:
    """Answers: under which key do items meet that name the same institution?

    As ``text_key``; the genitive that some lists use and others do not is levelled too.

    Args:
        text: an item as printed.

    Returns:
        The key.

    Example:
        >>> item_key("Апаттар медицинасы орталығының;") == item_key("Апаттар медицинасы орталығы.")
        True
    """
    return text_key(nominative_phrase(text))


def same_but_for_print(old: str, new: str, *, item: bool = False) -> bool:
    """Answers: do these two texts differ in typography alone?

    Args:
        old: the text before.
        new: the text after.
        item: whether they are items, whose case endings may alternate.

    Returns:
        Whether they have the same words.

    Example:
        >>> same_but_for_print("ТЖК клубтың;", "ТЖК клуб.", item=True)
        True
        >>> same_but_for_print("бас маман", "аға маман")
        False
    """
    if text_key(old) == text_key(new):
        return True
    return item and item_key(old) == item_key(new)
