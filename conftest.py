"""Examples are collected from here, since they stand outside of ``tests`` too."""

from doc_examples import collect_examples as pytest_collect_file

__all__ = ["pytest_collect_file"]
