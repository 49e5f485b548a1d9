"""What was seen at each address, and the text in which it is kept: one address a block of lines."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pydantic import TypeAdapter, ValidationError

from claimbook.links.states import State
from claimbook.problems import Place, Problem, ProblemsError

FILE: Final = ".ci/links.json"
"""Where a project keeps its results."""


class Sight(StrEnum):
    """Whether words stand at a source; `not read` where its text could not be read whole."""

    FOUND = "found"
    NEAR = "near miss"
    MISSING = "missing"
    UNREAD = "not read"


@dataclass(frozen=True)
class Hop:
    """A redirect: the address that gave it, and its HTTP status."""

    address: str
    status: int


@dataclass(frozen=True)
class Words:
    """Words that were looked for at an address.

    `where` is the page of a PDF. `nearest` and `differs` belong to a near miss: what stands
    there instead, and each difference as `wanted → seen`.
    """

    text: str
    sight: Sight
    where: str = ""
    nearest: str = ""
    differs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What was seen at an address: on which ISO date, since when alike, and after which hops.

    `final` is the address that answered where it is another one; `status` is HTTP's; `snapshot`
    is the hash that its words were compared with.
    """

    address: str
    state: State
    checked: str
    since: str = ""
    status: int | None = None
    final: str = ""
    hops: tuple[Hop, ...] = ()
    words: tuple[Words, ...] = ()
    note: str = ""
    snapshot: str = ""

    @property
    def moved_to(self) -> str:
        """The address at the end of the permanent redirects that come first; empty without one."""
        ends = [hop.address for hop in self.hops[1:]] + [self.final]
        target = ""
        for hop, end in zip(self.hops, ends, strict=False):
            if hop.status not in PERMANENT:
                break
            target = end
        return target


PERMANENT: Final = frozenset({301, 308})

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
