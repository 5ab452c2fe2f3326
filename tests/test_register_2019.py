"""The register of 2019 against its source: every level, label, entry and printed fault."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import kz_civil_positions as kz
from kz_civil_positions.model import Edition, Entry, ItemKind, LabelState
from kz_civil_positions.storage.root import data_root

SOURCE = (data_root() / "2019-920" / "source.kaz.txt").read_text("utf-8").split("\n")
LOST, PRINTED, NONE = LabelState.INFERRED, LabelState.PRINTED, LabelState.NONE

# Code, first and last line of the cell, number of entries and items; the block's letter as
# printed; the link's and the level's label, with the line each is printed on.
LEVELS = [
    ("A1-1", 29, 36, 2, 6, ("А1", 25), ("1", 27)),
    ("A1-2", 40, 50, 2, 5, ("А1", 25), ("2", 38)),
    ("A2-1", 53, 134, 12, 49, LOST, ("1", 51)),
    ("A2-3", 136, 137, 1, 1, LOST, ("3", 136)),
    ("A3-1", 141, 171, 4, 20, LOST, ("1", 139)),
    ("A3-2", 175, 199, 3, 13, LOST, ("2", 173)),
    ("A3-2-1", 203, 230, 3, 16, LOST, ("2-1", 201)),
    ("B1-1", 236, 236, 1, 0, ("В1", 234), ("1", 236)),
    ("B1-2", 239, 241, 3, 0, ("В1", 234), ("2", 238)),
    ("B1-3", 244, 246, 3, 0, ("В1", 234), ("3", 243)),
    ("B1-4", 249, 251, 3, 0, ("В1", 234), ("4", 248)),
    ("B1-5", 254, 255, 2, 0, ("В1", 234), ("5", 253)),
    ("health/B2-1", 262, 263, 1, 1, ("В2", 259), ("1", 261)),
    ("health/B2-2", 266, 267, 1, 1, ("В2", 259), ("2", 265)),
    ("health/B2-3", 269, 270, 1, 1, ("В2", 259), ("3", 269)),
    ("health/B2-4", 272, 272, 1, 1, ("В2", 259), ("4", 272)),
    ("health/B3-1", 277, 278, 1, 3, ("В3", 274), ("1", 276)),
    ("health/B3-2", 280, 281, 1, 3, ("В3", 274), ("2", 280)),
    ("health/B3-3", 283, 284, 1, 3, ("В3", 274), ("3", 283)),
    ("health/B3-4", 286, 287, 1, 4, ("В3", 274), ("4", 286)),
    ("health/B4-1", 293, 296, 1, 12, ("В4", 289), ("1", 291)),
    ("health/B4-2", 300, 303, 1, 12, ("В4", 289), ("2", 298)),
    ("health/B4-3", 307, 310, 1, 12, ("В4", 289), ("3", 305)),
    ("health/B4-4", 312, 318, 1, 12, ("В4", 289), ("4", 317)),
    ("other/B2-1", 326, 334, 1, 8, ("В2", 322), ("1", 324)),
    ("other/B2-2", 338, 346, 1, 8, ("В2", 322), ("2", 336)),
    ("other/B2-3", 350, 358, 1, 8, ("В2", 322), ("3", 348)),
    ("other/B2-4", 362, 371, 1, 9, ("В2", 322), ("4", 360)),
    ("other/B3-1", 375, 383, 1, 8, ("В3", 391), ("1", 373)),
    ("other/B3-2", 385, 399, 1, 8, ("В3", 391), ("2", 393)),
    ("other/B3-3", 403, 411, 1, 8, ("В3", 391), ("3", 401)),
    ("other/B3-4", 415, 425, 1, 10, ("В3", 391), ("4", 413)),
    ("C1", 431, 451, 2, 19, ("С1", 429), NONE),
    ("C2", 455, 463, 1, 32, ("С2", 453), NONE),
    ("C3", 467, 486, 2, 43, ("С3", 465), NONE),
    ("D", 492, 497, 1, 19, ("D", 490), NONE),
]
CODES = [row[0] for row in LEVELS]


def letters(text: str) -> str:
    """A text without its blanks: what no spacing, wrapping or displacement can touch."""
    return re.sub(r"\s", "", text)


def test_the_register_has_its_36_levels_in_their_order(edition: Edition) -> None:
    """Blocks, sectors, links and levels are those of the order, no more, in its order."""
    assert [str(level.code) for level in edition.levels] == CODES
    assert len(CODES) == 36
    assert (len(edition.entries), sum(len(e.items) for e in edition.entries)) == (65, 355)


@pytest.mark.parametrize("row", LEVELS, ids=CODES)
def test_a_level_stands_where_the_source_prints_it(edition: Edition, row: tuple) -> None:  # type: ignore[type-arg]
    """Lines of the cell, number of entries and items, and both labels as printed, or lost."""
    code, first, last, entries, items, link_label, level_label = row
    level = edition[code]
    link = edition.link_of(level)
    assert level.lines is not None
    assert (level.lines.order, level.lines.first, level.lines.last) == ("2019-920", first, last)
    assert len(level.entries) == entries
    assert sum(len(entry.items) for entry in level.entries) == items
    for label, expected in ((link.label, link_label), (level.label, level_label)):
        if isinstance(expected, LabelState):
            assert (label.state, label.text, label.lines) == (expected, None, None)
        else:
            assert label.lines is not None
            assert (label.state, label.text) == (PRINTED, expected[0])
            assert (label.lines.first, label.lines.last) == (expected[1], expected[1])


@pytest.mark.parametrize("row", LEVELS, ids=CODES)
def test_a_printed_label_stands_in_its_line(edition: Edition, row: tuple) -> None:  # type: ignore[type-arg]
    """A label called printed can be seen in the source, at the head of the line it names."""
    level = edition[row[0]]
    for label in (edition.link_of(level).label, level.label):
        if label.text is not None and label.lines is not None:
            assert SOURCE[label.lines.first - 1].split()[0] == label.text


@pytest.mark.parametrize(
    ("letter", "heading", "lines", "codes"),
    [
        ("A", "А блогы (басқарушылық персонал)", (23, 23), CODES[:7]),
        ("B", "В блогы (негізгі персонал)", (232, 232), CODES[7:32]),
        ("C", "С блогы (әкімшілік персонал)", (427, 427), CODES[32:35]),
        ("D", "D блогы (қосалқы персонал)", (488, 488), CODES[35:]),
    ],
)
def test_blocks_are_headed_as_printed(
    edition: Edition, letter: str, heading: str, lines: tuple[int, int], codes: list[str]
) -> None:
    """The four blocks bear their printed headings, and hold their levels and no others."""
    block = next(block for block in edition.blocks if block.code.block == letter)
    assert block.heading == heading
    assert block.lines is not None
    assert (block.lines.first, block.lines.last) == lines
    assert [str(level.code) for level in edition.levels_at(letter)] == codes


def test_block_b_alone_is_divided_by_sector(edition: Edition) -> None:
    """В1 stands before both sectors; health and the others are headed as printed."""
    sections = [s for block in edition.blocks for s in block.sections if s.sector or s.heading]
    assert [(s.block, s.sector, s.heading, str(s.lines)) for s in sections] == [
        ("B", "health", '"Денсаулық сақтау" саласында', "L257"),
        ("B", "other", "өзге де саладағы", "L320"),
    ]
    assert [link.code.plain for link in edition.blocks[1].sections[0].links] == ["B1"]


@pytest.mark.parametrize("code", CODES)
def test_a_cell_has_every_letter_of_its_lines(edition: Edition, code: str) -> None:
    """Blanks and labels apart, the cell is its source lines, letter for letter, in order."""
    level = edition[code]
    assert level.lines is not None
    labels = {391: "В3", 393: "2", 317: "4", **dict.fromkeys((136, 269, 283), "3")}
    labels |= {236: "1", 272: "4", 280: "2", 286: "4"}
    lines = SOURCE[level.lines.first - 1 : level.lines.last]
    printed = "".join(
        letters(line).removeprefix(labels.get(number, ""))
        for number, line in enumerate(lines, level.lines.first)
    )
    assert letters(level.text) == printed


@pytest.mark.parametrize("code", CODES)
def test_the_texts_of_a_level_joined_are_its_cell(edition: Edition, code: str) -> None:
    """Entries and items joined by single blanks give the cell: nothing lies between them."""
    level = edition[code]
    parts = [t for e in level.entries for t in (e.heading, *(item.text for item in e.items))]
    assert level.text == " ".join(parts)
    assert "  " not in level.text
    assert all(part == part.strip() and part for part in parts)


def test_entries_and_items_follow_one_another_in_the_source(edition: Edition) -> None:
    """Lines only rise: what stands later in the register stands later in the source."""
    spans = [entry.lines for entry in edition.entries if entry.lines]
    assert len(spans) == 65
    assert all(before.last <= after.first for before, after in pairwise(spans))
    for entry in edition.entries:
        items = [item.lines for item in entry.items if item.lines]
        assert len(items) == len(entry.items)
        assert all(before.last <= after.first for before, after in pairwise(items))
        assert entry.lines is not None
        assert all(
            entry.lines.first <= span.first <= span.last <= entry.lines.last for span in items
        )


# ---------------------------------------------------------------- what is easily got wrong


def test_the_nested_entry_keeps_both_subheadings(edition: Edition) -> None:
    """L209–230 is one entry: "Бас: …:" over two headings, each with its institutions."""
    entry = edition["A3-2-1"].entries[2]
    assert str(entry.lines) == "L209–230"
    assert entry.heading == (
        "Бас: гидрологы, инженері, инспекторы, механигі, құтқарушысы, экономисі, энергетигі:"
    )
    shape = "".join("H" if item.kind is ItemKind.SUBHEADING else "i" for item in entry.items)
    assert shape == "HiiHiiiiiiiiii"
    assert [i.text for i in entry.items if i.kind is ItemKind.SUBHEADING] == [
        "Республикалық маңызы бар ММ филиалының:",
        "Облыстық маңызы бар (астананың, республикалық маңызы бар қаланың) ММ:",
    ]


def test_a_semicolon_inside_a_heading_does_not_end_it(edition: Edition) -> None:
    """L105–108 is one entry whose heading itself contains ";"."""
    entry = edition["A2-1"].entries[7]
    assert str(entry.lines) == "L105–108"
    assert entry.heading == (
        "Облыстық (астананың, республикалық маңызы бар қаланың) маңызы бар ММ ауруханасы "
        "бастығының әкімшілік-шаруашылық жұмыс жөніндегі орынбасары; "
        "бас бухгалтерінің орынбасары, қаржы қызметі бастығының орынбасары:"
    )
    assert [item.text for item in entry.items] == ["ҚАЖК мекемелерінің."]


def test_a_title_after_a_list_is_an_entry_of_its_own(edition: Edition) -> None:
    """L451 "Баспасөз-хатшысы." is no unit of the list above it, whose last item is L450."""
    units, secretary = edition["C1"].entries
    assert (units.items[-1].text, str(units.items[-1].lines)) == ("орталықтың (мәдени).", "L450")
    assert (secretary.heading, secretary.items) == ("Баспасөз-хатшысы.", ())


def test_commas_do_not_divide_one_title(edition: Edition) -> None:
    """L494–496: "операторы" is shared by five complements: one position, not five."""
    operator = next(i for i in edition["D"].entries[0].items if "операторы" in i.text)
    assert operator.text == (
        "дезкамералық бөлімшенің, байланыс жүйесінің, ЖМҚС, көшірме және баспа машиналарының, "
        "компьютерлік техниканы, компьютерлік құрылғыларға қызмет көрсету бойынша операторы,"
    )
    assert str(operator.lines) == "L494–496"


def test_a_comma_in_brackets_does_not_divide(edition: Edition) -> None:
    """The registrar of lost property and of the pass office (L496–497) is one position."""
    texts = [item.text for item in edition["D"].entries[0].items]
    assert "тіркеуші (табылған заттарды тапсыратын орын, өткізу бюросы)," in texts


def test_a_mark_that_wrapped_clings_to_its_word(edition: Edition) -> None:
    """Lines that break before "," or "." (L110, L267, L471) are joined without a blank."""
    assert "бөлімшесінің, зертханасының" in edition["A2-1"].entries[8].heading
    assert edition["health/B2-2"].text.endswith("барлық мамандықтағы дәрігерлер.")
    assert "музыкалық жетекші, аудармашы," in edition["C3"].text


@pytest.mark.parametrize(
    ("code", "words", "line"),
    [
        ("health/B2-3", "біліктіліктігі", 269),
        ("health/B3-4", "Санаты жоқ санаттың", 286),
        ("A3-2-1", "(республикалық маңызы астананың, қаланың)", 205),
        ("D", "ЖМҚС", 495),
        ("A3-1", "медицинасының орталығы", 156),
        ("A2-1", "Облыстық (астананың, республикалық маңызы бар қаланың) маңызы бар ММ", 90),
        ("A3-2", "Облыстық маңызы бар (астананың, республикалық маңызы бар қаланың) ММ", 192),
        ("A2-1", "Облыстық маңызы бар ММ (астананың, республикалық маңызы бар қаланың)", 109),
    ],
)
def test_what_the_order_prints_wrongly_is_kept(
    edition: Edition, code: str, words: str, line: int
) -> None:
    """Faults of the official print, and its changing word order, are never mended silently."""
    level = edition[code]
    assert words in level.text
    assert level.lines is not None
    assert level.lines.first <= line <= level.lines.last
    assert letters(words.split(maxsplit=1)[0]) in letters(SOURCE[line - 1])


def test_printed_faults_are_marked_and_stand_there(edition: Edition) -> None:
    """Every kept fault names an entry or item, has its words in it, and a note in three tongues."""
    wording = {fault.words for fault in edition.faults if fault.kind != "punctuation"}
    assert wording == {
        "медицинасының орталығы",
        "(республикалық маңызы астананың, қаланың)",
        "біліктіліктігі",
        "Санаты жоқ санаттың",
        "ЖМҚС",
    }
    for fault in edition.faults:
        entry = edition.entry(fault.about.name)
        assert fault.words in about(entry, fault.about.name)
        assert all((fault.note.kk, fault.note.ru, fault.note.en))
        assert fault in edition.faults_in(entry)


def about(entry: Entry, identity: str) -> str:
    """The text of the entry's heading or item that has this id."""
    texts = {entry.id: entry.heading, **{item.id: item.text for item in entry.items}}
    return texts[identity]


