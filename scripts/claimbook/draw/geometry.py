"""Shapes in the path language of SVG."""

from math import hypot

from claimbook.draw.layout import Curve, Point

_BAR = 6
_GAP = 3
_HEAD = 4


def number(value: float) -> str:
    """A coordinate with one decimal at most, so that bytes stay few and the same everywhere."""
    return f"{round(value, 1) + 0:.12g}"


def line(curve: Curve) -> str:
    """The path along a curve."""
    start, *rest = map(_pair, curve.points)
    return f"M{start}C{' '.join(rest)}"


def barred(curve: Curve) -> str:
    """The path along a curve on to just before its tip."""
    return f"{line(curve)}L{_pair(_before(curve))}"


def bar(curve: Curve) -> str:
    """A stroke across the end of a barred line."""
    end, (x, y) = _before(curve), _aim(curve)
    one = Point(end.x - y * _BAR, end.y + x * _BAR)
    other = Point(end.x + y * _BAR, end.y - x * _BAR)
    return f"M{_pair(one)}L{_pair(other)}"


def arrowhead(curve: Curve) -> str:
    """A filled triangle from the end of a curve to its tip."""
    base, (x, y) = curve.points[-1], _aim(curve)
    one = Point(base.x - y * _HEAD, base.y + x * _HEAD)
    other = Point(base.x + y * _HEAD, base.y - x * _HEAD)
    return f"M{_pair(one)}L{_pair(curve.tip)}L{_pair(other)}Z"


def middle(curve: Curve) -> Point:
    """The point half-way along the middle segment of a curve (de Casteljau at one half)."""
    first = (len(curve.points) - 1) // 6 * 3
    a, b, c, d = curve.points[first : first + 4]
    return Point((a.x + 3 * b.x + 3 * c.x + d.x) / 8, (a.y + 3 * b.y + 3 * c.y + d.y) / 8)


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"


def _aim(curve: Curve) -> tuple[float, float]:
    """The direction of the end of a curve, of length one."""
    end = curve.points[-1]
    x, y = curve.tip.x - end.x, curve.tip.y - end.y
    length = hypot(x, y) or 1
    return x / length, y / length


def _before(curve: Curve) -> Point:
    x, y = _aim(curve)
    return Point(curve.tip.x - x * _GAP, curve.tip.y - y * _GAP)
