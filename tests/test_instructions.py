"""Amending orders read: what they bid exactly becomes operations, all else is listed with why."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs import evolve

import kz_civil_positions as kz
from kz_civil_positions.amending.engine import apply
from kz_civil_positions.calendar import OnDate
from kz_civil_positions.errors import RegisterError
from kz_civil_positions.messages.instructions import MESSAGES
from kz_civil_positions.model import Block, Content, Entry, Item, Level, Link, Section, Span
from kz_civil_positions.operations import Insert, Operation, Restate, RestatePoint
from kz_civil_positions.orders import Order, Unexpressed
from kz_civil_positions.sources.instructions import Instructed, Known, read_instructions
from kz_civil_positions.sources.instructions.sentences import read_sentences
from kz_civil_positions.sources.lines import read_parts
from kz_civil_positions.sources.paragraphs import Paragraph, Part, Piece
from kz_civil_positions.storage.convert import converter
from kz_civil_positions.storage.load import RegisterFile, load_repairs, structure
from kz_civil_positions.storage.root import data_root
from kz_civil_positions.storage.yaml import read_yaml

HERE = Path(__file__).parent
DATA = HERE / "data" / "instructions"
SPECIMEN = HERE.parent / "examples" / "specimen"
ORDER = "2031-9"
FRAMES = {
    "kaz": (
        "БҰЙЫРАМЫН:",
        (
            "1. Ойдан шығарылған агенттік төрағасының 2020 жылғы 10 қаңтардағы № 101 бұйрығына "
            "мынадай "
            "өзгерістер мен толықтырулар енгізілсін:"
        ),
        "көрсетілген бұйрықпен бекітілген азаматтық қызметшілер лауазымдарының тізілімінде:",
    ),
    "rus": (
        "ПРИКАЗЫВАЮ:",
        (
            "1. Внести в приказ Председателя Вымышленного агентства от 3 февраля 2031 года № 7 "
            "следующие изменения и дополнения:"
        ),
        "в реестре должностей гражданских служащих, утверждённом указанным приказом:",
    ),
}
# Registration, control, commencement, signature: no instructions.
ENDS = {
    "kaz": (
        "2. Ойдан шығарылған департамент заңнамада белгіленген тәртіппен:",
        "1) осы бұйрықты мемлекеттік тіркеуді;",
        "2) осы бұйрықты интернет-ресурста орналастыруды қамтамасыз етсін.",
        "3. Осы бұйрықтың орындалуын бақылау төрағаның орынбасарына жүктелсін.",
        (
            "4. Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң "
            "қолданысқа енгізіледі."
        ),
        "Төраға Ә. Қиялұлы",
        '"КЕЛІСІЛДІ"',
        "Ойдан шығарылған министрлік",
    ),
    "rus": (
        "2. Вымышленному департаменту обеспечить государственную регистрацию настоящего приказа.",
        "3. Контроль за исполнением настоящего приказа возложить на заместителя.",
        (
            "4. Настоящий приказ вводится в действие по истечении десяти календарных дней "
            "после дня "
            "его первого официального опубликования."
        ),
        "Председатель А. Вымыслов",
    ),
}
PARTS = re.compile(rf"(?P<part>{'|'.join(Part)}):(?P<text>.+)")


def paragraph(text: str, line: int, order: str = ORDER) -> Paragraph:
    """A paragraph of an order; what is written before a colon says what it was read as."""
    tagged = PARTS.fullmatch(text)
    part, words = (Part(tagged["part"]), tagged["text"]) if tagged else (Part.FRAME, text)
    span = Span(order, line, line)
    return Paragraph(part, words, span, (Piece(line, words),), (0,))


def stream(texts: Iterable[str], order: str = ORDER) -> list[Paragraph]:
    """Paragraphs in reading order, one a line."""
    return [paragraph(text, number, order) for number, text in enumerate(texts, 1)]


def without_lines(thing: Any) -> Any:  # noqa: ANN401 - any part of the model
    """The same, wherever it is printed."""
    if isinstance(thing, Span):
        return None
    if isinstance(thing, tuple):
        return tuple(map(without_lines, thing))
    if attrs.has(type(thing)):
        fields = (one.name for one in attrs.fields(type(thing)))
        return type(thing)(**{name: without_lines(getattr(thing, name)) for name in fields})
    return thing


def without_ids(thing: Any) -> Any:  # noqa: ANN401
    """The same, whatever new entries and items are called."""
    if isinstance(thing, tuple):
        return tuple(map(without_ids, thing))
    if attrs.has(type(thing)):
        fields = (one.name for one in attrs.fields(type(thing)))
        bare = type(thing)(**{name: without_ids(getattr(thing, name)) for name in fields})
        return evolve(bare, id="") if isinstance(bare, Entry | Item) else bare
    return thing


def deed_of(operation: Operation) -> Operation:
    """What an operation does, the words it carries out apart."""
    bare: Operation = without_lines(evolve(operation, instruction=None))
    return bare


def tally(done: Instructed) -> list[tuple[str, Span | None]]:
    """Each instruction that ended somewhere: as operations, or unexpressed."""
    places = [one.instruction for one in done.operations]
    drafted = {(one.quote, one.lines) for one in places if one is not None}
    left = [(one.instruction.quote, one.instruction.lines) for one in done.unexpressed]
    assert not drafted & set(left)
    return sorted([*drafted, *left], key=str)


def check(
    done: Instructed, base: Content | None, texts: Sequence[Paragraph], language: str
) -> None:
    """What always holds: the tally balances, and the operations apply."""
    text = read_sentences(texts, language)
    wanted = {(one.quote, one.lines) for one in text.sentences}
    apart = {(one.quote, one.lines) for one in text.exceptions}
    found = tally(done)
    assert len(found) == len(set(found))
    assert wanted <= set(found) <= wanted | apart
    apply(base, done.operations, order=ORDER)


def reasons(left: Iterable[Unexpressed]) -> Iterator[str]:
    """The keys of the reasons; "refused" for the engine's own."""
    for one in left:
        fitting = [
            key
            for key, said in MESSAGES.items()
            if re.fullmatch(re.sub(r"\\\{\w+\\\}", ".*", re.escape(said["en"])), one.reason.en)
        ]
        assert one.reason.kk != one.reason.ru != one.reason.en
        yield fitting[0] if fitting else "refused"


