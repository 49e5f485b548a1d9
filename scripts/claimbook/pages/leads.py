"""Where a source can be looked up: at its own address, or at a copy where that fell silent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimbook.links.fragment import to_words
from claimbook.links.marks import reachable
from claimbook.links.results import Result
from claimbook.links.states import Verdict
from claimbook.links.targets import ARCHIVE, doi_address
from claimbook.model import Argument, Evidence, Source
from claimbook.pages.words import date

Results = Mapping[str, Result]


@dataclass(frozen=True)
class Lead:
    """The address that leads to a source, and a word where it leads to an archived copy."""

    address: str
    note: str = ""


def lead(source: Source, results: Results) -> Lead | None:
    """Where to look a source up: its DOI, its address, or a copy where these fell silent."""
    own = tuple(_own_addresses(source))
    alive = [address for address in own if not _is_broken(address, results)]
    copy = source.fields.get(ARCHIVE)
    if alive or not copy:
        return next((Lead(address) for address in (*alive, *own)), None)
    day = source.fields.get("archivedate")
    made = f" of {date(day)}" if day else ""
    fell = "; the original no longer answers" if own else ""
    return Lead(copy, f"an archived copy{made}{fell}")


def words_lead(piece: Evidence, source: Source, results: Results) -> str:
    """The address that shows the quoted words where they stand; empty where none does."""
    found = lead(source, results) if piece.quote else None
    return to_words(found.address, piece.quote) if found and piece.quote else ""


def silent(argument: Argument, results: Results) -> frozenset[str]:
    """Keys of the sources that no longer answer, neither at their addresses nor as a copy."""
    best = {key: reachable(source, results) for key, source in argument.sources.items()}
    return frozenset(k for k, seen in best.items() if seen and seen.state.verdict is Verdict.BROKEN)


def _own_addresses(source: Source) -> Iterator[str]:
    if doi := source.fields.get("doi"):
        yield doi_address(doi)
    if url := source.fields.get("url"):
        yield url


def _is_broken(address: str, results: Results) -> bool:
    return address in results and results[address].state.verdict is Verdict.BROKEN
