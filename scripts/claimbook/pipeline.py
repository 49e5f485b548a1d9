"""From an argument to the files of its site."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
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
from claimbook.later import Later
from claimbook.links.store import Store
from claimbook.model import Argument
from claimbook.pages import (
    Book,
    Inset,
    Page,
    Record,
    Settings,
    cards,
    cite,
    feed,
    insets,
    makers,
    redirects,
)
from claimbook.pages.address import address, section
from claimbook.shares import made

ASSETS: Final = "assets/claimbook"

FEWEST_SECTIONS: Final = 5  # whose pictures are worth another process

_NOTHING: Final = Record()


@dataclass(frozen=True)
class Edition:
    """What a site is made of: its pages, the other files and the pictures, each by path.

    `insets` are the parts of the map that hand-written pages show, by the wishes for them, and
    `sections` the titles of the sections by the path of their pages.
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
    pages = made(_makers(book), keep)
    css = _css()
    data = {
        **{path: make() for path, make in _data(book).items()},
        f"data/{SCHEMA_NAME}": argument_schema(),
        **_pictures(pages.values(), css),
        **{record.path: record.text for record in cite.files(book)},
        **dict(redirects(book)),
        **dict(feed(book)),
    }
    light = {name: colour for name, (colour, _) in palette(css).items()}
    painted = made(dict(cards(book, light)), keep, fewest=FEWEST_SECTIONS)
    pictures = {path: png for group in painted.values() for path, png in group.items()}
    return Edition(argument.title, _sections(argument), pages, data, pictures, dict(insets(book)))


def draft(
    argument: Argument, settings: Settings, record: Record = _NOTHING, keep: Keep = anew
) -> Edition:
    """An edition of which each page is made when it is asked for; of other files those of data."""
    book = Book(argument, settings, record, keep)
    pages, data = Later(_makers(book)), Later(_data(book))
    return Edition(argument.title, _sections(argument), pages, data, {}, dict(insets(book)))


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


def _makers(book: Book) -> dict[str, Callable[[], Page]]:
    """How the pages are made, but for those that others wrote."""
    return {path: make for path, make in makers(book).items() if path not in book.by_hand}


def _data(book: Book) -> dict[str, Callable[[], str]]:
    """How the files are made that programs read."""
    return {
        "data/argument.json": lambda: argument_json(book.argument, book.labels),
        GRAPH_PATH: lambda: graph_json(book.argument),
    }


def _sections(argument: Argument) -> dict[str, str]:
    return {section(each.id): each.title for each in argument.sections}


def _css() -> str:
    return (files("claimbook") / "assets" / "map.css").read_text(encoding="utf-8")


def _pictures(made: Iterable[Page], css: str) -> dict[str, str]:
    """The map of each page as a file beside it, so that its links lead to the same places."""
    return {
        f"{address(page.path)}map.svg": standalone(svg, css)
        for page in made
        for svg in page.maps.values()
    }
