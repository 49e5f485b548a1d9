"""The smallest change that would turn a claim: which others to accept or reject for it.

A search by iterative deepening over hitting sets (Reiter 1987, "A theory of diagnosis from
first principles"): as long as the goal is missed, every change that reaches it must alter one
of the claims that stand in its way, and only those are tried.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from claimbook.model import Argument, Claim, Step
from claimbook.reason.graph import Graph
from claimbook.reason.status import Value, Values, grounded, stands_alone

LARGEST: Final = 3  # claims that a reader can still hold in mind together
TRIES: Final = 3000  # a try takes about a millisecond in a map of two hundred claims

Wish = tuple[str, Value]


@dataclass(frozen=True)
class Flip:
    """Claims to accept and to reject together."""

    accepted: tuple[str, ...]
    rejected: tuple[str, ...]


@dataclass(frozen=True)
class Flips:
    """The smallest changes that make a claim `goal`, nearest first.

    `ruled_out` is the size up to which no change does, None where no change of any size does;
    `gave_up` says that the tries ran out before the next size was searched to its end.
    """

    goal: Value
    found: tuple[Flip, ...]
    ruled_out: int | None
    gave_up: bool
    tries: int


def flips(argument: Argument, claim: str, goal: Value, tries: int = TRIES) -> Flips:
    """The smallest sets of other claims whose acceptance or rejection gives `claim` the value."""
    search = _Search(Graph(argument), claim, goal, tries)
    for size in range(1, LARGEST + 1):
        before = search.tried
        found = search.of_size(size)
        if found or search.tired:
            return Flips(goal, found, size - 1, search.tired, search.tried)
        if search.tried == before:
            return Flips(goal, (), None, gave_up=False, tries=search.tried)
    return Flips(goal, (), LARGEST, gave_up=False, tries=search.tried)


@dataclass
class _Search:
    graph: Graph
    claim: str
    goal: Value
    limit: int
    known: dict[frozenset[Wish], Values] = field(default_factory=dict)
    tired: bool = False

    @property
    def tried(self) -> int:
        return len(self.known)

    def of_size(self, size: int) -> tuple[Flip, ...]:
        found = self._below(frozenset(), size, set())
        return tuple(dict.fromkeys(map(_flip, found)))

    def _below(
        self, forced: frozenset[Wish], size: int, seen: set[frozenset[Wish]]
    ) -> Iterator[frozenset[Wish]]:
        values = self._values(forced)
        if values is None or forced in seen:
            return
        seen.add(forced)
        if values[self.claim] is self.goal:
            yield forced
        elif size:
            for wish in self._in_the_way(values, forced):
                yield from self._below(forced | {wish}, size - 1, seen)

    def _values(self, forced: frozenset[Wish]) -> Values | None:
        if forced not in self.known:
            if self.tried >= self.limit:
                self.tired = True
                return None
            accepted, rejected = (frozenset(_of(value, forced)) for value in (Value.IN, Value.OUT))
            self.known[forced] = grounded(self.graph.argument, accepted, rejected)
        return self.known[forced]

    def _in_the_way(self, values: Values, forced: frozenset[Wish]) -> Iterator[Wish]:
        """The claims, nearest first, of which one at least must take another value."""
        fixed = {node for node, _ in forced}
        waiting: deque[Wish] = deque([(self.claim, self.goal)])
        seen: set[Wish] = set()
        while waiting:
            wish = waiting.popleft()
            node, value = wish
            if wish in seen or node in fixed or values[node] is value:
                continue
            seen.add(wish)
            if node in self.graph.argument.claims and node != self.claim:
                yield wish
            waiting.extend(self._ways(node, value, values))

    def _ways(self, node: str, value: Value, values: Values) -> Iterable[Wish]:
        """The wishes of which one must come true for a node to take a value."""
        if step := self.graph.argument.steps.get(node):
            return self._ways_of_step(step, value, values)
        return self._ways_of_claim(self.graph.argument.claims[node], value, values)

    def _ways_of_step(self, step: Step, value: Value, values: Values) -> Iterable[Wish]:
        premises = self.graph.premises[step.id]
        undercutters = self.graph.undercut_by[step.id]
        holds = (*_all(undercutters, Value.OUT), *_all(premises, Value.IN))
        if value is Value.IN:
            return _first_missing(holds, values)
        return (*_all(undercutters, Value.IN), *_all(premises, Value.OUT))

    def _ways_of_claim(self, claim: Claim, value: Value, values: Values) -> Iterable[Wish]:
        rebutters = self.graph.rebutted_by[claim.id]
        steps = tuple(step.id for step in claim.steps)
        if value is Value.IN:
            unanswered = _first_missing(_all(rebutters, Value.OUT), values)
            return unanswered or _all(() if stands_alone(claim) else steps, Value.IN)
        fallen = () if stands_alone(claim) else _first_missing(_all(steps, Value.OUT), values)
        return chain(_all(rebutters, Value.IN), fallen)


def _all(nodes: Iterable[str], value: Value) -> tuple[Wish, ...]:
    return tuple((node, value) for node in nodes)


def _first_missing(wishes: Iterable[Wish], values: Values) -> tuple[Wish, ...]:
    """Of several wishes that must all come true the first that has not: it is in the way."""
    return tuple((node, value) for node, value in wishes if values[node] is not value)[:1]


def _of(value: Value, wishes: Iterable[Wish]) -> Iterator[str]:
    return (node for node, wish in wishes if wish is value)


def _flip(forced: frozenset[Wish]) -> Flip:
    accepted, rejected = (tuple(sorted(_of(value, forced))) for value in (Value.IN, Value.OUT))
    return Flip(accepted, rejected)