def test_lists_that_close_or_go_on_with_the_wrong_mark_are_all_marked(edition: Edition) -> None:
    """An item in the middle of a list that ends in ".", or the last that ends in ";", is [sic]."""
    marked = {fault.about.name for fault in edition.faults if fault.kind == "punctuation"}
    odd = set()
    for entry in edition.entries:
        groups: list[list[tuple[str, str]]] = [[]]
        for item in entry.items:
            if item.kind is ItemKind.SUBHEADING:
                groups.append([])
            else:
                groups[-1].append((item.id, item.text[-1]))
        for group in filter(None, groups):
            odd |= {name for name, mark in group[:-1] if mark == "."}
            last = group is groups[-1]
            odd |= {name for name, mark in group[-1:] if mark == ";" and last}
    assert marked == odd


def test_two_archivists_are_two_positions(edition: Edition) -> None:
    """мұрағатшы (С2, С3) and архивариус (D) are different positions, never merged."""

    def places(word: str) -> list[str]:
        return [
            str(level.code)
            for level in edition.levels
            for entry in level.entries
            for item in entry.items
            if item.text.startswith(word)
        ]

    assert places("мұрағатшы") == ["C2", "C3"]
    assert places("архивариус") == ["D"]


def test_the_list_of_abbreviations_is_whole(edition: Edition) -> None:
    """The seven abbreviations that close the register, and not ЖМҚС, which is in no list."""
    assert [(a.short, a.long, str(a.lines)) for a in edition.abbreviations] == [
        ("ММ", "мемлекеттік мекеме", "L500"),
        ("ІІМ", "Ішкі істер министрлігі", "L501"),
        ("ТЖК", "Төтенше жағдайлар комитеті", "L502"),
        ("ҚАЖК", "Қылмыстық-атқару жүйесі комитеті", "L503"),
        ("ТЖД", "төтенше жағдайлар департаменттері", "L504"),
        ("ПД", "полиция департаменттері", "L505"),
        ("ҚАЖД", "қылмыстық-атқару жүйесі департаменттері", "L506"),
    ]
    for one in edition.abbreviations:
        assert one.text.startswith(f"{one.short} – {one.long}")


