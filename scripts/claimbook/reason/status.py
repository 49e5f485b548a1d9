"""Which claims and steps hold: the grounded interpretation of the argument.

The map is read as an abstract dialectical framework (Brewka and Woltran 2010, "Abstract
Dialectical Frameworks", KR); for attacks alone the result is the grounded labelling of
Dung (1995). It is unique: everything starts undecided, and the acceptance conditions below
are applied until nothing changes.
"""

from collections import deque
from collections.abc import Collection, Iterable, Mapping
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


def without_support(graph: Graph, values: Values, claims: frozenset[str]) -> Values:
    """The values that change once no source supports some claims; `values` are the grounded ones.

    The work grows with what changes. Only where that runs into a circle of links, whose value
    cannot be told from its neighbours alone, all that rests on the claims is worked out anew.
    """
    if not claims:
        return {}
    labelling = _Labelling(graph, {}, claims, dict(values))
    touched = labelling.spread(claims)
    if touched is None:
        labelling.values, touched = dict(values), _above(graph, claims)
        labelling.settle(touched)
    now = {node: labelling.values[node] for node in touched}
    return {node: value for node, value in now.items() if value is not values[node]}


def stands_alone(claim: Claim) -> bool:
    """Whether a claim needs no step: it has none, or a source supports it."""
    return not claim.steps or any(e.bearing is Bearing.SUPPORTS for e in claim.evidence)


@dataclass
class _Labelling:
    graph: Graph
    forced: Mapping[str, Value]
    unsupported: frozenset[str] = frozenset()
    values: dict[str, Value] = field(default_factory=dict)

    def run(self) -> Values:
        self.settle([*self.graph.argument.claims, *self.graph.argument.steps])
        return self.values

    def spread(self, nodes: Iterable[str]) -> Collection[str] | None:
        """Let changes run upwards: the nodes touched, or None where they ran into a circle."""
        waiting = deque(nodes)
        touched = set()
        while waiting:
            node = waiting.popleft()
            touched.add(node)
            if node in self.graph.entangled:
                return None
            if (value := self._value(node)) is not self.values[node]:
                self.values[node] = value
                waiting.extend(self.graph.dependants[node])
        return touched

    def settle(self, nodes: Collection[str]) -> None:
        """Work out some values anew; all the others are final."""
        self.values.update(dict.fromkeys(nodes, Value.UNDECIDED))
        waiting = deque(nodes)
        while waiting:
            node = waiting.popleft()
            if self.values[node] is Value.UNDECIDED:
                self.values[node] = self._value(node)
                if self.values[node] is not Value.UNDECIDED:
                    waiting.extend(self.graph.dependants[node])

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
        alone = stands_alone(claim) and claim.id not in self.unsupported
        if Value.IN in rebutters or (not alone and steps <= {Value.OUT}):
            return Value.OUT
        settled = rebutters <= {Value.OUT} and (alone or Value.IN in steps)
        return Value.IN if settled else Value.UNDECIDED

    def _all(self, nodes: Iterable[str]) -> set[Value]:
        return {self.values[node] for node in nodes}


def _above(graph: Graph, nodes: Iterable[str]) -> Collection[str]:
    """The nodes and all whose value hangs on theirs, over however many links."""
    found: dict[str, None] = {}
    waiting = deque(nodes)
    while waiting:
        node = waiting.popleft()
        if node not in found:
            found[node] = None
            waiting.extend(graph.dependants[node])
    return found
