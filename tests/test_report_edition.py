"""The edition report: the register as the table it is, with its doubts and faults in notes."""

import datetime
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

import histories
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.errors import NotHeldError
from kz_civil_positions.history.register import Register
from kz_civil_positions.messages import LANGUAGES, Language
from kz_civil_positions.model import (
    Certitude,
    Content,
    Doubt,
    Edition,
    Evidence,
    ItemKind,
    LabelState,
    PrintedFault,
    Tongues,
)
from kz_civil_positions.orders import PublishedEdition
from kz_civil_positions.reports import docx, html
from kz_civil_positions.reports.document import (
    CellRole,
    Document,
    Heading,
    Listing,
    Paragraph,
    Table,
    Text,
)
from kz_civil_positions.reports.edition import edition_report
from rendering import FORMATS, GOLDEN, golden, ours, read_page, spans_of, specimen
from strategies import contents

WORDS: Final = Tongues("сөз", "слово", "word")


def register_of(content: Content) -> Register:
    return histories.register_of(histories.base(content=content))


def report_of(content: Content, language: Language = "kk") -> Document:
    register = register_of(content)
    return edition_report(register, register.editions[-1], language)


def table_of(document: Document) -> Table:
    """The register's table: the one with a caption."""
    return next(part for part in document.parts if isinstance(part, Table) and part.caption)


def said(text: Text) -> str:
    return "".join(run.text for run in text)


@cache
def report_2019(language: Language = "kk") -> Document:
    register = ours()
    return edition_report(register, register.edition("2019"), language)


# ── golden files ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_edition_of_2019(language: Language, form: str, snapshot: SnapshotAssertion) -> None:
    """The report of the edition of 2019, in each language and format."""
    assert golden(report_2019(language), form) == snapshot(extension_class=GOLDEN[form])


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_edition_of_the_specimen(
    language: Language, form: str, snapshot: SnapshotAssertion
) -> None:
    """The report of an edition made by many orders, in each language and format."""
    register = specimen()
    document = edition_report(register, register.editions[-1], language)
    assert golden(document, form) == snapshot(extension_class=GOLDEN[form])


# ── the table ────────────────────────────────────────────────────────────────────────


@settings(deadline=None, max_examples=15)
@given(contents())
def test_merged_cells_fill_the_table_exactly(content: Content) -> None:
    """In each row the cells and those that began above fill all columns, in every format."""
    document = report_of(content)
    rows = list(table_of(document).grid())
    assert {sum(spot.cell.columns for spot in row) for row in rows} <= {3}
    assert {width for widths in spans_of(docx.render(document)) for width in widths} <= {3, 6}
    assert sizes(read_page(html.render(document)).tables[-1]) <= {3}


def sizes(rows: list[list[tuple[int, int]]]) -> set[int]:
    """How many columns each row of an HTML table fills, hanging cells counted."""
    hanging: list[int] = []
    found = set()
    for row in rows:
        found.add(len(hanging) + sum(columns for _, columns in row))
        hanging += [rows for rows, columns in row for _ in range(columns)]
        hanging = [left - 1 for left in hanging if left > 1]
    assert hanging == []
    return found


@settings(deadline=None, max_examples=30)
@given(contents())
def test_every_text_of_the_register_stands_in_the_report(content: Content) -> None:
    """No heading, entry, item or abbreviation is lost, in the order of the register."""
    document = report_of(content)
    shown = [said(line) for row in table_of(document).body for one in row for line in one.lines]
    shown += [
        said(one) for part in document.parts if isinstance(part, Listing) for one in part.items
    ]
    at = 0
    for node in content.walk():
        words = getattr(node, "heading", None) or getattr(node, "text", "")
        if node.address.kind in (Kind.LEVEL, Kind.LINK) or not words:
            continue
        at = next(index for index in range(at, len(shown)) if words in shown[index])


def test_a_link_stands_once_over_its_levels() -> None:
    """The link's cell is as high as the link has levels; blocks and sectors go right across."""
    edition = ours().edition("2019")
    body = table_of(report_2019()).body
    heights = [row[0].rows for row in body if len(row) == 3]
    links = [node for node in edition.text.walk() if node.address.kind is Kind.LINK]
    assert heights == [len(link.children) for link in links]
    bands = [row[0] for row in body if len(row) == 1]
    assert {(one.columns, one.role) for one in bands} == {(3, CellRole.BAND)}
    assert [said(one.lines[0]) for one in bands] == [
        "А блогы (басқарушылық персонал)",
        "В блогы (негізгі персонал)",
        '"Денсаулық сақтау" саласында',
        "өзге де саладағы",
        "С блогы (әкімшілік персонал)",
        "D блогы (қосалқы персонал)",
    ]


