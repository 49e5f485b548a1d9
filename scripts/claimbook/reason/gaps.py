"""Where the evidence is thin: no source, none that is independent, one origin, one side."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from claimbook.model import Argument, Bearing, Claim
from claimbook.reason.weight import Weight, weigh


class Gap(StrEnum):
    """What is missing behind a claim."""

    NO_SOURCE = "no source"
    NOT_INDEPENDENT = "only sources of the text's own circle"
    ONE_ORIGIN = "one origin only"
    ONE_SIDE = "sources on one side only"


@dataclass(frozen=True)
class Gaps:
    """The claims that have each gap, in the order of the map; a claim can have several."""

    claims: dict[Gap, tuple[Claim, ...]]


def gaps(argument: Argument) -> Gaps:
    """The gaps of every claim."""
    weights = {id_: weigh(argument, [claim]) for id_, claim in argument.claims.items()}
    return Gaps(
        {
            gap: tuple(claim for id_, claim in argument.claims.items() if has(weights[id_]))
            for gap, has in _TESTS.items()
        }
    )


def without_independent_source(argument: Argument) -> tuple[Claim, ...]:
    """The claims with no source, or only with sources of the text's own circle."""
    found = gaps(argument).claims
    lacking = {claim.id for claim in found[Gap.NO_SOURCE] + found[Gap.NOT_INDEPENDENT]}
    return tuple(claim for claim in argument.claims.values() if claim.id in lacking)


def _one_sided(weight: Weight) -> bool:
    sides = weight.counts[Bearing.SUPPORTS], weight.counts[Bearing.OPPOSES]
    return weight.counts[Bearing.QUALIFIES] == 0 and any(sides) and not all(sides)


_TESTS: dict[Gap, Callable[[Weight], bool]] = {
    Gap.NO_SOURCE: lambda weight: weight.sources == 0,
    Gap.NOT_INDEPENDENT: lambda weight: weight.sources > 0 and weight.independent == 0,
    Gap.ONE_ORIGIN: lambda weight: weight.origins == 1,
    Gap.ONE_SIDE: _one_sided,
}
