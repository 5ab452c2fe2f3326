"""What a visit of the site costs, against a plain site of the same theme with one page.

Run ``python benchmarks/site.py``. Both sites are built here and served on this machine to a
Chromium that knows nothing of either yet. Bytes are all that a first visit asks for, as they
lie on the disk; a server that compresses sends less of both. Nothing fails: a page that the
site has not is told of as missing.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from attrs import frozen
from measuring import temporary_folder
from playwright.sync_api import Browser, sync_playwright

ROOT: Final = Path(__file__).parent.parent
CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser")
PLAIN_CONFIG: Final = "site_name: Plain\ntheme: {name: material, font: false}\n"
PLAIN_PAGE: Final = "# Plain\n\nOne page that answers nothing.\n"
# What the theme's own search shows when it has an answer, and what the finder shows.
SEARCH_ANSWER: Final = ".md-search-result__item"
FINDER_ANSWER: Final = ".kz-answer"


@frozen
class Row:
    """A page of ours against the page of the plain site.

    Attributes:
        name: how the row is called.
        page: the page, from the root of the site; a star stands for the first that there is.
        asked: what stands behind the page's address; of the plain site, its own search.
        answer: what is there when the page has answered; none: bytes are weighed, not time.
    """

    name: str
    page: str
    asked: str = ""
    answer: str | None = None


ROWS: Final = (
    Row("bytes of the home", ""),
    Row("bytes of a guide", "guide/reading/"),
    Row("bytes of an edition", "register/*/"),
    Row("bytes of the finder", "find/"),
    Row("first answer of the search", "", "?q=лауазым", SEARCH_ANSWER),
    Row("first answer of the finder", "find/", "?q=бас бухгалтер", FINDER_ANSWER),
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=9, help="how often each time is taken")
    rounds = parser.parse_args().rounds
    if CHROMIUM is None:
        sys.exit("needs the browser chromium")
    ours, plain = _built(ROOT), _built(_plain())
    with ExitStack() as open_:
        ours_at, plain_at = (open_.enter_context(_served(site)) for site in (ours, plain))
        driver = open_.enter_context(sync_playwright())
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        print("| what | plain | ours | ratio |\n| --- | --- | --- | --- |")
        for row in ROWS:
            page = _first(ours, row.page)
            if page is None:
                print(f"| {row.name} | | not there | |")
            elif row.answer is None:
                print(_weighed(browser, row.name, plain_at, ours_at + page))
            else:
                print(_timed(browser, row, (plain_at, ours_at + page), rounds), flush=True)
        browser.close()


def _first(site: Path, page: str) -> str | None:
    found = sorted(site.glob(f"{page}index.html"))
    return str(found[0].relative_to(site)).removesuffix("index.html") if found else None


def _weighed(browser: Browser, name: str, plain_at: str, ours_at: str) -> str:
    plain, ours = (_bytes(browser, address) for address in (plain_at, ours_at))
    return f"| {name} | {plain / 1000:.0f} kB | {ours / 1000:.0f} kB | {ours / plain:.2f} |"


def _timed(browser: Browser, row: Row, addresses: tuple[str, str], rounds: int) -> str:
    plain_at, ours_at = addresses[0] + "?q=plain", addresses[1] + row.asked
    pairs = [
        (_seconds(browser, plain_at, SEARCH_ANSWER), _seconds(browser, ours_at, str(row.answer)))
        for _ in range(rounds)
    ]
    plain, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(over / under for under, over in pairs)
    return f"| {row.name} | {plain * 1000:.0f} ms | {ours * 1000:.0f} ms | {ratio:.2f} |"


def _bytes(browser: Browser, address: str) -> int:
    """All bytes that a first visit asks for."""
    context = browser.new_context()
    sizes: list[int] = []
    context.on("response", lambda answer: sizes.append(int(answer.headers["content-length"])))
    context.new_page().goto(address, wait_until="networkidle")
    context.close()
    return sum(sizes)


def _seconds(browser: Browser, address: str, answer: str) -> float:
    """The time from the asking for a page to its answer, on a first visit."""
    context = browser.new_context()
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(answer)
    taken = time.perf_counter() - start
    context.close()
    return taken


def _plain() -> Path:
    folder = temporary_folder()
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(PLAIN_PAGE, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(PLAIN_CONFIG, encoding="utf-8")
    return folder


def _built(project: Path) -> Path:
    site = temporary_folder()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(site)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)  # noqa: S603 - our own words
    return site


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing: a browser may leave before it has read the whole of an answer."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    with _Server(("127.0.0.1", 0), partial(_Quiet, directory=site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


if __name__ == "__main__":
    main()
