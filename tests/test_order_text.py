"""An order's own words in Kazakh and Russian: roles, facts, notes of publishers, language."""

import datetime
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kz_civil_positions.calendar import AfterPublication, OnDate, OnPublication, Publication
from kz_civil_positions.codes import Address
from kz_civil_positions.errors import BadInputError, DataError, RegisterError
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.messages.dates import long_date
from kz_civil_positions.model import Span
from kz_civil_positions.orders import OrderParagraph, OrderRole
from kz_civil_positions.russian import nominative_office
from kz_civil_positions.sources.citations import Case, find_citations
from kz_civil_positions.sources.clauses import read_clause, read_moment
from kz_civil_positions.sources.deeds import repealed_by
from kz_civil_positions.sources.language import language_of, likely_language
from kz_civil_positions.sources.notes import is_note, nameless_notes, read_notes
from kz_civil_positions.sources.numerals import read_count
from kz_civil_positions.sources.order_text import (
    AmendedOrder,
    OrderFacts,
    PointRule,
    read_facts,
    read_frame,
)
from kz_civil_positions.sources.paragraphs import Paragraph, Part
from kz_civil_positions.storage.root import data_root

DATA: Final = Path(__file__).parent / "data" / "orders"
ORDERS: Final = sorted(DATA.glob("*-*.yaml"))
Fixture = dict[str, Any]


def fixture(path: Path) -> Fixture:
    """A fictional order or notes, with what is expected of them."""
    told: Fixture = YAML(typ="safe").load(path.read_text("utf-8"))
    assert "ictional" in told["fictional"]
    return told


def paragraphs(texts: Iterable[str], part: Part = Part.FRAME) -> list[Paragraph]:
    """Texts as paragraphs, one a line."""
    return [Paragraph(part, text, Span("", at, at)) for at, text in enumerate(texts, 1)]


def facts_of(*texts: str) -> OrderFacts:
    """What these paragraphs say."""
    return read_facts(read_frame(paragraphs(texts))[0])


def roles_of(*texts: str) -> list[str]:
    """What these paragraphs are."""
    return [named(one) for one in read_frame(paragraphs(texts))[0]]


def named(one: OrderParagraph) -> str:
    """A role as the fixtures write it."""
    return f"{one.role} {one.number}" if one.number else str(one.role)


def printed(value: object) -> object:
    """A fact as the fixtures write it."""
    match value:
        case tuple():
            return [printed(one) for one in value]
        case AmendedOrder():
            return f"{value.id}, {value.registration}, {value.published}"
        case PointRule(point=point, rule=OnDate(date=day)):
            return f"{point} from {day}"
        case Publication():
            return f"{value.source}, {value.date}"
        case OrderParagraph():
            return value.number
    return value if isinstance(value, str | datetime.date) else repr(value)


# ---------------------------------------------------------------------- whole orders


@pytest.mark.parametrize("path", ORDERS, ids=lambda path: path.stem)
def test_every_paragraph_has_its_role(path: Path) -> None:
    """In each usual layout of either language each paragraph is known for what it is."""
    expected = [next(iter(one.items())) for one in fixture(path)["paragraphs"]]
    own, abbreviations = read_frame(paragraphs(text for _, text in expected))
    assert [(named(one), one.text) for one in own] == expected
    assert abbreviations == ()


@pytest.mark.parametrize("path", ORDERS, ids=lambda path: path.stem)
def test_what_an_order_says_is_read_and_nothing_else(path: Path) -> None:
    """Each fact that the words state is read; one that they do not state stays unknown."""
    told = fixture(path)
    expected = [next(iter(one.items())) for one in told["paragraphs"]]
    title = " ".join(text for role, text in expected if role == "title")
    facts = facts_of(*(text for _, text in expected))
    read = {
        name: printed(getattr(facts, name))
        for name in OrderFacts.__slots__  # type: ignore[attr-defined]
        if not name.startswith("__") and getattr(facts, name) not in (None, ())
    }
    assert read == {**told["facts"], "title": title}
    assert facts.amended == (facts.amends[0] if facts.amends else None)


