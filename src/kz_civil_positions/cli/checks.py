"""What ``verify`` found, as a table and as plain data."""

from typing import Any

from kz_civil_positions.messages import LANGUAGES, Language, say
from kz_civil_positions.verification import Verdict

__all__ = ["verdict_document", "verdict_view"]


def verdict_view(verdict: Verdict, language: Language) -> str:
    """A table of what was checked with counts, and each failure with file and line."""
    names = [say(f"reports.{column}", language) for column in ("order", "check", "count")]
    rows = [
        (check.order or "–", check.name(language), str(check.count)) for check in verdict.checks
    ]
    failed = [str(len(check.failures)) for check in verdict.checks]
    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    head = "  ".join(name.ljust(width) for name, width in zip(names, widths, strict=True))
    lines = [f"{head}  {say('reports.failures', language)}"]
    for row, failures in zip(rows, failed, strict=True):
        cells = "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        lines.append(f"{cells}  {failures}")
    problems = [problem for check in verdict.checks for problem in check.failures]
    lines += ["", *(problem.text(language) for problem in problems)] if problems else [""]
    key = "not-verified" if problems else "verified"
    lines.append(say(f"reports.{key}", language, count=len(problems)))
    return "\n".join(lines)


def verdict_document(verdict: Verdict) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "ok": verdict.ok,
        "checks": [
            {
                "order": check.order,
                "check": check.key.partition("check-")[2],
                "name": {language: check.name(language) for language in LANGUAGES},
                "count": check.count,
                "failures": [
                    {
                        "where": problem.where,
                        "path": problem.path,
                        "text": {language: problem.text(language) for language in LANGUAGES},
                    }
                    for problem in check.failures
                ],
            }
            for check in verdict.checks
        ],
    }
