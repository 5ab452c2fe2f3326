"""The pages for researchers say the same in three languages, and what they say is so."""

import datetime
import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from ruamel.yaml import YAML

import kz_civil_positions as kz
from kz_civil_positions.lookup.terms import TERMS as FINDER_TERMS
from kz_civil_positions.messages.calendar import MESSAGES as CALENDAR
from kz_civil_positions.messages.dates import MONTHS, long_date
from kz_civil_positions.messages.reports import MESSAGES
from kz_civil_positions.model import Edition, Span

ROOT: Final = Path(__file__).parent.parent
FOLDERS: Final = {"kk": "docs", "ru": "docs/ru", "en": "docs/en"}
PAGES: Final = ("reading", "orders", "dates", "unknown", "source", "citing", "find", "glossary")


def page(slug: str, language: str) -> str:
    """Answers: what does this page say?"""
    return (ROOT / FOLDERS[language] / f"{slug}.md").read_text(encoding="utf-8")


def guide(slug: str, language: str) -> str:
    """Answers: what does this guide say?"""
    return page(f"guide/{slug}", language)


def headings(text: str) -> list[tuple[str, str]]:
    """Answers: of which rank, and under which anchor, does each part stand?"""
    return re.findall(r"^(#{2,}) .*?(?:\{#([\w-]+)\})?$", without_code(text), flags=re.MULTILINE)


def part(text: str, anchor: str) -> str:
    """Answers: what stands under this anchor, up to the next heading of any rank?"""
    _, _, after = text.partition(f"{{#{anchor}}}\n")
    return re.split(r"^#+ ", after, maxsplit=1, flags=re.MULTILINE)[0]


def without_code(text: str) -> str:
    """Answers: what is left without the blocks of commands?"""
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def prose(text: str) -> str:
    """Answers: what does a reader read, without anchors, link targets, tags and commands?"""
    text = without_code(text)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    text = re.sub(r"\{#[^}]*\}", "", text)
    return re.sub(r"<[^>]*>", "", text)


def days(text: str, language: str) -> Counter[datetime.date]:
    """Answers: which days are written out here, and how often?"""
    months = "|".join(MONTHS[language])
    pattern = {
        "kk": rf"(?P<year>\d{{4}}) жылғы\s+(?P<day>\d+)\s+(?P<month>{months})",
        "ru": rf"(?P<day>\d+) (?P<month>{months})\s+(?P<year>\d{{4}})\s+года",
        "en": rf"(?P<day>\d+)\s+(?P<month>{months})\s+(?P<year>\d{{4}})",
    }[language]
    return Counter(
        datetime.date(
            int(found["year"]), MONTHS[language].index(found["month"]) + 1, int(found["day"])
        )
        for found in re.finditer(pattern, re.sub(r"\s+", " ", prose(text)))
    )


def rows(text: str) -> list[list[str]]:
    """Answers: which cells have the rows of the tables, headers and rules left out?"""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    rules = {at for at, line in enumerate(lines) if line.startswith("| ---")}
    heads = {at - 1 for at in rules}
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for at, line in enumerate(lines)
        if at not in rules | heads
    ]


# ── the same in three languages ──────────────────────────────────────────────────────────


def test_every_guide_is_there_in_three_languages_and_no_other() -> None:
    """A guide that is added, renamed or dropped is so in each language."""
    for folder in FOLDERS.values():
        found = {file.stem for file in (ROOT / folder / "guide").glob("*.md")}
        assert found == set(PAGES)


@pytest.mark.parametrize("slug", PAGES)
def test_the_parts_of_a_guide_are_the_same(slug: str) -> None:
    """Ranks and anchors of headings agree, so that an address holds in each language."""
    wanted = headings(guide(slug, "kk"))
    assert wanted
    assert all(anchor for _, anchor in wanted)
    assert headings(guide(slug, "ru")) == headings(guide(slug, "en")) == wanted


@pytest.mark.parametrize("slug", PAGES)
def test_the_days_of_a_guide_are_the_same(slug: str) -> None:
    """Each day that one language names the others name as often."""
    wanted = days(guide(slug, "kk"), "kk")
    assert days(guide(slug, "ru"), "ru") == wanted
    assert days(guide(slug, "en"), "en") == wanted


@pytest.mark.parametrize("slug", PAGES)
def test_the_numbers_of_a_guide_are_the_same(slug: str) -> None:
    """Each number (of an order, article, line, level, count) stands as often in each language."""
    said = {
        language: Counter(re.findall(r"\d+", prose(guide(slug, language)))) for language in FOLDERS
    }
    assert said["ru"] == said["kk"]
    assert said["en"] == said["kk"]


@pytest.mark.parametrize("slug", PAGES)
def test_the_words_set_as_code_are_the_same(slug: str) -> None:
    """Codes, ids and quoted source text are never translated."""
    code = re.compile(r"`([^`\n]+)`")
    said = {language: Counter(code.findall(prose(guide(slug, language)))) for language in FOLDERS}
    assert said["kk"] == said["ru"] == said["en"]