def test_a_label_that_is_not_printed_stands_in_brackets() -> None:
    """An inferred label is never shown as printed, and a note says why."""
    labels = [row[0].lines[0] for row in table_of(report_2019()).body if len(row) == 3]
    assert [label[0].text for label in labels] == [
        *["А1", "[А2]", "[А3]"],
        *["В1", "В2", "В3", "В4", "В2", "В3", "С1", "С2", "С3", "D"],
    ]
    assert all(label[-1].link for label in labels if label[0].text.startswith("["))


@pytest.mark.parametrize("language", LANGUAGES)
def test_column_heads_are_printed_and_rendered(language: Language) -> None:
    """The heads are those of the source; in another language their renderings stand below."""
    heads = [[said(line) for line in one.lines] for one in table_of(report_2019(language)).head]
    assert [lines[0] for lines in heads] == ["Буын", "Деңгей", "Лауазымдар атауы"]
    renderings = {
        "kk": [],
        "ru": ["Звено", "Ступень", "Наименования должностей"],
        "en": ["Link", "Level", "Position titles"],
    }
    assert [line for lines in heads for line in lines[1:]] == renderings[language]


def test_items_divided_by_commas_go_on_in_one_paragraph() -> None:
    """Items stand as they are printed: each in its paragraph, or one after another."""
    edition = ours().edition("2019")
    cell = next(row for row in table_of(report_2019()).body if row[-2:][0].anchor == "d")[-1]
    heading, items = cell.lines
    assert said(heading) == "Техникалық орындаушылар: L492–497"
    assert said(items).startswith("архивариус, әкімші, ассистент, ")
    assert cell.depths == (0, 1)
    assert len(edition["D"].entries[0].items) > 10


def test_items_below_a_subheading_are_set_in_further() -> None:
    """A subheading governs the items after it, and the page shows that it does."""
    level = ours().edition("2019")["A3-2-1"]
    cell = next(row for row in table_of(report_2019()).body if row[-2:][0].anchor == "a3-2-1")[-1]
    kinds = [item.kind for item in level.entries[-1].items]
    depths = [1 if kind is ItemKind.SUBHEADING else 2 for kind in kinds]
    assert cell.depths[-len(kinds) :] == tuple(depths)


def test_every_level_and_entry_can_be_linked_to() -> None:
    """Anchors: ``a3-2-1`` for a level, ``entry-…`` for an entry, and none twice."""
    edition = ours().edition("2019")
    anchors = read_page(html.render(report_2019())).values("id")
    assert len(anchors) == len(set(anchors))
    assert {"a3-2-1", "health-b2-1", "c1", "link-c1", "block-d", "sector-b-health"} <= set(anchors)
    assert {f"entry-{one.id}" for one in edition.entries} <= set(anchors)
    names = {str(one.code).lower().replace("/", "-") for one in edition.levels}
    assert names <= set(anchors)


def test_lines_of_another_order_say_whose_they_are() -> None:
    """A span of lines without an order's name is of the source of the edition's own order."""
    register = specimen()
    edition = register.editions[-1]
    lines = [entry.lines for entry in edition.entries if entry.lines]
    foreign = [one for one in lines if one.order != edition.order]
    text = html.render(edition_report(register, edition, "kk"))
    assert all(f"<small> {one.order} {one}</small>" in text for one in foreign)


# ── notes ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_doubt_and_fault_has_a_note_and_a_mark(language: Language) -> None:
    """Notes are numbered as a reader meets them; each mark leads to its note, and back."""
    edition = ours().edition("2019")
    document = report_2019(language)
    text = html.render(document)
    number = len(edition.doubts) + len(edition.faults)
    notes = [part for part in document.parts if isinstance(part, Paragraph) and part.anchor]
    assert [one.anchor for one in notes] == [f"note-{n}" for n in range(1, number + 1)]
    first = [int(one) for one in re.findall(r'id="mark-(\d+)"', text)]
    assert [one for one in first if one] == sorted(first)
    for doubt in edition.doubts:
        assert doubt.id in text
    assert len(re.findall(r">\[sic \d+\]<", text)) == len(edition.faults)


