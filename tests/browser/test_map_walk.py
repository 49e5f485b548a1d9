"""The map by keyboard, and the chosen claim beside it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.links import below, claims, premise_of, published, thesis
from tests.browser.place import area, box, focused, offset, panel, rest, scale, the_map
from tests.browser.test_pages import RULES, overflows, summary
from tests.browser.visit import Visitor


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
    expect(title).to_contain_text(re.sub(r"[*_`]", "", published()[thesis()]["statement"]))
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    assert focused(page) == thesis()
    expect(page).not_to_have_url(re.compile("claim="))


def test_the_panel_shows_the_evidence_without_leaving_the_map(visit: Visitor) -> None:
    page = the_map(visit)
    with_evidence = next(id_ for id_ in claims() if claims()[id_].get("bearings"))
    box(page, with_evidence).dispatch_event("click")
    rows = panel(page).locator(".cb-evidence tbody tr")
    expect(rows.first).to_be_visible()
    expect(page).to_have_url(re.compile(f"/map/#claim={with_evidence}$"))
    assert panel(page).locator("svg, figure, [id]:not(.cb-hint)").count() == 0
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


def test_without_script_picture_and_outline(visit: Visitor) -> None:
    page = visit("map/", scripts=False)
    expect(page.locator(".cb-figure .cb-map")).to_be_visible()
    assert page.locator(".cb-place").count() == 0
    page.locator(".cb-outline > summary").click()
    outlined = page.locator(".cb-outline li[data-node]")
    ids = set(outlined.evaluate_all("items => items.map(item => item.dataset.node)"))
    assert set(claims()) <= ids


def test_a_claim_leads_to_its_place_on_the_map(visit: Visitor) -> None:
    premise = premise_of(thesis())
    page = visit(f"claims/{premise}/")
    page.get_by_role("link", name="Explore from here").click()
    page.wait_for_url(f"**/map/#claim={premise}")
    expect(panel(page).locator("h2")).to_be_visible()
    expect(page.locator(".cb-outline")).not_to_have_attribute("open", "")
    plain = visit(f"map/#{premise}", scripts=False)
    expect(plain.locator(f"li[id='{premise}']")).to_be_in_viewport()
