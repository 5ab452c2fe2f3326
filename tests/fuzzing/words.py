"""Fuzz what reads words: codes, days, queries, commands, tables, orders, a corpus.

``python tests/fuzzing/words.py table --count 20000 --seed 1`` reports how the inputs ended
and what was found; its exit code is 1 if anything was. ``--only 17`` makes input 17 again,
and ``--save FILE`` keeps it.
"""

import datetime
import random
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parent.parent))

import pytest
from click.testing import CliRunner

import kz_civil_positions as kz
import test_clean
import test_corpus
import test_instructions
import test_order_text
from fuzzing.data import folder, target, temporary_folder
from fuzzing.harness import Target
from fuzzing.mutations import damage
from fuzzing.readers import HALF, main
from fuzzing.shapes import BITS, damaged
from kz_civil_positions.cli import main as command
from kz_civil_positions.cli import options
from kz_civil_positions.cli.options import parse_day
from kz_civil_positions.errors import RegisterError
from kz_civil_positions.importing.corpus_git import Snapshot, act_history
from kz_civil_positions.importing.corpus_meta import meta_of
from kz_civil_positions.lookup.matching import match_titles
from kz_civil_positions.lookup.tables import read_table, to_csv
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import Content
from kz_civil_positions.sources.notes import read_notes
from kz_civil_positions.storage.load import RegisterFile, structure
from kz_civil_positions.storage.yaml import read_yaml

__all__ = ["TARGETS"]

SEEDS: Final = ("A3-2-1", "health/B2-1", "entry:professor", "2019-920", "2015@2016-06-01")
QUERIES: Final = ("бас бухгалтер", "емхана меңгерушісі", "начальник", "chief accountant", "C2")


@cache
def register() -> kz.Register:
    """The register that comes with the library."""
    return kz.load()


def words(chance: random.Random) -> str:
    """Words as somebody may type them."""
    return damaged(chance.choice((*SEEDS, *QUERIES, "2021-01-01")), chance)


def make_words(chance: random.Random) -> bytes:
    """The same, as bytes."""
    return words(chance).encode("utf-8", "surrogatepass")


def read_words(data: bytes) -> None:
    """Codes, addresses, days, names and queries: each reader answers or refuses."""
    text, known = data.decode("utf-8", "surrogatepass"), register()
    edition = known.editions[-1]
    readers: tuple[Callable[[str], object], ...] = (
        *(kz.Code.parse, kz.Address.parse, parse_day, known.order, known.edition),
        *(known.history, edition.__getitem__, known.finder(edition).find),
        lambda one: known.with_publication(one, datetime.date(2020, 1, 1), source="x"),
    )
    for read in readers:
        said_or_done(partial(read, text))


def said_or_done(do: Callable[[], object]) -> None:
    """It is done, or refused in words of every language."""
    try:
        do()
    except RegisterError as error:
        said = [error.text(language) for language in LANGUAGES]
        if not all(said):
            raise AssertionError(said) from error


# ------------------------------------------------------------------------- command line

COMMANDS: Final = (
    *("orders", "show", "status", "history", "find", "institutions", "institution", "explain"),
    *("match", "diff", "report table", "report edition", "report chronology", "export", "schema"),
)
OPTIONS: Final = (
    *("--edition", "--as-of", "--published", "--lang", "--json", "--limit", "--block", "--sector"),
    *("--known-at", "--format", "--institution", "--threshold", "--column", "--all", "--help"),
)
ARGUMENTS: Final = (
    *(*SEEDS, *QUERIES, "2021-01-01", "2019", "2015", "kk", "ru", "csv", "json", "akn", "html"),
    *("2019-920=2019-11-06", "professor", "5", "-1", "0", "nan", "x", "", "order", "/no/such.csv"),
)


def make_command(chance: random.Random) -> bytes:
    """A command line, its words parted by a sign that none of them holds."""
    given = chance.choice(COMMANDS).split()
    for _ in range(chance.randint(0, 5)):
        word = chance.choice((*OPTIONS, *ARGUMENTS, *ARGUMENTS))
        given.append(damaged(word, chance) if chance.random() < HALF / 2 else word)
    return "\x1f".join(given).replace("\0", "").encode("utf-8", "surrogatepass")


