"""Generated registers, and operations that can be carried out on them.

Everything is small and fictional. Ids come from one pool, so that two registers drawn
apart from each other share some of what they hold, at other places and in other words.
"""

from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen
from hypothesis import strategies as st

from kz_civil_positions.amending.engine import apply
from kz_civil_positions.amending.tree import ABBREVIATIONS, over, subtree
from kz_civil_positions.amending.wording import occurrences, printed
from kz_civil_positions.codes import Code, Kind
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Entry,
    Item,
    ItemKind,
    Label,
    LabelState,
    Level,
    Link,
    Node,
    Section,
    Span,
)
from kz_civil_positions.operations import (
    Element,
    Insert,
    InsertWords,
    Move,
    Operation,
    Place,
    Relabel,
    Remove,
    RemoveWords,
    Replace,
    ReplaceWords,
    Restate,
    Where,
    WordPlace,
)

__all__ = [
    "Amended",
    "amended",
    "contents",
    "entries",
    "items",
    "operations_on",
    "pairs",
    "texts",
]

WORDS: Final = ("бастық", "орынбасары", "маман", "дәрігер", "ММ", "бас", "аға")
LEVELS: Final = ((1,), (1, 1), (2,), (2, 1), (3,))
SECTORS: Final[dict[str, tuple[str | None, ...]]] = {
    "A": (None,),
    "B": (None, "health", "other"),
    "C": (None,),
    "D": (None,),
}
POOL: Final = tuple(f"e{number}" for number in range(14))
LOOSE: Final = (
    Kind.BLOCK,
    Kind.SECTOR,
    Kind.LINK,
    Kind.LEVEL,
    Kind.ENTRY,
    Kind.ITEM,
    Kind.ABBREVIATION,
)

_words = st.lists(st.sampled_from(WORDS), min_size=2, max_size=4)
texts = st.builds(
    lambda words, mark: " ".join(words) + mark, _words, st.sampled_from((";", ":", ".", ",", ""))
)
_lines = st.sampled_from((None, Span("2019-920", 3, 4)))
_labels = st.sampled_from(
    (
        Label(LabelState.NONE),
        Label(LabelState.INFERRED),
        Label(LabelState.PRINTED, "2"),
        Label(LabelState.PRINTED, "1", Span("2019-920", 7, 7)),
    )
)


def items(identity: str) -> st.SearchStrategy[Item]:
    """Answers: which items may have this id?"""
    return st.builds(Item, st.just(identity), st.sampled_from(ItemKind), texts, _lines)


@st.composite
def entries(draw: st.DrawFn, identity: str, own: Sequence[str]) -> Entry:
    """Answers: which entries may have this id and items of these ids?"""
    held = tuple(draw(items(one)) for one in own)
    return Entry(identity, draw(texts), held, draw(_lines))


def _abbreviation(short: str, words: str) -> Abbreviation:
    return Abbreviation(short, words, f"{short} – {words};")


def _runs(ids: Sequence[str], cuts: Sequence[int]) -> list[Sequence[str]]:
    """Ids dealt out to places: each place takes as many as its cut says."""
    runs, start = [], 0
    for cut in cuts:
        runs.append(ids[start : start + cut])
        start += cut
    return runs


@st.composite
def _levels(draw: st.DrawFn, link: Code, ids: list[str]) -> tuple[Level, ...]:
    numbers = draw(st.lists(st.sampled_from(LEVELS), max_size=3, unique=True)) if link.link else []
    levels = []
    for number in sorted(numbers) or [()]:
        held = [ids.pop() for _ in range(min(len(ids), draw(st.integers(0, 2))))]
        level = tuple(draw(_entry_of(identity)) for identity in held)
        levels.append(Level(evolve(link, level=number), draw(_labels), level))
    return tuple(levels)


def _entry_of(identity: str) -> st.SearchStrategy[Entry]:
    own = st.integers(0, 3).map(lambda n: [f"{identity}.i{number}" for number in range(n)])
    return own.flatmap(lambda ids: entries(identity, ids))


