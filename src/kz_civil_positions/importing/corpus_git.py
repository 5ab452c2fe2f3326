"""A local git clone in which one commit is one edition of an act: read, never run.

Nothing of the clone is carried out (no hooks, no filters), and nothing outside it is read:
a clone whose objects stand elsewhere is refused, and so is one whose history was cut off.
"""

import datetime
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from kz_civil_positions.errors import BadInputError, RegisterError
from kz_civil_positions.sources.readers.limits import MAX_BYTES

if TYPE_CHECKING:
    from dulwich.objects import Commit
    from dulwich.repo import Repo

__all__ = ["MAX_COMMITS", "Snapshot", "act_history"]

# Commits of a clone, and folders within folders.
MAX_COMMITS: Final = 500_000
_DEEPEST: Final = 16
_CODE: Final = re.compile(r"[0-9A-Za-z]{1,24}")
# "1007-slug-135478" in a folder of the year, or "20191007-slug-135478".
_FOLDER: Final = re.compile(rb"\d{4}(?:\d{4})?-(?:.*-)?(?P<code>[0-9A-Za-z]+)", re.DOTALL)
_FILES: Final = ("kaz.md", "rus.md", "meta.yaml")
# Where these stand, objects or refs are somebody else's.
_ELSEWHERE: Final = ("objects/info/alternates", "objects/info/http-alternates", "commondir")

_Entry = tuple[int, bytes]
_Change = tuple[str, _Entry | None, _Entry | None]


@frozen
class Snapshot:
    """The act as one commit has it.

    Attributes:
        commit: the beginning of the commit's hash.
        day: the commit's date, in its own time zone.
        message: what the commit says.
        folder: where the act stands; None where the commit takes it away.
        files: its texts and what is said of it, by name.
    """

    commit: str
    day: datetime.date
    message: str = field(repr=False)
    folder: str | None
    files: Mapping[str, bytes] = field(repr=False, factory=dict)

    @property
    def where(self) -> str:
        """How messages name it."""
        return f"{self.commit}:{self.folder}" if self.folder else self.commit


def act_history(clone: Path, code: str) -> tuple[Snapshot, ...]:
    """Answers: what did each commit of this clone make of that act?

    Args:
        clone: a folder with a git clone, bare or not.
        code: the act's code, with which its folder's name ends.

    Returns:
        One for each commit that touches the act, the earliest first.

    Raises:
        BadInputError: when it is no whole clone that stands alone; when the act is not in it,
            or stands in two folders, or a merge changes it; past a limit.
    """
    if not _CODE.fullmatch(code):
        raise BadInputError("corpus.not-a-code", where="--act", code=code[:40])
    with _opened(clone) as repo:
        reader = _Reader(repo, code.encode())
        found = tuple(reader.snapshots())
    if not found:
        near = get_close_matches(code, sorted(reader.codes), 5, 0.6)
        raise BadInputError("corpus.no-act", where="--act", code=code, near=", ".join(near) or "–")
    return found


@contextmanager
def _opened(clone: Path) -> Iterator["Repo"]:
    """The clone; whatever is broken in it is told as one error."""
    try:
        from dulwich.repo import Repo  # noqa: PLC0415 - an extra
    except ImportError:
        raise BadInputError("corpus.needs-git", where="--git") from None
    control = clone if (clone / "objects").is_dir() else clone / ".git"
    _check_alone(clone, control)
    try:
        with Repo(str(clone)) as repo:
            yield repo
    except RegisterError:
        raise
    except KeyError as error:
        missing = error.args[0] if error.args else b""
        name = missing.decode("ascii", "replace") if isinstance(missing, bytes) else str(missing)
        raise BadInputError("corpus.not-whole", where=str(clone), object=name[:40]) from None
    except Exception as error:  # noqa: BLE001 - what a broken clone raises is of many kinds
        reason = f"{type(error).__name__}: {error}"[:160]
        raise BadInputError("corpus.broken", where=str(clone), reason=reason) from None


def _check_alone(clone: Path, control: Path) -> None:
    """Refuse what is no clone, what rests on other folders, and what was cut off."""
    if not (control / "objects").is_dir() or control.is_symlink():
        raise BadInputError("corpus.not-a-clone", where=str(clone))
    home = control.resolve()
    inner = (control / name for name in ("objects", "objects/pack", "refs", "HEAD", "packed-refs"))
    if any((control / name).exists() for name in _ELSEWHERE) or any(
        not one.resolve().is_relative_to(home) for one in inner
    ):
        raise BadInputError("corpus.objects-elsewhere", where=str(clone))
    if (control / "shallow").exists():
        raise BadInputError("corpus.shallow", where=str(clone))


