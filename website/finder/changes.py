"""What changed between any two editions that two days lead to, each in a file of its own.

A page asks for such a file only when its reader asks for two days.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from kz_civil_positions import Register
from kz_civil_positions.messages import LANGUAGES, Language
from kz_civil_positions.model import Edition
from kz_civil_positions.reports.comparison import comparison_parts
from kz_civil_positions.reports.document import Document, Heading, Part
from kz_civil_positions.reports.html import fragment
from kz_civil_positions.reports.phrases import short_name
from website.finder.days import pairs_of
from website.pages.corpus import change_page

__all__ = ["changes_files"]


def changes_files(register: Register, name: str) -> Iterator[tuple[str, bytes]]:
    """Answers: which files say what changed, for every two editions, in each language?

    Args:
        register: the register.
        name: of its data on the page: ``"register"`` or ``"specimen"``.

    Yields:
        Their places in the site, and the scripts in them.

    Example:
        >>> import kz_civil_positions as kz
        >>> [path for path, _ in changes_files(kz.load(), "register")][0]
        'assets/finder/changes/register/2015-1035--2019-920.kk.js'
    """
    for old, new in pairs_of(register):
        for language in LANGUAGES:
            told = json.dumps(_told(register, old, new, language), ensure_ascii=False)
            at = f"{change_page(old, new)}.{language}".replace("changes/", f"changes/{name}/")
            script = f"kzFinder.changes[{json.dumps(at)}] = {told};\n"
            yield f"assets/finder/{at}.js", script.replace("</", "<\\/").encode()


def _told(register: Register, old: Edition, new: Edition, language: Language) -> dict[str, Any]:
    parts = _inside(comparison_parts(register, old, new, language), change_page(old, new))
    return {
        "orders": [
            {"id": order.id, "name": short_name(order, language)}
            for order in register.orders_between(old, new)
        ],
        "html": fragment(Document("", language, parts)),
    }


def _inside(parts: Iterable[Part], name: str) -> tuple[Part, ...]:
    """The parts below a heading of the page, with anchors that no other pair's have."""
    return tuple(
        evolve(part, level=part.level + 1, anchor=f"{name}-{number}")
        if isinstance(part, Heading)
        else part
        for number, part in enumerate(parts)
    )
