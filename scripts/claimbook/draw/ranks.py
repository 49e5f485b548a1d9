"""Ranks of boxes and the stations of every link on them, for a layout that runs leftwards.

A rank is a column of boxes. A link passes each rank between its ends through a slot, the space
between two boxes there, and has one station on every rank from its tail to its head.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import TypeVar

from claimbook.draw.layout import Box, Layout, Line, Link

_CLEAR = 7
_APART = 13
_ASIDE = 9
_CORNER = 10
_SLACK = 5

Key = TypeVar("Key")

Stations = Mapping[tuple[int, int], float]
"""The y of a link, by its number, on a rank, by its number."""


@dataclass(frozen=True)
class Cell:
    """A box on its rank."""

    box: Box
    rank: int
    y: float

    @property
    def top(self) -> float:
        """Where the box begins."""
        return self.y - self.box.height / 2

    @property
    def bottom(self) -> float:
        """Where the box ends."""
        return self.y + self.box.height / 2

    @property
    def side(self) -> tuple[float, float]:
        """The stretch of its side on which lines may end."""
        corner = min(_CORNER, self.box.height / 2)
        return self.top + corner, self.bottom - corner

    def nearest(self, y: float) -> float:
        """The place on its side that is nearest to `y`."""
        return _between(y, *self.side)

    def flank(self, y: float) -> float:
        """Just above or below the box, whichever is nearer to `y`."""
        return self.top - _ASIDE if y < self.y else self.bottom + _ASIDE


@dataclass(frozen=True)
class Ranks:
    """Cells by the id of their box; for each rank its cells from the top down and its x."""

    cells: Mapping[str, Cell]
    rows: tuple[tuple[Cell, ...], ...]
    xs: tuple[float, ...]

    def slot(self, rank: int, y: float) -> tuple[float, float]:
        """The free space nearest to `y` between two boxes of a rank."""
        row = self.rows[rank]
        number = bisect([cell.y for cell in row], y)
        low = row[number - 1].bottom + _CLEAR if number else -inf
        high = row[number].top - _CLEAR if number < len(row) else inf
        return (low, high) if low <= high else ((low + high) / 2,) * 2


def ranked(boxes: Sequence[Box], layout: Layout) -> Ranks:
    """The ranks of a layered layout, from the side to which its links run."""
    xs = sorted({centre.x for centre in layout.centres})
    rank = {x: number for number, x in enumerate(xs)}
    cells = [
        Cell(box, rank[centre.x], centre.y)
        for box, centre in zip(boxes, layout.centres, strict=True)
    ]
    cells.sort(key=lambda cell: cell.y)
    rows = (tuple(c for c in cells if c.rank == number) for number in range(len(xs)))
    return Ranks({cell.box.id: cell for cell in cells}, tuple(rows), tuple(xs))


def stations(ranks: Ranks, links: Sequence[Link], layout: Layout) -> Stations:
    """Where every link is on every rank that it touches, with as few bends as there can be."""
    lanes = _lanes(ranks, links, layout)
    return {**lanes, **_ends(ranks, links, lanes)}


def passed(ranks: Ranks, link: Link) -> range:
    """The ranks of a link from its tail to its head."""
    tail, head = ranks.cells[link.tail].rank, ranks.cells[link.head].rank
    return range(tail, head - 1, -1) if tail > head else range(tail, head + 1)


def spread(wishes: Mapping[Key, float], low: float, high: float) -> Mapping[Key, float]:
    """Places between `low` and `high`, apart from each other and each near to its wish."""
    order = sorted(wishes, key=wishes.__getitem__)
    apart = min(_APART, (high - low) / max(len(order) - 1, 1))
    found: list[float] = []
    for key in order:
        y = _between(wishes[key], low, high)
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
            y = _between(y, *slot)
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


def _between(value: float, low: float, high: float) -> float:
    return max(low, min(value, high))
