"""Every edition of an act from a local git corpus, brought into a registers folder at once.

A corpus of this kind is an unofficial copy: each text is cited by the address that it names.
Its first text is the order's own, and is also the edition of its day; each later one is an
edition that its publisher gives for the day of the commit. The register is replayed in one
language; what the corpus has in the other is held beside it, edition by edition.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from attrs import define, evolve, field, frozen

from kz_civil_positions.errors import BadInputError, DataError, Problem
from kz_civil_positions.history.register import Register
from kz_civil_positions.importing.brought import Task
from kz_civil_positions.importing.corpus_editions import (
    CorpusEdition,
    act_of,
    editions_in,
)
from kz_civil_positions.importing.corpus_facts import issuer_in, repealing, tell
from kz_civil_positions.importing.corpus_git import act_history
from kz_civil_positions.importing.corpus_meta import Meta
from kz_civil_positions.importing.folder import EDITIONS
from kz_civil_positions.importing.modelines import with_modelines
from kz_civil_positions.importing.prepare import prepare
from kz_civil_positions.importing.previous import Shelf
from kz_civil_positions.importing.result import Imported, Request, Role
from kz_civil_positions.importing.run import register_in
from kz_civil_positions.orders import Order, ParallelText, PublishedEdition
from kz_civil_positions.sources.requisites import ActNamed
from kz_civil_positions.storage.folders import NewFolder, put_folders, settle
from kz_civil_positions.storage.limits import MAX_FILES
from kz_civil_positions.storage.load import EDITION_FILE, ORDER_FILE, PARALLEL_FILE
from kz_civil_positions.verification import verify

__all__ = ["TONGUES", "CorpusImported", "import_corpus"]

# The register's language first.
TONGUES: Final = ("kaz", "rus")
# A consolidated text, where an order's own was to stand.
_HAS_NOTES: Final = "importing.needs-day"


@frozen
class CorpusImported:
    """What came of a corpus.

    Attributes:
        order: the id of the act.
        folder: where it stands in the corpus, or stood last.
        imported: what came of each text, in the order of their days; the first is the order's
            own text, where the corpus has it. A text in the other language follows its edition.
        unchanged: commits that leave the texts as they were.
        alone: editions without a text in the other language.
        unnamed: acts that the corpus names as a cause, and no note in the text names: stored
            as claims of the corpus.
        repealed: the act that repealed it, with the day from which.
        failures: what ``verify`` finds wrong with what was written.
        written: the files written.
    """

    order: str
    folder: str
    imported: tuple[Imported, ...]
    unchanged: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    unnamed: tuple[ActNamed, ...] = ()
    repealed: Order | None = None
    failures: tuple[Problem, ...] = ()
    written: tuple[Path, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether a text that is held already is another in the corpus."""
        return any(one.role is Role.WITNESS and one.differs for one in self.imported)


