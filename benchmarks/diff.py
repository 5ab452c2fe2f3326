"""How long the diff of two editions of 500 entries with 15 true changes takes.

Ours against DeepDiff on the same data, as lists and keyed by id, and a redline against
difflib's matcher for the words. Run it as a program; it prints medians and ratios.
"""

import statistics
import sys
import timeit
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any, Final

from attrs import evolve
from deepdiff import DeepDiff
from rapidfuzz.distance import Indel

from kz_civil_positions.amending.comparing import own_fields
from kz_civil_positions.amending.engine import apply
from kz_civil_positions.amending.tree import over
from kz_civil_positions.changes import Change, Lane
from kz_civil_positions.changes.diff import diff
from kz_civil_positions.changes.redline import redline
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.kazakh import words
from kz_civil_positions.model import (
    Block,
    Content,
    Edition,
    Entry,
    Item,
    ItemKind,
    Label,
    LabelState,
    Level,
    Link,
    Section,
    Span,
)
from kz_civil_positions.operations import (
    Insert,
    Move,
    Operation,
    Place,
    Remove,
    ReplaceWords,
    Where,
)
from kz_civil_positions.verification.keyed import record

ENTRIES: Final = 500
CHANGES: Final = 15
GOAL: Final = 300
ROUNDS: Final = 7

TITLES: Final = ("басшысы", "бухгалтері", "инженері", "инспекторы", "механигі", "экономисі")
UNITS: Final = ("орталығының", "жасағының", "мекемесінің", "полкінің", "базасының")


def main() -> int:
    """Prints the figures; 1 if the goal is missed."""
    old, new = editions()
    apart, unknown = (evolve(new, content=_anew(new.text, prefix)) for prefix in ("", "other-"))
    changes = _law(diff(old, new))
    assert len(changes) == CHANGES, [str(change.kind) for change in changes]
    assert _told(_law(diff(old, apart))) == _told(changes)
    print(
        f"{ENTRIES} entries, {sum(1 for _ in old.text.walk())} nodes, {CHANGES} changes; medians:"
    )
    before, after = _keyed(old.text), _keyed(new.text)
    first, last = _listed(old.text), _listed(new.text)
    ours, read, text, keyed, listed = _measured(
        (
            "ours, editions of one replay (the same is one object)",
            60,
            lambda: diff(old, new),
        ),
        ("ours, editions read apart (equal, nothing shared)", 20, lambda: diff(old, apart)),
        ("ours, no id shared (found by text)", 2, lambda: diff(old, unknown)),
        ("DeepDiff, keyed by id", 1, lambda: DeepDiff(before, after)),
        ("DeepDiff, as lists", 1, lambda: DeepDiff(first, last)),
    )
    for name, other in (("keyed by id", keyed), ("as lists", listed)):
        ratios = ", ".join(f"{other / one:.0f}" for one in (ours, read, text))
        print(f"DeepDiff {name} / ours (one replay, read apart, by text): {ratios}")
    print(f"goal, keyed by id against one replay: {GOAL}")
    _compare_words(changes)
    return 0 if keyed / ours >= GOAL else 1


def _measured(*actions: tuple[str, int, Callable[[], object]]) -> list[float]:
    """The median of each, in seconds; taken in turn, so that a busy moment meets them all."""
    taken: list[list[float]] = [[] for _ in actions]
    for _, _, action in actions:
        action()
    for _ in range(ROUNDS):
        for (_, times, action), found in zip(actions, taken, strict=True):
            found.extend(timeit.repeat(action, "gc.enable()", number=1, repeat=times))
    medians = [statistics.median(found) for found in taken]
    for (name, _, _), median in zip(actions, medians, strict=True):
        print(f"  {name}: {median * 1000:.2f} ms")
    return medians


def _compare_words(changes: list[Change]) -> None:
    """Redlines of the rewordings against difflib on the same words."""
    texts = [(one.old or "", one.new or "") for one in changes if one.words] * 20
    bags = [(words(old), words(new)) for old, new in texts]

    def by_difflib() -> None:
        for old, new in bags:
            SequenceMatcher(None, old, new, autojunk=False).get_opcodes()

    def by_us() -> None:
        for old, new in texts:
            redline(old, new)

    def by_opcodes() -> None:
        for old, new in bags:
            Indel.opcodes(old, new).as_list()

    print(f"words, {len(texts)} rewordings:")
    whole, codes, theirs = _measured(
        ("ours: words, opcodes, islands, texts", 5, by_us),
        ("of it the opcodes", 5, by_opcodes),
        ("difflib, the opcodes only", 5, by_difflib),
    )
    print(f"difflib / ours: opcodes {theirs / codes:.0f}, with all the rest {theirs / whole:.1f}")
    long = _long_texts()
    ours, slow = _measured(
        ("opcodes of two texts of 2,000 words", 5, lambda: Indel.opcodes(*long)),
        ("difflib", 1, lambda: SequenceMatcher(None, *long, autojunk=False).get_opcodes()),
    )
    print(f"difflib / ours, long texts: {slow / ours:.0f}")


