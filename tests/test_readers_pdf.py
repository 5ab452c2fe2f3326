"""PDF: the register as a browser prints it, and small pages that show one rule each."""

import hashlib
import random
import re
import shutil
import subprocess
import sys
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

import kz_civil_positions as kz
from fuzzing.harness import fuzz
from fuzzing.text_and_pdf import TARGETS, printed, small_pdf, stream, whole_pdf
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.orders import TextForm
from kz_civil_positions.sources.readers.pdf import read_pdf
from kz_civil_positions.sources.readers.plain import read_plain
from kz_civil_positions.sources.readers.recognise import DocumentKind, read_document
from kz_civil_positions.sources.repairs import undo_spacing
from kz_civil_positions.sources.transcript import Transcript
from official_forms import as_html, as_text

# ------------------------------------------------------- the register, printed by a browser

BROWSER: Final = shutil.which("chromium") or shutil.which("chromium-browser")
needs_browser = pytest.mark.skipif(BROWSER is None, reason="needs the browser chromium")
PAGE: Final = (
    "@page { size: A4; margin: 12mm } body { font: 12pt serif; text-align: justify }"
    "table { border-collapse: collapse; width: 100% } td p { margin: 0 }"
    "td, th { padding: 3pt; vertical-align: middle }"
)
RULED: Final = "td, th { border: 1px solid black }"

Rows = list[tuple[str, str, str]]


