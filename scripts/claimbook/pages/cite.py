"""How to cite a claim or a source: in words, and as files for reference managers."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimbook.exchange import bibtex, work
from claimbook.exchange.apa import apa
from claimbook.exchange.chicago import chicago
from claimbook.exchange.coins import coins
from claimbook.exchange.csl_json import csl_json
from claimbook.exchange.line import Line
from claimbook.exchange.ris import ris
from claimbook.exchange.work import Work
from claimbook.model import Claim, Source
from claimbook.pages import address
from claimbook.pages.book import Book

ALL_SOURCES = "data/sources"


@dataclass(frozen=True)
class Record:
    """A citation as a file: the format's name, the file's path in the site, its text."""

    name: str
    path: str
    text: str


@dataclass(frozen=True)
class Cite:
    """Everything that helps to cite one thing.

    `link` is its lasting address, empty where nobody said where the site stands; `styles` are
    references by the name of their style; `coins` are OpenURLs for programs that look for them.
    """

    thing: str
    link: str
    styles: tuple[tuple[str, Line], ...]
    records: tuple[Record, ...]
    coins: tuple[str, ...]


def of_claim(book: Book, claim: Claim) -> Cite:
    """How to cite a claim, which is a page of the map; its `coins` are those of its sources."""
    path = address.claim(claim.id)
    page = claim_work(book, claim)
    sources = dict.fromkeys(piece.source for piece in claim.evidence)
    found = tuple(coins(book.works[key]) for key in sources if key in book.works)
    records = _records(path, claim.id, bibtex.of_page(page), [page])
    return Cite("claim", page.url, _styles(page), records, found)


def of_source(book: Book, source: Source) -> Cite:
    """How to cite a source; `link` is that of its page in the map."""
    path, cited = address.source(source.key), book.works[source.key]
    records = _records(path, source.key, bibtex.of_source(source), [cited])
    return Cite("source", absolute(book, path), _styles(cited), records, (coins(cited),))


def claim_work(book: Book, claim: Claim) -> Work:
    """A claim as a work that can be cited."""
    url = absolute(book, address.claim(claim.id))
    return work.of_claim(book.argument, claim, url, book.settings.author)


def absolute(book: Book, path: str) -> str:
    """The full address of a page, empty where nobody said where the site stands."""
    return f"{book.settings.site}{address.address(path)}" if book.settings.site else ""


def files(records: Iterable[Record]) -> dict[str, str]:
    """The text of each file by its path."""
    return {record.path: record.text for record in records}


def all_sources(book: Book) -> tuple[Record, ...]:
    """Every source in one file of each format."""
    entries = "\n".join(map(bibtex.of_source, book.sources))
    works = [book.works[source.key] for source in book.sources]
    return _files(ALL_SOURCES, entries, works)


def all_coins(book: Book) -> tuple[str, ...]:
    """The OpenURL of every source whose title is known."""
    return tuple(coins(book.works[s.key]) for s in book.sources if book.works[s.key].title)


def _styles(cited: Work) -> tuple[tuple[str, Line], ...]:
    return (("APA", apa(cited)), ("Chicago", chicago(cited)))


def _records(path: str, name: str, entry: str, works: Iterable[Work]) -> tuple[Record, ...]:
    return _files(f"{address.address(path)}{name}", entry, tuple(works))


def _files(stem: str, entries: str, works: Iterable[Work]) -> tuple[Record, ...]:
    works = tuple(works)
    return (
        Record("BibTeX", f"{stem}.bib", entries),
        Record("RIS", f"{stem}.ris", "\n".join(map(ris, works))),
        Record("CSL-JSON", f"{stem}.json", csl_json(works)),
    )
