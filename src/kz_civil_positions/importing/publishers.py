"""Who gives a consolidated text, as its address or the user says."""

import re
from typing import Final

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.model import Tongues

__all__ = ["publisher_named"]

_ADILET: Final = Tongues(
    '"Әділет" ақпараттық-құқықтық жүйесі',
    'информационно-правовая система "Әділет"',
    'the legal information system "Adilet"',
)
_ZAN: Final = Tongues(
    "Мемлекеттік құқықтық ақпарат жүйесі (zan.gov.kz)",
    "Государственная система правовой информации (zan.gov.kz)",
    "the State system of legal information (zan.gov.kz)",
)
_HOSTS: Final = {
    "adilet.zan.kz": _ADILET,
    "old.adilet.zan.kz": _ADILET,
    "zan.gov.kz": _ZAN,
}


_HOST: Final = re.compile(r"(?:https?://)?(?:www\.)?(?P<name>[\w.-]+)(?=[/:?#]|$)")


def publisher_named(publisher: str | None, address: str | None) -> Tongues:
    """Answers: who gives this text?

    Args:
        publisher: as the user names it; taken as it is, in all three languages.
        address: where the text was taken from.

    Raises:
        BadInputError: when neither tells.

    Example:
        >>> publisher_named(None, "https://adilet.zan.kz/kaz/docs/V1900019523").en
        'the legal information system "Adilet"'
        >>> publisher_named("Ойдан шығарылған банк", None).ru
        'Ойдан шығарылған банк'
    """
    if publisher is not None and publisher.strip():
        return Tongues(*[" ".join(publisher.split())] * 3)
    host = _HOST.match(address or "")
    known = _HOSTS.get(host["name"].lower()) if host else None
    if known is None:
        raise BadInputError("importing.no-publisher", where="--publisher", hosts=", ".join(_HOSTS))
    return known
