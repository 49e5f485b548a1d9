"""What hangs on a claim: which statuses change if it is given up."""

from dataclasses import dataclass

from claimbook.model import Argument
from claimbook.reason.graph import Graph
from claimbook.reason.impact import Turn
from claimbook.reason.verdict import verdicts


@dataclass(frozen=True)
class Fall:
    """What changes if a claim falls: the claims it bears on directly, and those that turn."""

    claim: str
    bears_on: tuple[str, ...]
    turned: tuple[Turn, ...]


def of_claim(argument: Argument, claim: str) -> Fall:
    """What changes if a claim is rejected, whatever stands for it."""
    before, after = verdicts(argument), verdicts(argument, rejected=frozenset({claim}))
    turned = (
        Turn(id_, before[id_], after[id_])
        for id_ in argument.claims
        if id_ != claim and before[id_].status is not after[id_].status
    )
    return Fall(claim, _bears_on(Graph(argument), claim), tuple(turned))


def _bears_on(graph: Graph, claim: str) -> tuple[str, ...]:
    steps = (*graph.used_in.get(claim, ()), *graph.undercuts.get(claim, ()))
    conclusions = (str(step.conclusion) for step in steps)
    return tuple(dict.fromkeys((*conclusions, *graph.rebuts.get(claim, ()))))