def print_page(page: bytes, folder: Path, *, furniture: bool = False) -> bytes:
    """What the browser prints to a PDF."""
    source, made = folder / "page.html", folder / "page.pdf"
    source.write_bytes(page)
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    options += [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={made}"]
    options += [] if furniture else ["--no-pdf-header-footer"]
    command = [str(BROWSER), *options, source.as_uri()]
    subprocess.run(command, capture_output=True, timeout=120, check=True)  # noqa: S603
    return made.read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pages are printed."""
    return tmp_path_factory.mktemp("print")


@pytest.fixture(scope="module")
def ruled(register: kz.Register, folder: Path) -> Transcript:
    """The register of 2019 in a table with borders, read again from print."""
    edition, order = register.edition("2019-920"), register.order("2019-920")
    return read_pdf(print_page(as_html(edition, order, style=PAGE + RULED), folder))


@pytest.fixture(scope="module")
def bare(register: kz.Register, folder: Path) -> Transcript:
    """The register of 2019, inferred labels printed, in a table without borders."""
    edition, order = register.edition("2019-920"), register.order("2019-920")
    return read_pdf(print_page(as_html(edition, order, inferred=True, style=PAGE), folder))


def joined(lines: Sequence[str]) -> str:
    """Printed lines as running text: a mark clings to its word, a hyphen to what follows."""
    text = ""
    for line in lines:
        clings = text.endswith(("-", "(")) or line.startswith((",", ".", ")"))
        text += f"{'' if clings or not text else ' '}{line}"
    return text


def table_rows(made: Transcript) -> Rows:
    """The rows of a transcript: labels, and the words of the titles' cell."""
    rows: list[tuple[str, str, list[str]]] = []
    for line in made.text.split("\n"):
        link, _, rest = line.partition("\t")
        level, tab, words = rest.partition("\t")
        if tab and (link or level or not rows):
            rows.append((link, level, []))
        if tab and words:
            rows[-1][2].append(words)
    return [(link, level, joined(words)) for link, level, words in rows]


def prose(made: Transcript) -> list[str]:
    """The lines of a transcript that stand in no table."""
    return [line for line in made.text.split("\n") if line and "\t" not in line]


def written(register: kz.Register, *, inferred: bool) -> Transcript:
    """The register as clean text: what every print must give again."""
    edition, order = register.edition("2019-920"), register.order("2019-920")
    return read_plain(as_text(edition, order, inferred=inferred))


@needs_browser
def test_a_table_with_borders_reads_as_it_was_written(
    ruled: Transcript, register: kz.Register
) -> None:
    """Cell by cell the words are the register's, over all pages; no row is a guess."""
    wanted = written(register, inferred=False)
    assert table_rows(ruled) == table_rows(wanted)
    assert joined(prose(ruled)) == joined(prose(wanted))
    assert ruled.form is TextForm.LINES
    assert ruled.guessed == ()


@needs_browser
def test_a_table_without_borders_reads_as_it_was_written(
    bare: Transcript, register: kz.Register
) -> None:
    """Without lines the words are the same cell by cell; the few uncertain rows are marked."""
    wanted = written(register, inferred=True)
    assert table_rows(bare) == table_rows(wanted)
    assert joined(prose(bare)) == joined(prose(wanted))
    assert len(bare.guessed) <= 3
    assert all(bare.text.split("\n")[line - 1].strip("\t") for line in bare.guessed)


@needs_browser
def test_places_are_pages_and_lines(ruled: Transcript) -> None:
    """Each line says its page and its line there, in order, also within a cell over a page."""
    lines = ruled.text.split("\n")
    places = [re.fullmatch(r"page (\d+), line (\d+)", place) for place in ruled.places]
    numbers = [(int(place[1]), int(place[2])) for place in places if place]
    assert len(numbers) == len(lines) - 1
    assert numbers == sorted(numbers)
    assert ruled.places[lines.index("БҰЙЫРАМЫН:")].startswith("page 1, ")
    assert max(page for page, _ in numbers) > 5


@needs_browser
def test_running_heads_and_page_numbers_go(
    ruled: Transcript, register: kz.Register, folder: Path
) -> None:
    """The browser's own head and foot - date, title, address, page - are no text of the order."""
    edition, order = register.edition("2019-920"), register.order("2019-920")
    page = as_html(edition, order, style=PAGE + RULED)
    assert read_pdf(print_page(page, folder, furniture=True)).text == ruled.text


# --------------------------------------------------------------------- small pages by hand


def cross(xs: Sequence[float], ys: Sequence[float]) -> bytes:
    """The lines of a grid."""
    lines = [(x, min(ys), x, max(ys)) for x in xs] + [(min(xs), y, max(xs), y) for y in ys]
    return b"".join(rule(*line) for line in lines)


def rule(left: float, bottom: float, right: float, top: float) -> bytes:
    """A ruled line."""
    return b"%g %g m %g %g l S\n" % (left, bottom, right, top)


def words(*placed: tuple[float, float, str]) -> bytes:
    """Texts at their places."""
    return b"".join(printed(text, x, y) for x, y, text in placed)


def read(*pages: bytes) -> list[str]:
    """The lines of a PDF of these pages."""
    return read_pdf(small_pdf(pages)).text.split("\n")[:-1]


HEAD: Final = ((55, 770, "Буын"), (105, 770, "Деңгей"), (165, 770, "Лауазымдар атауы"))
XS: Final = (50, 100, 160, 550)


def spanned_page() -> bytes:
    """A table in which the label of a link is printed low in its cell over two rows."""
    page = cross(XS, (785, 765)) + rule(50, 765, 50, 665) + rule(550, 765, 550, 665)
    page += rule(100, 765, 100, 665) + rule(160, 765, 160, 665) + rule(50, 665, 550, 665)
    page += rule(100, 715, 550, 715)
    page += words(*HEAD, (55, 690, "А1"), (105, 740, "1"), (105, 700, "2"))
    return page + words((165, 752, "Бастық:"), (165, 728, "орталықтың."), (165, 700, "Маман."))


SPANNED: Final = [
    "",
    "Буын\tДеңгей\tЛауазымдар атауы",
    "А1\t1\tБастық:",
    "\t\tорталықтың.",
    "\t2\tМаман.",
]


def test_a_label_belongs_to_its_cells_first_row() -> None:
    """However high a label is printed in a cell over many rows, it stands in the first of them."""
    assert read(spanned_page()) == SPANNED


def open_page(*texts: tuple[float, float, str], closed: bool) -> bytes:
    """A page whose table goes on over it, its last row closed by a line or not."""
    lines = (785, 765, 700, 60) if closed else (785, 765, 700)
    uprights = b"".join(rule(x, 60, x, 785) for x in XS)
    return b"".join(rule(50, y, 550, y) for y in lines) + uprights + words(*HEAD, *texts)


def test_a_cell_goes_on_over_the_page() -> None:
    """No line closes the row at the page's end: what comes next is its own, a label too."""
    first = open_page((165, 750, "Бастық."), (165, 80, "Маман:"), closed=False)
    rest = cross(XS, (785, 765, 745)) + words((105, 770, "2"), (165, 770, "орталықтың."))
    rest += words((165, 750, "Доцент."), (55, 750, "D"))
    made = read_pdf(small_pdf([first, rest]))
    assert made.text.split("\n")[3:6] == ["\t2\tМаман:", "\t\tорталықтың.", "D\t\tДоцент."]
    assert made.guessed == (4,)
    assert made.places[4] == "page 2, line 1"


def test_a_closed_row_ends_with_its_page() -> None:
    """Closed by a line, a row ends; a label below that it lacked is marked as doubtful."""
    first = open_page((105, 750, "1"), (165, 750, "Бастық."), (165, 80, "Маман:"), closed=True)
    rest = cross(XS, (785, 765)) + words((105, 770, "2"), (165, 770, "орталықтың."))
    made = read_pdf(small_pdf([first, rest]))
    assert made.text.split("\n")[3:5] == ["\t\tМаман:", "\t2\tорталықтың."]
    assert made.guessed == (5,)


def test_two_labels_are_two_rows() -> None:
    """Where both pages print a label, the row has ended, closed or not."""
    first = open_page((105, 80, "1"), (165, 80, "Бастық."), closed=False)
    rest = cross(XS, (785, 765)) + words((105, 770, "2"), (165, 770, "Маман."))
    made = read_pdf(small_pdf([first, rest]))
    assert made.text.split("\n")[2:4] == ["\t1\tБастық.", "\t2\tМаман."]
    assert made.guessed == ()


def test_headings_that_a_page_repeats_go() -> None:
    """The head of the table, printed again on the next page, is printed once."""
    page = cross(XS, (785, 765, 745)) + words(*HEAD)
    made = read(page + words((165, 750, "Бастық.")), page + words((165, 750, "Маман.")))
    assert made == ["", "Буын\tДеңгей\tЛауазымдар атауы", "\t\tБастық.", "\t\tМаман."]


def test_double_lines_are_one() -> None:
    """Cells with borders of their own, a little apart, make the same table."""
    page = b"".join(
        cross((left, right), (top, bottom))
        for left, right in ((50, 99), (101, 159), (161, 550))
        for top, bottom in ((785, 766), (764, 745))
    )
    assert read(page + words(*HEAD, (55, 750, "D"), (165, 750, "Хатшы.")))[2] == "D\t\tХатшы."


def test_thin_rectangles_are_lines() -> None:
    """Lines drawn as filled rectangles, as browsers do, part cells; shaded cells do not."""
    thin = b"".join(b"%g 745 0.8 40 re f\n" % x for x in XS)
    thin += b"".join(b"50 %g 500 0.8 re f\n" % y for y in (785, 765, 745))
    page = b"0.9 g 50 765 500 20 re f 0 g\n" + thin + words(*HEAD, (165, 750, "Хатшы."))
    assert read(page)[1:] == ["Буын\tДеңгей\tЛауазымдар атауы", "\t\tХатшы."]


def test_a_frame_is_no_table() -> None:
    """A box around a text, or around the page, parts no columns."""
    page = cross((30, 570), (30, 790)) + words((50, 700, "Бұйрық"))
    assert read(page) == ["Бұйрық"]


def test_lines_within_a_form_are_where_the_form_is() -> None:
    """Drawing commands kept apart and placed by a matrix count where they are seen."""
    form = cross((50, 100, 160, 550), (785, 765, 745)).replace(b" m ", b" m ")
    page = b"q 1 0 0 1 0 -100 cm /X0 Do Q\n"
    page += words(*((x, y - 100, text) for x, y, text in HEAD), (165, 650, "Хатшы."))
    whole = small_pdf([page])
    number = whole.count(b" 0 obj") + 1
    held = whole.replace(b"/Font<<", b"/XObject<</X0 %d 0 R>>/Font<<" % number)
    box = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Length %d>>" % len(form)
    extra = b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, box, form)
    made = read_pdf(held.replace(b"xref\n", extra + b"xref\n", 1)).text.split("\n")
    assert made[2] == "\t\tХатшы."


