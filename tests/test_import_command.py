"""Bringing a document: checked, ids carried over, written whole or not at all, reported.

Every text here but that of order 920 is made up, and says so: "ойдан шығарылған" is "made up".
"""

import datetime
import itertools
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

import kz_civil_positions as kz
from kz_civil_positions.cli import main
from kz_civil_positions.codes import Address
from kz_civil_positions.errors import BadInputError, DataError, OutputError, RegisterError
from kz_civil_positions.importing.identity import carry_over, doubts_about, ids_in
from kz_civil_positions.importing.prepare import prepare
from kz_civil_positions.importing.result import Imported, Request, Role
from kz_civil_positions.importing.run import import_document
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import Content, Tongues
from kz_civil_positions.operations import ReplaceWords, Restate
from kz_civil_positions.orders import Order, OrderParagraph, OrderRole
from kz_civil_positions.reports.comparative import comparative_table
from kz_civil_positions.reports.document import Table
from kz_civil_positions.sources.readers.limits import MAX_BYTES
from kz_civil_positions.storage.folders import STAGE, NewFolder, put_folders, settle
from kz_civil_positions.storage.load import RegisterFile, load_repairs
from kz_civil_positions.storage.root import data_root
from kz_civil_positions.storage.write import order_text, register_text, repairs_text
from kz_civil_positions.verification import verify
from official_forms import as_docx, as_html, as_text

NAME: Final = "Ойдан шығарылған агенттік лауазымдарының тізілімін бекіту туралы"
HEADER: Final = (
    "Ойдан шығарылған агенттік төрағасының 2020 жылғы 10 қаңтардағы № 101 бұйрығы. Қазақстан "
    "Республикасының Әділет министрлігінде 2020 жылғы 15 қаңтарда № 90101 болып тіркелді"
)
CLAUSE: Final = (
    "Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң "
    "қолданысқа енгізіледі."
)
TABLE: Final = """
Буын\tДеңгей\tЛауазымдар атауы
А блогы (басқарушылық персонал)\t\t
А1\t1\tБұлт орталығының басшысы:
\t\tжел бөлімінің;
\t\tжаңбыр бөлімінің.
\t2\tБас бухгалтер.
D блогы (қосалқы персонал)\t\t
D\t\tЖүргізуші.
\t\tКүзетші.

Аббревиатуралардың толық жазылуы:
БО – бұлт орталығы.
"""
BASE: Final = f"""{NAME}

{HEADER}

БҰЙЫРАМЫН:
1. Қоса беріліп отырған ойдан шығарылған тізілім бекітілсін.
2. {CLAUSE}
Төраға Ә. Қиялұлы
{TABLE}"""
AMENDED: Final = (
    f'"{NAME}" Ойдан шығарылған агенттік төрағасының 2020 жылғы 10 қаңтардағы № 101 бұйрығына'
)
AMENDING: Final = f"""{AMENDED} өзгерістер енгізу туралы

{
    HEADER.replace("2020 жылғы 10 қаңтардағы № 101", "2021 жылғы 1 наурыздағы № 7").replace(
        "2020 жылғы 15 қаңтарда № 90101", "2021 жылғы 5 наурызда № 90202"
    )
}

БҰЙЫРАМЫН:
1. {AMENDED} (Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 90101 болып \
тіркелген, "Ойдан шығарылған банк" жүйесінде 2020 жылғы 20 қаңтарда жарияланған) мынадай \
өзгерістер енгізілсін:
көрсетілген бұйрықпен бекітілген тізілімде:
"Бас бухгалтер." деген сөздер "Бас есепші." деген сөздермен ауыстырылсын;
ойдан шығарылған нәрсе ойдан шығарылсын.
2. {CLAUSE}
Төраға Ә. Қиялұлы
"""
NOTE: Final = (
    "Ескерту. Өзгеріс енгізілді – Ойдан шығарылған агенттік төрағасының 01.03.2021 № 7 бұйрығымен."
)
CONSOLIDATED: Final = BASE.replace("БҰЙЫРАМЫН:", f"{NOTE}\n\nБҰЙЫРАМЫН:").replace(
    "Бас бухгалтер.", "Бас есепші."
)
JUNE: Final = datetime.date(2021, 6, 1)
BANK: Final = "Ойдан шығарылған банк"


def bring(root: Path, text: str | bytes, **more: Any) -> Imported:  # noqa: ANN401
    """Answers: what comes of bringing this text?"""
    data = text if isinstance(text, bytes) else text.encode()
    return import_document(data, "made-up.txt", root, Request(**more))


def state(root: Path) -> dict[str, bytes]:
    """Answers: which files are there, with what in them?"""
    files = (path for path in root.rglob("*") if path.is_file() and STAGE not in path.parts)
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def refusal(root: Path, text: str | bytes, **more: Any) -> RegisterError:  # noqa: ANN401
    """Answers: with which error is this text refused, nothing being written?"""
    before = state(root)
    with pytest.raises(RegisterError) as caught:
        bring(root, text, **more)
    assert state(root) == before
    assert not (root / STAGE).exists()
    assert caught.value.exit_code == 2
    said = {caught.value.text(language) for language in LANGUAGES}
    assert len(said) == len(LANGUAGES)
    return caught.value


def keys(error: RegisterError) -> list[str]:
    """Answers: by which keys is it told what is wrong?"""
    return [one.key for one in error.problems] if isinstance(error, DataError) else [error.key]


def command(*words: str) -> Result:
    """Answers: what does the command print?"""
    return CliRunner().invoke(main, ["import", *words])


def file(folder: Path, text: str | bytes, name: str = "made-up.txt") -> str:
    """Answers: where is a file that holds this?"""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A registers folder that is not there yet."""
    return tmp_path / "registers"


@pytest.fixture(scope="module")
def with_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registers folder with the made-up base order, to be copied."""
    root = tmp_path_factory.mktemp("base") / "registers"
    bring(root, BASE)
    return root


