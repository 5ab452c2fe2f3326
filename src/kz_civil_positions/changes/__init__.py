"""What changed between two editions, as a reader would say it."""

from kz_civil_positions.changes.model import Basis, Change, ChangeKind, Lane, Word, WordMark

__all__ = ["Basis", "Change", "ChangeKind", "Lane", "Word", "WordMark"]