# ------------------------------------------------------------------------- without lines


def column(first: float, texts: Sequence[str], step: float = 12) -> list[tuple[float, float, str]]:
    """Lines of titles, one below the other."""
    return [(165, first - step * number, text) for number, text in enumerate(texts)]


def test_a_label_in_the_middle_of_its_row_belongs_to_its_start() -> None:
    """Rows are parted at gaps; the label in the middle of each is its first line's."""
    page = words(*HEAD, *column(740, ["Бастық:", "орталықтың;", "жасақтың."]), (105, 728, "1"))
    page += words(*column(698, ["Маман:", "полктың."]), (105, 692, "2"), (55, 713, "А1"))
    made = read_pdf(small_pdf([page]))
    assert made.text.split("\n")[1:-1] == [
        "Буын\tДеңгей\tЛауазымдар атауы",
        "А1\t1\tБастық:",
        "\t\tорталықтың;",
        "\t\tжасақтың.",
        "\t2\tМаман:",
        "\t\tполктың.",
    ]
    assert made.guessed == ()


def test_of_several_gaps_the_label_tells_the_right_one() -> None:
    """A gap between two paragraphs of a row is none between rows: the labels stand otherwise."""
    lines = column(740, ["Бастық:", "орталықтың;", "жасақтың."]) + column(
        692, ["Доцент,", "Маман."]
    )
    lines += column(656, ["Хатшы:", "орталықтың;", "полктың;", "жасақтың."])
    page = words(*HEAD, *lines, (105, 728, "1"), (105, 656, "2"))
    made = read_pdf(small_pdf([page]))
    texts = made.text.split("\n")
    assert (texts[2], texts[5]) == ("\t1\tБастық:", "\t2\tДоцент,")
    assert made.guessed == ()


