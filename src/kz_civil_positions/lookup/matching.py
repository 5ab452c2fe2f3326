"""Many titles at once: each a match, several, or none; never a guess."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from kz_civil_positions.errors import RegisterError
from kz_civil_positions.lookup.finder import Finder, check_query
from kz_civil_positions.lookup.finding import Finding, questions
from kz_civil_positions.model import Doubt
from kz_civil_positions.things import frozen

__all__ = ["THRESHOLD", "TitleMatch", "TitleState", "match_titles"]

# Below this a title is not matched. A title that names a position of the register whole,
# with one typing error at most, scores more; one that names half of a position scores less.
THRESHOLD: Final = 80.0
_EQUAL: Final = 0.05
_MOST_ALTERNATIVES: Final = 4
_MOST_LOOKED_AT: Final = 24


class TitleState(StrEnum):
    """What became of a title."""

    MATCH = "match"
    SEVERAL = "several"
    NO_MATCH = "no-match"
    UNREADABLE = "unreadable"


@frozen(eq=False)
class TitleMatch:
    """What became of one title.

    Attributes:
        title: as given.
        state: matched at one level, at several equally well, at none, or no title at all.
        best: what fits best and equally well; more than one place where several levels,
            or several entries of one level, fit.
        alternatives: what fits less well, best first; where nothing matched, the nearest.
        problem: why the title cannot be read.
    """

    title: str
    state: TitleState
    best: tuple[Finding, ...] = ()
    alternatives: tuple[Finding, ...] = ()
    problem: RegisterError | None = None

    @property
    def score(self) -> float:
        """Of the best; of the nearest where nothing matched; 0 without any."""
        found = self.best or self.alternatives
        return found[0].score if found else 0.0

    @property
    def codes(self) -> tuple[str, ...]:
        """The levels that fit equally well: one for a match, none for no match."""
        return tuple(dict.fromkeys(str(one.level.code) for one in self.best))

    @property
    def apart(self) -> dict[str, tuple[str, ...]]:
        """What would tell the levels apart: see `Findings.apart`."""
        return questions(self.best)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """The doubts about any of the best: none is lost."""
        known = {doubt.id: doubt for one in self.best for doubt in one.doubts}
        return tuple(known.values())


def match_titles(finder: Finder, titles: Iterable[str], threshold: float) -> Iterator[TitleMatch]:
    """Answers: which position is each of these titles? See `Register.match`.

    A title that comes again is looked up once.
    """
    seen: dict[str, TitleMatch] = {}
    for title in titles:
        if title not in seen:
            seen[title] = _match(finder, title, threshold)
        yield seen[title]


def _match(finder: Finder, title: str, threshold: float) -> TitleMatch:
    try:
        check_query(title)
    except RegisterError as error:
        return TitleMatch(title, TitleState.UNREADABLE, problem=error)
    fits = [fit for fit in finder.fits(title, threshold / 2) if fit.name is not None]
    found = [finder.finding(fit, finder.items_of(fit)[0]) for fit in fits[:_MOST_LOOKED_AT]]
    sure = bool(found) and found[0].score >= threshold
    best = tuple(one for one in found if sure and one.score >= found[0].score - _EQUAL)
    rest = tuple(found[len(best) : len(best) + _MOST_ALTERNATIVES])
    levels = {one.level.code for one in best}
    state = TitleState.SEVERAL if len(levels) > 1 else TitleState.MATCH
    return TitleMatch(title, state if levels else TitleState.NO_MATCH, best, rest)
