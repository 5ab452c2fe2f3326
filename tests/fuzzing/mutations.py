"""Damage: of bytes, of tags, of the parts of a packed document."""

import io
import random
import re
import zipfile
from collections.abc import Sequence
from typing import Final

__all__ = ["damage", "damage_package", "pack", "soup", "unpack"]

NUMBERS: Final = (b"0", b"-1", b"1", b"2", b"7", b"1000", b"4999", b"5001", b"65534", b"9" * 30)
MOST_REPEATED: Final = 400
RARELY: Final = 0.05
_NUMBER: Final = re.compile(rb"\d+")
_TAG: Final = re.compile(rb"</?[A-Za-z][^>]{0,200}>")


def damage(chance: random.Random, data: bytes, words: Sequence[bytes]) -> bytes:
    """Some of the ways in which a file is damaged, one to six times."""
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(WAYS)(chance, data, words)
    return _flip(chance, data, words) if chance.random() < RARELY else data


def soup(chance: random.Random, words: Sequence[bytes]) -> bytes:
    """A text made of nothing but these words, some of them again and again."""
    parts = []
    for _ in range(chance.randint(1, 60)):
        times = chance.choice((1, 1, 1, 1, 2, 3, chance.randint(1, MOST_REPEATED)))
        parts.append(chance.choice(words) * times)
    return b"".join(parts)


def _at(chance: random.Random, data: bytes) -> tuple[int, int]:
    begin = _whole(data, chance.randint(0, len(data)))
    return begin, _whole(data, min(len(data), begin + chance.choice((1, 3, 10, 80, 400))))


def _whole(data: bytes, at: int) -> int:
    """The next place at which no letter is cut in two: most damage is not of the encoding."""
    while at < len(data) and data[at] & 0xC0 == 0x80:
        at += 1
    return at


def _flip(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _bit in range(chance.randint(1, 4)):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _delete(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    begin, end = _at(chance, data)
    return data[:begin] + data[end:]


def _double(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    begin, end = _at(chance, data)
    times = chance.choice((1, 2, 30))
    return data[:end] + data[begin:end] * times + data[end:]


def _move(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    begin, end = _at(chance, data)
    rest = data[:begin] + data[end:]
    to = _whole(rest, chance.randint(0, len(rest)))
    return rest[:to] + data[begin:end] + rest[to:]


def _insert(chance: random.Random, data: bytes, words: Sequence[bytes]) -> bytes:
    at = _whole(data, chance.randint(0, len(data)))
    times = chance.choice((1, 1, 1, 2, chance.randint(1, MOST_REPEATED)))
    return data[:at] + chance.choice(words) * times + data[at:]


def _renumber(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    one = chance.choice(found)
    return data[: one.start()] + chance.choice(NUMBERS) + data[one.end() :]


def _swap_tags(chance: random.Random, data: bytes, words: Sequence[bytes]) -> bytes:
    found = list(_TAG.finditer(data))
    if not found:
        return data
    one = chance.choice(found)
    other = chance.choice([chance.choice(found)[0], chance.choice(words), b""])
    return data[: one.start()] + other + data[one.end() :]


def _truncate(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data[: _whole(data, chance.randint(0, len(data)))]


WAYS: Final = (
    *(_delete, _delete, _double, _move, _insert, _insert),
    *(_renumber, _renumber, _swap_tags, _swap_tags, _swap_tags, _truncate),
)

Parts = dict[str, bytes]


def unpack(data: bytes) -> Parts:
    """The parts of a sound packed document."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def pack(parts: Parts, *, compressed: bool = False) -> bytes:
    """The parts, packed again."""
    packed = io.BytesIO()
    way = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(packed, "w", way) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def damage_package(
    chance: random.Random, parts: Parts, words: Sequence[bytes], damaged: Sequence[str]
) -> bytes:
    """One of these parts damaged, or gone, or renamed; or the packed file itself damaged."""
    parts = dict(parts)
    name = chance.choice(damaged)
    kind = chance.random()
    if kind < 0.75:
        parts[name] = damage(chance, parts[name], words)
    elif kind < 0.8:
        del parts[name]
    elif kind < 0.85:
        parts[chance.choice(("../x", "/x", "C:\\x", "word/..", "x" * 300))] = parts.pop(name)
    data = pack(parts, compressed=chance.random() < RARELY)
    return damage(chance, data, words) if kind > 0.85 else data
