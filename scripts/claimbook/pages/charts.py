"""Charts as they stand on a page: the picture, and the list that it counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from claimbook.draw.glance import glance
from claimbook.model import Bearing, Claim, Section
from claimbook.pages.book import Book
from claimbook.pages.words import slug
from claimbook.reason.spread import Row, spread

PLACEHOLDER: Final = Markup("<!-- claimbook:chart -->")
_TITLE: Final = "Sources by type of evidence and how they bear"
_FEWEST: Final = 2  # sources; one needs no chart


@dataclass(frozen=True)
class ChartView:
    """A chart on a page; `placeholder` stands for `svg` until the page is finished."""

    placeholder: Markup
    svg: str
    rows: tuple[Row, ...] = ()


def of_claim(book: Book, claim: Claim) -> ChartView | None:
    """The evidence of a claim at a glance; each bar leads to the first piece that it counts."""

    def first(row: Row, bearing: Bearing) -> str:
        keys = row.sources[bearing]
        pieces = enumerate(claim.evidence, start=1)
        return next(
            f"#evidence-{number}"
            for number, piece in pieces
            if piece.bearing is bearing and piece.source in keys
        )

    rows = spread(book.argument, [claim])
    if _sources(rows) < _FEWEST:
        return None
    return ChartView(PLACEHOLDER, glance(rows, first, title=_TITLE, prefix="chart"), rows)


def of_section(book: Book, section: Section) -> ChartView | None:
    """The evidence of a section at a glance; each bar leads to the list of that type's sources."""

    def list_(row: Row, _: Bearing) -> str:
        return f"#sources-{slug(row.type)}"

    rows = spread(book.argument, section.claims)
    if not rows:
        return None
    return ChartView(PLACEHOLDER, glance(rows, list_, title=_TITLE, prefix="chart"), rows)


def _sources(rows: Sequence[Row]) -> int:
    return sum(len(sources) for row in rows for sources in row.sources.values())
