"""The specimen: plainly fictional, sound, and whole: every operation and hard case of time."""

import datetime
from collections import Counter
from pathlib import Path
from typing import Final, get_args

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

import kz_civil_positions as kz
from histories import at, day, keys, says
from kz_civil_positions.amending.scope import declared
from kz_civil_positions.amending.tree import KINDS, IndexedTree
from kz_civil_positions.calendar import CommencementRule, OnCondition
from kz_civil_positions.cli import main
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.errors import NotInEffectError
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.status import State
from kz_civil_positions.history.timeline import OutcomeState
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.model import Content
from kz_civil_positions.operations import (
    Insert,
    InsertWords,
    Operation,
    Restate,
    RestatePoint,
    WordPlace,
)

SPECIMEN: Final = Path(__file__).parent.parent / "examples" / "specimen"
FILES: Final = sorted(SPECIMEN.rglob("*.yaml"))
MARKS: Final = ("ОЙДАН ШЫҒАРЫЛҒАН", "ВЫМЫШЛЕННЫЙ", "FICTIONAL")


@pytest.fixture(scope="module")
def specimen() -> Register:
    """The specimen, read once."""
    return kz.load(SPECIMEN)


def operations_of(register: Register) -> list[Operation]:
    """Answers: which operations do the orders have, those that a point gets anew among them?"""
    listed = [one for order in register.orders for one in order.operations]
    points = [one for one in listed if isinstance(one, RestatePoint)]
    return [*listed, *(inner for one in points for inner in one.operations)]


# --- fictional, and sound -------------------------------------------------------------


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_file_says_at_its_head_that_it_is_fictional(file: Path) -> None:
    """Whoever opens a file of the specimen reads first, in three languages, that it is none."""
    head = file.read_text(encoding="utf-8").split("\n")[: len(MARKS)]
    assert [line.startswith(f"# {mark}") for line, mark in zip(head, MARKS, strict=True)] == [
        True
    ] * len(MARKS)


def test_every_order_is_marked_fictional_and_its_title_says_so(specimen: Register) -> None:
    """No order of the specimen can be taken for one of a real body."""
    assert all(order.fictional for order in specimen.orders)
    assert all("(ойдан шығарылған бұйрық)" in order.title for order in specimen.orders)
    [issuer] = {order.issuer for order in specimen.orders}
    assert "Ойдан шығарылған" in issuer.kk
    assert "Вымышленного" in issuer.ru
    assert "Fictional" in issuer.en


def test_the_specimen_and_the_real_register_share_no_order(specimen: Register) -> None:
    """Neither register can pass for the other: no id, number, registration or issuer is shared."""
    real = kz.load()
    for name in ("id", "number", "registration", "issuer"):
        ours = {getattr(order, name) for order in specimen.orders}
        assert not ours & {getattr(order, name) for order in real.orders}


def test_the_readme_names_every_order_and_says_that_it_is_fictional(specimen: Register) -> None:
    """The table of the specimen is complete, and its first words are the warning."""
    text = (SPECIMEN / "README.md").read_text(encoding="utf-8")
    assert all(f"[{order.id}]({order.id}/order.yaml)" in text for order in specimen.orders)
    assert all(f"**{mark}.**" in text for mark in MARKS)


def test_the_specimen_is_small(specimen: Register) -> None:
    """About four blocks, ten to fifteen levels and twenty-five entries: it can be read whole."""
    first = specimen.editions[0]
    assert [str(block.code) for block in first.blocks] == ["A", "B", "C", "D"]
    assert len(first.levels) == 14
    assert len(first.entries) == 25
    assert {section.sector for section in first.blocks[1].sections} == {None, "health", "other"}


