"""The geometry of real maps: boxes apart, lines from box to box and past all others."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from claimbook.draw import Map, Relation, Setting, around, whole
from claimbook.draw.layout import Frame, Point
from claimbook.draw.placing import Picture, picture
from claimbook.model import Argument
from claimbook.reason.graph import Graph
from claimbook.reason.verdict import verdicts
from tests.draw.maps import LINKS, SMALL, arguments, every_map

NEAR = 0.6
SAME = 2.5


def pictures(argument_: Argument) -> Iterator[tuple[Map, Picture]]:
    found = verdicts(argument_)
    return ((map_, picture(map_, found, Setting())) for map_ in every_map(argument_))


@pytest.fixture(scope="module", params=["twin", "real"])
def all_drawn(request: pytest.FixtureRequest) -> list[tuple[Map, Picture]]:
    return list(pictures(request.getfixturevalue(request.param)))


def on_border(frame: Frame, point: Point) -> bool:
    right, bottom = frame.x + frame.width, frame.y + frame.height
    inside_x = frame.x - NEAR <= point.x <= right + NEAR
    inside_y = frame.y - NEAR <= point.y <= bottom + NEAR
    on_x = min(abs(point.x - frame.x), abs(point.x - right)) < NEAR
    on_y = min(abs(point.y - frame.y), abs(point.y - bottom)) < NEAR
    return inside_x and inside_y and (on_x or on_y)


def crosses(frame: Frame, one: Point, other: Point) -> bool:
    """Whether a level or upright stretch enters a box by more than its border."""
    left, right = sorted((one.x, other.x))
    top, bottom = sorted((one.y, other.y))
    return (
        left < frame.x + frame.width - NEAR
        and right > frame.x + NEAR
        and top < frame.y + frame.height - NEAR
        and bottom > frame.y + NEAR
    )


def overlap(one: Frame, other: Frame) -> bool:
    return crosses(
        one, Point(other.x, other.y), Point(other.x + other.width, other.y + other.height)
    )


@given(arguments())
@settings(max_examples=40, deadline=None)
def test_any_argument_keeps_boxes_and_lines_apart(argument_: Argument) -> None:
    for map_, drawn in pictures(argument_):
        assert_apart(map_, drawn)
        assert_clear(map_, drawn)


def test_boxes_do_not_overlap(all_drawn: list[tuple[Map, Picture]]) -> None:
    for map_, drawn in all_drawn:
        assert_apart(map_, drawn)


def assert_apart(map_: Map, drawn: Picture) -> None:
    for one, other in combinations(drawn.nodes, 2):
        assert not overlap(one.frame, other.frame), (map_.title, one.node.id, other.node.id)


def test_lines_run_from_box_to_box(all_drawn: list[tuple[Map, Picture]]) -> None:
    for map_, drawn in all_drawn:
        frames = {placed.node.id: placed.frame for placed in drawn.nodes}
        for edge, line in drawn.lines:
            assert on_border(frames[edge.tail], line[0]), (map_.title, edge)
            assert on_border(frames[edge.head], line[-1]), (map_.title, edge)


def test_no_line_runs_through_a_box(all_drawn: list[tuple[Map, Picture]]) -> None:
    for map_, drawn in all_drawn:
        assert_clear(map_, drawn)


def assert_clear(map_: Map, drawn: Picture) -> None:
    for edge, line in drawn.lines:
        for one, other in pairwise(line):
            hit = [p.node.id for p in drawn.nodes if crosses(p.frame, one, other)]
            assert not hit, (map_.title, edge, hit)


def test_lines_are_level_or_upright(all_drawn: list[tuple[Map, Picture]]) -> None:
    for map_, drawn in all_drawn:
        for edge, line in drawn.lines:
            for one, other in pairwise(line):
                assert min(abs(one.x - other.x), abs(one.y - other.y)) < NEAR, (map_.title, edge)


def test_lines_to_different_ends_never_run_on_top_of_each_other(
    all_drawn: list[tuple[Map, Picture]],
) -> None:
    for map_, drawn in all_drawn:
        stretches = [(edge, *ends) for edge, line in drawn.lines for ends in pairwise(line)]
        for (one, a, b), (other, c, d) in combinations(stretches, 2):
            if one.head != other.head:
                assert shared(a, b, c, d) < 3, (map_.title, one, other)


def shared(a: Point, b: Point, c: Point, d: Point) -> float:
    """How far two level or two upright stretches run on the same line."""
    if max(a.y, b.y, c.y, d.y) - min(a.y, b.y, c.y, d.y) < SAME:
        return min(max(a.x, b.x), max(c.x, d.x)) - max(min(a.x, b.x), min(c.x, d.x))
    if max(a.x, b.x, c.x, d.x) - min(a.x, b.x, c.x, d.x) < SAME:
        return min(max(a.y, b.y), max(c.y, d.y)) - max(min(a.y, b.y), min(c.y, d.y))
    return 0


def test_everything_lies_inside_the_picture(all_drawn: list[tuple[Map, Picture]]) -> None:
    for map_, drawn in all_drawn:
        outer = drawn.frame
        inner = [placed.frame for placed in drawn.nodes] + [frame for _, frame in drawn.bands]
        for frame in inner:
            assert frame.x >= outer.x - NEAR, map_.title
            assert frame.y >= outer.y - NEAR, map_.title
            assert frame.x + frame.width <= outer.x + outer.width + NEAR, map_.title
            assert frame.y + frame.height <= outer.y + outer.height + NEAR, map_.title


def test_linked_premises_run_together_before_their_step() -> None:
    drawn = picture(whole(LINKS), verdicts(SMALL), Setting())
    ends = {
        line[-1]
        for edge, line in drawn.lines
        if edge.relation is Relation.PREMISE and edge.head == "thesis:1"
    }
    assert len(ends) == 1


def test_an_undercut_ends_on_the_flank_of_the_step_apart_from_its_premises() -> None:
    drawn = picture(whole(LINKS), verdicts(SMALL), Setting())
    lines = {edge.tail: line for edge, line in drawn.lines if edge.head == "thesis:1"}
    (joint,) = (placed for placed in drawn.nodes if placed.node.id == "thesis:1")
    assert on_border(joint.frame, lines["exception"][-1])
    assert lines["exception"][-1] != lines["linked"][-1]


@pytest.mark.parametrize("map_", [whole(LINKS), around(LINKS, "reply")], ids=["whole", "around"])
def test_a_reply_stands_behind_the_objection_it_disputes(map_: Map) -> None:
    drawn = picture(map_, verdicts(SMALL), Setting())
    along = {placed.node.id: placed.centre.y for placed in drawn.nodes}
    assert along["other"] < along["objection"] < along["reply"]


def test_bands_hold_their_own_claims_and_no_others(real: Argument) -> None:
    drawn = picture(whole(Graph(real)), verdicts(real), Setting())
    assert len(drawn.bands) == len(real.sections)
    for (_, one), (_, other) in combinations(drawn.bands, 2):
        assert not overlap(one, other)
