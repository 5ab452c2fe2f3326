"""An edition's text in another language: held beside it, verified, answered, never replayed.

Every text here but that of order 920 is made up, and says so: "ойдан шығарылған" and
"вымышленный" are "made up".
"""

import datetime
import hashlib
import json
import shutil
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

import kz_civil_positions as kz
from bringing import (
    BANK,
    BASE,
    CONSOLIDATED,
    JUNE,
    RUSSIAN,
    bring,
    keys,
    refusal,
    state,
)
from kz_civil_positions.cli import main
from kz_civil_positions.errors import BadInputError, DataError, NotHeldError
from kz_civil_positions.exports.whole import read_register, register_document
from kz_civil_positions.importing.identity import ids_in
from kz_civil_positions.importing.result import Role
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.storage.compiled import COMPILED_FILE, compiled, load_compiled
from kz_civil_positions.verification import verify

NOTE: Final = (
    "Сноска. С изменением, внесенным приказом Председателя вымышленного агентства от 01.03.2021 "
    "№ 7."
)
LATER: Final = RUSSIAN.replace("ПРИКАЗЫВАЮ:", f"{NOTE}\n\nПРИКАЗЫВАЮ:").replace(
    "Водитель.", "Вымышленный водитель."
)


def command(root: Path, *words: str) -> Result:
    """Answers: what does the command print of this folder?"""
    return CliRunner().invoke(main, ["--data", str(root), "--lang", "en", *words])


@pytest.fixture(scope="module")
def both(with_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registers folder with an order and a published edition, each in both languages."""
    root = Path(shutil.copytree(with_base, tmp_path_factory.mktemp("both") / "registers"))
    found = bring(root, RUSSIAN)
    assert (found.role, found.edition) == (Role.PARALLEL, "2020-101 [rus]")
    bring(root, CONSOLIDATED, as_amended=JUNE, publisher=BANK)
    found = bring(root, LATER, as_amended=JUNE, publisher=BANK)
    assert (found.role, found.edition) == (Role.PARALLEL, f"2020-101@{JUNE} [rus]")
    assert found.failures == ()
    return root


@pytest.fixture
def copied(both: Path, tmp_path: Path) -> Path:
    """A copy of that folder, free to be damaged."""
    return Path(shutil.copytree(both, tmp_path / "registers"))


def test_an_edition_is_answered_in_each_language_that_is_held(both: Path) -> None:
    """The register's own text stays what it was; the other is given where it is asked for."""
    register = kz.load(both)
    assert register.edition("2020").language == "kaz"
    for name in ("2020-101", f"2020-101@{JUNE}"):
        assert register.languages(name) == ("kaz", "rus")
        russian = register.in_language(name, "rus")
        assert (russian.key, russian.language) == (name, "rus")
        assert russian["A1-1"].entries[0].heading == "Руководитель центра облаков:"
    assert register.in_language("2020", "rus")["D"].entries[0].text == "Водитель."
    later = register.in_language(f"2020@{JUNE}", "rus")
    assert later["D"].entries[0].text == "Вымышленный водитель."


def test_what_is_not_held_in_a_language_is_said(both: Path, register: kz.Register) -> None:
    """No text is given for another, and none is translated."""
    with pytest.raises(NotHeldError) as caught:
        register.in_language("2019", "rus")
    assert len({caught.value.text(language) for language in LANGUAGES}) == len(LANGUAGES)
    with pytest.raises(NotHeldError):
        register.in_language("2015", "kaz")
    told = command(both, "show", "D", "--text", "rus", "--edition", f"2020@{JUNE}")
    assert "Вымышленный водитель." in told.output
    assert CliRunner().invoke(main, ["show", "D", "--text", "rus"]).exit_code == 3


def test_ids_of_the_two_languages_are_never_one(both: Path) -> None:
    """Which words answer to which nobody has said; within a language a thing keeps its id."""
    register = kz.load(both)
    kazakh = {name for one in register.editions for name in ids_in(one.text)}
    first, second = (set(ids_in(one.content)) for one in register.parallel)
    assert not kazakh & (first | second)
    assert first & second


def test_texts_of_two_languages_are_not_compared(both: Path) -> None:
    """A difference of language is no change of law; in one language editions are compared."""
    register = kz.load(both)
    russian = register.in_language(f"2020@{JUNE}", "rus")
    with pytest.raises(BadInputError) as caught:
        register.diff(register.edition("2020"), russian)
    assert caught.value.key == "languages-apart"
    changes = register.diff(register.in_language("2020", "rus"), russian)
    of_law = [one.new for one in changes if one.lane.value == "law"]
    assert of_law == ["Вымышленный водитель."]
    told = command(both, "diff", "2020", f"2020@{JUNE}", "--text", "rus")
    assert told.exit_code == 0, told.output
    assert "Водитель." in told.output


def test_the_list_of_orders_tells_the_languages(both: Path) -> None:
    """Whoever asks what is held is told in which languages, in words and as plain data."""
    assert "(kaz, rus)" in command(both, "orders").output
    answer = json.loads(command(both, "orders", "--json").output)
    assert answer["orders"][0]["languages"] == ["kaz", "rus"]
    assert answer["published"][0]["languages"] == ["kaz", "rus"]


@pytest.mark.parametrize("name", ["2020-101", f"2020-101@{JUNE}"])
@pytest.mark.parametrize("tongue", ["kaz", "rus"])
def test_the_source_that_is_cited_is_that_of_the_text(both: Path, name: str, tongue: str) -> None:
    """Each edition, in each language, rests on a file of its own: its name, hash and lines."""
    day = name.partition("@")[2]
    folder = both / "2020-101" / (f"editions/{day}" if day else "")
    file = (folder / "rus" if tongue == "rus" else folder) / f"source.{tongue}.txt"
    hash_ = hashlib.sha256(file.read_bytes()).hexdigest()
    told = command(both, "show", "D", "--edition", name, "--text", tongue).output
    assert f"source.{tongue}.txt, SHA-256 {hash_}" in told
    rows = command(both, "export", "--edition", name, "--text", tongue, "--format", "csv").output
    assert all(hash_ in row for row in rows.splitlines()[1:])


def test_the_lines_of_a_published_text_are_its_own(both: Path) -> None:
    """The chain of evidence of a published edition leads to its file, not to its base order's."""
    name = f"2020-101@{JUNE}"
    (entry,) = kz.load(both).edition(name)["A1-2"].entries
    told = json.loads(command(both, "explain", entry.id, "--edition", name, "--json").output)
    assert [one["text"].split("\t")[-1] for one in told["source"]["lines"]] == [entry.heading]
    file = both / "2020-101/editions" / str(JUNE) / "source.kaz.txt"
    assert told["source"]["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("export",), '"language": "rus"'),
        (("export", "--format", "csv"), "Вымышленный водитель."),
        (("export", "--format", "akn"), "Вымышленный водитель."),
        (("report", "edition", f"2020@{JUNE}"), "Вымышленный водитель."),
    ],
)
def test_what_is_given_to_others_can_be_in_either(
    both: Path, words: tuple[str, ...], says: str
) -> None:
    """Exports and reports are of the text that is asked for."""
    chosen = () if words[0] == "report" else ("--edition", f"2020@{JUNE}")
    told = command(both, *words, *chosen, "--text", "rus")
    assert told.exit_code == 0, told.output
    assert says in told.output
    assert "Жүргізуші" not in told.output


