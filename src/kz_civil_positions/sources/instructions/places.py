"""Where in the register an instruction acts: from the words of an order to one node."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from typing import Final

from attrs import frozen

from kz_civil_positions.amending.tree import ABBREVIATIONS
from kz_civil_positions.codes import Address, Code
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.kazakh import fold
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Entry,
    Item,
    Level,
    Link,
    Node,
    Section,
)
from kz_civil_positions.sources.instructions.quotes import SLOT, Clause
from kz_civil_positions.sources.instructions.reasons import Inexpressible
from kz_civil_positions.sources.instructions.sentences import order_named

__all__ = ["Rank", "Step", "join_steps", "read_steps", "resolve", "same_words"]


class Rank(IntEnum):
    """How deep in the register a step goes."""

    REGISTER = 0
    LIST = 1
    BLOCK = 2
    SECTOR = 3
    LINK = 4
    LEVEL = 5
    ROW = 6


@frozen
class Step:
    """One step of the way to a place.

    Attributes:
        rank: what it names.
        name: a letter, a number or a code; the quoted words of a heading or row.
        quoted: whether the name is quoted words.
        remark: what stands in brackets after a block's letter.
        order: for the register, the order that is said to have approved it.
        annex: for the register, the number of the annex that is said to hold it.
    """

    rank: Rank
    name: str = ""
    quoted: bool = False
    remark: str = ""
    order: str | None = None
    annex: int | None = None


_QUOTE: Final = SLOT.format("quote")
_LETTER: Final = r"(?P<name>[АВСABCD])"
_CODE: Final = r"(?P<name>[АВСABC][1-9]\d?|D)"
_NUMBER: Final = r"(?P<name>\d+(?:-\d+)*)"
_REMARK: Final = r"(?: \((?P<remark>[^()]*)\))?"


def _step_of(rank: Rank, *parts: str) -> tuple[Rank, re.Pattern[str]]:
    """A step may bear any ending: the formula says what is done there."""
    return rank, re.compile("".join((*parts, r"(?![\w-])")), re.IGNORECASE)


_PATTERNS: Final = {
    "kaz": (
        _step_of(
            Rank.REGISTER,
            r"(?:(?P<order>[^\ue000:]*?(?:\ue000\d+\ue001[^\ue000:]*?)?)",
            r"бұйры(?:қпен|ғымен) бекітілген",
            r" (?:[^\ue000:]*? )?)?тізілім\w*",
        ),
        _step_of(Rank.REGISTER, r"бүкіл мәтін(?:і)? бойынша"),
        _step_of(
            Rank.REGISTER,
            r"(?:(?P<order>[^\ue000:]*?)бұйры(?:ққа|қтың|ғының|ғына) )?",
            r"(?:(?P<annex>\d+)-)?қосымша\w*",
        ),
        _step_of(Rank.LIST, r"аббревиатуралардың (?:толық жазылуы|тізбесі|тізімі)\w*"),
        _step_of(Rank.BLOCK, rf"{_LETTER} блог(?:ы|ын|ының|ында|ындағы|ынан|ына){_REMARK}"),
        _step_of(Rank.SECTOR, rf"{_QUOTE} деген кіші бөлім\w*"),
        _step_of(Rank.BLOCK, rf"{_QUOTE} деген (?:бөлім|блок|блог)\w*"),
        _step_of(Rank.LINK, rf"{_CODE} буын\w*"),
        _step_of(Rank.LEVEL, rf"{_NUMBER}-(?:деңгей|саты)\w*"),
        _step_of(Rank.ROW, rf"{_QUOTE} деген (?:жол|абзац|лауазым)\w*"),
    ),
    "rus": (
        _step_of(
            Rank.REGISTER,
            r"(?:в |во )?(?:указанн\w+ )?реестр\w*(?: [^\ue000:]*?,? утвержд[её]нн\w+",
            r" (?P<order>[^\ue000:]*?(?:\ue000\d+\ue001[^\ue000:]*?)?приказом[^\ue000:]*?),?)?",
        ),
        _step_of(Rank.REGISTER, r"по всему тексту"),
        _step_of(
            Rank.REGISTER,
            r"(?:в )?приложени\w+(?: (?P<annex>\d+))?",
            r"(?: к (?P<order>[^\ue000:]*?приказу(?:[^\ue000:]*№ ?\w+)?))?",
        ),
        _step_of(
            Rank.LIST,
            r"(?:в )?(?:расшифровк\w+|переч\w+|списк\w+|список) (?:аббревиатур|сокращений)",
        ),
        _step_of(Rank.BLOCK, rf"(?:в )?блок\w* {_LETTER}{_REMARK}"),
        _step_of(Rank.SECTOR, rf"(?:в )?подраздел\w* {_QUOTE}"),
        _step_of(Rank.BLOCK, rf"(?:в )?(?:раздел|блок)\w* {_QUOTE}"),
        _step_of(Rank.LINK, rf"(?:в )?звен\w+ {_CODE}"),
        _step_of(Rank.LEVEL, rf"(?:в )?(?:ступен|уровн|уровен)\w+ {_NUMBER}"),
        _step_of(Rank.ROW, rf"(?:в |во )?(?:строк|абзац|позици)\w* {_QUOTE}"),
    ),
}
# Points, titles and the like are norms of the order itself, not of the register's table.
_OUTSIDE: Final = {
    "kaz": re.compile(r"\d+(?:-\d+)?-тарма[қғ]|\d+\) тармақша|тақырып|тақырыб|кіріспе|преамбула"),
    "rus": re.compile(r"(?:под)?пункт\w* \d|заголов|преамбул|наименовани\w+ приказ", re.IGNORECASE),
}
# The name of a register must not run over another step.
_SWALLOWED: Final = re.compile(
    r"блог|буын|деңгей|деген|(?:блок|звен|ступен|строк|абзац)\w*\s", re.IGNORECASE
)
_GAP: Final = re.compile(r"[ ,]*")
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_CLOSING: Final = ";:.,"
_WORD: Final = re.compile(r"\w+")


def read_steps(words: str, quotes: Sequence[str], language: str) -> tuple[Step, ...] | None:
    """Answers: which steps to a place do these words name?

    Args:
        words: with slots for quotations.
        quotes: the quotations.
        language: of the order.

    Returns:
        The steps from the outermost in, or None where a word fits no step.

    Raises:
        Inexpressible: when they name a norm that is outside of a register.

    Example:
        >>> [step.name for step in read_steps("А2 буынының 3-деңгейінде", (), "kaz")]
        ['А2', '3']
    """
    words = words.translate(_DASHES).strip(" ,")
    steps: list[Step] = []
    at = 0
    while at < len(words):
        found = _step(words, at, quotes, language)
        if found is None:
            if _OUTSIDE[language].search(words):
                raise Inexpressible("outside-register", words=_shown(words, quotes))
            return None
        step, stop = found
        steps.append(step)
        gap = _GAP.match(words, stop)
        at = gap.end() if gap else stop
    # Russian names the inner place first.
    rows = [step for step in steps if step.rank is Rank.ROW]
    inwards = rows if language == "kaz" else rows[::-1]
    outer = sorted((step for step in steps if step.rank is not Rank.ROW), key=lambda s: s.rank)
    if len({step.rank for step in outer if step.rank}) < len([s for s in outer if s.rank]):
        return None  # two places at once
    return (*outer, *inwards)


def _step(words: str, at: int, quotes: Sequence[str], language: str) -> tuple[Step, int] | None:
    for rank, pattern in _PATTERNS[language]:
        match = pattern.match(words, at)
        if not match or (rank is Rank.REGISTER and _SWALLOWED.search(match[0])):
            continue
        found = match.groupdict()
        quote = found.get("quote")
        if quote == "P":
            return None
        name = quotes[int(quote)] if quote else found.get("name") or ""
        order = order_named(found["order"]) if found.get("order") else None
        annex = int(found["annex"]) if found.get("annex") else None
        remark = found.get("remark") or ""
        return Step(rank, name, quote is not None, remark, order, annex), match.end()
    return None


def _shown(words: str, quotes: Sequence[str]) -> str:
    """Words with their quotations put back."""
    return re.sub(_QUOTE, lambda m: f'"{quotes[int(m["quote"])]}"' if m[1] != "P" else "…", words)


def join_steps(outer: Sequence[Step], inner: Sequence[Step]) -> tuple[Step, ...]:
    """Answers: where do steps lead that go on from where others led?

    A step takes the place of the earlier one of its kind, and of all that was inside it.

    Example:
        >>> outer = [Step(Rank.LINK, "А1"), Step(Rank.LEVEL, "1")]
        >>> [step.name for step in join_steps(outer, [Step(Rank.LEVEL, "2")])]
        ['А1', '2']
    """
    if not inner:
        return tuple(outer)
    top = min(step.rank for step in inner)
    kept = (step for step in outer if step.rank < top or (top is Rank.ROW and step.rank <= top))
    return (*kept, *inner)


def scope_steps(scope: Iterable[Clause], language: str) -> tuple[Step, ...]:
    """Answers: where do the clauses lead that an instruction stands under?

    Raises:
        Inexpressible: when one of them is not understood.
    """
    led: tuple[Step, ...] = ()
    for clause in scope:
        steps = read_steps(clause.words, clause.quotes, language)
        if steps is None:
            raise Inexpressible("place-unclear", words=_shown(clause.words, clause.quotes))
        led = join_steps(led, steps)
    return led


def resolve(content: Content | None, steps: Sequence[Step]) -> Node | tuple[Abbreviation, ...]:
    """Answers: which one thing in the register do these steps lead to?

    Returns:
        It; the abbreviations for their list.

    Raises:
        Inexpressible: when there is none, there are several, or the register is not held.
    """
    if content is None:
        raise Inexpressible("base-not-held")
    roots: tuple[Node, ...] = (content,)
    places = [step for step in steps if Rank.REGISTER < step.rank < Rank.ROW]
    rows = [step for step in steps if step.rank is Rank.ROW]
    listed = any(step.rank is Rank.LIST for step in places)
    if listed:
        roots = content.abbreviations
    elif places:
        roots = (_one(list(_standing(content, places)), places),)
    if listed and not rows:
        return content.abbreviations
    for step in rows:
        roots = (_row(roots, step),)
    return roots[0]


def address_of(target: Node | tuple[Abbreviation, ...]) -> Address:
    """The address of what was found."""
    return ABBREVIATIONS if isinstance(target, tuple) else target.address


def same_words(one: str, other: str) -> bool:
    """Answers: do these headings say the same, marks, dashes and brackets apart?"""
    return _WORD.findall(fold(one)) == _WORD.findall(fold(other))


def _standing(content: Content, places: Sequence[Step]) -> Iterator[Node]:
    """All nodes of the deepest step's kind that stand within the others."""
    for path in _paths(content, ()):
        fitting = [any(_fits(step, node) for node in path) for step in places]
        if all(fitting) and _fits(places[-1], path[-1]):
            yield path[-1]


