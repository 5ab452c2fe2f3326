"""The library by itself: no network, no other program, no code made from data."""

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import click
import pytest

import kz_civil_positions as kz
from kz_civil_positions.cli import main
from kz_civil_positions.model import Edition
from kz_civil_positions.storage.root import data_root
from official_forms import as_docx, as_html

PACKAGE: Final = Path(kz.__file__).parent
SPECIMEN: Final = PACKAGE.parent.parent / "examples" / "specimen"
SOURCES: Final = sorted(PACKAGE.rglob("*.py"))
# What opens a way to other machines, starts programs, or makes objects or code from bytes.
NETWORK: Final = frozenset(
    [
        "asyncio",
        "ftplib",
        "http",
        "imaplib",
        "poplib",
        "requests",
        "selectors",
        "smtplib",
        "socket",
        "socketserver",
        "ssl",
        "telnetlib",
        "urllib",
        "webbrowser",
        "xmlrpc",
    ]
)
PROGRAMS: Final = frozenset(
    ["multiprocessing", "pty", "subprocess", "concurrent", "_posixsubprocess"]
)
CODE: Final = frozenset(
    ["code", "codeop", "cPickle", "dill", "joblib", "marshal", "pickle", "runpy", "shelve"]
)
# It takes an address apart and asks nobody.
HARMLESS: Final = frozenset(["urllib.parse"])
MAKES_CODE: Final = frozenset(["eval", "exec", "compile", "__import__", "breakpoint"])
STARTS: Final = tuple(
    f"os.{name}"
    for name in ("system", "popen", "fork", "exec", "spawn", "posix_spawn", "startfile")
)
# Modules brought by name. The names are those of rooms of the package, and stand in its code.
BY_NAME: Final = frozenset(["__init__.py", "messages/__init__.py", "sources/readers/recognise.py"])
# The library that reads PDF is written in C; its functions are called through this.
FOREIGN: Final = frozenset(["sources/readers/page.py", "sources/readers/drawing.py"])


def name_of(path: Path) -> str:
    """A module's place in the package."""
    return path.relative_to(PACKAGE).as_posix()


# ------------------------------------------------------------------------ what is written


@cache
def parts(path: Path) -> tuple[ast.AST, ...]:
    """All parts of a module's code."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


def imported(path: Path) -> Iterator[str]:
    """The modules that a module imports, wherever in it."""
    for node in parts(path):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""


def named(path: Path) -> Iterator[str]:
    """The bare names that a module uses, and what it takes from ``os`` and ``builtins``."""
    for node in parts(path):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{one.name}" for one in node.names)


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_module_can_reach_out_or_make_code(path: Path) -> None:
    """No module has the means: to connect, to start programs, to revive bytes, to make code."""
    modules = {one for one in imported(path) if one not in HARMLESS}
    assert not {one.partition(".")[0] for one in modules} & (NETWORK | PROGRAMS | CODE)
    assert "ctypes" not in modules or name_of(path) in FOREIGN
    names = set(named(path))
    assert "import_module" not in names or name_of(path) in BY_NAME
    assert not names & MAKES_CODE
    assert not [one for one in names if one.startswith("builtins.")]
    assert not [one for one in names if one.startswith(STARTS)]


# ------------------------------------------------------------------------ what is done

HOOK: Final = '''
import json, sys
from functools import cache
from pathlib import Path

WATCHED = ("socket.", "ssl.", "http.", "urllib.", "ftplib.", "smtplib.", "poplib.", "imaplib.",
           "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
           "os.startfile", "os.putenv", "pty.", "pickle.", "marshal.loads", "marshal.load",
           "webbrowser.", "ctypes.dlopen", "shelve.", "cpython.run_", "mmap.")
IMPORTING = ("importlib.", "_frozen_importlib", "zipimport")
seen = {"events": [], "made": [], "sources": []}

def caller():
    """The frame that made the event: above it is only this hook."""
    frame = sys._getframe(2)
    return frame.f_globals.get("__name__", "?"), frame.f_code.co_filename

def watch(event, args):
    if event.startswith(WATCHED):
        module, file = caller()
        # Reading the code of modules from their caches is how Python imports.
        if not module.startswith(IMPORTING):
            seen["events"].append([event, repr(args)[:200], module])
    elif event in ("exec", "compile"):
        module, file = caller()
        if module.startswith(IMPORTING):
            return
        seen["made"].append([event, module])
        if event == "compile" and module.startswith(("attr", "cattr")):
            source = args[0]
            text = source if isinstance(source, str) else bytes(source).decode()
            seen["sources"].append(text)

sys.addaudithook(watch)
'''
ASK: Final = """
import kz_civil_positions as kz
from kz_civil_positions.cli import main, options

options.load = cache(kz.load)  # the same folder read again and again would show nothing new
codes = []
for words in json.loads(sys.stdin.read()):
    try:
        main(words, standalone_mode=True)
    except SystemExit as end:
        codes.append(end.code)

register = kz.load(sys.argv[2])
for name in kz.__all__:
    getattr(kz, name)
first, last = register.edition("2020-101"), register.editions[-1]
for one in register.orders:
    register.in_effect(one)
operations = kz.operations_between(first.content, last.content) if last.held else ()
kz.verify(Path(sys.argv[2]))
before = set(seen["sources"])
kz.load(sys.argv[3])
after = set(seen["sources"])
Path(sys.argv[1]).write_text(json.dumps({
    **seen, "codes": codes, "new": sorted(after - before), "modules": sorted(sys.modules),
    "operations": len(operations)}), encoding="utf-8")
