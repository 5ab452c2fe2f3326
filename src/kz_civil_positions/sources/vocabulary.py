"""The fixed words of such registers, in Kazakh and Russian, and what each of them is.

Official texts write one thing in many ways: "А блогы (басқарушылық персонал)", "А БЛОК –
басқару ПЕРСОНАЛЫ", "Блок А (управленческий персонал)", with the letter in either script. All
that the importer knows of this stands here, so that a new way of writing is a new word in a
table and no new code.
"""

import re
from enum import StrEnum
from typing import Final

from kz_civil_positions.codes import Code
from kz_civil_positions.kazakh import fold

__all__ = [
    "BLOCKS",
    "Column",
    "annex_of",
    "block_of",
    "column_ending",
    "column_of",
    "heading_key",
    "is_columns",
    "is_link",
    "is_list_heading",
    "level_of",
    "link_of",
    "list_heading_in",
]

# ------------------------------------------------------------------- column headings


class Column(StrEnum):
    """What a column of the table holds."""

    NUMBER = "number"
    LINK = "link"
    LEVEL = "level"
    TITLES = "titles"


_COLUMNS: Final[dict[Column, tuple[str, ...]]] = {
    Column.NUMBER: (
        "№",
        "№ р/с",
        "р/с №",
        "р/с",
        "р/н",
        "№ р/н",
        "р/н №",
        "реттік нөмірі",
        "№ п/п",
        "п/п №",
        "п/п",
        "порядковый номер",
    ),
    Column.LINK: ("буын", "буындар", "буыны", "звено", "звенья"),
    Column.LEVEL: (
        "деңгей",
        "деңгейлер",
        "деңгейі",
        "саты",
        "сатылар",
        "сатысы",
        "ступень",
        "ступени",
        "уровень",
        "уровни",
    ),
    Column.TITLES: (
        "лауазымдар атауы",
        "лауазымдардың атауы",
        "лауазымдар атаулары",
        "лауазымдардың атаулары",
        "лауазым атауы",
        "лауазымның атауы",
        "лауазымдар",
        "лауазым",
        "наименования должностей",
        "наименование должностей",
        "наименование должности",
        "должности",
        "должность",
    ),
}
_COLUMN_OF: Final = {fold(name): column for column, names in _COLUMNS.items() for name in names}
_MARKS_ASIDE: Final = re.compile(r"[\"'«»“”*.,:]+")


def heading_key(text: str) -> str:
    """Answers: what are a heading's words, whatever its case, quotes and closing marks?

    Example:
        >>> heading_key("«БУЫН»:")
        'буын'
    """
    return " ".join(fold(_MARKS_ASIDE.sub(" ", text)).split())


def column_of(text: str) -> Column | None:
    """Answers: which column has this heading?

    Example:
        >>> [str(column_of(text)) for text in ("БУЫН", "Саты", "Наименования должностей")]
        ['link', 'level', 'titles']
        >>> column_of("Саны")
    """
    return _COLUMN_OF.get(heading_key(text))


_LAST_WORDS: Final = frozenset(name.split()[-1] for name in _COLUMN_OF)


def column_ending(text: str) -> Column | None:
    """Answers: which column has the heading that these words end with?

    A heading over two rows is read together with what stands above it.

    Example:
        >>> str(column_ending("Лауазым санаты Буын")), column_ending("Буын нөмірі")
        ('link', None)
    """
    parts = text.split()
    if len(text) > _LONGEST_HEADING or not parts or heading_key(parts[-1]) not in _LAST_WORDS:
        return None
    ends = (" ".join(parts[start:]) for start in range(len(parts)))
    return next((found for end in ends if (found := column_of(end))), None)


_NAMES: Final = {
    column: "|".join(sorted(map(re.escape, map(fold, names)), key=len, reverse=True))
    for column, names in _COLUMNS.items()
}
_HEADING_LINE: Final = re.compile(
    rf"(?:(?:{_NAMES[Column.NUMBER]}) )?"
    rf"(?:{_NAMES[Column.LINK]}) (?:{_NAMES[Column.LEVEL]}) (?:{_NAMES[Column.TITLES]})"
)


def is_columns(line: str) -> bool:
    """Answers: is this printed line the heading of all the table's columns?

    Example:
        >>> is_columns("Буын Деңгей Лауазымдар атауы"), is_columns("Буын Деңгей")
        (True, False)
    """
    return _HEADING_LINE.fullmatch(heading_key(line)) is not None


# ------------------------------------------------------------------ blocks and labels

BLOCKS: Final = ("A", "B", "C", "D")
_SCRIPTS: Final = str.maketrans("АВСДавсд", "ABCDABCD")
_DASH: Final = "[-‐‑‒–—―−]"  # every dash that stands for a hyphen
_DASHES: Final = re.compile(_DASH)

