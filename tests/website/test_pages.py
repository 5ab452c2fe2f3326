"""Every page in a browser: in silence, within its width, usable by whoever comes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Route

from browsing import Visit
from kz_civil_positions.messages import Language

PHONE: Final = {"width": 390, "height": 844}
DESK: Final = {"width": 1440, "height": 900}
# What a page lacks for who uses it without eyes or without a mouse. A control that the theme
# never shows is none.
LACKS: Final = """() => {
  const shown = (one) => one.checkVisibility();
  const named = (one) => one.labels?.length || one.textContent.trim()
    || ["aria-label", "aria-labelledby", "title"].some((name) => one.getAttribute(name));
  const called = (one) => one.outerHTML.slice(0, 80);
  const headings = document.querySelectorAll("h1").length;
  const wide = document.documentElement.scrollWidth - innerWidth;
  return [
    ...(headings === 1 ? [] : [`${headings} headings of the first rank`]),
    ...(wide > 0 ? [`${wide} pixels too wide`] : []),
    ...[...document.querySelectorAll("button, select, textarea, input")]
      .filter((one) => shown(one) && !named(one)).map((one) => `without a label: ${called(one)}`),
    ...[...document.querySelectorAll("a[href]")]
      .filter((one) => shown(one) && !named(one)).map((one) => `without words: ${called(one)}`),
    ...[...document.querySelectorAll("img:not([alt])")].map((one) => `no alt: ${called(one)}`),
    ...[...document.querySelectorAll("svg[role=img]")].filter((one) => !named(one))
      .map((one) => `a picture without words: ${called(one)}`),
  ];
}"""


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

# The ratio of the colours of each text of ours to what lies behind it, where it is low.
PALE: Final = """() => {
  const numbers = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return { rgb: [r, g, b], a };
  };
  const over = (top, under) => top.rgb.map((one, at) => one * top.a + under[at] * (1 - top.a));
  const behind = (one) => {
    if (!one) return [255, 255, 255];
    const own = numbers(getComputedStyle(one).backgroundColor);
    return own.a === 1 ? own.rgb : over(own, behind(one.parentElement));
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((one) => one / 255)
      .map((one) => one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const texts = [...document.querySelectorAll("[class*='kz-'], [class*='kz-'] *, article *")]
    .filter((one) => one.checkVisibility() && !one.closest(".headerlink, .md-code__nav, .highlight")
      && [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim()));
  return texts.map((one) => {
    const back = behind(one);
    const fore = over(numbers(getComputedStyle(one).color), back);
    const [high, low] = [light(fore), light(back)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    return [ratio, `${ratio.toFixed(2)} ${one.tagName} ${one.textContent.trim().slice(0, 60)}`];
  }).filter(([ratio]) => ratio < 4.5).map(([, told]) => told);
}"""


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