def test_a_label_without_gaps_is_a_guess() -> None:
    """Where no gap parts the rows, they are shared out by their labels, and it is said."""
    page = words(*HEAD, *column(740, ["Бастық:", "орталықтың.", "Маман:", "полктың."]))
    page += words((105, 734, "1"), (105, 710, "2"))
    made = read_pdf(small_pdf([page]))
    assert made.text.split("\n")[2:-1] == [
        "\t1\tБастық:",
        "\t\tорталықтың.",
        "\t2\tМаман:",
        "\t\tполктың.",
    ]
    assert made.guessed == (5,)


def test_a_link_begins_where_levels_start_anew() -> None:
    """A link's label in the middle of its rows belongs to the row from which levels count."""
    page = words(*HEAD)
    levels = [("1", "Бастық."), ("2", "Маман."), ("1", "Доцент."), ("2", "Хатшы.")]
    levels += [("3", "Аспаз."), ("4", "Аула сыпырушы.")]
    for number, (level, text) in enumerate(levels):
        page += words((105, 740 - 24 * number, level), (165, 740 - 24 * number, text))
    page += words((55, 722, "А1"), (55, 664, "А2"))
    assert [line.split("\t")[0] for line in read(page)[2:]] == ["А1", "", "А2", "", "", ""]


def test_what_spans_the_columns_is_a_heading_or_the_end() -> None:
    """Centred or at the left, a heading stands in the first cell; prose ends the table."""
    page = words(*HEAD, (240, 745, "А блогы (басқару)"), (105, 720, "1"), (165, 720, "Бастық."))
    page += words((50, 690, "В блогы (негізгі, кадр)"), (55, 660, "В1"), (105, 660, "1"))
    page += words((165, 660, "Маман: барлық мамандықтағы дәрігерлер, соның ішінде аға дәрігер."))
    page += words((50, 620, "2. Осы бұйрықтың орындалуын бақылау орынбасарға жүктелсін, басқаға."))
    page += words((165, 606, "Министр"))
    assert read(page)[2:] == [
        "А блогы (басқару)\t\t",
        "\t1\tБастық.",
        "В блогы (негізгі, кадр)\t\t",
        "В1\t1\tМаман: барлық мамандықтағы дәрігерлер, соның ішінде аға дәрігер.",
        "2. Осы бұйрықтың орындалуын бақылау орынбасарға жүктелсін, басқаға.",
        "Министр",
    ]


def test_headings_over_two_lines_are_found() -> None:
    """The headings of the columns may be wrapped, each in its own column."""
    page = words((55, 764, "Буын"), (105, 764, "Деңгей"), (165, 770, "Лауазымдар"))
    page += words((165, 758, "атауы"), (105, 730, "1"), (165, 730, "Бастық."))
    page += words((165, 718, "Маман."))
    assert read(page)[1:3] == ["Буын\tДеңгей\tЛауазымдар атауы", "\t1\tБастық."]


