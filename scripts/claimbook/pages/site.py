"""The pages of a site: how each of them is made."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from claimbook.pages import address, single
from claimbook.pages.book import Book
from claimbook.pages.changes import changes
from claimbook.pages.each import Neighbour, claim_page, section_page, source_page
from claimbook.pages.evidence import gap_map, timeline_page
from claimbook.pages.page import Page
from claimbook.pages.printed import print_edition
from claimbook.pages.share import Subject, with_head
from claimbook.pages.trust import check_status


@dataclass(frozen=True)
class Maker:
    """How a page is made of a book, and of what is `given` beside it."""

    make: Callable[..., Page]
    book: Book
    given: tuple[object, ...] = ()
    subject: Subject = None

    def __call__(self) -> Page:
        """The page, whose headings and ids are found where it is made, and go with it."""
        page = with_head(self.book, self.make(self.book, *self.given), self.subject)
        attrgetter("headings", "ids")(page)
        return page


_SINGLE = {
    address.HOME: single.home,
    address.ARTICLE: single.article,
    address.MAP: single.whole_map,
    address.OBJECTIONS: single.objections,
    address.GAPS: single.gaps,
    address.GAP_MAP: gap_map,
    address.CHECKS: check_status,
    address.CHANGES: changes,
    address.TIMELINE: timeline_page,
    address.PRINT: print_edition,
    address.SECTIONS: single.section_index,
    address.CLAIMS: single.claim_index,
    address.SOURCES: single.source_index,
}


def makers(book: Book) -> dict[str, Maker]:
    """How each generated page is made, by its path: first those that take long."""
    ones = {path: Maker(make, book) for path, make in _SINGLE.items()}
    return {**ones, **dict(_sections(book)), **dict(_claims(book)), **dict(_sources(book))}


def pages(book: Book) -> Iterator[Page]:
    """Every generated page."""
    return (make() for make in makers(book).values())


def _sections(book: Book) -> Iterator[tuple[str, Maker]]:
    ways = [(section.title, address.section(section.id)) for section in book.argument.sections]
    for position, section in enumerate(book.argument.sections):
        given = (section, *_around(ways, position))
        yield ways[position][1], Maker(section_page, book, given)


def _claims(book: Book) -> Iterator[tuple[str, Maker]]:
    every = tuple(book.argument.claims.values())
    ways = [(claim.label, address.claim(claim.id)) for claim in every]
    for position, claim in enumerate(every):
        given = (claim, *_around(ways, position))
        yield ways[position][1], Maker(claim_page, book, given, claim)


def _sources(book: Book) -> Iterator[tuple[str, Maker]]:
    for source in book.sources:
        yield address.source(source.key), Maker(source_page, book, (source,), source)


def _around(ways: Sequence[tuple[str, str]], position: int) -> tuple[Neighbour, Neighbour]:
    before = ways[position - 1] if position else None
    after = ways[position + 1] if position + 1 < len(ways) else None
    return before, after
