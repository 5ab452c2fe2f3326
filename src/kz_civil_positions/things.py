"""How our classes are made: by attrs, but for how they are shown.

attrs writes a ``__repr__`` for each class and compiles it when the class is made, which takes
the start of a program longer than anything else that it writes. All ours are shown alike, so
one function does it for all.
"""

from typing import TYPE_CHECKING, Any, Final

from attrs import fields

__all__ = ["frozen", "shown"]

_OWN: Final = "__repr__"


def shown(thing: Any) -> str:  # noqa: ANN401 - of any class that attrs made
    """Answers: how is this thing shown, with all fields that are to be shown?

    Example:
        >>> from kz_civil_positions.model import Span
        >>> shown(Span("2019-920", 1, 2))
        "Span(order='2019-920', first=1, last=2)"
    """
    told = (f"{one.name}={getattr(thing, one.name)!r}" for one in fields(type(thing)) if one.repr)
    name = type(thing).__qualname__.rpartition(">.")[2]
    return f"{name}({', '.join(told)})"


if TYPE_CHECKING:  # a type checker knows what attrs' own decorator makes
    from attrs import frozen
else:
    from attrs import frozen as _frozen

    def frozen(cls: type | None = None, /, **asked: Any) -> Any:  # noqa: ANN401
        """Make a class as attrs' ``frozen`` does, shown by `shown` if it says nothing else."""
        if cls is None:
            return lambda given: frozen(given, **asked)
        if _OWN not in vars(cls):
            setattr(cls, _OWN, shown)
        return _frozen(cls, repr=False, **asked)