# ------------------------------------------------------------------------------- doubts


# The doubts of a whole level: its link's label is lost, or a label stands amid its row.
DOUBTS = {
    **{code: {f"link-{code[:2].lower()}-label-lost"} for code in CODES if code[:2] in ("A2", "A3")},
    "health/B4-4": {"label-b4-4-displaced"},
    **{f"other/B3-{number}": {"label-b3-other-displaced"} for number in (1, 3, 4)},
    "other/B3-2": {"label-b3-other-displaced", "label-b3-2-other-displaced"},
}


@pytest.mark.parametrize("code", CODES)
def test_only_what_rests_on_more_than_a_label_carries_a_doubt(edition: Edition, code: str) -> None:
    """Every entry below a lost or displaced label carries that doubt; no other carries any."""
    level = edition[code]
    lost = edition.link_of(level).label.state is LOST
    assert lost == (code[:2] in ("A2", "A3"))
    for entry in level.entries:
        ids = {doubt.id for doubt in edition.doubts_about(level, entry)}
        assert ids - {"a2-level-boundaries-unknown"} == DOUBTS.get(code, set())


def test_only_the_first_entry_of_a2_surely_stands_under_its_level(edition: Edition) -> None:
    """Where levels 1 and 2 of A2 divide is unknown: all entries after L53–55 say so."""
    level = edition["A2-1"]
    unknown = [
        str(entry.lines)
        for entry in level.entries
        if "a2-level-boundaries-unknown" in {d.id for d in edition.doubts_about(level, entry)}
    ]
    assert unknown == [str(entry.lines) for entry in level.entries[1:]]
    assert str(level.entries[0].lines) == "L53–55"


