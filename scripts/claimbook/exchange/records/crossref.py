"""Records of Crossref. Source: Crossref REST API, `/works/{doi}`."""

from typing import Any, Final

from pydantic import Field

from claimbook.exchange.records.entry import Entry
from claimbook.exchange.records.shapes import Shape, first, known, organisation, pages, shaped, text
from claimbook.model import Person

_TYPES: Final = {
    "book": "book",
    "book-chapter": "incollection",
    "book-section": "incollection",
    "dissertation": "phdthesis",
    "edited-book": "book",
    "journal-article": "article",
    "monograph": "book",
    "proceedings": "proceedings",
    "proceedings-article": "inproceedings",
    "reference-book": "book",
    "reference-entry": "incollection",
    "report": "techreport",
}
_CONTAINERS: Final = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
}
_PUBLISHERS: Final = {"article": "", "techreport": "institution", "phdthesis": "school"}


class _Name(Shape):
    family: str = ""
    given: str = ""
    name: str = ""


class _Date(Shape):
    parts: tuple[tuple[int | None, ...], ...] = Field((), alias="date-parts")


class _Work(Shape):
    type: str = ""
    title: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    author: tuple[_Name, ...] = ()
    editor: tuple[_Name, ...] = ()
    container: tuple[str, ...] = Field((), alias="container-title")
    volume: str = ""
    issue: str = ""
    page: str = ""
    publisher: str = ""
    place: str = Field("", alias="publisher-location")
    edition: str = Field("", alias="edition-number")
    issued: _Date = _Date()
    doi: str = Field("", alias="DOI")
    isbn: tuple[str, ...] = Field((), alias="ISBN")
    issn: tuple[str, ...] = Field((), alias="ISSN")


class _Answer(Shape):
    message: _Work


def from_crossref(record: Any) -> Entry:  # noqa: ANN401 - JSON of strangers
    """The entry of a work; raises `RecordError`."""
    work = shaped(_Answer, record).message
    kind = _TYPES.get(work.type, "misc")
    fields = {
        "title": _title(work),
        "volume": work.volume,
        "number": work.issue,
        "pages": pages(work.page),
        _PUBLISHERS.get(kind, "publisher"): text(work.publisher),
        "address": text(work.place) if kind != "article" else "",
        "edition": work.edition,
        "year": str(next((part for parts in work.issued.parts for part in parts[:1] if part), "")),
        "doi": work.doi.lower(),
        "isbn": first(work.isbn) if kind != "article" else "",
        "issn": first(work.issn) if kind == "article" else "",
    }
    if kind in _CONTAINERS:
        fields[_CONTAINERS[kind]] = first(work.container)
    return Entry(kind, fields, _people(work.author), _people(work.editor))


def _title(work: _Work) -> str:
    title, subtitle = first(work.title), first(work.subtitle)
    return f"{title}: {subtitle}" if subtitle and subtitle not in title else title


def _people(names: tuple[_Name, ...]) -> tuple[Person, ...]:
    return tuple(
        known(
            Person(text(name.family), text(name.given)) if name.family else organisation(name.name)
            for name in names
        )
    )
