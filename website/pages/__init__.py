"""The pages that are made from the data, one module a kind of page."""

from collections.abc import Iterator

from kz_civil_positions import Register
from kz_civil_positions.messages import Language
from website.page import Page

__all__ = ["pages_of"]


def pages_of(register: Register, language: Language, under: str = "") -> Iterator[Page]:  # noqa: ARG001 - no kind of page is there yet
    """Answers: which pages does this register have, in this language?

    Args:
        register: the register of law, or the fictional one.
        language: the language of the pages.
        under: the folder that the pages stand in: ``"specimen/"`` for the fictional one.
    """
    yield from ()
