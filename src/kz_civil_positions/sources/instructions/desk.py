"""What an instruction is carried out on: the register so far, and what is known beside it."""

from collections.abc import Callable, Container, Mapping, Sequence

from attrs import field, frozen

from kz_civil_positions.amending.engine import Workbench
from kz_civil_positions.calendar import CommencementRule
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Entry,
    LabelState,
    Level,
    Link,
    Node,
    Section,
)
from kz_civil_positions.operations import Operation
from kz_civil_positions.sources.instructions.naming import Taken
from kz_civil_positions.sources.instructions.places import Rank, Step, join_steps, resolve
from kz_civil_positions.sources.instructions.reasons import Inexpressible
from kz_civil_positions.sources.instructions.rows import Around
from kz_civil_positions.sources.paragraphs import Paragraph

__all__ = ["Desk", "Known", "Target", "bare"]

Target = Node | tuple[Abbreviation, ...]


@frozen(kw_only=True)
class Known:
    """What is known beside the text and the register; whatever is, is held against the text.

    Attributes:
        amends: the order whose register is meant; None when that is not known.
        annex: the number of the annex that holds the register.
        orders: the orders of its history, with their rules of commencement.
        retired: what earlier orders removed: ids that may not come back.
        register: the register that this very order brings, as derived with all readings.
    """

    amends: str | None = None
    annex: int | None = None
    orders: Mapping[str, CommencementRule] | None = None
    retired: Container[Address] = ()
    register: Content | None = field(default=None, repr=False)


@frozen
class Desk:
    """The state in which one instruction is turned into operations.

    Attributes:
        bench: the register, with what earlier instructions did.
        taken: ids that are not free.
        known: what is known beside.
        scope: the place that the clauses around the instruction lead to.
        annex: rows of the order that stand in no quotation.
        nested: reads the new wording of a point of another order.
    """

    bench: Workbench
    taken: Taken
    known: Known
    scope: tuple[Step, ...]
    annex: tuple[Paragraph, ...]
    nested: Callable[[Sequence[Paragraph], str], tuple[Operation, ...]]

    def steps(self, steps: Sequence[Step]) -> tuple[Step, ...]:
        """All steps to a place, those around the instruction first.

        Raises:
            Inexpressible: when they lead to the register of another order, or another annex.
        """
        led = join_steps(self.scope, steps)
        for step in led:
            if step.order and self.known.amends and step.order != self.known.amends:
                raise Inexpressible("other-order", order=step.order)
            if step.annex and self.known.annex and step.annex != self.known.annex:
                raise Inexpressible("other-annex", annex=step.annex)
        return led

    def place(self, steps: Sequence[Step]) -> Target:
        """The one thing that these steps lead to."""
        return resolve(self.bench.content, self.steps(steps))

    def is_register(self, steps: Sequence[Step]) -> bool:
        """Whether the register itself is meant, held or not."""
        led = self.steps(steps)
        return bool(led) and all(step.rank is Rank.REGISTER for step in led)

    def around(self, node: Node) -> Around:
        """What a thing stands in, itself included."""
        line = [self.bench.nodes[address] for address in self.bench.line(node.address)]
        found: dict[Kind, Node] = {one.address.kind: one for one in line}
        block = found.get(Kind.BLOCK)
        section, link, level = (found.get(k) for k in (Kind.SECTOR, Kind.LINK, Kind.LEVEL))
        if not isinstance(block, Block):
            raise Inexpressible("place-unclear", words=str(node.address))
        return Around(
            block,
            section if isinstance(section, Section) else None,
            link if isinstance(link, Link) else None,
            level if isinstance(level, Level) else None,
        )

    def level_of(self, target: Target) -> Level:
        """The one level that a place holds.

        Raises:
            Inexpressible: when it holds none, or several.
        """
        levels = [] if isinstance(target, tuple) else list(_levels(target))
        if len(levels) != 1:
            words = "" if isinstance(target, tuple) else str(target.address)
            raise Inexpressible("place-several", words=words, count=len(levels))
        return levels[0]


def _levels(node: Node) -> Sequence[Level]:
    if isinstance(node, Level):
        return (node,)
    if isinstance(node, Entry):
        return ()
    return [level for child in node.children for level in _levels(child)]


def bare(target: Target) -> Target:
    """The level of a link that has no levels told apart; else the thing itself."""
    if isinstance(target, Link) and len(target.levels) == 1:
        level = target.levels[0]
        if level.label.state is LabelState.NONE and level.code == target.code:
            return level
    return target