def test_linked_data_has_an_expression_for_each_language(both: Path) -> None:
    """Two expressions of one edition, each with its language and an address of its own."""
    told = command(both, "export", "--format", "jsonld")
    graph = json.loads(told.output)["@graph"]
    found = [
        (node["version"], node["language"].rpartition("/")[2], node["id"])
        for node in graph
        if "version" in node
    ]
    assert [(name, tongue) for name, tongue, _ in found if name == "2020-101"] == [
        ("2020-101", "KAZ"),
        ("2020-101", "RUS"),
    ]
    assert len({address for _, _, address in found}) == len(found)
    (work,) = (node for node in graph if node.get("id_local") == "2020-101")
    assert {address for _, _, address in found} <= set(work["is_realized_by"])
    assert command(both, "export", "--format", "jsonld", "--text", "rus").exit_code == 2


def test_a_whole_register_is_exported_with_all_its_texts(both: Path, tmp_path: Path) -> None:
    """As JSON and as the compiled copy it is read back equal."""
    register = kz.load(both)
    assert read_register(register_document(register)) == register
    file = tmp_path / COMPILED_FILE
    file.write_bytes(compiled(both))
    assert load_compiled(file) == register
    assert command(both, "export", "--all", "--text", "rus").exit_code == 2


def test_the_text_is_verified_against_its_own_source(copied: Path) -> None:
    """A word changed in the register, the source or the original of either language is found."""
    assert verify(copied).ok
    for name in ("register.yaml", "source.rus.txt"):
        file = copied / "2020-101/rus" / name
        before = file.read_text(encoding="utf-8")
        file.write_text(before.replace("Водитель", "Сторож"), encoding="utf-8")
        found = verify(copied)
        assert {check.order for check in found.checks if not check.ok} == {"2020-101 [rus]"}
        file.write_text(before, encoding="utf-8")


