"""Problems as JSON, for programs."""

import json
from typing import Any

from claimbook.exchange.problems.report import Report, law
from claimbook.problems import Change, Level, Place, Problem


def as_json(report: Report) -> str:
    """`{version, errors, warnings, scope, problems: [...]}`, the problems in order."""
    levels = [problem.level for problem in report.problems]
    made = {
        "version": 1,
        "errors": levels.count(Level.ERROR),
        "warnings": levels.count(Level.WARNING),
        "scope": report.scope,
        "problems": [_problem(report, problem) for problem in report.problems],
    }
    return f"{json.dumps(made, ensure_ascii=False, indent=1)}\n"


def _problem(report: Report, problem: Problem) -> dict[str, Any]:
    return {
        **_place(problem.place),
        "rule": problem.rule,
        "level": str(problem.level),
        "message": problem.message,
        "hint": problem.hint,
        "law": law(problem.rule),
        "page": report.pages.get(problem.rule),
        "fix": [_change(change) for change in problem.fix],
    }


def _change(change: Change) -> dict[str, Any]:
    return {**_place(change.place), "old": change.old, "new": change.new}


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}