_LETTER: Final = r"[\"«“]?(?P<letter>[^\W\d_])[\"»”]?"
# What follows the letter tells what the block is for; a sentence about a block does not.
_REST: Final = rf"(?:\s*(?:\(|{_DASH}|:|\.|,)[^\"«»“”;]*)?"
_BLOCK_HEADINGS: Final = (
    re.compile(rf"{_LETTER}[ -]*(?:блогы|блок){_REST}", re.IGNORECASE),
    re.compile(rf"Блок[ -]*{_LETTER}{_REST}", re.IGNORECASE),
)
_LONGEST_HEADING: Final = 160


def block_of(text: str) -> str | None:
    """Answers: which block's heading is this?

    Returns:
        The block's letter, in Latin where it looks like one of ours; any other letter is
        given as it stands, for the reader of the table to refuse. None for other texts.

    Example:
        >>> block_of("В блогы (негізгі персонал)"), block_of("Блок B (основной персонал)")
        ('B', 'B')
        >>> block_of("А БЛОК – басқару ПЕРСОНАЛЫ"), block_of("Е блогы"), block_of("Блок питания")
        ('A', 'Е', None)
    """
    if len(text) > _LONGEST_HEADING:
        return None
    for pattern in _BLOCK_HEADINGS:
        if match := pattern.fullmatch(text):
            return match["letter"].translate(_SCRIPTS).upper()
    return None


_LINK: Final = re.compile(rf"[ABCD](?:{_DASH}?[1-9])?")
_LEVEL: Final = re.compile(rf"[1-9](?:{_DASH}[1-9]){{0,2}}")


def link_of(text: str) -> Code | None:
    """Answers: which link has this label?

    Returns:
        The link's code, without a sector. A bare letter is a link of its own in block D; in
        any other block it is half a label, whose number stands elsewhere.

    Example:
        >>> [str(link_of(text)) for text in ("А1", "B2", "В-2", "D", "С")]
        ['A1', 'B2', 'B2', 'D', 'C']
        >>> link_of("1"), link_of("Бастық:")
        (None, None)
    """
    label = re.sub(r"\s", "", text).translate(_SCRIPTS).upper()
    if not _LINK.fullmatch(label):
        return None
    return Code.parse(_DASHES.sub("", label))


def is_link(text: str) -> bool:
    """Answers: is this the whole label of a link?

    Example:
        >>> is_link("В2"), is_link("D"), is_link("С")
        (True, True, False)
    """
    link = link_of(text)
    return link is not None and (link.link > 0 or link.block == "D")


def level_of(text: str) -> tuple[int, ...] | None:
    """Answers: which level has this label?

    Example:
        >>> level_of("2"), level_of("2−1"), level_of("А1")
        ((2,), (2, 1), None)
    """
    label = re.sub(r"\s", "", text)
    if not _LEVEL.fullmatch(label):
        return None
    return tuple(int(number) for number in _DASHES.sub("-", label).split("-"))


# ----------------------------------------------------------- annexes, abbreviations

_ANNEX: Final = re.compile(
    rf"(?:[^;:.]*\s)?(?P<kk>[1-9]\d?)\s*{_DASH}\s*қосымша"
    r"|Приложение(?:\s*№)?\s*(?P<ru>[1-9]\d?)(?:\s+к\s[^;:.]*)?",
    re.IGNORECASE,
)
_LIST_HEADINGS: Final = re.compile(
    r"(?:Ескерту\w*[.:]?\s+|Примечание[.:]?\s+)?"
    r"(?:Аббревиатурала\w+(?:\s+(?:мен|және)\s+\w+)?\s+(?:толық\s+жазылу\w*|ашып\s+жазылу\w*)"
    r"|Қысқартула\w+(?:\s+толық\s+жазылу\w*)?|Қысқартылған\s+сөздер\w*"
    r"|(?:Полн(?:ая|ое)\s+)?(?:Расшифровка|Написание|Перечень|Список)\s+"
    r"(?:\w+\s+)?(?:аббревиатур\w*|сокращени\w+)"
    r"|Аббревиатуры|Сокращения|Принятые\s+сокращения)\s*:",
    re.IGNORECASE,
)


def annex_of(text: str) -> int | None:
    """Answers: which annex does this paragraph open?

    Example:
        >>> annex_of("1-қосымша"), annex_of("… 2015 жылғы № 1 бұйрығына 2-қосымша")
        (1, 2)
        >>> annex_of("Приложение 3 к приказу Министра"), annex_of("2-қосымшада:")
        (3, None)
    """
    if len(text) > _LONGEST_HEADING * 2:
        return None
    match = _ANNEX.fullmatch(text.strip())
    return int(match["kk"] or match["ru"]) if match else None


def list_heading_in(text: str) -> int:
    """Answers: how long is the heading of the list of abbreviations that opens this text?

    Returns:
        Its length; 0 where the text does not open with one.

    Example:
        >>> list_heading_in("Аббревиатуралардың толық жазылуы: ММ – мекеме.")
        33
        >>> list_heading_in("Расшифровка аббревиатур:"), list_heading_in("Бастық:")
        (24, 0)
    """
    match = _LIST_HEADINGS.match(text)
    return match.end() if match else 0


def is_list_heading(text: str) -> bool:
    """Answers: is this the heading of the list of abbreviations, and nothing else?"""
    return bool(text) and list_heading_in(text) == len(text.rstrip())
