"""From a transcript to the register: the varieties of official texts, each as it is read."""

import datetime
import random
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

import kz_civil_positions as kz
from kz_civil_positions.calendar import ActDates, UnknownRule
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.errors import DataError, RegisterError
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import Certitude, Content, Edition, Entry, Link, Span, Tongues
from kz_civil_positions.operations import Restate
from kz_civil_positions.orders import Order, SourceFile, TextForm
from kz_civil_positions.sources.carry import carry_readings
from kz_civil_positions.sources.clean import read_transcript
from kz_civil_positions.sources.divide import divisions
from kz_civil_positions.sources.draft import Draft, derive
from kz_civil_positions.sources.paragraphs import Paragraph, Part
from kz_civil_positions.sources.prose import ends_of_paragraphs
from kz_civil_positions.sources.readers.recognise import read_document
from kz_civil_positions.sources.repairs import Repair, RepairKind, Repairs
from kz_civil_positions.sources.suggest import Suggested, suggest_readings
from kz_civil_positions.sources.transcript import Prose, Row, Transcript, transcribe
from kz_civil_positions.storage.load import load_repairs
from kz_civil_positions.storage.root import data_root
from kz_civil_positions.verification.against_source import content as content_check
from kz_civil_positions.verification.against_source import repairs as repairs_check
from kz_civil_positions.verification.against_source import sequence
from kz_civil_positions.verification.case import Case, Files, Reading
from kz_civil_positions.verification.letters import scripts
from kz_civil_positions.verification.places import codes
from kz_civil_positions.verification.printed import cells, lines
from official_forms import (
    as_html,
    as_markdown,
    as_text,
    official_rows,
    words_after,
    words_before,
)

ORDER: Final = "2031-17"
HELD: Final = "2019-920"
LAYOUTS: Final = Path(__file__).parent / "data" / "layouts"
NAMES: Final = sorted(path.stem for path in LAYOUTS.glob("*.html"))
# The smallest transcript of a register: fictional, as all here but the one of 2019.
SMALL: Final = """Буын\tДеңгей\tЛауазымдар атауы
А блогы (басқарушылық персонал)\t\t
А1\t1\tБастық:
\t\tорталықтың;
\t\tжасақтың.
\t2\tДоцент.
"""


def known(
    form: TextForm = TextForm.PARAGRAPHS, *by_hand: Repair, annex: int | None = None
) -> Repairs:
    """What is known of a transcript before it is read."""
    return Repairs(ORDER, SourceFile("source.kaz.txt", "", form, annex), by_hand)


def reading(kind: RepairKind, line: int, stood: str, stands: str, row: int | None = None) -> Repair:
    """A reading that a person recorded."""
    why = Tongues("себеп", "причина", "a reason")
    return Repair(kind, Span(ORDER, line, line), stood, stands, row, why)


def cell_of(draft: Draft, code: str) -> list[list[str]]:
    """The entries of a level, each its heading and its items."""
    level = Edition("draft", "draft", content=draft.content)[code]
    return [[entry.heading, *(item.text for item in entry.items)] for entry in level.entries]


def refusal(text: str, repairs: Repairs | None = None) -> tuple[str, str]:
    """Why a transcript is refused: place and key of the first problem, told in each language."""
    with pytest.raises(DataError) as caught:
        derive(text, repairs or known())
    for language in LANGUAGES:
        assert caught.value.text(language)
    first = caught.value.problems[0]
    return first.where, first.key


# -------------------------------------------------------------------- the layouts


@frozen
class Layout:
    """A document of tests/data/layouts, and what a person reads in it."""

    transcript: Transcript
    wanted: Mapping[str, Any]
    suggested: Suggested
    draft: Draft


@pytest.fixture(scope="module", params=NAMES)
def layout(request: pytest.FixtureRequest) -> Layout:
    """Each of the layouts, read."""
    file = LAYOUTS / f"{request.param}.html"
    wanted = YAML(typ="safe").load(file.with_suffix(".yaml").read_text("utf-8"))
    transcript = read_document(file.read_bytes(), file.name).transcript
    repairs = known(transcript.form, annex=wanted.get("annex"))
    suggested = suggest_readings(transcript.text, repairs, transcript.guessed)
    return Layout(transcript, wanted, suggested, derive(transcript.text, suggested.repairs))


def rows_of(content: Content) -> list[dict[str, object]]:
    """A register as the files of expected results write it."""
    return [
        {
            "at": str(level.code),
            "link": link.label.text,
            "level": level.label.text,
            "cell": [[entry.heading, *(i.text for i in entry.items)] for entry in level.entries],
        }
        for block in content.blocks
        for section in block.sections
        for link in section.links
        for level in link.levels
    ]


def test_a_layout_is_read_as_a_person_reads_it(layout: Layout) -> None:
    """Blocks, sectors, labels, entries and items of each variety are those written by hand."""
    content, wanted = layout.draft.content, layout.wanted
    sections = [section for block in content.blocks for section in block.sections]
    assert {block.code.block: block.heading for block in content.blocks} == wanted["blocks"]
    assert {
        f"{one.block}/{one.sector}": one.heading for one in sections if one.sector
    } == wanted.get("sectors", {})
    assert rows_of(content) == wanted["rows"]
    listed = {one.short: one.long for one in content.abbreviations}
    assert listed == wanted.get("abbreviations", {})


