"""The numbers that a word processor prints before paragraphs and does not store with them."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, field, frozen
from lxml import etree  # type: ignore[import-untyped]

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.sources.readers.numerals import NUMERALS
from kz_civil_positions.sources.readers.package import local

__all__ = ["Numbers", "child", "value"]

_PLACE: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9
# Marks that stand before items and number nothing; a page shows them too, and neither is read.
_NO_NUMBER: Final = frozenset({"bullet", "none"})
_WHOLE: Final = re.compile(r"\d{1,9}")
# Styles based on styles, and lists that stand for lists: no further than this.
_MOST_STEPS: Final = 20


@frozen
class _Level:
    """How one level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False


@define
class _List:
    """A list: its levels, and how far each was counted."""

    levels: dict[int, _Level]
    counted: dict[int, int] = field(factory=dict)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Answers: which element stands there below this one, if any?"""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Answers: what does this element's attribute say, whatever its namespace?"""
    if element is None:
        return None
    return next((str(v) for k, v in element.attrib.items() if k.rpartition("}")[2] == name), None)


class Numbers:
    """The lists of a document, counted paragraph by paragraph.

    Args:
        numbering: the part that describes lists.
        styles: the part that describes styles, which may number paragraphs too.
    """

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        parts = list(numbering) if numbering is not None else []
        self._abstract = _by_id(parts, "abstractNum", "abstractNumId")
        self._given = _by_id(parts, "num", "numId")
        self._styles = _by_id([] if styles is None else list(styles), "style", "styleId")
        self._lists: dict[str, _List] = {}
        self._begun: set[str] = set()

    def of(self, paragraph: etree._Element, place: str) -> str:
        """Answers: which number is printed before this paragraph? Each call counts one on.

        Args:
            paragraph: the paragraph.
            place: where it stands, for an error.

        Returns:
            The number with its marks, such as ``"1."``; empty if there is none.

        Raises:
            BadInputError: the number has a form that we cannot write.
        """
        number, depth = self._numbered(paragraph)
        given = self._given.get(number)
        if given is None:
            return ""
        counted = self._list(number, given)
        if counted is None or depth not in counted.levels:
            return ""
        self._begin(number, given, counted)
        level = counted.levels[depth]
        counted.counted[depth] = counted.counted.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            counted.counted.pop(deeper, None)
        return "" if level.form in _NO_NUMBER else _written(counted, level, place)

    def _numbered(self, paragraph: etree._Element) -> tuple[str, int]:
        """In which list a paragraph stands, and how deep: by itself, or by its style."""
        number, depth = _in_list(child(paragraph, "pPr", "numPr"))
        style = value(child(paragraph, "pPr", "pStyle"))
        for name in self._line(style):
            if number is not None and depth is not None:
                break
            by_style = _in_list(child(self._styles[name], "pPr", "numPr"))
            number, depth = number or by_style[0], by_style[1] if depth is None else depth
        return number or "", depth or 0

    def _line(self, style: str | None) -> Iterator[str]:
        """A style, the one it is based on, and so on."""
        for _ in range(_MOST_STEPS):
            if style not in self._styles:
                return
            yield style
            style = value(child(self._styles[style], "basedOn"))

    def _list(self, number: str, given: etree._Element) -> _List | None:
        """The list that a number names; several numbers may name one list and count on in it."""
        name = value(child(given, "abstractNumId")) or ""
        for _ in range(_MOST_STEPS):
            abstract = self._abstract.get(name)
            linked = self._styles.get(value(child(abstract, "numStyleLink")) or "")
            if linked is None:
                break
            through = self._given.get(_in_list(child(linked, "pPr", "numPr"))[0] or "")
            name = value(child(through, "abstractNumId")) or ""
        if abstract is None:
            return None
        own = [
            one for one in given if local(one) == "lvlOverride" and child(one, "lvl") is not None
        ]
        key = number if own else f"list {name}"
        if key not in self._lists:
            levels = dict(_levels(abstract))
            for override in own:
                levels |= dict(_levels(override))
            self._lists[key] = _List(levels)
        return self._lists[key]

    def _begin(self, number: str, given: etree._Element, counted: _List) -> None:
        """A number that starts anew does so where it is used first."""
        if number in self._begun:
            return
        self._begun.add(number)
        for one in given:
            start = _whole(value(child(one, "startOverride")))
            depth = _whole(value(one, "ilvl"))
            if start is not None and depth is not None:
                counted.counted[depth] = start - 1


def _by_id(parts: list[etree._Element], name: str, key: str) -> dict[str, etree._Element]:
    named = ((value(one, key), one) for one in parts if local(one) == name)
    return {key: one for key, one in named if key}


def _in_list(element: etree._Element | None) -> tuple[str | None, int | None]:
    return value(child(element, "numId")), _whole(value(child(element, "ilvl")))


def _whole(text: str | None) -> int | None:
    return int(text) if text and _WHOLE.fullmatch(text) else None


def _levels(element: etree._Element) -> Iterator[tuple[int, _Level]]:
    for one in element:
        depth = _whole(value(one, "ilvl"))
        if local(one) != "lvl" or depth is None:
            continue
        start = _whole(value(child(one, "start")))
        yield (
            depth,
            _Level(
                1 if start is None else start,
                value(child(one, "numFmt")) or "decimal",
                value(child(one, "lvlText")) or "",
                child(one, "isLgl") is not None,
            ),
        )


def _written(counted: _List, level: _Level, place: str) -> str:
    def number(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        other = counted.levels.get(depth, _Level())
        form = "decimal" if level.legal else other.form
        if form not in NUMERALS:
            raise BadInputError("documents.numbering-unknown", where=place, form=form)
        return NUMERALS[form](counted.counted.get(depth, other.start))

    return _PLACE.sub(number, level.text)
