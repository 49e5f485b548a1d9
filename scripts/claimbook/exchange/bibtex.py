"""BibTeX entries, as in the bibliography but with the standard fields alone."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from claimbook.exchange.work import MONTHS, Work
from claimbook.model import Source, Text

_FIELDS: Final = (
    *("author", "editor", "title", "journal", "booktitle", "edition", "volume", "number", "pages"),
    *("publisher", "institution", "organization", "school", "howpublished", "address", "type"),
    *("month", "year", "date", "note", "doi", "isbn", "issn", "url", "urldate", "langid"),
)
_SPECIAL: Final = re.compile(r"([&%$#_{}])")
_MONTH_NAMES: Final = frozenset(month[:3].lower() for month in MONTHS)


def of_source(source: Source) -> str:
    """A source's entry. Values stand as people wrote them, with their LaTeX."""
    fields = {name: _value(source.fields[name]) for name in _FIELDS if name in source.fields}
    if source.unconfirmed:
        fields["annote"] = f"{{Not confirmed: {', '.join(source.unconfirmed)}}}"
    return _entry(source.type, source.key, fields)


def of_page(work: Work) -> str:
    """The entry of a page of the map."""
    values = {
        "author": f"{{{work.authors[0].family}}}" if work.authors else "",
        "title": work.title,
        "organization": work.container,
        "url": work.url,
    }
    keep = {"url", "author"}
    fields = {name: _braced(value, name in keep) for name, value in values.items() if value}
    return _entry("online", work.id, fields)


def _value(text: Text) -> str:
    raw = text.raw.strip()
    whole = raw.startswith(("{", '"')) or raw.isdigit() or raw.lower() in _MONTH_NAMES
    return raw if whole else _braced(text)


def _braced(text: str, verbatim: bool = False) -> str:  # noqa: FBT001, FBT002 -- private
    return f"{{{text if verbatim else _SPECIAL.sub(_escaped, text)}}}"


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _entry(type_: str, key: str, fields: Mapping[str, str]) -> str:
    return "\n".join((f"@{type_}{{{key},", *_lines(fields), "}", ""))


def _lines(fields: Mapping[str, str]) -> Iterator[str]:
    return (f"  {name} = {value}," for name, value in fields.items())
