"""Sources and laws in time: a row a year, a mark a source."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from claimbook.draw.geometry import number
from claimbook.draw.text import wrap

_WIDTH: Final = 344
_LABEL: Final = 46
_ROW: Final = 24
_MARK: Final = 9
_FAR: Final = 2  # so many empty years in a row are drawn; more are told


@dataclass(frozen=True)
class Year:
    """A year with its laws, by name, and the number of its other sources."""

    year: str
    laws: tuple[str, ...]
    others: int

    @property
    def told(self) -> str:
        """The year in words."""
        parts = (
            f"{len(self.laws)} {'law' if len(self.laws) == 1 else 'laws'}" if self.laws else "",
            f"{self.others} {'source' if self.others == 1 else 'sources'}" if self.others else "",
        )
        return f"{self.year}: {', '.join(filter(None, parts))}"


def timeline(years: Sequence[Year], href: Callable[[str], str], *, title: str, prefix: str) -> str:
    """The SVG of a timeline: `href` gives the address of the list of a year's sources."""
    rows = tuple(_rows(years))
    height = len(rows) * _ROW
    root = _root(height, prefix)
    SubElement(root, "title", id=f"{prefix}-title").text = title
    SubElement(root, "desc", id=f"{prefix}-desc").text = "; ".join(year.told for year in years)
    by_year: Mapping[str, Year] = {year.year: year for year in years}
    for position, row in enumerate(rows):
        top = position * _ROW
        if row in by_year:
            _year(root, by_year[row], top, href(row))
        else:
            _text(root, 0, top + 16, row, "cb-chart__count")
        if row.isdigit():
            _axis(root, top)
    return tostring(root, encoding="unicode")


def _axis(root: Element, top: float) -> None:
    ends = {"x1": number(_LABEL), "x2": number(_LABEL), "y1": number(top), "y2": number(top + _ROW)}
    SubElement(root, "line", {"class": "cb-chart__zero", **ends})


def _root(height: float, prefix: str) -> Element:
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "cb-chart cb-timeline",
        "width": number(_WIDTH),
        "height": number(height),
        "viewBox": f"0 0 {number(_WIDTH)} {number(height)}",
        "role": "graphics-document",
        "aria-labelledby": f"{prefix}-title",
        "aria-describedby": f"{prefix}-desc",
    }
    return Element("svg", attributes)


def _rows(years: Sequence[Year]) -> Iterator[str]:
    """Every year from first to last; a long gap between two is one row that says so."""
    previous = None
    for year in years:
        now = int(year.year)
        if previous is not None:
            yield from _between(previous + 1, now - 1)
        yield year.year
        previous = now


def _between(first: int, last: int) -> Iterator[str]:
    if last - first + 1 > _FAR:
        yield f"{first}–{last}: no source"
    else:
        yield from map(str, range(first, last + 1))


def _year(root: Element, year: Year, top: float, address: str) -> None:
    link = SubElement(root, "a", {"href": address, "aria-label": year.told})
    area = {"width": number(_WIDTH), "height": number(_ROW), "class": "cb-chart__area"}
    SubElement(link, "rect", {"x": "0", "y": number(top), **area})
    _text(link, 0, top + 16, year.year, "cb-chart__label")
    x = _LABEL + 10.0
    middle = top + _ROW / 2
    for name in year.laws:
        _law(link, x, middle, name)
        x += _MARK + 3
    for _ in range(year.others):
        place = {"cx": number(x), "cy": number(middle), "r": "3.5"}
        SubElement(link, "circle", {"class": "cb-timeline__source", **place})
        x += _MARK
    _names(link, year.laws, x + 4, top + 16)


def _law(link: Element, x: float, y: float, name: str) -> None:
    mark = SubElement(link, "path", {"class": "cb-timeline__law", "d": "M0-5 5 0 0 5-5 0z"})
    mark.set("transform", f"translate({number(x)} {number(y)})")
    SubElement(mark, "title").text = name


def _names(link: Element, names: Sequence[str], x: float, y: float) -> None:
    room = _WIDTH - x
    if names and room > 70:  # noqa: PLR2004 -- a name needs some room, or it is only in the list
        (text,) = wrap(", ".join(names), room, 11, lines=1)
        _text(link, x, y, text, "cb-chart__count")


def _text(parent: Element, x: float, y: float, text: str, class_: str) -> None:
    place = {"x": number(x), "y": number(y), "class": class_}
    SubElement(parent, "text", place).text = text