def test_headings_without_columns_give_a_pasted_text() -> None:
    """Labels and titles that keep to no columns are given as lines, for the rules of such texts."""
    lines = [
        "Буын Деңгей Лауазымдар атауы",
        "А блогы (басқару)",
        "А1",
        "1",
        "Бастық:",
        "орталықтың.",
    ]
    page = words(*((50, 740 - 24 * number, text) for number, text in enumerate(lines)))
    made = read_pdf(small_pdf([page, page]))
    assert made.form is TextForm.LAYOUT
    assert made.text.split("\n")[: len(lines)] == lines
    assert "\n\n\n\nБуын" in made.text
    assert len(made.places) == made.text.count("\n")


# ------------------------------------------------------------------------- lines and words


def spaced(text: str, step: float, word: float, *, blanks: bool) -> bytes:
    """A line whose letters stand apart, with blanks printed between them or not."""
    made, x = b"", 50.0
    for letter in text:
        if letter == " ":
            x += word
            continue
        made += printed(letter + (" " if blanks else ""), x, 700)
        x += step
    return made


def test_blanks_printed_between_letters_are_kept_as_damage() -> None:
    """The file prints blanks between letters: so they are given, words apart by two blanks."""
    (line,) = read(spaced("орталықтың бастығы;", 11, 9, blanks=True))
    assert line == "о р т а л ы қ т ы ң  б а с т ы ғ ы ;"
    assert undo_spacing(line)[0] == "орталықтың бастығы;"


def test_letters_set_apart_make_whole_words() -> None:
    """Letters apart by their places alone are one word; wider gaps part the words."""
    assert read(spaced("орталықтың бастығы;", 9, 10, blanks=False)) == ["орталықтың бастығы;"]


def test_a_much_wider_blank_is_doubled() -> None:
    """A blank twice as wide as the others is evidence that words fell out of place."""
    page = words((50, 700, "осы бұйрықтың"), (130, 700, "және сәйкес"))
    assert read(page) == ["осы бұйрықтың  және сәйкес"]


def test_a_raised_digit_is_no_part_of_the_number() -> None:
    """A footnote's or an inserted point's raised digit is written raised."""
    small = printed("2", 55, 704).replace(b"/F0 10", b"/F0 6")
    assert read(printed("1", 50, 700) + small + printed("(а)", 60, 700)) == ["1² (а)"]


def test_letters_printed_twice_are_one() -> None:
    """Bold type made by printing each letter twice does not double the letters."""
    assert read(words((50, 700, "Бұйрық"), (50.4, 700, "Бұйрық"))) == ["Бұйрық"]


def test_the_order_of_drawing_says_nothing() -> None:
    """A text layer out of order reads as it is seen."""
    lines = [b"%s" % words((50, 700 - 14 * at, f"{at}) тармақ")) for at in range(1, 9)]
    mixed = list(lines)
    random.Random(1).shuffle(mixed)  # noqa: S311 - no secret
    assert mixed != lines
    assert read(b"".join(mixed)) == read(b"".join(lines)) == [f"{at}) тармақ" for at in range(1, 9)]


@pytest.mark.parametrize(
    "turn", [b"0 1 -1 0 600 0 cm\n", b"-1 0 0 -1 600 800 cm\n", b"0 -1 1 0 0 800 cm\n"]
)
def test_a_turned_page_reads_upright(turn: bytes) -> None:
    """Landscape pages and pages upside down are read as their text runs, lines and all."""
    made = read_pdf(small_pdf([turn + b"1 0 0 1 0 -220 cm\n" + spanned_page()]))
    assert made.text.split("\n")[:-1] == SPANNED
    assert made.guessed == ()


def test_what_is_printed_aside_is_kept() -> None:
    """Words across the page's direction come after its text; none is lost."""
    aside = words((0, 0, "Көшірме")).replace(b"10 Tf 0 0 Td", b"10 Tf 0 1 -1 0 590 300 Tm")
    assert read(aside + words((50, 700, "Бұйрық"), (50, 686, "Министр"))) == [
        "Бұйрық",
        "Министр",
        "",
        "Көшірме",
    ]


