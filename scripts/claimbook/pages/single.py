"""The pages of which a site has one each."""

from collections import Counter
from dataclasses import replace
from itertools import groupby

from claimbook import prose
from claimbook.draw import overview
from claimbook.model import Source, Voice
from claimbook.pages import address, cite
from claimbook.pages.book import Book
from claimbook.pages.illustrated import illustrated
from claimbook.pages.legend import legend
from claimbook.pages.maps import view
from claimbook.pages.page import Page
from claimbook.pages.reference import reference
from claimbook.pages.render import fill
from claimbook.reason.gaps import without_independent_source
from claimbook.reason.status import Value
from claimbook.reason.verdict import Status

_HEAVY = (0, 2)  # statuses that a fall would change, claims that it would leave unsupported


def home(book: Book) -> Page:
    """The first page: what this is, the argument at a glance, honest figures."""
    argument = book.argument
    path = address.HOME
    map_view = view(book, path, overview(book.graph), "The argument at a glance")
    weighings = legend(book, path)
    values = {"view": map_view, "figures": _figures(book), "weighings": weighings}
    body = fill("home.html", book, path, **values)
    about = prose.to_plain(argument.about or argument.title)
    page = illustrated(Page(path, argument.title, about, body), map_view)
    return replace(page, charts={each.placeholder: each.svg for each in weighings})


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
    """The map of everything, or of the main claims of a large argument."""
    large = bool(book.map.left_out)
    name = "The main claims" if large else "The whole argument"
    map_view = view(book, address.MAP, book.map, name)
    body = fill("map.html", book, address.MAP, view=map_view, large=large)
    return illustrated(Page(address.MAP, "Map", f"{name} as a map.", body), map_view)


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
    counts = Counter(
        (gap, claim.section) for gap, claims in book.gaps.claims.items() for claim in claims
    )
    body = fill("gaps.html", book, address.GAPS, heavy=heavy, counts=counts)
    return Page(address.GAPS, "Evidence gaps", "Where a further source would help most.", body)


def section_index(book: Book) -> Page:
    """Every section with its question."""
    body = fill("sections.html", book, address.SECTIONS)
    return Page(address.SECTIONS, "All sections", "Every section with its question.", body)


def claim_index(book: Book) -> Page:
    """Every claim with its status."""
    body = fill("claims.html", book, address.CLAIMS)
    return Page(address.CLAIMS, "All claims", "Every claim with its status.", body)


def source_index(book: Book) -> Page:
    """Every source by type of evidence."""
    found = {"records": cite.all_sources(book), "coins": cite.all_coins(book)}
    body = fill("sources.html", book, address.SOURCES, by_type=_by_type(book), **found)
    return Page(address.SOURCES, "Sources", "Every source, by type of evidence.", body)


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
