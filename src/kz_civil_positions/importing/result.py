"""What is asked of an import, and what came of it."""

import datetime
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from attrs import field, frozen

from kz_civil_positions.errors import Problem
from kz_civil_positions.importing.identity import WeakPair
from kz_civil_positions.importing.witness import Witness
from kz_civil_positions.messages import Language
from kz_civil_positions.model import Content, Doubt
from kz_civil_positions.orders import HistoryNote, TextForm, Unexpressed
from kz_civil_positions.sources.readers.recognise import DocumentKind

__all__ = ["Apart", "Imported", "Request", "Role"]


class Role(StrEnum):
    """What a text that is brought is to the register."""

    BASE = "base"
    AMENDING = "amending"
    SUPPLIED = "supplied"
    REPLACED = "replaced"
    WITNESS = "witness"
    PUBLISHED = "published"
    PARALLEL = "parallel"


@frozen
class Request:
    """What the user says of a document beside the document itself.

    Attributes:
        order: the id of the order whose text it is; without it, the text must say.
        as_amended: the day for which it is a consolidated text.
        annex: the number of the annex that is the register, where there are several.
        base: the edition whose things keep their ids in it.
        replace: whether files that are there may give way.
        readings: a file of readings by hand.
        publisher: who gives the text.
        address: where it was taken from.
        language: of the page for the reviewer.
        from_day: whether the consolidated text holds from that day on, not only on it.
        claims: what is said beside a consolidated text of the acts that brought it about.
        beside: files to be kept beside it as they are, by name; they say so.
    """

    order: str | None = None
    as_amended: datetime.date | None = None
    annex: int | None = None
    base: str | None = None
    replace: bool = False
    readings: Path | None = None
    publisher: str | None = None
    address: str | None = None
    language: Language = "kk"
    from_day: bool = False
    claims: tuple[HistoryNote, ...] = ()
    beside: Mapping[str, bytes] = field(factory=dict, repr=False)


@frozen
class Apart:
    """A stretch of words that is not the same in the two copies.

    Attributes:
        held: the words of the copy held; empty where it has none there.
        brought: those of the copy brought.
    """

    held: str
    brought: str


@frozen(kw_only=True)
class Imported:
    """What was read, what was written, and what a reviewer should look at.

    Attributes:
        role: what the text is to the register.
        order: the order whose text it is.
        edition: the name of the published edition, where it is one.
        document: the name of the document.
        kind: its format.
        form: how the lines of its text are read.
        language: of its text.
        facts: what is known of the order now, by name.
        unknown: the facts that neither the text nor another order states.
        content: the register it brings, under its permanent ids.
        kept: how many entries and items keep the id of a thing that was there before.
        repairs: how many repairs of each kind were made.
        operations: how many operations the order has.
        unexpressed: its instructions that no operation expresses.
        left: levels of a table that none of its operations brings.
        notes: notes of the publisher that name orders.
        nameless: those that name none, as printed.
        doubts: readings that are inferred or unknown.
        weak: things taken for known ones on a ground that is only probable.
        to_translate: whether the issuer's name is only there as printed.
        witness: the register held against the one that was held already.
        apart: where the order's own words differ from those that were held already.
        failures: what ``verify`` finds wrong with what was written.
        written: the files written; none where nothing was.
    """

    role: Role
    order: str
    edition: str | None = None
    document: str
    kind: DocumentKind
    form: TextForm
    language: str
    facts: Mapping[str, object] = field(factory=dict)
    unknown: tuple[str, ...] = ()
    content: Content
    kept: int = 0
    repairs: Mapping[str, int] = field(factory=dict)
    operations: int = 0
    unexpressed: tuple[Unexpressed, ...] = ()
    left: int = 0
    notes: tuple[HistoryNote, ...] = ()
    nameless: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    weak: tuple[WeakPair, ...] = ()
    to_translate: bool = False
    witness: Witness | None = None
    apart: tuple[Apart, ...] = ()
    failures: tuple[Problem, ...] = ()
    written: tuple[Path, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether a second copy says something else than the one that is held."""
        return bool(self.apart) or (self.witness is not None and not self.witness.agrees)
