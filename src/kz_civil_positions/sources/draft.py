"""A source text read whole: the register it brings, its own words, and every repair."""

from attrs import frozen

from kz_civil_positions.model import Content
from kz_civil_positions.orders import OrderParagraph
from kz_civil_positions.sources.lines import Part, Use, read_parts, uses
from kz_civil_positions.sources.order_text import OrderFacts, read_facts, read_frame
from kz_civil_positions.sources.repairs import Repair, Repairs
from kz_civil_positions.sources.table import read_table

__all__ = ["Draft", "derive"]

_TABLE = frozenset({Part.BLOCK, Part.SECTOR, Part.LINK, Part.LEVEL, Part.TEXT})


@frozen
class Draft:
    """What a source text gives by the rules and the recorded readings, and nothing else.

    Attributes:
        content: the register; its ids are suggestions.
        paragraphs: the order's own words.
        facts: what those words say.
        repairs: every repair that a rule made.
        uses: what became of each part of each line.
    """

    content: Content
    paragraphs: tuple[OrderParagraph, ...]
    facts: OrderFacts
    repairs: tuple[Repair, ...]
    uses: tuple[Use, ...]


def derive(text: str, repairs: Repairs) -> Draft:
    """Answers: what does this source text say, once its damage is undone?

    Args:
        text: the source file's text.
        repairs: the recorded readings; only those made by hand are used.

    Returns:
        The draft.

    Raises:
        DataError: where a line fits no rule and no reading.
    """
    paragraphs, by_rule = read_parts(text.split("\n"), repairs.order, repairs.by_hand)
    table = [paragraph for paragraph in paragraphs if paragraph.part in _TABLE]
    own, abbreviations = read_frame(paragraphs)
    return Draft(
        content=Content(read_table(table, repairs.by_hand), abbreviations),
        paragraphs=own,
        facts=read_facts(own),
        repairs=by_rule,
        uses=tuple(uses(paragraphs)),
    )
