"""What a clause on commencement says: the rule for the act, and rules of single points.

Read are the forms that the calendar has a rule for, and only whole sentences: a clause that
says more ("but not before …") is not read by halves, it is left to a person.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from kz_civil_positions.calendar import (
    MAX_TERM_DAYS,
    AfterPublication,
    CommencementRule,
    OnDate,
    OnPublication,
    OnRegistration,
)
from kz_civil_positions.kazakh import parse_date
from kz_civil_positions.sources.legal_text import DATE, folded
from kz_civil_positions.sources.numerals import COUNT, read_count

__all__ = ["Clause", "PointRule", "read_clause", "read_moment", "speaks_of_commencement"]

# The moment itself. Of terms only those are read that say which days are counted.
_TERM_KK: Final = (
    r"(?:оның )?(?:алғашқы )?ресми жарияланған(?:ынан| күнінен) (?:кейін|бастап) "
    rf"(?:(?P<unit>күнтізбелік|жұмыс) )?(?P<days>{COUNT}) (?:(?P<unit_after>күнтізбелік|жұмыс) )?"
    r"күн(?:і|дер)? (?:өткен соң|өткеннен кейін)"
)
_TERM_RU: Final = (
    rf"по истечении (?P<days>{COUNT}) (?P<unit>календарн|рабоч)\w{{2,3}} дн(?:ей|я) "
    r"(?:после дня|со дня|после) (?:его )?(?:первого )?официального опубликования"
)
_DAY_AFTER: Final = (
    r"(?:оның )?(?:алғашқы )?ресми жарияланған(?:ынан| күнінен) кейін(?:гі күннен бастап)?"
    r"|(?:после|по истечении) дня (?:его )?(?:первого )?официального опубликования"
    r"|со дня, следующего за днем (?:его )?(?:первого )?официального опубликования"
)
_PUBLICATION: Final = (
    r"(?:оның )?(?:алғашқы )?ресми жарияланған күнінен бастап"
    r"|со дня (?:его )?(?:первого )?официального опубликования"
)
_REGISTRATION: Final = (
    r"(?:(?:Қазақстан Республикасы(?:ның)? )?Әділет министрлігінде )?"
    r"мемлекеттік тіркел(?:ген күнінен|ген күннен|генінен) бастап"
    r"|со дня (?:его )?(?:государственной )?регистрации"
    r"(?: в Министерстве юстиции Республики Казахстан)?"
)
_SIGNING: Final = r"(?:оған )?қол қойылған күн(?:інен|нен) бастап|со дня (?:его )?подписания"
_DATE: Final = rf"(?P<kk_date>{DATE}) бастап|с (?P<ru_date>{DATE})"

_MOMENTS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (_TERM_KK, _TERM_RU, _DAY_AFTER, _PUBLICATION, _REGISTRATION, _SIGNING, _DATE)
)
_ON_PUBLICATION, _ON_REGISTRATION, _ON_SIGNING = _MOMENTS[3:6]

# ---------------------------------------------------------------------------- sentences

_ANY: Final = r"[^;:]{1,200}?"
_ACT_KK: Final = (
    rf"(?:осы|бұл) (?:бірлескен )?(?:бұйрық|қаулы|өкім|шешім),?(?: {_ANY} күшіне енеді(?: және|,))?"
    r"(?: ресми жариялануға (?:тиіс|жатады) және)?"
)
_ACT_RU: Final = (
    r"настоящ(?:ий|ее) (?:совместный )?(?:приказ|постановление|распоряжение|решение)"
    rf"(?: вступает в силу {_ANY} и)?(?: подлежит официальному опубликованию и)?"
)
# Duties that go with every act and change nothing of its commencement.
_DUTY_KK: Final = r"(?:,? (?:және )?ресми жариялануға (?:тиіс|жатады))?"
_DUTY_RU: Final = r"(?:,? и подлежит (?:обязательному )?официальному опубликованию)?"
_POINTS_KK: Final = r"(?P<points>[0-9][^:;]{0,120}?тарма[қғ]\w*)(?! [0-9-]{1,7}\))"
_POINTS_RU: Final = r"(?P<points>(?:под)?пункт\w{0,3} [0-9][^:;]{0,120}?)"
_VERB_RU: Final = r"ввод(?:ит|ят)ся в действие"

_WHOLE: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # The act, some points put apart.
        (
            rf"{_ACT_KK} (?P<apart>{_ANY}) қолданысқа енгізілетін {_POINTS_KK} қоспағанда, "
            rf"(?P<moment>{_ANY}) қолданысқа енгізіледі{_DUTY_KK}"
        ),
        (
            rf"{_ACT_RU} {_VERB_RU} (?P<moment>{_ANY}),? за исключением {_POINTS_RU}, "
            rf"котор\w{{2,3}} {_VERB_RU} (?P<apart>{_ANY})"
        ),
        # The act as a whole.
        rf"{_ACT_KK} (?P<moment>{_ANY}) қолданысқа енгізіледі{_DUTY_KK}",
        rf"{_ACT_RU} {_VERB_RU} (?P<moment>{_ANY}){_DUTY_RU}",
        # Points alone.
        rf"осы бұйрықтың {_POINTS_KK} (?P<apart>{_ANY}) қолданысқа енгізіледі",
        rf"{_POINTS_RU} настоящего приказа {_VERB_RU} (?P<apart>{_ANY})",
    )
)
_SPEAKS: Final = re.compile(
    r"(?:осы|бұл) .*қолданысқа енгізіл|(?:настоящ|(?:под)?пункт).*ввод(?:ит|ят)ся в действие",
    re.IGNORECASE,
)
# A paragraph may hold a second sentence, on single points.
_NEXT_SENTENCE: Final = re.compile(r"(?<=\w{4}\.) (?=[А-ЯӘҒҚҢӨҰҮҺІЁ])")
_NUMBERED: Final = re.compile(r"^[0-9]+(?:-[0-9]+)?[.)] ?")

_POINT: Final = "[0-9]+(?:-[0-9]+)?"
_AND: Final = "(?:, | және | и )"
_LIST: Final = rf"{_POINT}(?:{_AND}{_POINT}){{0,9}}"
_SUBLIST: Final = rf"{_POINT}\)(?:{_AND}{_POINT}\)){{0,9}}"
_POINT_LISTS: Final = (
    re.compile(
        rf"(?P<of>{_LIST}) ?-? ?тарма[қғ](?!ша)\w*(?: (?P<subs>{_SUBLIST}) тармақша\w*)?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:подпункт\w* (?P<subs>{_SUBLIST}) )?пункт\w* (?P<of>{_LIST})(?: настоящего приказа)?",
        re.IGNORECASE,
    ),
)


@frozen
class PointRule:
    """A point that is put into effect on its own (Art. 42(4) of the law on legal acts).

    Attributes:
        point: such as ``"2"`` or ``"1.2"``.
        rule: how.
    """

    point: str
    rule: CommencementRule


@frozen
class Clause:
    """What a paragraph says of commencement.

    Attributes:
        rule: of the act; None where the paragraph speaks of single points only, or is not read.
        points: rules of single points.
        understood: whether every sentence of it on commencement was read whole.
    """

    rule: CommencementRule | None = None
    points: tuple[PointRule, ...] = ()
    understood: bool = True


def read_moment(text: str, adopted: date | None = None) -> CommencementRule | None:
    """Answers: by which rule does this moment come?

    Args:
        text: the moment, as it stands before or after the words "is put into effect".
        adopted: the day the act was signed, for acts in effect from their signing.

    Returns:
        The rule; None for words that no rule of the calendar expresses.

    Raises:
        ValueError: for a day that no calendar has.

    Example:
        >>> read_moment("по истечении десяти календарных дней после дня его первого "
        ...     "официального опубликования")
        AfterPublication(days=10, working=False, shift=False)
        >>> read_moment("01.01.2021 бастап")
        OnDate(date=datetime.date(2021, 1, 1))
    """
    plain = folded(text).strip(" ,.")
    for pattern in _MOMENTS:
        if match := pattern.fullmatch(plain):
            return _rule(pattern, match, adopted)
    return None


def _rule(
    pattern: re.Pattern[str], match: re.Match[str], adopted: date | None
) -> CommencementRule | None:
    said = match.groupdict()
    if "days" in said:
        return _term(said)
    if "kk_date" in said:
        day = parse_date(said["kk_date"] or said["ru_date"])
        return OnDate(day) if day else None
    if pattern is _ON_PUBLICATION:
        return OnPublication()
    if pattern is _ON_REGISTRATION:
        return OnRegistration()
    if pattern is _ON_SIGNING:
        return OnDate(adopted) if adopted else None
    return AfterPublication(0)


def _term(said: dict[str, str | None]) -> CommencementRule | None:
    """A term says which days are counted, once; otherwise nobody can count it."""
    days = read_count(said["days"] or "")
    units = [unit for unit in (said["unit"], said.get("unit_after")) if unit]
    if days is None or days > MAX_TERM_DAYS or len(units) != 1:
        return None
    return AfterPublication(days, working=units[0].lower() in ("жұмыс", "рабоч"))


def speaks_of_commencement(text: str) -> bool:
    """Answers: does this paragraph say when the act, or a point of it, is put into effect?

    Example:
        >>> speaks_of_commencement("4. Осы бұйрық кейін қолданысқа енгізіледі.")
        True
    """
    return any(_SPEAKS.match(sentence) for sentence in _sentences(text))


def read_clause(text: str, adopted: date | None = None) -> Clause:
    """Answers: what does this paragraph say of when the act is put into effect?

    Args:
        text: a paragraph of the act.
        adopted: the day the act was signed.

    Raises:
        ValueError: for a day that no calendar has.

    Example:
        >>> clause = read_clause("4. Настоящий приказ вводится в действие со дня его первого "
        ...     "официального опубликования, за исключением пункта 2, который вводится в "
        ...     "действие с 1 января 2021 года.")
        >>> clause.rule, clause.points[0].point, clause.understood
        (OnPublication(), '2', True)
    """
    found = Clause()
    for sentence in _sentences(text):
        if _SPEAKS.match(sentence):
            read = _read_sentence(sentence, adopted)
            found = Clause(
                found.rule or read.rule,
                (*found.points, *read.points),
                found.understood and read.understood and not (found.rule and read.rule),
            )
    return found if found.understood else Clause(understood=False)


def _sentences(text: str) -> Sequence[str]:
    plain = _NUMBERED.sub("", folded(text), count=1)
    return [sentence.rstrip(" .;") for sentence in _NEXT_SENTENCE.split(plain)]


def _read_sentence(sentence: str, adopted: date | None) -> Clause:
    for pattern in _WHOLE:
        if match := pattern.fullmatch(sentence):
            read = _read_parts(match.groupdict(), adopted)
            if read.understood:
                return read
    return Clause(understood=False)


def _read_parts(said: dict[str, str | None], adopted: date | None) -> Clause:
    moment, apart = said.get("moment"), said.get("apart")
    rule = read_moment(moment, adopted) if moment else None
    own = read_moment(apart, adopted) if apart else None
    points = tuple(_points(said.get("points") or ""))
    missing = (moment and not rule) or (apart and not (own and points))
    if missing:
        return Clause(understood=False)
    return Clause(rule, tuple(PointRule(point, own) for point in points) if own else ())


def _points(text: str) -> Iterator[str]:
    for pattern in _POINT_LISTS:
        if match := pattern.fullmatch(text):
            of = re.findall(_POINT, match["of"])
            subs = re.findall(_POINT, match["subs"] or "")
            if not subs:
                yield from of
            elif len(of) == 1:  # otherwise nobody can say whose subpoints are meant
                yield from (f"{of[0]}.{sub}" for sub in subs)
            return
