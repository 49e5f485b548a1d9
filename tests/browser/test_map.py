"""The map as a place: seen whole, come near, walked along the links, searched, shared."""

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.links import above, below, claims, links, premise_of, thesis
from tests.browser.test_pages import RULES, overflows, summary
from tests.browser.visit import Visitor

WIDTHS = ((1280, 800), (768, 1000), (360, 740))

every_width = pytest.mark.parametrize("size", WIDTHS, ids=str)


def the_map(visit: Visitor, state: str = "", size: tuple[int, int] = (1280, 800)) -> Page:
    page = visit(f"map/{state}", size=size)
    frame(page).scroll_into_view_if_needed()
    expect(page.locator(".cb-place__where")).not_to_be_empty(timeout=20_000)
    return page


def frame(page: Page) -> Locator:
    return page.locator(".cb-place__frame")


def box(page: Page, id_: str) -> Locator:
    return page.locator(f'.cb-place a[data-node="{id_}"]')


def panel(page: Page) -> Locator:
    return page.locator(".cb-place__panel")


def shown(page: Page, unless: str = ".cb-gone") -> set[str]:
    return set(
        page.eval_on_selector_all(
            f".cb-place a[data-node]:not({unless})", "nodes => nodes.map(n => n.dataset.node)"
        )
    )


def scale(page: Page) -> float:
    found: float = page.locator(".cb-place .cb-map").evaluate(
        "svg => new DOMMatrix(getComputedStyle(svg).transform).a"
    )
    return found


def offset(page: Page) -> tuple[float, float]:
    found = page.locator(".cb-place .cb-map").evaluate(
        "svg => { const m = new DOMMatrix(getComputedStyle(svg).transform); return [m.e, m.f]; }"
    )
    return found[0], found[1]


def area(locator: Locator) -> dict[str, float]:
    found = locator.bounding_box()
    assert found
    return dict(found)


def middle(locator: Locator) -> tuple[float, float]:
    found = area(locator)
    return found["x"] + found["width"] / 2, found["y"] + found["height"] / 2


def rest(page: Page) -> None:
    page.wait_for_timeout(450)


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
    rects = page.eval_on_selector_all(
        ".cb-place [data-node] > .cb-box",
        "all => all.map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])",
    )
    assert len(rects) > len(claims())
    for at, one in enumerate(rects):
        for other in rects[at + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]


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
    rest(page)
    expect(text).to_be_visible()
    expect(named).to_have_count(0)


def test_labels_do_not_overlap(visit: Visitor) -> None:
    page = the_map(visit, f"#near={thesis()}&zoom=0.4")
    rects = page.eval_on_selector_all(
        ".cb-label > span",
        "all => all.map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])",
    )
    assert len(rects) > 5
    for at, one in enumerate(rects):
        for other in rects[at + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]


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


def test_keys_walk_along_the_links(visit: Visitor) -> None:
    page = the_map(visit)
    page.locator(".cb-place__bar button:visible").last.focus()
    page.keyboard.press("Tab")
    assert focused(page) == thesis()
    page.keyboard.press("ArrowRight")
    first = focused(page)
    assert first in below(thesis())
    page.keyboard.press("ArrowDown")
    second = focused(page)
    assert second in below(thesis()) - {first}
    page.keyboard.press("ArrowUp")
    assert focused(page) == first
    page.keyboard.press("ArrowLeft")
    assert focused(page) == thesis()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    assert focused(page) == thesis()


