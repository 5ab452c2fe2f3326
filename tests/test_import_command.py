"""Bringing a document: read, checked, written, reported.

Every text here but that of order 920 is made up, and says so.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve

import kz_civil_positions as kz
from bringing import (
    AMENDING,
    BASE,
    CONSOLIDATED,
    JUNE,
    NAME,
    RUSSIAN,
    TABLE,
    bring,
    command,
    file,
    keys,
    refusal,
    state,
)
from kz_civil_positions.importing.result import Request, Role
from kz_civil_positions.importing.run import import_document
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import Content
from kz_civil_positions.operations import ReplaceWords, Restate
from kz_civil_positions.orders import Order
from kz_civil_positions.sources.readers.limits import MAX_BYTES
from kz_civil_positions.storage.load import RegisterFile, load_repairs
from kz_civil_positions.storage.root import data_root
from kz_civil_positions.storage.write import order_text, register_text, repairs_text
from kz_civil_positions.verification import verify
from official_forms import as_docx, as_html, as_text

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


def test_orders_of_a_fictional_register_are_marked_so(held: Path) -> None:
    """What is brought to a specimen says wherever it is shown that it is one, as its base does."""
    order = held / "2020-101" / "order.yaml"
    text = order.read_text(encoding="utf-8")
    order.write_text(text.replace("\ndates:\n", "\nfictional: true\ndates:\n"), encoding="utf-8")
    assert bring(held, AMENDING).role is Role.AMENDING
    assert [one.fictional for one in kz.load(held).orders] == [True, True]
    page = (held / "2021-7" / "review.html").read_text(encoding="utf-8")
    assert "Ойдан шығарылған үлгі" in page


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


# --------------------------------------------------------- a damaged text, brought step by step


def test_a_damaged_text_is_brought_step_by_step(root: Path, tmp_path: Path) -> None:
    """First it is said what could not be read; with one reading recorded the register is there.

    Of many failures the first are told. The reading speaks of a part of its line, and the rest
    of the line stays as it is printed.
    """
    source = str(data_root() / "2019-920" / "source.kaz.txt")
    told = command(source, "--into", str(root), "--lang", "en")
    assert told.exit_code == 0
    assert "The text has a table (levels: 36), but the instruction" in told.output
    assert "displaced-words-l18" in told.output
    assert len(told.output.splitlines()) < 80
    assert not kz.load(root).edition("2019").held
    readings = file(
        tmp_path,
        """\
by_hand:
  - kind: displaced-words
    lines: [18, 18]
    stood: 'лауазымдарының  мынадай редакцияда тізілімі'
    stands: 'лауазымдарының тізілімі мынадай редакцияда'
    why: {kk: сөз орнынан түскен, ru: слово выпало, en: a word fell out of place}
""",
        "readings.yaml",
    )
    words = (source, "--into", str(root), "--lang", "en", "--readings", readings, "--replace")
    again = command(*words)
    assert "verify finds" not in again.output
    assert kz.load(root).edition("2019").held
    assert verify(root).ok
