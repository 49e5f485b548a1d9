"""A page that is opened at its top is drawn part by part, and never stays half drawn."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.samples import addresses
from tests.browser.visit import DRAWING, Visitor

SCRIPT = "**/everywhere.js"
LONG = next(path for path in addresses() if path.startswith("claims/") and path != "claims/")
REST = ".cb-page > :last-child, .cb-page > .cb-figure, .cb-turn, .md-footer"
NO_FRAMES = "window.requestAnimationFrame = () => {}"
UNTOLD = "performance.getEntriesByType = () => []"
NOBODY = "Object.defineProperty(document, 'hidden', { value: true })"


@pytest.fixture
def page(visit: Visitor) -> Page:
    return visit.blank()


def test_first_the_beginning_then_the_rest(page: Page, host: str) -> None:
    held = hold(page)
    page.goto(host + LONG, wait_until="commit")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".md-footer")).to_be_attached()
    assert set(rest(page)) == {False}
    held[0].continue_()
    expect(page.locator(DRAWING)).to_have_count(0)
    assert set(rest(page)) == {True}


def test_all_is_drawn_where_the_script_stays_away(page: Page, host: str) -> None:
    page.route(SCRIPT, lambda route: route.abort())
    page.goto(host + LONG)
    expect(page.locator(DRAWING)).to_have_count(0)
    assert set(rest(page)) == {True}


@pytest.mark.parametrize("end", ["#reasons", "?h=work"])
def test_a_place_in_a_page_is_there_at_once(page: Page, host: str, end: str) -> None:
    held = hold(page)
    page.goto(host + LONG + end, wait_until="commit")
    expect(page.locator(".md-footer")).to_be_visible()
    assert held
    assert set(rest(page)) == {True}


def test_a_page_seen_before_is_there_at_once(page: Page, host: str) -> None:
    page.goto(host + LONG)
    expect(page.locator(DRAWING)).to_have_count(0)
    held = hold(page)
    page.reload(wait_until="commit")
    expect(page.locator(".md-footer")).to_be_visible()
    assert held
    assert set(rest(page)) == {True}


def test_a_page_is_there_at_once_where_the_browser_tells_little(
    page: Page, host: str, visit: Visitor
) -> None:
    page.add_init_script(UNTOLD)
    held = hold(page)
    page.goto(host + LONG, wait_until="commit")
    expect(page.locator(".md-footer")).to_be_visible()
    expect(page.locator("html.js")).to_be_attached()
    assert held
    assert set(rest(page)) == {True}
    assert visit.troubles == []


def test_a_part_at_a_time_until_a_reader_acts(page: Page, host: str) -> None:
    page.add_init_script(NO_FRAMES)
    page.goto(host + LONG)
    expect(page.locator("[data-later=drawn]").first).to_be_attached()
    assert False in rest(page)
    page.mouse.move(200, 200)
    expect(page.locator(DRAWING)).to_have_count(0)
    assert set(rest(page)) == {True}


def test_a_page_nobody_looks_at_waits_for_no_frame(page: Page, host: str) -> None:
    page.add_init_script(NO_FRAMES)
    page.add_init_script(NOBODY)
    page.goto(host + LONG)
    expect(page.locator("[data-later=drawn]").first).to_be_attached()
    assert set(rest(page)) == {True}


def test_what_is_printed_is_whole(page: Page, host: str) -> None:
    hold(page)
    page.goto(host + LONG, wait_until="commit")
    expect(page.locator(".md-footer")).to_be_attached()
    page.emulate_media(media="print")
    assert page.locator(".cb-page > section:nth-child(n+3)").first.is_visible()


def hold(page: Page) -> list[Route]:
    """Keeps back the script that draws the rest."""
    held: list[Route] = []

    def handle(route: Route) -> None:
        held.append(route)

    page.route(SCRIPT, handle)
    return held


def rest(page: Page) -> list[bool]:
    """Whether each part after the beginning has a place on the page."""
    parts = page.locator(REST).all()
    assert len(parts) > 3
    return [part.bounding_box() is not None for part in parts]
