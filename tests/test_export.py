"""The JSON of an edition: a public format, whose keys and types others rely on."""

import json

import pytest

import kz_civil_positions as kz
from kz_civil_positions.exports.document import edition_document
from kz_civil_positions.model import Edition

Json = dict[str, object]


@pytest.fixture(scope="module")
def document(edition: Edition) -> dict[str, object]:
    """The 2019 edition, through JSON and back."""
    plain: dict[str, object] = json.loads(json.dumps(edition_document(edition)))
    return plain


def of(node: object, key: str) -> list[Json]:
    """The list of objects under a key."""
    assert isinstance(node, dict)
    found = node[key]
    assert isinstance(found, list)
    return found


def is_lines(value: object) -> bool:
    """Whether this is a first and a last line."""
    match value:
        case [int(first), int(last)]:
            return 1 <= first <= last <= 529
    return False


def test_an_edition_has_the_documented_keys(document: Json) -> None:
    """Order, language, held, levels, abbreviations: with these names and types."""
    assert document["order"] == "2019-920"
    assert document["language"] == "kaz"
    assert document["held"] is True
    assert len(of(document, "levels")) == 36
    assert len(of(document, "abbreviations")) == 7


def test_every_level_has_the_documented_keys(document: Json) -> None:
    """Each level has code, block, sector, link, level, label, lines and entries, well typed."""
    for level in of(document, "levels"):
        code, link, number = level["code"], level["link"], level["level"]
        assert isinstance(code, str)
        assert isinstance(link, str)
        assert level["block"] == code[0]
        assert level["sector"] in ("health", "other", None)
        assert (level["sector"] is None) == (code[0] != "B" or link == "B1")
        assert code == (link if number is None else f"{link}-{number}")
        assert (number is None) == (code[0] in "CD")
        label = level["label"]
        assert isinstance(label, dict)
        assert set(label) == {"link", "level"}
        assert set(label.values()) <= {"printed", "inferred", "none"}
        assert is_lines(level["lines"])
        assert of(level, "entries")


def test_every_entry_and_item_has_the_documented_keys(document: Json) -> None:
    """Each entry has id, text, heading, items, lines and doubts; each item its kind and text."""
    kinds, doubts = set(), {doubt["id"] for doubt in of(document, "doubts")}
    for level in of(document, "levels"):
        for entry in of(level, "entries"):
            assert all(isinstance(entry[key], str) for key in ("id", "text", "heading"))
            assert is_lines(entry["lines"])
            assert isinstance(entry["doubts"], list)
            assert set(entry["doubts"]) <= doubts
            texts = []
            for item in of(entry, "items"):
                kinds.add(item["kind"])
                texts.append(item["text"])
            assert entry["text"] == " ".join(map(str, [entry["heading"], *texts]))
    assert kinds == {"institution", "speciality", "unit", "subheading"}


def test_levels_come_in_the_order_of_the_register(document: Json, edition: Edition) -> None:
    """The texts of a level's entries joined with single blanks are its cell, in its order."""
    texts = [
        " ".join(str(entry["text"]) for entry in of(level, "entries"))
        for level in of(document, "levels")
    ]
    assert texts == [level.text for level in edition.levels]


def test_the_documented_example_is_true(document: Json) -> None:
    """The first level and abbreviation are those that the description of the format shows."""
    level = of(document, "levels")[0]
    shown = ("code", "block", "sector", "link", "level", "label", "lines")
    assert {key: level[key] for key in shown} == {
        "code": "A1-1",
        "block": "A",
        "sector": None,
        "link": "A1",
        "level": "1",
        "label": {"link": "printed", "level": "printed"},
        "lines": [29, 36],
    }
    first = of(level, "entries")[0]
    assert (first["lines"], first["doubts"]) == ([29, 32], [])
    assert of(first, "items")[0]["kind"] == "institution"
    abbreviation = of(document, "abbreviations")[0]
    assert (abbreviation["short"], abbreviation["long"]) == ("ММ", "мемлекеттік мекеме")


def test_labels_that_are_lost_are_said_to_be_inferred(document: Json) -> None:
    """A2 and A3 are inferred links over printed levels; С and D have no levels at all."""
    labels = {level["code"]: level["label"] for level in of(document, "levels")}
    assert labels["A2-3"] == {"link": "inferred", "level": "printed"}
    assert labels["A3-2-1"] == {"link": "inferred", "level": "printed"}
    assert labels["C2"] == {"link": "printed", "level": "none"}
    assert labels["D"] == {"link": "printed", "level": "none"}


def test_doubts_and_faults_go_with_the_edition(document: Json, edition: Edition) -> None:
    """No doubt and no printed fault is lost on the way out; each speaks three languages."""
    assert len(of(document, "doubts")) == len(edition.doubts)
    assert len(of(document, "faults")) == len(edition.faults)
    for doubt in of(document, "doubts"):
        assert isinstance(doubt["statement"], dict)
        assert set(doubt["statement"]) == {"kk", "ru", "en"}
        assert of(doubt, "evidence")
    for fault in of(document, "faults"):
        assert isinstance(fault["note"], dict)
        assert set(fault["note"]) == {"kk", "ru", "en"}


def test_a_text_not_held_is_said_not_to_be(register: kz.Register) -> None:
    """Of 2015 the format says that the text is not held: empty lists, and `held` false."""
    document = edition_document(register.edition("2015-1035"))
    assert (document["held"], document["levels"], document["abbreviations"]) == (False, [], [])
    assert document["order"] == "2015-1035"


def test_plain_data_is_plain(edition: Edition) -> None:
    """JSON needs no converter of its own: no dates, enums or objects are left in the data."""
    document = edition_document(edition)
    assert json.loads(json.dumps(document, ensure_ascii=False)) == document
