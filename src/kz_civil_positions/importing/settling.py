"""Which doubts a second copy of the text settles: it prints a label that our source lost.

A label that is printed there proves something. That no label is printed there proves nothing
by itself, since the same label may be lost in both copies: it counts only where the copy
shows which cells stand beside which.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from attrs import frozen

from kz_civil_positions.changes.alignment import Alignment
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.model import (
    Content,
    Doubt,
    Entry,
    Label,
    LabelState,
    Level,
    Link,
    Section,
    Span,
)

__all__ = ["Open", "Outcome", "Seen", "Settled", "Silence", "settle"]

# Doubts about a label: whether it is there, and where its row begins.
_OF_LABELS: Final = frozenset(
    {"lost-label", "lost-link-label", "lost-level-label", "displaced-label", "guessed-row"}
)
# Doubts about which level entries stand at.
_OF_PLACES: Final = frozenset(
    {"unknown-boundary", "possible-border", "level-leap", "no-level-label"}
)


class Outcome(StrEnum):
    """What a second copy says of a doubtful reading."""

    CONFIRMED = "confirmed"
    REFUTED = "refuted"


class Silence(StrEnum):
    """Why a second copy leaves a doubt open."""

    LOST_TOO = "lost-too"
    """The label is not printed there either."""
    DISPLACED_TOO = "displaced-too"
    """The label is printed there, but not at the start of its row."""
    NOT_FOUND = "not-found"
    """What the doubt is about was not found there, or not whole."""
    NO_BORDERS = "no-borders"
    """Nothing there contradicts the reading, but a label may be lost there too."""
    UNTOUCHED = "untouched"
    """Labels cannot settle it: a person must look."""


@frozen
class Seen:
    """A label as the second copy prints it.

    Attributes:
        words: the label.
        lines: where it stands in the text of that copy.
        about: the place or entry, in the register held, that it was printed for.
    """

    words: str
    lines: Span | None
    about: Address


@frozen
class Settled:
    """A doubt that the second copy settles, and the labels that settle it."""

    doubt: Doubt
    outcome: Outcome
    seen: tuple[Seen, ...]


@frozen
class Open:
    """A doubt that the second copy leaves open."""

    doubt: Doubt
    silence: Silence


def settle(
    found: Alignment, doubts: Iterable[Doubt], *, bordered: bool
) -> Iterator[Settled | Open]:
    """Answers: which of these doubts does the second copy settle, and how?

    Args:
        found: the register held, aligned with that of the second copy.
        doubts: what is doubtful about the register held.
        bordered: whether that copy shows which cells stand beside which.

    Yields:
        Each doubt once, in the order given.

    Example:
        >>> import kz_civil_positions as kz
        >>> from kz_civil_positions.changes.alignment import align
        >>> edition = kz.load().edition("2019-920")
        >>> found = align(edition.text, edition.text)
        >>> [str(one.silence) for one in settle(found, edition.doubts[:2], bordered=False)]
        ['lost-too', 'lost-too']
    """
    court = _Court(found, bordered=bordered)
    for doubt in doubts:
        yield court.hear(doubt)


@frozen(eq=False)
class _Spot:
    """The link and level that an entry stands at."""

    link: Link
    level: Level

    def holder(self, kind: Kind) -> Link | Level:
        return self.link if kind is Kind.LINK else self.level


def _spots(content: Content) -> Iterator[tuple[Entry, _Spot]]:
    sections: list[Section] = [section for block in content.blocks for section in block.sections]
    for link in (link for section in sections for link in section.links):
        for level in link.levels:
            yield from ((entry, _Spot(link, level)) for entry in level.entries)


def _entries(place: Link | Level) -> tuple[Entry, ...]:
    levels = place.levels if isinstance(place, Link) else (place,)
    return tuple(entry for level in levels for entry in level.entries)


def _number(place: Link | Level) -> object:
    """Its own number: a level keeps it when its link is called otherwise."""
    return place.code.plain if isinstance(place, Link) else place.code.level


def _heads_its_row(place: Link | Level) -> bool:
    """Whether its label is printed no later than the first entry it stands beside."""
    label, entries = place.label.lines, _entries(place)
    first = entries[0].lines if entries else None
    return label is not None and first is not None and label.first <= first.first


def _seen(label: Label, about: Address) -> Seen:
    return Seen(label.text or "", label.lines, about)


class _Court:
    """What each entry held stands at here and there, to hear doubts by."""

    def __init__(self, found: Alignment, *, bordered: bool) -> None:
        self._bordered = bordered
        self._here: Mapping[str, _Spot] = {
            entry.id: spot for entry, spot in _spots(found.old.content)
        }
        self._content = found.old.content
        self._places = {
            node.address: node
            for node in found.old.content.walk()
            if isinstance(node, Link | Level)
        }
        pairs = [pair for pair in found.pairs() if isinstance(pair.old, Entry)]
        spots = {id(entry): spot for entry, spot in _spots(found.new.content)}
        self._there = {pair.old.address.name: spots[id(pair.new)] for pair in pairs}
        self._ours = {id(pair.new): pair.old.address.name for pair in pairs}

    def hear(self, doubt: Doubt) -> Settled | Open:
        """What the second copy says of this doubt."""
        if doubt.kind in _OF_LABELS and doubt.about:
            heard = [self._label(about) for about in doubt.about]
        elif doubt.kind in _OF_PLACES:
            heard = [self._standing(self._concerned(doubt))]
        else:
            heard = [Silence.UNTOUCHED]
        silences = [one for one in heard if isinstance(one, Silence)]
        answers = [one for one in heard if not isinstance(one, Silence)]
        seen = tuple(one for _, told in answers for one in told)
        if any(outcome is Outcome.REFUTED for outcome, _ in answers):
            return Settled(doubt, Outcome.REFUTED, seen)
        return Open(doubt, silences[0]) if silences else Settled(doubt, Outcome.CONFIRMED, seen)

    # ── labels ───────────────────────────────────────────────────────────────────────

    def _label(self, about: Address) -> tuple[Outcome, tuple[Seen, ...]] | Silence:
        """Whether the label of this place is printed there, and before the same entries."""
        ours = self._places.get(about)
        if ours is None:
            return Silence.UNTOUCHED
        names = [entry.id for entry in _entries(ours)]
        if not names or any(name not in self._there for name in names):
            return Silence.NOT_FOUND
        theirs = list(
            {id(one): one for one in (self._there[n].holder(about.kind) for n in names)}.values()
        )
        if any(one.label.state is not LabelState.PRINTED for one in theirs):
            return Silence.LOST_TOO
        outcome = self._compared(ours, names, theirs)
        if isinstance(outcome, Silence):
            return outcome
        return outcome, tuple(_seen(one.label, about) for one in theirs)

    def _compared(
        self, ours: Link | Level, names: list[str], theirs: list[Link | Level]
    ) -> Outcome | Silence:
        if len(theirs) > 1:  # a label is printed in the midst of what we read as one
            return Outcome.REFUTED if all(map(_heads_its_row, theirs)) else Silence.DISPLACED_TOO
        one = theirs[0]
        begins = self._first_of_ours(one) in names
        same = _number(one) == _number(ours)
        lost = ours.label.state is not LabelState.PRINTED
        if begins and same and (lost or _heads_its_row(one)):
            return Outcome.CONFIRMED
        if not _heads_its_row(one):
            return Silence.DISPLACED_TOO
        # Our entries go on under the label before them: theirs may be the one that is lost.
        merged = not begins and not same
        return Silence.NO_BORDERS if merged and not self._bordered else Outcome.REFUTED

    def _first_of_ours(self, place: Link | Level) -> str | None:
        """The first entry of this place of the copy that we hold too."""
        known = (self._ours.get(id(entry)) for entry in _entries(place))
        return next((name for name in known if name is not None), None)

    # ── places ───────────────────────────────────────────────────────────────────────

    def _concerned(self, doubt: Doubt) -> list[str]:
        """The entries that a doubt is about; of the edition as a whole, those its lines show."""
        if not doubt.about:
            spans = [one.lines for one in doubt.evidence if one.lines is not None]
            return [
                entry.id
                for entry, _ in _spots(self._content)
                if entry.lines and any(_overlap(entry.lines, span) for span in spans)
            ]
        names: list[str] = []
        for about in doubt.about:
            place = self._places.get(about)
            names += (
                [entry.id for entry in _entries(place)] if place else [about.name.partition(".")[0]]
            )
        return names

    def _standing(self, names: list[str]) -> tuple[Outcome, tuple[Seen, ...]] | Silence:
        """Whether these entries stand at the same levels there."""
        if not names or any(name not in self._there or name not in self._here for name in names):
            return Silence.NOT_FOUND
        moved = [name for name in names if self._level(name) != self._here[name].level.code.plain]
        told = [self._there[name] for name in moved or names]
        if any(spot.level.label.state is LabelState.INFERRED for spot in told):
            return Silence.LOST_TOO
        seen = tuple(self._labels_of(moved or names))
        if moved:
            return Outcome.REFUTED, seen
        if any(spot.link.label.state is LabelState.INFERRED for spot in told):
            return Silence.LOST_TOO
        return (Outcome.CONFIRMED, seen) if self._bordered else Silence.NO_BORDERS

    def _level(self, name: str) -> str:
        return self._there[name].level.code.plain

    def _labels_of(self, names: list[str]) -> Iterator[Seen]:
        """The labels of the levels these entries stand at there, each with its first entry."""
        known: set[str] = set()
        for name in names:
            spot = self._there[name]
            if self._level(name) not in known:
                known.add(self._level(name))
                label = spot.level.label if spot.level.label.text else spot.link.label
                yield _seen(label, Address(Kind.ENTRY, name))


def _overlap(one: Span, other: Span) -> bool:
    return one.order == other.order and one.first <= other.last and other.first <= one.last
