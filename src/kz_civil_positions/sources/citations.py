"""How an order's text names orders: form, issuer, day, number, and what brackets say of them.

Kazakh names the issuer before the day and the form after the number ("… министрінің 2015
жылғы 18 желтоқсандағы № 1035 бұйрығына"), Russian the form and the issuer before the day
("приказ Министра … от 18 декабря 2015 года № 1035"). Both are found by the day and the
number, which stand together in either.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from kz_civil_positions.calendar import Publication
from kz_civil_positions.kazakh import nominative_phrase, parse_date
from kz_civil_positions.russian import nominative_office
from kz_civil_positions.sources.legal_text import DATE, PLAIN_NUMBER, folded, tidy
from kz_civil_positions.sources.registering import publications, registration

__all__ = ["Case", "Citation", "find_citations"]

_CORE: Final = re.compile(rf"(?P<date>{DATE}),? (?:№|N) ?(?P<number>{PLAIN_NUMBER})")
# A sentence names its issuer near by; a longer stretch is not searched.
_NEAR: Final = 300


class Case(StrEnum):
    """In which case the order is named: that tells what is done with it."""

    NAMED = "named"
    """Nominative, and in Russian accusative: бұйрығы, приказ."""
    OF = "of"
    """Genitive: бұйрығының, приказа."""
    TO = "to"
    """Kazakh dative, Russian "к приказу": where a thing is added or annexed."""
    BY = "by"
    """Instrumental: бұйрығымен, приказом."""
    IN = "in"
    """Locative: бұйрығында, в приказе."""


# Stem, then the endings of each case, singular and plural.
_FORMS: Final = {
    "бұйры": "бұйрық",
    "қаулы": "қаулы",
    "өкім": "өкім",
    "шешім": "шешім",
    "приказ": "приказ",
    "постановлени": "постановление",
    "распоряжени": "распоряжение",
    "решени": "решение",
}
_KAZAKH_FORM: Final = re.compile(
    r"[ -]?(?:бірлескен )?(?P<stem>бұйры|қаулы|өкім|шешім)(?:ғ|с|қ)?(?:тар|лар|дер|тер)?[ыі]?"
    r"(?P<case>н[ыі]ң|[нғқ]?[ае]|мен|н?[дт][ае])?(?!\w)",
    re.IGNORECASE,
)
_KAZAKH_CASES: Final = (
    (re.compile(r"н[ыі]ң"), Case.OF),
    (re.compile(r"мен"), Case.BY),
    (re.compile(r"н?[дт][ае]"), Case.IN),
    (re.compile(r"[нғқ]?[ае]"), Case.TO),
)
_RUSSIAN_FORM: Final = re.compile(
    r".*(?<!\w)(?P<form>(?P<stem>приказ|постановлени|распоряжени|решени)(?P<case>[а-я]{0,3}))"
    r"(?P<issuer>(?: [^\"]*?)?),? ?(?:от )?",
    re.IGNORECASE,
)
_RUSSIAN_CASES: Final = {
    "приказ": {
        **dict.fromkeys(("", "ы"), Case.NAMED),
        **dict.fromkeys(("а", "ов"), Case.OF),
        **dict.fromkeys(("у", "ам"), Case.TO),
        **dict.fromkeys(("ом", "ами"), Case.BY),
        **dict.fromkeys(("е", "ах"), Case.IN),
    }
}
_RUSSIAN_NEUTER_CASES: Final = {
    "е": Case.NAMED,
    **dict.fromkeys(("я", "й"), Case.OF),
    **dict.fromkeys(("ю", "ям"), Case.TO),
    **dict.fromkeys(("ем", "ями"), Case.BY),
    **dict.fromkeys(("и", "ях"), Case.IN),
}
_TITLE_AFTER: Final = re.compile(
    r'[ ,]{0,2}"(?P<title>.{1,2000}?)"(?= ?(?:\(|следующ|согласно|изменени|дополнени|[;:.,]|$))'
)
_BRACKET: Final = re.compile(r"[()]")
_CLAUSE_END: Final = re.compile(r'[";:()]|(?<=[а-яәғқңөұүһі]{3})\. |^[0-9-]+[.)] ')


@frozen
class Citation:
    """An order as a sentence names it.

    Attributes:
        number: its number.
        adopted: the day it was adopted.
        form: what it is called: ``"бұйрық"``, ``"приказ"``; None where no form is named.
        case: in which case it is named.
        issuer: who issued it, in the nominative, in the language of the text.
        title: its title, where it is quoted beside the name.
        before: the words before the name, for what is done with the order.
        details: the brackets after its name, on its registration and publication.
        after: the words after them.
    """

    number: str
    adopted: date
    form: str | None
    case: Case
    issuer: str | None
    title: str | None
    before: str = field(repr=False)
    details: str = field(repr=False)
    after: str = field(repr=False)

    @property
    def registration(self) -> str | None:
        """The number of its registration, as the brackets after its name give it."""
        found = registration(self.details)
        return found[0] if found else None

    @property
    def publications(self) -> tuple[Publication, ...]:
        """Where and when it was published, as the brackets after its name say."""
        return publications(self.details)


def find_citations(text: str) -> tuple[Citation, ...]:
    """Answers: which orders does this text name by day and number?

    Raises:
        ValueError: for a day that no calendar has; its argument is the date as printed.

    Example:
        >>> (one,) = find_citations("Қазақстан Республикасы Ішкі істер министрінің "
        ...     "2019 жылғы 23 қазандағы № 920 бұйрығына қосымша")
        >>> one.issuer, str(one.adopted), one.number, one.form, str(one.case)
        ('Қазақстан Республикасы Ішкі істер министрі', '2019-10-23', '920', 'бұйрық', 'to')
    """
    return tuple(_citations(text))


def _citations(text: str) -> Iterator[Citation]:
    kept, plain = tidy(text), folded(text)
    found = list(_CORE.finditer(plain))
    done = last = 0
    for match in found:
        adopted = parse_date(match["date"])
        # Words may only look like a date; and an order may be named in the title of another,
        # or a newspaper in its brackets.
        if adopted is None or match.start() < done:
            continue
        named = _named_in_kazakh if _KAZAKH_FORM.match(plain, match.end()) else _named_in_russian
        form, case, issuer, title, start, stop = named(kept, plain, last, match)
        done = _end_of_brackets(plain, stop)
        yield Citation(
            kept[match.start("number") : match.end("number")],
            adopted,
            form,
            case,
            issuer,
            title,
            kept[last:start],
            kept[stop:done],
            kept[done : done + _NEAR],
        )
        last = match.end()


def _end_of_brackets(plain: str, start: int) -> int:
    """Where the brackets end that open here; brackets that never close end with the text."""
    if not plain.startswith((" (", "("), start):
        return start
    depth = 0
    for mark in _BRACKET.finditer(plain, start):
        depth += 1 if mark[0] == "(" else -1
        if depth == 0:
            return mark.end()
    return len(plain)


_Named = tuple[str | None, Case, str | None, str | None, int, int]


def _named_in_kazakh(kept: str, plain: str, last: int, match: re.Match[str]) -> _Named:
    after = _KAZAKH_FORM.match(plain, match.end())
    assert after is not None  # noqa: S101 - the caller has looked
    start = _issuer_from(plain, last, match.start())
    issuer = kept[start : match.start()].strip(" ,-–—")
    title = _title_before(kept, plain, last, start)
    return (
        _FORMS[after["stem"].lower()],
        _kazakh_case(after["case"]),
        nominative_phrase(issuer) or None,
        title,
        start,
        after.end(),
    )


def _kazakh_case(ending: str | None) -> Case:
    for pattern, case in _KAZAKH_CASES if ending else ():
        if pattern.fullmatch((ending or "").lower()):
            return case
    return Case.NAMED


def _issuer_from(plain: str, last: int, stop: int) -> int:
    """Where the issuer's name begins: after the last mark that ends a clause."""
    near = max(last, stop - _NEAR)
    ends = [mark.end() for mark in _CLAUSE_END.finditer(plain[near:stop])]
    start = near + (ends[-1] if ends else 0)
    # A title without quotes ends in "туралы"; the issuer follows it.
    about = plain.rfind("туралы ", start, stop)
    start = start if about < 0 else about + len("туралы ")
    while start < stop and plain[start] == " ":
        start += 1
    return start


def _title_before(kept: str, plain: str, last: int, stop: int) -> str | None:
    opening, closing = plain.find('"', last, stop), plain.rfind('"', last, stop)
    if opening < 0 or closing <= opening or plain[closing + 1 : stop].strip():
        return None
    return kept[opening + 1 : closing].strip() or None


def _named_in_russian(kept: str, plain: str, last: int, match: re.Match[str]) -> _Named:
    near = max(last, match.start() - _NEAR)
    before = _RUSSIAN_FORM.fullmatch(plain, near, match.start())
    if before is None:
        return None, Case.NAMED, None, None, match.start(), match.end()
    issuer = kept[before.start("issuer") : before.end("issuer")].strip(" ,")
    title = _TITLE_AFTER.match(plain, match.end())
    return (
        _FORMS[before["stem"].lower()],
        _russian_case(before["stem"].lower(), before["case"].lower()),
        nominative_office(issuer),
        kept[title.start("title") : title.end("title")] if title else None,
        before.start("form"),
        title.end() if title else match.end(),
    )


def _russian_case(stem: str, ending: str) -> Case:
    return _RUSSIAN_CASES.get(stem, _RUSSIAN_NEUTER_CASES).get(ending, Case.NAMED)
