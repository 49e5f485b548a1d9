"""From a map to a picture: every node with its content and centre, every link with its line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimbook.draw.card import Card, card
from claimbook.draw.dot import dot
from claimbook.draw.layout import Box, Direction, Frame, Layout, LayoutEngine, Line, Link, Point
from claimbook.draw.map import ClaimNode, Edge, Map, Node, Relation, StepNode
from claimbook.draw.routing import routed
from claimbook.reason.verdict import Verdict

_MANY = 40
_FLANK = 10
_BAND = 12
_BAND_HEAD = 30


@dataclass(frozen=True)
class Setting:
    """How to lay out: pixels of width to keep to if possible, and by which engine."""

    room: float = 900
    engine: LayoutEngine = dot


@dataclass(frozen=True)
class Placed:
    """A node where it stands on the picture."""

    node: Node
    card: Card
    centre: Point
    verdict: Verdict
    focus: bool

    @property
    def frame(self) -> Frame:
        """The rectangle that its box fills."""
        width, height = self.card.width, self.card.height
        return Frame(self.centre.x - width / 2, self.centre.y - height / 2, width, height)


@dataclass(frozen=True)
class Picture:
    """A map laid out, in pixels: its own frame, nodes, lines, and the frames of its bands."""

    frame: Frame
    nodes: tuple[Placed, ...]
    lines: tuple[tuple[Edge, Line], ...]
    bands: tuple[tuple[str, Frame], ...]


def picture(map_: Map, verdicts: Mapping[str, Verdict], setting: Setting) -> Picture:
    """The map laid out in the direction that keeps to the room given, if one does.

    Upwards comes first, since most small maps are narrow then; large ones only run leftwards.
    """
    cards = [card(node, map_, verdicts[node.id]) for node in map_.nodes]
    layout = _layout(map_, cards, setting)
    nodes = tuple(
        Placed(node, card_, centre, verdicts[node.id], node.id == map_.focus)
        for node, card_, centre in zip(map_.nodes, cards, layout.centres, strict=True)
    )
    lines = tuple(zip(map_.edges, layout.lines, strict=True))
    bands = tuple(_bands(nodes, map_)) if map_.banded else ()
    frames = (Frame(0, 0, layout.width, layout.height), *(frame for _, frame in bands))
    return Picture(_around(frames), nodes, lines, bands)


def _layout(map_: Map, cards: Sequence[Card], setting: Setting) -> Layout:
    attacked = {edge.head for edge in map_.edges if edge.relation is Relation.UNDERCUTS}
    boxes = [
        _box(node, card_, attacked, band=_section(node, map_) if map_.banded else "")
        for node, card_ in zip(map_.nodes, cards, strict=True)
    ]
    links = list(_links(map_))
    found = []
    for direction in _directions(boxes):
        layout = routed(boxes, links, setting.engine(boxes, links, direction), direction)
        if layout.width <= setting.room:
            return layout
        found.append(layout)
    return min(found, key=lambda layout: layout.width)


def _directions(boxes: Sequence[Box]) -> tuple[Direction, ...]:
    if len(boxes) > _MANY:
        return (Direction.LEFTWARDS,)
    return Direction.UPWARDS, Direction.LEFTWARDS


def _section(node: Node, map_: Map) -> str:
    if isinstance(node, ClaimNode):
        return node.origin
    return _section(map_.by_id[node.step.conclusion], map_)


def _box(node: Node, card_: Card, attacked: set[str], *, band: str) -> Box:
    joint = isinstance(node, StepNode)
    margin = _FLANK if node.id in attacked and joint else 0
    return Box(node.id, card_.width, card_.height, margin, joint=joint, band=band)


def _links(map_: Map) -> Iterator[Link]:
    # Claims keep to every other rank, joints to those between, so that no rank mixes both widths.
    used = Counter(edge.tail for edge in map_.edges)
    before = {id_: (-used[id_], number) for number, id_ in enumerate(map_.by_id)}
    edges = frozenset(map_.edges)
    for edge in map_.edges:
        match edge.relation:
            case Relation.REBUTS:
                # Of two claims that attack each other, the one of less use else stands behind.
                mutual = Edge(edge.head, edge.tail, edge.relation) in edges
                returned = mutual and before[edge.tail] < before[edge.head]
                yield Link(edge.tail, edge.head, ranks=2, loose=returned)
            case Relation.UNDERCUTS:
                yield Link(edge.tail, edge.head, aside=True)
            case _:
                yield Link(edge.tail, edge.head, weight=4)


def _bands(nodes: Iterable[Placed], map_: Map) -> Iterator[tuple[str, Frame]]:
    members: dict[str, list[Frame]] = {}
    for placed in nodes:
        members.setdefault(_section(placed.node, map_), []).append(placed.frame)
    for title, frames in members.items():
        inner = _around(frames)
        width, height = inner.width + 2 * _BAND, inner.height + _BAND_HEAD + _BAND
        yield title, Frame(inner.x - _BAND, inner.y - _BAND_HEAD, width, height)


def _around(frames: Sequence[Frame]) -> Frame:
    left, top = min(f.x for f in frames), min(f.y for f in frames)
    right, bottom = max(f.x + f.width for f in frames), max(f.y + f.height for f in frames)
    return Frame(left, top, right - left, bottom - top)
