"""How a place of the register is cited: as the guide "How to cite" says."""

from typing import Final

from kz_civil_positions.messages import Language
from kz_civil_positions.messages.dates import long_date
from kz_civil_positions.model import Edition, Entry, Label, LabelState, Level
from kz_civil_positions.orders import Order
from website.pages.texts import tell

__all__ = ["cited", "order_cited"]

# What makes "of" of each month, from January: "23 қазандағы".
_OF_MONTHS: Final = (
    "дағы", "дағы", "дағы", "дегі", "дағы", "дағы",
    "дегі", "дағы", "тегі", "дағы", "дағы", "дағы",
)  # fmt: skip
# An office ends in a possessive, which takes one of these.
_GENITIVES: Final = {"і": "нің", "ы": "ның"}
# Offices whose genitive is known; of another the name stands apart, uninflected.
_OF_OFFICES: Final = {"Министр": "Министра", "Председатель": "Председателя"}
_AS_PRINTED: Final = str.maketrans("ABC", "АВС")


def order_cited(order: Order, language: Language) -> str:
    """Answers: how is this order cited?

    Example:
        >>> import kz_civil_positions as kz
        >>> order_cited(kz.load().order("920"), "ru")
        'Приказ Министра внутренних дел Республики Казахстан от 23 октября 2019 года № 920 \
(государственная регистрация № 19523)'
    """
    registered = tell("registered", language, number=order.registration)
    tail = f" ({registered})" if order.registration else ""
    return _named(order, language) + tail


def _named(order: Order, language: Language) -> str:
    issuer, day = order.issuer[language], order.adopted
    facts = {"issuer": issuer, "day": long_date(day, language), "number": order.number}
    if language == "kk" and issuer[-1:] in _GENITIVES:
        of_day = long_date(day, "kk") + _OF_MONTHS[day.month - 1]
        return f"{issuer}{_GENITIVES[issuer[-1]]} {of_day} № {order.number} бұйрығы"
    office, _, rest = issuer.partition(" ")
    if language == "ru" and office in _OF_OFFICES:
        facts["issuer"] = f"{_OF_OFFICES[office]} {rest}"
        return tell("order-of", language, **facts)
    return tell("order-of" if language == "en" else "order-by", language, **facts)


def cited(
    order: Order, edition: Edition, level: Level, language: Language, entry: Entry | None = None
) -> str:
    """Answers: how is this level, or this entry of it, cited?

    Args:
        order: that brought the text, or the base order where that is not known.
        edition: in which it stands; it is named where it is not that order's own.
        level: the level.
        language: of the citation; the register's words stay as printed.
        entry: an entry of that level.

    Example:
        >>> import kz_civil_positions as kz
        >>> register = kz.load()
        >>> edition = register.edition("2019")
        >>> level = edition["A2-3"]
        >>> cited(register.order("920"), edition, level, "en", level.entries[0])[127:]
        'А блогы, [А2], 3: "Аудандық (облыстық маңызы бар қаланың) маңызы бар ММ бас \
бухгалтері". The label "А2" is not printed; it is inferred.'
    """
    link = edition.link_of(level)
    heading = edition.section_of(level).heading
    labels = [_label(link.label, link.code.plain.translate(_AS_PRINTED))]
    labels += [_label(level.label, level.code.level_number or "")]
    block = edition.block_of(level).heading.partition(" (")[0]
    place = ", ".join(part for part in (block, heading or "", *labels) if part)
    if edition.key != order.id:
        place = f"{tell('in-edition', language, edition=edition.key)}, {place}"
    words = f': "{entry.heading.rstrip(":;.")}"' if entry else ""
    return f"{order_cited(order, language)}, {place}{words}." + "".join(
        " " + tell("inferred", language, label=one.strip("[]"))
        for one in labels
        if one.startswith("[")
    )


def _label(label: Label, number: str) -> str:
    """As printed; in brackets where it is inferred; nothing where there is none."""
    shown = {LabelState.PRINTED: label.text or "", LabelState.INFERRED: f"[{number}]"}
    return shown.get(label.state, "")
