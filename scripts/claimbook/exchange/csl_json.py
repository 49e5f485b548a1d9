"""CSL-JSON (the input of citation processors, version 1.0.2)."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from claimbook.exchange.work import Work
from claimbook.model import Person


def csl_json(works: Iterable[Work]) -> str:
    """The works as a CSL-JSON file."""
    return json.dumps([item(work) for work in works], ensure_ascii=False, indent=1) + "\n"


def item(work: Work) -> dict[str, Any]:
    """A work as an item of CSL-JSON; what is unknown has no key."""
    values: Mapping[str, Any] = {
        "id": work.id,
        "type": work.type,
        "title": work.title,
        "author": [_name(person) for person in work.authors],
        "editor": [_name(person) for person in work.editors],
        "container-title": work.container,
        "publisher": work.publisher,
        "publisher-place": work.place,
        "genre": work.genre,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages.replace("–", "-"),
        "number": work.number,
        "edition": work.edition,
        "issued": _date(work.issued),
        "accessed": _date(work.accessed),
        "DOI": work.doi,
        "URL": work.url,
        "ISBN": work.isbn,
        "ISSN": work.issn,
        "language": work.language,
        "note": remark(work),
    }
    return {name: value for name, value in values.items() if value}


def remark(work: Work) -> str:
    """The work's own note, and which of its parts could not be confirmed."""
    missing = ", ".join(work.unconfirmed)
    return "; ".join(filter(None, (work.note, f"not confirmed: {missing}" if missing else "")))


def _name(person: Person) -> dict[str, str]:
    if not person.given:
        return {"literal": person.family}
    return {"family": person.family, "given": person.given}


def _date(parts: tuple[int, ...]) -> dict[str, list[list[int]]]:
    return {"date-parts": [list(parts)]} if parts else {}
