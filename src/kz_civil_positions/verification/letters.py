"""The letters of the data: no sign in a printed text that nobody can see."""

import unicodedata
from collections.abc import Iterator

from attrs import frozen

from kz_civil_positions.kazakh import fold, foreign_letters, is_nfc, mixed_script_words, words
from kz_civil_positions.model import Abbreviation, Block, Entry, Item, Level, Link, Node, Section
from kz_civil_positions.sources.repairs import RepairKind
from kz_civil_positions.sources.vocabulary import link_of
from kz_civil_positions.storage.load import ORDER_FILE, REGISTER_FILE
from kz_civil_positions.verification.case import Case, letters_of
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["scripts"]


@frozen
class _Printed:
    """One field of printed text, and where it stands.

    Attributes:
        text: what is printed.
        name: of the field.
        file: the file it stands in.
        path: its place there.
        code: whether it names a block or link whose letter the source prints in this script.
    """

    text: str
    name: str
    file: str
    path: tuple[str | int, ...]
    code: bool = False


def scripts(case: Case) -> Check:
    """Answers: is every printed text free of letters and signs that nobody can see?

    Field by field: no Latin letter that passes for a Cyrillic one, no foreign letter, no
    control sign, letters in one form (NFC), no blank but single ones between words.
    """
    own = () if case.published else _of_order(case)
    fields = (*own, *_of_register(case))
    failures = [
        problem(case.files.where(one.file, *one.path), one.name, key, found=found)
        for one in fields
        for key, found in _unseen(one.text, code=one.code)
    ]
    return Check.of("scripts", case.name, len(fields), failures)


def _of_register(case: Case) -> Iterator[_Printed]:
    for key, placed in case.stored.items():
        for name, text in _texts(placed.node):
            if text is not None:
                path = (*placed.path, *name.split("."))
                code = _is_code(case, placed.node, text)
                yield _Printed(text, f"{key} {name}", REGISTER_FILE, path, code)


def _is_code(case: Case, node: Node, text: str) -> bool:
    """Whether this names a place, and stands in the source in just these letters."""
    if not isinstance(node, Block | Link):
        return False
    span = node.lines if isinstance(node, Block) else node.label.lines
    there = "".join(case.lines[span.first - 1 : span.last]) if span else ""
    recorded = case.repairs.by_rule if case.repairs else ()
    split = any(one.kind is RepairKind.SPLIT_LABEL and one.stands == text for one in recorded)
    return split or letters_of(text) in letters_of(there)


def _texts(node: Node) -> Iterator[tuple[str, str | None]]:
    match node:
        case Block() | Section() | Entry():
            yield "heading", node.heading
        case Link() | Level():
            yield "label.text", node.label.text
        case Item():
            yield "text", node.text
        case Abbreviation():
            yield from (("short", node.short), ("long", node.long), ("text", node.text))


def _of_order(case: Case) -> Iterator[_Printed]:
    order = case.order
    texts: dict[tuple[str | int, ...], str | None] = {
        ("title",): order.title,
        ("issuer", "kk"): order.issuer.kk,
        ("signed_by",): order.signed_by,
        ("agreed_with",): order.agreed_with,
    }
    for index, paragraph in enumerate(order.paragraphs):
        texts["paragraphs", index, "text"] = paragraph.text
    for index, operation in enumerate(order.operations):
        if operation.instruction:
            texts["operations", index, "instruction", "quote"] = operation.instruction.quote
    for path, text in texts.items():
        if text is not None:
            yield _Printed(text, ".".join(map(str, path)), ORDER_FILE, path)


def _unseen(text: str, *, code: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with the signs of a text, and which they are."""
    signs = dict.fromkeys(sign for sign in text if unicodedata.category(sign).startswith("C"))
    found = {
        "mixed-scripts": mixed_script_words(text),
        "look-alikes": [word for word in _look_alikes(text) if not (code and link_of(word))],
        "foreign-letters": foreign_letters(text),
        "not-nfc": () if is_nfc(text) else (text,),
        "control-signs": tuple(f"U+{ord(sign):04X}" for sign in signs),
        "blanks": () if text and " ".join(text.split()) == text else (f"«{text}»",),
    }
    yield from ((key, ", ".join(wrong)) for key, wrong in found.items() if wrong)


def _look_alikes(text: str) -> tuple[str, ...]:
    """Words all of Latin letters that look Cyrillic; the D of block D looks like none."""
    return tuple(
        word
        for word in words(text)
        if word.isascii() and word.strip("0123456789-").isalpha() and fold(word) != word.casefold()
    )
