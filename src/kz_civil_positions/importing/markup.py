"""HTML of words that a stranger wrote: nothing in them is ever read as a mark."""

import re
from html import escape
from typing import Final

__all__ = ["element", "safe", "shown"]

# Controls, half characters, and the marks that turn the direction of the words around them or
# cannot be seen: a reviewer must see that they are there.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)
_TAB: Final = '<span class="tab">│</span>'


def safe(text: object) -> str:
    """Answers: how is this said in HTML, in a text or in an attribute?

    Example:
        >>> safe('<b title="x">\u202e')
        '&lt;b title=&quot;x&quot;&gt;[U+202E]'
    """
    return escape(_UNSEEN.sub(_named, str(text)))


def _named(unseen: re.Match[str]) -> str:
    return f"[U+{ord(unseen[0]):04X}]"


def shown(text: str) -> str:
    r"""Answers: how does a line of a source stand on the page, cells and unseen marks visible?

    Example:
        >>> shown("А1\t1<")
        'А1<span class="tab">│</span>1&lt;'
    """
    if not _UNSEEN.search(text):
        return escape(text).replace("\t", _TAB)
    pieces = re.split(f"({_UNSEEN.pattern})", text)
    return "".join(
        f'<span class="unseen">U+{ord(piece):04X}</span>'
        if at % 2
        else escape(piece).replace("\t", _TAB)
        for at, piece in enumerate(pieces)
    )


def element(name: str, content: str, **attributes: object) -> str:
    """Answers: how does this content stand in an element?

    Args:
        name: the element's.
        content: HTML.
        attributes: by name, ``class_`` for a word of Python's own; None leaves one out.

    Returns:
        HTML.

    Example:
        >>> element("p", "A &lt; B", class_="own", id=None)
        '<p class="own">A &lt; B</p>'
    """
    said = "".join(
        f' {key.strip("_").replace("_", "-")}="{safe(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{content}</{name}>"
