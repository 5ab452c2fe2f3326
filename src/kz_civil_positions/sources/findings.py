"""Facts as a text states them: where, and that no two statements of one text disagree."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from attrs import frozen

from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.orders import OrderParagraph
from kz_civil_positions.sources.legal_text import tidy

__all__ = ["Fact", "Finding", "found", "joined", "settled"]

Fact = tuple[str, object]
# So much of a paragraph is shown where its words contradict others.
_SHOWN: Final = 300


@frozen
class Finding:
    """A fact, and the paragraphs that state it.

    Attributes:
        name: as `OrderFacts` names it.
        value: what is stated.
        by: the paragraphs that state it.
    """

    name: str
    value: object
    by: Sequence[OrderParagraph]

    @property
    def where(self) -> str:
        """The lines that state it."""
        lines = [one.lines for one in self.by if one.lines]
        return str(lines[0].through(lines[-1])) if lines else ""

    @property
    def shown(self) -> object:
        """The value where a person can read it, otherwise the words that state it."""
        plain = isinstance(self.value, str | datetime.date)
        return self.value if plain else joined(self.by)[:_SHOWN]


def joined(paragraphs: Sequence[OrderParagraph]) -> str:
    """Answers: how do these paragraphs read as one sentence, printed over several lines?

    Example:
        >>> from kz_civil_positions.orders import OrderRole
        >>> lines = ("Қаржы", "министрлігі")
        >>> joined([OrderParagraph(OrderRole.AGREEMENT, line) for line in lines])
        'Қаржы министрлігі'
    """
    return tidy(" ".join(one.text for one in paragraphs))


Reader = Callable[[Sequence[OrderParagraph]], Iterable[Fact]]


def found(reader: Reader, paragraphs: Sequence[OrderParagraph]) -> list[Finding]:
    """Answers: what does this reader find in these paragraphs, taken together?

    Raises:
        DataError: for a day that no calendar has, with the lines of the paragraphs.

    Example:
        >>> from kz_civil_positions.orders import OrderRole
        >>> found(lambda lines: [("number", lines[0].text)],
        ...     [OrderParagraph(OrderRole.HEADER, "920")])[0].value
        '920'
    """
    try:
        return [Finding(name, value, paragraphs) for name, value in reader(paragraphs)]
    except ValueError as impossible:  # a day that no calendar has
        where = Finding("", None, paragraphs).where
        value = (("value", str(impossible)),)
        raise DataError([Problem(where, "", "not-a-date", value)]) from None


def settled(findings: Iterable[Finding]) -> dict[str, Any]:
    """Answers: which facts are stated, each once?

    Raises:
        DataError: where a fact is stated twice and not alike, with both readings.

    Example:
        >>> from kz_civil_positions.orders import OrderRole
        >>> said = [OrderParagraph(OrderRole.HEADER, "№ 920")]
        >>> settled([Finding("number", "920", said), Finding("number", "920", said)])
        {'number': '920'}
    """
    first: dict[str, Finding] = {}
    problems = []
    for one in findings:
        known = first.setdefault(one.name, one)
        if known.value != one.value:
            says = (
                ("fact", one.name),
                ("first", known.shown),
                ("there", known.where),
                ("second", one.shown),
            )
            problems.append(Problem(one.where, one.name, "sources.facts-contradict", says))
    if problems:
        raise DataError(problems)
    return {name: one.value for name, one in first.items()}
