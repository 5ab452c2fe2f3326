"""The commands. Each reads its arguments, asks the library, and prints the answer."""

import click

from kz_civil_positions import __version__
from kz_civil_positions.cli.options import (
    App,
    Settings,
    common,
    edition_options,
    parse_day,
    put,
    put_json,
    text_option,
)
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.messages import say

__all__ = ["main"]


def _say_versions(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - as click calls it
    if value and not ctx.resilient_parsing:
        from kz_civil_positions import __data_edition__ as data  # noqa: PLC0415 - reads the data

        put(f"kz-civil-positions, version {__version__}\ndata edition {data}")
        ctx.exit()


@click.group(cls=App, context_settings={"help_option_names": ["-h", "--help"]})
@common
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_say_versions,
    help="Show the version of the code and the edition of the data, and exit.",
)
def main() -> None:
    """The register of civil servants' positions of Kazakhstan's internal affairs bodies.

    Which position stood where, on which day, by which order, and how we know.

    Exit codes: 0 answered; 1 a check failed; 2 wrong usage or bad input; 3 the honest
    answer is "undetermined" or "not held", and there is nothing else to give.
    """


@main.command()
@common
@click.pass_obj
def orders(settings: Settings) -> None:
    """All orders: dates, registration, held or not, in effect from."""
    register = settings.register()
    if settings.as_json:
        from kz_civil_positions.cli.documents import orders_document  # noqa: PLC0415

        put_json(orders_document(register))
        return
    from kz_civil_positions.cli.views import orders_view  # noqa: PLC0415

    put(orders_view(register, settings.language))


@main.command()
@click.argument("code")
@edition_options
@text_option
@common
@click.pass_obj
def show(settings: Settings, code: str, name: str | None, day: str | None) -> None:
    """A level, link or block: labels, entries, items, doubts, source lines.

    CODE is a code such as A3-2-1, A3, health/B2-1, C1 or D, or the id of an entry.
    """
    register = settings.register()
    edition = settings.edition(register, name, day)
    levels = (edition.level_of(code),) if code in edition else edition.levels_at(code)
    if settings.as_json:
        from kz_civil_positions.cli.documents import levels_document  # noqa: PLC0415

        put_json(levels_document(edition, levels))
        return
    from kz_civil_positions.cli.views import levels_view  # noqa: PLC0415

    put(levels_view(register, edition, levels, settings.language))


@main.command()
@click.argument("day")
@click.option("--known-at", metavar="DAY", help="What could have been known on that day.")
@common
@click.pass_context
def status(ctx: click.Context, day: str, known_at: str | None) -> None:
    """What can be said of the register on a day, and why."""
    settings = ctx.ensure_object(Settings)
    known = None if known_at is None else parse_day(known_at)
    register = settings.register()
    found = register.status(parse_day(day), known_at=known)
    if settings.as_json:
        from kz_civil_positions.cli.documents import status_document  # noqa: PLC0415

        put_json(status_document(found))
    else:
        from kz_civil_positions.cli.views import status_view  # noqa: PLC0415

        put(status_view(register, found, settings.language))


@main.command()
@click.argument("address")
@common
@click.pass_obj
def history(settings: Settings, address: str) -> None:
    """What happened to a place or an entry, order by order.

    ADDRESS is a code (A2-1), an address (link:A2) or the id of an entry or item.
    """
    register = settings.register()
    events = register.history(address)
    if settings.as_json:
        from kz_civil_positions.cli.documents import history_document  # noqa: PLC0415

        put_json(history_document(address, events))
        return
    from kz_civil_positions.cli.views import history_view  # noqa: PLC0415

    put(history_view(register, address, events, settings.language))


@main.command()
@click.argument("order")
@common
@click.pass_obj
def redraft(settings: Settings, order: str) -> None:
    """Derive an order's register again, after a reading in its repairs was added.

    Text, lines and labels come from the source; ids, doubts and faults are kept.
    """
    from kz_civil_positions.storage.redraft import redraft as run  # noqa: PLC0415
    from kz_civil_positions.storage.root import data_root  # noqa: PLC0415

    if settings.data is None:
        raise BadInputError("redraft-needs-data", where="--data")
    chosen = settings.register().order(order)
    files = run(data_root(settings.data) / chosen.id, chosen)
    if settings.as_json:
        put_json({"written": list(map(str, files))})
        return
    key = "redrafted" if files else "up-to-date"
    put(say(f"reports.{key}", settings.language, files=", ".join(map(str, files))))


@main.command()
@common
@click.pass_context
def verify(ctx: click.Context) -> None:
    """Derive the register again from its source and hold the data against it."""
    from kz_civil_positions.cli.checks import verdict_document, verdict_view  # noqa: PLC0415
    from kz_civil_positions.storage.root import data_root  # noqa: PLC0415
    from kz_civil_positions.verification import verify as run  # noqa: PLC0415

    settings = ctx.ensure_object(Settings)
    verdict = run(data_root(settings.data))
    if settings.as_json:
        put_json(verdict_document(verdict))
    else:
        put(verdict_view(verdict, settings.language))
    ctx.exit(0 if verdict.ok else 1)
