"""The pages of editions: the register as the table it is, and the list of all editions."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from kz_civil_positions.calendar import describe
from kz_civil_positions.messages import Language
from kz_civil_positions.model import Edition
from kz_civil_positions.reports.document import Heading, Paragraph, Part, plain
from kz_civil_positions.reports.edition import edition_report
from kz_civil_positions.reports.phrases import notice, orders_table, short_name
from website.page import Page
from website.pages.corpus import Corpus, change_page, edition_page
from website.pages.evidence import Evidence
from website.pages.rendering import markdown_of
from website.pages.texts import tell

__all__ = ["edition_pages"]

_EVIDENCE = "source-"


def edition_pages(corpus: Corpus, language: Language) -> Iterator[Page]:
    """Answers: which pages have the editions of this register? The list of all first."""
    yield Page(
        f"{corpus.under}register",
        language,
        tell("editions", language),
        "\n".join(_list(corpus, language)),
        tell("editions-described", language),
        menu="" if corpus.under else tell("menu", language),
    )
    for edition in corpus.register.editions:
        told = {"edition": edition.key}
        yield Page(
            f"{corpus.under}{edition_page(edition.key)}",
            language,
            tell("edition-title", language, **told),
            _held(corpus, edition, language) if edition.held else _lost(corpus, edition, language),
            tell("edition-described", language, **told),
            menu="" if corpus.under else tell("menu", language),
        )


# ── the list ─────────────────────────────────────────────────────────────────────────────


def _list(corpus: Corpus, language: Language) -> Iterator[str]:
    register = corpus.register
    title = Heading(1, plain(tell("editions", language)), "editions")
    yield markdown_of([title, notice(register, register.editions[-1:], language)], language)
    yield ""
    names = ("edition", "in-effect", "text", "order", "changes-before")
    yield f"| {' | '.join(tell(name, language) for name in names)} |"
    yield "|" + " --- |" * len(names)
    before: Edition | None = None
    for edition in register.editions:
        yield f"| {' | '.join(_cells(corpus, edition, before, language))} |"
        before = edition


def _cells(
    corpus: Corpus, edition: Edition, before: Edition | None, language: Language
) -> Iterator[str]:
    since, _ = corpus.register.validity(edition)
    order = corpus.register.order(edition.order)
    yield f"[{edition.key}]({_near(edition_page(edition.key))})"
    yield describe(since, language)
    yield tell("held" if edition.held else "not-held", language)
    yield f"[{short_name(order, language)}](order/{order.id}.md)"
    between = change_page(before, edition) if before else None
    yield f"[{before.key} → {edition.key}]({_near(between)})" if before and between else "–"


def _near(path: str) -> str:
    return str(PurePosixPath(path + ".md"))


# ── one edition ──────────────────────────────────────────────────────────────────────────


def _held(corpus: Corpus, edition: Edition, language: Language) -> str:
    """The report of the library, with links to its orders for their table, and the evidence."""
    parts = edition_report(corpus.register, edition, language, evidence=_EVIDENCE).parts
    register = next(at for at, part in enumerate(parts) if _heads_register(part))
    after = (
        Heading(2, plain(tell("evidence", language)), "evidence"),
        Paragraph(plain(tell("evidence-text", language))),
    )
    evidence = Evidence(corpus, edition, language)
    return "\n\n".join(
        (
            markdown_of(parts[:2], language),
            _orders(corpus, edition, language),
            markdown_of((*parts[register:], *after), language),
            "\n".join(('<div class="kz-all-evidence">', *evidence.lines(), "</div>")),
        )
    )


def _heads_register(part: Part) -> bool:
    return isinstance(part, Heading) and part.anchor == "register"


def _orders(corpus: Corpus, edition: Edition, language: Language) -> str:
    """Which orders made the register what it is in this edition, the last first."""
    names = [step.name for step in corpus.register.steps]
    made = corpus.register.steps[: names.index(edition.key) + 1]
    orders = dict.fromkeys(step.order for step in reversed(made) if not step.published)
    links = [
        f"[{short_name(corpus.register.order(one), language)}](../order/{one}.md)" for one in orders
    ]
    return f"{tell('order', language)}: {', '.join(links)}."


def _lost(corpus: Corpus, edition: Edition, language: Language) -> str:
    """What is said of an edition whose text is not held: not a word of the register."""
    register = corpus.register
    order = register.order(edition.order)
    parts: tuple[Part, ...] = (
        Heading(1, plain(tell("edition-title", language, edition=edition.key)), "edition"),
        notice(register, (edition,), language),
        Paragraph(plain(tell("not-held-text", language))),
        Heading(2, plain(tell("known", language)), "known"),
        orders_table(register, (order,), language),
        Heading(2, plain(tell("settles", language)), "settles"),
        Paragraph(plain(tell("settles-text", language))),
    )
    return f"{markdown_of(parts, language)}\n\n{_orders(corpus, edition, language)}"
