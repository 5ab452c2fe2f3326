"""A rewording word by word, so that a reader sees words come and go, not letters."""

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias, cast

from rapidfuzz.distance import Indel

from kz_civil_positions.changes.model import Word, WordMark
from kz_civil_positions.kazakh import words

__all__ = ["redline"]

# Two words left standing between two changes are read as part of the change; three words
# are a phrase that the reader recognises.
ISLAND: Final = 3

_Words: TypeAlias = tuple[str, ...]
# What was done, and the tokens of either text it was done to.
_Code: TypeAlias = tuple[str, int, int, int, int]
# A piece of text, and what became of it.
_Marked: TypeAlias = tuple[WordMark, str]


class _Run(NamedTuple):
    """Tokens of the old text and of the new one that belong together."""

    kept: bool
    old_start: int
    old_stop: int
    new_start: int
    new_stop: int


def redline(old: str, new: str) -> tuple[Word, ...]:
    """Answers: which words of the old text were kept, which deleted, which inserted?

    Words and marks are compared whole. What is kept between two changes and is shorter
    than three words is shown as part of the change.

    Args:
        old: the text before.
        new: the text after.

    Returns:
        Runs of words with the blanks between them. The kept and the deleted ones together
        are the old text, the kept and the inserted ones the new text.

    Example:
        >>> for word in redline("Астана қаласының полиция полкі;", "Нұр-Сұлтан қаласының полиция полкі;"):
        ...     print(word.mark, repr(word.text))
        deleted 'Астана'
        inserted 'Нұр-Сұлтан'
        kept ' қаласының полиция полкі;'
    """  # noqa: E501
    if old == new:
        return (Word(WordMark.KEPT, old),) if old else ()
    before, after = _Text(old), _Text(new)
    runs = _slid(list(_runs(before.words, after.words)), before.words, after.words)
    return tuple(_joined(_told(_without_islands(runs, before.words), before, after)))


def _runs(olds: _Words, news: _Words) -> Iterator[_Run]:
    """Kept and changed runs in turn: what stands side by side and was changed is one run."""
    codes = cast("list[_Code]", Indel.opcodes(olds, news).as_list())
    changed: _Run | None = None
    for tag, *spans in codes:
        here = _Run(tag == "equal", *spans)
        if not here.kept:
            changed = _over(changed, here) if changed else here
            continue
        if changed:
            yield changed
        changed = None
        yield here
    if changed:
        yield changed


def _over(first: _Run, last: _Run) -> _Run:
    return _Run(
        first.kept and last.kept, first.old_start, last.old_stop, first.new_start, last.new_stop
    )


def _slid(runs: list[_Run], olds: _Words, news: _Words) -> list[_Run]:
    """What was only added, or only taken out, is told as far to the front as it can be.

    Orders say it so: after "бөлімінің" comes ", секторының", not "секторының ,".
    """
    found: list[_Run] = []
    for run in runs:
        steps = _steps(found[-1], run, olds, news) if found else 0
        if steps:
            found[-1] = _shifted(found[-1], 0, -steps)
            found += [_shifted(run, -steps, -steps), _kept_after(run, steps)]
        elif run.kept and found and found[-1].kept:
            found[-1] = _over(found[-1], run)
        else:
            found.append(run)
    return [run for run in found if run.old_start < run.old_stop or run.new_start < run.new_stop]


def _steps(kept: _Run, run: _Run, olds: _Words, news: _Words) -> int:
    """By how many tokens the run can go to the front, over what was kept before it."""
    adds, takes = run.old_start == run.old_stop, run.new_start == run.new_stop
    if not kept.kept or run.kept or adds == takes:
        return 0
    side, first, last = (
        (news, run.new_start, run.new_stop) if adds else (olds, run.old_start, run.old_stop)
    )
    steps = 0
    while (
        steps < kept.old_stop - kept.old_start and side[first - 1 - steps] == side[last - 1 - steps]
    ):
        steps += 1
    return steps