# --------------------------------------------------------------------- each formula, by hand


@pytest.fixture(scope="module")
def specimen() -> kz.Register:
    """The fictional register that comes with the project."""
    return kz.load(SPECIMEN)


@pytest.fixture(scope="module")
def bases(specimen: kz.Register) -> dict[str, Content]:
    """A fictional register in either language."""
    file = DATA / "register.rus.yaml"
    russian = structure(read_yaml(file), RegisterFile, "2031-7", file)
    return {
        "kaz": specimen.edition("2020-101").text,
        "rus": Content(russian.blocks, russian.abbreviations),
    }


CASES = [
    pytest.param(language, case, id=f"{language}: {case['what']}")
    for language in ("kaz", "rus")
    for case in read_yaml(DATA / f"{language}.yaml")
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_each_formula_gives_its_operation(
    language: str, case: dict[str, Any], bases: dict[str, Content]
) -> None:
    """A formula of either language becomes the operation it bids, or is listed with its reason."""
    texts = stream([*FRAMES[language], *case["order"], *ENDS[language]])
    done = read_instructions(texts, bases[language], order=ORDER, language=language)
    made = converter(ORDER)
    wanted = made.structure(case["does"], tuple[Operation, ...])
    assert tuple(deed_of(one) for one in done.operations) == wanted
    assert list(reasons(done.unexpressed)) == case.get("why", [])
    check(done, bases[language], texts, language)


# ------------------------------------------------------------------------------- specimen


def bases_of(specimen: kz.Register) -> Iterator[tuple[Order, Content]]:
    """Each amending order, and the register that it was written upon."""
    keys = [edition.order for edition in specimen.editions]
    # In effect on one day, or stillborn, or not in effect yet: the edition before counts.
    before = {"2021-122": "2021-121", "2020-511": "2020-598"}
    for order in specimen.orders:
        name = before.get(order.id, order.id)
        at = keys.index(name) - 1 if name in keys else -1
        if order.amends:
            yield order, specimen.editions[at].text


def test_the_specimen_orders_are_read_as_they_are_stored(specimen: kz.Register) -> None:
    """No operation that the specimen stores is read otherwise; only new ids may differ."""
    known = Known(amends="2020-101", orders={one.id: one.rule for one in specimen.orders})
    exact = alike = 0
    for order, base in bases_of(specimen):
        texts = stream((one.text for one in order.paragraphs), order.id)
        done = read_instructions(texts, base, order=order.id, language="kaz", known=known)
        found, stored = without_lines(done.operations), without_lines(order.operations)
        assert without_ids(found) == without_ids(stored), order.id
        exact += sum(one in found for one in stored)
        alike += len(stored)
        left = [one.instruction.quote for one in done.unexpressed]
        assert left == [one.instruction.quote for one in order.unexpressed]
        check(done, base, texts, "kaz")
    assert (exact, alike) == (33, 36)


def test_another_order_is_touched_only_on_what_is_known(specimen: kz.Register) -> None:
    """A day in another order's clause is changed only where that order's rule is that very day."""
    order = specimen.order("2023-230")
    texts = stream(one.text for one in order.paragraphs)
    base = specimen.edition("2023-190").text
    rules = {one.id: one.rule for one in specimen.orders}
    done = read_instructions(texts, base, order=order.id, language="kaz", known=Known(orders=rules))
    assert [deed_of(one) for one in done.operations] == [deed_of(one) for one in order.operations]
    for known in (Known(), Known(orders=rules | {"2023-200": OnDate(order.dates.adopted)})):
        done = read_instructions(texts, base, order=order.id, language="kaz", known=known)
        assert (done.operations, list(reasons(done.unexpressed))) == ((), ["outside-register"])
    done = read_instructions(texts, base, order=order.id, language="kaz", known=Known(orders={}))
    assert list(reasons(done.unexpressed)) == ["other-order"]


def rows_of(content: Content, order: str) -> Iterator[Paragraph]:
    """A register as the importer reads its table."""
    texts = []
    for node in content.walk():
        if isinstance(node, Link | Level):
            part = Part.LINK if isinstance(node, Link) else Part.LEVEL
            if node.label.text or part is Part.LINK:
                texts.append((part, node.label.text or node.code.plain))
        elif isinstance(node, Entry):
            texts.append((Part.TEXT, node.heading))
        elif isinstance(node, Item):
            texts.append((Part.TEXT, node.text))
        elif isinstance(node, Block | Section) and node.heading:
            texts.append((Part.SECTOR if isinstance(node, Section) else Part.BLOCK, node.heading))
    for number, (part, text) in enumerate(texts, 900):
        yield Paragraph(part, text, Span(order, number, number), (Piece(number, text),), (0,))


@pytest.mark.parametrize(
    "bids",
    [
        "1. Қоса беріліп отырған Ойдан шығарылған агенттік лауазымдарының тізілімі бекітілсін.",
        (
            "1. Ойдан шығарылған агенттік төрағасының 2020 жылғы 10 қаңтардағы № 101 бұйрығының "
            "қосымшасы осы бұйрықтың қосымшасына сәйкес жаңа редакцияда жазылсын."
        ),
    ],
)
def test_an_annex_restates_the_register_whole(specimen: kz.Register, bids: str) -> None:
    """A register approved or restated in an annex is restated, though no other was held."""
    old = specimen.edition("2020-101").text
    texts = [*stream([bids, *ENDS["kaz"]]), *rows_of(old, ORDER)]
    done = read_instructions(texts, None, order=ORDER, language="kaz")
    assert done.unexpressed == ()
    (operation,) = done.operations
    assert isinstance(operation, Restate)
    assert isinstance(operation.content, Content)
    cells = [
        [one.text for one in made.walk() if isinstance(one, Level)]
        for made in (operation.content, old)
    ]
    assert cells[0] == cells[1]
    bare = read_instructions(texts[: len(ENDS["kaz"]) + 1], None, order=ORDER, language="kaz")
    assert list(reasons(bare.unexpressed)) == ["no-table"]


def test_without_the_register_only_what_needs_none_is_drafted(specimen: kz.Register) -> None:
    """Where the register is not held, nothing is looked for in it; a restatement stands."""
    bids = [
        "1) С1 буыны алып тасталсын;",
        "2) тізілімнің қолданысы 2032 жылғы 1 шілдеге дейін тоқтатыла тұрсын;",
        "3) Агенттік төрағасының 2020 жылғы 1 наурыздағы № 5 бұйрығының күші жойылды деп танылсын;",
    ]
    texts = stream([*FRAMES["kaz"], *bids])
    done = read_instructions(texts, None, order=ORDER, language="kaz")
    assert [type(one).__name__ for one in done.operations] == ["Suspend", "Repeal"]
    assert list(reasons(done.unexpressed)) == ["base-not-held"]
    whole = stream([*FRAMES["kaz"][:2], "тізілім мынадай редакцияда жазылсын:", '"'])
    after = stream(['".', "2. С2 буыны алып тасталсын.", *ENDS["kaz"]])
    content = specimen.edition("2020-101").text
    texts = [*whole, *rows_of(content, ORDER), *after]
    done = read_instructions(
        texts, None, order=ORDER, language="kaz", known=Known(register=content)
    )
    assert [str(getattr(one, "target", "")) for one in done.operations] == ["register", "link:C2"]


def test_an_order_that_amends_several_is_held_to_the_one_meant(bases: dict[str, Content]) -> None:
    """What is bidden of another order's register is never done to this one."""
    other = (
        "2. Агенттік төрағасының 2020 жылғы 1 наурыздағы № 7 бұйрығына "
        "мынадай өзгерістер енгізілсін:"
    )
    texts = stream(
        [*FRAMES["kaz"], "1) С1 буыны алып тасталсын.", other, "1) С2 буыны алып тасталсын."]
    )
    asked = [Known(amends="2020-101"), Known(amends="2020-7"), Known()]
    found = [
        read_instructions(texts, bases["kaz"], order=ORDER, language="kaz", known=known)
        for known in asked
    ]
    targets = [[str(getattr(one, "target", "")) for one in done.operations] for done in found]
    assert targets == [["link:C1"], ["link:C2"], []]
    keys = [list(reasons(done.unexpressed)) for done in found]
    assert keys == [["other-order"], ["other-order"], ["several-orders"] * 2]


def test_annexes_are_told_apart(bases: dict[str, Content]) -> None:
    """An instruction on another annex than the one that holds the register is not carried out."""
    frame = FRAMES["kaz"][1]
    texts = stream(
        [
            frame,
            "1) 1-қосымшада: С1 буыны алып тасталсын;",
            "2) 2-қосымшада:",
            "С2 буыны алып тасталсын.",
        ]
    )
    done = read_instructions(texts, bases["kaz"], order=ORDER, language="kaz", known=Known(annex=2))
    assert [str(getattr(one, "target", "")) for one in done.operations] == ["link:C2"]
    assert list(reasons(done.unexpressed)) == ["other-annex"]


def test_what_was_removed_before_gives_its_id_to_nothing_new(bases: dict[str, Content]) -> None:
    """Ids of what earlier orders removed stay theirs."""
    bid = 'С2 буыны мынадай мазмұндағы жолмен толықтырылсын: "Хатшы.".'
    gone = Entry("khatshy", "Хатшы.").address
    done = read_instructions(
        stream([*FRAMES["kaz"], bid]),
        bases["kaz"],
        order=ORDER,
        language="kaz",
        known=Known(retired={gone}),
    )
    (operation,) = done.operations
    assert isinstance(operation, Insert)
    assert operation.content.address.name == "khatshy-2"
    apply(bases["kaz"], done.operations, retired={gone})


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        (
            "{day} енгізілетін 1-тармақтың 2) тармақшасын қоспағанда, жарияланған күнінен",
            [None, 2033],
        ),
        ("{day} енгізілетін 1-тармақты қоспағанда, жарияланған күнінен", [2033, 2033]),
        ("кейбір нормаларды қоспағанда, {day} енгізілген күннен", [None, None]),
    ],
)
def test_a_point_may_take_effect_at_a_time_of_its_own(
    bases: dict[str, Content], clause: str, wanted: list[int | None]
) -> None:
    """An exception from commencement goes to its point; one that is not understood is listed."""
    bids = ["1) С1 буыны алып тасталсын;", "2) С2 буыны алып тасталсын."]
    apart = clause.format(day="2033 жылғы 1 қаңтардан бастап қолданысқа")
    clause = f"2. Осы бұйрық, {apart} бастап қолданысқа енгізіледі."
    texts = stream([*FRAMES["kaz"], *bids, clause])
    done = read_instructions(texts, bases["kaz"], order=ORDER, language="kaz")
    rules = [one.commencement for one in done.operations]
    assert [one.date.year if isinstance(one, OnDate) else None for one in rules] == wanted
    unread = ["commencement-apart"] if wanted == [None, None] else []
    assert list(reasons(done.unexpressed)) == unread


