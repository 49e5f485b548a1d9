"""Results <-> the text in which they are kept: one address a block of lines."""

import json
from collections.abc import Iterable, Mapping

from pydantic import TypeAdapter, ValidationError

from claimbook.links.results import FILE, Result
from claimbook.problems import Place, Problem, ProblemsError

_results = TypeAdapter(tuple[Result, ...])


def to_text(results: Iterable[Result]) -> str:
    """The results as JSON, sorted by address; what is empty is left out."""
    in_order = tuple(sorted(results, key=lambda result: result.address))
    values = _results.dump_python(in_order, mode="json", exclude_defaults=True)
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def from_text(text: str | bytes) -> Mapping[str, Result]:
    """The results in a text by their addresses; raises `ProblemsError` where it is damaged."""
    try:
        return {result.address: result for result in _results.validate_json(text)}
    except ValidationError as error:
        hint = "delete it and run `claimbook links`"
        message = f"the results cannot be read: {error.errors()[0]['msg']}"
        raise ProblemsError([Problem(Place(FILE), "damaged-links", message, hint)]) from None
