"""A map as it stands on a page: the picture, and the same as an outline."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from claimbook.draw import Map, OutlineItem, Setting, outline, render
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
    svg = drawn(book, map_, Links(path).claim, prefix="map")
    return MapView(title, _caption(map_), PLACEHOLDER, svg, outline(map_))


def drawn(
    book: Book, map_: Map, href: Callable[[str], str], *, prefix: str, room: float = 0
) -> str:
    """The SVG of a map, as `draw.render` makes it, or as it was made before of the same things."""
    setting = Setting(room) if room else Setting()
    leads = [href(node.id) for node in map_.claims]

    def make() -> bytes:
        return render(map_, book.verdicts, href, prefix=prefix, setting=setting).encode()

    return book.keep(f"map {shown(book, map_)} {leads} {prefix} {setting.room}", make).decode()


def shown(book: Book, map_: Map) -> str:
    """All that the picture of a map depends on."""
    return repr((map_, [book.verdicts[node.id] for node in map_.nodes]))


def _caption(map_: Map) -> str:
    shown = f"{len(map_.claims)} claims, {len(map_.steps)} steps of reasoning."
    if not map_.left_out:
        return shown
    return f"{shown} {map_.left_out} more claims bear on these; follow the boxes to reach them."
