"""What stands around an act on a publisher's page: menus above it, a footer below it."""

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from kz_civil_positions.sources.paragraphs import Paragraph, Part

__all__ = ["set_aside"]

_SUBJECT: Final = r"бұйры|тізілім|бекіту|өзгеріс|толықтыру|приказ|реестр|утвержд|изменени|дополнени"
# How an act begins: with its title, or with who issued it.
_TITLE: Final = re.compile(
    rf"(?=.*(?:{_SUBJECT}))(?:[\"«“]?.{{20,}}\sтуралы[\"»”]?\.?|[\"«“]?Об?\s.{{20,}})",
    re.IGNORECASE | re.DOTALL,
)
_HEADER: Final = re.compile(
    r"(?:.*\bминистр\w*\b.*\d{4} жылғы .*|Приказ\b.*\d{4}.*|.*№ ?\S+ бұйрығы\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_ENACTING: Final = re.compile(r"БҰЙЫРАМЫ[НЗ]|ПРИКАЗЫВАЮ")
# How a page ends, below the act.
_FOOTER: Final = re.compile(
    r"©.*|.*(?:барлық құқықтар қорғалған|все права защищены|copyright)\b.*|https?://\S+",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST: Final = 3000
_LONGEST_OF_MENU: Final = 40


def set_aside(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Answers: which of these paragraphs are the act, and which only stand around it?

    Nothing is set aside above a title or heading that cannot be found, and nothing of the
    register ever is.

    Example:
        >>> from kz_civil_positions.model import Span
        >>> texts = ["Басты бет", "Лауазымдар тізілімін бекіту туралы", "БҰЙЫРАМЫН:", "© 2020"]
        >>> read = set_aside([Paragraph(Part.FRAME, text, Span("x", 1, 1)) for text in texts])
        >>> [str(paragraph.part) for paragraph in read]
        ['elsewhere', 'frame', 'frame', 'elsewhere']
    """
    opening = _opening(paragraphs)
    closing = _closing(paragraphs)
    return tuple(
        evolve(one, part=Part.ELSEWHERE)
        if one.part is Part.FRAME and not opening <= at < closing
        else one
        for at, one in enumerate(paragraphs)
    )


def _opening(paragraphs: Sequence[Paragraph]) -> int:
    """The place of the act's first paragraph; 0 where it cannot be told."""
    for at, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if paragraph.part is not Part.FRAME or _ENACTING.search(text):
            return 0
        if len(text) <= _LONGEST and (_TITLE.fullmatch(text) or _HEADER.fullmatch(text)):
            while at and len(paragraphs[at - 1].text) > _LONGEST_OF_MENU:
                at -= 1  # noqa: PLW2901 - whatever is no menu above it may be the act's
            return at
    return 0


def _closing(paragraphs: Sequence[Paragraph]) -> int:
    """The place after the act's last paragraph."""
    last = max((at for at, one in enumerate(paragraphs) if one.part is not Part.FRAME), default=-1)
    for at in range(last + 1, len(paragraphs)):
        text = paragraphs[at].text
        if len(text) <= _LONGEST and _FOOTER.fullmatch(text):
            return at
    return len(paragraphs)