def test_the_order_of_2019_is_read_as_it_is_stored(register: kz.Register) -> None:
    """Point 1 of the order 920 restates the register; nothing else there is an instruction."""
    order = register.order("2019-920")
    folder = data_root() / order.id
    lines = (folder / "source.kaz.txt").read_text("utf-8").split("\n")
    texts, _ = read_parts(lines, order.id, load_repairs(folder, order).by_hand)
    (stored,) = order.operations
    assert isinstance(stored, Restate)
    assert isinstance(stored.content, Content)
    known = Known(amends=order.amends, register=stored.content)
    done = read_instructions(texts, None, order=order.id, language="kaz", known=known)
    assert done == Instructed(order.operations, ())
    (bare,) = read_instructions(texts, None, order=order.id, language="kaz").operations
    assert isinstance(bare, Restate)
    assert isinstance(bare.content, Content)
    assert bare.content.abbreviations == stored.content.abbreviations
    assert [block.heading for block in bare.content.blocks] == [
        block.heading for block in stored.content.blocks
    ]


# ------------------------------------------------------------------------------ robustness

SCRAPS = (
    *('"', "«", "»", ":", ";", ".", ",", "(", ")", "–", "", "\ue000P\ue001", "1) ", "2. ", "№ 5"),
    *(" деген ", " жол ", " А1 ", " 1-деңгей", " мынадай редакцияда жазылсын: ", " ауыстырылып, "),
    *(" исключить", "2020 жылғы 45 қаңтар", "бүкіл мәтін бойынша "),
)


