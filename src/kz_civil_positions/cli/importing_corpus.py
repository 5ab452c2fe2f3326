"""Bringing an act from a git corpus, on the command line: what is asked, and what is said."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kz_civil_positions.cli.importing_views import imported_document, outcome_lines
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.importing.corpus import TONGUES, CorpusImported, import_corpus
from kz_civil_positions.messages import LANGUAGES, Language, say

__all__ = ["TONGUES", "check_asked", "corpus_document", "corpus_view", "import_corpus"]


def check_asked(
    file: str | None, git: str | None, act: str | None, given: Mapping[str, object]
) -> None:
    """Answers: is it clear whether a document is meant, or an act of a corpus?

    Raises:
        BadInputError: when both are, or neither, or only half of one; when an option is given
            that says of a corpus what only it can say.
    """
    if (git is None) != (act is None) or (file is None) == (git is None):
        raise BadInputError("corpus.file-or-git", where="import")
    for option, value in given.items() if git is not None else ():
        if value is not None:
            raise BadInputError("corpus.not-with-git", where=option, option=option)


def corpus_view(found: CorpusImported, root: Path, language: Language) -> str:
    """What was read and written, what to look at, and what to do next."""
    return "\n".join(_lines(found, root, language))


def _lines(found: CorpusImported, root: Path, language: Language) -> Iterator[str]:
    facts = {"order": found.order, "count": len(found.imported), "folder": found.folder}
    yield say("corpus.done", language, **facts)
    for one in found.imported:
        name = one.edition or one.order
        yield f"  {name}: {say(f'importing.role-{one.role}', language)} ({one.document})"
    if found.repealed is not None:
        facts = {"day": found.repealed.in_effect.latest, "title": found.repealed.title}
        yield say("corpus.repealed", language, **facts)
    if found.alone:
        yield say("corpus.alone", language, days=", ".join(found.alone))
    if found.unchanged:
        yield say("corpus.unchanged", language, commits=", ".join(found.unchanged))
    for act in found.unnamed:
        yield say("corpus.unnamed", language, requisite=act.requisite[:200])
    yield say("corpus.unofficial", language)
    yield from outcome_lines(found.written, found.failures, root, language)


def corpus_document(found: CorpusImported) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "order": found.order,
        "folder": found.folder,
        "texts": [imported_document(one) | {"written": []} for one in found.imported],
        "unchanged": list(found.unchanged),
        "alone": list(found.alone),
        "unnamed": [one.requisite for one in found.unnamed],
        "repealed": found.repealed and found.repealed.id,
        "failures": [
            {
                "where": one.where,
                "path": one.path,
                "text": {language: one.text(language) for language in LANGUAGES},
            }
            for one in found.failures
        ],
        "written": [str(file) for file in found.written],
    }
