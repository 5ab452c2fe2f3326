"""The review page: source on the left, what was read on the right, line by line.

One HTML file that asks nothing of any other place and needs no script. A person reads it
beside the YAML files, and corrects those; the page itself decides nothing.
"""

from functools import cache
from importlib.resources import files
from typing import Final

from attrs import frozen

from kz_civil_positions.importing.identity import WeakPair
from kz_civil_positions.importing.markup import element, safe
from kz_civil_positions.importing.review_lines import Lines, Readings
from kz_civil_positions.importing.review_nodes import Nodes
from kz_civil_positions.importing.review_rows import Line, Row, rows
from kz_civil_positions.importing.review_summary import Summary
from kz_civil_positions.importing.witness import Witness
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Content, Doubt
from kz_civil_positions.orders import Unexpressed
from kz_civil_positions.sources.draft import Draft
from kz_civil_positions.sources.paragraphs import Use
from kz_civil_positions.sources.repairs import Repair, Repairs

__all__ = ["Review", "review_page"]

_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_TONGUES: Final[dict[str, str]] = {"kaz": "kk", "rus": "ru"}


@frozen(kw_only=True)
class Review:
    """What a person is asked to review.

    Attributes:
        title: what was brought, such as the order's id.
        order: the id of the order whose text it is.
        language: of the page.
        text: the text whose lines are cited.
        places: where each of its lines stands in the document that was brought.
        draft: what was derived from the text.
        content: the register, under its permanent ids.
        doubts: readings that are inferred or unknown.
        repairs: readings by hand, and repairs by rule.
        suggested: of the readings, those that rules suggest and nobody recorded.
        pairs: things that keep an id on a ground that is only probable.
        unexpressed: instructions that no operation expresses.
        witness: the text held against one that is held already.
        fictional: whether it is a specimen.
        tongue: the language of the text: ``"kaz"`` or ``"rus"``.
    """

    title: str
    order: str
    language: Language
    text: str
    places: tuple[str, ...]
    draft: Draft
    content: Content
    doubts: tuple[Doubt, ...]
    repairs: Repairs
    suggested: tuple[Repair, ...] = ()
    pairs: tuple[WeakPair, ...] = ()
    unexpressed: tuple[Unexpressed, ...] = ()
    witness: Witness | None = None
    fictional: bool = False
    tongue: str = "kaz"


def review_page(page: Review) -> str:
    r"""Answers: what was read from which line, what was mended, what is in doubt?

    Args:
        page: what to review.

    Returns:
        One HTML file; the same for the same import.

    Example:
        >>> from kz_civil_positions.orders import SourceFile
        >>> from kz_civil_positions.sources.order_text import OrderFacts
        >>> empty = Draft(Content(()), (), OrderFacts(), (), ())
        >>> none = Repairs("2031-1", SourceFile("source.kaz.txt", "0" * 64))
        >>> page = review_page(Review(title="2031-1", order="2031-1", language="en",
        ...     text="A < B\n", places=("line 1",), draft=empty, content=Content(()),
        ...     doubts=(), repairs=none))
        >>> '<h1>Review of an import: 2031-1</h1>' in page, 'A &lt; B' in page
        (True, True)
    """
    found = tuple(rows(_lines(page), page.order, page.draft.paragraphs, page.content))
    title = safe(say("review.title", page.language, title=page.title))
    skip = element("a", _say(page, "skip-to-lines"), class_="skip", href="#lines")
    body = [skip, "<main>", element("h1", title), _notice(page)]
    body += [*_summary(page, found).sections(), *_table(page, found), "</main>"]
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{title}</title>",
        f"<style>\n{_style()}\n</style>",
    ]
    opening = ["<!DOCTYPE html>", f'<html lang="{page.language}">', "<head>", *head, "</head>"]
    return "\n".join([*opening, "<body>", *body, "</body>", "</html>", ""])


@cache
def _style() -> str:
    """The reports' own style sheet, and what this page has more than they."""
    sheets = (
        files("kz_civil_positions.reports").joinpath("assets", "report.css"),
        files("kz_civil_positions.importing").joinpath("assets", "review.css"),
    )
    return "\n".join(sheet.read_text(encoding="utf-8").strip() for sheet in sheets)


def _say(page: Review, key: str, **facts: object) -> str:
    return safe(say(f"review.{key}", page.language, **facts))


def _notice(page: Review) -> str:
    told = [_say(page, "notice")]
    if page.fictional:
        told.insert(0, _say(page, "fictional"))
    words = "".join(element("p", one) for one in told)
    return f'<aside class="notice" aria-label="{_say(page, "status")}">{words}</aside>'


def _foreign(page: Review) -> str | None:
    """The language of the source, where the page is in another."""
    tongue = _TONGUES.get(page.tongue)
    return None if tongue == page.language else tongue


def _lines(page: Review) -> tuple[Line, ...]:
    used: dict[int, list[Use]] = {}
    for use in page.draft.uses:
        used.setdefault(use.line, []).append(use)
    texts = page.text.removesuffix("\n").split("\n")
    return tuple(Line(at, text, tuple(used.get(at, ()))) for at, text in enumerate(texts, 1))


def _summary(page: Review, found: tuple[Row, ...]) -> Summary:
    unread = [
        line.number
        for row in found
        for line in row.lines
        if not (row.read or row.aside or line.blank or line.uses)
    ]
    return Summary(
        language=page.language,
        tongue=_foreign(page),
        draft=page.draft,
        content=page.content,
        doubts=page.doubts,
        repairs=page.repairs,
        suggested=page.suggested,
        pairs=page.pairs,
        unexpressed=page.unexpressed,
        witness=page.witness,
        lines=sum(len(row.lines) for row in found),
        unread=tuple(unread),
    )


def _table(page: Review, found: tuple[Row, ...]) -> list[str]:
    """Roles are said aloud: on a phone the cells stand one below the other, as no table does."""
    foreign = _foreign(page)
    by_rule = page.repairs.by_rule or page.draft.repairs
    readings = Readings(page.repairs.by_hand, page.suggested)
    left = Lines(page.language, foreign, page.places, readings, by_rule)
    right = Nodes(page.language, foreign, page.doubts, page.pairs)
    heads = "".join(
        f'<th scope="col" role="columnheader">{_say(page, f"column-{name}")}</th>'
        for name in ("source", "read")
    )
    body = []
    for row in found:
        source = left.cell(row) if row.lines else _say(page, "no-place")
        cells = f'<td role="cell">{source}</td><td role="cell">{right.cell(row)}</td>'
        body.append(f'<tr role="row"{_class(row)}>{cells}</tr>')
    return [
        f'<h2 id="lines">{_say(page, "lines")}</h2>',
        '<table class="review" role="table" aria-labelledby="lines">',
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>',
        '<tbody role="rowgroup">',
        *body,
        "</tbody>",
        "</table>",
    ]


def _class(row: Row) -> str:
    if row.aside:
        return ' class="aside"'
    empty = not row.read and all(line.blank for line in row.lines)
    return ' class="empty"' if empty else ""
