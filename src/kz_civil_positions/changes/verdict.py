"""When two texts in the same list are taken for one thing reworded, and when not."""

from typing import Final

from kz_civil_positions.changes.likeness import Scale, names_another

__all__ = ["ALIKE", "CROWD", "FAINT", "HALF", "KNOWN_BOTH", "NEAR", "alike", "crowded", "near"]

# Of two texts in one list, the weighted share of words that makes them one thing reworded.
# Calibrated on the 2019 register: pairs that differ by a word which tells two things apart
# ("инженер (қызметтің негізгі түрі)", "инспектор (қызметтің негізгі түрі)") reach 0.53,
# true rewordings ("… маманы (статистик)", "… маманы") begin at 0.62.
ALIKE: Final = 0.6
# The same between the same two neighbours: the place itself is evidence.
NEAR: Final = 0.5
# The same where the list below the heading stayed word for word: "… мамандар:" become
# "… қызметкерлер:" shares 0.58, and with one more new word still a third of its weight.
FAINT: Final = 0.35
# Two words that both editions use side by side are two things, unless all else is the same
# but for one word in a dozen ("Нұр-Сұлтан, Алматы, …", "Астана, Алматы, …": 0.93), and
# unless the neighbours are the same too.
KNOWN_BOTH: Final = 0.85
# Half of a list must be shared before a heading is believed at another level.
HALF: Final = 0.5
# Where more things than these were left on both sides of one list, it was written anew:
# there is nothing to be compared, and comparing all with all would take long.
CROWD: Final = 100 * 100


def alike(scale: Scale, old: str, new: str) -> float | None:
    """Answers: how alike are these two texts of one list, if they may be one thing?

    Args:
        scale: weighs words.
        old: a text before.
        new: a text after.

    Returns:
        A share from ``ALIKE`` to 1; None where they are two things, or we cannot tell.

    Example:
        >>> from kz_civil_positions.changes.outline import Outline
        >>> from kz_civil_positions.model import Content
        >>> scale = Scale(Outline(Content(())), Outline(Content(())))
        >>> alike(scale, "аға маман", "маман") is None
        True
    """
    likeness = scale.likeness(old, new)
    if likeness < ALIKE or names_another(old, new) or scale.alternatives(old, new):
        return None
    return likeness


def near(scale: Scale, old: str, new: str, least: float = NEAR) -> float | None:
    """Answers: how alike are these two texts that stand between the same neighbours?

    Args:
        scale: weighs words.
        old: a text before.
        new: a text after.
        least: the share that is enough.

    Returns:
        A share from ``least`` to 1; None where they are two things, or we cannot tell.
    """
    likeness = scale.likeness(old, new)
    if likeness < least or names_another(old, new):
        return None
    if likeness < KNOWN_BOTH and scale.alternatives(old, new):
        return None
    return likeness


def crowded(olds: int, news: int) -> bool:
    """Answers: were so many things replaced at once that a list was written anew?

    Example:
        >>> crowded(30, 30), crowded(300, 300)
        (False, True)
    """
    return olds * news > CROWD