def test_a_layout_keeps_notes_and_surroundings_apart(layout: Layout) -> None:
    """Notes are claims of a publisher; what is of no register stays in sight and out of it."""
    wanted = layout.wanted
    assert [note.text for note in layout.draft.notes] == wanted.get("notes", [])
    aside = [one.text for one in layout.draft.stream if one.part is Part.ELSEWHERE]
    assert set(wanted.get("elsewhere", ())) <= set(aside)
    assert bool(aside) == ("elsewhere" in wanted)
    kinds = Counter(str(repair.kind) for repair in layout.draft.repairs)
    assert kinds == Counter(wanted.get("repairs", {}))
    suggested = [str(repair.kind) for repair in layout.suggested.repairs.by_hand]
    assert suggested == wanted.get("readings", [])


def test_every_part_of_a_transcript_is_used_once(layout: Layout) -> None:
    """No letter of any cell is lost, and none is read twice."""
    used: dict[int, str] = {}
    for use in layout.draft.uses:
        used[use.line] = used.get(use.line, "") + use.text
    for number, line in enumerate(layout.transcript.text.split("\n"), 1):
        assert letters(used.pop(number, "")) == letters(line), number
    assert not used


def letters(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())


def test_a_register_read_from_a_transcript_is_verified(layout: Layout, tmp_path: Path) -> None:
    """The checks that guard the stored register hold one read from a transcript as well."""
    draft, text = layout.draft, layout.transcript.text
    repairs = evolve(layout.suggested.repairs, by_rule=draft.repairs)
    issuer = Tongues("Маяк министрі", "Министр маяков", "Minister of Lighthouses")
    order = Order(
        id=ORDER,
        number="17",
        issuer=issuer,
        title="Тізілім",
        dates=ActDates(datetime.date(2031, 3, 3)),
        rule=UnknownRule(),
        paragraphs=draft.paragraphs,
        operations=(Restate(target=Address(Kind.REGISTER), content=draft.content),),
        source=repairs.source,
    )
    case = Case(Files(tmp_path), order, text, repairs, Reading(draft))
    for check in (lines, cells, content_check, sequence, repairs_check):
        assert check(case, draft).failures == ()
    for alone in (codes, scripts):
        assert alone(case).failures == ()


# ----------------------------------------------------------- the register of 2019 in each form


@pytest.fixture(scope="module")
def readings(register: kz.Register) -> tuple[Repair, ...]:
    """The readings by hand of the 2019 text, as stored."""
    return load_repairs(data_root() / HELD, register.order(HELD)).by_hand


def same(content: Content) -> list[tuple[object, ...]]:
    """What a register says, lines and ids apart."""
    return [
        (
            type(node).__name__,
            "" if isinstance(node, Entry) or hasattr(node, "kind") else str(node.address),
            getattr(node, "heading", None),
            getattr(node, "text", None),
            getattr(node, "kind", None),
        )
        for node in content.walk()
    ]


@pytest.mark.parametrize("form", ["html", "blank", "navigation", "markdown", "tabs", "bare"])
def test_the_register_of_2019_is_the_same_in_every_form(
    form: str, edition: Edition, register: kz.Register, readings: tuple[Repair, ...]
) -> None:
    """Written out as a publisher would, and read back, it says the same in the same places."""
    order = register.order(HELD)
    write: dict[str, Callable[[], bytes]] = {
        "html": lambda: as_html(edition, order, inferred=True),
        "blank": lambda: as_html(edition, order, inferred=True, blank=True),
        "navigation": lambda: as_html(edition, order, inferred=True, navigation=True),
        "markdown": lambda: as_markdown(edition, order, inferred=True),
        "tabs": lambda: as_text(edition, order, inferred=True),
        "bare": lambda: as_text(edition, order, inferred=True, bare=True),
    }
    transcript = read_document(write[form](), form).transcript
    repairs = Repairs(HELD, SourceFile("source.kaz.txt", "", transcript.form))
    carried = carry_readings(transcript.text, repairs, readings)
    draft = derive(transcript.text, carried)
    assert same(draft.content) == same(edition.text)
    assert [p.text for p in draft.paragraphs] == [p.text for p in order.paragraphs]
    assert draft.facts.number == "920"
    assert len(carried.by_hand) == 4, "two subheadings, a title, one item with commas inside"
    labels = [(link.label.text, link.code.plain) for link in links(draft.content)]
    assert ("А2", "A2") in labels
    assert ("А3", "A3") in labels


@pytest.mark.parametrize("width", [36, 44, 52, 60, 67, 80])
def test_the_register_of_2019_is_the_same_in_printed_lines(
    width: int, edition: Edition, register: kz.Register, readings: tuple[Repair, ...]
) -> None:
    """However narrow the column, its lines join to the paragraphs that were printed in it."""
    order = register.order(HELD)
    pieces: list[Prose | Row] = [
        Prose(line, "page 1") for _, text in words_before(order) for line in wrapped(text, 90)
    ]
    for number, printed_row in enumerate(official_rows(edition, order, inferred=True)):
        texts = [one.paragraphs for one in printed_row]
        printed = [[line for text in one for line in wrapped(text, width)] for one in texts]
        blank: list[list[str]] = [[]] * (3 - len(printed))
        printed = printed + blank if printed_row[0].columns > 1 else blank + printed
        pieces.append(Row(tuple(tuple(one) for one in printed), "page 1", number == 0))
    pieces += [
        Prose(line, "page 9") for text in words_after(edition, order) for line in wrapped(text, 90)
    ]
    text = transcribe(pieces, TextForm.LINES).text
    repairs = Repairs(HELD, SourceFile("source.kaz.txt", "", TextForm.LINES))
    suggested = suggest_readings(text, carry_readings(text, repairs, readings))
    draft = derive(text, suggested.repairs)
    assert same(draft.content) == same(edition.text)
    assert draft.facts.number == "920"
    assert draft.facts.agreed_with == order.agreed_with
    assert Counter(one.kind for one in draft.repairs)[RepairKind.WRAPPED_LINE] > 100


