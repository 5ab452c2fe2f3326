"""Kazakh text: the rules that search, sorting, comparing and verifying lean on."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kz_civil_positions.kazakh import (
    ALPHABET,
    find_dates,
    fold,
    fold_plain,
    foreign_letters,
    is_nfc,
    mixed_script_words,
    nfc,
    nominative,
    nominative_phrase,
    parse_date,
    sort_key,
    tokens,
    transliterate,
    words,
)
from kz_civil_positions.messages.dates import long_date

SOURCE = Path(__file__).parents[1] / "registers" / "2019-920" / "source.kaz.txt"

# Genitive and nominative of one institution, as the 2019 text prints both, letter spacing and
# soft wraps undone; the closing mark is whichever the source has.
OBLASTS = "облыстардың, республикалық маңызы бар қалалардың және астананың "
DOUBLETS = [
    (
        "Қазақстан Республикасы ІІМ Емханасы бар Орталық госпиталінің;",
        "Қазақстан Республикасы ІІМ Емханасы бар Орталық госпиталі;",
    ),
    (
        "Қазақстан Республикасы ІІМ ТЖК Апаттар медицинасы орталығының.",
        "Қазақстан Республикасы ІІМ ТЖК Апаттар медицинасы орталығы.",
    ),
    (
        OBLASTS + "ПД емханасы бар госпитальдерінің, емханаларының;",
        OBLASTS + "ПД емханасы бар госпитальдері, емханалары;",
    ),
    ("Республикалық жедел-құтқару жасағының.", "Республикалық жедел-құтқару жасағы;"),
    (
        OBLASTS + "ТЖД өрт сөндіру және авариялық-құтқару жұмысы қызметтерінің.",
        OBLASTS + "ТЖД өрт сөндіру және авариялық-құтқару жұмысы қызметтері.",
    ),
    (
        "Мамандандырылған күзет қызметі басқармасының (Нұр-Сұлтан қаласы);",
        "Мамандандырылған күзет қызметі басқармасы (Нұр-Сұлтан қаласы);",
    ),
    (
        'Қазақстан Республикасы ІІМ "Оңтүстік" әскери және арнайы жабдықтау базасының;',
        'Қазақстан Республикасы ІІМ "Оңтүстік" әскери және арнайы жабдықтау базасы;',
    ),
    (
        "Қазақстан Республикасы ІІМ және оның ведомстволарының институттары мен академияларының;",
        "Қазақстан Республикасы ІІМ және оның ведомстволарының институттары мен академиялары;",
    ),
]

MARKS = " \t\n\u00a0;.,:()\"'«»“”-‐‑‒–—―−№0123456789/_"
LETTERS = ALPHABET + ALPHABET.upper() + "abcdehikmoptxyzABCDEHIKMOPTXYZəƏıİ"
kazakh = st.text(LETTERS + MARKS + "\u0301\u0306\u0308\u00ad", max_size=40)
texts = kazakh | st.text(max_size=40)


def undo_letter_spacing(line: str) -> str:
    """Join letters that single blanks part; two blanks or more are one blank between words."""
    line = line.strip()
    if not re.fullmatch(r"\S(?: {1,2}\S)+", line):
        return line
    return " ".join(part.replace(" ", "") for part in re.split(r" {2,}", line))


# ------------------------------------------------------------------------------ keys


@given(texts)
def test_nfc(text: str) -> None:
    """Stored text has one form, and what is in that form is left alone."""
    assert is_nfc(nfc(text))
    assert nfc(nfc(text)) == nfc(text)
    assert is_nfc(text) == (nfc(text) == text)


@pytest.mark.parametrize("key", [fold, fold_plain])
@given(text=texts)
@example(text="ə\u0308а")  # the look-alike ә takes up a mark that ə leaves alone
@example(text="і\u0306")  # so does the plain и
@example(text="a\u00adб")
def test_keys_are_idempotent(key: Callable[[str], str], text: str) -> None:
    """A key of a key is the key, so that keys may be compared with keys."""
    assert key(key(text)) == key(text)


@pytest.mark.parametrize("key", [fold, fold_plain])
@given(text=kazakh)
@example(text="Hһh")
@example(text="ıI")
@example(text="ß")
def test_keys_do_not_depend_on_case(key: Callable[[str], str], text: str) -> None:
    """A heading in capitals is found by a query in small letters, and the other way."""
    assert key(text.upper()) == key(text.lower()) == key(text)


@given(kazakh)
def test_plain_key_is_made_of_the_fold(text: str) -> None:
    """What meets under the exact key meets under the plain one too."""
    assert fold_plain(fold(text)) == fold_plain(text)


@given(texts)
def test_keys_are_composed_and_trimmed(text: str) -> None:
    """No key differs by composition or by blanks, which a reader cannot see."""
    for key in (fold(text), fold_plain(text)):
        assert is_nfc(key)
        assert key == " ".join(key.split())


@pytest.mark.parametrize(
    ("cyrillic", "latin"), list(zip("АВСЕНКМОРТХІӘ", "ABCEHKMOPTXIƏ", strict=True))
)
def test_look_alikes_meet(cyrillic: str, latin: str) -> None:
    """A letter typed in the other script is taken for the one it looks like, in either case."""
    assert fold(latin) == fold(cyrillic) == cyrillic.lower()
    assert fold(latin.lower()) == fold(cyrillic)
    assert fold(f"ж{latin}л") == fold(f"ж{cyrillic}л")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("D", "d"),
        ("D блогы", "d блогы"),
        ("PDF", "pdf"),
        ("web-MAX", "web-мах"),
        ("bas", "bas"),
        ("A1-1", "а1-1"),
        ("b2−3", "в2-3"),
        ("Қaзақcтан", "қазақстан"),
        ("2–1 — 3", "2-1 - 3"),
        ("«Сұңқар» ‘a’ “б” 'в'", '"сұңқар" "а" "б" "в"'),
        ("  жедел-\u00adқұтқару \n\u00a0 жасағы ", "жедел-құтқару жасағы"),
        ("буи\u0306", "буй"),
        ("", ""),
    ],
)
def test_fold(text: str, key: str) -> None:
    """Only what a reader cannot tell apart is levelled; block D and Latin words stay Latin."""
    assert fold(text) == key


def test_kazakh_letters_stay_apart_in_the_exact_key() -> None:
    """The exact key keeps every letter of the alphabet distinct; only the plain one joins them."""
    assert len({fold(letter) for letter in ALPHABET}) == len(ALPHABET)
    assert fold_plain("Әғқңөұүһі") == "агкноуухи"


# --------------------------------------------------------------------------- sorting


@given(texts, texts)
@example("й", "и\u0306")
@example("Қ", "қ")
def test_sort_key_ties_only_equal_texts(first: str, second: str) -> None:
    """The order is total: sorting gives one result, wherever the texts came from."""
    assert (sort_key(first) == sort_key(second)) == (first == second)
    assert sort_key(first) < sort_key(second) or sort_key(first) >= sort_key(second)


def test_sort_key_agrees_with_the_alphabet() -> None:
    """The alphabet as Kazakh dictionaries print it, small letter before its capital."""
    printed = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я"
    assert list(ALPHABET) == printed.split()
    both = [form for letter in ALPHABET for form in (letter, letter.upper())]
    assert sorted(set(both), key=sort_key) == both


@given(st.text(ALPHABET), st.sampled_from(list(pairwise(ALPHABET))), st.text(LETTERS))
def test_first_differing_letter_decides(stem: str, pair: tuple[str, str], rest: str) -> None:
    """A later letter in the alphabet stands later, whatever its case and what follows it."""
    earlier, later = pair
    assert sort_key(stem + earlier.upper() + rest) < sort_key(stem + later)


@given(st.lists(kazakh, unique=True))
def test_sorting_does_not_depend_on_the_start(found: list[str]) -> None:
    """Two lists of the same texts are sorted alike."""
    assert sorted(found, key=sort_key) == sorted(set(found), key=sort_key)


def test_scripts_and_marks_in_order() -> None:
    """Marks, digits, Cyrillic, Latin: as other Kazakh lists have it."""
    ordered = ["", " б", '"а"', "2", "2-1", "а", "А", "аб", "яя", "яѓ", "ѓ", "bas", "ə", "ω"]
    assert sorted(set(ordered), key=sort_key) == ordered


# ----------------------------------------------------------------------------- words


@given(texts)
def test_tokens_lose_nothing(text: str) -> None:
    """Every character that is not blank is in one token: a comparison can lose no word."""
    found = tokens(text)
    assert all(text[token.start : token.stop] == token.text for token in found)
    assert all(before.stop <= after.start for before, after in pairwise(found))
    assert "".join(words(text)) == "".join(text.split())
    assert words(text) == tuple(token.text for token in found)


@given(texts)
def test_tokens_are_words_or_single_marks(text: str) -> None:
    """A token that is no word is one character, so marks are compared one by one."""
    assert all(len(word) == 1 or word[0].isalnum() for word in words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(-зертханашы),", ("(", "-", "зертханашы", ")", ",")),
        ("2-1 1−1 2‑1", ("2-1", "1−1", "2‑1")),
        ("ММ – мекеме; а—б", ("ММ", "–", "мекеме", ";", "а", "—", "б")),
        ("1) 2)", ("1", ")", "2", ")")),
        ("№ 920_", ("№", "920", "_")),
        ("до\u0301лжность и\u0306", ("до\u0301лжность", "и\u0306")),
        (" \n", ()),
    ],
)
def test_words(text: str, expected: tuple[str, ...]) -> None:
    """Hyphens inside a word belong to it, a dash parts words, a stress mark does not."""
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("B2-1 В2-1 D A1", ()),
        ("бaс бас", ("бaс",)),
        ("web-парақ", ()),
        ("web-пaрақ, əрі", ("пaрақ", "əрі")),
        ("бaс Бaс бaс", ("бaс", "Бaс", "бaс")),
        ("дəрігер", ("дəрігер",)),
    ],
)
def test_mixed_script_words(text: str, expected: tuple[str, ...]) -> None:
    """A Latin look-alike in a Kazakh word is seen; a code or a joined foreign word is none."""
    assert mixed_script_words(text) == expected


@given(st.text(ALPHABET + ALPHABET.upper() + MARKS) | st.text("abcxyzABCXYZ" + MARKS))
def test_one_script_is_never_mixed(text: str) -> None:
    """No false alarm for a text of one script, digits and marks."""
    assert mixed_script_words(text) == ()
    assert foreign_letters(text) == ()


def test_source_has_clean_letters() -> None:
    """The printed text of 2019 itself has no look-alike and no strange letter."""
    text = SOURCE.read_text(encoding="utf-8")
    assert is_nfc(text)
    assert mixed_script_words(text) == ()
    assert foreign_letters(text) == ()


def test_foreign_letters() -> None:
    """Letters of other scripts, and Cyrillic of other languages, are each named once."""
    assert foreign_letters("ѓаїаї ß 中 № 1 и\u0306 Ə e\u0301") == ("ѓ", "ї", "ß", "中", "Ə", "é")


# ---------------------------------------------------------------------- case endings


@pytest.mark.parametrize(("genitive", "base"), DOUBLETS)
def test_doublets_of_the_text_meet(genitive: str, base: str) -> None:
    """One institution printed in two cases is one institution under the key."""
    key = base.rstrip(";.")
    assert nominative_phrase(genitive) == nominative_phrase(base) == key
    assert nominative_phrase(fold(genitive)) == fold(key)


def test_doublets_are_printed() -> None:
    """The pairs are the source's own, not made up, and each is there in both cases."""
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    text = " ".join(" ".join(map(undo_letter_spacing, lines)).split())
    for pair in DOUBLETS:
        for form in pair:
            assert form in text


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("мұрағаттың", "мұрағат"),
        ("клубтың", "клуб"),
        ("өндірістің", "өндіріс"),
        ("шаруашылықтың", "шаруашылық"),
        ("мұражайдың", "мұражай"),
        ("жуудың", "жуу"),
        ("бюроның", "бюро"),
        ("бөлімнің", "бөлім"),
        ("кеңсенің", "кеңсе"),
        ("академияның", "академия"),
        ("госпитальдің", "госпиталь"),
        ("істің", "іс"),
        ("заңның", "заң"),
        ("БАСҚАРМАСЫНЫҢ", "БАСҚАРМАСЫ"),
        ("ІІМ-нің", "ІІМ"),
        ("ПД‑ның", "ПД"),
    ],
)
def test_genitive_goes(word: str, expected: str) -> None:
    """Each ending goes after the sounds it follows; the possessive before it stays."""
    assert nominative(word) == expected


