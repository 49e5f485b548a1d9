"""How the sources behind claims spread over types of evidence and ways of bearing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimbook.model import Argument, Bearing, Claim, EvidenceType

UNRECORDED = "type not recorded"
WEIGHED = (Bearing.SUPPORTS, Bearing.QUALIFIES, Bearing.OPPOSES)


@dataclass(frozen=True)
class Row:
    """The sources of one type of evidence: the claims that each bears on, by bearing and key."""

    type: str
    sources: Mapping[Bearing, Mapping[str, tuple[Claim, ...]]]

    def count(self, bearing: Bearing) -> int:
        """How many different sources bear in one way."""
        return len(self.sources[bearing])


def spread(argument: Argument, claims: Iterable[Claim]) -> tuple[Row, ...]:
    """A row for each type of evidence that bears on the claims, the most tested type first.

    Context is left out. A source counts once for each way in which it bears.
    """
    found: dict[str, dict[Bearing, dict[str, list[Claim]]]] = {}
    for claim in claims:
        for piece in claim.evidence:
            if piece.bearing in WEIGHED:
                row = found.setdefault(_type(argument, piece.source), {})
                of_source = row.setdefault(piece.bearing, defaultdict(list))
                of_source[piece.source].append(claim)
    return tuple(_row(type_, found[type_]) for type_ in types() if type_ in found)


def types() -> tuple[str, ...]:
    """Every type of evidence, from the most to the least tested."""
    return (*EvidenceType, UNRECORDED)


def by_year(argument: Argument) -> Mapping[str, tuple[str, ...]]:
    """The keys of the sources of each year, in order of time; undated ones under no year."""
    years = sorted({source.year or "" for source in argument.sources.values()})
    found = {
        year: tuple(key for key, source in argument.sources.items() if (source.year or "") == year)
        for year in years
    }
    undated = found.pop("", ())
    return found | ({"": undated} if undated else {})


def _type(argument: Argument, key: str) -> str:
    source = argument.sources.get(key)
    return (source and source.evidence_type) or UNRECORDED


def _row(type_: str, found: Mapping[Bearing, Mapping[str, list[Claim]]]) -> Row:
    sources = {
        bearing: {key: tuple(dict.fromkeys(claims)) for key, claims in found[bearing].items()}
        if bearing in found
        else {}
        for bearing in WEIGHED
    }
    return Row(type_, sources)


def most(rows: Iterable[Row]) -> int:
    """The largest number of sources of one type that bear in one way."""
    counts = Counter({(row.type, b): row.count(b) for row in rows for b in WEIGHED})
    return max(counts.values(), default=0)
