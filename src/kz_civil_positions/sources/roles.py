"""What each paragraph of an order's own text is: title, header, point, signature, annex.

The usual layouts of official texts differ in the order of title and header, in whether a
thing is printed in one paragraph or over several short lines, and in language. What a
paragraph is often shows only from its neighbours, so all are looked at together.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from kz_civil_positions.orders import OrderRole
from kz_civil_positions.sources.legal_text import IDENTITY, folded
from kz_civil_positions.sources.opening import opening
from kz_civil_positions.sources.shapes import (
    ENDED,
    MOST_LINES,
    NAME,
    POINT,
    SHORT,
    STATE,
    SUBPOINT,
    begins_body,
    is_agreement,
    is_enacting,
    is_line,
)

__all__ = ["Role", "roles_of"]

Role = tuple[OrderRole, str | None]


def roles_of(texts: Sequence[str]) -> tuple[Role, ...]:
    """Answers: what is each of these paragraphs, which stand outside of any table?

    Args:
        texts: the order's own paragraphs, in reading order.

    Returns:
        For each its role, and the number of a point or subpoint.

    Example:
        >>> [str(role) for role, _ in roles_of(["Туралы", "… бұйрығы", "БҰЙЫРАМЫН:", "1. Осы."])]
        ['title', 'header', 'enacting', 'point']
    """
    plain = [folded(text) for text in texts]
    body = next((at for at, text in enumerate(plain) if begins_body(text)), len(plain))
    roles = {**opening(plain[:body]), **_annexes(plain)}
    roles |= _signatures(plain, body, roles)
    roles |= _quoted(plain, body, roles)
    return tuple(_numbered(plain, roles))


def _numbered(plain: Sequence[str], roles: dict[int, OrderRole]) -> list[Role]:
    """Give the rest their roles: points and subpoints by their numbers, clauses without."""
    done: list[Role] = []
    point, agreed, annexed = "", False, False
    for at, text in enumerate(plain):
        role = roles.get(at)
        annexed = annexed or role is OrderRole.ANNEX
        agreed = not annexed and (agreed or (role is None and is_agreement(text)))
        if role is None and agreed:
            role = OrderRole.AGREEMENT
        number = None
        if role is None:
            role, number = _plain_role(text, point, after_annex=_follows_annex(done))
            point = number or "" if role is OrderRole.POINT else point
        done.append((role, number))
    return done


def _follows_annex(done: Sequence[Role]) -> bool:
    return bool(done) and done[-1][0] is OrderRole.ANNEX


def _plain_role(text: str, point: str, *, after_annex: bool) -> Role:
    if match := POINT.match(text):
        return OrderRole.POINT, match["number"]
    if match := SUBPOINT.match(text):
        return OrderRole.SUBPOINT, f"{point}.{match['number']}".removeprefix(".")
    if is_enacting(text):
        return OrderRole.ENACTING, None
    # An annex opens with whose it is, and then its own name.
    if after_annex and not text.endswith(ENDED):
        return OrderRole.ANNEX, None
    return OrderRole.CLAUSE, None


# -------------------------------------------------------------------------- annexes

_ANNEX_BEGINS: Final = re.compile(
    r"Приложение(?: ?№? ?[0-9]+)?(?: к .*)?|Утвержден[оаы]?(?: .*)?|Бекітілген(?: .*)?",
    re.IGNORECASE,
)
_ANNEX_ENDS: Final = re.compile(
    r"(?:.*[ ,])?(?:[0-9]+ ?-? ?)?қосымша|.*(?:бұйры\w+мен|приказом)? бекітіл(?:ген|ді)",
    re.IGNORECASE,
)
_WHOSE: Final = re.compile(r"бұйры(?:ғына|ққа|ғымен)|приказ(?:у|ом)", re.IGNORECASE)


def _annexes(plain: Sequence[str]) -> dict[int, OrderRole]:
    """A heading of an annex says whose it is: in one paragraph, or over several short lines."""
    found: dict[int, OrderRole] = {}
    for at, text in enumerate(plain):
        if at in found or not is_line(text):
            continue
        if _ANNEX_BEGINS.fullmatch(text):
            lines = range(at, _annex_stops(plain, at))
        elif _ANNEX_ENDS.fullmatch(text):
            lines = range(_annex_starts(plain, at), at + 1)
        else:
            continue
        found |= dict.fromkeys(lines, OrderRole.ANNEX)
    return found


def _annex_stops(plain: Sequence[str], start: int) -> int:
    """Downwards to the day and number of the order, where there are any."""
    for stop in range(start + 1, min(start + MOST_LINES, len(plain)) + 1):
        if not is_line(plain[stop - 1]):
            break
        if re.search(IDENTITY, " ".join(plain[start:stop])):
            return stop
    return start + 1


def _annex_starts(plain: Sequence[str], last: int) -> int:
    """Upwards to the name of the issuer, which begins with that of the state."""
    if plain[last].lower().startswith(STATE):
        return last
    for start in range(last - 1, max(last - MOST_LINES, -1), -1):
        if not is_line(plain[start]) or is_agreement(plain[start]):
            break
        if plain[start].lower().startswith(STATE):
            named = _WHOSE.search(" ".join(plain[start : last + 1]))
            return start if named else last
    return last


# ------------------------------------------------------------------------ signatures

_OFFICE: Final = re.compile(
    r"министр|төраға|бастығы|басшысы|басқарушы|атқарушы|прокурор|хатшы|директор|председател"
    r"|начальник|руководител|управляющ|исполняющ|(?<!\w)и\. ?о\.|(?<!\w)м\. ?а\."
    r"|президент|аким|әкім",
    re.IGNORECASE,
)


def _signatures(
    plain: Sequence[str], body: int, taken: dict[int, OrderRole]
) -> dict[int, OrderRole]:
    """Who signs stands below the points: the office, then the name, in one line or in several."""
    found: dict[int, OrderRole] = {}
    agreed = next((at for at in range(body, len(plain)) if is_agreement(plain[at])), len(plain))
    for at in range(body, agreed):
        text = plain[at]
        if at in taken or begins_body(text) or not _ends_in_name(text):
            continue
        above = [
            one
            for one in takewhile(
                lambda one: one > body and one not in taken and is_line(plain[one]),
                range(at - 1, max(at - MOST_LINES, body), -1),
            )
            if one not in found
        ]
        office = [text, *(plain[one] for one in above)]
        if any(_OFFICE.search(line) for line in office):
            found |= dict.fromkeys([*above, at], OrderRole.SIGNATURE)
    return found


def _ends_in_name(text: str) -> bool:
    names = list(NAME.finditer(text)) if len(text) <= SHORT else []
    return bool(names) and names[-1].end() == len(text)


# ------------------------------------------------------------------------ quoted text


def _quoted(plain: Sequence[str], body: int, taken: dict[int, OrderRole]) -> dict[int, OrderRole]:
    """Points quoted from another act are no points of this one."""
    found: dict[int, OrderRole] = {}
    closings = _closings(plain, taken)
    quoted_to = -1
    for at in range(body, len(plain)):
        text = plain[at]
        if at <= quoted_to:
            found[at] = OrderRole.CLAUSE
        elif at in taken or is_agreement(text):
            continue
        elif not text.strip('".; '):
            found[at] = OrderRole.QUOTATION
        elif text.startswith('"') and not _closes(text):
            quoted_to = closings[at]
    return found


def _closes(text: str) -> bool:
    return text.rstrip(" .;").endswith('"')


def _closings(plain: Sequence[str], taken: dict[int, OrderRole]) -> list[int]:
    """Where a quotation that opens here closes; one that never does is a slip, and ends here."""
    found: list[int] = []
    closing = -1
    for at in range(len(plain) - 1, -1, -1):
        found.append(closing)
        if at in taken:
            closing = -1
        elif _closes(plain[at]):
            closing = at
    return found[::-1]
