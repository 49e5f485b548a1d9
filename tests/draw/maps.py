"""Maps to draw: all of an argument, and a small one that has every kind of link."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from hypothesis import strategies as st

from claimbook.draw import Edge, Map, Relation, around, of_section, overview, render, whole
from claimbook.model import Argument
from claimbook.reason.graph import Graph
from claimbook.reason.verdict import verdicts
from tests.making import argument

SVG = "{http://www.w3.org/2000/svg}"
SMALL = argument(
    {
        "thesis": {"because": [(["linked", "other"], ["exception"]), (["alone"], [])]},
        "linked": {"because": [(["deep"], [])]},
        "other": {"but": ["objection"]},
        "alone": {},
        "deep": {"because": [(["deeper"], [])]},
        "deeper": {},
        "objection": {"voice": "opponent", "but": ["reply"]},
        "reply": {"voice": "editor", "but": ["objection"]},
        "exception": {"voice": "opponent"},
    }
)
LINKS = Graph(SMALL)
NAMES = ["thesis", *"abcdef"]


def every_map(argument_: Argument) -> Iterator[Map]:
    graph = Graph(argument_)
    yield overview(graph)
    yield whole(graph)
    yield from (of_section(graph, section) for section in argument_.sections)
    yield from (around(graph, claim) for claim in argument_.claims)


def drawn(map_: Map, argument_: Argument = SMALL) -> str:
    return render(map_, verdicts(argument_), lambda id_: f"claims/{id_}/", prefix="map")


def tree(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 -- we drew it


def nodes_in(root: ET.Element) -> list[str]:
    return [node for element in root.iter() if (node := element.get("data-node"))]


def edges_in(root: ET.Element) -> list[Edge]:
    return [
        Edge(
            element.attrib["data-from"],
            element.attrib["data-to"],
            Relation(element.attrib["data-relation"]),
        )
        for element in root.iter()
        if "data-from" in element.attrib
    ]


@st.composite
def arguments(draw: st.DrawFn) -> Argument:
    some = st.lists(st.sampled_from(NAMES), max_size=3, unique=True)
    steps = st.lists(st.tuples(some.filter(bool), some), max_size=2)
    return argument({name: {"because": draw(steps), "but": draw(some)} for name in NAMES})