@pytest.mark.parametrize(
    "words",
    [
        ["orders"],
        ["show", "A2-2"],
        ["find", "жел"],
        ["status", "2023-06-01"],
        ["history", "A2-2"],
    ],
    ids=" ".join,
)
def test_the_commands_open_the_specimen_and_say_that_it_is_fictional(words: list[str]) -> None:
    """``--data examples/specimen`` is all it takes."""
    result = CliRunner().invoke(main, [*words, "--data", str(SPECIMEN), "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert "fictional" in result.output.lower()


# --- every operation ------------------------------------------------------------------


def test_every_operation_is_used(specimen: Register) -> None:
    """The specimen has every kind of operation at least once, and every place for words."""
    used = operations_of(specimen)
    assert {type(one) for one in used} == set(get_args(Operation))
    assert {one.where for one in used if isinstance(one, InsertWords)} == set(WordPlace)


def test_everything_that_can_be_restated_or_inserted_is(specimen: Register) -> None:
    """Register, block, link, level, entry, item and list of abbreviations; element by element."""
    used = operations_of(specimen)
    restated = {one.target.kind for one in used if isinstance(one, Restate)}
    inserted = {KINDS[type(one.content)] for one in used if isinstance(one, Insert)}
    assert restated == {
        Kind.REGISTER,
        Kind.BLOCK,
        Kind.LINK,
        Kind.LEVEL,
        Kind.ENTRY,
        Kind.ITEM,
        Kind.ABBREVIATIONS,
    }
    assert inserted == {Kind.ENTRY, Kind.ITEM, Kind.LEVEL, Kind.ABBREVIATION}


def test_every_rule_but_two_puts_some_order_into_effect(specimen: Register) -> None:
    """On a date, after publication, on it, with another act, on a condition met or awaited."""
    rules = {type(order.rule).__name__ for order in specimen.orders}
    rules |= {type(one.commencement).__name__ for one in operations_of(specimen)}
    every = {rule.__name__ for rule in get_args(CommencementRule)}
    assert every - rules == {"OnRegistration", "UnknownRule"}
    met = [order.rule.met for order in specimen.orders if isinstance(order.rule, OnCondition)]
    assert sorted(one is None for one in met) == [False, True]


FORMULAS: Final = {
    "restate": "мынадай редакцияда жазылсын",
    "insert": "толықтырылсын",
    "remove": "алып тасталсын",
    "replace": "ауыстырылсын",
    "replace-words": "ауыстырылсын",
    "insert-words": "толықтырылсын",
    "remove-words": "алып тасталсын",
    "move": "көшірілсін",
    "relabel": "деп есептелсін",
    "repeal": "күші жойылды деп танылсын",
    "suspend": "дейін тоқтатыла тұрсын",
    "restate-point": "мынадай редакцияда жазылсын",
    "recommence": "ауыстырылсын",
}


def test_each_operation_quotes_its_formula_from_the_text_of_its_order() -> None:
    """A quotation stands in the order's own paragraphs, and uses the formula of its operation."""
    for file in sorted(SPECIMEN.glob("*/order.yaml")):
        data = YAML(typ="safe", pure=True).load(file)
        texts = {one.get("number"): one["text"] for one in data["paragraphs"]}
        for one in data["operations"]:
            instruction = one["instruction"]
            assert texts[instruction["point"]] == instruction["quote"]
            bekit = one["do"] == "restate" and one["target"] == "register"
            assert ("бекітілсін" if bekit else FORMULAS[one["do"]]) in instruction["quote"]


def test_every_change_lies_in_the_thing_its_operation_names(specimen: Register) -> None:
    """What an operation declares is never the whole register, but for the base order's own."""
    for step, edition in zip(specimen.steps[1:], specimen.editions, strict=False):
        bench = IndexedTree(edition.text)
        for _, operation in step.operations[:1]:
            if step.changes_text:
                assert at("register") not in declared(bench, operation).within


# --- the tally ------------------------------------------------------------------------


def test_the_tally_balances(specimen: Register) -> None:
    """Applied, refused, not expressible and pending together are all the instructions."""
    number = sum(len(one.operations) + len(one.unexpressed) for one in specimen.orders)
    counts = Counter(outcome.state for outcome in specimen.outcomes)
    assert sum(counts.values()) == number == len(specimen.outcomes)
    assert set(counts) == set(OutcomeState)


@pytest.mark.parametrize(
    ("order", "index", "state"),
    [
        ("2020-205", 0, OutcomeState.APPLIED),
        ("2020-205", 5, OutcomeState.NOT_EXPRESSIBLE),
        ("2020-310", 3, OutcomeState.REFUSED),
        ("2020-402", 0, OutcomeState.APPLIED),
        ("2020-511", 0, OutcomeState.REFUSED),
        ("2023-200", 0, OutcomeState.APPLIED),
        ("2024-140", 0, OutcomeState.PENDING),
    ],
)
def test_each_instruction_that_is_not_applied_is_quoted_with_its_reason(
    specimen: Register, order: str, index: int, state: OutcomeState
) -> None:
    """No instruction is lost: its words and its reason can be had in three languages."""
    outcome = [one for one in specimen.outcomes if one.order == order][index]
    assert outcome.state is state
    reasons = {specimen.instruction(outcome, language)[1] for language in LANGUAGES}
    instruction = specimen.instruction(outcome)[0]
    assert instruction is not None
    assert instruction.quote
    assert len(reasons) == (1 if state is OutcomeState.APPLIED else len(LANGUAGES))
    assert ("" in reasons) == (state is OutcomeState.APPLIED)


# --- every hard case of time ----------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "state", "edition"),
    [
        ("2020-01-09", State.NOT_ADOPTED, None),
        ("2020-01-10", State.ADOPTED, None),
        ("2020-01-30", State.ADOPTED, None),
        ("2020-01-31", State.IN_EFFECT, "2020-101"),
        ("2020-06-10", State.IN_EFFECT, "2020-333"),
        ("2020-07-11", State.IN_EFFECT, "2020-402"),
        ("2020-07-12", State.IN_EFFECT, "2020-310"),
        ("2021-01-01", State.IN_EFFECT, "2020-640"),
        ("2021-04-01", State.IN_EFFECT, "2021-122"),
        ("2021-08-19", State.IN_EFFECT, "2021-340"),
        ("2021-08-20", State.IN_EFFECT, "2021-300"),
        ("2022-09-14", State.IN_EFFECT, "2022-155"),
        ("2022-09-15", State.IN_EFFECT, "2022-189"),
        ("2023-01-01", State.IN_EFFECT, "2022-188#1"),
        ("2023-02-18", State.IN_EFFECT, "2022-188#1"),
        ("2023-02-19", State.SUSPENDED, "2023-118"),
        ("2023-03-31", State.SUSPENDED, "2023-118"),
        ("2023-04-01", State.IN_EFFECT, "2023-118"),
        ("2023-06-01", State.UNDETERMINED, None),
        ("2023-06-25", State.IN_EFFECT, "2023-190"),
        ("2023-10-01", State.IN_EFFECT, "2023-230"),
        ("2024-01-01", State.IN_EFFECT, "2023-200"),
        ("2030-01-01", State.IN_EFFECT, "2023-200"),
    ],
)
def test_each_day_of_the_specimen(
    specimen: Register, asked: str, state: State, edition: str | None
) -> None:
    """The life of the specimen, turning day by turning day."""
    status = specimen.status(day(asked))
    assert (status.state, status.edition and status.edition.key) == (state, edition)
    assert status.beyond_checked == (asked > "2024-12-31")
    reasons = {status.reason(language) for language in LANGUAGES}
    assert len(reasons) == len(LANGUAGES)
    assert all(reasons)


def text_at(specimen: Register, asked: str) -> Content:
    """Answers: what did the specimen say on this day?"""
    return specimen.as_of(day(asked)).text


def test_published_later_but_in_effect_earlier(specimen: Register) -> None:
    """Editions follow the days of effect, not those of adoption or publication."""
    names = [edition.key for edition in specimen.editions]
    assert names.index("2020-333") < names.index("2020-310")


def test_an_amendment_to_an_order_not_yet_in_effect(specimen: Register) -> None:
    """The changed point is carried out in its new words, and the old ones never."""
    edition = specimen.edition("2020-310")
    assert [entry.id for entry in edition["C2"].entries] == [
        "muragatshy",
        "aga-kitapkhanashy",
        "kitapkhanashy",
    ]


def test_stillborn_and_not_revived(specimen: Register) -> None:
    """An order repealed before it took effect never does, though its repeal is repealed."""
    with pytest.raises(NotInEffectError):
        specimen.edition("2020-511")
    assert says(specimen.editions[-1], "kuzetshi") is not None
    assert "2020-511" not in [edition.order for edition in specimen.editions]


def test_two_orders_on_one_day(specimen: Register) -> None:
    """Without conflict both stand; in conflict the one adopted later prevails."""
    edition = specimen.as_of(day("2021-04-01"))
    assert says(edition, "kuzetshi") == "Күзетші, бақылаушы."
    assert says(edition, "bagban") == "Бағбан немесе көгалдандырушы."
    assert "орман шипажайының" in str(says(edition, "aimaqtyq-mm-basshysy"))
    assert specimen.status(day("2021-04-01")).state is State.IN_EFFECT


def test_retroactive_force_goes_before_an_edition_that_was_there(specimen: Register) -> None:
    """Before the later order was known, the day had another answer."""
    asked, then = day("2021-08-10"), day("2021-09-01")
    assert specimen.as_of(asked).key == "2021-340"
    assert specimen.as_of(asked, known_at=then).key == "2021-122"
    assert says(specimen.as_of(asked), "gylymi-qyzmetker") == "Ғылыми қызметкер."
    assert says(specimen.as_of(asked, known_at=then), "gylymi-qyzmetker") is None
    assert specimen.as_of(day("2021-08-20"), known_at=then).key == "2021-300"


def test_a_part_is_suspended_and_comes_back(specimen: Register) -> None:
    """A suspended part is named, while the rest of the register is in effect."""
    suspended = {
        asked: specimen.status(day(asked)).suspended
        for asked in ("2022-01-28", "2022-01-29", "2022-06-30", "2022-07-01")
    }
    health = (Address.parse("sector:B/health"),)
    assert list(suspended.values()) == [(), health, health, ()]


def test_a_condition_met_by_a_later_act(specimen: Register) -> None:
    """Before the condition was met the order was not in effect, and nobody knew a day."""
    assert specimen.as_of(day("2022-09-15")).text.blocks[3].heading.startswith("D блогы –")
    earlier = specimen.status(day("2022-12-01"), known_at=day("2022-09-01"))
    assert earlier.edition is not None
    assert earlier.edition.text.blocks[3].heading == "D блогы (қосалқы персонал)"


def test_staggered_commencement(specimen: Register) -> None:
    """A point with a rule of its own is carried out on its own day."""
    item = "sanaty-zhoq-mamandar.aspan-baqylaushy"
    assert item not in specimen.as_of(day("2022-12-31"))
    assert item in specimen.as_of(day("2023-01-01"))


def test_together_with_another_act(specimen: Register) -> None:
    """An order put into effect with another has that other's day, and says so."""
    found = specimen.in_effect(specimen.order("2022-189"))
    assert found.day == specimen.in_effect(specimen.order("2022-188")).day == day("2022-09-15")
    assert found.grounds[0].key == "with-act"


def test_unknown_publication_leaves_two_candidates_until_the_user_tells(
    specimen: Register,
) -> None:
    """Between registration plus eleven and the duty to publish, nothing is settled."""
    asked = day("2023-06-01")
    assert keys(specimen.status(asked).candidates) == ["2023-118", "2023-190"]
    told = specimen.with_publication("2023-190", day("2023-05-18"), "банк")
    assert told.as_of(asked).key == "2023-190"
    late = specimen.with_publication("2023-190", day("2023-06-14"), "банк")
    assert late.as_of(asked).key == "2023-118"


def test_a_delay(specimen: Register) -> None:
    """An order put off is in effect on its new day; known earlier, on its old one."""
    assert specimen.in_effect(specimen.order("2023-200")).day == day("2024-01-01")
    before = specimen.as_known_at(day("2023-08-01"))
    assert before.in_effect(before.order("2023-200")).day == day("2023-10-01")


def test_what_was_removed_answers_still(specimen: Register) -> None:
    """A removed entry keeps its id, its last words, and the order that removed it."""
    name = "respublikalyq-mm-galym-khatshysy"
    stone = specimen.tombstones[at(f"entry:{name}")]
    assert (stone.order, stone.text) == ("2020-640", "Республикалық маңызы бар ММ ғалым-хатшысы.")
    events = [(event.order, event.kind.value) for event in specimen.history(name)]
    assert events == [("2020-101", "approved"), ("2020-640", "removed")]
    assert name not in specimen.editions[-1]


def test_history_follows_an_entry_through_rewording_relabelling_and_move(
    specimen: Register,
) -> None:
    """One entry, one id, wherever it stands and whatever it says."""
    events = specimen.history("aimaqtyq-mm-filialynyn-basshysy")
    assert [(event.kind.value, event.order, str(event.place)) for event in events] == [
        ("approved", "2020-101", "level:A2-3"),
        ("changed", "2020-205", "level:A2-3"),
        ("relabelled", "2020-310", "level:A2-2"),
        ("moved", "2020-310", "level:A3-1"),
    ]
    assert all(event.instruction for event in events)


def test_a_doubt_and_a_fault_end_with_the_words_they_were_about(specimen: Register) -> None:
    """A misprint that an order mends is no fault of later editions."""
    faults = {edition.key: len(edition.faults) for edition in specimen.editions}
    assert (faults["2021-122"], faults["2021-340"], faults["2021-300"]) == (1, 0, 0)
    assert all(len(edition.doubts) == 1 for edition in specimen.editions)


def test_unchanged_blocks_are_the_same_objects(specimen: Register) -> None:
    """Neighbouring editions share whatever the order between them did not touch."""
    before, after = specimen.edition("2020-640").text, specimen.edition("2021-121").text
    assert [x is y for x, y in zip(before.blocks, after.blocks, strict=True)] == [
        False,
        True,
        True,
        False,
    ]
    suspended, paused = specimen.edition("2022-188").text, specimen.edition("2023-118").text
    assert suspended is paused


def test_every_turning_day_has_one_answer(specimen: Register) -> None:
    """No day between 2019 and 2026 is without a state, and each state is sentence enough."""
    first = datetime.date(2019, 12, 1)
    states = [specimen.status(first + datetime.timedelta(days=n)).state for n in range(2300)]
    assert set(states) == set(State) - {State.REPEALED}
