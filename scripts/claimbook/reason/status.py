"""Which claims and steps hold: the grounded interpretation of the argument.

The map is read as an abstract dialectical framework (Brewka and Woltran 2010, "Abstract
Dialectical Frameworks", KR); for attacks alone the result is the grounded labelling of
Dung (1995). It is unique: everything starts undecided, and the acceptance conditions below
are applied until nothing changes.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claimbook.model import Argument, Bearing, Claim, Step
from claimbook.reason.graph import Graph


class Value(StrEnum):
    """The three values of a claim or a step."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"


Values = Mapping[str, Value]


def grounded(
    argument: Argument,
    accepted: frozenset[str] = frozenset(),
    rejected: frozenset[str] = frozenset(),
) -> Values:
    """The value of every claim and step by its id.

    What is accepted is in and what is rejected is out, whatever stands against it.
    """
    forced = dict.fromkeys(accepted, Value.IN) | dict.fromkeys(rejected, Value.OUT)
    return _Labelling(Graph(argument), forced).run()


def stands_alone(claim: Claim) -> bool:
    """Whether a claim needs no step: it has none, or a source supports it."""
    return not claim.steps or any(e.bearing is Bearing.SUPPORTS for e in claim.evidence)


@dataclass
class _Labelling:
    graph: Graph
    forced: Mapping[str, Value]
    values: dict[str, Value] = field(default_factory=dict)

    def run(self) -> Values:
        argument = self.graph.argument
        nodes = [*argument.claims, *argument.steps]
        self.values = dict.fromkeys(nodes, Value.UNDECIDED)
        waiting = deque(nodes)
        while waiting:
            node = waiting.popleft()
            if self.values[node] is Value.UNDECIDED:
                self.values[node] = self._value(node)
                if self.values[node] is not Value.UNDECIDED:
                    waiting.extend(self._dependants(node))
        return self.values

    def _value(self, node: str) -> Value:
        if node in self.forced:
            return self.forced[node]
        if step := self.graph.argument.steps.get(node):
            return self._of_step(step)
        return self._of_claim(self.graph.argument.claims[node])

    def _of_step(self, step: Step) -> Value:
        premises = self._all(self.graph.premises[step.id])
        undercutters = self._all(self.graph.undercut_by[step.id])
        if Value.OUT in premises or Value.IN in undercutters:
            return Value.OUT
        settled = premises <= {Value.IN} and undercutters <= {Value.OUT}
        return Value.IN if settled else Value.UNDECIDED

    def _of_claim(self, claim: Claim) -> Value:
        rebutters = self._all(self.graph.rebutted_by[claim.id])
        steps = self._all(step.id for step in claim.steps)
        alone = stands_alone(claim)
        if Value.IN in rebutters or (not alone and steps <= {Value.OUT}):
            return Value.OUT
        settled = rebutters <= {Value.OUT} and (alone or Value.IN in steps)
        return Value.IN if settled else Value.UNDECIDED

    def _all(self, nodes: Iterable[str]) -> set[Value]:
        return {self.values[node] for node in nodes}

    def _dependants(self, node: str) -> Iterable[str]:
        if step := self.graph.argument.steps.get(node):
            return (step.conclusion,)
        used = (step.id for step in self.graph.used_in.get(node, ()))
        undercut = (step.id for step in self.graph.undercuts.get(node, ()))
        return (*used, *undercut, *self.graph.rebuts.get(node, ()))
