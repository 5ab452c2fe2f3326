"""What a PDF would come to, reckoned before pdfium is let at it.

pdfium runs the drawing commands of a page as they stand. A stream that unpacks a thousandfold,
a list of contents that names one stream ten thousand times, or forms that draw forms that draw
forms could keep it busy for hours; and it cannot be interrupted. So the commands are reckoned
from above, without understanding them: any form is taken to draw any other. No document that
people read comes near the bounds.
"""

import base64
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.sources.readers.limits import MAX_COMMANDS, MAX_UNPACKED

__all__ = ["refuse_bombs"]

_OBJECT: Final = re.compile(rb"(?<![\d.])(\d{1,9})\s+\d{1,5}\s+obj\b")
_STREAM: Final = re.compile(rb"stream\r?\n")
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_REFERENCE: Final = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+R\b")
_CONTENTS: Final = re.compile(rb"/Contents\s*(\[[^\]/]*\]|\d{1,9}\s+\d{1,5}\s+R\b)")
_NUMBERS: Final = re.compile(rb"\d{1,9}")
_FORM: Final = re.compile(rb"/Subtype\s*/Form\b")
_OBJECTS: Final = re.compile(rb"/Type\s*/ObjStm\b")
_FIRST: Final = re.compile(rb"/First\s+(\d{1,9})")
_DRAW: Final = re.compile(rb"(?<![A-Za-z])Do\b")
_FLATE: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")
_ASCII_85: Final = re.compile(rb"/(?:ASCII85Decode|A85)\b")
_NOT_UNPACKED: Final = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL|ASCIIHexDecode|AHx)\b")
# What commands that we do not unpack may come to: so many times their size.
_LOOSE: Final = 100
_MOST_FILTERS: Final = 3
_CHUNK: Final = 64 * 1024


@frozen
class _Held:
    """An object of the file.

    Attributes:
        text: what it says of itself; of a stream, its dictionary.
        size: of its commands, unpacked, if it is a stream.
        draws: how often these draw a form or a picture.
    """

    text: bytes
    size: int = 0
    draws: int = 0


# Damaged and amended files may have several objects of one number.
_File = dict[int, list[_Held]]


def refuse_bombs(data: bytes) -> None:
    """Answers: does this PDF come to more than any order, once it is unpacked and drawn?

    Args:
        data: the file's bytes.

    Raises:
        BadInputError: it does.
    """
    held = _objects(data)
    everything = [one for objects in held.values() for one in objects]
    form = _largest_form([one for one in everything if _FORM.search(one.text)])
    for one in everything:
        for found in _CONTENTS.finditer(one.text):
            streams = (stream for number in _named(found[1], held) for stream in held[number])
            if sum(stream.size + stream.draws * form for stream in streams) > MAX_COMMANDS:
                raise BadInputError("documents.too-much-drawn")


def _largest_form(forms: Sequence[_Held]) -> int:
    """What drawing one form may come to: as if each stood within all the others."""
    size = max((form.size for form in forms), default=0)
    for form in forms:
        size = min(size * max(form.draws, 1), MAX_COMMANDS + 1)
    return size


def _named(value: bytes, held: _File) -> Iterator[int]:
    """The streams that a page's contents are: one, or a list, here or in an object of its own."""
    for found in _REFERENCE.finditer(value):
        number = int(found[1])
        lists = [one.text for one in held.get(number, ()) if one.text.lstrip().startswith(b"[")]
        inner = (int(one[1]) for listed in lists for one in _REFERENCE.finditer(listed))
        yield from (one for one in ((number,) if not lists else inner) if one in held)


# --------------------------------------------------------------------------- the objects


def _objects(data: bytes) -> _File:
    """All objects by their numbers, those that are packed together among them."""
    held: _File = {}
    unpacked = 0
    starts = list(_OBJECT.finditer(data))
    ends = [*(found.start() for found in starts[1:]), len(data)]
    for found, end in zip(starts, ends, strict=False):
        stream = _STREAM.search(data, found.end(), end)
        text = data[found.end() : stream.start() if stream else end]
        text = _ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), text)
        content = _content(data, stream.end(), end, text) if stream else b""
        unpacked += len(content)
        if unpacked > MAX_UNPACKED:
            raise BadInputError("documents.unpacks-too-large", most=MAX_UNPACKED)
        held.setdefault(int(found[1]), []).append(_reckoned(text, content))
        if _OBJECTS.search(text):
            for number, told in _packed_together(text, content):
                held.setdefault(number, []).append(_Held(told))
    return held


def _reckoned(text: bytes, content: bytes) -> _Held:
    """An object with what its commands come to; of those we cannot see, at most."""
    if _NOT_UNPACKED.search(text):
        return _Held(text, len(content) * _LOOSE, len(content) // _LOOSE)
    return _Held(text, len(content), sum(1 for _ in _DRAW.finditer(content)))


def _packed_together(text: bytes, content: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects of a stream of objects: numbers and places first, then what they say."""
    first = _FIRST.search(text)
    start = int(first[1]) if first else 0
    numbers = [int(found) for found in _NUMBERS.findall(content[:start])]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
    ends = [*(place for _, place in pairs[1:]), len(content)]
    for (number, place), end in zip(pairs, ends, strict=False):
        yield number, content[start + place : start + max(end, place)]


def _content(data: bytes, start: int, end: int, text: bytes) -> bytes:
    """What a stream holds, unpacked as often as it says."""
    packed, at = data, start
    if _ASCII_85.search(text):
        packed, at = _from_ascii_85(data[start:end]), 0
    times = min(len(_FLATE.findall(text)), _MOST_FILTERS)
    for _ in range(times):  # packed bytes may look like another object, so no end is given
        packed, at = _unpacked(packed, at), 0
    return packed if packed is not data else data[start:end]


def _from_ascii_85(held: bytes) -> bytes:
    try:
        return base64.a85decode(held[: held.find(b"~>")], ignorechars=b" \t\n\r\v\f\0")
    except ValueError:
        return held


def _unpacked(held: bytes, at: int) -> bytes:
    """What comes out of packed bytes, up to more than is allowed; nothing if they are not."""
    packer = zlib.decompressobj()
    made: list[bytes] = []
    room = MAX_UNPACKED + 1
    try:
        while not packer.eof and at < len(held) and room > 0:
            piece = held[at : at + _CHUNK]
            made.append(packer.decompress(piece, room))
            room -= len(made[-1])
            at += len(piece)
    except zlib.error:
        pass
    return b"".join(made)
