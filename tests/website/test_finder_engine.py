"""The engine in the page gives the answers of the library, for whatever is asked."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

import kz_civil_positions as kz
from browsing import Visit
from kz_civil_positions.cli.lookup_documents import finding_document
from kz_civil_positions.errors import RegisterError
from kz_civil_positions.lookup.finding import Finding
from kz_civil_positions.lookup.terms import TERMS
from kz_civil_positions.model import Edition
from website.finder.rules import rules

ROOT: Final = Path(__file__).parent.parent.parent
SPECIMEN: Final = ROOT / "examples" / "specimen"
ENGINE: Final = ("letters", "reading", "index", "finder", "rules")

Ask = tuple[str, dict[str, str | int]]

QUERIES: Final[list[str]] = [
    query["query"]
    for query in YAML(typ="safe", pure=True).load(
        (ROOT / "tests" / "data" / "queries.yaml").read_text("utf-8")
    )["queries"]
]
NASTY: Final = [
    "", " ", "…?!", "_", "1", "2-1", "²", "A2-1", "BAC", "kitap", "KITAP", "İstanbul бас",
    "straße", "Σίγμα ς", "ﬁлиал", "бас\u00adшы", "баc\u200bшы", "\u0438\u0306нженер",
    "a\u0301 бас", "😀 бас 😀", "бас " * 200, "бас " * 400, "қ" * 300, "не деген", "по",
    "ГУ ГУ МВД ДП", "bas esepshi", "býhgalter", "constructor", "toString hasOwnProperty",
    "главного бухгалтера госпиталя областного значения", "__proto__",
    "ъ", "ь қалаларының", "табылған oblast", "тапсыратын ҚАЖД",
    "Chief ACCOUNTANT of republican institution", "жоғары санат маңызы республикалық филиал",
]  # fmt: skip
FILTERS: Final[list[dict[str, str | int]]] = [
    {},
    {"block": "B"},
    {"block": "а2"},
    {"block": "health/B2−1"},
    {"sector": "health"},
    {"institution": "kinologiyalyq-ortalyq"},
    {"block": "A2", "institution": "kinologiyalyq-ortalyq"},
    {"limit": 2},
    {"block": "Z"},
    {"block": "A9"},
    {"sector": "none"},
    {"institution": "none"},
]
GENERATED: Final = 500
ALL: Final = """([name, asks]) => {
  const kz = window.kzFinder;
  const held = kz[name].editions.filter((one) => one.held);
  const finders = new Map(held.map((one) => [one.key, kz.open(one)]));
  return asks.map(([edition, query, filters]) => {
    try {
      return finders.get(edition).find(query, filters);
    } catch (error) {
      if (!error.key) throw error;
      return error.key;
    }
  });
}"""


def generated(edition: Edition, seed: int) -> Iterator[str]:
    """Queries of words of the register and of the glossary, with mistakes in them."""
    chance = random.Random(seed)  # noqa: S311 - the same on every run
    texts = [text for one in edition.entries for text in (one.heading, *_items(one))]
    texts += [phrase for term in TERMS for phrase in (*term.ru, *term.en)]
    words = sorted({word for text in texts for word in text.split()})
    for _ in range(GENERATED):
        count = chance.randint(1, 6)
        yield " ".join(mistaken(chance.choice(words), chance) for _ in range(count))


def _items(entry: kz.Entry) -> Iterator[str]:
    return (item.text for item in entry.items)


def mistaken(word: str, chance: random.Random) -> str:
    """A word with up to two typing errors."""
    letters = list(word)
    for _ in range(chance.choice([0, 0, 1, 1, 2])):
        at = chance.randrange(len(letters) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            letters[at : at + 1] = []
        elif kind == 1:
            letters.insert(at, chance.choice("аәбвгқыіңabcehkmoptx"))
        elif kind == 2:
            letters[at : at + 1] = chance.choice("аәбвгқыіңabcehkmoptx")
        else:
            letters[at : at + 2] = letters[at : at + 2][::-1]
    return "".join(letters)


def said(one: Finding) -> dict[str, Any]:
    """An answer of the library in the words of the engine."""
    told = finding_document(one, why=True)
    same = ("entry", "item", "position", "names", "text", "institutions", "conditions", "doubts")
    grade = {"qualification": told["qualification"], "category": told["category"]}
    scope = {"significance": told["significance"], "branch": told["branch"]}
    return {key: told[key] for key in (*same, "score", "why")} | {
        "code": str(one.level.code),
        "anchor": str(one.level.code).replace("/", "-").lower(),
        "lines": str(one.lines) if one.lines else None,
        "grade": grade if one.grade else None,
        "scope": scope if one.scope else None,
    }


def answered(register: kz.Register, edition: Edition, ask: Ask) -> dict[str, Any] | str:
    """What the library answers, or the key of its refusal."""
    query, filters = ask
    try:
        found = register.finder(edition).find(query, **filters)  # type: ignore[arg-type]
    except RegisterError as error:
        return error.key.rpartition(".")[2]
    return {
        "query": query,
        "edition": edition.key,
        "total": found.total,
        "matches": [said(one) for one in found.matches],
        "nearest": [said(one) for one in found.nearest],
        "apart": {name: list(values) for name, values in found.apart.items()},
    }


@pytest.fixture
def engine(visit: Callable[..., Visit], built_site: Path) -> Visit:
    """An empty page with the engine and the data of both registers, as the site has them."""
    opened = visit()
    opened.page.set_content("<!doctype html><title>engine</title>")
    for name in (*ENGINE, "register", "specimen"):
        opened.page.add_script_tag(path=built_site / "assets" / "finder" / f"{name}.js")
    return opened


def compare(
    engine: Visit, name: str, register: kz.Register, asks: list[tuple[Edition, Ask]]
) -> None:
    """Both are asked the same; each answer must be the same in every part."""
    sent = [[edition.key, *ask] for edition, ask in asks]
    given = engine.page.evaluate(ALL, [name, sent])
    for (edition, ask), found in zip(asks, given, strict=True):
        assert found == answered(register, edition, ask), (edition.key, ask)


def test_each_query_is_answered_as_by_the_library(engine: Visit) -> None:
    """Code, entry, item, words, doubts, score, reasons, nearest: alike for every known query."""
    register = kz.load()
    edition = register.edition("2019-920")
    assert len(QUERIES) > 200
    compare(engine, "register", register, [(edition, (query, {})) for query in (*QUERIES, *NASTY)])


def test_each_query_is_filtered_as_by_the_library(engine: Visit) -> None:
    """Block, sector, institution and limit leave the same answers, and refuse the same."""
    register = kz.load()
    edition = register.edition("2019-920")
    asks: list[tuple[Edition, Ask]] = [
        (edition, (query, one)) for query in (*QUERIES[::8], *NASTY[::2]) for one in FILTERS
    ]
    compare(engine, "register", register, asks)


def test_made_up_queries_are_answered_as_by_the_library(engine: Visit) -> None:
    """Words of the register and the glossary with typing errors meet the same positions."""
    register = kz.load()
    edition = register.edition("2019-920")
    asks: list[tuple[Edition, Ask]] = [
        (edition, (query, {})) for query in generated(edition, seed=920)
    ]
    compare(engine, "register", register, asks)


def test_every_edition_of_another_register_is_asked_alike(engine: Visit) -> None:
    """Nothing in the engine is made for one register: the fictional one is answered too."""
    register = kz.load(SPECIMEN)
    held = [one for one in register.editions if one.held]
    assert len(held) > 3
    chance = random.Random(101)  # noqa: S311 - the same on every run
    asks: list[tuple[Edition, Ask]] = []
    for one in held:
        queries = [*chance.sample(QUERIES, 10), *list(generated(one, seed=7))[:20]]
        asks += [(one, (query, {})) for query in queries]
    compare(engine, "specimen", register, asks)


def test_an_institution_has_the_positions_that_the_library_gives(engine: Visit) -> None:
    """Each institution of each register has the same positions, in the order of the register."""
    for name, register in (("register", kz.load()), ("specimen", kz.load(SPECIMEN))):
        for edition in (one for one in register.editions if one.held):
            finder = register.finder(edition)
            given = engine.page.evaluate(
                """([name, key]) => {
                  const one = kzFinder[name].editions.find((each) => each.key === key);
                  const finder = kzFinder.open(one);
                  return one.institutions.map(({ id }) => [id, finder.positionsOf(id)]);
                }""",
                [name, edition.key],
            )
            assert given == [
                [one.id, [said(found) for found in finder.positions_of(one.id)]]
                for one in finder.institutions
            ]


def test_words_are_keyed_as_by_the_library(engine: Visit) -> None:
    """Key, stem and fold of any word are the library's: with other letters nothing would meet."""
    from kz_civil_positions.kazakh import fold, fold_plain  # noqa: PLC0415 - for this test alone
    from kz_civil_positions.lookup.keys import keys, stem  # noqa: PLC0415

    edition = kz.load().edition("2019-920")
    words = sorted({word for query in generated(edition, seed=3) for word in query.split()})
    words += [word for query in NASTY for word in query.split()][:400]
    given = engine.page.evaluate(
        """(words) => words.map((word) => {
          const found = kzFinder.keys(word);
          return [kzFinder.fold(word), kzFinder.foldPlain(word), found, found.map(kzFinder.stem)];
        })""",
        words,
    )
    for word, found in zip(words, given, strict=True):
        here = list(keys(word))
        assert found == [fold(word), fold_plain(word), here, list(map(stem, here))], word


def test_the_rules_are_read_from_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that changes in the library changes in the page: nothing is said twice."""
    monkeypatch.setattr("kz_civil_positions.lookup.index._TYPO", 0.123)
    monkeypatch.setattr("kz_civil_positions.lookup.finder.LEAST", 44.0)
    assert (rules()["typo"], rules()["least"]) == (0.123, 44.0)
