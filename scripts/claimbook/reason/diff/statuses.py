"""Which statuses differ between two states, and which change in the files brought it about."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from claimbook.model import Argument
from claimbook.reason.diff.change import ClaimChange, StatusChange
from claimbook.reason.graph import Graph
from claimbook.reason.status import stands_alone
from claimbook.reason.verdict import Verdict, verdicts


def status_changes(
    before: Argument, after: Argument, claims: Iterable[ClaimChange]
) -> tuple[StatusChange, ...]:
    """Every claim of both states whose status differs, in the order of the later state."""
    comparison = _Comparison(before, after, verdicts(before), verdicts(after))
    causes = frozenset(change.id for change in claims if decisive(change))
    return tuple(comparison.changes(causes))


def decisive(change: ClaimChange) -> bool:
    """Whether a change can alter a status: of links, or of whether the claim stands alone."""
    if change.before is None or change.after is None:
        return True
    alone = stands_alone(change.before), stands_alone(change.after)
    return bool(change.links or change.steps) or alone[0] is not alone[1]


@dataclass(frozen=True)
class _Comparison:
    before: Argument
    after: Argument
    old: Mapping[str, Verdict]
    new: Mapping[str, Verdict]

    def changes(self, causes: Collection[str]) -> Iterator[StatusChange]:
        graphs = Graph(self.after), Graph(self.before)
        for id_ in self.after.claims:
            if id_ in self.before.claims and self._differs(id_):
                verdict = self.new[id_]
                way = self._way(id_, causes, graphs)
                status = self.old[id_].status
                yield StatusChange(id_, status, verdict.status, verdict.reason, way)

    def _differs(self, id_: str) -> bool:
        old, new = self.old.get(id_), self.new.get(id_)
        return (old and old.status) != (new and new.status)

    def _way(
        self, start: str, causes: Collection[str], graphs: tuple[Graph, Graph]
    ) -> tuple[str, ...]:
        """The shortest way down from a claim to a cause, over claims that differ themselves."""
        came_from = {start: ""}
        waiting = deque([start])
        while waiting:
            id_ = waiting.popleft()
            if id_ in causes:
                return tuple(reversed(list(_back(id_, came_from))))
            for below in chain.from_iterable(_below(graph, id_) for graph in graphs):
                if below not in came_from and (below in causes or self._differs(below)):
                    came_from[below] = id_
                    waiting.append(below)
        return (start,)


def _below(graph: Graph, claim: str) -> Iterator[str]:
    if claim in graph.argument.claims:
        yield from graph.rebutted_by[claim]
        for step in graph.argument.claims[claim].steps:
            yield from (*graph.undercut_by[step.id], *graph.premises[step.id])


def _back(id_: str, came_from: Mapping[str, str]) -> Iterator[str]:
    while id_:
        yield id_
        id_ = came_from[id_]
