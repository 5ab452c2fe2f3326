"""Quotations in an order's words: found, and put aside while the words around are read."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

__all__ = ["ENDS_QUOTED", "SLOT", "Clause", "balance", "mask", "opens", "slot"]

_MARKS: Final = '"“”„«»'
_ALWAYS: Final = {"«": True, "„": True, "»": False, "”": False}
# What stands in a clause for its quotation of that number, or for one in paragraphs of its own.
SLOT: Final = "\ue000(?P<{}>[0-9]+|P)\ue001"
_PRIVATE: Final = str.maketrans("\ue000\ue001", "\ufffd\ufffd")
# Quoted words end a paragraph: the closing mark, and the mark of the sentence around it.
ENDS_QUOTED: Final = re.compile(r"\s*[\"“”»]\s*[;.,]?\s*\Z")
# So near to its end nothing follows a mark in a paragraph but the mark of the sentence.
_NEAR_END: Final = 4
_ENDS: Final = ("", ".", ";", ",")
# Between two quotations stand the words of the order; within one that holds another, a name.
_BETWEEN: Final = re.compile(r"деген|слов|строк|абзац|:|;")


@frozen
class Clause:
    """Words of an order with their quotations put aside.

    Attributes:
        words: the words; a slot stands for each quotation.
        quotes: the quotations, in order, without their outer marks.
        unclosed: where in the text a quotation opens that goes on in the next paragraph.
    """

    words: str
    quotes: tuple[str, ...] = ()
    unclosed: int | None = None


def slot(number: int | str) -> str:
    """What stands in a clause for the quotation of this number."""
    return f"\ue000{number}\ue001"


def mask(text: str) -> Clause:
    """Answers: what does an order say around its quotations, and what does it quote?

    A quotation may hold another. Where both begin with one mark, as in ``"Name" field"``,
    the whole is one quotation.

    Args:
        text: a paragraph or a part of one.

    Returns:
        Words and quotations.

    Example:
        >>> mask('"Хатшы." деген жол').quotes, mask('"Білім" саласында" деген бөлім').quotes
        (('Хатшы.',), ('"Білім" саласында',))
    """
    text = text.translate(_PRIVATE)
    spans, unclosed = _spans(text)
    words, quotes, at = "", [], 0
    for number, (start, stop, shared) in enumerate(spans):
        words += text[at:start] + slot(number)
        quotes.append(text[start if shared else start + 1 : stop].strip())
        at = stop + 1
    words += text[at:unclosed]
    return Clause(" ".join(words.split()), tuple(quotes), unclosed)


def balance(text: str, depth: int) -> int:
    """Answers: how many quotations are open after this paragraph, if so many were before?

    Example:
        >>> balance('"', 0), balance("Хатшы.", 1), balance('Сектор "А"', 1), balance('".', 1)
        (1, 1, 1, 0)
    """
    for _, opening in _turns(text, depth):
        depth += 1 if opening else -1
    return depth


def opens(text: str) -> bool:
    """Answers: does this paragraph begin with a quotation?"""
    return text.lstrip()[:1] in tuple(_MARKS) and text.lstrip()[:1] not in ("»", "”")


def _turns(text: str, depth: int) -> Iterator[tuple[int, bool]]:
    """Each mark of quotation, and whether it opens."""
    before, last = -2, True
    for at, mark in enumerate(text):
        if mark not in _MARKS:
            continue
        opening = last if before == at - 1 else _opening(text, at, depth)
        opening = _ALWAYS.get(mark, opening)
        yield at, opening
        depth = max(depth + (1 if opening else -1), 0)
        before, last = at, opening


def _opening(text: str, at: int, depth: int) -> bool:
    """A mark opens after a blank or a bracket, unless it ends the paragraph and one is open."""
    if at and not text[at - 1].isspace() and text[at - 1] != "(":
        return False
    return not (depth and len(text) - at <= _NEAR_END and text[at + 1 :].strip() in _ENDS)


def _spans(text: str) -> tuple[list[tuple[int, int, bool]], int | None]:
    spans: list[tuple[int, int, bool]] = []
    start, depth = 0, 0
    for at, opening in _turns(text, 0):
        if opening:
            start = start if depth else at
            depth += 1
        elif depth > 1:
            depth -= 1
        elif depth:
            spans.append((start, at, False))
            depth = 0
        elif spans and not _BETWEEN.search(text[spans[-1][1] + 1 : at]):
            spans[-1] = (spans[-1][0], at, True)
    return spans, start if depth else None
