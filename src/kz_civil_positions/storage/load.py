"""From a registers folder to orders: everything checked at this edge, all errors at once."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar
from unicodedata import normalize

from attrs import evolve, frozen

from kz_civil_positions.amending.engine import operation_name
from kz_civil_positions.annotations import Annotations
from kz_civil_positions.calendar import date_problems
from kz_civil_positions.errors import BadInputError, DataError, Problem
from kz_civil_positions.history.register import Register
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Doubt,
    Entry,
    Item,
    PrintedFault,
)
from kz_civil_positions.orders import Order, ParallelText, PublishedEdition
from kz_civil_positions.sources.repairs import Repair, Repairs
from kz_civil_positions.storage.convert import converter, faults_of
from kz_civil_positions.storage.limits import MAX_ORDERS, MAX_PROBLEMS
from kz_civil_positions.storage.relations import relation_problems
from kz_civil_positions.storage.steady import steadily
from kz_civil_positions.storage.yaml import LineFinder, read_yaml, shown

__all__ = [
    "ANNOTATIONS_FILE",
    "EDITION_FILE",
    "ORDER_FILE",
    "PARALLEL_FILE",
    "REGISTER_FILE",
    "RegisterFile",
    "load_annotations",
    "load_orders",
    "load_parallel",
    "load_published",
    "load_readings",
    "load_register",
    "load_repairs",
]

T = TypeVar("T")

ANNOTATIONS_FILE: Final = "annotations.yaml"
ORDER_FILE: Final = "order.yaml"
EDITION_FILE: Final = "edition.yaml"
PARALLEL_FILE: Final = "parallel.yaml"
REGISTER_FILE: Final = "register.yaml"


@frozen
class RegisterFile:
    """What ``register.yaml`` holds: the text an order brings, and what we say beside it.

    Attributes:
        order: the order that brings it.
        language: of the text.
        blocks: the register's table.
        abbreviations: the list that closes it.
        doubts: readings that are inferred or unknown.
        faults: faults of print that are kept.
    """

    order: str
    language: str
    blocks: tuple[Block, ...]
    abbreviations: tuple[Abbreviation, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    faults: tuple[PrintedFault, ...] = ()

    @property
    def content(self) -> Content:
        """The text alone."""
        return Content(self.blocks, self.abbreviations)


def load_register(root: Path) -> Register:
    """Answers: what register does this folder hold, with all its editions?

    Args:
        root: a folder with one folder an order.

    Returns:
        The register, every order carried out once, so that none can fail later.

    Raises:
        BadInputError: when the folder holds no order.
        DataError: with every problem found in any file, or in carrying out any order; or when
            the folder is past a limit, or kept changing while it was read.
    """
    return steadily(root, lambda: _load_register(root))


def _load_register(root: Path) -> Register:
    orders = load_orders(root)
    published = load_published(root, orders)
    register = Register(orders, published, load_parallel(root, orders, published))
    problems = list(_failures(register, root))
    if problems:
        raise DataError(problems)
    return register


def _failures(register: Register, root: Path) -> Iterator[Problem]:
    """Orders that cannot be carried out on the text that is held."""
    for step in register.steps:
        error = register.replay.errors.get(step.name)
        if error:
            index = next(
                (
                    i
                    for i, one in step.operations
                    if operation_name(one) == error.operation
                    and getattr(one, "target", error.target) == error.target
                ),
                0,
            )
            where = LineFinder(root / step.order / ORDER_FILE).where(("operations", index))
            facts = {**error.facts, "target": error.target or "–", "found": error.found or "–"}
            path = f"operations[{index}]"
            yield Problem(where, path, f"operations.{error.key}", tuple(facts.items()))


def load_orders(root: Path) -> tuple[Order, ...]:
    """Answers: which orders does this registers folder hold?

    Args:
        root: a folder with one folder an order.

    Returns:
        The orders, by the day they were adopted.

    Raises:
        BadInputError: when the folder holds no order.
        DataError: with every problem found in any of its files.
    """
    folders = sorted(path.parent for path in root.glob(f"*/{ORDER_FILE}"))
    if not folders:
        raise BadInputError("no-orders", where=str(root), path=str(root))
    orders: list[Order] = []
    problems = list(_misnamed(root, folders))
    for folder in folders if not problems else ():
        try:
            orders.append(_load_order(folder))
        except DataError as error:
            problems += error.problems
    if not problems:
        problems += relation_problems(tuple(orders), lambda name: root / name / ORDER_FILE)
    if problems:
        raise DataError(problems)
    return tuple(sorted(orders, key=lambda order: (order.adopted, order.id)))


def _misnamed(root: Path, folders: list[Path]) -> Iterator[Problem]:
    """Folders too many, that stand elsewhere, or that some system takes for one another."""
    if len(folders) > MAX_ORDERS:
        yield Problem(str(root), "", "too-many-orders", (("most", MAX_ORDERS),))
        return
    seen: dict[str, str] = {}
    for folder in folders:
        if not _stands_in(root, folder.name):
            yield Problem(str(folder), "", "link-out-of-folder")
        same = seen.setdefault(normalize("NFC", folder.name).casefold(), folder.name)
        if same != folder.name:
            yield Problem(str(folder), "", "names-collide", (("names", f"{same}, {folder.name}"),))


def _own(folder: Path, name: str) -> Path:
    """A file of this folder that the data does not name, never one that stands elsewhere."""
    if not _stands_in(folder, name):
        raise DataError([Problem(str(folder / name), "", "link-out-of-folder")])
    return folder / name


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
    _own(_own(editions.parent, editions.name), file.parent.name)
    data = read_yaml(_own(file.parent, file.name))
    brought = _brought_file(file.parent, data, order.id)
    edition = structure(data, PublishedEdition, order.id, file)
    facts = (("found", edition.name), ("expected", f"{order.id}@{file.parent.name}"))
    if facts[0][1] != facts[1][1]:
        raise DataError([Problem(LineFinder(file).where(("date",)), "date", "other-order", facts)])
    if order.amends is not None:
        raise DataError([Problem(str(file), "base", "not-of-base", (("order", order.id),))])
    if outside := tuple(_outside(edition, file.parent, file)):
        raise DataError(outside)
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
        _own(folder.parent, folder.name)
    data = read_yaml(_own(file.parent, file.name))
    brought = _brought_file(file.parent, data, order)
    text = structure(data, ParallelText, order, file)
    place = file.parent.relative_to(root).as_posix()
    if wrong := _misplaced(text, place, tongues):
        raise DataError([Problem(LineFinder(file).where(("edition",)), "edition", *wrong)])
    if outside := tuple(_outside(text, file.parent, file)):
        raise DataError(outside)
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


def load_repairs(folder: Path, order: Order) -> Repairs:
    """Answers: which repairs were made to the text of this order?

    Raises:
        DataError: when they cannot be read.
    """
    if order.repairs is None:
        raise BadInputError("no-repairs", where=str(folder), order=order.id)
    file = folder / order.repairs.file
    return structure(read_yaml(file), Repairs, order.id, file)


@frozen
class _Readings:
    """A file of repairs of which only the readings by hand are asked for."""

    by_hand: tuple[Repair, ...] = ()


def load_readings(file: Path, order: str) -> tuple[Repair, ...]:
    """Answers: which readings by hand does this file record?

    Args:
        file: a file as ``repairs.yaml``; of it only ``by_hand`` is read.
        order: the order whose text they are about.

    Raises:
        DataError: when they cannot be read.
    """
    data = read_yaml(file)
    recorded = {"by_hand": data.get("by_hand")} if isinstance(data, dict) else data
    return structure(recorded, _Readings, order, file).by_hand


def structure(data: object, cls: type[T], order: str, file: Path, at: str = "") -> T:
    """Answers: what does this plain data say, as that class?

    Args:
        data: as read from YAML.
        cls: the class it should be.
        order: the order in whose folder it stands.
        file: where it was read, for error messages.
        at: a name for the data's place in the file, if it is not the whole.

    Returns:
        An object of the class.

    Raises:
        DataError: with every fault, each with its line and path.
    """
    try:
        return converter(order).structure(data, cls)
    except Exception as error:  # noqa: BLE001 - cattrs wraps whatever its hooks raise
        faults = faults_of(error)
        lines = LineFinder(file)
        problems = [
            Problem(lines.where(path), at + shown(dotted(path)), key, _told(facts))
            for path, key, facts in islice(faults, MAX_PROBLEMS)
        ]
        if next(faults, None):
            problems.append(Problem(str(file), "", "more-problems", (("most", MAX_PROBLEMS),)))
        raise DataError(problems) from None


def _told(facts: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
    """What a message says of a value: never all of it where it is long."""
    return tuple((name, _shortened(one)) for name, one in facts.items())


def _shortened(value: object) -> object:
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, list):
        return [_shortened(one) if not isinstance(one, list | dict) else "…" for one in value[:4]]
    return (
        dict.fromkeys(map(_shortened, islice(value, 4)), "…") if isinstance(value, dict) else value
    )


def dotted(path: tuple[str | int, ...]) -> str:
    """Answers: how is this path written?

    Example:
        >>> dotted(("blocks", 0, "heading"))
        'blocks[0].heading'
    """
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def _load_order(folder: Path) -> Order:
    file = _own(folder, ORDER_FILE)
    data = read_yaml(file)
    problems: list[Problem] = []
    brought = None
    try:
        brought = _brought_file(folder, data, folder.name)
    except DataError as error:
        problems += error.problems
    try:
        order = structure(data, Order, folder.name, file)
    except DataError as error:
        raise DataError((*problems, *error.problems)) from None
    problems += _misfits(order, folder, file)
    if problems:
        raise DataError(problems)
    if brought is None:
        return order
    notes = load_annotations(folder)
    return evolve(order, doubts=brought.doubts, faults=brought.faults, annotations=notes)


def load_annotations(folder: Path) -> Annotations | None:
    """Answers: what is said beside the text that this folder's order brings?

    Raises:
        DataError: when the file cannot be read or is of another order.
    """
    if not (folder / ANNOTATIONS_FILE).is_file():
        return None
    file = _own(folder, ANNOTATIONS_FILE)
    notes = structure(read_yaml(file), Annotations, folder.name, file)
    if notes.order != folder.name:
        facts = (("found", notes.order), ("expected", folder.name))
        where = LineFinder(file).where(("order",))
        raise DataError([Problem(where, "order", "other-order", facts)])
    return notes


def _brought_file(folder: Path, data: Any, order: str) -> RegisterFile | None:  # noqa: ANN401
    """Put the register file in the place of the content that names it."""
    for holder in (data, *_mappings(data, "operations")):
        content = holder.get("content") if isinstance(holder, dict) else None
        if isinstance(content, dict) and set(content) == {"file"}:
            alone = holder is data
            # Whatever is wrong with that file, the rest can still be checked.
            holder["content"] = Content(()) if alone else {"register": Content(())}
            file = _inside(folder, content["file"])
            register = structure(read_yaml(file), RegisterFile, order, file)
            if register.order != order:
                facts = (("found", register.order), ("expected", order))
                where = LineFinder(file).where(("order",))
                raise DataError([Problem(where, "order", "other-order", facts)])
            if doubled := _id_of_two(register):
                raise DataError([Problem(str(file), "", "id-of-two", (("id", shown(doubled)),))])
            holder["content"] = register.content if alone else {"register": register.content}
            return register
    return None


def _id_of_two(register: RegisterFile) -> str | None:
    """An id says which entry or item is meant, so no two of them share one."""
    seen: set[str] = set()
    for node in register.content.walk():
        if isinstance(node, Entry | Item):
            if node.id in seen:
                return node.id
            seen.add(node.id)
    return None


def _mappings(data: Any, key: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    listed = data.get(key) if isinstance(data, Mapping) else None
    yield from (one for one in listed if isinstance(one, dict)) if isinstance(listed, list) else ()


def _inside(folder: Path, name: object) -> Path:
    """A file named in the data, never one outside its folder."""
    file = folder / str(name)
    if not isinstance(name, str) or not _stands_in(folder, name):
        where = str(folder / ORDER_FILE)
        raise DataError([Problem(where, "content.file", "outside-folder", (("name", name),))])
    return file


def _misfits(order: Order, folder: Path, file: Path) -> Iterator[Problem]:
    """What each field allows alone, but not together."""
    if order.id != folder.name:
        facts = (("found", order.id), ("expected", folder.name))
        yield Problem(LineFinder(file).where(("id",)), "id", "other-order", facts)
    for key in date_problems(order.dates):
        yield Problem(LineFinder(file).where(("dates",)), "dates", f"calendar.{key}")
    yield from _outside(order, folder, file)


def _outside(
    thing: Order | PublishedEdition | ParallelText, folder: Path, file: Path
) -> Iterator[Problem]:
    """Files that the data names, but that stand elsewhere: nothing is read there."""
    for name in ("source", "original", "repairs", "register"):
        named = getattr(thing, name)
        if named is not None and not _stands_in(folder, named.file):
            where = LineFinder(file).where((name, "file"))
            yield Problem(where, f"{name}.file", "outside-folder", (("name", named.file),))


def _stands_in(folder: Path, name: str) -> bool:
    return (folder / name).resolve().parent == folder.resolve()
