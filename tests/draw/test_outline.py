from collections import Counter

import pytest
from hypothesis import given, settings

from claimbook.draw import Map, Relation, outline, whole
from claimbook.draw.outline import node_ids, relations
from claimbook.model import Argument
from claimbook.reason.graph import Graph
from tests.draw.maps import LINKS, arguments, drawn, edges_in, every_map, nodes_in, tree
from tests.making import argument


def assert_parity(map_: Map, svg: str) -> None:
    root = tree(svg)
    nodes = Counter(node.id for node in map_.nodes)
    edges = Counter(map_.edges)
    assert Counter(nodes_in(root)) == nodes == Counter(node_ids(outline(map_)))
    assert Counter(edges_in(root)) == edges == Counter(relations(outline(map_)))


@pytest.mark.parametrize("which", ["twin", "real"])
def test_picture_outline_and_map_say_the_same(which: str, request: pytest.FixtureRequest) -> None:
    argument_: Argument = request.getfixturevalue(which)
    maps = list(every_map(argument_))
    assert len(maps) == 2 + len(argument_.sections) + len(argument_.claims)
    for map_ in maps:
        assert_parity(map_, drawn(map_, argument_))


def test_an_outline_begins_with_the_conclusion_and_tells_each_node_once_in_full() -> None:
    (top,) = outline(whole(LINKS))
    assert (top.node_id, top.relation) == ("thesis", None)
    step = top.children[0]
    assert (step.node_id, step.relation) == ("thesis:1", Relation.SUPPORTS)
    assert [(item.node_id, item.relation) for item in step.children] == [
        ("linked", Relation.PREMISE),
        ("other", Relation.PREMISE),
        ("exception", Relation.UNDERCUTS),
    ]


def test_a_claim_stands_in_full_where_it_is_nearest_to_the_top() -> None:
    graph = Graph(
        argument(
            {
                "thesis": {"because": [(["a"], []), (["shared"], [])]},
                "a": {"because": [(["shared"], [])]},
                "shared": {"but": ["b"]},
                "b": {},
            }
        )
    )
    (top,) = outline(whole(graph))
    deep = top.children[0].children[0].children[0].children[0]
    near = top.children[1].children[0]
    assert (deep.node_id, deep.seen_before, deep.children) == ("shared", True, ())
    assert (near.node_id, near.seen_before, len(near.children)) == ("shared", False, 1)


def test_claims_that_only_attack_each_other_are_told_as_well() -> None:
    map_ = whole(Graph(argument({"thesis": {"but": ["b"]}, "b": {"but": ["thesis"]}})))
    (top,) = outline(map_)
    assert top.node_id == "thesis"
    assert top.children[0].children[0].seen_before


@given(arguments())
@settings(max_examples=40, deadline=None)
def test_any_argument_is_drawn_and_told_alike(argument_: Argument) -> None:
    for map_ in every_map(argument_):
        assert_parity(map_, drawn(map_, argument_))
