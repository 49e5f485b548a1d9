"""COinS: a reference as an OpenURL in the title of a span, which Zotero and others read."""

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlencode

from claimbook.exchange.work import Work

_BOOKS: Final[Mapping[str, str]] = {
    "book": "book",
    "chapter": "bookitem",
    "paper-conference": "proceeding",
    "report": "report",
}


def coins(work: Work) -> str:
    """The OpenURL 1.0 context object of a work, in key and encoded value."""
    fixed = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{_format(work)}")]
    return urlencode([*fixed, *((name, value) for name, value in _values(work) if value)])


def _format(work: Work) -> str:
    if work.type == "article-journal":
        return "journal"
    if work.type == "thesis":
        return "dissertation"
    return "book" if work.type in _BOOKS else "dc"


def _values(work: Work) -> Iterator[tuple[str, str]]:
    if work.doi:
        yield "rft_id", f"info:doi/{work.doi}"
    yield "rft_id", work.url
    yield from {"journal": _journal, "book": _book, "dissertation": _thesis, "dc": _other}[
        _format(work)
    ](work)
    yield "rft.date", "-".join(f"{part:02}" for part in work.issued)
    yield "rft.language", work.language


def _journal(work: Work) -> Iterator[tuple[str, str]]:
    yield "rft.genre", "article"
    yield "rft.atitle", work.title
    yield "rft.jtitle", work.container
    yield "rft.volume", work.volume
    yield "rft.issue", work.issue
    yield "rft.issn", work.issn
    yield from _pages(work)
    yield from _authors(work)


def _book(work: Work) -> Iterator[tuple[str, str]]:
    part = work.type in {"chapter", "paper-conference"}
    yield "rft.genre", _BOOKS[work.type]
    yield "rft.atitle" if part else "rft.btitle", work.title
    yield "rft.btitle", work.container if part else ""
    yield "rft.pub", work.publisher
    yield "rft.place", work.place
    yield "rft.edition", work.edition
    yield "rft.series", work.number
    yield "rft.isbn", work.isbn
    yield from _pages(work)
    yield from _authors(work)


def _thesis(work: Work) -> Iterator[tuple[str, str]]:
    yield "rft.title", work.title
    yield "rft.inst", work.publisher
    yield "rft.degree", work.genre
    yield from _authors(work)


def _other(work: Work) -> Iterator[tuple[str, str]]:
    yield "rft.type", work.type
    yield "rft.title", work.title
    yield "rft.source", work.container
    yield "rft.publisher", work.publisher
    yield "rft.identifier", work.address
    yield from (("rft.creator", name) for name in _names(work))


def _pages(work: Work) -> Iterator[tuple[str, str]]:
    first, dash, last = work.pages.partition("–")
    if dash:
        yield "rft.spage", first
        yield "rft.epage", last
    yield "rft.pages", work.pages.replace("–", "-")


def _authors(work: Work) -> Iterator[tuple[str, str]]:
    """The first author in parts, and every author in full."""
    for person in work.authors[:1]:
        yield "rft.aulast" if person.given else "rft.aucorp", person.family
        yield "rft.aufirst", person.given
    yield from (("rft.au", name) for name in _names(work))


def _names(work: Work) -> Iterator[str]:
    return (f"{person.given} {person.family}".strip() for person in work.authors)
