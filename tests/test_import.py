"""From the damaged source text to the register: every repair by rule or recorded reading."""

import random
import re
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from attrs import evolve

import kz_civil_positions as kz
from kz_civil_positions.calendar import AfterPublication
from kz_civil_positions.errors import DataError
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import Edition, Span
from kz_civil_positions.orders import OrderRole, SourceFile
from kz_civil_positions.sources.draft import Draft, derive
from kz_civil_positions.sources.paragraphs import Part
from kz_civil_positions.sources.repairs import (
    HAND_KINDS,
    Repair,
    RepairKind,
    Repairs,
    undo_spacing,
)
from kz_civil_positions.sources.slugs import free_slug, slug
from kz_civil_positions.storage.load import load_repairs
from kz_civil_positions.storage.root import data_root

ORDER = "2019-920"
TEXT = (data_root() / ORDER / "source.kaz.txt").read_text("utf-8")
LINES = TEXT.split("\n")
NONE = Repairs(ORDER, SourceFile("source.kaz.txt", ""))
# The smallest text with a block, a link, a level, a heading with items, and a bare title.
TABLE = """      Буын Деңгей Лауазымдар атауы

А блогы (басқарушылық персонал)

А1

1

Бастық:
орталықтың;
жасақтың.
"""
HEADING = 9


@pytest.fixture(scope="module")
def repairs(register: kz.Register) -> Repairs:
    """The recorded repairs of the 2019 text."""
    return load_repairs(data_root() / ORDER, register.order(ORDER))


@pytest.fixture(scope="module")
def draft(repairs: Repairs) -> Draft:
    """The 2019 text, derived once more."""
    return derive(TEXT, repairs)


def by_hand(
    kind: RepairKind, line: int, stood: str, stands: str, row: int | None = None
) -> Repairs:
    """One reading made by hand, of a text of ours."""
    return evolve(NONE, by_hand=(Repair(kind, Span(ORDER, line, line), stood, stands, row),))


def refusal(text: str, repairs: Repairs = NONE) -> tuple[str, str]:
    """Why the text is refused: the place and the key of the first problem."""
    with pytest.raises(DataError) as caught:
        derive(text, repairs)
    for language in LANGUAGES:
        assert caught.value.text(language)
    first = caught.value.problems[0]
    return first.where, first.key


# -------------------------------------------------------------------------- the whole


def test_the_text_gives_the_stored_register(draft: Draft, edition: Edition) -> None:
    """The register is derived, not typed: the texts, lines and labels are those stored."""
    stored, derived = edition.text, draft.content
    assert [n.address.kind for n in stored.walk()] == [n.address.kind for n in derived.walk()]
    for one, other in zip(edition.levels, levels(draft), strict=True):
        assert (one.code, one.label, one.text, one.lines) == (
            other.code,
            other.label,
            other.text,
            other.lines,
        )
    assert derived.abbreviations == stored.abbreviations


def levels(draft: Draft) -> tuple:  # type: ignore[type-arg]
    """The levels of a draft."""
    return Edition("draft", "draft", content=draft.content).levels


def test_the_text_says_what_the_order_is(draft: Draft, register: kz.Register) -> None:
    """Number, dates, registration, rule and signature are read from the order's own words."""
    order, facts = register.order(ORDER), draft.facts
    assert (facts.number, facts.adopted) == (order.number, order.adopted)
    assert (facts.registration, facts.registered) == (order.registration, order.dates.registered)
    assert facts.rule == order.rule == AfterPublication(10)
    assert (facts.signed_by, facts.agreed_with) == (order.signed_by, order.agreed_with)
    assert facts.amended is not None
    assert (facts.amended.number, facts.amended.registration) == ("1035", "12706")
    assert draft.paragraphs == order.paragraphs


def test_every_line_is_used_once(draft: Draft) -> None:
    """No line that is not blank is lost, and none is read twice, whole lines counted in letters."""
    used: dict[int, str] = {}
    for use in draft.uses:
        used[use.line] = used.get(use.line, "") + use.text
    for number, line in enumerate(LINES, 1):
        assert Counter(letters(used.pop(number, ""))) == Counter(letters(line)), number
    assert not used


def letters(text: str) -> str:
    """A text without its blanks."""
    return re.sub(r"\s", "", text)


