"""What is said beside the printed text: each word of it accounted for, nothing invented."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import kz_civil_positions as kz
from kz_civil_positions.annotations import (
    Annotations,
    Category,
    InstitutionKind,
    Qualification,
    Significance,
    places_of,
    quoted,
)
from kz_civil_positions.errors import DataError
from kz_civil_positions.lookup.keys import key, keys, stem
from kz_civil_positions.storage.load import load_annotations, load_orders
from kz_civil_positions.storage.root import data_root
from kz_civil_positions.verification.annotations import annotated
from kz_civil_positions.verification.case import open_case

ORDER = "2019-920"


@pytest.fixture(scope="module")
def notes() -> Annotations:
    """The annotations of the 2019 text."""
    found = load_annotations(data_root() / ORDER)
    assert found is not None
    return found


def failures(root: Path) -> list[str]:
    """What the check of annotations finds wrong in this folder: keys of messages."""
    order = next(one for one in load_orders(root) if one.id == ORDER)
    return [problem.key for problem in annotated(open_case(root, order)).failures]


def names(notes: Annotations, entry: str) -> list[str]:
    """The positions of an entry."""
    return [position.name for position in notes.by_entry[entry].positions]


def test_every_word_belongs_to_a_position_scope_condition_or_frame() -> None:
    """The check of annotations finds nothing left over and nothing invented."""
    assert failures(data_root()) == []


def test_every_entry_is_annotated(notes: Annotations) -> None:
    """No entry of the 2019 text is without its note, and every note still fits its entry."""
    edition = kz.load().edition(ORDER)
    assert set(notes.by_entry) == {entry.id for entry in edition.entries}
    assert all(quoted(notes.by_entry[entry.id], entry) for entry in edition.entries)


Change = Callable[[str], str]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda text: text.replace("name: бас дирижер", "name: бас капельмейстер"),
         "lookup.name-not-from-words"),
        (lambda text: text.replace("words: бас … дирижері", "words: бас … дирижерлері"),
         "lookup.quote-not-printed"),
        (lambda text: re.sub(r" +- name: бас дирижер\n +words: бас … дирижері\n", "", text),
         "lookup.words-left-over"),
        (lambda text: text.replace("entry: professor", "entry: professor-emeritus"),
         "lookup.note-about-nothing"),
        (lambda text: text.replace("entry: dotsent", "entry: professor"), "lookup.note-twice"),
        (lambda text: text.replace("entry: dotsent", "entry: professor"),
         "lookup.entry-without-note"),
        (lambda text: text.replace("    frame: [ММ]\n", "", 1), "lookup.words-left-over"),
        (lambda text: text.replace("Кинологиялық орталығы\n", "Кинологиялық академиясы\n"),
         "lookup.name-not-from-words"),
        (lambda text: re.sub(r"\n +- respublikalyq-mm-basshysy\.qazseldenqorgau", "", text),
         "lookup.words-left-over"),
    ],
)  # fmt: skip
def test_a_wrong_annotation_is_told(registers: Path, change: Change, key: str) -> None:
    """An invented name, a false quotation, a word left over, a note of nothing: each is said."""
    file = registers / ORDER / "annotations.yaml"
    text = file.read_text("utf-8")
    assert change(text) != text
    file.write_text(change(text), "utf-8")
    assert key in failures(registers)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("kind: single", "kind: several"), "annotations.yaml:"),
        (("order: 2019-920", "order: 2015-1035"), "annotations.yaml:"),
        (("    positions:\n", "    position:\n"), "annotations.yaml:"),
    ],
)
def test_a_faulty_file_is_refused_with_its_line(
    registers: Path, change: tuple[str, str], said: str
) -> None:
    """Annotations are read as strictly as the register: file, line and what is wrong."""
    file = registers / ORDER / "annotations.yaml"
    file.write_text(file.read_text("utf-8").replace(*change, 1), "utf-8")
    with pytest.raises(DataError) as caught:
        kz.load(registers)
    assert all(said in problem.where for problem in caught.value.problems)


def test_without_annotations_the_register_still_loads(registers: Path) -> None:
    """Annotations are beside the text: a register without them is one, and can be searched."""
    (registers / ORDER / "annotations.yaml").unlink()
    register = kz.load(registers)
    assert register.institutions() == ()
    assert str(register.find("архивариус")[0].level.code) == "D"


def test_distributed_heads_are_resolved(notes: Annotations) -> None:
    """One printed word over many positions stands in each of them."""
    assert names(notes, "respublikalyq-mm-bas-gidrotekhnigi-dirizheri-inzheneri") == [
        "бас гидротехник", "бас дирижер", "бас инженер", "бас инспектор", "бас механик",
        "бас жұмыс өндірушісі", "бас экономист", "бас энергетик",
    ]  # fmt: skip


def test_a_nested_entry_has_two_scopes(notes: Annotations) -> None:
    """Each subheading of L209–230 gives the institutions under it their own significance."""
    note = notes.by_entry["bas-gidrology-inzheneri-inspektory-mekhanigi-qutqarushysy"]
    scopes = [(scope.significance, scope.branch) for scope in note.scopes]
    assert scopes == [(Significance.REPUBLICAN, True), (Significance.OBLAST, False)]
    assert all(scope.under for scope in note.scopes)


def test_two_names_in_brackets_are_one_position(notes: Annotations) -> None:
    """Басшысы (меңгерушісі) names one position twice, not two positions."""
    (position,) = notes.by_entry["respublikalyq-mm-filialynyn-bolim-basshysy"].positions
    assert [one.name for one in position.names] == ["бөлім басшысы", "бөлім меңгерушісі"]


def test_specialists_have_category_and_qualification(notes: Annotations) -> None:
    """Block B says both of each entry of specialists; block C says qualification alone."""
    grade = notes.by_entry["sanaty-zhoq-sanattyn-zhogary-mamandar"].grade
    assert grade is not None
    assert (grade.category, grade.qualification) == (Category.WITHOUT, Qualification.HIGH)
    bare = notes.by_entry["biliktiligi-ortasha-dengeyli-maman"].grade
    assert bare is not None
    assert (bare.category, bare.qualification) == (None, Qualification.MIDDLE)


def test_the_unexpanded_abbreviation_stays(notes: Annotations) -> None:
    """ЖМҚС is in no list of abbreviations: it is never written out."""
    operators = [name for name in names(notes, "tekhnikalyq-oryndaushylar") if "оператор" in name]
    assert len(operators) == 6
    assert "ЖМҚС операторы" in operators


def test_classes_of_institutions_are_no_single_ones(notes: Annotations) -> None:
    """Names in the plural mean all institutions of a sort."""
    kinds = {one.id: one.kind for one in notes.institutions}
    assert kinds["pd-emkhanasy-bar-gospitaldar"] is InstitutionKind.CLASS
    assert kinds["qazseldenqorgau"] is InstitutionKind.SINGLE
    forms = {one.id: [form.words for form in one.forms] for one in notes.institutions}
    assert (
        "Қазақстан Республикасы ІІМ ТЖК Апаттар медицинасының орталығы"
        in (forms["apattar-meditsinasy-ortalygy"])
    )


@pytest.mark.parametrize(
    ("quote", "text", "places"),
    [
        ("бас … дирижері", "ММ бас: гидротехнигі, дирижері:", (1, 3)),
        ("дирижері … бас", "ММ бас: гидротехнигі, дирижері:", ()),
        ("басшысы", "басшысының орынбасары", ()),
        ("", "бас", ()),
    ],
)
def test_a_quotation_takes_whole_words_in_order(
    quote: str, text: str, places: tuple[int, ...]
) -> None:
    """A quotation stands where its words stand, whole and in their order; or nowhere."""
    assert places_of(quote, text) == places


@pytest.mark.parametrize(
    "forms",
    [
        "бухгалтер бухгалтері бухгалтерінің бухгалтерге бухгалтерлердің býhgalter buhgalter",
        "басшы басшысы басшысының басшысына басшыдан basshysy basşysy",
        "техник технигі технигінен",
        "экономист экономисі экономистің",
        "тәрбиеші тарбиеши tárbıeshi tärbieşi",
        "құтқарушы куткарушы qutqarýshy qūtqaruşy құтқарушысы",
        "орталық орталығының орталықтың орталыққа",
        "деңгей деңгейі деңгейдегі деңгейінде",
        "клуб клубының клубтың",
    ],
)
def test_forms_of_a_word_share_their_stem(forms: str) -> None:
    """Whatever ending, alphabet or keyboard: one word is found by all its forms."""
    assert len({stem(key(form)) for form in forms.split()}) == 1


def test_latin_letters_that_look_cyrillic_are_read_both_ways() -> None:
    """A word such as kitap is Latin although every letter of it looks Cyrillic."""
    assert "китап" in keys("kitap")
    assert "вас" in keys("BAC")
