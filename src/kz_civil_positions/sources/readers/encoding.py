"""From bytes to letters: which encoding a document is in, and whether it is text at all."""

import re
import unicodedata
from typing import Final

from kz_civil_positions.errors import BadInputError

__all__ = ["decode", "tidy"]

_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# What a document may declare, as it is written there, folded: to the codec meant.
_DECLARED: Final = {
    "windows1251": "cp1251",
    "cp1251": "cp1251",
    "xcp1251": "cp1251",
    "1251": "cp1251",
    "kz1048": "kz1048",
    "strk10482002": "kz1048",
    "rk1048": "kz1048",
    "ptcp154": "ptcp154",
    "pt154": "ptcp154",
    "cp154": "ptcp154",
    "cyrillicasian": "ptcp154",
}
_KAZAKH: Final = frozenset("ӘҒҚҢӨҰҮҺІәғқңөұүһі")
_RUSSIAN: Final = frozenset("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_MARKS: Final = frozenset("«»„“”‘’‹›—–…№§©®°•·±\xa0\xad")
# Of a hundred letters of Russian some 35 are these; of letters that came out wrong, few.
_USUAL: Final = frozenset("оеаи")
_USUAL_SHARE: Final = 0.15
# A capital after a small letter within a word: hardly ever in Russian, often in letters that
# came out wrong (KOI8-R swaps the two, UTF-8 read as Windows-1251 mixes them).
_HUMP: Final = re.compile("[а-яё][А-ЯЁ]")
_HUMP_SHARE: Final = 0.05

_LINE_END: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters and letters that never are text; U+FFFD stands for a letter already lost.
_NO_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffd-\uffff]")
# Unseen: soft hyphen, zero-width blanks and joiners, marks of direction.
_UNSEEN: Final = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Unicode's own bound for texts that can be normalised as they come (its annex 15).
_MOST_MARKS: Final = 30


def decode(data: bytes, declared: str | None = None) -> str:
    r"""Answers: which letters do these bytes stand for?

    What is valid UTF-8 is UTF-8, whatever was declared: no text in an older encoding is
    valid UTF-8 by chance. Windows-1251 is taken, declared or not, only if Russian comes out.
    It has no Kazakh letters: Kazakh in the encodings of its time must have been declared.

    Args:
        data: the document, or a part of it.
        declared: the encoding that the document says it is in.

    Returns:
        The text in NFC, without a byte order mark, its lines ended by ``"\n"``.

    Raises:
        BadInputError: it is no text, or in no encoding that we know for certain.

    Example:
        >>> decode("\ufeffбұйрық\r\n".encode())
        'бұйрық\n'
        >>> decode("приказ министра".encode("cp1251"))
        'приказ министра'
        >>> decode("бұйрық".encode("kz1048"), declared="KZ-1048")
        'бұйрық'
    """
    text = _LINE_END.sub("\n", _letters(data, declared))
    if found := _NO_TEXT.search(text):
        code = f"U+{ord(found[0]):04X}"
        where = _line(text.count("\n", 0, found.start()))
        raise BadInputError("documents.no-letter", where=where, code=code)
    _refuse_heaps(text)
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    r"""Answers: how does this read as one line, every blank single?

    Args:
        text: words with blanks of any kind between them, line breaks among them.

    Returns:
        The words, a single blank between them, without unseen characters.

    Example:
        >>> tidy("\tазаматтық\xa0 қызмет\xadшілер\n")
        'азаматтық қызметшілер'
    """
    return " ".join(_UNSEEN.sub("", text).split())


def _letters(data: bytes, declared: str | None) -> str:
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], codec)
    if (at := data.find(b"\0")) >= 0:
        raise BadInputError("documents.not-text", where=_line(data.count(b"\n", 0, at)))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        first = _line(data.count(b"\n", 0, error.start))
    named = _DECLARED.get(re.sub(r"[\W_]", "", (declared or "").casefold()))
    text = _tried(data, named or "cp1251")
    if text is None or not (_is_known(text, named) if named else _is_russian(text)):
        raise BadInputError("documents.unknown-encoding", where=first)
    return text


def _strictly(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec, "ignore")
        where = _line(before.count("\n"))
        raise BadInputError("documents.unknown-encoding", where=where) from None


def _tried(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _is_known(text: str, codec: str) -> bool:
    """Whether only letters came out that texts in this encoding are made of."""
    known = _RUSSIAN | _MARKS | (frozenset("Іі") if codec == "cp1251" else _KAZAKH)
    return known.issuperset(letter for letter in text if letter > "\x7f")


def _is_russian(text: str) -> bool:
    """Whether Russian came out, nothing having been declared."""
    letters = sum(letter in _RUSSIAN for letter in text)
    usual = sum(letter in _USUAL for letter in text.casefold())
    humps = len(_HUMP.findall(text))
    likely = usual >= letters * _USUAL_SHARE and humps <= letters * _HUMP_SHARE
    return likely and _is_known(text, "cp1251")


def _refuse_heaps(text: str) -> None:
    """Marks heaped upon one letter are no text, and take endless time to normalise."""
    marks = "".join(letter for letter in set(text) if unicodedata.combining(letter))
    heap = re.search(f"[{marks}]{{{_MOST_MARKS + 1},}}", text) if marks else None
    if heap:
        where = _line(text.count("\n", 0, heap.start()))
        raise BadInputError("documents.heaped-marks", where=where)


def _line(ended: int) -> str:
    return f"line {ended + 1}"
