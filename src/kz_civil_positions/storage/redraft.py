"""Writing again what a source gives, after a reading by hand was added or mended."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import evolve

from kz_civil_positions.amending.tree import over
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.model import Block, Content, Entry, Item, Node
from kz_civil_positions.orders import Order
from kz_civil_positions.sources.draft import derive
from kz_civil_positions.sources.repairs import Repairs
from kz_civil_positions.sources.slugs import free_slug
from kz_civil_positions.storage.convert import converter
from kz_civil_positions.storage.folders import NewFolder, put_folders
from kz_civil_positions.storage.load import (
    ORDER_FILE,
    REGISTER_FILE,
    RegisterFile,
    load_repairs,
    structure,
)
from kz_civil_positions.storage.yaml import dump, read_text, read_yaml

__all__ = ["redraft"]

# The first lines of a YAML file, which say what it is, are kept.
_COMMENT: Final = "#"
Place = tuple[str, int, int]


def redraft(folder: Path, order: Order) -> tuple[Path, ...]:
    """Answers: which files of this order had to be written again?

    The register's text, its lines and labels come from the source and the readings by
    hand; ids, doubts and faults are kept from the stored register. Then the repairs made by
    rule are recorded and both files sealed in ``order.yaml``.

    Args:
        folder: the order's folder.
        order: the order, as loaded.

    Returns:
        The files written; none when everything was up to date.

    Raises:
        BadInputError: when the order has no source or no repairs.
        DataError: where the source fits no rule and no reading.
        OutputError: when a file cannot be written.
    """
    if order.source is None:
        raise BadInputError("no-source", where=str(folder), order=order.id)
    if order.repairs is None:
        raise BadInputError("no-repairs", where=str(folder), order=order.id)
    source = folder / order.source.file
    repairs = load_repairs(folder, order)
    draft = derive(read_text(source), repairs)
    register_file, repairs_file = folder / REGISTER_FILE, folder / order.repairs.file
    stored = structure(read_yaml(register_file), RegisterFile, order.id, register_file)
    seal = evolve(order.source, sha256=_sha256(source.read_bytes()))
    content = with_ids_of(draft.content, stored.content)
    texts = {
        register_file: _text(
            register_file,
            evolve(stored, blocks=content.blocks, abbreviations=content.abbreviations),
            order,
        ),
        repairs_file: _text(
            repairs_file, evolve(repairs, source=seal, by_rule=draft.repairs), order
        ),
    }
    seals = {order.source.sha256: seal.sha256, order.repairs.sha256: _seal(texts[repairs_file])}
    if order.register:
        seals[order.register.sha256] = _seal(texts[register_file])
    texts[folder / ORDER_FILE] = _sealed(folder / ORDER_FILE, seals)
    changed = {file: text for file, text in texts.items() if text != read_text(file)}
    if changed:
        _put(folder, changed)
    return tuple(changed)


def _put(folder: Path, changed: dict[Path, str]) -> None:
    """All files at once: a register under the seal of another is what nobody may read."""
    files = {file.name: text.encode() for file, text in changed.items()}
    kept = sorted(path.name for path in folder.iterdir() if path.name not in files)
    put_folders(folder.parent, [NewFolder(folder.name, files, tuple(kept))])


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _text(file: Path, thing: RegisterFile | Repairs, order: Order) -> str:
    lines = read_text(file).splitlines(keepends=True)
    header = "".join(line for line in lines if line.startswith(_COMMENT))
    return dump(converter(order.id).unstructure(thing), header)


def _seal(text: str) -> str:
    return _sha256(text.encode())


def _sealed(file: Path, seals: dict[str, str]) -> str:
    """The order's file with the new hashes in the place of the old, comments kept."""
    text = read_text(file)
    for old, new in seals.items():
        text = text.replace(old, new)
    return text


def with_ids_of(draft: Content, stored: Content) -> Content:
    """Answers: what is the draft, under the ids its entries and items have already?

    The same thing is found by the source line it begins at, and its number among those
    that begin there. What is new keeps the suggested id, made free if it is taken.
    """
    known = {place: node.id for place, node in _placed(stored)}
    taken = set(known.values())
    names: dict[Place, str] = {}
    for place, node in _placed(draft):
        names[place] = known.get(place) or free_slug(node.id, taken)
        taken.add(names[place])
    ids = iter(names[place] for place, _ in _placed(draft))
    return evolve(draft, blocks=tuple(_renamed(block, ids) for block in draft.blocks))


def _placed(content: Content) -> Iterator[tuple[Place, Entry | Item]]:
    seen: dict[tuple[str, int], int] = {}
    for node in content.walk():
        if isinstance(node, Entry | Item):
            at = type(node).__name__, node.lines.first if node.lines else 0
            seen[at] = seen.get(at, 0) + 1
            yield (*at, seen[at]), node


def _renamed(block: Block, ids: Iterator[str]) -> Block:
    """Top down, as ``walk`` goes: an entry's id comes before its items' ids."""

    def renamed(node: Node) -> Node:
        if isinstance(node, Entry):
            identity = next(ids)
            items = tuple(evolve(item, id=next(ids)) for item in node.items)
            return evolve(node, id=identity, items=items)
        return over(node, tuple(renamed(child) for child in node.children))

    found = renamed(block)
    assert isinstance(found, Block)  # noqa: S101 - a block stays a block
    return found