def wrapped(text: str, width: int) -> list[str]:
    """The lines in which a column of this width prints a paragraph."""
    return textwrap.wrap(text, width, break_long_words=False)


def links(content: Content) -> list[Link]:
    """The links of a register."""
    return [
        link for block in content.blocks for section in block.sections for link in section.links
    ]


def test_lost_labels_are_inferred_in_a_transcript_as_well(
    edition: Edition, register: kz.Register
) -> None:
    """Where a publisher lost А2 and А3, the level numbers that start again give them back."""
    order = register.order(HELD)
    text = read_document(as_html(edition, order), "page").transcript.text
    repairs = Repairs(HELD, SourceFile("source.kaz.txt", "", TextForm.PARAGRAPHS))
    where, key = refusal(text, repairs)
    assert key == "level-out-of-order"
    suggested = suggest_readings(text, repairs)
    lost = [one for one in suggested.repairs.by_hand if one.kind is RepairKind.LOST_LABEL]
    assert [one.stands for one in lost] == ["А2", "А3"]
    assert where == str(lost[0].lines)
    doubted = {str(about) for doubt in suggested.doubts for about in doubt.about}
    assert {"link:A2", "link:A3", "level:A2-1"} <= doubted
    assert [str(n.code) for n in links(derive(text, suggested.repairs).content)] == [
        str(n.code) for n in links(edition.text)
    ]


# -------------------------------------------------------------------- what rules suggest


@pytest.fixture(scope="module")
def suggested() -> Suggested:
    """What rules know of our own damaged source, without any recorded reading."""
    text = (data_root() / HELD / "source.kaz.txt").read_text("utf-8")
    return suggest_readings(text, Repairs(HELD, SourceFile("source.kaz.txt", "")))


def test_rules_find_what_a_person_recorded(
    suggested: Suggested, readings: tuple[Repair, ...]
) -> None:
    """Of the thirteen readings by hand rules find nine, the same; and none that is wrong."""

    def told(repair: Repair) -> tuple[object, ...]:
        return repair.kind, repair.lines, repair.stands, repair.row

    recorded = {told(one) for one in readings}
    assert {told(one) for one in suggested.repairs.by_hand} <= recorded
    missing = [
        one for one in readings if told(one) not in set(map(told, suggested.repairs.by_hand))
    ]
    assert Counter(one.kind for one in missing) == {
        RepairKind.DISPLACED_WORDS: 3,
        RepairKind.ONE_ITEM: 1,
    }
    assert all(one.why and all(one.why[language] for language in LANGUAGES)
               for one in suggested.repairs.by_hand)  # fmt: skip


def test_what_rules_cannot_know_is_a_doubt(suggested: Suggested, edition: Edition) -> None:
    """Displaced words and a list that should not be divided are pointed at, with their lines."""
    found = {(doubt.kind, str(doubt.evidence[0].lines)) for doubt in suggested.doubts}
    assert ("displaced-words", "L13") in found
    assert ("displaced-words", "L18") in found
    assert ("displaced-words", "L514") in found
    assert ("list-divided", "L492–497") in found
    assert len({doubt.id for doubt in suggested.doubts}) == len(suggested.doubts)
    places = {str(node.address) for node in edition.text.walk()} | {"register"}
    for doubt in suggested.doubts:
        assert {str(about) for about in doubt.about} <= places
        assert doubt.certitude in set(Certitude)
        for tongues in (doubt.statement, doubt.evidence[0].note, doubt.settled_by):
            assert all(tongues[language].strip() for language in LANGUAGES)


def test_each_suggestion_has_its_doubt(suggested: Suggested) -> None:
    """A reading that is suggested is no fact: a doubt stands at the same line."""
    doubted = {one.lines.first for doubt in suggested.doubts for one in doubt.evidence if one.lines}
    assert {one.lines.first for one in suggested.repairs.by_hand} <= doubted


def test_a_recorded_reading_is_never_changed(readings: tuple[Repair, ...]) -> None:
    """With all readings recorded nothing is suggested, and what was inferred stays in doubt."""
    text = (data_root() / HELD / "source.kaz.txt").read_text("utf-8")
    repairs = Repairs(HELD, SourceFile("source.kaz.txt", ""), readings)
    found = suggest_readings(text, repairs)
    assert found.repairs == repairs
    inferred = [str(d.about[0]) for d in found.doubts if d.kind == "lost-link-label"]
    assert inferred == ["link:A2", "link:A3"]


LAYOUT: Final = """      Буын Деңгей Лауазымдар атауы

А блогы (басқарушылық персонал)

А1

1

Бастық:
орталықтың.
Орынбасар:
жасақтың;

2

бекеттің.
"""


def test_a_label_in_the_middle_of_a_list_heads_its_row() -> None:
    """The list around it is not closed, and just one entry may be its row's first."""
    source = Repairs(ORDER, SourceFile("source.kaz.txt", ""))
    found = suggest_readings(LAYOUT, source)
    (repair,) = found.repairs.by_hand
    assert (repair.kind, repair.stands, repair.row) == (RepairKind.DISPLACED_LABEL, "2", 11)
    draft = derive(LAYOUT, found.repairs)
    assert cell_of(draft, "A1-1") == [["Бастық:", "орталықтың."]]
    assert cell_of(draft, "A1-2") == [["Орынбасар:", "жасақтың;", "бекеттің."]]


