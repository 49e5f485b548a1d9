"""`citation_*` meta tags, by which search engines and Zotero know the work a page is about."""

from collections.abc import Iterator
from typing import Final

from claimbook.exchange.work import Work

_CONTAINERS: Final = {
    "article-journal": "citation_journal_title",
    "chapter": "citation_inbook_title",
    "paper-conference": "citation_conference_title",
}
_PUBLISHERS: Final = {
    "report": "citation_technical_report_institution",
    "thesis": "citation_dissertation_institution",
}

Tags = tuple[tuple[str, str], ...]


def meta_tags(work: Work) -> Tags:
    """Name and content of each tag; none where no title was confirmed."""
    return tuple((name, text) for name, text in _tags(work) if text) if work.title else ()


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    first, _, last = work.pages.partition("–")
    yield "citation_title", work.title
    yield from (("citation_author", _name(p.family, p.given)) for p in work.authors)
    yield from (("citation_editor", _name(p.family, p.given)) for p in work.editors)
    yield "citation_publication_date", "/".join(f"{part:02}" for part in work.issued)
    yield _CONTAINERS.get(work.type, ""), work.container if work.type in _CONTAINERS else ""
    yield _PUBLISHERS.get(work.type, "citation_publisher"), work.publisher
    yield "citation_volume", work.volume
    yield "citation_issue", work.issue
    yield "citation_technical_report_number", work.number if work.type == "report" else ""
    yield "citation_firstpage", first
    yield "citation_lastpage", last
    yield "citation_doi", work.doi
    yield "citation_isbn", work.isbn
    yield "citation_issn", work.issn
    yield "citation_language", work.language
    yield "citation_public_url", work.url


def _name(family: str, given: str) -> str:
    return ", ".join(filter(None, (family, given)))
