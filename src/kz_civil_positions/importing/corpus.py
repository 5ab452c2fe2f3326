"""Every edition of an act from a local git corpus, brought into a registers folder at once.

A corpus of this kind is an unofficial copy: each text is cited by the address that it names.
Its first text is the order's own, and is also the edition of its day; each later one is an
edition that its publisher gives for the day of the commit. A register has one language, so
the texts of one language are brought, and those of the other into a folder of their own.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from kz_civil_positions.errors import BadInputError, Problem
from kz_civil_positions.importing.corpus_facts import issuer_in, repealing, tell
from kz_civil_positions.importing.corpus_git import Snapshot, act_history
from kz_civil_positions.importing.corpus_meta import ActNamed, Meta, meta_of
from kz_civil_positions.importing.folder import EDITIONS
from kz_civil_positions.importing.result import Imported, Request, Role
from kz_civil_positions.importing.run import import_document
from kz_civil_positions.orders import Order
from kz_civil_positions.storage.folders import NewFolder, put_folders, settle
from kz_civil_positions.storage.limits import MAX_FILES
from kz_civil_positions.storage.load import EDITION_FILE, ORDER_FILE
from kz_civil_positions.verification import verify

__all__ = ["MAX_EDITIONS", "CorpusImported", "import_corpus"]

# Editions of one act.
MAX_EDITIONS: Final = 400
META_FILE: Final = "meta.yaml"
# A consolidated text, where an order's own was to stand.
_HAS_NOTES: Final = "importing.needs-day"


@frozen
class CorpusImported:
    """What came of a corpus.

    Attributes:
        order: the id of the act.
        folder: where it stands in the corpus, or stood last.
        imported: what came of each text, in the order of their days; the first is the order's
            own text, where the corpus has it.
        unchanged: commits that leave the text of this language as it was.
        unnamed: acts that the corpus names as a cause, and no note in the text names.
        repealed: the act that repealed it, with the day from which.
        failures: what ``verify`` finds wrong with what was written.
        written: the files written.
    """

    order: str
    folder: str
    imported: tuple[Imported, ...]
    unchanged: tuple[str, ...] = ()
    unnamed: tuple[ActNamed, ...] = ()
    repealed: Order | None = None
    failures: tuple[Problem, ...] = ()
    written: tuple[Path, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether a text that is held already is another in the corpus."""
        return any(one.role is Role.WITNESS and one.differs for one in self.imported)


@frozen
class _Edition:
    """The act's text from one day, and what is said of it."""

    snapshot: Snapshot
    meta: Meta

    @property
    def name(self) -> str:
        return f"{self.snapshot.commit}"


def import_corpus(
    clone: Path, code: str, root: Path, request: Request, *, tongue: str = "kaz"
) -> CorpusImported:
    """Answers: what came of bringing all editions of this act into that registers folder?

    Args:
        clone: a folder with a git clone, whose commits are editions.
        code: the act's code in it.
        root: the registers folder; one that is not there is made.
        request: what the user says; of each text the corpus says its day and its address.
        tongue: which texts: ``"kaz"`` or ``"rus"``.

    Returns:
        What was read and written. All of it is written, or nothing.

    Raises:
        BadInputError: when the clone, the act or a text cannot be brought.
        DataError: where a text cannot be read, or contradicts what is known.
        OutputError: when the files cannot be written; what was there is as it was.
    """
    if root.exists() and not root.is_dir():
        raise BadInputError("no-such-folder", where=str(root))
    settle(root)
    history = act_history(clone, code)
    editions, unchanged = _editions(history, code, tongue)
    with tempfile.TemporaryDirectory() as place:
        stage = Path(place) / "registers"
        _copy_orders(root, stage)
        found = _staged(stage, editions, request)
        repealed = repealing(stage, found.order, history[-1], code)
        verdict = verify(stage) if repealed else None
        failures = verdict.failures if verdict else found.failures
        folders = tuple(_changed(stage, root))
        if folders:
            put_folders(root, folders)
    moved = (evolve(one, where=one.where.replace(str(stage), str(root), 1)) for one in failures)
    return evolve(
        found,
        folder=next(one.folder for one in reversed(history) if one.folder),
        unchanged=unchanged,
        repealed=repealed,
        failures=tuple(moved),
        written=tuple(root / one.place / name for one in folders for name in sorted(one.files)),
    )


# ------------------------------------------------------------------ what the commits say


def _editions(
    history: tuple[Snapshot, ...], code: str, tongue: str
) -> tuple[tuple[_Edition, ...], tuple[str, ...]]:
    """The texts in the order of their days, and the commits that leave the text as it was."""
    _check_order(history)
    found: list[_Edition] = []
    unchanged: list[str] = []
    for snapshot in history:
        if snapshot.folder is None:
            continue
        meta = meta_of(snapshot, code, tongue)
        _check_same_act(found, meta, snapshot)
        if found and found[-1].meta.text == meta.text:
            unchanged.append(snapshot.commit)
            continue
        found.append(_Edition(snapshot, meta))
        if len(found) > MAX_EDITIONS:
            raise BadInputError("corpus.too-many-editions", where=code, most=MAX_EDITIONS)
    return tuple(found), tuple(unchanged)


