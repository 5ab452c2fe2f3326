"""An edition as an expression of Akoma Ntoso 3.0.

The work is the base order; what is written is its annex, the register, as one edition has
it. Unofficial, and says so. No date stands there as an event that is only presumed: an
interval that the sources do not close is told in words, and as data under ``proprietary``.
"""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from kz_civil_positions import __version__
from kz_civil_positions.calendar import InEffect
from kz_civil_positions.codes import Address
from kz_civil_positions.exports.akn_body import AKN, OWN, Body, add, said
from kz_civil_positions.exports.akn_changes import write_changes
from kz_civil_positions.exports.notices import notice_lines
from kz_civil_positions.exports.uris import country, edition_date, expression_uri, order_uri
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.timeline import Step
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Doubt, Edition, PrintedFault
from kz_civil_positions.orders import Order
from kz_civil_positions.reports.document import Text
from kz_civil_positions.reports.phrases import doubt_lines, fault_line, short_name

__all__ = ["to_akn"]

_COMPONENT: Final = "/!register"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_OURS: Final = "#editor"
# In these words stand; a line break between their parts would be a blank in the text.
_WITH_TEXT: Final = frozenset(f"{{{AKN}}}{name}" for name in ("p", "num", "heading", "docTitle"))


def to_akn(register: Register, edition: Edition, language: Language) -> str:
    """Answers: what is this edition as Akoma Ntoso?

    Args:
        register: the register it is of.
        edition: held or not; without its text the body says that it is not held.
        language: of notices and notes.

    Returns:
        An XML document, valid against the schema of Akoma Ntoso 3.0.

    Raises:
        BadInputError: when the text has a character that XML cannot hold.

    Example:
        >>> import kz_civil_positions as kz
        >>> register = kz.load()
        >>> text = to_akn(register, register.edition("2019"), "en")
        >>> 'FRBRthis value="/akn/kz/act/order/2015-12-18/1035/kaz@2019-10-23/!register"' in text
        True
    """
    register_namespace("", AKN)
    register_namespace("kz", OWN)
    root = _Expression(register, edition, language).root()
    _indent(root, "\n")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _indent(element: Element, break_: str) -> None:
    """Put each element in a line of its own, but for those inside words."""
    if element.tag in _WITH_TEXT or not len(element):
        return
    element.text = break_ + "  "
    for child in element:
        _indent(child, break_ + "  ")
        child.tail = break_ + "  "
    element[-1].tail = break_


