"""Which data this is: told from the files themselves, so that nobody can forget to count it up.

Not an edition of the register, which an order makes: the same orders, read again or repaired,
are another edition of the data.
"""

import json
from hashlib import sha256
from typing import Final

from kz_civil_positions.storage.compiled import COMPILED_FILE, hashes, load_packaged, made_from
from kz_civil_positions.storage.root import data_root, is_installed

__all__ = ["data_edition"]

# So many signs of the hash tell editions apart; all of it would tell nobody more.
_SIGNS: Final = 12


def data_edition() -> str:
    """Answers: which edition of the data comes with the library?

    Returns:
        The day up to which sources were checked, and a hash of every file: as ``load``
        reads them, so of the files that a wheel's compiled copy was made from.

    Raises:
        BadInputError: when the library has come without data.
        DataError: when the data has errors.

    Example:
        >>> data_edition().partition("+")[0]
        '2019.10.30'
    """
    root = data_root()
    copy = root / COMPILED_FILE
    files = made_from(copy) if is_installed(root) and copy.is_file() else hashes(root)
    listed = json.dumps(files, ensure_ascii=False, sort_keys=True).encode()
    day = load_packaged().checked_until
    since = "0" if day is None else f"{day:%Y.%m.%d}"
    return f"{since}+{sha256(listed).hexdigest()[:_SIGNS]}"