def test_facts_of_the_order_of_2019() -> None:
    """The stored words of order 920 give its facts, in Kazakh, with the order it amends."""
    order = (data_root() / "2019-920" / "order.yaml").read_text("utf-8")
    stored = YAML(typ="safe").load(order)
    own = [
        OrderParagraph(OrderRole(one["role"]), one["text"], None, one.get("number"))
        for one in stored["paragraphs"]
    ]
    facts = read_facts(own)
    assert (facts.language, facts.form, facts.number) == ("kaz", "бұйрық", "920")
    assert facts.issuer == "Қазақстан Республикасы Ішкі істер министрі"
    assert facts.title == stored["title"]
    assert facts.amended is not None
    assert facts.amended.id == stored["amends"]
    assert facts.amended.issuer == facts.issuer
    assert facts.amended.publications[0].source == '"Әділет" ақпараттық-құқықтық жүйесі'
    assert (facts.unread, facts.repeals, facts.point_rules, facts.publications) == ((), (), (), ())


def test_of_nothing_nothing_is_said() -> None:
    """An order whose words state nothing has no facts, no default rule above all."""
    assert facts_of() == OrderFacts()
    facts = facts_of("Тақырып", "Үстіңгі жол", "1. Бірінші тармақ.")
    assert facts == OrderFacts(title="Тақырып", language="kaz")


# ----------------------------------------------------------------------------- roles


@pytest.mark.parametrize(
    "word",
    ["БҰЙЫРАМЫН:", "БҰЙЫРАМЫЗ", "ПРИКАЗЫВАЮ:", "Приказываем", "П Р И К А З Ы В А Ю :"],
)
@pytest.mark.parametrize(
    "basis", ["", "Кодекстің 9-бабына сәйкес ", "В соответствии со статьёй 9 "]
)
def test_the_word_that_enacts_is_known_in_every_print(word: str, basis: str) -> None:
    """With and without a colon, spread, in capitals or not, after the legal basis or alone."""
    assert roles_of("Туралы", f"{basis}{word}", "1. Бір.")[1] == "enacting"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("1. Бір", "point 1"),
        ("2-1. Екі", "point 2-1"),
        ("3.Үш", "point 3"),
        ("1) бір", "subpoint 1"),
        ("2-1) екі", "subpoint 2-1"),
        ("23.10.2019 күні", "clause"),
        ("а) бір", "clause"),
        ("2019. 23", "clause"),
    ],
)
def test_points_are_known_by_their_numbers(text: str, role: str) -> None:
    """Points and subpoints have numbers with a stop or a bracket; a date is no point."""
    assert roles_of("Туралы", "БҰЙЫРАМЫН:", text)[2] == role


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Министр Е. Тургумбаев"], "Е. Тургумбаев"),
        (["Қазақстан Республикасының Ішкі істер министрі К. Қасымов"], "К. Қасымов"),
        (["Қазақстан Республикасының", "Ішкі істер министрі", "К. Қасымов"], "К. Қасымов"),
        (["Министр внутренних дел", "Республики Казахстан", "Касымов К.Н."], "Касымов К.Н."),
        (["Министр", "\tЕ. Тургумбаев"], "Е. Тургумбаев"),
        (["Министрдің міндетін атқарушы Ә.Ө. Үлгі-Ұланов"], "Ә.Ө. Үлгі-Ұланов"),
    ],
)
def test_who_signs_is_read(lines: list[str], name: str) -> None:
    """Office and name in one line, over several, or in two columns; the name alone is read."""
    own = read_frame(paragraphs(["Туралы", "БҰЙЫРАМЫН:", "1. Бір.", *lines]))[0]
    assert {one.role for one in own[3:]} == {OrderRole.SIGNATURE}
    assert read_facts(own).signed_by == name


@pytest.mark.parametrize(
    "line",
    ["Министр внутренних дел Республики Казахстан", "Е. Тургумбаев", "Министр Е. Тургумбаев."],
)
def test_what_is_no_signature_signs_nothing(line: str) -> None:
    """An office without a name, a name without an office, a sentence: nobody is made to sign."""
    assert facts_of("Туралы", "БҰЙЫРАМЫН:", "1. Бір.", line).signed_by is None


