"""From an argument to the files of its site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Final

from claimbook.cache import Keep, Memory, anew
from claimbook.draw import palette, standalone
from claimbook.exchange import debt_history
from claimbook.exchange.argument_json import SCHEMA_NAME, argument_json, argument_schema
from claimbook.exchange.editor_schema import SCHEMA_FILE, editor_schema
from claimbook.exchange.graph_json import GRAPH_PATH, graph_json
from claimbook.history import history
from claimbook.later import Awaited, Later
from claimbook.links.store import Store
from claimbook.model import Argument
from claimbook.pages import (
    Book,
    Inset,
    Maker,
    Page,
    Record,
    Settings,
    cards,
    cite,
    feed,
    insets,
    made_again,
    makers,
    redirects,
)
from claimbook.pages.address import SECTIONS, address, section
from claimbook.pages.cards import Painter
from claimbook.shares import begun

ASSETS: Final = "assets/claimbook"

FEWEST_LONG: Final = 2  # things that take so long that they are worth another process

MOST_LISTED: Final = 30  # sections that a navigation can hold

_NOTHING: Final = Record()


@dataclass(frozen=True)
class Edition:
    """What a site is made of: its pages, the other files and the pictures, each by path.

    `insets` are the parts of the map that hand-written pages show, by the wishes for them, and
    `sections` the titles of the sections by the path of their pages; of too many for a navigation
    that of their list. The pictures may still be painted, until they are looked at.
    """

    title: str
    sections: Mapping[str, str]
    pages: Mapping[str, Page]
    files: Mapping[str, str]
    pictures: Mapping[str, bytes]
    insets: Mapping[str, Mapping[str, Inset]]


def record(root: Path, keep: Keep = anew) -> Record:
    """What a project keeps on record; raises `ProblemsError` where that is damaged."""
    debt = root / debt_history.FILE
    text = debt.read_text(encoding="utf-8", errors="replace") if debt.is_file() else "[]"
    return Record(Store(root).results, debt_history.from_text(text), history(root, keep))


def edition(
    argument: Argument, settings: Settings, record: Record = _NOTHING, keep: Memory = anew
) -> Edition:
    """The pages and data files of an argument's site; pages by hand take the place of others."""
    book = Book(argument, settings, record, keep)
    data = begun(_data(book), keep, fewest=FEWEST_LONG)
    pages = made_again(_makers(book), book, keep)
    css = _css()
    pictures = Awaited(partial(_painted, begun(_cards(book, css), keep, fewest=FEWEST_LONG)))
    written = {
        **data(),
        f"data/{SCHEMA_NAME}": argument_schema(),
        **cite.files(cite.all_sources(book)),
        **dict(_beside(pages.values(), css)),
        **dict(redirects(book)),
        **dict(feed(book)),
    }
    shown = dict(insets(book))
    return Edition(argument.title, _listed(argument), pages, written, pictures, shown)


def draft(
    argument: Argument, settings: Settings, record: Record = _NOTHING, keep: Keep = anew
) -> Edition:
    """An edition of which each page is made when it is asked for; of other files those of data."""
    book = Book(argument, settings, record, keep)
    pages, data = Later(_makers(book)), Later(_data(book))
    return Edition(argument.title, _listed(argument), pages, data, {}, dict(insets(book)))


def assets() -> dict[str, bytes]:
    """The stylesheets and scripts of the site by path."""
    folder = files("claimbook") / "assets"
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return {f"{ASSETS}/{file.name}": file.read_bytes() for file in found}


def refresh_schema(root: Path, argument: Argument, *, begin: bool = False) -> bool:
    """Whether the schema for editors had to be written; without `begin` only where there is one."""
    file, text = root / SCHEMA_FILE, editor_schema(argument)
    there = file.is_file()
    if (there and file.read_text(encoding="utf-8") == text) or not (there or begin):
        return False
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return True


def _makers(book: Book) -> dict[str, Maker]:
    """How the pages are made, but for those that others wrote."""
    return {path: make for path, make in makers(book).items() if path not in book.by_hand}


def _data(book: Book) -> dict[str, Callable[[], str]]:
    """How the files are made that programs read."""
    return {
        "data/argument.json": lambda: argument_json(book.argument, book.labels),
        GRAPH_PATH: lambda: graph_json(book.argument),
    }


def _listed(argument: Argument) -> dict[str, str]:
    """What a navigation can list on every page: the sections, or where they are listed."""
    if len(argument.sections) > MOST_LISTED:
        return {SECTIONS: "All sections"}
    return {section(each.id): each.title for each in argument.sections}


def _css() -> str:
    return (files("claimbook") / "assets" / "map.css").read_text(encoding="utf-8")


def _beside(made: Iterable[Page], css: str) -> Iterator[tuple[str, str]]:
    """The files of each page, and its map as one more, whose links lead to the same places."""
    for page in made:
        yield from page.files.items()
        for svg in page.maps.values():
            yield f"{address(page.path)}map.svg", standalone(svg, css)


def _cards(book: Book, css: str) -> Mapping[str, Painter]:
    """How the pictures are painted, in the colours of the light."""
    return dict(cards(book, {name: light for name, (light, _) in palette(css).items()}))


def _painted(end: Callable[[], Mapping[str, Mapping[str, bytes]]]) -> dict[str, bytes]:
    return {path: png for group in end().values() for path, png in group.items()}
