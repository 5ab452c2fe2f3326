"""From the words of an amending order to operations on the register it amends."""

from kz_civil_positions.sources.instructions.reading import Instructed, Known, read_instructions

__all__ = ["Instructed", "Known", "read_instructions"]
