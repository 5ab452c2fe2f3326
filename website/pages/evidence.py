"""How each level and entry is cited, and the source lines it rests on, shown on demand."""

from collections.abc import Iterator
from html import escape

from attrs import define, field

from kz_civil_positions.lookup.explain import Explanation, explain
from kz_civil_positions.messages import Language
from kz_civil_positions.model import Edition, Entry, Level
from kz_civil_positions.orders import Order
from kz_civil_positions.sources.repairs import Repair, Repairs
from website.finder.data import anchor_of
from website.pages.citing import cited
from website.pages.corpus import Corpus
from website.pages.texts import tell

__all__ = ["Evidence"]


@define(eq=False)
class Evidence:
    """The evidence for the levels and entries of one edition.

    Attributes:
        corpus: the register.
        edition: its text must be held.
        language: of the page.
    """

    corpus: Corpus
    edition: Edition
    language: Language
    _texts: dict[str, tuple[str, Repairs | None]] = field(factory=dict, init=False)

    def lines(self) -> Iterator[str]:
        """The HTML, one part a level; what is linked to opens by itself."""
        for level in self.edition.levels:
            yield '<details class="kz-evidence">'
            yield f"<summary>{escape(self.title(level))}</summary>"
            yield from self._level(level)
            yield "</details>"

    def title(self, level: Level) -> str:
        """Answers: how is this level named in one line?"""
        heading = self.edition.section_of(level).heading
        return " · ".join(part for part in (level.code.plain, heading) if part)

    def _level(self, level: Level) -> Iterator[str]:
        anchor = anchor_of(level)
        citation = cited(self._order(None), self.edition, level, self.language)
        yield f'<div id="source-{anchor}">'
        yield from self._cite(citation, anchor)
        yield "</div>"
        for entry in level.entries:
            yield from self._entry(level, entry)

    def _entry(self, level: Level, entry: Entry) -> Iterator[str]:
        explained = self._explained(entry)
        order = self._order(entry)
        citation = cited(order, self.edition, level, self.language, entry)
        yield f'<div class="kz-entry" id="source-{entry.id}">'
        yield f'<p lang="kk"><strong>{escape(entry.heading)}</strong></p>'
        yield from self._cite(citation, f"entry-{entry.id}")
        yield from self._source(explained)
        yield "</div>"

    def _cite(self, citation: str, anchor: str) -> Iterator[str]:
        """A citation to copy, with the address under which the place stands for good."""
        label = tell("cite", self.language)
        yield f'<p class="kz-cite"><b>{label}:</b> <q>{escape(citation)}</q>'
        told = escape(tell("address", self.language))
        yield f'<a href="#{anchor}" title="{told}">#{anchor}</a></p>'

    def _source(self, explained: Explanation) -> Iterator[str]:
        if not explained.source:
            yield f"<p>{tell('no-lines', self.language)}</p>"
            return
        name = f"{tell('lines', self.language)}: {explained.order.id}"
        start = f'<pre class="kz-lines" lang="kk" tabindex="0" aria-label="{escape(name)}"><code>'
        rows = [f"L{number:<4}│ {escape(text)}" for number, text in explained.source]
        yield start + "\n".join(rows) + "</code></pre>"
        if explained.repairs:
            yield "<ul>"
            yield from map(self._repair, explained.repairs)
            yield "</ul>"

    def _repair(self, repair: Repair) -> str:
        stood, stands = (escape(text.replace("\n", "⏎")) for text in (repair.stood, repair.stands))
        why = f" {escape(repair.why[self.language])}" if repair.why else ""
        words = f'<del lang="kk">{stood}</del> → <ins lang="kk">{stands}</ins>'
        told = tell("repaired", self.language)
        return f"<li>{repair.lines}, {told} (<code>{repair.kind}</code>): {words}{why}</li>"

    def _order(self, entry: Entry | None) -> Order:
        """That brought the text; of a level, that of its edition if it brought the whole."""
        register = self.corpus.register
        if entry and entry.lines:
            return register.order(entry.lines.order)
        own = register.order(self.edition.order)
        return own if entry is None and own.register else register.base

    def _explained(self, entry: Entry) -> Explanation:
        register = self.corpus.register
        order = register.order(entry.lines.order if entry.lines else self.edition.order)
        if order.id not in self._texts:
            self._texts[order.id] = self.corpus.source(order), self.corpus.repairs(order)
        return explain(register, self.edition, entry.id, *self._texts[order.id])
