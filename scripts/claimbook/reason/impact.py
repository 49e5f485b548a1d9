"""What hangs on a source: which claims lose their support or change status if it falls."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from claimbook.model import Argument, Bearing, Claim, Section
from claimbook.reason.graph import Graph
from claimbook.reason.status import Values, grounded, without_support
from claimbook.reason.verdict import Verdict, verdicts_on


@dataclass(frozen=True)
class Turn:
    """A claim whose status differs, with its verdicts before and after."""

    claim: str
    before: Verdict
    after: Verdict


@dataclass(frozen=True)
class Impact:
    """What changes if a source falls: is withdrawn, or does not say what was read in it.

    `fallen` holds its key and those of the works that derive from it, `touched` the claims that
    lose a piece of evidence, `unsupported` those of them that no source supports any more, and
    `turned` every claim whose status changes. Claims stand in the order of the map.
    """

    fallen: tuple[str, ...]
    touched: tuple[str, ...]
    unsupported: tuple[str, ...]
    turned: tuple[Turn, ...]

    @property
    def source(self) -> str:
        """The source that falls first."""
        return self.fallen[0]

    @property
    def weight(self) -> tuple[int, int, int]:
        """By what impacts rank: how many statuses change, claims lose support, are touched."""
        return len(self.turned), len(self.unsupported), len(self.touched)


def of_source(argument: Argument, key: str) -> Impact:
    """What changes if the source of that key falls."""
    return _Falls(argument).of(key)


def ranked(argument: Argument) -> tuple[Impact, ...]:
    """The impact of every source that bears on a claim, the greatest first."""
    falls = _Falls(argument)
    impacts = (falls.of(key) for key in argument.sources)
    return tuple(sorted((i for i in impacts if i.touched), key=_rank))


def without(argument: Argument, keys: Collection[str]) -> Argument:
    """The argument without the evidence of some sources."""
    sections = tuple(_section_without(section, keys) for section in argument.sections)
    return replace(argument, sections=sections)


@dataclass(frozen=True)
class _Falls:
    argument: Argument

    def of(self, key: str) -> Impact:
        fallen = tuple(self._falling_with(key))
        touched = tuple(self._touching(fallen))
        unsupported = [
            c for c in touched if _is_supported(c) and not _is_supported(_left(c, fallen))
        ]
        return Impact(
            fallen=fallen,
            touched=tuple(claim.id for claim in touched),
            unsupported=tuple(claim.id for claim in unsupported),
            turned=tuple(self._turned(unsupported)),
        )

    def _falling_with(self, key: str) -> Iterator[str]:
        waiting = deque([key])
        seen = set()
        while waiting:
            fallen = waiting.popleft()
            if fallen not in seen:
                seen.add(fallen)
                yield fallen
                waiting += self._derived[fallen]

    def _touching(self, keys: Sequence[str]) -> Iterator[Claim]:
        ids = {id_ for key in keys for id_ in self._citing[key]}
        return map(self.argument.claims.__getitem__, sorted(ids, key=self._position.__getitem__))

    def _turned(self, unsupported: Iterable[Claim]) -> Iterator[Turn]:
        weakened = frozenset(claim.id for claim in unsupported if claim.steps)
        values = without_support(self._graph, self._values, weakened)
        candidates = self._near(values)
        before = verdicts_on(candidates, self._graph, self._values)
        after = verdicts_on(candidates, self._graph, {**self._values, **values})
        for id_ in candidates:
            if after[id_].status is not before[id_].status:
                yield Turn(id_, before[id_], after[id_])

    def _near(self, changed: Iterable[str]) -> Sequence[str]:
        """The claims among some nodes and those whose value hangs directly on one of them."""
        near = {node for other in changed for node in (other, *self._graph.dependants[other])}
        return sorted(near & self._position.keys(), key=self._position.__getitem__)

    @cached_property
    def _graph(self) -> Graph:
        return Graph(self.argument)

    @cached_property
    def _values(self) -> Values:
        return grounded(self.argument)

    @cached_property
    def _position(self) -> Mapping[str, int]:
        return {id_: position for position, id_ in enumerate(self.argument.claims)}

    @cached_property
    def _citing(self) -> Mapping[str, Collection[str]]:
        """The ids of the claims that cite each source."""
        found: dict[str, set[str]] = defaultdict(set)
        for claim, piece in self.argument.evidence():
            found[piece.source].add(claim.id)
        return found

    @cached_property
    def _derived(self) -> Mapping[str, Collection[str]]:
        """The works that derive from each work."""
        found: dict[str, list[str]] = defaultdict(list)
        for source in self.argument.sources.values():
            for basis in source.names("derivedfrom"):
                found[basis].append(source.key)
        return found


def _section_without(section: Section, keys: Collection[str]) -> Section:
    return replace(section, claims=tuple(_left(claim, keys) for claim in section.claims))


def _left(claim: Claim, fallen: Collection[str]) -> Claim:
    """What is left of a claim without the evidence of some sources."""
    left = tuple(piece for piece in claim.evidence if piece.source not in fallen)
    return claim if len(left) == len(claim.evidence) else replace(claim, evidence=left)


def _is_supported(claim: Claim) -> bool:
    return any(piece.bearing is Bearing.SUPPORTS for piece in claim.evidence)


def _rank(impact: Impact) -> tuple[int, ...]:
    return tuple(-count for count in impact.weight)
