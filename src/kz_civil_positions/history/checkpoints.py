"""Published editions as checkpoints: our replay must meet them, or say where it does not."""

from typing import cast

from attrs import evolve

from kz_civil_positions.amending.comparing import changed
from kz_civil_positions.amending.tree import over, subtree
from kz_civil_positions.amending.wording import printed
from kz_civil_positions.codes import Address
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.status import State
from kz_civil_positions.history.timeline import claimed_from, unheld_notes
from kz_civil_positions.model import Content, Level, Link, Node
from kz_civil_positions.orders import Cause, PublishedEdition, Resolution
from kz_civil_positions.things import frozen

__all__ = ["Divergence", "divergences", "replayed"]


@frozen
class Divergence:
    """One place where a published edition and our replay say different things.

    Attributes:
        address: the place, entry or item.
        cause: whose fault it is, as far as a reviewer found out.
        ours: what our replay says there; None where it has no such thing.
        theirs: what the published edition says there.
        resolution: what the reviewer wrote; None while unresolved.
    """

    address: Address
    cause: Cause
    ours: str | None
    theirs: str | None
    resolution: Resolution | None = None


def replayed(register: Register, published: PublishedEdition) -> Content | None:
    """Answers: what does the register say on that day by the orders alone?

    Returns:
        The text; None where the orders held do not give it, so that there is nothing to
        hold against the published edition: what they give is undetermined, or its notes, or a
        claim beside an earlier one, name an order that is not held.
    """
    orders = {order.id: order for order in register.orders}
    claimed = claimed_from(register.published, orders)
    if unheld_notes(published, orders) or (claimed and claimed <= published.date):
        return None
    status = evolve(register, published=()).status(published.date)
    if status.state is not State.IN_EFFECT or status.edition is None:
        return None
    return status.edition.content


def divergences(register: Register, published: PublishedEdition) -> tuple[Divergence, ...]:
    """Answers: where does the published edition say other than our replay?

    Args:
        register: the register.
        published: one of its published editions.

    Returns:
        Each place once, with its cause; nothing where the two agree, or where there is no
        replay to hold against it.
    """
    ours = replayed(register, published)
    if ours is None:
        return ()
    found = {one.address: one for one in published.resolutions}
    sides = _by_address(ours), _by_address(published.content)
    return tuple(
        _divergence(address, *sides, found.get(address))
        for address in sorted(changed(_anywhere(ours), _anywhere(published.content)))
    )


def _anywhere(content: Content) -> Content:
    """What it says, wherever in its own source: the two come from different files."""

    def unplaced(node: Node) -> Node:
        if isinstance(node, Link | Level):
            node = evolve(node, label=evolve(node.label, lines=None))
        elif not isinstance(node, Content):
            node = evolve(node, lines=None)
        return over(node, tuple(unplaced(child) for child in node.children))

    return cast("Content", unplaced(content))


def _by_address(content: Content) -> dict[Address, Node]:
    return {node.address: node for node in subtree(content)}


def _divergence(
    address: Address,
    ours: dict[Address, Node],
    theirs: dict[Address, Node],
    resolution: Resolution | None,
) -> Divergence:
    sides = (side.get(address) for side in (ours, theirs))
    texts = [None if node is None else printed(node) for node in sides]
    cause = resolution.cause if resolution else Cause.UNRESOLVED
    return Divergence(address, cause, texts[0], texts[1], resolution)
