"""Where the boxes of a map go and how its lines run: sizes in, positions out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

import pygraphviz

_POINTS_PER_INCH = 72
_ARROW = 8
_NODE_SEP = 16
_RANK_SEP = 20


class Direction(StrEnum):
    """Which way the links run, as Graphviz names it."""

    LEFTWARDS = "RL"
    UPWARDS = "BT"


@dataclass(frozen=True)
class Box:
    """What to place: its size in pixels, and the band it belongs to, if any."""

    id: str
    width: float
    height: float
    band: str = ""


@dataclass(frozen=True)
class Link:
    """A line to draw; `ranks` is how many rows it spans at least, `pointed` leaves a tip."""

    tail: str
    head: str
    ranks: int
    pointed: bool


@dataclass(frozen=True)
class Point:
    """A position in pixels, y downwards."""

    x: float
    y: float


@dataclass(frozen=True)
class Curve:
    """A chain of cubic Bézier segments, and the tip to which a pointed line goes on."""

    points: tuple[Point, ...]
    tip: Point


@dataclass(frozen=True)
class Frame:
    """The rectangle around the boxes of one band."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """Centres in the order of the boxes, curves in the order of the links, frames by band."""

    width: float
    height: float
    centres: tuple[Point, ...]
    curves: tuple[Curve, ...]
    frames: tuple[tuple[str, Frame], ...] = ()


class LayoutEngine(Protocol):
    """Anything that places boxes so that links run in a direction: the same for the same input."""

    def __call__(
        self, boxes: Sequence[Box], links: Sequence[Link], direction: Direction
    ) -> Layout: ...


def graphviz(boxes: Sequence[Box], links: Sequence[Link], direction: Direction) -> Layout:
    """The layered layout of Graphviz's dot (Gansner et al. 1993); no text reaches it."""
    source = "\n".join(_dot(boxes, links, direction))
    graph = pygraphviz.AGraph(string=source)
    return _layout(json.loads(graph.draw(prog="dot", format="json0")), boxes, links)


def _dot(boxes: Sequence[Box], links: Sequence[Link], direction: Direction) -> Iterator[str]:
    yield f"digraph {{ rankdir={direction} nodesep={_inches(_NODE_SEP)}"
    yield f"ranksep={_inches(_RANK_SEP)}"
    yield 'node [shape=box fixedsize=true label=""]'
    yield f"edge [arrowsize={_ARROW / 10}]"
    for number, box in enumerate(boxes):
        yield f"n{number} [width={_inches(box.width)} height={_inches(box.height)}]"
    for number, band in enumerate(_bands(boxes)):
        members = " ".join(f"n{i}" for i, box in enumerate(boxes) if box.band == band)
        yield f'subgraph cluster{number} {{ margin=24 label="" {members} }}'
    index = {box.id: number for number, box in enumerate(boxes)}
    for number, link in enumerate(links):
        ends = f"n{index[link.tail]} -> n{index[link.head]}"
        arrow = "normal" if link.pointed else "none"
        yield f"{ends} [id={number} minlen={link.ranks} arrowhead={arrow}]"
    yield "}"


def _bands(boxes: Iterable[Box]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(box.band for box in boxes if box.band))


def _inches(pixels: float) -> str:
    return f"{pixels / _POINTS_PER_INCH:.4f}"


def _layout(drawn: Any, boxes: Sequence[Box], links: Sequence[Link]) -> Layout:  # noqa: ANN401
    left, bottom, right, top = map(float, drawn["bb"].split(","))
    objects = {item["name"]: item for item in drawn.get("objects", ())}
    edges = {int(edge["id"]): edge for edge in drawn.get("edges", ())}
    return Layout(
        right - left,
        top - bottom,
        tuple(_point(objects[f"n{number}"]["pos"], top) for number in range(len(boxes))),
        tuple(_curve(edges[number]["pos"], top) for number in range(len(links))),
        tuple(
            (band, _frame(objects[f"cluster{number}"]["bb"], top))
            for number, band in enumerate(_bands(boxes))
        ),
    )


def _point(pair: str, top: float) -> Point:
    x, y = map(float, pair.split(","))
    return Point(x, top - y)


def _curve(spline: str, top: float) -> Curve:
    """Read Graphviz's `e,x,y p0 p1 …`, where `e` is the tip of the arrow."""
    words = spline.split()
    points = tuple(_point(word, top) for word in words if not word.startswith("e"))
    tips = [_point(word.removeprefix("e,"), top) for word in words if word.startswith("e")]
    return Curve(points, *(tips or points[-1:]))


def _frame(corners: str, top: float) -> Frame:
    x, bottom, right, y = map(float, corners.split(","))
    return Frame(x, top - y, right - x, y - bottom)
