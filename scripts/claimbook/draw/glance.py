"""The evidence at a glance: how many sources of each type bear in each way, as a small chart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from claimbook.draw.geometry import number
from claimbook.model import Bearing
from claimbook.reason.spread import WEIGHED, Row, most

_LABEL: Final = 161
_COLUMN: Final = 61
_ROW: Final = 24
_HEAD: Final = 26
_LONGEST: Final = 38  # of the bars, which begin at zero and share one scale
_HEADINGS: Final = {
    Bearing.SUPPORTS: "+ supports",
    Bearing.QUALIFIES: "± qualifies",
    Bearing.OPPOSES: "\N{MINUS SIGN} opposes",
}
_VERBS: Final = {
    Bearing.SUPPORTS: ("supports", "support"),
    Bearing.QUALIFIES: ("qualifies", "qualify"),
    Bearing.OPPOSES: ("opposes", "oppose"),
}


@dataclass(frozen=True)
class _Bar:
    bearing: Bearing
    count: int
    length: float
    x: float
    top: float


Href = Callable[[Row, Bearing], str]


def glance(rows: Sequence[Row], href: Href, *, title: str, prefix: str) -> str:
    """The SVG of a chart: `href` gives the address of the list that a bar counts."""
    width, height = _LABEL + len(WEIGHED) * _COLUMN, _HEAD + len(rows) * _ROW
    root = _root(width, height, prefix)
    SubElement(root, "title", id=f"{prefix}-title").text = title
    SubElement(root, "desc", id=f"{prefix}-desc").text = in_words(rows)
    for column, bearing in enumerate(WEIGHED):
        x = _LABEL + column * _COLUMN
        _text(root, x, _HEAD - 11, _HEADINGS[bearing], f"cb-chart__head cb-chart--{bearing}")
        _line(root, x, height)
    scale = _LONGEST / max(most(rows), 1)
    for position, row in enumerate(rows):
        _row(root, row, _HEAD + position * _ROW, scale, href)
    return tostring(root, encoding="unicode")


def in_words(rows: Iterable[Row]) -> str:
    """What the chart shows, in a sentence for each way of bearing."""
    rows = tuple(rows)
    return " ".join(filter(None, (_sentence(rows, bearing) for bearing in WEIGHED)))


def _root(width: float, height: float, prefix: str) -> Element:
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "cb-chart",
        "width": number(width),
        "height": number(height),
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "role": "graphics-document",
        "aria-labelledby": f"{prefix}-title",
        "aria-describedby": f"{prefix}-desc",
    }
    return Element("svg", attributes)


def _line(root: Element, x: float, height: float) -> None:
    ends = {"x1": number(x), "x2": number(x), "y1": number(_HEAD - 3), "y2": number(height)}
    SubElement(root, "line", {"class": "cb-chart__zero", **ends})


def _row(root: Element, row: Row, top: float, scale: float, href: Href) -> None:
    _text(root, 0, top + 16, row.type, "cb-chart__label")
    for column, bearing in enumerate(WEIGHED):
        if row.count(bearing):
            link = SubElement(root, "a", {"href": href(row, bearing)})
            link.set("aria-label", _phrase(row, bearing))
            count = row.count(bearing)
            bar = _Bar(bearing, count, count * scale, _LABEL + column * _COLUMN, top)
            _bar(link, bar)


def _bar(link: Element, bar: _Bar) -> None:
    x, top, length = bar.x, bar.top, bar.length
    area = {"width": number(_COLUMN - 2), "height": number(_ROW), "class": "cb-chart__area"}
    SubElement(link, "rect", {"x": number(x), "y": number(top), **area})
    size = {"width": number(length), "height": "12"}
    shape = {"x": number(x), "y": number(top + 6), **size, "class": f"cb-chart--{bar.bearing}"}
    SubElement(link, "rect", shape)
    _text(link, x + length + 5, top + 16, str(bar.count), "cb-chart__count")


def _text(parent: Element, x: float, y: float, text: str, class_: str) -> None:
    place = {"x": number(x), "y": number(y), "class": class_}
    SubElement(parent, "text", place).text = text


def _sentence(rows: Iterable[Row], bearing: Bearing) -> str:
    parts = [f"{row.type} {row.count(bearing)}" for row in rows if row.count(bearing)]
    heading = _VERBS[bearing][0].capitalize()
    return f"{heading}: {', '.join(parts)}." if parts else f"{heading}: none."


def _phrase(row: Row, bearing: Bearing) -> str:
    count = row.count(bearing)
    noun = "source" if count == 1 else "sources"
    return f"{row.type}: {count} {noun} {_VERBS[bearing][count != 1]}"