def import_corpus(
    clone: Path,
    code: str,
    root: Path,
    request: Request,
    *,
    tongues: tuple[str, ...] = TONGUES,
) -> CorpusImported:
    """Answers: what came of bringing all editions of this act into that registers folder?

    Args:
        clone: a folder with a git clone, whose commits are editions.
        code: the act's code in it.
        root: the registers folder; one that is not there is made.
        request: what the user says; of each text the corpus says its day and its address.
        tongues: which texts: the first language is that in which the register is replayed.

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
    editions, unchanged = editions_in(history, code, tongues)
    with tempfile.TemporaryDirectory() as place:
        stage = Path(place) / "registers"
        _copy_orders(root, stage)
        found = _staged(stage, editions, request)
        repealed = repealing(stage, found.order, history[-1], code)
        failures = tuple(_verified(stage, root))
        folders = tuple(_changed(stage, root))
        if folders:
            put_folders(root, with_modelines(folders, root))
    return evolve(
        found,
        folder=next(one.folder for one in reversed(history) if one.folder),
        unchanged=unchanged,
        alone=tuple(str(one.snapshot.day) for one in editions if len(one.texts) < len(tongues)),
        repealed=repealed,
        failures=failures,
        written=tuple(root / one.place / name for one in folders for name in sorted(one.files)),
    )


def _verified(stage: Path, root: Path) -> Iterator[Problem]:
    """The whole is tried once, at the end: what would not load is not written."""
    verdict = verify(stage)
    failures = (
        evolve(one, where=one.where.replace(str(stage), str(root), 1)) for one in verdict.failures
    )
    if not verdict.checks[0].ok:
        raise DataError(failures)
    yield from failures


# ---------------------------------------------------------------------- staging


def _copy_orders(root: Path, stage: Path) -> None:
    stage.mkdir()
    for file in root.glob(f"*/{ORDER_FILE}"):
        shutil.copytree(file.parent, stage / file.parent.name, symlinks=True)


@define
class _Desk:
    """The register as it grows, text by text, so that ids carry over.

    Attributes:
        stage: the copy of the registers folder that is written.
        register: what it holds.
        shelf: the texts of it.
        imported: what came of each text.
    """

    stage: Path
    register: Register | None
    shelf: Shelf
    imported: list[Imported] = field(factory=list)

    def bring(self, meta: Meta, name: str, request: Request) -> None:
        """Bring one text."""
        asked = evolve(request, address=meta.source or request.address)
        done = prepare(meta.text, name, Task(self.register, self.stage, asked, self.shelf))
        self.imported.append(done.imported)
        if not done.folders:
            return
        put_folders(self.stage, done.folders)
        if done.stored is not None:
            self.register = _with(self.register, done.stored)
            day = request.as_amended or self.register.order(done.imported.order).adopted
            self.shelf.put(done.imported.language, day, done.imported.content)


def _with(register: Register | None, stored: Order | PublishedEdition | ParallelText) -> Register:
    """The register with what was just brought, in the place of what was there before."""
    found = register or Register(())
    match stored:
        case Order():
            others = tuple(one for one in found.orders if one.id != stored.id)
            orders = sorted((*others, stored), key=lambda one: (one.adopted, one.id))
            return Register(tuple(orders), found.published, found.parallel)
        case PublishedEdition():
            editions = tuple(one for one in found.published if one.name != stored.name)
            return Register(found.orders, (*editions, stored), found.parallel)
        case ParallelText():
            texts = tuple(one for one in found.parallel if one.place != stored.place)
            return Register(found.orders, found.published, (*texts, stored))


def _staged(stage: Path, editions: tuple[CorpusEdition, ...], request: Request) -> CorpusImported:
    """Every text brought into a copy, one after another."""
    first, named = editions[0], act_of(editions)
    act = named[0] if named else None
    order = request.order or (act.id if act else None)
    if named is not None:
        _check_given(named[0], order, first)
        tell(stage, *named, issuer_in(first, request))
    register = register_in(stage)
    desk = _Desk(stage, register, Shelf.of(register))
    _bring_own(desk, first, evolve(request, order=order))
    order = desk.imported[0].order if desk.imported else order
    for edition in _by_day(editions):
        day = edition.snapshot.day
        wanted = evolve(request, order=order, as_amended=day, from_day=True)
        told = evolve(wanted, claims=edition.claims(act), beside=edition.main.beside)
        for language, meta in edition.texts.items():
            desk.bring(meta, edition.document(language), told)
            told = wanted
    return CorpusImported(
        desk.imported[-1].order, "", tuple(desk.imported), unnamed=_unnamed(desk, editions, act)
    )


def _unnamed(
    desk: _Desk, editions: tuple[CorpusEdition, ...], act: ActNamed | None
) -> tuple[ActNamed, ...]:
    notes = [note for one in desk.imported for note in one.notes if note.file is None]
    told = {(note.number, note.adopted) for note in notes}
    causes = {one.id: one for each in editions for one in each.causes()}
    unnamed = (one for one in causes.values() if (one.number, one.adopted) not in told)
    return tuple(one for one in unnamed if act is None or one.id != act.id)


def _by_day(editions: Iterable[CorpusEdition]) -> tuple[CorpusEdition, ...]:
    """Of several texts of one day the last: what was in effect by its end."""
    last = {one.snapshot.day: one for one in editions}
    return tuple(last[day] for day in sorted(last))


def _bring_own(desk: _Desk, first: CorpusEdition, request: Request) -> None:
    """The order's own text; nothing where the corpus begins with a consolidated one."""
    for language, meta in first.texts.items():
        try:
            desk.bring(meta, first.document(language), request)
        except BadInputError as error:
            if error.key != _HAS_NOTES or request.order is None:
                raise
            return
        request = evolve(request, order=desk.imported[0].order)


def _check_given(act: ActNamed, order: str | None, first: CorpusEdition) -> None:
    if order != act.id:
        facts = {"field": "requisite", "said": act.id, "other": order}
        raise BadInputError("corpus.contradicts", where=first.snapshot.where, **facts)


# ---------------------------------------------------------------------- putting in place


def _changed(stage: Path, root: Path) -> Iterator[NewFolder]:
    """The folders that are other than before: an order's own, its editions, then other texts."""
    edition = f"{EDITIONS}/*"
    patterns = [ORDER_FILE, f"{edition}/{EDITION_FILE}"]
    patterns += [f"*/{PARALLEL_FILE}", f"{edition}/*/{PARALLEL_FILE}"]
    if sum(1 for _ in stage.rglob("*")) > MAX_FILES:
        raise BadInputError("corpus.too-many-editions", where=str(root), most=MAX_FILES)
    for folder in (file.parent for one in patterns for file in sorted(stage.glob(f"*/{one}"))):
        place = folder.relative_to(stage)
        there = root / place
        files = _files(folder)
        if files != (_files(there) if there.is_dir() else {}):
            kept = (one.name for one in there.iterdir()) if there.is_dir() else ()
            yield NewFolder(place.as_posix(), files, tuple(sorted(set(kept) - files.keys())))


def _files(folder: Path) -> dict[str, bytes]:
    """The files of a folder; links are left where they are."""
    return {
        one.name: one.read_bytes()
        for one in folder.iterdir()
        if one.is_file() and not one.is_symlink()
    }
