"""Orders: acts with numbers, dates and words, and what they do to the register."""

import datetime
from enum import StrEnum

from kz_civil_positions.annotations import Annotations
from kz_civil_positions.calendar import ActDates, CommencementRule, InEffect, commencement
from kz_civil_positions.codes import Address
from kz_civil_positions.model import Content, Doubt, PrintedFault, Span, Tongues
from kz_civil_positions.operations import Instruction, Operation
from kz_civil_positions.things import frozen

__all__ = [
    "Cause",
    "Checked",
    "FactSource",
    "HistoryNote",
    "NamedOrder",
    "NoteAction",
    "Order",
    "OrderParagraph",
    "OrderRole",
    "ParallelText",
    "PublishedEdition",
    "Resolution",
    "SourceFile",
    "TextForm",
    "Unexpressed",
]


class OrderRole(StrEnum):
    """What a paragraph of an order is."""

    TITLE = "title"
    HEADER = "header"
    ENACTING = "enacting"
    POINT = "point"
    SUBPOINT = "subpoint"
    CLAUSE = "clause"
    QUOTATION = "quotation"
    COLUMNS = "columns"
    LIST_HEADING = "list-heading"
    SIGNATURE = "signature"
    AGREEMENT = "agreement"
    ANNEX = "annex"


@frozen
class OrderParagraph:
    """One paragraph of an order's own text, the register it brings apart.

    Attributes:
        role: what it is.
        text: as printed, after repairs.
        lines: where it stands in the source.
        number: of a point (``"4"``) or subpoint (``"2.1"``).
    """

    role: OrderRole
    text: str
    lines: Span | None = None
    number: str | None = None


class TextForm(StrEnum):
    """How the lines of a source text are to be read."""

    LAYOUT = "layout"
    LINES = "lines"
    PARAGRAPHS = "paragraphs"


@frozen
class SourceFile:
    """A file of the order's folder that the data rests on.

    Attributes:
        file: its name.
        sha256: the hash of its bytes.
        form: of a text: ``layout``, printed lines with each label in a line of its own, as
            pages are pasted; or a transcript, whose table cells stand apart by tabs:
            ``lines`` where they hold printed lines, ``paragraphs`` where whole paragraphs.
        annex: the number of the annex that is meant, where the text has several registers.
        address: where the file was taken from, as whoever brought it says.
    """

    file: str
    sha256: str
    form: TextForm = TextForm.LAYOUT
    annex: int | None = None
    address: str | None = None


@frozen
class FactSource:
    """Where a fact about an order is attested that its own text does not give.

    Attributes:
        fact: the name of the field, such as ``"dates.adopted"``.
        order: the order whose folder holds what says so.
        first: the first line of its source file that does, or of ``file``.
        last: the last.
        file: the sealed file that says so, where that is not the order's text: what a corpus
            says of the act beside its text.
    """

    fact: str
    order: str
    first: int
    last: int
    file: SourceFile | None = None

    @property
    def lines(self) -> Span:
        """The lines in the attesting order's source."""
        return Span(self.order, self.first, self.last)


@frozen
class Checked:
    """Up to which day the sources were checked for later changes.

    Attributes:
        until: that day.
        basis: what was checked.
    """

    until: datetime.date
    basis: Tongues


@frozen
class Unexpressed:
    """An instruction that no operation of this library expresses: quoted and counted.

    Attributes:
        instruction: the words.
        reason: why it is not expressed.
    """

    instruction: Instruction
    reason: Tongues


@frozen(kw_only=True)
class Order:
    """An act that makes or amends the register.

    Attributes:
        id: year of adoption and number: ``"2019-920"``.
        number: as the order bears it.
        issuer: who issued it.
        title: in the language of the text held.
        adopted: the day it was adopted.
        registration: the number of its state registration.
        dates: adoption, registration, publications.
        rule: how it is put into effect.
        amends: the base order it amends; None for the base order itself.
        signed_by: who signed it.
        agreed_with: with whom it was agreed.
        paragraphs: its own text.
        operations: what it does to the register.
        unexpressed: instructions that no operation expresses.
        facts_from: where facts are attested that its own text does not give.
        source: the file of its text, whose lines are cited; None when the text is not held.
        original: the file as it was brought, where the text was transcribed from it.
        repairs: the file of recorded repairs.
        register: the file of the register it brings, sealed: no id changes unseen.
        checked: up to when its sources were checked.
        language: of the text it brings.
        doubts: readings of the text it brings that are inferred or unknown.
        faults: faults of print in that text, kept.
        annotations: what that text is about, said beside it; None where nobody has said.
        fictional: True in a specimen, which says so wherever it is shown.
    """

    id: str
    number: str
    issuer: Tongues
    title: str
    dates: ActDates
    rule: CommencementRule
    registration: str | None = None
    amends: str | None = None
    signed_by: str | None = None
    agreed_with: str | None = None
    paragraphs: tuple[OrderParagraph, ...] = ()
    operations: tuple[Operation, ...] = ()
    unexpressed: tuple[Unexpressed, ...] = ()
    facts_from: tuple[FactSource, ...] = ()
    source: SourceFile | None = None
    original: SourceFile | None = None
    repairs: SourceFile | None = None
    register: SourceFile | None = None
    checked: Checked | None = None
    language: str = "kaz"
    doubts: tuple[Doubt, ...] = ()
    faults: tuple[PrintedFault, ...] = ()
    annotations: Annotations | None = None
    fictional: bool = False

    @property
    def adopted(self) -> datetime.date:
        """The day it was adopted."""
        return self.dates.adopted

    @property
    def in_effect(self) -> InEffect:
        """When it is put into effect, as far as its own rule and dates tell."""
        return commencement(self.rule, self.dates)


