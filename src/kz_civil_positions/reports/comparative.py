"""The comparative table (салыстырма кесте, сравнительная таблица), as lawyers file it."""

from collections.abc import Iterator

from kz_civil_positions.changes import Change, Lane
from kz_civil_positions.errors import NotHeldError
from kz_civil_positions.history.register import Register
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Edition
from kz_civil_positions.reports.changes import ground, moved, redlined
from kz_civil_positions.reports.document import (
    Cell,
    Document,
    Heading,
    Paragraph,
    Table,
    cell,
    plain,
)
from kz_civil_positions.reports.phrases import notice

__all__ = ["comparative_table"]


def comparative_table(
    register: Register, old: Edition, new: Edition, language: Language
) -> Document:
    """Answers: what does each structural element say in either edition, and on what ground?

    Art. 18(4) and 29(2) of the law on legal acts ask for such a table beside a draft that
    amends; its official form was not found, and the table says so.

    Args:
        register: the register of both.
        old: the edition in effect.
        new: the new edition.
        language: of headings and messages.

    Returns:
        The table, one row a change of law.

    Raises:
        NotHeldError: when the text of either is not held: rows cannot be made up.
    """
    for edition in (old, new):
        if not edition.held:
            raise NotHeldError("text-not-held", edition=edition.key, order=edition.order)
    changes = [one for one in register.diff(old, new) if one.lane is Lane.LAW]
    title = say("changes.table-title", language, old=old.key, new=new.key)
    head = (
        cell(say("changes.column-number", language)),
        cell(say("changes.column-element", language)),
        cell(say("changes.column-old", language, edition=old.key)),
        cell(say("changes.column-new", language, edition=new.key)),
        cell(say("changes.ground", language)),
    )
    rows = tuple(
        tuple(_row(register, number, change, language)) for number, change in enumerate(changes, 1)
    )
    body = (
        Table(head, rows, widths=(1, 3, 6, 6, 4))
        if rows
        else Paragraph(plain(say("reports.no-changes", language)))
    )
    return Document(
        title,
        language,
        (
            Heading(1, plain(title)),
            notice(register, (old, new), language),
            Paragraph(plain(say("changes.form-unknown", language))),
            body,
        ),
        landscape=True,
    )


def _row(register: Register, number: int, change: Change, language: Language) -> Iterator[Cell]:
    yield cell(str(number))
    yield cell(*_element(change, language))
    yield _text(change.old, language, "absent")
    if change.words:
        yield Cell((redlined(change),))
    else:
        yield _text(change.new, language, "excluded")
    yield Cell(tuple(plain(line) for line in ground(register, change, language)))


def _element(change: Change, language: Language) -> Iterator[str]:
    code = change.code or change.old_code
    yield str(code) if code else say("changes.abbreviations", language)
    yield say(f"changes.{change.kind}", language)
    yield from moved(change)


def _text(text: str | None, language: Language, missing: str) -> Cell:
    return cell(say(f"changes.{missing}", language) if text is None else text)
