"""What a verification found: checks with counts, and each failure with its place."""

from collections.abc import Iterable
from typing import Self

from attrs import frozen

from kz_civil_positions.errors import Problem
from kz_civil_positions.messages import Language, say

__all__ = ["Check", "Verdict", "problem"]


def problem(where: str, path: str, key: str, **facts: object) -> Problem:
    """Answers: how is this failure said?

    Args:
        where: file and line.
        path: the address, or the place in the file.
        key: a key of ``messages/verify.py``.
        facts: what the sentence speaks of.

    Returns:
        The failure; a fact that is nothing is shown as a dash.

    Example:
        >>> problem("order.yaml:2", "id", "id-differs", stored="2019-92", derived=None).facts
        (('stored', '2019-92'), ('derived', '–'))
    """
    shown = ((name, "–" if fact in (None, "") else fact) for name, fact in facts.items())
    return Problem(where, path, f"verify.{key}", tuple(shown))


@frozen
class Check:
    """One thing that was checked.

    Attributes:
        key: of its name: ``say(check.key, language)``.
        order: the order whose folder was checked; empty for the registers folder as a whole.
        count: how many things were checked.
        failures: what was found wrong; each says where, and ``.text(language)`` what and why.
    """

    key: str
    order: str
    count: int
    failures: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, name: str, order: str, count: int, failures: Iterable[Problem] = ()) -> Self:
        """Answers: what came of the check of this name?

        Example:
            >>> Check.of("seals", "2019-920", 3).key
            'verify.check-seals'
        """
        return cls(f"verify.check-{name}", order, count, tuple(failures))

    @property
    def ok(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.failures

    def name(self, language: Language = "en") -> str:
        """Answers: what was checked, in this language?

        Example:
            >>> Check.of("cells", "2019-920", 36).name("ru")
            'ячейки ступеней совпадают с печатным текстом'
        """
        return say(self.key, language)


@frozen
class Verdict:
    """Everything that was checked, in the order of checking.

    A check that could not be made for want of an earlier one (a file that cannot be read,
    a text that cannot be derived) is left out; the earlier one has then failed.

    Attributes:
        checks: each with its count and its failures.
    """

    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """Whether every check passed; nothing checked is nothing proved."""
        return bool(self.checks) and all(check.ok for check in self.checks)

    @property
    def failures(self) -> tuple[Problem, ...]:
        """All that was found wrong."""
        return tuple(failure for check in self.checks for failure in check.failures)
