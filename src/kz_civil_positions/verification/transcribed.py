"""The text that is cited against the document it was transcribed from."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from kz_civil_positions.errors import BadInputError, Problem
from kz_civil_positions.sources.readers.recognise import read_document
from kz_civil_positions.sources.transcript import Transcript
from kz_civil_positions.storage.files import read_bytes
from kz_civil_positions.verification.case import Case
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["transcribed"]

# What the reader of a format says when the library that it needs is not installed.
_NEEDS: Final = "documents.needs-"


def transcribed(case: Case) -> Check | None:
    """Answers: does the document as it was brought, read again, give the text that is cited?

    Returns:
        The check; None where the text itself was brought, or where the seals say that the
        document is missing. Where the library that reads the format is not installed, the
        check says under a name of its own that it was not made.

    Raises:
        DataError: when the document cannot be read at all.
    """
    original = case.order.original
    if original is None or case.text is None:
        return None
    file = case.files.folder / original.file
    if not file.is_file():
        return None
    try:
        found = read_document(read_bytes(file), original.file).transcript
    except BadInputError as error:
        if error.key.startswith(_NEEDS):
            return Check.of("not-transcribed", case.name, 0)
        where = case.files.line(original.file, 1)
        failure = Problem(where, error.where, error.key, tuple(error.facts.items()))
        return Check.of("transcribed", case.name, 1, [failure])
    return Check.of("transcribed", case.name, len(case.lines), _unlike(case, found))


def _unlike(case: Case, found: Transcript) -> Iterator[Problem]:
    """The form, if it is another, and the first line that is."""
    form = case.order.source.form if case.order.source else None
    if form is not found.form:
        where = case.files.order("source")
        yield problem(where, "source", "transcribed-otherwise", stored=form, derived=found.form)
    pairs = zip_longest(case.lines, found.text.split("\n"))
    for number, (stored, derived) in enumerate(pairs, 1):
        if stored != derived:
            where = case.files.line(case.source, number)
            yield problem(where, "", "transcribed-otherwise", stored=stored, derived=derived)
            return
