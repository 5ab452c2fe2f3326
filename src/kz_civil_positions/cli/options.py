"""Options that every command has, and how errors reach the user."""

import datetime
import errno
import json
import os
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click
from attrs import define

from kz_civil_positions import load
from kz_civil_positions.errors import BadInputError, OutputError, RegisterError
from kz_civil_positions.messages import LANGUAGES, Language

if TYPE_CHECKING:
    from kz_civil_positions.history.register import Register
    from kz_civil_positions.model import Edition

__all__ = [
    "App",
    "Settings",
    "common",
    "edition_options",
    "parse_day",
    "put",
    "put_json",
    "text_option",
]

F = TypeVar("F", bound=Callable[..., Any])

# The exit code of "undetermined", "not held", "nothing found".
HONEST: Final = 3
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")


@define
class Settings:
    """What the common options say.

    Attributes:
        language: of labels and messages.
        data: the registers folder; None for the library's own data.
        as_json: whether the answer is wanted as JSON.
        published: publications that the user knows of: order, day.
        text: the language in which an edition's text is wanted; None for the register's own.
    """

    language: Language = "kk"
    data: str | None = None
    as_json: bool = False
    published: tuple[tuple[str, datetime.date], ...] = ()
    text: str | None = None

    def register(self) -> "Register":
        """The register of the folder, with the user's knowledge applied."""
        register = load(self.data)
        for order, day in self.published:
            register = register.with_publication(order, day, source="--published")
        return register

    def edition(self, register: "Register", name: str | None, day: str | None) -> "Edition":
        """The edition meant: by name, by a day, or the last known; in the language asked for."""
        if name is not None and day is not None:
            raise BadInputError("edition-and-day")
        if day is not None:
            return self.spoken(register, register.as_of(parse_day(day)))
        found = register.editions[-1] if name is None else register.edition(name)
        return self.spoken(register, found)

    def either(self, register: "Register", text: str) -> "Edition":
        """The edition meant by an argument that may be an order or a day."""
        if _DAY.fullmatch(text):
            return self.spoken(register, register.as_of(parse_day(text)))
        return self.spoken(register, register.edition(text))

    def spoken(self, register: "Register", edition: "Edition") -> "Edition":
        """The edition with its text in the language that ``--text`` asks for."""
        return edition if self.text is None else register.in_language(edition, self.text)


class App(click.Group):
    """A group whose errors are one clear message and an exit code, never a traceback."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # noqa: ANN401 - as click has it
        """Read the arguments of the group; a bad one is said like any other error."""
        for stream in (sys.stdout, sys.stderr):  # a letter the terminal lacks is no error
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            with _warning(Settings()):
                return super().make_context(*args, **extra)
        except RegisterError as error:
            raise SystemExit(_say(error, Settings())) from None

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        """Run the command; say what went wrong in the user's language."""
        settings = ctx.ensure_object(Settings)
        try:
            with _warning(settings):
                return super().invoke(ctx)
        except RegisterError as error:
            ctx.exit(_say(error, settings))


@contextmanager
def _warning(settings: Settings) -> Iterator[None]:
    """Meanwhile warnings of ours are said in the user's language."""
    with warnings.catch_warnings():
        warnings.showwarning = partial(_show, settings, warnings.showwarning)
        yield


def _show(
    settings: Settings,
    otherwise: Callable[..., None],
    message: Warning | str,
    *where: Any,  # noqa: ANN401 - as warnings has it
) -> None:
    """Say it if it is ours; others are shown as they are."""
    from kz_civil_positions.storage.compiled import StaleCopyWarning  # noqa: PLC0415

    if isinstance(message, StaleCopyWarning):
        click.echo(message.text(settings.language), err=True)
    else:
        otherwise(message, *where)


def _say(error: RegisterError, settings: Settings) -> int:
    """Say the error; where it is an honest answer, give that as JSON if it is wanted."""
    if settings.as_json and error.exit_code == HONEST:
        from kz_civil_positions.cli.documents import refusal_document  # noqa: PLC0415

        put_json(refusal_document(error))
    click.echo(error.text(settings.language), err=True)
    return error.exit_code


def common(command: F) -> F:
    """Give a command the options ``--data``, ``--lang``, ``--json`` and ``--published``."""
    options = (
        click.option(
            "--data",
            metavar="DIR",
            expose_value=False,
            callback=_set("data"),
            help="Registers folder; without it, the data that comes with the library.",
        ),
        click.option(
            "--lang",
            type=click.Choice(LANGUAGES),
            expose_value=False,
            callback=_set("language"),
            help="Language of labels and messages (kk without it); the register stays Kazakh.",
        ),
        click.option(
            "--json",
            "as_json",
            is_flag=True,
            default=None,
            expose_value=False,
            callback=_set("as_json"),
            help="Print the answer as JSON.",
        ),
        click.option(
            "--published",
            metavar="ORDER=DAY",
            multiple=True,
            expose_value=False,
            callback=_publications,
            help="A first official publication you know of, such as 2019-920=2019-11-06.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def edition_options(command: F) -> F:
    """Give a command the options ``--edition`` and ``--as-of``."""
    named = click.option(
        "--edition", "name", metavar="ORDER", help="The edition an order made, such as 2019-920."
    )
    dated = click.option(
        "--as-of", "day", metavar="DAY", help="The edition in effect on a day, such as 2021-01-01."
    )
    return named(dated(command))


def text_option(command: F) -> F:
    """Give a command the option ``--text``."""
    option = click.option(
        "--text",
        type=click.Choice(["kaz", "rus"]),
        expose_value=False,
        callback=_set("text"),
        help="The text in this language; without it, the register's own.",
    )
    return option(command)


def _set(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(ctx: click.Context, _: click.Parameter, value: Any) -> None:  # noqa: ANN401
        if value is not None:
            setattr(ctx.ensure_object(Settings), name, value)

    return callback


def _publications(ctx: click.Context, _: click.Parameter, values: tuple[str, ...]) -> None:
    if not values:
        return
    told = []
    for value in values:
        order, equals, day = value.partition("=")
        if not (order and equals and day):
            raise BadInputError("not-a-publication", where="--published", value=value[:80])
        told.append((order, parse_day(day)))
    ctx.ensure_object(Settings).published = tuple(told)


def parse_day(text: str) -> datetime.date:
    """Answers: which day of the calendar is this?

    Raises:
        BadInputError: when it is none.

    Example:
        >>> parse_day("2021-01-01")
        datetime.date(2021, 1, 1)
    """
    match = _DAY.fullmatch(text)
    try:
        if match:
            return datetime.date(*map(int, text.split("-")))
    except ValueError:
        pass  # the pattern fits, the calendar has no such day
    raise BadInputError("not-a-date", value=text[:80])


def put(text: str, output: str | None = None) -> None:
    """Print the text, or write it to a file whole."""
    if output is None:
        _print(text.removesuffix("\n"))
        return
    from pathlib import Path  # noqa: PLC0415

    from kz_civil_positions.storage.yaml import write_text  # noqa: PLC0415

    write_text(Path(output), text)


def _print(text: str) -> None:
    """Print; a full disk behind the pipe is an error like any other."""
    try:
        click.echo(text)
    except OSError as error:
        if error.errno == errno.EPIPE:  # the reader has enough: click ends quietly
            raise
        # What is left in the buffer must not fail once more when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError("cannot-print", reason=error.strerror) from None


def put_json(document: object, output: str | None = None) -> None:
    """Print or write plain data as JSON."""
    put(json.dumps(document, ensure_ascii=False, indent=2, default=str) + "\n", output)
