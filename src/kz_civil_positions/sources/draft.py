"""A source text read whole: the register it brings, its own words, and every repair."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from kz_civil_positions.model import Abbreviation, Content
from kz_civil_positions.orders import OrderParagraph, TextForm
from kz_civil_positions.sources.clean import read_transcript
from kz_civil_positions.sources.lines import read_parts
from kz_civil_positions.sources.order_text import OrderFacts, read_facts, read_frame
from kz_civil_positions.sources.paragraphs import Paragraph, Part, Use, uses
from kz_civil_positions.sources.repairs import Repair, Repairs
from kz_civil_positions.sources.table import read_table

__all__ = ["Draft", "derive", "read_stream"]

_TABLE: Final = frozenset({Part.BLOCK, Part.SECTOR, Part.LINK, Part.LEVEL, Part.TEXT})
_BESIDE: Final = frozenset({Part.COLUMNS, Part.NOTE, Part.ELSEWHERE})


@frozen
class Draft:
    """What a source text gives by the rules and the recorded readings, and nothing else.

    Attributes:
        content: the register; its ids are suggestions.
        paragraphs: the order's own words.
        facts: what those words say.
        repairs: every repair that a rule made.
        uses: what became of each part of each line.
        notes: a publisher's notes ("Ескерту.", "Сноска.").
        stream: everything in reading order.
    """

    content: Content
    paragraphs: tuple[OrderParagraph, ...]
    facts: OrderFacts
    repairs: tuple[Repair, ...]
    uses: tuple[Use, ...]
    notes: tuple[Paragraph, ...] = ()
    stream: tuple[Paragraph, ...] = ()


def derive(text: str, repairs: Repairs) -> Draft:
    """Answers: what does this source text say, once its damage is undone?

    Args:
        text: the source file's text.
        repairs: the recorded readings; only those made by hand are used. Its source says how
            the text's lines are to be read, and which annex is meant.

    Returns:
        The draft.

    Raises:
        DataError: where a line fits no rule and no reading.
    """
    stream, by_rule = read_stream(text, repairs)
    own, abbreviations = read_frame(stream)
    facts = read_facts(own)
    fragments = repairs.source.form is not TextForm.LAYOUT and facts.amended is not None
    return Draft(
        content=_content(stream, abbreviations, repairs, fragments=fragments),
        paragraphs=own,
        facts=facts,
        repairs=by_rule,
        uses=tuple(uses(stream)),
        notes=tuple(one for one in stream if one.part is Part.NOTE),
        stream=stream,
    )


def read_stream(text: str, repairs: Repairs) -> tuple[tuple[Paragraph, ...], tuple[Repair, ...]]:
    """Answers: which paragraphs and labels does the text consist of, in the form it has?

    Args:
        text: the source file's text.
        repairs: the readings made by hand, and the source's form.

    Returns:
        The paragraphs in reading order, and the repairs that rules made.

    Raises:
        DataError: where a line fits no rule and no reading.
    """
    source, lines = repairs.source, text.split("\n")
    if source.form is TextForm.LAYOUT:
        return read_parts(lines, repairs.order, repairs.by_hand)
    return read_transcript(
        lines, repairs.order, repairs.by_hand, form=source.form, annex=source.annex
    )


def _content(
    stream: Sequence[Paragraph],
    abbreviations: tuple[Abbreviation, ...],
    repairs: Repairs,
    *,
    fragments: bool,
) -> Content:
    """The register; an order that amends may also bring single rows, which are none."""
    tables = _tables(stream) if fragments else [[one for one in stream if one.part in _TABLE]]
    if fragments:
        tables = [table for table in tables if table[0].part is Part.BLOCK]
    if len(tables) != 1:
        return Content((), abbreviations)
    return Content(read_table(tables[0], repairs.by_hand), abbreviations)


def _tables(stream: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """The tables of a text, each by itself: the order's own words stand between them."""
    tables: list[list[Paragraph]] = [[]]
    for one in stream:
        if one.part in _TABLE:
            tables[-1].append(one)
        elif one.part not in _BESIDE and tables[-1]:
            tables.append([])
    return [table for table in tables if table]
