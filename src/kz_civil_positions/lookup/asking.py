"""What a register answers when a person or a program looks a position up."""

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kz_civil_positions.model import Edition

if TYPE_CHECKING:
    from kz_civil_positions.annotations import Institution
    from kz_civil_positions.lookup.finder import Finder
    from kz_civil_positions.lookup.finding import Findings
    from kz_civil_positions.lookup.matching import TitleMatch
    from kz_civil_positions.orders import Order

__all__ = ["Asking"]


class Asking:
    """The part of a register that is asked for positions by words."""

    __slots__ = ()

    if TYPE_CHECKING:  # the register itself has these

        @property
        def editions(self) -> tuple[Edition, ...]: ...  # noqa: D102
        @property
        def orders(self) -> tuple[Order, ...]: ...  # noqa: D102
        @property
        def finders(self) -> dict[str, Finder]: ...  # noqa: D102
        def as_of(  # noqa: D102
            self, day: datetime.date, *, known_at: datetime.date | None = None
        ) -> Edition: ...

    def finder(self, edition: Edition) -> "Finder":
        """Answers: what looks positions up in this edition? Made once, when first asked."""
        from kz_civil_positions.lookup.finder import Finder  # noqa: PLC0415 - for look-ups alone

        name = f"{edition.key} {edition.language}"
        if name not in self.finders:
            notes = tuple(one.annotations for one in reversed(self.orders) if one.annotations)
            self.finders[name] = Finder(edition, notes)
        return self.finders[name]

    def _finder_on(self, on: datetime.date | None) -> "Finder":
        return self.finder(self.editions[-1] if on is None else self.as_of(on))

    def find(
        self,
        query: str,
        on: datetime.date | None = None,
        *,
        block: str | None = None,
        sector: str | None = None,
        institution: str | None = None,
        limit: int | None = None,
    ) -> "Findings":
        """Answers: which position does a person mean, at which level, and how do we know?

        Args:
            query: a position, with its institution, category or significance if known: in
                Kazakh in any alphabet, in Russian or in English, as people type it.
            on: the day; without one, the last known edition is asked.
            block: only in this block, link or level: ``"B"``, ``"C2"``.
            sector: only in this sector: ``"health"``, ``"other"``.
            institution: only positions of the institution with this id.
            limit: how many matches are given at most.

        Returns:
            The matches, best first; without any, the nearest things.

        Raises:
            BadInputError: when the query has no word in it, or is far too long.
            NotHeldError: when the text of that day's edition is not held.
            UndeterminedError: when the sources do not settle which edition it is.

        Example:
            >>> import kz_civil_positions as kz
            >>> found = kz.load().find("облыстық госпиталь бас бухгалтері – қай деңгей?")
            >>> str(found[0].level.code), found[0].position, found[0].doubts[0].id
            ('A2-1', 'бас бухгалтер', 'link-a2-label-lost')
        """
        wanted = {"block": block, "sector": sector, "institution": institution}
        return self._finder_on(on).find(query, limit=limit, **wanted)

    def match(
        self,
        titles: Iterable[str],
        on: datetime.date | None = None,
        *,
        threshold: float | None = None,
    ) -> "Iterator[TitleMatch]":
        """Answers: which position is each of these job titles?

        Args:
            titles: any number of them.
            on: the day; without one, the last known edition is asked.
            threshold: the least score of a match, 0 to 100.

        Returns:
            An answer a title, in the same order, as they come: a match, several levels
            that fit equally well, or no match; never a guess.

        Raises:
            NotHeldError: when the text of that day's edition is not held.
            UndeterminedError: when the sources do not settle which edition it is.

        Example:
            >>> import kz_civil_positions as kz
            >>> [(str(one.state), one.codes) for one in kz.load().match(["акушер", "хатшы"])]
            [('no-match', ()), ('match', ('D',))]
        """
        from kz_civil_positions.lookup.matching import THRESHOLD, match_titles  # noqa: PLC0415

        least = THRESHOLD if threshold is None else threshold
        return match_titles(self._finder_on(on), titles, least)

    def institutions(self, on: datetime.date | None = None) -> "tuple[Institution, ...]":
        """Answers: which institutions, and classes of them, have positions in the register?

        Args:
            on: the day; without one, the last known edition is asked.

        Raises:
            NotHeldError: when the text of that day's edition is not held.
            UndeterminedError: when the sources do not settle which edition it is.

        Example:
            >>> import kz_civil_positions as kz
            >>> [one.id for one in kz.load().institutions() if "Кинолог" in one.name]
            ['kinologiyalyq-ortalyq']
        """
        return self._finder_on(on).institutions
