"""What a reviewer of a change has to do that no program can: open sources, confirm, judge."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from claimbook.model import Argument, Evidence
from claimbook.reason.diff.change import Change, ClaimChange, Difference, FieldChange
from claimbook.reason.spelling import only_spelling, vocabulary

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*(?:\s?(?:%|per cent))?")
_FINDING = frozenset({"source", "finding", "bearing", "locator", "quote", "read"})


class Action(StrEnum):
    """What is to be done."""

    OPEN = "open the source and confirm the finding"
    REREAD = "judge whether the evidence bears on the new wording"
    MISS = "ask why evidence was taken out"
    ENTRY = "confirm the entry of the bibliography"
    OBJECTION = "judge whether the objection meets what it attacks"
    STATUS = "agree with the new status"
    ADDRESS = "keep the old address by an alias"


@dataclass(frozen=True)
class Task:
    """One thing to do: about a claim, a source, or an id that was lost.

    `source` and `piece` are given where a source is to be opened, `figures` lists the numbers
    to be found there; `fields` those of an entry that changed; `by` is the claim that attacks.
    """

    action: Action
    claim: str = ""
    source: str = ""
    piece: Evidence | None = None
    figures: tuple[str, ...] = ()
    by: str = ""
    fields: tuple[str, ...] = ()


def tasks(difference: Difference, after: Argument) -> tuple[Task, ...]:
    """The reviewer's list, in the order of the actions above."""
    known = vocabulary(after)
    own = (_of_claim(change, known) for change in difference.claims)
    lost = (Task(Action.ADDRESS, claim=id_) for id_ in difference.lost)
    status = (Task(Action.STATUS, claim=change.claim) for change in difference.statuses)
    found = chain(chain.from_iterable(own), _entries(difference), status, lost)
    return tuple(sorted(found, key=_rank))


def _of_claim(change: ClaimChange, known: frozenset[str]) -> Iterator[Task]:
    for piece in change.evidence:
        yield from _of_evidence(change.id, piece, known)
    worded = change.field("claim")
    if worded and change.present.evidence and not _alike(worded, known):
        yield Task(Action.REREAD, claim=change.id)
    for link in change.links if change.after else ():
        if link.name != "premises":
            yield from (Task(Action.OBJECTION, claim=change.id, by=id_) for id_ in link.added)
    if change.before is None:
        yield from _attacks(change)


def _of_evidence(claim: str, change: Change[Evidence], known: frozenset[str]) -> Iterator[Task]:
    piece = change.present
    if change.after is None:
        yield Task(Action.MISS, claim, piece.source, piece)
    elif change.before is None or any(_matters(field, known) for field in change.fields):
        yield Task(Action.OPEN, claim, piece.source, piece, _figures(change))


def _matters(field: FieldChange, known: frozenset[str]) -> bool:
    return field.name in _FINDING and not _alike(field, known)


def _alike(field: FieldChange, known: frozenset[str]) -> bool:
    return only_spelling(str(field.before), str(field.after), known)


def _figures(change: Change[Evidence]) -> tuple[str, ...]:
    """The numbers in a finding, but for those that it had before."""
    old, new = (
        dict.fromkeys(_FIGURE.findall(piece.finding)) if piece else {}
        for piece in (change.before, change.after)
    )
    return tuple(figure for figure in new if figure not in old)


def _attacks(change: ClaimChange) -> Iterator[Task]:
    """The attacks that a new claim came with."""
    steps = chain.from_iterable(step.undercutters for step in change.present.steps)
    for id_ in (*change.present.rebutters, *steps):
        yield Task(Action.OBJECTION, claim=change.id, by=id_)


def _entries(difference: Difference) -> Iterator[Task]:
    for change in difference.sources:
        if change.after:
            names = tuple(field.name for field in change.fields)
            yield Task(Action.ENTRY, source=change.after.key, fields=names)


def _rank(task: Task) -> tuple[int, str]:
    return list(Action).index(task.action), task.source
