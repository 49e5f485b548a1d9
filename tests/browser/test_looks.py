"""Pages of each kind look as they did when somebody last looked at them.

A page of the tiny twin is set in one font that comes with Pillow, so that the fonts of a machine
do not matter, photographed, blurred and brought down to a cell for every 16 pixels: what is
compared is where things stand and how dark they are, not how an edge is drawn. The pictures may
differ by `TOLERANCE`, the mean over all cells. To bless new ones, having looked at the pages:

    BLESS=1 CHROMIUM=… python -m pytest tests/browser/test_looks.py -k as_they_did
"""

import base64
import os
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageFont, ImageStat
from playwright.sync_api import Page

from tests.browser.visit import Visitor

PICTURES = Path(__file__).parent / "pictures"
TOLERANCE = 0.004  # of the way from black to white
CELL = 16  # pixels
SIZES = [(1280, 900), (768, 1000), (360, 740)]
KINDS = {
    "home": "",
    "section": "sections/time/",
    "claim": "claims/keep-the-clock/",
    "source": "sources/smith2019counting/",
    "map": "map/",
    "article": "article/",
    "objections": "objections/",
    "by-hand": "method/",
}

every_kind = pytest.mark.parametrize("kind", KINDS)
every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))


@every_kind
@every_size
def test_pages_look_as_they_did(visit_twin: Visitor, kind: str, size: tuple[int, int]) -> None:
    found = picture(opened(visit_twin, kind, size))
    if os.environ.get("BLESS"):
        found.save(place(kind, size), optimize=True)
    assert difference(found, blessed(kind, size)) <= TOLERANCE
    assert visit_twin.troubles == []


@every_kind
@pytest.mark.parametrize("missing", ["claimbook", "main"])
def test_a_missing_stylesheet_is_seen(visit_twin: Visitor, kind: str, missing: str) -> None:
    page = opened(visit_twin, kind, SIZES[-1])
    page.evaluate(
        "name => document.querySelector(`link[rel=stylesheet][href*='/${name}.']`).remove()",
        missing,
    )
    assert difference(picture(page), blessed(kind, SIZES[-1])) > 2 * TOLERANCE


def test_a_column_moved_aside_is_seen(visit_twin: Visitor) -> None:
    page = opened(visit_twin, "claim", SIZES[-1])
    page.add_style_tag(content=".md-content { margin-left: 2rem; }")
    assert difference(picture(page), blessed("claim", SIZES[-1])) > TOLERANCE


def opened(visit: Visitor, kind: str, size: tuple[int, int]) -> Page:
    """A page that a font of ours can be added to, which the site's own policy forbids."""
    return visit(KINDS[kind], size=size, policy=False)


def picture(page: Page) -> Image.Image:
    """What a page looks like in its window, cell by cell, in shades of grey."""
    page.wait_for_load_state("networkidle")
    page.add_style_tag(content=one_font())
    page.evaluate("document.fonts.load('1em Even')")
    page.wait_for_timeout(200)  # maps see to their frames again
    seen = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("L")
    blurred = seen.filter(ImageFilter.GaussianBlur(CELL / 2))
    return blurred.resize((seen.width // CELL, seen.height // CELL), Image.Resampling.BOX)


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart: 0 where they are alike, 1 for black against white."""
    assert one.size == other.size
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0] / 255


def blessed(kind: str, size: tuple[int, int]) -> Image.Image:
    return Image.open(place(kind, size))


def place(kind: str, size: tuple[int, int]) -> Path:
    return PICTURES / f"{kind}-{size[0]}.png"


@cache
def one_font() -> str:
    """A style that sets everything in the font inside Pillow."""
    font = ImageFont.load_default(CELL)
    assert isinstance(font, ImageFont.FreeTypeFont)
    data = base64.b64encode(font.font_bytes).decode()
    face = f"@font-face {{ font-family: Even; src: url(data:font/otf;base64,{data}); }}"
    return f"{face} * {{ font-family: Even !important; }}"
