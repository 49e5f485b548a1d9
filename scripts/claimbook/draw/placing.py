"""From a map to a picture: every node with its content and centre, every link with its curve."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimbook.draw.card import Card, card
from claimbook.draw.layout import (
    Box,
    Curve,
    Direction,
    Frame,
    Layout,
    LayoutEngine,
    Link,
    Point,
    graphviz,
)
from claimbook.draw.map import ClaimNode, Edge, Map, Node, Relation
from claimbook.reason.verdict import Verdict

_SMALL = 12


@dataclass(frozen=True)
class Setting:
    """How to lay out: pixels of width to keep to, whether to frame the claims of each section."""

    room: float = 900
    banded: bool = False
    engine: LayoutEngine = graphviz


@dataclass(frozen=True)
class Placed:
    """A node where it stands on the picture."""

    node: Node
    card: Card
    centre: Point
    verdict: Verdict
    focus: bool


@dataclass(frozen=True)
class Picture:
    """A map laid out: sizes and positions in pixels."""

    width: float
    height: float
    nodes: tuple[Placed, ...]
    curves: tuple[tuple[Edge, Curve], ...]
    bands: tuple[tuple[str, Frame], ...]


def picture(map_: Map, verdicts: Mapping[str, Verdict], setting: Setting) -> Picture:
    """The map laid out in the direction that keeps to the room given, if one does.

    Small maps grow upwards, large ones to the right, where both directions fit.
    """
    cards = [card(node, map_, verdicts[node.id]) for node in map_.nodes]
    layout = _layout(map_, cards, setting)
    nodes = (
        Placed(node, card_, centre, verdicts[node.id], node.id == map_.focus)
        for node, card_, centre in zip(map_.nodes, cards, layout.centres, strict=True)
    )
    curves = zip(map_.edges, layout.curves, strict=True)
    return Picture(layout.width, layout.height, tuple(nodes), tuple(curves), layout.frames)


def _layout(map_: Map, cards: list[Card], setting: Setting) -> Layout:
    boxes = [_box(*pair, banded=setting.banded) for pair in zip(map_.nodes, cards, strict=True)]
    links = [_link(edge) for edge in map_.edges]
    small = len(map_.nodes) <= _SMALL
    first, second = sorted(Direction, key=Direction.UPWARDS.__eq__, reverse=small)
    layout = setting.engine(boxes, links, first)
    if layout.width <= setting.room:
        return layout
    return min(layout, setting.engine(boxes, links, second), key=lambda found: found.width)


def _box(node: Node, card_: Card, *, banded: bool) -> Box:
    band = node.origin if banded and isinstance(node, ClaimNode) else ""
    return Box(node.id, card_.width, card_.height, band)


def _link(edge: Edge) -> Link:
    # Claims keep to every other rank, joints to those between, so that no rank mixes both widths.
    ranks = 2 if edge.relation is Relation.REBUTS else 1
    return Link(edge.tail, edge.head, ranks, pointed=edge.relation is not Relation.PREMISE)
