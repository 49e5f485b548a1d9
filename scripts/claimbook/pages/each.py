"""The page of a section, of a claim, of a source."""

from claimbook import prose
from claimbook.draw import around, of_section
from claimbook.model import Claim, Section, Source
from claimbook.pages import address, charts, cite, search
from claimbook.pages.book import Book
from claimbook.pages.illustrated import illustrated
from claimbook.pages.leads import lead
from claimbook.pages.maps import view
from claimbook.pages.marks import reaches
from claimbook.pages.page import Page
from claimbook.pages.reference import reference
from claimbook.pages.render import fill
from claimbook.reason.graph import Graph

Neighbour = tuple[str, str] | None
"""The title and the path of a page."""


def section_page(book: Book, section: Section, previous: Neighbour, following: Neighbour) -> Page:
    """The page of a section, with those before and after it."""
    path = address.section(section.id)
    map_view = view(book, path, of_section(book.graph, section), f"Map of {section.title}")
    chart = charts.of_section(book, section)
    turns = {"previous": previous, "next": following}
    values = {"section": section, "view": map_view, "chart": chart, **turns}
    body = fill("section.html", book, path, **values)
    found = search.of_section(section)
    page = Page(
        path, section.title, prose.to_plain(section.question), body, listed=True, found=found
    )
    return illustrated(page, map_view, chart)


def claim_page(book: Book, claim: Claim, previous: Neighbour, following: Neighbour) -> Page:
    """The page of a claim, with those before and after it."""
    path = address.claim(claim.id)
    section = book.argument.section_of(claim)
    map_view = view(book, path, around(book.graph, claim.id), f"Map around: {claim.label}")
    cited = cite.of_claim(book, claim)
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
        cite=cited,
        history=book.told.get(claim.id, ()),
        previous=previous,
        next=following,
    )
    name, found = search.name_of_claim(claim), search.of_claim(claim, book.labels)
    about = _claim_description(book, claim)
    files = cite.files(cited.records)
    page = Page(path, claim.label, about, body, name=name, found=found, files=files)
    return illustrated(page, map_view, chart)


def _claim_description(book: Book, claim: Claim) -> str:
    verdict = book.verdicts[claim.id]
    return f"{prose.to_plain(claim.statement)} {verdict.status.capitalize()}: {verdict.reason}."


def _is_used(graph: Graph, claim: Claim) -> bool:
    return any(claim.id in links for links in (graph.used_in, graph.rebuts, graph.undercuts))


def source_page(book: Book, source: Source) -> Page:
    """The page of a source."""
    path, cited = address.source(source.key), cite.of_source(book, source)
    text = book.argument.sources.get(book.argument.text)
    values = {
        "source": source,
        "reference": reference(source),
        "lead": lead(source, book.record.results),
        "reach": reaches(source, book.record.results),
        "impact": book.impacts.get(source.key),
        "cite": cited,
        "claims": book.argument.claims_citing[source.key],
        "kin": [s for s in book.sources if s.family == source.family and s is not source],
        "listed": text.fields.get("cites", "") if text else "",
    }
    body = fill("source.html", book, path, **values)
    label, found = book.labels[source.key], search.of_source(source)
    about = f"{source.title}: what it found and how far it was read."
    return Page(path, label, about, body, found=found, files=cite.files(cited.records))
