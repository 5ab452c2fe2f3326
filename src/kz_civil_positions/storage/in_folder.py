"""What stands in the folder of an order or an edition: its files, and none from elsewhere."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.model import Abbreviation, Block, Content, Doubt, PrintedFault
from kz_civil_positions.orders import Order, ParallelText, PublishedEdition, SourceFile
from kz_civil_positions.storage.relations import dotted, id_of_two, is_file_name
from kz_civil_positions.storage.structured import structure
from kz_civil_positions.storage.yaml import LineFinder, read_yaml, shown

__all__ = [
    "ANNOTATIONS_FILE",
    "EDITION_FILE",
    "ORDER_FILE",
    "PARALLEL_FILE",
    "REGISTER_FILE",
    "RegisterFile",
    "brought_file",
    "outside",
    "own",
    "stands_in",
]

ANNOTATIONS_FILE: Final = "annotations.yaml"
ORDER_FILE: Final = "order.yaml"
EDITION_FILE: Final = "edition.yaml"
PARALLEL_FILE: Final = "parallel.yaml"
REGISTER_FILE: Final = "register.yaml"
# The files that an order or an edition names, each sealed.
_FILES: Final = ("source", "original", "repairs", "register")


@frozen
class RegisterFile:
    """What ``register.yaml`` holds: the text an order brings, and what we say beside it.

    Attributes:
        order: the order that brings it.
        language: of the text.
        blocks: the register's table.
        abbreviations: the list that closes it.
        doubts: readings that are inferred or unknown.
        faults: faults of print that are kept.
    """

    order: str
    language: str
    blocks: tuple[Block, ...]
    abbreviations: tuple[Abbreviation, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    faults: tuple[PrintedFault, ...] = ()

    @property
    def content(self) -> Content:
        """The text alone."""
        return Content(self.blocks, self.abbreviations)


def own(folder: Path, name: str) -> Path:
    """Answers: where is this file of the folder, which the data does not name?

    Raises:
        DataError: when it is a link to one that stands elsewhere.
    """
    if not stands_in(folder, name):
        raise DataError([Problem(str(folder / name), "", "link-out-of-folder")])
    return folder / name


def brought_file(folder: Path, data: Any, order: str) -> RegisterFile | None:  # noqa: ANN401
    """Answers: which register file does this data name? Its content is put in that place.

    Raises:
        DataError: when that file cannot be read, or stands elsewhere.
    """
    for holder in (data, *_mappings(data, "operations")):
        content = holder.get("content") if isinstance(holder, dict) else None
        if isinstance(content, dict) and set(content) == {"file"}:
            alone = holder is data
            # Whatever is wrong with that file, the rest can still be checked.
            holder["content"] = Content(()) if alone else {"register": Content(())}
            file = inside(folder, content["file"])
            register = structure(read_yaml(file), RegisterFile, order, file)
            if register.order != order:
                facts = (("found", register.order), ("expected", order))
                where = LineFinder(file).where(("order",))
                raise DataError([Problem(where, "order", "other-order", facts)])
            if doubled := id_of_two(register.content):
                raise DataError([Problem(str(file), "", "id-of-two", (("id", shown(doubled)),))])
            holder["content"] = register.content if alone else {"register": register.content}
            return register
    return None


def _mappings(data: Any, key: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    listed = data.get(key) if isinstance(data, Mapping) else None
    yield from (one for one in listed if isinstance(one, dict)) if isinstance(listed, list) else ()


def inside(folder: Path, name: object) -> Path:
    """A file named in the data, never one outside its folder."""
    file = folder / str(name)
    if not isinstance(name, str) or not stands_in(folder, name):
        where = str(folder / ORDER_FILE)
        raise DataError(
            [Problem(where, "content.file", "outside-folder", (("name", shown(str(name))),))]
        )
    return file


def outside(
    thing: Order | PublishedEdition | ParallelText, folder: Path, file: Path
) -> Iterator[Problem]:
    """Answers: which files does the data name that stand elsewhere? Nothing is read there."""
    named: list[tuple[tuple[str | int, ...], SourceFile | None]]
    named = [((name,), getattr(thing, name)) for name in _FILES]
    told = "facts_from" if isinstance(thing, Order) else "notes"
    named += [((told, at, "file"), one.file) for at, one in enumerate(getattr(thing, told))]
    for path, seal in named:
        if seal is not None and not stands_in(folder, seal.file):
            where = LineFinder(file).where((*path, "file"))
            place = dotted((*path, "file"))
            yield Problem(where, place, "outside-folder", (("name", shown(seal.file)),))


def stands_in(folder: Path, name: str) -> bool:
    """Answers: does a file of this name stand in the folder itself?"""
    return is_file_name(name) and (folder / name).resolve().parent == folder.resolve()
