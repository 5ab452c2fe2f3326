"""Why an operation is refused: order, point, operation, target, and what was found."""

from typing import Final

from kz_civil_positions.codes import Address
from kz_civil_positions.errors import RegisterError
from kz_civil_positions.messages import Language, say
from kz_civil_positions.operations import (
    Insert,
    InsertWords,
    Move,
    Operation,
    Recommence,
    Relabel,
    Remove,
    RemoveWords,
    Repeal,
    Replace,
    ReplaceWords,
    Restate,
    RestatePoint,
    Suspend,
)

__all__ = ["OperationError", "operation_name"]

_NAMES: Final[dict[type[Operation], str]] = {
    Restate: "restate",
    Insert: "insert",
    Remove: "remove",
    Replace: "replace",
    ReplaceWords: "replace-words",
    InsertWords: "insert-words",
    RemoveWords: "remove-words",
    Move: "move",
    Relabel: "relabel",
    Repeal: "repeal",
    Suspend: "suspend",
    RestatePoint: "restate-point",
    Recommence: "recommence",
}


def operation_name(operation: Operation) -> str:
    """Answers: what is this operation called in messages and data?

    Args:
        operation: any operation.

    Returns:
        Its name; ``name-…`` of the catalogue says it in three languages.

    Example:
        >>> operation_name(Repeal(order="2015-1035"))
        'repeal'
    """
    return _NAMES[type(operation)]


class OperationError(RegisterError):
    """An operation whose preconditions are not met; the whole order then changes nothing.

    Args:
        key: a key of ``messages/operations.py``, without its area.
        where: file and line, where they are known.
        order: the order that bids the operation.
        point: the point of the order.
        operation: the operation's name, such as ``"insert-words"``.
        target: what it was to act on.
        found: what was found instead of what it needs.
        facts: what else the sentence speaks of.

    Example:
        >>> error = OperationError("no-such-target", order="2019-920", point="1",
        ...     operation="remove", target=Address.parse("level:A2-1"))
        >>> print(error)
        2019-920, point 1, remove: there is no level:A2-1 in the register. Check the address.
    """

    def __init__(
        self,
        key: str,
        /,
        *,
        where: str = "",
        order: str = "",
        point: str = "",
        operation: str = "",
        target: Address | None = None,
        found: object = "",
        **facts: object,
    ) -> None:
        super().__init__(key, where=where, **facts)
        self.order = order
        self.point = point
        self.operation = operation
        self.target = target
        self.found = str(found)

    def text(self, language: Language = "en") -> str:
        """Answers: what was refused, why, and what to do, in this language?

        Args:
            language: ``"kk"``, ``"ru"`` or ``"en"``.

        Returns:
            Order, point and operation, then the sentence.

        Example:
            >>> print(OperationError("place-taken", order="2019-920",
            ...     target=Address.parse("entry:head"), found="level:A1-1").text("ru"))
            2019-920: место занято: entry:head уже стоит в level:A1-1. Дайте другой код или id.
        """
        facts = {**self.facts, "target": self.target or "–", "found": self.found or "–"}
        sentence = say(f"operations.{self.key}", language, **facts)
        point = say("operations.point", language, point=self.point) if self.point else ""
        name = say(f"operations.name-{self.operation}", language) if self.operation else ""
        head = ", ".join(part for part in (self.order, point, name) if part)
        return ": ".join(part for part in (self.where, head, sentence) if part)
