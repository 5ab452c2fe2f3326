"""The sectors that divide a block: fields of work, their headings, and the codes we give them."""

import re
from typing import Final

from kz_civil_positions.kazakh import fold, transliterate
from kz_civil_positions.sources.vocabulary import heading_key

__all__ = ["is_sector", "sector_of"]

# The codes of sectors are ours: they make the two languages of one register agree.
_SECTORS: Final[dict[str, tuple[str, ...]]] = {
    "health": ("денсаулық сақтау", "здравоохранение", "здравоохранения"),
    "other": (
        "өзге",
        "өзге де",
        "басқа",
        "басқа да",
        "иные",
        "иных",
        "иной",
        "другие",
        "других",
        "другой",
        "прочие",
        "прочих",
    ),
    "education": ("білім беру", "білім", "образование", "образования"),
    "culture": ("мәдениет", "культура", "культуры"),
    "sport": (
        "спорт",
        "спорта",
        "дене шынықтыру және спорт",
        "физическая культура и спорт",
        "физической культуры и спорта",
    ),
    "science": ("ғылым", "наука", "науки"),
    "social-security": (
        "әлеуметтік қамсыздандыру",
        "социальное обеспечение",
        "социального обеспечения",
    ),
    "veterinary": ("ветеринария", "ветеринарии"),
    "forestry": ("орман шаруашылығы", "лесное хозяйство", "лесного хозяйства"),
}
_SECTOR_OF: Final = {fold(name): code for code, names in _SECTORS.items() for name in names}
# The words that make a heading one of a field of work; what is left of it names the field.
_FIELD: Final = re.compile(
    r"(?<!\w)(?:сала(?:сы)?(?:нда(?:ғы)?|да(?:ғы)?|лар(?:ы?н?да(?:ғы)?)?)?"
    r"|(?:(?:в|во|для) )?(?:сфер(?:а|е|ах|ы)|област(?:ь|и|ях)|отрасл(?:ь|и|ях)))(?!\w)"
)
_IN: Final = (["в"], ["во"], ["для"])
_QUOTED: Final = re.compile(r"[\"«“].+[\"»”]")
_LONGEST_HEADING: Final = 160
_LONGEST_CODE: Final = 40


def _field_named(text: str) -> str | None:
    if len(text) > _LONGEST_HEADING:
        return None
    name, found = _FIELD.subn(" ", heading_key(text))
    parts = name.split()
    return " ".join(parts[parts[:1] in _IN :]) if found else None


def is_sector(text: str) -> bool:
    """Answers: is this surely a sector's heading, wherever it stands?

    It is one that we know, or one that names its field in quotes.

    Example:
        >>> is_sector("өзге де саладағы"), is_sector('"Байланыс" саласында')
        (True, True)
        >>> is_sector("Белгісіз салада")
        False
    """
    name = _field_named(text)
    return name is not None and (name in _SECTOR_OF or bool(_QUOTED.search(text)))


def sector_of(text: str) -> str | None:
    """Answers: which code has the sector with this heading?

    Returns:
        The code; of a field we do not know a readable one, made of its name and always the
        same. None when the heading names no field of work.

    Example:
        >>> sector_of('"Денсаулық сақтау" саласында'), sector_of("В сфере здравоохранения")
        ('health', 'health')
        >>> sector_of("өзге де саладағы"), sector_of('"Орман қорғау" саласында')
        ('other', 'orman-qorgau')
        >>> sector_of("Бас инженер")
    """
    name = _field_named(text)
    if not name:
        return None
    if name in _SECTOR_OF:
        return _SECTOR_OF[name]
    parts = [part for part in transliterate(name).split("-") if part.isalpha()]
    code = "-".join(parts)[: _LONGEST_CODE + 1]
    if len(code) > _LONGEST_CODE:
        code = code.rpartition("-")[0] or code[:_LONGEST_CODE]
    return code or None
