import pytest

from claimbook.draw import Edge, Map, Relation, around, of_section, overview, whole
from claimbook.draw.map import induced
from claimbook.model import Argument
from claimbook.reason.graph import Graph
from tests.draw.maps import LINKS, SMALL
from tests.making import argument, claim, section


def ids(map_: Map) -> set[str]:
    return {node.id for node in map_.claims}


def test_the_whole_shows_every_claim_step_and_link() -> None:
    map_ = whole(LINKS)
    assert ids(map_) == SMALL.claims.keys()
    assert {node.id for node in map_.steps} == SMALL.steps.keys()
    assert len(map_.edges) == 5 + 4 + 1 + 3
    assert map_.left_out == 0


@pytest.mark.parametrize("limit", [4, 50])
def test_a_large_whole_is_its_main_claims_in_their_order(real: Argument, limit: int) -> None:
    graph = Graph(real)
    every = [node.id for node in whole(graph, limit=len(real.claims)).claims]
    map_ = whole(graph, limit=limit)
    shown = [node.id for node in map_.claims]
    assert every[0] == shown[0] == map_.focus == real.thesis
    assert shown == [id_ for id_ in every if id_ in shown]
    assert len(shown) == limit
    assert map_.left_out == len(every) - limit
    assert all(set(graph.neighbours(id_)) & map_.by_id.keys() for id_ in shown)
    conclusions = {node.id for node in overview(graph, limit=len(every)).claims}
    assert conclusions & set(shown[1:])


def test_undercutters_aim_at_the_step_and_rebutters_at_the_claim() -> None:
    edges = whole(LINKS).edges
    assert Edge("exception", "thesis:1", Relation.UNDERCUTS) in edges
    assert Edge("objection", "other", Relation.REBUTS) in edges


def test_a_neighbourhood_goes_both_ways_as_far_as_asked() -> None:
    assert ids(around(LINKS, "linked", steps=1)) == {"linked", "other", "deep", "thesis"}
    assert ids(around(LINKS, "linked", steps=2)) == {"linked", "other", "deep", "deeper", "thesis"}


def test_a_neighbourhood_does_not_go_up_and_down_again() -> None:
    assert "alone" not in ids(around(LINKS, "linked", steps=5))


@pytest.mark.parametrize("limit", [1, 3, 4])
def test_what_finds_no_room_is_counted(limit: int) -> None:
    map_ = around(LINKS, "linked", steps=2, limit=limit)
    assert len(map_.claims) == limit
    assert map_.left_out == 5 - limit


def test_the_nearest_stay_when_room_is_short() -> None:
    map_ = around(LINKS, "linked", steps=2, limit=4)
    assert ids(map_) == {"linked", "other", "deep", "thesis"}


def test_links_that_lead_off_the_map_are_counted_at_the_node() -> None:
    map_ = induced(LINKS, ["thesis", "linked"], "A map")
    more = {node.id: node.more for node in map_.nodes}
    assert more == {"thesis": 1, "linked": 1, "thesis:1": 2}


def test_a_step_needs_its_conclusion_and_something_that_bears_on_it() -> None:
    assert not induced(LINKS, ["thesis", "deep"], "A map").steps
    assert not induced(LINKS, ["linked", "other"], "A map").steps
    assert [s.id for s in induced(LINKS, ["thesis", "exception"], "A map").steps] == ["thesis:1"]


def test_ids_that_name_nothing_and_links_to_oneself_are_left_out() -> None:
    graph = Graph(argument({"thesis": {"because": [(["gone"], ["ghost"])], "but": ["thesis"]}}))
    map_ = induced(graph, ["thesis", "nobody"], "A map")
    assert ids(map_) == {"thesis"}
    assert map_.edges == ()


@pytest.fixture
def sections() -> Argument:
    first = section("first", [claim("thesis", "first", because=[(["part"], [])])])
    second = section(
        "second", [claim("part", "second", because=[(["hidden"], [])]), claim("hidden", "second")]
    )
    return argument([first, second])


def test_a_section_shows_what_bears_on_it_from_elsewhere_by_name(sections: Argument) -> None:
    map_ = of_section(Graph(sections), sections.sections[0])
    assert {node.id: node.origin for node in map_.claims} == {"thesis": "", "part": "second"}


def test_a_section_is_about_the_thesis_or_the_conclusion_that_rests_on_most() -> None:
    small = claim("small", "far", because=[(["ground"], [])])
    large = claim("large", "far", because=[(["deep"], [])])
    deep = claim("deep", "far", because=[(["ground"], []), (["other"], [])])
    grounds = [claim("ground", "far"), claim("other", "far")]
    home = section("home", [claim("thesis", "home"), claim("more", "home")])
    graph = Graph(argument([home, section("far", [small, large, deep, *grounds])]))
    first, second = graph.argument.sections
    assert of_section(graph, first).focus == "thesis"
    assert of_section(graph, second).focus == "large"


def test_the_overview_holds_together_and_keeps_its_limit(real: Argument) -> None:
    graph = Graph(real)
    map_ = overview(graph, limit=20)
    assert len(map_.claims) == 20
    assert map_.left_out == len(real.claims) - 20
    assert map_.focus == real.thesis
    assert all(set(graph.neighbours(node.id)) & map_.by_id.keys() for node in map_.claims)
    assert {node.claim.section for node in map_.claims} == {s.id for s in real.sections}
