"""The register of civil servants' positions of Kazakhstan's internal affairs bodies.

Which position stood where in the register, on which day, by which order, and how do we
know::

    import kz_civil_positions as kz

    register = kz.load()
    register.edition("2019-920")["A3-2-1"]
"""

from pathlib import Path

from kz_civil_positions.history import Register

__all__ = ["Register", "load"]

__version__ = "0.1.0"


def load(root: str | Path | None = None) -> Register:
    """Answers: what register does this folder hold?

    Args:
        root: a registers folder; without one, the data that comes with the library.

    Returns:
        The register, with all its orders and editions.

    Raises:
        BadInputError: when there is no such folder, or no order in it.
        DataError: with everything that is wrong in it, each with file and line.

    Example:
        >>> register = load()
        >>> [order.id for order in register.orders]
        ['2015-1035', '2019-920']
    """
    from kz_civil_positions.storage.load import load_register  # noqa: PLC0415 - YAML is slow to import
    from kz_civil_positions.storage.root import data_root  # noqa: PLC0415

    return load_register(data_root(root))
