"""Material's script comes when a reader acts, and what the reader did is not lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.samples import addresses
from tests.browser.test_search import field
from tests.browser.visit import Visitor

BUNDLE = "**/assets/javascripts/bundle.*"
SIGNS: dict[str, Callable[[Page], None]] = {
    "pointer": lambda page: page.mouse.move(200, 200),
    "key": lambda page: page.keyboard.press("Tab"),
    "wheel": lambda page: page.mouse.wheel(0, 300),
}


@pytest.mark.parametrize("sign", SIGNS)
def test_it_comes_at_the_first_sign_of_a_reader(visit: Visitor, sign: str) -> None:
    page = visit("method/")
    page.wait_for_load_state("networkidle")
    assert fetched(visit) == []
    SIGNS[sign](page)
    expect(page.locator(".md-sidebar--secondary")).to_have_attribute("style", "top: 49px;")
    assert len(fetched(visit)) == 1
    assert visit.troubles == []


def test_what_is_typed_before_it_comes_is_sought(visit: Visitor) -> None:
    page = visit("")
    let_come = held_back(page)
    page.keyboard.press("/")
    page.keyboard.type("traffick")
    expect(field(page)).to_have_value("traffick")
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Enter")
    let_come()
    expect(page.locator(".md-search-result a").first).to_be_visible()
    assert "?" not in page.url
    assert visit.troubles == []


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_a_key_that_closes_search_is_kept(visit: Visitor, key: str) -> None:
    page = visit("")
    let_come = held_back(page)
    page.keyboard.press("s")
    page.keyboard.press(key)
    let_come()
    expect(page.locator("#__search")).not_to_be_checked()
    expect(field(page)).to_have_value("")


def test_letters_are_left_to_fields_and_to_the_map(visit: Visitor) -> None:
    page = visit("map/")
    held_back(page)
    page.locator(".cb-place__find").press("s")
    expect(field(page)).not_to_be_focused()


def test_the_keyboard_sees_where_it_is_before_it_comes(visit: Visitor) -> None:
    page = visit("contribute/")
    held_back(page)
    page.locator(".md-logo").first.focus()
    seen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(OUTLINE))
    assert len({name for name, _ in seen}) > 20
    assert [name for name, style in seen if style == "none"] == []


OUTLINE = """() => {
  const here = document.activeElement;
  return [`${here.tagName} ${here.textContent.trim()}`, getComputedStyle(here).outlineStyle];
}"""


def test_what_scrolls_takes_the_keyboard_before_it_comes(visit: Visitor) -> None:
    page = visit("contribute/", size=(360, 740))
    held_back(page)
    wide = page.locator(".cb-wide, pre > code").filter(visible=True)
    assert wide.count() > 5
    for area in wide.all():
        area.focus()
        expect(area).to_be_focused()


def held_back(page: Page) -> Callable[[], None]:
    """Keep the script back until the function returned is called."""
    waiting: list[Route] = []
    page.route(BUNDLE, lambda route: waiting.append(route))  # noqa: PLW0108 -- it takes marks

    def let_come() -> None:
        for route in waiting:
            route.continue_()

    return let_come


def test_what_is_folded_is_printed_before_it_comes(visit: Visitor) -> None:
    page = visit(next(path for path in addresses() if path.startswith("claims/") and path[7:]))
    folded = page.locator("details.cb-earned > :not(summary)").first
    expect(folded).not_to_be_visible()
    page.emulate_media(media="print")
    expect(folded).to_be_visible()
    assert fetched(visit) == []


def fetched(visit: Visitor) -> list[str]:
    return [url for url in visit.requested if "/javascripts/bundle." in url]
