"""A web page's tags told from its words, and only those tags kept that say how it reads.

The parser of pages compares each attribute of a tag with all others before it, and ends
without a word where a page goes too deep: a page could keep it busy for hours, or lose its
end. So it is given clean tags only, with the few attributes that matter. Scripts, comments
and styles go here; line breaks stay, so that places in the page can be told by its lines.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Final

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.sources.readers.limits import MAX_TAGS

__all__ = ["HIDDEN", "clean_page"]

# The one attribute in which all ways are gathered by which a tag can hide its words.
HIDDEN: Final = "hidden"

_TOKEN: Final = re.compile(
    r"""<!--(?:>|->|.*?(?:--!?>|(?P<cut_comment>\Z)))
    |   <[!?][^>]*+(?:>|(?P<cut_mark>\Z))
    |   <(?P<end>/)?(?P<name>[a-z][^\s/>]*+)
        (?P<attributes>(?:=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+)|[^>=]++)*+)
        (?:>|(?P<cut_tag>\Z))""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    r"""(?P<name>[^\s=/]++)(?:\s*+=\s*+(?P<value>"[^"]*+"|'[^']*+'|[^\s]*+))?+""", re.VERBOSE
)
_KEPT: Final = frozenset({"rowspan", "colspan", "start", "value", "type", "role", "reversed"})
_UNSEEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE
)
_UNNUMBERED: Final = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_RAISED: Final = re.compile(r"vertical-align\s*:\s*super\b", re.IGNORECASE)
_PLAIN_NAME: Final = re.compile(r"[a-z][a-z0-9]*")
# What these hold is no markup, up to their own end.
_RAW: Final = frozenset(
    {"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"}
)
# Whatever follows would be no markup any more; and a page within the page.
_IGNORED: Final = frozenset({"plaintext", "html", "head", "body"})


def clean_page(page: str) -> str:
    """Answers: which tags and words does this page consist of, all that hides in it apart?

    Args:
        page: the page.

    Returns:
        The same page, line by line, with bare tags and no scripts, styles or comments.

    Raises:
        BadInputError: a tag, comment or script that never ends, or too many tags.

    Example:
        >>> clean_page('<td class="a" ROWSPAN=2>А<b onclick="x()">1</b><!-- & --> &amp; <3</td>')
        '<td rowspan="2">А<b>1</b> &amp; &lt;3</td>'
    """
    return "".join(_cleaned(page))


def _cleaned(page: str) -> Iterator[str]:
    at = tags = 0
    while found := _TOKEN.search(page, at):
        yield _words(page[at : found.start()])
        tags += 1
        if tags > MAX_TAGS:
            raise BadInputError("documents.too-many-tags", most=MAX_TAGS)
        if found.lastgroup in ("cut_comment", "cut_mark", "cut_tag"):
            raise _not_ended(page, found.start(), found[0])
        name = (found["name"] or "").lower()
        raw = name in _RAW and not found["end"] and not found["attributes"].endswith("/")
        at = _end_of_raw(page, found, name) if raw else found.end()
        lines = "\n" * page.count("\n", found.start(), at)
        yield _lines(lines) if raw or not name else _tag(found, name, lines)
    yield _words(page[at:])


def _words(text: str) -> str:
    return escape(unescape(text), quote=False)


def _lines(lines: str) -> str:
    """Line breaks that are no blank between words."""
    return f"<!--{lines}-->" if lines else ""


def _tag(found: re.Match[str], name: str, lines: str) -> str:
    """A bare tag; what no parser need know is a span, so that start and end still fit."""
    if name in _IGNORED | _RAW:
        return _lines(lines)
    name = name if _PLAIN_NAME.fullmatch(name) else "span"
    if found["end"]:
        return f"</{name}{lines}>"
    kept = "".join(f' {key}="{escape(value)}"' for key, value in _attributes(found["attributes"]))
    return f"<{name}{kept}{lines}>"


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    """Those that matter, each as first given; what a style says is said by an attribute."""
    given: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(text):
        given.setdefault(found["name"].lower(), unescape((found["value"] or "").strip("\"'")))
    style = given.get("style", "")
    if HIDDEN in given or given.get("aria-hidden") == "true" or _UNSEEN.search(style):
        yield HIDDEN, ""
    if _UNNUMBERED.search(style):
        yield "unnumbered", ""
    if _RAISED.search(style):
        yield "raised", ""
    yield from ((key, value) for key, value in given.items() if key in _KEPT)


def _end_of_raw(page: str, found: re.Match[str], name: str) -> int:
    end = re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE).search(page, found.end())
    if end is None:
        raise _not_ended(page, found.start(), found[0])
    return end.end()


def _not_ended(page: str, at: int, text: str) -> BadInputError:
    where = f"line {page.count(chr(10), 0, at) + 1}"
    return BadInputError("documents.tag-not-ended", where=where, tag=text[:40])