@pytest.mark.parametrize(
    "word",
    [
        *("тың", "оның", "соның", "мұның", "менің", "мың", "қалың", "кең", "жаның", "дінің"),
        *("орталығы", "басшысы", "халқың", "уақытың", "кітабың", "орның", "алтың", "нің"),
        *("орталығына", "облыстарды", "орталығын", "қызметтегі", ""),
    ],
)
def test_other_words_stay(word: str) -> None:
    """Pronouns, possessives, other cases and words too short to be a genitive are untouched."""
    assert nominative(word) == word


@given(st.text(ALPHABET, max_size=12))
def test_nominative_only_shortens(word: str) -> None:
    """Nothing but one ending of three letters is ever taken away."""
    assert word.startswith(nominative(word))
    assert len(word) - len(nominative(word)) in {0, 3}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("орталықтың (мәдени).", "орталық (мәдени)"),
        ("медицинасының орталығы.", "медицинасының орталығы"),
        ("қаланың, астананың ПД;", "қаланың, астананың ПД"),
        ("клубының және қоймасының", "клубы және қоймасы"),
        ('"Сұңқар" жасағының ;\n', '"Сұңқар" жасағы'),
        ("«Сұңқар жасағының»", "«Сұңқар жасағы»"),
        ("бөлімнің (аға", "бөлімнің (аға"),
        ("бөлімнің)", "бөлімнің)"),
        (";", ""),
        ("", ""),
    ],
)
def test_nominative_phrase(text: str, expected: str) -> None:
    """The last word alone bears the case of the phrase; genitives inside are part of the name."""
    assert nominative_phrase(text) == expected


