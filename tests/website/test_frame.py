"""The frame of every page, as it is built: language, menu, twins, notice, links."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html  # type: ignore[import-untyped]

import kz_civil_positions as kz
from kz_civil_positions.messages import LANGUAGES, Language, say
from website.languages import ROOTS, language_of, path_in, place_of
from website.texts import TEXTS

ROOT: Final = Path(__file__).parent.parent.parent
SPECIMEN: Final = ROOT / "examples" / "specimen"
THEIRS: Final = Path(str(files("material"))) / "templates" / "partials" / "languages"
OURS: Final = ROOT / "website" / "theme" / "partials" / "languages"


@cache
def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Answers: which pages has the site, by their addresses from its root?"""
    return {
        str(file.relative_to(site)).removesuffix("index.html"): html.parse(str(file)).getroot()
        for file in sorted(site.rglob("*.html"))
    }


def resolved(page: str, link: str) -> str:
    """Answers: where does this link of that page lead to, from the root of the site?"""
    return str(urlsplit(urljoin(f"http://site/{page}", link)).path).lstrip("/")


# ── languages ────────────────────────────────────────────────────────────────────────────


def test_every_page_says_the_language_it_is_in(built_site: Path) -> None:
    """A screen reader and a translator are told the language that the address has."""
    found = pages(built_site)
    assert {language_of(page) for page in found} == set(LANGUAGES)
    assert {page: root.get("lang") for page, root in found.items()} == {
        page: language_of(page) for page in found
    }


def test_the_menu_shows_the_language_of_the_page_and_no_other(built_site: Path) -> None:
    """A reader of one language is not led through pages of the others."""
    for page, root in pages(built_site).items():
        links = root.xpath("//nav[contains(@class, 'md-nav--primary')]//li/a/@href")
        assert links
        led = {language_of(resolved(page, link)) for link in links if not link.startswith("#")}
        assert led <= {language_of(page)}, page
        onward = root.xpath("//a[contains(@class, 'md-footer__link')]/@href")
        assert {language_of(resolved(page, link)) for link in onward} <= {language_of(page)}, page


def test_every_page_leads_to_itself_in_each_language_or_to_its_home(built_site: Path) -> None:
    """The switch goes to the twin; where there is none, it says so and goes to the home."""
    found = {page: root for page, root in pages(built_site).items() if page != "404.html"}
    for page, root in found.items():
        switch = {a.get("hreflang"): a for a in root.xpath("//ul[@class='kz-switch']//a")}
        assert list(switch) == list(LANGUAGES)
        for language in LANGUAGES:
            twin, link = path_in(place_of(page), language), switch[language]
            led = resolved(page, link.get("href"))
            assert led == (twin if twin in found else ROOTS[language]), page
            said = link.get("title") == TEXTS["home-only"][language]
            assert said == (twin not in found)
            assert (link.get("aria-current") == "true") == (language == language_of(page))


def test_who_does_not_find_a_page_is_told_so_in_every_language(built_site: Path) -> None:
    """The page for what is not there has each language's sentence and way home."""
    root = pages(built_site)["404.html"]
    text = root.find_class("md-content")[0].text_content()
    assert all(told in text for told in TEXTS["not-found"].values())
    homes = root.xpath("//article//a/@href")
    assert [resolved("404.html", home) for home in homes] == list(ROOTS.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_has_a_name_in_each_language(built_site: Path, language: Language) -> None:
    """The head of a page and its window are called by words of its reader's."""
    root = pages(built_site)[ROOTS[language]]
    name = TEXTS["name"][language]
    assert name in root.findtext(".//title")
    assert name in root.find_class("md-header__topic")[0].text_content()
    assert root.xpath("//meta[@name='description']/@content") == [TEXTS["description"][language]]


# ── texts ────────────────────────────────────────────────────────────────────────────────


def catalogue(file: Path) -> dict[str, str]:
    """Answers: what does a catalogue of the theme say, by key?"""
    pairs = re.findall(r'^  "([^"]+)": "(.*?)",?$', file.read_text("utf-8"), flags=re.MULTILINE)
    return dict(pairs)


def test_kazakh_has_every_text_of_the_theme() -> None:
    """What the theme says in English it says in Kazakh, with the number in the same place."""
    english, kazakh = catalogue(THEIRS / "en.html"), catalogue(OURS / "kk.html")
    assert len(english) > 50
    assert list(kazakh) == list(english)
    assert {key for key, text in kazakh.items() if "#" in text} == {
        key for key, text in english.items() if "#" in text
    }
    same = {key for key, text in kazakh.items() if text == english[key]}
    assert {key for key in same if not key.startswith("search.config.")} == {"direction"}


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_of_the_frame_is_there_in_three_languages(key: str) -> None:
    """Kazakh, Russian and English, none empty, and each with the same facts in it."""
    texts = TEXTS[key]
    assert list(texts) == list(LANGUAGES)
    assert all(text.strip() for text in texts.values())
    assert len({tuple(sorted(re.findall(r"{\w+}", text))) for text in texts.values()}) == 1


def test_every_page_says_what_the_text_is_and_what_it_was_made_of(built_site: Path) -> None:
    """Unofficial, checked up to a day, by which code from which data: on every page."""
    law, specimen, edition = kz.load(), kz.load(SPECIMEN), kz.__data_edition__
    assert law.checked_until != specimen.checked_until
    for page, root in pages(built_site).items():
        language = language_of(page)
        fictional = place_of(page).startswith("specimen/")
        until = (specimen if fictional else law).checked_until
        (notice,) = root.find_class("kz-notice")
        told = notice.text_content()
        assert (say("reports.fictional", language) in told) == fictional, page
        assert say("reports.unofficial", language) in told, page
        assert say("reports.checked-until", language, day=until) in told, page
        assert f"kz-civil-positions {kz.__version__}." in told, page
        assert f"{edition}." in told, page


def test_no_english_word_is_said_to_who_reads_another_language(built_site: Path) -> None:
    """What is told on pointing or listening is told in the language of the page."""
    told: set[str] = set()
    for page, root in pages(built_site).items():
        if language_of(page) != "en":
            told |= set(root.xpath("//@title | //@aria-label | //@placeholder | //@alt"))
    assert len(told) > 30
    own = set(TEXTS["home-only"].values()) | {"English"}
    assert {one for one in told - own if re.search("[A-Za-z]{3}", one)} == set()


# ── links ────────────────────────────────────────────────────────────────────────────────


def links(page: str, root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Answers: which places of the site, page and anchor, does this page lead to?"""
    for link in root.xpath("//*/@href | //*/@src"):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        yield resolved(page, link) if parts.path else page, unquote(parts.fragment)


def test_every_link_leads_somewhere(built_site: Path) -> None:
    """Pages, files and anchors that are linked to are there, in raw HTML too."""
    found = pages(built_site)
    anchors = {page: set(root.xpath("//@id | //a/@name")) for page, root in found.items()}
    dead: set[str] = set()
    seen = 0
    for page, root in found.items():
        for led, anchor in links(page, root):
            seen += 1
            file = built_site / (f"{led}index.html" if led == "" or led.endswith("/") else led)
            if not file.is_file() or (anchor and anchor not in anchors.get(led, set())):
                dead.add(f"{page}: {led}#{anchor}")
    assert seen > 1000
    assert dead == set()
