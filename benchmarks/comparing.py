"""Two editions compared, and the comparison set out as a report."""

from typing import Any, Final

from deepdiff import DeepDiff
from made_up import CHANGES, amended_once
from measuring import Pair, Row, Scale, timed

from kz_civil_positions.changes import Lane
from kz_civil_positions.changes.diff import diff
from kz_civil_positions.model import Content
from kz_civil_positions.reports.comparison import comparison
from kz_civil_positions.reports.html import render
from kz_civil_positions.verification.keyed import record

__all__ = ["ROWS"]


def _against_deepdiff(_: Scale) -> Pair:
    old, new = amended_once().editions
    told = [change for change in diff(old, new) if change.lane is Lane.LAW]
    if len(told) != CHANGES:
        raise SystemExit(f"{len(told)} changes found, {CHANGES} made")
    before, after = _keyed(old.text), _keyed(new.text)
    return timed(lambda: diff(old, new), 20), timed(lambda: DeepDiff(before, after))


def _keyed(content: Content) -> dict[str, dict[str, object]]:
    """Everything by address, with what it stands in and what it says."""
    found: dict[str, dict[str, object]] = {}

    def walk(node: Any, parent: str) -> None:  # noqa: ANN401 - any node
        for child in node.children:
            found[str(child.address)] = {"parent": parent, **record(child)}
            walk(child, str(child.address))

    walk(content, "register")
    return found


def _report(_: Scale) -> Pair:
    register = amended_once()
    old, new = register.editions
    return (
        timed(lambda: render(comparison(register, old, new, "kk")), 20),
        timed(lambda: register.diff(old, new), 20),
    )


ROWS: Final = (
    Row("diff", "diff, 500 entries, 15 changes", "DeepDiff keyed by id", 1 / 300,
        _against_deepdiff, most_rounds=5),
    Row("report", "change report in HTML", "the diff alone", 20, _report),
)  # fmt: skip