def test_repairs_by_rule_are_all_recorded(draft: Draft, repairs: Repairs) -> None:
    """Nothing is repaired silently: what the rules do now is what repairs.yaml says they did."""
    assert draft.repairs == repairs.by_rule
    assert not any(repair.kind in HAND_KINDS for repair in draft.repairs)


# ----------------------------------------------------------------- damage, one by one


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (RepairKind.LETTER_SPACING, 115),
        (RepairKind.HALF_SPACING, 9),
        (RepairKind.PAGE_BREAK, 5),
        (RepairKind.LABEL_IN_LINE, 7),
    ],
)
def test_each_kind_of_damage_is_counted(draft: Draft, kind: RepairKind, count: int) -> None:
    """The source has just so many lines of each damage: a rule that misses one is seen."""
    found = [repair for repair in draft.repairs if repair.kind is kind]
    assert len(found) == count


def test_every_letter_spaced_line_is_mended(draft: Draft) -> None:
    """The 115 letter-spaced lines are found by another rule than the importer's: by counting."""
    spaced = {
        number
        for number, line in enumerate(LINES, 1)
        if len(line) > 8 and line.strip().count(" ") >= len(letters(line)) - 1
    }
    mended = {r.lines.first for r in draft.repairs if r.kind is RepairKind.LETTER_SPACING}
    assert mended == spaced
    assert len(spaced) == 115
    for repair in draft.repairs:
        if repair.kind in (RepairKind.LETTER_SPACING, RepairKind.HALF_SPACING):
            assert letters(repair.stood) == letters(repair.stands)
            assert " і " not in repair.stands
            assert repair.stands[-1] in ";:.", "all of them end an item"


@pytest.mark.parametrize(
    ("stood", "stands", "kind"),
    [
        ("о р ы н б а с а р ы :", "орынбасары:", RepairKind.LETTER_SPACING),
        ("Қ А Ж К  м е к е м е л е р і н і ң ;", "ҚАЖК мекемелерінің;", RepairKind.LETTER_SPACING),
        (
            "м о н ш а - к і р  ж у у  к е ш е н і н і ң ;",
            "монша-кір жуу кешенінің;",
            RepairKind.LETTER_SPACING,
        ),
        (
            "б а с ш ы с ы  ( м е ң г е р у ш і с і ) :",
            "басшысы (меңгерушісі):",
            RepairKind.LETTER_SPACING,
        ),
        (
            "жұмыс өндірушіс і  (қызметт ің  нег і зг і  түр і ) ;",
            "жұмыс өндірушісі (қызметтің негізгі түрі);",
            RepairKind.HALF_SPACING,
        ),
        (
            "жетекшіс і ,  энергетик ,  заңгер  консультант .",
            "жетекшісі, энергетик, заңгер консультант.",
            RepairKind.HALF_SPACING,
        ),
        (
            "хатшылықтың (бөлім құқығындағы)  басшысы:",
            "хатшылықтың (бөлім құқығындағы) басшысы:",
            RepairKind.DOUBLED_BLANK,
        ),
        ("Доцент.", "Доцент.", None),
        ("D", "D", None),
        ("А1", "А1", None),
        ("1 Профессор.", "1 Профессор.", None),
        ("және авариялық-құтқару жұмысы", "және авариялық-құтқару жұмысы", None),
    ],
)
def test_spacing_is_undone(stood: str, stands: str, kind: RepairKind | None) -> None:
    """Spread letters close up, words stay apart, and a sound line is left alone."""
    assert undo_spacing(stood) == (stands, kind)
    assert undo_spacing(stands) == (stands, None), "a mended line is sound"


def test_displaced_words_are_read_where_they_belong(draft: Draft) -> None:
    """L13, L18 and L514: the words that fell to the line's end stand in their gap again."""
    texts = {p.number or str(p.lines): p.text for p in draft.paragraphs}
    assert "№ 1035 бұйрығына (Нормативтік құқықтық актілерді" in texts["1"]
    assert "тізілімі мынадай редакцияда жазылсын:" in texts["L17–19"]
    assert "осы тармақтың 1), 2) және 3) тармақшаларына сәйкес іс-шаралардың" in texts["2.3"]


