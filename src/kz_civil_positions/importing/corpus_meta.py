"""What a corpus says of an act beside its text: in meta.yaml, front matter, and trailers."""

import datetime
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from kz_civil_positions.errors import BadInputError, DataError
from kz_civil_positions.importing.corpus_git import Snapshot
from kz_civil_positions.sources.requisites import (
    COMMIT_FILE,
    META_FILE,
    REMOVED,
    ActNamed,
    act_named,
    causes_named,
)
from kz_civil_positions.storage.yaml import read_yaml

__all__ = ["Meta", "meta_of"]

_FRONT: Final = re.compile(rb"---[ \t]*\r?\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")


@frozen
class Meta:
    """What a commit says of the act beside its text.

    Attributes:
        act: the act itself; None in the older layout, which does not say.
        title: in Russian.
        source: where the text was taken from.
        causes: the acts that brought this edition about, each with the name of the file that
            says so.
        text: the text without its front matter.
        beside: what says all this, as files to be kept: the YAML as it stands in the corpus,
            and the commit's own words.
    """

    act: ActNamed | None
    title: str | None
    source: str | None
    causes: tuple[tuple[ActNamed, str], ...]
    text: bytes
    beside: Mapping[str, bytes]


def meta_of(snapshot: Snapshot, code: str, language: str) -> Meta:
    """Answers: what does this commit say of the act beside its text?

    Args:
        snapshot: the act as the commit has it, or the commit that takes it away.
        code: the act's code.
        language: of the text that is brought: ``"kaz"`` or ``"rus"``.

    Raises:
        BadInputError: when the text of that language is missing, a requisite cannot be
            understood, or what is said contradicts itself.
        DataError: when what is said is no sound YAML.
    """
    trailed = {one.id: (one, COMMIT_FILE) for one in _trailed(snapshot)}
    beside = {COMMIT_FILE: _commit(snapshot, code)}
    if snapshot.folder is None:
        return Meta(None, None, None, tuple(trailed.values()), b"", beside)
    name = f"{language}.md"
    if name not in snapshot.files:
        raise BadInputError("corpus.no-text", where=snapshot.where, file=name)
    text = snapshot.files[name]
    front = _FRONT.match(text)
    if META_FILE in snapshot.files:
        where, yaml = f"{snapshot.where}/{META_FILE}", snapshot.files[META_FILE]
    else:
        where, yaml = f"{snapshot.where}/{name}", front["yaml"] if front else b""
    data = _read(where, yaml) if yaml.strip() else {}
    if yaml.strip():
        beside[META_FILE] = yaml
    _check_code(data, code, where)
    act = _act(data, where)
    _check_day(data, language, snapshot, where)
    causes = {one.id: (one, META_FILE) for one in _caused(data, where)} | trailed
    return Meta(
        act,
        _text(_of(data.get("title"), "rus"), where, "title"),
        _text(_of(data.get("source"), language), where, "source"),
        tuple(causes.values()),
        text[front.end() :] if front else text,
        beside,
    )


def _commit(snapshot: Snapshot, code: str) -> bytes:
    """The commit's own words, under its name, its day, and where it has the act."""
    place = snapshot.folder or REMOVED
    head = f"commit {snapshot.commit}\ndate {snapshot.day}\nact {code} {place}\n"
    return f"{head}\n{snapshot.message}".encode()


def _read(where: str, data: bytes) -> Mapping[str, Any]:
    """The YAML of a file, as strictly read as our own."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / META_FILE
        file.write_bytes(data)
        try:
            found = read_yaml(file)
        except DataError as error:
            raise DataError(
                evolve(one, where=one.where.replace(str(file), where)) for one in error.problems
            ) from None
    if not isinstance(found, Mapping):
        raise BadInputError("corpus.not-understood", where=where, field="–", value="–")
    return found


def _of(value: object, language: str) -> object:
    """What is said for a language: the older layout says it for the file's own."""
    return value.get(language) if isinstance(value, Mapping) else value


def _text(value: object, where: str, name: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise _not_understood(where, name, value)
    return value


def _not_understood(where: str, name: str, value: object) -> BadInputError:
    shown = str(value)[:200]
    return BadInputError("corpus.not-understood", where=where, field=name, value=shown)


def _check_code(data: Mapping[str, Any], code: str, where: str) -> None:
    said = data.get("act_code")
    if said is not None and str(said) != code:
        raise _contradicts(where, "act_code", said, code)


def _contradicts(where: str, name: str, said: object, other: object) -> BadInputError:
    facts = {"field": name, "said": said, "other": other}
    return BadInputError("corpus.contradicts", where=where, **facts)


def _act(data: Mapping[str, Any], where: str) -> ActNamed | None:
    said = _text(data.get("requisite"), where, "requisite")
    if said is None:
        return None
    act = _named(said, where, "requisite")
    approved = data.get("approved_on")
    if approved is not None and approved != act.adopted:
        raise _contradicts(where, "approved_on", approved, act.adopted)
    return act


def _check_day(data: Mapping[str, Any], language: str, snapshot: Snapshot, where: str) -> None:
    """A publisher dates an edition by what made it: it cannot take effect before that."""
    dated = _of(data.get("version_date"), language)
    if dated is None:
        return
    if not isinstance(dated, datetime.date):
        raise _not_understood(where, "version_date", dated)
    if dated > snapshot.day:
        raise _contradicts(where, "version_date", dated, snapshot.day)


def _caused(data: Mapping[str, Any], where: str) -> Iterator[ActNamed]:
    said = data.get("caused_by") or ()
    for one in said if isinstance(said, list) else (said,):
        if one:
            named = one.get("requisite") if isinstance(one, Mapping) else one
            text = _text(named, where, "caused_by")
            if text is None:
                raise _not_understood(where, "caused_by", one)
            yield _named(text, where, "caused_by")


def _trailed(snapshot: Snapshot) -> Iterator[ActNamed]:
    for said in causes_named(snapshot.message):
        yield _named(said, snapshot.where, "Cause-Act-Requisite")


def _named(said: str, where: str, name: str) -> ActNamed:
    """The act that a sentence of requisites names first."""
    found = act_named(said)
    if found is None:
        raise _not_understood(where, name, said)
    return found
