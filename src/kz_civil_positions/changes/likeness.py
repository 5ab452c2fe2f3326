"""How alike two texts are, counted in words that tell things apart.

Registers repeat themselves: "Қазақстан Республикасы ІІМ …", "… (қызметтің негізгі түрі)".
A word that stands everywhere says little about which thing is meant, so words weigh the less
the more often the two registers use them. And some words decide alone: a rank, a number or a
name in quotes names another position or institution, however alike the rest is.
"""

import math
import re
from collections import Counter
from functools import cached_property, lru_cache
from typing import Final

from kz_civil_positions.changes.outline import Outline
from kz_civil_positions.kazakh import fold, nominative, words

__all__ = ["Scale", "kin", "names_another", "stem_key"]

# Kazakh words change at their ends. Six letters are longer than the stems that tell units
# apart ("бөлім", a division, and "бөлімше", a subdivision), and a beginning that is shorter
# than three fifths of the word is as often another word ("медбике", "медициналық").
KIN_LETTERS: Final = 6
KIN_PART: Final = 0.6
# The ending of "its", which a word takes or leaves as its sentence is built.
POSSESSIVE: Final = "ыі"

# Words that make another position of the same title, or another category of the same list.
RANKS: Final = frozenset(
    map(
        fold,
        (
            *("аға", "бас", "жетекші", "кіші", "көмекшісі", "орынбасары"),
            *("бірінші", "екінші", "үшінші", "жоғары", "орташа", "төмен", "жоқ"),
        ),
    )
)
_QUOTED: Final = re.compile(r'"([^"]*)"')
_MARKS: Final = str.maketrans(dict.fromkeys(';:.,()"«»', " "))


@lru_cache(maxsize=1 << 14)
def bag(text: str) -> tuple[str, ...]:
    """Answers: which words does this text hold, case endings and print levelled?

    Example:
        >>> bag("ТЖК Апаттар медицинасы орталығының;")
        ('тжк', 'апаттар', 'медицинасы', 'орталығы')
    """
    # A genitive is known by its ң, which a fold keeps; look-alikes go first.
    return tuple(nominative(word) for word in words(fold(text)) if word[0].isalnum())


def kin(first: str, second: str) -> bool:
    """Answers: are these two forms of one word?

    Example:
        >>> kin("біліктіліктігі", "біліктілігі"), kin("техник", "механик")
        (True, False)
        >>> kin("санат", "санаты")
        True
    """
    if first[:-1] == second or first == second[:-1]:
        return max(first, second, key=len)[-1] in POSSESSIVE
    same = 0
    for left, right in zip(first, second, strict=False):
        if left != right:
            break
        same += 1
    return same >= KIN_LETTERS and same >= KIN_PART * max(len(first), len(second))


def stem_key(text: str) -> tuple[str, ...]:
    """Answers: under which key do texts meet whose words are forms of the same words?

    Example:
        >>> stem_key("Екінші санаттың біліктіліктігі") == stem_key("Екінші санаттың біліктілігі")
        True
    """
    return tuple(word[:KIN_LETTERS] for word in bag(text))


@lru_cache(maxsize=1 << 12)
def _apart(old: str, new: str) -> tuple[Counter[str], tuple[str, ...], tuple[str, ...]]:
    """The words that both texts have, and those of either that the other has no form of."""
    before, after = Counter(bag(old)), Counter(bag(new))
    both = before & after
    left, right = sorted((before - both).elements()), sorted((after - both).elements())
    forms = [(one, other) for one in left for other in right if kin(one, other)]
    for one, other in sorted(forms, key=lambda pair: (-len(pair[0]) - len(pair[1]), sorted(pair))):
        if one in left and other in right:
            left.remove(one)
            right.remove(other)
            both[min(one, other)] += 1
    return both, tuple(left), tuple(right)


def names_another(old: str, new: str) -> bool:
    """Answers: do the words in which these texts differ name another thing?

    They do where all of them are ranks, numbers or names in quotes. Where nothing else
    differs either, that is what the two are told apart by.

    Args:
        old: one text.
        new: the other.

    Returns:
        Whether the two are different things for certain.

    Example:
        >>> names_another("Бірінші санаттың маманы", "Екінші санаттың маманы")
        True
        >>> names_another("Астана қаласының маманы", "Нұр-Сұлтан қаласының маманы")
        False
    """
    _, left, right = _apart(old, new)
    telling = _telling(old) | _telling(new) | RANKS
    return bool(left or right) and all(
        word in telling or any(map(str.isdigit, word)) for word in (*left, *right)
    )


def _telling(text: str) -> set[str]:
    return {word for quoted in _QUOTED.findall(fold(text)) for word in bag(quoted)}


class Scale:
    """Weighs the words of two registers against each other.

    Args:
        old: the earlier register.
        new: the later one.

    Example:
        >>> from kz_civil_positions.model import Content
        >>> empty = Outline(Content(()))
        >>> Scale(empty, empty).likeness("полиция полкі", "полиция полкінің;")
        1.0
    """

    def __init__(self, old: Outline, new: Outline) -> None:
        self._old, self._new = old, new
        self._known: dict[tuple[str, str], float] = {}

    def likeness(self, old: str, new: str) -> float:
        """Answers: what part of their weight do these two texts share, from 0 to 1?"""
        pair = (old, new)
        if pair not in self._known:
            self._known[pair] = self._weighed(old, new)
        return self._known[pair]

    def alternatives(self, old: str, new: str) -> bool:
        """Answers: do these texts differ in words that both registers use side by side?

        A word that came in the stead of another is rarely known before it came, and the
        other rarely stays. Two words that both editions know ("инженер", "инспектор") most
        likely mean two things.

        Args:
            old: one text.
            new: the other.

        Returns:
            Whether each has words of its own, all of which both registers know.
        """
        _, left, right = _apart(old, new)
        before, after = self._counts
        return bool(left and right) and all(
            word in before and word in after for word in (*left, *right)
        )

    def _weighed(self, old: str, new: str) -> float:
        both, left, right = _apart(old, new)
        shared = 2 * sum(self._weight(word) * count for word, count in both.items())
        apart = sum(map(self._weight, left)) + sum(map(self._weight, right))
        return shared / (shared + apart) if shared else 0.0

    def _weight(self, word: str) -> float:
        """The root tempers it: a new word would else outweigh all that is old."""
        before, after = self._counts
        return 1 / math.sqrt(before[word] + after[word] or 1)

    @cached_property
    def _counts(self) -> tuple[Counter[str], Counter[str]]:
        return _counted(self._old), _counted(self._new)


def _counted(outline: Outline) -> Counter[str]:
    """How often each word is used; it need not be exact, so texts are split at blanks."""
    found: Counter[str] = Counter()
    for word, count in Counter(" ".join(outline.texts()).translate(_MARKS).split()).items():
        found[_root(word)] += count
    return found


@lru_cache(maxsize=1 << 14)
def _root(word: str) -> str:
    return nominative(fold(word))