def test_who_agreed_is_a_body_and_not_a_person() -> None:
    """Names, places for signatures and days are left out; a heading below begins an annex."""
    agreed = [
        "«КЕЛІСІЛДІ» Қазақстан Республикасының Қаржы министрі Д. Екіншиева",
        "05.05.2032 ____",
    ]
    below = ["Қазақстан Республикасы", "Үлгі агенттігі", "1-қосымша"]
    own = read_frame(paragraphs(["Туралы", "БҰЙЫРАМЫН:", "1. Бір.", *agreed, *below]))[0]
    assert [str(one.role) for one in own[3:]] == [*["agreement"] * 4, "annex"]
    assert read_facts(own).agreed_with == (
        "Қазақстан Республикасының Қаржы министрі; Қазақстан Республикасы Үлгі агенттігі"
    )


def test_a_quotation_that_never_closes_quotes_only_itself() -> None:
    """A lost quotation mark must not swallow the points that follow."""
    texts = ["Туралы", "БҰЙЫРАМЫН:", "1. Жазылсын:", '"2. Жаңа мәтін', "2. Осы.", "3. Осы."]
    assert roles_of(*texts)[3:] == ["clause", "point 2", "point 3"]


def test_abbreviations_close_the_register() -> None:
    """The list is read under its heading, and its last line closes the quotation."""
    texts = ["Аббревиатуралардың толық жазылуы:", "ММ - мекеме;", "ҮІМ – министрлік.».", "2. Екі."]
    own, abbreviations = read_frame(paragraphs(["Т", "БҰЙЫРАМЫН:", "1. Бір:", *texts]))
    assert [one.short for one in abbreviations] == ["ММ", "ҮІМ"]
    assert abbreviations[1].text == "ҮІМ – министрлік."
    assert [named(one) for one in own[3:]] == ["list-heading", "quotation", "point 2"]


# -------------------------------------------------------------------- commencement

CLAUSES: Final = fixture(DATA / "clauses.yaml")
ADOPTED: Final = datetime.date(2031, 3, 3)
NEW_YEAR: Final = OnDate(datetime.date(2032, 1, 1))


@pytest.mark.parametrize("told", CLAUSES["kazakh"], ids=lambda told: told["moment"][-40:])
def test_every_kazakh_form_of_commencement(told: Fixture) -> None:
    """Each usual form gives its rule; a term that does not say which days it counts gives none."""
    clause = read_clause(f"4. Осы бұйрық {told['moment']} қолданысқа енгізіледі.", ADOPTED)
    assert (clause.rule and repr(clause.rule)) == told["rule"]
    assert clause.understood == (told["rule"] is not None)


@pytest.mark.parametrize("told", CLAUSES["russian"], ids=lambda told: told["moment"][-40:])
def test_every_russian_form_of_commencement(told: Fixture) -> None:
    """The same in Russian; a clause that says more than its rule is not read by halves."""
    clause = read_clause(f"4. Настоящий приказ вводится в действие {told['moment']}.", ADOPTED)
    assert (clause.rule and repr(clause.rule)) == told["rule"]
    assert clause.understood == (told["rule"] is not None)


@pytest.mark.parametrize("told", CLAUSES["points"], ids=lambda told: ",".join(told["points"]))
def test_single_points_may_have_days_of_their_own(told: Fixture) -> None:
    """A point put apart has its own rule, the act its own (Art. 42(4))."""
    clause = read_clause(told["text"])
    assert clause.rule == OnPublication()
    assert clause.points == tuple(PointRule(point, NEW_YEAR) for point in told["points"])


def test_whose_subpoints_are_meant_must_be_said() -> None:
    """Subpoints of several points at once cannot be told apart: the clause is left to a person."""
    text = (
        "Настоящий приказ вводится в действие со дня подписания, за исключением подпункта 1) "
        "пунктов 1 и 2, которые вводятся в действие с 1 января 2032 года."
    )
    assert not read_clause(text, ADOPTED).understood


