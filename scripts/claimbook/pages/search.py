"""The words by which a search finds a page, beside its title and description."""

from collections.abc import Iterable, Iterator, Mapping

from claimbook import prose
from claimbook.model import Claim, Evidence, Section, Source


def name_of_claim(claim: Claim) -> str:
    """A claim in few words, and in full."""
    statement = prose.to_plain(claim.statement)
    return f"{prose.to_plain(claim.short)}: {statement}" if claim.short else statement


def of_claim(claim: Claim, labels: Mapping[str, str]) -> tuple[str, ...]:
    """How a claim was judged, and what each source found."""
    said = (claim.assessment, claim.note)
    found = (_evidence(piece, labels) for piece in claim.evidence)
    return (*_plain(said), *found)


def of_source(source: Source) -> tuple[str, ...]:
    """How a source is referred to."""
    people = ", ".join(f"{person.given} {person.family}".strip() for person in source.authors)
    names = ("title", "year", "doi", "publisher", "journal", "howpublished", "institution")
    return (people, *(str(source.fields[name]) for name in names if name in source.fields))


def of_section(section: Section) -> tuple[str, ...]:
    """The question of a section, its answer, and what its paragraphs say."""
    return tuple(_plain((section.question, section.summary, *section.gists)))


def _evidence(piece: Evidence, labels: Mapping[str, str]) -> str:
    return f"{labels[piece.source]}: {prose.to_plain(piece.finding)}"


def _plain(texts: Iterable[str | None]) -> Iterator[str]:
    return (prose.to_plain(text) for text in texts if text)
