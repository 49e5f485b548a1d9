"""A difference as JSON."""

import json
from collections.abc import Iterable
from typing import Any, Final

from claimbook.exchange.difference.names import Names
from claimbook.reason.diff import Change, ClaimChange, Difference, FieldChange
from claimbook.reason.diff.change import T
from claimbook.reason.diff.tasks import Task, tasks

VERSION: Final = "1"


def difference_json(difference: Difference, names: Names) -> str:
    """The difference and the reviewer's list, each thing under its later name."""
    value = {
        "version": VERSION,
        "same": not difference,
        "head": _fields(difference.head),
        "sections": [_change(c, c.present.id) for c in difference.sections],
        "claims": [_claim(change) for change in difference.claims],
        "sources": [_change(c, c.present.key) for c in difference.sources],
        "statuses": [vars(status) for status in difference.statuses],
        "new_debt": [vars(debt) for debt in difference.new_debt],
        "paid_debt": [vars(debt) for debt in difference.paid_debt],
        "lost_addresses": difference.lost,
        "tasks": [_task(task) for task in tasks(difference, names.after)],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _claim(change: ClaimChange) -> dict[str, Any]:
    return _change(change, change.id) | {
        "statement": change.present.statement,
        "section": change.present.section,
        "merged_into": change.merged_into or None,
        "steps": [_change(c, c.present.id) | _step(c) for c in change.steps],
        "evidence": [_change(c, c.present.source) | _piece(c) for c in change.evidence],
    }


def _change(change: Change[T], id_: str) -> dict[str, Any]:
    return {
        "id": id_,
        "fortune": change.fortune,
        "renamed_from": change.renamed_from or None,
        "fields": _fields(change.fields),
    }


def _fields(changes: Iterable[FieldChange]) -> list[dict[str, Any]]:
    return [vars(change) for change in changes]


def _step(change: Any) -> dict[str, Any]:  # noqa: ANN401 - a change of a step
    return {"premises": change.present.premises, "undercutters": change.present.undercutters}


def _piece(change: Any) -> dict[str, Any]:  # noqa: ANN401 - a change of evidence
    return {"bearing": change.present.bearing, "finding": change.present.finding}


def _task(task: Task) -> dict[str, Any]:
    place = str(task.piece.place) if task.piece else None
    return vars(task) | {"piece": place}