def focused(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.dataset.node ?? ''")
    return found


def test_only_one_box_is_a_tab_stop(visit: Visitor) -> None:
    page = the_map(visit)
    box(page, thesis()).focus()
    page.keyboard.press("ArrowRight")
    stops = page.locator('.cb-place a[data-node]:not([tabindex="-1"])')
    assert stops.count() == 1


def test_keys_zoom_and_shift_moves(visit: Visitor) -> None:
    page = the_map(visit)
    box(page, thesis()).focus()
    whole = scale(page)
    page.keyboard.press("+")
    assert scale(page) > whole * 1.3
    page.keyboard.press("-")
    assert abs(scale(page) - whole) < whole * 0.02
    page.keyboard.press("+")
    page.keyboard.press("+")
    before = offset(page)
    page.keyboard.press("Shift+ArrowRight")
    assert offset(page)[0] < before[0]
    page.keyboard.press("0")
    rest(page)
    assert abs(scale(page) - whole) < whole * 0.02


def test_enter_opens_and_escape_goes_back(visit: Visitor) -> None:
    page = the_map(visit)
    box(page, thesis()).focus()
    page.keyboard.press("Enter")
    title = panel(page).locator("h2")
    expect(title).to_be_focused()
    expect(title).to_contain_text(argument_statement(thesis()))
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    assert focused(page) == thesis()
    assert "claim=" not in page.url


def argument_statement(id_: str) -> str:
    from tests.browser.samples import argument  # noqa: PLC0415 - only here

    statement = next(claim["statement"] for claim in argument()["claims"] if claim["id"] == id_)
    return re.sub(r"[*_`]", "", statement)


def test_the_panel_shows_the_evidence_without_leaving_the_map(visit: Visitor) -> None:
    page = the_map(visit)
    with_evidence = next(id_ for id_ in claims() if claims()[id_].get("bearings"))
    box(page, with_evidence).dispatch_event("click")
    rows = panel(page).locator(".cb-evidence tbody tr")
    expect(rows.first).to_be_visible()
    assert page.url.endswith(f"/map/#claim={with_evidence}")
    assert panel(page).locator("svg, figure, [id]").count() == 0
    source = panel(page).locator("a[href*='/sources/']").first.get_attribute("href") or ""
    assert page.request.get(source).ok
    assert visit.troubles == []


def test_a_claim_named_in_the_panel_is_chosen_on_the_map(visit: Visitor) -> None:
    page = the_map(visit, f"#claim={thesis()}")
    premise = premise_of(thesis())
    panel(page).locator(f"a[href$='/claims/{premise}/']").first.click()
    page.wait_for_url(f"**/map/#claim={premise}")
    expect(box(page, premise)).to_have_class(re.compile("cb-chosen"))
    page.go_back()
    page.wait_for_url(f"**/map/#claim={thesis()}")
    expect(box(page, thesis())).to_have_class(re.compile("cb-chosen"))
    page.locator("[data-do=forward]").click()
    page.wait_for_url(f"**/map/#claim={premise}")


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


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_only_what_bears_on_a_claim(visit: Visitor, steps: int) -> None:
    premise = premise_of(thesis())
    page = the_map(visit, f"#claim={premise}")
    panel(page).get_by_label(f"{steps} step").check()
    expected = {premise}
    for follow in (below, above):
        ring = {premise}
        for _ in range(steps):
            ring = {other for id_ in ring for other in follow(id_)}
            expected |= ring
    assert shown(page) == expected
    assert expected < set(claims())
    page.go_back()
    assert shown(page) == set(claims())


def test_branches_fold_and_unfold(visit: Visitor) -> None:
    premise = next(id_ for id_ in claims() if without_passing(id_) < set(claims()))
    page = the_map(visit, f"#claim={premise}")
    panel(page).locator("[data-do=fold]").click()
    assert f"fold={premise}" in page.url
    folded = shown(page)
    assert premise in folded
    assert folded == without_passing(premise)
    assert folded < set(claims())
    page.get_by_role("button", name="Unfold", exact=True).click()
    assert shown(page) == set(claims())


def without_passing(folded: str) -> set[str]:
    tops = [id_ for id_ in claims() if not above(id_)] + [thesis()]
    return reach(tops, folded) | (set(claims()) - reach(tops, ""))


def reach(tops: list[str], folded: str) -> set[str]:
    found, waiting = set(), list(tops)
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += [] if id_ == folded else below(id_)
    return found


def test_folded_to_the_main_claims(visit: Visitor) -> None:
    page = the_map(visit)
    page.get_by_role("button", name="Fold to main claims").click()
    assert {thesis()} | below(thesis()) <= shown(page)
    assert len(shown(page)) < len(claims()) * 0.7


FILTERS: list[tuple[str, Any]] = [
    ("section", lambda claim: claim["section"]),
    ("voice", lambda claim: claim["voice"]),
    ("kind", lambda claim: claim["kind"]),
]


@pytest.mark.parametrize(("name", "value"), FILTERS, ids=[name for name, _ in FILTERS])
def test_filters(visit: Visitor, name: str, value: Any) -> None:  # noqa: ANN401 - a key of claims
    page = the_map(visit)
    wanted = value(list(claims().values())[-1])
    page.get_by_text("Filter").click()
    page.locator(f"select[name={name}]").select_option(wanted)
    expected = {id_ for id_, claim in claims().items() if value(claim) == wanted}
    assert shown(page, ".cb-ghost") == expected
    said = f"{len(expected)} of {len(claims())} claims."
    expect(page.locator(".cb-place__said")).to_have_text(said)
    assert f"{name}={wanted}" in page.url
    page.get_by_role("button", name="Show all").click()
    assert shown(page, ".cb-ghost") == set(claims())


def test_filters_by_status_and_evidence(visit: Visitor) -> None:
    page = the_map(visit)
    status = next(iter(statuses().values()))
    page.get_by_text("Filter").click()
    page.locator("select[name=status]").select_option(status)
    expected = {id_ for id_, other in statuses().items() if other == status}
    assert shown(page, ".cb-ghost") == expected
    page.locator("select[name=evidence]").select_option("supports")
    both = {id_ for id_ in expected if "supports" in claims()[id_].get("bearings", ())}
    assert shown(page, ".cb-ghost") == both
    page.locator("select[name=evidence]").select_option("none")
    none = {id_ for id_ in expected if not claims()[id_].get("bearings")}
    assert shown(page, ".cb-ghost") == none


def statuses() -> dict[str, str]:
    from tests.browser.samples import argument  # noqa: PLC0415 - only here

    return {claim["id"]: claim["status"] for claim in argument()["claims"]}


def test_find_as_you_type(visit: Visitor) -> None:
    page = the_map(visit)
    id_ = list(claims())[-1]
    label = claims()[id_]["label"]
    field = page.get_by_role("searchbox", name="Find a claim")
    field.click()
    page.keyboard.type(label[:-1])
    found = page.get_by_role("list", name="Claims found")
    expect(found.get_by_role("link", name=label)).to_be_visible()
    assert id_ in shown(page, ".cb-ghost")
    assert len(shown(page, ".cb-ghost")) < 5
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(panel(page).locator("h2")).to_be_focused()
    assert f"claim={id_}" in page.url
    expect(found).to_be_hidden()


def test_downloads(visit: Visitor) -> None:
    page = the_map(visit, f"#claim={thesis()}&around=1")
    visible = shown(page)
    page.get_by_text("Download").click()
    with page.expect_download() as svg:
        page.get_by_role("button", name="SVG").click()
    text = svg.value.path().read_text("utf-8")
    drawn = {node.get("data-node") for node in ET.fromstring(text).iter() if node.get("href")}  # noqa: S314
    assert drawn == visible
    assert "var(--" not in text
    assert 'href="http' in text
    with page.expect_download() as png:
        page.get_by_role("button", name="PNG").click()
    picture = png.value.path().read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width = int(page.locator(".cb-place .cb-map").get_attribute("width").split(".")[0])  # type: ignore[union-attr]
    assert abs(int.from_bytes(picture[16:20]) - 2 * width) <= 2


def test_printed_on_one_page_of_its_size(visit: Visitor) -> None:
    page = the_map(visit)
    page.evaluate("window.print = () => {}")
    page.get_by_text("Download").click()
    page.get_by_role("button", name="Print").click()
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_the_minimap_says_and_changes_where_we_are(visit: Visitor) -> None:
    page = the_map(visit, f"#near={thesis()}&zoom=1.20")
    mini = page.locator(".cb-place__minimap")
    x, y = middle(mini)
    before = offset(page)
    page.mouse.click(x + 20, y + 10)
    rest(page)
    assert offset(page) != before
    expect(page.locator(".cb-place__where")).to_contain_text("120 %")


def test_without_script_picture_and_outline(visit: Visitor) -> None:
    page = visit("map/", scripts=False)
    expect(page.locator(".cb-figure .cb-map")).to_be_visible()
    assert page.locator(".cb-place").count() == 0
    page.locator(".cb-outline > summary").click()
    outlined = page.locator(".cb-outline li[data-node]")
    ids = set(outlined.evaluate_all("items => items.map(item => item.dataset.node)"))
    assert set(claims()) <= ids


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["", "claim", "filter", "weigh"])
def test_the_map_is_accessible(visit: Visitor, state: str, scheme: str) -> None:
    page = visit("map/", scheme)
    if state == "claim":
        box(page, thesis()).dispatch_event("click")
        expect(panel(page).locator("h2")).to_be_visible()
    if state == "filter":
        page.get_by_text("Filter").click()
    if state == "weigh":
        page.get_by_role("button", name="Weigh it yourself").click()
        expect(page.locator(".cb-ledger")).to_be_visible()
    results = Axe().run(page, options=RULES)
    assert [summary(violation) for violation in results.response["violations"]] == []
    assert [width for width in (360, 320) if overflows(page, width)] == []


def test_targets_are_large_enough(visit: Visitor) -> None:
    page = the_map(visit, f"#claim={thesis()}", (360, 740))
    expect(panel(page).locator("h2")).to_be_visible()
    buttons = page.locator(".cb-place :is(button, summary, input, select, .cb-place__around label)")
    sizes = [area(button) for button in buttons.all() if button.is_visible()]
    assert len(sizes) > 8
    named = page.locator(".cb-place__around input")
    assert named.count() == 4
    small = [size for size in sizes if min(size["width"], size["height"]) < 24]
    assert [size for size in small if size["width"] > 20] == []


def test_nothing_flies_where_motion_is_unwanted(visit: Visitor) -> None:
    page = the_map(visit)
    page.evaluate(
        """() => {
          window.flights = 0;
          const note = () => { window.flights += document.querySelectorAll('.cb-flying').length
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
