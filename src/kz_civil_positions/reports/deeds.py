"""What the instructions of an order do, in words: verb, target, words, place, outcome."""

from collections.abc import Iterator
from functools import cached_property, singledispatchmethod
from itertools import groupby
from typing import Final

from attrs import frozen

from kz_civil_positions.amending.engine import operation_name
from kz_civil_positions.amending.tree import REGISTER
from kz_civil_positions.amending.wording import printed, whole
from kz_civil_positions.calendar import (
    CommencementRule,
)
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.timeline import Outcome, OutcomeState, Step
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Abbreviation, Block, Entry, Item, Level, Link, Node, Section
from kz_civil_positions.operations import (
    Insert,
    InsertWords,
    Instruction,
    Move,
    Operation,
    Payload,
    Place,
    Recommence,
    Relabel,
    RemoveWords,
    Repeal,
    Replace,
    ReplaceWords,
    Restate,
    RestatePoint,
    Suspend,
)
from kz_civil_positions.orders import Order
from kz_civil_positions.reports.document import (
    Listing,
    Paragraph,
    Part,
    Quotation,
    Run,
    Style,
    Text,
    plain,
)
from kz_civil_positions.reports.phrases import rule_words

__all__ = ["Teller"]

# A name in a sentence is cut after so many letters; the thing itself is never cut.
_LONGEST_NAME: Final = 110
# Of a whole level, link or block, no more letters than this are quoted in a list of deeds.
_LONGEST_QUOTED: Final = 900