class NoteAction(StrEnum):
    """What a note in a published text says was done at its place."""

    RESTATED = "restated"
    INSERTED = "inserted"
    REMOVED = "removed"
    CHANGED = "changed"
    SUSPENDED = "suspended"
    REPEALED = "repealed"


@frozen
class HistoryNote:
    """A claim about history that names an amending order.

    It is a note in a published text ("Ескерту. …", "Сноска. …"); or what a corpus says beside
    the text of the act that brought the edition about.

    Attributes:
        text: the note, as printed; or the words of the file.
        number: the number of the order it names.
        adopted: the day that order was adopted.
        about: the place the note stands at, where it says so.
        action: what it says was done there.
        rule: how it says that order is put into effect.
        file: the sealed file beside the text that says so, where the text does not.
    """

    text: str
    number: str
    adopted: datetime.date
    about: Address | None = None
    action: NoteAction | None = None
    rule: CommencementRule | None = None
    file: SourceFile | None = None


@frozen
class NamedOrder:
    """An order known only by name, from claims about history; its effect is not held."""

    number: str
    adopted: datetime.date
    notes: tuple[HistoryNote, ...]

    @property
    def id(self) -> str:
        """The id it would have."""
        return f"{self.adopted.year}-{self.number}"


class Cause(StrEnum):
    """Why a published edition and our replay say different things."""

    REPLAY = "our-replay"
    DATA = "our-data"
    PUBLISHER = "publisher"
    UNRESOLVED = "unresolved"


@frozen
class Resolution:
    """What a reviewer found out about one divergence."""

    address: Address
    cause: Cause
    why: Tongues


@frozen(kw_only=True)
class PublishedEdition:
    """A consolidated text that a publisher gives as in effect on a day.

    Attributes:
        base: the id of the base order.
        date: the day.
        publisher: who gives it.
        content: what it says.
        from_day: whether it is given as the text from that day on, which the edition before
            had until then; else it is said of the day alone.
        language: of the text.
        notes: its notes on amendments: claims about history.
        resolutions: what reviewers found out about divergences from our replay.
        doubts: readings that are inferred or unknown.
        faults: faults of print, kept.
        source: the file of its text, whose lines are cited.
        original: the file as it was brought, where the text was transcribed from it.
        repairs: the file of recorded repairs.
        register: the file of what it says, sealed.
    """

    base: str
    date: datetime.date
    publisher: Tongues
    content: Content
    from_day: bool = False
    language: str = "kaz"
    notes: tuple[HistoryNote, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    faults: tuple[PrintedFault, ...] = ()
    source: SourceFile | None = None
    original: SourceFile | None = None
    repairs: SourceFile | None = None
    register: SourceFile | None = None

    @property
    def name(self) -> str:
        """The edition's name: ``2015-1035@2016-06-01``."""
        return f"{self.base}@{self.date}"

    @property
    def place(self) -> str:
        """Its folder, below the registers folder."""
        return f"{self.base}/editions/{self.date}"


@frozen(kw_only=True)
class ParallelText:
    """What an edition says in another language than that of its register.

    It is an official text of its own, brought whole and never replayed. Its entries and items
    have ids of their own: which words of the one language answer to which of the other, no
    source says. The codes of places are those of both.

    Attributes:
        edition: the edition's name: an order that brings a register whole (``"2019-920"``), or
            a published edition (``"2015-1035@2016-06-01"``).
        language: of this text.
        content: what it says.
        publisher: who gives a consolidated text; None for an order's own.
        notes: the publisher's notes on amendments.
        doubts: readings that are inferred or unknown.
        faults: faults of print, kept.
        source: the file of its text, whose lines are cited.
        original: the file as it was brought, where the text was transcribed from it.
        repairs: the file of recorded repairs.
        register: the file of what it says, sealed.
    """

    edition: str
    language: str
    content: Content
    publisher: Tongues | None = None
    notes: tuple[HistoryNote, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    faults: tuple[PrintedFault, ...] = ()
    source: SourceFile | None = None
    original: SourceFile | None = None
    repairs: SourceFile | None = None
    register: SourceFile | None = None

    @property
    def order(self) -> str:
        """The id of the order in whose folder it stands."""
        return self.edition.partition("@")[0]

    @property
    def name(self) -> str:
        """How it is named in checks and messages: ``2019-920 [rus]``."""
        return f"{self.edition} [{self.language}]"

    @property
    def place(self) -> str:
        """Its folder, below the registers folder: ``2019-920/rus``."""
        order, _, day = self.edition.partition("@")
        return f"{order}/editions/{day}/{self.language}" if day else f"{order}/{self.language}"
