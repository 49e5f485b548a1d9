"""What the sources say beside the status: counts by bearing, and how many origins they have."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimbook.model import Argument, Bearing, Claim


@dataclass(frozen=True)
class Weight:
    """How many different sources bear on a claim in each way, and from how many origins.

    An origin is a publisher family: several papers of one organisation count once.
    `independent` counts the origins outside the circle of the annotated text: neither its own
    nor those of the works it lists (field `cites` of its entry in the bibliography).
    """

    counts: Mapping[Bearing, int]
    origins: int
    independent: int

    @property
    def sources(self) -> int:
        """Sources that support, oppose or qualify; context is not counted."""
        return sum(n for bearing, n in self.counts.items() if bearing is not Bearing.CONTEXT)


def weigh(argument: Argument, claims: Iterable[Claim]) -> Weight:
    """The weight of the evidence of one or several claims; a source counts once a bearing."""
    pairs = {(e.source, e.bearing) for claim in claims for e in claim.evidence}
    counts = Counter(bearing for _, bearing in pairs)
    origins = {_family(argument, key) for key, bearing in pairs if bearing is not Bearing.CONTEXT}
    independent = origins - own_circle(argument)
    return Weight({b: counts[b] for b in Bearing}, len(origins), len(independent))


def own_circle(argument: Argument) -> frozenset[str]:
    """The publisher families of the annotated text and of the works it lists."""
    text = argument.sources.get(argument.text)
    listed = text.fields.get("cites", "").split(",") if text else []
    return frozenset(_family(argument, key.strip()) for key in (argument.text, *listed))


def _family(argument: Argument, key: str) -> str:
    source = argument.sources.get(key)
    return source.family if source else key
