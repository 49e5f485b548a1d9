"""What must hold of an argument: one generator a rule, named after itself."""

from collections.abc import Callable, Iterator
from typing import Any

from claimbook.model import Argument
from claimbook.problems import Problem
from claimbook.rules.finding import Finding
from claimbook.rules.outside import Outside
from claimbook.rules.registry import (
    INTACT_RULES,
    LOCAL_RULES,
    OUTSIDE_WARNINGS,
    WARNINGS,
    WHOLE_RULES,
    name_of,
)
from claimbook.rules.waiving import WAIVER_RULES, Raised, raised

__all__ = ["RULES", "Outside", "Raised", "check", "name_of", "raised"]

RULES: tuple[Callable[..., Iterator[Finding]], ...] = (
    *LOCAL_RULES,
    *WHOLE_RULES,
    *INTACT_RULES,
    *WARNINGS,
    *OUTSIDE_WARNINGS,
    *WAIVER_RULES,
)
"""Every rule; the docstring of each is the law that it keeps."""

_NOTHING = Outside()


def check(
    argument: Argument, *, whole: bool = True, intact: bool = True, outside: Outside = _NOTHING
) -> Iterator[Problem]:
    """What breaks a rule, each once, in the order of the files; answered warnings are left out.

    Without every file (`whole`) or every value (`intact`) the rules that need them are left out.
    """
    errors = LOCAL_RULES + WHOLE_RULES * whole + INTACT_RULES * (whole and intact)
    found = {problem for rule in errors for problem in _broken(rule, argument)}
    if whole and intact:
        warnings = raised(argument, outside)
        found.update(warning.problem for warning in warnings if warning.waiver is None)
        for rule in WAIVER_RULES:
            found.update(_broken(rule, argument, warnings))
    yield from sorted(found)


def _broken(rule: Callable[..., Iterator[Finding]], *judged: Any) -> Iterator[Problem]:  # noqa: ANN401
    for place, message, hint, _, fix in rule(*judged):
        yield Problem(place, name_of(rule), message, hint, fix=fix)
