"""What a reader sees of a level or an entry on demand: how to cite it, and how we know."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from html import escape
from typing import Final

from attrs import frozen

from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Edition, Entry, Level, Span
from kz_civil_positions.reports.edition import anchor_of
from kz_civil_positions.sources.repairs import Repair, Repairs
from website.pages.citing import citation
from website.pages.corpus import Corpus
from website.pages.texts import tell

__all__ = ["Evidence"]

# A label stands at most so many lines above the row it labels.
_ABOVE: Final = 2
_TONGUES: Final[dict[str, Language]] = {"kaz": "kk", "rus": "ru", "eng": "en"}


@frozen
class Evidence:
    """The evidence for one edition, as HTML that opens on demand at its place.

    Attributes:
        corpus: the register with its data.
        edition: its text must be held.
        language: of the page it stands on.
        notes: the numbers of the notes on that page, by the ids of their doubts.
    """

    corpus: Corpus
    edition: Edition
    language: Language
    notes: Mapping[str, int]

    def of_entry(self, entry: Entry, level: Level) -> str:
        """Answers: how is this entry cited, and which lines of the source print it?"""
        spans = [entry.lines] if entry.lines else []
        words = f"{escape(str(entry.lines))} " if entry.lines else ""
        inside = (*self._cited(level, entry), *self._rests_on(spans))
        return self._folded(f"{words}<span>{self._told('more-entry')}</span>", inside)

    def of_level(self, level: Level) -> str:
        """Answers: how is this level cited, and where does the source print its labels?"""
        inside = (*self._cited(level), *self._rests_on(list(self._label_lines(level)), level))
        words = self._told("more-level", code=level.code)
        return self._folded(f"<span>{words}</span>", inside)

    def _rests_on(self, spans: list[Span], level: Level | None = None) -> Iterator[str]:
        """These lines of their files, and what was repaired in them; else that there are none."""
        for order in dict.fromkeys(span.order for span in spans):
            own = [span for span in spans if span.order == order]
            yield from self._source(order, self._printed(order, own))
            yield from self._mended(self._made_to(order, own, level))
        if not spans:
            yield f"<p>{self._told('no-source-lines')}</p>"

    def _printed(self, order: str, spans: list[Span]) -> tuple[tuple[int, str], ...]:
        """These lines as they stand in the order's file."""
        lines = self._text(order).split("\n")
        numbers = sorted({n for span in spans for n in range(span.first, span.last + 1)})
        return tuple((n, lines[n - 1]) for n in numbers if n <= len(lines))

    def _made_to(self, order: str, spans: list[Span], level: Level | None) -> tuple[Repair, ...]:
        """The repairs of these lines, and those of the labels of this level."""
        repairs = self._repairs(order)
        return tuple(
            one
            for one in ((*repairs.by_hand, *repairs.by_rule) if repairs else ())
            if any(one.lines.first <= span.last and span.first <= one.lines.last for span in spans)
            or _labels(one, level)
        )

    def _told(self, key: str, **facts: object) -> str:
        return escape(tell(key, self.language, **facts))

    def _folded(self, summary: str, inside: Iterable[str]) -> str:
        """Closed until it is asked for; searches pass it over."""
        return (
            '<details class="kz-more" data-search-exclude>'
            f"<summary>{summary}</summary>{''.join(inside)}</details>"
        )

    def _cited(self, level: Level, entry: Entry | None = None) -> Iterator[str]:
        """The citation, to be copied, with the address that leads back, and the doubts."""
        register, language = self.corpus.register, self.language
        words = escape(citation(register, self.edition, level, language, entry))
        goal = entry.id if entry else anchor_of(level.code)
        name = f"cite-{goal}"
        copy = (
            f'<button class="kz-copy" data-clipboard-target="#{name}">{self._told("copy")}</button>'
        )
        yield f"<p><b>{self._told('cite')}</b> {copy}</p>"
        yield f'<blockquote class="kz-cite" id="{name}">{words}</blockquote>'
        yield f'<p>{self._told("address")}: <a href="#{goal}"><code>#{goal}</code></a></p>'
        for doubt in self.edition.doubts_about(level, entry):
            number = self.notes[doubt.id]
            said = escape(doubt.statement[language])
            yield f'<p class="kz-doubt"><a href="#note-{number}">[{number}]</a> {said}</p>'

    def _source(self, order: str, lines: tuple[tuple[int, str], ...]) -> Iterator[str]:
        source = self.corpus.register.order(order).source
        if source is None or not lines:
            yield f"<p>{self._told('no-source-lines')}</p>"
            return
        head = self._told("source-lines", order=order, file=source.file)
        tongue = _TONGUES.get(self.edition.language, "kk")
        rows = "\n".join(f"<i>L{number}</i>{escape(text)}" for number, text in lines)
        yield f'<p><b>{head}</b></p><pre class="kz-lines" lang="{tongue}" tabindex="0">{rows}</pre>'

    def _mended(self, repairs: tuple[Repair, ...]) -> Iterator[str]:
        if not repairs:
            return
        yield f"<p><b>{escape(say('lookup.repairs', self.language))}</b></p><ul>"
        for one in repairs:
            kind = escape(say(f"review.repair-{one.kind}", self.language))
            why = f" {escape(one.why[self.language])}" if one.why else ""
            yield f"<li>{one.lines}: {kind}.{_words(one)}{why}</li>"
        yield "</ul>"

    def _label_lines(self, level: Level) -> Iterator[Span]:
        """The lines that print the labels, and those above the cell, where they would stand."""
        for label in (self.edition.link_of(level).label, level.label):
            if label.lines:
                yield label.lines
        if level.lines:
            first = level.lines.first
            yield Span(level.lines.order, max(1, first - _ABOVE), first - 1)

    # ── what the order's folder holds ────────────────────────────────────────────────

    def _text(self, order: str) -> str:
        return self._held[order][0]

    def _repairs(self, order: str) -> Repairs | None:
        return self._held[order][1]

    @cached_property
    def _held(self) -> dict[str, tuple[str, Repairs | None]]:
        """The source text of each order, and the repairs made to it."""
        corpus = self.corpus
        return {
            order.id: (corpus.source(order), corpus.repairs(order))
            for order in corpus.register.orders
        }


def _labels(repair: Repair, level: Level | None) -> bool:
    """Whether it is of a label that tells at which level a row stands."""
    cell = level and level.lines
    if not cell or repair.row is None:
        return False
    return cell.first - _ABOVE <= repair.row <= cell.last


def _words(repair: Repair) -> str:
    """What stood there, and what it was read as; the end of a line is shown by a sign."""
    stood, stands = (escape(text.replace("\n", "⏎")) for text in (repair.stood, repair.stands))
    if not (stood or stands):
        return ""
    return f' <q lang="kk">{stood}</q> → <q lang="kk">{stands}</q>'
