"""Every page in a browser: in silence, within its width, usable by whoever comes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Route

from browsing import Visit
from kz_civil_positions.messages import Language
from page_faults import LACKS, PALE

PHONE: Final = {"width": 390, "height": 844}
DESK: Final = {"width": 1440, "height": 900}


def addresses(site: Path) -> list[str]:
    """Answers: which pages has the site?"""
    return sorted(
        file.parent.relative_to(site).as_posix().removeprefix(".")
        for file in site.rglob("index.html")
    )


def kinds(site: Path) -> list[str]:
    """Answers: which pages stand for all, one of each folder in each language?"""
    first: dict[str, str] = {}
    for address in addresses(site):
        first.setdefault(address.rpartition("/")[0], address)
    return list(first.values())


def test_every_page_is_silent_narrow_and_named(
    built_site: Path, served_site: str, visit: Callable[..., Visit]
) -> None:
    """On a phone no page complains, asks others, scrolls sideways, or has a nameless control."""
    one = visit(viewport=PHONE)
    found: dict[str, Any] = {}
    for address in addresses(built_site):
        one.open(served_site + address)
        if lacks := one.page.evaluate(LACKS):
            found[address] = lacks
    assert found == {}


def test_a_page_that_is_not_there_is_silent_and_narrow(
    served_site: str, visit: Callable[..., Visit]
) -> None:
    """The page shown for one not found is held to the same."""
    one = visit(viewport=PHONE)
    one.open(f"{served_site}404.html")
    assert one.page.evaluate(LACKS) == []


def test_the_home_opens_from_disk(built_site: Path, visit: Callable[..., Visit]) -> None:
    """Without a server a page is read all the same; the search, then forbidden, is not offered."""
    one = visit(viewport=PHONE)
    one.open((built_site / "ru" / "index.html").as_uri())
    assert one.page.locator(".kz-notice").is_visible()
    assert one.page.locator("[for=__search], .md-search").count() == 0


# ── languages ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_switch_keeps_page_question_and_anchor(
    served_site: str, visit: Callable[..., Visit], language: Language
) -> None:
    """Who changes the language reads on at the same place, with the same question asked."""
    one = visit(viewport=PHONE)
    one.open(f"{served_site}guide/reading/?day=2019-11-20#links")
    one.page.locator(f".kz-switch a[hreflang={language}]").click()
    one.page.wait_for_url(f"{served_site}{language}/guide/reading/?day=2019-11-20#links")
    assert one.page.locator("html").get_attribute("lang") == language


def test_the_switch_carries_nothing_to_a_home(
    served_site: str, visit: Callable[..., Visit]
) -> None:
    """A question or an anchor of a page that has no twin means nothing elsewhere."""
    one = visit(viewport=DESK)
    one.open(f"{served_site}en/reference/cli/#find")
    one.page.locator(".kz-switch a[hreflang=kk]").click()
    one.page.wait_for_url(served_site)


# ── questions in the address ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize("finder", [True, False])
def test_a_question_to_the_finder_is_not_taken_for_one_to_the_search(
    served_site: str, visit: Callable[..., Visit], *, finder: bool
) -> None:
    """The theme's search opens for ?q= where there is no finder, and leaves it the address."""
    one = visit(viewport=DESK)
    place = '<div data-kz-finder="whole"></div>' if finder else ""

    def put_in(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<h1", f"{place}<h1", 1))

    one.page.route("**/guide/find/?*", put_in)
    one.open(f"{served_site}guide/find/?q=day")
    assert one.page.locator("#__search").is_checked() is not finder
    assert one.page.evaluate("new URL(location.href).searchParams.has('q')")


# ── colours ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_lies_behind(
    built_site: Path, served_site: str, visit: Callable[..., Visit], scheme: str
) -> None:
    """Text has a contrast of 4.5 to 1 at least, in the light as in the dark."""
    one = visit(viewport=DESK, color_scheme=scheme)
    found: dict[str, list[str]] = {}
    for address in kinds(built_site):
        one.open(served_site + address)
        shown = one.page.locator("body").get_attribute("data-md-color-scheme")
        assert shown == {"light": "default", "dark": "slate"}[scheme]
        if pale := one.page.evaluate(PALE):
            found[address] = pale
    assert found == {}


# ── print ────────────────────────────────────────────────────────────────────────────────


# What stands on paper though nobody can click it, and tables that do not show all they have.
NOT_FOR_PAPER: Final = """() => [
  ...document.querySelectorAll(
    ".md-header, .md-sidebar, .md-search, .md-footer__inner, .headerlink, .md-clipboard"),
  ...[...document.querySelectorAll("table, .md-typeset__scrollwrap, .kz-scroll")]
    .filter((one) => getComputedStyle(one).overflowX !== "visible"),
  ...[...document.querySelectorAll("article a[href]:not(.headerlink)")]
    .filter((one) => !getComputedStyle(one).textDecorationLine.includes("underline")),
].filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80))"""


def test_on_paper_stand_the_text_and_its_notice_and_nothing_to_click(
    built_site: Path, served_site: str, visit: Callable[..., Visit]
) -> None:
    """In print there is no menu, no search; the notice is there, and every table is whole."""
    one = visit(viewport=DESK)
    one.page.emulate_media(media="print")
    found: dict[str, list[str]] = {}
    for address in kinds(built_site):
        one.open(served_site + address)
        assert one.page.locator(".kz-notice").is_visible(), address
        if left := one.page.evaluate(NOT_FOR_PAPER):
            found[address] = left
    assert found == {}
