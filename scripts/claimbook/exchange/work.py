"""A work as every citation format needs it, in the terms of CSL 1.0.2."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from claimbook import prose
from claimbook.model import Argument, Claim, Person, Source

TYPES: Final[Mapping[str, str]] = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "manual": "book",
    "mastersthesis": "thesis",
    "online": "webpage",
    "phdthesis": "thesis",
    "proceedings": "book",
    "techreport": "report",
    "unpublished": "manuscript",
}
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_THESES: Final = {"mastersthesis": "Master’s thesis", "phdthesis": "Doctoral dissertation"}
# The names that biblatex's `langid` gives to languages; a code may stand there as well.
_LANGUAGES: Final = {
    "american": "en",
    "british": "en",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "ngerman": "de",
    "norwegian": "no",
    "portuguese": "pt",
    "spanish": "es",
    "swedish": "sv",
}
_PUBLISHERS: Final = ("publisher", "institution", "school", "organization", "howpublished")
_ISO_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


@dataclass(frozen=True)
class Work:
    """What can be cited. Empty strings stand for what is unknown; `pages` has an en dash.

    `issued` and `accessed` are (year, month, day), as far as known; `language` is a code of
    ISO 639-1. `unconfirmed` names the parts that belong to the work but could not be confirmed:
    without a year among them a work that has none is undated.
    """

    id: str
    type: str
    title: str
    authors: tuple[Person, ...] = ()
    editors: tuple[Person, ...] = ()
    container: str = ""
    publisher: str = ""
    place: str = ""
    genre: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    number: str = ""
    edition: str = ""
    issued: tuple[int, ...] = ()
    accessed: tuple[int, ...] = ()
    doi: str = ""
    url: str = ""
    isbn: str = ""
    issn: str = ""
    language: str = ""
    note: str = ""
    unconfirmed: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where it can be found: by its DOI, or else at its URL."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def year(self) -> str:
        """The year in four digits; empty where there is none."""
        return f"{self.issued[0]:04}" if self.issued else ""

    @property
    def month(self) -> str:
        """The month in English; empty where there is none."""
        return MONTHS[self.issued[1] - 1] if self.issued[1:] else ""

    @property
    def undated(self) -> bool:
        """Whether it bears no date, rather than one that nobody could confirm."""
        return not self.issued and "year" not in self.unconfirmed


def of_source(source: Source) -> Work:
    """A source as a work."""
    field = source.fields
    part = source.type in {"article", "inbook", "incollection", "inproceedings"}
    publisher, number = _publisher(source), field.get("number", "")
    return Work(
        id=source.key,
        type=TYPES.get(source.type, "document"),
        title=field.get("title", ""),
        authors=source.authors,
        editors=source.editors,
        container=field.get("journal", "") or field.get("booktitle", ""),
        publisher=publisher,
        place=field.get("address", ""),
        genre=field.get("type", "") or _THESES.get(source.type, ""),
        volume=field.get("volume", ""),
        issue=number if part else "",
        pages=_pages(field.get("pages", "")),
        number="" if part or number in publisher else number,
        edition=field.get("edition", ""),
        issued=_issued(source),
        accessed=_date(field.get("urldate", "")),
        doi=field.get("doi", ""),
        url=field.get("url", ""),
        isbn=field.get("isbn", ""),
        issn=field.get("issn", ""),
        language=_language(field.get("langid", "")),
        note=field.get("note", ""),
        unconfirmed=source.unconfirmed,
    )


def of_claim(argument: Argument, claim: Claim, url: str, author: str = "") -> Work:
    """A claim as a page of the map, which has no date because it may change any day."""
    return Work(
        id=claim.id,
        type="webpage",
        title=prose.to_plain(claim.statement).rstrip("."),
        authors=(Person(author),) if author else (),
        container=argument.title,
        url=url,
    )


def _pages(written: str) -> str:
    """A range of pages in full, with an en dash: `101--8` becomes `101–108`."""
    first, dash, last = written.replace("--", "-").replace("–", "-").partition("-")
    if first.isdigit() and last.isdigit():
        last = first[: max(len(first) - len(last), 0)] + last
    return f"{first}–{last}" if dash else first


def _language(name: str) -> str:
    return _LANGUAGES.get(name.casefold(), name)


def _publisher(source: Source) -> str:
    return next((source.fields[name] for name in _PUBLISHERS if name in source.fields), "")


def _issued(source: Source) -> tuple[int, ...]:
    if date := _date(source.fields.get("date", "")):
        return date
    year = _date(source.year or "")[:1]
    start = source.fields.get("month", "")[:3].title()
    months = [number for number, name in enumerate(MONTHS, 1) if start and name.startswith(start)]
    return (*year, *months[:1]) if year else ()


def _date(iso: str) -> tuple[int, ...]:
    found = _ISO_DATE.match(iso)
    return tuple(int(part) for part in found.groups() if part) if found else ()
