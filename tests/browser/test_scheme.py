"""Light and dark: as the reader's system has it, or as chosen on the site."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.visit import Visitor


def test_the_choice_goes_round_and_is_kept(visit: Visitor) -> None:
    page = visit("", "dark")
    assert scheme(page) == "slate"
    turn(page, "Switch to light mode")
    assert scheme(page) == "default"
    expect(switch(page)).to_be_focused()
    page.reload()
    assert scheme(page) == "default"
    turn(page, "Switch to dark mode")
    assert scheme(page) == "slate"
    turn(page, "Follow the system")
    assert scheme(page) == "slate"
    expect(switch(page)).to_have_accessible_name("Switch to light mode")
    assert visit.troubles == []


def test_the_system_is_followed_at_once(visit: Visitor) -> None:
    page = visit("", "light")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    turn(page, "Switch to light mode")
    assert scheme(page) == "default"
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(200)  # a frame, in which it would follow
    assert scheme(page) == "default", "the reader has chosen"


def test_without_script_there_is_no_button(visit: Visitor) -> None:
    page = visit("", scripts=False)
    assert switch(page).count() == 0
    assert scheme(page) == "default"


def turn(page: Page, name: str) -> None:
    expect(switch(page)).to_have_accessible_name(name)
    switch(page).press("Enter")


def switch(page: Page) -> Locator:
    return page.locator(".cb-palette button:visible")


def scheme(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")
