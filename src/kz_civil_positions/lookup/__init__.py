"""From a person's words to positions, their levels and the evidence."""

from kz_civil_positions.lookup.words import LONGEST_QUERY, Match, find_words

__all__ = ["LONGEST_QUERY", "Match", "find_words"]
