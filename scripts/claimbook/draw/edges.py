"""Links as SVG: each kind has its own line, end and sign, so that none is told by colour alone."""

from xml.etree.ElementTree import Element, SubElement

from claimbook.draw import geometry, wording
from claimbook.draw.geometry import number
from claimbook.draw.layout import Line
from claimbook.draw.map import Edge, Map, Relation

_CROSS = "M-2.5-2.5 2.5 2.5M-2.5 2.5 2.5-2.5"


def draw_edge(lines: Element, edge: Edge, line: Line, map_: Map) -> None:
    """Add a link: with an arrowhead where it supports, with a bar and a sign where it attacks."""
    ends = {"data-from": edge.tail, "data-to": edge.head, "data-relation": edge.relation}
    group = SubElement(lines, "g", {"class": f"cb-edge cb-{edge.relation}", **ends})
    SubElement(group, "title").text = wording.about_edge(edge, map_)
    if edge.relation in {Relation.REBUTS, Relation.UNDERCUTS}:
        _attack(group, line)
        return
    if edge.relation is Relation.PREMISE:
        SubElement(group, "path", {"class": "cb-line", "d": geometry.path(line)})
        return
    SubElement(group, "path", {"class": "cb-line", "d": geometry.pointed(line)})
    SubElement(group, "path", {"class": "cb-tip", "d": geometry.arrowhead(line)})


def _attack(group: Element, line: Line) -> None:
    SubElement(group, "path", {"class": "cb-line", "d": geometry.barred(line)})
    SubElement(group, "path", {"class": "cb-bar", "d": geometry.bar(line)})
    at = geometry.middle(line)
    sign = SubElement(group, "g", {"class": "cb-sign"})
    sign.set("transform", f"translate({number(at.x)} {number(at.y)})")
    SubElement(sign, "circle", r="6.5")
    SubElement(sign, "path", d=_CROSS)
