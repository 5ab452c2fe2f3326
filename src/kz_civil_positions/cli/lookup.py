"""Commands that look positions up: find, match, institutions, institution, explain."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kz_civil_positions.cli.commands import main
from kz_civil_positions.cli.options import Settings, common, edition_options, put, put_json
from kz_civil_positions.errors import BadInputError, NothingFoundError
from kz_civil_positions.messages import say

if TYPE_CHECKING:
    from kz_civil_positions.history.register import Register
    from kz_civil_positions.lookup.explain import Explanation
    from kz_civil_positions.lookup.matching import TitleMatch
    from kz_civil_positions.lookup.tables import Row, Table
    from kz_civil_positions.model import Edition

__all__ = ["explain", "find", "institution", "institutions", "match"]


@main.command()
@click.argument("query")
@edition_options
@click.option("--block", metavar="CODE", help="Only in this block, link or level, such as B or C2.")
@click.option("--sector", metavar="NAME", help="Only in this sector: health, other.")
@click.option("--institution", metavar="ID", help="Only positions of this institution.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many matches.")
@common
@click.pass_context
def find(  # noqa: PLR0917 - click gives them by name
    ctx: click.Context,
    query: str,
    name: str | None,
    day: str | None,
    block: str | None,
    sector: str | None,
    institution: str | None,
    limit: int | None,
) -> None:
    """Which position is meant: level, entry, why it fits, doubts, source lines.

    QUERY is a position as people name it, with its institution, category or significance if
    known: in Kazakh in any alphabet, in Russian or in English.
    """
    settings = ctx.ensure_object(Settings)
    register = settings.register()
    finder = register.finder(settings.edition(register, name, day))
    found = finder.find(query, block=block, sector=sector, institution=institution, limit=limit)
    if settings.as_json:
        from kz_civil_positions.cli.lookup_documents import findings_document  # noqa: PLC0415

        put_json(findings_document(found))
        ctx.exit(0 if found.matches else NothingFoundError.exit_code)
    from kz_civil_positions.cli import lookup_views  # noqa: PLC0415

    if found.matches:
        put(lookup_views.findings_view(register, found, settings.language))
        return
    if found.nearest:
        put(lookup_views.nearest_view(found, settings.language))
    raise NothingFoundError("nothing-found", query=query[:80], edition=found.edition.key)


@main.command()
@edition_options
@common
@click.pass_obj
def institutions(settings: Settings, name: str | None, day: str | None) -> None:
    """All institutions, and classes of them, that have positions."""
    register = settings.register()
    edition = settings.edition(register, name, day)
    found = register.finder(edition).institutions
    if settings.as_json:
        from kz_civil_positions.cli.lookup_documents import institutions_document  # noqa: PLC0415

        put_json(institutions_document(edition, found))
        return
    from kz_civil_positions.cli.lookup_views import institutions_view  # noqa: PLC0415

    put(institutions_view(register, edition, found, settings.language))


@main.command()
@click.argument("identity", metavar="ID")
@edition_options
@common
@click.pass_obj
def institution(settings: Settings, identity: str, name: str | None, day: str | None) -> None:
    """What positions an institution has, at which levels, in which edition.

    ID is one that `institutions` lists. Without an edition or a day, all are answered.
    """
    register = settings.register()
    chosen = name is not None or day is not None
    editions = (settings.edition(register, name, day),) if chosen else register.editions
    held = [edition for edition in editions if edition.held] or list(editions)
    if not any(
        one.id == identity for edition in held for one in register.finder(edition).institutions
    ):
        register.finder(held[-1]).institution(identity)  # says which ids are near
    if settings.as_json:
        from kz_civil_positions.cli.lookup_documents import institution_document  # noqa: PLC0415

        put_json(institution_document(register, editions, identity))
        return
    from kz_civil_positions.cli.lookup_views import institution_view  # noqa: PLC0415

    put(institution_view(register, editions, identity, settings.language))


@main.command()
@click.argument("identity", metavar="ID")
@edition_options
@common
@click.pass_obj
def explain(settings: Settings, identity: str, name: str | None, day: str | None) -> None:
    """The whole chain of evidence for an answer.

    ID is an entry or item that `find` printed: which order and point brought it, the printed
    text with its source lines as they stand in the file, repairs, doubts, and the hash.
    """
    register, told = _explanation(settings, identity, name, day)
    if settings.as_json:
        from kz_civil_positions.cli.lookup_documents import explanation_document  # noqa: PLC0415

        put_json(explanation_document(told))
        return
    from kz_civil_positions.cli.lookup_views import explanation_view  # noqa: PLC0415

    put(explanation_view(register, told, settings.language))


def _explanation(
    settings: Settings, identity: str, name: str | None, day: str | None
) -> "tuple[Register, Explanation]":
    """Gather what the order's folder holds as of one moment, and explain."""
    from attrs import evolve  # noqa: PLC0415

    from kz_civil_positions.lookup.explain import explain as told  # noqa: PLC0415
    from kz_civil_positions.orders import Order  # noqa: PLC0415
    from kz_civil_positions.storage.load import load_repairs  # noqa: PLC0415
    from kz_civil_positions.storage.root import data_root  # noqa: PLC0415
    from kz_civil_positions.storage.steady import steadily  # noqa: PLC0415
    from kz_civil_positions.storage.yaml import read_text  # noqa: PLC0415

    root = data_root(settings.data)

    def read() -> "tuple[Register, Explanation]":
        register = settings.register()
        edition = settings.edition(register, name, day)
        lines = edition.entry(identity).lines
        order = register.order(lines.order if lines else edition.order)
        text = register.text_of(edition)
        folder = root / order.id
        if not isinstance(text, Order):
            folder = root / text.place
            order = evolve(order, source=text.source, repairs=text.repairs)
        source = read_text(folder / order.source.file) if order.source else ""
        repairs = load_repairs(folder, order) if order.repairs else None
        return register, told(register, edition, identity, source, repairs)

    return steadily(root, read)


