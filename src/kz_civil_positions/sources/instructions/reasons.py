"""Why an instruction is not turned into an operation, in three languages."""

from kz_civil_positions.errors import Problem, RegisterError
from kz_civil_positions.messages import LANGUAGES, Language, say
from kz_civil_positions.model import Tongues

__all__ = ["Inexpressible", "reason"]


class Inexpressible(RegisterError):  # noqa: N818 - no fault: it is said, and goes no further
    """What keeps an instruction from being an operation; never leaves this package.

    Args:
        key: a key of ``messages/instructions.py``, without its area.
        why: what another part of the importer found wrong, said in the same language.
        facts: what the sentence speaks of.
    """

    def __init__(self, key: str, /, *, why: Problem | None = None, **facts: object) -> None:
        super().__init__(f"instructions.{key}", where="", **facts)
        self.why = why

    def text(self, language: Language = "en") -> str:
        """Answers: what keeps the instruction from being an operation, in this language?"""
        why = {} if self.why is None else {"why": self.why.text(language)}
        return say(self.key, language, **self.facts, **why)


def reason(error: RegisterError) -> Tongues:
    """Answers: why is there no operation, said for a reader of the order?

    Args:
        error: what kept the instruction from being one: ours, or the engine's refusal.

    Returns:
        The reason in the three languages.

    Example:
        >>> reason(Inexpressible("base-not-held")).en
        'The register that the order amends is not held, so the place cannot be found in it.'
    """
    return Tongues(*(error.text(language) for language in LANGUAGES))
