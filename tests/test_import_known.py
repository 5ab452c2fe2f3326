"""A text for an order that is known by name: held against what is known, ids carried over.

Every text here but that of order 920 is made up, and says so.
"""

import datetime
import json
import shutil
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve

import kz_civil_positions as kz
from bringing import (
    AMENDING,
    BASE,
    CLAUSE,
    NAME,
    bring,
    command,
    file,
    keys,
    refusal,
)
from kz_civil_positions.codes import Address
from kz_civil_positions.errors import DataError
from kz_civil_positions.importing.identity import carry_over, doubts_about, ids_in
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.orders import OrderParagraph, OrderRole
from kz_civil_positions.reports.comparative import comparative_table
from kz_civil_positions.reports.document import Table
from kz_civil_positions.sources.repairs import RepairKind
from kz_civil_positions.storage.load import load_repairs
from kz_civil_positions.storage.root import data_root
from official_forms import as_text

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
        if one.lane.value == "law"
    ]
    assert ("entry-removed", ADDED) in of_law
    assert sorted(kind for kind, _ in of_law) == ["entry-removed", "item-added"]
    old, new = supplied.edition("2015"), supplied.edition("2019")
    table = comparative_table(supplied, old, new, "en")
    assert any(isinstance(part, Table) for part in table.parts)


def test_what_a_person_decided_about_words_holds_for_the_same_words(folder_2015: Path) -> None:
    """Two editions that print the same are read the same, and the reason says whence it is."""
    register = kz.load(folder_2015)
    repairs = load_repairs(folder_2015 / "2015-1035", register.order("1035"))
    (one,) = (one for one in repairs.by_hand if one.kind is RepairKind.ONE_ITEM)
    assert one.why is not None
    assert {one.why[language].partition(":")[0] for language in LANGUAGES} == {"2019-920"}
    old, new = (register.edition(name)["D"].entries[0].items for name in ("2015", "2019"))
    assert [item.text for item in old] == [item.text for item in new]


def test_what_nobody_decided_is_not_taken_for_decided(registers: Path) -> None:
    """A reading at which a doubt of the held order stands is suggested anew, with its doubt."""
    register = kz.load(registers)
    order = register.order("920")
    reading = next(
        one
        for one in load_repairs(registers / order.id, order).by_hand
        if one.kind is RepairKind.ONE_ITEM
    )
    file = registers / order.id / "register.yaml"
    why = "{kk: күмән, ru: сомнение, en: a doubt}"
    lines = f"[{reading.lines.first}, {reading.lines.last}]"
    doubt = (
        f"doubts:\n  - {{id: made-up, kind: made-up, certitude: weak, about: ['level:D'], "
        f"statement: {why}, evidence: [{{note: {why}, lines: {lines}}}], settled_by: {why}}}\n"
    )
    text = file.read_text(encoding="utf-8")
    assert "\ndoubts:\n" in text
    file.write_text(text.replace("\ndoubts:\n", f"\n{doubt}", 1), encoding="utf-8")
    bring(registers, made_up_2015(register))
    brought = kz.load(registers).edition("2015")
    assert "list-divided" in {one.kind for one in brought.doubts}


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


def test_ids_are_not_taken_from_a_text_that_is_not_held(known_by_name: Path, root: Path) -> None:
    """Nor from an edition of a register that is not there yet."""
    assert keys(refusal(known_by_name, BASE, base="2020-101")) == ["importing.base-not-held"]
    assert keys(refusal(root, BASE, base="2020")) == ["importing.no-register"]
