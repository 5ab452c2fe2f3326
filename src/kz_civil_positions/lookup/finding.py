"""What a search found: ranked positions, why they matched, and what tells them apart."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cached_property

from attrs import field

from kz_civil_positions.annotations import Grade, Institution, Scope
from kz_civil_positions.model import Doubt, Edition, Entry, Item, Level, Span
from kz_civil_positions.things import frozen

__all__ = ["Finding", "Findings", "How", "Why", "questions"]

# Matches this near the best one are told apart; those further off fit less anyway.
_NEAR: float = 2.0


class How(StrEnum):
    """By what a word of the query meets a word of the register."""

    SAME = "same"
    OTHER_FORM = "other-form"
    TYPO = "typo"
    ABBREVIATION = "abbreviation"
    GLOSSARY = "glossary"
    NOTHING = "nothing"


@frozen
class Why:
    """What became of one word of the query.

    Attributes:
        asked: as typed.
        how: by what it matched.
        matched: the words of the register; None where nothing matched.
        attested: for a term of the glossary, whether the pair is attested or our own.
    """

    asked: str
    how: How
    matched: str | None = None
    attested: bool | None = None


@frozen(eq=False)
class Finding:
    """A position that fits a query, with its place and its evidence.

    Attributes:
        level: the level it stands at.
        entry: the entry that names it.
        position: in base form.
        names: all its names.
        item: the item that names it, or the institution that the query names.
        institutions: the institutions of that item.
        scope: the institutions its heading speaks of.
        grade: category and qualification.
        conditions: printed words that narrow it.
        doubts: what is inferred or unknown about its place: never left out.
        score: 0 to 100.
    """

    level: Level = field(repr=False)
    entry: Entry = field(repr=False)
    position: str
    names: tuple[str, ...]
    item: Item | None = field(repr=False)
    institutions: tuple[Institution, ...]
    scope: Scope | None
    grade: Grade | None
    conditions: tuple[str, ...]
    doubts: tuple[Doubt, ...] = field(repr=False)
    score: float
    _explain: Callable[[], tuple[Why, ...]] = field(repr=False, alias="explain")

    @cached_property
    def why(self) -> tuple[Why, ...]:
        """What became of each word of the query."""
        return self._explain()

    @property
    def text(self) -> str:
        """The printed words: of the item, or of the heading."""
        return self.entry.heading if self.item is None else self.item.text

    @property
    def lines(self) -> Span | None:
        """Where they stand in the source: the item's lines, or the entry's."""
        return self.entry.lines if self.item is None else self.item.lines

    @property
    def institution(self) -> str | None:
        """The institutions in the nominative, if the query or the filter names any."""
        return "; ".join(one.name for one in self.institutions) or None


@frozen(eq=False)
class Findings:
    """What fits a query, best first.

    Attributes:
        query: as asked.
        edition: where it was looked up.
        matches: the positions that fit.
        nearest: where none does, the nearest ones: no answer, only a help to ask again.
        total: how many fit; more than are given where a limit was set.
        cut_off: those that fit beyond the limit: what tells the best apart asks them too.
    """

    query: str
    edition: Edition
    matches: tuple[Finding, ...]
    nearest: tuple[Finding, ...] = ()
    total: int = 0
    cut_off: tuple[Finding, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.matches)

    def __len__(self) -> int:
        return len(self.matches)

    def __getitem__(self, index: int) -> Finding:
        return self.matches[index]

    @property
    def best(self) -> tuple[Finding, ...]:
        """Those that fit as well as the first, beyond a limit too."""
        fitting = (*self.matches, *self.cut_off)
        return tuple(one for one in fitting if one.score >= fitting[0].score - _NEAR)

    @property
    def apart(self) -> dict[str, tuple[str, ...]]:
        """Answers: what would tell the best matches apart?

        Returns:
            The questions worth asking, such as ``significance`` or ``sector``, each with
            the answers that the best matches give; empty where they share one level.
        """
        return questions(self.best)


def questions(best: tuple[Finding, ...]) -> dict[str, tuple[str, ...]]:
    """Answers: what would tell these apart? Nothing is asked where they share one level."""
    if len({one.level.code for one in best}) < 2:  # noqa: PLR2004
        return {}
    asked = {name: tuple(dict.fromkeys(map(ask, best))) for name, ask in _QUESTIONS.items()}
    return {name: values for name, values in asked.items() if len(values) > 1}


def _graded(finding: Finding, name: str) -> str:
    value = getattr(finding.grade, name) if finding.grade else None
    return str(value or "")


_QUESTIONS: dict[str, Callable[[Finding], str]] = {
    "block": lambda one: one.level.code.block,
    "sector": lambda one: one.level.code.sector,
    "significance": lambda one: str(one.scope.significance) if one.scope else "",
    "branch": lambda one: ("yes" if one.scope.branch else "no") if one.scope else "",
    "category": lambda one: _graded(one, "category"),
    "qualification": lambda one: _graded(one, "qualification"),
    "position": lambda one: one.position,
    "condition": lambda one: "; ".join(one.conditions),
}
