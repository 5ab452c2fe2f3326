"""The review page: every line and every reading once, beside each other, and nothing trusted."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from itertools import product
from typing import Any, Final

import pytest
from attrs import define, evolve, field, fields
from hypothesis import given, settings
from hypothesis import strategies as st

from kz_civil_positions.amending.tree import over
from kz_civil_positions.changes.matching import Ground
from kz_civil_positions.codes import Address, Code
from kz_civil_positions.importing.identity import WeakPair
from kz_civil_positions.importing.review import Review, review_page
from kz_civil_positions.importing.review_lines import marked, replaced
from kz_civil_positions.importing.review_rows import LabelElsewhere, Line, Row, rows
from kz_civil_positions.importing.witness import compare_witness
from kz_civil_positions.messages import LANGUAGES, Language
from kz_civil_positions.messages.review import MESSAGES
from kz_civil_positions.model import (
    Block,
    Certitude,
    Content,
    Doubt,
    Entry,
    Evidence,
    Item,
    ItemKind,
    Label,
    LabelState,
    Level,
    Link,
    Section,
    Span,
    Tongues,
)
from kz_civil_positions.operations import Instruction
from kz_civil_positions.orders import OrderParagraph, OrderRole, SourceFile, Unexpressed
from kz_civil_positions.sources.draft import Draft, derive
from kz_civil_positions.sources.order_text import OrderFacts
from kz_civil_positions.sources.paragraphs import Part, Use
from kz_civil_positions.sources.repairs import Repair, RepairKind, Repairs
from kz_civil_positions.storage.load import load_repairs
from kz_civil_positions.storage.root import data_root
from rendering import ours, read_page
from strategies import contents
from test_render_html import SHEET, colours, contrast

ORDER: Final = "2019-920"
FICTIONAL: Final = "2031-1"
OWN_SHEET: Final = (
    files("kz_civil_positions.importing").joinpath("assets", "review.css").read_text("utf-8")
)
NO_REPAIRS: Final = Repairs(FICTIONAL, SourceFile("source.kaz.txt", "0" * 64))
EMPTY: Final = Draft(Content(()), (), OrderFacts(), (), ())
BIDI: Final = "\u202e\u2066\u200f"
HOSTILE: Final = f"</td><script>alert(1)</script><img src=x onerror=y>\" ' & {BIDI}\x00 {{}} {{0}}"


def span(first: int, last: int | None = None) -> Span:
    return Span(FICTIONAL, first, last or first)


def review(text: str = "", **more: Any) -> Review:  # noqa: ANN401 - fields of the review
    """A review of a fictional text from which nothing was read, unless said otherwise."""
    plain: dict[str, Any] = {
        "title": FICTIONAL,
        "order": FICTIONAL,
        "language": "en",
        "text": text,
        "places": (),
        "draft": EMPTY,
        "content": Content(()),
        "doubts": (),
        "repairs": NO_REPAIRS,
        "fictional": True,
    }
    return Review(**(plain | more))


@cache
def real(language: Language) -> Review:
    """The review of the source that is held, with all that a review can have."""
    register = ours()
    edition = register.edition(ORDER)
    repairs = load_repairs(data_root() / ORDER, register.order(ORDER))
    text = (data_root() / ORDER / "source.kaz.txt").read_text("utf-8")
    entry = edition.entries[3]
    point = Instruction("1", "мынадай редакцияда жазылсын", Span(ORDER, 18, 19))
    return Review(
        title=ORDER,
        order=ORDER,
        language=language,
        text=text,
        places=tuple(f"line {number}" for number in range(1, text.count("\n") + 2)),
        draft=derive(text, repairs),
        content=edition.text,
        doubts=edition.doubts,
        repairs=repairs,
        pairs=(
            WeakPair(
                entry.address,
                entry.heading.replace("ММ", "маңызы жоқ ММ"),
                entry.heading,
                Ground.LIKENESS,
            ),
        ),
        unexpressed=(Unexpressed(point, Tongues("себебі", "причина", "the reason")),),
        witness=compare_witness(edition.text, edition.doubts, edition.text),
    )


@cache
def page(language: Language) -> str:
    return review_page(real(language))


# ── what stands in the table ─────────────────────────────────────────────────────────


@define
class _Cells(HTMLParser):
    """The rows of the table of lines, each cell with its words and the anchors in it."""

    rows: list[list[tuple[str, list[str]]]] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "table":
            self._inside = known.get("class") == "review"
        if not self._inside:
            return
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append(("", []))
        elif known.get("id"):
            self.rows[-1][-1][1].append(str(known["id"]))

    def handle_data(self, data: str) -> None:
        if self._inside and self.rows and self.rows[-1]:
            words, anchors = self.rows[-1][-1]
            self.rows[-1][-1] = (words + data, anchors)


def cells(text: str) -> list[list[tuple[str, list[str]]]]:
    reader = _Cells()
    reader.feed(text)
    return reader.rows[1:]


def beside(text: str, line: int) -> tuple[str, list[str]]:
    """What stands on the right of this line."""
    return next(right for left, right in cells(text) if f"L{line}" in left[1])


def test_each_line_of_the_source_stands_there_once_and_in_order() -> None:
    """No line is lost or told twice, the blank ones too; each keeps its letters."""
    shown = [name for left, _ in cells(page("en")) for name in left[1] if name.startswith("L")]
    assert shown == [f"L{number}" for number in range(1, 531)]
    left = "".join(words for (words, _), _ in cells(page("en")))
    letters = re.sub(r"\s", "", real("en").text)
    assert Counter(letters) - Counter(re.sub(r"\s", "", left)) == Counter()


def test_each_thing_of_the_register_stands_there_once() -> None:
    """Every address of the register is an anchor on the right, and no other is."""
    shown = [name for _, right in cells(page("en")) for name in right[1]]
    assert sorted(shown) == sorted(str(node.address) for node in real("en").content.walk())


@pytest.mark.parametrize(
    ("line", "anchors"),
    [
        (10, []),
        (23, ["block:A"]),
        (25, ["sector:A", "link:A1"]),
        (27, ["level:A1-1"]),
        (29, ["entry:respublikalyq-mm-basshysy"]),
        (51, ["link:A2", "level:A2-1"]),
        (312, ["level:health/B4-4"]),
        (373, ["link:other/B3", "level:other/B3-1"]),
        (385, ["level:other/B3-2"]),
        (391, []),
        (500, ["abbreviation:ММ"]),
    ],
)
def test_each_thing_stands_beside_the_line_at_which_it_begins(
    line: int, anchors: list[str]
) -> None:
    """A place begins with its first label or entry, wherever its own label is printed."""
    _, found = beside(page("en"), line)
    places = [one for one in found if not one.startswith(("entry", "item"))] or found
    assert places == anchors


def test_the_order_s_own_words_have_their_role() -> None:
    """Beside the frame of the order stands what each paragraph is."""
    assert "enacting words · БҰЙЫРАМЫН:" in beside(page("en"), 10)[0]
    assert "point 4 · 4. Осы бұйрық" in beside(page("en"), 522)[0]
    assert beside(page("en"), 522) == beside(page("en"), 523)
    last = beside(page("en"), 506)[0]
    assert last.index("ҚАЖД –") < last.index("quotation mark")


def test_a_label_out_of_place_is_led_to_its_row() -> None:
    """Where a displaced label is printed, the page says to which place it belongs."""
    words, anchors = beside(page("en"), 391)
    assert "В3" in words
    assert "link:other/B3" in words
    assert anchors == []


# ── rows ─────────────────────────────────────────────────────────────────────────────


def small() -> Content:
    """A fictional register: two lines for a heading, a list in one line, a label lost."""
    one = Entry(
        "one", "Ойдан шығарылған:", (Item("one.a", ItemKind.UNIT, "бірінші;", span(5)),), span(3, 5)
    )
    listed = Entry(
        "two",
        "Мамандар:",
        (
            Item("two.a", ItemKind.SPECIALITY, "аспаз,", span(7)),
            Item("two.b", ItemKind.SPECIALITY, "жүргізуші.", span(7, 8)),
        ),
        span(7, 8),
    )
    code = Code.parse("A1-1")
    first = Level(code, Label(LabelState.PRINTED, "1", span(2)), (one,))
    second = Level(evolve(code, level=(2,)), Label(LabelState.PRINTED, "2", span(8)), (listed,))
    link = Link(code.link_code, Label(LabelState.INFERRED), (first, second))
    section = Section("A", links=(link,))
    return Content((Block(Code("A"), "А блогы", (section,), span(1)),))


TEXTS: Final = (
    "А блогы", "1", "Ойдан", "шығарылған:", "бірінші;", "",
    "Мамандар: аспаз,", "2 жүргізуші.", "x", "y",
)  # fmt: skip


def lines() -> list[Line]:
    parts = {9: Part.ELSEWHERE, 10: Part.ELSEWHERE}
    return [
        Line(at, text, (Use(at, parts.get(at, Part.TEXT), text),) if text else ())
        for at, text in enumerate(TEXTS, 1)
    ]


def told(row: Row) -> list[str]:
    return [
        f"label of {one.place.address}" if isinstance(one, LabelElsewhere) else str(one.address)
        for one in row.read
        if not isinstance(one, OrderParagraph)
    ]


def test_lines_that_cannot_be_parted_are_one_row() -> None:
    """A row is as few lines as can be; what was used for nothing is put together."""
    found = list(rows(lines(), FICTIONAL, (), small()))
    assert [([line.number for line in row.lines], told(row)) for row in found] == [
        ([1], ["block:A"]),
        ([2], ["sector:A", "link:A1", "level:A1-1"]),
        ([3, 4], ["entry:one"]),
        ([5], ["item:one.a"]),
        ([6], []),
        ([7, 8], ["level:A1-2", "entry:two", "item:two.a", "item:two.b", "label of level:A1-2"]),
        ([9, 10], []),
    ]
    assert [row.aside for row in found] == [*[None] * 6, Part.ELSEWHERE]


def test_a_heading_that_ends_where_its_list_begins_is_one_row_with_it() -> None:
    """A line that holds the end of a heading and the first item cannot be parted."""
    item = Item("one.a", ItemKind.SPECIALITY, "аспаз.", span(2))
    entry = Entry("one", "Ойдан шығарылған:", (item,), span(1, 2))
    link = Code.parse("C1")
    level = Level(link, Label(LabelState.NONE), (entry,))
    section = Section("C", links=(Link(link, Label(LabelState.NONE), (level,)),))
    content = Content((Block(Code("C"), "С блогы", (section,)),))
    texts = ("Ойдан", "шығарылған: аспаз.")
    made = [Line(at, text, (Use(at, Part.TEXT, text),)) for at, text in enumerate(texts, 1)]
    first, last = rows(made, FICTIONAL, (), content)
    assert [line.number for line in first.lines] == [1, 2]
    assert told(last) == ["block:C"]


def test_what_has_no_place_in_the_source_stands_at_the_end() -> None:
    """What cites another text, or lines that are not there, is shown all the same."""
    stray = Item("one.x", ItemKind.UNIT, "басқа;", Span("2030-9", 1, 1))
    beyond = Item("one.y", ItemKind.UNIT, "тыс;", span(999))

    def longer(node: Any) -> Any:  # noqa: ANN401 - the same kind of node out
        if isinstance(node, Entry) and node.id == "one":
            return evolve(node, items=(*node.items, stray, beyond))
        return over(node, tuple(longer(child) for child in node.children))

    *_, last = rows(lines(), FICTIONAL, (), longer(small()))
    assert last.lines == ()
    assert told(last) == ["item:one.x", "item:one.y"]
    text = review_page(review("\n".join(TEXTS), content=longer(small())))
    assert "Without a place in the source" in text


_texts = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=20), max_size=12
)


@settings(max_examples=60, deadline=None)
@given(_texts, contents(), st.data())
def test_whatever_cites_whatever_everything_stands_there_once(
    texts: list[str], content: Content, data: st.DataObject
) -> None:
    """Whatever the lines and spans: each line once, in order, and each reading once."""
    numbers = st.integers(1, len(texts) + 2)
    some = tuple(
        OrderParagraph(OrderRole.POINT, str(number), Span(ORDER, first, first + more), str(number))
        for number, (first, more) in enumerate(
            data.draw(st.lists(st.tuples(numbers, st.integers(0, 3)), max_size=4))
        )
    )
    made = [Line(at, text) for at, text in enumerate(texts, 1)]
    found = list(rows(made, ORDER, some, content))
    assert [line for row in found for line in row.lines] == made
    readings = [
        one
        for row in found
        for one in row.read
        if not isinstance(one, LabelElsewhere | OrderParagraph)
    ]
    assert Counter(map(id, readings)) == Counter(map(id, content.walk()))
    own = [one for row in found for one in row.read if isinstance(one, OrderParagraph)]
    assert Counter(map(id, own)) == Counter(map(id, some))


# ── repairs ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (48, "Р е с п у б л и к а л ы қ  ж е д е л - қ ұ т қ а р у  ж а с а ғ ы ; → Республикалық"),
        (398, "жұмыс өндірушіс і  (қызметт ің  нег і зг і  түр і ) ; → жұмыс өндірушісі"),
        (33, "␣Республикалық маңызы бар ММ басшысының орынбасары:rule: blank at the head"),
        (56, "rule: the line goes on in the next «көрсету мәселелері»"),
        (51, "by hand: lost label «А2» – After level 2 the numbers start again from 1"),
        (391, "by hand: label out of place «В3» (read from line 373)"),
        (136, "rule: label at the head of a line «3»"),
        (314, "rule: page break"),
    ],
)
def test_every_repair_is_shown_at_its_line(line: int, shown: str) -> None:
    """What stood, what is read, the kind, and whether a rule or a person says so and why."""
    words = next(left[0] for left, _ in cells(page("en")) if f"L{line}" in left[1])
    assert shown in words


def test_no_repair_is_left_out() -> None:
    """As many notes as repairs; each reading by hand can be led to and gives its reason."""
    repairs = real("en").repairs
    text = page("en").split('id="lines"')[1]
    assert text.count('class="fix"') == len(repairs.by_rule)
    assert text.count('class="fix hand"') == len(repairs.by_hand)
    anchors = read_page(page("en")).values("id")
    assert {f"hand-{number}" for number in range(1, len(repairs.by_hand) + 1)} <= set(anchors)


@pytest.mark.parametrize(
    ("old", "new", "html"),
    [
        (" а", "а", '<del class="blank">␣</del>а'),
        ("бас маман аға дәрігер", "бас маман дәрігер", "бас маман<del> аға</del> дәрігер"),
        ("<b>", "&", '<del class="whole">&lt;b&gt;</del> → <ins>&amp;</ins>'),
    ],
)
def test_what_went_and_what_came_is_marked_by_more_than_colour(
    old: str, new: str, html: str
) -> None:
    """Words that went are struck, those that came underlined; blanks that went are signs."""
    assert marked(old, new) == html
    assert replaced("а б", "аб") == '<del class="whole">а б</del> → <ins>аб</ins>'


def test_a_line_mended_twice_is_shown_as_one_reading() -> None:
    """A blank before a letter-spaced line and the spacing itself are one stretch."""
    by_rule = (
        Repair(RepairKind.LEADING_BLANK, span(1), " о р ы н", "о р ы н"),
        Repair(RepairKind.LETTER_SPACING, span(1), "о р ы н", "орын"),
    )
    text = review_page(review(" о р ы н\n", repairs=evolve(NO_REPAIRS, by_rule=by_rule)))
    assert '<del class="whole"> о р ы н</del> → <ins>орын</ins></span>' in text


def test_what_no_line_shows_is_told_beside_it() -> None:
    """A reading over several lines, and one whose words are not found, is quoted below."""
    why = Tongues("себебі", "причина", "the reason")
    by_hand = (
        Repair(RepairKind.DISPLACED_WORDS, span(1, 2), "бір\nекі", "екі бір", why=why),
        Repair(RepairKind.DISPLACED_WORDS, span(2), "жоқ", "бар", why=why),
    )
    text = review_page(review("бір\nекі", repairs=evolve(NO_REPAIRS, by_hand=by_hand)))
    assert 'words out of place «<span lang="kk">екі бір</span>» – the reason' in text
    assert 'words out of place «<span lang="kk">бар</span>» – the reason' in text


def test_places_of_the_original_are_told_where_they_change() -> None:
    """Where a line stands in the document that was brought is said in the page's language."""
    places = ("page 3, line 12", "page 3, line 12", "table 2, row 5")
    made = review("бір\nекі\nүш", places=places, language="ru")
    assert re.findall(r'class="place">(.*?)<', review_page(made)) == [
        "страница 3, строка 12",
        "таблица 2, ряд 5",
    ]
    assert 'class="place"' not in page("ru")


