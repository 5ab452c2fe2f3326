"""A rewording word by word, so that a reader sees words come and go, not letters."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from kz_civil_positions.changes.model import Word, WordMark
from kz_civil_positions.kazakh import Token, tokens

__all__ = ["redline"]

# Two words left standing between two changes are read as part of the change; three words
# are a phrase that the reader recognises.
ISLAND: Final = 3


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
    olds, news = tokens(old), tokens(new)
    runs = _without_islands(_slid(list(_runs(olds, news)), olds, news), olds)
    return tuple(_joined(_told(runs, _Text(old, olds), _Text(new, news))))


def _runs(olds: tuple[Token, ...], news: tuple[Token, ...]) -> Iterator[_Run]:
    """Kept and changed runs in turn: what stands side by side and was changed is one run."""
    codes = Indel.opcodes([one.text for one in olds], [one.text for one in news])
    changed: _Run | None = None
    for code in codes:
        here = _Run(
            code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end
        )
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


def _slid(runs: list[_Run], olds: tuple[Token, ...], news: tuple[Token, ...]) -> list[_Run]:
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


def _steps(kept: _Run, run: _Run, olds: tuple[Token, ...], news: tuple[Token, ...]) -> int:
    """By how many tokens the run can go to the front, over what was kept before it."""
    adds, takes = run.old_start == run.old_stop, run.new_start == run.new_stop
    if not kept.kept or run.kept or adds == takes:
        return 0
    side, first, last = (
        (news, run.new_start, run.new_stop) if adds else (olds, run.old_start, run.old_stop)
    )
    steps = 0
    while (
        steps < kept.old_stop - kept.old_start
        and side[first - 1 - steps].text == side[last - 1 - steps].text
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


def _without_islands(runs: list[_Run], olds: tuple[Token, ...]) -> list[_Run]:
    found: list[_Run] = []
    for run in runs:
        if len(found) > 1 and found[-1].kept and _is_island(found[-1], olds):
            found.pop()
            run = _over(found.pop(), run)  # noqa: PLW2901 - the run takes in what it swallows
        found.append(run)
    return found


def _is_island(run: _Run, olds: tuple[Token, ...]) -> bool:
    kept = olds[run.old_start : run.old_stop]
    return sum(token.text[0].isalnum() for token in kept) < ISLAND


class _Text:
    """A text cut before each blank that stands before a word."""

    def __init__(self, text: str, found: tuple[Token, ...]) -> None:
        self._text = text
        self._stops = [0, *(token.stop for token in found)]
        self._starts = [*(token.start for token in found), len(text)]

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
        return len(self._stops) - 1


def _told(runs: list[_Run], old: _Text, new: _Text) -> Iterator[Word]:
    for run in runs:
        if not run.kept:
            yield Word(WordMark.DELETED, old.between(run.old_start, run.old_stop))
            yield Word(WordMark.INSERTED, new.between(run.new_start, run.new_stop))
            continue
        for before, after in zip(
            range(run.old_start, run.old_stop), range(run.new_start, run.new_stop), strict=True
        ):
            yield from _blanks(old.blanks(before), new.blanks(after))
            yield Word(WordMark.KEPT, old.bare(before))
    yield from _blanks(old.blanks(len(old)), new.blanks(len(new)))


def _blanks(old: str, new: str) -> Iterator[Word]:
    if old == new:
        yield Word(WordMark.KEPT, old)
        return
    yield Word(WordMark.DELETED, old)
    yield Word(WordMark.INSERTED, new)


def _joined(words: Iterator[Word]) -> Iterator[Word]:
    """Runs of one mark as one; between two kept runs, what was deleted comes first."""
    texts = dict.fromkeys(WordMark, "")
    for word in words:
        if word.mark is WordMark.KEPT and word.text:
            changed = texts[WordMark.DELETED] or texts[WordMark.INSERTED]
            if changed:
                yield from _flushed(texts)
        elif word.text and texts[WordMark.KEPT]:
            yield from _flushed(texts)
        texts[word.mark] += word.text
    yield from _flushed(texts)


def _flushed(texts: dict[WordMark, str]) -> Iterator[Word]:
    for mark in WordMark:
        if texts[mark]:
            yield Word(mark, texts[mark])
            texts[mark] = ""
