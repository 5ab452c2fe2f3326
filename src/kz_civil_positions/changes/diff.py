"""What changed between two editions: typed changes, generated once.

``diff`` tells every difference, in three lanes: law, typography, our own data.
``with_instructions`` adds which order made each change, where that is known, and
``apply_changes`` makes the later text of the earlier one, through the changes alone.
"""

from kz_civil_positions.changes.alignment import align
from kz_civil_positions.changes.applying import apply_changes
from kz_civil_positions.changes.beside import beside
from kz_civil_positions.changes.instructed import with_instructions
from kz_civil_positions.changes.model import Change
from kz_civil_positions.changes.reading import read
from kz_civil_positions.model import Edition

__all__ = ["apply_changes", "diff", "with_instructions"]


def diff(old: Edition, new: Edition) -> tuple[Change, ...]:
    """Answers: what changed between these two editions?

    Args:
        old: the earlier edition.
        new: the later one.

    Returns:
        The changes of all lanes as a reader of the later edition meets them, what was
        removed where it stood; then those of doubts and of faults of print. Each is known
        by comparison; ask ``change.lane`` for those of law.

    Raises:
        NotHeldError: when the text of either is not held.

    Example:
        >>> from kz_civil_positions.model import Abbreviation, Content
        >>> line = Abbreviation("ММ", "мекеме", "ММ – мекеме;")
        >>> old = Edition("2015-1", "2015-1", content=Content((), (line,)))
        >>> new = Edition("2019-2", "2019-2", content=Content(()))
        >>> [(str(change.kind), change.old) for change in diff(old, new)]
        [('abbreviation-removed', 'ММ – мекеме;')]
    """
    found = align(old.text, new.text)
    return (*read(found), *beside(found, old, new))