def test_a_page_break_ends_no_cell(draft: Draft) -> None:
    """Three empty lines in the middle of an item or of a point part nothing."""
    entry = levels(draft)[6].entries[2]
    assert any(str(item.lines) == "L222–226" for item in entry.items)
    assert next(p for p in draft.paragraphs if p.number == "2.3").lines == Span(ORDER, 513, 519)


@pytest.mark.parametrize(
    ("code", "first", "line"), [("health/B4-4", 312, 317), ("other/B3-2", 385, 393)]
)
def test_a_label_in_the_middle_of_its_row_heads_it(
    draft: Draft, code: str, first: int, line: int
) -> None:
    """Labels of merged cells fall into the middle of their rows; the row is one all the same."""
    level = next(level for level in levels(draft) if str(level.code) == code)
    assert level.lines.first == first
    assert level.label.lines == Span(ORDER, line, line)
    assert not re.search(r"\d", level.text)


def test_order_paragraphs_have_their_roles(draft: Draft) -> None:
    """The order's own words are told apart: title, header, points, subpoints, signature."""
    roles = Counter(paragraph.role for paragraph in draft.paragraphs)
    assert roles[OrderRole.POINT] == 4
    assert roles[OrderRole.SUBPOINT] == 3
    assert [p.number for p in draft.paragraphs if p.number] == [
        "1",
        "2",
        "2.1",
        "2.2",
        "2.3",
        "3",
        "4",
    ]
    assert {use.part for use in draft.uses} == set(Part) - {Part.NOTE, Part.ELSEWHERE}


# ------------------------------------------------------------ what the importer refuses


def test_the_small_text_is_sound() -> None:
    """The text that the following tests damage is itself read without a word."""
    (level,) = levels(derive(TABLE, NONE))
    assert level.text == "Бастық: орталықтың; жасақтың."


@pytest.mark.parametrize("index", range(13))
def test_a_reading_must_be_anchored(repairs: Repairs, index: int) -> None:
    """A reading by hand holds only where the source has what it says stood there."""
    reading = repairs.by_hand[index]
    wrong = evolve(reading, stood=reading.stood + "!")
    changed = (*repairs.by_hand[:index], wrong, *repairs.by_hand[index + 1 :])
    where, key = refusal(TEXT, evolve(repairs, by_hand=changed))
    assert (where, key) == (f"L{reading.lines.first}", "reading-not-anchored")


@pytest.mark.parametrize("stood", ["", "жоқ сөз"])
@pytest.mark.parametrize("line", [HEADING, 99])
def test_a_reading_of_nothing_is_refused(stood: str, line: int) -> None:
    """A reading that quotes nothing, or points past the end of the text, proves nothing."""
    found = refusal(TABLE, by_hand(RepairKind.TITLE, line, stood, stood))
    assert found == (f"L{line}", "reading-not-anchored")


@pytest.mark.parametrize(("line", "label"), [(51, "А2"), (139, "А3")])
def test_a_lost_link_label_must_be_recorded(repairs: Repairs, line: int, label: str) -> None:
    """Level numbers that start again show a lost label; without a record nothing is assumed."""
    kept = tuple(repair for repair in repairs.by_hand if repair.stands != label)
    assert len(kept) == len(repairs.by_hand) - 1
    assert refusal(TEXT, evolve(repairs, by_hand=kept)) == (f"L{line}", "level-out-of-order")


@pytest.mark.parametrize("label", ["1", "0", "А99", "Жж", "бас", ""])
def test_a_reading_gives_no_impossible_label(label: str) -> None:
    """What a person records as a label must look like one, and be next in order."""
    text = f"{TABLE}\nАға:\nбөлімнің.\n"
    reading = by_hand(RepairKind.LOST_LABEL, 13, "Аға:", label, row=13)
    assert refusal(text, reading)[0] == "L13"


@pytest.mark.parametrize(
    ("old", "new", "where", "key"),
    [
        ("А блогы (басқарушылық персонал)\n", "\n", "L5", "outside-block"),
        ("\nА1\n", "\n\n", "L7", "outside-link"),
        ("\nА1\n", "\nБелгісіз салада\n\nА1\n", "L5", "unknown-sector"),
        ("жасақтың.", "жасақтың.\n\nБелгісіз салада\n", "L13", "unknown-sector"),
        ("А1", "В1", "L5", "link-of-other-block"),
        ("жасақтың.", "жасақтың.\n\n1\n\nДоцент.", "L13", "level-out-of-order"),
        ("жасақтың.", "жасақтың.\n1 Доцент.", "L12", "level-out-of-order"),
    ],
)
def test_a_table_that_cannot_be_is_refused(old: str, new: str, where: str, key: str) -> None:
    """Text outside block or link, an unknown sector, a stray or repeated label: with its line."""
    text = TABLE.replace(old, new)
    assert text != TABLE
    assert refusal(text) == (where, key)