# ── doubts, pairs, and the rest ──────────────────────────────────────────────────────


def test_doubts_are_stated_where_they_concern_something_and_given_in_full_above() -> None:
    """A doubt is stated at the first place it concerns, named at the others, proved once."""
    text = page("en")
    doubt = real("en").doubts[1]
    assert text.count(f'id="doubt-{doubt.id}"') == 1
    table = text.split('id="lines"')[1]
    statement = "Between the printed levels 1 and 3"
    assert table.count(statement) == 1
    assert table.count(f'href="#doubt-{doubt.id}"') == len(doubt.about)
    for one in real("en").doubts:
        section = text.split(f'id="doubt-{one.id}"')[1].split("</section>")[0]
        assert section.count("Evidence:") == len(one.evidence)
        assert "Would settle it:" in section
        assert all(f'href="#{address}"' in section for address in map(str, one.about))


def test_what_asks_for_attention_stands_first() -> None:
    """Counts of doubts, hand readings, pairs and instructions lead to their lists."""
    first = page("en").split('id="first"')[1].split("<h2")[0]
    for name, count in (("doubts", 7), ("hand", 13), ("pairs", 1), ("unexpressed", 1)):
        assert re.search(rf'<a href="#{name}">[^<]*{count}</a>', first)
    assert "lines from which nothing was read" not in first
    order = ours().order(ORDER)
    quiet = OrderFacts(
        issuer="x",
        title="x",
        number="x",
        adopted=order.adopted,
        registration="x",
        registered=order.adopted,
        rule=order.rule,
        signed_by="x",
    )
    text = review_page(review("", draft=evolve(EMPTY, facts=quiet)))
    assert "Nothing was found that asks for attention" in text


