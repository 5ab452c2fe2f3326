"""A command run in a process of its own, which is killed at one moment after another.

``python tests/killing.py EVERY FOLDER TALLY WORD …`` runs the command of these words from its
very start. A moment is before or after any call that touches files: between two of them
nothing happens to a disk. Until the command changes something below the folder, a copy of the
process is killed at one of so many moments, while the process itself goes on. From its first
change below the folder on, the process stands still: for each moment that follows, the folder
is put as it was, and a copy of the process goes on until that moment and is killed there. So
no clock decides where it dies.

The tally is written as JSON: how many were killed before and after the first change, in which
states the folder was found, by number, and how the last copy, which nobody killed, ended.
"""

import io
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, Final

from attrs import define, field

from kz_civil_positions.storage.folders import STAGE
from kz_civil_positions.storage.steady import steadily

__all__ = ["Killer", "child", "end_of", "state"]

KILLED: Final = -signal.SIGKILL
# After so many kills the command is run to its end on what was left.
RUN_AGAIN: Final = 20
MODULES: Final = ("posix", "fcntl", "_io")
STREAMS: Final = (io.FileIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom)
CHANGES: Final = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod")


def state(root: Path) -> dict[str, bytes]:
    """Which files are there, with what in them; what begins with a dot is nobody's data."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in files
        if not any(part.startswith(".") for part in path.relative_to(root).parts)
    }


def child(do: Callable[[], object]) -> int:
    """Do it in a copy of this process; its number."""
    number = os.fork()
    if number == 0:
        end = 1
        try:
            do()
            end = 0
        finally:
            os._exit(end)
    return number


def end_of(number: int) -> int:
    """How a child ended."""
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def settled(root: Path) -> dict[str, bytes]:
    """What whoever reads the folder finds, by the rule of reading."""
    if not root.exists():
        return {}
    found = steadily(root, lambda: state(root))
    assert not (root / STAGE / "plan.json").exists()
    return found


def _touches_files(call: Any) -> bool:  # noqa: ANN401 - whatever is called
    return getattr(call, "__module__", None) in MODULES or isinstance(
        getattr(call, "__self__", None), STREAMS
    )


def _changes(event: str, args: tuple[Any, ...]) -> bool:
    if event == "open":
        flags = args[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in CHANGES


@define
class Killer:
    """What is killed, where, and what was found there.

    Attributes:
        every: of the moments before the first change one of so many is taken, later all.
        watched: the folder that must hold what was there before, or all that comes after.
        before: a copy of it as it is before the command; None where it is not there.
        at_rest: what the folder holds before, and what it holds after, once that is known.
        left: moments to go on until this copy of the process is killed; None if it is not.
        first: whether the first change is still to come.
        killed: how many were killed before the first change, and from then on.
        found: the states that were found, as numbers into ``at_rest``.
        ended: the exit code of the copy that nobody killed.
    """

    every: int
    watched: Path
    before: Path | None
    at_rest: list[dict[str, bytes]]
    left: int | None = None
    first: bool = True
    killed: list[int] = field(factory=lambda: [0, 0])
    found: set[int] = field(factory=set)
    ended: int | None = None
    _seen: int = 0

    def watch(self) -> None:
        """From now on, know every moment."""
        sys.addaudithook(self.on_event)
        sys.setprofile(self.on_call)

    def on_call(self, _: FrameType, event: str, call: Any) -> None:  # noqa: ANN401
        """A moment, if what is called touches files."""
        if event not in {"c_call", "c_return"} or not _touches_files(call):
            return
        if self.first:
            self._seen += 1
            if self._seen % self.every == 0:
                self._note(child(lambda: os.kill(os.getpid(), signal.SIGKILL)))
        elif self.left is not None:
            self.left -= 1
            if self.left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def on_event(self, event: str, args: tuple[Any, ...]) -> None:
        """The first change below the folder: from here on, a copy dies at each moment."""
        if not self.first or not _changes(event, args):
            return
        sys.setprofile(None)
        if str(args[0]).startswith(str(self.watched)):
            self.first = False
            self._kill_at_each()
        sys.setprofile(self.on_call)

    def _kill_at_each(self) -> None:
        """Only copies come back from here; the process itself has seen all and ends."""
        if self._goes_on(None):
            return
        self.at_rest.append(settled(self.watched))
        moment = 0
        while True:
            self._put_back()
            if self._goes_on(moment):
                return
            if self.ended != KILLED:
                break
            self.killed[1] += 1
            self._check()
            if moment % RUN_AGAIN == 0:
                if self._goes_on(None):
                    return
                assert self.ended == 0
                assert (settled(self.watched), self._staged()) == (self.at_rest[1], False)
            moment += 1
        raise SystemExit(0)

    def _goes_on(self, moments: int | None) -> bool:
        """Whether this is the copy that goes on; the other waits for its end."""
        sys.stdout.flush()
        number = os.fork()
        if number == 0:
            self.left = moments
            return True
        self.ended = end_of(number)
        return False

    def _note(self, number: int) -> None:
        assert end_of(number) == KILLED
        self.killed[0] += 1
        self._check()

    def _check(self) -> None:
        now = settled(self.watched)
        self.found.add(self.at_rest.index(now) if now in self.at_rest else -1)

    def _staged(self) -> bool:
        return (self.watched / STAGE).exists()

    def _put_back(self) -> None:
        shutil.rmtree(self.watched, ignore_errors=True)
        if self.before is not None:
            shutil.copytree(self.before, self.watched)

    def tally(self) -> dict[str, object]:
        """What became of all."""
        return {"killed": self.killed, "found": sorted(self.found), "ended": self.ended}


def main() -> None:
    """The program."""
    every, watched, tally, *words = sys.argv[1:]
    folder = Path(watched)
    with tempfile.TemporaryDirectory() as place:
        before = Path(shutil.copytree(folder, Path(place) / "b")) if folder.exists() else None
        killer = Killer(int(every), folder, before, [settled(folder)])
        myself, code = os.getpid(), 1
        killer.watch()
        try:
            code = run(words)
        finally:
            sys.setprofile(None)
            if os.getpid() != myself:
                os._exit(code)
        Path(tally).write_text(json.dumps(killer.tally()), "utf-8")


def run(words: list[str]) -> int:
    """Answers: with which code does this command end, all its modules still to be brought?

    Nobody waits for the disk: who is killed loses nothing that the system was given before.
    """
    setattr(os, "fsync", os.fstat)  # noqa: B010 - of another type than what it stands for
    from kz_civil_positions.__main__ import run as command  # noqa: PLC0415 - it is what is watched

    sys.argv[1:] = words
    try:
        command()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


if __name__ == "__main__":
    main()
