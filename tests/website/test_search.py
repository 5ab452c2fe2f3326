"""The search of each language, typed in a browser as a reader types."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

import kz_civil_positions as kz
from browsing import Visit
from kz_civil_positions.lookup.keys import key, stem
from kz_civil_positions.messages import LANGUAGES, Language
from website.languages import ROOTS

ROOT: Final = Path(__file__).parent.parent.parent
WORKER: Final = ROOT / "website" / "theme" / "assets" / "javascripts" / "workers" / "words.js"

# What is typed, and a page that must be among those found: base forms where the page has
# others, other forms where it has the base, beginnings, and letters of a plain keyboard.
WORDS: Final[dict[Language, dict[str, str]]] = {
    "kk": {
        "бұйрық": "guide/orders/",
        "бұйрықтарға": "guide/orders/",
        "буйрыктар": "guide/orders/",
        "орталық": "guide/find/",
        "күмәннің": "guide/unknown/",
        "дәйек": "guide/citing/",
        "сөздік": "guide/glossary/",
        "деңгейлерде": "guide/reading/",
        "жариялау": "guide/dates/",
        "лауазымы": "guide/find/",
    },
    "ru": {
        "приказ": "guide/orders/",
        "приказами": "guide/orders/",
        "должность": "guide/reading/",
        "должностям": "guide/find/",
        "сомнение": "guide/unknown/",
        "опублик": "guide/dates/",
        "источнику": "guide/source/",
        "словарём": "guide/glossary/",
        "исправление": "guide/source/",
        "ступень": "guide/reading/",
    },
    "en": {
        "order": "guide/orders/",
        "amending": "guide/orders/",
        "positions": "guide/find/",
        "doubted": "guide/unknown/",
        "publication": "guide/dates/",
        "citing": "guide/citing/",
        "glossaries": "guide/glossary/",
        "repaired": "guide/source/",
        "levels": "guide/reading/",
        "parquet": "reference/exports/",
    },
}


def found_by(visit: Visit, word: str) -> list[str]:
    """Answers: which pages does the search show for this word, best first?"""
    page = visit.page
    box = page.locator(".md-search__input")
    box.focus()
    box.fill("")
    page.keyboard.press("End")
    page.wait_for_function("() => !document.querySelector('.md-search-result__item')")
    # At once: letter by letter, what a beginning finds could be read for what the word finds.
    box.fill(word)
    page.keyboard.press("End")
    page.wait_for_selector(".md-search-result__item", timeout=30_000)
    links = page.locator(".md-search-result__item > a").evaluate_all(
        "all => all.map((one) => new URL(one.href).pathname)"
    )
    return list(dict.fromkeys(path.lstrip("/") for path in links))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_found_by_beginning_and_base_form_in_the_language_read(
    served_site: str, visit: Callable[..., Visit], language: Language
) -> None:
    """Each word finds its page, however declined; no page of another language is shown."""
    assert len(WORDS[language]) == 10
    one = visit(viewport={"width": 1440, "height": 900})
    one.open(served_site + ROOTS[language])
    others = tuple(root for other, root in ROOTS.items() if root and other != language)
    for word, wanted in WORDS[language].items():
        found = found_by(one, word)
        assert ROOTS[language] + wanted in found, word
        assert [page for page in found if page.startswith(others)] == [], word
        assert all(page.startswith(ROOTS[language]) for page in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_index_has_its_own_language_and_nothing_made_up(
    built_site: Path, language: Language
) -> None:
    """Each part of a page that may be found is there, once; no fiction stands among the law."""
    file = built_site / ROOTS[language] / "search" / "search_index.json"
    found = [entry["location"] for entry in json.loads(file.read_text(encoding="utf-8"))["docs"]]
    assert len(set(found)) == len(found) > 50
    pages = {location.partition("#")[0] for location in found}
    assert all((built_site / ROOTS[language] / page / "index.html").is_file() for page in pages)
    assert [page for page in pages if page.startswith(("ru/", "en/", "specimen/"))] == []
    assert "guide/reading/" in pages


def test_what_was_found_is_told_under_the_word_that_was_asked(
    served_site: str, visit: Callable[..., Visit]
) -> None:
    """A word found by its base form is marked as it stands, and is not called missing."""
    one = visit(viewport={"width": 1440, "height": 900})
    one.open(f"{served_site}ru/")
    assert found_by(one, "должностям")
    shown = one.page.locator(".md-search-result__list")
    assert shown.locator("mark", has_text=re.compile("^должност", re.IGNORECASE)).count() > 0
    assert shown.locator(".md-search-result__terms").count() == 0
    told = shown.inner_text()
    assert not re.search(r"\b(?:key|kk|ru):", told)


def test_the_page_makes_the_keys_that_the_library_makes(
    served_site: str, visit: Callable[..., Visit]
) -> None:
    """Key and stem of every word of the register and of these pages agree, letter by letter."""
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "docs").rglob("*.md")]
    edition = kz.load().edition("2019-920")
    texts += [entry.text for entry in edition.entries]
    parted = re.findall("[а-яёәғқңөұүһі]+", "\n".join(texts).lower())
    words = sorted(set(parted))
    assert len(words) > 2500
    one = visit()
    one.open(served_site)
    made = one.page.evaluate(
        """([source, words]) => {
          const lunr = { Pipeline: { registerFunction() {} }, Builder: { prototype: {} },
            Index: { prototype: {} } };
          const begun = new Function("importScripts", "lunr", `${source}; return [keyOf, stemOf]`);
          const [keyOf, stemOf] = begun(() => {}, lunr);
          return words.map((word) => [keyOf(word), stemOf(keyOf(word))]);
        }""",
        [WORKER.read_text(encoding="utf-8"), words],
    )
    assert made == [[key(word), stem(key(word))] for word in words]
