"""The debt of a map over time, and the text in which it is kept: one moment a line."""

import json
from collections.abc import Iterable
from typing import Final

from pydantic import TypeAdapter, ValidationError

from claimbook.problems import Place, Problem, ProblemsError
from claimbook.reason.debt import Moment

FILE: Final = ".ci/debt.json"
"""Where a project keeps its history of debt."""

_moments = TypeAdapter(tuple[Moment, ...])


def to_text(moments: Iterable[Moment]) -> str:
    """The moments as JSON, one a line, in the order of time."""
    in_order = tuple(sorted(moments, key=lambda moment: moment.time))
    lines = map(json.dumps, _moments.dump_python(in_order, mode="json"))
    return "[\n" + ",\n".join(lines) + "\n]\n"


def from_text(text: str) -> tuple[Moment, ...]:
    """The moments in a text; raises `ProblemsError` where it is damaged."""
    try:
        return _moments.validate_json(text)
    except ValidationError as error:
        message = f"the history of debt cannot be read: {error.errors()[0]['msg']}"
        hint = "delete it and run `claimbook debt --record`"
        raise ProblemsError([Problem(Place(FILE), "damaged-debt", message, hint)]) from None
