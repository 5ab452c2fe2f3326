"""Commands that make reports, in every format."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kz_civil_positions.cli.commands import main
from kz_civil_positions.cli.options import Settings, common, put, put_json, text_option
from kz_civil_positions.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kz_civil_positions.reports.document import Document

__all__ = ["diff", "report"]

_FORMATS: Final = ("md", "html", "docx", "json")
_SUFFIXES: Final = {".md": "md", ".html": "html", ".htm": "html", ".docx": "docx", ".json": "json"}


def _report_options(command: Any) -> Any:  # noqa: ANN401 - click's decorators are untyped
    form = click.option(
        "--format",
        "form",
        type=click.Choice(_FORMATS),
        help="The format; without it, told by the name of the output file, or md.",
    )
    output = click.option("--output", metavar="FILE", help="Write to a file, whole or not at all.")
    return form(output(command))


def _deliver(
    settings: Settings,
    form: str | None,
    output: str | None,
    document: "Callable[[], Document]",
    data: "Callable[[], object]",
) -> None:
    """Make the report in the format asked for, and print it or write it."""
    chosen = _format(settings, form, output)
    if chosen == "json":
        put_json(data(), output)
    elif chosen == "docx":
        from kz_civil_positions.reports.docx import render as to_docx  # noqa: PLC0415
        from kz_civil_positions.storage.files import write_bytes  # noqa: PLC0415

        if output is None:
            raise BadInputError("docx-needs-output", where="--output")
        write_bytes(Path(output), to_docx(document()))
    elif chosen == "html":
        from kz_civil_positions.reports.html import render as to_html  # noqa: PLC0415

        put(to_html(document()), output)
    else:
        from kz_civil_positions.reports.markdown import render as to_markdown  # noqa: PLC0415

        put(to_markdown(document()), output)


def _format(settings: Settings, form: str | None, output: str | None) -> str:
    if form:
        return form
    if settings.as_json:
        return "json"
    suffix = Path(output).suffix.lower() if output else ".md"
    if suffix not in _SUFFIXES:
        known = ", ".join(_FORMATS)
        raise BadInputError("unknown-format", where=output or "", suffix=suffix, known=known)
    return _SUFFIXES[suffix]


@main.command()
@click.argument("old")
@click.argument("new")
@_report_options
@text_option
@common
@click.pass_obj
def diff(settings: Settings, old: str, new: str, form: str | None, output: str | None) -> None:
    """What changed between two editions: the change report.

    OLD and NEW are orders (2015, 920, 2019-920), days (2021-01-01) or published editions
    (2015@2016-06-01).
    """
    from kz_civil_positions.cli.documents import comparison_document  # noqa: PLC0415
    from kz_civil_positions.reports.comparison import comparison  # noqa: PLC0415

    register = settings.register()
    editions = settings.either(register, old), settings.either(register, new)
    _deliver(
        settings,
        form,
        output,
        lambda: comparison(register, *editions, settings.language),
        lambda: comparison_document(register, *editions),
    )


@main.group()
def report() -> None:
    """Reports that can be filed: comparative table, chronology, edition."""


@report.command()
@click.argument("old")
@click.argument("new")
@_report_options
@text_option
@common
@click.pass_obj
def table(settings: Settings, old: str, new: str, form: str | None, output: str | None) -> None:
    """The comparative table of two editions, one row a change."""
    from kz_civil_positions.cli.documents import comparison_document  # noqa: PLC0415
    from kz_civil_positions.reports.comparative import comparative_table  # noqa: PLC0415

    register = settings.register()
    editions = settings.either(register, old), settings.either(register, new)
    _deliver(
        settings,
        form,
        output,
        lambda: comparative_table(register, *editions, settings.language),
        lambda: comparison_document(register, *editions),
    )


@report.command()
@click.option("--of", "name", metavar="ADDRESS", help="Only what happened to this place or entry.")
@_report_options
@common
@click.pass_obj
def chronology(settings: Settings, name: str | None, form: str | None, output: str | None) -> None:
    """All orders in the order of their effect, what each did, and how sure the days are."""
    from kz_civil_positions.cli.documents import history_document, orders_document  # noqa: PLC0415
    from kz_civil_positions.reports.chronology import chronology as make  # noqa: PLC0415

    register = settings.register()
    _deliver(
        settings,
        form,
        output,
        lambda: make(register, settings.language, name),
        lambda: (
            history_document(name, register.history(name)) if name else orders_document(register)
        ),
    )


@report.command()
@click.argument("edition", metavar="EDITION")
@_report_options
@text_option
@common
@click.pass_obj
def edition(settings: Settings, edition: str, form: str | None, output: str | None) -> None:
    """An edition as the table it is, with notes for doubts and printed faults."""
    from kz_civil_positions.exports.document import edition_document  # noqa: PLC0415
    from kz_civil_positions.reports.edition import edition_report  # noqa: PLC0415

    register = settings.register()
    chosen = settings.either(register, edition)
    _deliver(
        settings,
        form,
        output,
        lambda: edition_report(register, chosen, settings.language),
        lambda: edition_document(chosen),
    )
