"""The page that says what was checked: marks, addresses, readings, and warnings that stand."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from claimbook.links.answer import is_web
from claimbook.links.results import Result
from claimbook.links.states import State, Verdict
from claimbook.links.targets import Target, of_source, targets
from claimbook.model import Evidence, Reading, Source, Waiver
from claimbook.pages import address
from claimbook.pages.book import Book
from claimbook.pages.marks import Earned, marks
from claimbook.pages.page import Page
from claimbook.pages.render import fill
from claimbook.rules import Outside, raised
from claimbook.rules.finding import Owner, all_claims

VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.BROKEN: "Broken",
    Verdict.LOOK: "To be looked at",
    Verdict.UNSURE: "Could not be checked",
}
"""The outcomes that are listed address by address, with their headings."""


@dataclass(frozen=True)
class Asked:
    """An address, what was seen there, and the sources to which it belongs."""

    result: Result
    sources: tuple[Source, ...]

    @property
    def moved_to(self) -> str:
        """Where it stands now, if it moved for good to another address of the web."""
        return self.result.moved_to if is_web(self.result.moved_to) else ""


@dataclass(frozen=True)
class Addresses:
    """The addresses of a map: how many there are, how many answered, and the others."""

    count: int
    asked: int
    last: str
    answered: int
    moved: tuple[Asked, ...]
    others: Mapping[Verdict, tuple[Asked, ...]]


@dataclass(frozen=True)
class Readings:
    """How many findings were read so far: twice, once, and once without being found again."""

    reading: Reading
    again: int
    once: int
    lost: int


@dataclass(frozen=True)
class Standing:
    """A warning that was looked at and let stand: about what, what it says, and why."""

    owner: Owner
    waiver: Waiver
    messages: tuple[str, ...]


def check_status(book: Book) -> Page:
    """What was checked, when, with what outcome."""
    values = {
        "tally": _tally(book),
        "addresses": _addresses(book),
        "verdicts": VERDICTS,
        "readings": tuple(_readings([piece for _, piece in book.argument.evidence()])),
        "standing": tuple(_standing(book)),
    }
    body = fill("checks.html", book, address.CHECKS, **values)
    about = "What was checked of addresses, words and readings, when, and with what outcome."
    return Page(address.CHECKS, "Check status", about, body)


def _tally(book: Book) -> Mapping[str, Counter[Earned]]:
    """How often each mark was earned, over all citations; the last goes by many names."""
    found: dict[str, Counter[Earned]] = {}
    names = ("Resolves", "Reachable", "Words found", "Read again")
    for _, piece in book.argument.evidence():
        for name, mark in zip(names, marks(book.argument, piece, book.record.results), strict=True):
            found.setdefault(name, Counter())[mark.earned] += 1
    return found


def _addresses(book: Book) -> Addresses:
    wanted = targets(book.argument)
    each = tuple(_asked(book, wanted))
    outcomes = Counter(asked.result.state.verdict for asked in each)
    return Addresses(
        count=len(wanted),
        asked=len(each),
        last=max((asked.result.checked for asked in each), default=""),
        answered=outcomes[Verdict.ANSWERS],
        moved=tuple(asked for asked in each if asked.result.state is State.MOVED),
        others={
            verdict: tuple(asked for asked in each if asked.result.state.verdict is verdict)
            for verdict in VERDICTS
        },
    )


def _asked(book: Book, wanted: Sequence[Target]) -> Iterator[Asked]:
    owners: dict[str, list[Source]] = {}
    for source in book.sources:
        for own in dict.fromkeys(found for found, _ in of_source(source)):
            owners.setdefault(own, []).append(source)
    for target in wanted:
        if target.address in book.record.results:
            sources = tuple(owners.get(target.address, ()))
            yield Asked(book.record.results[target.address], sources)


def _readings(pieces: Sequence[Evidence]) -> Iterator[Readings]:
    for reading in Reading:
        own = [piece for piece in pieces if piece.reading is reading]
        again = sum(piece.checked is not None for piece in own)
        lost = sum(piece.not_found is not None for piece in own)
        yield Readings(reading, again, len(own) - again - lost, lost)


def _standing(book: Book) -> Iterator[Standing]:
    """The waivers of sections, claims and sources, in this order, with what they answer."""
    messages: dict[int, list[str]] = {}
    for warning in raised(book.argument, Outside()):
        messages.setdefault(id(warning.waiver), []).append(warning.problem.message)
    owners: tuple[Owner, ...] = (
        *book.argument.sections,
        *all_claims(book.argument),
        *book.sources,
    )
    for owner in owners:
        for waiver in owner.waivers:
            yield Standing(owner, waiver, tuple(messages.get(id(waiver), ())))
