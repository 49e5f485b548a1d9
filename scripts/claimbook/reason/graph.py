"""Who bears on whom: the links of an argument, followed in both directions."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from claimbook.model import Argument, Step

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Graph:
    """The links of one argument; ids that name nothing are left out."""

    argument: Argument

    @cached_property
    def rebutted_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each claim the claims that rebut it."""
        return {id_: self._known(c.rebutters) for id_, c in self.argument.claims.items()}

    @cached_property
    def undercut_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each step the claims that undercut it."""
        return {id_: self._known(s.undercutters) for id_, s in self.argument.steps.items()}

    @cached_property
    def premises(self) -> Mapping[str, tuple[str, ...]]:
        """For each step its premises."""
        return {id_: self._known(step.premises) for id_, step in self.argument.steps.items()}

    @cached_property
    def used_in(self) -> Mapping[str, tuple[Step, ...]]:
        """For each claim the steps in which it is a premise."""
        return _inverted(
            (premise, self.argument.steps[id_])
            for id_, premises in self.premises.items()
            for premise in premises
        )

    @cached_property
    def rebuts(self) -> Mapping[str, tuple[str, ...]]:
        """For each claim the claims that it rebuts."""
        return _inverted((b, a) for a, attackers in self.rebutted_by.items() for b in attackers)

    @cached_property
    def undercuts(self) -> Mapping[str, tuple[Step, ...]]:
        """For each claim the steps that it undercuts."""
        return _inverted(
            (attacker, self.argument.steps[id_])
            for id_, attackers in self.undercut_by.items()
            for attacker in attackers
        )

    def neighbours(self, node: str) -> Iterator[str]:
        """The claims and steps one link away from a claim or step, in either direction."""
        if step := self.argument.steps.get(node):
            yield from (step.conclusion, *self.premises[node], *self.undercut_by[node])
            return
        yield from (step.id for step in self.argument.claims[node].steps)
        yield from self.rebutted_by[node]
        yield from (step.id for step in self.used_in.get(node, ()))
        yield from self.rebuts.get(node, ())
        yield from (step.id for step in self.undercuts.get(node, ()))

    def _known(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(id_ for id_ in ids if id_ in self.argument.claims)


def tied(argument: Argument) -> frozenset[str]:
    """Ids of the claims and steps that some path of links, in any direction, ties to the thesis."""
    if argument.thesis not in argument.claims:
        return frozenset()
    graph = Graph(argument)
    seen: set[str] = set()
    waiting: deque[str] = deque([argument.thesis])
    while waiting:
        node = waiting.popleft()
        if node not in seen:
            seen.add(node)
            waiting.extend(graph.neighbours(node))
    return frozenset(seen)


def circles(argument: Argument) -> tuple[tuple[str, ...], ...]:
    """Circles of support, each from a claim over its premises back to the same claim.

    One for each link that leads back to where a depth-first walk came from, so that taking out
    these links leaves no circle.
    """
    premises = {
        id_: dict.fromkeys(premise for step in claim.steps for premise in step.premises)
        for id_, claim in argument.claims.items()
    }
    walk = _Walk(premises)
    return tuple(circle for id_ in premises for circle in walk.circles_from(id_))


class _Walk:
    def __init__(self, premises: Mapping[str, Iterable[str]]) -> None:
        self.premises = premises
        self.seen: set[str] = set()
        self.path: dict[str, Iterator[str]] = {}

    def circles_from(self, start: str) -> Iterator[tuple[str, ...]]:
        self._enter(start)
        while self.path:
            node, premises = next(reversed(self.path.items()))
            if (premise := next(premises, None)) is None:
                del self.path[node]
            elif premise in self.path:
                yield self._circle(premise)
            else:
                self._enter(premise)

    def _enter(self, node: str) -> None:
        if node in self.premises and node not in self.seen:
            self.seen.add(node)
            self.path[node] = iter(self.premises[node])

    def _circle(self, start: str) -> tuple[str, ...]:
        path = list(self.path)
        return (*path[path.index(start) :], start)


def _inverted(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
