"""The pages made from the data: every place once, every doubt, every source, in each language."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from lxml.html import HtmlElement, parse  # type: ignore[import-untyped]

import kz_civil_positions as kz
from kz_civil_positions.codes import Kind
from kz_civil_positions.messages import LANGUAGES, Language, say
from kz_civil_positions.model import Doubt, Edition, Entry, Level, PrintedFault
from kz_civil_positions.reports.edition import anchor_of
from kz_civil_positions.storage.root import data_root
from website.languages import path_in
from website.page import Page
from website.pages import Corpus, pages_of
from website.pages.citing import citation
from website.pages.corpus import edition_page
from website.pages.texts import TEXTS, tell

ROOT: Final = Path(__file__).parent.parent.parent
SPECIMEN: Final = ROOT / "examples" / "specimen"
every_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def corpora() -> tuple[Corpus, Corpus]:
    """The register, and the fictional one."""
    return (
        Corpus(kz.load(), data_root()),
        Corpus(kz.load(SPECIMEN), SPECIMEN, "specimen/"),
    )


@cache
def made(language: Language) -> tuple[tuple[Corpus, Page], ...]:
    """Every page that is made from the data, with its register."""
    return tuple((one, page) for one in corpora() for page in pages_of(one, language))


@cache
def read(site: Path, path: str, language: Language) -> HtmlElement:
    """The article of a built page."""
    tree = parse(site / path_in(path, language) / "index.html", parser=None)
    (article,) = tree.xpath("//article")
    return article


def held() -> Iterator[tuple[Corpus, Edition]]:
    """Every edition whose text is held."""
    for corpus in corpora():
        yield from ((corpus, one) for one in corpus.register.editions if one.held)


def page_of(site: Path, corpus: Corpus, edition: Edition, language: Language) -> HtmlElement:
    """The article of an edition's page."""
    return read(site, corpus.under + edition_page(edition.key), language)


def words(text: str) -> str:
    """The words, whatever blanks are between them."""
    return " ".join(text.split())


def find(page: HtmlElement, anchor: str) -> HtmlElement:
    """The one place of that anchor."""
    (place,) = page.xpath(".//*[@id=$anchor]", anchor=anchor)
    return place


# ── places ───────────────────────────────────────────────────────────────────────────────


@every_language
def test_every_level_and_entry_has_its_anchor_exactly_once(
    built_site: Path, language: Language
) -> None:
    """An address of a level or an entry leads to one place, on every edition's page."""
    for corpus, edition in held():
        ids = Counter(page_of(built_site, corpus, edition, language).xpath(".//@id"))
        asked = [anchor_of(level.code) for level in edition.levels]
        asked += [entry.id for entry in edition.entries]
        assert {one: ids[one] for one in asked} == dict.fromkeys(asked, 1), edition.key


@every_language
def test_no_page_has_an_anchor_twice(built_site: Path, language: Language) -> None:
    """Whatever is linked to on a page is one thing."""
    found = {
        page.path: [name for name, count in Counter(ids).items() if count > 1]
        for _, page in made(language)
        for ids in [read(built_site, page.path, language).xpath(".//@id")]
    }
    assert {path: twice for path, twice in found.items() if twice} == {}


@every_language
def test_the_words_of_the_page_are_the_stored_words(built_site: Path, language: Language) -> None:
    """Without marks and evidence each entry reads as it is stored, in its order, all of them."""
    for corpus, edition in held():
        page = page_of(built_site, corpus, edition, language)
        for level in edition.levels:
            place = find(page, anchor_of(level.code)).getnext()
            shown = [(one.get("id"), _said(one)) for one in place.xpath("div[@class='kz-entry']")]
            assert shown == [(one.id, _stored(one)) for one in level.entries], level.code


def _said(block: HtmlElement) -> str:
    spoken = ".//text()[not(ancestor::sup or ancestor::details)]"
    return words(" ".join("".join(line.xpath(spoken)) for line in block.xpath("p")))


def _stored(entry: Entry) -> str:
    return words(" ".join((entry.heading, *(item.text for item in entry.items))))


@every_language
def test_labels_are_shown_as_printed_and_bracketed_where_inferred(
    built_site: Path, language: Language
) -> None:
    """A label that the source does not print is never shown as if it did."""
    corpus, edition = next(held())
    page = page_of(built_site, corpus, edition, language)
    shown = {
        one.get("id"): words("".join(one.xpath(".//text()[not(ancestor::sup)]")))
        for one in page.xpath(".//tbody//th[@scope='row' or @scope='rowgroup']")
    }
    assert (shown["link-a1"], shown["link-a2"], shown["link-a3"]) == ("А1", "[А2]", "[А3]")
    assert (shown["a3-2-1"], shown["health-b4-4"], shown["c1"]) == ("2-1", "4", "")


