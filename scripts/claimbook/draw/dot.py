"""The layered layout of Graphviz's dot (Gansner et al. 1993); no text reaches it, only sizes."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pygraphviz

from claimbook.draw.layout import Box, Direction, Layout, Line, Link, Point

_POINTS_PER_INCH = 72
_NODE_SEP = 14
_RANK_SEP = 24
_BAND_MARGIN = 24
_SAMPLES = 4
_Weights = tuple[float, float, float, float]
_WEIGHTS: Sequence[_Weights] = [
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    for t in (step / _SAMPLES for step in range(_SAMPLES))
]


def dot(boxes: Sequence[Box], links: Sequence[Link], direction: Direction) -> Layout:
    """Place boxes by dot; lines come as the points of its splines."""
    graph = pygraphviz.AGraph(string="\n".join(_source(boxes, links, direction)))
    drawn: Mapping[str, Any] = json.loads(graph.draw(prog="dot", format="json0"))
    left, bottom, right, top = map(float, drawn["bb"].split(","))
    objects = {item["name"]: item for item in drawn.get("objects", ())}
    edges = {int(edge["id"]): edge for edge in drawn.get("edges", ())}
    return Layout(
        right - left,
        top - bottom,
        tuple(_point(objects[f"n{number}"]["pos"], top) for number in range(len(boxes))),
        tuple(_line(edges[number]["pos"], top) for number in range(len(links))),
    )


def _source(boxes: Sequence[Box], links: Sequence[Link], direction: Direction) -> Iterator[str]:
    yield f"digraph {{ newrank=true rankdir={direction} nodesep={_inches(_NODE_SEP)}"
    yield f'ranksep={_inches(_RANK_SEP)} node [shape=box fixedsize=true label=""]'
    yield "edge [dir=none]"
    for number, box in enumerate(boxes):
        yield f"n{number} [{_size(box, direction)}]"
    bands = dict.fromkeys(box.band for box in boxes if box.band)
    for number, band in enumerate(bands):
        members = " ".join(f"n{i}" for i, box in enumerate(boxes) if box.band == band)
        yield f'subgraph cluster{number} {{ margin={_BAND_MARGIN} label="" {members} }}'
    index = {box.id: number for number, box in enumerate(boxes)}
    for number, link in enumerate(links):
        free = "constraint=false" if link.loose else ""
        settings = f"id={number} minlen={link.ranks} weight={link.weight} {free}"
        yield f"n{index[link.tail]} -> n{index[link.head]} [{settings}]"
    yield "}"


def _size(box: Box, direction: Direction) -> str:
    across = 2 * box.margin
    width, height = box.width, box.height
    if direction is Direction.LEFTWARDS:
        height += across
    else:
        width += across
    return f"width={_inches(width)} height={_inches(height)}"


def _inches(pixels: float) -> str:
    return f"{pixels / _POINTS_PER_INCH:.4f}"


def _point(pair: str, top: float) -> Point:
    x, y = map(float, pair.split(","))
    return Point(x, top - y)


def _line(spline: str, top: float) -> Line:
    """Points along a chain of cubic Bézier segments `p0 p1 p2 p3 …`."""
    points = [_point(pair, top) for pair in spline.split()]
    sampled = (
        _bezier(points[start : start + 4], weights)
        for start in range(0, len(points) - 1, 3)
        for weights in _WEIGHTS
    )
    return (*sampled, points[-1])


def _bezier(points: Sequence[Point], weights: _Weights) -> Point:
    (a, b, c, d), (p, q, r, s) = weights, points
    return Point(
        a * p.x + b * q.x + c * r.x + d * s.x,
        a * p.y + b * q.y + c * r.y + d * s.y,
    )
