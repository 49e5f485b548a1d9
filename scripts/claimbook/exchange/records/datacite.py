"""Records of DataCite. Source: DataCite REST API, `/dois/{doi}`, metadata schema 4."""

from typing import Any, Final

from pydantic import Field

from claimbook.exchange.records.entry import Entry
from claimbook.exchange.records.shapes import Shape, known, organisation, person, shaped, text
from claimbook.model import Person

_TYPES: Final = {
    "Book": "book",
    "BookChapter": "incollection",
    "ConferencePaper": "inproceedings",
    "Dissertation": "phdthesis",
    "JournalArticle": "article",
    "Report": "techreport",
}
_PUBLISHERS: Final = {"techreport": "institution", "phdthesis": "school", "misc": "howpublished"}
_CONTAINERS: Final = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
}


class _Title(Shape):
    title: str = ""
    kind: str | None = Field(None, alias="titleType")


class _Creator(Shape):
    name: str = ""
    family: str | None = Field(None, alias="familyName")
    given: str | None = Field(None, alias="givenName")
    kind: str | None = Field(None, alias="nameType")


class _Publisher(Shape):
    name: str = ""


class _Types(Shape):
    general: str | None = Field(None, alias="resourceTypeGeneral")


class _Container(Shape):
    title: str | None = None
    volume: str | None = None
    issue: str | None = None


class _Attributes(Shape):
    doi: str = ""
    titles: tuple[_Title, ...] = ()
    creators: tuple[_Creator, ...] = ()
    publisher: _Publisher | str | None = None
    year: str | None = Field(None, alias="publicationYear")
    types: _Types = _Types()
    container: _Container | None = None
    url: str | None = None


class _Data(Shape):
    attributes: _Attributes


class _Answer(Shape):
    data: _Data


def from_datacite(record: Any) -> Entry:  # noqa: ANN401 - JSON of strangers
    """The entry of a work; raises `RecordError`."""
    work = shaped(_Answer, record).data.attributes
    kind = _TYPES.get(work.types.general or "", "misc")
    container = work.container or _Container()
    publisher = work.publisher.name if isinstance(work.publisher, _Publisher) else work.publisher
    fields = {
        "title": next((text(t.title) for t in work.titles if not t.kind), ""),
        _PUBLISHERS.get(kind, "publisher"): text(publisher),
        "volume": text(container.volume),
        "number": text(container.issue),
        "year": text(work.year),
        "doi": work.doi.lower(),
        "url": work.url or "",
    }
    if kind in _CONTAINERS:
        fields[_CONTAINERS[kind]] = text(container.title)
    return Entry(kind, fields, tuple(known(map(_person, work.creators))))


def _person(creator: _Creator) -> Person:
    if creator.family:
        return Person(text(creator.family), text(creator.given))
    whole = creator.kind == "Organizational" or "," not in creator.name
    return organisation(creator.name) if whole else person(creator.name)
