"""Finding words in the register: by beginnings of words, in any spelling, with their doubts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kz_civil_positions as kz
from kz_civil_positions.errors import BadInputError, NotHeldError
from kz_civil_positions.kazakh import fold
from kz_civil_positions.lookup import LONGEST_QUERY, find_words
from kz_civil_positions.model import Edition


def places(edition: Edition, query: str) -> list[str]:
    """Where the words stand: code, and first line."""
    found = []
    for match in find_words(edition, query):
        assert match.lines is not None
        found.append(f"{match.level.code} L{match.lines.first}")
    return found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("бас бухгалтер", ["A2-1 L59", "A2-1 L73", "A2-1 L90", "A2-1 L105", "A2-3 L136"]),
        ("мұрағатшы", ["C2 L455", "C3 L467"]),
        ("архивариус", ["D L492"]),
        ("мұрағат", ["C1 L432", "C2 L455", "C3 L467"]),
        ("ЖМҚС", ["D L494"]),
        ("баспасөз-хатшысы", ["C1 L451"]),
        ("Профессор", ["B1-1 L236"]),
        ("біліктіліктігі", ["health/B2-3 L269"]),
        ("құтқарушысы", ["A3-2-1 L209"]),
    ],
)
def test_words_are_found_where_they_stand(edition: Edition, query: str, found: list[str]) -> None:
    """Every place that has the words is given, in the order of the register, and no other."""
    assert places(edition, query) == found


@pytest.mark.parametrize(
    "query",
    [
        "БАС БУХГАЛТЕР",
        "  бас \t бухгалтер\n",
        "бас «бухгалтер»!",
        "б\u0061\u0063 бухг\u0061лт\u0065\u0070",
        "\ufeffбас\u200b бухгалтер",
        "бас бух",
    ],
    ids=ascii,
)
def test_spelling_does_not_matter(edition: Edition, query: str) -> None:
    """Case, blanks, marks, unseen signs and look-alike Latin letters find the same places."""
    assert places(edition, query) == places(edition, "бас бухгалтер")


@pytest.mark.parametrize(
    ("plain", "query"),
    [("муражай", "мұражай"), ("кутқарушы", "құтқарушы"), ("дарихана", "дәріхана")],
)
def test_a_keyboard_without_kazakh_letters_is_enough(
    edition: Edition, plain: str, query: str
) -> None:
    """Plain letters stand for the Kazakh ones, when nothing has the words as typed."""
    assert places(edition, plain) == places(edition, query) != []


def test_words_stand_one_after_another(edition: Edition) -> None:
    """A query is a phrase: the words in another order, or apart, are not what was asked."""
    assert places(edition, "бухгалтер бас") == []
    assert places(edition, "бас қызметінің") == []
    assert places(edition, "қаржы қызметінің бастығы") != []


def test_nothing_found_is_an_empty_answer(edition: Edition) -> None:
    """What the register does not have is answered with nothing, not with something near."""
    assert find_words(edition, "космонавт") == ()


@pytest.mark.parametrize(
    "query", ["", " ", "…", "—", "\u200b", "()", "😀", "\ud800", "\x00"], ids=ascii
)
def test_a_query_without_words_is_refused(edition: Edition, query: str) -> None:
    """Marks alone would stand everywhere or nowhere: the user is told to type a word."""
    with pytest.raises(BadInputError) as caught:
        find_words(edition, query)
    assert caught.value.key == "empty-query"


def test_a_query_of_any_length_is_answered_at_once(edition: Edition) -> None:
    """A text pasted by mistake is refused before any work is done with it."""
    with pytest.raises(BadInputError) as caught:
        find_words(edition, "бас " * 2_500_000)
    assert caught.value.key == "query-too-long"
    assert len(caught.value.text("kk")) < 200
    assert find_words(edition, "а" * LONGEST_QUERY) == ()


def test_a_text_not_held_is_not_searched(register: kz.Register) -> None:
    """Nobody may conclude from an empty answer that 2015 did not have the words."""
    with pytest.raises(NotHeldError):
        find_words(register.edition("2015-1035"), "бас")


def test_a_match_carries_its_doubts(edition: Edition) -> None:
    """Where a place is inferred or unknown, every match in it says so."""
    for match in find_words(edition, "басшысы"):
        assert match.doubts == edition.doubts_about(match.level, match.entry)
        assert bool(match.doubts) == (match.level.code.plain[:2] in ("A2", "A3"))


def test_a_match_tells_heading_from_item(edition: Edition) -> None:
    """The text, lines and item of a match are those that have the words."""
    (heading,) = find_words(edition, "кинологиялық орталығының;")[:1]
    assert heading.item is not None
    assert heading.text == "Қазақстан Республикасы ІІМ Кинологиялық орталығының;"
    (title,) = find_words(edition, "профессор")
    assert (title.item, title.text, title.lines) == (None, "Профессор.", title.entry.lines)


@given(st.data())
def test_any_words_of_the_register_are_found_in_their_place(
    edition: Edition, data: st.DataObject
) -> None:
    """Whatever stands in the register is found there, typed in any case and normal form."""
    entry = data.draw(st.sampled_from(edition.entries))
    texts: list[tuple[str | None, str]] = [(None, entry.heading)]
    texts += [(item.id, item.text) for item in entry.items]
    identity, text = data.draw(st.sampled_from(texts))
    words = text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    stop = data.draw(st.integers(start + 1, len(words)))
    query = " ".join(words[start:stop])
    if not any(letter.isalnum() for letter in query):
        return
    query = data.draw(st.sampled_from((query, query.upper(), query.lower(), query.title())))
    query = unicodedata.normalize(data.draw(st.sampled_from(("NFC", "NFD"))), query)
    found = find_words(edition, query)
    assert (entry.id, identity) in [(m.entry.id, m.item.id if m.item else None) for m in found]


@given(st.text(max_size=60))
def test_any_query_is_answered_or_refused(edition: Edition, query: str) -> None:
    """No query is an accident: every match has its words, or the query has none."""
    try:
        found = find_words(edition, query)
    except BadInputError:
        return
    assert all(fold(match.text) for match in found)
