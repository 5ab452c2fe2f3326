"""The site as files: what the build makes of the pages."""

import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
DOCS: Final = ROOT / "docs"


def test_the_site_builds_strictly_and_asks_nothing_of_other_hosts(built_site: Path) -> None:
    """No warning, no dead link, and no file that a reader's browser would fetch elsewhere."""
    pages = sorted(built_site.rglob("*.html"))
    assert len(pages) > len(list(DOCS.rglob("*.md")))
    fetched = re.compile(
        r"""<(?:script|img|iframe|source)\b[^>]*\bsrc="?(?:https?:)?//"""
        r"""|<link\b[^>]*\brel="?(?!canonical)[^>]*\bhref="?(?:https?:)?//"""
        r"""|url\(\s*["']?(?:https?:)?//"""
    )
    files = [*pages, *built_site.rglob("*.css")]
    assert [
        str(file.relative_to(built_site))
        for file in files
        if fetched.search(file.read_text(encoding="utf-8"))
    ] == []