def test_a_line_that_nothing_was_read_from_is_called_out() -> None:
    """A line that no rule used is named at the top, with a link, and beside the line."""
    text = review_page(review("оқылмаған жол\n"))
    assert 'lines from which nothing was read: 1 (<a href="#L1">1</a>)' in text
    assert [left[1] for left, _ in cells(text)] == [["L1"]]
    assert "⚠ nothing was read from this line" in text


@pytest.mark.parametrize(
    ("part", "words"),
    [(Part.ELSEWHERE, "not used: it does not belong"), (Part.NOTE, "a note of the publisher")],
)
def test_lines_of_neither_order_nor_register_are_grey_and_say_so(part: Part, words: str) -> None:
    """What was used for nothing is told apart by words, not by colour alone."""
    draft = evolve(EMPTY, uses=(Use(1, part, "сілтеме"),))
    text = review_page(review("сілтеме", draft=draft))
    assert '<tr role="row" class="aside">' in text
    assert words in beside(text, 1)[0]


def test_facts_that_every_order_states_are_asked_for() -> None:
    """What the text does not say is said to be missing; a repeal that is not there is no lack."""
    text = review_page(review("")).split('id="facts"')[1].split("<h2")[0]
    assert re.search(r">number</th><td><span class=\"unread\">⚠ not found", text)
    assert re.search(r">repealed by</th><td>not found", text)
    facts = page("en").split('id="facts"')[1].split("<h2")[0]
    assert "23 October 2019" in facts
    assert "kind: after-publication, days: 10" in facts


