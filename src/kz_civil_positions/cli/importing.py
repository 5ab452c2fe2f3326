"""The command that brings an official document into a registers folder."""

import stat
from pathlib import Path

import click

from kz_civil_positions.cli.commands import main
from kz_civil_positions.cli.options import Settings, common, parse_day, put, put_json
from kz_civil_positions.errors import BadInputError

__all__ = ["bring"]

# A second witness that says something else.
_DIFFERS = 1


@main.command("import")
@click.argument("file", required=False)
@click.option("--git", metavar="CLONE", help="A local git clone, a commit an edition.")
@click.option("--act", metavar="CODE", help="The code of the act in that clone.")
@click.option(
    "--text",
    type=click.Choice(["kaz", "rus"]),
    help="Only these texts of that clone; if left out, the register in Kazakh, Russian beside it.",
)
@click.option("--order", metavar="ID", help="Whose text it is; else the text says: 2015-1035.")
@click.option(
    "--as-amended", "day", metavar="DAY", help="It is a consolidated text, as in effect on DAY."
)
@click.option("--into", metavar="DIR", help="The registers folder; a new one is made.")
@click.option(
    "--annex", type=click.IntRange(1, 99), metavar="N", help="The annex that is the register."
)
@click.option("--base", metavar="EDITION", help="The edition whose ids entries keep.")
@click.option("--replace", is_flag=True, help="Let a text that is held give way to this one.")
@click.option("--readings", metavar="FILE", help="Readings by hand, a file as repairs.yaml.")
@click.option("--publisher", metavar="TEXT", help="Who gives a consolidated text.")
@click.option("--source", metavar="ADDRESS", help="Where the document was taken from.")
@common
@click.pass_context
def bring(
    ctx: click.Context,
    *,
    file: str | None,
    git: str | None,
    act: str | None,
    text: str | None,
    order: str | None,
    day: str | None,
    into: str | None,
    annex: int | None,
    base: str | None,
    replace: bool,
    readings: str | None,
    publisher: str | None,
    source: str | None,
) -> None:
    """Bring an official document into a registers folder, for review.

    FILE is a web page, Markdown, DOCX, PDF with a text layer, or a plain text, told by what it
    holds. A text that is held already is compared as a second witness, and nothing is written.
    Instead of FILE, --git and --act bring every edition of an act from a corpus.
    """
    from kz_civil_positions.cli.importing_corpus import (  # noqa: PLC0415
        TONGUES,
        check_asked,
        corpus_document,
        corpus_view,
        import_corpus,
    )
    from kz_civil_positions.cli.importing_views import (  # noqa: PLC0415
        imported_document,
        imported_view,
    )
    from kz_civil_positions.importing.result import Request, Role  # noqa: PLC0415
    from kz_civil_positions.importing.run import import_document  # noqa: PLC0415

    settings = ctx.ensure_object(Settings)
    check_asked(file, git, act, {"--as-amended": day, "--source": source, "--readings": readings})
    if file is not None and text is not None:
        raise BadInputError("corpus.only-with-git", where="--text")
    request = Request(
        order=order,
        as_amended=None if day is None else parse_day(day),
        annex=annex,
        base=base,
        replace=replace,
        readings=None if readings is None else Path(readings),
        publisher=publisher,
        address=source,
        language=settings.language,
    )
    root = target(into, settings.data)
    if git is not None and act is not None:
        brought = import_corpus(
            Path(git), act, root, request, tongues=TONGUES if text is None else (text,)
        )
        if settings.as_json:
            put_json(corpus_document(brought))
        else:
            put(corpus_view(brought, root, settings.language))
        ctx.exit(_DIFFERS if brought.differs else 0)
    file = file or ""
    found = import_document(bytes_of(file), Path(file).name, root, request)
    if settings.as_json:
        put_json(imported_document(found))
    else:
        put(imported_view(found, root, settings.language))
    ctx.exit(_DIFFERS if found.role is Role.WITNESS and found.differs else 0)


def target(into: str | None, data: str | None) -> Path:
    """Answers: which registers folder is meant?

    Nothing is ever written into the data of an installed package: there a folder must be
    named. In a checkout it is the checkout's own.

    Raises:
        BadInputError: when none is named and none can be meant, or two are.
    """
    from kz_civil_positions.storage.root import data_root, is_installed  # noqa: PLC0415

    if into is not None and data is not None and into != data:
        raise BadInputError("importing.two-folders", where="--into")
    named = into if into is not None else data
    if named is not None:
        return Path(named)
    root = data_root()
    if is_installed(root):
        raise BadInputError("importing.needs-folder", where="--into")
    return root


def bytes_of(file: str) -> bytes:
    """Answers: what does this file hold? A large one is refused before it is read.

    Raises:
        BadInputError: when it is no file, cannot be read, or is larger than a document can be.
    """
    from kz_civil_positions.sources.readers.limits import MAX_BYTES  # noqa: PLC0415

    try:
        path = Path(file)
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise BadInputError("importing.not-a-file", where=file)
        if found.st_size > MAX_BYTES:
            facts = {"size": found.st_size, "most": MAX_BYTES}
            raise BadInputError("documents.too-large", where=file, **facts)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInputError("unreadable", where=file, reason=reason) from None
