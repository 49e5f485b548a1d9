"""What the sources say beside the status: counts by bearing, and how many origins they have."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from claimbook.model import Argument, Bearing, Claim, Source, Text
from claimbook.problems import Place
from claimbook.reason.independence import marks, origins


@dataclass(frozen=True)
class Weight:
    """How many different sources bear on a claim in each way, and from how many origins.

    Sources of one origin share a publisher family, a funder, an author or the work from which
    they derive. `independent` counts the origins outside the circle of the annotated text:
    those that share nothing with it or with the works it lists (field `cites` of its entry in
    the bibliography).
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
    pairs = dict.fromkeys((e.source, e.bearing) for claim in claims for e in claim.evidence)
    counts = Counter(bearing for _, bearing in pairs)
    keys = dict.fromkeys(key for key, bearing in pairs if bearing is not Bearing.CONTEXT)
    groups = origins(_source(argument, key) for key in keys)
    circle = own_circle(argument)
    independent = sum(1 for group in groups if circle.isdisjoint(chain(*map(marks, group))))
    return Weight({b: counts[b] for b in Bearing}, len(groups), independent)


def own_circle(argument: Argument) -> frozenset[str]:
    """The marks of the annotated text and of the works it lists."""
    text = _source(argument, argument.text)
    listed = (_source(argument, key) for key in text.names("cites"))
    return frozenset(chain(*map(marks, (text, *listed))))


def _source(argument: Argument, key: str) -> Source:
    return argument.sources.get(key) or _placeholder(key)


def _placeholder(key: str) -> Source:
    """A source of which nothing is known but its key."""
    name = Text(key, Place(""))
    return Source(name, name, {})
