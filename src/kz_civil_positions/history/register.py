"""The register through time: orders replayed into editions, and honest answers for a day."""

import datetime
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Self

from attrs import evolve

from kz_civil_positions.calendar import (
    InEffect,
    Publication,
    date_problems,
    is_known_at,
    rule_known_at,
)
from kz_civil_positions.calendar import known_at as dates_known_at
from kz_civil_positions.codes import Address
from kz_civil_positions.errors import (
    BadInputError,
    NotHeldError,
    NotInEffectError,
    UndeterminedError,
    UnknownOrderError,
)
from kz_civil_positions.history.status import Segment, State, Status, Turn, judge
from kz_civil_positions.history.timeline import (
    Fate,
    Outcome,
    OutcomeState,
    Step,
    build_steps,
    precedes,
    stated_by_publisher,
)
from kz_civil_positions.lookup.asking import Asking
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Edition
from kz_civil_positions.operations import (
    Instruction,
    Operation,
    Recommence,
    RestatePoint,
    Suspend,
)
from kz_civil_positions.orders import NamedOrder, Order, ParallelText, PublishedEdition
from kz_civil_positions.things import frozen

if TYPE_CHECKING:
    from kz_civil_positions.changes import Change
    from kz_civil_positions.history.replay import Replay, Tombstone
    from kz_civil_positions.history.trace import Event
    from kz_civil_positions.lookup.finder import Finder

__all__ = ["Register"]


