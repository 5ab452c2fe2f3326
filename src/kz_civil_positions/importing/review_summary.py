"""What stands above the lines of the review page: what to look at, and how to correct it."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final, get_args

import attrs
from attrs import frozen

from kz_civil_positions.calendar import CommencementRule, Publication
from kz_civil_positions.codes import Kind
from kz_civil_positions.importing.identity import WeakPair
from kz_civil_positions.importing.markup import element, safe
from kz_civil_positions.importing.review_lines import Readings, marked
from kz_civil_positions.importing.witness import Difference, Witness
from kz_civil_positions.importing.witness_views import (
    as_said,
    difference_head,
    open_words,
    settled_words,
    witness_lines,
)
from kz_civil_positions.messages import Language, say
from kz_civil_positions.messages.dates import long_date
from kz_civil_positions.messages.review import MESSAGES
from kz_civil_positions.model import Content, Doubt, Evidence, Span
from kz_civil_positions.orders import OrderParagraph, Unexpressed
from kz_civil_positions.reports.phrases import rule_words
from kz_civil_positions.sources.draft import Draft
from kz_civil_positions.sources.repairs import Repair, Repairs

__all__ = ["Summary"]

_COUNTED: Final = (
    Kind.BLOCK, Kind.LINK, Kind.LEVEL, Kind.ENTRY, Kind.ITEM, Kind.ABBREVIATION
)  # fmt: skip
# What may be wrong, and where it is put right: the file, and the keys in it.
_CORRECTIONS: Final = (
    ("line", "repairs.yaml", "by_hand: kind, lines, stood, stands, row, why"),
    ("id", "register.yaml", "id"),
    ("kind", "register.yaml", "kind"),
    ("doubt", "register.yaml", "doubts"),
    ("fault", "register.yaml", "faults"),
    ("fact", "order.yaml", "dates, registration, rule, amends, signed_by"),
    ("instruction", "order.yaml", "operations, unexpressed"),
)
# What every order says of itself; anything else may rightly be missing.
_EXPECTED: Final = frozenset(
    {"issuer", "title", "number", "adopted", "registration", "registered", "rule", "signed_by"}
)
# The first day of publication stands among the publications.
_SAID_TWICE: Final = frozenset({"published"})
# Of so many lines the first few are named, the others counted.
_NAMED: Final = 20


@frozen(kw_only=True)
class Summary:
    """The sections above the lines.

    Attributes:
        language: of the page.
        tongue: of the source, where it is another.
        draft: what was derived from the text.
        content: the register.
        doubts: readings that are inferred or unknown.
        repairs: readings by hand, and repairs by rule.
        suggested: of the readings, those that rules suggest and nobody recorded.
        pairs: things that keep an id on a ground that is only probable.
        unexpressed: instructions that no operation expresses.
        witness: the text held against one that is held already.
        lines: how many lines the source has.
        unread: the lines from which nothing was read.
    """

    language: Language
    tongue: str | None
    draft: Draft
    content: Content
    doubts: tuple[Doubt, ...]
    repairs: Repairs
    suggested: tuple[Repair, ...]
    pairs: tuple[WeakPair, ...]
    unexpressed: tuple[Unexpressed, ...]
    witness: Witness | None
    lines: int
    unread: tuple[int, ...]

    def sections(self) -> Iterator[str]:
        """Answers: what must a reviewer see first?

        Yields:
            HTML, section after section; what there is none of has no section.
        """
        yield from self._section("first", self._first())
        yield from self._section("counts", self._counts())
        yield from self._section("facts", self._facts())
        yield from self._section("how", self._how())
        yield from self._section("legend", self._legend())
        yield from self._section("hand", self._hand())
        yield from self._section("doubts", (self._doubt(one) for one in self.doubts))
        yield from self._section("pairs", self._pairs())
        yield from self._section("unexpressed", self._unexpressed())
        yield from self._section("witness", self._witness())

    def say(self, key: str, **facts: object) -> str:
        """This sentence, for HTML."""
        return safe(say(f"review.{key}", self.language, **facts))

    def _quoted(self, html: str) -> str:
        """Words of the source."""
        return element("span", html, lang=self.tongue)

    def _section(self, key: str, parts: Iterable[str]) -> Iterator[str]:
        told = tuple(parts)
        if told:
            yield element("h2", self.say(key), id=key)
            yield from told

    def _table(self, key: str, columns: Iterable[str], body: Iterable[Iterable[str]]) -> str:
        """The table of a section: the first cell of each row heads it."""
        heads = "".join(element("th", self.say(f"column-{one}"), scope="col") for one in columns)
        told = ""
        for row in body:
            first, *rest = row
            cells = element("th", first, scope="row") + "".join(element("td", one) for one in rest)
            told += element("tr", cells)
        table = element("table", f"<thead><tr>{heads}</tr></thead><tbody>{told}</tbody>")
        region = {"role": "region", "tabindex": "0", "aria-labelledby": key}
        return element("div", table, class_="scroll", **region)

    # ── what to look at ──────────────────────────────────────────────────────────────

    def _first(self) -> Iterator[str]:
        counts = (
            ("unread", "", len(self.unread)),
            ("facts", "facts", sum(_missed(name, value) for name, value in self._known())),
            ("commencement", "facts", len(self.draft.facts.unread)),
            ("doubts", "doubts", len(self.doubts)),
            ("suggested", "hand", len(self.suggested)),
            ("hand", "hand", len(self.repairs.by_hand) - len(self.suggested)),
            ("pairs", "pairs", len(self.pairs)),
            ("unexpressed", "unexpressed", len(self.unexpressed)),
            ("witness", "witness", len(self.witness.differences) if self.witness else 0),
        )
        told = [self._pointer(*one) for one in counts if one[2]]
        if not told:
            yield element("p", self.say("nothing-first"))
        told.append(element("a", self.say("lines"), href="#lines"))
        yield element("ul", "".join(element("li", one) for one in told))

    def _pointer(self, key: str, anchor: str, count: int) -> str:
        words = self.say(f"first-{key}", count=count)
        if anchor:
            return element("a", words, href=f"#{anchor}")
        named = [element("a", str(line), href=f"#L{line}") for line in self.unread[:_NAMED]]
        return f"{words} ({', '.join(named)}{' …' if count > _NAMED else ''})"

    def _counts(self) -> Iterator[str]:
        kinds = Counter(node.address.kind for node in self.content.walk())
        by_rule = self.repairs.by_rule or self.draft.repairs
        counts = [("lines", self.lines), ("paragraphs", len(self.draft.paragraphs))]
        counts += [(str(kind), kinds[kind]) for kind in _COUNTED]
        counts += [("rule", len(by_rule))]
        body = [(self.say(f"count-{name}"), str(count)) for name, count in counts]
        repairs = Counter(str(one.kind) for one in by_rule)
        body += [(f"· {self.say(f'repair-{kind}')}", str(n)) for kind, n in repairs.most_common()]
        yield self._table("counts", ("what", "count"), body)

    # ── facts ────────────────────────────────────────────────────────────────────────

    def _known(self) -> Iterator[tuple[str, Any]]:
        facts = self.draft.facts
        for one in attrs.fields(type(facts)):
            value = getattr(facts, one.name)
            if one.name == "language" and value is not None:
                value = say(f"importing.tongue-{value}", self.language)
            yield one.name, None if value in (None, "", ()) else value

    def _facts(self) -> Iterator[str]:
        body = []
        for name, value in self._known():
            known = f"fact-{name}" in MESSAGES
            head = self.say(f"fact-{name}") if known else element("code", safe(name))
            told = self.say("not-found") if value is None else safe(self._value(value))
            asks = _missed(name, value) or (name == "unread" and value is not None)
            told = element("span", f"⚠ {told}", class_="unread") if asks else told
            body.append((head, told))
        yield self._table("facts", ("what", "value"), body)

    def _value(self, value: Any) -> str:  # noqa: ANN401 - facts of every sort
        match value:
            case datetime.date():
                return long_date(value, self.language)
            case Publication():
                return f"{value.source}, {self._value(value.date)}"
            case OrderParagraph():
                return f"{value.lines}: {value.text}" if value.lines else value.text
            case tuple():
                return "; ".join(map(self._value, value))
            case _ if attrs.has(type(value)):
                return self._record(value)
        return str(value)

    def _record(self, value: Any) -> str:  # noqa: ANN401 - any of our classes
        """Its fields by name; a rule in words, and as ``order.yaml`` has it."""
        rule = isinstance(value, get_args(CommencementRule))
        fields = ((one.name, getattr(value, one.name)) for one in attrs.fields(type(value)))
        told = [
            f"{name if rule else self._name(name)}: {self._value(one)}"
            for name, one in fields
            if one not in (None, (), False) and name not in _SAID_TWICE
        ]
        if not rule:
            return ", ".join(told)
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(value).__name__).lower()
        return f"{rule_words(value, self.language)} ({', '.join((f'kind: {kind}', *told))})"

    def _name(self, field: str) -> str:
        """A field, as the table of facts calls it."""
        return say(f"review.fact-{field}", self.language) if f"fact-{field}" in MESSAGES else field

    # ── accepting, correcting ────────────────────────────────────────────────────────

    def _how(self) -> Iterator[str]:
        yield element("p", self.say("how-accept"))
        body = [
            (self.say(f"how-{key}"), element("code", file), element("code", safe(keys)))
            for key, file, keys in _CORRECTIONS
        ]
        yield self._table("how", ("wrong", "file", "key"), body)

    def _legend(self) -> Iterator[str]:
        sample = self.say("sample")
        samples = (
            ("stood", element("del", sample)),
            ("read", element("ins", sample)),
            ("fix", element("span", element("b", self.say("by-hand")), class_="fix hand")),
            ("doubt", element("span", f"⚠ {self.say('doubt')}", class_="doubt")),
            ("pair", element("span", "≈", class_="pair")),
            ("tab", '<span class="tab">│</span>'),
            ("aside", element("span", sample, class_="faint")),
        )
        told = (f"{one} – {self.say(f'legend-{key}')}" for key, one in samples)
        yield element("ul", "".join(element("li", one) for one in told), class_="legend")

    # ── lists ────────────────────────────────────────────────────────────────────────

    def _hand(self) -> Iterator[str]:
        told = []
        readings = Readings(self.repairs.by_hand, self.suggested)
        for number, one in enumerate(readings.all, 1):
            why = f" – {safe(one.why[self.language])}" if one.why is not None else ""
            link = element("a", safe(one.lines), href=f"#hand-{number}")
            who = element("b", self.say(readings.by(one)))
            told.append(f"{link} {who} {self.say(f'repair-{one.kind}')}{why}")
        if told:
            yield element("ol", "".join(element("li", one) for one in told))

    def _doubt(self, doubt: Doubt) -> str:
        certitude = safe(say(f"reports.certitude-{doubt.certitude}", self.language))
        about = (element("a", safe(one), href=f"#{safe(one)}") for one in doubt.about)
        where = ", ".join(about) or self.say("about-whole")
        settle = say("reports.settled-by", self.language, what=doubt.settled_by[self.language])
        name = element("strong", f"⚠ {element('code', safe(doubt.id))}")
        told = [
            f"{name} ({certitude}): {safe(doubt.statement[self.language])}",
            f"{self.say('about')}: {where}",
        ]
        told += [self._evidence(one) for one in doubt.evidence]
        told += [safe(settle)]
        content = "".join(element("p", one) for one in told)
        return element("section", content, class_="doubt", id=f"doubt-{doubt.id}")

    def _evidence(self, one: Evidence) -> str:
        name = safe(say("reports.evidence", self.language))
        quote = f" «{self._quoted(safe(one.quote))}»" if one.quote else ""
        return f"{name}: {self._span(one.lines)}{safe(one.note[self.language])}{quote}"

    def _span(self, span: Span | None) -> str:
        """The lines, as a link where they are this source's own."""
        if span is None:
            return ""
        if span.order != self.repairs.order or not 1 <= span.first <= self.lines:
            return f"{safe(span.order)} {safe(span)}: "
        return element("a", safe(span), href=f"#L{span.first}") + ": "

    def _pairs(self) -> Iterator[str]:
        if not self.pairs:
            return
        yield element("p", self.say("pairs-why"))
        body = [
            (
                element("a", safe(one.address), href=f"#{safe(one.address)}", id=f"pair-{number}"),
                self._quoted(marked(one.old, one.new)),
                self.say(f"ground-{one.ground}"),
            )
            for number, one in enumerate(self.pairs, 1)
        ]
        yield self._table("pairs", ("address", "change", "ground"), body)

    def _unexpressed(self) -> Iterator[str]:
        for one in self.unexpressed:
            lines = self._span(one.instruction.lines)
            quote = self._quoted(safe(one.instruction.quote))
            told = f"{safe(one.instruction.point)}. {lines}{quote}"
            yield element("blockquote", element("p", told))
            yield element("p", safe(one.reason[self.language]))

    # ── the second copy ──────────────────────────────────────────────────────────────

    def _witness(self) -> Iterator[str]:
        if self.witness is None:
            return
        for line in witness_lines(self.witness, self.language)[:2]:
            yield element("p", safe(line))
        told = [self._difference(one) for one in self.witness.differences]
        told += [f"✓ {safe(settled_words(one, self.language))}" for one in self.witness.settled]
        told += [f"⚠ {safe(open_words(one, self.language))}" for one in self.witness.open]
        yield element("ul", "".join(element("li", one) for one in told))

    def _difference(self, one: Difference) -> str:
        head = safe(difference_head(one, self.language))
        if one.words:
            return f"{head}: {self._quoted(marked(one.held or '', one.brought or ''))}"
        sides = (one.held, one.held_state), (one.brought, one.brought_state)
        texts = dict.fromkeys(as_said(text, state) for text, state in sides if text)
        return f"{head}: {self._quoted(safe(' → '.join(texts)))}"


def _missed(name: str, value: object) -> bool:
    return value is None and name in _EXPECTED
