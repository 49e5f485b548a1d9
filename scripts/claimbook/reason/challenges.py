"""Every attack of the map: what challenges what, and whether the challenge stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimbook.model import Argument, Claim, Step
from claimbook.reason.graph import Graph
from claimbook.reason.status import Value
from claimbook.reason.verdict import Verdict


@dataclass(frozen=True)
class Challenge:
    """A claim that attacks a claim (rebuts it) or a step (undercuts it)."""

    attacker: Claim
    target: Claim
    step: Step | None
    value: Value
    replies: tuple[Claim, ...]


def challenges(argument: Argument, verdicts: Mapping[str, Verdict]) -> tuple[Challenge, ...]:
    """Every challenge, in the order of what is attacked."""
    return tuple(_challenges(argument, Graph(argument), verdicts))


def _challenges(
    argument: Argument, graph: Graph, verdicts: Mapping[str, Verdict]
) -> Iterator[Challenge]:
    for claim in argument.claims.values():
        targets: list[tuple[tuple[str, ...], Step | None]] = [(graph.rebutted_by[claim.id], None)]
        targets += [(graph.undercut_by[step.id], step) for step in claim.steps]
        for attackers, step in targets:
            for attacker in attackers:
                replies = tuple(argument.claims[id_] for id_ in graph.rebutted_by[attacker])
                value = verdicts[attacker].value
                yield Challenge(argument.claims[attacker], claim, step, value, replies)
