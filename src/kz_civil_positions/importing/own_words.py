"""The words of an order in two copies: where do they part?"""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import islice, zip_longest
from typing import Final

from kz_civil_positions.importing.reading import Read
from kz_civil_positions.importing.result import Apart
from kz_civil_positions.kazakh import fold
from kz_civil_positions.model import Entry
from kz_civil_positions.orders import Order, OrderRole
from kz_civil_positions.sources.paragraphs import Part
from kz_civil_positions.verification.payloads import payloads_of

__all__ = ["words_apart"]

# An order has some hundred words of its own.
_MOST: Final = 20_000
# Marks and headings of the table are another matter than the order's own words.
_NO_WORDS: Final = frozenset({OrderRole.QUOTATION, OrderRole.COLUMNS, OrderRole.LIST_HEADING})


def words_apart(held: Order, read: Read) -> tuple[Apart, ...]:
    """Answers: where do the order's own words differ between the copy held and this one?

    A register that the order brings whole is not looked at here; rows that it brings are.
    Case, quotes, dashes and blanks are levelled, and so are labels.

    Args:
        held: the order as stored.
        read: the other copy.

    Returns:
        Each stretch that differs, in the order of the text.
    """
    ours, theirs = _held(held), _brought(held, read)
    before, after = ([fold(word) for word in words] for words in (ours, theirs))
    if max(len(before), len(after)) > _MOST:
        return _first_apart(before, after)
    steps = SequenceMatcher(None, before, after).get_opcodes()
    return tuple(
        Apart(" ".join(ours[first:last]), " ".join(theirs[start:stop]))
        for tag, first, last, start, stop in steps
        if tag != "equal"
    )


def _first_apart(before: Sequence[str], after: Sequence[str]) -> tuple[Apart, ...]:
    """Of very long texts only the first word that differs, since a full account takes too long."""
    pairs = zip_longest(before, after, fillvalue="")
    return tuple(islice((Apart(*pair) for pair in pairs if pair[0] != pair[1]), 1))


def _held(order: Order) -> Sequence[str]:
    texts = [one.text for one in order.paragraphs if one.role not in _NO_WORDS]
    spans = [one.lines for one in order.paragraphs if one.lines]
    for payload in payloads_of(order):
        node, lines = payload.node, getattr(payload.node, "lines", None)
        quoted = lines and any(one.first <= lines.first <= one.last for one in spans)
        if isinstance(node, Entry) and not quoted:
            texts.append(node.text)
    return _words(texts)


def _brought(held: Order, read: Read) -> Sequence[str]:
    texts = [one.text for one in read.draft.paragraphs if one.role not in _NO_WORDS]
    if any(payloads_of(held)):
        texts += [use.text for use in read.draft.uses if use.part is Part.TEXT]
    return _words(texts)


def _words(texts: Iterable[str]) -> Sequence[str]:
    return [word for text in texts for word in text.split()]
