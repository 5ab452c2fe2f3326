"""Between plain data and the model: strict, without coercion, all errors at once."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, partial
from types import UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin

import cattrs
from attrs import fields, has, resolve_types
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from kz_civil_positions import calendar, model, operations
from kz_civil_positions.codes import Address, Code
from kz_civil_positions.errors import RegisterError
from kz_civil_positions.model import Span

__all__ = ["FaultError", "converter", "faults_of", "tag_of"]

T = TypeVar("T")

# An operation is told by its ``do``, a rule of commencement by its ``kind``.
TAGS: Final = {operations.Operation: "do", calendar.CommencementRule: "kind"}

# What an operation brings is told by its only key.
PAYLOADS: Final[Mapping[str, Any]] = {
    "register": model.Content,
    "block": model.Block,
    "sector": model.Section,
    "link": model.Link,
    "level": model.Level,
    "entry": model.Entry,
    "item": model.Item,
    "abbreviation": model.Abbreviation,
    "abbreviations": tuple[model.Abbreviation, ...],
}


# What moves a terminal's cursor or is half a letter is no text; a tab or a new line may be.
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class FaultError(ValueError):
    """A value that does not fit, with the key of its message."""

    def __init__(self, key: str, /, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


def tag_of(cls: type) -> str:
    """Answers: by which word does YAML name this class?

    Example:
        >>> tag_of(operations.ReplaceWords)
        'replace-words'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()


@cache
def converter(order: str) -> cattrs.Converter:
    """Answers: what turns the plain data of this order's folder into the model, and back?

    Args:
        order: the order's id: a span of lines in its folder means its source file.
    """
    resolve_types(operations.RestatePoint, vars(operations))
    made = cattrs.Converter(forbid_extra_keys=True, omit_if_default=True)
    for plain in (str, int, bool, datetime.date):
        # By class: cattrs has coercing hooks of its own by class, which a predicate never beats.
        made.register_structure_hook(plain, _strictly(plain))
    made.register_unstructure_hook(datetime.date, lambda day: day)
    made.register_structure_hook(StrEnum, _enum)
    made.register_unstructure_hook(StrEnum, lambda member: member.value)
    made.register_structure_hook_func(_is_sequence, lambda value, t: _sequence(made, value, t))
    made.register_unstructure_hook_factory(
        _is_sequence,
        lambda t: lambda value: [made.unstructure(one, get_args(t)[0]) for one in value],
    )
    for parsed in (Code, Address):
        made.register_structure_hook(parsed, _parsed)
        made.register_unstructure_hook(parsed, str)
    made.register_structure_hook(Span, lambda value, _: _span(order, value))
    made.register_unstructure_hook(Span, lambda span: [span.first, span.last])
    made.register_structure_hook_factory(_is_model, lambda cls: _class_hook(made, cls))
    made.register_unstructure_hook_factory(
        _is_model, lambda cls: make_dict_unstructure_fn(cls, made, _cattrs_omit_if_default=True)
    )
    for union, tag in TAGS.items():
        _tagged_union(made, union, tag)
    _payload_union(made)
    return made


def _is_sequence(t: Any) -> bool:  # noqa: ANN401 - cattrs hands over any type form
    return get_origin(t) is tuple and get_args(t)[-1:] == (...,)


def _is_model(t: Any) -> bool:  # noqa: ANN401
    return isinstance(t, type) and has(t) and t not in (Span, Code, Address)


def _kind_of(value: object) -> str:
    names = {dict: "mapping", list: "list", str: "text", int: "number", bool: "yes/no"}
    names |= {datetime.date: "date", float: "fraction", type(None): "nothing"}
    return names.get(type(value), type(value).__name__)


def _strictly(plain: type[T]) -> Callable[[object, Any], T]:
    expected = _kind_of(plain() if plain is not datetime.date else datetime.date.min)

    def hook(value: object, _: Any) -> T:  # noqa: ANN401
        if type(value) is not plain:
            raise FaultError("wrong-type", expected=expected, found=_kind_of(value), value=value)
        if isinstance(value, str) and (unseen := _CONTROL.search(value)):
            raise FaultError("control-sign", sign=f"U+{ord(unseen.group()):04X}")
        return value

    return hook


def _enum(value: object, cls: type[StrEnum]) -> StrEnum:
    allowed = [member.value for member in cls]
    if value not in allowed:
        raise FaultError("unknown-value", value=value, allowed=", ".join(map(str, allowed)))
    return cls(value)