"""

# Each command at least once, in every format that it writes; {out} is a folder to write in.
OF_SPECIMEN: Final = (
    "diff 2020-101 2020-205 --format json",
    *(f"diff 2020-101 2020-205 --output {{out}}/d.{form}" for form in ("md", "html", "docx")),
    *(f"report table 2020-101 2020-205 --output {{out}}/t.{form}" for form in ("html", "docx")),
    *(f"report chronology --output {{out}}/c.{form}" for form in ("html", "docx")),
    *(f"report edition 2020-101 --output {{out}}/e.{form}" for form in ("html", "docx")),
    *(f"export --edition 2020-101 --format {form} --output {{out}}/x.{form}"
      for form in ("json", "csv", "xlsx", "akn", "jsonld", "parquet")),
    "export --all --format json --output {out}/all.json", "history A1-1", "verify", "show X9",
)  # fmt: skip
COMMANDS: Final = (
    "orders", "orders --json", "show A1-1", "status 2021-01-01", "history A2-1", "institutions",
    "find басшы", "find директор", "explain professor", "institution kinologiyalyq-ortalyq",
    *(f"match {{out}}/titles.csv --column Лауазым --output {{out}}/m.{form}"
      for form in ("csv", "xlsx")),
    "schema order", "redraft 2019-920 --data {out}/own", "orders --data {out}/nowhere",
    *(f"import {{out}}/order.{form} --into {{out}}/into-{form} --order 2019-920"
      for form in ("html", "docx", "pdf")),
    *(f"{line} --data {{specimen}}" for line in OF_SPECIMEN),
)  # fmt: skip
# These make classes and their methods, from what our code declares, when a class is made or is
# first read into. A test below shows that no data takes part in it.
MAKERS: Final = frozenset(["attr", "cattrs", "collections", "dataclasses", "typing"])


def leaves(command: click.Command, name: str = "") -> Iterator[str]:
    """The commands of the program, those of groups by their whole names."""
    if isinstance(command, click.Group):
        for inner, one in command.commands.items():
            yield from leaves(one, f"{name} {inner}".strip())
    else:
        yield name


# A page with one word on it.
PDF: Final = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 5 0 R
/Resources<</Font<</F 4 0 R>>>>>> endobj
4 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
5 0 obj <</Length 37>> stream
BT /F 12 Tf 50 200 Td (A1 word) Tj ET
endstream endobj
trailer <</Root 1 0 R>>
"""


NAMES: Final = sorted(leaves(main))
REFUSED: Final = {
    "find директор": 3,
    "show X9 --data {specimen}": 2,
    "orders --data {out}/nowhere": 2,
    "import {out}/order.pdf --into {out}/into-pdf --order 2019-920": 2,
}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory, edition: Edition, register: kz.Register) -> Any:  # noqa: ANN401 - JSON
    """What a child process under watch does when it is asked everything."""
    out = tmp_path_factory.mktemp("isolation")
    order = register.order("920")
    (out / "order.html").write_bytes(as_html(edition, order))
    (out / "order.docx").write_bytes(as_docx(edition, order))
    (out / "order.pdf").write_bytes(PDF)
    (out / "titles.csv").write_text("Лауазым\nбас бухгалтер\nбасшы\n", "utf-8")
    shutil.copytree(data_root(), out / "own")
    asked = [
        [word.format(out=out, specimen=SPECIMEN) for word in line.split()] for line in COMMANDS
    ]
    given = [*map(str, (out / "done.json", SPECIMEN, out / "own"))]
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", HOOK + ASK, *given],
        input=json.dumps(asked), text=True, encoding="utf-8", capture_output=True, check=True,
    )  # fmt: skip
    return json.loads((out / "done.json").read_text("utf-8"))


def test_every_command_is_asked() -> None:
    """The watch below is kept on all commands, those of groups too: none is left out."""
    assert all(line.split() for line in COMMANDS)
    asked = {one for one in NAMES for line in COMMANDS if f"{line} ".startswith(f"{one} ")}
    assert asked == set(NAMES)


def test_commands_end_as_they_should(done: Any) -> None:  # noqa: ANN401
    """The commands under watch did their work: all but those meant to fail were answered."""
    ends = dict(zip(COMMANDS, done["codes"], strict=True))
    assert {line: code for line, code in ends.items() if code} == REFUSED
    assert {"pypdfium2", "docx", "lxml", "pyarrow", "ruamel.yaml"} <= set(done["modules"])
    assert done["operations"] > 0


def test_nothing_reaches_out(done: Any) -> None:  # noqa: ANN401
    """No socket, no other program, no object from pickled bytes, whatever is asked."""
    # Libraries written in C, which Python loads as it loads modules.
    assert [one for one in done["events"] if one[0] != "ctypes.dlopen"] == []


def test_code_is_made_of_our_classes_only(done: Any) -> None:  # noqa: ANN401
    """Only makers of classes make code, out of the fields we declare: more data, no more code."""
    makers = {module.partition(".")[0] for _, module in done["made"]}
    assert {"attr", "cattrs"} <= makers <= MAKERS
    assert done["sources"]
    assert done["new"] == []


DEEDS: Final = {
    "import socket; socket.socket().close()": "socket.__new__",
    "import subprocess; subprocess.run([sys.executable, '-c', ''])": "subprocess.Popen",
    "import os; os.system('true')": "os.system",
    "import pickle; pickle.loads(pickle.dumps(Path))": "pickle.find_class",
    "eval('1')": "exec",
    "import attrs; attrs.make_class('A', ['a'])": "compile",
}


@pytest.mark.parametrize("deed", DEEDS)
def test_the_watch_sees_what_it_watches_for(deed: str) -> None:
    """Each thing that must not be done would be seen, with the module that did it."""
    script = f"{HOOK}\n{deed}\nprint(json.dumps([*seen['events'], *seen['made']]))"
    found = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert DEEDS[deed] in {one[0] for one in json.loads(found.stdout.splitlines()[-1])}
