"""Kazakh text: keys to search and sort by, words, case endings, dates, slugs.

Stored text is the printed text and is never changed here: a fold, a sort key or a
nominative is a key for comparing, made when it is needed and never written back.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from kz_civil_positions.messages.dates import MONTHS

__all__ = [
    "ALPHABET",
    "Token",
    "find_dates",
    "fold",
    "fold_plain",
    "foreign_letters",
    "is_nfc",
    "mixed_script_words",
    "nfc",
    "nominative",
    "nominative_phrase",
    "parse_date",
    "sort_key",
    "tokens",
    "transliterate",
    "words",
]

ALPHABET: Final = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

# A stress mark printed over a letter belongs to the letter, so it never ends a word.
_PART: Final = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"
# An en or em dash parts words; a hyphen joins them, and so does the minus sign that some
# official pages print instead of it ("1−1").
_HYPHEN: Final = "[-\u2010\u2011\u2212]"
_PARTS: Final = re.compile(_PART)
_TOKENS: Final = re.compile(rf"{_PART}(?:{_HYPHEN}{_PART})*|\S")


class Token(NamedTuple):
    """A word or a single mark, with its place: ``text == whole[start:stop]``."""

    text: str
    start: int
    stop: int


def nfc(text: str) -> str:
    """Answers: how is this text written with й and ё as single letters?

    Example:
        >>> len("и\u0306"), len(nfc("и\u0306"))
        (2, 1)
    """
    return unicodedata.normalize("NFC", text)


def is_nfc(text: str) -> bool:
    """Answers: is this text already in the form we store?

    Example:
        >>> is_nfc("буй"), is_nfc("буи\u0306")
        (True, False)
    """
    return unicodedata.is_normalized("NFC", text)


# ---------------------------------------------------------------------- search keys

# Soft hyphens, zero-width blanks and byte order marks come along with text pasted from web
# pages and PDFs; nobody sees them, so nobody can search for them. The dotless ı is here
# because its capital is I: without it a key would depend on case.
_QUOTES: Final = "\"'«»“”„‟‘’‚‛‹›"
_ALIKE: Final = {
    **dict.fromkeys(map(ord, _QUOTES), '"'),
    **dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-"),
    **dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF], None),
    ord("ı"): "i",
}
# The pairs look alike as capitals; their small forms follow, though m and м, t and т do not
# look alike, since a key must not depend on case. Hence h goes to н as H does, not to һ, and
# Y has no pair at all: the capital is a Ү, the small letter a у.
_LOOK_ALIKE: Final = str.maketrans("abcehkmoptxiə", "авсенкмортхіә")
_PLAIN: Final = str.maketrans("әғқңөұүһі", "агкноуухи")


def fold(text: str) -> str:
    """Answers: under which key do spellings meet that a reader takes for the same?

    Case, quotes, dashes, blanks and look-alike letters are levelled. Latin letters become
    Cyrillic only in a word (hyphens part words) that has Cyrillic letters too, or that has
    no letter but look-alikes: "D" and "PDF" stay Latin, "A1" meets "А1". A Latin h is taken
    for Н, never for һ. The key is the same for any case and folding it again changes nothing.

    Example:
        >>> fold(" «Сұңқар»  ЖАСАҒЫ ") == fold('"Сұңқар" жасағы')
        True
        >>> fold("B2−1") == fold("В2-1"), fold("D"), fold("PDF")
        (True, 'd', 'pdf')
    """
    decomposed = unicodedata.normalize("NFD", text.translate(_ALIKE))
    small = nfc(decomposed.casefold())
    cyrillic = _PARTS.sub(lambda part: _without_look_alikes(part[0]), small)
    return " ".join(nfc(cyrillic).split())


def fold_plain(text: str) -> str:
    """Answers: under which key is this found from a keyboard without Kazakh letters?

    Example:
        >>> fold_plain("Құтқарушы") == fold_plain("куткарушы")
        True
    """
    return nfc(fold(text).translate(_PLAIN))


def _without_look_alikes(word: str) -> str:
    letters = [letter for letter in word if letter.isalpha()]
    mixed = any(_script(letter) == "CYRILLIC" for letter in letters)
    if mixed or all(ord(letter) in _LOOK_ALIKE for letter in letters):
        return word.translate(_LOOK_ALIKE)
    return word


@lru_cache(maxsize=1024)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


# ------------------------------------------------------------------------- sorting

_POSITION: Final = {letter: position for position, letter in enumerate(ALPHABET)}


def sort_key(text: str) -> tuple[tuple[tuple[int, int], ...], str, str]:
    """Answers: where does this stand in the Kazakh alphabetical order?

    Blanks, marks and digits stand before letters, Cyrillic before Latin, small before
    capital where nothing else differs. Two texts share a key only if they are equal.

    Example:
        >>> sorted(["Штурман", "әкімші", "Bas", "заңгер", "адам"], key=sort_key)
        ['адам', 'әкімші', 'заңгер', 'Штурман', 'Bas']
    """
    composed = nfc(text)
    weights = tuple(map(_weight, composed.casefold()))
    # In code order capitals come first, so the case is turned round.
    return weights, composed.swapcase(), text


@lru_cache(maxsize=1024)
def _weight(letter: str) -> tuple[int, int]:
    if letter in _POSITION:
        return 3, _POSITION[letter]
    if letter.isalpha():
        return {"CYRILLIC": 4, "LATIN": 5}.get(_script(letter), 6), ord(letter)
    if letter.isdigit():
        return 2, ord(letter)
    return (0 if letter.isspace() else 1), ord(letter)


# --------------------------------------------------------------------------- words


def tokens(text: str) -> tuple[Token, ...]:
    """Answers: which words and marks does this text hold, and where?

    A word is letters and digits with hyphens inside; every other character that is not
    blank is a token of its own, so that nothing printed is lost.

    Example:
        >>> tokens("мал дәрігері;")[1:]
        (Token(text='дәрігері', start=4, stop=12), Token(text=';', start=12, stop=13))
    """
    return tuple(Token(found[0], *found.span()) for found in _TOKENS.finditer(text))


def words(text: str) -> tuple[str, ...]:
    """Answers: which words and marks does this text hold, in order?

    Example:
        >>> words("жедел-құтқару жасағы (2-1);")
        ('жедел-құтқару', 'жасағы', '(', '2-1', ')', ';')
    """
    return tuple(_TOKENS.findall(text))


def mixed_script_words(text: str) -> tuple[str, ...]:
    """Answers: which words hold Cyrillic and Latin letters at once, each time they occur?

    A Latin look-alike inside a Kazakh word is a fault nobody can see. Parts joined by a
    hyphen are words of their own; digits are of no script.

    Example:
        >>> mixed_script_words("Бaс инженер, B2-1, web-парақ") == ("Б" "a" "с",)
        True
    """
    return tuple(part for part in _PARTS.findall(text) if _is_mixed(part))


def _is_mixed(word: str) -> bool:
    return {"CYRILLIC", "LATIN"} <= {_script(letter) for letter in word if letter.isalpha()}


def foreign_letters(text: str) -> tuple[str, ...]:
    """Answers: which letters here are neither Kazakh or Russian nor basic Latin?

    Returns:
        Each such letter once, in the order of the text.

    Example:
        >>> foreign_letters("Қазақстан, Kazakhstan, ქართული")
        ('ქ', 'ა', 'რ', 'თ', 'უ', 'ლ', 'ი')
    """
    letters = (letter for letter in nfc(text) if letter.isalpha())
    return tuple(dict.fromkeys(letter for letter in letters if not _is_own(letter)))


def _is_own(letter: str) -> bool:
    return letter.isascii() or letter.lower() in _POSITION


# -------------------------------------------------------------------- case endings

# The first letter of the ending follows the last of the stem: -ның after a vowel or nasal,
# -дың after a voiced consonant, -тың after a voiceless one (б, в, г, д close a word
# voiceless). A stem has two letters at least (ту-дың, іс-тің), three before a full vowel,
# which leaves the pronouns оның, соның, менің alone. A soft sign or a loan's и, у, ю may
# stand before either ending. An abbreviation takes its ending after a hyphen (ІІМ-нің).
_GENITIVE: Final = re.compile(
    r"(?:(?<=\w\w[аәеёоөұүыіэя])н[ыі]ң"
    r"|(?<=\w[мнңиую])н[ыі]ң"
    r"|(?<=\w[жзйлриуюь])д[ыі]ң"
    r"|(?<=\w[бвгдкқпстфхһцчшщь])т[ыі]ң"
    rf"|(?<=\w){_HYPHEN}[ндт][ыі]ң)$",
    re.IGNORECASE,
)
_CLOSING: Final = ";.,: \t\n\u00a0"
_JOINING: Final = frozenset({",", "және", "мен", "бен", "пен"})


def nominative(word: str) -> str:
    """Answers: what is this word without its genitive ending?

    Only the genitive goes; the possessive before it stays. A text folded for a plain
    keyboard has no ң left to know the genitive by: take the nominative first.
    "Your" forms of stems in н (отаның) cannot be told apart; orders do not use them.

    Example:
        >>> [nominative(word) for word in ("орталығының", "орталығы", "клубтың", "оның")]
        ['орталығы', 'орталығы', 'клуб', 'оның']
    """
    return _GENITIVE.sub("", nfc(word))


def nominative_phrase(text: str) -> str:
    """Answers: what is this phrase without the genitive of its last word?

    The closing marks of a list go too. A remark in brackets after the last word is passed
    over, and words joined to the last by a comma or "және" share its case, so each of them
    loses its ending; any genitive further inside belongs to the name and stays.

    Example:
        >>> nominative_phrase("Апаттар медицинасы орталығының;")
        'Апаттар медицинасы орталығы'
        >>> nominative_phrase("облыстардың госпитальдерінің, емханаларының (ПД).")
        'облыстардың госпитальдері, емханалары (ПД)'
    """
    phrase = nfc(text).rstrip(_CLOSING)
    # From the last back to the first, so that the places of those to come stay true.
    for token in _case_bearers(_outside_brackets(tokens(phrase))):
        phrase = phrase[: token.start] + nominative(token.text) + phrase[token.stop :]
    return phrase


def _outside_brackets(found: tuple[Token, ...]) -> Iterator[Token]:
    """Go from the end to the start, past what stands in brackets."""
    depth = 0
    for token in reversed(found):
        depth += token.text == ")"
        if not depth:
            yield token
        depth -= token.text == "("


def _case_bearers(backwards: Iterator[Token]) -> Iterator[Token]:
    """Take the last word, and before it every word that a joining mark puts beside it."""
    for token in backwards:
        if token.text in _QUOTES:
            continue
        yield token
        joint = next(backwards, None)
        if joint is None or joint.text.lower() not in _JOINING:
            return


# --------------------------------------------------------------------------- dates

_CASES: Final = r"(?:с?[ыі]н?)?(?:[дт][ае](?:ғы|гі)?|[дтн][ае]н|[ғгқк]?[ае]|[дтн]?[ыі]ң|[дтн][ыі])?"
_DAY: Final = '["«“]?(?<![0-9])(?P<{}>[0-9]{{1,2}})["»”]?'
_KK: Final = (
    rf"(?<![0-9])(?P<kk_year>[0-9]{{4}})\s+(?:жыл(?:ғы|дың|ы)|ж\.)\s*{_DAY.format('kk_day')}\s+"
    rf"(?P<kk_month>{'|'.join(MONTHS['kk'])}){_CASES}(?![^\W_])"
)
_RU: Final = (
    rf"{_DAY.format('ru_day')}\s+(?P<ru_month>{'|'.join(MONTHS['ru'])})\s+"
    r"(?P<ru_year>[0-9]{4})(?![0-9])"
)
# Not inside a longer row of numbers, such as a point 1.23.10.2019.
_NUMBERS: Final = (
    r"(?<![0-9])(?<![0-9]\.)(?P<day>[0-9]{2})\.(?P<month>[0-9]{2})\.(?P<year>[0-9]{4})"
    r"(?!\.?[0-9])"
)
_DATES: Final = re.compile(f"{_KK}|{_RU}|{_NUMBERS}", re.IGNORECASE)


def find_dates(text: str) -> tuple[date, ...]:
    """Answers: which days does this text name, in order?

    Read are Kazakh dates in any case ("2019 жылғы 23 қазандағы"), Russian ones ("23 октября
    2019 года") and DD.MM.YYYY.

    Raises:
        ValueError: for a day that no calendar has; its argument is the date as printed.

    Example:
        >>> [str(day) for day in find_dates("2015 жылғы 18 желтоқсандағы № 1035, 23.10.2019")]
        ['2015-12-18', '2019-10-23']
    """
    return tuple(_read(found) for found in _DATES.finditer(nfc(text)))


def parse_date(text: str) -> date | None:
    """Answers: which one day does this text name, if it names any?

    Raises:
        ValueError: for a day that no calendar has, or if the text names several days.

    Example:
        >>> parse_date("23 октября 2019 г."), parse_date("№ 920")
        (datetime.date(2019, 10, 23), None)
    """
    days = set(find_dates(text))
    if len(days) > 1:
        raise ValueError(text)
    return days.pop() if days else None


def _read(found: re.Match[str]) -> date:
    try:
        if found["kk_year"]:
            month = _month("kk", found["kk_month"])
            return date(int(found["kk_year"]), month, int(found["kk_day"]))
        if found["ru_year"]:
            month = _month("ru", found["ru_month"])
            return date(int(found["ru_year"]), month, int(found["ru_day"]))
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError as impossible:
        raise ValueError(found[0]) from impossible


def _month(language: str, name: str) -> int:
    return MONTHS[language].index(name.lower()) + 1


# --------------------------------------------------------------------------- slugs

# Slugs stand in permanent addresses: a change in this table would break every one of them.
_LATIN: Final[dict[str, str | int | None]] = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "yo",
    "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n",
    "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
    "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_TO_LATIN: Final = str.maketrans(_LATIN)


def transliterate(text: str) -> str:
    """Answers: how does this text read in a slug of small Latin letters, digits and hyphens?

    One fixed table; it cannot be read back, and different texts may share a slug. Letters
    are read by their script, not by their looks: the Cyrillic block "В" is "v".

    Example:
        >>> transliterate("Бас бухгалтері, қаржы қызметінің бастығы")
        'bas-bukhgalteri-qarzhy-qyzmetinin-bastygy'
    """
    latin = nfc(text).lower().translate(_TO_LATIN)
    return re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
