"""A map as it stands on a page: the picture, and the same as an outline."""

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from claimbook.draw import Map, OutlineItem, outline, render
from claimbook.pages.book import Book
from claimbook.pages.render import Links

PLACEHOLDER: Final = Markup("<!-- claimbook:map -->")


@dataclass(frozen=True)
class MapView:
    """A map on a page; `placeholder` stands for `svg` until the page is finished."""

    title: str
    caption: str
    placeholder: Markup
    svg: str
    outline: tuple[OutlineItem, ...]


def view(book: Book, path: str, map_: Map, title: str) -> MapView:
    """The view of a map on the page at `path`."""
    svg = render(map_, book.verdicts, Links(path).claim, prefix="map")
    return MapView(title, _caption(map_), PLACEHOLDER, svg, outline(map_))


def _caption(map_: Map) -> str:
    shown = f"{len(map_.claims)} claims, {len(map_.steps)} steps of reasoning."
    if not map_.left_out:
        return shown
    return f"{shown} {map_.left_out} more claims bear on these; follow the boxes to reach them."