@pytest.mark.parametrize(
    "second",
    ["2032 жылғы 1 қаңтардан бастап", "алғашқы ресми жарияланған күнінен кейін он күн өткен соң"],
)
def test_a_clause_is_read_whole_or_not_at_all(second: str) -> None:
    """Two rules for one act in one paragraph, or a sentence that is not read: nothing is said."""
    first = "Осы бұйрық алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі."
    clause = read_clause(f"{first} Осы бұйрық {second} қолданысқа енгізіледі.")
    assert (clause.rule, clause.understood) == (None, False)


def test_signing_counts_only_where_its_day_is_known() -> None:
    """Without the day of adoption "from the day of signing" names no day."""
    assert read_moment("со дня подписания") is None


@pytest.mark.parametrize(
    ("text", "count"),
    [("он", 10), ("жиырма бес", 25), ("ТОҚСАН", 90), ("жүз жиырма", 120), ("сорока пяти", 45),
     ("четырёх", 4), ("10", 10), ("10 (десяти)", 10), ("он бір", 11), ("бір он", None),
     ("пятнадцати одного", None), ("он десяти", None), ("", None), ("көп", None)],
)  # fmt: skip
def test_numbers_in_words(text: str, count: int | None) -> None:
    """Numbers are read in digits and words of either language; nonsense is no number."""
    assert read_count(text) == count


# ------------------------------------------------------------------ contradictions

HEADER: Final = (
    "Қазақстан Республикасы Үлгі істер министрінің 2031 жылғы 3 наурыздағы № 77 бұйрығы. "
    "Қазақстан Республикасының Әділет министрлігінде 2031 жылғы 10 наурызда № 80001 болып тіркелді"
)


@pytest.mark.parametrize(
    "told", fixture(DATA / "contradictions.yaml")["texts"], ids=lambda told: told["fact"]
)
def test_a_text_that_contradicts_itself_is_refused(told: Fixture) -> None:
    """Two readings of one fact in one text are both shown; neither is believed."""
    with pytest.raises(DataError) as caught:
        facts_of(*told["paragraphs"])
    problem = caught.value.problems[0]
    assert (problem.path, problem.where) == (told["fact"], told["where"])
    said = dict(problem.facts)
    assert said["first"] != said["second"]
    assert all(str(said["there"]) in problem.text(language) for language in LANGUAGES)


OTHER: Final = (
    "Қазақстан Республикасы Үлгі істер министрінің 2030 жылғы 3 наурыздағы № {} бұйрығына"
)


def test_an_annex_of_another_order_contradicts_nothing() -> None:
    """An amending order restates annexes under their own headings."""
    change = f"1. {OTHER.format(77)} мынадай өзгеріс енгізілсін:"
    facts = facts_of("Туралы", HEADER, change, f"{OTHER.format(77)} 2-қосымша")
    assert (facts.number, facts.adopted) == ("77", ADOPTED)
    assert [one.id for one in facts.amends] == ["2030-77"]


@pytest.mark.parametrize(
    "text",
    [
        HEADER.replace("3 наурыздағы", "32 наурыздағы"),
        HEADER.replace("10 наурызда", "0 наурызда"),
        "Приказ Министра примерных дел от 31 февраля 2031 года № 77",
        "1. Министрдің 2030 жылғы 32 наурыздағы № 5 бұйрығына өзгеріс енгізілсін:",
    ],
)
def test_an_impossible_day_is_refused(text: str) -> None:
    """A day that no calendar has is damage, reported with its line."""
    with pytest.raises(DataError) as caught:
        facts_of("Туралы", text, "БҰЙЫРАМЫН:", "1. Бір.")
    assert [(one.where, one.key) for one in caught.value.problems] == [("L2", "not-a-date")]


