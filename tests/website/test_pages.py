"""Every page in a browser."""

from collections.abc import Callable
from pathlib import Path

from browsing import Visit


def test_every_page_opens_in_silence(
    built_site: Path, served_site: str, visit: Callable[..., Visit]
) -> None:
    """No page complains in the console or asks anything of another host."""
    one = visit()
    for file in sorted(built_site.rglob("index.html")):
        one.open(served_site + file.parent.relative_to(built_site).as_posix())