def test_a_row_that_may_begin_at_several_lines_is_a_persons_to_tell() -> None:
    """Where rules leave a choice, one clear error names the label, the lines and the file."""
    text = LAYOUT.replace("Орынбасар:", "Хатшы.\nОрынбасар:")
    with pytest.raises(DataError) as caught:
        suggest_readings(text, Repairs(ORDER, SourceFile("source.kaz.txt", "")))
    (problem,) = caught.value.problems
    assert (problem.where, problem.key) == ("L15", "sources.row-unknown")
    assert "L11, L12" in problem.text("en")
    assert "--readings" in problem.text("kk")
    told = Repair(RepairKind.DISPLACED_LABEL, Span(ORDER, 15, 15), "2", "2", 12)
    source = Repairs(ORDER, SourceFile("source.kaz.txt", ""), (told,))
    assert (
        cell_of(derive(text, suggest_readings(text, source).repairs), "A1-2")[0][0] == "Орынбасар:"
    )


def test_in_cells_a_label_is_where_it_is() -> None:
    """Ruled cells are certain of their rows: a list left open there moves no label."""
    text = SMALL.replace("жасақтың.", "жасақтың.\n\t\tАға:\n\t\tбөлімнің;")
    assert suggest_readings(text, known()).repairs.by_hand == ()
    guessed = suggest_readings(text, known(TextForm.LINES), guessed=(8,))
    assert [one.row for one in guessed.repairs.by_hand] == [6]


def test_a_number_in_running_text_is_no_label() -> None:
    """Only behind a page break may a number at a line's head be a label that stands there."""
    text = LAYOUT.replace("жасақтың;\n\n2\n\nбекеттің.", "жасақтың\n2 сыныпты бекетінің.")
    source = Repairs(ORDER, SourceFile("source.kaz.txt", ""))
    assert suggest_readings(text, source).repairs.by_hand == ()
    broken = text.replace("жасақтың\n2", "жасақтың\n\n\n\n2")
    (repair,) = suggest_readings(broken, source).repairs.by_hand
    assert (repair.kind, repair.stands, repair.row) == (RepairKind.DISPLACED_LABEL, "2", 11)


def test_an_institution_behind_a_stop_stays_in_its_list() -> None:
    """Lists have stops where semicolons are meant: what stands in the genitive is no title."""
    text = SMALL.replace("орталықтың;", "орталықтың.")
    assert suggest_readings(text, known()).repairs.by_hand == ()
    title = text.replace("жасақтың.", "Хатшы.")
    (repair,) = suggest_readings(title, known()).repairs.by_hand
    assert (repair.kind, repair.stands) == (RepairKind.TITLE, "Хатшы.")


def test_a_reading_is_carried_over_only_to_words_that_stand_once() -> None:
    """Of two places with the same words a reading of another copy tells nothing."""
    title = reading(RepairKind.TITLE, 9, "жасақтың.", "жасақтың.")
    assert [one.lines.first for one in carry_readings(SMALL, known(), [title]).by_hand] == [5]
    twice = SMALL.replace("Доцент.", "жасақтың.")
    assert carry_readings(twice, known(), [title]) == known()
    lost = reading(RepairKind.LOST_LABEL, 9, "1", "А2", 9)
    assert carry_readings(SMALL, known(), [lost]) == known()


def test_a_guessed_row_is_doubted() -> None:
    """A label on a page without lines carries a doubt even where nothing speaks against it."""
    found = suggest_readings(SMALL, known(TextForm.LINES), guessed=(6,))
    assert [(doubt.kind, str(doubt.about[0])) for doubt in found.doubts] == [
        ("guessed-row", "level:A1-2")
    ]


def test_a_link_without_any_level_is_doubted() -> None:
    """In blocks A and B a link has levels: where none is printed, one may be lost."""
    text = SMALL.replace("А1\t1\t", "А1\t\t").replace("\t2\tДоцент", "А2\t1\tДоцент")
    found = suggest_readings(text, known())
    assert [(doubt.kind, str(doubt.about[0])) for doubt in found.doubts] == [
        ("no-level-label", "level:A1")
    ]


# ------------------------------------------------------------------------ one by one


@pytest.mark.parametrize(
    ("old", "new", "where", "key"),
    [
        ("Деңгей\t", "Саны\t", "L1", "sources.columns-missing"),
        ("Буын\tДеңгей\tЛ", "Топ\tСаны\tЛ", "L1", "sources.columns-missing"),
        ("Доцент.\n", "Доцент.\nБуын\tСаны\tЛауазымдар\n", "L7", "sources.columns-missing"),
        ("А блогы (б", "Е блогы (б", "L2", "sources.unknown-block"),
        ("\t2\tДоцент", "\t1-\tДоцент", "L6", "sources.unknown-level"),
        ("А1\t1", "Бөлім\t1", "L3", "sources.unknown-link"),
        ("А1\t1", "В1\t1", "L3", "link-of-other-block"),
        ("А1\t1", "\t1", "L3", "outside-link"),
        ("А1\t1", "А\t\t", "L3", "sources.cell-outside-columns"),
        ("А1\t1", "А\t", "L3", "sources.link-without-number"),
        ("А1\t1", "А1\t", "L6", "sources.level-expected"),
        ("А блогы (басқарушылық персонал)\t\t\n", "", "L2", "outside-block"),
        ("\t2\tДоцент", "А1\t2\tДоцент.\n\t1\tАға", "L7", "level-out-of-order"),
        ("\t2\tДоцент.", "А3\t1\tДоцент.\nА2\t1\tАға.", "L7", "sources.link-out-of-order"),
        ("\t2\tДоцент.", "А блогы\t\t\nА2\t1\tАға.", "L6", "sources.block-out-of-order"),
        ("\t2\tДоцент.", "Бақша\t\t\nА2\t1\tАға.", "L6", "sources.unknown-row"),
    ],
)
def test_a_table_that_cannot_be_is_refused(old: str, new: str, where: str, key: str) -> None:
    """Columns, blocks, links, levels and rows that fit no rule are refused, with their line."""
    text = SMALL.replace(old, new)
    assert text != SMALL
    assert refusal(text) == (where, key)


