"""Docstrings as the reference shows them."""

import re

from griffe import Extension, Object

__all__ = ["ExampleSections"]


class ExampleSections(Extension):
    """Lets "Example:", as our docstrings have it, be read as the section "Examples:" is."""

    def on_object(self, *, obj: Object, **_: object) -> None:
        """Name the section as it is looked for."""
        if obj.docstring:
            said = obj.docstring.value
            obj.docstring.value = re.sub(r"^Example:$", "Examples:", said, flags=re.MULTILINE)