class _Expression:
    """One edition, as it is written."""

    def __init__(self, register: Register, edition: Edition, language: Language) -> None:
        self.register = register
        self.edition = edition
        self.language = language
        self.remarks: tuple[Doubt | PrintedFault, ...] = (*edition.doubts, *edition.faults)
        names = [step.name for step in register.steps]
        until = names.index(edition.key) + 1 if edition.key in names else 0
        self.steps = register.steps[:until]

    def root(self) -> Element:
        root = Element(f"{{{AKN}}}akomaNtoso")
        doc = add(root, "doc", name="register", contains="singleVersion")
        meta = add(doc, "meta")
        self._preface(doc)
        body = self._body(add(doc, "mainBody"))
        self._identification(meta)
        self._lifecycle(meta)
        write_changes(meta, self.register, self.steps, body.places)
        self._temporal_data(meta)
        self._references(meta)
        self._notes(meta)
        self._validity(meta)
        return root

    # ── text ─────────────────────────────────────────────────────────────────────────

    def _preface(self, doc: Element) -> None:
        preface = add(doc, "preface")
        title = add(add(preface, "longTitle"), "p")
        add(title, "docTitle", self.register.base.title)
        notice = add(preface, "container", name="notice")
        for line in notice_lines(self.register, (self.edition,), self.language):
            self._ours(add(notice, "p", line))

    def _body(self, parent: Element) -> Body:
        body = Body(self._marks())
        if self.edition.held:
            body.write(parent, self.edition.text)
        if not len(parent):  # not held, or nothing in it: a body must not be empty
            made = add(parent, "hcontainer", name="remark", eId="remark")
            paragraph = add(add(made, "content"), "p")
            key = "nothing-said" if self.edition.held else "not-held-remark"
            words = say(f"exports.{key}", self.language)
            self._ours(add(paragraph, "remark", words, status="editorial"))
        return body

    def _marks(self) -> dict[Address, tuple[int, ...]]:
        marks: dict[Address, tuple[int, ...]] = {}
        for number, remark in enumerate(self.remarks, 1):
            about = (remark.about,) if isinstance(remark, PrintedFault) else remark.about
            for address in about:
                marks[address] = (*marks.get(address, ()), number)
        return marks

    def _notes(self, meta: Element) -> None:
        if not self.remarks:
            return
        notes = add(meta, "notes", source=_OURS)
        for number, remark in enumerate(self.remarks, 1):
            kind = "fault" if isinstance(remark, PrintedFault) else f"doubt {remark.certitude}"
            note = add(notes, "note", eId=f"note_{number}", marker=str(number))
            note.set("class", kind)
            if isinstance(remark, Doubt):
                note.set(f"{{{OWN}}}doubt", said(remark.id))
            for line in self._told(remark):
                self._ours(add(note, "p", "".join(run.text for run in line)))

    def _told(self, remark: Doubt | PrintedFault) -> Iterator[Text]:
        if isinstance(remark, PrintedFault):
            yield fault_line(self.edition, remark, self.language)
        else:
            yield from doubt_lines(remark, self.language)

    def _ours(self, element: Element) -> None:
        """Words of ours, in another language than the register's, perhaps."""
        element.set(f"{{{_XML}}}lang", self.language)

    # ── what it is ───────────────────────────────────────────────────────────────────

    def _identification(self, meta: Element) -> None:
        made = add(meta, "identification", source=_OURS)
        base, day = self.register.base, edition_date(self.register, self.edition)
        date = day.partition(".")[0]
        work = add(made, "FRBRWork")
        self._named(work, order_uri(base), str(base.adopted), "adoption", "#issuer")
        add(work, "FRBRcountry", value=country(base))
        add(work, "FRBRsubtype", value="order")
        add(work, "FRBRnumber", value=said(base.number))
        expression = add(made, "FRBRExpression")
        uri = expression_uri(self.register, self.edition)
        self._named(expression, uri, date, "adoption-of-the-amending-order", _OURS)
        add(expression, "FRBRversionNumber", value=said(self.edition.key))
        add(expression, "FRBRauthoritative", value="false")
        add(expression, "FRBRlanguage", language=said(self.edition.language))
        manifestation = add(made, "FRBRManifestation")
        checked = self.register.checked_until
        name = "sources-checked" if checked else "adoption-of-the-amending-order"
        self._named(manifestation, f"{uri}.akn", str(checked or date), name, _OURS)
        add(manifestation, "FRBRformat", value="application/akn+xml")

    def _named(self, holder: Element, uri: str, date: str, name: str, author: str) -> None:
        whole, extension = (uri[:-4], ".akn") if uri.endswith(".akn") else (uri, "")
        add(holder, "FRBRthis", value=f"{whole}{_COMPONENT}{extension}")
        add(holder, "FRBRuri", value=uri)
        add(holder, "FRBRdate", date=date, name=name)
        add(holder, "FRBRauthor", href=author)

    def _references(self, meta: Element) -> None:
        made = add(meta, "references", source=_OURS)
        for order in self._orders():
            name = "original" if order is self.register.base else "passiveRef"
            shown = said(short_name(order, self.language))
            add(made, name, eId=f"order_{order.id}", href=order_uri(order), showAs=shown)
        code = country(self.register.base)
        editor = f"kz-civil-positions {__version__}"
        add(
            made,
            "TLCOrganization",
            eId="editor",
            href=f"/akn/ontology/organization/{code}/kz-civil-positions",
            showAs=editor,
        )
        add(
            made,
            "TLCRole",
            eId="issuer",
            href=f"/akn/ontology/role/{code}/issuer",
            showAs=said(self.register.base.issuer[self.language]),
        )
        for name in ("adoption", "commencement"):
            href = f"/akn/ontology/event/{code}/{name}"
            add(made, "TLCEvent", eId=name, href=href, showAs=name)
        href = f"/akn/ontology/concept/{code}/in-effect"
        add(made, "TLCConcept", eId="in-effect", href=href, showAs="in effect")

    def _orders(self) -> Iterator[Order]:
        """The base, the orders that made this edition, and the one that ends it."""
        _, ended = self.register.validity(self.edition)
        names = [self.register.base.id, *(step.order for step in self.steps), self.edition.order]
        for name in dict.fromkeys((*names, *((ended.order,) if ended else ()))):
            yield self.register.order(name)

    # ── time ─────────────────────────────────────────────────────────────────────────

    def _lifecycle(self, meta: Element) -> None:
        made = add(meta, "lifecycle", source=_OURS)
        for name in dict.fromkeys((self.register.base.id, *(one.order for one in self.steps))):
            day = str(self.register.order(name).adopted)
            self._event(made, f"adopted_{name}", day, name).set("refersTo", "#adoption")
        for step in self.steps:  # an event only where the day is a fact
            if step.in_effect.day:
                event = self._event(made, _commenced(step), str(step.in_effect.day), step.order)
                event.set("refersTo", "#commencement")
        _, ended = self.register.validity(self.edition)
        if ended and ended.in_effect.day:
            event = self._event(made, "ended", str(ended.in_effect.day), ended.order)
            event.set("refersTo", "#commencement")

    def _event(self, made: Element, identity: str, date: str, order: str) -> Element:
        kind = "generation" if order == self.register.base.id else "amendment"
        event = add(made, "eventRef", eId=said(identity), date=date, source=f"#order_{order}")
        event.set("type", kind)
        return event

    def _temporal_data(self, meta: Element) -> None:
        """From when the edition is in effect, and until when, as far as these are facts."""
        since, ended = self.register.validity(self.edition)
        made = add(meta, "temporalData", source=_OURS)
        group = add(made, "temporalGroup", eId="temporalGroup_1")
        interval = add(group, "timeInterval", refersTo="#in-effect")
        if since.day and self.steps:
            interval.set("start", f"#{_commenced(self.steps[-1])}")
        if ended and ended.in_effect.day:
            interval.set("end", "#ended")

    def _validity(self, meta: Element) -> None:
        since, ended = self.register.validity(self.edition)
        made = add(meta, "proprietary", source=_OURS)
        own = SubElement(made, f"{{{OWN}}}edition", {"key": said(self.edition.key)})
        own.set("held", str(self.edition.held).lower())
        own.set("fictional", str(self.register.base.fictional).lower())
        if self.register.checked_until:
            own.set("checkedUntil", str(self.register.checked_until))
        _interval(SubElement(own, f"{{{OWN}}}inEffect"), since)
        if ended:
            _interval(SubElement(own, f"{{{OWN}}}ended", {"by": ended.order}), ended.in_effect)


def _commenced(step: Step) -> str:
    """The name of the event that put a step into effect; a fragment must hold no ``#``."""
    return f"commenced_{step.name.replace('#', '.')}"


def _interval(own: Element, found: InEffect) -> None:
    own.set("certainty", str(found.certainty))
    for name, day in (("earliest", found.earliest), ("latest", found.latest)):
        if day:
            own.set(name, str(day))
