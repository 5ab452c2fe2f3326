"""The register of civil servants' positions of Kazakhstan's internal affairs bodies.

Which position stood where in the register, on which day, by which order, and how do we
know::

    import kz_civil_positions as kz

    register = kz.load()
    register.edition("2019-920")["A3-2-1"]

The public names are those in ``__all__``. Each is brought when it is first asked for, so
that importing the package costs next to nothing. ``__version__`` is the version of the code,
``__data_edition__`` the edition of the data that comes with it.
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kz_civil_positions import errors as errors
    from kz_civil_positions.amending.engine import apply as apply
    from kz_civil_positions.amending.reversal import invert as invert
    from kz_civil_positions.amending.reversal import operations_between as operations_between
    from kz_civil_positions.calendar import Certainty as Certainty
    from kz_civil_positions.calendar import InEffect as InEffect
    from kz_civil_positions.calendar import Publication as Publication
    from kz_civil_positions.changes import Change as Change
    from kz_civil_positions.changes import ChangeKind as ChangeKind
    from kz_civil_positions.changes import Lane as Lane
    from kz_civil_positions.codes import Address as Address
    from kz_civil_positions.codes import Code as Code
    from kz_civil_positions.errors import RegisterError as RegisterError
    from kz_civil_positions.history.register import Register as Register
    from kz_civil_positions.history.status import State as State
    from kz_civil_positions.history.status import Status as Status
    from kz_civil_positions.model import Content as Content
    from kz_civil_positions.model import Doubt as Doubt
    from kz_civil_positions.model import Edition as Edition
    from kz_civil_positions.model import Entry as Entry
    from kz_civil_positions.model import Item as Item
    from kz_civil_positions.model import Level as Level
    from kz_civil_positions.orders import Order as Order
    from kz_civil_positions.verification import verify as verify

    __data_edition__: str

__version__ = "0.1.0"

_HOMES: Final = {
    "Address": "codes",
    "Certainty": "calendar",
    "Change": "changes",
    "ChangeKind": "changes",
    "Code": "codes",
    "Content": "model",
    "Doubt": "model",
    "Edition": "model",
    "Entry": "model",
    "InEffect": "calendar",
    "Item": "model",
    "Lane": "changes",
    "Level": "model",
    "Order": "orders",
    "Publication": "calendar",
    "Register": "history.register",
    "RegisterError": "errors",
    "State": "history.status",
    "Status": "history.status",
    "apply": "amending.engine",
    "invert": "amending.reversal",
    "operations_between": "amending.reversal",
    "verify": "verification",
}

__all__ = [
    "Address",
    "Certainty",
    "Change",
    "ChangeKind",
    "Code",
    "Content",
    "Doubt",
    "Edition",
    "Entry",
    "InEffect",
    "Item",
    "Lane",
    "Level",
    "Order",
    "Publication",
    "Register",
    "RegisterError",
    "State",
    "Status",
    "apply",
    "errors",
    "invert",
    "load",
    "operations_between",
    "verify",
]


def load(root: str | Path | None = None) -> "Register":
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
    if root is None:
        from kz_civil_positions.storage.compiled import load_packaged  # noqa: PLC0415

        return load_packaged()
    from kz_civil_positions.storage.load import load_register  # noqa: PLC0415
    from kz_civil_positions.storage.root import data_root  # noqa: PLC0415

    return load_register(data_root(root))


if not TYPE_CHECKING:  # a type checker knows the names from above, and refuses others

    def __getattr__(name: str) -> object:
        if name == "errors":
            return import_module("kz_civil_positions.errors")
        if name == "__data_edition__":
            from kz_civil_positions.storage.data_edition import data_edition  # noqa: PLC0415

            return data_edition()
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__data_edition__", "__version__"])
