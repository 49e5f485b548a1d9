"""The print edition: the whole argument as one page, every link inside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from claimbook.draw import Map, of_section, overview
from claimbook.draw.glance import glance
from claimbook.exchange.apa import apa
from claimbook.model import Bearing, Claim, Section
from claimbook.pages import address
from claimbook.pages.book import Book
from claimbook.pages.maps import drawn
from claimbook.pages.page import Page
from claimbook.pages.render import Links, fill
from claimbook.reason.spread import Row, spread

TITLE: Final = "Print edition"
_COLUMN: Final = 640  # pixels of a page's width
_ROOM: Final = 1000  # pixels, so that small maps stand upright on a page


@dataclass(frozen=True)
class PrintLinks(Links):
    """The addresses of everything that stands on the same page."""

    def claim(self, id_: str, fragment: str = "") -> str:
        """To a claim, whatever part of it is meant."""
        del fragment
        return f"#claim-{id_}"

    def section(self, id_: str) -> str:
        """To a section."""
        return f"#section-{id_}"

    def source(self, key: str) -> str:
        """To an entry of the list of references."""
        return f"#source-{key}"


@dataclass(frozen=True)
class Plate:
    """A picture of the print edition.

    A large one stands on a page of its own, which is turned for a `wide` one, not for a `tall` one.
    """

    placeholder: Markup
    shape: str = "small"


@dataclass(frozen=True)
class Part:
    """A section with its number, its pictures and its numbered claims."""

    number: int
    section: Section
    map: Plate
    chart: Plate | None
    claims: tuple[tuple[str, Claim], ...]


def print_edition(book: Book) -> Page:
    """Contents, maps, claims, evidence and references on one page."""
    links, plates = PrintLinks(address.PRINT), _Plates(book)
    parts = tuple(_parts(book, plates))
    values = {
        "sections": parts,
        "glance": plates.map("glance", overview(book.graph)),
        "numbers": {claim.id: number for part in parts for number, claim in part.claims},
        "references": {source.key: apa(book.works[source.key]) for source in book.sources},
    }
    body = fill("print.html", book, links, **values)
    about = "The whole argument on one page: maps, claims, evidence, references."
    return Page(address.PRINT, TITLE, about, body, charts=plates.drawn, searched=False)


class _Plates:
    """Draws pictures, and keeps them by their placeholders."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.drawn: dict[str, str] = {}
        self.links = PrintLinks(address.PRINT)

    def map(self, name: str, map_: Map) -> Plate:
        svg = drawn(self.book, map_, self.links.claim, prefix=f"{name}-map", room=_ROOM)
        return self._plate(f"{name}-map", svg)

    def chart(self, name: str, rows: tuple[Row, ...]) -> Plate | None:
        if not rows:
            return None

        def href(row: Row, bearing: Bearing) -> str:
            del row, bearing
            return f"#section-{name}"

        title = "Sources by type of evidence and how they bear"
        return self._plate(f"{name}-chart", glance(rows, href, title=title, prefix=f"{name}-chart"))

    def _plate(self, name: str, svg: str) -> Plate:
        placeholder = Markup("<!-- claimbook:{} -->").format(name)
        self.drawn[placeholder] = svg
        return Plate(placeholder, _shape(*_size(svg)))


def _parts(book: Book, plates: _Plates) -> Iterator[Part]:
    for number, section in enumerate(book.argument.sections, start=1):
        yield Part(
            number,
            section,
            plates.map(section.id, of_section(book.graph, section)),
            plates.chart(section.id, spread(book.argument, section.claims)),
            tuple((f"{number}.{n}", claim) for n, claim in enumerate(section.claims, start=1)),
        )


def _shape(width: float, height: float) -> str:
    if width <= _COLUMN:
        return "small"
    return "wide" if width > height else "tall"


def _size(svg: str) -> tuple[float, float]:
    box: Mapping[int, str] = dict(enumerate(svg.split('viewBox="', 1)[1].split('"', 1)[0].split()))
    return float(box[2]), float(box[3])
