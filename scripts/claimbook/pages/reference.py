"""Sources in words: short author-date labels, and full references as parts of a sentence.

The order of the parts follows the author-date style of the APA manual (7th edition).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from claimbook.model import Person, Source

MANY_AUTHORS = 3
UNDATED = "n.d."


@dataclass(frozen=True)
class Reference:
    """The parts of a full reference: who, when, what, where, and the address that leads there.

    `stands_alone` says that the title is a work's own (set in italics), not a part of `container`.
    """

    authors: str
    year: str
    title: str
    container: str
    details: str
    address: str
    stands_alone: bool


def labels(sources: Iterable[Source]) -> Mapping[str, str]:
    """A label for each key, such as `Platt et al. 2018`; equal ones get a letter after the year."""
    alike: dict[str, list[Source]] = defaultdict(list)
    for source in sorted(sources, key=lambda s: (s.title.casefold(), s.key)):
        alike[f"{_short_authors(source)} {_short_year(source)}"].append(source)
    return {
        source.key: label if len(group) == 1 else f"{label}{_letter(source, position)}"
        for label, group in alike.items()
        for position, source in enumerate(group)
    }


def reference(source: Source) -> Reference:
    """The full reference of a source; parts that were not confirmed are empty."""
    field = source.fields.get
    in_container = source.type in {"article", "incollection", "inproceedings", "inbook"}
    container = field("journal") or field("booktitle") or ""
    publisher = field("institution") or field("publisher") or field("school") or ""
    return Reference(
        authors=_full_authors(source.authors or source.editors),
        year=source.year or ("year not confirmed" if _has_year(source) else UNDATED),
        title=source.title,
        container=container if in_container else publisher,
        details=_details(source),
        address=f"https://doi.org/{field('doi')}" if field("doi") else field("url") or "",
        stands_alone=not in_container,
    )


def plain(source: Source) -> str:
    """The full reference in one line of plain text."""
    parts = reference(source)
    line = f"{parts.authors} ({parts.year}). {parts.title}. {parts.container}{parts.details}."
    return f"{line.strip()} {parts.address}".strip()


def _short_authors(source: Source) -> str:
    people = source.authors or source.editors
    if not people:
        return source.fields.get("shorttitle") or _first_words(source.title)
    if len(people) >= MANY_AUTHORS:
        return f"{people[0].family} et al."
    return " and ".join(person.family for person in people)


def _short_year(source: Source) -> str:
    return source.year or ("(year unconfirmed)" if _has_year(source) else UNDATED)


def _has_year(source: Source) -> bool:
    """Whether the source bears a year, confirmed or not."""
    return bool(source.year) or "year" in source.unconfirmed


def _first_words(title: str, most: int = 4) -> str:
    words = title.split()
    return " ".join(words[:most]).rstrip(".,:;") + ("…" if len(words) > most else "")


def _full_authors(people: Iterable[Person]) -> str:
    names = [_inverted(person) for person in people]
    if not names:
        return ""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _inverted(person: Person) -> str:
    initials = " ".join(f"{name[0]}." for name in person.given.replace("-", " ").split())
    return f"{person.family}, {initials}" if initials else person.family


def _details(source: Source) -> str:
    field = source.fields.get
    volume, number, pages = field("volume"), field("number"), field("pages")
    where = f", {volume}" if volume else ""
    where += f"({number})" if number and volume else f", {number}" if number else ""
    return where + (f", {pages.replace('--', '–')}" if pages else "")


def _letter(source: Source, position: int) -> str:
    letter = ascii_lowercase[position] if position < len(ascii_lowercase) else f"-{position}"
    return letter if source.year else f"-{letter}"