@pytest.fixture
def held(root: Path, with_base: Path) -> Path:
    """A registers folder with the made-up base order."""
    return Path(shutil.copytree(with_base, root))


# ------------------------------------------------------------------ files as they are stored


def test_what_is_written_is_what_is_stored(register: kz.Register) -> None:
    """The writers give the stored files back, letter for letter, comments apart."""
    for order in register.orders:
        assert order_text(order) == _without_comments(data_root() / order.id / "order.yaml")
    order = register.order("920")
    (restate,) = order.operations
    assert isinstance(restate, Restate)
    assert isinstance(restate.content, Content)
    content = restate.content
    brought = RegisterFile(
        order.id, "kaz", content.blocks, content.abbreviations, order.doubts, order.faults
    )
    folder = data_root() / order.id
    assert register_text(brought) == _without_comments(folder / "register.yaml")
    assert repairs_text(load_repairs(folder, order)) == _without_comments(folder / "repairs.yaml")


def _without_comments(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("#"))


# ---------------------------------------------------------------------- new registers


def test_our_damaged_source_gives_the_stored_register(root: Path, register: kz.Register) -> None:
    """With its recorded readings it gives the same order, register and ids, and verify passes."""
    folder = data_root() / "2019-920"
    readings = folder / "repairs.yaml"
    found = bring(root, (folder / "source.kaz.txt").read_bytes(), readings=readings)
    assert (found.role, found.order, found.failures) == (Role.AMENDING, "2019-920", ())
    new, stored = kz.load(root), register
    assert new.edition("920").text == stored.edition("920").text
    assert (root / "2019-920" / "source.kaz.txt").read_bytes() == (
        folder / "source.kaz.txt"
    ).read_bytes()
    assert load_repairs(root / "2019-920", new.order("920")) == load_repairs(
        folder, stored.order("920")
    )
    order = evolve(
        new.order("920"),
        checked=stored.order("920").checked,
        register=stored.order("920").register,
        repairs=stored.order("920").repairs,  # their comments differ, and so the seal
        doubts=stored.order("920").doubts,
        faults=stored.order("920").faults,
        annotations=stored.order("920").annotations,
    )
    assert order == stored.order("920")
    base = evolve(new.order("1035"), facts_from=stored.order("1035").facts_from)
    assert base == stored.order("1035")
    assert {one.fact for one in new.order("1035").facts_from} == {
        one.fact for one in base.facts_from
    }


def test_a_new_base_order_makes_a_register(root: Path) -> None:
    """Everything a text says of its order is stored, what it does not say is said to be unknown."""
    found = bring(root, BASE)
    assert found.role is Role.BASE
    assert found.unknown == ("dates.publications",)
    assert found.to_translate
    order = kz.load(root).base
    assert (order.id, order.number, order.title) == ("2020-101", "101", NAME)
    assert (str(order.dates.adopted), order.registration) == ("2020-01-10", "90101")
    assert order.issuer.kk == order.issuer.ru == "Ойдан шығарылған агенттік төрағасы"
    assert order.signed_by == "Ә. Қиялұлы"
    assert order.checked is not None
    assert str(order.checked.until) == "2020-01-15"
    assert [entry.id for entry in kz.load(root).edition("101").entries] == [
        "bult-ortalygynyn-basshysy",
        "bas-bukhgalter",
        "zhurgizushi",
        "kuzetshi",
    ]
    assert {path.name for path in found.written} == {
        "order.yaml",
        "register.yaml",
        "repairs.yaml",
        "source.kaz.txt",
        "original.txt",
        "review.html",
    }
    assert set(found.written) == {path for path in root.rglob("*") if path.is_file()}
    assert (root / "2020-101" / "original.txt").read_text(encoding="utf-8") == BASE
    assert verify(root).ok


@pytest.mark.parametrize("form", [as_html, as_docx, as_text], ids=lambda form: form.__name__)
def test_every_form_of_a_document_makes_the_same_register(
    form: Callable[..., bytes], held: Path, tmp_path: Path
) -> None:
    """What a web page, a DOCX and a clean text give differs in their lines alone."""
    register = kz.load(held)
    data = form(register.edition("101"), register.base)
    other = tmp_path / "other"
    found = import_document(data, "made-up", other, Request())
    assert found.failures == ()
    again = kz.load(other)
    assert [entry.id for entry in again.edition("101").entries] == [
        entry.id for entry in register.edition("101").entries
    ]
    assert [level.text for level in again.edition("101").levels] == [
        level.text for level in register.edition("101").levels
    ]
    assert again.base.dates == register.base.dates


RUSSIAN: Final = """Об утверждении реестра должностей вымышленного агентства

Приказ Председателя вымышленного агентства от 10 января 2020 года № 101. Зарегистрирован в \
Министерстве юстиции Республики Казахстан 15 января 2020 года № 90101

ПРИКАЗЫВАЮ:
1. Утвердить прилагаемый вымышленный реестр должностей.
2. Настоящий приказ вводится в действие по истечении десяти календарных дней после дня его \
первого официального опубликования.
Председатель А. Вымыслов

Звено\tСтупень\tНаименования должностей
Блок А (управленческий персонал)\t\t
А1\t1\tРуководитель центра облаков:
\t\tотдела ветра;
\t\tотдела дождя.
Блок D (вспомогательный персонал)\t\t
D\t\tВодитель.
"""


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_a_russian_order_makes_a_register(encoding: str, root: Path) -> None:
    """The same documents in Russian, in UTF-8 or Windows-1251, are read and verified as well."""
    found = bring(root, RUSSIAN.encode(encoding))
    assert (found.language, found.order, found.failures) == ("rus", "2020-101", ())
    assert (root / "2020-101" / "source.rus.txt").is_file()
    assert kz.load(root).base.language == "rus"


