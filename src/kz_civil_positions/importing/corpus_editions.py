"""The editions of an act, as the commits of a corpus have them."""

import hashlib
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from attrs import frozen

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.importing.corpus_git import Snapshot
from kz_civil_positions.importing.corpus_meta import Meta, meta_of
from kz_civil_positions.orders import HistoryNote, SourceFile
from kz_civil_positions.sources.requisites import ActNamed

__all__ = ["MAX_EDITIONS", "CorpusEdition", "act_of", "editions_in", "sealed"]

# Editions of one act.
MAX_EDITIONS: Final = 400


@frozen
class CorpusEdition:
    """The act's texts from one day, and what is said of them.

    Attributes:
        snapshot: the commit.
        texts: by language, the one that the register is to have first.
    """

    snapshot: Snapshot
    texts: Mapping[str, Meta]

    @property
    def main(self) -> Meta:
        """The text in the language that the register is to have."""
        return next(iter(self.texts.values()))

    def document(self, language: str) -> str:
        """Answers: how do messages name this text?"""
        return f"{self.snapshot.commit}:{language}.md"

    def causes(self) -> tuple[ActNamed, ...]:
        """Answers: which acts brought this edition about, as the corpus says?"""
        return tuple(one for one, _ in self._causes().values())

    def claims(self, act: ActNamed | None) -> tuple[HistoryNote, ...]:
        """Answers: what is claimed of them, each claim with the file that makes it?"""
        beside = self.main.beside
        return tuple(
            HistoryNote(one.requisite, one.number, one.adopted, file=sealed(name, beside[name]))
            for one, name in self._causes().values()
            if act is None or one.id != act.id
        )

    def _causes(self) -> dict[str, tuple[ActNamed, str]]:
        return {one.id: (one, name) for one, name in self.main.causes}


def sealed(name: str, data: bytes) -> SourceFile:
    """Answers: how is this file named and sealed?"""
    return SourceFile(name, hashlib.sha256(data).hexdigest())


def act_of(editions: tuple[CorpusEdition, ...]) -> tuple[ActNamed, Meta] | None:
    """Answers: which act is it, by its requisites, and what says so? None where nothing does."""
    for edition in editions:
        for meta in edition.texts.values():
            if meta.act is not None:
                return meta.act, meta
    return None


def editions_in(
    history: tuple[Snapshot, ...], code: str, tongues: tuple[str, ...]
) -> tuple[tuple[CorpusEdition, ...], tuple[str, ...]]:
    """Answers: which editions do these commits make, in the order of their days?

    A commit is an edition if it changes a text in any of the languages.

    Args:
        history: the commits that touch the act.
        code: its code.
        tongues: the languages that are brought; a text in the first must be there.

    Returns:
        The editions, and the commits that leave all texts as they were.

    Raises:
        BadInputError: when the commits contradict one another, or there are too many.
    """
    _check_order(history)
    found: list[CorpusEdition] = []
    unchanged: list[str] = []
    for snapshot in history:
        if snapshot.folder is None:
            continue
        edition = CorpusEdition(snapshot, dict(_texts(snapshot, code, tongues)))
        _check_same_act(found, edition)
        if found and _words(found[-1]) == _words(edition):
            unchanged.append(snapshot.commit)
            continue
        found.append(edition)
        if len(found) > MAX_EDITIONS:
            raise BadInputError("corpus.too-many-editions", where=code, most=MAX_EDITIONS)
    return tuple(found), tuple(unchanged)


def _texts(snapshot: Snapshot, code: str, tongues: tuple[str, ...]) -> Iterator[tuple[str, Meta]]:
    for tongue in tongues:
        if tongue == tongues[0] or f"{tongue}.md" in snapshot.files:
            yield tongue, meta_of(snapshot, code, tongue)


def _words(edition: CorpusEdition) -> dict[str, bytes]:
    return {language: meta.text for language, meta in edition.texts.items()}


def _check_order(history: tuple[Snapshot, ...]) -> None:
    """Commits follow one another in time; the act is taken away once, and last."""
    for before, after in pairwise(history):
        if before.folder is None:
            facts = {"gone": before.commit, "day": before.day}
            raise BadInputError("corpus.came-back", where=after.where, **facts)
        if after.day < before.day:
            facts = {"day": after.day, "before": before.day, "commit": before.commit}
            raise BadInputError("corpus.out-of-order", where=after.where, **facts)


def _check_same_act(found: list[CorpusEdition], edition: CorpusEdition) -> None:
    """All commits speak of one act; whatever each leaves unsaid."""
    known = act_of(tuple(found))
    for meta in edition.texts.values():
        if known is None or meta.act is None:
            continue
        for name in ("number", "adopted", "registration", "registered"):
            before, now = getattr(known[0], name), getattr(meta.act, name)
            if before != now and None not in (before, now):
                facts = {"field": name, "said": now, "other": before}
                raise BadInputError("corpus.contradicts", where=edition.snapshot.where, **facts)
