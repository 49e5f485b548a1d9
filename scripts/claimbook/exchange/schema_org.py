"""schema.org, as JSON-LD: a claim with what it cites, and a source."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from claimbook.exchange.work import Work
from claimbook.model import EvidenceType, Person, Source

CONTEXT: Final = "https://schema.org"
_BY_WORK: Final = {
    "article-journal": "ScholarlyArticle",
    "book": "Book",
    "chapter": "Chapter",
    "manuscript": "Manuscript",
    "paper-conference": "ScholarlyArticle",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
_BY_EVIDENCE: Final = {
    EvidenceType.LEGAL_TEXT: "Legislation",
    EvidenceType.NEWS: "NewsArticle",
}

Thing = dict[str, Any]


def json_ld(thing: Thing) -> str:
    """The JSON of a thing, safe inside a script element of HTML."""
    text = json.dumps({"@context": CONTEXT} | thing, ensure_ascii=False)
    return text.replace("<", r"\u003c")


def of_source(source: Source, work: Work, page: str = "") -> Thing:
    """A source; `page` is the address of its own page in the map."""
    kind = source.evidence_type and _BY_EVIDENCE.get(source.evidence_type)
    first, _, last = work.pages.partition("–")
    return _without_empty(
        {
            "@type": kind or _BY_WORK.get(work.type, "CreativeWork"),
            "@id": work.address,
            "name": work.title,
            "author": [_agent(person) for person in work.authors],
            "editor": [_agent(person) for person in work.editors],
            "datePublished": "-".join(f"{part:02}" for part in work.issued),
            "isPartOf": _container(work),
            "publisher": _named("Organization", work.publisher),
            "issn": "" if work.container else work.issn,
            "isbn": work.isbn,
            "pageStart": first,
            "pageEnd": last,
            "inLanguage": work.language,
            "sameAs": work.url if work.doi else "",
            "url": work.address,
            "mainEntityOfPage": page,
        }
    )


def of_claim(work: Work, statement: str, cites: Iterable[Thing], appears_in: Thing) -> Thing:
    """A claim; `appears_in` is the text that makes it, empty where it is none of that text's."""
    return _without_empty(
        {
            "@type": "Claim",
            "@id": work.url,
            "text": statement,
            "name": work.title,
            "url": work.url,
            "appearance": appears_in,
            "isPartOf": _named("CreativeWork", work.container),
            "citation": list(cites),
        }
    )


def of_map(name: str, about: str, url: str, author: str, text: Thing) -> Thing:
    """The whole map, which is a work on the text it annotates; its data are at hand as JSON."""
    data = {
        "@type": "DataDownload",
        "encodingFormat": "application/json",
        "contentUrl": f"{url}data/argument.json" if url else "",
    }
    return _without_empty(
        {
            "@type": "Dataset",
            "@id": url,
            "name": name,
            "description": about,
            "url": url,
            "creator": _named("Organization", author),
            "about": text,
            "distribution": data if url else {},
        }
    )


def _container(work: Work) -> Thing:
    """The journal, with volume and issue, or the book that a work is a part of."""
    if not work.container:
        return {}
    if work.type != "article-journal":
        return {"@type": "Book", "name": work.container}
    journal: Thing = _without_empty(
        {"@type": "Periodical", "name": work.container, "issn": work.issn}
    )
    if work.volume:
        journal = {"@type": "PublicationVolume", "volumeNumber": work.volume, "isPartOf": journal}
    if work.issue:
        journal = {"@type": "PublicationIssue", "issueNumber": work.issue, "isPartOf": journal}
    return journal


def _agent(person: Person) -> Thing:
    if not person.given:
        return _named("Organization", person.family)
    name = f"{person.given} {person.family}"
    return _named("Person", name) | {"givenName": person.given, "familyName": person.family}


def _named(type_: str, name: str) -> Thing:
    return {"@type": type_, "name": name} if name else {}


def _without_empty(thing: Mapping[str, Any]) -> Thing:
    return {name: value for name, value in thing.items() if value}
