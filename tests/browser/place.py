"""The map page in the hands of a test: where things are, what is shown, what has the keyboard."""

from itertools import combinations

from playwright.sync_api import Locator, Page, expect

from tests.browser.visit import Visitor

_CORNERS = """all => all.map(one => one.getBoundingClientRect())
  .map(r => [r.left, r.top, r.right, r.bottom])"""


def the_map(visit: Visitor, state: str = "", size: tuple[int, int] = (1280, 800)) -> Page:
    """The map page, ready, with `state` after its address."""
    page = visit(f"map/{state}", size=size)
    frame(page).scroll_into_view_if_needed()
    return ready(page)


def ready(page: Page) -> Page:
    """A page on which the map, where it has a place, has been put there and stands still."""
    if page.locator("#cb-place").count():
        expect(page.locator(".cb-place__where")).not_to_be_empty()
    return page


def frame(page: Page) -> Locator:
    """What the map is looked at through."""
    return page.locator(".cb-place__frame")


def box(page: Page, id_: str) -> Locator:
    """The box of a claim."""
    return page.locator(f'.cb-place a[data-node="{id_}"]')


def panel(page: Page) -> Locator:
    """Where the chosen claim is read."""
    return page.locator(".cb-place__panel")


def shown(page: Page, unless: str = ".cb-gone") -> set[str]:
    """The ids of the claims on the map."""
    boxes = page.locator(f".cb-place a[data-node]:not({unless})")
    return set(boxes.evaluate_all("nodes => nodes.map(node => node.dataset.node)"))


def focused(page: Page) -> str:
    """The id of the claim that has the keyboard, if one has."""
    found: str = page.evaluate("document.activeElement.dataset.node ?? ''")
    return found


def scale(page: Page) -> float:
    """How large the map is drawn."""
    found: float = _matrix(page, "a")
    return found


def offset(page: Page) -> tuple[float, float]:
    """Where the map's corner lies in its frame."""
    return _matrix(page, "e"), _matrix(page, "f")


def middle(locator: Locator) -> tuple[float, float]:
    """The centre of an element in the window."""
    found = area(locator)
    return found["x"] + found["width"] / 2, found["y"] + found["height"] / 2


def area(locator: Locator) -> dict[str, float]:
    """The rectangle of an element in the window."""
    found = locator.bounding_box()
    assert found
    return {
        "x": found["x"],
        "y": found["y"],
        "width": found["width"],
        "height": found["height"],
    }


def corners(page: Page, selector: str) -> list[list[float]]:
    """Left, top, right and bottom of each element found."""
    found: list[list[float]] = page.locator(selector).evaluate_all(_CORNERS)
    return found


def overlaps(rects: list[list[float]]) -> list[tuple[list[float], list[float]]]:
    """The pairs of rectangles that share some area."""
    return [
        (one, other)
        for one, other in combinations(rects, 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


def rest(page: Page) -> None:
    """Wait until the map stands still."""
    page.wait_for_timeout(450)


def _matrix(page: Page, entry: str) -> float:
    found: float = page.locator(".cb-place .cb-map").evaluate(
        "(svg, entry) => new DOMMatrix(getComputedStyle(svg).transform)[entry]", entry
    )
    return found
