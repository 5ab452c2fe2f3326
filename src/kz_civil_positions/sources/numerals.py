"""Numbers in words, as clauses on terms write them: "жиырма бір", "двадцати одного"."""

import re
from itertools import pairwise
from typing import Final

from kz_civil_positions.kazakh import nfc

__all__ = ["COUNT", "read_count"]

_KAZAKH: Final = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8,
    "тоғыз": 9, "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60,
    "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100,
}  # fmt: skip
# In the genitive, as after "по истечении".
_RUSSIAN: Final = {
    "одного": 1, "двух": 2, "трех": 3, "трёх": 3, "четырех": 4, "четырёх": 4, "пяти": 5,
    "шести": 6, "семи": 7, "восьми": 8, "девяти": 9, "десяти": 10, "одиннадцати": 11,
    "двенадцати": 12, "тринадцати": 13, "четырнадцати": 14, "пятнадцати": 15,
    "шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18, "девятнадцати": 19,
    "двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50, "шестидесяти": 60,
    "семидесяти": 70, "восьмидесяти": 80, "девяноста": 90, "ста": 100,
}  # fmt: skip
_TEN: Final = 10
_HUNDRED: Final = 100

_WORD: Final = rf"(?:{'|'.join(sorted((*_KAZAKH, *_RUSSIAN), key=len, reverse=True))})\b"
_WORDS: Final = rf"{_WORD}(?: {_WORD}){{0,2}}"
_DIGITS: Final = r"[0-9]{1,4}"
# A number may be given in both ways at once: "10 (он)", "десяти (10)".
COUNT: Final = rf"(?:{_DIGITS}(?: ?\({_WORDS}\))?|{_WORDS}(?: ?\({_DIGITS}\))?)"


def read_count(text: str) -> int | None:
    """Answers: which number is this, in digits, in words, or in both?

    Returns:
        The number; None for what is no number, or where digits and words disagree.

    Example:
        >>> read_count("жиырма бір"), read_count("шестидесяти"), read_count("10 (он)")
        (21, 60, 10)
        >>> read_count("он жиырма") is read_count("10 (бес)") is None
        True
    """
    small = nfc(text).lower()
    readings: set[int | None] = {int(digits) for digits in re.findall(_DIGITS, small)}
    if words := re.findall(r"[^\W\d_]+", small):
        readings.add(_in_words(words))
    return readings.pop() if len(readings) == 1 else None


def _in_words(words: list[str]) -> int | None:
    """Hundred, then tens, then ones, each at most once; both languages never mixed."""
    for table in (_KAZAKH, _RUSSIAN):
        values = [table.get(word, 0) for word in words]
        if all(values):
            return sum(values) if _falls(values) else None
    return None


def _falls(values: list[int]) -> bool:
    """Whether each number fills the room that the one before it leaves: 20 1, never 15 1."""
    return all(_place(before) > _place(after) for before, after in pairwise(values))


def _place(value: int) -> int:
    if value >= _HUNDRED:
        return 3
    if value >= _TEN and value % _TEN == 0:
        return 2
    return 1
