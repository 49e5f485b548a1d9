"""A share over time as a small line, from nothing at the bottom to everything at the top."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from claimbook.draw.geometry import number

_WIDTH: Final = 120
_HEIGHT: Final = 28
_MARGIN: Final = 4  # room for the dot at the end

Point = tuple[str, float]
"""An ISO time and a share from 0 to 1."""


def trend(points: Sequence[Point], *, told: str) -> str:
    """The SVG of two points or more in the order of time; `told` says the same in words."""
    root = _root(told)
    base = number(_HEIGHT - _MARGIN)
    ends = {"x1": "0", "x2": number(_WIDTH), "y1": base, "y2": base}
    SubElement(root, "line", {"class": "cb-trend__zero", **ends})
    places = tuple(_places(points))
    line = " ".join(f"{number(x)},{number(y)}" for x, y in places)
    SubElement(root, "polyline", {"class": "cb-trend__line", "points": line})
    x, y = places[-1]
    dot = {"cx": number(x), "cy": number(y), "r": "3"}
    SubElement(root, "circle", {"class": "cb-trend__now", **dot})
    return tostring(root, encoding="unicode")


def _root(told: str) -> Element:
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "cb-trend",
        "width": number(_WIDTH),
        "height": number(_HEIGHT),
        "viewBox": f"0 0 {number(_WIDTH)} {number(_HEIGHT)}",
        "role": "img",
        "aria-label": told,
    }
    return Element("svg", attributes)


def _places(points: Sequence[Point]) -> Iterator[tuple[float, float]]:
    """Time runs from left to right."""
    times = [datetime.fromisoformat(time).timestamp() for time, _ in points]
    first, span = times[0], times[-1] - times[0]
    for time, (_, share) in zip(times, points, strict=True):
        along = (time - first) / span if span else 1.0
        x = _MARGIN + along * (_WIDTH - 2 * _MARGIN)
        yield x, _HEIGHT - _MARGIN - share * (_HEIGHT - 2 * _MARGIN)