def test_every_doubt_gives_its_evidence(edition: Edition) -> None:
    """A doubt says what is inferred, why, and what would settle it; its quotations are printed."""
    assert {doubt.id for doubt in edition.doubts} >= {
        "link-a2-label-lost",
        "link-a3-label-lost",
        "a2-level-boundaries-unknown",
    }
    assert {doubt.id for doubt in edition.doubts} >= set().union(*DOUBTS.values())
    for doubt in edition.doubts:
        assert doubt.evidence
        for words in (doubt.statement, doubt.settled_by, *(one.note for one in doubt.evidence)):
            assert all((words.kk, words.ru, words.en))
        for one in doubt.evidence:
            if one.quote and one.lines:
                lines = SOURCE[one.lines.first - 1 : one.lines.last]
                assert one.quote in "\n".join(lines)


# ---------------------------------------------------------------------------- identity


class _Text(SingleFileSnapshotExtension):
    """Golden files as plain text, so that a change can be read in any diff."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


def test_ids_are_permanent(edition: Edition, snapshot: SnapshotAssertion) -> None:
    """An id in this file may never change or vanish without a deliberate decision.

    Ids are cited from outside: by other orders' operations, by doubts, by users' own data.
    A new entry adds lines here; a line that changes breaks what somebody wrote down.
    """
    lines = []
    for level in edition.levels:
        lines.append(f"{level.code}")
        for entry in level.entries:
            lines.append(f"  {entry.id}: {first_words(entry.heading)}")
            lines += [f"    {item.id}: {first_words(item.text)}" for item in entry.items]
    assert "\n".join(lines) + "\n" == snapshot(extension_class=_Text, name="ids")


def first_words(text: str) -> str:
    """The first words of a text, enough to see whose id it is."""
    return " ".join(text.split()[:4])


def test_ids_are_readable_slugs_and_unique(edition: Edition) -> None:
    """Ids are ASCII slugs, an item's id begins with its entry's, and none is used twice."""
    ids = [i for entry in edition.entries for i in (entry.id, *(item.id for item in entry.items))]
    assert len(set(ids)) == len(ids) == 420
    slug = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
    for entry in edition.entries:
        assert slug.fullmatch(entry.id)
        for item in entry.items:
            born, _, own = item.id.partition(".")
            assert born == entry.id
            assert slug.fullmatch(own)


def test_the_orders_say_of_themselves_what_the_text_says(register: kz.Register) -> None:
    """Numbers, dates and registrations of both orders are those the 2019 text attests."""
    base, amending = register.orders
    assert (base.number, str(base.adopted), base.registration) == ("1035", "2015-12-18", "12706")
    assert (base.dates.registered, base.source) == (None, None)
    published = base.dates.first_publication
    assert published is not None
    assert str(published.date) == "2016-01-13"
    assert (amending.number, str(amending.adopted)) == ("920", "2019-10-23")
    assert (amending.registration, str(amending.dates.registered)) == ("19523", "2019-10-30")
    assert amending.dates.publications == ()
    assert amending.amends == base.id
    assert amending.signed_by == "Е. Тургумбаев"


def test_the_2015_text_is_not_there_in_any_form() -> None:
    """Nobody has the text of 2015: its folder holds the order's facts and nothing else."""
    folder = data_root() / "2015-1035"
    assert [path.name for path in sorted(Path(folder).rglob("*"))] == ["order.yaml"]