def test_what_is_outside_the_page_is_not_there() -> None:
    """Letters past the page's edge are not seen by a reader, nor by us."""
    assert read(words((50, 700, "Бұйрық"), (50, 900, "Жоба"), (700, 700, "Жоба"))) == ["Бұйрық"]


def test_two_columns_are_read_one_after_the_other() -> None:
    """Text in two columns: the left one down, then the right one; a signature stays a line."""
    left = [(50, 700 - 14 * at, f"Сол жақтағы бағанның жолы {at}") for at in range(1, 8)]
    right = [(320, 700 - 14 * at, f"Оң жақтағы бағанның жолы {at}") for at in range(1, 8)]
    page = words((50, 740, "Тақырып"), *left, *right, (50, 560, "Министр"), (320, 560, "Е. Т."))
    assert read(page) == [
        "Тақырып",
        "",
        *(text for _, _, text in left),
        *(text for _, _, text in right),
        "",
        "Министр  Е. Т.",
    ]


def test_room_between_paragraphs_is_an_empty_line() -> None:
    """A gap, or the indentation that paragraphs share, begins a paragraph."""
    page = words((50, 700, "Бұйрық"), (50, 660, "БҰЙЫРАМЫН:"), (50, 646, "мына"))
    assert read(page) == ["Бұйрық", "", "БҰЙЫРАМЫН:", "мына"]
    lines = [((70 if at % 2 else 50), 700 - 14 * at, f"жол {at}") for at in range(1, 7)]
    assert read(words(*lines)) == ["жол 1", "жол 2", "", "жол 3", "жол 4", "", "жол 5", "жол 6"]


def test_page_numbers_and_running_heads_go() -> None:
    """Same words at the same place on most pages are none of the text, if numbers fit the pages."""
    pages = [
        words(
            (50, 785, "Бұйрық жобасы"), (300, 20, f"{number} (8)"), (50, 700, f"Бөлім {9 - number}")
        )
        for number in range(1, 9)
    ]
    assert read(*pages) == [f"Бөлім {9 - number}" for number in range(1, 9)]


# --------------------------------------------------------------------------- what is refused


def refused(data: bytes) -> tuple[str, str]:
    """Why a PDF is refused, and where."""
    with pytest.raises(BadInputError) as caught:
        read_pdf(data)
    assert "{" not in caught.value.text("ru")
    return caught.value.key.removeprefix("documents."), caught.value.where


PICTURE: Final = b"q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"


def test_a_scanned_page_is_refused_with_its_number() -> None:
    """A page that is a picture has words that we cannot read: they are never passed over."""
    text = words((50, 700, "Бұйрық"))
    assert refused(small_pdf([text, PICTURE])) == ("no-text-layer", "page 2")
    assert refused(small_pdf([text, PICTURE + text])) == ("no-text-layer", "page 2")
    assert refused(small_pdf([b""])) == ("no-text-layer", "page 1")
    drawn = b"50 50 m 60 60 70 60 80 50 c S\n"
    assert refused(small_pdf([text, drawn])) == ("no-text-layer", "page 2")


def test_an_empty_page_is_passed_over() -> None:
    """A page on which nothing is printed says nothing."""
    assert read(words((50, 700, "Бұйрық")), b"", words((50, 700, "Министр"))) == [
        "Бұйрық",
        "Министр",
    ]


def test_letters_without_meaning_are_refused() -> None:
    """Glyphs that the file gives no letter for would be lost words."""
    data = small_pdf([words((50, 700, "Бұйрық"))])
    known = b"<%04x>" % ord("Б")
    assert refused(data.replace(known, b"<fffd>")) == ("unknown-glyphs", "page 1")


def test_a_broken_file_is_refused() -> None:
    """What pdfium cannot open is broken, whatever is wrong with it."""
    whole = small_pdf([words((50, 700, "Бұйрық"))])
    assert refused(b"%PDF-1.7\n") == ("broken-pdf", "")
    assert refused(whole[:200]) == ("broken-pdf", "")
    assert read_pdf(whole.replace(b"startxref\n", b"startxref\n9")).text == "Бұйрық\n"


