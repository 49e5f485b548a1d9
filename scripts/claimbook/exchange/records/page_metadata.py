"""What a web page says of itself: Highwire tags, Dublin Core, Open Graph and schema.org."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from claimbook.exchange.records.entry import Entry
from claimbook.exchange.records.shapes import first, known, organisation, pages, person, text, year
from claimbook.model import Person

_TITLES: Final = ("citation_title", "dc.title", "dcterms.title", "og:title")
_AUTHORS: Final = ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author")
_DATES: Final = (
    *("citation_publication_date", "citation_date", "citation_online_date", "dc.date"),
    *("dcterms.issued", "article:published_time", "date"),
)
_ARTICLE: Final = {
    "journal": "citation_journal_title",
    "volume": "citation_volume",
    "number": "citation_issue",
    "issn": "citation_issn",
}


@dataclass(frozen=True)
class PageData:
    """A page's address and title, its `meta` (lower-case names with values) and JSON-LD."""

    address: str
    title: str
    meta: Sequence[tuple[str, str]]
    linked: Sequence[str] = ()

    def all(self, *names: str) -> list[str]:
        """The values of the first of these names that has any."""
        found = ([v for n, v in self.meta if n == name and text(v)] for name in names)
        return next(filter(None, found), [])

    def one(self, *names: str) -> str:
        """The first value of these names."""
        return first(self.all(*names))


def doi_in(page: PageData) -> str:
    """The DOI that a page gives itself; empty for none."""
    named = page.one("citation_doi", "dc.identifier.doi", "prism.doi", "dc.identifier")
    bare = named.lower().removeprefix("doi:").removeprefix("https://doi.org/").strip()
    return bare if bare.startswith("10.") else ""


def from_page(page: PageData, today: str) -> Entry:
    """The entry of a web page, or of the article that it holds, as read on an ISO date."""
    things = list(_things(page.linked))
    journal = page.one("citation_journal_title")
    fields = {
        "title": page.one(*_TITLES) or first(_said(things, "headline")) or text(page.title),
        "year": year(*page.all(*_DATES), *_said(things, "datePublished")),
        "url": page.address,
        "urldate": today,
    }
    if journal:
        fields |= {name: page.one(tag) for name, tag in _ARTICLE.items()}
        ends = (page.one("citation_firstpage"), page.one("citation_lastpage"))
        fields |= {"pages": pages("-".join(filter(None, ends))), "doi": doi_in(page)}
    else:
        publisher = page.one(
            "citation_technical_report_institution", "dc.publisher", "og:site_name"
        )
        fields["howpublished"] = publisher
    return Entry("article" if journal else "online", fields, tuple(known(_authors(page, things))))


def _authors(page: PageData, things: Sequence[dict[str, Any]]) -> Iterator[Person]:
    named = [name for name in page.all(*_AUTHORS) if "://" not in name]
    if named:
        yield from map(person, named)
    else:
        for author in _listed(thing.get("author") for thing in things):
            make = organisation if author.get("@type") == "Organization" else person
            yield make(str(author.get("name", "")))


def _things(linked: Sequence[str]) -> Iterator[dict[str, Any]]:
    for block in linked:
        try:
            value = json.loads(block)
        except ValueError:
            continue
        for thing in _listed([value]):
            yield thing
            yield from _listed([thing.get("@graph")])


def _listed(values: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON of strangers
    for value in values:
        items = value if isinstance(value, list) else [value]
        yield from (item for item in items if isinstance(item, dict))


def _said(things: Sequence[dict[str, Any]], name: str) -> list[str]:
    return [thing[name] for thing in things if isinstance(thing.get(name), str)]