# ------------------------------------------------------------------------ citations


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("2031 жылғы 3 наурыздағы № 77 бұйрығы", Case.NAMED),
        ("2031 жылғы 3 наурыздағы № 77 бұйрығының", Case.OF),
        ("2031 жылғы 3 наурыздағы № 77 бұйрығына", Case.TO),
        ("2031 жылғы 3 наурыздағы № 77 бұйрығымен", Case.BY),
        ("2031 жылғы 3 наурыздағы № 77 бұйрығында", Case.IN),
        ("03.03.2031 № 77 бұйрықтарымен", Case.BY),
        ("2031 жылғы 3 наурыздағы N 77 бұйрығының", Case.OF),
        ("приказ Министра финансов от 3 марта 2031 года № 77", Case.NAMED),
        ("приказа Министра финансов от 3 марта 2031 года № 77", Case.OF),
        ("к приказу Министра финансов от 3 марта 2031 г. № 77", Case.TO),
        ("приказом Министра финансов от 03.03.2031 № 77", Case.BY),
        ("в приказе Министра финансов от «3» марта 2031 года № 77", Case.IN),
    ],
)
def test_an_order_is_named_in_every_case(text: str, case: Case) -> None:
    """The case in which an order is named tells what is done with it."""
    (found,) = find_citations(text)
    assert (found.number, found.adopted, found.case) == ("77", ADOPTED, case)


def test_an_order_named_in_a_title_is_not_the_one_meant() -> None:
    """A change is made to the order whose title is quoted, not to the one that the title names."""
    inner, outer = OTHER.format(5), OTHER.format(6)
    point = f'1. "{inner} өзгеріс енгізу туралы" {outer} мынадай өзгеріс енгізілсін:'
    assert [one.id for one in facts_of("Туралы", HEADER, point).amends] == ["2030-6"]


def test_an_order_is_named_once_whatever_its_title_names() -> None:
    """In Russian the title follows, with the orders that it names: they are not named here."""
    text = (
        "приказ Министра финансов от 2 марта 2030 года № 6 «О внесении изменений в приказ Министра "
        "финансов от 1 марта 2029 года № 5 «Об ином» (зарегистрирован в Реестре за № 700)"
    )
    (found,) = find_citations(text)
    assert (found.number, found.registration) == ("6", "700")


def test_a_header_may_begin_with_the_title() -> None:
    """Where title and header are one sentence, the issuer begins after the title."""
    facts = facts_of(f"Үлгі мекемелер тізілімін бекіту туралы {HEADER}", "БҰЙЫРАМЫН:", "1. Бір.")
    assert (facts.issuer, facts.number) == ("Қазақстан Республикасы Үлгі істер министрі", "77")


def test_old_texts_print_a_latin_letter_for_a_kazakh_one() -> None:
    """Older official texts have the Latin i in Kazakh words: they are read all the same."""
    clause = "1. Осы бұйрық алғашқы ресми жарияланған күнiнен бастап қолданысқа енгiзiледi."
    facts = facts_of("Туралы", HEADER.replace("і", "i"), "БҰЙЫРАМЫН:", clause)
    assert (facts.rule, facts.registration) == (OnPublication(), "80001")


def test_what_only_the_title_names_is_amended() -> None:
    """Where the changes stand in an annex and no point names the order, the title does."""
    title = f"{OTHER.format(5)} өзгерістер мен толықтырулар енгізу туралы"
    facts = facts_of(title, HEADER, "БҰЙЫРАМЫН:", "1. Қосымшаға сәйкес өзгерістер енгізілсін.")
    assert [one.id for one in facts.amends] == ["2030-5"]


def test_a_joint_order_has_no_one_issuer() -> None:
    """Of several issuers none is taken for the only one."""
    second = "Министра Б от 4 марта 2031 года № 5"
    header = f"Совместный приказ Министра А от 3 марта 2031 года № 77 и {second}"
    facts = facts_of("Об ином", header, "ПРИКАЗЫВАЕМ:", "1. Раз.")
    assert (facts.issuer, facts.number, facts.adopted) == (None, "77", ADOPTED)


def test_who_approved_an_order_has_not_repealed_it() -> None:
    """Only an order named after the words "no longer in force" repeals."""
    approved = "Утвержден приказом Министра финансов от 2 марта 2030 года № 6"
    assert repealed_by(approved) is None
    assert repealed_by(f"{approved}. Утратил силу") is None


def test_an_order_that_is_only_followed_is_not_amended() -> None:
    """What is done in accordance with an order does not change it."""
    russian = "2. В соответствии с приказом Министра финансов от 1 февраля 2030 года № 6 изменения:"
    kazakh = f"1. {OTHER.format(5)} сәйкес өзгерістер енгізілсін:"
    assert facts_of("Туралы", HEADER, kazakh, russian).amends == ()


