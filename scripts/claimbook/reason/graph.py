"""Who bears on whom: the links of an argument, followed in both directions."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeVar

from claimbook.model import Argument, Claim, Step, Voice
from claimbook.reason.weight import Weight, weigh

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

    @cached_property
    def below(self) -> Mapping[str, tuple[str, ...]]:
        """For each claim what bears on it: its premises, and what attacks it or its steps."""
        return {id_: tuple(self._bearing(claim)) for id_, claim in self.argument.claims.items()}

    @cached_property
    def challenged(self) -> frozenset[str]:
        """Claims and steps with an attack on them or anywhere on the way to them."""
        links = (*self.rebutted_by.items(), *self.undercut_by.items())
        waiting = [node for node, attackers in links if attackers]
        found: set[str] = set()
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting.extend(self._upwards(node))
        return frozenset(found)

    @cached_property
    def conclusions(self) -> tuple[str, ...]:
        """Claims of the text that rest on others and hold up nothing in their own section."""
        return tuple(claim.id for claim in self.argument.claims.values() if self._concludes(claim))

    @cached_property
    def dependants(self) -> Mapping[str, tuple[str, ...]]:
        """For each claim and step those whose value hangs directly on its own."""
        nodes = chain(self.argument.claims, self.argument.steps)
        return {node: (*self._upwards(node), *self._attacked_by(node)) for node in nodes}

    @cached_property
    def entangled(self) -> frozenset[str]:
        """The claims and steps that lie in a circle of links, or between two circles."""
        above = self.dependants
        below = _inverted((high, low) for low, highs in above.items() for high in highs)
        return _untrimmed(_untrimmed(above.keys(), above, below), below, above)

    @cached_property
    def weights(self) -> Mapping[str, Weight]:
        """For each claim the weight of its evidence."""
        claims = self.argument.claims.items()
        return {id_: weigh(self.argument, [claim]) for id_, claim in claims}

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

    def _concludes(self, claim: Claim) -> bool:
        claims = self.argument.claims
        used = {claims[step.conclusion].section for step in self.used_in.get(claim.id, ())}
        return claim.voice is Voice.ARTICLE and bool(claim.steps) and claim.section not in used

    def _bearing(self, claim: Claim) -> Iterator[str]:
        for step in claim.steps:
            yield from self.premises[step.id]
            yield from self.undercut_by[step.id]
        yield from self.rebutted_by[claim.id]

    def _upwards(self, node: str) -> Iterator[str]:
        """From a premise to its steps, and from a step to its conclusion."""
        if step := self.argument.steps.get(node):
            yield step.conclusion
        else:
            yield from (step.id for step in self.used_in.get(node, ()))

    def _attacked_by(self, node: str) -> Iterator[str]:
        yield from (step.id for step in self.undercuts.get(node, ()))
        yield from self.rebuts.get(node, ())

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


def _untrimmed(
    nodes: Collection[str], after: Mapping[str, Sequence[str]], before: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """What is left of a graph when nodes without predecessors are taken out again and again."""
    left = {node: sum(1 for other in before.get(node, ()) if other in nodes) for node in nodes}
    free = deque(node for node, count in left.items() if not count)
    while free:
        node = free.popleft()
        del left[node]
        for other in filter(left.__contains__, after.get(node, ())):
            left[other] -= 1
            if not left[other]:
                free.append(other)
    return frozenset(left)


def _inverted(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