# ── doubts and faults ────────────────────────────────────────────────────────────────────


@every_language
def test_every_doubt_and_fault_is_marked_at_its_place_and_told_below(
    built_site: Path, language: Language
) -> None:
    """No doubtful word stands without its mark, and each mark leads to what is known of it."""
    for corpus, edition in held():
        page = page_of(built_site, corpus, edition, language)
        for doubt in edition.doubts:
            note = _note_of(page, f"{doubt.id} (")
            evidence = words(note.getnext().text_content())
            assert words(doubt.statement[language]) in words(note.text_content())
            for one in doubt.evidence:
                assert words(one.note[language]) in evidence
                assert words(one.quote or "") in evidence
            assert words(doubt.settled_by[language]) in evidence
            _assert_marked(page, edition, doubt, note)
        for fault in edition.faults:
            where = f"{_lines_of(edition, fault)}: «{fault.words}» – {fault.note[language]}"
            note = _note_of(page, where)
            _assert_marked(page, edition, fault, note)


def _lines_of(edition: Edition, fault: PrintedFault) -> str:
    entry = edition.entry(fault.about.name)
    item = next((one for one in entry.items if one.id == fault.about.name), None)
    lines = item.lines if item else entry.lines
    return f"{edition.level_of(entry.id).code}{f', {lines}' if lines else ''}"


def _note_of(page: HtmlElement, told: str) -> HtmlElement:
    notes = page.xpath(".//p[starts-with(@id, 'note-')]")
    return next(one for one in notes if words(told) in words(one.text_content()))


def _assert_marked(
    page: HtmlElement, edition: Edition, remark: Doubt | PrintedFault, note: HtmlElement
) -> None:
    about = remark.about if isinstance(remark, Doubt) else (remark.about,)
    for address in about:
        if address.kind in {Kind.ENTRY, Kind.ITEM}:
            place = find(page, edition.entry(address.name).id)
        else:
            prefix = "" if address.kind is Kind.LEVEL else f"{address.kind}-"
            place = find(page, prefix + anchor_of(address.name))
        marks = place.xpath(".//sup/a/@href")
        assert f"#{note.get('id')}" in marks, (address, marks)
    if about:
        (back,) = note.xpath("a[1]/@href")
        assert find(page, back.removeprefix("#")).getparent().tag == "sup"


# ── evidence ─────────────────────────────────────────────────────────────────────────────


@every_language
def test_source_lines_are_the_lines_of_the_file_damage_included(
    built_site: Path, language: Language
) -> None:
    """What is called the source is the source: each line under its number, none changed."""
    corpus, edition = next(held())
    lines = corpus.source(corpus.register.order(edition.order)).split("\n")
    page = page_of(built_site, corpus, edition, language)
    for entry in edition.entries:
        (shown,) = find(page, entry.id).xpath("details//pre")
        numbers = [int(one.text.removeprefix("L")) for one in shown.xpath("i")]
        assert [one.tail.removesuffix("\n") for one in shown.xpath("i")] == [
            lines[number - 1] for number in numbers
        ]
        assert entry.lines
        printed = range(entry.lines.first, entry.lines.last + 1)
        assert {one for one in printed if lines[one - 1].strip()} <= set(numbers), entry.id


@every_language
def test_repairs_are_shown_where_they_were_made(built_site: Path, language: Language) -> None:
    """Every repair of the lines of an entry is told below these lines."""
    corpus, edition = next(held())
    repairs = corpus.repairs(corpus.register.order(edition.order))
    assert repairs
    page = page_of(built_site, corpus, edition, language)
    for entry in edition.entries:
        assert entry.lines
        told = words(" ".join(one.text_content() for one in find(page, entry.id).xpath("details")))
        for one in (*repairs.by_hand, *repairs.by_rule):
            if entry.lines.first <= one.lines.first and one.lines.last <= entry.lines.last:
                kind = say(f"review.repair-{one.kind}", language)
                assert f"{one.lines}: {kind}." in told, (entry.id, one)


