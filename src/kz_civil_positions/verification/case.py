"""An order's folder opened for checking: what is stored, and what its source gives."""

import datetime
import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from kz_civil_positions.calendar import ActDates, UnknownRule
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.model import Content, Tongues
from kz_civil_positions.operations import Restate
from kz_civil_positions.orders import Order, ParallelText, PublishedEdition
from kz_civil_positions.sources.draft import Draft, derive
from kz_civil_positions.sources.repairs import Repairs
from kz_civil_positions.storage.files import read_bytes
from kz_civil_positions.storage.load import (
    EDITION_FILE,
    ORDER_FILE,
    PARALLEL_FILE,
    REGISTER_FILE,
    load_repairs,
)
from kz_civil_positions.storage.yaml import LineFinder, PathStep, read_text
from kz_civil_positions.verification.keyed import Placed, survey

__all__ = ["Case", "Files", "Reading", "letters_of", "open_case", "open_published", "read_again"]


@frozen
class Files:
    """The files of an order's folder, and the lines in them.

    A file is read for its line numbers once, and only when there is a failure to report.

    Attributes:
        folder: the order's folder.
        main: the file that says what the order, or the published edition, is.
    """

    folder: Path
    main: str = ORDER_FILE
    _finders: dict[str, LineFinder] = field(factory=dict, eq=False, repr=False, init=False)

    def order(self, *path: PathStep) -> str:
        """The file and line of this place in ``order.yaml``, or of an edition's own file."""
        return self.where(self.main, *path)

    def register(self, *path: PathStep) -> str:
        """The file and line of this place in ``register.yaml``."""
        return self.where(REGISTER_FILE, *path)

    def where(self, file: str, *path: PathStep) -> str:
        """The file and line of this place in a YAML file of the folder, if it is there."""
        if not (self.folder / file).is_file():
            return str(self.folder / file)
        if file not in self._finders:
            self._finders[file] = LineFinder(self.folder / file)
        return self._finders[file].where(path)

    def line(self, file: str, number: int) -> str:
        """The file and this line of it."""
        return f"{self.folder / file}:{number}"

    def sha256(self, file: str) -> str | None:
        """The hash of a file's bytes as they are now; None where there is no such file.

        Raises:
            DataError: when it cannot be read.
        """
        path = self.folder / file
        return hashlib.sha256(read_bytes(path)).hexdigest() if path.is_file() else None


@frozen
class Reading:
    """What the source gives when it is read again, or why it gives nothing."""

    draft: Draft | None = None
    failures: tuple[Problem, ...] = ()


@frozen
class Case:
    """An order, and all that its folder holds.

    Attributes:
        files: the files.
        order: as stored.
        text: of the source file; None when the text is not held.
        repairs: as stored; None when there is no source to repair.
        reading: the source read again.
        published: the edition that a publisher gives, or a text in another language, where
            that is what the folder holds; ``order`` is then the order as far as that tells of it.
    """

    files: Files
    order: Order
    text: str | None = None
    repairs: Repairs | None = None
    reading: Reading = Reading()
    published: PublishedEdition | ParallelText | None = None

    @property
    def name(self) -> str:
        """The name under which its checks are told."""
        return self.published.name if self.published else self.order.id

    @property
    def source(self) -> str:
        """The name of the source file."""
        return self.order.source.file if self.order.source else ""

    @property
    def repairs_file(self) -> str:
        """The name of the file of repairs; where there is none, repairs would go in order.yaml."""
        return self.order.repairs.file if self.order.repairs else self.files.main

    @cached_property
    def content(self) -> Content:
        """The register that the order brings; an empty one if it brings none."""
        for operation in self.order.operations:
            if isinstance(operation, Restate) and isinstance(operation.content, Content):
                return operation.content
        return Content(())

    @cached_property
    def stored(self) -> Mapping[str, Placed]:
        """Everything that stands in that register, under its address."""
        return survey(self.content)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The source, line by line, the first being line 1."""
        return tuple((self.text or "").split("\n"))


def letters_of(text: str) -> str:
    """Answers: what is this text without its blanks, which alone the damage has changed?

    Example:
        >>> letters_of(" п о л к і н і ң ;")
        'полкінің;'
    """
    return "".join(text.split())


def open_case(root: Path, order: Order) -> Case:
    """Answers: what does this order's folder hold, and what does its source give?

    Args:
        root: the registers folder.
        order: one of its orders, as loaded.

    Raises:
        DataError: when the source or the repairs cannot be read at all.
    """
    return _opened(Files(root / order.id), order)


def open_published(root: Path, published: PublishedEdition | ParallelText) -> Case:
    """Answers: what does the folder of a text beside the orders hold, and what its source give?

    Args:
        root: the registers folder.
        published: one of its published editions, or a text in another language, as loaded.

    Raises:
        DataError: when the source or the repairs cannot be read at all.
    """
    if isinstance(published, ParallelText):
        files = Files(root / published.place, PARALLEL_FILE)
        found = _opened(files, _as_order(published, published.order))
    else:
        folder = root / published.base / "editions" / str(published.date)
        found = _opened(Files(folder, EDITION_FILE), _as_order(published, published.base))
    if found.reading.draft is None:
        return evolve(found, published=published)
    # The order's own words are not stored with each of its other texts; what they are read
    # as accounts for their lines.
    order = evolve(found.order, paragraphs=found.reading.draft.paragraphs)
    return evolve(found, published=published, order=order)


def _as_order(published: PublishedEdition | ParallelText, order: str) -> Order:
    restated = Restate(target=Address(Kind.REGISTER), content=published.content)
    return Order(
        id=order,
        number="",
        issuer=Tongues("", "", ""),
        title="",
        dates=ActDates(datetime.date.min),
        rule=UnknownRule(),
        operations=(restated,),
        source=published.source,
        original=published.original,
        repairs=published.repairs,
        register=published.register,
        language=published.language,
        doubts=published.doubts,
        faults=published.faults,
    )


def _opened(files: Files, order: Order) -> Case:
    if order.source is None:
        return Case(files, order)
    text = read_text(files.folder / order.source.file)
    repairs = Repairs(order.id, order.source)
    if order.repairs is not None:
        repairs = load_repairs(files.folder, order)
    return Case(files, order, text, repairs, read_again(files, order, text, repairs))


_NOT_ANCHORED: Final = "reading-not-anchored"


def read_again(files: Files, order: Order, text: str, repairs: Repairs) -> Reading:
    """Answers: what does the source give by the rules and the recorded readings?

    A source that cannot be read is a failure to report, with its place: the recorded
    reading that fits nothing, or the source line that fits no rule.
    """
    try:
        return Reading(derive(text, repairs))
    except DataError as error:
        return Reading(None, tuple(_placed(files, order, repairs, one) for one in error.problems))


def _placed(files: Files, order: Order, repairs: Repairs, found: Problem) -> Problem:
    """A problem of the importer names a source line; here the file is named too."""
    line = int(found.where.removeprefix("L").partition("–")[0] or 1)
    if found.key == _NOT_ANCHORED and order.repairs is not None:
        stood = dict(found.facts)["stood"]
        for index, repair in enumerate(repairs.by_hand):
            if repair.lines.first == line and repair.stood == stood:
                return evolve(found, where=files.where(order.repairs.file, "by_hand", index))
    file = order.source.file if order.source else files.main
    return evolve(found, where=files.line(file, line))