def _sequence(made: cattrs.Converter, value: object, t: Any) -> tuple[object, ...]:  # noqa: ANN401
    if not isinstance(value, list):
        raise FaultError("wrong-type", expected="list", found=_kind_of(value), value=value)
    of, done, errors = get_args(t)[0], [], []
    for index, one in enumerate(value):
        try:
            done.append(made.structure(one, of))
        except Exception as error:  # noqa: BLE001 - collected, and raised together below
            note = IterableValidationNote(f"[{index}]", index, of)
            error.__notes__ = [*getattr(error, "__notes__", ()), note]
            errors.append(error)
    if errors:
        raise IterableValidationError("", errors, t)
    return tuple(done)


def _parsed(value: object, cls: type[Code] | type[Address]) -> Code | Address:
    if not isinstance(value, str):
        raise FaultError("wrong-type", expected="text", found=_kind_of(value), value=value)
    return cls.parse(value)


def _span(order: str, value: object) -> Span:
    match value:
        case [first, last] if type(first) is type(last) is int and 1 <= first <= last:
            return Span(order, first, last)
    raise FaultError("not-a-span", value=value)


def _class_hook(made: cattrs.Converter, cls: type[T]) -> Callable[[object, Any], T]:
    inner = make_dict_structure_fn(cls, made, _cattrs_forbid_extra_keys=True)

    def hook(value: object, t: Any) -> T:  # noqa: ANN401
        if isinstance(value, cls):  # read from a file of its own, and checked there
            return value
        if not isinstance(value, dict):
            raise FaultError("wrong-type", expected="mapping", found=_kind_of(value), value=value)
        return inner(value, t)

    return hook


def _tagged_union(made: cattrs.Converter, union: Any, tag: str) -> None:  # noqa: ANN401
    classes = {tag_of(cls): cls for cls in get_args(union)}

    def structure(value: object, t: Any) -> object:  # noqa: ANN401
        if value is None and type(None) in get_args(t):
            return None
        if not isinstance(value, dict):
            raise FaultError("wrong-type", expected="mapping", found=_kind_of(value), value=value)
        name = value.get(tag)
        if not isinstance(name, str) or name not in classes:
            raise FaultError("unknown-value", value=name, allowed=", ".join(classes))
        rest = {key: one for key, one in value.items() if key != tag}
        return made.structure(rest, classes[name])

    def unstructure(value: object) -> dict[str, object] | None:
        if value is None:
            return None
        return {tag: tag_of(type(value)), **made.unstructure(value, type(value))}

    made.register_structure_hook_func(partial(_same_union, union), structure)
    made.register_unstructure_hook_func(partial(_same_union, union), unstructure)


def _payload_union(made: cattrs.Converter) -> None:
    unions = (operations.Payload, operations.Element)

    def structure(value: object, _: Any) -> object:  # noqa: ANN401
        if not isinstance(value, dict) or len(value) != 1 or next(iter(value)) not in PAYLOADS:
            found = ", ".join(map(str, value)) if isinstance(value, dict) else _kind_of(value)
            raise FaultError("unknown-value", value=found, allowed=", ".join(PAYLOADS))
        ((key, inner),) = value.items()
        return made.structure(inner, PAYLOADS[key])

    def unstructure(value: object) -> dict[str, object]:
        if isinstance(value, tuple):
            return {"abbreviations": [made.unstructure(one) for one in value]}
        key = next(key for key, cls in PAYLOADS.items() if cls is type(value))
        return {key: made.unstructure(value)}

    for union in unions:
        made.register_structure_hook_func(partial(_same_union, union), structure)
        made.register_unstructure_hook_func(partial(_same_union, union), unstructure)


def _same_union(union: Any, t: Any) -> bool:  # noqa: ANN401
    """Whether a field's type is that union, or that union or nothing."""
    found = set(get_args(t)) - {type(None)}
    return get_origin(t) in (Union, UnionType) and found == set(get_args(union))


Steps = tuple[str | int, ...]


def faults_of(error: Exception, at: Steps = ()) -> Iterator[tuple[Steps, str, dict[str, object]]]:
    """Answers: what is wrong with the data, and at which paths?

    Args:
        error: what cattrs raised.
        at: the path of the data it was given.

    Yields:
        For each fault, its path, the key of its message, and the facts for it.
    """
    match error:
        case BaseValidationError():
            for one in error.exceptions:
                yield from faults_of(one, at + _step(one))
        case ForbiddenExtraKeysError():
            known = [field.name for field in fields(error.cl)]
            for name in sorted(error.extra_fields, key=str):
                near = get_close_matches(str(name), known, 1)
                yield (*at, str(name)), "unknown-key", {"name": name, "near": _either(near, known)}
        case KeyError():
            yield at[:-1], "missing-key", {"name": at[-1] if at else error.args[0]}
        case FaultError():
            yield at, error.key, error.facts
        case RegisterError():
            yield at, error.key, error.facts
        case _:
            yield at, "unfit", {"reason": str(error)}


def _either(near: list[str], known: list[str]) -> str:
    return ", ".join(near or known)


def _step(error: BaseException) -> Steps:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()
