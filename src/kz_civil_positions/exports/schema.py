"""JSON Schema of the data files and of the JSON exports, made from the model's own classes.

The schemas say what the strict converter checks as it reads: keys, types, enumerations,
tags, the form of codes, addresses and spans. What only the whole of the data shows, such as
whether an order that is named is there, no schema can say; the loader does.
"""

import datetime
import inspect
import json
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin

import attrs

from kz_civil_positions import annotations, model, operations, orders
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.exports.forms import EditionForm
from kz_civil_positions.exports.whole import RegisterForm
from kz_civil_positions.sources.repairs import Repairs
from kz_civil_positions.storage.convert import PAYLOADS, TAGS, tag_of
from kz_civil_positions.storage.load import RegisterFile

__all__ = ["FOLDER", "SCHEMAS", "schema", "shipped", "text_of"]

Json = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

# Where the files of the schemas stand.
FOLDER: Final = Path(__file__).parent.parent / "schemas"

# What each schema is of. The first are of YAML files, one a file; the others of JSON.
SCHEMAS: Final[Mapping[str, Any]] = {
    "order": orders.Order,
    "register": RegisterFile,
    "repairs": Repairs,
    "annotations": annotations.Annotations,
    "edition": orders.PublishedEdition,
    "parallel": orders.ParallelText,
    "operations": tuple[operations.Operation, ...],
    "exported-edition": EditionForm,
    "exported-register": RegisterForm,
}
_TITLES: Final[Mapping[str, str]] = {
    "order": "order.yaml",
    "register": "register.yaml",
    "repairs": "repairs.yaml",
    "annotations": "annotations.yaml",
    "edition": "edition.yaml",
    "parallel": "parallel.yaml",
    "operations": "The operations of an order",
    "exported-edition": "An edition, exported as JSON",
    "exported-register": "A whole register, exported as JSON",
}
_IN_JSON: Final = frozenset({"exported-edition", "exported-register"})

_SLUG: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"
_SECTOR: Final = "[a-z]+(?:-[a-z]+)*"
_PLACE: Final = f"(?:{_SECTOR}/)?[ABCD](?:[1-9][0-9]?(?:-[1-9][0-9]?){{0,3}})?"
_NAMES: Final[Mapping[Kind, str]] = {
    Kind.REGISTER: "",
    Kind.ABBREVIATIONS: "",
    Kind.BLOCK: f":{_PLACE}",
    Kind.LINK: f":{_PLACE}",
    Kind.LEVEL: f":{_PLACE}",
    Kind.SECTOR: f":[ABCD](?:/{_SECTOR})?",
    Kind.ENTRY: f":{_SLUG}",
    Kind.ITEM: rf":{_SLUG}(?:\.{_SLUG})?",
    Kind.ABBREVIATION: r":\S+",
    Kind.ORDER: r":\S+",
}
_FILE: Final[Json] = {
    "type": "object",
    "description": "A file of the same folder, which holds the content.",
    "properties": {"file": {"type": "string"}},
    "required": ["file"],
    "additionalProperties": False,
}
_OF_UNIONS: Final[Mapping[str, str]] = {
    "do": "What an order does; do says which operation it is.",
    "kind": "When an act is put into effect; kind says by which rule.",
}
# Left out of the files, since it stands in a file of its own.
_NOT_IN_FILES: Final = {(orders.Order, "annotations")}


def schema(name: str) -> Json:
    """Answers: what is the JSON Schema of this file or export?

    Args:
        name: one of `SCHEMAS`.

    Returns:
        A schema of the dialect 2020-12.

    Raises:
        BadInputError: when there is no such schema.

    Example:
        >>> schema("register")["required"]
        ['order', 'language', 'blocks']
    """
    if name not in SCHEMAS:
        known = ", ".join(SCHEMAS)
        raise BadInputError("exports.no-schema", name=name[:40], known=known)
    attrs.resolve_types(operations.RestatePoint, vars(operations))
    maker = _Maker(in_json=name in _IN_JSON)
    root = SCHEMAS[name]
    found = maker.model(root) if isinstance(root, type) and attrs.has(root) else maker.of(root)
    return {
        "$schema": DIALECT,
        "$id": f"urn:kz-civil-positions:schema:{name}",
        **found,
        "title": _TITLES[name],
        "$defs": dict(sorted(maker.definitions.items())),
    }


