"""Lines that run level past boxes and turn in the gaps between ranks.

A layout engine gives ranks, the order in them and the heights; where the lines run, and how far
the ranks stand apart for it, follows here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from claimbook.draw.layout import Box, Direction, Layout, Line, Link, Point
from claimbook.draw.ranks import Cell, Ranks, passed, ranked
from claimbook.draw.stations import Stations, stations
from claimbook.draw.tracks import Turn, tracks

_TRACK = 8
_MARGIN = 8
_HEADROOM = 17
_RANK = 50


def routed(
    boxes: Sequence[Box], links: Sequence[Link], layout: Layout, direction: Direction
) -> Layout:
    """The layout with its ranks as close as their lines allow, and these lines."""
    if direction is Direction.UPWARDS:
        turned = [box.turned() for box in boxes]
        return _leftwards(turned, links, layout.turned()).turned()
    return _leftwards(boxes, links, layout)


def _leftwards(boxes: Sequence[Box], links: Sequence[Link], layout: Layout) -> Layout:
    ranks = ranked(boxes, layout)
    at = stations(ranks, links, layout)
    gaps = _gaps(ranks, links, at)
    grid = _Grid(ranks, at, gaps, _columns(ranks, gaps))
    centres = tuple(grid.centre(box.id) for box in boxes)
    lines = tuple(tuple(grid.points(number, link)) for number, link in enumerate(links))
    return _trimmed(boxes, centres, lines)


@dataclass(frozen=True)
class _Gap:
    """The space between a rank and the next: the track of each link that turns in it."""

    tracks: Mapping[int, int]
    headroom: float
    least: float

    @property
    def width(self) -> float:
        needed = self.headroom + max(self.tracks.values(), default=0) * _TRACK + _MARGIN
        return max(needed, self.least)


@dataclass(frozen=True)
class _Column:
    left: float
    width: float

    @property
    def middle(self) -> float:
        return self.left + self.width / 2

    @property
    def right(self) -> float:
        return self.left + self.width


@dataclass(frozen=True)
class _Grid:
    ranks: Ranks
    at: Stations
    gaps: Sequence[_Gap]
    columns: Sequence[_Column]

    def centre(self, box: str) -> Point:
        cell = self.ranks.cells[box]
        return Point(self.columns[cell.rank].middle, cell.y)

    def points(self, number: int, link: Link) -> Iterator[Point]:
        """The corners of a link from its tail to its tip."""
        along = passed(self.ranks, link)
        yield Point(self._side(link.tail, along[1] - along[0]), self.at[number, along[0]])
        for one, other in pairwise(along):
            yield from self._turn(number, one, other)
        end = self.at[number, along[-1]]
        if link.aside:
            yield from self._flank(link.head, end)
        else:
            yield Point(self._side(link.head, along[-2] - along[-1]), end)

    def _turn(self, number: int, one: int, other: int) -> Iterator[Point]:
        gap = min(one, other)
        if number in self.gaps[gap].tracks:
            start = self.columns[gap].right + self.gaps[gap].headroom
            x = start + self.gaps[gap].tracks[number] * _TRACK
            yield Point(x, self.at[number, one])
            yield Point(x, self.at[number, other])

    def _side(self, box: str, towards: int) -> float:
        half = self.ranks.cells[box].box.width / 2
        return self.centre(box).x + (half if towards > 0 else -half)

    def _flank(self, box: str, y: float) -> Iterator[Point]:
        cell, x = self.ranks.cells[box], self.centre(box).x
        yield Point(x, y)
        yield Point(x, cell.top if y < cell.y else cell.bottom)


def _gaps(ranks: Ranks, links: Sequence[Link], at: Stations) -> list[_Gap]:
    turns: list[list[Turn]] = [[] for _ in ranks.rows[1:]]
    least = [0.0 for _ in turns]
    for number, link in enumerate(links):
        along = passed(ranks, link)
        for gap in map(min, pairwise(along)):
            turns[gap].append(Turn(number, link.head, at[number, gap], at[number, gap + 1]))
            least[gap] = max(least[gap], _RANK * (link.ranks - len(along) + 1))
    found = zip(ranks.rows, turns, least, strict=False)
    return [_gap(row, turned, width) for row, turned, width in found]


def _gap(row: Sequence[Cell], turns: Sequence[Turn], least: float) -> _Gap:
    tips = any(not cell.box.joint for cell in row)
    return _Gap(tracks(turns), _HEADROOM if tips else _MARGIN, least)


def _columns(ranks: Ranks, gaps: Sequence[_Gap]) -> list[_Column]:
    widths = [max(cell.box.width for cell in row) for row in ranks.rows]
    steps = (width + gap.width for width, gap in zip(widths, gaps, strict=False))
    lefts = accumulate(steps, initial=0.0)
    return [_Column(left, width) for left, width in zip(lefts, widths, strict=True)]


def _trimmed(boxes: Sequence[Box], centres: Sequence[Point], lines: Sequence[Line]) -> Layout:
    """The layout moved so that nothing lies before the origin."""
    placed = list(zip(centres, boxes, strict=True))
    corners = [Point(c.x - b.width / 2, c.y - b.height / 2) for c, b in placed]
    corners += [Point(c.x + b.width / 2, c.y + b.height / 2) for c, b in placed]
    corners += [point for line in lines for point in line]
    left, right = min(p.x for p in corners), max(p.x for p in corners)
    top, bottom = min(p.y for p in corners), max(p.y for p in corners)
    return Layout(
        right - left,
        bottom - top,
        tuple(Point(p.x - left, p.y - top) for p in centres),
        tuple(tuple(Point(p.x - left, p.y - top) for p in line) for line in lines),
    )