def _paths(node: Node, above: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    for child in node.children:
        path = (*above, child)
        yield path
        yield from _paths(child, path)


def _fits(step: Step, node: Node) -> bool:
    match step.rank, node:
        case Rank.BLOCK, Block():
            return _is_block(step, node)
        case Rank.SECTOR, Section(heading=heading):
            return heading is not None and same_words(heading, step.name)
        case Rank.LINK, Link(code=code):
            return code.plain == _plain(step.name)
        case Rank.LEVEL, Level(code=code):
            return code.level_number == step.name
        case _:
            return False


def _is_block(step: Step, block: Block) -> bool:
    if step.quoted:
        return same_words(block.heading, step.name)
    remark = " ".join(_WORD.findall(fold(step.remark)))
    return _plain(step.name) == block.code.block and remark in fold(block.heading)


def _plain(name: str) -> str | None:
    try:
        return Code.parse(name).plain
    except BadInputError:
        return None


def _one(found: Sequence[Node], steps: Sequence[Step]) -> Node:
    if len(found) == 1:
        return found[0]
    words = ", ".join(step.name for step in steps)
    if found:
        raise Inexpressible("place-several", words=words, count=len(found))
    raise Inexpressible("place-not-found", words=words)


def _row(roots: Sequence[Node], step: Step) -> Node:
    """The one row that prints these words; a closing mark may be left out in quoting them."""
    nodes = [node for root in roots for node in (root, *_below(root))]
    rows = [node for node in nodes if isinstance(node, Entry | Item | Abbreviation)]
    tests: tuple[Callable[[str], bool], ...] = (
        lambda text: text == step.name,
        lambda text: text.rstrip(_CLOSING) == step.name.rstrip(_CLOSING),
    )
    for test in tests:
        found = [row for row in rows if any(map(test, _texts(row)))]
        if len(found) == 1:
            return found[0]
        if found:
            raise Inexpressible("row-several", words=step.name, count=len(found))
    raise Inexpressible("row-not-found", words=step.name)


def _below(node: Node) -> Iterator[Node]:
    for path in _paths(node, ()):
        yield path[-1]


def _texts(row: Entry | Item | Abbreviation) -> tuple[str, ...]:
    return (row.heading, row.text) if isinstance(row, Entry) else (row.text,)