PAD: Final = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def scrambled(key: bytes, data: bytes) -> bytes:
    """RC4, with which old PDFs are encrypted."""
    box, at = list(range(256)), 0
    for number in range(256):
        at = (at + box[number] + key[number % len(key)]) % 256
        box[number], box[at] = box[at], box[number]
    made, one, other = bytearray(), 0, 0
    for byte in data:
        one = (one + 1) % 256
        other = (other + box[one]) % 256
        box[one], box[other] = box[other], box[one]
        made.append(byte ^ box[(box[one] + box[other]) % 256])
    return bytes(made)


@pytest.mark.parametrize("password", [b"", b"secret"])
def test_an_encrypted_file_is_refused(password: bytes) -> None:
    """Under a password, or protected without one: it is to be saved without protection."""
    whole = small_pdf([words((50, 700, "Бұйрық"))])
    owner, allowed = bytes(32), b"\xfc\xff\xff\xff"
    key = hashlib.md5((password + PAD)[:32] + owner + allowed + b"\0").digest()[:5]  # noqa: S324 - as PDF has it
    keys = (owner.hex().encode(), scrambled(key, PAD).hex().encode())
    told = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]/Root" % keys
    assert refused(whole.replace(b"/Root", told)) == ("under-password", "")


def test_too_many_pages_are_refused() -> None:
    """The number of pages is known before any is read."""
    data = whole_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 501/Kids[" + b"3 0 R " * 501 + b"]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        ]
    )
    assert refused(data) == ("too-many-pages", "")


def document(*objects: bytes, contents: bytes = b"4 0 R") -> bytes:
    """A PDF of one page with these objects, the fourth and further ones."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %s" % contents
    page += b"/Resources<</XObject<</X 5 0 R>>>>>>"
    head = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page)
    return whole_pdf([*head, *objects])


def form(number: int, commands: bytes) -> bytes:
    """A form that may draw the form of this number."""
    told = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % number
    return stream(commands).replace(b"<<", b"<<" + told, 1)


def test_bombs_are_refused_before_they_go_off() -> None:
    """What unpacks without end, is listed or drawn again and again is reckoned, not run."""
    started = time.perf_counter()
    packed = zlib.compress(b" " * 150_000_000, 9)
    whole = b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed)
    assert refused(document(whole))[0] == "unpacks-too-large"
    large = stream(b"0 0 m 9 9 l S\n" * 10_000)
    assert refused(document(large, contents=b"[" + b"4 0 R " * 9_000 + b"]"))[0] == "too-much-drawn"
    listed = b"[" + b"4 0 R " * 9_000 + b"]"
    assert refused(document(large, listed, contents=b"5 0 R"))[0] == "too-much-drawn"
    laughs = [form(number, b"/X Do " * 10) for number in range(6, 15)]
    for first in (stream(b"/X Do"), stream(b"/X#20 Do").replace(b"#20", b"")):
        assert refused(document(first, *laughs, form(15, b"0 0 m 9 9 l S ")))[0] == "too-much-drawn"
    assert refused(document(stream(b"0 0 m 9 9 l S\n" * 25_000)))[0] == "too-much-drawn"
    assert time.perf_counter() - started < 10


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pypdfium2 a PDF is refused with what is to be installed."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(BadInputError, match=r"pip install 'kz-civil-positions\[import\]'"):
        read_pdf(small_pdf([words((50, 700, "Бұйрық"))]))


def test_a_pdf_is_recognised() -> None:
    """A PDF is known by its mark, which may stand after some other bytes."""
    data = small_pdf([words((50, 700, "Бұйрық"))])
    made = read_document(data, "register.txt")
    assert (made.kind, made.transcript.text) == (DocumentKind.PDF, "Бұйрық\n")
    assert read_document(b"\xef\xbb\xbf\n" + data, "x").kind is DocumentKind.PDF
    with pytest.raises(BadInputError, match=r"^x: page 1: "):
        read_document(small_pdf([PICTURE]), "x")


def test_damaged_pdfs_are_read_or_refused() -> None:
    """No damaged input ends in a traceback, takes long, or gives a transcript out of form."""
    tally = fuzz(TARGETS["pdf"], seed=0, numbers=range(300))
    assert [(one.number, one.what) for one in tally.findings] == []
    assert tally.ends["read"] > 100
    assert tally.ends.total() == 300
