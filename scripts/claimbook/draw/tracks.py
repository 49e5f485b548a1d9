"""Upright tracks in the gap between two ranks, on which links change their height.

A channel router in the manner of Hashimoto and Stevens (1971): turns that overlap get tracks of
their own, ordered so that lines cross rarely and never run on top of each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

_LEVEL = 0.5
_NEAR = 4
_OVERLAP = 20


@dataclass(frozen=True)
class Turn:
    """A link that is at `left` on one side of a gap and at `right` on the other.

    Turns with one `target` and the same height on the left run together.
    """

    link: int
    target: str
    left: float
    right: float


def tracks(turns: Iterable[Turn]) -> Mapping[int, int]:
    """The track of each link that turns, counted from the left; level links have none."""
    bent = [turn for turn in turns if abs(turn.left - turn.right) > _LEVEL]
    numbers: dict[_Bundle, int] = {}
    for bundle in _ordered(_bundles(bent)):
        before = (number for other, number in numbers.items() if bundle.meets(other))
        numbers[bundle] = max(before, default=-1) + 1
    return {link: number for bundle, number in numbers.items() for link in bundle.links}


@dataclass(frozen=True)
class _Bundle:
    links: tuple[int, ...]
    left: float
    rights: tuple[float, ...]
    low: float
    high: float

    def meets(self, other: "_Bundle") -> bool:
        return self.low - _NEAR < other.high and other.low - _NEAR < self.high

    def covers(self, y: float) -> bool:
        return self.low < y < self.high


def _bundles(turns: Iterable[Turn]) -> list[_Bundle]:
    found: dict[tuple[str, float], list[Turn]] = defaultdict(list)
    for turn in turns:
        found[turn.target, turn.left].append(turn)
    return [_bundle(left, group) for (_, left), group in found.items()]


def _bundle(left: float, turns: Sequence[Turn]) -> _Bundle:
    rights = tuple(turn.right for turn in turns)
    low, high = min(left, *rights), max(left, *rights)
    return _Bundle(tuple(turn.link for turn in turns), left, rights, low, high)


def _ordered(bundles: Sequence[_Bundle]) -> Sequence[_Bundle]:
    """Insert one after the other where it costs least."""
    order: list[_Bundle] = []
    for bundle in sorted(bundles, key=lambda found: (found.low, found.high)):
        gains = (_cost(other, bundle) - _cost(bundle, other) for other in order)
        costs = list(accumulate(gains, initial=0))
        order.insert(costs.index(min(costs)), bundle)
    return order


def _cost(one: _Bundle, other: _Bundle) -> int:
    """Crossings, and worse: lines on top of each other, where `one` is left of `other`."""
    if not one.meets(other):
        return 0
    crossings = one.covers(other.left) + sum(map(other.covers, one.rights))
    overlaps = sum(abs(other.left - right) < _NEAR for right in one.rights)
    return crossings + _OVERLAP * overlaps
