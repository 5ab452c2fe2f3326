"""Fuzzing: drivers that make damaged documents by the thousand and feed them to the readers."""
