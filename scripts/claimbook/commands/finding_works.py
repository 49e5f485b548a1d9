"""A DOI, an ISBN or an address -> the entry of the work, from whoever keeps its record."""

import re
from typing import Final

import click

from claimbook.exchange.records import (
    Entry,
    PageData,
    RecordError,
    doi_in,
    from_crossref,
    from_datacite,
    from_openlibrary,
    from_page,
)
from claimbook.links.answer import is_web
from claimbook.links.fetch import Fetcher, Network
from claimbook.links.reader import Reader
from claimbook.links.services import ServiceError, Services, page_at, record_at
from claimbook.rules.identifiers import is_doi, is_isbn

_BEFORE_DOI: Final = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


async def find(work: str, services: Services, network: Network, today: str) -> Entry:
    """The entry; raises `ServiceError` or `RecordError`, or `UsageError` for what names no work."""
    doi = _BEFORE_DOI.sub("", work.strip())
    isbn = re.sub(r"[\s-]|^isbn:?", "", work.strip(), flags=re.IGNORECASE).upper()
    async with Fetcher(network) as fetcher:
        if is_doi(doi):
            return await _of_doi(doi.lower(), services, fetcher)
        if is_isbn(isbn):
            return from_openlibrary(await record_at(fetcher, services.of_book(isbn)), isbn)
        if is_web(work):
            return await _of_page(work, services, fetcher, today)
    raise click.UsageError(f"`{work}` is no DOI, no ISBN with a right check digit, and no address")


async def _of_doi(doi: str, services: Services, fetcher: Fetcher) -> Entry:
    at_crossref, at_datacite = services.of_doi(doi)
    if record := await record_at(fetcher, at_crossref):
        return from_crossref(record)
    if record := await record_at(fetcher, at_datacite):
        return from_datacite(record)
    raise RecordError(f"neither Crossref nor DataCite knows {doi}")


async def _of_page(address: str, services: Services, fetcher: Fetcher, today: str) -> Entry:
    """The record of the DOI that the page names, or what the page says of itself."""
    async with Reader() as reader:
        page = await page_at(fetcher, reader, address)
    data = PageData(address, page.title, page.meta, page.linked)
    if doi := doi_in(data):
        try:
            return await _of_doi(doi, services, fetcher)
        except (RecordError, ServiceError) as error:
            click.echo(f"{error}; taken from the page instead", err=True)
    return from_page(data, today)