# ----------------------------------------------------------------------------- dates


@pytest.mark.parametrize("language", ["kk", "ru"])
@given(day=st.dates(min_value=date(1000, 1, 1)), around=st.sampled_from(["{}", "№ 5, {}.", "«{}»"]))
def test_dates_written_are_read(language: str, day: date, around: str) -> None:
    """A date we write out is read back as the same day, in either language and any case."""
    text = around.format(long_date(day, language))
    assert find_dates(text) == find_dates(text.upper()) == (day,)
    assert parse_date(text) == day
    assert parse_date(around.format(f"{day:%d.%m.%Y}")) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019 жылғы 23 қазандағы № 920", date(2019, 10, 23)),
        ("2019 жылғы 30 қазанда № 19523", date(2019, 10, 30)),
        ("2015 жылғы 18 желтоқсандағы № 1035", date(2015, 12, 18)),
        ("2016 жылғы 13 қаңтарда жарияланған", date(2016, 1, 13)),
        ("2016 жылғы 6 сәуірдегі Заңы", date(2016, 4, 6)),
        ("2020 жылдың 1 шілдесінен", date(2020, 7, 1)),
        ("2020 жылғы 1 шілдеден бастап", date(2020, 7, 1)),
        ("2020 жылғы 1 қаңтарына дейін", date(2020, 1, 1)),
        ("2019 жылғы\n23  қазан", date(2019, 10, 23)),
        ("2019 ж. 23 қазан", date(2019, 10, 23)),
        ("2019 жылғы 23 қазандық", None),
        ("«23» октября 2019 года", date(2019, 10, 23)),
        ("23 октября 2019 г.", date(2019, 10, 23)),
        ("от 30.10.2019.", date(2019, 10, 30)),
        ("1.30.10.2019", None),
        ("30.10.2019.1", None),
        ("130.10.2019", None),
        ("23 октябрь 2019", None),
        ("№ 920", None),
        ("", None),
    ],
)
def test_parse_date(text: str, expected: date | None) -> None:
    """Dates are read in the cases orders put them in; what is no date is not taken for one."""
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text", ["2019 жылғы 30 ақпан", "30 февраля 2019", "30.02.2019", "10.13.2019"]
)
def test_impossible_days_are_refused(text: str) -> None:
    """A day no calendar has is a fault in the text: it is named, never rounded."""
    for read in (find_dates, parse_date):
        with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
            read(f"({text})")


