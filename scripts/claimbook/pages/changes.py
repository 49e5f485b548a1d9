"""What changed in the argument and when, as a page and as a feed."""

from collections.abc import Iterator
from itertools import groupby

from claimbook.exchange.chronicle import atom
from claimbook.exchange.difference.report import Part, Sort
from claimbook.pages import address
from claimbook.pages.book import Book
from claimbook.pages.cite import absolute
from claimbook.pages.page import Page
from claimbook.pages.render import fill

LONG = 12  # names of claims or sources in one list, past which it is folded


def changes(book: Book) -> Page:
    """Every change, day by day, the newest first."""
    days = groupby(book.events, key=lambda event: event.time[:10])
    values = {
        "days": [(day, tuple(events)) for day, events in days],
        "history": book.record.history,
        "feed": has_feed(book),
        "is_long": _is_long,
    }
    body = fill("changes.html", book, address.CHANGES, **values)
    return Page(address.CHANGES, "Changes", "What changed in the argument, and when.", body)


def feed(book: Book) -> Iterator[tuple[str, str]]:
    """The path and the text of the Atom feed, where it is known at which address it stands."""
    if has_feed(book):
        settings, events = book.settings, book.record.history.events
        title, author = f"{book.argument.title}: changes", settings.author or book.argument.title
        page, own = absolute(book, address.CHANGES), f"{settings.site}{address.FEED}"
        yield address.FEED, atom(title, author, page, own, events)


def has_feed(book: Book) -> bool:
    """Whether there is something to tell, and an address at which it is told."""
    return bool(book.settings.site and book.record.history.events)


def _is_long(part: Part) -> int:
    """How many names a part lists, where they are many; else none."""
    named = (span.sort in {Sort.CLAIM, Sort.SOURCE} for i in part.items for span in i.spans)
    count = sum(named)
    return count if count > LONG else 0
