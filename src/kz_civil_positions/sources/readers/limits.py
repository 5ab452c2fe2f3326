"""What is the most that a reader takes: past these, a document is refused, never cut.

The registers of such orders have some hundred rows and some ten thousand words. Each limit is
far above that and far below what a machine cannot bear.
"""

from typing import Final

__all__ = [
    "MAX_BYTES",
    "MAX_CELLS",
    "MAX_COMMANDS",
    "MAX_DEPTH",
    "MAX_DRAWN",
    "MAX_GLYPHS",
    "MAX_LINES",
    "MAX_LINKS",
    "MAX_PAGES",
    "MAX_SPAN",
    "MAX_TAGS",
    "MAX_TEXT",
    "MAX_UNPACKED",
]

# A document as it is brought.
MAX_BYTES: Final = 32 * 1024 * 1024
# What the parts of a packed document may come to when they are unpacked.
MAX_UNPACKED: Final = 128 * 1024 * 1024
# Letters of its text.
MAX_TEXT: Final = 4_000_000
# Lines of a plain text.
MAX_LINES: Final = 50_000
# Tags of a page, or of a part of a packed document.
MAX_TAGS: Final = 500_000
# Elements within elements.
MAX_DEPTH: Final = 200
# Cells of all its tables, those that a span covers included.
MAX_CELLS: Final = 200_000
# Rows or columns that one cell may span.
MAX_SPAN: Final = 5_000
# Links, or brackets that look like their beginning, of a text in Markdown.
MAX_LINKS: Final = 5_000
# Pages of a PDF.
MAX_PAGES: Final = 500
# Bytes of the drawing commands of one page of a PDF, with all that they draw.
MAX_COMMANDS: Final = 32 * 1024 * 1024
# Letters on one page of a PDF.
MAX_GLYPHS: Final = 60_000
# Lines, pictures and forms drawn on one page of a PDF.
MAX_DRAWN: Final = 20_000
