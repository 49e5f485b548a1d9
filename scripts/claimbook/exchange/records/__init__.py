"""Records of works as others keep them -> entries of the bibliography."""

from claimbook.exchange.records.crossref import from_crossref
from claimbook.exchange.records.datacite import from_datacite
from claimbook.exchange.records.entry import Entry, RecordError, key_of, latex, to_bibtex
from claimbook.exchange.records.openlibrary import from_openlibrary
from claimbook.exchange.records.page_metadata import PageData, doi_in, from_page

__all__ = [
    "Entry",
    "PageData",
    "RecordError",
    "doi_in",
    "from_crossref",
    "from_datacite",
    "from_openlibrary",
    "from_page",
    "key_of",
    "latex",
    "to_bibtex",
]
