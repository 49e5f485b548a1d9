"""The pages that show the evidence of the whole map: where it is missing, and from when it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.draw.timeline import Year, timeline
from claimbook.model import Bearing, Claim, EvidenceType, Section, Source
from claimbook.pages import address
from claimbook.pages.book import Book
from claimbook.pages.charts import PLACEHOLDER
from claimbook.pages.page import Page
from claimbook.pages.render import fill
from claimbook.reason.spread import WEIGHED, by_year, spread, types

_LAWS = (EvidenceType.LEGAL_TEXT, EvidenceType.COURT_DECISION)


@dataclass(frozen=True)
class Cell:
    """What one type of evidence says on a claim, or on all claims of a section."""

    type: str
    marks: tuple[Bearing, ...]


@dataclass(frozen=True)
class Group:
    """A section, its cells, and its claims with theirs."""

    section: Section
    cells: tuple[Cell, ...]
    claims: tuple[tuple[Claim, tuple[Cell, ...]], ...]


def gap_map(book: Book) -> Page:
    """Claims by type of evidence, a mark for each source."""
    used = {row.type for row in spread(book.argument, book.argument.claims.values())}
    columns = tuple(type_ for type_ in types() if type_ in used)
    groups = tuple(_group(book, section, columns) for section in book.argument.sections)
    unused = tuple(type_ for type_ in EvidenceType if type_ not in used)
    values = {"columns": columns, "groups": groups, "unused": unused, "weighed": WEIGHED}
    body = fill("gap-map.html", book, address.GAP_MAP, **values)
    title, about = (
        "Evidence gap map",
        "Which types of evidence bear on which claims, and which do not.",
    )
    return Page(address.GAP_MAP, title, about, body)


def timeline_page(book: Book) -> Page:
    """Sources and laws by their year."""
    path = address.TIMELINE
    years = dict(_years(book))
    rows = [_year(year, sources) for year, sources in years.items() if year]
    svg = timeline(rows, _fragment, title="Sources and laws in time", prefix="chart")
    body = fill("timeline.html", book, path, years=years, laws=_LAWS, placeholder=PLACEHOLDER)
    about = "From which years the sources and laws of the map are."
    return Page(path, "Timeline", about, body, charts={PLACEHOLDER: svg})


def _group(book: Book, section: Section, columns: tuple[str, ...]) -> Group:
    claims = tuple((claim, _cells(book, (claim,), columns)) for claim in section.claims)
    return Group(section, _cells(book, section.claims, columns), claims)


def _cells(book: Book, claims: tuple[Claim, ...], columns: tuple[str, ...]) -> tuple[Cell, ...]:
    rows = {row.type: row for row in spread(book.argument, claims)}
    return tuple(
        Cell(type_, tuple(b for b in WEIGHED for _ in range(rows[type_].count(b))))
        if type_ in rows
        else Cell(type_, ())
        for type_ in columns
    )


def _years(book: Book) -> Iterator[tuple[str, list[Source]]]:
    for year, keys in by_year(book.argument).items():
        used = [source for source in book.sources if source.key in keys]
        if bearing := [source for source in used if book.argument.claims_citing[source.key]]:
            yield year, bearing


def _year(year: str, sources: list[Source]) -> Year:
    laws = [source for source in sources if source.evidence_type in _LAWS]
    return Year(year, tuple(law.title for law in laws), len(sources) - len(laws))


def _fragment(year: str) -> str:
    return f"#year-{year}"
