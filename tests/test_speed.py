"""What is done for speed changes no answer."""

import re
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kz_civil_positions.lookup import keys

LETTERS: Final = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
WORDS: Final = st.text(LETTERS + LETTERS.upper(), min_size=1, max_size=12)
OTHERS: Final = st.text(LETTERS + LETTERS.upper() + "abhixŋ\u0301\u0306'-2", max_size=12)
# Endings one after another, so that stems are met that lose several.
ENDINGS: Final = st.lists(
    st.sampled_from(
        ["лар", "дар", "тер", "ның", "дің", "тың", "ндағы", "дегі", "та", "нде", "нан", "ден",
         "мен", "бен", "ке", "ға", "ні", "ты", "сы", "ы", "и"]
    ),
    max_size=4,
)  # fmt: skip


@settings(deadline=None)
@given(st.one_of(WORDS, OTHERS))
def test_the_short_way_to_a_key_gives_the_same_key(word: str) -> None:
    """A word of Kazakh and Russian letters alone has the key that folding gives it."""
    short = keys.key.__wrapped__(word)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "_CYRILLIC", re.compile(r"(?!)"))
        assert keys.key.__wrapped__(word) == short


@settings(deadline=None)
@given(WORDS, ENDINGS)
def test_looking_at_the_end_alone_takes_the_same_endings(word: str, endings: list[str]) -> None:
    """No ending is longer than what is looked at, so none is found elsewhere or missed."""
    key = keys.key(word + "".join(endings))
    bare = key
    while (shorter := keys._ENDINGS.sub("", bare)) != bare:  # noqa: SLF001 - the rule itself
        bare = shorter
    assert keys.stem(key) == keys.stem(bare)
    assert keys.stem(bare) in (bare, *(bare.removesuffix(last) + to for last, to in keys._LAST))  # noqa: SLF001
