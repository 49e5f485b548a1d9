"""Numbers and addresses in the bibliography are well formed."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from claimbook.model import Argument, Source, Text
from claimbook.read.spelling import is_date, is_period
from claimbook.rules.finding import Finding

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ISSN = re.compile(r"\d{4}-\d{3}[\dX]")
_YEAR = re.compile(r"[0-9]{4}")
_NOT_IN_ADDRESSES = re.compile(r"""[\s<>"'{}|\\^`]""")


def malformed_doi(argument: Argument) -> Iterator[Finding]:
    """Every DOI stands bare, from its `10.` on."""
    return _malformed(argument, "doi", is_doi, "write it from `10.` on, without an address")


def malformed_isbn(argument: Argument) -> Iterator[Finding]:
    """Every ISBN has ten or thirteen digits, the last of which checks the others."""
    return _malformed(argument, "isbn", is_isbn, "compare it with the book")


def malformed_issn(argument: Argument) -> Iterator[Finding]:
    """Every ISSN has eight digits, the last of which checks the others."""
    return _malformed(argument, "issn", _is_issn, "write `1234-567X`, as the journal prints it")


def malformed_year(argument: Argument) -> Iterator[Finding]:
    """Every year has four digits."""
    return _malformed(argument, "year", _is_year, "write four digits, or name it in `unconfirmed`")


def malformed_date(argument: Argument) -> Iterator[Finding]:
    """Every date of the bibliography is a day written as year-month-day."""
    for field in ("archivedate", "checked", "urldate"):
        yield from _malformed(argument, field, is_date, "write it as 2026-11-22")


def malformed_period(argument: Argument) -> Iterator[Finding]:
    """Every period of the bibliography is a year or two, as in EDTF."""
    return _malformed(argument, "period", is_period, "write it as 2016 or 1999/2019")


def malformed_url(argument: Argument) -> Iterator[Finding]:
    """Every address leads to the web, with special characters percent-encoded."""
    hint = "begin with https:// and percent-encode spaces, quotes and braces"
    for source in argument.sources.values():
        for field, address in _addresses(source):
            if not _is_address(address):
                yield Finding(field.place_of(address), f"`{address}` is no address", hint)


def _addresses(source: Source) -> Iterator[tuple[Text, str]]:
    """The addresses of a source, its copy, and where it was read, which may be names of sites."""
    for name in ("url", "archiveurl"):
        if url := source.fields.get(name):
            yield url, url
    if read_at := source.fields.get("readat"):
        yield from ((read_at, part) for part in read_at.split(" ; ") if ":" in part)


def _malformed(
    argument: Argument, field: str, is_valid: Callable[[str], bool], hint: str
) -> Iterator[Finding]:
    for source in argument.sources.values():
        value = source.fields.get(field)
        if value is not None and not is_valid(value):
            yield Finding(value.place, f"`{value}` is no valid `{field}`", hint)


def is_doi(value: str) -> bool:
    """Whether a DOI is well formed, without anything before its `10.`."""
    return bool(_DOI.fullmatch(value))


def is_isbn(value: str) -> bool:
    """Whether an ISBN is well formed and its check digit right."""
    digits = value.replace("-", "").replace(" ", "")
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return _weighted(digits) % 11 == 0
    return bool(re.fullmatch(r"97[89]\d{10}", digits)) and (
        sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10 == 0
    )


def _is_issn(value: str) -> bool:
    return bool(_ISSN.fullmatch(value)) and _weighted(value.replace("-", "")) % 11 == 0


def _weighted(digits: str) -> int:
    """Each digit by its distance from the end, counted from 1; X is ten (ISO 2108, ISO 3297)."""
    values = (10 if digit == "X" else int(digit) for digit in reversed(digits))
    return sum(weight * value for weight, value in enumerate(values, start=1))


def _is_year(value: str) -> bool:
    return bool(_YEAR.fullmatch(value))


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        port_is_valid = parts.port is None or parts.port > 0
    except ValueError:
        return False
    known = parts.scheme in {"http", "https"} and bool(parts.hostname) and port_is_valid
    return known and not _NOT_IN_ADDRESSES.search(value)
