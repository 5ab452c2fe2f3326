"""Every sentence this library says to a person, in Kazakh, Russian and English.

One module an area; in it, one key a sentence, the three languages side by side, so
that whoever mends one sees the other two. The register's own text is never here.
"""

import datetime
from collections.abc import Mapping
from importlib import import_module
from typing import Final, Literal, get_args

from kz_civil_positions.messages.dates import long_date

__all__ = ["LANGUAGES", "Language", "say"]

Language = Literal["kk", "ru", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


def say(key: str, language: Language, /, **facts: object) -> str:
    """Answers: how is this said in that language?

    Args:
        key: area and sentence, such as ``"dates.month-9"``; the area is a module of this room.
        language: ``"kk"``, ``"ru"`` or ``"en"``.
        facts: what the sentence speaks of; a date is written out in the language.

    Returns:
        The sentence, with the facts in their places.

    Raises:
        KeyError: for a key that no catalogue has: an error of this library's own.

    Example:
        >>> from datetime import date
        >>> say("errors.where", "en", place="L5", text="as of " + say("errors.date", "en",
        ...     day=date(2019, 10, 23)))
        'L5: as of 23 October 2019'
    """
    area, _, name = key.partition(".")
    catalogue: Mapping[str, Mapping[str, str]] = import_module(f"{__name__}.{area}").MESSAGES
    spoken = {
        fact: long_date(value, language) if isinstance(value, datetime.date) else value
        for fact, value in facts.items()
    }
    return catalogue[name][language].format(**spoken)
