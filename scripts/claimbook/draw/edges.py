"""Links as SVG: each kind has its own line, end and sign, so that none is told by colour alone."""

from collections.abc import Iterator

from claimbook.draw import geometry, wording
from claimbook.draw.geometry import number
from claimbook.draw.layout import Line
from claimbook.draw.map import Edge, Map, Relation
from claimbook.draw.markup import element, text

_CROSS = "M-2.5-2.5 2.5 2.5M-2.5 2.5 2.5-2.5"
_SIGN = element("circle", {"r": "6.5"}) + element("path", {"d": _CROSS})


def drawn_edge(edge: Edge, line: Line, map_: Map) -> str:
    """A link: with an arrowhead where it supports, with a bar and a sign where it attacks."""
    ends = {"data-from": edge.tail, "data-to": edge.head, "data-relation": edge.relation}
    title = element("title", {}, text(wording.about_edge(edge, map_)))
    return element(
        "g", {"class": f"cb-edge cb-{edge.relation}", **ends}, title, *_shape(edge.relation, line)
    )


def _shape(relation: Relation, line: Line) -> Iterator[str]:
    match relation:
        case Relation.PREMISE:
            yield _path("cb-line", geometry.path(line))
        case Relation.SUPPORTS:
            yield _path("cb-line", geometry.pointed(line))
            yield _path("cb-tip", geometry.arrowhead(line))
        case Relation.REBUTS | Relation.UNDERCUTS:
            yield _path("cb-line", geometry.barred(line))
            yield _path("cb-bar", geometry.bar(line))
            at = geometry.middle(line)
            place = f"translate({number(at.x)} {number(at.y)})"
            yield element("g", {"class": "cb-sign", "transform": place}, _SIGN)


def _path(class_: str, way: str) -> str:
    return element("path", {"class": class_, "d": way})