def _check_order(history: tuple[Snapshot, ...]) -> None:
    """Commits follow one another in time; the act is taken away once, and last."""
    for before, after in pairwise(history):
        if before.folder is None:
            facts = {"gone": before.commit, "day": before.day}
            raise BadInputError("corpus.came-back", where=after.where, **facts)
        if after.day < before.day:
            facts = {"day": after.day, "before": before.day, "commit": before.commit}
            raise BadInputError("corpus.out-of-order", where=after.where, **facts)


def _check_same_act(found: list[_Edition], meta: Meta, snapshot: Snapshot) -> None:
    """All commits speak of one act; whatever each leaves unsaid."""
    known = next((one.meta.act for one in found if one.meta.act), None)
    if known is None or meta.act is None:
        return
    for name in ("number", "adopted", "registration", "registered"):
        before, now = getattr(known, name), getattr(meta.act, name)
        if before != now and None not in (before, now):
            facts = {"field": name, "said": now, "other": before}
            raise BadInputError("corpus.contradicts", where=snapshot.where, **facts)


# ---------------------------------------------------------------------- staging


def _copy_orders(root: Path, stage: Path) -> None:
    stage.mkdir()
    for file in root.glob(f"*/{ORDER_FILE}"):
        shutil.copytree(file.parent, stage / file.parent.name, symlinks=True)


def _staged(stage: Path, editions: tuple[_Edition, ...], request: Request) -> CorpusImported:
    """Every text brought into a copy, one after another, so that ids carry over."""
    first = editions[0]
    act = next((one.meta.act for one in editions if one.meta.act), None)
    title = next((one.meta.title for one in editions if one.meta.title), None)
    order = request.order or (act.id if act else None)
    if act is not None:
        _check_given(act, order, first)
        tell(stage, act, title or act.requisite, issuer_in(first.name, first.meta.text, request))
    imported: list[Imported] = []
    own = _own_text(stage, first, evolve(request, order=order))
    if own is not None:
        imported.append(own)
        order = own.order
    for edition in _by_day(editions):
        day = edition.snapshot.day
        wanted = evolve(_asked(edition, request), order=order, as_amended=day)
        imported.append(import_document(edition.meta.text, edition.name, stage, wanted))
        _keep_meta(stage / imported[-1].order / EDITIONS / str(day), edition)
    notes = {(one.number, one.adopted) for each in imported for one in each.notes}
    causes = {one.id: one for each in editions for one in each.meta.causes}
    unnamed = (one for one in causes.values() if (one.number, one.adopted) not in notes)
    return CorpusImported(
        imported[-1].order,
        "",
        tuple(imported),
        unnamed=tuple(one for one in unnamed if act is None or one.id != act.id),
        failures=imported[-1].failures,
    )


def _by_day(editions: Iterable[_Edition]) -> tuple[_Edition, ...]:
    """Of several texts of one day the last: what was in effect by its end."""
    last = {one.snapshot.day: one for one in editions}
    return tuple(last[day] for day in sorted(last))


def _asked(edition: _Edition, request: Request) -> Request:
    return evolve(request, address=edition.meta.source or request.address)


def _own_text(stage: Path, first: _Edition, request: Request) -> Imported | None:
    """The order's own text; None where the corpus begins with a consolidated one."""
    try:
        return import_document(first.meta.text, first.name, stage, _asked(first, request))
    except BadInputError as error:
        if error.key != _HAS_NOTES or request.order is None:
            raise
        return None


def _keep_meta(folder: Path, edition: _Edition) -> None:
    """What the corpus says of an edition stays beside it, unchanged."""
    data = edition.snapshot.files.get(META_FILE)
    if data is not None and folder.is_dir() and not (folder / META_FILE).exists():
        (folder / META_FILE).write_bytes(data)


def _check_given(act: ActNamed, order: str | None, first: _Edition) -> None:
    if order != act.id:
        facts = {"field": "requisite", "said": act.id, "other": order}
        raise BadInputError("corpus.contradicts", where=first.snapshot.where, **facts)


# ---------------------------------------------------------------------- putting in place


def _changed(stage: Path, root: Path) -> Iterator[NewFolder]:
    """The folders that are other than before: an order's own first, then its editions."""
    orders = sorted(path.parent for path in stage.glob(f"*/{ORDER_FILE}"))
    editions = sorted(path.parent for path in stage.glob(f"*/{EDITIONS}/*/{EDITION_FILE}"))
    if sum(1 for _ in stage.rglob("*")) > MAX_FILES:
        raise BadInputError("corpus.too-many-editions", where=str(root), most=MAX_FILES)
    for folder in (*orders, *editions):
        place = folder.relative_to(stage)
        there = root / place
        files = _files(folder)
        if files != (_files(there) if there.is_dir() else {}):
            kept = (one.name for one in there.iterdir()) if there.is_dir() else ()
            yield NewFolder(str(place), files, tuple(sorted(set(kept) - files.keys())))


def _files(folder: Path) -> dict[str, bytes]:
    """The files of a folder; links are left where they are."""
    return {
        one.name: one.read_bytes()
        for one in folder.iterdir()
        if one.is_file() and not one.is_symlink()
    }