@pytest.mark.parametrize(
    ("genitive", "office"),
    [
        ("Министра внутренних дел", "Министр внутренних дел"),
        ("Генерального Прокурора", "Генеральный Прокурор"),
        ("Премьер-Министра", "Премьер-Министр"),
        ("ПРЕДСЕДАТЕЛЯ АГЕНТСТВА", "ПРЕДСЕДАТЕЛЬ АГЕНТСТВА"),
        ("и.о. Министра", None),
        ("", None),
    ],
)
def test_an_office_is_put_in_the_nominative(genitive: str, office: str | None) -> None:
    """Only heads of offices that we know are declined; others stay unread."""
    assert nominative_office(genitive) == office


# ---------------------------------------------------------------------------- notes

NOTES: Final = fixture(DATA / "notes.yaml")


@pytest.mark.parametrize("told", NOTES["notes"], ids=lambda told: told["text"][:40])
def test_notes_name_orders(told: Fixture) -> None:
    """A publisher's note gives its orders, its place, what was done and since when."""
    note = paragraphs([told["text"]], Part.NOTE)
    assert is_note(told["text"])
    found = read_notes(note, annex=NOTES["annex"])
    assert [f"{one.adopted.year}-{one.number}" for one in found] == told["names"]
    assert bool(nameless_notes(note)) == (not found)
    for one, rule in zip(found, told.get("rules", ()), strict=True):
        assert one.text == told["text"]
        assert one.about == (Address.parse(told["about"]) if told["about"] else None)
        assert str(one.action) == told["action"]
        assert one.rule is None if rule is None else repr(one.rule) == rule


@pytest.mark.parametrize("text", NOTES["not_notes"])
def test_the_act_has_notes_of_its_own(text: str) -> None:
    """Words of the act are never taken for a publisher's."""
    assert not is_note(text)
    assert read_notes(paragraphs([text])) == ()
    assert nameless_notes(paragraphs([text])) == ()


def test_an_impossible_day_in_a_note_is_refused() -> None:
    """A note with a day that no calendar has is reported with its line."""
    with pytest.raises(DataError) as caught:
        read_notes(
            paragraphs(["", "Сноска. Реестр в редакции приказа Министра от 31.02.2031 № 5."])
        )
    assert [(one.where, one.key) for one in caught.value.problems] == [("L2", "not-a-date")]


# -------------------------------------------------------------------------- language


@pytest.mark.parametrize("path", ORDERS, ids=lambda path: path.stem)
def test_the_language_of_every_order_is_known(path: Path) -> None:
    """Kazakh and Russian are told apart, names in the other language notwithstanding."""
    told = fixture(path)
    text = "\n".join(next(iter(one.values())) for one in told["paragraphs"])
    assert language_of(text) == likely_language(text) == told["facts"]["language"]


def test_the_language_of_the_order_of_2019() -> None:
    """The damaged source, with its letter-spaced lines, is Kazakh."""
    assert language_of((data_root() / "2019-920" / "source.kaz.txt").read_text("utf-8")) == "kaz"


def whole(name: str) -> list[str]:
    """The lines of a fictional order."""
    return [next(iter(one.values())) for one in fixture(DATA / f"{name}.yaml")["paragraphs"]]


def test_a_document_in_two_languages_is_refused() -> None:
    """Both texts in one file are refused, with the line where the language turns."""
    kazakh, russian = whole("kk-amending"), whole("ru-amending")
    with pytest.raises(BadInputError) as caught:
        language_of("\n".join([*kazakh, *russian]))
    assert caught.value.where == f"line {len(kazakh) + 1}"
    assert all(caught.value.text(language) for language in LANGUAGES)


def test_labels_of_a_table_are_of_no_language() -> None:
    """A register's many labels look like Russian prepositions, and count for nothing."""
    assert language_of("В\nС\n" * 40 + "Бастық орынбасары және маман") == "kaz"


