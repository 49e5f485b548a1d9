"""Trees against the shapes: every deviation is reported once, then mended or cut out.

Cutting out keeps one mistake from giving rise to further messages.
"""

from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from claimbook.problems import Problem
from claimbook.read.mending import mended, near_key
from claimbook.read.parts import Shape
from claimbook.read.spots import Spot, spot_of
from claimbook.read.tree import Table, Unusable
from claimbook.read.wording import worded

_MOST_ROUNDS = 10  # what was mended is looked at again; nothing is mended more often than this
_MOST_UNKNOWN = 500  # unknown keys that are told of; a file with more is no section


@dataclass(frozen=True)
class Checked:
    """What is wrong with a tree, and whether nothing had to be cut out of it."""

    problems: tuple[Problem, ...]
    intact: bool


def check_shape(shape: type[Shape], tree: Table) -> Checked:
    """Every deviation of a tree from its shape; what is left in the tree afterwards has it."""
    checker = _Checker()
    for _ in range(_MOST_ROUNDS):
        if not checker.look(shape, tree):
            break
    return Checked(tuple(checker.problems.values()), checker.intact)


class _Checker:
    def __init__(self) -> None:
        self.problems: dict[tuple[str | int, ...], Problem] = {}
        self.intact = True

    def look(self, shape: type[Shape], tree: Table) -> bool:
        """Whether a deviation was found that was not known before."""
        known = len(self.problems)
        for error in _errors(shape, tree):
            self._take(error, spot_of(shape, tree, error["loc"]))
        return len(self.problems) > known

    def _take(self, error: ErrorDetails, spot: Spot) -> None:
        identity = (*error["loc"], error["type"])
        settled = isinstance(spot.value, Unusable) or (error["type"] == "missing" and spot.value)
        if identity not in self.problems and not settled:
            if len(self.problems) < _MOST_UNKNOWN or error["type"] != "extra_forbidden":
                self.problems[identity] = worded(error, spot)
                self._mend(error, spot)
            else:
                spot.rename(None)

    def _mend(self, error: ErrorDetails, spot: Spot) -> None:
        if error["type"] == "extra_forbidden":
            name = near_key(spot)
            known = isinstance(spot.holder, Table) and name in spot.holder
            spot.rename(None if known else name)
            self.intact &= bool(name) and not known
        elif spot.of_key:
            self.intact = False
        else:
            value = mended(error, spot)
            spot.put(value)
            self.intact &= not isinstance(value, Unusable)


def _errors(shape: type[Shape], tree: Table) -> list[ErrorDetails]:
    """Unknown keys first: one of them may be the misspelled name of a missing one."""
    try:
        shape.model_validate(tree)
    except ValidationError as error:
        return sorted(error.errors(include_url=False), key=lambda e: e["type"] != "extra_forbidden")
    return []
