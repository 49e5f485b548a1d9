"""The four marks beside a citation: what each was earned with, when, and no more than that."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from claimbook.links.marks import reachable, words_seen
from claimbook.links.results import Result, Sight
from claimbook.links.states import Verdict
from claimbook.links.targets import ARCHIVE, words_wanted
from claimbook.model import Argument, Evidence, Reading, Source, Text

Results = Mapping[str, Result]


class Earned(StrEnum):
    """Whether a mark was earned: `open` where nobody looked, or looking settled nothing."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True)
class Mark:
    """A mark: what it is about, whether it was earned, with what, and on which ISO date."""

    name: str
    earned: Earned
    says: str
    date: str = ""


def marks(argument: Argument, piece: Evidence, results: Results) -> tuple[Mark, ...]:
    """The four marks of a citation."""
    source = argument.sources[piece.source]
    found = words_found(piece, source, results)
    return resolves(source), reaches(source, results), found, bears(piece)


def resolves(source: Source) -> Mark:
    """Whether the entry has what its type needs; what nobody could confirm is named."""
    if not source.unconfirmed:
        return Mark("Resolves", Earned.YES, "its entry is complete")
    lacking = ", ".join(source.unconfirmed)
    return Mark("Resolves", Earned.PARTLY, f"nobody could confirm its {lacking}")


def reaches(source: Source, results: Results) -> Mark:
    """Whether its DOI, its address or its archived copy answered."""
    if not any(name in source.fields for name in ("doi", "url", ARCHIVE)):
        return Mark("Reachable", Earned.OPEN, "it has no address")
    seen = reachable(source, results)
    if seen is None:
        return Mark("Reachable", Earned.OPEN, "its address was not asked yet")
    return Mark("Reachable", _EARNED[seen.state.verdict], _answered(source, seen), seen.checked)


def words_found(piece: Evidence, source: Source, results: Results) -> Mark:
    """Whether the words and figures marked for it stand at the source: the worst sight of all."""
    if not (wanted := words_wanted(piece)):
        return Mark("Words found", Earned.OPEN, "no words were marked to be looked for")
    unseen = Mark("Words found", Earned.OPEN, "its words were not looked for yet")
    sights = _sights(wanted, source, results)
    return min(sights, key=lambda mark: _WORST.index(mark.earned), default=unseen)


def bears(piece: Evidence) -> Mark:
    """Who says how it bears on the claim, having read how much of it how often."""
    who = f"says {piece.reader}" if piece.reader else "say the editors"
    name, what = piece.bearing.capitalize(), _READ[piece.reading]
    if piece.checked:
        return Mark(name, Earned.YES, f"{who} after a second reading of {what}", piece.checked)
    says = f"{who} after one reading of {what}"
    if piece.not_found:
        says += "; it was looked for again and not found"
    return Mark(name, Earned.PARTLY, says, piece.not_found or "")


_EARNED: Final[Mapping[Verdict, Earned]] = {
    Verdict.ANSWERS: Earned.YES,
    Verdict.LOOK: Earned.PARTLY,
    Verdict.UNSURE: Earned.OPEN,
    Verdict.BROKEN: Earned.NO,
}
_SIGHTS: Final[Mapping[Sight, tuple[Earned, str]]] = {
    Sight.FOUND: (Earned.YES, "{} stands there{}"),
    Sight.NEAR: (Earned.PARTLY, "{} stands there otherwise"),
    Sight.MISSING: (Earned.NO, "{} was not found there"),
    Sight.UNREAD: (Earned.OPEN, "{} could not be looked for"),
}
_WORST: Final = (Earned.NO, Earned.PARTLY, Earned.OPEN, Earned.YES)
_READ: Final[Mapping[Reading, str]] = {
    Reading.FULL_TEXT: "the full text",
    Reading.EXCERPT: "an excerpt",
    Reading.ABSTRACT: "the abstract",
    Reading.RECORD: "its record alone",
    Reading.SECOND_HAND: "somebody else’s account",
}


def _answered(source: Source, seen: Result) -> str:
    if seen.state.verdict is Verdict.UNSURE:
        return f"could not be checked: {seen.state.meaning}"
    if seen.address == source.fields.get(ARCHIVE):
        return f"its archived copy: {seen.state.meaning}"
    return seen.state.meaning


def _sights(wanted: Iterable[Text], source: Source, results: Results) -> Iterator[Mark]:
    for words in wanted:
        if seen := words_seen(words, source, results):
            earned, form = _SIGHTS[seen.words.sight]
            where = f", {seen.words.where}" if seen.words.where else ""
            yield Mark("Words found", earned, form.format(f"“{words}”", where), seen.result.checked)