def test_a_quotation_may_open_before_a_heading() -> None:
    """The mark that opens a quoted register belongs to no block."""
    draft = derive(SMALL.replace("А блогы", '"А блогы').replace("Доцент.", 'Доцент.".'), known())
    assert draft.content.blocks[0].heading == "А блогы (басқарушылық персонал)"
    assert [one.text for one in draft.stream if one.part is Part.QUOTATION] == ['"', '".']


def test_a_sector_may_stand_once() -> None:
    """Two headings of one field of work in a block are one too many."""
    text = (
        "Буын\tДеңгей\tЛауазымдар\nВ блогы\t\t\nөзге де саладағы\t\t\nВ2\t1\tА.\n"
        "басқа саладағы\t\t\nВ2\t1\tА.\n"
    )
    assert refusal(text) == ("L5", "sources.sector-again")


def test_a_table_goes_on_after_a_page() -> None:
    """A table cut at a page goes on without headings, or with the same headings once more."""
    after = "\n\t\tбекеттің.\nА блогы (басқарушылық персонал)\t\t\nА2\t1\tАға.\n"
    text = SMALL.replace("\t2\tДоцент.\n", "") + after
    draft = derive(text, known())
    assert cell_of(draft, "A1-1") == [["Бастық:", "орталықтың;", "жасақтың.", "бекеттің."]]
    assert cell_of(draft, "A2-1") == [["Аға."]]
    again = SMALL.split("\n", maxsplit=1)[0]
    assert derive(SMALL + "\n" + again + after, known()).content.blocks[0].heading[0] == "А"
    sector = text.replace("А2\t1\tАға.", "В блогы\t\t\nөзге де саладағы\t\t\nВ2\t1\tАға.")
    assert cell_of(derive(sector, known()), "other/B2-1") == [["Аға."]]


def test_a_table_of_signatures_is_no_register() -> None:
    """What only sets words side by side is the order's own text, a paragraph a line."""
    text = SMALL + "\nМаяк министрлігінің\t\t\nхатшысы\t\tА. Маякшы\n"
    draft = derive(text, known())
    assert [one.text for one in draft.paragraphs][-2:] == [
        "Маяк министрлігінің",
        "хатшысы А. Маякшы",
    ]


def test_the_annex_must_be_named_where_there_are_several() -> None:
    """Two registers in one text are never mixed: the annexes are named, and one is chosen."""
    file = LAYOUTS / "09-annexes.html"
    text = read_document(file.read_bytes(), file.name).transcript.text
    with pytest.raises(DataError) as caught:
        derive(text, known())
    (problem,) = caught.value.problems
    assert problem.key == "sources.several-registers"
    assert re.search(r"1 \(L\d+\), 2 \(L\d+\)", problem.text("en"))
    assert refusal(text, known(annex=3))[1] == "sources.no-such-annex"
    assert cell_of(derive(text, known(annex=1)), "A1-1") == [["Су басшысы."]]


def test_an_annex_begins_where_its_order_is_named() -> None:
    """The lines above "2-қосымша" that name its order are its own; a signature is the order's."""
    file = LAYOUTS / "09-annexes.html"
    text = read_document(file.read_bytes(), file.name).transcript.text
    second = derive(text, known(annex=2))
    own = [one.text for one in second.paragraphs]
    assert "Министр С. Құмшы" in own
    named = [one for one in second.stream if one.text == "№ 5 бұйрығына"]
    assert [one.part for one in named] == [Part.ELSEWHERE, Part.FRAME]


def test_single_rows_of_an_amending_order_are_no_register() -> None:
    """An order that inserts rows brings none whole; its rows stay in the stream for others."""
    title = '"Тізілімді бекіту туралы" Маяк министрінің 2031 жылғы 3 наурыздағы № 17 бұйрығына'
    text = (
        f"{title} өзгеріс енгізу туралы\n"
        "Маяк министрінің 2032 жылғы 5 маусымдағы № 21 бұйрығы (ойдан шығарылған)\nБҰЙЫРАМЫН:\n"
        f"1. {title} мынадай өзгеріс енгізілсін:\n"
        "мынадай мазмұндағы жолмен толықтырылсын:\n\nА1\t3\tХатшы.\n"
    )
    draft = derive(text, known())
    assert draft.content.blocks == ()
    assert [one.part for one in draft.stream][-3:] == [Part.LINK, Part.LEVEL, Part.TEXT]
    assert [one.text for one in draft.stream][-3:] == ["А1", "3", "Хатшы."]