@pytest.mark.parametrize("text", ["", "920", "An order in English.", "А1\tВ2\nD"])
def test_a_document_in_neither_language_is_refused(text: str) -> None:
    """What is neither Kazakh nor Russian is not guessed."""
    assert likely_language(text) is None
    with pytest.raises(BadInputError) as caught:
        language_of(text)
    assert all(caught.value.text(language) for language in LANGUAGES)


# ------------------------------------------------------------- written and read back

DAYS: Final = st.dates(datetime.date(1995, 1, 1), datetime.date(2090, 12, 31))
NUMBERS: Final = st.from_regex(r"[1-9][0-9]{0,3}(-[1-9][0-9]?|-ө|/3|-2\.4)?", fullmatch=True)
KAZAKH_ISSUERS: Final = st.sampled_from(
    ["Қазақстан Республикасы Үлгі істер министрі", "Қазақстан Республикасы Үлгі агенттігі төрағасы"]
)
RUSSIAN_ISSUERS: Final = st.sampled_from(
    [
        ("Министра примерных дел", "Министр примерных дел"),
        ("Председателя Агентства", "Председатель Агентства"),
    ]
)


@st.composite
def kazakh_orders(draw: st.DrawFn) -> tuple[list[str], OrderFacts]:
    """A Kazakh order in one of the layouts, and its facts."""
    issuer, number, registration = (
        draw(KAZAKH_ISSUERS),
        draw(NUMBERS),
        str(draw(st.integers(1, 99999))),
    )
    adopted, registered, days = draw(DAYS), draw(DAYS), draw(st.integers(0, 3000))
    header = (
        f"{issuer}нің" if issuer.endswith("і") else f"{issuer}ның",
        f"{long_date(adopted, 'kk')} № {number} бұйрығы.",
        "Қазақстан Республикасының Әділет министрлігінде",
        f"{long_date(registered, 'kk')} № {registration} болып тіркелді",
    )
    title = "Үлгі тізілімді бекіту туралы"
    whole_header = draw(st.sampled_from([[" ".join(header)], list(header)]))
    opening = draw(st.sampled_from([[title, *whole_header], [*whole_header, title]]))
    clause = (
        "1. Осы бұйрық алғашқы ресми жарияланған күнінен кейін "
        f"күнтізбелік {days} күн өткен соң қолданысқа енгізіледі."
    )
    facts = OrderFacts(
        issuer=issuer, title=title, form="бұйрық", language="kaz", number=number, adopted=adopted,
        registration=registration, registered=registered, rule=AfterPublication(days),
    )  # fmt: skip
    return [*opening, "БҰЙЫРАМЫН:", clause], facts


@st.composite
def russian_orders(draw: st.DrawFn) -> tuple[list[str], OrderFacts]:
    """A Russian order in one of the layouts, and its facts."""
    (genitive, issuer), number = draw(RUSSIAN_ISSUERS), draw(NUMBERS)
    registration = str(draw(st.integers(1, 99999)))
    adopted, registered, effect = draw(DAYS), draw(DAYS), draw(DAYS)
    title = "Об утверждении примерного реестра"
    header = (
        f"Приказ {genitive} от {long_date(adopted, 'ru')} № {number}.",
        f"Зарегистрирован в Министерстве юстиции {long_date(registered, 'ru')} № {registration}",
    )
    whole_header = draw(st.sampled_from([[" ".join(header)], list(header)]))
    opening = draw(st.sampled_from([[title, *whole_header], [*whole_header, title]]))
    written = draw(st.sampled_from([long_date(effect, "ru"), f"{effect:%d.%m.%Y}"]))
    clause = f"1. Настоящий приказ вводится в действие с {written}."
    facts = OrderFacts(
        issuer=issuer, title=title, form="приказ", language="rus", number=number, adopted=adopted,
        registration=registration, registered=registered, rule=OnDate(effect),
    )  # fmt: skip
    return [*opening, "ПРИКАЗЫВАЮ:", clause], facts


@settings(max_examples=150, deadline=None)
@given(written=kazakh_orders() | russian_orders())
def test_what_is_written_is_read_back(written: tuple[list[str], OrderFacts]) -> None:
    """Whatever the numbers, days, language and layout: the facts written are the facts read."""
    texts, facts = written
    assert facts_of(*texts) == facts


