"""Paragraphs that a publisher ran together, told apart by their marks.

In the official print each heading (ending in ":") and each item (ending in ";" or ".") is a
paragraph of its own. Some publishers give a whole cell as one paragraph.
"""

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["balanced", "closing_mark", "divisions", "listed"]

# A mark with a blank after it, and not inside brackets or quotes.
_OPENING: Final = "([«“"
_CLOSING: Final = ")]»”"
_BLANK: Final = re.compile(r"\s*")
# "Е. Тургумбаев", "т. б.", "№ 5. …": a stop after a letter, a short form or a number ends nothing.
_SHORT: Final = re.compile(
    r"(?:^|[\s(.])(?:[А-ЯӘІҢҒҮҰҚӨҺA-Z]|\d+|т\.?б|ж\.?т\.?б|[Дд]р|[Пп]р|[Ии]м|[Сс]т|г)\.$"
)

# An abbreviation ends, and the next begins: its letters, a dash.
_ENTRY_ENDS: Final = re.compile(r";\s+(?=\S+\s[-–—]\s)")
_CLOSES: Final = re.compile(r"[;.]\s*(?P<mark>[\"»”]\s*[.;]?)$")
_LONGEST_SHORT: Final = 8

Stretch = tuple[int, int]
Mark = tuple[int, str]


def divisions(text: str) -> tuple[Stretch, ...]:
    """Answers: which paragraphs were run together in this one?

    A heading alone, a title alone and a heading with a list between commas are one
    paragraph, as official texts print them. Semicolons part the items of a list, and a stop
    before a capital letter ends it.

    Returns:
        Where each paragraph begins and ends; a single one where nothing is to be divided.

    Example:
        >>> text = "Бастық: орталықтың; жасақтың. Доцент."
        >>> [text[start:stop] for start, stop in divisions(text)]
        ['Бастық:', 'орталықтың;', 'жасақтың.', 'Доцент.']
        >>> len(divisions("мамандар: дәрігер, акушер (аға; кіші).")), len(divisions("а; ә:"))
        (1, 1)
    """
    found: list[Stretch] = []
    for start, stop, inner in _sentences(text):
        found += _parts(text, start, stop, inner)
    return tuple(found)


def _marks(text: str) -> Iterator[tuple[int, str]]:
    depth, quoted = 0, False
    for at, letter in enumerate(text):
        depth = max(depth + (letter in _OPENING) - (letter in _CLOSING), 0)
        quoted ^= letter == '"'
        followed = at + 1 == len(text) or text[at + 1].isspace()
        if letter in ";:." and not depth and not quoted and followed:
            yield at, letter


def _sentences(text: str) -> Iterator[tuple[int, int, list[Mark]]]:
    """Where each sentence begins and ends, and the marks inside it."""
    start, inner = 0, list[Mark]()
    for at, mark in _marks(text):
        begins = _next_word(text, at + 1)
        if mark == "." and _begins(text, begins) and not _is_short(text, start, at):
            yield start, at + 1, inner
            start, inner = begins, []
        elif at + 1 < len(text):
            inner.append((at, mark))
    if start < len(text):
        yield start, len(text), inner


def _begins(text: str, at: int) -> bool:
    """Whether a sentence may begin here: with a capital letter, in quotes or not."""
    return text[at : at + 2].lstrip('"«“')[:1].isupper()


def _is_short(text: str, start: int, at: int) -> bool:
    return _SHORT.search(text[max(start, at - _LONGEST_SHORT) : at + 1]) is not None


def _parts(text: str, start: int, stop: int, inner: list[Mark]) -> Iterator[Stretch]:
    """The heading of a sentence and its items; the whole, where it is one paragraph."""
    if text[stop - 1] == ":":  # a heading, which may have any mark inside
        yield start, stop
        return
    cuts = [at for at, mark in inner if mark == ";"]
    heading = next((at for at, mark in inner if mark == ":"), None)
    if heading is not None:  # a heading and its list between commas are one paragraph
        items = [at for at in cuts if at > heading]
        cuts = [heading, *items] if items else []
    for at in cuts:
        yield start, at + 1
        start = _next_word(text, at + 1)
    yield start, stop


def _next_word(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def listed(text: str, heading: int) -> tuple[Stretch, ...]:
    """Answers: which abbreviations were run together in this paragraph?

    Args:
        text: of the paragraph.
        heading: how much of it is the heading of the list.

    Example:
        >>> text = "ММ – мекеме; ТЖК – комитет."
        >>> [text[start:stop] for start, stop in listed(text, 0)]
        ['ММ – мекеме;', 'ТЖК – комитет.']
    """
    return tuple(_listed(text, heading))


def _listed(text: str, heading: int) -> Iterator[Stretch]:
    if heading:
        yield 0, heading
    start = _next_word(text, heading)
    for match in _ENTRY_ENDS.finditer(text, start):
        yield start, match.start() + 1
        start = match.end()
    if start < len(text):
        yield start, len(text)


def balanced(text: str) -> bool:
    """Answers: is each quotation that was opened in this text closed in it?"""
    return text.count('"') % 2 == 0 and text.count("«") == text.count("»")


def closing_mark(text: str) -> int:
    """Answers: where does the mark begin that closes a quotation opened before this text?

    Returns:
        Its place; the length of the text where there is none.

    Example:
        >>> closing_mark('доцент. ".'), closing_mark('"Сұңқар" жасағы.')
        (8, 16)
    """
    found = None if balanced(text) else _CLOSES.search(text[-_LONGEST_SHORT:])
    return len(text) - len(found["mark"]) if found else len(text)