@frozen
class Register(Asking):
    """One register: a base order and the orders that amend it, with all its editions.

    Attributes:
        orders: by the day they were adopted; exactly one amends none: the base.
        published: consolidated editions of the base order, given by a publisher.
        parallel: texts of editions in another language.
    """

    orders: tuple[Order, ...]
    published: tuple[PublishedEdition, ...] = ()
    parallel: tuple[ParallelText, ...] = ()

    @cached_property
    def base(self) -> Order:
        """The order that made the register."""
        return next(order for order in self.orders if order.amends is None)

    @cached_property
    def checked_until(self) -> datetime.date | None:
        """The last day up to which any source was checked; None if nothing is said of it."""
        return max((one.checked.until for one in self.orders if one.checked), default=None)

    # ── names ────────────────────────────────────────────────────────────────────────

    def order(self, name: str) -> Order:
        """Answers: which order is meant?

        Args:
            name: its id (``"2019-920"``), its number (``"920"``, ``"№ 920"``), or its year
                when only one order fits.

        Returns:
            The order.

        Raises:
            UnknownOrderError: when none fits, or several do; near names are given.

        Example:
            >>> import kz_civil_positions as kz
            >>> kz.load().order("920").id
            '2019-920'
        """
        wanted = name.strip().removeprefix("№").strip()
        exact = [one for one in self.orders if wanted == one.id]
        found = exact or [
            one for one in self.orders if wanted in (one.number, str(one.adopted.year))
        ]
        if len(found) == 1:
            return found[0]
        ids = [one.id for one in self.orders]
        if found:
            fitting = ", ".join(one.id for one in found)
            raise UnknownOrderError("order-fits-several", order=name[:80], orders=fitting)
        near = get_close_matches(wanted, [*ids, *(one.number for one in self.orders)], 3, 0.5)
        raise UnknownOrderError("no-such-order", order=name[:80], near=", ".join(near or ids[:12]))

    def edition(self, name: str) -> Edition:
        """Answers: what does the register say after this order?

        Args:
            name: an order, as for `order`; or a published edition of the base order:
                ``"2015@2016-06-01"``.

        Returns:
            The edition; its text may be not held.

        Raises:
            UnknownOrderError: when no order fits the name.
            NotInEffectError: when that order never takes effect.

        Example:
            >>> import kz_civil_positions as kz
            >>> register = kz.load()
            >>> register.edition("2019").held, register.edition("1035").held
            (True, False)
        """
        named, at, day = name.partition("@")
        order = self.order(named)
        if at:
            return self._published_edition(order, day)
        if order.id not in self._last_editions:
            raise NotInEffectError("never-in-effect", order=order.id)
        return self._last_editions[order.id]

    def _published_edition(self, order: Order, day: str) -> Edition:
        for one in self.published:
            if one.base == order.id and str(one.date) == day.strip():
                return Edition(
                    one.name, one.base, one.language, one.content, one.doubts, one.faults
                )
        near = ", ".join(one.name for one in self.published) or "–"
        raise UnknownOrderError("no-such-published", order=f"{order.id}@{day[:20]}", near=near)

    def in_language(self, edition: Edition | str, language: str) -> Edition:
        """Answers: what does this edition say in that language?

        Both texts are official; neither is a translation of ours. Ids of entries and items are
        those of one language only, codes of places are those of both.

        Args:
            edition: an edition of this register, or a name, as for `edition`.
            language: ``"kaz"`` or ``"rus"``.

        Returns:
            The edition with its text in that language.

        Raises:
            NotHeldError: when its text is not held in that language.

        Example:
            >>> import kz_civil_positions as kz
            >>> kz.load().in_language("2019", "kaz").language
            'kaz'
        """
        chosen = self.edition(edition) if isinstance(edition, str) else edition
        if chosen.held and chosen.language == language:
            return chosen
        texts = (one for one in self.parallel if one.edition == chosen.key)
        one = next((text for text in texts if text.language == language), None)
        if one is None:
            held = ", ".join(self.languages(chosen)) or "–"
            facts = {"language": language[:20], "held": held}
            raise NotHeldError("language-not-held", edition=chosen.key, **facts)
        return Edition(chosen.key, chosen.order, language, one.content, one.doubts, one.faults)

    def languages(self, edition: Edition | str) -> tuple[str, ...]:
        """Answers: in which languages is the text of this edition held?

        Returns:
            The register's own first; nothing where no text of it is held.

        Example:
            >>> import kz_civil_positions as kz
            >>> kz.load().languages("2019"), kz.load().languages("2015")
            (('kaz',), ())
        """
        chosen = self.edition(edition) if isinstance(edition, str) else edition
        own = (chosen.language,) if chosen.held else ()
        return (*own, *(one.language for one in self.parallel if one.edition == chosen.key))

    def text_of(self, edition: Edition) -> Order | PublishedEdition | ParallelText:
        """Answers: which text gives this edition, so that its lines stand in that text's source?

        Args:
            edition: an edition of this register.

        Returns:
            The published edition, or the text in another language, that it is; else the order
            that made it, though lines that it did not change stand in earlier orders' sources.

        Example:
            >>> import kz_civil_positions as kz
            >>> register = kz.load()
            >>> register.text_of(register.edition("2019")).id
            '2019-920'
        """
        for text in self.parallel:
            if (text.edition, text.language) == (edition.key, edition.language):
                return text
        own = (one for one in self.published if one.name == edition.key)
        return next(own, None) or self.order(edition.order)

    @cached_property
    def named_orders(self) -> tuple[NamedOrder, ...]:
        """Orders known only by name, from notes in published texts; their effect is not held."""
        held = {(order.number, order.adopted) for order in self.orders}
        notes = [note for edition in self.published for note in edition.notes]
        names = dict.fromkeys((note.number, note.adopted) for note in notes)
        return tuple(
            NamedOrder(*name, tuple(note for note in notes if (note.number, note.adopted) == name))
            for name in names
            if name not in held
        )

    # ── replay ───────────────────────────────────────────────────────────────────────

    @cached_property
    def _built(self) -> tuple[tuple[Step, ...], tuple[Outcome, ...]]:
        return build_steps(self.orders, self.published)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps that take effect or may, in that order."""
        return tuple(step for step in self._built[0] if _may_come(step))

    @cached_property
    def _by_id(self) -> Mapping[str, Order]:
        return {order.id: order for order in self.orders}

    @cached_property
    def replay(self) -> "Replay":
        """All steps carried out in their order."""
        return self._carried_out(self.steps)

    def _carried_out(self, steps: tuple[Step, ...]) -> "Replay":
        from kz_civil_positions.history.replay import Replay  # noqa: PLC0415 - brings the engine

        return Replay(self._by_id).run(steps)

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """The editions, one a step, in the order in which they take effect."""
        return tuple(self.replay.editions)

    @classmethod
    def replayed(
        cls,
        orders: tuple[Order, ...],
        published: tuple[PublishedEdition, ...],
        parallel: tuple[ParallelText, ...],
        editions: tuple[Edition, ...],
    ) -> Self:
        """Answers: what register do these orders make, if their editions are known already?

        Args:
            orders: as of any register.
            published: likewise.
            parallel: likewise.
            editions: what carrying out the orders gave, another time.
        """
        register = cls(orders, published, parallel)
        object.__setattr__(register, "editions", editions)  # where the cached answer stands
        return register

    @property
    def tombstones(self) -> "Mapping[Address, Tombstone]":
        """What was removed, by which order, and what it said last."""
        return self.replay.tombstones

    @cached_property
    def _last_editions(self) -> Mapping[str, Edition]:
        return {
            edition.order: edition
            for step, edition in zip(self.steps, self.editions, strict=True)
            if step.published is None
        }

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """How each instruction of each order ended: none is lost."""
        late = {(one.order, one.index): one for one in self._built[1]}
        done = {(one.order, one.index): one for one in self.replay.outcomes} | late
        return tuple(found for order in self.orders for found in _outcomes_of(order, done))

    def holds(self, order: Order) -> bool:
        """Answers: do we have the text of the register as this order left it?"""
        edition = self._last_editions.get(order.id)
        return edition is not None and edition.held

    @property
    def all_steps(self) -> tuple[Step, ...]:
        """The steps of all orders, those too that never take effect."""
        return self._built[0]

    def step_of(self, order: Order) -> Step:
        """Answers: which step carries out what this order puts into effect by its own rule?"""
        return next(
            step
            for step in self.all_steps
            if step.order == order.id and not step.stage and not step.published
        )

    def in_effect(self, order: Order) -> InEffect:
        """Answers: when does this order take effect, after all that later orders did to it?"""
        return self.step_of(order).in_effect

    def validity(self, edition: Edition) -> tuple[InEffect, Turn | None]:
        """Answers: from when is this edition in effect, and which change ends it?

        Raises:
            BadInputError: when it is no edition of this register, or one of several that may
                have been in effect (`Status.candidates`): no order says from when.
        """
        names = [step.name for step in self.steps]
        if edition.key not in names:
            return self._stated(edition)
        at = names.index(edition.key)
        later = [Turn(step.order, step.in_effect) for step in self.steps[at + 1 : at + 2]]
        return self.steps[at].in_effect, later[0] if later else None

    def _stated(self, edition: Edition) -> tuple[InEffect, Turn | None]:
        """Of a published edition that the orders held give anyway: what its publisher says."""
        published = next((one for one in self.published if one.name == edition.key), None)
        if published is None:
            raise BadInputError("no-validity", edition=edition.key)
        found = stated_by_publisher(published)
        later = (step for step in self.steps if precedes(step.in_effect, found) is False)
        return found, next((Turn(step.order, step.in_effect) for step in later), None)

    def instruction(
        self, outcome: Outcome, language: Language = "en"
    ) -> tuple[Instruction | None, str]:
        """Answers: which instruction ended so, and why?

        Args:
            outcome: one of `outcomes`.
            language: of the reason.

        Returns:
            The instruction, and the reason in words; empty where it was applied.
        """
        order = self._by_id[outcome.order]
        if outcome.state is OutcomeState.NOT_EXPRESSIBLE:
            unexpressed = order.unexpressed[outcome.index]
            return unexpressed.instruction, unexpressed.reason[language]
        reason = say(outcome.reason, language) if outcome.reason else ""
        return order.operations[outcome.index].instruction, reason

    def diff(self, old: Edition | str, new: Edition | str) -> "tuple[Change, ...]":
        """Answers: what changed between these editions?

        Args:
            old: an edition of this register, or a name, as for `edition`.
            new: likewise.

        Returns:
            The typed changes of all lanes; ask ``change.lane`` for those of law.

        Raises:
            NotHeldError: when the text of either is not held.
            UnknownOrderError: when a name fits no order.
            BadInputError: when an edition is of another register.

        Example:
            >>> import kz_civil_positions as kz
            >>> kz.load().diff("2019", "920")
            ()
        """
        from kz_civil_positions.changes.diff import diff, with_instructions  # noqa: PLC0415

        before, after = (self.edition(one) if isinstance(one, str) else one for one in (old, new))
        for edition in (before, after):
            if edition.order not in self._by_id:
                raise BadInputError("other-register", edition=edition.key, base=self.base.id)
        if before.held and after.held and before.language != after.language:
            facts = {"old": before.language, "new": after.language}
            raise BadInputError("languages-apart", edition=after.key, **facts)
        return with_instructions(diff(before, after), self, before, after)

    def orders_between(self, old: Edition, new: Edition) -> tuple[Order, ...]:
        """Answers: which orders lead from the one edition to the other?

        Returns:
            Those that took effect after the earlier of the two, up to the later.
        """
        names = [step.name for step in self.steps]
        if not {old.key, new.key} <= set(names):
            return ()
        first, last = sorted((names.index(old.key), names.index(new.key)))
        between = [step.order for step in self.steps[first + 1 : last + 1] if not step.published]
        return tuple(self._by_id[name] for name in dict.fromkeys(between))

    @cached_property
    def finders(self) -> "dict[str, Finder]":
        """What looks positions up in each edition, made when first asked: see `finder`."""
        return {}

    # ── time ─────────────────────────────────────────────────────────────────────────

    @cached_property
    def turning_days(self) -> tuple[datetime.date, ...]:
        """Every day on which an answer can change, in their order."""
        days = {self.base.adopted}
        for step in self.steps:
            days |= {day for day in (step.in_effect.earliest, step.in_effect.latest) if day}
            days |= {one.until for _, one in step.operations if isinstance(one, Suspend)}
        return tuple(sorted(days))

    def _edition_after(self, steps: tuple[Step, ...]) -> Edition:
        """What the register says after these steps, in this order."""
        if steps == self.steps[: len(steps)]:
            return self.editions[len(steps) - 1]
        names = tuple(step.name for step in steps)
        if names not in self._supposed:
            last = self._carried_out(steps).editions[-1]
            self._supposed[names] = evolve(last, key=_supposed_key(names, self.steps))
        return self._supposed[names]

    @cached_property
    def _supposed(self) -> dict[tuple[str, ...], Edition]:
        """What the register would say after other sequences of steps."""
        return {}

    @cached_property
    def _segments(self) -> dict[int, Segment]:
        return {}

    def segment_at(self, day: datetime.date) -> Segment:
        """Answers: what can be said of this day and all days up to the next turning day?"""
        index = bisect_right(self.turning_days, day) - 1
        if index not in self._segments:
            at = self.turning_days[index] if index >= 0 else datetime.date.min
            self._segments[index] = judge(self.base, self.steps, at, self._edition_after)
        return self._segments[index]

    def history(self, name: str) -> "tuple[Event, ...]":
        """Answers: what happened to this place, or to this entry, order by order?

        Args:
            name: a code, an address or an id, as for `trace`.

        Returns:
            The events, in the order in which they took effect.

        Raises:
            UnknownAddressError: when no edition that is held ever had it.

        Example:
            >>> import kz_civil_positions as kz
            >>> [(event.order, str(event.kind)) for event in kz.load().history("A2-1")]
            [('2015-1035', 'unknown'), ('2019-920', 'restated')]
        """
        from kz_civil_positions.history.trace import trace  # noqa: PLC0415 - brings the engine

        return trace(self, name)

    def status(self, day: datetime.date, *, known_at: datetime.date | None = None) -> Status:
        """Answers: what can be said of the register on this day?

        Args:
            day: the day.
            known_at: what could have been known on that day: orders registered by then,
                publications that had happened.

        Returns:
            The honest answer, with its reason.

        Example:
            >>> import kz_civil_positions as kz
            >>> from datetime import date
            >>> status = kz.load().status(date(2019, 11, 20))
            >>> str(status.state), [edition.key for edition in status.candidates]
            ('undetermined', ['2015-1035', '2019-920'])
        """
        register = self if known_at is None else self.as_known_at(known_at)
        found = register.segment_at(day)
        until = register.checked_until
        return Status(
            day=day,
            state=found.state,
            edition=found.edition,
            candidates=found.candidates,
            certainty=found.certainty,
            previous=found.previous,
            next=found.next,
            beyond_checked=until is not None and day > until,
            checked_until=until,
            suspended=found.suspended,
            why=found.why,
        )

    def as_of(self, day: datetime.date, *, known_at: datetime.date | None = None) -> Edition:
        """Answers: which edition was in effect on this day? The strict form of `status`.

        Args:
            day: the day.
            known_at: as for `status`.

        Returns:
            The edition; when its text is not held, asking for its content says so.

        Raises:
            UndeterminedError: when the sources do not settle it; the candidates are named.
            NotInEffectError: when none was in effect.

        Example:
            >>> import kz_civil_positions as kz
            >>> from datetime import date
            >>> kz.load().as_of(date(2021, 1, 1)).key
            '2019-920'
        """
        if known_at is not None:
            return self.as_known_at(known_at).as_of(day)
        edition = self._certain.get(bisect_right(self.turning_days, day))
        return self._strictly(day) if edition is None else edition

    @cached_property
    def _certain(self) -> dict[int, Edition]:
        """Editions that strict answers gave already, by the stretch of days they hold for."""
        return {}

    def _strictly(self, day: datetime.date) -> Edition:
        found = self.segment_at(day)
        if found.state is State.IN_EFFECT and found.edition is not None:
            self._certain[bisect_right(self.turning_days, day)] = found.edition
            return found.edition
        error = UndeterminedError if found.state is State.UNDETERMINED else NotInEffectError
        raise error("no-single-edition", status=self.status(day))

    def as_known_at(self, day: datetime.date) -> "Register":
        """Answers: what register could have been known on this day?

        Orders count once they were registered, publications once they happened.

        Raises:
            NotInEffectError: when not even the base order could have been known.
        """
        known = tuple(
            evolve(
                order,
                dates=dates_known_at(order.dates, day),
                rule=rule_known_at(order.rule, day),
                operations=tuple(_known_at(one, day) for one in order.operations),
            )
            for order in self.orders
            if is_known_at(order.dates, day)
        )
        if not any(order.amends is None for order in known):
            raise NotInEffectError("base-not-known", day=day)
        published = tuple(one for one in self.published if one.date <= day)
        names = {one.id for one in known} | {one.name for one in published}
        return Register(known, published, tuple(o for o in self.parallel if o.edition in names))

    def with_publication(self, order: str, day: datetime.date, source: str) -> "Register":
        """Answers: what would the register be, if this order was first published then?

        The statement is the user's, and every answer that rests on it says so.

        Args:
            order: the order, as for `order`.
            day: the day of its official publication.
            source: where the user knows it from.

        Returns:
            A register with that knowledge; this one stays as it is.

        Raises:
            BadInputError: when the day cannot be: before adoption or registration.

        Example:
            >>> import kz_civil_positions as kz
            >>> from datetime import date
            >>> told = kz.load().with_publication("920", date(2019, 11, 6), "the official bank")
            >>> told.as_of(date(2019, 11, 20)).key
            '2019-920'
        """
        chosen = self.order(order)
        told = Publication(source, day, by_user=True)
        dates = evolve(chosen.dates, publications=(*chosen.dates.publications, told))
        for problem in date_problems(dates):
            raise BadInputError(f"calendar.{problem}", where=f"{chosen.id}={day}")
        return Register(
            tuple(evolve(one, dates=dates) if one is chosen else one for one in self.orders),
            self.published,
            self.parallel,
        )


def _known_at(operation: Operation, day: datetime.date) -> Operation:
    """The operation, with what could have been known that day of the rules it names."""
    if operation.commencement is not None:
        operation = evolve(operation, commencement=rule_known_at(operation.commencement, day))
    if isinstance(operation, Recommence):
        return evolve(operation, rule=rule_known_at(operation.rule, day))
    if isinstance(operation, RestatePoint):
        inner = tuple(_known_at(one, day) for one in operation.operations)
        return evolve(operation, operations=inner)
    return operation


def _supposed_key(names: tuple[str, ...], steps: tuple[Step, ...]) -> str:
    """The name of an edition after some of the steps, perhaps in another sequence."""
    rank = {step.name: number for number, step in enumerate(steps)}
    last, taken, furthest = names[-1], set(names), -1
    apart = [
        f"-without-{one.name}"
        for one in steps[: rank[last]]
        if one.changes_text and one.name not in taken
    ]
    for number, name in enumerate(names):
        if rank[name] < furthest:
            earlier = [f"-after-{one}" for one in names[:number] if rank[one] > rank[name]]
            apart += earlier if name == last else (f"-{name}", *earlier)
        furthest = max(furthest, rank[name])
    return "".join((last, *apart))


def _may_come(step: Step) -> bool:
    return step.fate is not Fate.STILLBORN and not step.in_effect.awaiting


def _outcomes_of(order: Order, done: Mapping[tuple[str, int], Outcome]) -> Iterator[Outcome]:
    for index in range(len(order.operations)):
        pending = Outcome(order.id, index, OutcomeState.PENDING, "history.not-in-effect")
        yield done.get((order.id, index), pending)
    for index, _ in enumerate(order.unexpressed):
        yield Outcome(order.id, index, OutcomeState.NOT_EXPRESSIBLE, "history.unexpressed")