def mutated(texts: list[str], dice: random.Random) -> list[str]:
    """The same order, damaged in a few places."""
    texts = list(texts)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(texts))
        text = texts[at]
        start, stop = sorted(dice.choices(range(len(text) + 1), k=2))
        match dice.randrange(6):
            case 0:
                texts[at] = text[:start] + dice.choice(SCRAPS) + text[start:]
            case 1:
                texts[at] = text[:start] + text[min(stop, start + 12) :]
            case 2:
                del texts[at]
            case 3:
                texts.insert(dice.randrange(len(texts)), text)
            case 4:
                texts[at] = f"{dice.choice(list(Part))}:{text}"
            case _:
                texts[at : at + 1] = [text[:start], text[start:]]
        texts = texts or [""]
    return texts


def seeds() -> list[tuple[str, list[str]]]:
    """Every order of the cases and the specimen, as texts."""
    found = [
        (language, [*FRAMES[language], *case["order"], *ENDS[language]])
        for language in ("kaz", "rus")
        for case in read_yaml(DATA / f"{language}.yaml")
    ]
    orders = (read_yaml(file)["paragraphs"] for file in sorted(SPECIMEN.glob("*/order.yaml")))
    return found + [("kaz", [one["text"] for one in order]) for order in orders]


def survives(language: str, texts: list[str], base: Content | None) -> None:
    """Instructions are read, or refused with an error of ours; the tally balances."""
    paragraphs = stream(texts)
    done = None
    with suppress(RegisterError):
        done = read_instructions(paragraphs, base, order=ORDER, language=language)
    if done is not None:
        check(done, base, paragraphs, language)