# ------------------------------------------------------------------------ robustness

SOUP: Final = [
    *(
        '"',
        "«",
        "»",
        "(",
        ")",
        "№",
        ".",
        ";",
        ":",
        "-",
        "—",
        "\t",
        "\u00a0",
        "\u0663",
        "",
        " ",
        "i",
    ),
    *(
        "2031 жылғы 3 наурыздағы",
        "3 марта 2031 года",
        "03.03.2031",
        "2012.05.11",
        "№ 77",
        "бұйрығына",
    ),
    *("бұйрығы", "приказ", "к приказу", "Приложение 1", "1-қосымша", "БҰЙЫРАМЫН:", "КЕЛІСІЛДІ"),
    *("Министр", "А. Б. Вгд", "1. ", "2) ", "Ескерту. ", "Сноска. ", "қолданысқа енгізіледі"),
    *("вводится в действие", "күші жойылды деп танылсын", "сәйкес", "туралы", "32 ақпан 9999"),
]


def mutated(texts: Sequence[str], chance: random.Random) -> list[str]:
    """Paragraphs with some lost, moved, joined, cut, or with strange words put in."""
    lines = list(texts)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(lines))
        cut = chance.randrange(len(lines[at]) + 1)
        odd, other = chance.choice(SOUP), chance.choice(lines)
        lines[at : at + 1] = chance.choice(
            [
                [],
                [lines[at][:cut], lines[at][cut:]],
                [lines[at][:cut] + odd + lines[at][cut:]],
                [lines[at][:cut] + odd + lines[at][cut + 3 :]],
                [odd, lines[at]],
                [other, lines[at]],
                [lines[at] + " " + other],
                [lines[at][::-1]],
            ]
        )
        lines = lines or [""]
    return lines


def refusal(texts: Sequence[str]) -> RegisterError | None:
    """Why these paragraphs are refused, if they are."""
    try:
        own, abbreviations = read_frame(paragraphs(texts))
        assert len(own) >= len(texts) - len(abbreviations)
        read_facts(own)
        read_notes(paragraphs(texts))
    except RegisterError as error:
        return error
    return None


def outcome(texts: Sequence[str]) -> str:
    """What becomes of these paragraphs: they are read, or refused in all languages with a place."""
    error = refusal(texts)
    if error is None:
        return "read"
    assert isinstance(error, DataError)
    assert all(one.where.startswith("L") for one in error.problems)
    assert all(error.text(language) for language in LANGUAGES)
    return "refused"


@pytest.mark.parametrize("path", [*ORDERS, DATA / "notes.yaml"], ids=lambda path: path.stem)
def test_any_damage_is_read_or_refused(path: Path) -> None:
    """Whatever becomes of the words, there is an answer or a DataError with its lines."""
    chance = random.Random(path.stem)  # noqa: S311 - it must be the same every time
    told = fixture(path)
    texts = [one["text"] for one in told.get("notes", ())] or whole(path.stem)
    ends = {outcome(mutated(texts, chance)) for _ in range(60)}
    assert "read" in ends


@pytest.mark.parametrize(
    "text",
    ["зарегистрирован" * 5000, '"' * 50000, "2031 жылғы 3 наурыздағы № 77 " * 1500, "(" * 50000,
     "1 а" * 12000, "Осы бұйрық күшіне енеді және " * 2000 + "қолданысқа енгізіледі"],
    ids=["one-word", "quotes", "citations", "brackets", "half-dates", "clauses"],
)  # fmt: skip
def test_no_text_keeps_the_reader_busy(text: str) -> None:
    """A long hostile paragraph costs time in proportion to its length, not to its square."""
    assert outcome(["Туралы", text, f"1. {text}", f"Ескерту. {text}"]) in ("read", "refused")


def test_many_paragraphs_do_not_keep_the_reader_busy() -> None:
    """So do many paragraphs that open quotations, headers and annexes and never close them."""
    for text in ('"а', "Приложение 1", "Приказ Министра", "Республики", "А. Бвг"):
        assert outcome([text] * 3000 + ["1. а"] + [text] * 3000) == "read"
