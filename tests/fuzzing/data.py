"""Fuzz what reads data files and what reads words.

``python tests/fuzzing/data.py folders --count 2000 --seed 1`` reports how the inputs ended;
its exit code is 1 if any ended in what is no error of the library. ``words`` is the other.
"""

import argparse
import datetime
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import kz_civil_positions as kz
from kz_civil_positions.cli.options import parse_day
from kz_civil_positions.errors import RegisterError
from kz_civil_positions.messages import LANGUAGES

__all__ = ["fuzz_folders", "fuzz_words"]

SPECIMEN: Final = Path(__file__).parent.parent.parent / "examples" / "specimen"
ORDERS: Final = ("2020-101", "2020-205")
BITS: Final = (
    *("&a ", "*a", "<<: ", "!!set ", "? ", "- ", ": ", "{", "}", "[", "]", "'", '"', "|\n", ">\n"),
    *("\t", "\n", "\r", "#", "%YAML 1.1\n", "---\n", "...\n", "\0", "\x1b", "\x85", "\u2028"),
    *("\ufeff", "~", "null", "yes", "010", "1:30", "0x1", "1e999", ".nan", "2019-02-30", "999999"),
    *("А", "A", "қ", "\u0301", "😀", "/", "..", "link:A1", "entry:x", "A1-1", "health/", "@", "="),
)


def fuzz_folders(seed: int, count: int) -> Counter[str]:
    """Load so many damaged folders: how they ended; any error but the library's is raised."""
    ends: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        for name in ORDERS:
            shutil.copytree(SPECIMEN / name, root / name)
        files = {file: file.read_text("utf-8") for file in sorted(root.rglob("*.yaml"))}
        for number in range(count):
            chance = random.Random(f"{seed} {number}")  # noqa: S311 - not for secrets
            file = chance.choice(list(files))
            file.write_bytes(damaged(files[file], chance).encode("utf-8", "surrogatepass"))
            ends[outcome(lambda: kz.load(root))] += 1
            file.write_text(files[file], "utf-8")
    return ends


def fuzz_words(seed: int, count: int, register: kz.Register) -> Counter[str]:
    """Give so many made-up words to each that reads words: how they ended."""
    edition = register.editions[-1]
    readers: tuple[Callable[[str], object], ...] = (
        *(kz.Code.parse, kz.Address.parse, parse_day, register.order, register.edition),
        *(register.history, edition.__getitem__, register.finder(edition).find),
        lambda text: register.with_publication(text, datetime.date(2020, 1, 1), source="x"),
    )
    ends: Counter[str] = Counter()
    seeds = (
        "A3-2-1",
        "health/B2-1",
        "entry:professor",
        "2019-920",
        "2015@2016-06-01",
        "бас бухгалтер",
    )
    for number in range(count):
        chance = random.Random(f"{seed} {number}")  # noqa: S311
        word = damaged(chance.choice(seeds), chance)
        for read in readers:
            ends[outcome(lambda read=read, word=word: read(word))] += 1  # type: ignore[misc]
    return ends


def damaged(text: str, chance: random.Random) -> str:
    """A text with some of it taken away, put twice, or something strange put in."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(text))
        end = min(len(text), at + chance.choice((0, 1, 1, 3, 30)))
        kept = chance.choice(("", "", text[at:end] * 2))
        text = text[:at] + kept + chance.choice(("", *BITS)) + text[end:]
    return text


def outcome(do: Callable[[], object]) -> str:
    """How it ended; an error must be one that can be said in all languages."""
    try:
        do()
    except RegisterError as error:
        said = {error.text(language) for language in LANGUAGES}
        return error.key if all(said) else f"{error.key} says nothing"
    return "read"


def main() -> int:
    """The program."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("what", choices=("folders", "words"))
    asked.add_argument("--count", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    if given.what == "folders":
        ends = fuzz_folders(given.seed, given.count)
    else:
        ends = fuzz_words(given.seed, given.count, kz.load())
    for key, times in ends.most_common():
        sys.stdout.write(f"{times:>8}  {key}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
