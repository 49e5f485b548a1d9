"""Where every link passes the ranks between its ends: through the slot its layout chose."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from claimbook.draw.layout import Layout, Line, Link
from claimbook.draw.ranks import Cell, Ranks, between, passed

_APART = 15
_SLACK = 5

Key = TypeVar("Key")

Stations = Mapping[tuple[int, int], float]
"""The y of a link, by its number, on a rank, by its number."""


def stations(ranks: Ranks, links: Sequence[Link], layout: Layout) -> Stations:
    """Where every link is on every rank that it touches, with as few bends as there can be."""
    lanes = _lanes(ranks, links, layout)
    return {**lanes, **_ends(ranks, links, lanes)}


def spread(wishes: Mapping[Key, float], low: float, high: float) -> Mapping[Key, float]:
    """Places between `low` and `high`, apart from each other and each near to its wish."""
    order = sorted(wishes, key=wishes.__getitem__)
    apart = min(_APART, (high - low) / max(len(order) - 1, 1))
    found: list[float] = []
    for key in order:
        y = between(wishes[key], low, high)
        found.append(max(y, found[-1] + apart) if found else y)
    limit = high
    for number in reversed(range(len(found))):
        found[number] = min(found[number], limit)
        limit = found[number] - apart
    return dict(zip(order, found, strict=True))


def _lanes(ranks: Ranks, links: Sequence[Link], layout: Layout) -> Stations:
    """Stations between the ends, drawn taut from the head and spread where they share a slot."""
    wishes: dict[tuple[int, tuple[float, float]], dict[tuple[int, int], float]] = defaultdict(dict)
    for number, link in enumerate(links):
        y = ranks.cells[link.head].nearest(ranks.cells[link.tail].y)
        for rank in reversed(passed(ranks, link)[1:-1]):
            slot = ranks.slot(rank, _crossing(layout.lines[number], ranks.xs[rank]))
            wishes[rank, slot][number, rank] = y
            y = between(y, *slot)
    return _merged(spread(wished, *slot) for (_, slot), wished in wishes.items())


def _ends(ranks: Ranks, links: Sequence[Link], lanes: Stations) -> Stations:
    """Stations at tails and heads: fixed at joints, spread over the sides of other boxes."""
    fixed: dict[tuple[int, int], float] = {}
    wishes: dict[tuple[str, bool], dict[tuple[int, int], float]] = defaultdict(dict)
    for end in _link_ends(ranks, links):
        y = lanes.get((end.link, end.beside), end.other.y)
        if end.flank:
            fixed[end.link, end.rank] = end.own.flank(y)
        elif end.own.box.joint:
            fixed[end.link, end.rank] = end.own.y
        else:
            side = end.own.box.id, end.beside > end.rank
            wishes[side][end.link, end.rank] = y
    sides = (_level(wished, ranks.cells[own].side) for (own, _), wished in wishes.items())
    return {**fixed, **_merged(sides)}


def _level(wishes: Stations, side: tuple[float, float]) -> Stations:
    """Places on a side; where that nearly avoids a bend, it is avoided altogether."""
    places = spread(wishes, *side)
    return {
        key: wish if abs(wish - places[key]) < _SLACK else places[key]
        for key, wish in wishes.items()
    }


@dataclass(frozen=True)
class _End:
    link: int
    own: Cell
    other: Cell
    rank: int
    beside: int
    flank: bool


def _link_ends(ranks: Ranks, links: Sequence[Link]) -> Iterator[_End]:
    for number, link in enumerate(links):
        tail, head = ranks.cells[link.tail], ranks.cells[link.head]
        along = passed(ranks, link)
        yield _End(number, tail, head, along[0], along[1], flank=False)
        yield _End(number, head, tail, along[-1], along[-2], flank=link.aside)


def _crossing(line: Line, x: float) -> float:
    """The y at which a line passes `x`; where it does not, that of its end."""
    for one, other in pairwise(line):
        if min(one.x, other.x) <= x <= max(one.x, other.x):
            share = (x - one.x) / (other.x - one.x) if other.x != one.x else 0
            return one.y + share * (other.y - one.y)
    return line[-1].y


def _merged(parts: Iterable[Stations]) -> Stations:
    return {key: y for part in parts for key, y in part.items()}