def test_an_entry_without_a_file_says_so(built_site: Path) -> None:
    """Where no source text is kept, nothing is shown in its stead."""
    specimen = corpora()[1]
    edition = next(one for one in specimen.register.editions if one.held)
    page = page_of(built_site, specimen, edition, "en")
    for entry in edition.entries:
        block = find(page, entry.id)
        assert block.xpath("details//pre") == []
        assert tell("no-source-lines", "en") in block.text_content()


# ── citations ────────────────────────────────────────────────────────────────────────────

CITED: Final = re.compile(
    r"№ 19523\), (?P<block>\S+ блогы)(?:, (?P<sector>[^,\[]*сала[^,]*))?"
    r"(?:, (?P<link>\[?[АВСD]\d*\]?))?(?:, (?P<level>\d(?:-\d)*))?"
    r'(?:: "(?P<words>.*?)"(?=\. |\.$))?\.(?: .*)?'
)


@every_language
def test_citations_lead_back_to_the_place(built_site: Path, language: Language) -> None:
    """From the words of a citation alone its level and its entry are found, and no other."""
    corpus, edition = next(held())
    page = page_of(built_site, corpus, edition, language)
    for level in edition.levels:
        for entry in (None, *level.entries):
            goal = entry.id if entry else anchor_of(level.code)
            cited = find(page, f"cite-{goal}").text
            assert cited == citation(corpus.register, edition, level, language, entry)
            assert _goals(edition, cited) == [(level.code, entry)], cited


def _goals(edition: Edition, cited: str) -> list[tuple[Any, Entry | None]]:
    found = CITED.search(cited)
    assert found, cited
    levels = [one for one in edition.levels if _is_at(edition, one, found)]
    said = found["words"]
    return [
        (level.code, entry)
        for level in levels
        for entry in ((None,) if said is None else level.entries)
        if entry is None or entry.heading.rstrip(":;.") == said
    ]


def _is_at(edition: Edition, level: Level, found: re.Match[str]) -> bool:
    link = edition.link_of(level)
    inferred = f"[{link.code.plain.translate(str.maketrans('ABC', 'АВС'))}]"
    return (
        edition.block_of(level).heading.startswith(found["block"])
        and edition.section_of(level).heading == found["sector"]
        and (link.label.text or inferred) == (found["link"] or "")
        and (level.label.text or "").strip() == (found["level"] or "")
    )


@pytest.mark.parametrize(("language", "root"), [("kk", ""), ("ru", "ru"), ("en", "en")])
def test_the_guide_cites_as_the_pages_do(built_site: Path, language: Language, root: str) -> None:
    """The examples of the guide stand on the register's page, word by word."""
    corpus, edition = next(held())
    page = page_of(built_site, corpus, edition, language)
    shown = {one.text for one in page.xpath(".//blockquote[@class='kz-cite']")}
    guide = (ROOT / "docs" / root / "guide" / "citing.md").read_text(encoding="utf-8")
    quoted = re.findall(r"(?:^> .*\n)+", guide, re.MULTILINE)
    examples = [words(one.replace("> ", "")) for one in quoted if "19523" in one]
    assert len(examples) == 3
    assert [one for one in examples if one not in shown] == []


def test_a_doubtful_entry_is_cited_as_doubtful(built_site: Path) -> None:
    """Who cites an entry whose level is not known cites that too; who cites the first, not."""
    corpus, edition = next(held())
    page = page_of(built_site, corpus, edition, "en")
    first, *others = edition["A2-1"].entries
    said = {one.id: tell("doubtful", "en") in find(page, f"cite-{one.id}").text
            for one in edition["A2-1"].entries}  # fmt: skip
    assert said == {first.id: False} | {one.id: True for one in others}


# ── what every page says ─────────────────────────────────────────────────────────────────


@every_language
def test_every_page_says_what_its_text_is(built_site: Path, language: Language) -> None:
    """Unofficial, which edition, from when, checked up to when, from which source."""
    for corpus, page in made(language):
        article = read(built_site, page.path, language)
        (notice,) = article.xpath(".//aside[@class='notice']")
        told = notice.text_content()
        register = corpus.register
        assert say("reports.unofficial", language) in told
        assert say("reports.checked-until", language, day=register.checked_until) in told
        shown = [one for one in register.editions if f" {one.key}; " in told]
        assert shown or not [one for one in register.editions if page.path.endswith(one.key)]
        for edition in shown:
            source = register.order(edition.order).source
            assert source is None or source.sha256 in told, page.path


