"""Which kind of document is this? Told by what it holds, never by its name."""

import re
from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from typing import Final

from attrs import frozen

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.orders import TextForm
from kz_civil_positions.sources.readers.encoding import decode
from kz_civil_positions.sources.readers.limits import MAX_BYTES, MAX_LINES, MAX_TEXT
from kz_civil_positions.sources.transcript import Transcript
from kz_civil_positions.sources.vocabulary import is_columns, is_link, level_of

__all__ = ["Document", "DocumentKind", "read_document"]


class DocumentKind(StrEnum):
    """What a document is."""

    HTML = "html"
    MARKDOWN = "markdown"
    DOCX = "docx"
    PDF = "pdf"
    TEXT = "text"
    LAYOUT = "layout"


@frozen
class Document:
    """A document that was read.

    Attributes:
        kind: what it is.
        transcript: its words.
    """

    kind: DocumentKind
    transcript: Transcript


# How far into a document we look for what gives its kind away.
_GLIMPSE: Final = 64 * 1024
_PDF: Final = re.compile(rb"\A(?:.{0,1000}[\r\n])?\s{0,20}%PDF-\d", re.DOTALL)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_DOCX: Final = b"word/document"
# A document under a password is an OLE file that holds a part of this name.
_UNDER_PASSWORD: Final = "EncryptedPackage".encode("utf-16-le")