def test_a_subheading_needs_a_heading_above() -> None:
    """A reading that makes a subheading where no heading stands above is refused, with its line."""
    reading = by_hand(RepairKind.SUBHEADING, HEADING, "Бастық:", "Бастық:")
    assert refusal(TABLE, reading) == (f"L{HEADING}", "no-heading-above")


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("2019 жылғы 23 қазандағы", "2019 жылғы 39 қазандағы", "L7–9"),
        ("2019 жылғы 30 қазанда", "2019 жылғы 0 қазанда", "L7–9"),
        ("2016 жылғы 13 қаңтарда", "2016 жылғы 32 қаңтарда", "L11–16"),
    ],
)
def test_an_impossible_day_in_the_text_is_refused(
    repairs: Repairs, old: str, new: str, where: str
) -> None:
    """A day that no calendar has is damage, and is reported like any other, with its lines."""
    assert old in TEXT
    assert refusal(TEXT.replace(old, new), repairs) == (where, "not-a-date")


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n\n", " \t\n", "\ufeff"])
def test_an_empty_text_brings_nothing(text: str) -> None:
    """Of nothing nothing is made: no blocks, no facts."""
    draft = derive(text, NONE)
    assert draft.content.blocks == ()
    assert draft.facts.number is None


def test_a_text_may_be_only_a_frame() -> None:
    """An order without a register of its own has points, and brings no table."""
    text = "      Тақырып\n\n      Үстіңгі жол\n      1. Бірінші\nжалғасы.\n      1) тармақша;\n"
    draft = derive(text, NONE)
    assert draft.content.blocks == ()
    assert [(p.role, p.number, p.text) for p in draft.paragraphs] == [
        (OrderRole.TITLE, None, "Тақырып"),
        (OrderRole.HEADER, None, "Үстіңгі жол"),
        (OrderRole.POINT, "1", "1. Бірінші жалғасы."),
        (OrderRole.SUBPOINT, "1.1", "1) тармақша;"),
    ]


def test_a_subpoint_needs_no_point() -> None:
    """A numbered paragraph before any point is read as it stands, without a failure."""
    draft = derive("      а\n      б\n      1) тармақша;\n", NONE)
    assert [(p.role, p.number) for p in draft.paragraphs][-1] == (OrderRole.SUBPOINT, "1")


# --------------------------------------------------------------------- any damage at all

ODD = [
    *("А0", "А1", "А\u0663", "С9", "D", "1", "0", "2-1", "9-9", "1 х.", "0 Х.", "В блогы (x)"),
    *(
        "      1) x",
        '      "',
        "      1. x",
        "      ",
        "өзге де саладағы",
        "өзге",
        "X:",
        "а: б, в (г, д",
    ),
    *(
        ":",
        ";",
        ".",
        ",",
        "()",
        ")",
        "( )",
        "\t",
        "\x1d",
        "\x85",
        "\u2028",
        "а: .",
        "а: ,,,",
        "э: (,).",
        "𐐀",
    ),
    *(
        "      Аббревиатуралардың толық жазылуы:",
        "Буын Деңгей Лауазымдар атауы",
        '      "КЕЛІСІЛДІ"',
    ),
    *("      Министр Т", "      2019 жылғы 99 қазандағы № 1 бұйрығы. министрлігінде 2019 жылғы 99"),
]
MARKS = '0123456789 .;:,()"-аАіВD\u0663\u00a0\u2028\x0b'


def _overwritten(line: str, chance: random.Random) -> str:
    cut = chance.randrange(len(line) + 1)
    return line[:cut] + chance.choice(MARKS) + line[cut + 1 :]


def _shifted(lines: list[str], at: int, chance: random.Random) -> list[str]:
    to = chance.randrange(len(lines))
    without = lines[:at] + lines[at + 1 :]
    return [*without[:to], lines[at], *without[to:]]


