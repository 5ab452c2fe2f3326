"""An edition's positions under the stems of their words, and how well a query fits each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from attrs import define, field

from kz_civil_positions.lookup.facets import LOW, facets_of
from kz_civil_positions.lookup.keys import key, query_words, stem
from kz_civil_positions.lookup.reading import Token
from kz_civil_positions.lookup.rows import Row
from kz_civil_positions.model import Edition
from kz_civil_positions.things import frozen

__all__ = ["Fit", "Index", "Word"]

# How much a word of a query weighs: one that names positions, one that only narrows them
# (institution, significance, category), one of any phrase, a number, an unknown one.
_NAMES: Final = 1.0
_FACET: Final = 0.5
_NARROWS: Final = 0.4
_COMMON: Final = 0.15
_LOW: Final = 0.1
_NUMBER: Final = 0.3

# A word that stands in more than this part of all institutions tells none from another.
_MOST_PLACES: Final = 0.4

# A query that names no position, but fits its surroundings wholly, scores this.
_AROUND: Final = 60.0
_SHORTEST_TYPO: Final = 4
_TYPO: Final = 0.8
_EXPONENT: Final = 1.5
_UNASKED: Final = 0.97

# Scores are compared to this digit: in the last ones two processors, and the engine in the
# site's page, may differ, and what is equal would come now in this order, now in that.
_DIGITS: Final = 9
_MOST_REMEMBERED: Final = 50_000


def _most_errors(length: int) -> int:
    """How many letters of a word may be wrong."""
    return 0 if length < _SHORTEST_TYPO else 1 if length < 8 else 2  # noqa: PLR2004


@frozen(eq=False)
class Fit:
    """How well a query fits a position.

    Attributes:
        row: the position.
        score: 0 to 100.
        items: the ids of the items of institutions that fit best, if the query names any.
        name: which of the position's names fits best; None when the query names none.
        tokens: the reading of the query that fits best.
    """

    row: Row
    score: float
    items: tuple[str, ...]
    name: int | None
    tokens: tuple[Token, ...]


@define
class Word:
    """Where a stem occurs.

    Attributes:
        names: in names of positions: which of all names, and how much it weighs there.
        around: in the printed words around these positions.
        places: in these items, which name institutions.
    """

    names: list[tuple[int, float]] = field(factory=list)
    around: set[int] = field(factory=set)
    places: set[str] = field(factory=set)


Hits = list[tuple[Word, float]]


class Index:
    """The positions of one edition, ready to be asked. Made once, when first asked.

    Attributes:
        rows: the positions, in the order of the register.
        words: every stem that occurs, with where it does.
        facets: the positions that have each facet.
        named: every name of every position, since each is found by any of its names: the
            position, which of its names it is, and what the whole name weighs.
        place_rows: the positions that each institution's item has.
    """

    def __init__(self, edition: Edition, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)
        self.words: defaultdict[str, Word] = defaultdict(Word)
        self.facets: defaultdict[str, set[int]] = defaultdict(set)
        self.named: list[tuple[int, int, float]] = []
        self.place_rows: defaultdict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            self._add(number, row, edition)
        self._choices = tuple(self.words)
        self._seen: dict[tuple[str, ...], tuple[Hits, float]] = {}

    def _add(self, number: int, row: Row, edition: Edition) -> None:
        for which, name in enumerate(row.names):
            weights = {one: _LOW if one in LOW else 1.0 for one in _stems(name)}
            for one, weight in weights.items():
                self.words[one].names.append((len(self.named), weight))
            self.named.append((number, which, sum(weights.values())))
        for text in _around(row, edition):
            for one in _stems(text):
                self.words[one].around.add(number)
        for facet in facets_of(row):
            self.facets[facet].add(number)
        for item in row.places:
            if item.id not in self.place_rows:
                for one in _stems(item.text):
                    self.words[one].places.add(item.id)
            self.place_rows[item.id].append(number)

    # ── words ────────────────────────────────────────────────────────────────────────

    def hits(self, token: Token) -> tuple[Hits, float]:
        """Answers: which words of the edition may this one be, and how much does it weigh?"""
        if token.stems not in self._seen:
            if len(self._seen) >= _MOST_REMEMBERED:
                self._seen.clear()
            found = [(self.words[one], 1.0) for one in token.stems if one in self.words]
            if not found:
                found = [(self.words[one], quality) for one, quality in self.near(token.stems)]
            self._seen[token.stems] = found, self._weight(token, found)
        return self._seen[token.stems]

    def near(self, stems: Sequence[str]) -> Iterator[tuple[str, float]]:
        """Answers: which words of the edition differ from this by a typing error?"""
        from rapidfuzz import process  # noqa: PLC0415 - most queries have no such word
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        for one in stems:
            most = _most_errors(len(one))
            if most and not one.isdigit():
                for other, errors, _ in process.extract(
                    one, self._choices, scorer=OSA.distance, score_cutoff=most, limit=3
                ):
                    yield other, 1 - _TYPO * errors / len(one)

    def _weight(self, token: Token, found: Hits) -> float:
        if token.stems[0] in LOW:
            return _LOW
        if any(word.names for word, _ in found):
            return _NAMES
        if found:
            places = max(len(word.places) for word, _ in found)
            common = places > _MOST_PLACES * len(self.place_rows)
            return _COMMON if common else _NARROWS
        return _NUMBER if token.stems[0].isdigit() else _NAMES

    # ── fitting ──────────────────────────────────────────────────────────────────────

    def fits(self, tokens: tuple[Token, ...], least: float) -> dict[int, Fit]:
        """Answers: which positions does this reading of a query fit?

        Args:
            tokens: a reading.
            least: the least score that counts.

        Returns:
            The best fit of each position, under the position's number.
        """
        asked = [self._asked(one) for one in tokens]
        whole = sum(weight for _, weight, _ in asked)
        if not whole:
            return {}
        facets = {one.facet for one in tokens}
        named, around, places = self._accumulate(asked)
        found: dict[int, Fit] = {}
        for at, (query, name, mask) in named.items():
            number, which, full = self.named[at]
            more, items = self._more(number, mask, asked, around, places)
            explained = min(1.0, (query + more) / whole)
            score = 100 * explained**_EXPONENT * (0.5 + 0.5 * min(1.0, name / full))
            score = round(score * self._unasked(number, facets), _DIGITS)
            if score >= least and (number not in found or score > found[number].score):
                found[number] = Fit(self.rows[number], score, items, which, tokens)
        for number in self._surrounded(around, places) - {self.named[at][0] for at in named}:
            more, items = self._more(number, 0, asked, around, places)
            score = _AROUND * min(1.0, more / whole) ** _EXPONENT
            score = round(score * self._unasked(number, facets), _DIGITS)
            if score >= least:
                found[number] = Fit(self.rows[number], score, items, None, tokens)
        return found

    def _unasked(self, number: int, facets: set[str | None]) -> float:
        """A branch that nobody asked for comes after the institution itself."""
        scope = self.rows[number].scope
        return _UNASKED if scope and scope.branch and "branch" not in facets else 1.0

    def _asked(self, token: Token) -> tuple[Hits, float, set[int]]:
        """What a token hits, its weight, and the positions that have its facet."""
        if token.facet:
            hits = self.hits(Token(token.text, token.stems))[0]
            places = [(Word(places=word.places), quality) for word, quality in hits]
            bare = {at for word, _ in hits for at in word.around if not self.rows[at].noted}
            return places, _FACET, self.facets.get(token.facet, set()) | bare
        hits, weight = self.hits(token)
        return hits, weight, set()

    def _accumulate(
        self, asked: Sequence[tuple[Hits, float, set[int]]]
    ) -> tuple[
        dict[int, tuple[float, float, int]], list[Mapping[int, float]], list[Mapping[str, float]]
    ]:
        named: dict[int, tuple[float, float, int]] = {}
        around: list[Mapping[int, float]] = []
        places: list[Mapping[str, float]] = []
        for bit, (hits, weight, faceted) in enumerate(asked):
            near = dict.fromkeys(faceted, weight)
            there: dict[str, float] = {}
            for word, quality in hits:
                for at, full in word.names:
                    query, name, mask = named.get(at, (0.0, 0.0, 0))
                    if not mask >> bit & 1:
                        value = query + weight * quality, name + full * quality, mask | 1 << bit
                        named[at] = value
                for number in word.around:
                    near[number] = max(near.get(number, 0.0), weight * quality)
                for item in word.places:
                    there[item] = max(there.get(item, 0.0), weight * quality)
            around.append(near)
            places.append(there)
        return named, around, places

    def _more(
        self,
        number: int,
        mask: int,
        asked: Sequence[object],
        around: Sequence[Mapping[int, float]],
        places: Sequence[Mapping[str, float]],
    ) -> tuple[float, tuple[str, ...]]:
        """What the words that name no part of the position explain around it."""
        near, best, items = 0.0, 0.0, []
        rest = [bit for bit in range(len(asked)) if not mask >> bit & 1]
        base = {bit: around[bit].get(number, 0.0) for bit in rest}
        near = sum(base.values())
        told = [bit for bit in rest if places[bit]]
        for item in self.rows[number].places if told else ():
            value = sum(max(0.0, places[bit].get(item.id, 0.0) - base[bit]) for bit in told)
            if value > best + 1e-9:
                best, items = value, [item.id]
            elif value and value > best - 1e-9:
                items.append(item.id)
        if len(items) == len(self.rows[number].places) > 1:
            items = []  # what fits all of them names none
        return near + best, tuple(items)

    def _surrounded(
        self, around: Sequence[Mapping[int, float]], places: Sequence[Mapping[str, float]]
    ) -> set[int]:
        found = {number for near in around for number in near}
        for there in places:
            for item in there:
                found.update(self.place_rows[item])
        return found


@lru_cache(maxsize=8192)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(key(word)) for word in query_words(text))


def _around(row: Row, edition: Edition) -> Iterator[str]:
    """Printed words around a position; what facets say is told by them alone."""
    yield from row.conditions
    if row.grade or row.item is not None or not row.noted:
        yield row.entry.heading
    if row.item is not None:
        yield row.item.text
    section = edition.section_of(row.level)
    if section.heading:
        yield section.heading
