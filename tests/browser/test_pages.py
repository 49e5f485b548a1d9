from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.place import ready
from tests.browser.samples import addresses
from tests.browser.visit import Visitor

WIDTHS = (1280, 768, 640, 360, 320)  # 640 is 1280 at 200 %, 320 at 400 %
HEAVY = "print/"  # every claim on one page: axe takes minutes, so it looks at the twin's
TOOLS = "button, [role=status], .cb-place__bar, .cb-place__corner"  # what only a script can use
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

every_kind = pytest.mark.parametrize("address", addresses())
every_light_kind = pytest.mark.parametrize("address", sorted({*addresses()} - {HEAVY}))
both_schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@every_kind
def test_a_page_loads_and_fits(visit: Visitor, address: str) -> None:
    page = visit(address)
    assert page.locator("h1").first.is_visible()
    assert [width for width in WIDTHS if overflows(page, width)] == []
    page.wait_for_load_state("networkidle")
    assert visit.troubles == []


@every_light_kind
@both_schemes
def test_a_page_is_accessible(visit: Visitor, address: str, scheme: str) -> None:
    page = visit(address, scheme)
    assert scheme_of(page) == {"light": "default", "dark": "slate"}[scheme]
    assert troubles(page) == []


def test_the_print_edition_is_accessible(visit_twin: Visitor) -> None:
    page = visit_twin(HEAVY)
    assert page.locator("[id^=claim-]").count() > 5
    assert troubles(page, "main") == []  # its frame has other colours than that of the site


@every_kind
def test_a_page_needs_no_script(visit: Visitor, address: str) -> None:
    scripted, plain = ready(visit(address)), visit(address, scripts=False)
    assert plain.locator("h1").first.is_visible()
    assert words(plain) >= words(scripted)
    assert visit.troubles == []


def troubles(page: Page, part: str = "html") -> list[str]:
    """What axe finds fault with."""
    results = Axe().run(page, part, RULES)
    return [summary(violation) for violation in results.response["violations"]]


def scheme_of(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


def words(page: Page) -> set[str]:
    content = page.locator(".md-content__inner")
    content.locator(TOOLS).evaluate_all("tools => tools.forEach(tool => tool.remove())")
    return set(content.inner_text().split())


def overflows(page: Page, width: int) -> bool:
    page.set_viewport_size({"width": width, "height": 800})
    found: bool = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return found


def summary(violation: dict[str, Any]) -> str:
    places = [" ".join(map(str, node["target"])) for node in violation["nodes"][:3]]
    return f"{violation['id']}: {violation['help']}: {'; '.join(places)}"
