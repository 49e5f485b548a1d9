"""Colours against what they stand on, as WCAG 2.2 counts contrast."""

import re
from pathlib import Path

import pytest

from claimbook.draw import palette, standalone, whole
from claimbook.draw.card import BODY, EYEBROW, LEAD, SCHEME, STATUS, Style
from tests.draw.maps import LINKS, drawn, tree

CSS = (Path(__file__).parents[2] / "scripts/claimbook/assets/map.css").read_text(encoding="utf-8")
COLOURS = palette(CSS)
PAPERS = ("--cb-paper", "--cb-raised", "--cb-band", "--cb-focus")
TEXTS = ("--cb-ink", "--cb-quiet", "--cb-support", "--cb-oppose", "--cb-qualify", "--cb-context")
LINES = (*TEXTS, "--cb-line")


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("ink", TEXTS)
def test_text_can_be_read(ink: str, paper: str, scheme: int) -> None:
    assert contrast(COLOURS[ink][scheme], COLOURS[paper][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("line", LINES)
def test_lines_can_be_seen(line: str, paper: str, scheme: int) -> None:
    assert contrast(COLOURS[line][scheme], COLOURS[paper][scheme]) >= 3


@pytest.mark.parametrize("style", [EYEBROW, BODY, LEAD, STATUS, SCHEME], ids=lambda s: s.name)
def test_text_is_set_in_the_size_that_was_measured(style: Style) -> None:
    (rule,) = re.findall(rf"\.cb-{style.name} {{ (font-size[^}}]*)}}", CSS)
    assert f"font-size: {style.size:g}px" in rule
    assert ("font-weight: 600" in rule) is style.bold


def test_every_class_of_a_map_has_its_rule() -> None:
    root = tree(drawn(whole(LINKS)))
    used = {name for element in root.iter() for name in element.get("class", "").split()}
    plain = {
        "cb-edges",
        "cb-edge",
        "cb-article",
        "cb-opponent",
        "cb-is-unchallenged",
        "cb-is-answered",
    }
    assert {name for name in used if f".{name}" not in CSS} <= plain


def test_a_file_that_stands_alone_needs_nothing_from_a_page() -> None:
    svg = standalone(drawn(whole(LINKS)), CSS)
    root = tree(svg)
    assert root[0].tag.endswith("style")
    sheet = root[0].text or ""
    assert "var(" not in sheet
    assert "light-dark(" not in sheet
    light, _, dark = sheet.partition("@media (prefers-color-scheme: dark)")
    assert COLOURS["--cb-oppose"][0] in light
    assert COLOURS["--cb-oppose"][1] in dark