# ----------------------------------------------------------------------- many titles


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--column", required=True, metavar="NAME", help="The column of job titles.")
@click.option("--output", metavar="FILE", help="Write to a .csv or .xlsx file, not to the screen.")
@click.option("--threshold", type=float, metavar="N", help="Least score of a match (80).")
@edition_options
@common
@click.pass_context
def match(  # noqa: PLR0917 - click gives them by name
    ctx: click.Context,
    file: Path,
    column: str,
    output: str | None,
    threshold: float | None,
    name: str | None,
    day: str | None,
) -> None:
    """Match a column of job titles: a match, several, or none; never a guess.

    FILE is a CSV file in UTF-8 or Windows-1251. Each row comes back with score, code,
    alternatives and doubts beside its own cells.
    """
    from kz_civil_positions.lookup.matching import THRESHOLD  # noqa: PLC0415
    from kz_civil_positions.lookup.tables import read_table  # noqa: PLC0415

    settings = ctx.ensure_object(Settings)
    least = THRESHOLD if threshold is None else threshold
    if not 0 <= least <= 100:  # noqa: PLR2004 - percent
        raise BadInputError("lookup.not-a-threshold", where="--threshold", value=least)
    register = settings.register()
    edition = settings.edition(register, name, day)
    register.finder(edition).index  # noqa: B018 - a text that is not held is said first
    table = read_table(file, column)
    facts = {"file": file.name, "encoding": table.encoding}
    click.echo(say("lookup.read-as", settings.language, **facts), err=True)
    titles = [table.title(row) for row in table.rows if not row.problem]
    found = _with_progress(settings, register, edition, titles, least)
    _deliver(settings, table=table, edition=edition, found=found, output=output, least=least)
    broken = [row for row in table.rows if row.problem]
    for row in broken:
        reason = row.complaint(settings.language)
        told = {"file": file.name, "row": str(row.number), "reason": reason}
        click.echo(say("lookup.broken-row", settings.language, **told), err=True)
    ctx.exit(BadInputError.exit_code if broken else 0)


def _with_progress(
    settings: Settings, register: "Register", edition: "Edition", titles: list[str], least: float
) -> "list[TitleMatch]":
    """Match the titles; interrupted, give those that were done."""
    from kz_civil_positions.lookup.matching import match_titles  # noqa: PLC0415

    stream = sys.stderr
    done: list[TitleMatch] = []
    answers = match_titles(register.finder(edition), titles, least)
    hidden = not stream.isatty()
    try:
        with click.progressbar(
            answers, length=len(titles), file=stream, hidden=hidden, update_min_steps=100
        ) as bar:
            for one in bar:
                done.append(one)  # noqa: PERF402 - an interruption must leave what was done
    except KeyboardInterrupt:
        click.echo("\n" + say("lookup.interrupted", settings.language, done=len(done)), err=True)
    return done


def _deliver(
    settings: Settings,
    *,
    table: "Table",
    edition: "Edition",
    found: "list[TitleMatch]",
    output: str | None,
    least: float,
) -> None:
    from kz_civil_positions.lookup.tables import COLUMNS, to_csv, to_xlsx  # noqa: PLC0415

    if settings.as_json:
        from kz_civil_positions.cli.lookup_documents import titles_document  # noqa: PLC0415

        put_json(titles_document(edition, found, least), output)
        return
    header = (*table.columns, *COLUMNS)
    rows = list(_rows(settings, table, found))
    if output is None:
        text = to_csv(header, rows, table.delimiter).decode("utf-8-sig")
        put(text.replace("\r\n", "\n"))
    else:
        from kz_civil_positions.storage.files import write_bytes  # noqa: PLC0415

        workbook = Path(output).suffix.lower() == ".xlsx"
        data = to_xlsx(header, rows) if workbook else to_csv(header, rows, table.delimiter)
        write_bytes(Path(output), data)
    click.echo(_tally(settings, found, least), err=True)


def _rows(
    settings: Settings, table: "Table", found: "list[TitleMatch]"
) -> Iterator[tuple[str, ...]]:
    """Each row of the table with its answer; those not reached any more are left out."""
    from kz_civil_positions.lookup.tables import result_cells  # noqa: PLC0415

    answers = iter(found)
    for row in table.rows:
        answer = None if row.problem else next(answers, None)
        if answer is None and not row.problem:
            return
        cells = _padded(row, len(table.columns))
        yield (*cells, *result_cells(answer, row.complaint(settings.language), settings.language))


def _padded(row: "Row", width: int) -> tuple[str, ...]:
    """The cells of a row in as many columns as the header has; nothing of a longer row lost."""
    cells = row.cells
    if len(cells) > width:
        return (*cells[: width - 1], " | ".join(cells[width - 1 :]))
    return (*cells, *[""] * (width - len(cells)))


def _tally(settings: Settings, found: "list[TitleMatch]", least: float) -> str:
    states = [str(one.state) for one in found]
    return say(
        "lookup.tally",
        settings.language,
        total=len(found),
        match=states.count("match"),
        several=states.count("several"),
        none=states.count("no-match"),
        unreadable=states.count("unreadable"),
        threshold=f"{least:g}",
    )
