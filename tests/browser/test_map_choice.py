"""What of the map is shown: around a claim, folded, filtered, found; and taken away."""

import re
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import expect

from tests.browser.links import above, below, claims, premise_of, published, thesis
from tests.browser.place import panel, shown, the_map
from tests.browser.visit import Visitor

FILTERS = ["section", "voice", "kind"]


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
    expect(page).to_have_url(re.compile(f"fold={premise}"))
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


@pytest.mark.parametrize("name", FILTERS)
def test_filters(visit: Visitor, name: str) -> None:
    page = the_map(visit)
    wanted = list(claims().values())[-1][name]
    page.get_by_text("Filter").click()
    page.locator(f"select[name={name}]").select_option(wanted)
    expected = {id_ for id_, claim in claims().items() if claim[name] == wanted}
    assert shown(page, ".cb-ghost") == expected
    said = f"{len(expected)} of {len(claims())} claims match."
    expect(page.locator(".cb-place__said")).to_have_text(said)
    expect(page).to_have_url(re.compile(f"{name}={wanted}"))
    page.get_by_role("button", name="Show all").click()
    assert shown(page, ".cb-ghost") == set(claims())


def test_filters_by_status_and_evidence(visit: Visitor) -> None:
    page = the_map(visit)
    status = published()[thesis()]["status"]
    page.get_by_text("Filter").click()
    page.locator("select[name=status]").select_option(status)
    expected = {id_ for id_, claim in published().items() if claim["status"] == status}
    assert shown(page, ".cb-ghost") == expected
    page.locator("select[name=evidence]").select_option("supports")
    both = {id_ for id_ in expected if "supports" in claims()[id_].get("bearings", ())}
    assert shown(page, ".cb-ghost") == both
    page.locator("select[name=evidence]").select_option("none")
    none = {id_ for id_ in expected if not claims()[id_].get("bearings")}
    assert shown(page, ".cb-ghost") == none


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
    expect(page).to_have_url(re.compile(f"claim={id_}"))
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
    width = page.locator(".cb-place .cb-map").evaluate("svg => svg.width.baseVal.value")
    assert abs(int.from_bytes(picture[16:20]) - 2 * width) <= 2


def test_printed_on_one_page_of_its_size(visit: Visitor) -> None:
    page = the_map(visit)
    page.wait_for_load_state("networkidle")  # all that may still move the map is there
    page.evaluate("() => { window.print = () => { document.body.dataset.asked = ''; }; }")
    page.get_by_text("Download").click()
    page.get_by_role("button", name="Print").click()
    page.locator("body[data-asked]").wait_for()  # the script that sets the size of the page came
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