def with_remarks(*about: str) -> tuple[Register, Edition]:
    """A register whose edition has a doubt about these places."""
    addresses = tuple(Address.parse(one) for one in about)
    doubt = Doubt("d", "x", Certitude.WEAK, addresses, WORDS, (Evidence(WORDS),), WORDS)
    register = register_of(histories.CONTENT)
    return register, evolve(register.editions[-1], doubts=(doubt,))


@pytest.mark.parametrize(
    "about",
    [
        *["block:A", "sector:A", "link:A1", "level:A1-2", "entry:clerk", "item:clerk.i2"],
        *["abbreviation:ММ", "abbreviations", "register"],
    ],
)
def test_a_doubt_about_anything_is_told(about: str) -> None:
    """A doubt is never lost, whatever it is about: where it has a place, the place is marked."""
    register, edition = with_remarks(about)
    page = read_page(html.render(edition_report(register, edition, "kk")))
    assert "note-1" in page.values("id")
    placeless = about in ("abbreviations", "register", "sector:A")
    assert ("#note-1" in page.values("href")) is not placeless
    assert {one.removeprefix("#") for one in page.values("href")} <= set(page.values("id"))


def test_a_doubt_about_several_places_is_marked_at_each() -> None:
    """One note, several marks; the note leads back to the first."""
    register, edition = with_remarks("entry:guard", "level:A1-1")
    text = html.render(edition_report(register, edition, "kk"))
    assert text.count('href="#note-1"') == 2
    assert text.count('id="mark-1"') == 1
    assert text.index('id="mark-1"') < text.index("entry-guard")


def test_a_fault_is_marked_where_it_stands() -> None:
    """A fault of print is kept, and marked [sic] beside the words it is in."""
    register = register_of(histories.CONTENT)
    fault = PrintedFault(Address.parse("item:clerk.i2"), "мұрағат", "wording", WORDS)
    edition = evolve(register.editions[-1], faults=(fault,))
    table = table_of(edition_report(register, edition, "kk"))
    lines = [said(line) for row in table.body for one in row for line in one.lines]
    assert "мұрағат. [sic 1]" in lines


# ── what is not held ─────────────────────────────────────────────────────────────────


def test_an_edition_whose_text_is_not_held_has_no_table() -> None:
    """Nobody may guess what it says: a typed error, and nothing is made."""
    register = ours()
    with pytest.raises(NotHeldError):
        edition_report(register, register.edition("2015"), "ru")


def test_a_published_edition_has_its_table_too() -> None:
    """A publisher's text is shown as any edition, whether the history took it up or not."""
    one = PublishedEdition(
        base=histories.BASE,
        date=datetime.date(2020, 12, 31),
        publisher=WORDS,
        content=histories.CONTENT,
    )
    register = Register((histories.base(),), (one,))
    assert one.name not in [step.name for step in register.steps]
    document = edition_report(register, register.edition(one.name), "kk")
    assert document.title == "Тізілім: 2020-1@2020-12-31 редакциясы"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_that_it_is_unofficial_and_in_effect_from_when(language: Language) -> None:
    """The notice stands first, and renderings are said to be unofficial."""
    document = report_2019(language)
    assert isinstance(document.parts[0], Heading)
    listed = [said(one) for part in document.parts[1:2] for one in part.items]  # type: ignore[union-attr]
    assert any("2019-920" in line for line in listed)
    bullets = [
        said(one) for part in document.parts if isinstance(part, Listing) for one in part.items
    ]
    legend = {"ru": "Курсивом дан неофициальный перевод", "en": "Renderings in italics"}
    assert any(one.startswith(legend.get(language, "L29–32")) for one in bullets)


def test_labels_of_links_without_levels_stay_empty() -> None:
    """Where a link has no levels, its level cell is empty, as it is printed."""
    edition = ours().edition("2019")
    empty = [row for row in table_of(report_2019()).body if len(row) == 3 and row[1].lines == ((),)]
    none = [one for one in edition.levels if one.label.state is LabelState.NONE]
    assert [row[1].anchor for row in empty] == [str(one.code).lower() for one in none]


def test_the_style_sheet_comes_with_the_package() -> None:
    """The page needs no file beside it: its style is a part of the package."""
    assert Path(html.__file__).with_name("assets").joinpath("report.css").is_file()
