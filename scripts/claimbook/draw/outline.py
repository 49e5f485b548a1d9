"""A map as nested lists: the same nodes and links, in words' order."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimbook.draw.map import Edge, Map, Relation


@dataclass(frozen=True)
class OutlineItem:
    """A node of a map under what it bears on, with what bears on it as children.

    `relation` is its link to the item above, None at the top. A node has its children where it
    stands nearest to the top; everywhere else it is `seen_before` and has none.
    """

    node_id: str
    relation: Relation | None
    children: tuple["OutlineItem", ...] = ()
    seen_before: bool = False


def outline(map_: Map) -> tuple[OutlineItem, ...]:
    """The map from what nothing else rests on downwards; every link appears once."""
    below = _below(map_)
    placed = _places(map_, below)
    tops = (id_ for id_, edge in placed.items() if edge is None)
    return tuple(OutlineItem(id_, None, _children(id_, below, placed)) for id_ in tops)


def relations(items: Iterable[OutlineItem]) -> Iterator[Edge]:
    """Every link that an outline tells."""
    for item in items:
        for child in item.children:
            if child.relation:
                yield Edge(child.node_id, item.node_id, child.relation)
        yield from relations(item.children)


def node_ids(items: Iterable[OutlineItem]) -> Iterator[str]:
    """The id of every node that an outline shows in full."""
    for item in items:
        if not item.seen_before:
            yield item.node_id
        yield from node_ids(item.children)


def _below(map_: Map) -> Mapping[str, tuple[Edge, ...]]:
    found: dict[str, list[Edge]] = defaultdict(list)
    for edge in map_.edges:
        found[edge.head].append(edge)
    return {head: tuple(edges) for head, edges in found.items()}


def _places(map_: Map, below: Mapping[str, tuple[Edge, ...]]) -> Mapping[str, Edge | None]:
    """For each node the link under which it is shown in full, None for one at the top."""
    tails = {edge.tail for edge in map_.edges}
    tops = [node.id for node in map_.nodes if node.id not in tails]
    placed: dict[str, Edge | None] = {}
    # Claims that only attack each other have no top: the first of them serves as one.
    for start in (tops, *([node.id] for node in map_.nodes)):
        _place(start, below, placed)
    return placed


def _place(
    starts: Iterable[str], below: Mapping[str, tuple[Edge, ...]], placed: dict[str, Edge | None]
) -> None:
    waiting: deque[tuple[str, Edge | None]] = deque((id_, None) for id_ in starts)
    while waiting:
        id_, edge = waiting.popleft()
        if id_ not in placed:
            placed[id_] = edge
            waiting.extend((link.tail, link) for link in below.get(id_, ()))


def _children(
    id_: str, below: Mapping[str, tuple[Edge, ...]], placed: Mapping[str, Edge | None]
) -> tuple[OutlineItem, ...]:
    return tuple(_item(edge, below, placed) for edge in below.get(id_, ()))


def _item(
    edge: Edge, below: Mapping[str, tuple[Edge, ...]], placed: Mapping[str, Edge | None]
) -> OutlineItem:
    if placed[edge.tail] != edge:
        return OutlineItem(edge.tail, edge.relation, seen_before=True)
    return OutlineItem(edge.tail, edge.relation, _children(edge.tail, below, placed))