class _Maker:
    """Makes the schema of a type; classes become definitions, each once."""

    def __init__(self, *, in_json: bool) -> None:
        self.in_json = in_json
        self.definitions: dict[str, Json] = {}

    def of(self, t: Any) -> Json:  # noqa: ANN401 - any form of a type
        """The schema of a field's type."""
        if get_origin(t) in (Union, UnionType):
            return self._union(t)
        if get_origin(t) is tuple:
            return {"type": "array", "items": self.of(get_args(t)[0])}
        return self._plain(t) if t in _PLAIN else self._reference(t)

    def _plain(self, t: Any) -> Json:  # noqa: ANN401
        if t is model.Span and self.in_json:
            return {"$ref": self._defined("span", {"anyOf": [_PLAIN[t], _FOREIGN_SPAN]})}
        return dict(_PLAIN[t])

    def _reference(self, cls: type) -> Json:
        name = tag_of(cls)
        if name not in self.definitions:
            self.definitions[name] = {}  # so that what holds itself ends
            self.definitions[name] = self._defining(cls)
        return {"$ref": f"#/$defs/{name}"}

    def _defining(self, cls: type) -> Json:
        if issubclass(cls, StrEnum):
            return {"description": _about(cls), "enum": [member.value for member in cls]}
        if cls is Code:
            about = "The place of a block, link or level: A3-2-1."
            return {"description": about, "type": "string", "pattern": f"^{_PLACE}$"}
        if cls is Address:
            names = "|".join(f"{kind}{name}" for kind, name in _NAMES.items())
            about = "A kind and a name: level:A2-1, entry:some-id."
            return {"description": about, "type": "string", "pattern": f"^(?:{names})$"}
        return self.model(cls)

    def _defined(self, name: str, definition: Json) -> str:
        self.definitions[name] = definition
        return f"#/$defs/{name}"

    # ── classes ──────────────────────────────────────────────────────────────────────

    def model(self, cls: type, tag: str | None = None) -> Json:
        """The schema of a class of the model: its fields and no other."""
        told = _field_docs(cls)
        properties: dict[str, Json] = {}
        required = []
        if tag:
            properties[tag] = {"const": tag_of(cls)}
            required.append(tag)
        for field in attrs.fields(cls):
            if not self.in_json and (cls, field.name) in _NOT_IN_FILES:
                continue
            about = {"description": told[field.name]} if field.name in told else {}
            properties[field.name] = {**self._field(cls, field), **about, **_default(field)}
            if field.default is attrs.NOTHING:
                required.append(field.name)
        found: Json = {"description": _about(cls), "type": "object", "properties": properties}
        if required:
            found["required"] = required
        return {**found, "additionalProperties": False}

    def _field(self, cls: type, field: "attrs.Attribute[Any]") -> Json:
        found = {**self.of(field.type), **_bounds(field.validator)}
        beside = (operations.Restate, "content"), (orders.PublishedEdition, "content")
        if not self.in_json and (cls, field.name) in beside:
            return {"anyOf": [found, _FILE]}
        return found

    # ── unions ───────────────────────────────────────────────────────────────────────

    def _union(self, t: Any) -> Json:  # noqa: ANN401
        members = set(get_args(t))
        bare = members - {type(None)}
        found = self._of_members(bare)
        if bare == members:
            return found
        return {"anyOf": [found, {"type": "null"}]}

    def _of_members(self, members: set[Any]) -> Json:
        for union, tag in TAGS.items():
            if members == set(get_args(union)):
                name = "operation" if tag == "do" else "rule"
                return {"$ref": self._tagged(name, union, tag)}
        if members in (set(get_args(operations.Payload)), set(get_args(operations.Element))):
            return {"$ref": self._payload()}
        (only,) = members
        return self.of(only)

    def _tagged(self, name: str, union: Any, tag: str) -> str:  # noqa: ANN401
        if name not in self.definitions:
            self.definitions[name] = {}
            classes = get_args(union)
            for cls in classes:
                self._defined(tag_of(cls), self.model(cls, tag))
            choices = [{"$ref": f"#/$defs/{tag_of(cls)}"} for cls in classes]
            self.definitions[name] = {
                "description": _OF_UNIONS[tag],
                "type": "object",
                "required": [tag],
                "properties": {tag: {"enum": [tag_of(cls) for cls in classes]}},
                "oneOf": choices,
            }
        return f"#/$defs/{name}"

    def _payload(self) -> str:
        if "payload" not in self.definitions:
            self.definitions["payload"] = {}
            self.definitions["payload"] = {
                "description": "What an operation brings, under one key that says what it is.",
                "type": "object",
                "properties": {key: self.of(cls) for key, cls in PAYLOADS.items()},
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": False,
            }
        return "#/$defs/payload"


