"""What of a web page is shown, and which part of it is the document."""

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from kz_civil_positions.sources.readers.tags import HIDDEN

__all__ = ["find_document", "is_gone", "layout_tables"]

_GONE: Final = frozenset(
    {
        *("applet", "audio", "button", "canvas", "datalist", "del", "dialog", "embed", "head"),
        *("input", "label", "map", "meter", "nav", "noscript", "object", "optgroup", "option"),
        *("progress", "select", "svg", "template", "video"),
    }
)
# Of the page, unless they stand in what is the document itself.
_OF_PAGE: Final = {
    "header": frozenset({"article", "main", "section"}),
    "footer": frozenset({"article", "main", "section"}),
    "aside": frozenset({"article"}),
}

# What tells that the document is here: the word that enacts it, or the header of its table.
_TABLE_HEAD: Final = r"(?:буын|звено)\W*(?:деңгей|саты|ступень)"
_MARK: Final = re.compile(rf"бұйырамын|бұйырамыз|приказываю|{_TABLE_HEAD}")
_REGISTER: Final = re.compile(_TABLE_HEAD)

# Pages with more articles and titles than this are no documents with something around.
_MOST_HOLDERS: Final = 50


def find_document(root: HtmlElement) -> HtmlElement:
    """Answers: which part of the page holds the document and its title?

    Args:
        root: the page.

    Returns:
        An article or the like, or the whole page, if in doubt.
    """
    holders = [*root.iter("article", "main"), *root.iterfind(".//*[@role='main']")]
    titles = list(root.iter("h1"))
    if len(holders) + len(titles) > _MOST_HOLDERS:
        return root
    holders = [one for one in holders if _marks(one)]
    around = {outer for one in holders for outer in one.iterancestors()}
    holders = [one for one in holders if one not in around]
    if not holders:
        return root
    titles = [one for one in titles if not any(map(is_gone, (one, *one.iterancestors())))]
    common = _common([*holders, *titles])
    return common if _marks(common) == _marks(root) else root


def _common(elements: Iterable[HtmlElement]) -> HtmlElement:
    """The innermost element that holds all of these."""
    first, *others = ([one, *one.iterancestors()] for one in elements)
    return next(one for one in first if all(one in line for line in others))


def _marks(element: HtmlElement) -> int:
    """How often the document shows itself; letter-spaced words count too."""
    return len(_MARK.findall(_squeezed(element.itertext())))


def _squeezed(words: Iterable[str]) -> str:
    return "".join("".join(words).split()).casefold()


def is_gone(element: HtmlElement) -> bool:
    """Answers: is this surely no part of the document, or not to be seen?"""
    if element.tag in _GONE or HIDDEN in element.attrib:
        return True
    if element.tag not in _OF_PAGE or element.find(".//h1") is not None:
        return False
    return not any(one.tag in _OF_PAGE[element.tag] for one in element.iterancestors())


def layout_tables(root: HtmlElement) -> frozenset[HtmlElement]:
    """Answers: which tables only arrange the page, the register being a table within them?"""
    found: set[HtmlElement] = set()
    inside: list[list[str]] = [[]]
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "start":
            if element.tag == "table":
                inside.append([])
            inside[-1].append(element.text or "")
            continue
        if event == "end" and element.tag == "table" and _REGISTER.search(_squeezed(inside.pop())):
            found.update(element.iterancestors("table"))
        inside[-1].append(element.tail or "")
    return frozenset(found)