# What we do not read, by its first bytes or by the name of a part: how to name it.
_FOREIGN_PARTS: Final = (
    (b"xl/workbook", "XLSX"),
    (b"ppt/presentation", "PPTX"),
    (b"application/vnd.oasis.opendocument", "ODF"),
    (b"application/epub+zip", "EPUB"),
)
_FOREIGN: Final = (
    (b"{\\rtf", "RTF"),
    (b"%!PS", "PostScript"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
    (b"RIFF", "WEBP"),
    (b"AT&TFORM", "DjVu"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7Z"),
    (b"\x1f\x8b", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ", "XZ"),
)
# Of these only bytes that no text has prove it: a text may begin with "BM".
_MAY_BE_TEXT: Final = frozenset({"BMP", "WEBP", "BZIP2"})
_JSON: Final = re.compile(r'\s*[\[{]\s*(?:["\[{]|[\]}]\s*\Z)')
_XML: Final = re.compile(r"\s*<\?xml\b")
_MHTML: Final = re.compile(
    r"\s*(?:MIME-Version:|From: <Saved by|Content-Type: multipart/)", re.IGNORECASE
)

_COMMENTS: Final = r"(?:\s|<!--(?:[^-]|-(?!->))*-->|<\?xml[^>]*>)*"
_PAGE: Final = re.compile(
    rf"\A{_COMMENTS}<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE
)
_FRAGMENT: Final = re.compile(
    rf"\A{_COMMENTS}<(?:article|main|section|div|table|tbody|p|h[1-6]|span|center|ul|ol|pre)\b",
    re.IGNORECASE,
)
_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_HTML_TABLE: Final = re.compile(r"<table[\s>]", re.IGNORECASE)
_HEADING: Final = re.compile(r"^#{1,6} \S", re.MULTILINE)
_PIPE_TABLE: Final = re.compile(r"^\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:? *)?$", re.MULTILINE)
_MARKED: Final = re.compile(r"\*\*\S[^*\n]*\*\*|\[[^\[\]\n]+\]\([^()\[\]\n]+\)|\\[\\*_`<\[\]|#]")


def read_document(data: bytes, name: str) -> Document:
    r"""Answers: what kind of document is this, and how does it read as a plain text?

    Args:
        data: the file's bytes.
        name: its name, for messages only.

    Returns:
        Its kind, and its transcript.

    Raises:
        BadInputError: it is of no kind that we read, too large, empty, or damaged; the place
            begins with the name.

    Example:
        >>> text = "Буын\tДеңгей\tЛауазымдар атауы\nD\t\tХатшы.\n"
        >>> document = read_document(text.encode(), "register.txt")
        >>> document.kind
        <DocumentKind.TEXT: 'text'>
        >>> document.transcript.places
        ('line 1', 'line 1', 'line 2')
    """
    try:
        return _read(data)
    except BadInputError as error:
        where = f"{name}: {error.where}" if error.where else name
        raise BadInputError(error.key, where=where, **error.facts) from error


def _read(data: bytes) -> Document:
    kind, read = _recognise(data)
    transcript = read(data)
    if not transcript.text.strip():
        raise BadInputError("documents.no-words")
    return Document(kind, transcript)


_Reader = Callable[[bytes], Transcript]


def _recognise(data: bytes) -> tuple[DocumentKind, _Reader]:
    if len(data) > MAX_BYTES:
        raise BadInputError("documents.too-large", size=len(data), most=MAX_BYTES)
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise BadInputError("documents.empty")
    if _PDF.match(data):
        return DocumentKind.PDF, _reader("pdf")
    if data.startswith(_ZIP) and _DOCX in data:
        return DocumentKind.DOCX, _reader("docx")
    _refuse_packed(data)
    return _kind_of_text(data)


def _refuse_packed(data: bytes) -> None:
    """Kinds that are no text, named as well as their first bytes tell."""
    if data.startswith(_OLE):
        key = "under-password" if _UNDER_PASSWORD in data else "old-word"
        raise BadInputError(f"documents.{key}")
    if data.startswith(_ZIP):
        kinds = (kind for part, kind in _FOREIGN_PARTS if part in data)
        raise BadInputError("documents.foreign", kind=next(kinds, "ZIP"))
    for mark, kind in _FOREIGN:
        if data.startswith(mark) and (kind not in _MAY_BE_TEXT or b"\0" in data[:_GLIMPSE]):
            raise BadInputError("documents.foreign", kind=kind)
    if data[257:262] == b"ustar":
        raise BadInputError("documents.foreign", kind="TAR")


def _kind_of_text(data: bytes) -> tuple[DocumentKind, _Reader]:
    glimpse = _glimpse(data)
    if _PAGE.match(glimpse):
        return DocumentKind.HTML, _reader("html")
    for pattern, kind in ((_JSON, "JSON"), (_XML, "XML"), (_MHTML, "MHTML")):
        if pattern.match(glimpse):
            raise BadInputError("documents.foreign", kind=kind)
    if _FRAGMENT.match(glimpse) and not _HEADING.search(glimpse):
        return DocumentKind.HTML, _reader("html")
    text = decode(data)
    if len(text) > MAX_TEXT:
        raise BadInputError("documents.too-long", count=len(text), most=MAX_TEXT)
    if text.count("\n") > MAX_LINES:
        raise BadInputError("documents.too-many-lines", most=MAX_LINES)
    if _is_markdown(text):
        return DocumentKind.MARKDOWN, _reader("markdown")
    if _is_layout(text):
        return DocumentKind.LAYOUT, _as_it_is
    return DocumentKind.TEXT, _reader("plain")


def _glimpse(data: bytes) -> str:
    """The beginning, as far as marks of ASCII letters can be seen in it."""
    head = data[:_GLIMPSE]
    utf_16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return head.decode("utf-16" if utf_16 else "utf-8", "replace").lstrip("\ufeff")


def _is_markdown(text: str) -> bool:
    """A register in Markdown has front matter, tags in its text, or a table of bars and marks."""
    if _FRONT_MATTER.match(text) or _FRAGMENT.match(text) or _HTML_TABLE.search(text):
        return True
    marked = _HEADING.search(text) or _MARKED.search(text)
    return bool(_PIPE_TABLE.search(text) and marked)


def _is_layout(text: str) -> bool:
    """The headings of the columns in one line, and below it labels in lines of their own."""
    lines = iter(text.split("\n"))
    headed = any("\t" not in line and is_columns(line) for line in lines)
    return headed and any(is_link(line) or level_of(line) for line in lines)


def _as_it_is(data: bytes) -> Transcript:
    """The text unchanged but for the end of its last line."""
    lines = decode(data).removesuffix("\n").split("\n")
    places = tuple(f"line {number}" for number in range(1, len(lines) + 1))
    return Transcript("".join(f"{line}\n" for line in lines), places, TextForm.LAYOUT)


def _reader(room: str) -> _Reader:
    """What reads this kind; it is brought when it is asked for, some are slow to import."""
    package = __name__.rpartition(".")[0]
    try:
        module = import_module(f"{package}.{room}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith(f"{package}."):
            raise
        raise BadInputError("documents.needs-import") from None
    read: _Reader = getattr(module, f"read_{room}")
    return read
