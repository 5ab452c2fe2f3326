"""The report of `diff 2015 2019`: what is true is said, and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import kz_civil_positions as kz
from kz_civil_positions.messages import LANGUAGES, Language
from kz_civil_positions.model import Edition
from kz_civil_positions.reports.comparison import comparison
from kz_civil_positions.reports.document import Document, Paragraph, plain
from kz_civil_positions.reports.markdown import render

EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)

# How the report says that entry-by-entry changes cannot be stated.
CANNOT = {
    "kk": "мәтіні бізде ешбір тілде жоқ",
    "ru": "у нас нет ни на одном языке",
    "en": "is not held in any language",
}
DAYS = {
    "kk": ("2015 жылғы 18 желтоқсан", "2016 жылғы 13 қаңтар", "2019 жылғы 23 қазан"),
    "ru": ("18 декабря 2015 года", "13 января 2016 года", "23 октября 2019 года"),
    "en": ("18 December 2015", "13 January 2016", "23 October 2019"),
}
EFFECT = {
    "kk": ("2019 жылғы 10 қараша", "2019 жылғы 10 желтоқсан"),
    "ru": ("10 ноября 2019 года", "10 декабря 2019 года"),
    "en": ("10 November 2019", "10 December 2019"),
}


class _Markdown(SingleFileSnapshotExtension):
    """Golden files that a Markdown reader opens."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"


def report(register: kz.Register, language: Language, old: str = "2015", new: str = "2019") -> str:
    """The report, as the command line prints it."""
    editions = register.edition(old), register.edition(new)
    return render(comparison(register, *editions, language))


def unescaped(markdown: str) -> str:
    """Markdown without its backslashes."""
    return re.sub(r"\\(.)", r"\1", markdown)


@EACH_LANGUAGE
def test_the_report_reads_as_it_was_read_by_eye(
    register: kz.Register, language: Language, snapshot: SnapshotAssertion
) -> None:
    """The whole report in each language is golden: a change of it is a change a reader approves."""
    assert report(register, language) == snapshot(extension_class=_Markdown, name=language)


@EACH_LANGUAGE
def test_point_1_is_quoted_to_the_letter(register: kz.Register, language: Language) -> None:
    """Order 920 restates the register whole: its point 1 stands in the report as printed."""
    order = register.order("920")
    points = [p.text for p in order.paragraphs if p.number == "1" or str(p.lines) == "L17–19"]
    assert len(points) == 2
    quoted = [line[2:] for line in unescaped(report(register, language)).split("\n")]
    assert " ".join(points) in quoted


@EACH_LANGUAGE
def test_what_is_not_held_is_not_compared(register: kz.Register, language: Language) -> None:
    """The report says that the 2015 text is not held and how to supply it, and states no change."""
    text = report(register, language)
    assert CANNOT[language] in text
    assert "import FILE --order 2015-1035 --into DIR" in text
    assert "12706" in text
    assert "<ins>" not in text
    assert "<del>" not in text


@EACH_LANGUAGE
def test_both_orders_stand_with_their_days(register: kz.Register, language: Language) -> None:
    """Days, numbers and registrations of both orders, and the interval of taking effect."""
    text = report(register, language)
    for fact in ("1035", "12706", "920", "19523", *DAYS[language], *EFFECT[language]):
        assert fact in text


@EACH_LANGUAGE
def test_every_level_and_doubt_is_in_the_report(
    register: kz.Register, edition: Edition, language: Language
) -> None:
    """The summary has a row for each of the 36 levels, and every doubt in words with evidence."""
    text = unescaped(report(register, language))
    rows = [line.split(" | ") for line in text.split("\n") if line.startswith("| ")]
    cells = [cell.split("<br>")[0] for row in rows for cell in row]
    for level in edition.levels:
        assert cells.count(str(level.code)) == 1
        assert str(level.code) in {row[1].split("<br>")[0] for row in rows}, "below its heading"
    for doubt in edition.doubts:
        assert doubt.statement[language] in text
        assert doubt.settled_by[language] in text
        for one in doubt.evidence:
            assert one.note[language] in text
    for fault in edition.faults:
        assert fault.note[language] in text


@EACH_LANGUAGE
def test_every_report_says_that_it_is_unofficial(register: kz.Register, language: Language) -> None:
    """Unofficial text, edition, certainty, checked up to, source: said at the head of the page."""
    head = report(register, language).split("\n## ")[0]
    source = register.order("920").source
    assert source is not None
    said = {"kk": "Ресми емес мәтін", "ru": "Неофициальный текст", "en": "Unofficial text"}
    checked = {"kk": "2019 жылғы 30 қазан", "ru": "30 октября 2019", "en": "30 October 2019"}
    for words in (said[language], checked[language], "2019-920", source.sha256):
        assert words in head


@EACH_LANGUAGE
@pytest.mark.parametrize("pair", [("2015", "2019"), ("2019", "2015"), ("2019", "2019")])
def test_tables_are_whole(register: kz.Register, language: Language, pair: tuple[str, str]) -> None:
    """Every row of a table has as many cells as its head, so that any reader draws it."""
    tables = re.findall(r"(?:^\|.*\|$\n?)+", report(register, language, *pair), re.MULTILINE)
    assert tables
    for table in tables:
        widths = {len(re.findall(r"(?<!\\)\|", row)) for row in table.strip().split("\n")}
        assert len(widths) == 1


@pytest.mark.parametrize("pair", [("2015", "2019"), ("2019", "2015"), ("2015", "2015")])
def test_languages_say_the_same(register: kz.Register, pair: tuple[str, str]) -> None:
    """The three reports have the same shape: no part of one is missing in another."""

    def shape(language: Language) -> list[str]:
        return [re.sub(r"[^#>|\n-].*", "", line) for line in made[language].split("\n")]

    made = {language: report(register, language, *pair) for language in LANGUAGES}
    assert shape("kk") == shape("ru") == shape("en")
    assert len(set(made.values())) == 3


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1))
def test_no_words_of_an_order_become_marks_of_a_page(words: str) -> None:
    """Whatever an order prints, Markdown shows it: no asterisk, bar or number turns into a mark."""
    page = render(Document("t", "en", (Paragraph(plain(words)), Paragraph(plain(f"1. {words}")))))
    first, second = page.removesuffix("\n").split("\n\n")
    assert unescaped(first) == words
    assert second.startswith("1\\. ")
    for marked in (first, second):
        assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>|#~]", marked)
