"""Shapes in the path language of SVG."""

from collections.abc import Iterator
from itertools import pairwise
from math import hypot

from claimbook.draw.layout import Line, Point

_RADIUS = 7
_BAR = 6
_GAP = 3
_ARROW = 8
_HALF = 4


def number(value: float) -> str:
    """A coordinate with one decimal at most, so that bytes stay few and the same everywhere."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def path(line: Line) -> str:
    """The way along a line, its corners rounded."""
    corners = _corners(line)
    return f"M{_pair(line[0])}{''.join(corners)}L{_pair(line[-1])}"


def pointed(line: Line) -> str:
    """The way along a line up to its arrowhead."""
    return path(_shortened(line, _ARROW))


def arrowhead(line: Line) -> str:
    """A triangle at the tip of a line."""
    one, other = _across(_shortened(line, _ARROW), _HALF)
    return f"M{_pair(one)}L{_pair(line[-1])}L{_pair(other)}Z"


def barred(line: Line) -> str:
    """The way along a line to just before its tip."""
    return path(_shortened(line, _GAP))


def bar(line: Line) -> str:
    """A stroke across the end of a barred line."""
    one, other = _across(_shortened(line, _GAP), _BAR)
    return f"M{_pair(one)}L{_pair(other)}"


def middle(line: Line) -> Point:
    """The point half-way along the longest stretch of a line."""
    one, other = max(pairwise(line), key=lambda ends: round(_length(*ends), 1))
    return _between(one, other, 0.5)


def _corners(line: Line) -> Iterator[str]:
    for before, corner, after in zip(line, line[1:], line[2:], strict=False):
        lengths = _length(corner, before), _length(corner, after)
        radius = min(_RADIUS, *(length / 2 for length in lengths))
        start, end = (
            _between(corner, other, radius / length if length else 0)
            for other, length in zip((before, after), lengths, strict=True)
        )
        yield f"L{_pair(start)}Q{_pair(corner)} {_pair(end)}"


def _shortened(line: Line, by: float) -> Line:
    *rest, before, tip = line
    length = _length(tip, before)
    return (*rest, before, _between(tip, before, min(by / length, 1) if length else 0))


def _across(line: Line, half: float) -> tuple[Point, Point]:
    """Two points beside the end of a line."""
    before, end = line[-2:]
    length = _length(before, end) or 1
    x, y = (end.x - before.x) / length * half, (end.y - before.y) / length * half
    return Point(end.x - y, end.y + x), Point(end.x + y, end.y - x)


def _between(one: Point, other: Point, share: float) -> Point:
    return Point(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share)


def _length(one: Point, other: Point) -> float:
    return hypot(other.x - one.x, other.y - one.y)


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"
