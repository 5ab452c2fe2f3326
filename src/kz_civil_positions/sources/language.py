"""Whether a text is Kazakh or Russian: by letters, by the small words, and by endings."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from attrs import frozen

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.kazakh import nfc

__all__ = ["TextLanguage", "language_of", "likely_language"]

TextLanguage = Literal["kaz", "rus"]

_LETTERS: Final = frozenset("әғқңөұүһі")
_KAZAKH: Final = frozenset(
    {"және", "мен", "бен", "пен", "үшін", "туралы", "болып", "осы", "оның", "бар", "бас",
     "жылғы", "деп", "мынадай", "енгізілсін", "жазылсын", "бекітілсін", "жоғары"}
)  # fmt: skip
_RUSSIAN: Final = frozenset(
    {"и", "в", "во", "на", "по", "с", "со", "к", "от", "до", "для", "об", "о", "не", "за", "из",
     "его", "года", "приказ", "приказа", "приказу", "согласно", "министр", "министра"}
)  # fmt: skip
# Endings of Russian adjectives and verbal nouns, which loan words of Kazakh do not have.
_RUSSIAN_ENDING: Final = re.compile(
    r"\w{2,}(?:ого|его|ому|ему|ыми|ими|ых|их|ая|яя|ое|ые|ый|ость|ости"
    r"|ение|ения|ении|ению|ением|ений|ется|ются|ться|овать|енный)"
)
# Labels of a table ("В1", "С") are of no language.
_WORD: Final = re.compile(r"\b(?![A-ZА-Я]\b)[^\W\d_]+\b")

# A few words of the other language are a name or a quotation, and do not make a text mixed;
# nor does one line, such as an address at the foot of a page.
_FOREIGN_WORDS: Final = 12
_FOREIGN_SHARE: Final = 0.15


@frozen
class _Line:
    """How many words of a line are surely of either language."""

    number: int
    kaz: int
    rus: int

    @property
    def language(self) -> TextLanguage | None:
        if self.kaz == self.rus:
            return None
        return "kaz" if self.kaz > self.rus else "rus"


def language_of(text: str) -> TextLanguage:
    """Answers: is this document in Kazakh or in Russian?

    Raises:
        BadInputError: for a text in neither language, or in both: then with the line where it
            turns from one to the other.

    Example:
        >>> language_of("Осы бұйрық қолданысқа енгізіледі."), language_of("Настоящий приказ")
        ('kaz', 'rus')
    """
    lines = _lines(text)
    language = _most(lines)
    if language is None:
        raise BadInputError("sources.language-unknown")
    foreign = [line for line in lines if line.language not in (None, language)]
    strange = sum(max(line.kaz, line.rus) for line in foreign)
    known = sum(max(line.kaz, line.rus) for line in lines if line.language)
    if strange >= _FOREIGN_WORDS and strange >= _FOREIGN_SHARE * known:
        first = next(line for line in lines if line.language)
        turn = next(line for line in lines if line.language not in (None, first.language))
        raise BadInputError("sources.language-mixed", where=f"line {turn.number}")
    return language


def likely_language(text: str) -> TextLanguage | None:
    """Answers: which language has more of this text, if either has?

    Example:
        >>> likely_language("бұйрық"), likely_language("920")
        ('kaz', None)
    """
    return _most(_lines(text))


def _most(lines: Sequence[_Line]) -> TextLanguage | None:
    kaz, rus = sum(line.kaz for line in lines), sum(line.rus for line in lines)
    return _Line(0, kaz, rus).language


def _lines(text: str) -> list[_Line]:
    return [_line(number, line) for number, line in enumerate(nfc(text).split("\n"), 1)]


def _line(number: int, line: str) -> _Line:
    words = [word.lower() for word in _WORD.findall(line)]
    kazakh = sum(word in _KAZAKH or not _LETTERS.isdisjoint(word) for word in words)
    russian = sum(word in _RUSSIAN or _is_russian(word) for word in words)
    return _Line(number, kazakh, russian)


def _is_russian(word: str) -> bool:
    return _LETTERS.isdisjoint(word) and _RUSSIAN_ENDING.fullmatch(word) is not None