def test_an_amending_order_tells_of_its_base_in_a_new_folder(root: Path) -> None:
    """The amended order is known by what this one says of it, each fact with its lines."""
    found = bring(root, AMENDING)
    base = kz.load(root).base
    assert (base.id, base.registration, base.title) == ("2020-101", "90101", NAME)
    assert [(one.source, str(one.date)) for one in base.dates.publications] == [
        ('"Ойдан шығарылған банк" жүйесі', "2020-01-20")
    ]
    assert not kz.load(root).holds(base)
    assert {one.order for one in base.facts_from} == {"2021-7"}
    assert found.failures == ()


# ------------------------------------------------------------------------ amending orders


def test_instructions_become_operations_and_the_rest_is_listed(held: Path) -> None:
    """What its formula bids is done; what no operation expresses is quoted, never dropped."""
    found = bring(held, AMENDING)
    assert found.role is Role.AMENDING
    assert (found.operations, len(found.unexpressed)) == (1, 1)
    assert "ойдан шығарылған нәрсе" in found.unexpressed[0].instruction.quote
    register = kz.load(held)
    (operation,) = register.order("7").operations
    assert isinstance(operation, ReplaceWords)
    assert str(operation.target) == "entry:bas-bukhgalter"
    assert register.edition("7").text.address is not None
    assert any(one.text == "Бас есепші." for one in register.edition("7").entries)
    assert found.failures == ()


def test_what_an_amending_order_adds_to_its_base_is_recorded_there(held: Path) -> None:
    """A publication that only the amending order tells of is stored with its witness."""
    path = held / "2020-101" / "order.yaml"
    comment = "# Ескертпе: ойдан шығарылған.\n"
    path.write_text(comment + path.read_text(encoding="utf-8"), encoding="utf-8")
    bring(held, AMENDING)
    base = kz.load(held).base
    assert [str(one.date) for one in base.dates.publications] == ["2020-01-20"]
    assert [(one.fact, one.order) for one in base.facts_from] == [("dates.publications", "2021-7")]
    assert path.read_text(encoding="utf-8").startswith(comment)
    assert (held / "2020-101" / "source.kaz.txt").is_file()
    assert verify(held).ok


ROWS: Final = """көрсетілген бұйрықпен бекітілген тізілімде:
А1 буыны мынадай мазмұндағы 3-деңгеймен толықтырылсын:
"
Буын\tДеңгей\tЛауазымдар атауы
\t3\tОйдан шығарылған маман.
".
2. """
WITH_ROWS: Final = AMENDING.partition("көрсетілген")[0] + ROWS + AMENDING.partition("\n2. ")[2]


def test_rows_that_an_order_brings_are_verified(held: Path) -> None:
    """Rows in quotes are no register; their words are held against the source all the same."""
    found = bring(held, WITH_ROWS)
    assert (found.operations, found.unexpressed, found.failures) == (1, (), ())
    assert "A1-3" in [level.code.plain for level in kz.load(held).edition("7").levels]
    path = held / "2021-7" / "order.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Ойдан шығарылған маман.", "Басқа маман."), encoding="utf-8")
    assert [one.key for one in verify(held).failures] == ["verify.brought-not-there"]
    lineless = re.sub(r"(маман\.\n) +lines: .+\n", r"\1", text)
    assert lineless != text
    path.write_text(lineless, encoding="utf-8")
    assert "verify.brought-without-lines" in [one.key for one in verify(held).failures]
    assert not (held / "2021-7" / "register.yaml").exists()


# ----------------------------------------------------- a text for an order known by name

ADDED: Final = "Ойдан шығарылған лауазым."


def made_up_2015(register: kz.Register) -> str:
    """A made-up text under the name of order 1035: the table of 2019 with three changes.

    It is nobody's text, and says so in its own words.
    """
    order = register.order("1035")
    header = (
        "Қазақстан Республикасы Ішкі істер министрінің 2015 жылғы 18 желтоқсандағы № 1035 "
        "бұйрығы. Қазақстан Республикасының Әділет министрлігінде 2015 жылғы 31 желтоқсанда "
        "№ 12706 болып тіркелді"
    )
    words = (
        (OrderRole.TITLE, order.title),
        (OrderRole.HEADER, header),
        (OrderRole.ENACTING, "БҰЙЫРАМЫН:"),
        (OrderRole.POINT, "1. Қоса беріліп отырған лауазымдар тізілімі бекітілсін."),
        (OrderRole.POINT, "2. Бұл мәтін ойдан шығарылған: ол 2015 жылғы бұйрықтың мәтіні емес."),
        (OrderRole.POINT, f"3. {CLAUSE}"),
        (OrderRole.SIGNATURE, "Министр Ә. Қиялұлы"),
    )
    paragraphs = tuple(OrderParagraph(role, text) for role, text in words)
    made = as_text(register.edition("920"), evolve(order, paragraphs=paragraphs), inferred=True)
    text = made.decode().replace("Профессор.", f"Профессор.\n\t\t{ADDED}")
    text = text.replace("\t\tҚазақстан Республикасы ІІМ ТЖК Қазселденқорғау;\n", "", 1)
    return text.replace("Архивариус", "Ойдан шығарылған архивариус")


