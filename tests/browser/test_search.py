"""Search is fetched when somebody searches, and then works as the theme has it."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from claimbook.pages.search_parts import SCRIPT, parted
from tests.browser.links import claims
from tests.browser.visit import Visitor
from tests.built.site import SITE
from tests.conftest import ROOT

ASSETS = ROOT / "scripts" / "claimbook" / "assets"
CLAIM = list(claims().values())[-1]
WORDS = CLAIM["label"]
OPENINGS: dict[str, Callable[[Page], None]] = {
    "slash": lambda page: page.keyboard.press("/"),
    "s": lambda page: page.keyboard.press("s"),
    "pointer": lambda page: field(page).click(),
    "focus": lambda page: field(page).focus(),
}


def test_nothing_of_search_is_fetched_before_it_is_opened(visit: Visitor) -> None:
    for address in ("", f"claims/{CLAIM['id']}/", "map/"):
        visit(address).wait_for_load_state("networkidle")
    assert len(visit.requested) > 10
    assert searched(visit) == []
    assert visit.troubles == []


@pytest.mark.parametrize("opening", OPENINGS)
def test_search_finds_a_claim(visit: Visitor, opening: str) -> None:
    page = visit("")
    OPENINGS[opening](page)
    field(page).fill(WORDS)  # without a key, as dictated words come
    result(page).click()
    page.wait_for_url(f"**/claims/{CLAIM['id']}/**")
    assert visit.troubles == []


def test_the_index_is_fetched_once(visit: Visitor) -> None:
    page = visit("")
    page.keyboard.press("/")
    page.keyboard.type(WORDS)
    expect(result(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(field(page)).not_to_be_focused()
    page.keyboard.press("/")
    expect(result(page)).to_be_visible()
    assert len(searched(visit)) == 2, "the index and the worker"


def test_it_opens_again_however_fast_the_keys_come(visit: Visitor) -> None:
    page = visit("")
    page.keyboard.press("/")
    page.keyboard.type(WORDS)
    expect(result(page)).to_be_visible()
    page.evaluate(  # in one task, as keys come that waited for a busy page
        "for (const key of ['Escape', '/']) dispatchEvent(new KeyboardEvent('keydown', { key }))"
    )
    expect(field(page)).to_be_focused()
    expect(page.locator("#__search")).to_be_checked()
    expect(result(page)).to_be_visible()


def test_of_a_large_index_only_parts_are_fetched(visit: Visitor) -> None:
    index = (SITE / "search" / "search_index.json").read_text(encoding="utf-8")
    files = parted(index, many=1)
    page = visit("")
    page.route("**/search/*.json", lambda route: route.fulfill(body=files[_name(route)]))
    page.route("**/search/search.js", lambda route: route.fulfill(path=ASSETS / SCRIPT))
    page.keyboard.press("/")
    field(page).fill(WORDS)  # without a key, as dictated words come
    expect(result(page)).to_be_visible()
    expect(result(page).locator("mark").first).to_be_visible()
    fetched = {url.rpartition("/")[2] for url in searched(visit)} & files.keys()
    assert sum(len(files[name]) for name in fetched) < len(index)
    result(page).click()
    page.wait_for_url(f"**/claims/{CLAIM['id']}/**")
    assert visit.troubles == []


def test_on_a_phone(visit: Visitor) -> None:
    page = visit("", size=(360, 740))
    page.locator(".md-header__button[for=__search]").click()
    expect(field(page)).to_be_focused()
    page.keyboard.type(WORDS)
    expect(result(page)).to_be_visible()


def test_by_keyboard_alone(visit: Visitor) -> None:
    page = visit("")
    page.keyboard.press("/")
    page.keyboard.insert_text(WORDS)  # at once: results that are made anew lose the focus
    page.keyboard.press("End")
    expect(result(page)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/**")


def test_an_address_holds_what_is_sought(visit: Visitor) -> None:
    page = visit(f"?q={quote(WORDS)}")
    expect(result(page)).to_be_visible()


def test_words_that_were_found_are_marked(visit: Visitor) -> None:
    word = max(WORDS.rstrip(".").split(), key=len)
    page = visit(f"claims/{CLAIM['id']}/?h={quote(word)}")
    expect(page.locator("mark").first).to_have_text(word, ignore_case=True)


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Search")


def result(page: Page) -> Locator:
    return page.locator(f".md-search-result a[href*='claims/{CLAIM['id']}/']").first


def _name(route: Route) -> str:
    return route.request.url.rpartition("/")[2]


def searched(visit: Visitor) -> list[str]:
    return [url for url in visit.requested if "/search" in url]
