"""What must be said of editions wherever they are shown, as plain lines."""

from kz_civil_positions.history.register import Register
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Edition
from kz_civil_positions.reports.phrases import notice

__all__ = ["notice_lines", "table_notice"]


def notice_lines(
    register: Register, editions: tuple[Edition, ...], language: Language
) -> tuple[str, ...]:
    """Answers: what must be said of these editions wherever they are shown, a line each?

    Example:
        >>> import kz_civil_positions as kz
        >>> register = kz.load()
        >>> notice_lines(register, register.editions, "en")[0]
        'Unofficial text. The official text is the order itself.'
    """
    told = notice(register, editions, language)
    return tuple("".join(run.text for run in line) for line in told.items)


def table_notice(
    register: Register, editions: tuple[Edition, ...], language: Language
) -> tuple[str, ...]:
    """Answers: what must be said of a table of these editions, a line each?

    Example:
        >>> import kz_civil_positions as kz
        >>> register = kz.load()
        >>> table_notice(register, register.editions, "en")[-1]
        'Editions whose text is not held, and which therefore have no rows: 2015-1035.'
    """
    lines = notice_lines(register, editions, language)
    absent = ", ".join(edition.key for edition in editions if not edition.held)
    if not absent:
        return lines
    return (*lines, say("exports.not-held-editions", language, editions=absent))