DAMAGES: list[Callable[[list[str], int, random.Random], list[str]]] = [
    lambda lines, at, _: lines[:at] + lines[at + 1 :],
    lambda lines, at, chance: [*lines[:at], chance.choice(lines), *lines[at:]],
    lambda lines, at, chance: [*lines[:at], chance.choice(ODD), *lines[at:]],
    lambda lines, at, chance: [*lines[:at], chance.choice(ODD), *lines[at + 1 :]],
    lambda lines, at, chance: [*lines[:at], _overwritten(lines[at], chance), *lines[at + 1 :]],
    lambda lines, at, _: [*lines[:at], lines[at][: at % 7], *lines[at + 1 :]],
    _shifted,
    lambda lines, at, chance: lines[at:] if chance.random() < 0.3 else lines,
    lambda lines, at, chance: lines[: at + 1] if chance.random() < 0.3 else lines,
]


def damaged(lines: list[str], chance: random.Random) -> list[str]:
    """The lines with a few things gone, doubled, moved, cut or overwritten."""
    for _ in range(chance.randint(1, 6)):
        damage = chance.choice(DAMAGES)
        lines = damage(lines, chance.randrange(len(lines)), chance) or [""]
    return lines


@pytest.mark.parametrize("seed", range(6))
def test_any_damage_is_read_or_refused(repairs: Repairs, seed: int) -> None:
    """Whatever becomes of the text, the importer answers or raises DataError, nothing else.

    Readings that the damage has torn from their anchors are left out as often as not, so that
    the reader behind them is reached too.
    """
    chance = random.Random(seed)  # noqa: S311 - it must be the same every time
    ends, places = Counter[str](), list[str]()
    for _ in range(100):
        lines = damaged(LINES if chance.random() < 0.7 else TABLE.split("\n"), chance)
        whole = "\n".join(lines)
        anchored = tuple(
            one
            for one in repairs.by_hand
            if one.stood in "\n".join(lines[one.lines.first - 1 : one.lines.last])
        )
        readings = chance.choice((repairs.by_hand, anchored, anchored, ()))
        try:
            derive(whole, evolve(repairs, by_hand=readings))
            ends["read"] += 1
        except DataError as error:
            ends["refused"] += 1
            places += [problem.where for problem in error.problems]
    assert min(ends["read"], ends["refused"]) > 5, "both ends must be reached"
    assert all(re.match(r"L\d+", place) for place in places)


@pytest.mark.parametrize("kind", sorted(HAND_KINDS))
def test_any_reading_is_followed_or_refused(kind: RepairKind) -> None:
    """A reading recorded at any line, with any words, is never an accident inside the reader."""
    lines = TABLE.split("\n")
    for number, line in enumerate(lines, 1):
        for stands in ("", " ", "А2", "2", "Ж", "бас:", line):
            for row in (None, number, 1, HEADING):
                reading = by_hand(kind, number, line or "\n", stands, row)
                with suppress(DataError):
                    derive(TABLE, reading)


# -------------------------------------------------------------------------------- slugs


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Профессор.", "professor"),
        ("Республикалық маңызы бар ММ басшысы:", "respublikalyq-mm-basshysy"),
        ("Қазақстан Республикасы ІІМ ТЖК Қазселденқорғау.", "qazseldenqorgau"),
        ("Қазақстан Республикасы ІІМ оқу орталықтарының;", "oqu-ortalyqtary"),
    ],
)
def test_ids_are_suggested_from_the_words(text: str, name: str) -> None:
    """A new entry's id is readable: its words without the frame, in the nominative, in Latin."""
    assert slug(text) == name


def test_a_suggested_id_is_never_one_that_is_taken() -> None:
    """Of ids that would meet, the later takes a number; long ones end at a whole word."""
    assert free_slug("a", {"a", "a-2", "a-3"}) == "a-4"
    assert free_slug("b", {"a"}) == "b"
    assert len(slug("басқарушысының " * 20)) <= 64
    assert not slug("басқарушысының " * 20).endswith("-")


def test_the_source_file_is_unchanged() -> None:
    """The source is kept as it came: its line count and its damage are what the readings cite."""
    assert len(LINES) == 530
    assert Path(data_root() / ORDER / "source.kaz.txt").stat().st_size == len(TEXT.encode())