def test_the_page_says_which_file_and_key_to_correct() -> None:
    """Each thing that can be wrong has its file and its key."""
    how = page("en").split('id="how"')[1].split("<h2")[0]
    for file, key in (
        ("repairs.yaml", "by_hand: kind, lines, stood, stands, row, why"),
        ("register.yaml", "doubts"),
        ("order.yaml", "operations, unexpressed"),
    ):
        assert f"<td><code>{file}</code></td><td><code>{key}</code></td>" in how
    assert "verify" in how


def test_uncertain_matches_and_the_second_copy_are_shown() -> None:
    """Both texts of a weak pair as one, its ground, and what another copy says."""
    text = page("en")
    pairs = text.split('<h2 id="pairs"')[1].split("<h2")[0]
    assert "<del> маңызы жоқ</del>" in pairs
    assert "likeness of words" in pairs
    assert 'href="#pair-1">uncertain match' in text.split('id="lines"')[1]
    witness = text.split('<h2 id="witness"')[1].split("<h2")[0]
    assert "The second copy says the same" in witness
    assert witness.count("⚠") == 7
    assert "мынадай редакцияда жазылсын" in text.split('<h2 id="unexpressed"')[1].split("<h2")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_specimen_says_that_it_is_fictional(language: Language) -> None:
    """A page of a fictional order says so at the top; every page says it is no official text."""
    notice = re.search(
        r'<aside class="notice".*?</aside>', review_page(review("", language=language))
    )
    assert notice
    assert MESSAGES["fictional"][language] in notice[0]
    assert MESSAGES["notice"][language] in notice[0]
    assert MESSAGES["fictional"][language] not in page(language)


