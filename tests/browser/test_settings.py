"""What readers set on their machines is heeded: forced colours, and no more motion than needed."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.links import thesis
from tests.browser.place import the_map
from tests.browser.visit import Visitor

LINES = ".cb-figure__canvas .cb-box, .cb-figure__canvas .cb-line, .cb-head"
SEEN = """lines => lines.map(line => {
  const style = getComputedStyle(line);
  const drawn = line instanceof SVGElement ? style.stroke : style.borderInlineStartColor;
  const paper = line.closest(".cb-figure__canvas") ?? document.body;
  return [drawn, getComputedStyle(paper).backgroundColor];
})"""
LEAST = 3  # WCAG 1.4.11


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_are_seen_in_forced_colours(visit: Visitor, scheme: str) -> None:
    page = visit(f"claims/{thesis()}/", scheme)
    page.emulate_media(forced_colors="active")
    pairs = page.locator(LINES).evaluate_all(SEEN)
    assert len(pairs) > 5
    assert [pair for pair in pairs if contrast(*pair) < LEAST] == []


def test_what_has_the_keyboard_is_seen_in_forced_colours(visit: Visitor) -> None:
    page = visit(f"claims/{thesis()}/")
    page.emulate_media(forced_colors="active")
    page.locator("main a").first.focus()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outline")
    assert not re.search(r"\bnone\b|\b0px\b", outline)


def test_the_map_flies_only_where_motion_is_welcome(visit: Visitor) -> None:
    page = the_map(visit)
    assert not flies(page)
    page.emulate_media(reduced_motion="no-preference")
    assert flies(page)


def flies(page: Page) -> bool:
    """Whether the map moves on its way to a claim, rather than being there at once."""
    picture = page.locator(".cb-place__frame > .cb-map")
    expect(picture).not_to_have_attribute("data-flying", "")
    return bool(
        picture.evaluate("""picture => {
          document.querySelector("[data-do=fit]").click();
          return picture.hasAttribute("data-flying");
        }""")
    )


def contrast(one: str, other: str) -> float:
    """How well two colours stand out from each other, as WCAG 2 reckons."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