def _long_texts() -> tuple[list[str], list[str]]:
    bag = [*TITLES, *UNITS, "маңызы", "бар", "ММ"]
    old = [bag[(n * n + n // 7) % len(bag)] for n in range(2000)]
    new = [word for n, word in enumerate(old) if n % 40]
    return old, new


# ── the data ─────────────────────────────────────────────────────────────────────────


def editions() -> tuple[Edition, Edition]:
    """Two editions of made-up positions; the later one made by operations on the earlier."""
    old = _register()
    return _edition("2015-1", old), _edition("2019-2", apply(old, _amendments()))


def _edition(key: str, content: Content) -> Edition:
    return Edition(key, key, content=content)


def _register() -> Content:
    blocks = []
    entry = 0
    for letter in "ABCD":
        links = []
        for link in range(1, 6):
            levels = []
            for level in range(1, 6):
                entries = tuple(_entry(entry + n) for n in range(ENTRIES // 100))
                entry += len(entries)
                code = Code(letter, "", link, (level,))
                levels.append(Level(code, Label(LabelState.PRINTED, str(level)), entries))
            code = Code(letter, "", link)
            links.append(Link(code, Label(LabelState.PRINTED, f"{letter}{link}"), tuple(levels)))
        section = Section(letter, None, None, tuple(links))
        blocks.append(Block(Code(letter), f"{letter} блогы", (section,)))
    return Content(tuple(blocks))


def _entry(number: int) -> Entry:
    title = TITLES[number % len(TITLES)]
    lines = Span("2015-1", number * 8 + 1, number * 8 + 7)
    items = tuple(
        Item(
            f"e{number}.i{n}",
            ItemKind.INSTITUTION,
            f"Қазақстан Республикасы ІІМ {number}-{n} аймақтық {UNITS[n % len(UNITS)]};",
            Span("2015-1", number * 8 + 2 + n, number * 8 + 2 + n),
        )
        for n in range(6)
    )
    heading = f"Облыстық (астананың) маңызы бар ММ {number}-бөлімінің {title}:"
    return Entry(f"e{number}", heading, items, lines)


def _amendments() -> list[Operation]:
    """Fifteen changes, far from each other."""
    new_entry = evolve(_entry(900), items=(_entry(900).items[0],))
    new_item = Item(
        "e250.new", ItemKind.INSTITUTION, "Қазақстан Республикасы ІІМ жаңа орталығының;"
    )
    words_replaced = [
        ReplaceWords(target=_item(number, n), old="аймақтық", new="өңірлік")
        for number, n in ((10, 0), (60, 1), (110, 2), (160, 3), (210, 4))
    ]
    titles_replaced = [
        ReplaceWords(target=_at(number), old="маңызы бар", new="деңгейдегі")
        for number in (40, 140, 340)
    ]
    return [
        *words_replaced,
        *titles_replaced,
        Remove(target=_at(300)),
        Remove(target=_item(320, 5)),
        Insert(place=Place(Where.AFTER, _at(400)), content=new_entry),
        Insert(place=Place(Where.AFTER, _item(250, 2)), content=new_item),
        Move(target=_at(420), place=Place(Where.AFTER, _at(120))),
        Move(target=_item(450, 0), place=Place(Where.AFTER, _item(470, 0))),
        Move(target=_at(480), place=Place(Where.AFTER, _at(482))),
    ]


def _at(number: int) -> Address:
    return Address(Kind.ENTRY, f"e{number}")


def _item(number: int, n: int) -> Address:
    return Address(Kind.ITEM, f"e{number}.i{n}")


def _anew(node: Any, prefix: str) -> Any:  # noqa: ANN401 - a node in, the same kind of node out
    """The same in objects of its own, with other ids if there is a prefix."""
    node = over(evolve(node), tuple(_anew(child, prefix) for child in node.children))
    return evolve(node, id=prefix + node.id) if isinstance(node, Entry | Item) else node


def _listed(node: Any) -> dict[str, object]:  # noqa: ANN401 - any node
    own = {"own": repr(own_fields(node))}
    children = [_listed(child) for child in node.children]
    return {**own, "children": children} if children else dict(own)


def _keyed(content: Content) -> dict[str, dict[str, object]]:
    """Everything by address, with what it stands in and what it says."""
    found: dict[str, dict[str, object]] = {}

    def walk(node: Any, parent: str) -> None:  # noqa: ANN401 - any node
        for child in node.children:
            found[str(child.address)] = {"parent": parent, **record(child)}
            walk(child, str(child.address))

    walk(content, "register")
    return found


def _law(changes: tuple[Change, ...]) -> list[Change]:
    return [change for change in changes if change.lane is Lane.LAW]


def _told(changes: list[Change]) -> list[tuple[object, ...]]:
    return [(one.kind, one.entry, one.old, one.new, one.code) for one in changes]


if __name__ == "__main__":
    sys.exit(main())
