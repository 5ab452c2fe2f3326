"""Where and when an act was registered and published, as its header or brackets say."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from kz_civil_positions.calendar import Publication
from kz_civil_positions.kazakh import parse_date
from kz_civil_positions.sources.legal_text import DATE, PLAIN_NUMBER, folded, tidy

__all__ = ["publications", "registration", "states_registration"]

_REGISTERED_KK: Final = re.compile(
    rf"(?:тізілімін(?:де|е)|министрлігінде|департаментінде) (?:(?P<day>{DATE}) )?"
    rf"(?:№|N) ?(?P<number>{PLAIN_NUMBER}) ?(?:-?(?:болып|нөмірімен|мен) )?(?:тіркел|енгізіл)",
    re.IGNORECASE,
)
_REGISTERED_RU: Final = re.compile(
    rf"зарегистрирован\w{{0,4}} .{{0,200}}?(?:(?P<day>{DATE}),? )?(?:за |под )?"
    rf"(?:№|N) ?(?P<number>{PLAIN_NUMBER})",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"тіркелген,? (?P<kk>.{0,600}?)(?:ресми )?жарияланған"
    r"|(?:опубликован\w{0,4}|жариялануы|жарияланған|источник опубликования|жариялау дереккөзі)"
    r":? (?P<said>.{0,600})",
    re.IGNORECASE,
)
_PUBLISHED_ON: Final = re.compile(DATE)
_JOINT: Final = re.compile(r"^(?:(?:во?|және|и) )+")
# Published "жүйесінде", in the system: the source is the "жүйесі".
_LOCATIVE: Final = re.compile(r"(?<=[ыі])нд[ае]$")
_ISSUE: Final = re.compile(r"(?:№|N) ?[0-9]+(?: ?\([0-9]+\))?")


def registration(text: str) -> tuple[str, date | None] | None:
    """Answers: under which number was the act registered, and on which day?

    Args:
        text: a header, a stamp, or brackets after an order's name.

    Raises:
        ValueError: for a day that no calendar has.

    Example:
        >>> registration("Әділет министрлігінде 2019 жылғы 30 қазанда № 19523 болып тіркелді")
        ('19523', datetime.date(2019, 10, 30))
    """
    plain = folded(text)
    found = _REGISTERED_KK.search(plain) or _REGISTERED_RU.search(plain)
    if found is None:
        return None
    return found["number"], parse_date(found["day"]) if found["day"] else None


def states_registration(text: str) -> bool:
    """Answers: is it said here under which number the act was registered?

    Example:
        >>> states_registration("№ 19523 болып тіркелді")
        False
    """
    plain = folded(text)
    return bool(_REGISTERED_KK.search(plain) or _REGISTERED_RU.search(plain))


def publications(text: str) -> tuple[Publication, ...]:
    """Answers: where was the act published, and when?

    Args:
        text: brackets after an order's name, or a publisher's line.

    Raises:
        ValueError: for a day that no calendar has.

    Example:
        >>> [(one.source, str(one.date)) for one in publications(
        ...     "Опубликован: газета «Пример» 13 января 2016 года")]
        [('газета «Пример»', '2016-01-13')]
    """
    return tuple(_publications(text))


def _publications(text: str) -> Iterator[Publication]:
    """Each source with its day: the source stands before the day, or after it."""
    kept, plain = tidy(text), folded(text)
    found = _PUBLISHED.search(plain)
    if found is None:
        return
    start, stop = found.span("kk" if found["kk"] is not None else "said")
    if found["kk"] is None and plain.startswith((" (", "(")) and ")" in plain[start:stop]:
        stop = plain.index(")", start)
    days = list(_PUBLISHED_ON.finditer(plain, start, stop))
    ends = [start, *(day.end() for day in days)]
    starts = [*(day.start() for day in days[1:]), stop]
    for day, last, coming in zip(days, ends, starts, strict=False):
        published = parse_date(day[0])
        source = _source(kept[last : day.start()]) or _source(kept[day.end() : coming])
        if published and source:
            yield Publication(source, published)


def _source(text: str) -> str:
    bare = _ISSUE.sub("", text).strip(" ,;.()№")
    return _LOCATIVE.sub("", _JOINT.sub("", bare)).strip()
