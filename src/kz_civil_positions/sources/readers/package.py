"""A packed document opened with care: its parts as elements, and nothing outside of it."""

import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from typing import Final

from attrs import frozen
from lxml import etree  # type: ignore[import-untyped]

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.sources.readers.limits import MAX_DEPTH, MAX_TAGS, MAX_UNPACKED

__all__ = ["Package", "local", "open_package"]

# A part, in the list of parts that a packed file ends with.
_LISTED: Final = b"PK\x01\x02"
_MOST_PARTS: Final = 5_000
_ENCRYPTED: Final = 0x1
_TAKEN: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError),
    *(NotImplementedError, RuntimeError, OverflowError),
)
_RELATIONS: Final = "_rels/.rels"
_MAIN: Final = "word/document.xml"
# Absolute, with a drive, or leading out of the folder.
_OUTSIDE: Final = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|\Z)")


@frozen
class Package:
    """A packed document.

    Attributes:
        parts: its parts, as they are packed.
        main: the name of the document itself.
    """

    parts: zipfile.ZipFile
    main: str

    def element(self, name: str) -> etree._Element | None:
        """The root of a part, or None if there is no such part."""
        return _element(self.parts, name)

    def beside(self, name: str) -> etree._Element | None:
        """The root of a part that lies beside the document."""
        return self.element(f"{self.main.rpartition('/')[0]}/{name}".lstrip("/"))


def open_package(data: bytes) -> Package:
    """Answers: which parts does this packed document have, and which is the document?

    Args:
        data: the file.

    Returns:
        The parts; none is unpacked before it is asked for.

    Raises:
        BadInputError: it is not packed, damaged, locked, leads outside, or is past a limit.
    """
    if data.count(_LISTED) > _MOST_PARTS:
        raise BadInputError("documents.unpacks-too-large", most=MAX_UNPACKED)
    try:
        parts = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise BadInputError("documents.packed-damaged") from None
    _check(parts.infolist())
    main = _main_part(parts)
    if main not in parts.NameToInfo:
        raise BadInputError("documents.no-document", where=main[:80])
    return Package(parts, main)


def local(element: etree._Element) -> str:
    """An element's name without its namespace: two editions of the format have two."""
    return str(element.tag).rpartition("}")[2]


def _check(parts: list[zipfile.ZipInfo]) -> None:
    seen = Counter(part.filename for part in parts)
    for part in parts:
        if _OUTSIDE.match(part.filename) or seen[part.filename] > 1:
            raise BadInputError("documents.packed-path", part=part.filename[:80])
        if part.flag_bits & _ENCRYPTED:
            raise BadInputError("documents.packed-locked")
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise BadInputError("documents.unpacks-too-large", most=MAX_UNPACKED)


def _main_part(parts: zipfile.ZipFile) -> str:
    """The part that the package says is its document; never one outside of it."""
    relations = _element(parts, _RELATIONS)
    for one in () if relations is None else relations:
        if one.get("Type", "").endswith("/officeDocument") and one.get("TargetMode") != "External":
            return str(one.get("Target", "")).lstrip("/")
    return _MAIN


def _element(parts: zipfile.ZipFile, name: str) -> etree._Element | None:
    if name not in parts.NameToInfo:
        return None
    if parts.NameToInfo[name].compress_type not in _TAKEN:
        raise BadInputError("documents.packed-damaged", where=name)
    try:
        with parts.open(name) as packed:  # never more than it says it holds
            content = packed.read(parts.NameToInfo[name].file_size + 1)
    except _BROKEN:
        raise BadInputError("documents.packed-damaged", where=name) from None
    if content.count(b"<") > MAX_TAGS:
        raise BadInputError("documents.too-many-tags", where=name, most=MAX_TAGS)
    return _parsed(content, name)


def _parsed(content: bytes, name: str) -> etree._Element:
    """Entities are left as they are, and what declares any is refused."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise BadInputError("documents.part-damaged", where=name) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadInputError("documents.part-declares", where=name)
    _refuse_depth(root, name)
    return root


def _refuse_depth(root: etree._Element, where: str) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise BadInputError("documents.too-deep", where=where, most=MAX_DEPTH)
