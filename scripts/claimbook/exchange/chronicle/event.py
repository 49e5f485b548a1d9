"""One change of the argument, told in short as a whole and at length claim by claim."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from claimbook.exchange.chronicle.shortening import shortened
from claimbook.exchange.difference.claims import claim_item
from claimbook.exchange.difference.names import Names, listed
from claimbook.exchange.difference.report import Item, Part, Span, item, strong
from claimbook.exchange.difference.writing import STATUSES, statuses, summary
from claimbook.model import Argument, Text
from claimbook.problems import Place
from claimbook.reason.diff import ClaimChange, Difference, Fortune, diff, names, translated
from claimbook.reason.verdict import Verdict, verdicts

_NOWHERE: Final = Text("", Place(""))
_NOTHING: Final = Argument(_NOWHERE, _NOWHERE, _NOWHERE, ())


@dataclass(frozen=True)
class Event:
    """What one commit changed: its hash, ISO time and subject, and what it comes to in a line.

    `parts` tell of the whole in short, `claims` of each claim at length, by the id that it had
    then; `renamed` leads from earlier ids to later ones. Without parts the argument is the same.
    """

    commit: str
    time: str
    subject: str
    summary: str
    parts: tuple[Part, ...] = ()
    claims: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class History:
    """The events of an argument, the newest first.

    `skipped` states could not be read, `older` ones were left out. `missing` says why there is
    no history at all.
    """

    events: tuple[Event, ...] = ()
    skipped: int = 0
    older: int = 0
    missing: str = ""


def event(before: Argument | None, after: Argument, commit: str, time: str, subject: str) -> Event:
    """What a commit changed between two states; without an earlier one everything is new."""
    earlier = before or _NOTHING
    difference = diff(earlier, after)
    renames = names(earlier, after)
    known = Names(translated(earlier, renames), after, {})
    parts = tuple(part for part in _parts(difference, known) if part.items)
    told = dict(_claims(difference, known))
    renamed = {**renames.claims, **renames.merged}
    return Event(commit, time, subject, summary(difference), parts, told, renamed)


def _parts(difference: Difference, known: Names) -> Iterator[Part]:
    yield Part(STATUSES, tuple(statuses(difference, known)))
    groups: dict[str, list[Span]] = {}
    for change in difference.claims:
        for title in _titles(change):
            groups.setdefault(title, []).append(known.claim(change.id))
    sources = [known.source(change.present.key) for change in difference.sources]
    sections = [Span(str(change.present.title)) for change in difference.sections]
    groups |= {"Sources": sources, "Sections": sections}
    if difference.head:
        groups["The whole"] = [Span(change.name) for change in difference.head]
    for title, spans in groups.items():
        yield Part(title, (item(*listed(tuple(spans))),) if spans else ())


def _titles(change: ClaimChange) -> Iterator[str]:
    """Under which headings a claim is named."""
    if change.fortune is not Fortune.CHANGED:
        yield "Merged" if change.merged_into else _FORTUNES[change.fortune]
        return
    if change.field("claim"):
        yield "Reworded"
    if change.links or change.steps:
        yield "Reasons and objections"
    if change.evidence:
        yield "Evidence"
    if any(f.name not in {"claim", "but"} for f in change.fields):
        yield "Other words about"


_FORTUNES: Final = {
    Fortune.ADDED: "New claims",
    Fortune.REMOVED: "Removed",
    Fortune.RENAMED: "Renamed",
}


def _claims(difference: Difference, known: Names) -> Iterator[tuple[str, tuple[Item, ...]]]:
    found = verdicts(known.after)
    for change in difference.claims:
        if change.after:
            yield change.id, tuple(shortened(one) for one in _of_claim(change, known, found))


def _of_claim(change: ClaimChange, known: Names, found: Mapping[str, Verdict]) -> Iterator[Item]:
    if change.fortune is Fortune.ADDED:
        yield item(strong("entered"), f": {change.present.statement}")
        return
    told = claim_item(change, known, found)
    if change.fortune is Fortune.RENAMED:
        yield replace(told, items=())
    yield from told.items
