"""A document read as far as its own words go."""

import hashlib
from typing import Final

from attrs import evolve, frozen

from kz_civil_positions.errors import BadInputError, DataError, Problem
from kz_civil_positions.importing.result import Request
from kz_civil_positions.model import Doubt
from kz_civil_positions.orders import SourceFile, TextForm
from kz_civil_positions.sources.carry import carry_readings
from kz_civil_positions.sources.draft import Draft, derive
from kz_civil_positions.sources.language import language_of
from kz_civil_positions.sources.readers.recognise import Document, DocumentKind
from kz_civil_positions.sources.repairs import Repair, Repairs
from kz_civil_positions.sources.suggest import suggest_readings
from kz_civil_positions.storage.load import load_readings

__all__ = ["Read", "place_of", "read"]

_ENDINGS: Final = {
    DocumentKind.HTML: "html",
    DocumentKind.MARKDOWN: "md",
    DocumentKind.DOCX: "docx",
    DocumentKind.PDF: "pdf",
    DocumentKind.TEXT: "txt",
    DocumentKind.LAYOUT: "txt",
}


@frozen
class Read:
    """What a document says by itself.

    Attributes:
        name: of the document.
        data: its bytes.
        document: its format and its text.
        language: of the text: ``"kaz"`` or ``"rus"``.
        repairs: what was mended, by whom, in which file.
        draft: the register and the order's own words.
        doubts: readings that are inferred or unknown.
        text: the text whose lines are cited.
        original: the document as a file; None where its bytes are the text itself.
        suggested: of the readings in the repairs, those that rules suggest and nobody recorded.
    """

    name: str
    data: bytes
    document: Document
    language: str
    repairs: Repairs
    draft: Draft
    doubts: tuple[Doubt, ...]
    text: str
    original: SourceFile | None = None
    suggested: tuple[Repair, ...] = ()


def read(
    name: str,
    data: bytes,
    document: Document,
    order: str,
    request: Request,
    *,
    held: tuple[Repair, ...] = (),
) -> Read:
    """Answers: what does this document say?

    Args:
        name: of the document, for messages.
        data: its bytes.
        document: what they hold.
        order: the id of the order whose text it is.
        request: what the user says of it.
        held: readings by hand of the copy that is held: what a person decided about words
            holds for the same words here.

    Returns:
        The document, with the register and the order that its words make.

    Raises:
        BadInputError: when its language cannot be told.
        DataError: where a line fits no rule and no reading, at its place in the document.
    """
    text = _text(data, document)
    language = _language(name, document)
    source, original = _files(data, text, document, language, request)
    by_hand = load_readings(request.readings, order) if request.readings else ()
    try:
        known = Repairs(order, source, by_hand)
        known = carry_readings(text, known, held) if held else known
        suggested = suggest_readings(text, known, document.transcript.guessed)
        draft = derive(text, suggested.repairs)
    except DataError as error:
        found = (_placed(one, name, document) for one in error.problems)
        raise DataError(found) from None
    repairs = evolve(suggested.repairs, by_rule=draft.repairs)
    return Read(
        name,
        data,
        document,
        language,
        repairs,
        draft,
        suggested.doubts,
        text,
        original,
        tuple(one for one in repairs.by_hand if one not in known.by_hand),
    )


def _text(data: bytes, document: Document) -> str:
    """The transcript; a text that was brought in that very form is kept as it came."""
    text = document.transcript.text
    bare = text.removesuffix("\n")
    return bare if data == bare.encode() else text


def _language(name: str, document: Document) -> str:
    try:
        return language_of(document.transcript.text)
    except BadInputError as error:
        line = error.where.removeprefix("line ")
        where = place_of(name, document, int(line) if line.isdigit() else 0)
        raise BadInputError(error.key, where=where, **error.facts) from None


def _files(
    data: bytes, text: str, document: Document, language: str, request: Request
) -> tuple[SourceFile, SourceFile | None]:
    """The text that is cited, and the document it was transcribed from, if that is another."""
    form, cited = document.transcript.form, text.encode()
    source = SourceFile(f"source.{language}.txt", _sha256(cited), form, request.annex)
    if cited == data:
        return evolve(source, address=request.address), None
    original = f"original.{_ENDINGS[document.kind]}"
    return source, SourceFile(original, _sha256(data), address=request.address)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _placed(problem: Problem, name: str, document: Document) -> Problem:
    """A problem names a line of the text; a person looks it up in the document."""
    line = problem.where.removeprefix("L").partition("–")[0]
    return evolve(problem, where=place_of(name, document, int(line) if line.isdigit() else 0))


def place_of(name: str, document: Document, line: int) -> str:
    """Answers: where in the document does this line of its text stand?"""
    transcript = document.transcript
    if transcript.form is TextForm.LAYOUT and line:
        return f"{name}:{line}"
    if 1 <= line <= len(transcript.places):
        return f"{name}, {transcript.places[line - 1]}"
    return name