@every_language
def test_pages_of_the_specimen_say_that_they_are_fictional_and_no_others_do(
    built_site: Path, language: Language
) -> None:
    """Nobody takes the specimen for law: said above all else, and in the window's title."""
    for corpus, page in made(language):
        article = read(built_site, page.path, language)
        banners = article.xpath(".//*[contains(@class, 'kz-fictional')]")
        assert len(banners) == corpus.fictional
        if corpus.fictional:
            said = say("reports.fictional", language)
            assert said in banners[0].text_content()
            assert banners[0].getnext().tag == "h1"
            assert page.title.endswith(TEXTS["fictional-title"][language].removeprefix("{title}"))


@every_language
def test_the_search_finds_no_page_of_the_specimen(built_site: Path, language: Language) -> None:
    """Who searches the site asks about law."""
    index = built_site / path_in("search/search_index.json", language)
    text = index.read_text(encoding="utf-8")
    assert '"location":"register/2019-920/' in text
    assert '"location":"specimen/register' not in text


@every_language
def test_an_edition_that_is_not_held_shows_no_word_of_the_register(
    built_site: Path, language: Language
) -> None:
    """What is not known is said to be so; nothing stands in for it."""
    corpus, edition = next(held())
    text = words(page_of(built_site, corpus, edition, language).text_content())
    lost = corpus.register.edition("2015")
    article = page_of(built_site, corpus, lost, language)
    said = words(article.text_content())
    printed = [one.heading for one in edition.entries]
    printed += [item.text for one in edition.entries for item in one.items]
    assert all(words(one) in text for one in printed)
    assert [one for one in printed if len(one) > 12 and words(one) in said] == []
    assert article.xpath(".//table") == []
    assert tell("not-held-text", language) in said
    assert tell("settles", language) in said


# ── ways ─────────────────────────────────────────────────────────────────────────────────


@every_language
def test_each_page_leads_to_its_neighbours(built_site: Path, language: Language) -> None:
    """Orders, editions, changes and the chronology are a press away from each other."""
    for corpus in corpora():
        register = corpus.register

        def ways(path: str, corpus: Corpus = corpus) -> set[str]:
            file = built_site / path_in(corpus.under + path, language) / "index.html"
            links = read(built_site, corpus.under + path, language).xpath(".//a/@href")
            goals = [(file.parent / one.partition("#")[0]).resolve() for one in links]
            home = (built_site / path_in(corpus.under, language)).resolve()
            return {one.relative_to(home).as_posix() for one in goals if one.is_relative_to(home)}

        orders = {f"order/{one.id}" for one in register.orders}
        editions = {edition_page(one.key) for one in register.editions}
        assert orders <= ways("chronology")
        assert editions <= ways("register")
        for edition in register.editions:
            assert f"order/{edition.order}" in ways(edition_page(edition.key))
            assert edition_page(edition.key) in ways(f"order/{edition.order}")
        changes = [page.path for one, page in made(language) if one is corpus]
        for path in (one for one in changes if "changes/" in one):
            assert len(ways(path.removeprefix(corpus.under)) & editions) == 2, path


@every_language
def test_every_institution_shows_all_its_positions(built_site: Path, language: Language) -> None:
    """The page has the library's answer: each position with its level, and its doubts."""
    corpus, edition = next(held())
    finder = corpus.register.finder(edition)
    listed = read(built_site, "institutions", language)
    assert len(listed.xpath(".//tbody/tr")) == len(finder.institutions)
    for one in finder.institutions:
        page = read(built_site, f"institution/{one.id}", language)
        rows = page.xpath(".//tbody/tr")
        shown = Counter(
            (row.xpath("string(td[1]//a)"), words(line.text_content()))
            for row in rows
            for line in row.xpath("td[2]/p") or row.xpath("td[2]")
        )
        found = finder.positions_of(one.id)
        assert shown == Counter((str(f.level.code), words(f.position)) for f in found), one.id
        doubts = {doubt.id for f in found for doubt in f.doubts}
        assert doubts == set(page.xpath(".//p[starts-with(@id, 'doubt-')]/code/text()"))


# ── texts ────────────────────────────────────────────────────────────────────────────────


def test_every_sentence_of_the_pages_exists_in_each_language() -> None:
    """No reader meets another's language, nor a fact that one language leaves out."""
    named = re.compile(r"\{(\w+)\}")
    for key, texts in TEXTS.items():
        assert list(texts) == list(LANGUAGES), key
        assert len({frozenset(named.findall(text)) for text in texts.values()}) == 1, key
