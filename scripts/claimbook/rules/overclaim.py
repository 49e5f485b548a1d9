"""Nothing is given out as more than it is: no word beyond its evidence, no reading."""

import re
from collections.abc import Iterator
from re import Pattern
from typing import Final, NamedTuple

from claimbook.model import Argument, Bearing, Claim, Evidence, EvidenceType, Kind, Reading
from claimbook.rules.finding import Finding, all_claims


class _Degree(NamedTuple):
    """Words of one strength, the types of evidence that can carry them, and what to look for."""

    words: Pattern[str]
    carried_by: frozenset[EvidenceType]
    needed: str


_REVIEWED: Final = frozenset({EvidenceType.SYSTEMATIC_REVIEW, EvidenceType.OFFICIAL_STATISTICS})
_COUNTED: Final = _REVIEWED | {
    EvidenceType.LITERATURE_REVIEW,
    EvidenceType.QUANTITATIVE_STUDY,
    EvidenceType.MIXED_METHODS_STUDY,
    EvidenceType.GOVERNMENT_REPORT,
    EvidenceType.INTERGOVERNMENTAL_REPORT,
}
_LAW: Final = frozenset({EvidenceType.LEGAL_TEXT, EvidenceType.COURT_DECISION})
_WEAKENED: Final = r"(?<!not )(?<!unless )(?<!almost )(?<!nearly )(?<!above )(?<!at )"
_AFFIRMED: Final = r"(?!.*\b(?:not|no|nothing|cannot)\b)"
_FOUND: Final = r"(?:research|evidence|science|studies) (?:shows?|demonstrates?)"
_DEGREES: Final = tuple(
    _Degree(re.compile(rf"\b{_WEAKENED}(?:{words})\b", re.IGNORECASE), types, needed)
    for words, types, needed in (
        (rf"(?:prove[sdn]?|proof|{_FOUND}){_AFFIRMED}", _REVIEWED, "a systematic review"),
        ("always|never|all|every|everyone|none|nobody", _REVIEWED, "a systematic review"),
        ("most|mostly|majority|usually|typically|generally", _COUNTED, "a count"),
    )
)
_WITHOUT_FACTS: Final = frozenset({Kind.NORMATIVE, Kind.DEFINITIONAL})
_INSIDE: Final = re.compile(
    r"\b(?:pp?\. ?\d+|(?:page|table|figure|chapter|section) [\dIVX]+)\b", re.IGNORECASE
)
_DEPTHS: Final = (
    Reading.RECORD,
    Reading.SECOND_HAND,
    Reading.ABSTRACT,
    Reading.EXCERPT,
    Reading.FULL_TEXT,
)
"""Readings, from the least to the most."""
_FROM_OUTSIDE: Final = frozenset({Reading.RECORD, Reading.ABSTRACT})


def absolute_word(argument: Argument) -> Iterator[Finding]:
    """Every word such as always, proves or most is carried by evidence of a type that can."""
    for claim in all_claims(argument):
        types = {kind for kind in _supporting(argument, claim) if kind}
        law = _LAW if claim.kind is Kind.LEGAL else frozenset[EvidenceType]()
        for degree in _DEGREES if types and claim.kind not in _WITHOUT_FACTS else ():
            lacking = types.isdisjoint(degree.carried_by | law)
            if lacking and (found := degree.words.search(claim.statement)):
                place = claim.statement.place_at(found.start())
                message = f"“{found[0]}” would need {degree.needed}, and the best is {_best(types)}"
                yield Finding(place, message, "weaken the word, or find such evidence", claim)
                break


def overstated_reading(argument: Argument) -> Iterator[Finding]:
    """Every finding is given out as read no further than its source was."""
    for claim in all_claims(argument):
        for piece in claim.evidence:
            if fault := _overstated(argument, piece):
                hint = "say in `read` and `locator` what was really read"
                yield Finding(piece.place, fault, hint, claim)


def _overstated(argument: Argument, piece: Evidence) -> str | None:
    source = argument.sources.get(piece.source)
    read = source.fields.get("read", "") if source else ""
    best = next((depth for depth in _DEPTHS if depth == read), Reading.FULL_TEXT)
    if _DEPTHS.index(piece.reading) > _DEPTHS.index(best):
        return f"`{piece.source}` was read as {best}, and the finding says {piece.reading}"
    inside = _INSIDE.search(piece.locator or "") if piece.reading in _FROM_OUTSIDE else None
    return f"“{inside[0]}” lies beyond what was read, {piece.reading}" if inside else None


def _supporting(argument: Argument, claim: Claim) -> Iterator[EvidenceType | None]:
    """The types of the sources that support a claim."""
    for piece in claim.evidence:
        source = argument.sources.get(piece.source)
        if source and piece.bearing is Bearing.SUPPORTS:
            yield source.evidence_type


def _best(types: set[EvidenceType]) -> str:
    """The type that stands first in the order of the model."""
    return next(kind.value for kind in EvidenceType if kind in types)
