"""Keys under which a word meets its other spellings: alphabets, endings, missing letters.

A key is made for comparing only and never shown: it levels Kazakh letters with their plain
neighbours, Latin writing with Cyrillic, and loses case, possessive and plural endings.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from kz_civil_positions.kazakh import fold_plain

__all__ = ["key", "keys", "query_words", "stem"]

# Nobody sees these, so they never part words.
_UNSEEN: Final = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")

# Spellings that the Latin alphabets cannot tell apart are levelled in Cyrillic too.
_LEVELLED: Final = str.maketrans(
    {"й": "и", "я": "иа", "ю": "иу", "ц": "с", "ё": "е", "э": "е", "щ": "ш", "ъ": "", "ь": ""}
)

# Letters of Kazakh and Russian alone, and what folding and levelling together make of them.
_CYRILLIC: Final = re.compile("[а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ]+")
_PLAIN_LEVELLED: Final = _LEVELLED | str.maketrans("әғқңөұүһі", "агкноуухи")

# The alphabets of 2018 (acute) and 2021, and what people write with plain letters. An
# accent is taken off first, but for the three letters it makes another sound of.
_LATIN_WHOLE: Final = str.maketrans(
    {"ý": "у", "ş": "ш", "ç": "ч", "ŋ": "н", "ı": "и", "ə": "а", "ɵ": "о"}
)
_LATIN_PAIRS: Final = (
    ("shch", "ш"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("gh", "г"), ("ts", "с"),
    ("ya", "иа"), ("yu", "иу"), ("yo", "е"),
)  # fmt: skip
_LATIN_LETTERS: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абсдефгхижклмнопкрстувухыз")


def query_words(text: str) -> tuple[str, ...]:
    """Answers: which words, without marks, did a person write? A hyphen parts words.

    Example:
        >>> query_words("Баспасөз-хатшысы, «Сұңқар»")
        ('Баспасөз', 'хатшысы', 'Сұңқар')
    """
    return tuple(_WORD.findall(unicodedata.normalize("NFC", text.translate(_UNSEEN))))


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """Answers: under which key is this word found, in whatever alphabet it is written?

    Example:
        >>> key("бұхгалтер") == key("býhgalter") == key("бухгалтер")
        True
    """
    if _CYRILLIC.fullmatch(word):  # nothing in it that folding would have to look at twice
        return word.casefold().translate(_PLAIN_LEVELLED).replace("ииа", "иа")
    plain = fold_plain(word)
    if any("a" <= letter <= "z" or letter in "şçŋı" for letter in plain):
        plain = _from_latin(plain)
    return plain.translate(_LEVELLED).replace("ииа", "иа")


def keys(word: str) -> tuple[str, ...]:
    """Answers: under which keys may this word be found?

    A word of Latin letters that all look Cyrillic can be read either way: "kitap" is a
    Latin word, and "BAC" may be a Cyrillic one.

    Example:
        >>> keys("бас"), keys("kitap")
        (('бас',), ('китар', 'китап'))
    """
    first = key(word)
    second = _from_latin(word.casefold()).translate(_LEVELLED) if word.isascii() else first
    return (first,) if first == second else (first, second)


def _from_latin(word: str) -> str:
    text = word.translate(_LATIN_WHOLE)
    bare = "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    )
    for latin, cyrillic in _LATIN_PAIRS:
        bare = bare.replace(latin, cyrillic)
    return bare.translate(_LATIN_LETTERS)


# ------------------------------------------------------------------------- endings

_VOWEL: Final = "аеиоуы"
_VOICED: Final = "рлмнзжиу"
_VOICELESS: Final = "пткшсчхфбвгд"
_ENDINGS: Final = re.compile(
    rf"""(?:
        (?<=..[{_VOWEL}р])л[ае]р | (?<=..[лмнзж])д[ае]р | (?<=..[{_VOICELESS}])т[ае]р       # plural
      | (?<=.[{_VOWEL}мн])н[ыи]н | (?<=.[рлзжиу])д[ыи]н | (?<=.[{_VOICELESS}])т[ыи]н    # genitive
      | (?<=..[ыи])нд[ае]г[ыи] | (?<=..[{_VOWEL}{_VOICED}])д[ае]г[ыи]
      | (?<=..[{_VOICELESS}])т[ае]г[ыи]                                               # of a place
      | (?<=..[ыи])нд[ае] | (?<=..[{_VOWEL}{_VOICED}])д[ае] | (?<=..[{_VOICELESS}])т[ае]   # where
      | (?<=..[ыи])н[ае]н | (?<=..[мн])н[ае]н
      | (?<=..[{_VOWEL}{_VOICED}])д[ае]н | (?<=..[{_VOICELESS}])т[ае]н                   # from
      | (?<=..[{_VOWEL}{_VOICED}])мен | (?<=..[зж])бен | (?<=..[{_VOICELESS}])пен        # with
      | (?<=..[ыи])н[ае] | (?<=..[{_VOWEL}{_VOICED}])г[ае] | (?<=..[{_VOICELESS}])к[ае]  # to
      | (?<=..[{_VOWEL}])н[ыи] | (?<=..[{_VOICED}])д[ыи] | (?<=..[{_VOICELESS}])т[ыи]    # object
      | (?<=.[аеоуы])с[ыи] | (?<=ши)си | (?<=.[^{_VOWEL}])[ыи] | (?<=[аеоуы]и)и      # possessive
      | (?<=с[ыи])н                                                               # and the object
    )$""",
    re.VERBOSE,
)
_LONGEST_ENDING: Final = len("ндағы")
_LAST: Final = (("ст", "с"), ("г", "к"), ("б", "п"))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Answers: what is left of this key when its endings go?

    Plural, case and possessive endings go one after another, in any number; a last г or б
    counts as к or п, and ст as с, as they alternate before a possessive.

    Args:
        word: a key.

    Returns:
        The stem; not always a word of its own, but the same for all forms of a word.

    Example:
        >>> {stem(key(word)) for word in ("бастық", "бастығы", "бастығының", "бастықтарға")}
        {'бастык'}
    """
    while ending := _ENDINGS.search(word, max(0, len(word) - _LONGEST_ENDING)):
        word = word[: ending.start()]
    for last, instead in _LAST:
        if word.endswith(last):
            return word.removesuffix(last) + instead
    return word
