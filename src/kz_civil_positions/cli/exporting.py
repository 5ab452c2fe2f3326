"""Commands that give editions to other programs, and the schemas of what they give."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kz_civil_positions.cli.commands import main
from kz_civil_positions.cli.options import Settings, common, put, put_json, text_option
from kz_civil_positions.errors import BadInputError, NotHeldError

if TYPE_CHECKING:
    from kz_civil_positions.exports.rows import TidyRow
    from kz_civil_positions.history.register import Register
    from kz_civil_positions.model import Edition

__all__ = ["export", "schema"]

_SUFFIXES: Final = {
    ".json": "json",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".xml": "akn",
    ".jsonld": "jsonld",
    ".parquet": "parquet",
}


@main.command()
@click.option("--edition", "name", metavar="ORDER", help="The edition an order made.")
@click.option("--all", "whole", is_flag=True, help="The whole register: all its editions.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_SUFFIXES.values())),
    help="The format; without it, told by the name of the output file, or json.",
)
@click.option("--output", metavar="FILE", help="Write to a file, whole or not at all.")
@text_option
@common
@click.pass_context
def export(
    ctx: click.Context, *, name: str | None, whole: bool, form: str | None, output: str | None
) -> None:
    """An edition, or all, for other programs."""
    settings = ctx.ensure_object(Settings)
    if whole and name is not None:
        raise BadInputError("exports.all-and-edition", where="--all")
    chosen = form or _SUFFIXES.get(Path(output or "").suffix.lower(), "json")
    if settings.text is not None and (whole or chosen == "jsonld"):
        raise BadInputError("exports.all-and-text", where="--text")
    register = settings.register()
    if chosen == "jsonld":
        _put_jsonld(register, None if name is None else register.edition(name), output)
        return
    if chosen in ("csv", "xlsx", "parquet"):
        editions = register.editions if whole else (settings.edition(register, name, None),)
        _put_table(settings, register, editions, chosen, output)
        return
    if whole:
        _put_whole(register, chosen, output)
        return
    edition = settings.edition(register, name, None)
    if chosen == "akn":
        from kz_civil_positions.exports.akn import to_akn  # noqa: PLC0415

        put(to_akn(register, edition, settings.language), output)
    else:
        from kz_civil_positions.exports.document import edition_document  # noqa: PLC0415

        put_json(edition_document(edition), output)
    if not edition.held:
        click.echo(_not_held(edition).text(settings.language), err=True)
        ctx.exit(NotHeldError.exit_code)


def _not_held(edition: "Edition") -> NotHeldError:
    return NotHeldError("text-not-held", edition=edition.key, order=edition.order)


def _put_whole(register: "Register", form: str, output: str | None) -> None:
    from kz_civil_positions.exports.whole import register_document  # noqa: PLC0415

    if form != "json":
        raise BadInputError("exports.one-at-a-time", where="--all", form=form)
    put_json(register_document(register), output)


def _put_jsonld(register: "Register", edition: "Edition | None", output: str | None) -> None:
    from kz_civil_positions.exports.jsonld import orders_jsonld  # noqa: PLC0415

    only = register.orders if edition is None else (register.order(edition.order),)
    put_json(orders_jsonld(register, only), output)


def _put_table(
    settings: Settings,
    register: "Register",
    editions: "tuple[Edition, ...]",
    form: str,
    output: str | None,
) -> None:
    from kz_civil_positions.exports.rows import tidy_rows  # noqa: PLC0415

    held = tuple(edition for edition in editions if edition.held)
    if not held:
        raise _not_held(editions[-1])
    if form != "csv" and output is None and _on_terminal():
        raise BadInputError("exports.needs-output", where="--output", form=form)
    rows = tuple(tidy_rows(register, held))
    data = _written(settings, register, editions, rows, form)
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        from kz_civil_positions.storage.files import write_bytes  # noqa: PLC0415

        write_bytes(Path(output), data)
    for edition in editions:
        if not edition.held:
            click.echo(_not_held(edition).text(settings.language), err=True)


def _on_terminal() -> bool:
    return sys.stdout.isatty()


def _written(
    settings: Settings,
    register: "Register",
    editions: "tuple[Edition, ...]",
    rows: "tuple[TidyRow, ...]",
    form: str,
) -> bytes:
    from kz_civil_positions.exports import tables  # noqa: PLC0415

    if form == "csv":
        return tables.to_csv(rows).encode()
    if form == "xlsx":
        return tables.to_xlsx(register, editions, rows, settings.language)
    from kz_civil_positions.exports.notices import table_notice  # noqa: PLC0415
    from kz_civil_positions.exports.parquet import to_parquet  # noqa: PLC0415

    return to_parquet(rows, table_notice(register, editions, settings.language))


@main.command()
@click.argument("name")
@click.option("--output", metavar="FILE", help="Write to a file, whole or not at all.")
@common
def schema(name: str, output: str | None) -> None:
    """The JSON Schema of a data file or an export.

    NAME is order, register, repairs, annotations, edition, operations, exported-edition or
    exported-register.
    """
    from kz_civil_positions.exports.schema import shipped  # noqa: PLC0415

    put(shipped(name), output)
