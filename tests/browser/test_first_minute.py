"""What somebody who has never seen a map finds on the first page, and can do there."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from claimbook.pages.legend import WEIGHINGS
from tests.browser.test_pages import RULES, both_schemes, summary
from tests.browser.visit import Visitor

SIZES = {"phone": (360, 740), "desk": (1280, 800)}
STATUSES = dict(
    zip(WEIGHINGS, ("Answered", "Open challenge", "Its reasons do not hold"), strict=True)
)

every_size = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
with_and_without_scripts = pytest.mark.parametrize("scripts", [True, False])


def maps(page: Page) -> Locator:
    return page.locator(".cb-legend svg:visible")


def boxes(page: Page) -> Locator:
    return page.locator(".cb-legend svg a:visible")


@every_size
@with_and_without_scripts
def test_the_ways_in_stand_on_the_first_screen(
    visit: Visitor, size: tuple[int, int], *, scripts: bool
) -> None:
    page = visit("", size=size, scripts=scripts)
    ways = page.get_by_role("navigation", name="Ways in").get_by_role("link")
    expect(ways).to_have_count(3)
    last = ways.first if size == SIZES["phone"] else ways.last
    found = last.bounding_box()
    assert found
    assert found["y"] + found["height"] < size[1]
    for way, goal in zip(ways.all(), ("article/", "map/", "sources/"), strict=True):
        assert (way.get_attribute("href") or "").endswith(goal)


def test_the_words_of_the_legend_are_large_enough_on_a_phone_and_stay_in_their_boxes(
    visit: Visitor,
) -> None:
    page = visit("", size=SIZES["phone"])
    sizes = (
        maps(page)
        .locator("text")
        .evaluate_all("""all => all.map(text => {
      const { a } = text.getScreenCTM();
      const [words, box] = [text.getBBox(), text.parentNode.querySelector("rect").getBBox()];
      const inside = words.x >= box.x && words.x + words.width <= box.x + box.width;
      return inside ? parseFloat(getComputedStyle(text).fontSize) * a : 0;
    })""")
    )
    assert len(sizes) > 5
    assert min(sizes) >= 12


@every_size
@with_and_without_scripts
def test_the_legend_is_weighed_by_keyboard(
    visit: Visitor, size: tuple[int, int], *, scripts: bool
) -> None:
    page = visit("", size=size, scripts=scripts)
    page.get_by_label("As it stands").focus()
    for words, status in STATUSES.items():
        expect(page.get_by_label(words)).to_be_checked()
        expect(maps(page)).to_have_count(1)
        thesis = boxes(page).filter(has_text="The bridge is safe")
        expect(thesis).to_have_count(1)
        assert status in (thesis.text_content() or "")
        said = page.locator(".cb-legend__said:visible")
        expect(said).to_have_count(1)
        expect(said).to_contain_text(status.lower())
        page.keyboard.press("ArrowDown")
    assert visit.troubles == []


@every_size
def test_a_map_of_another_weighing_takes_no_keyboard(visit: Visitor, size: tuple[int, int]) -> None:
    page = visit("", size=size, scripts=False)
    page.get_by_label("Without the reason").check()
    page.get_by_label("Without the reason").focus()
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.dataset.node"))
    assert sorted(reached) == ["premise", "rebut", "reply", "thesis"]
    assert page.evaluate("document.activeElement.closest('svg').checkVisibility()")


@with_and_without_scripts
def test_a_box_of_the_legend_leads_to_its_word(visit: Visitor, *, scripts: bool) -> None:
    page = visit("", scripts=scripts)
    boxes(page).filter(has_text="Its bolts are rusting").click()
    page.wait_for_url("**/glossary/#rebut")
    assert page.locator("#rebut").is_visible()


@every_size
def test_the_legend_is_drawn_at_a_size_to_be_read(visit: Visitor, size: tuple[int, int]) -> None:
    page = visit("", size=size)
    drawn = maps(page).bounding_box()
    assert drawn
    assert drawn["x"] >= 0
    assert drawn["x"] + drawn["width"] <= size[0]
    smallest = (
        maps(page)
        .locator("text")
        .evaluate_all("all => Math.min(...all.map(one => one.getBoundingClientRect().height))")
    )
    assert smallest > 8


@both_schemes
@every_size
@pytest.mark.parametrize("words", WEIGHINGS)
def test_the_legend_is_accessible(
    visit: Visitor, scheme: str, size: tuple[int, int], words: str
) -> None:
    page = visit("", scheme, size=size)
    page.get_by_label(words).check()
    results = Axe().run(page, context=".cb-legend", options=RULES)
    assert [summary(violation) for violation in results.response["violations"]] == []