@pytest.mark.parametrize("slug", PAGES)
def test_the_commands_of_a_guide_are_the_same(slug: str) -> None:
    """Each language shows the same commands, with the answers in that language."""
    command = re.compile(r"^\$ (.*?)(?: --lang (\w+))?$", re.MULTILINE)
    shown = {language: command.findall(guide(slug, language)) for language in FOLDERS}
    for language, calls in shown.items():
        assert {told for _, told in calls} <= {language, ""}
        assert [call for call, _ in calls] == [call for call, _ in shown["kk"]]


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("slug", ["index", *(f"guide/{slug}" for slug in PAGES)])
def test_nothing_is_left_in_english(slug: str, language: str) -> None:
    """Four English words in a row on a Kazakh or Russian page are a sentence left behind."""
    told = "\n".join(line for line in page(slug, language).splitlines() if not line.startswith("|"))
    told = re.sub(r"`[^`\n]+`", "", prose(told))
    assert not re.findall(r"(?:\b[A-Za-z]+\b[ \n]+){3}\b[A-Za-z]+\b", told)


# ── homes ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", FOLDERS)
def test_a_home_page_leads_on_and_says_what_the_text_is(language: str) -> None:
    """Look-up, the four ways on, the status of the text and the day of checking are there."""
    text = page("index", language)
    slot = re.search(r'<div data-kz-finder="compact">\n(<p>.+</p>)\n</div>', text)
    assert slot
    assert "kz-civil-positions find" in slot[1]
    assert re.findall(r"^- \*\*\[.+?\]\((.+?)\)\*\*", text, flags=re.MULTILINE) == [
        "register/2019-920.md",
        "find.md",
        "guide/orders.md",
        "guide/unknown.md",
    ]
    for slug in PAGES:
        assert f"(guide/{slug}.md)" in text
    unofficial = {"kk": "ресми емес мәтін", "ru": "неофициальный", "en": "unofficial"}
    assert unofficial[language] in " ".join(text.split())
    assert {
        datetime.date(2019, 10, 23),
        datetime.date(2015, 12, 18),
        datetime.date(2019, 10, 30),
    } == (set(days(text, language)))


# ── what they say is so ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", FOLDERS)
def test_every_doubt_is_explained_with_its_evidence(edition: Edition, language: str) -> None:
    """Each doubt of the data has its part, with its certitude and the lines of its evidence."""
    text = guide("unknown", language)
    for doubt in edition.doubts:
        told = part(text, doubt.id)
        assert MESSAGES[f"certitude-{doubt.certitude}"][language].lower() in told.lower()
        for one in doubt.evidence:
            assert one.lines is None or re.search(rf"\b{one.lines}\b", told), (doubt.id, one.lines)
    assert set(re.findall(r"^### `([\w-]+)`", text, flags=re.MULTILINE)) == {
        doubt.id for doubt in edition.doubts
    }


@pytest.mark.parametrize("language", FOLDERS)
def test_the_counts_of_the_register_are_those_of_the_data(edition: Edition, language: str) -> None:
    """Levels and entries of each block, and items of each kind, are as the page says."""
    text = guide("reading", language)
    blocks = {block: [one for one in edition.levels if one.code.block == block] for block in "ABCD"}
    counted = [
        (str(len(levels)), str(sum(len(level.entries) for level in levels)))
        for levels in blocks.values()
    ]
    assert [tuple(row[-2:]) for row in rows(part(text, "blocks"))] == counted
    kinds = Counter(str(item.kind) for entry in edition.entries for item in entry.items)
    told = [row[-1] for row in rows(part(text, "entries"))]
    assert told == [
        str(kinds[kind]) for kind in ("institution", "speciality", "unit", "subheading")
    ]
    totals = (len(edition.levels), len(edition.entries), kinds.total(), len(edition.abbreviations))
    assert Counter(map(str, totals)) <= Counter(re.findall(r"\d+", part(text, "what")))


@pytest.mark.parametrize("language", FOLDERS)
def test_the_counts_of_repairs_are_those_of_the_data(language: str) -> None:
    """As many repairs by rule and readings by hand are told of, kind by kind, as are recorded."""
    file = ROOT / "registers" / "2019-920" / "repairs.yaml"
    recorded = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    for anchor, repairs in (("rules", recorded["by_rule"]), ("hand", recorded["by_hand"])):
        told = part(guide("source", language), anchor)
        counts = Counter(one["kind"] for one in repairs)
        assert [int(row[-1]) for row in rows(told)] == sorted(counts.values(), reverse=True)
        assert str(len(repairs)) in re.findall(r"\d+", told)
    by_hand = part(guide("source", language), "hand")
    lines = {str(Span("2019-920", *one["lines"])) for one in recorded["by_hand"]}
    assert set(re.findall(r"L\d+(?:–\d+)?", by_hand)) == lines


