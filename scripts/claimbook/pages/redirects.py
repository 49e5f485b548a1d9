"""Pages at former addresses, which lead on to where a claim or a source stands now."""

from collections.abc import Iterator

from claimbook.model import Claim, Source
from claimbook.pages import address
from claimbook.pages.book import Book
from claimbook.pages.cite import absolute
from claimbook.pages.render import fill


def redirects(book: Book) -> Iterator[tuple[str, str]]:
    """The path and the HTML of a whole document for every former id and key."""
    for claim in book.argument.claims.values():
        for alias in claim.aliases:
            yield _redirect(book, address.claim(alias), address.claim(claim.id), claim)
    for source in book.sources:
        for key in source.former_keys:
            yield _redirect(book, address.source(key), address.source(source.key), source)


def _redirect(book: Book, old: str, new: str, subject: Claim | Source) -> tuple[str, str]:
    title = subject.statement if isinstance(subject, Claim) else subject.title
    url = absolute(book, new)
    document = fill("redirect.html", book, old, new=new, title=title, url=url)
    return f"{address.address(old)}index.html", document
