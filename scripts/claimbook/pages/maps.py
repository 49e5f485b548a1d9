"""A map as it stands on a page: the picture, and the same as an outline."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from claimbook.draw import Map, OutlineItem, Setting, outline, render
from claimbook.pages.book import Book
from claimbook.pages.render import Links
from claimbook.pages.words import plural

PLACEHOLDER: Final = Markup("<!-- claimbook:map -->")


@dataclass(frozen=True)
class MapView:
    """A map on a page; `placeholder` stands for `svg` until the page is finished."""

    title: str
    caption: str
    placeholder: Markup
    svg: str
    outline: tuple[OutlineItem, ...]


def view(book: Book, path: str, map_: Map, title: str, prefix: str = "map") -> MapView:
    """The view of a map on the page at `path`; `prefix` begins the ids in the picture."""
    svg = drawn(book, map_, Links(path).claim, prefix=prefix)
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
    shown = f"{_counted(len(map_.claims), 'claim')}, {_counted(len(map_.steps), 'step')}"
    if not map_.left_out:
        return f"{shown} of reasoning."
    more = f"{_counted(map_.left_out, 'more claim')} {'bears' if map_.left_out == 1 else 'bear'}"
    return f"{shown} of reasoning. {more} on these; follow the boxes to reach them."


def _counted(count: int, word: str) -> str:
    return f"{count} {plural(word, count)}"