# ── words of strangers ───────────────────────────────────────────────────────────────


def hostile() -> Review:
    """A review in which every word that comes from a document is hostile."""
    said = Tongues(HOSTILE, HOSTILE, HOSTILE)
    where = Address.parse("entry:one")
    doubt = Doubt(
        "bad", "lost-label", Certitude.WEAK, (where, Address.parse("link:A1")), said,
        (Evidence(said, span(1), HOSTILE), Evidence(said, Span(HOSTILE, 1, 1))), said,
    )  # fmt: skip
    by_hand = (
        Repair(RepairKind.DISPLACED_WORDS, span(1), HOSTILE, f"{HOSTILE}!", why=said),
        Repair(RepairKind.LOST_LABEL, span(2), "1", HOSTILE, row=2, why=said),
    )

    def bad(node: Any) -> Any:  # noqa: ANN401 - the same kind of node out
        if isinstance(node, Entry | Block):
            node = evolve(node, heading=HOSTILE)
        elif isinstance(node, Item):
            node = evolve(node, text=HOSTILE)
        elif isinstance(node, Level):
            node = evolve(node, label=evolve(node.label, text=HOSTILE))
        return over(node, tuple(bad(child) for child in node.children))

    content = bad(small())
    facts = OrderFacts(number=HOSTILE, signed_by=HOSTILE, agreed_with=HOSTILE)
    own = OrderParagraph(OrderRole.POINT, HOSTILE, span(9), HOSTILE)
    return review(
        "\n".join([HOSTILE] * 12),
        title=HOSTILE,
        places=(HOSTILE,) * 12,
        draft=Draft(content, (own,), facts, (), (Use(10, Part.NOTE, HOSTILE),)),
        content=content,
        doubts=(doubt,),
        repairs=evolve(NO_REPAIRS, by_hand=by_hand),
        pairs=(WeakPair(where, HOSTILE, f"{HOSTILE} x", Ground.MOVE),),
        unexpressed=(Unexpressed(Instruction("1", HOSTILE, span(1)), said),),
        witness=compare_witness(content, (doubt,), small()),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_a_document_says_becomes_a_mark(language: Language) -> None:
    """Tags, quotes, braces and controls of a document are shown, and do nothing."""
    text = review_page(evolve(hostile(), language=language))
    found = read_page(text)
    assert found.open_tags == []
    assert not {"script", "img"} & {tag for tag, _ in found.tags}
    known = {name for _, attributes in found.tags for name in attributes}
    assert not {name for name in known if name.startswith("on")}
    assert "<script>alert(1)</script>" in "".join(found.words)


def test_marks_that_turn_or_hide_words_are_made_visible() -> None:
    """No control that would turn the direction of words reaches the page; a sign stands there."""
    text = review_page(hostile())
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text
    )
    left = next(words for (words, anchors), _ in cells(text) if "L5" in anchors)
    assert "U+202E" in left
    assert "U+0000" in left


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_stays_in_its_line(text: str) -> None:
    """Whatever a source holds, half characters too, the page is whole and can be written."""
    made = review_page(review(text, title=text, places=(text,)))
    found = read_page(made)
    assert found.open_tags == []
    assert len(cells(made)) >= 1
    assert made.encode("utf-8")


