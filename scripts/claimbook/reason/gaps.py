"""Where the evidence is thin, and what a claim owes its readers before it can be trusted."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from claimbook.model import Argument, Bearing, Claim, Evidence, Reading
from claimbook.reason.weight import Weight, weigh


class Gap(StrEnum):
    """What is missing behind a claim."""

    NO_SOURCE = "no source"
    NOT_INDEPENDENT = "only sources of the text's own circle"
    ONE_ORIGIN = "one origin only"
    ONE_SIDE = "sources on one side only"
    ABSTRACT_ONLY = "nothing read beyond an abstract"
    NEVER_CHECKED = "nothing read a second time"
    UNREACHABLE = "no source that still answers"


OWED: Final = (
    Gap.NO_SOURCE,
    Gap.ONE_ORIGIN,
    Gap.ABSTRACT_ONLY,
    Gap.NEVER_CHECKED,
    Gap.UNREACHABLE,
)
"""The gaps that more work can close, whatever it finds: the debt of a claim."""


@dataclass(frozen=True)
class Gaps:
    """The claims that have each gap, in the order of the map; a claim can have several."""

    claims: Mapping[Gap, tuple[Claim, ...]]

    @cached_property
    def of(self) -> Mapping[str, tuple[Gap, ...]]:
        """The gaps of each claim that has one, by its id."""
        found: dict[str, tuple[Gap, ...]] = {}
        for gap, claims in self.claims.items():
            for claim in claims:
                found[claim.id] = (*found.get(claim.id, ()), gap)
        return found

    def debt(self, claim: str) -> tuple[Gap, ...]:
        """What a claim owes."""
        return tuple(gap for gap in self.of.get(claim, ()) if gap in OWED)


def gaps(argument: Argument, silent: Collection[str] = ()) -> Gaps:
    """The gaps of every claim; `silent` are keys of sources that no longer answer."""
    found: dict[Gap, list[Claim]] = {gap: [] for gap in Gap}
    for claim in argument.claims.values():
        for gap in _gaps(_Ground.of(argument, claim, silent)):
            found[gap].append(claim)
    return Gaps({gap: tuple(claims) for gap, claims in found.items()})


def without_independent_source(argument: Argument) -> tuple[Claim, ...]:
    """The claims with no source, or only with sources of the text's own circle."""
    found = gaps(argument).claims
    lacking = {claim.id for claim in found[Gap.NO_SOURCE] + found[Gap.NOT_INDEPENDENT]}
    return tuple(claim for claim in argument.claims.values() if claim.id in lacking)


@dataclass(frozen=True)
class _Ground:
    """What a claim stands on: its weight, and the evidence that bears on it."""

    weight: Weight
    pieces: Sequence[Evidence]
    silent: Collection[str]

    @classmethod
    def of(cls, argument: Argument, claim: Claim, silent: Collection[str]) -> "_Ground":
        pieces = [piece for piece in claim.evidence if piece.bearing is not Bearing.CONTEXT]
        return cls(weigh(argument, [claim]), pieces, silent)

    def all(self, test: Callable[[Evidence], bool]) -> bool:
        """Whether there is evidence, all of which is so."""
        return bool(self.pieces) and all(map(test, self.pieces))


def _gaps(ground: _Ground) -> Iterator[Gap]:
    return (gap for gap, has in _TESTS.items() if has(ground))


def _one_sided(ground: _Ground) -> bool:
    counts = ground.weight.counts
    sides = counts[Bearing.SUPPORTS], counts[Bearing.OPPOSES]
    return counts[Bearing.QUALIFIES] == 0 and any(sides) and not all(sides)


_BEYOND_ABSTRACTS: Final = frozenset({Reading.EXCERPT, Reading.FULL_TEXT})

_TESTS: Final[Mapping[Gap, Callable[[_Ground], bool]]] = {
    Gap.NO_SOURCE: lambda ground: ground.weight.sources == 0,
    Gap.NOT_INDEPENDENT: lambda g: g.weight.sources > 0 and g.weight.independent == 0,
    Gap.ONE_ORIGIN: lambda ground: ground.weight.origins == 1,
    Gap.ONE_SIDE: _one_sided,
    Gap.ABSTRACT_ONLY: lambda ground: ground.all(lambda e: e.reading not in _BEYOND_ABSTRACTS),
    Gap.NEVER_CHECKED: lambda ground: ground.all(lambda e: e.checked is None),
    Gap.UNREACHABLE: lambda ground: ground.all(lambda e: e.source in ground.silent),
}
