"""RIS, the tagged format that every reference manager imports."""

from collections.abc import Iterator
from typing import Final

from claimbook.exchange.csl_json import remark
from claimbook.exchange.work import Work
from claimbook.model import Person

TYPES: Final = {
    "article-journal": "JOUR",
    "book": "BOOK",
    "chapter": "CHAP",
    "document": "GEN",
    "manuscript": "UNPB",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}


def ris(work: Work) -> str:
    """A work as a RIS record."""
    tags = (f"{tag}  - {' '.join(value.split())}" for tag, value in _tags(work) if value)
    return "\n".join((*tags, "ER  - ", ""))


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    first, _, last = work.pages.partition("–")
    yield "TY", TYPES[work.type]
    yield from (("AU", _name(person)) for person in work.authors)
    yield from (("ED", _name(person)) for person in work.editors)
    yield "TI", work.title
    yield "T2", work.container
    yield "PB", work.publisher
    yield "CY", work.place
    yield "M3", work.genre
    yield "VL", work.volume
    yield "IS", work.issue or work.number
    yield "SP", first
    yield "EP", last
    yield "ET", work.edition
    yield "PY", work.year
    yield "DA", _date(work.issued)
    yield "Y2", _date(work.accessed)
    yield "DO", work.doi
    yield "UR", work.url
    yield "SN", work.isbn or work.issn
    yield "LA", work.language
    yield "N1", remark(work)
    yield "ID", work.id


def _name(person: Person) -> str:
    return ", ".join(filter(None, (person.family, person.given)))


def _date(parts: tuple[int, ...]) -> str:
    """Year, month and day, each followed by a slash even where it is unknown."""
    known = [f"{part:02}" for part in parts]
    return "/".join((known + [""] * 3)[:3]) + "/" if parts else ""
