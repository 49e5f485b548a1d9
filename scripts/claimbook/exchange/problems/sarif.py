"""Problems as SARIF 2.1.0, which code hosts and editors read (OASIS standard, 2020)."""

import json
from typing import Any, Final
from urllib.parse import quote

from claimbook.exchange.problems.report import Report, law
from claimbook.problems import Change, Level, Place, Problem

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(report: Report) -> str:
    """One run, with every rule that was broken and a result a problem."""
    names = sorted({problem.rule for problem in report.problems})
    rules = [_rule(report, name) for name in names]
    run = {
        "tool": {"driver": {"name": "claimbook", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The folder of the project."}}},
        "results": [_result(problem, names.index(problem.rule)) for problem in report.problems],
    }
    made = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return f"{json.dumps(made, ensure_ascii=False, indent=1)}\n"


def _rule(report: Report, name: str) -> dict[str, Any]:
    page = report.pages.get(name, "")
    about = {"id": name, "shortDescription": {"text": law(name) or name}}
    return {**about, "helpUri": page} if page.startswith("https://") else about


def _result(problem: Problem, index: int) -> dict[str, Any]:
    said = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    result = {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": "error" if problem.level is Level.ERROR else "warning",
        "message": {"text": said},
        "locations": [{"physicalLocation": {**_artifact(problem.place), **_start(problem.place)}}],
    }
    changes = [change for change in problem.fix if change.old or change.new]
    return {**result, "fixes": [_fix(problem, changes)]} if changes else result


def _fix(problem: Problem, changes: list[Change]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(change), "insertedContent": {"text": change.new}}
        for change in changes
    ]
    change = {**_artifact(problem.place), "replacements": replacements}
    return {"description": {"text": problem.hint}, "artifactChanges": [change]}


def _artifact(place: Place) -> dict[str, Any]:
    return {"artifactLocation": {"uri": quote(place.file), "uriBaseId": "ROOT"}}


def _start(place: Place) -> dict[str, Any]:
    return {"region": {"startLine": place.line, "startColumn": place.column}}


def _region(change: Change) -> dict[str, int]:
    """What is taken out; its end is the column behind its last character."""
    place, (*before, last) = change.place, change.old.split("\n")
    end = len(last) + (1 if before else place.column)
    region = {"startLine": place.line, "startColumn": place.column}
    return {**region, "endLine": place.line + len(before), "endColumn": end}
