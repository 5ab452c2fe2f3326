"""What MkDocs calls while it builds the site; the work itself is done in the other modules.

MkDocs runs this file by its path and knows nothing of the package it stands in. So the folder
above is put on the path for the imports below; MkDocs takes it off again.
"""

import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

import kz_civil_positions as kz
from kz_civil_positions.messages import LANGUAGES, Language
from kz_civil_positions.storage.root import data_root

_ROOT: Final = Path(__file__).parent.parent
sys.path.insert(0, str(_ROOT))

from website import navigation  # noqa: E402
from website.finder import finder_files  # noqa: E402
from website.frame import described, notice_in, twins_of  # noqa: E402
from website.languages import ROOTS, language_of, place_of  # noqa: E402
from website.pages import Corpus, pages_of  # noqa: E402
from website.search import divide_index  # noqa: E402
from website.texts import TEXTS, texts_in  # noqa: E402

_SPECIMEN: Final = _ROOT / "examples" / "specimen"


@cache
def _corpora() -> tuple[Corpus, ...]:
    """The registers that have pages, the one of law first."""
    return Corpus(kz.load(), data_root()), Corpus(kz.load(_SPECIMEN), _SPECIMEN, "specimen/")


def _register_of(path: str) -> kz.Register:
    """The register that the page at this path is about."""
    law, *others = _corpora()
    place = place_of(path)
    return next((one.register for one in others if place.startswith(one.under)), law.register)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and files that are made from the data."""
    corpora = [
        Corpus(kz.load(), data_root()),
        Corpus(kz.load(_SPECIMEN), _SPECIMEN, "specimen/"),
    ]
    pages = [page for language in LANGUAGES for one in corpora for page in pages_of(one, language)]
    for page in pages:
        listed = InclusionLevel.UNDEFINED if page.menu else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, page.file, content=page.text, inclusion=listed))
    for path, content in finder_files({one.under: one.register for one in _corpora()}).items():
        files.append(File.generated(config, path, content=content))
    config.nav = navigation.menu_with(config.nav or [], pages)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001
    """Let no page lead on to one of another language."""
    navigation.divide(nav)
    return nav


def on_page_content(
    html: str,
    page: SitePage,
    config: MkDocsConfig,  # noqa: ARG001
    files: Files,  # noqa: ARG001
) -> str:
    """Call the link at each heading by words of the page's language."""
    told = TEXTS["link-here"][language_of(page.file.src_uri)]
    return html.replace(f'title="{TEXTS["link-here"]["en"]}"', f'title="{told}"')


def on_page_context(
    context: dict[str, Any],
    page: SitePage,
    config: MkDocsConfig,  # noqa: ARG001
    nav: Navigation,
) -> dict[str, Any]:
    """Give each page the language it is in, with the menu and the texts of that language."""
    language = language_of(page.file.src_uri)
    page.meta["description"] = described(page.meta, language)
    urls = {file.page.url for file in context["pages"] if file.page}
    frame = _frame(language, nav, _register_of(page.file.src_uri))
    return context | frame | {"twins": twins_of(page.url, urls)}


def on_template_context(
    context: dict[str, Any],
    template_name: str,  # noqa: ARG001
    config: MkDocsConfig,  # noqa: ARG001
) -> dict[str, Any]:
    """Give what is no page, as what is shown for a page not found, the first language's frame."""
    every = [texts_in(one) | {"language": one, "root": ROOTS[one] or "."} for one in LANGUAGES]
    frame = _frame("kk", context["nav"], _register_of(""))
    return context | frame | {"twins": twins_of("", ()), "every_text": every}


def _frame(language: Language, nav: Navigation, register: kz.Register) -> dict[str, Any]:
    return {
        "language": language,
        "root": ROOTS[language],
        "nav": navigation.navigation_of(nav, language),
        "texts": texts_in(language),
        "notice": notice_in(register, language),
    }


def on_post_build(config: MkDocsConfig) -> None:
    """Let each language be searched by itself."""
    divide_index(Path(config.site_dir))
