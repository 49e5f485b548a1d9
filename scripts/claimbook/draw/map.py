"""A map: the claims and steps of one view, and the links drawn between them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from claimbook.model import Claim, Step
from claimbook.reason.graph import Graph
from claimbook.reason.weight import Weight


class Relation(StrEnum):
    """What a link says of its head: rests on it, is held up or attacked by it."""

    PREMISE = "premise"
    SUPPORTS = "supports"
    REBUTS = "rebuts"
    UNDERCUTS = "undercuts"


@dataclass(frozen=True)
class ClaimNode:
    """A claim on a map.

    `origin` is its section's title where that is not the map's own section; `more` counts the
    reasons, objections and uses of the claim that the map leaves out.
    """

    claim: Claim
    weight: Weight
    origin: str = ""
    more: int = 0

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id


@dataclass(frozen=True)
class StepNode:
    """A step on a map; `more` counts its premises and undercutters that the map leaves out."""

    step: Step
    more: int = 0

    @property
    def id(self) -> str:
        """The step's id."""
        return self.step.id


Node = ClaimNode | StepNode


@dataclass(frozen=True)
class Edge:
    """A link from what bears on something (`tail`) to what it bears on (`head`), by id."""

    tail: str
    head: str
    relation: Relation


@dataclass(frozen=True)
class Map:
    """What one view shows.

    `focus` is the claim the view is about; `left_out` counts the claims that belong to the view
    but found no room in it; `banded` asks for a frame around the claims of each section.
    """

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    focus: str = ""
    left_out: int = 0
    banded: bool = False

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """Every node by its id, in the order of the map."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def claims(self) -> tuple[ClaimNode, ...]:
        """The claims shown."""
        return tuple(node for node in self.nodes if isinstance(node, ClaimNode))

    @cached_property
    def steps(self) -> tuple[StepNode, ...]:
        """The steps shown."""
        return tuple(node for node in self.nodes if isinstance(node, StepNode))


def induced(
    graph: Graph,
    claims: Iterable[str],
    title: str,
    *,
    focus: str = "",
    home: str = "",
) -> Map:
    """The map of the given claims with every step and attack among them.

    A step is shown as soon as its conclusion and one premise or undercutter are. Claims outside
    the section `home` name theirs.
    """
    known = graph.argument.claims
    shown = {id_: known[id_] for id_ in claims if id_ in known}
    steps = {step.id: step for step in _steps(graph, shown)}
    everything = shown.keys() | steps.keys()
    nodes: tuple[Node, ...] = (
        *(_claim_node(graph, claim, everything, home) for claim in shown.values()),
        *(_step_node(graph, step, everything) for step in steps.values()),
    )
    edges = (edge for edge in _edges(graph, shown, steps) if edge.tail in everything)
    return Map(title, nodes, tuple(dict.fromkeys(edges)), focus)


def _steps(graph: Graph, shown: Mapping[str, Claim]) -> Iterator[Step]:
    for claim in shown.values():
        for step in claim.steps:
            if shown.keys() & {*graph.premises[step.id], *graph.undercut_by[step.id]}:
                yield step


def _claim_node(graph: Graph, claim: Claim, everything: set[str], home: str) -> ClaimNode:
    origin = "" if claim.section == home else graph.argument.section_of(claim).title
    more = len(set(graph.neighbours(claim.id)) - everything)
    return ClaimNode(claim, graph.weights[claim.id], origin, more)


def _step_node(graph: Graph, step: Step, everything: set[str]) -> StepNode:
    return StepNode(step, len(set(graph.neighbours(step.id)) - everything))


def _edges(graph: Graph, shown: Mapping[str, Claim], steps: Mapping[str, Step]) -> Iterator[Edge]:
    for claim in shown.values():
        for step in claim.steps:
            if step.id in steps:
                yield Edge(step.id, claim.id, Relation.SUPPORTS)
                yield from _into(step.id, graph.premises[step.id], Relation.PREMISE)
                yield from _into(step.id, graph.undercut_by[step.id], Relation.UNDERCUTS)
        yield from _into(claim.id, graph.rebutted_by[claim.id], Relation.REBUTS)


def _into(head: str, tails: Iterable[str], relation: Relation) -> Iterator[Edge]:
    return (Edge(tail, head, relation) for tail in tails if tail != head)