# ── the page itself ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_asked_of_another_place(language: Language) -> None:
    """No script, no image, no style sheet, no address but anchors of the page, each of them one."""
    found = read_page(page(language))
    assert found.values("src") == []
    anchors = found.values("id")
    assert len(anchors) == len(set(anchors))
    assert {one.removeprefix("#") for one in found.values("href")} <= set(anchors)
    assert all(one.startswith("#") for one in found.values("href"))
    assert not {"script", "img", "link", "iframe", "object"} & {tag for tag, _ in found.tags}
    assert "url(" not in page(language)
    assert "@import" not in page(language)
    assert "default-src 'none'" in found.values("content")[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_understood_by_ear(language: Language) -> None:
    """Language, title, heads and roles are said; a Kazakh text in another page is said to be."""
    found = read_page(page(language))
    first, *others = found.values("lang")
    assert first == language
    assert set(others) == (set() if language == "kk" else {"kk"})
    heads = [attributes for tag, attributes in found.tags if tag == "th"]
    assert all(one.get("scope") in ("col", "row") for one in heads)
    roles = Counter(found.values("role"))
    assert roles["table"] == 1
    assert roles["columnheader"] == 2
    assert roles["cell"] == 2 * (roles["row"] - 1)
    assert page(language).index('class="skip" href="#lines"') < page(language).index("<main>")


def test_no_language_is_mixed_into_another() -> None:
    """Our own words are in the page's language: a Kazakh page has no Russian or English ones."""
    for key, sentence in MESSAGES.items():
        if key.startswith(("column-", "count-", "how-", "legend-")) and "{" not in sentence["kk"]:
            for language, other in product(LANGUAGES, LANGUAGES):
                if sentence[other] not in (sentence[language], ""):
                    assert f">{sentence[other]}<" not in page(language), key


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(scheme: str) -> None:
    """Contrast is at least 4.5 to 1, on a light screen and on a dark one."""
    found: dict[str, str] = {}
    for sheet in (SHEET, OWN_SHEET):
        light, dark = sheet.split("@media screen and (prefers-color-scheme: dark)")
        found |= colours(light)
        found |= colours(dark) if scheme == "dark" else {}
    pairs = [
        ("doubt", "doubt-paper"),
        ("doubt", "paper"),
        ("doubt", "band"),
        ("hand", "hand-paper"),
    ]
    pairs += [("faint", "paper"), ("faint", "doubt-paper"), ("gone", "paper"), ("aside", "paper")]
    assert {
        one: round(contrast(found[one[0]], found[one[1]]), 1)
        for one in pairs
        if contrast(found[one[0]], found[one[1]]) < 4.5
    } == {}


def _words_needed() -> Iterator[str]:
    yield from (f"role-{role}" for role in OrderRole)
    yield from (f"repair-{kind}" for kind in RepairKind)
    yield from (f"item-{kind}" for kind in ItemKind)
    yield from (f"label-{state}" for state in LabelState)
    yield from (f"ground-{ground}" for ground in Ground)


@pytest.mark.parametrize("key", sorted(_words_needed()))
def test_every_sort_of_thing_has_a_word(key: str) -> None:
    """No page fails for a kind of repair, role or ground that it cannot name."""
    assert key in MESSAGES


def test_every_fact_has_a_word() -> None:
    """Each fact that can be read from an order is named on the page, and no other is."""
    named = {key.removeprefix("fact-") for key in MESSAGES if key.startswith("fact-")}
    assert named == {one.name for one in fields(OrderFacts)}


def test_the_same_import_gives_the_same_page() -> None:
    """Nothing but the import decides what the page is."""
    assert review_page(real("kk")) == page("kk")
