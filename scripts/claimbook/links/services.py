"""Services that keep records of works, asked for one record."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import quote, urlencode

from claimbook.links.answer import Answer
from claimbook.links.fetch import Fetcher
from claimbook.links.page import Page
from claimbook.links.reader import Reader

_JSON: Final = "application/json"


class ServiceError(Exception):
    """A service could not be asked, or did not answer as it says it does."""


@dataclass(frozen=True)
class Services:
    """Where the services stand."""

    crossref: str = "https://api.crossref.org"
    datacite: str = "https://api.datacite.org"
    openlibrary: str = "https://openlibrary.org"
    archive: str = "https://archive.org"

    def moved(self, others: Mapping[str, str]) -> "Services":
        """The services with other addresses for some; raises `TypeError` for an unknown name."""
        return replace(self, **{name: address.rstrip("/") for name, address in others.items()})

    def of_doi(self, doi: str) -> tuple[str, str]:
        """Where Crossref and DataCite keep the record of a DOI."""
        name = quote(doi, safe="")
        return f"{self.crossref}/works/{name}", f"{self.datacite}/dois/{name}"

    def of_book(self, isbn: str) -> str:
        """Where Open Library keeps the record of a book."""
        wanted = urlencode({"bibkeys": f"ISBN:{isbn}", "format": "json", "jscmd": "data"})
        return f"{self.openlibrary}/api/books?{wanted}"

    def of_copy(self, address: str, day: str) -> str:
        """Where the Internet Archive names its copy of `address` nearest to an ISO date."""
        wanted = urlencode({"url": address, "timestamp": day.replace("-", "")})
        return f"{self.archive}/wayback/available?{wanted}"


async def record_at(fetcher: Fetcher, address: str) -> Any:  # noqa: ANN401 - JSON of strangers
    """The JSON at an address; None where the service knows none; raises `ServiceError`."""
    answer = await fetcher.get(address, accept=_JSON)
    if not isinstance(answer, Answer):
        raise ServiceError(f"{answer.address}: {answer.state}: {answer.state.meaning}")
    if answer.status == HTTPStatus.NOT_FOUND:
        return None
    if answer.status != HTTPStatus.OK:
        raise ServiceError(f"{answer.address}: status {answer.status}")
    try:
        return json.loads(answer.body)
    except ValueError:
        raise ServiceError(f"{answer.address}: the answer is no JSON") from None


async def page_at(fetcher: Fetcher, reader: Reader, address: str) -> Page:
    """The page at an address; raises `ServiceError` where it cannot be read."""
    answer = await fetcher.get(address)
    if not isinstance(answer, Answer):
        raise ServiceError(f"{answer.address}: {answer.state}: {answer.state.meaning}")
    if answer.status != HTTPStatus.OK:
        raise ServiceError(f"{answer.address}: status {answer.status}")
    return await reader.read(answer)
