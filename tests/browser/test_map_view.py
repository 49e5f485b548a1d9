"""The map through its frame: whole, near, moved by pointer, wheel and fingers."""

import pytest
from playwright.sync_api import expect

from tests.browser.links import claims, links, premise_of, thesis
from tests.browser.place import (
    area,
    box,
    corners,
    frame,
    middle,
    offset,
    overlaps,
    panel,
    rest,
    scale,
    shown,
    the_map,
)
from tests.browser.test_pages import overflows
from tests.browser.visit import Visitor

every_width = pytest.mark.parametrize("size", [(1280, 800), (768, 1000), (360, 740)], ids=str)


@every_width
def test_the_whole_argument_fits_the_frame(visit: Visitor, size: tuple[int, int]) -> None:
    page = the_map(visit, size=size)
    assert shown(page) == set(claims())
    outer = area(frame(page))
    for id_ in claims():
        inner = area(box(page, id_))
        assert inner["x"] >= outer["x"] - 1
        assert inner["x"] + inner["width"] <= outer["x"] + outer["width"] + 1
        assert inner["y"] >= outer["y"] - 1
        assert inner["y"] + inner["height"] <= outer["y"] + outer["height"] + 1
    assert not overflows(page, size[0])
    assert visit.troubles == []


def test_boxes_do_not_overlap(visit: Visitor) -> None:
    page = the_map(visit)
    rects = corners(page, ".cb-place [data-node] > .cb-box")
    assert len(rects) > len(claims())
    assert overlaps(rects) == []


def test_far_out_the_thesis_and_sections_nearer_everything(visit: Visitor) -> None:
    page = the_map(visit)
    text = box(page, thesis()).locator("text").first
    expect(text).to_be_hidden()
    named = page.locator(".cb-label")
    expect(named.filter(has_text=claims()[thesis()]["label"])).to_be_visible()
    titles = page.locator(".cb-label--section").all_inner_texts()
    assert len(titles) >= len(links()["sections"]) - 1
    assert named.count() < len(claims()) / 2
    box(page, thesis()).focus()
    for _ in range(9):
        page.keyboard.press("+")
    page.keyboard.press("Home")
    rest(page)
    expect(text).to_be_visible()
    expect(named).to_have_count(0)
    page.keyboard.press("0")
    rest(page)
    expect(text).to_be_hidden()


def test_labels_do_not_overlap(visit: Visitor) -> None:
    page = the_map(visit, f"#near={thesis()}&zoom=0.4")
    rects = corners(page, ".cb-label > span")
    assert len(rects) > 5
    assert overlaps(rects) == []


def test_drag_moves_and_does_not_choose(visit: Visitor) -> None:
    page = the_map(visit, f"#near={thesis()}&zoom=0.9")
    x, y = middle(box(page, thesis()))
    before = offset(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y + 40, steps=4)
    page.mouse.up()
    rest(page)
    after = offset(page)
    assert (round(after[0] - before[0]), round(after[1] - before[1])) == (-60, 40)
    expect(panel(page)).to_be_hidden()
    assert page.url.count("claim=") == 0


def test_the_wheel_scrolls_and_with_ctrl_zooms_about_the_pointer(visit: Visitor) -> None:
    page = the_map(visit)
    x, y = middle(box(page, premise_of(thesis())))
    before, top = scale(page), page.evaluate("scrollY")
    page.mouse.move(x, y)
    page.mouse.wheel(0, -80)
    rest(page)
    assert scale(page) == before
    assert page.evaluate("scrollY") < top or top == 0
    x, y = middle(box(page, premise_of(thesis())))
    page.mouse.move(x, y)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    rest(page)
    assert scale(page) > before * 1.2
    now = middle(box(page, premise_of(thesis())))
    assert abs(now[0] - x) < 2
    assert abs(now[1] - y) < 2


def test_two_fingers_zoom(visit: Visitor) -> None:
    page = the_map(visit)
    before = scale(page)
    x, y = middle(frame(page))
    session = page.context.new_cdp_session(page)
    for kind, apart in (("touchStart", 40), ("touchMove", 60), ("touchMove", 120)):
        points = [{"x": x - apart, "y": y, "id": 1}, {"x": x + apart, "y": y, "id": 2}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    rest(page)
    assert scale(page) > before * 1.5


@every_width
def test_an_address_brings_back_the_same_view(visit: Visitor, size: tuple[int, int]) -> None:
    premise = premise_of(thesis())
    page = the_map(visit, f"#near={premise}&zoom=0.80&claim={premise}", size)
    expect(panel(page).locator("h2")).to_be_visible()
    rest(page)
    assert abs(scale(page) - 0.8) < 0.01
    centre, at = middle(frame(page)), middle(box(page, premise))
    inside = area(frame(page))
    assert abs(centre[0] - at[0]) < inside["width"] * 0.4
    assert abs(centre[1] - at[1]) < inside["height"] * 0.4


def test_the_minimap_says_and_changes_where_we_are(visit: Visitor) -> None:
    page = the_map(visit, f"#near={thesis()}&zoom=1.20")
    mini = page.locator(".cb-place__minimap")
    x, y = middle(mini)
    before = offset(page)
    page.mouse.click(x + 20, y + 10)
    rest(page)
    assert offset(page) != before
    expect(page.locator(".cb-place__where")).to_contain_text("120 %")


def test_nothing_flies_where_motion_is_unwanted(visit: Visitor) -> None:
    page = the_map(visit)
    page.evaluate(
        """() => {
          window.flights = 0;
          const note = () => { window.flights += document.querySelectorAll('[data-flying]').length
            + document.getAnimations().filter((one) => one.playState === 'running').length; };
          new MutationObserver(note).observe(document.querySelector('.cb-place'),
            { attributes: true, subtree: true });
        }"""
    )
    box(page, thesis()).dispatch_event("click")
    panel(page).get_by_label("1 step").check()
    rest(page)
    assert page.evaluate("window.flights") == 0


def test_a_strange_address_is_survived(visit: Visitor) -> None:
    page = the_map(visit, "#claim=gone&fold=nothing&near=nowhere&zoom=x&around=9&status=%E0")
    assert shown(page) == set(claims())
    assert visit.troubles == []
