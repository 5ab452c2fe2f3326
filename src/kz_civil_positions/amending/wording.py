"""The printed texts of a register, and words replaced, added or taken out of them.

The texts of a register are the headings of blocks, sectors and entries, the items, and the
lines of the list of abbreviations. Labels are none of them: a number is changed by another
operation. Each text is looked at by itself; words that run from one into the next are not
found. Words are matched letter by letter as printed, inside longer words too.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from attrs import evolve

from kz_civil_positions.amending.refusals import OperationError
from kz_civil_positions.amending.tree import over, subtree
from kz_civil_positions.model import Abbreviation, Block, Entry, Item, Node, Section

__all__ = ["Edit", "at_end", "beside", "occurrences", "printed", "reworded", "whole", "without"]

Edit: TypeAlias = Callable[[str], str]

_MARKS: Final = ";:.,"
_CLOSING: Final = " ,;:.)»"
_OPENING: Final = " («"


def printed(node: Node) -> str:
    """Answers: what text does this node print itself, those below it apart?

    Args:
        node: any node.

    Returns:
        The text; empty for what prints none.

    Example:
        >>> printed(Entry("head", "Бастық."))
        'Бастық.'
    """
    match node:
        case Block() | Section() | Entry():
            return node.heading or ""
        case Item() | Abbreviation():
            return node.text
        case _:
            return ""


def whole(node: Node) -> str:
    """Answers: what text does this node print, with all that stands below it?

    Example:
        >>> from kz_civil_positions.model import ItemKind
        >>> whole(Entry("head", "Бастық:", (Item("a", ItemKind.UNIT, "бөлімнің."),)))
        'Бастық: бөлімнің.'
    """
    return " ".join(filter(None, (printed(node), *map(whole, node.children))))


def occurrences(node: Node, words: str) -> int:
    """Answers: how often do these words occur in this node and below it?

    Args:
        node: any node.
        words: at least one letter.

    Returns:
        The number of occurrences that do not overlap.

    Example:
        >>> occurrences(Entry("head", "аға маман, маман."), "маман")
        2
    """
    return sum(printed(below).count(words) for below in subtree(node))


def reworded(node: Node, edit: Edit) -> Node:
    """Answers: what becomes of this node when all texts in it are edited?

    An abbreviation keeps its short form, since that is its address; what it stands for
    follows its printed line.

    Args:
        node: any node.
        edit: gives the new text for an old one.

    Returns:
        The new node; the node itself, and each node below it, where no text changed.

    Raises:
        OperationError: when a text would be empty, or an abbreviation would be torn.

    Example:
        >>> reworded(Entry("head", "Бастық."), lambda text: text.replace("Бас", "Тас")).heading
        'Тастық.'
    """
    old = node.children
    new = tuple(reworded(child, edit) for child in old)
    if any(after is not before for before, after in zip(old, new, strict=True)):
        node = over(node, new)
    text = printed(node)
    return node if edit(text) == text else _with_text(node, edit)


def beside(anchor: str, words: str, *, before: bool) -> str:
    """Answers: how do added words stand beside their anchor?

    A blank parts them, unless the words bring a mark or a blank of their own.

    Args:
        anchor: the words of the text.
        words: the words added.
        before: whether they go before the anchor.

    Returns:
        Both together.

    Example:
        >>> beside("бастық", "аға", before=True), beside("бастық", ", маман", before=False)
        ('аға бастық', 'бастық, маман')
    """
    left, right = (words, anchor) if before else (anchor, words)
    tight = not left or left[-1] in _OPENING or not right or right[0] in _CLOSING
    return left + right if tight else f"{left} {right}"


def at_end(text: str, words: str) -> str:
    """Answers: how does this text read with words added at its end?

    Args:
        text: as printed.
        words: the words added.

    Returns:
        The text, its closing mark kept last.

    Example:
        >>> at_end("Профессор.", "және доцент")
        'Профессор және доцент.'
    """
    body = text[:-1] if text and text[-1] in _MARKS else text
    return beside(body, words, before=False) + text[len(body) :]


def without(text: str, words: str) -> str:
    """Answers: how does this text read without these words?

    Args:
        text: as printed.
        words: taken out wherever they occur.

    Returns:
        The text, with no blank left over where they stood.

    Example:
        >>> without("аға маман, маман.", "маман"), without("аға маман", "аға")
        ('аға,.', 'маман')
    """
    closed, *rest = text.split(words)
    for part in rest:
        if closed.endswith(" ") and (not part or part[0] in _CLOSING):
            closed = closed[:-1] + part
        else:
            closed += part if closed else part.removeprefix(" ")
    return closed


def _with_text(node: Node, edit: Edit) -> Node:
    if not edit(printed(node)).strip(_MARKS + " "):
        raise OperationError("nothing-left", target=node.address, found=printed(node))
    match node:
        case Block() | Section() | Entry():
            return evolve(node, heading=edit(node.heading or ""))
        case Item():
            return evolve(node, text=edit(node.text))
        case Abbreviation():
            return _abbreviation(node, edit)
        case _:
            return node


def _abbreviation(node: Abbreviation, edit: Edit) -> Abbreviation:
    head, short, tail = node.text.partition(node.short)
    middle, long, end = tail.partition(node.long)
    text = edit(node.text)
    apart = (edit(head), short, edit(middle), edit(long), edit(end))
    if text != "".join(apart) or not edit(node.long):
        raise OperationError("abbreviation-torn", target=node.address, found=node.text)
    return evolve(node, text=text, long=edit(node.long))