@pytest.mark.parametrize(
    ("repair", "code", "cell"),
    [
        (
            reading(RepairKind.DISPLACED_WORDS, 6, "\t2\tДоцент.", "\t2\tАға доцент."),
            "A1-2",
            [["Аға доцент."]],
        ),
        (
            reading(RepairKind.LOST_LABEL, 6, "2", "А2", 6),
            "A2-2",
            [["Доцент."]],
        ),
        (
            reading(RepairKind.DISPLACED_LABEL, 6, "2", "2", 5),
            "A1-2",
            [["жасақтың."], ["Доцент."]],
        ),
        (
            reading(RepairKind.GOES_ON, 4, "орталықтың;", "орталықтың;"),
            "A1-1",
            [["Бастық:", "орталықтың; жасақтың."]],
        ),
        (
            reading(RepairKind.TITLE, 5, "жасақтың.", "жасақтың."),
            "A1-1",
            [["Бастық:", "орталықтың;"], ["жасақтың."]],
        ),
    ],
)
def test_a_reading_by_hand_is_followed_in_a_transcript(
    repair: Repair, code: str, cell: list[list[str]]
) -> None:
    """Each kind of reading means in cells what it means in printed lines."""
    assert cell_of(derive(SMALL, known(TextForm.PARAGRAPHS, repair)), code) == cell


def test_a_paragraph_that_a_person_says_is_one_is_not_divided() -> None:
    """Where marks mislead, a reading of the whole paragraph as one keeps it whole."""
    words = "Ағасы: орталықтың; жасақтың."
    text = SMALL.replace("Доцент.", words)
    assert cell_of(derive(text, known()), "A1-2") == [["Ағасы:", "орталықтың;", "жасақтың."]]
    whole = reading(RepairKind.ONE_ITEM, 6, words, words)
    draft = derive(text, known(TextForm.PARAGRAPHS, whole))
    assert [entry[0] for entry in cell_of(draft, "A1-2")] == ["Ағасы:"]
    assert draft.repairs == ()


def test_a_reading_must_be_anchored_in_a_transcript() -> None:
    """A reading that quotes what does not stand there proves nothing."""
    wrong = reading(RepairKind.TITLE, 5, "жасақтар.", "жасақтар.")
    assert refusal(SMALL, known(TextForm.PARAGRAPHS, wrong)) == ("L5", "reading-not-anchored")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Бастық: а; ә. Хатшы.", ["Бастық:", "а;", "ә.", "Хатшы."]),
        ("Мамандар: а, ә, б.", ["Мамандар: а, ә, б."]),
        ("Бас: инженері, экономисі; энергетигі:", ["Бас: инженері, экономисі; энергетигі:"]),
        ("Орынбасары; бас есепші:", ["Орынбасары; бас есепші:"]),
        ("Маман (а; ә): б; в.", ["Маман (а; ә):", "б;", "в."]),
        ("«А. Б. атындағы» музейдің;", ["«А. Б. атындағы» музейдің;"]),
        ("Е. Маякшы атындағы мұражай.", ["Е. Маякшы атындағы мұражай."]),
        ("А; Ә; Б.", ["А;", "Ә;", "Б."]),
        ("", []),
    ],
)
def test_paragraphs_run_together_are_divided_at_their_marks(text: str, parts: list[str]) -> None:
    """Headings, items and titles part where print would part them; brackets and quotes hold."""
    assert [text[start:stop] for start, stop in divisions(text)] == parts


# ---------------------------------------------------------------------- printed lines

PRINTED: Final = """Теңіз және Маяк министрлігі азаматтық қызметшілер лауазымдарының
тізілімін бекіту туралы
Теңіз және Маяк министрінің 2031 жылғы 3 наурыздағы № 17 бұйрығы (ойдан
шығарылған құжат)
БҰЙЫРАМЫН:
1. Қоса беріліп отырған Теңіз және Маяк министрлігі лауазымдарының тізілімі
бекітілсін.
2. Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн
өткен соң қолданысқа енгізіледі.
Министр А. Маякшы

Буын\tДеңгей\tЛауазымдар атауы
А блогы (басқарушылық\t\t
персонал)\t\t
А1\t1\tМаяк басшысының әкімшілік-
\t\tшаруашылық жұмыс жөніндегі
\t\tорынбасары:
\t\tС о л т ү с т і к  м а я ғ ы н ы ң ;
\t\tОңтүстік  маягының (
\t\tтеңіздегі).
В блогы (негізгі персонал)\t\t
В1\t1\tБірінші санаттың мамандары:
\t\tбақылаушы, өлшеуші, жазушы,
\t\tесепші.
\t2\tМаман:
\t\tқойманың, бекеттің.
"""


def test_printed_lines_are_joined_and_each_joint_recorded() -> None:
    """Lines end where marks say; spacing is undone by the rules of the damaged form."""
    draft = derive(PRINTED, known(TextForm.LINES))
    heading = "Маяк басшысының әкімшілік-шаруашылық жұмыс жөніндегі орынбасары:"
    items = ["Солтүстік маяғының;", "Оңтүстік маягының (теңіздегі)."]
    assert cell_of(draft, "A1-1") == [[heading, *items]]
    assert draft.content.blocks[0].heading == "А блогы (басқарушылық персонал)"
    kinds = Counter(repair.kind for repair in draft.repairs)
    assert kinds[RepairKind.LETTER_SPACING] == 1
    assert kinds[RepairKind.DOUBLED_BLANK] == 1
    assert kinds[RepairKind.WRAPPED_LINE] == 10
    assert [one.role.value for one in draft.paragraphs][:6] == [
        *("title", "header", "enacting", "point", "point", "signature"),
    ]


def test_a_list_between_commas_goes_on_behind_its_colon() -> None:
    """A line that had no room left may break at the colon of a list; one with room ends there."""
    draft = derive(PRINTED, known(TextForm.LINES))
    assert cell_of(draft, "B1-1") == [
        ["Бірінші санаттың мамандары:", "бақылаушы,", "өлшеуші,", "жазушы,", "есепші."]
    ]
    assert cell_of(draft, "B1-2") == [["Маман:", "қойманың, бекеттің."]]