@frozen
class Teller:
    """Tells in one language what orders do to one register.

    Attributes:
        register: the register.
        language: of the telling; words of the orders stay as they are.
        steps: all steps, those too that never take effect.
    """

    register: Register
    language: Language
    steps: tuple[Step, ...]

    def say(self, key: str, **facts: object) -> str:
        """A sentence of this area."""
        return say(f"render.{key}", self.language, **facts)

    # ── an order's instructions ──────────────────────────────────────────────────────

    def deeds(self, order: Order) -> Iterator[Part]:
        """Answers: what does each instruction of this order do, and how did it end?"""
        ends = {one.index: one for one in self._outcomes(order) if not _unexpressed(one)}
        numbered = enumerate(order.operations)
        for instruction, members in groupby(numbered, lambda pair: pair[1].instruction):
            yield from self.quoted(instruction)
            points = (
                text
                for index, operation in members
                for text in self._told(order, index, operation, ends[index])
            )
            yield Listing(tuple(points))
        for outcome in filter(_unexpressed, self._outcomes(order)):
            instruction, reason = self.register.instruction(outcome, self.language)
            yield from self.quoted(instruction)
            yield Listing(((*self._end(outcome), Run(f": {reason}")),))

    def _outcomes(self, order: Order) -> list[Outcome]:
        return [one for one in self.register.outcomes if one.order == order.id]

    def quoted(self, instruction: Instruction | None) -> Iterator[Part]:
        """The words of an order, and where they stand in it."""
        if instruction is None:
            yield Paragraph(plain(self.say("by-comparison")))
            return
        facts = {"point": instruction.point, "lines": instruction.lines}
        key = "by-point-lines" if instruction.lines else "by-point"
        yield Paragraph(plain(self.say(key, **facts)))
        yield Quotation((Run(instruction.quote, language="kk"),))

    def _told(
        self, order: Order, index: int, operation: Operation, outcome: Outcome
    ) -> Iterator[Text]:
        """The operation and its end, and what came in its place before it took effect."""
        yield (*self.deed(operation, order), Run(" – "), *self._end(outcome), *self._why(outcome))
        if isinstance(operation, RestatePoint):
            for one in operation.operations:
                yield (*plain(self.say("came-instead")), *self.deed(one, order))
        for one, end in self._carried.get((order.id, index), ()):
            if one is not operation:
                instead = plain(self.say("came-instead"))
                yield (*instead, *self.deed(one, order), Run(" – "), *self._end(end))

    @cached_property
    def _carried(self) -> dict[tuple[str, int], list[tuple[Operation, Outcome]]]:
        """The operations that were carried out under each number, each with its end."""
        found: dict[tuple[str, int], list[tuple[Operation, Outcome]]] = {}
        operations = (
            (step.order, index, operation)
            for step in self.register.steps
            if not step.published
            for index, operation in step.operations
        )
        ends = self.register.replay.outcomes
        for (order, index, operation), end in zip(operations, ends, strict=True):
            found.setdefault((order, index), []).append((operation, end))
        return found

    def _end(self, outcome: Outcome) -> Text:
        return (Run(say(f"history.outcome-{outcome.state}", self.language), Style.STRONG),)

    def _why(self, outcome: Outcome) -> Text:
        _, reason = self.register.instruction(outcome, self.language)
        return plain(f": {reason}") if reason else ()

    # ── one operation ────────────────────────────────────────────────────────────────

    def verb(self, operation: Operation, order: Order) -> str:
        """Answers: what is this called? A base order approves the register it restates."""
        if order.amends is None and getattr(operation, "target", None) == REGISTER:
            return self.say("name-approve")
        return say(f"operations.name-{operation_name(operation)}", self.language)

    def deed(self, operation: Operation, order: Order) -> Text:
        """Answers: what does this operation do, to what, and with which words?"""
        own = operation.commencement
        rule = plain(self.say("own-commencement", rule=self.rule(own))) if own else ()
        verb = Run(self.verb(operation, order), Style.STRONG)
        return (verb, Run(": "), *self._details(operation), *rule)

    @singledispatchmethod
    def _details(self, operation: Operation) -> Text:
        return plain(self.place(operation.target))  # type: ignore[union-attr]

    @_details.register
    def _(self, one: Restate) -> Text:
        return (*plain(self.place(one.target)), *self._brought(one.content))

    @_details.register
    def _(self, one: Insert) -> Text:
        place = self.say("new", what=self._name(one.content), where=self._where(one.place))
        return (*plain(place), *self._brought(one.content))

    @_details.register
    def _(self, one: Replace) -> Text:
        return (*plain(self.place(one.target)), *self._brought(one.content))

    @_details.register
    def _(self, one: ReplaceWords) -> Text:
        return (
            *plain(f"{self.place(one.target)}: "),
            Run(one.old, Style.DELETED, language="kk"),
            Run(" → "),
            Run(one.new, Style.INSERTED, language="kk"),
            *self._times(one.count),
        )

    @_details.register
    def _(self, one: InsertWords) -> Text:
        where = self.say(f"words-{one.where}", anchor=one.anchor)
        return (
            *plain(f"{self.place(one.target)}, {where}: "),
            Run(one.words, Style.INSERTED, language="kk"),
            *self._times(one.count),
        )

    @_details.register
    def _(self, one: RemoveWords) -> Text:
        return (
            *plain(f"{self.place(one.target)}: "),
            Run(one.words, Style.DELETED, language="kk"),
            *self._times(one.count),
        )

    @_details.register
    def _(self, one: Move) -> Text:
        return plain(f"{self.place(one.target)} → {self._where(one.place)}")

    @_details.register
    def _(self, one: Relabel) -> Text:
        label = f" («{one.label}»)" if one.label else ""
        return plain(f"{self.place(one.target)} → {one.code}{label}")

    @_details.register
    def _(self, one: Repeal) -> Text:
        return plain(one.order)

    @_details.register
    def _(self, one: Suspend) -> Text:
        return plain(self.say("suspended-until", target=self.place(one.target), day=one.until))

    @_details.register
    def _(self, one: RestatePoint) -> Text:
        key = "point-of-order" if one.operations else "point-of-order-excluded"
        return plain(self.say(key, order=one.order, point=one.point))

    @_details.register
    def _(self, one: Recommence) -> Text:
        return plain(f"{one.order} → {self.rule(one.rule)}")

    def _name(self, content: Node) -> str:
        """What sort of thing comes; a place, with its code."""
        is_place = isinstance(content, Block | Section | Link | Level)
        return self.place(content.address) if is_place else self.say(f"new-{content.address.kind}")

    def _times(self, count: int) -> Text:
        return plain(f" (× {count})") if count > 1 else ()

    def _brought(self, content: Payload) -> Text:
        """The words of what comes; of a great deal of them, how much it is."""
        if isinstance(content, tuple):
            return plain(self.say("brings-abbreviations", count=len(content)))
        words = whole(content)
        if isinstance(content, Entry | Item | Abbreviation) or len(words) <= _LONGEST_QUOTED:
            return (Run(": "), Run(words, Style.INSERTED, language="kk"))
        levels, entries = _counts(content)
        return plain(self.say("brings", levels=levels, entries=entries))

    # ── places, rules ────────────────────────────────────────────────────────────────

    @cached_property
    def _printed(self) -> dict[Address, str]:
        """What each thing that ever stood in a held edition printed first."""
        found: dict[Address, str] = {}
        for edition in self.register.editions:
            for node in edition.text.walk() if edition.held else ():
                found.setdefault(node.address, printed(node))
        return found

    def place(self, address: Address) -> str:
        """Answers: how is this place named in a sentence?"""
        name = address.name
        if address.kind in (Kind.ENTRY, Kind.ITEM):
            name = _shortened(self._printed.get(address, name))
        return self.say(f"address-{address.kind}", name=name)

    def _where(self, place: Place) -> str:
        return self.say(f"place-{place.where}", place=self.place(place.anchor))

    def rule(self, rule: CommencementRule) -> str:
        """Answers: how does this rule of commencement read?"""
        return rule_words(rule, self.language)


def _unexpressed(outcome: Outcome) -> bool:
    return outcome.state is OutcomeState.NOT_EXPRESSIBLE


def _counts(node: Node) -> tuple[int, int]:
    """How many levels and entries stand in it, itself included."""
    below = [_counts(child) for child in node.children if not isinstance(child, Item)]
    levels = sum(one[0] for one in below) + isinstance(node, Level)
    return levels, sum(one[1] for one in below) + isinstance(node, Entry)


def _shortened(text: str) -> str:
    """The beginning of a long text, cut between words."""
    if len(text) <= _LONGEST_NAME:
        return text
    return text[:_LONGEST_NAME].rsplit(" ", 1)[0] + " …"