def read_command(data: bytes) -> None:
    """Run it: an answer, or one clear message and an exit code."""
    known, given = register(), data.decode("utf-8", "surrogatepass").split("\x1f")
    with pytest.MonkeyPatch.context() as patch:  # reading it again would show nothing
        patch.setattr(options, "load", lambda _: known)
        done = CliRunner().invoke(command, given)
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    assert done.exit_code in {0, 1, 2, 3}, done.exit_code
    assert "Traceback" not in done.output


# ------------------------------------------------------------------------------ tables

TABLE: Final = '№;лауазым;ескерту\r\n1;бас бухгалтер;\r\n2;"начальник; отдела";x\r\n3;дәрігер\r\n'
CELLS: Final = tuple(
    one.encode()
    for one in (*(";", ",", "\t", '"', '""', "\r\n", "\n", "\r", "=1+1", "лауазым"), *BITS)
    if one.isprintable() or one.isspace()
)


def make_table(chance: random.Random) -> bytes:
    """A table of job titles, damaged, in one encoding or another."""
    text = TABLE.replace(";", chance.choice(";,\t"))
    coding = chance.choice(("utf-8", "utf-8-sig", "cp1251", "utf-16"))
    return damage(chance, text.encode(coding, "replace"), CELLS)


def read_titles(data: bytes) -> None:
    """Read it, match its titles, and write it again: no row is lost."""
    file = folder().parent / "titles.csv"
    file.write_bytes(data)
    table = read_table(file, "лауазым")
    known = register()
    titles = [table.title(row) for row in table.rows]
    found = list(match_titles(known.finder(known.editions[-1]), titles, 80))
    assert len(found) == len(titles)
    assert to_csv(table.columns, [row.cells for row in table.rows], table.delimiter)


# ------------------------------------------------------------------------------- orders


def make_transcript(chance: random.Random) -> bytes:
    """A transcript, damaged or without sense."""
    seeds, soup = known_transcripts(), chance.random() < HALF / 2
    text = test_clean.soup(chance) if soup else test_clean.mutated(chance.choice(seeds), chance)
    return text.encode("utf-8", "surrogatepass")


@cache
def known_transcripts() -> list[str]:
    """Transcripts of made-up registers."""
    return test_clean.seeds()


def read_transcript(data: bytes) -> None:
    """Derive a register: a draft that uses every letter, or a refusal with its line."""
    end = test_clean.outcome(
        data.decode("utf-8", "surrogatepass"),
        random.Random(data),  # noqa: S311
    )
    assert end in {"read", "refused"}, end


@cache
def known_orders() -> list[list[str]]:
    """The paragraphs of made-up orders and of publishers' notes."""
    notes = test_order_text.fixture(test_order_text.DATA / "notes.yaml")["notes"]
    orders = [test_order_text.whole(path.stem) for path in test_order_text.ORDERS]
    return [*orders, [one["text"] for one in notes]]


def make_order(chance: random.Random) -> bytes:
    """The words of an order, damaged."""
    return lines(test_order_text.mutated(chance.choice(known_orders()), chance))


def lines(texts: Sequence[str]) -> bytes:
    """Paragraphs, one a line."""
    return "\n".join(texts).encode("utf-8", "surrogatepass")


def texts_of(data: bytes) -> list[str]:
    """The paragraphs again."""
    return data.decode("utf-8", "surrogatepass").split("\n")


def read_order(data: bytes) -> None:
    """Frame, facts and notes of the order."""
    assert test_order_text.outcome(texts_of(data)) in {"read", "refused"}


def make_notes(chance: random.Random) -> bytes:
    """A publisher's notes, damaged."""
    return lines(test_order_text.mutated(known_orders()[-1], chance))


def read_noted(data: bytes) -> None:
    """The notes alone."""
    read_notes(test_order_text.paragraphs(texts_of(data)))


