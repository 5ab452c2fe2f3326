"""What can go wrong, said once: what, where, why, and what to do.

An error carries a message key and facts, not a sentence, so that the command line can
say it in the user's language; ``str(error)`` is the English form.
"""

from collections.abc import Iterable
from typing import Any, ClassVar

from attrs import frozen

from kz_civil_positions.messages import Language, say

__all__ = [
    "BadInputError",
    "DataError",
    "NotHeldError",
    "NotInEffectError",
    "NothingFoundError",
    "OutputError",
    "Problem",
    "RegisterError",
    "UndeterminedError",
    "UnknownAddressError",
    "UnknownOrderError",
]


def _full(key: str) -> str:
    """A key without an area is one of ``messages/errors.py``."""
    return key if "." in key else f"errors.{key}"


class RegisterError(Exception):
    """The base of all errors of this library.

    Args:
        key: a key of ``messages/errors.py``, or of another area with the area before it.
        where: file and line, order and point, or the argument that was wrong.
        facts: what the sentence speaks of.

    Example:
        >>> error = RegisterError("no-such-folder", where="registers", path="registers")
        >>> error.key, error.where
        ('no-such-folder', 'registers')
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, key: str, /, *, where: str = "", **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.where = where
        self.facts: dict[str, Any] = facts

    def text(self, language: Language = "en") -> str:
        """Answers: what is wrong, where, why and what to do, in this language?"""
        sentence = say(_full(self.key), language, **self.facts)
        return f"{self.where}: {sentence}" if self.where else sentence

    def __str__(self) -> str:
        return self.text()


class BadInputError(RegisterError):
    """An argument that cannot be understood: a code, a date, an edition, a query."""


class UnknownAddressError(RegisterError, LookupError):
    """A code or an id that the register does not have."""


class UnknownOrderError(RegisterError, LookupError):
    """An order or edition that the register does not have, or a name that fits several."""


class NotHeldError(RegisterError):
    """The edition is known, its text is not held: nobody may guess what it says."""

    exit_code = 3


class NothingFoundError(RegisterError):
    """Nothing in the register answers the query."""

    exit_code = 3


class UndeterminedError(RegisterError):
    """The sources do not settle which edition was in effect.

    Its facts carry the honest answer for the day, as ``status``.
    """

    exit_code = 3

    def text(self, language: Language = "en") -> str:
        """Answers: what can be said of that day instead, in this language?"""
        status = self.facts.get("status")
        return super().text(language) if status is None else status.answer(language)


class NotInEffectError(UndeterminedError):
    """On that day no edition is in effect, or an order never takes effect, and we know it."""


class OutputError(RegisterError):
    """A file or folder that cannot be written."""


@frozen
class Problem:
    """One thing wrong with the data, with its place.

    Attributes:
        where: file and line.
        path: the place inside the file, such as ``blocks[0].links[1].label``.
        key: a message key, as of an error.
        facts: what the sentence speaks of, as pairs.
    """

    where: str
    path: str
    key: str
    facts: tuple[tuple[str, object], ...] = ()

    def text(self, language: Language = "en") -> str:
        """Answers: what is wrong here, in this language?"""
        sentence = say(_full(self.key), language, **dict(self.facts))
        return ": ".join(part for part in (self.where, self.path, sentence) if part)


def _by_place(problem: Problem) -> tuple[str, int]:
    """By file, then by line, as a person mends them."""
    file, _, line = problem.where.rpartition(":")
    return (file, int(line)) if line.isdigit() else (problem.where, 0)


class DataError(RegisterError):
    """A data folder that cannot be trusted: every problem found in it, at once.

    Example:
        >>> error = DataError([Problem("order.yaml:3", "adopted", "not-a-date",
        ...     (("value", "2019-13-01"),))])
        >>> len(error.problems)
        1
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=_by_place))
        super().__init__("bad-data", count=len(self.problems))

    def text(self, language: Language = "en") -> str:
        """Answers: what is wrong, a line a problem, in this language?"""
        lines = (problem.text(language) for problem in self.problems)
        return "\n".join((super().text(language), *lines))
