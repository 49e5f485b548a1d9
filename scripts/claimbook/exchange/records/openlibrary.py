"""Records of Open Library. Source: Open Library Books API, `jscmd=data`."""

from typing import Any

from claimbook.exchange.records.entry import Entry, RecordError
from claimbook.exchange.records.shapes import Shape, first, known, person, shaped, text, year


class _Named(Shape):
    name: str = ""


class _Book(Shape):
    title: str = ""
    subtitle: str = ""
    authors: tuple[_Named, ...] = ()
    publishers: tuple[_Named, ...] = ()
    publish_places: tuple[_Named, ...] = ()
    publish_date: str = ""


def from_openlibrary(record: Any, isbn: str) -> Entry:  # noqa: ANN401 - JSON of strangers
    """The entry of the book with this ISBN; raises `RecordError` where there is none."""
    books = record if isinstance(record, dict) else {}
    if f"ISBN:{isbn}" not in books:
        raise RecordError(f"Open Library knows no book {isbn}")
    book = shaped(_Book, books[f"ISBN:{isbn}"])
    fields = {
        "title": ": ".join(filter(None, (text(book.title), text(book.subtitle)))),
        "publisher": first(name.name for name in book.publishers),
        "address": first(name.name for name in book.publish_places),
        "year": year(book.publish_date),
        "isbn": isbn,
    }
    return Entry("book", fields, tuple(known(person(name.name) for name in book.authors)))