def test_levels_that_only_one_text_has_are_told(copied: Path) -> None:
    """Two official texts may differ in their levels: that is no failure, and is not silent."""
    counts = {
        check.key.rpartition(".")[2]: check.count
        for check in verify(copied).checks
        if check.key.startswith("verify.check-parallel") and check.order == "2020-101 [rus]"
    }
    assert counts == {"check-parallel": 2, "check-parallel-apart": 1}


def test_brought_again_it_is_a_second_witness(copied: Path) -> None:
    """What is held in that language is compared in that language, and replaced when asked."""
    before = state(copied)
    again = bring(copied, RUSSIAN)
    assert (again.role, again.differs, again.written) == (Role.WITNESS, False, ())
    other = RUSSIAN.replace("Водитель.", "Сторож.")
    assert bring(copied, other).differs
    assert state(copied) == before
    done = bring(copied, other, replace=True)
    assert done.role is Role.REPLACED
    assert kz.load(copied).in_language("2020", "rus")["D"].entries[0].text == "Сторож."
    assert kz.load(copied).edition("2020")["D"].entries[0].text == "Жүргізуші."


def test_replacing_the_edition_leaves_its_other_text(copied: Path) -> None:
    """A text in another language is nobody's to take away but its own replacement's."""
    bring(copied, BASE.replace("Күзетші.", "Қарауыл."), replace=True)
    register = kz.load(copied)
    assert register.languages("2020") == ("kaz", "rus")
    assert verify(copied).ok


def test_it_needs_the_edition_in_the_registers_language(held: Path) -> None:
    """A register is replayed in one language: another's text stands beside an edition, or not."""
    day = datetime.date(2022, 1, 1)
    error = refusal(held, LATER, as_amended=day, publisher=BANK)
    assert keys(error) == ["importing.no-edition-beside"]
    amending = (
        "О внесении изменения в приказ Председателя вымышленного агентства от 10 января 2020 года "
        "№ 101\n\nПриказ Председателя вымышленного агентства от 1 марта 2021 года № 7\n\n"
        "ПРИКАЗЫВАЮ:\n1. Внести в приказ Председателя вымышленного агентства от 10 января 2020 "
        'года № 101 "Об утверждении реестра должностей вымышленного агентства" следующее '
        "изменение:\nслово «Водитель.» исключить.\n2. Настоящий приказ вводится в действие по "
        "истечении десяти календарных дней после дня его первого официального опубликования.\n"
        "Председатель А. Вымыслов\n"
    )
    assert keys(refusal(held, amending)) == ["importing.register-language"]


def _moved(root: Path) -> Path:
    return Path(shutil.move(root / "2020-101/rus", root / "2020-101/eng"))


def _named_wrongly(root: Path) -> Path:
    folder = root / "2020-101/rus"
    _change(folder, "edition: 2020-101\n", "edition: 2020-101@2021-06-02\n")
    target = root / "2020-101/editions/2021-06-02"
    target.mkdir()
    return Path(shutil.move(folder, target / "rus"))


def _same_language(root: Path) -> Path:
    folder = root / "2020-101/rus"
    _change(folder, "language: rus", "language: kaz")
    return Path(shutil.move(folder, root / "2020-101/kaz"))


def _change(folder: Path, old: str, new: str) -> None:
    file = folder / "parallel.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "key"),
    [
        (_moved, "parallel-elsewhere"),
        (_named_wrongly, "parallel-of-none"),
        (_same_language, "parallel-same-language"),
    ],
)
def test_a_text_that_cannot_stand_there_is_refused(copied: Path, damage: object, key: str) -> None:
    """Its folder is its language's, in that of an edition that is held in another."""
    assert callable(damage)
    folder = damage(copied)
    with pytest.raises(DataError) as caught:
        kz.load(copied)
    (problem,) = caught.value.problems
    assert (problem.key, problem.where.startswith(str(folder))) == (key, True)


def test_a_link_in_its_place_is_refused(copied: Path, tmp_path: Path) -> None:
    """Nothing is read outside of the folder, whichever language it is."""
    folder = copied / "2020-101/rus"
    shutil.move(folder, tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DataError) as caught:
        kz.load(copied)
    assert {one.key for one in caught.value.problems} == {"link-out-of-folder"}