def test_no_damage_makes_the_reading_fail(bases: dict[str, Content]) -> None:
    """Damaged orders are read or refused; every instruction is counted, all operations apply."""
    dice, cases = random.Random(6), seeds()  # noqa: S311 - damage is no secret
    for number in range(900):
        language, texts = cases[number % len(cases)]
        base = bases[language] if number % 5 else None
        survives(language, mutated(texts, dice), base)


@pytest.mark.parametrize(
    "text",
    [
        '1. "' * 30_000,
        "1. " + 'А1 буынының "а" деген ' * 5_000 + "алып тасталсын.",
        "1. " + "бұйрығымен бекітілген " * 5_000 + "тізілім алып тасталсын.",
        "1) " + "(" * 60_000 + " алып тасталсын.",
        "1. " + "а алып тасталсын, " * 100 + ".",
    ],
)
def test_long_texts_take_no_long_time(text: str, bases: dict[str, Content]) -> None:
    """No row of marks or of formulas makes the reading slow, however long it is."""
    texts = [paragraph(text, 1), *stream(["1. С1 буыны мынадай редакцияда жазылсын:", '"'] * 200)]
    done = read_instructions(texts, bases["kaz"], order=ORDER, language="kaz")
    assert done.operations == ()
    check(done, bases["kaz"], texts, "kaz")


def test_a_point_of_another_order_is_tried_and_leaves_no_trace(specimen: kz.Register) -> None:
    """The new wording of another order's point is read as its instruction, and not carried out."""
    order, base = specimen.order("2020-402"), specimen.edition("2020-333").text
    after = 'С2 буынындағы "Іс жүргізуші." деген жол алып тасталсын.'
    texts = stream([order.paragraphs[3].text, f"2. {after}"])
    done = read_instructions(texts, base, order=ORDER, language="kaz")
    assert [type(one).__name__ for one in done.operations] == ["RestatePoint", "Remove"]
    point = done.operations[0]
    assert isinstance(point, RestatePoint)
    assert [one.instruction.point for one in point.operations if one.instruction] == ["1.4"]
    wrong = order.paragraphs[3].text.replace('"4) С2', '"5) С2')
    done = read_instructions(stream([wrong]), base, order=ORDER, language="kaz")
    assert list(reasons(done.unexpressed)) == ["outside-register"]
    base_order = Known(amends="2020-310")
    done = read_instructions(texts[:1], base, order=ORDER, language="kaz", known=base_order)
    assert list(reasons(done.unexpressed)) == ["outside-register"]
