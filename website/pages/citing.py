"""How a place of the register is to be cited, as the guide on citing says."""

from collections.abc import Iterator
from typing import Final

from kz_civil_positions.codes import Kind
from kz_civil_positions.history.register import Register
from kz_civil_positions.messages import Language
from kz_civil_positions.messages.dates import long_date
from kz_civil_positions.model import Edition, Entry, Label, LabelState, Level
from kz_civil_positions.operations import Restate
from kz_civil_positions.orders import Order
from kz_civil_positions.reports.edition import as_printed
from kz_civil_positions.russian import genitive_office
from website.pages.texts import tell

__all__ = ["citation", "order_citation"]

# How a month ends where a Kazakh order cites a day: "23 қазандағы".
_ON: Final = (
    "дағы", "дағы", "дағы", "дегі", "дағы", "дағы", "дегі", "дағы", "тегі", "дағы", "дағы", "дағы",
)  # fmt: skip
_VOWELS: Final = "аәеёиоөуұүыіэюя"
_SOFT: Final = "әөүіеэ"
_VOICED: Final = "жзйлруью"


def citation(
    register: Register,
    edition: Edition,
    level: Level,
    language: Language,
    entry: Entry | None = None,
) -> str:
    """Answers: how is this level, or this entry of it, to be cited?

    The order is cited that wrote the whole register; with the edition, where later orders
    have changed it since. The register's own words stay as they are printed.

    Example:
        >>> import kz_civil_positions as kz
        >>> register = kz.load()
        >>> edition = register.edition("2019-920")
        >>> print(citation(register, edition, edition["A1-1"], "en"))
        Order of the Minister of Internal Affairs of the Republic of Kazakhstan of \
23 October 2019 № 920 (state registration № 19523), А блогы, А1, 1.
        >>> print(citation(register, edition, edition["A1-1"], "kk"))
        Қазақстан Республикасы Ішкі істер министрінің 2019 жылғы 23 қазандағы № 920 бұйрығы \
(мемлекеттік тіркеу № 19523), А блогы, А1, 1.
    """
    inferred = [
        tell("label-inferred", language, label=name)
        for label, name in _labels(edition, level)
        if label.state is LabelState.INFERRED
    ]
    place = ", ".join((*_acts(register, edition, language), *_place(edition, level)))
    if entry is None:
        return " ".join((f"{place}.", *inferred))
    if any(entry.address in doubt.about for doubt in edition.doubts):
        inferred.append(tell("doubtful", language))
    return " ".join((f'{place}: "{entry.heading.rstrip(":;.")}".', *inferred))


def order_citation(order: Order, language: Language) -> str:
    """Answers: how is this order itself to be cited?

    Example:
        >>> import kz_civil_positions as kz
        >>> print(order_citation(kz.load().order("920"), "ru"))
        Приказ Министра внутренних дел Республики Казахстан от 23 октября 2019 года № 920 \
(государственная регистрация № 19523)
    """
    if order.registration is None:
        return _named(order, language)
    registered = tell("cited-registered", language, number=order.registration)
    return f"{_named(order, language)} ({registered})"


def _acts(register: Register, edition: Edition, language: Language) -> Iterator[str]:
    """The order that wrote the register, and whose edition it is meant in."""
    whole = _wrote(register, edition)
    yield order_citation(whole, language)
    if edition.key != whole.id:
        yield _edition(register, edition, language)


def _wrote(register: Register, edition: Edition) -> Order:
    """The last order, up to this edition, that approved or restated the register whole."""
    found = register.base
    for step in register.steps:
        order = register.order(step.order)
        if any(
            isinstance(one, Restate) and one.target.kind is Kind.REGISTER
            for _, one in step.operations
        ):
            found = order
        if step.name == edition.key:
            break
    return found


def _edition(register: Register, edition: Edition, language: Language) -> str:
    published = next((one for one in register.published if one.name == edition.key), None)
    if published:
        facts = {"publisher": published.publisher[language], "day": published.date}
        return tell("cited-published", language, **facts)
    order = register.order(edition.order)
    return tell("cited-edition", language, number=order.number, adopted=_day(order, language))


def _named(order: Order, language: Language) -> str:
    facts = {"number": order.number, "adopted": _day(order, language)}
    return tell("cited-order", language, issuer=_issuer(order, language), **facts)


def _day(order: Order, language: Language) -> str:
    """In Kazakh the day stands in the locative: 23 қазандағы."""
    day = long_date(order.adopted, language)
    return day + _ON[order.adopted.month - 1] if language == "kk" else day


def _issuer(order: Order, language: Language) -> str:
    """In the genitive, as far as anybody knows how the office is declined."""
    name = order.issuer[language]
    if language == "kk":
        return _genitive(name).replace("Республикасының ", "Республикасы ", 1)
    return genitive_office(name) or name if language == "ru" else name


def _genitive(name: str) -> str:
    """министрі – министрінің, төрағасы – төрағасының, министр – министрдің."""
    last = name[-1:].lower()
    first = "н" if last in "аәеёоөұүыіэямнң" else "д" if last in _VOICED else "т"
    vowels = [letter for letter in name.lower() if letter in _VOWELS]
    return f"{name}{first}{'ің' if vowels and vowels[-1] in _SOFT else 'ың'}"


def _place(edition: Edition, level: Level) -> Iterator[str]:
    """Block, sector, link and level, as printed; in brackets what is inferred."""
    yield edition.block_of(level).heading.partition(" (")[0]
    heading = edition.section_of(level).heading
    if heading:
        yield heading.rstrip(": ")
    for label, name in _labels(edition, level):
        if label.state is not LabelState.NONE:
            yield f"[{name}]" if label.state is LabelState.INFERRED else label.text or name


def _labels(edition: Edition, level: Level) -> Iterator[tuple[Label, str]]:
    link = edition.link_of(level)
    yield link.label, as_printed(link.code)
    yield level.label, level.code.level_number or ""
