"""An act as its requisites name it: one sentence with form, issuer, day, number, registration."""

import datetime
import re
from typing import Final

from attrs import frozen

from kz_civil_positions.sources.citations import find_citations
from kz_civil_positions.sources.registering import registration

__all__ = ["COMMIT_FILE", "META_FILE", "REMOVED", "ActNamed", "act_named", "causes_named"]

# What is kept beside a text from a corpus: what the corpus says of the act, and the commit.
META_FILE: Final = "meta.yaml"
COMMIT_FILE: Final = "commit.txt"
# Where the act stands in a commit that takes it away.
REMOVED: Final = "removed"

# In the words of a commit: the act that brought the edition about.
_CAUSE: Final = re.compile(r"^Cause-Act-Requisite:[ \t]*(.+)$", re.MULTILINE)

# What follows the first sentence tells of registration, and then of its repeal.
_REPEALED: Final = re.compile(r"Утратил|Утратило|Күші жойыл")


@frozen
class ActNamed:
    """An act as its requisites name it.

    Attributes:
        number: its number.
        adopted: the day it was adopted.
        requisite: the sentence.
        issuer: who issued it, in Russian, in the nominative.
        registration: the number of its state registration.
        registered: the day of it.
    """

    number: str
    adopted: datetime.date
    requisite: str
    issuer: str | None = None
    registration: str | None = None
    registered: datetime.date | None = None

    @property
    def id(self) -> str:
        """The id that its folder has, or would have."""
        return f"{self.adopted.year}-{self.number}"


def act_named(said: str) -> ActNamed | None:
    """Answers: which act does this sentence of requisites name first? None where it names none.

    Example:
        >>> act_named("Приказ Председателя вымышленного агентства от 1 марта 2021 года № 7").id
        '2021-7'
        >>> act_named("Приказ вымышленного агентства") is None
        True
    """
    try:
        found = next(iter(find_citations(said)), None)
        entered = registration(_REPEALED.split(said)[0])
    except ValueError:  # a day that no calendar has
        return None
    if found is None or found.form is None:
        return None
    number, day = entered or (None, None)
    return ActNamed(found.number, found.adopted, said, found.issuer, number, day)


def causes_named(message: str) -> tuple[str, ...]:
    r"""Answers: by which requisites do the words of a commit name what brought it about?

    Example:
        >>> causes_named("Made up\n\nCause-Act-Code: 7\nCause-Act-Requisite: Приказ № 7")
        ('Приказ № 7',)
    """
    return tuple(one.strip() for one in _CAUSE.findall(message))