@st.composite
def _sections(draw: st.DrawFn, letter: str, ids: list[str]) -> tuple[Section, ...]:
    sections = []
    for sector in SECTORS[letter]:
        low = 0 if letter == "D" else 1
        numbers = draw(st.lists(st.integers(low, low and 4), max_size=2, unique=True))
        codes = [Code(letter, sector or "", number) for number in sorted(numbers)]
        links = tuple(Link(code, draw(_labels), draw(_levels(code, ids))) for code in codes)
        heading = draw(texts) if sector else None
        sections.append(Section(letter, sector, heading, links, draw(_lines)))
    return tuple(sections)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Answers: what may a register say?"""
    ids = list(draw(st.permutations(POOL)))
    letters = draw(st.lists(st.sampled_from("ABCD"), min_size=1, max_size=3, unique=True))
    blocks = tuple(
        Block(Code(letter), draw(texts), draw(_sections(letter, ids)), draw(_lines))
        for letter in letters
    )
    shorts = draw(st.lists(st.sampled_from(("ІІМ", "ПД", "ТЖД")), max_size=3, unique=True))
    lines = tuple(_abbreviation(short, " ".join(draw(_words))) for short in shorts)
    return Content(blocks, lines)


def _of(content: Content, *kinds: Kind) -> list[Node]:
    return [node for node in content.walk() if node.address.kind in kinds]


def _fresh(draw: st.DrawFn, content: Content) -> str:
    taken = {node.address.name.partition(".")[0] for node in content.walk()}
    free = [f"new-{number}" for number in range(40) if f"new-{number}" not in taken]
    return draw(st.sampled_from(free))


@st.composite
def _places(draw: st.DrawFn, content: Content, kind: Kind, aside: Node | None = None) -> Place:
    """Any place for an entry, item, block or abbreviation outside of what is moved."""
    barred = {node.address for node in subtree(aside)} if aside else set()
    spots = [
        Place(draw(st.sampled_from((Where.BEFORE, Where.AFTER))), node.address)
        for node in _of(content, kind)
        if node.address not in barred
    ]
    holder = {Kind.ENTRY: Kind.LEVEL, Kind.ITEM: Kind.ENTRY}.get(kind)
    holders = [node.address for node in _of(content, holder)] if holder else []
    if not holder:
        holders = [ABBREVIATIONS if kind is Kind.ABBREVIATION else content.address]
    spots += [Place(draw(st.sampled_from((Where.FIRST, Where.LAST))), one) for one in holders]
    return draw(st.sampled_from(spots))


def _element(draw: st.DrawFn, content: Content, kind: Kind) -> Element:
    fresh = _fresh(draw, content)
    if kind is Kind.ENTRY:
        return draw(_entry_of(fresh))
    if kind is Kind.ITEM:
        return draw(items(fresh))
    return _abbreviation(fresh, " ".join(draw(_words)))


@st.composite
def _inserts(draw: st.DrawFn, content: Content) -> Operation | None:
    kinds = [Kind.ABBREVIATION]
    kinds += [Kind.ENTRY] * 3 if _of(content, Kind.LEVEL) else []
    kinds += [Kind.ITEM] * 2 if _of(content, Kind.ENTRY) else []
    kind = draw(st.sampled_from(kinds))
    place = draw(_places(content, kind))
    return Insert(place=place, content=_element(draw, content, kind))


@st.composite
def _coded_inserts(draw: st.DrawFn, content: Content) -> Operation | None:
    """A level or link with a free code, put where its code belongs."""
    holders = _of(content, Kind.LINK, Kind.SECTOR)
    if not holders:
        return None
    holder = draw(st.sampled_from(holders))
    codes = _free_codes(holder)
    if not codes:
        return None
    code = draw(st.sampled_from(codes))
    earlier = [child for child in holder.children if _code(child) < code]
    place = (
        Place(Where.AFTER, earlier[-1].address) if earlier else Place(Where.FIRST, holder.address)
    )
    fresh = draw(_entry_of(_fresh(draw, content)))
    label = draw(_labels)
    if isinstance(holder, Link):
        return Insert(place=place, content=Level(code, label, (fresh,)))
    levels = (Level(evolve(code, level=(1,)), label, (fresh,)),)
    return Insert(place=place, content=Link(code, label, levels))


def _code(node: Node) -> Code:
    assert isinstance(node, Link | Level)
    return node.code


def _free_codes(holder: Node) -> list[Code]:
    taken = {_code(child) for child in holder.children}
    if isinstance(holder, Link):
        codes = [evolve(holder.code, level=level) for level in LEVELS] if holder.code.link else []
    else:
        assert isinstance(holder, Section)
        numbers = range(1, 7) if holder.block != "D" else ()
        codes = [Code(holder.block, holder.sector or "", number) for number in numbers]
    return [code for code in codes if code not in taken]


@st.composite
def _relabels(draw: st.DrawFn, content: Content) -> Operation | None:
    """Another code that leaves the codes ascending."""
    choices = [
        (child, code)
        for holder in _of(content, Kind.LINK, Kind.SECTOR)
        for number, child in enumerate(holder.children)
        for code in _free_codes(holder)
        if all(_code(other) < code for other in holder.children[:number])
        and all(_code(other) > code for other in holder.children[number + 1 :])
    ]
    if not choices:
        return None
    child, code = draw(st.sampled_from(choices))
    label = draw(st.sampled_from((None, "3", code.plain)))
    return Relabel(target=child.address, code=code, label=label)


@st.composite
def _removes(draw: st.DrawFn, content: Content) -> Operation | None:
    nodes = _of(content, *LOOSE)
    return Remove(target=draw(st.sampled_from(nodes)).address) if nodes else None


@st.composite
def _moves(draw: st.DrawFn, content: Content) -> Operation | None:
    nodes = _of(content, Kind.ENTRY, Kind.ITEM, Kind.ABBREVIATION, Kind.BLOCK)
    if not nodes:
        return None
    node = draw(st.sampled_from(nodes))
    return Move(target=node.address, place=draw(_places(content, node.address.kind, node)))


@st.composite
def _replaces(draw: st.DrawFn, content: Content) -> Operation | None:
    nodes = _of(content, Kind.ENTRY, Kind.ITEM, Kind.ABBREVIATION)
    if not nodes:
        return None
    target = draw(st.sampled_from(nodes)).address
    return Replace(target=target, content=_element(draw, content, target.kind))


def _said_anew(draw: st.DrawFn, node: Node) -> Node:
    """The node in other words, in another order, perhaps without some of its children."""
    match node:
        case Block() | Entry():
            node = evolve(node, heading=draw(texts))
        case Item():
            node = evolve(node, text=draw(texts))
        case Link() | Level():
            node = evolve(node, label=draw(_labels))
        case Abbreviation():
            node = _abbreviation(node.short, " ".join(draw(_words)))
        case _:
            pass
    children = [child for child in node.children if draw(st.integers(0, 3))]
    if isinstance(node, Level | Entry):
        children = draw(st.permutations(children))
    return over(node, tuple(children))


@st.composite
def _restates(draw: st.DrawFn, content: Content) -> Operation | None:
    node = draw(st.sampled_from([content, *content.walk()]))
    if draw(st.integers(0, 5)) == 0:
        own = (line.short for line in content.abbreviations)
        shorts = draw(st.permutations(tuple(dict.fromkeys((*own, "ПД", "ҚР", "ММ")))))
        shorts = shorts[: draw(st.integers(0, len(shorts)))]
        lines = tuple(_abbreviation(short, " ".join(draw(_words))) for short in shorts)
        return Restate(target=ABBREVIATIONS, content=lines)
    return Restate(target=node.address, content=_said_anew(draw, node))


@st.composite
def _rewordings(draw: st.DrawFn, content: Content) -> Operation | None:
    """Words replaced, added or taken out where they can be."""
    nodes = [node for node in content.walk() if any(occurrences(node, word) for word in WORDS)]
    nodes = [node for node in nodes if not isinstance(node, Abbreviation)]
    if not nodes:
        return None
    node = draw(st.sampled_from(nodes))
    there = [word for word in WORDS if occurrences(node, word)]
    word = draw(st.sampled_from(there))
    count, target = occurrences(node, word), node.address
    new = draw(st.sampled_from(("жаңа", "бас маман", ", сондай-ақ", "(ескі)")))
    places = [WordPlace.BEFORE, WordPlace.AFTER]
    choices: list[Operation] = [
        ReplaceWords(target=target, old=word, new=new, count=count),
        *(
            InsertWords(target=target, words=new, where=where, anchor=word, count=count)
            for where in places
        ),
    ]
    bare = (printed(one).replace(word, "").strip(" ;:.,") for one in subtree(node) if printed(one))
    if all(bare):
        choices.insert(0, RemoveWords(target=target, words=word, count=count))
    if isinstance(node, Item):
        choices.append(InsertWords(target=target, words=new, where=WordPlace.END))
    return draw(st.sampled_from(choices))


_WAYS: Final = (
    _rewordings,
    _restates,
    _replaces,
    _relabels,
    _moves,
    _removes,
    _coded_inserts,
    _inserts,
)


@st.composite
def operations_on(draw: st.DrawFn, content: Content) -> Operation:
    """Answers: which operations can be carried out on this register?"""
    start = draw(st.integers(0, len(_WAYS) - 1))
    found = (draw(way(content)) for way in (*_WAYS[start:], *_WAYS[:start]))
    return next(operation for operation in found if operation is not None)


@frozen
class Amended:
    """A register, operations carried out on it one after another, and what it says then."""

    before: Content
    operations: tuple[Operation, ...]
    after: Content


@st.composite
def amended(draw: st.DrawFn, min_size: int = 1, max_size: int = 4) -> Amended:
    """Answers: which registers and operations on them may there be?"""
    before = after = draw(contents())
    operations = []
    for _ in range(draw(st.integers(min_size, max_size))):
        operation = draw(operations_on(after))
        after = apply(after, [operation])
        operations.append(operation)
    return Amended(before, tuple(operations), after)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Content, Content]:
    """Answers: which two registers may be compared: an amended one, or two drawn apart?"""
    if draw(st.booleans()):
        return draw(contents()), draw(contents())
    story = draw(amended(0, 5))
    return story.before, story.after
