"""Inputs made by the thousand: what the reader does with each, how long it takes, how much."""

import random
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final
from unicodedata import category

from attrs import define, field, frozen

from kz_civil_positions.errors import RegisterError
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.sources.readers.recognise import read_document
from kz_civil_positions.sources.transcript import Transcript

__all__ = [
    "MOST_MEMORY",
    "Finding",
    "Tally",
    "Target",
    "fuzz",
    "peak_memory",
    "transcript_faults",
]

SLOW: Final = 2.0
MOST_MEMORY: Final = 1024
NAME: Final = "a fuzzed document"


def transcript_faults(made: Transcript) -> Iterator[str]:
    """A transcript has a place for every line, and nothing in its lines that is no text."""
    lines = made.text.split("\n")
    if lines.pop():
        yield "the last line is not ended"
    if len(lines) != len(made.places):
        yield f"{len(lines)} lines, {len(made.places)} places"
    odd = {one for one in made.text if category(one) in ("Cc", "Cs")} - {"\t", "\n"}
    if odd:
        yield f"letters that are no text: {sorted(odd)!r}"


@frozen
class Target:
    """What is fuzzed.

    Attributes:
        name: of the format.
        read: its reader.
        make: one input, from a source of chance.
        faults: what is wrong with what was read.
        document: whether every other input goes to the recogniser of documents.
    """

    name: str
    read: Callable[[bytes], Any]
    make: Callable[[random.Random], bytes]
    faults: Callable[[Any], Iterable[str]] = transcript_faults
    document: bool = True


@frozen
class Finding:
    """An input that the reader does not bear: its number tells how to make it again."""

    number: int
    what: str
    data: bytes


@define
class Tally:
    """What became of all inputs.

    Attributes:
        ends: how many were read, and how many refused, by the key of the error.
        findings: those that should have ended otherwise.
        slowest: seconds.
        slowest_input: the number of the input that took so long.
    """

    ends: Counter[str] = field(factory=Counter)
    findings: list[Finding] = field(factory=list)
    slowest: float = 0.0
    slowest_input: int = -1


def fuzz(target: Target, seed: int, numbers: Iterable[int]) -> Tally:
    """Feed the inputs of these numbers to the reader; of documents, every other is recognised."""
    tally = Tally()
    for number in numbers:
        chance = random.Random(f"{target.name} {seed} {number}")  # noqa: S311 - not for secrets
        data = target.make(chance)
        started = time.process_time()
        end, faults = _outcome(target, data, recognised=target.document and number % 2 == 1)
        took = time.process_time() - started
        tally.ends[end] += 1
        if took > tally.slowest:
            tally.slowest, tally.slowest_input = took, number
        slow = [f"slow: {took:.1f} s"] if took > SLOW else []
        tally.findings += [Finding(number, fault, data) for fault in (*faults, *slow)]
    return tally


def peak_memory() -> int:
    """The most memory that this process ever took, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)


def _outcome(target: Target, data: bytes, *, recognised: bool) -> tuple[str, list[str]]:
    try:
        made = read_document(data, NAME).transcript if recognised else target.read(data)
    except RegisterError as error:
        return error.key, list(_faults_of_error(error, recognised=recognised))
    except Exception:  # noqa: BLE001 - any other is what we look for
        return "traceback", [traceback.format_exc()]
    return "read", list(target.faults(made))


def _faults_of_error(error: RegisterError, *, recognised: bool) -> Iterator[str]:
    if recognised and not error.where.startswith(NAME):
        yield f"no place: {error.key}"
    for language in LANGUAGES:
        try:
            error.text(language)
        except KeyError as missing:
            yield f"{error.key} cannot be said: {missing}"