def test_several_days_in_order() -> None:
    """All days of a text are found in the order of the text."""
    text = "2015 жылғы 18 желтоқсандағы № 1035; 23 октября 2019 года; 13.01.2016"
    assert find_dates(text) == (date(2015, 12, 18), date(2019, 10, 23), date(2016, 1, 13))


def test_one_day_or_none() -> None:
    """Which of several days is meant is never guessed; one day said twice is one day."""
    with pytest.raises(ValueError, match="2019"):
        parse_date("23.10.2019, 30.10.2019")
    assert parse_date("23.10.2019 (23 октября 2019 года)") == date(2019, 10, 23)


def test_days_of_the_source() -> None:
    """The four days that the order of 2019 names in its title and point 1 are all found."""
    found = find_dates(SOURCE.read_text(encoding="utf-8"))
    named = {date(2015, 12, 18), date(2019, 10, 23), date(2019, 10, 30), date(2016, 1, 13)}
    assert set(found) == named


# ----------------------------------------------------------------------------- slugs


@given(texts)
def test_slugs_are_plain(text: str) -> None:
    """A slug is small Latin letters, digits and single hyphens, and stays itself."""
    slug = transliterate(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert transliterate(slug) == slug
    assert transliterate(unicodedata.normalize("NFD", text)) == slug


def test_slug_table_is_fixed() -> None:
    """Slugs stand in permanent addresses, so no letter's reading may ever change."""
    expected = (
        "a a b v g g d e yo zh z i y k q l m n n o o p r s t u u u f kh h ts ch sh shch _ y i _ e "
        "yu ya"
    )
    assert [transliterate(letter) or "_" for letter in ALPHABET] == expected.split()
    assert [transliterate(letter) or "_" for letter in ALPHABET.upper()] == expected.split()


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Жұмыс өндірушісі (қызметтің негізгі түрі);", "zhumys-ondirushisi-qyzmettin-negizgi-turi"),
        ("  «Денсаулық сақтау» саласында", "densaulyq-saqtau-salasynda"),
        ("госпитальдері – №2", "gospitalderi-2"),
        ("D", "d"),
        ("§", ""),
    ],
)
def test_transliterate(text: str, slug: str) -> None:
    """A slug can be read aloud, and no mark comes into it."""
    assert transliterate(text) == slug
