"""Who signed an order, and which bodies agreed: names out of lines of print."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kz_civil_positions.orders import OrderParagraph, OrderRole
from kz_civil_positions.sources.legal_text import DATE, folded, tidy
from kz_civil_positions.sources.shapes import NAME, is_agreement

__all__ = ["agreed_with", "signed_by"]

_AGREED: Final = re.compile(r"[\"«“]?\w+[\"»”]?:? ?")
# A place left for a signature, or for a day, and whatever is written behind it.
_BLANK: Final = re.compile(r"_{2,}.*")
_DAY: Final = re.compile(
    rf'(?:от )?{DATE}|[0-9]{{4}} ?(?:жыл|ж\.).*|"? ?"?[^"]{{0,20}}[0-9]{{4}} ?(?:года|г\.)'
)
_BODY_BEGINS: Final = re.compile(
    r"(?:Қазақстан Республикасы|ҚР|Министерство|Министр|Агентство|Председатель|Национальн\w+"
    r"|Генеральн\w+|Комитет|Верховн\w+|Администрация|Управление|Управляющий)(?:ның|ой|ого)?(?!\w)"
)


def signed_by(paragraphs: Iterable[OrderParagraph]) -> str | None:
    """Answers: who signed the order, by initials and surname?

    Returns:
        The name as printed, without the office; several are parted by ``"; "``.

    Example:
        >>> signed_by([OrderParagraph(OrderRole.SIGNATURE, "Министр Е. Тургумбаев")])
        'Е. Тургумбаев'
    """
    lines = [tidy(one.text) for one in paragraphs if one.role is OrderRole.SIGNATURE]
    names = [name[0] for line in lines for name in NAME.finditer(line)]
    return "; ".join(dict.fromkeys(names)) or None


def agreed_with(paragraphs: Iterable[OrderParagraph]) -> str | None:
    """Answers: which bodies agreed to the order?

    Returns:
        Their names as printed, lines joined; several are parted by ``"; "``.

    Example:
        >>> lines = ('"КЕЛІСІЛДІ"', "Қазақстан Республикасы", "Қаржы", "министрлігі")
        >>> agreed_with([OrderParagraph(OrderRole.AGREEMENT, line) for line in lines])
        'Қазақстан Республикасы Қаржы министрлігі'
    """
    lines = [tidy(one.text) for one in paragraphs if one.role is OrderRole.AGREEMENT]
    return "; ".join(dict.fromkeys(_bodies(lines))) or None


def _bodies(lines: Iterable[str]) -> Iterator[str]:
    open_lines: list[str] = []
    for line in lines:
        begins = is_agreement(line)
        name = _name(_AGREED.sub("", line, count=1) if begins else line)
        new = name and _BODY_BEGINS.match(folded(name))
        if (begins or new) and open_lines:
            yield " ".join(open_lines)
            open_lines = []
        if name:
            open_lines.append(name)
    if open_lines:
        yield " ".join(open_lines)


def _name(line: str) -> str:
    """The body alone: no place for a signature, no day, no name of a person."""
    without = _BLANK.sub("", line).strip(' "«»')
    if _DAY.fullmatch(folded(without)):
        return ""
    return NAME.sub("", without).strip()
