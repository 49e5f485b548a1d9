"""What a layout engine takes and gives: sizes in, positions out, all in pixels, y downwards."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple, Protocol


class Direction(StrEnum):
    """Which way the links run, as Graphviz names it."""

    LEFTWARDS = "RL"
    UPWARDS = "BT"


@dataclass(frozen=True)
class Box:
    """What to place: its size, the space to keep free before and after it, its band if any.

    Links meet in the middle of the side of a `joint`; elsewhere they spread over the side.
    """

    id: str
    width: float
    height: float
    margin: float = 0
    joint: bool = False
    band: str = ""

    def turned(self) -> "Box":
        """The box mirrored at the diagonal."""
        return replace(self, width=self.height, height=self.width)


@dataclass(frozen=True)
class Link:
    """A line to draw: how many ranks it spans at least, and how much it should be straight.

    A link that comes `aside` ends on the flank of its head, apart from those that run into it. A
    `loose` one has no say in the ranks, so that it may run backwards.
    """

    tail: str
    head: str
    ranks: int = 1
    weight: int = 1
    aside: bool = False
    loose: bool = False


class Point(NamedTuple):
    """A position."""

    x: float
    y: float

    def turned(self) -> "Point":
        """The position mirrored at the diagonal."""
        return Point(self.y, self.x)


Line = tuple[Point, ...]


@dataclass(frozen=True)
class Frame:
    """The rectangle around the boxes of one band."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """Centres in the order of the boxes, lines in the order of the links."""

    width: float
    height: float
    centres: tuple[Point, ...]
    lines: tuple[Line, ...]

    def turned(self) -> "Layout":
        """The layout mirrored at the diagonal."""
        return Layout(
            self.height,
            self.width,
            tuple(point.turned() for point in self.centres),
            tuple(tuple(point.turned() for point in line) for line in self.lines),
        )


class LayoutEngine(Protocol):
    """Anything that places boxes in ranks so that links run in a direction.

    The same input gives the same output.
    """

    def __call__(
        self, boxes: Sequence[Box], links: Sequence[Link], direction: Direction
    ) -> Layout: ...
