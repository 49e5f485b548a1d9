"""The pages of a site, one function a kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from claimbook import prose
from claimbook.draw import around, of_section, overview, whole
from claimbook.model import Claim, Section, Source, Voice
from claimbook.pages import address, charts, cite, search
from claimbook.pages.book import Book
from claimbook.pages.changes import changes
from claimbook.pages.charts import ChartView
from claimbook.pages.evidence import gap_map, timeline_page
from claimbook.pages.leads import lead
from claimbook.pages.legend import legend
from claimbook.pages.maps import MapView, view
from claimbook.pages.marks import reaches
from claimbook.pages.page import Page
from claimbook.pages.printed import print_edition
from claimbook.pages.reference import reference
from claimbook.pages.render import fill
from claimbook.pages.share import with_heads
from claimbook.pages.trust import check_status
from claimbook.reason.gaps import without_independent_source
from claimbook.reason.graph import Graph
from claimbook.reason.status import Value
from claimbook.reason.verdict import Status

T = TypeVar("T")
Neighbour = tuple[str, str] | None

_HEAVY = (0, 2)  # statuses that a fall would change, claims that it would leave unsupported


def pages(book: Book) -> Iterator[Page]:
    """Every generated page of the site."""
    return with_heads(book, _pages(book))


def _pages(book: Book) -> Iterator[Page]:
    yield home(book)
    yield from sections(book)
    yield article(book)
    yield whole_map(book)
    yield objections(book)
    yield gaps(book)
    yield gap_map(book)
    yield check_status(book)
    yield changes(book)
    yield timeline_page(book)
    yield print_edition(book)
    yield claim_index(book)
    yield from claims(book)
    yield source_index(book)
    yield from sources(book)


def home(book: Book) -> Page:
    """The first page: what this is, the argument at a glance, honest figures."""
    argument = book.argument
    path = address.HOME
    map_view = view(book, path, overview(book.graph), "The argument at a glance")
    weighings = legend(book, path)
    values = {"view": map_view, "figures": _figures(book), "weighings": weighings}
    body = fill("home.html", book, path, **values)
    about = prose.to_plain(argument.about or argument.title)
    page = _illustrated(Page(path, argument.title, about, body), map_view)
    return replace(page, charts={each.placeholder: each.svg for each in weighings})


def sections(book: Book) -> Iterator[Page]:
    """One page a section."""
    ways = [(section.title, address.section(section.id)) for section in book.argument.sections]
    for position, section in enumerate(book.argument.sections):
        yield _section(book, section, *_around(ways, position))


def claims(book: Book) -> Iterator[Page]:
    """One page a claim."""
    every = tuple(book.argument.claims.values())
    ways = [(claim.label, address.claim(claim.id)) for claim in every]
    for position, claim in enumerate(every):
        yield _claim(book, claim, *_around(ways, position))


def sources(book: Book) -> Iterator[Page]:
    """One page a source."""
    return (_source(book, source) for source in book.sources)


def article(book: Book) -> Page:
    """The annotated text, paragraph by paragraph."""
    text = book.argument.sources.get(book.argument.text)
    mapped = sum(1 for paragraph in book.paragraphs if paragraph.claims)
    full = text and reference(text)
    body = fill("article.html", book, address.ARTICLE, text=text, reference=full, mapped=mapped)
    about = "Each paragraph, and what it claims."
    found = tuple(prose.to_plain(p.gist) for p in book.paragraphs if p.gist)
    return Page(address.ARTICLE, "The article", about, body, found=found)


def whole_map(book: Book) -> Page:
    """The map of everything."""
    map_view = view(book, address.MAP, whole(book.graph), "The whole argument")
    body = fill("map.html", book, address.MAP, view=map_view)
    return _illustrated(Page(address.MAP, "Map", "The whole argument as a map.", body), map_view)


def objections(book: Book) -> Page:
    """Every challenge to what the text says, by whether it stands."""
    groups = {"open": Value.IN, "disputed": Value.UNDECIDED, "answered": Value.OUT}
    found = {
        name: [c for c in book.challenges if c.value is value and c.target.voice is Voice.ARTICLE]
        for name, value in groups.items()
    }
    body = fill("objections.html", book, address.OBJECTIONS, **found)
    return Page(address.OBJECTIONS, "Objections", "Every challenge, answered or open.", body)


def gaps(book: Book) -> Page:
    """Where the evidence is thin."""
    heavy = [impact for impact in book.impacts.values() if impact.weight >= _HEAVY]
    body = fill("gaps.html", book, address.GAPS, heavy=heavy)
    return Page(address.GAPS, "Evidence gaps", "Where a further source would help most.", body)


def claim_index(book: Book) -> Page:
    """Every claim with its status."""
    body = fill("claims.html", book, address.CLAIMS)
    return Page(address.CLAIMS, "All claims", "Every claim with its status.", body)


def source_index(book: Book) -> Page:
    """Every source by type of evidence."""
    found = {"records": cite.all_sources(book), "coins": cite.all_coins(book)}
    body = fill("sources.html", book, address.SOURCES, by_type=_by_type(book), **found)
    return Page(address.SOURCES, "Sources", "Every source, by type of evidence.", body)


def _section(book: Book, section: Section, previous: Neighbour, following: Neighbour) -> Page:
    path = address.section(section.id)
    map_view = view(book, path, of_section(book.graph, section), f"Map of {section.title}")
    chart = charts.of_section(book, section)
    turns = {"previous": previous, "next": following}
    values = {"section": section, "view": map_view, "chart": chart, **turns}
    body = fill("section.html", book, path, **values)
    found = search.of_section(section)
    page = Page(path, section.title, prose.to_plain(section.question), body, found=found)
    return _illustrated(page, map_view, chart)


def _claim(book: Book, claim: Claim, previous: Neighbour, following: Neighbour) -> Page:
    path = address.claim(claim.id)
    section = book.argument.section_of(claim)
    map_view = view(book, path, around(book.graph, claim.id), f"Map around: {claim.label}")
    chart = charts.of_claim(book, claim)
    body = fill(
        "claim.html",
        book,
        path,
        claim=claim,
        section=section,
        section_path=address.section(section.id),
        view=map_view,
        used=_is_used(book.graph, claim),
        chart=chart,
        cite=cite.of_claim(book, claim),
        history=book.told.get(claim.id, ()),
        previous=previous,
        next=following,
    )
    name, found = search.name_of_claim(claim), search.of_claim(claim, book.labels)
    about = _claim_description(book, claim)
    page = Page(path, claim.label, about, body, name=name, found=found)
    return _illustrated(page, map_view, chart)


def _claim_description(book: Book, claim: Claim) -> str:
    verdict = book.verdicts[claim.id]
    return f"{prose.to_plain(claim.statement)} {verdict.status.capitalize()}: {verdict.reason}."


def _is_used(graph: Graph, claim: Claim) -> bool:
    return any(claim.id in links for links in (graph.used_in, graph.rebuts, graph.undercuts))


def _source(book: Book, source: Source) -> Page:
    path = address.source(source.key)
    text = book.argument.sources.get(book.argument.text)
    values = {
        "source": source,
        "reference": reference(source),
        "lead": lead(source, book.record.results),
        "reach": reaches(source, book.record.results),
        "impact": book.impacts.get(source.key),
        "cite": cite.of_source(book, source),
        "claims": book.claims_citing[source.key],
        "kin": [s for s in book.sources if s.family == source.family and s is not source],
        "listed": text.fields.get("cites", "") if text else "",
    }
    body = fill("source.html", book, path, **values)
    label, found = book.labels[source.key], search.of_source(source)
    about = f"{source.title}: what it found and how far it was read."
    return Page(path, label, about, body, found=found)


def _figures(book: Book) -> list[tuple[int, str, str]]:
    argument = book.argument
    status = [book.verdicts[id_].status for id_ in argument.claims]
    voices = [claim.voice for claim in argument.claims.values()]
    lacking = len(without_independent_source(argument))
    return [
        (len(voices), "claims", address.CLAIMS),
        (voices.count(Voice.ARTICLE), "of them by the article", address.ARTICLE),
        (len(argument.sources), "sources", address.SOURCES),
        (lacking, "claims without an independent source", address.GAPS),
        (status.count(Status.OPEN_CHALLENGE), "claims under an open challenge", address.OBJECTIONS),
        (status.count(Status.DISPUTED), "claims in dispute", address.OBJECTIONS),
    ]


def _by_type(book: Book) -> list[tuple[str, list[Source]]]:
    def kind(source: Source) -> str:
        return source.evidence_type or "type not recorded"

    return [(type_, list(group)) for type_, group in groupby(sorted(book.sources, key=kind), kind)]


def _around(items: Sequence[T], position: int) -> tuple[T | None, T | None]:
    before = items[position - 1] if position else None
    after = items[position + 1] if position + 1 < len(items) else None
    return before, after


def _illustrated(page: Page, map_view: MapView, chart: ChartView | None = None) -> Page:
    maps: Mapping[str, str] = {map_view.placeholder: map_view.svg}
    drawn: Mapping[str, str] = {chart.placeholder: chart.svg} if chart else {}
    listed = page.path.startswith("sections/")
    return replace(page, maps=maps, charts=drawn, listed=listed)