@pytest.fixture(scope="module")
def folder_2015(register: kz.Register, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The registers, the made-up text brought for the order that was not held."""
    root = Path(shutil.copytree(data_root(), tmp_path_factory.mktemp("supplied") / "registers"))
    path = file(root.parent, made_up_2015(register))
    result = command(path, "--order", "2015-1035", "--into", str(root), "--json")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert (answer["role"], answer["failures"]) == ("supplied", [])
    return root


@pytest.fixture(scope="module")
def supplied(folder_2015: Path) -> kz.Register:
    """The register of that folder."""
    return kz.load(folder_2015)


def test_a_text_supplied_makes_everything_follow(supplied: kz.Register) -> None:
    """With the text in its folder diff, as_of and the table of changes answer, no code changed."""
    assert supplied.as_of(datetime.date(2018, 1, 1)).held
    of_law = [
        (one.kind.value, one.old)
        for one in supplied.diff("2015", "2019")
        if one.lane.value == "law" and (place := one.code or one.old_code) and place.block != "D"
    ]
    assert ("entry-removed", ADDED) in of_law
    assert sorted(kind for kind, _ in of_law) == ["entry-removed", "item-added"]
    old, new = supplied.edition("2015"), supplied.edition("2019")
    table = comparative_table(supplied, old, new, "en")
    assert any(isinstance(part, Table) for part in table.parts)


def test_what_was_known_is_kept_with_its_witness(
    supplied: kz.Register, register: kz.Register
) -> None:
    """Facts that the text does not say stay; those that it says agree, or it were refused."""
    order, before = supplied.order("1035"), register.order("1035")
    assert order.dates.publications == before.dates.publications
    assert order.facts_from == before.facts_from
    assert order.issuer == before.issuer
    assert str(order.dates.registered) == "2015-12-31"
    assert order.signed_by == "Ә. Қиялұлы"
    (restate,) = order.operations
    assert restate.instruction is not None
    assert restate.instruction.quote.startswith("1. Қоса беріліп отырған")


def test_ids_are_those_of_the_same_things_later(supplied: kz.Register) -> None:
    """A thing that the edition of 2019 has too has the id it has there; a new one its own."""
    old, new = supplied.edition("1035"), supplied.edition("920")
    later = {entry.id: entry for entry in new.entries}
    (added,) = [entry for entry in old.entries if entry.text == ADDED]
    assert added.id not in later
    for entry in old.entries:
        if entry.id in later and entry.heading != later[entry.id].heading:
            assert "рхивариус" in entry.text
    assert len([entry for entry in old.entries if entry.id in later]) == len(new.entries)


@pytest.fixture(scope="module")
def known_by_name(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of which only an amending order is held: its base is known by name."""
    root = tmp_path_factory.mktemp("named") / "registers"
    bring(root, AMENDING)
    return root


OTHER: Final = {
    "dates.adopted": ("10 қаңтардағы", "11 қаңтардағы"),
    "registration": ("№ 90101", "№ 90109"),
    "issuer": ("Ойдан шығарылған агенттік төрағасының", "Басқа агенттік төрағасының"),
    "title": (NAME, "Басқа, ойдан шығарылған тізілімді бекіту туралы"),
}


@pytest.mark.parametrize("fact", OTHER)
def test_a_text_that_contradicts_what_is_known_is_refused(fact: str, known_by_name: Path) -> None:
    """Both readings are shown, and where each comes from."""
    error = refusal(known_by_name, BASE.replace(*OTHER[fact]), order="2020-101")
    assert isinstance(error, DataError)
    assert [(one.path, one.key) for one in error.problems] == [(fact, "importing.fact-differs")]
    for language in LANGUAGES:
        said = error.text(language)
        assert "made-up.txt, line" in said
        assert "2021-7, L" in said


def test_a_text_of_another_number_is_refused(known_by_name: Path) -> None:
    """The text must be of the order that was asked for; without asking, it is another order."""
    text = BASE.replace("№ 101", "№ 102")
    assert keys(refusal(known_by_name, text, order="2020-101")) == ["importing.other-order"]
    assert keys(refusal(known_by_name, text)) == ["importing.second-base"]


def test_mismatches_are_told_together(known_by_name: Path) -> None:
    """Who has brought a wrong text sees everything that is wrong with it."""
    text = BASE.replace(*OTHER["title"]).replace(*OTHER["registration"])
    error = refusal(known_by_name, text, order="2020-101")
    assert isinstance(error, DataError)
    assert {one.path for one in error.problems} == {"title", "registration"}


# -------------------------------------------------------------------------- second witness


def test_a_text_that_is_held_is_a_second_witness(held: Path, tmp_path: Path) -> None:
    """The same text again: compared, nothing written, exit code 0."""
    before = state(held)
    result = command(file(tmp_path, BASE), "--into", str(held), "--lang", "en")
    assert (result.exit_code, state(held)) == (0, before)
    assert "compared as a second witness" in result.stdout
    assert "Nothing was written" in result.stdout


@pytest.mark.parametrize(
    ("old", "new"),
    [("Күзетші.", "Бағбан."), ("тізілім бекітілсін", "тізбе бекітілсін"), ("А1\t1", "А1\t3")],
)
def test_a_witness_that_differs_is_told_word_by_word(
    old: str, new: str, held: Path, tmp_path: Path
) -> None:
    """Other words in the table or around it, or another label: exit code 1, nothing written."""
    before = state(held)
    text = BASE.replace(old, new)
    if new == "А1\t3":
        text = text.replace("\t2\tБас", "\t4\tБас")
    path = file(tmp_path, text)
    result = command(path, "--into", str(held), "--lang", "en")
    assert (result.exit_code, state(held)) == (1, before)
    answer = json.loads(command(path, "--into", str(held), "--json").stdout)
    assert answer["apart"] or answer["witness"]["differences"]
    assert answer["written"] == []


def test_a_witness_in_another_language_is_refused(held: Path) -> None:
    """Words of two languages cannot be compared, nor can the one replace the other unasked."""
    error = refusal(held, RUSSIAN)
    assert keys(error) == ["importing.other-language"]


def test_a_doubt_that_a_witness_settles_is_named(register: kz.Register) -> None:
    """A label that our source lost and the second copy prints settles the doubt about it."""
    page = as_html(register.edition("920"), register.order("920"), inferred=True)
    found = import_document(page, "page.html", data_root(), Request())
    assert (found.role, found.written, found.apart) == (Role.WITNESS, (), ())
    assert found.witness is not None
    assert {"link-a2-label-lost", "link-a3-label-lost"} <= {
        one.doubt.id for one in found.witness.settled
    }


def test_a_text_is_replaced_only_when_asked(held: Path) -> None:
    """With --replace the old files give way as a whole; ids and what reviewers wrote stay."""
    folder = held / "2020-101"
    (folder / "notes.txt").write_text("Ойдан шығарылған жазба.", encoding="utf-8")
    before = kz.load(held).edition("101")
    register = kz.load(held)
    page = as_html(before, register.base).replace("Күзетші.".encode(), "Бағбан.".encode())
    found = import_document(page, "page.html", held, Request(replace=True))
    assert found.role is Role.REPLACED
    assert found.witness is not None
    assert not found.witness.agrees
    after = kz.load(held).edition("101")
    ids = {one.text: one.id for one in before.entries}
    assert [one.id for one in after.entries if one.text in ids] == [
        ids[one.text] for one in after.entries if one.text in ids
    ]
    assert "Бағбан." in [one.text for one in after.entries]
    assert {path.name for path in folder.iterdir()} == {
        "order.yaml", "register.yaml", "repairs.yaml", "source.kaz.txt", "original.html",
        "review.html", "notes.txt",
    }  # fmt: skip
    assert verify(held).ok


def test_a_replaced_text_says_itself_what_it_says(held: Path) -> None:
    """A fact that only the old copy stated does not outlive it; one that others attest does."""
    bring(held, AMENDING)
    text = BASE.replace("\nТөраға Ә. Қиялұлы", "")
    found = bring(held, text, replace=True)
    assert found.failures == ()
    base = kz.load(held).base
    assert base.signed_by is None
    assert [str(one.date) for one in base.dates.publications] == ["2020-01-20"]


def test_what_a_replaced_text_attests_is_cited_anew(root: Path) -> None:
    """Facts of the base order that rest on lines of the old copy rest on those of the new one."""
    bring(root, AMENDING)
    before = {one.first for one in kz.load(root).base.facts_from}
    text = AMENDING.replace("БҰЙЫРАМЫН:", "Бұл мәтін ойдан шығарылған.\n\nБҰЙЫРАМЫН:")
    found = bring(root, text, replace=True)
    assert found.failures == ()
    assert {one.first for one in kz.load(root).base.facts_from} == {one + 1 for one in before}


# ---------------------------------------------------------------------- published editions


def test_a_consolidated_text_is_told_by_its_notes(held: Path) -> None:
    """Without the day it is refused: the notes are named, and what to do."""
    error = refusal(held, CONSOLIDATED)
    assert keys(error) == ["importing.needs-day"]
    assert all(NOTE in error.text(language) for language in LANGUAGES)


@pytest.fixture(scope="module")
def with_edition(with_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The registers with the amending order and a consolidated text, to be copied."""
    root = Path(shutil.copytree(with_base, tmp_path_factory.mktemp("edition") / "registers"))
    bring(root, AMENDING)
    found = bring(root, CONSOLIDATED, as_amended=JUNE, publisher=BANK)
    assert found.failures == ()
    assert (found.role, found.edition) == (Role.PUBLISHED, "2020-101@2021-06-01")
    return root


@pytest.fixture
def published(root: Path, with_edition: Path) -> Path:
    """The registers with the amending order and a consolidated text."""
    return Path(shutil.copytree(with_edition, root))


def test_a_consolidated_text_becomes_a_published_edition(published: Path) -> None:
    """It stands beside its base order, with its notes as claims, and meets our replay."""
    register = kz.load(published)
    (edition,) = register.published
    assert edition.publisher == Tongues(BANK, BANK, BANK)
    assert [(one.number, str(one.adopted)) for one in edition.notes] == [("7", "2021-03-01")]
    assert register.edition("2020@2021-06-01").held
    assert register.named_orders == ()
    (checkpoint,) = (
        check for check in verify(published).checks if check.key == "verify.check-checkpoint"
    )
    assert checkpoint.ok
    assert checkpoint.count > 5


def test_the_ids_of_an_edition_are_those_of_the_register(published: Path) -> None:
    """Entries keep the ids that they have in the edition before; nothing is invented twice."""
    register = kz.load(published)
    assert [one.id for one in register.edition("7").entries] == [
        one.id for one in register.edition("2020@2021-06-01").entries
    ]


def test_an_edition_brought_again_is_a_second_witness(published: Path) -> None:
    """An edition of the same day is compared, and gives way only when asked."""
    before = state(published)
    found = bring(published, CONSOLIDATED, as_amended=JUNE)
    assert found.role is Role.WITNESS
    assert found.witness is not None
    assert found.witness.agrees
    assert state(published) == before
    changed = CONSOLIDATED.replace("Күзетші.", "Бағбан.")
    assert bring(published, changed, as_amended=JUNE).differs
    found = bring(published, changed, as_amended=JUNE, replace=True, publisher=BANK)
    assert found.role is Role.REPLACED
    assert [one.key for one in found.failures] == ["verify.diverges"] * len(found.failures)
    assert found.failures


def test_known_addresses_name_the_publisher(held: Path) -> None:
    """The address is recorded with the file that was brought."""
    address = "https://adilet.zan.kz/kaz/archive/docs/V2000090101/01.06.2021"
    bring(held, CONSOLIDATED, as_amended=JUNE, address=address)
    (edition,) = kz.load(held).published
    assert edition.publisher.kk == '"Әділет" ақпараттық-құқықтық жүйесі'
    assert edition.original is not None
    assert edition.original.address == address


@pytest.mark.parametrize(
    ("day", "key"),
    [("2019-12-31", "importing.before-base"), ("2021-02-01", "importing.before-note")],
)
def test_a_day_that_cannot_be_is_refused(day: str, key: str, held: Path) -> None:
    """Not before the base order, nor before an order that the text's own notes name."""
    asked = datetime.date.fromisoformat(day)
    assert keys(refusal(held, CONSOLIDATED, as_amended=asked, publisher=BANK)) == [key]


def test_a_consolidated_text_needs_its_base_order(held: Path, tmp_path: Path) -> None:
    """Alone it makes no register, nor does it go into another order's."""
    other = tmp_path / "other"
    text = CONSOLIDATED.replace("№ 101", "№ 102")
    for folder, words in ((other, CONSOLIDATED), (held, text)):
        error = refusal(folder, words, as_amended=JUNE, publisher=BANK)
        assert keys(error) == ["importing.no-base"]
    assert not other.exists()


# --------------------------------------------------------------------------------- refusals

REFUSED: Final[dict[str, tuple[str, dict[str, Any], str]]] = {
    "a second base order": (BASE.replace("№ 101", "№ 102"), {}, "importing.second-base"),
    "an amendment of another register": (
        AMENDING.replace("№ 101", "№ 102"),
        {},
        "importing.amends-other",
    ),
    "the text of another order": (BASE, {"order": "2020-102"}, "importing.other-order"),
    "an edition to take ids from that is not there": (
        AMENDING,
        {"base": "2033-1"},
        "no-such-order",
    ),
    "a text without number and day": (TABLE, {}, "importing.no-number"),
    "a name that is a way out": (TABLE, {"order": "../2020-101"}, "importing.not-an-id"),
    "a consolidated text without publisher": (
        CONSOLIDATED,
        {"as_amended": JUNE},
        "importing.no-publisher",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused(name: str, held: Path) -> None:
    """One clear error in three languages, exit code 2, and nothing written."""
    text, more, key = REFUSED[name]
    assert key in keys(refusal(held, text, **more))


NOTHING_BROUGHT: Final[dict[str, tuple[str, str]]] = {
    "no table": (BASE.partition("\nБуын")[0], "importing.no-table"),
    "nothing approved": (BASE.replace("бекітілсін", "оқылсын"), "importing.not-approved"),
    "no issuer": (
        BASE.replace("Ойдан шығарылған агенттік төрағасының ", ""),
        "importing.no-issuer",
    ),
    "no title": (BASE.replace(NAME, ""), "importing.no-title"),
    "a day that is none": (BASE.replace("10 қаңтардағы", "40 қаңтардағы"), "not-a-date"),
    "registered before it was adopted": (
        BASE.replace("2020 жылғы 15 қаңтарда", "2020 жылғы 5 қаңтарда"),
        "calendar.registered-before-adopted",
    ),
}


@pytest.mark.parametrize("name", NOTHING_BROUGHT)
def test_a_text_that_makes_no_register_is_refused(name: str, root: Path) -> None:
    """What an order must say and does not is asked for; not even the new folder is left."""
    text, key = NOTHING_BROUGHT[name]
    assert key in keys(refusal(root, text))
    assert not root.exists()


def test_ids_are_not_taken_from_a_text_that_is_not_held(known_by_name: Path, root: Path) -> None:
    """Nor from an edition of a register that is not there yet."""
    assert keys(refusal(known_by_name, BASE, base="2020-101")) == ["importing.base-not-held"]
    assert keys(refusal(root, BASE, base="2020")) == ["importing.no-register"]


def test_files_that_are_no_documents_are_refused(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder, a device, a missing file, one too large: refused before it is read."""
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    read = Path.read_bytes

    def watched(path: Path) -> bytes:
        assert path != large
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", watched)
    for path in (tmp_path, Path("/dev/zero"), tmp_path / "missing", large, tmp_path / "a\0b"):
        result = command(str(path), "--into", str(root), "--lang", "en")
        assert result.exit_code == 2, path
        assert result.stderr.count("\n") == 1
    assert not root.exists()


def test_links_are_not_followed_out_of_the_folder(held: Path, tmp_path: Path) -> None:
    """Where an order's folder would stand, a link is refused; what it points to is untouched."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (held / "2021-7").symlink_to(outside)
    assert keys(refusal(held, AMENDING)) == ["link-in-the-way"]
    assert list(outside.iterdir()) == []


def test_nothing_is_written_into_packaged_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without a folder named, an installed package is left alone; two folders are one too many."""
    monkeypatch.setattr("kz_civil_positions.storage.root.is_installed", lambda _: True)
    path = file(tmp_path, BASE)
    result = command(path, "--lang", "en")
    assert result.exit_code == 2
    assert "--into" in result.stderr
    result = command(path, "--into", str(tmp_path / "a"), "--data", str(tmp_path / "b"))
    assert result.exit_code == 2
    assert sorted(one.name for one in tmp_path.iterdir()) == ["made-up.txt"]


def test_in_a_checkout_the_folder_is_its_own(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """Without --into and --data the text goes to the checkout's registers."""
    root.mkdir()
    monkeypatch.setattr("kz_civil_positions.storage.root.data_root", lambda: root)
    path = file(root.parent, BASE)
    assert command(path).exit_code == 0
    assert (root / "2020-101" / "order.yaml").is_file()


# ------------------------------------------------------------------------------------- ids


def test_an_id_that_was_ever_given_goes_to_no_new_thing(held: Path) -> None:
    """Not even when its words suggest it, and what had it was removed long ago."""
    content = kz.load(held).edition("101").text
    carried = carry_over(content, (), set(ids_in(content)))
    assert not set(ids_in(carried.content)) & set(ids_in(content))
    assert carried.names["kuzetshi"] == "kuzetshi-2"
    assert all(
        item.id.startswith(f"{entry.id}.")
        for entry in carried.content.blocks[0].sections[0].links[0].levels[0].entries
        for item in entry.items
    )


def test_a_thing_is_known_by_what_it_says_and_not_by_its_id(held: Path) -> None:
    """Ids that words suggest may meet by chance those of other things: they make no pair."""
    content = kz.load(held).edition("101").text
    block = content.blocks[-1]
    (section,), ((link,),) = block.sections, (one.links for one in block.sections)
    (level,) = link.levels
    driver, guard = level.entries
    swapped = (evolve(driver, id=guard.id), evolve(guard, id=driver.id))
    link = evolve(link, levels=(evolve(level, entries=swapped),))
    block = evolve(block, sections=(evolve(section, links=(link,)),))
    known = evolve(content, blocks=(*content.blocks[:-1], block))
    carried = carry_over(content, (known,), set())
    assert list(ids_in(carried.content)) == list(ids_in(known))
    assert carried.weak == ()


def test_probable_pairs_are_listed_for_the_reviewer(held: Path) -> None:
    """What is taken for the same only by its likeness is shown with both texts and the ground."""
    text = BASE.replace("Бас бухгалтер.", "Ойдан шығарылған бас бухгалтер.")
    found = bring(held, text, replace=True)
    (pair,) = found.weak
    assert (str(pair.address), pair.old) == ("entry:bas-bukhgalter", "Бас бухгалтер.")
    assert pair.new == "Ойдан шығарылған бас бухгалтер."
    assert str(pair.ground) in ("likeness", "position")
    page = (held / "2020-101" / "review.html").read_text(encoding="utf-8")
    assert "bas-bukhgalter" in page


def test_doubts_speak_of_permanent_ids(register: kz.Register, supplied: kz.Register) -> None:
    """A doubt about an entry names it as the register does."""
    (doubt,) = register.order("920").doubts[1:2]
    doubt = evolve(doubt, about=(*doubt.about, Address.parse("register")))
    names = {at.name: f"{at.name}-9" for at in doubt.about if at.name}
    (found,) = doubts_about((doubt,), names)
    assert [at.name for at in found.about] == [*names.values(), ""]
    here = {str(node.address) for node in supplied.edition("1035").text.walk()}
    abouts = {str(at) for one in supplied.order("1035").doubts for at in one.about}
    assert abouts
    assert abouts <= here


# ------------------------------------------------------------------------ whole, or not at all


def killed_at(step: int, do: Callable[[], object], root: Path) -> bool:
    """Answers: was the run killed, when it is killed before its so-manyth step in that folder?"""
    child = os.fork()
    if child == 0:
        left = [step]

        def count(event: str, args: tuple[Any, ...]) -> None:
            writes = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "open")
            if event in writes and args and str(args[0]).startswith(str(root)):
                left[0] -= 1
                if left[0] < 0:
                    os._exit(9)

        sys.addaudithook(count)
        try:
            do()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def written(place: str, *names: str, kept: tuple[str, ...] = ()) -> NewFolder:
    """A folder with these files, each holding its own name."""
    return NewFolder(place, {name: name.encode() for name in names}, kept)


CHANGES: Final[dict[str, Callable[[Path], None]]] = {
    "a new folder": lambda root: put_folders(root, [written("new", "a", "b")]),
    "a folder in the place of another": lambda root: put_folders(
        root, [written("there", "b", "c", kept=("kept",))]
    ),
    "two folders": lambda root: put_folders(
        root, [written("there", "b"), written("there/editions/day", "c")]
    ),
    "two new folders": lambda root: put_folders(
        root, [written("one", "a"), written("two/editions/day", "b")]
    ),
}


def there(root: Path) -> Path:
    """A folder with something in it."""
    (root / "there" / "kept").mkdir(parents=True)
    for name in ("there/a", "there/b", "there/kept/d"):
        (root / name).write_text("before", encoding="utf-8")
    return root


@pytest.mark.parametrize("name", CHANGES)
def test_a_run_that_is_killed_leaves_before_or_after(name: str, tmp_path: Path) -> None:
    """At whatever step it is killed, the next run finds the one or the other, and clears away."""
    do = CHANGES[name]
    before = state(there(tmp_path / "before"))
    done = there(tmp_path / "done")
    do(done)
    after = state(done)
    seen = set()
    for step in range(200):
        root = there(tmp_path / f"step-{step}")
        killed = killed_at(step, lambda root=root: do(root), root)  # type: ignore[misc]
        between = state(root) not in (before, after)
        assert not between or (root / STAGE / "plan.json").is_file()
        settle(root)
        assert state(root) in (before, after)
        assert not (root / STAGE).exists()
        seen.add(state(root) == after)
        if not killed:
            break
    assert not killed
    assert step > 10
    assert seen == {True, False}


@pytest.mark.parametrize("name", CHANGES)
def test_a_step_that_fails_is_undone(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a folder cannot take its name, everything is put back, and the error says so."""
    rename = Path.rename
    before = state(there(tmp_path / "before"))
    failed = 0
    for failing in range(6):
        root = there(tmp_path / f"step-{failing}")
        calls = itertools.count()

        def flaky(
            path: Path, target: Path, calls: Iterator[int] = calls, failing: int = failing
        ) -> Path:
            if next(calls) == failing:
                raise OSError(28, "No space left on device")
            return rename(path, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "rename", flaky)
            error = outcome(CHANGES[name], root)
        assert (state(root) == before) == (error is not None)
        assert not (root / STAGE).exists()
        failed += error is not None
    assert failed


def outcome(do: Callable[[Path], None], root: Path) -> OutputError | None:
    """Answers: which error did it end in?"""
    try:
        do(root)
    except OutputError as error:
        return error
    return None


def test_what_a_killed_run_left_is_no_register(held: Path) -> None:
    """Half-written folders are not loaded; folders half in place are not answered from."""
    before = state(held)
    half = held / STAGE / "new-0"
    half.mkdir(parents=True)
    shutil.copy(held / "2020-101" / "order.yaml", half)
    assert [order.id for order in kz.load(held).orders] == ["2020-101"]
    (held / STAGE / "plan.json").write_text('["../2021-8"]', encoding="utf-8")
    with pytest.raises(DataError) as caught:
        kz.load(held)
    assert keys(caught.value) == ["interrupted-import"]
    assert half.is_dir()
    shutil.rmtree(held / STAGE)
    found = bring(held, BASE)
    assert (found.role, state(held)) == (Role.WITNESS, before)
    assert not (held / STAGE).exists()


def test_a_register_that_would_not_load_is_not_written(
    held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is tried on a copy first; what fails there is told at its place here."""

    def spoilt(*args: Any) -> Any:  # noqa: ANN401
        made = prepare(*args)
        (folder,) = (one for one in made.folders if one.place == "2021-7")
        files = {**folder.files, "order.yaml": b"id: 2021-7\n"}
        return evolve(made, folders=(evolve(folder, files=files),))

    monkeypatch.setattr("kz_civil_positions.importing.run.prepare", spoilt)
    error = refusal(held, AMENDING)
    assert isinstance(error, DataError)
    assert all(one.where.startswith(str(held / "2021-7")) for one in error.problems)


# ------------------------------------------------------------------------------- verify


def test_an_original_that_was_changed_is_found(held: Path) -> None:
    """The document as it was brought is sealed like every other file."""
    path = held / "2020-101" / "original.txt"
    path.write_text(BASE.replace("Күзетші", "Бағбан"), encoding="utf-8")
    found = [one.key for one in verify(held).failures]
    assert found == ["verify.seal-broken", "verify.transcribed-otherwise"]


def test_the_document_read_again_gives_the_text(held: Path) -> None:
    """A text that is not what the document says is found, even under a seal of its own."""
    checks = {check.key: check for check in verify(held).checks}
    assert checks["verify.check-transcribed"].count > 10
    order = held / "2020-101" / "order.yaml"
    text = order.read_text(encoding="utf-8")
    order.write_text(text.replace("form: paragraphs", "form: lines"), encoding="utf-8")
    assert "verify.transcribed-otherwise" in [one.key for one in verify(held).failures]


def test_a_missing_library_is_said_and_no_failure(
    held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a format cannot be read here, the check says that it was not made."""

    def missing(*_: object) -> None:
        raise BadInputError("documents.needs-pdf")

    monkeypatch.setattr("kz_civil_positions.verification.transcribed.read_document", missing)
    verdict = verify(held)
    assert verdict.ok
    assert "verify.check-not-transcribed" in [check.key for check in verdict.checks]


@pytest.mark.parametrize(
    ("name", "old", "new", "key"),
    [
        ("register.yaml", "Күзетші.", "Бағбан.", "verify.differs"),
        ("edition.yaml", "number: '7'", "number: '8'", "verify.differs"),
        ("edition.yaml", "form: paragraphs", "form: lines", "verify.transcribed-otherwise"),
        ("source.kaz.txt", "Күзетші.", "Бағбан.", "verify.seal-broken"),
        ("repairs.yaml", "by", "be", "verify.seal-broken"),
    ],
)
def test_a_published_edition_is_verified_as_an_order_is(
    name: str, old: str, new: str, key: str, published: Path
) -> None:
    """Its files are sealed, its register and its notes are derived again from its source."""
    path = published / "2020-101" / "editions" / "2021-06-01" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    spoilt = f"# {new}\n{text}" if name == "repairs.yaml" else text.replace(old, new)
    path.write_text(spoilt, encoding="utf-8")
    failures = verify(published).failures
    assert key in [one.key for one in failures]
    assert any("2021-06-01" in one.where for one in failures)


def test_files_outside_of_the_folder_are_not_read(held: Path) -> None:
    """What order.yaml names as a file stands in its own folder, or the data is refused."""
    path = held / "2020-101" / "order.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("original.txt", "../../made-up.txt"), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        kz.load(held)
    assert keys(caught.value) == ["outside-folder"]


# ------------------------------------------------------------------------------ the answer


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_says_what_was_read_and_what_to_do(
    language: str, held: Path, tmp_path: Path
) -> None:
    """Facts, unexpressed instructions, files written and the next step, in each language."""
    result = command(file(tmp_path, AMENDING), "--into", str(held), "--lang", language)
    assert result.exit_code == 0
    said = result.stdout
    assert "2021-7" in said
    assert "ойдан шығарылған нәрсе" in said
    assert str(held / "2021-7" / "review.html") in said
    assert f"kz-civil-positions verify --data {held}" in said
    assert "importing." not in said
    page = (held / "2021-7" / "review.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in page


def test_the_same_import_gives_the_same_files(root: Path, tmp_path: Path) -> None:
    """Nothing of the moment or of the machine is in what is written."""
    bring(root, BASE)
    bring(tmp_path / "again", BASE)
    assert state(root) == state(tmp_path / "again")


def test_orders_stay_orders(held: Path) -> None:
    """What is written is read back as the very order that was brought."""
    order = kz.load(held).base
    assert isinstance(order, Order)
    assert order_text(
        order, "# Order 101 of 10 January 2020: what it is, what it says of itself, what it does.\n"
    ) == (held / "2020-101" / "order.yaml").read_text("utf-8")