_SPAN: Final[Json] = {
    "type": "array",
    "description": "Lines of the order's own source file: first, last.",
    "prefixItems": [{"type": "integer", "minimum": 1}] * 2,
    "items": False,
    "minItems": 2,
}
_FOREIGN_SPAN: Final[Json] = {
    "type": "object",
    "description": "Lines of another order's source file.",
    "properties": {"order": {"type": "string"}, "lines": _SPAN},
    "required": ["order", "lines"],
    "additionalProperties": False,
}
_PLAIN: Final[Mapping[Any, Json]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    datetime.date: {
        "type": "string",
        "format": "date",
        "pattern": "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
    },
    model.Span: _SPAN,
}


def _bounds(validator: Any) -> Json:  # noqa: ANN401 - attrs keeps its validators' classes private
    """The least and the greatest value that validators of attrs allow."""
    names = {">=": "minimum", "<=": "maximum"}
    several = getattr(validator, "_validators", None) or (validator,)
    return {
        names[one.compare_op]: one.bound
        for one in several
        if getattr(one, "compare_op", None) in names
    }


def _default(field: "attrs.Attribute[Any]") -> Json:
    if isinstance(field.default, str | int | bool):
        return {"default": field.default}
    return {}


def _about(cls: type) -> str:
    """The first paragraph of a class's docstring, as one line."""
    return " ".join(_cleaned(inspect.getdoc(cls) or "").split("\n\n")[0].split())


def _field_docs(cls: type) -> dict[str, str]:
    """What docstrings say of the fields, those of the classes above it included."""
    told: dict[str, str] = {}
    for one in reversed(cls.__mro__):
        told.update(_attributes(_cleaned(inspect.cleandoc(vars(one).get("__doc__") or ""))))
    return told


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    _, found, listed = text.partition("Attributes:\n")
    if found:
        section = re.split(r"\n\n?(?=\S)", listed)[0]
        for name, about in re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", section, re.MULTILINE):
            yield name, " ".join(about.split())


def _cleaned(text: str) -> str:
    return text.replace("``", "")


def shipped(name: str) -> str:
    """Answers: what does the file of this schema hold that comes with the library?

    Raises:
        BadInputError: when there is no such schema.
    """
    if name not in SCHEMAS:
        known = ", ".join(SCHEMAS)
        raise BadInputError("exports.no-schema", name=name[:40], known=known)
    return (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")


def text_of(name: str) -> str:
    """Answers: how is this schema written in its file?"""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write the files of all schemas anew."""
    from kz_civil_positions.storage.yaml import write_text  # noqa: PLC0415

    for name in SCHEMAS:
        write_text(FOLDER / f"{name}.schema.json", text_of(name))


if __name__ == "__main__":
    main()
