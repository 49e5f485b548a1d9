"""Warnings, and the answers that people gave to them in the data."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from claimbook.model import Argument, Waiver
from claimbook.problems import Level, Problem, did_you_mean
from claimbook.rules.finding import Finding, Owner, all_claims, respelt
from claimbook.rules.outside import Outside
from claimbook.rules.registry import (
    INTACT_RULES,
    LOCAL_RULES,
    OUTSIDE_WARNINGS,
    WARNINGS,
    WHOLE_RULES,
    name_of,
)

_ERRORS: Final = frozenset(map(name_of, (*LOCAL_RULES, *WHOLE_RULES, *INTACT_RULES)))


@dataclass(frozen=True)
class Raised:
    """A warning about its owner, and the waiver that answers it, where there is one."""

    problem: Problem
    owner: Owner
    waiver: Waiver | None


def raised(argument: Argument, outside: Outside) -> tuple[Raised, ...]:
    """Every warning, answered or not, in the order of the files."""
    found = chain(
        ((name_of(rule), finding) for rule in WARNINGS for finding in rule(argument)),
        (
            (name_of(outer), finding)
            for outer in OUTSIDE_WARNINGS
            for finding in outer(argument, outside)
        ),
    )
    each = (_raised(name, finding) for name, finding in found)
    return tuple(sorted(each, key=lambda warning: warning.problem))


def unknown_warning(argument: Argument, _: Collection[Raised]) -> Iterator[Finding]:
    """Every `accept` names a warning, since errors cannot be accepted."""
    known = {*map(name_of, WARNINGS), *map(name_of, OUTSIDE_WARNINGS)}
    for waiver in _waivers(argument):
        if waiver.rule in _ERRORS:
            message = f"`{waiver.rule}` is an error, which cannot be accepted"
            yield Finding(waiver.rule.place, message, "put it right")
        elif waiver.rule not in known:
            hint = did_you_mean(waiver.rule, known) or f"one of {', '.join(sorted(known))}"
            message = f"there is no warning `{waiver.rule}`"
            yield Finding(waiver.rule.place, message, hint, fix=respelt(waiver.rule, known))


def needless_accept(argument: Argument, warnings: Collection[Raised]) -> Iterator[Finding]:
    """Every `accept` answers a warning that is there."""
    used = {id(warning.waiver) for warning in warnings}
    lasting = set(map(name_of, WARNINGS))
    for waiver in _waivers(argument):
        if waiver.rule in lasting and id(waiver) not in used:
            message = f"there is no warning `{waiver.rule}` here any more"
            yield Finding(waiver.rule.place, message, "take it out")


WAIVER_RULES: tuple[Callable[[Argument, Collection[Raised]], Iterator[Finding]], ...] = (
    unknown_warning,
    needless_accept,
)
"""Rules about the answers to warnings, which take every warning there is."""


def _raised(name: str, finding: Finding) -> Raised:
    place, message, hint, owner, fix = finding
    if owner is None:
        raise ValueError(f"a warning of `{name}` has no owner")
    waiver = next((waiver for waiver in owner.waivers if waiver.rule == name), None)
    return Raised(Problem(place, name, message, hint, Level.WARNING, fix), owner, waiver)


def _waivers(argument: Argument) -> Iterator[Waiver]:
    owners: tuple[Owner, ...] = (
        *argument.sections,
        *all_claims(argument),
        *argument.sources.values(),
    )
    return chain.from_iterable(owner.waivers for owner in owners)
