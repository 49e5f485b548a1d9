"""A work as a form describes it -> its entry in the bibliography."""

import re
from collections.abc import Collection, Mapping
from typing import Final

from claimbook.exchange.records import Entry, key_of, to_bibtex
from claimbook.forms.body import FormError
from claimbook.model import Person
from claimbook.rules.identifiers import is_doi

_BEFORE_DOI: Final = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_WEB: Final = re.compile(r"https?://[^\s{}\\]+", re.IGNORECASE)
_YEAR: Final = re.compile(r"[0-9]{4}")


def entry_of(answers: Mapping[str, str], taken: Collection[str]) -> tuple[str, str]:
    """The key and the BibTeX of a new source; raises `FormError` where it is not described.

    What its type needs and nobody told is named as unconfirmed.
    """
    if not answers["title"] or not answers["type"]:
        raise FormError("A new source needs a title and a type of evidence.")
    if answers["year"] and not _YEAR.fullmatch(answers["year"]):
        raise FormError("“Year” must be four digits, or empty where it is not known.")
    fields = {"title": answers["title"], "year": answers["year"], **_link(answers["link"])}
    type_, container = _type(fields)
    last = {"evidencetype": answers["type"], "read": answers["read"]}
    entry = Entry(type_, {**fields, container: answers["container"], **last}, _authors(answers))
    key = key_of(entry, taken)
    return key, to_bibtex(entry, key)


def _link(link: str) -> dict[str, str]:
    doi = _BEFORE_DOI.sub("", link)
    if not link:
        return {}
    if is_doi(doi):
        return {"doi": doi.lower()}
    if not _WEB.fullmatch(link):
        raise FormError("“DOI or address” is neither a DOI nor an address of the web.")
    return {"url": link}


def _type(fields: Mapping[str, str]) -> tuple[str, str]:
    """The type of the entry, and the field for that in which the work appeared."""
    if "doi" in fields:
        return "article", "journal"
    return ("online", "publisher") if "url" in fields else ("misc", "howpublished")


def _authors(answers: Mapping[str, str]) -> tuple[Person, ...]:
    names = (name.partition(",") for name in answers["author"].split(";") if name.strip())
    return tuple(Person(family.strip(), given.strip()) for family, _, given in names)
