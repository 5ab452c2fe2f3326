"""One search index a language, out of the one that the theme makes.

A reader finds the pages of the language read. How words are found by their base forms is said
in ``theme/assets/javascripts/workers/words.js``.
"""

import json
import re
from pathlib import Path
from typing import Any, Final

from kz_civil_positions.messages import LANGUAGES
from website.languages import ROOTS, language_of, place_of

__all__ = ["divide_index", "is_searched"]

# Blanks, marks and brackets part words; a full stop does, but not within a number or a code.
_MARKS: Final = r"""[\s\-–—,:;!?=\[\]()«»"“”„'’/…·→]+|\.(?![\dA-Za-z])"""
_SEPARATOR: Final = f"{_MARKS}|&(?:[lg]t|amp|quot|#x27);"
# What is made up is never found among what is law. What repeats the register's table, entry by
# entry, is left out too: every page that is read begins by fetching the index.
_UNSEARCHED: Final = re.compile("specimen/|register/.*#evidence$|institution/.*#positions$")
# What the theme loads with its worker; no words are left out, and no stems put in their place.
_CONFIG: Final = {"lang": ["ru"], "separator": _SEPARATOR, "pipeline": []}


def is_searched(location: str) -> bool:
    """Answers: is this part of a page found by the search?

    Example:
        >>> is_searched("ru/register/2019-920/#register"), is_searched("specimen/find/")
        (True, False)
        >>> is_searched("ru/register/2019-920/#evidence")
        False
    """
    return _UNSEARCHED.match(place_of(location)) is None


def divide_index(site: Path) -> None:
    """Write the index of each language beside that language's home.

    Args:
        site: the folder of the built site, with the index of all pages.
    """
    file = site / "search" / "search_index.json"
    whole: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    for language in LANGUAGES:
        root = ROOTS[language]
        entries = [
            entry | {"location": entry["location"].removeprefix(root)}
            for entry in whole["docs"]
            if language_of(entry["location"]) == language and is_searched(entry["location"])
        ]
        index = {"config": whole["config"] | _CONFIG, "docs": entries}
        own = site / root / "search" / "search_index.json"
        own.parent.mkdir(exist_ok=True)
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        own.write_text(text, encoding="utf-8")
