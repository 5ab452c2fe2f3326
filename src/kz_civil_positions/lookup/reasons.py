"""Why a position fits a query: word by word."""

from collections.abc import Iterator

from kz_civil_positions.lookup.facets import facets_of
from kz_civil_positions.lookup.finding import How, Why
from kz_civil_positions.lookup.index import Fit, Index
from kz_civil_positions.lookup.keys import key, query_words, stem
from kz_civil_positions.lookup.reading import Token
from kz_civil_positions.model import Edition, Item

__all__ = ["reasons"]


def reasons(index: Index, fit: Fit, item: Item | None, edition: Edition) -> Iterator[Why]:
    """Answers: what became of each word of the query in this match?

    Args:
        index: of the edition.
        fit: the match.
        item: the item that it names.
        edition: the edition.

    Yields:
        One reason a word, or a few that say one thing; words that matched nothing too.
    """
    printed = _printed(fit, item, edition)
    for token in fit.tokens:
        matched, how = _matched(index, token, printed, fit)
        if matched and token.term and how is not How.SAME:
            yield Why(token.text, How.GLOSSARY, matched, token.term.attested)
        elif matched and token.short:
            yield Why(token.text, How.ABBREVIATION, matched)
        else:
            yield Why(token.text, how, matched)


def _printed(fit: Fit, item: Item | None, edition: Edition) -> dict[str, str]:
    """The words that stand in or around the position, under their stems."""
    section = edition.section_of(fit.row.level)
    texts = [*fit.row.names, *fit.row.conditions, fit.row.entry.heading, section.heading or ""]
    texts += [one.text for one in (item, fit.row.item) if one]
    found: dict[str, str] = {}
    for text in texts:
        for word in query_words(text):
            found.setdefault(stem(key(word)), word)
    return found


def _matched(
    index: Index, token: Token, printed: dict[str, str], fit: Fit
) -> tuple[str | None, How]:
    if token.facet and token.facet in facets_of(fit.row):
        words = [printed[one] for one in token.stems if one in printed]
        return " ".join(words) or token.text, How.OTHER_FORM
    for one in token.stems:
        if one in printed:
            same = printed[one].casefold() == token.text.casefold()
            return printed[one], How.SAME if same else How.OTHER_FORM
    for one, _ in index.near(token.stems):
        if one in printed:
            return printed[one], How.TYPO
    return None, How.NOTHING
