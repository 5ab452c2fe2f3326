"""The line that tells an editor which schema a YAML file has to follow."""

import os
from pathlib import Path
from typing import Final

__all__ = ["modeline"]

_SCHEMAS: Final = Path("src", "kz_civil_positions", "schemas")


def modeline(name: str, file: Path) -> str:
    """Answers: with which comment does this file of a checkout name its schema?

    Args:
        name: the schema's name: ``"order"``.
        file: the YAML file.

    Returns:
        One line; nothing outside of a checkout, where no path would lead to the schemas.

    Example:
        >>> modeline("order", Path("/nowhere/2019-920/order.yaml"))
        ''
    """
    folder = file.absolute().parent
    for above in folder.parents:
        schema = above / _SCHEMAS / f"{name}.schema.json"
        if schema.is_file():
            path = Path(os.path.relpath(schema, folder)).as_posix()
            return f"# yaml-language-server: $schema={path}\n"
    return ""