@pytest.mark.parametrize(
    ("texts", "ends"),
    [
        (["Тізілімді бекіту", "туралы"], (False, True)),
        (["1. Бірінші сөйлем осылай ұзақ жалғасып бітеді.", "2. Екінші."], (True, True)),
        (["КЕЛІСІЛДІ", "Теңіз министрлігі"], (True, True)),
        (['"Теңіз тізілімін', 'Бекіту" туралы'], (False, True)),
        (["1-қосымша", "Тізілім"], (True, True)),
        (["Тізілім", "бекітілген ұзын тізілімнің атауы осы жолда тұр"], (False, True)),
        (["Тізілім", "Бекітілген ұзын тізілімнің атауы осы жолда тұр"], (True, True)),
        ([], ()),
    ],
)
def test_where_a_printed_paragraph_ends(texts: list[str], ends: tuple[bool, ...]) -> None:
    """Marks, room left in the line, small letters and open quotes tell."""
    assert ends_of_paragraphs(texts, 50)[: len(texts)] == ends


# ----------------------------------------------------------------------- any register

WORDS: Final = ("бастық", "орынбасар", "маман", "дәрігер", "бекет", "орталық", "бас", "аға")
HEADINGS: Final = {
    "A": ("А блогы (басқарушылық персонал)", "Блок А (управленческий персонал)", "A БЛОК"),
    "B": ("В блогы (негізгі персонал)", "Блок В (основной персонал)", "В блогы – негізгі"),
    "C": ("С блогы (әкімшілік персонал)", "Блок С (административный персонал)", "C блогы"),
    "D": ("D блогы (қосалқы персонал)", "Блок D (вспомогательный персонал)", "D БЛОК"),
}
COLUMNS: Final = (
    ("Буын", "Деңгей", "Лауазымдар атауы"),
    ("БУЫН", "САТЫ", "ЛАУАЗЫМДАРДЫҢ АТАУЫ"),
    ("Звено", "Ступень", "Наименования должностей"),
)
LEVELS: Final = ("1", "1-1", "2", "2−1", "3")
SCRIPTS: Final = str.maketrans("ABC", "АВС")
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@st.composite
def cells_of(draw: st.DrawFn) -> list[list[str]]:
    """The entries of a cell as they are printed: titles, lists between commas, then headings."""
    titles = [[f"{draw(phrases)}."] for _ in range(draw(st.integers(0, 2)))]
    for _ in range(draw(st.integers(0, 1))):
        parts = [f"{draw(phrases)}," for _ in range(draw(st.integers(1, 3)))]
        titles.append([f"{draw(phrases)}:", *parts, f"{draw(phrases)}."])
    headings = []
    for _ in range(draw(st.integers(0 if titles else 1, 2))):
        items = [f"{draw(phrases)};" for _ in range(draw(st.integers(0, 2)))]
        headings.append([f"{draw(phrases)}:", *items, f"{draw(phrases)}."])
    return [*titles, *headings]


def paragraphs_of(entries: Sequence[list[str]]) -> tuple[str, ...]:
    """How these entries are printed: a list between commas is one paragraph."""
    printed: list[str] = []
    for entry in entries:
        listed = len(entry) > 1 and entry[1].endswith(",")
        printed += [" ".join(entry)] if listed else entry
    return tuple(printed)


@frozen
class Written:
    """A register that was drawn, and its transcript."""

    transcript: Transcript
    rows: list[dict[str, object]]


@st.composite
def registers(draw: st.DrawFn) -> Written:
    """Any small register, in any of the ways in which publishers print one."""
    pieces: list[Prose | Row] = [Prose("Ойдан шығарылған лауазымдар тізілімі", "line 1")]
    rows: list[dict[str, object]] = []
    repeat = draw(st.booleans())
    pieces.append(row(*((text,) for text in draw(st.sampled_from(COLUMNS))), first=True))
    for letter in draw(st.lists(st.sampled_from("ABCD"), min_size=1, unique=True).map(sorted)):
        pieces.append(row((draw(st.sampled_from(HEADINGS[letter])),), (), ()))
        numbers = [""] if letter == "D" else draw(several("1234"))
        for number in numbers:
            printed = draw(st.sampled_from((letter, letter.translate(SCRIPTS)))) + number
            levels = [""] if letter in "CD" else sorted(draw(several(LEVELS)), key=ordinal)
            for at, level in enumerate(levels):
                cell = draw(cells_of())
                label = (printed,) if repeat or not at else ()
                pieces.append(row(label, (level,) if level else (), paragraphs_of(cell)))
                code = f"{letter}{number}" + (f"-{level.replace('−', '-')}" if level else "")
                rows.append({"at": code, "link": printed, "level": level or None, "cell": cell})
    return Written(transcribe(pieces, TextForm.PARAGRAPHS), rows)


def several(values: Sequence[str]) -> st.SearchStrategy[list[str]]:
    """Some of these, in their order."""
    return st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True).map(
        lambda drawn: sorted(drawn, key=values.index)
    )


def ordinal(level: str) -> int:
    """The place of a level's number among the others."""
    return LEVELS.index(level)


def row(*cells: tuple[str, ...], first: bool = False) -> Row:
    """A row of a table."""
    return Row(cells, "line 2", first)


