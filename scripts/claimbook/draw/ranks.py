"""Ranks of boxes, from the side to which links run; between the boxes of a rank are slots."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from claimbook.draw.layout import Box, Layout, Link

_CLEAR = 7
_ASIDE = 9
_CORNER = 10


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
        return between(y, *self.side)

    def flank(self, y: float) -> float:
        """Just above or below the box, whichever is nearer to `y`."""
        return self.top - _ASIDE if y < self.y else self.bottom + _ASIDE


@dataclass(frozen=True)
class Ranks:
    """Columns of boxes: cells by the id of their box, and from the top down, and the x of each."""

    cells: Mapping[str, Cell]
    rows: tuple[tuple[Cell, ...], ...]
    xs: tuple[float, ...]

    def slot(self, rank: int, y: float) -> tuple[float, float]:
        """The free space nearest to `y` between two boxes of a rank."""
        row = self.rows[rank]
        number = bisect([cell.y for cell in row], y)
        low = row[number - 1].bottom + row[number - 1].box.margin + _CLEAR if number else -inf
        high = row[number].top - row[number].box.margin - _CLEAR if number < len(row) else inf
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


def passed(ranks: Ranks, link: Link) -> range:
    """The ranks of a link from its tail to its head."""
    tail, head = ranks.cells[link.tail].rank, ranks.cells[link.head].rank
    return range(tail, head - 1, -1) if tail > head else range(tail, head + 1)


def between(value: float, low: float, high: float) -> float:
    """The number from `low` to `high` that is nearest to `value`."""
    return max(low, min(value, high))