class _Reader:
    """Follows one act from the first commit to the last.

    Attributes:
        codes: the codes of all acts met on the way.
    """

    def __init__(self, repo: "Repo", code: bytes) -> None:
        self._repo = repo
        self._code = code
        self.codes: set[str] = set()

    def snapshots(self) -> Iterator[Snapshot]:
        """The commits that touch the act."""
        folders: dict[str, _Entry] = {}
        before: bytes | None = None
        for commit in self._line():
            changes = tuple(self._changes(before, commit.tree))
            before = commit.tree
            if changes:
                name = commit.id[:10].decode()
                if len(commit.parents) > 1:
                    raise BadInputError("corpus.merge", where=name)
                for path, _, entry in changes:
                    folders.pop(path, None)
                    if entry is not None:
                        folders[path] = entry
                yield self._snapshot(commit, name, folders)

    def _line(self) -> list["Commit"]:
        """From the first commit to the last, along first parents."""
        from dulwich.objects import Commit  # noqa: PLC0415

        line: list[Commit] = []
        sha = self._repo.head()
        while True:
            commit = self._repo[sha]
            if not isinstance(commit, Commit):
                raise BadInputError("corpus.broken", where=str(self._repo.path), reason="HEAD")
            line.append(commit)
            if len(line) > MAX_COMMITS:
                raise BadInputError("corpus.too-many-commits", most=MAX_COMMITS)
            if not commit.parents:
                return line[::-1]
            sha = commit.parents[0]

    def _tree(self, sha: bytes | None) -> dict[bytes, _Entry]:
        from dulwich.objects import Tree  # noqa: PLC0415

        if sha is None:
            return {}
        tree = self._repo[sha]
        if not isinstance(tree, Tree):
            raise TypeError(sha.decode("ascii", "replace"))
        return {one.path: (one.mode, one.sha) for one in tree.iteritems()}

    def _changes(
        self, old: bytes | None, new: bytes | None, path: str = "", depth: int = 0
    ) -> Iterator[_Change]:
        """Where folders of the act differ between two trees; like trees are not opened."""
        if depth > _DEEPEST:
            raise BadInputError("corpus.too-deep", where=path[:200], most=_DEEPEST)
        here, there = self._tree(old), self._tree(new)
        for name in sorted(here.keys() | there.keys()):
            one, other = here.get(name), there.get(name)
            if one == other:
                continue
            at = f"{path}/{_shown(name)}".lstrip("/")
            act = _FOLDER.fullmatch(name)
            if act and not stat.S_ISREG((other or one or (0, b""))[0]):
                self.codes.add(act["code"].decode())
                if act["code"] == self._code:
                    yield at, one, other
            elif _is_tree(one) or _is_tree(other):
                yield from self._changes(_sha(one), _sha(other), at, depth + 1)

    def _snapshot(self, commit: "Commit", name: str, folders: Mapping[str, _Entry]) -> Snapshot:
        if len(folders) > 1:
            names = ", ".join(sorted(folders))
            raise BadInputError("corpus.two-folders", where=name, folders=names[:400])
        message = commit.message.decode("utf-8", "replace")
        folder = next(iter(folders), None)
        files = self._files(f"{name}:{folder}", folders[folder]) if folder else {}
        return Snapshot(name, _day(commit, name), message, folder, files)

    def _files(self, where: str, entry: _Entry) -> dict[str, bytes]:
        if not _is_tree(entry):
            raise BadInputError("corpus.not-a-file", where=where)
        there = self._tree(entry[1])
        found = {}
        for name in _FILES:
            one = there.get(name.encode())
            if one is None:
                continue
            if not stat.S_ISREG(one[0]):
                raise BadInputError("corpus.not-a-file", where=f"{where}/{name}")
            data = self._repo[one[1]].as_raw_string()
            if len(data) > MAX_BYTES:
                facts = {"size": len(data), "most": MAX_BYTES}
                raise BadInputError("documents.too-large", where=f"{where}/{name}", **facts)
            found[name] = data
        return found


def _is_tree(entry: _Entry | None) -> bool:
    return entry is not None and stat.S_ISDIR(entry[0])


def _sha(entry: _Entry | None) -> bytes | None:
    return entry[1] if entry is not None and _is_tree(entry) else None


def _shown(name: bytes) -> str:
    return name.decode("utf-8", "backslashreplace")


def _day(commit: "Commit", name: str) -> datetime.date:
    """The day of the commit where it was made; not where it is read."""
    try:
        zone = datetime.timezone(datetime.timedelta(seconds=commit.commit_timezone))
        return datetime.datetime.fromtimestamp(commit.commit_time, zone).date()
    except (ValueError, OverflowError, OSError):
        raise BadInputError("corpus.no-day", where=name) from None
