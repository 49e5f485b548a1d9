"""Each entry of the bibliography is one work, found where it says, named as the others are."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from claimbook.model import Argument, Person, Source
from claimbook.rules.finding import Finding

_DOI = re.compile(r"10\.\d{4,9}/[^\s?#&\"<>]+")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def same_work_twice(argument: Argument) -> Iterator[Finding]:
    """Every work has one entry: no two share a DOI, or a title and a year."""
    first: dict[tuple[str, str], Source] = {}
    for source in argument.sources.values():
        known = [(what, first.setdefault((what, mark), source)) for what, mark in _marks(source)]
        for what, twin in [pair for pair in known if pair[1] is not source][:1]:
            message = f"`{source.key}` has the {what} of `{twin.key}`"
            yield Finding(source.place, message, "cite one of the two, delete the other", source)


def conflicting_doi(argument: Argument) -> Iterator[Finding]:
    """Every address that holds a DOI holds the DOI of its entry."""
    for source in argument.sources.values():
        doi, url = source.fields.get("doi"), source.fields.get("url")
        found = _DOI.search(unquote(url)) if doi and url else None
        if doi and url and found and not found[0].lower().startswith(doi.lower()):
            message = f"`url` leads to {found[0]}, and `doi` is {doi}"
            hint = "find out which of them is the work that was read"
            yield Finding(url.place_of("10."), message, hint, source)


def superseded_preprint(argument: Argument) -> Iterator[Finding]:
    """Every work is cited as published, not as a preprint whose publication is recorded."""
    cited = {piece.source for _, piece in argument.evidence()}
    for source in argument.sources.values():
        published = source.fields.get("publishedas")
        if published and source.key in cited:
            message = f"`{source.key}` was published since: {published}"
            hint = "read the published version and cite it"
            yield Finding(published.place, message, hint, source)


def missing_access_date(argument: Argument) -> Iterator[Finding]:
    """Every page of the web has the day on which it was read."""
    for source in argument.sources.values():
        known = {*source.fields, *source.unconfirmed}
        if source.type == "online" and known.isdisjoint({"urldate", "checked"}):
            message = f"`{source.key}` does not say when it was read"
            yield Finding(source.place, message, "add `urldate`", source)


def misleading_key(argument: Argument) -> Iterator[Finding]:
    """Every key that holds a year holds the year of its entry."""
    for source in argument.sources.values():
        year, found = source.year or "", _YEAR.search(source.key)
        if found and _YEAR.fullmatch(year) and found[0] != year:
            message = f"the key `{source.key}` names another year than its entry, {year}"
            yield Finding(source.place, message, "name the year of the entry", source)


def differing_name(argument: Argument) -> Iterator[Finding]:
    """Every person is written alike in all entries."""
    for named in _by_family(argument.sources.values()).values():
        first: dict[str, _Named] = {}
        for person, source in named:
            known = next((n for n in first.values() if _may_be(person, n.person)), None)
            first.setdefault(person.given, _Named(person, source))
            if known:
                there = f"`{_written(known.person)}` in `{known.source.key}`"
                place = source.fields["author"].place_of(person.family)
                hint = "write them alike if they are one person"
                message = f"`{_written(person)}` looks like {there}"
                yield Finding(place, message, hint, source)


class _Named(NamedTuple):
    person: Person
    source: Source


def _by_family(sources: Iterable[Source]) -> Mapping[str, list[_Named]]:
    """Every author with the entry, by family name."""
    found: dict[str, list[_Named]] = defaultdict(list)
    for source in sources:
        for person in source.authors:
            if person.given:
                found[_plain(person.family)].append(_Named(person, source))
    return found


def _may_be(person: Person, other: Person) -> bool:
    """Whether the given names differ, and one could be short for the other."""
    if person.given == other.given:
        return False
    pairs = zip(_plain(person.given).split(), _plain(other.given).split(), strict=False)
    return all(one.startswith(two) or two.startswith(one) for one, two in pairs)


def _marks(source: Source) -> Iterator[tuple[str, str]]:
    """By what two entries are known to be one work."""
    if doi := source.fields.get("doi"):
        yield "DOI", doi.lower()
    if source.year and (title := source.fields.get("title")):
        yield "title and year", f"{_plain(title).replace(' ', '')} {source.year}"


def _plain(text: str) -> str:
    """The words of a text without case, accents and punctuation."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    kept = (c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def _written(person: Person) -> str:
    return f"{person.family}, {person.given}"