@pytest.mark.parametrize("language", FOLDERS)
def test_every_fault_of_print_is_listed(edition: Edition, language: str) -> None:
    """The line where each fault stands is named."""
    listed = part(guide("source", language), "faults")
    left = [int(line) for line in re.findall(r"\bL(\d+)", listed)]
    assert len(left) == len(edition.faults)
    spans = {f"item:{item.id}": item.lines for entry in edition.entries for item in entry.items}
    spans |= {f"entry:{entry.id}": entry.lines for entry in edition.entries}
    for fault in edition.faults:
        span = spans[str(fault.about)]
        assert span
        left.remove(next(line for line in left if span.first <= line <= span.last))
    assert not left


@pytest.mark.parametrize("language", FOLDERS)
def test_the_answers_for_days_are_those_of_the_library(
    register: kz.Register, language: str
) -> None:
    """The days, editions and certainties of the table are what a look-up answers."""
    table = rows(part(guide("dates", language), "days"))
    assert len(table) == 5
    for day_told, answer, certainty in table:
        (day,) = days(day_told, language)
        status = register.status(day)
        assert day_told == long_date(day, language)
        editions = [status.edition] if status.edition else status.candidates
        assert re.findall(r"`([^`]+)`", answer) == [str(one.key) for one in editions if one]
        assert certainty == CALENDAR[f"certainty-{status.certainty}"][language]


@pytest.mark.parametrize("language", FOLDERS)
def test_the_interval_of_each_order_is_that_of_the_library(
    register: kz.Register, language: str
) -> None:
    """The earliest and the latest day of effect stand in the part about the order."""
    for order in register.orders:
        told = days(part(guide("dates", language), f"order-{order.number}"), language)
        assert order.in_effect.latest
        assert {order.in_effect.earliest, order.in_effect.latest} <= set(told)


# ── glossary ─────────────────────────────────────────────────────────────────────────────

# The terms that must be there, with the mark of attestation (A) or of our translation (U).
TERMS: Final = tuple(
    line.split("|")
    for line in """
тізілім|реестр|A
буын|звено|A
деңгей|ступень|A
лауазым|должность|A
лауазымдар атауы|наименования должностей|A
азаматтық қызметші|гражданский служащий|A
басқарушылық персонал|управленческий персонал|A
негізгі персонал|основной персонал|U
әкімшілік персонал|административный персонал|U
қосалқы персонал|вспомогательный персонал|U
мемлекеттік мекеме|государственное учреждение|A
республикалық маңызы бар|республиканского значения|A
облыстық маңызы бар|областного значения|U
аудандық маңызы бар|районного значения|U
қызметтің негізгі түрі|основной вид деятельности|U
ІІМ|МВД|A
ТЖК|КЧС|U
ТЖД|ДЧС|A
ҚАЖК|КУИС|U
ҚАЖД|ДУИС|U
ПД|ДП|A
бұйрық|приказ|A
бұйырамын|приказываю|A
мемлекеттік тіркеу|государственная регистрация|A
қолданысқа енгізіледі|вводится в действие|A
редакция|редакция|A
күші жойылды|утратил силу|A
""".strip().splitlines()
)


@pytest.mark.parametrize("language", FOLDERS)
def test_the_glossary_is_complete_and_rightly_marked(language: str) -> None:
    """Each term that is used stands with its counterpart and mark, and no other term."""
    table = [row for row in rows(guide("glossary", language)) if row[-1] in {"A", "U"}]
    unmet = [
        (kk, ru, mark)
        for kk, ru, mark in TERMS
        if not any(kk in row[0] and ru in row[1] and row[2] and row[3] == mark for row in table)
    ]
    assert not unmet
    assert len(table) == len(TERMS)


def test_what_the_finder_calls_attested_is_so_in_the_glossary() -> None:
    """Finder and glossary do not give two marks to one pair."""
    marks = {(kk, ru): mark for kk, ru, mark in TERMS}
    pairs = {(term.kk, term.ru[0]) for term in FINDER_TERMS if term.attested}
    short = {("ММ", "ГУ"): ("мемлекеттік мекеме", "государственное учреждение")}
    assert pairs
    assert {marks[short.get(pair, pair)] for pair in pairs} == {"A"}


def test_the_glossary_is_the_same_table_on_each_page() -> None:
    """Only the explanations differ by language; the three words and the mark do not."""
    tables = [
        [row[:3] + [cell for cell in row[3:] if cell in {"A", "U"}] for row in rows(text)]
        for text in (guide("glossary", language) for language in FOLDERS)
    ]
    assert tables[0] == tables[1] == tables[2]


@pytest.mark.parametrize("language", FOLDERS)
def test_the_abbreviations_are_those_of_the_register(edition: Edition, language: str) -> None:
    """Each abbreviation of the register stands with the words the register gives it."""
    listed = [row[0] for row in rows(part(guide("glossary", language), "abbreviations"))]
    assert sorted(listed) == sorted(f"{one.short} – {one.long}" for one in edition.abbreviations)
