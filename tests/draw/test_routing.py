from claimbook.draw.layout import Box, Direction, Layout, Link, Point
from claimbook.draw.routing import routed
from claimbook.draw.stations import spread
from claimbook.draw.tracks import Turn, tracks


def test_turns_that_would_run_over_each_other_get_tracks_of_their_own() -> None:
    found = tracks([Turn(0, "a", 0, 100), Turn(1, "b", 50, 150)])
    assert sorted(found.values()) == [0, 1]


def test_turns_that_do_not_meet_share_a_track() -> None:
    assert tracks([Turn(0, "a", 0, 40), Turn(1, "b", 100, 150)]) == {0: 0, 1: 0}


def test_turns_to_one_place_run_together() -> None:
    assert tracks([Turn(0, "a", 50, 0), Turn(1, "a", 50, 100)]) == {0: 0, 1: 0}


def test_level_links_need_no_track() -> None:
    assert tracks([Turn(0, "a", 50, 50.2)]) == {}


def test_tracks_are_ordered_so_that_lines_do_not_cross() -> None:
    assert tracks([Turn(0, "a", 10, 100), Turn(1, "b", 60, 120)]) == {0: 1, 1: 0}
    assert tracks([Turn(0, "a", 100, 10), Turn(1, "b", 120, 60)]) == {0: 0, 1: 1}


def test_places_keep_apart_within_their_bounds() -> None:
    assert spread({"a": 50.0, "b": 50.0}, 0, 100) == {"a": 50, "b": 65}
    assert spread({"a": 99.0, "b": 98.0}, 0, 100) == {"b": 85, "a": 100}
    assert spread({"a": -5.0, "b": 120.0}, 0, 10) == {"a": 0, "b": 10}


def test_a_line_passes_a_rank_through_the_slot_that_the_layout_chose() -> None:
    boxes = [Box(id_, 40, 20) for id_ in ("head", "one", "two", "tail")]
    centres = (Point(0, 0), Point(100, 20), Point(100, 100), Point(200, 0))
    rough = ((Point(200, 0), Point(100, 60), Point(0, 0)),)
    layout = routed(
        boxes, [Link("tail", "head")], Layout(0, 0, centres, rough), Direction.LEFTWARDS
    )
    one, two = layout.centres[1:3]
    (line,) = layout.lines
    assert max(point.y for point in line) > one.y + 10
    assert max(point.y for point in line) < two.y - 10


def test_upwards_is_leftwards_turned() -> None:
    boxes = [Box("head", 40, 20), Box("tail", 60, 30)]
    links = [Link("tail", "head")]
    flat = Layout(0, 0, (Point(0, 0), Point(100, 9)), ((Point(100, 9), Point(0, 0)),))
    turned = [box.turned() for box in boxes]
    upwards = routed(turned, links, flat.turned(), Direction.UPWARDS)
    assert upwards == routed(boxes, links, flat, Direction.LEFTWARDS).turned()