@cache
def instructed() -> list[tuple[str, list[str]]]:
    """Made-up amending orders."""
    return test_instructions.seeds()


@cache
def bases() -> dict[str, Content]:
    """A made-up register in either language, to be amended."""
    specimen = kz.load(Path(__file__).parent.parent.parent / "examples" / "specimen")
    file = test_instructions.DATA / "register.rus.yaml"
    russian = structure(read_yaml(file), RegisterFile, "2031-7", file)
    return {
        "kaz": specimen.edition("2020-101").text,
        "rus": Content(russian.blocks, russian.abbreviations),
    }


def make_instructions(chance: random.Random) -> bytes:
    """An amending order, damaged; its first line says in which language it is."""
    language, texts = chance.choice(instructed())
    return lines([language, *test_instructions.mutated(texts, chance)])


def read_instructions(data: bytes) -> None:
    """Operations, or what is not expressible: the tally balances."""
    language, *texts = texts_of(data)
    test_instructions.survives(language, texts, bases()[language])


# ------------------------------------------------------------------------------- corpus


def make_meta(chance: random.Random) -> bytes:
    """What a corpus says of an act, damaged."""
    front = f"---\n{test_corpus.META}---\n{test_corpus.KAZ[:200]}"
    text = chance.choice((test_corpus.META, front, test_corpus.caused(test_corpus.SEVENTH)))
    return damaged(text, chance).encode("utf-8", "surrogatepass")


def read_meta(data: bytes) -> None:
    """In each of its places: beside the text, before the text, in the commit's message."""
    message = data.decode("utf-8", "replace")
    day, code = test_corpus.FIRST, test_corpus.CODE
    text = test_corpus.KAZ.encode()
    for files in ({"kaz.md": text, "meta.yaml": data}, {"kaz.md": data}, {"kaz.md": text}):
        snapshot = Snapshot("0" * 10, day, message, "folder", files)
        said_or_done(partial(meta_of, snapshot, code, "kaz"))


@cache
def clone() -> Path:
    """A sound clone with a few editions of a made-up act."""
    made = test_corpus.grown(test_corpus.Clone(temporary_folder() / "c"))
    while test_corpus.OPEN:
        test_corpus.OPEN.pop().close()
    return made.path


def make_git(chance: random.Random) -> bytes:
    """The name of a file of the clone, and what is to stand in it."""
    files = sorted(path for path in (clone() / ".git").rglob("*") if path.is_file())
    file = chance.choice(files)
    bits = (
        b"ref: ",
        b"refs/heads/master",
        b"0" * 40,
        b"\0",
        b"tree ",
        b"blob 9\0",
        b"x\x9c",
        b"../",
    )
    name = file.relative_to(clone()).as_posix()
    return name.encode() + b"\n" + damage(chance, file.read_bytes(), bits)


def read_git(data: bytes) -> object:
    """The act's history out of the damaged clone."""
    name, _, content = data.partition(b"\n")
    place = temporary_folder()
    try:
        copy = Path(shutil.copytree(clone(), place / "c"))
        file = copy / name.decode()
        file.chmod(0o644)
        file.write_bytes(content)
        return act_history(copy, test_corpus.CODE)
    finally:
        shutil.rmtree(place, ignore_errors=True)


PAIRS: Final[Mapping[str, tuple[Callable[[bytes], Any], Callable[[random.Random], bytes]]]] = {
    "words": (read_words, make_words),
    "command": (read_command, make_command),
    "table": (read_titles, make_table),
    "transcript": (read_transcript, make_transcript),
    "order-words": (read_order, make_order),
    "notes": (read_noted, make_notes),
    "instructions": (read_instructions, make_instructions),
    "meta": (read_meta, make_meta),
    "git": (read_git, make_git),
}
TARGETS: Final[Mapping[str, Target]] = {
    name: target(name, read, make) for name, (read, make) in PAIRS.items()
}

if __name__ == "__main__":
    sys.exit(main(TARGETS))
