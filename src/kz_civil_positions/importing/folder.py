"""The folder of what was brought: its files, each sealed by the one that names them."""

import hashlib
from itertools import takewhile
from pathlib import Path
from typing import Final, TypeVar

from attrs import evolve

from kz_civil_positions.importing.reading import Read
from kz_civil_positions.messages.dates import long_date
from kz_civil_positions.model import Content, Doubt
from kz_civil_positions.orders import Order, ParallelText, PublishedEdition, SourceFile
from kz_civil_positions.sources.repairs import Repairs
from kz_civil_positions.storage.folders import NewFolder
from kz_civil_positions.storage.load import (
    EDITION_FILE,
    ORDER_FILE,
    PARALLEL_FILE,
    REGISTER_FILE,
    RegisterFile,
)
from kz_civil_positions.storage.write import (
    edition_text,
    order_text,
    register_text,
    repairs_text,
)
from kz_civil_positions.storage.yaml import read_text

__all__ = [
    "EDITIONS",
    "REVIEW_FILE",
    "edition_folder",
    "facts_folder",
    "header_of",
    "kept_in",
    "order_folder",
    "parallel_folder",
]

REVIEW_FILE: Final = "review.html"
EDITIONS: Final = "editions"
_REPAIRS_FILE: Final = "repairs.yaml"
_LANGUAGES: Final = {"kaz": "Kazakh", "rus": "Russian"}

T = TypeVar("T", Order, PublishedEdition, ParallelText)


def order_folder(
    order: Order, content: Content, doubts: tuple[Doubt, ...], read: Read, kept: tuple[str, ...]
) -> tuple[Order, NewFolder]:
    """Answers: what is the folder of this order, and what is the order with its seals?

    Args:
        order: the order, without its files.
        content: the register that it brings, under its permanent ids; empty if it brings none.
        doubts: about that register.
        read: the document.
        kept: names of files and folders that stay as they are.

    Returns:
        The order as it is stored, and its folder.
    """
    files = _files(read, order.id, content, doubts, f"that order {_named(order)} brings")
    stored = _sealed(order, read, files)
    stored = stored if content.blocks else evolve(stored, doubts=doubts)
    header = f"# Order {_named(order)}: what it is, what it says of itself, what it does.\n"
    files[ORDER_FILE] = order_text(stored, header).encode()
    return stored, NewFolder(order.id, files, kept)


def edition_folder(
    edition: PublishedEdition, read: Read, kept: tuple[str, ...]
) -> tuple[PublishedEdition, NewFolder]:
    """Answers: what is the folder of this published edition, and the edition with its seals?"""
    says = f"as {edition.publisher.en} gives it for {edition.date}"
    files = _files(read, edition.base, edition.content, edition.doubts, says)
    stored = _sealed(edition, read, files)
    header = f"# The register of {edition.base} as in effect on {edition.date}: who says so.\n"
    files[EDITION_FILE] = edition_text(stored, header).encode()
    place = f"{edition.base}/{EDITIONS}/{edition.date}"
    return stored, NewFolder(place, files, kept)


def parallel_folder(
    text: ParallelText, read: Read, kept: tuple[str, ...]
) -> tuple[ParallelText, NewFolder]:
    """Answers: what is the folder of this text in another language, and the text with its seals?"""
    language = _LANGUAGES.get(text.language, text.language)
    says = f"of {text.edition}, its official text in another language"
    files = _files(read, text.order, text.content, text.doubts, says)
    stored = _sealed(text, read, files)
    header = f"# What {text.edition} says in {language}: a text of its own, never replayed.\n"
    files[PARALLEL_FILE] = edition_text(stored, header).encode()
    return stored, NewFolder(text.place, files, kept)


def facts_folder(order: Order, header: str, kept: tuple[str, ...] = ()) -> NewFolder:
    """Answers: what is the folder of an order of which only facts are written?"""
    return NewFolder(order.id, {ORDER_FILE: order_text(order, header).encode()}, kept)


def kept_in(folder: Path, order: Order | PublishedEdition | ParallelText | None) -> tuple[str, ...]:
    """Answers: what in this folder stays when the files of that order give way to new ones?

    Args:
        folder: the folder as it is; it need not be there.
        order: the order, or the edition, whose files give way; None where only the file that
            says what it is does.

    Returns:
        The names; what reviewers wrote beside the text is among them, and what was never the
        order's.
    """
    gone = {ORDER_FILE, EDITION_FILE, PARALLEL_FILE}
    if order is not None:
        files = (order.source, order.original, order.repairs, order.register)
        gone |= {REVIEW_FILE, *(one.file for one in files if one)}
    there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return tuple(name for name in there if name not in gone)


def header_of(folder: Path) -> str:
    """Answers: with which comments does the order's file begin?"""
    lines = read_text(folder / ORDER_FILE).splitlines(keepends=True)
    return "".join(takewhile(lambda line: line.startswith("#"), lines))


def _named(order: Order) -> str:
    return f"{order.number} of {long_date(order.adopted, 'en')}"


def _files(
    read: Read, order: str, content: Content, doubts: tuple[Doubt, ...], says: str
) -> dict[str, bytes]:
    source = read.repairs.source
    files = {source.file: read.text.encode(), _REPAIRS_FILE: _repairs(read.repairs)}
    if read.original:
        files[read.original.file] = read.data
    if content.blocks:
        language = _LANGUAGES.get(read.language, read.language)
        header = (
            f"# The register {says}, in {language}, as the source prints it.\n"
            f"# Derived from {source.file} and {_REPAIRS_FILE}; "
            "ids, kinds, doubts and faults are ours.\n"
        )
        register = RegisterFile(order, read.language, content.blocks, content.abbreviations, doubts)
        files[REGISTER_FILE] = register_text(register, header).encode()
    return files


def _repairs(repairs: Repairs) -> bytes:
    header = (
        f"# Every repair made to {repairs.source.file}: readings by hand, which the importer "
        "follows,\n# and repairs by rule, which it makes. Line numbers are those of the source "
        "file.\n"
    )
    return repairs_text(repairs, header).encode()


def _sealed(thing: T, read: Read, files: dict[str, bytes]) -> T:
    return evolve(
        thing,
        source=read.repairs.source,
        original=read.original,
        repairs=_seal(_REPAIRS_FILE, files),
        register=_seal(REGISTER_FILE, files),
    )


def _seal(name: str, files: dict[str, bytes]) -> SourceFile | None:
    if name not in files:
        return None
    return SourceFile(name, hashlib.sha256(files[name]).hexdigest())
