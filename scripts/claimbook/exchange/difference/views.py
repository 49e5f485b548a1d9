"""Before and after as maps of only what a difference touches."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from claimbook.draw import Map
from claimbook.draw.map import induced
from claimbook.exchange.difference.names import Names
from claimbook.model import Argument, Claim
from claimbook.reason.diff import ClaimChange, Difference, Fortune
from claimbook.reason.diff.statuses import decisive
from claimbook.reason.graph import Graph

LARGEST: Final = 24  # claims on a map that still can be read


def views(difference: Difference, names: Names) -> tuple[Map, Map]:
    """The maps of both states: what changed, statuses that change, what they bear on."""
    changed = tuple(_touched(difference))
    context = chain.from_iterable(_targets(side, changed) for side in (names.after, names.before))
    touched = tuple(dict.fromkeys((*changed, *context)))
    shown, left_out = touched[:LARGEST], len(touched[LARGEST:])
    before, after = (
        replace(induced(Graph(argument), shown, title), left_out=left_out)
        for argument, title in ((names.before, "Before"), (names.after, "After"))
    )
    return before, after


def fortunes(difference: Difference) -> dict[str, Fortune]:
    """What became of each claim that differs, by its later id."""
    return {change.id: change.fortune for change in difference.claims}


def _touched(difference: Difference) -> Iterator[str]:
    for change in filter(_counts, difference.claims):
        yield change.id
        yield from chain.from_iterable((*link.added, *link.removed) for link in change.links)
        yield from _whole_steps(change)
    for status in difference.statuses:
        yield from status.chain


def _counts(change: ClaimChange) -> bool:
    """Whether a change belongs on a map: new wording, links, or evidence on a side."""
    weighs = (c.fortune is not Fortune.CHANGED or c.field("bearing") for c in change.evidence)
    return decisive(change) or change.field("claim") is not None or any(weighs)


def _whole_steps(change: ClaimChange) -> Iterator[str]:
    """The ends of steps and attacks that came or went as a whole, on either side."""
    for step in change.steps:
        if not (step.before and step.after):
            yield from (*step.present.premises, *step.present.undercutters)
    if not (change.before and change.after):
        yield from _ends(change.present)


def _ends(claim: Claim) -> Iterator[str]:
    yield from claim.rebutters
    for step in claim.steps:
        yield from (*step.premises, *step.undercutters)


def _targets(argument: Argument, ids: Iterable[str]) -> Iterator[str]:
    """What claims are reasons for or objections to."""
    graph = Graph(argument)
    for id_ in ids:
        steps = (*graph.used_in.get(id_, ()), *graph.undercuts.get(id_, ()))
        yield from (step.conclusion for step in steps)
        yield from graph.rebuts.get(id_, ())
