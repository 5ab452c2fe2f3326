"""The formulas of amending orders, Kazakh and Russian: what a clause bids, and with what."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from attrs import evolve, field, frozen

from kz_civil_positions.model import Span
from kz_civil_positions.operations import Where
from kz_civil_positions.sources.instructions.places import Rank, Step, join_steps, read_steps
from kz_civil_positions.sources.instructions.quotes import SLOT
from kz_civil_positions.sources.instructions.reasons import Inexpressible
from kz_civil_positions.sources.instructions.sentences import Sentence
from kz_civil_positions.sources.paragraphs import Paragraph, Part, Piece

__all__ = ["Deed", "DeedKind", "Quoted", "read_deeds"]

# Longer clauses are no formula; a pattern need not be tried on them.
_LONGEST: Final = 2_000


class DeedKind(StrEnum):
    """What a formula bids."""

    APPROVE = "approve"
    RESTATE = "restate"
    RESTATE_ANNEX = "restate-annex"
    RESTATE_POINT = "restate-point"
    RECOMMENCE = "recommence"
    INSERT = "insert"
    WORDS_BESIDE = "words-beside"
    WORDS_END = "words-end"
    REPLACE_WORDS = "replace-words"
    REPLACE_ROW = "replace-row"
    REMOVE_WORDS = "remove-words"
    REMOVE = "remove"
    SUSPEND = "suspend"
    REPEAL = "repeal"
    MOVE = "move"
    RELABEL = "relabel"


@frozen
class Quoted:
    """A new wording as the order quotes it.

    Attributes:
        paragraphs: at least one; inline words are one.
    """

    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(one.text for one in self.paragraphs)

    @property
    def lines(self) -> Span:
        """Where it stands."""
        return self.paragraphs[0].lines.through(self.paragraphs[-1].lines)

    @property
    def single(self) -> bool:
        """Whether it is one paragraph of words, with no label or heading of a table."""
        return len(self.paragraphs) == 1 and self.paragraphs[0].part in (Part.FRAME, Part.TEXT)


@frozen(kw_only=True)
class Deed:
    """What one formula bids.

    Attributes:
        kind: which formula.
        steps: the place it names itself.
        old: words of the register that it names.
        new: the wording or words that it brings.
        side: on which side of what it names its words or rows go, where it says so.
        what: the kind of thing it inserts, as it says it.
        goal: the place to which a thing is moved.
        with_rows: whether it says that the rows below a heading go with it.
        until: the day, as it says it.
        order: the order that it speaks of, as it says it.
        point: the point of that order.
        number: the new number of a level.
    """

    kind: DeedKind
    steps: tuple[Step, ...] = ()
    old: str = ""
    new: Quoted | None = field(default=None, repr=False)
    side: Where | None = None
    what: str = ""
    goal: tuple[Step, ...] = ()
    with_rows: bool = False
    until: str = ""
    order: str = ""
    point: str = ""
    number: str = ""


def _q(name: str) -> str:
    return SLOT.format(name)


_P: Final = r"(?P<place>.+?)"
_P0: Final = r"(?:(?P<place>.+?) )?"
# Nominative, ablative, genitive and instrumental of "word", "words", "figure", "figures".
_KK_N: Final = "(?:сөз|сөздер|цифр|цифрлар)"
_KK_ABL: Final = "(?:сөзден|сөздерден|цифрдан|цифрлардан)"
_KK_GEN: Final = "(?:сөздің|сөздердің|цифрдың|цифрлардың)"
_KK_INS: Final = "(?:сөзбен|сөздермен|цифрмен|цифрлармен)"
_KK_EDITION: Final = "(?:мынадай |келесі |жаңа )редакцияда (?:жазылсын|баяндалсын)"
_KK_ROW: Final = "(?:жол|абзац)"
_RU_N: Final = "(?:слово|слова|цифру|цифры)"
_RU_GEN: Final = "(?:слова|слов|цифры|цифр|словом|словами)"
_RU_INS: Final = "(?:словом|словами|цифрой|цифрами)"
_RU_EDITION: Final = "изложить в (?:следующей|новой) редакции"


def _form(kind: DeedKind, *parts: str) -> tuple[DeedKind, re.Pattern[str]]:
    return kind, re.compile("".join(parts), re.IGNORECASE)


_FORMULAS: Final = {
    "kaz": (
        _form(
            DeedKind.RESTATE_POINT,
            r"(?P<order>.+? бұйрығы)ның (?P<point>\d+(?:-\d+)?)-тармағы",
            rf"(?:ның (?P<subpoint>\d+(?:-\d+)?)\) тармақшасы)? {_KK_EDITION}: {_q('new')}",
        ),
        _form(
            DeedKind.RECOMMENCE,
            r"(?P<order>.+? бұйрығы)ның (?P<point>\d+(?:-\d+)?)-тармағында",
            rf" {_q('old')} деген {_KK_N} {_q('new')} деген {_KK_INS} ауыстырылсын",
        ),
        _form(
            DeedKind.RESTATE_ANNEX,
            rf"{_P},? осы (?:бұйрықтың (?:\d+-)?қосымшасына|бұйрыққа (?:\d+-)?қосымшаға) сәйкес,?",
            r" (?:жаңа |мынадай )?редакцияда (?:жазылсын|баяндалсын)",
        ),
        _form(DeedKind.RESTATE, rf"{_P} {_KK_EDITION}: {_q('new')}"),
        _form(
            DeedKind.INSERT,
            rf"{_P0}мынадай мазмұндағы (?P<what>.+?)(?:мен|бен|пен) толықтырылсын: {_q('new')}",
        ),
        _form(
            DeedKind.WORDS_BESIDE,
            rf"{_P0}{_q('old')} деген {_KK_ABL} (?P<after>кейін) {_q('new')} деген {_KK_INS}",
            r" толықтырылсын",
        ),
        _form(
            DeedKind.WORDS_BESIDE,
            rf"{_P0}{_q('old')} деген {_KK_GEN} алдын(?:ан|да|а) {_q('new')} деген {_KK_INS}",
            r" толықтырылсын",
        ),
        _form(DeedKind.WORDS_END, rf"{_P} {_q('new')} деген {_KK_INS} толықтырылсын"),
        _form(
            DeedKind.REPLACE_WORDS,
            rf"{_P0}{_q('old')} деген {_KK_N} {_q('new')} деген {_KK_INS} ауыстырылсын",
        ),
        _form(
            DeedKind.REPLACE_ROW,
            rf"(?P<place>.+? деген {_KK_ROW}ы?) {_q('new')} деген {_KK_ROW}[мп]ен ауыстырылсын",
        ),
        _form(DeedKind.REMOVE_WORDS, rf"{_P0}{_q('old')} деген {_KK_N} (?:алып|алынып) тасталсын"),
        _form(DeedKind.REMOVE, rf"{_P} (?:алып|алынып) тасталсын"),
        _form(DeedKind.SUSPEND, rf"{_P} қолданысы (?P<until>.+?) дейін тоқтатыла тұрсын"),
        _form(DeedKind.REPEAL, r"(?P<order>.+? бұйрығы)ның күші жойылды деп танылсын"),
        _form(
            DeedKind.MOVE,
            rf"(?P<place>.+? деген {_KK_ROW}ы?)(?P<rows> оған қатысты абзац(?:пен|тармен) бірге)?",
            r" (?P<goal>.+?) көшірілсін",
        ),
        _form(DeedKind.RELABEL, rf"{_P} (?P<number>\d+(?:-\d+)*)-деңгей деп есептелсін"),
        _form(DeedKind.APPROVE, r"(?:осы бұйрыққа )?қоса беріліп отырған .*тізілімі бекітілсін"),
    ),
    "rus": (
        _form(
            DeedKind.RESTATE_POINT,
            r"(?:подпункт (?P<subpoint>\d+(?:-\d+)?)\) )?пункта? (?P<point>\d+(?:-\d+)?)",
            rf" (?P<order>приказа .+?) {_RU_EDITION}: {_q('new')}",
        ),
        _form(
            DeedKind.RECOMMENCE,
            r"в пункте (?P<point>\d+(?:-\d+)?) (?P<order>приказа .+?)",
            rf" {_RU_N} {_q('old')} заменить {_RU_INS} {_q('new')}",
        ),
        _form(
            DeedKind.RESTATE_ANNEX,
            rf"{_P},? изложить в (?:новой |следующей )?редакции,? согласно приложению(?: \d+)?",
            r" к настоящему приказу",
        ),
        _form(DeedKind.RESTATE, rf"{_P},? {_RU_EDITION}: {_q('new')}"),
        _form(
            DeedKind.INSERT,
            rf"{_P0}дополнить (?P<what>.+?) следующего содержания: {_q('new')}",
        ),
        _form(
            DeedKind.WORDS_BESIDE,
            rf"{_P0}(?:(?P<after>после)|перед) {_RU_GEN} {_q('old')}",
            rf" дополнить {_RU_INS} {_q('new')}",
        ),
        _form(DeedKind.WORDS_END, rf"{_P} дополнить {_RU_INS} {_q('new')}"),
        _form(DeedKind.REPLACE_WORDS, rf"{_P0}{_RU_N} {_q('old')} заменить {_RU_INS} {_q('new')}"),
        _form(DeedKind.REPLACE_ROW, rf"{_P} заменить (?:строкой|абзацем) {_q('new')}"),
        _form(DeedKind.REMOVE_WORDS, rf"{_P0}{_RU_N} {_q('old')} исключить"),
        _form(DeedKind.REMOVE, rf"{_P} исключить"),
        _form(DeedKind.SUSPEND, r"приостановить до (?P<until>.+?) действие (?P<place>.+)"),
        _form(DeedKind.SUSPEND, rf"действие {_P},? приостановить до (?P<until>.+)"),
        _form(DeedKind.REPEAL, r"признать утратившим силу (?P<order>приказ .+)"),
        _form(DeedKind.REPEAL, r"(?P<order>приказ .+?) признать утратившим силу"),
        _form(DeedKind.APPROVE, r"утвердить прилагаем\w+ реестр .+"),
    ),
}
# The row beside which another goes: "after the row …", "before the row …".
_BESIDE: Final = {
    "kaz": re.compile(r"(?P<place>.*\S) (?:(?P<after>кейін)|алдын(?:ан|да|а))"),
    "rus": re.compile(
        r"(?P<place>(?:.+ )?)(?:(?P<after>после)|перед) (?P<row>(?:строк|абзац)\w* .+)"
    ),
}
_ENDING: Final = re.compile(r"\s*[;.,]?\s*\Z")
_JOINTS: Final = re.compile(r", (?:и |және )?| и | және ")
# "… replaced, and … inserted" is one sentence in Kazakh, with a converb in the middle.
_CONVERBS: Final = (
    (re.compile(r"тасталып\Z"), "тасталсын"),
    (re.compile(r"(жазыл|баяндал|ауыстырыл|толықтырыл)ып\Z"), r"\1сын"),
)
_OTHER_LANGUAGE: Final = re.compile(
    r"текст на (?:русском|казахском) языке не (?:изменяется|меняется)"
    r"|(?:орыс|қазақ) тіліндегі мәтін\w* өзгер(?:мейді|тілмейді|іссіз)",
    re.IGNORECASE,
)
_CASE_FORMS: Final = re.compile(r"тиісті септік|соответствующ\w+ падеж", re.IGNORECASE)


def read_deeds(sentence: Sentence, language: str) -> tuple[Deed, ...]:
    """Answers: what does this instruction bid?

    Args:
        sentence: the instruction.
        language: of the order.

    Returns:
        One deed, or two that one sentence joins.

    Raises:
        Inexpressible: when no formula is known for it, or it speaks of other things.
    """
    words = _ENDING.sub("", sentence.clause.words)
    if not sentence.closed:
        raise Inexpressible("quotation-not-closed")
    if _OTHER_LANGUAGE.search(words):
        raise Inexpressible("other-language")
    if _CASE_FORMS.search(words):
        raise Inexpressible("case-forms")
    if len(words) > _LONGEST:
        raise Inexpressible("unknown-formula")
    if words.endswith(":"):
        raise Inexpressible("new-wording-missing")
    if deed := _deed(words, sentence, language):
        return (deed,)
    pairs = list(_pairs(words, sentence, language))
    if len(pairs) != 1:
        raise Inexpressible("unknown-formula")
    return pairs[0]


def _pairs(words: str, sentence: Sentence, language: str) -> Iterator[tuple[Deed, Deed]]:
    """The ways in which a sentence divides into two formulas; the second goes on from the first."""
    for joint in _JOINTS.finditer(words):
        left = words[: joint.start()]
        for converb, finite in _CONVERBS:
            left = converb.sub(finite, left)
        try:
            first = _deed(left, sentence, language)
            second = _deed(words[joint.end() :], sentence, language) if first else None
        except Inexpressible:
            continue
        if first and second:
            place = [step for step in first.steps if step.rank is not Rank.ROW]
            yield first, evolve(second, steps=join_steps(place, second.steps))


def _deed(words: str, sentence: Sentence, language: str) -> Deed | None:
    """The first formula that the words fit, with a place that is understood whole."""
    outside = None
    for kind, formula in _FORMULAS[language]:
        match = formula.fullmatch(words)
        try:
            deed = _filled(kind, match, sentence, language) if match else None
        except Inexpressible as error:
            outside = outside or error
            continue
        if deed:
            return deed
    if outside:
        raise outside
    return None


def _filled(kind: DeedKind, match: re.Match[str], sentence: Sentence, language: str) -> Deed | None:
    """The deed of a formula; None where the words of a place are not understood."""
    found = {name: value or "" for name, value in match.groupdict().items()}
    place, side = found.get("place", ""), None
    if kind is DeedKind.INSERT and (beside := _BESIDE[language].fullmatch(place)):
        place = f"{beside['place']}{beside.groupdict().get('row', '')}"
        side = Where.AFTER if beside["after"] else Where.BEFORE
    elif kind is DeedKind.WORDS_BESIDE:
        side = Where.AFTER if found.get("after") else Where.BEFORE
    quotes = sentence.clause.quotes
    steps = read_steps(place, quotes, language)
    goal = read_steps(found.get("goal", ""), quotes, language)
    if steps is None or goal is None or found.get("old") == "P":
        return None
    return Deed(
        kind=kind,
        steps=steps,
        old=quotes[int(found["old"])] if found.get("old") else "",
        new=_quoted(sentence, found["new"]) if found.get("new") else None,
        side=side,
        what=found.get("what", ""),
        goal=goal,
        with_rows=bool(found.get("rows")),
        until=found.get("until", ""),
        order=found.get("order", ""),
        point=".".join(filter(None, (found.get("point"), found.get("subpoint")))),
        number=found.get("number", ""),
    )


def _quoted(sentence: Sentence, number: str) -> Quoted:
    if number == "P":
        return Quoted(sentence.payload)
    text = sentence.clause.quotes[int(number)]
    piece = (Piece(sentence.lines.first, text),)
    return Quoted((Paragraph(Part.TEXT, text, sentence.lines, piece, (0,)),))