@given(registers())
@settings(max_examples=60)
def test_any_register_written_out_is_read_back(written: Written) -> None:
    """Codes, labels in either script, entries and items: what was printed is what is read."""
    draft = derive(written.transcript.text, known())
    assert rows_of(draft.content) == written.rows
    assert draft.repairs == ()
    assert suggest_readings(written.transcript.text, known()).repairs == known()


# ------------------------------------------------------------------------ anything at all

ODD: Final = [
    *("А1", "B2", "С", "D", "Д9", "1", "2−1", "0", "9-9-9-9", "", "А блогы", "Е блогы", "Блок Я"),
    *("Буын", "Деңгей", "Лауазымдар атауы", "№", "өзге де саладағы", '"Ғарыш" саласында'),
    *("Ескерту. А", "Сноска. Б", "1-қосымша", "Приложение 2", "БҰЙЫРАМЫН:", '"', '".', "»."),
    *("Аббревиатуралардың толық жазылуы:", "ММ – а; ӘӘ – б.", "а: ә; б. В: г;", "©", ":", ";", "."),
    *("\t", "\t\t\t\t\t", "\t\t", "( ", ")", "а: ,,,", "𐐀", "\u2028", "\x85", "о р ы н :", "ا" * 3),
    *("Министр Т. А", "2031 жылғы 99 наурыздағы № 1 бұйрығы", "Мамандар: а, б (в, г."),
]


def soup(chance: random.Random) -> str:
    """Lines and cells put together without sense."""
    return "\n".join(
        "\t".join(chance.choice(ODD) for _ in range(chance.choice((1, 1, 3, 3, 3, 4))))
        for _ in range(chance.randrange(1, 24))
    )


def mutated(text: str, chance: random.Random) -> str:
    """A transcript with a few lines or cells gone, doubled, moved or overwritten."""
    found = [line.split("\t") for line in text.split("\n")]
    for _ in range(chance.randint(1, 5)):
        at, to = chance.randrange(len(found)), chance.randrange(len(found))
        cell = chance.randrange(len(found[at]))
        match chance.randrange(7):
            case 0:
                found[at] = list(found[to])
            case 1:
                found.insert(to, found.pop(at))
            case 2:
                del found[at][cell]
            case 3:
                found[at][cell] = chance.choice(ODD)
            case 4:
                found[at].insert(cell, chance.choice(ODD))
            case 5:
                whole = found[at][cell]
                cut = chance.randrange(len(whole) + 1)
                found[at][cell] = whole[:cut] + chance.choice(ODD) + whole[cut + 1 :]
            case _:
                found = found[: at + 1] if chance.random() < 0.3 else found
        found = [line or [""] for line in found]
    return "\n".join("\t".join(line) for line in found)


def outcome(text: str, chance: random.Random) -> str:
    """What becomes of any text: a draft, or a refusal with a place; anything else is raised."""
    form = chance.choice((TextForm.PARAGRAPHS, TextForm.LINES, TextForm.LAYOUT))
    repairs = known(form, annex=chance.choice((None, None, None, 1)))
    guessed = tuple(chance.sample(range(1, 30), 3))
    try:
        repairs = chance.choice((suggest_readings(text, repairs, guessed).repairs, repairs))
        draft = derive(text, repairs)
    except RegisterError as refused:
        return "refused" if has_place(refused) else f"without a place: {refused}"
    assert lost(text, draft) == []
    return "read"


def has_place(refused: RegisterError) -> bool:
    """Whether an error is of the data, and names a line for each problem."""
    return isinstance(refused, DataError) and all(
        re.match(r"L\d+", one.where) for one in refused.problems
    )


def lost(text: str, draft: Draft) -> list[int]:
    """The lines of which some letter was not used once."""
    used: dict[int, list[str]] = {}
    for use in draft.uses:
        used.setdefault(use.line, []).append(use.text)
    return [
        number
        for number, line in enumerate(text.split("\n"), 1)
        if Counter(letters("".join(used.get(number, [])))) != Counter(letters(line))
    ]


def seeds() -> list[str]:
    """The transcripts of the layouts, and two more."""
    files = [LAYOUTS / f"{name}.html" for name in NAMES]
    return [read_document(one.read_bytes(), one.name).transcript.text for one in files] + [
        PRINTED,
        LAYOUT,
    ]


def fuzz(count: int, seed: int) -> Counter[str]:
    """How so many generated and mutated transcripts end."""
    chance = random.Random(seed)  # noqa: S311 - it must be the same every time
    known_texts, ends = seeds(), Counter[str]()
    for _ in range(count):
        text = (
            soup(chance) if chance.random() < 0.3 else mutated(chance.choice(known_texts), chance)
        )
        ends[outcome(text, chance)] += 1
    return ends


def test_any_transcript_is_read_or_refused() -> None:
    """Whatever the transcript: a draft that uses every letter, or an error with its line."""
    ends = fuzz(2000, seed=7)
    assert set(ends) == {"read", "refused"}
    assert min(ends.values()) > 200, "both ends must be reached"


def test_a_reading_of_a_transcript_gives_paragraphs_in_order() -> None:
    """The stream stands in the order of the lines, so that instructions can be read along it."""
    read, _ = read_transcript(SMALL.split("\n"), ORDER, (), form=TextForm.PARAGRAPHS)
    starts = [one.lines.first for one in read]
    assert starts == sorted(starts)
    assert isinstance(read[0], Paragraph)


def main() -> None:
    """Fuzz by hand: ``python tests/test_clean.py COUNT SEED``."""
    count, seed = (int(argument) for argument in sys.argv[1:3])
    print(fuzz(count, seed))  # noqa: T201 - a report for the person who started it


if __name__ == "__main__":
    main()
