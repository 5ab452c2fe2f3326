"""The register of 2019, written as official documents of five formats, and brought again.

The words are those of the Kazakh text that is held; the labels А2 and А3, which our source lost,
are printed here as another copy would print them.
"""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve

import kz_civil_positions as kz
from kz_civil_positions.importing.result import Imported, Request, Role
from kz_civil_positions.importing.run import import_document
from kz_civil_positions.model import (
    Content,
    Entry,
    Item,
    Label,
    LabelState,
    Level,
    Link,
    Node,
)
from kz_civil_positions.storage.root import data_root
from official_forms import as_docx, as_html, as_markdown, as_text

ORDER: Final = "2019-920"
BROWSER: Final = shutil.which("chromium") or shutil.which("chromium-browser")
STYLE: Final = (
    "@page { size: A4; margin: 12mm } body { font: 12pt serif; text-align: justify }"
    "table { border-collapse: collapse; width: 100% } td p { margin: 0 }"
    "td, th { border: 1px solid black; padding: 3pt; vertical-align: middle }"
)
# The one list of this register that commas do not divide everywhere: a person had to say so.
UNDIVIDED: Final = "tekhnikalyq-oryndaushylar"


def as_pdf(edition: kz.Edition, order: kz.Order, *, inferred: bool, folder: Path) -> bytes:
    """The page as a browser prints it: justified, labels centred, several pages."""
    if BROWSER is None:
        pytest.skip("needs the browser chromium")
    page, made = folder / "page.html", folder / "page.pdf"
    page.write_bytes(as_html(edition, order, inferred=inferred, style=STYLE))
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    options += [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={made}"]
    options += ["--no-pdf-header-footer", page.as_uri()]
    subprocess.run([BROWSER, *options], capture_output=True, timeout=120, check=True)  # noqa: S603
    return made.read_bytes()


FORMS: Final[dict[str, Callable[..., bytes]]] = {
    "web page": as_html,
    "Markdown": as_markdown,
    "DOCX": as_docx,
    "clean text": as_text,
    "PDF": as_pdf,
}


def brought(name: str, register: kz.Register, folder: Path, *, inferred: bool) -> Imported:
    """Answers: what comes of the register of 2019 in this format, brought to an empty folder?"""
    edition, order = register.edition(ORDER), register.order(ORDER)
    more = {"folder": folder} if name == "PDF" else {}
    data = FORMS[name](edition, order, inferred=inferred, **more)
    return import_document(data, name, folder / "registers", Request())


def said(node: Node) -> object:
    """What a node says, its ids included, wherever its lines stand and whoever read its label."""
    if isinstance(node, Item):
        return node.id, node.kind, node.text
    if isinstance(node, Link | Level):
        label = node.label.text if node.label.state is LabelState.PRINTED else "read by us"
        return str(node.code), label, tuple(map(said, node.children))
    if isinstance(node, Entry):
        return node.id, node.heading, tuple(map(said, node.items))
    text = getattr(node, "text", None) if not node.children else getattr(node, "heading", None)
    return str(node.address), text, tuple(map(said, node.children))


def expected(content: Content) -> Content:
    """The stored register with А2 and А3 printed, and the one list divided at every comma."""

    def changed(node: Node) -> Node:
        if isinstance(node, Link) and node.label.state is LabelState.INFERRED:
            node = evolve(node, label=Label(LabelState.PRINTED, f"А{node.code.link}"))
        if isinstance(node, Entry) and node.id == UNDIVIDED:
            return evolve(node, items=())
        if isinstance(node, Item | Entry) or not node.children:
            return node
        return node.with_children(tuple(map(changed, node.children)))  # type: ignore[union-attr, arg-type]

    found = changed(content)
    assert isinstance(found, Content)
    return found


@pytest.mark.parametrize("name", FORMS)
def test_each_format_gives_the_register_of_2019(
    name: str, register: kz.Register, tmp_path: Path
) -> None:
    """Each format gives every code, label, entry, item and id of it; what it loses is a doubt."""
    found = brought(name, register, tmp_path, inferred=True)
    assert found.failures == ()
    again = kz.load(tmp_path / "registers").edition(ORDER)
    assert said(expected(again.text)) == said(expected(register.edition(ORDER).text))
    assert all(one.label.state is not LabelState.INFERRED for one in again.levels)
    assert again.entry(UNDIVIDED).items
    undivided = [doubt for doubt in again.doubts if doubt.kind == "list-divided"]
    assert [str(one) for doubt in undivided for one in doubt.about] == ["level:D"]


@pytest.mark.parametrize("name", FORMS)
def test_each_format_says_which_labels_it_lost(
    name: str, register: kz.Register, tmp_path: Path
) -> None:
    """Where А2 and А3 are printed nowhere, they are inferred, and a doubt says so of each."""
    found = brought(name, register, tmp_path, inferred=False)
    assert found.failures == ()
    again = kz.load(tmp_path / "registers").edition(ORDER)
    inferred = [
        str(node.code)
        for node in again.text.walk()
        if isinstance(node, Link) and node.label.state is LabelState.INFERRED
    ]
    assert inferred == ["A2", "A3"]
    doubted = {str(one) for doubt in again.doubts for one in doubt.about}
    assert {"link:A2", "link:A3"} <= doubted
    assert said(expected(again.text)) == said(expected(register.edition(ORDER).text))


@pytest.mark.parametrize("name", FORMS)
def test_each_format_is_a_second_witness_of_what_is_held(
    name: str, register: kz.Register, tmp_path: Path
) -> None:
    """A copy of the held text differs in the labels that ours lost, and settles those doubts.

    What a person decided about words of the held copy, such as which commas do not divide a
    list, holds for the same words of the second.
    """
    root = Path(shutil.copytree(data_root(), tmp_path / "held"))
    edition, order = register.edition(ORDER), register.order(ORDER)
    more = {"folder": tmp_path} if name == "PDF" else {}
    data = FORMS[name](edition, order, inferred=True, **more)
    found = import_document(data, name, root, Request())
    assert found.role is Role.WITNESS
    assert found.written == ()
    assert found.witness is not None
    assert [(str(one.kind), str(one.address)) for one in found.witness.differences] == [
        ("label", "link:A2"),
        ("label", "link:A3"),
    ]
    settled = {one.doubt.id for one in found.witness.settled}
    assert {"link-a2-label-lost", "link-a3-label-lost"} <= settled
