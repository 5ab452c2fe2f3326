"""The texts beside the orders: editions that publishers give, and texts in another language."""

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.model import (
    Content,
)
from kz_civil_positions.orders import Order, ParallelText, PublishedEdition
from kz_civil_positions.storage.in_folder import (
    EDITION_FILE,
    PARALLEL_FILE,
    brought_file,
    outside,
    own,
)
from kz_civil_positions.storage.structured import structure
from kz_civil_positions.storage.yaml import LineFinder, read_yaml

__all__ = ["load_parallel", "load_published"]


def load_published(root: Path, orders: tuple[Order, ...]) -> tuple[PublishedEdition, ...]:
    """Answers: which published editions of the base order does this folder hold?

    Each stands in ``<base order>/editions/<date>/edition.yaml``.

    Raises:
        DataError: with every problem found.
    """
    editions: list[PublishedEdition] = []
    problems: list[Problem] = []
    for order in orders:
        for file in sorted((root / order.id).glob(f"editions/*/{EDITION_FILE}")):
            try:
                editions.append(_load_published(file, order))
            except DataError as error:
                problems += error.problems
    if problems:
        raise DataError(problems)
    return tuple(editions)


def _load_published(file: Path, order: Order) -> PublishedEdition:
    editions = file.parent.parent
    own(own(editions.parent, editions.name), file.parent.name)
    data = read_yaml(own(file.parent, file.name))
    brought = brought_file(file.parent, data, order.id)
    edition = structure(data, PublishedEdition, order.id, file)
    facts = (("found", edition.name), ("expected", f"{order.id}@{file.parent.name}"))
    if facts[0][1] != facts[1][1]:
        raise DataError([Problem(LineFinder(file).where(("date",)), "date", "other-order", facts)])
    if order.amends is not None:
        raise DataError([Problem(str(file), "base", "not-of-base", (("order", order.id),))])
    if elsewhere := tuple(outside(edition, file.parent, file)):
        raise DataError(elsewhere)
    if brought is None:
        return edition
    return evolve(edition, doubts=brought.doubts, faults=brought.faults)


def load_parallel(
    root: Path, orders: tuple[Order, ...], published: tuple[PublishedEdition, ...]
) -> tuple[ParallelText, ...]:
    """Answers: which texts of editions in another language does this folder hold?

    Each stands in a folder named by its language, in that of its order or published edition.

    Raises:
        DataError: with every problem found.
    """
    tongues = {one.id: one.language for one in orders if _restates_whole(one)}
    tongues |= {one.name: one.language for one in published}
    texts: list[ParallelText] = []
    problems: list[Problem] = []
    for order in orders:
        folder = root / order.id
        files = (*folder.glob(f"*/{PARALLEL_FILE}"), *folder.glob(f"editions/*/*/{PARALLEL_FILE}"))
        for file in sorted(files):
            try:
                texts.append(_load_parallel(file, root, order.id, tongues))
            except DataError as error:
                problems += error.problems
    if problems:
        raise DataError(problems)
    return tuple(texts)


def _restates_whole(order: Order) -> bool:
    return any(isinstance(getattr(one, "content", None), Content) for one in order.operations)


def _load_parallel(file: Path, root: Path, order: str, tongues: Mapping[str, str]) -> ParallelText:
    for folder in (file.parent.parent.parent, file.parent.parent, file.parent):
        own(folder.parent, folder.name)
    data = read_yaml(own(file.parent, file.name))
    brought = brought_file(file.parent, data, order)
    text = structure(data, ParallelText, order, file)
    place = file.parent.relative_to(root).as_posix()
    if wrong := _misplaced(text, place, tongues):
        raise DataError([Problem(LineFinder(file).where(("edition",)), "edition", *wrong)])
    if elsewhere := tuple(outside(text, file.parent, file)):
        raise DataError(elsewhere)
    if brought is None:
        return text
    return evolve(text, doubts=brought.doubts, faults=brought.faults)


def _misplaced(
    text: ParallelText, place: str, tongues: Mapping[str, str]
) -> tuple[str, tuple[tuple[str, object], ...]] | None:
    """Why the text cannot stand there, if it cannot."""
    if text.place != place:
        return "parallel-elsewhere", (("found", place), ("expected", text.place))
    if text.edition not in tongues:
        return "parallel-of-none", (("edition", text.edition),)
    if tongues[text.edition] == text.language:
        return "parallel-same-language", (("language", text.language),)
    return None
