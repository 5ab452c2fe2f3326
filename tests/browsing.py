"""The built site, a server of it on this machine, and a browser that asks nothing elsewhere.

The fixtures are brought to all tests by ``conftest.py``; tests of the site stand in ``website/``.
"""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from attrs import Factory, frozen
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

ROOT: Final = Path(__file__).parent.parent
CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE: Final = 300  # seconds for a build on a busy machine


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the site, built strictly, once for all workers of the session."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    site, log = shared / "site", shared / "site.log"
    try:
        lock = os.open(shared / "site.lock", os.O_CREAT | os.O_EXCL)
    except FileExistsError:
        _wait_for(log)
    else:
        os.close(lock)
        _build(site, log)
    said = log.read_text(encoding="utf-8")
    assert said == "", said
    return site


def _build(site: Path, log: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(site)]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(  # noqa: S603 - our own words
        command, cwd=ROOT, check=False, capture_output=True, text=True, env=quiet
    )
    failed = f"mkdocs ended with {built.returncode}\n" if built.returncode else ""
    part = log.with_suffix(".part")
    part.write_text(failed + built.stdout + built.stderr, encoding="utf-8")
    part.rename(log)


def _wait_for(log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not log.exists():
        assert time.monotonic() < until, "another worker began to build the site and did not end"
        time.sleep(0.2)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: what goes wrong is seen in the browser."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing: a browser may leave before it has read the whole of an answer."""


@pytest.fixture(scope="session")
def served_site(built_site: Path) -> Iterator[str]:
    """The address of the built site, served on this machine, with a slash at its end."""
    with _Server(("127.0.0.1", 0), partial(_Quiet, directory=built_site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@frozen
class Visit:
    """A page in the browser, with what it should not have done.

    Attributes:
        page: the page.
        outside: the addresses on other hosts that it asked for; none was answered.
        complaints: errors and warnings of its console, and answers that were errors.
    """

    page: Page
    outside: list[str] = Factory(list)
    complaints: list[str] = Factory(list)

    def open(self, address: str) -> None:
        """Go to this address and wait until the page's scripts have begun."""
        self.page.goto(address, wait_until="load")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser without a screen, for the whole session; its pages come from ``visit``."""
    if CHROMIUM is None:
        pytest.skip("needs the browser chromium")
    with sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Pages in contexts of their own; at the end none may have asked or complained.

    Called with the options of a context (``viewport``, ``color_scheme`` …), or with none.
    """
    contexts: list[BrowserContext] = []
    visits: list[Visit] = []

    def opened(**options: object) -> Visit:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        visits.append(guarded(context))
        return visits[-1]

    yield opened
    for context in contexts:
        context.close()
    said = [word for one in visits for word in one.outside + one.complaints]
    assert said == [], said


def guarded(context: BrowserContext) -> Visit:
    """Answers: what page of this context writes down what it asks and complains of?"""
    found = Visit(context.new_page())

    def let_through(route: Route) -> None:
        where = urlsplit(route.request.url)
        if where.scheme in {"file", "data", "blob"} or where.hostname == "127.0.0.1":
            route.continue_()
        else:
            found.outside.append(route.request.url)
            route.abort()

    context.route("**/*", let_through)
    found.page.on(
        "console",
        lambda said: (
            found.complaints.append(f"{found.page.url}: {said.text}")
            if said.type in {"error", "warning"}
            else None
        ),
    )
    found.page.on("pageerror", lambda error: found.complaints.append(f"{found.page.url}: {error}"))
    return found
