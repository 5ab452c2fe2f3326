"""The catalogues: every sentence in three languages, every key that is used, no key unused."""

import ast
import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

import kz_civil_positions
from kz_civil_positions.messages import LANGUAGES, Language, say
from kz_civil_positions.messages.dates import MONTHS, long_date

PACKAGE = Path(kz_civil_positions.__file__).parent
ROOM = PACKAGE / "messages"
AREAS = sorted(
    path.stem
    for path in ROOM.glob("*.py")
    if hasattr(import_module(f"{kz_civil_positions.__name__}.messages.{path.stem}"), "MESSAGES")
)
Catalogue = Mapping[str, Mapping[str, str]]
CATALOGUES: dict[str, Catalogue] = {
    area: import_module(f"{kz_civil_positions.__name__}.messages.{area}").MESSAGES for area in AREAS
}
KEYS = [f"{area}.{name}" for area in AREAS for name in CATALOGUES[area]]
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != ROOM)
# Names of these stand in docstrings only, as examples of the catalogue itself.
OF_EXAMPLES = {"errors.where", "errors.date"}
# What an f-string puts in while it runs.
HOLE = "\x00"


def places(sentence: str) -> list[str]:
    """The facts a sentence speaks of, with how each is shown."""
    return sorted(
        f"{name}!{conversion or ''}:{form}"
        for _, name, form, conversion in Formatter().parse(sentence)
        if name is not None
    )


@pytest.mark.parametrize("key", KEYS)
def test_every_sentence_is_there_in_three_languages(key: str) -> None:
    """Kazakh, Russian and English, none empty, and each speaks of the same facts."""
    area, _, name = key.partition(".")
    sentence = CATALOGUES[area][name]
    assert set(sentence) == set(LANGUAGES)
    assert all(words.strip() for words in sentence.values())
    assert len({(words[0] == " ", words[-1] == " ") for words in sentence.values()}) == 1
    assert places(sentence["kk"]) == places(sentence["ru"]) == places(sentence["en"])
    assert all(re.match(r"[a-z_0-9]+!r?:$", place) for place in places(sentence["en"]))


@pytest.mark.parametrize("area", AREAS)
def test_no_word_mixes_letters_of_two_scripts(area: str) -> None:
    """A Latin look-alike typed inside a Cyrillic word is a fault that nobody sees."""
    for name, sentence in CATALOGUES[area].items():
        for words in sentence.values():
            for word in re.findall(r"[^\W\d_]+", re.sub(r"\{.*?\}", " ", words)):
                cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in word)
                assert cyrillic in (0, len(word)), (name, word)


# ----------------------------------------------------------------------- keys and code


@cache
def trees() -> list[tuple[Path, ast.Module]]:
    """Every module of the library outside the catalogues, parsed."""
    return [(path, ast.parse(path.read_text("utf-8"))) for path in SOURCES]


def without_docstrings(tree: ast.Module) -> Iterator[ast.AST]:
    """All nodes of a module, but for its docstrings."""
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
                continue
            child.value = ast.Constant(None)
    yield from ast.walk(tree)


def pattern(node: ast.AST) -> str | None:
    """A text of the code; an f-string's holes stand for anything."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values
        )
    return None


def texts() -> set[str]:
    """Every text of the code that may be a key or a part of one."""
    found = set()
    for _, tree in trees():
        for node in without_docstrings(tree):
            text = pattern(node)
            if text and re.fullmatch(r"[a-z0-9.\-\x00]+", text):
                found.add(text)
    return found


def fits(text: str, key: str) -> bool:
    """Whether this text of the code is an f-string that can become the key.

    An f-string that is all hole but for its area says nothing: then the bare name must
    stand somewhere else.
    """
    if not text.replace(HOLE, "").rpartition(".")[2]:
        return False
    return bool(re.fullmatch(".+".join(map(re.escape, text.split(HOLE))), key))


def test_no_key_is_unused() -> None:
    """A sentence that nothing says is dead, and its translations are kept up for nothing."""
    used = texts()
    patterns = [text for text in used if HOLE in text]
    unused = [
        key
        for key in KEYS
        if key not in OF_EXAMPLES
        and not any(
            name in used or any(fits(text, name) for text in patterns)
            for name in (key, key.partition(".")[2])
        )
    ]
    assert unused == []


# In which argument these give a key, and of which area if it names none.
GIVES_KEY = {
    "say": (0, ""),
    "Problem": (2, "errors"),
    "FaultError": (0, "errors"),
    "_fail": (1, "errors"),
    **dict.fromkeys(
        (
            "BadInputError",
            "UnknownAddressError",
            "UnknownOrderError",
            "NotHeldError",
            "NothingFoundError",
            "UndeterminedError",
            "NotInEffectError",
            "OutputError",
            "RegisterError",
        ),
        (0, "errors"),
    ),
}


def keys_in_code() -> Iterator[tuple[str, str]]:
    """Every key given where only a key can stand, with its place."""
    for path, tree in trees():
        for node in without_docstrings(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            at, area = GIVES_KEY.get(node.func.id, (0, None))
            if area is None or len(node.args) <= at:
                continue
            text = pattern(node.args[at])
            if text is not None:
                key = text if "." in text else f"{area}.{text}"
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", key


def test_every_key_in_the_code_has_a_sentence() -> None:
    """A key without a sentence would be an error of ours in the middle of an error of theirs."""
    found = list(keys_in_code())
    assert len(found) > 80, "the keys of the code are not found any more"
    missing = [
        (place, key)
        for place, key in found
        if key != f"{HOLE}"
        and not any(re.fullmatch(".+".join(map(re.escape, key.split(HOLE))), one) for one in KEYS)
    ]
    assert missing == []


def test_facts_given_are_the_facts_spoken_of() -> None:
    """Where the code says a sentence by its key, it gives just the facts the sentence needs."""
    wrong = []
    for path, tree in trees():
        for node in without_docstrings(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id != "say" or any(word.arg is None for word in node.keywords):
                continue
            key = pattern(node.args[0])
            if key not in KEYS:
                continue
            area, _, name = key.partition(".")
            needed = {place.partition("!")[0] for place in places(CATALOGUES[area][name]["en"])}
            given = {word.arg for word in node.keywords}
            if not needed <= given:
                wrong.append((f"{path.relative_to(PACKAGE)}:{node.lineno}", key, needed - given))
    assert wrong == []


# --------------------------------------------------------------------------------- say


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_are_written_as_orders_write_them(language: Language) -> None:
    """A day among the facts is written out in the language, for every month."""
    for month in range(1, 13):
        day = datetime.date(2019, month, 3)
        said = say("errors.date", language, day=day)
        assert said == long_date(day, language)
        assert MONTHS[language][month - 1] in said
        assert "2019" in said


def test_a_key_without_a_sentence_is_our_own_error() -> None:
    """An unknown key fails loudly: it is a slip in the code, never the user's fault."""
    with pytest.raises(KeyError):
        say("errors.no-such-sentence", "en")