def _shifted(run: _Run, start: int, stop: int) -> _Run:
    return _Run(
        run.kept,
        run.old_start + start,
        run.old_stop + stop,
        run.new_start + start,
        run.new_stop + stop,
    )


def _kept_after(run: _Run, steps: int) -> _Run:
    """What the run went over: it is kept after it now."""
    return _Run(
        kept=True,
        old_start=run.old_stop - steps,
        old_stop=run.old_stop,
        new_start=run.new_stop - steps,
        new_stop=run.new_stop,
    )


def _without_islands(runs: list[_Run], olds: _Words) -> list[_Run]:
    found: list[_Run] = []
    for run in runs:
        if len(found) > 1 and found[-1].kept and _is_island(found[-1], olds):
            found.pop()
            run = _over(found.pop(), run)  # noqa: PLW2901 - the run takes in what it swallows
        found.append(run)
    return found


def _is_island(run: _Run, olds: _Words) -> bool:
    kept = olds[run.old_start : run.old_stop]
    return sum(word[0].isalnum() for word in kept) < ISLAND


class _Text:
    """A text cut before each blank that stands before a word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.words = words(text)
        stop, starts, stops = 0, [], [0]
        for word in self.words:
            start = text.index(word, stop)
            stop = start + len(word)
            starts.append(start)
            stops.append(stop)
        self._starts = [*starts, len(text)]
        self._stops = stops

    def between(self, start: int, stop: int) -> str:
        """The tokens from start to stop, each with the blanks before it."""
        return self._text[self._stops[start] : self._stops[stop]]

    def blanks(self, at: int) -> str:
        """The blanks before this token, or after the last."""
        return self._text[self._stops[at] : self._starts[at]]

    def bare(self, at: int) -> str:
        """The token itself."""
        return self._text[self._starts[at] : self._stops[at + 1]]

    def __len__(self) -> int:
        return len(self.words)


def _told(runs: list[_Run], old: _Text, new: _Text) -> Iterator[_Marked]:
    for run in runs:
        before = old.between(run.old_start, run.old_stop)
        after = new.between(run.new_start, run.new_stop)
        if run.kept and before == after:
            yield WordMark.KEPT, before
        elif run.kept:
            yield from _spaced(run, old, new)
        else:
            yield WordMark.DELETED, before
            yield WordMark.INSERTED, after
    yield from _blanks(old.blanks(len(old)), new.blanks(len(new)))


def _spaced(run: _Run, old: _Text, new: _Text) -> Iterator[_Marked]:
    """Words that were kept, with other blanks between them."""
    there = range(run.new_start, run.new_stop)
    for before, after in zip(range(run.old_start, run.old_stop), there, strict=True):
        yield from _blanks(old.blanks(before), new.blanks(after))
        yield WordMark.KEPT, old.bare(before)


def _blanks(old: str, new: str) -> Iterator[_Marked]:
    if old == new:
        yield WordMark.KEPT, old
        return
    yield WordMark.DELETED, old
    yield WordMark.INSERTED, new


def _joined(words: Iterator[_Marked]) -> Iterator[Word]:
    """Runs of one mark as one; between two kept runs, what was deleted comes first."""
    kept = deleted = inserted = ""
    for mark, text in words:
        if not text:
            continue
        if mark is WordMark.KEPT:
            if deleted or inserted:
                yield from _changed(deleted, inserted)
                deleted = inserted = ""
            kept += text
            continue
        if kept:
            yield Word(WordMark.KEPT, kept)
            kept = ""
        if mark is WordMark.DELETED:
            deleted += text
        else:
            inserted += text
    if kept:
        yield Word(WordMark.KEPT, kept)
    yield from _changed(deleted, inserted)


def _changed(deleted: str, inserted: str) -> Iterator[Word]:
    if deleted:
        yield Word(WordMark.DELETED, deleted)
    if inserted:
        yield Word(WordMark.INSERTED, inserted)
