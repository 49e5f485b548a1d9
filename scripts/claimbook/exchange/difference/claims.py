"""What became of each claim, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Final

from claimbook.exchange.difference.names import Names, listed
from claimbook.exchange.difference.report import Item, Span, code, item, strong, values
from claimbook.model import Evidence, Step
from claimbook.reason.diff import Change, ClaimChange, FieldChange, Fortune
from claimbook.reason.verdict import Verdict

_TITLES: Final = {
    "claim": "reworded",
    "limits": "limits",
    "read": "how far it was read",
    "read_at": "where it was read",
    "not_found": "not found on",
    "checked": "checked on",
}
_LINKS: Final = {
    "but": ("challenged by", "no longer challenged by"),
    "unless": ("the step is challenged by", "the step is no longer challenged by"),
    "premises": ("also from", "no longer from"),
}


Row = tuple[str | Span, ...]


def claim_item(change: ClaimChange, names: Names, verdicts: Mapping[str, Verdict]) -> Item:
    """One claim: what became of it, and under it each thing that differs."""
    items = chain(
        (_field(field, names) for field in change.fields),
        (_step(step, names) for step in change.steps),
        (_evidence(piece, names) for piece in change.evidence),
    )
    return replace(item(*_head(change, names, verdicts), items=items), about=change.id)


def cause(change: ClaimChange, names: Names) -> Row:
    """What in a claim's change can alter a status."""
    claim = names.claim(change.id)
    match change.fortune:
        case Fortune.ADDED:
            return claim, " is new"
        case Fortune.REMOVED:
            return claim, " is gone"
    rows = chain.from_iterable(_links(field, names) for field in change.fields if _is_link(field))
    reasons = tuple(chain.from_iterable((", ", *row) for row in rows))
    steps = (", its reasons differ",) if change.steps else ()
    evidence = (", its evidence differs",) if not (reasons or steps) else ()
    return (claim, *reasons, *steps, *evidence)


def _head(change: ClaimChange, names: Names, verdicts: Mapping[str, Verdict]) -> Row:
    claim, present = names.claim(change.id), change.present
    match change.fortune:
        case Fortune.ADDED:
            who = f" ({present.voice}, {names.section(present.section)}): {present.statement}"
            return strong("new"), " ", claim, who, f" Status: {verdicts[change.id].status}."
        case Fortune.REMOVED if change.merged_into:
            return strong("merged"), " ", claim, " into ", names.claim(change.merged_into)
        case Fortune.REMOVED:
            return strong("removed"), " ", claim, f": {present.statement}"
        case Fortune.RENAMED:
            return strong("renamed"), " ", code(change.renamed_from), " to ", code(change.id)
    return (claim,)


def _field(field: FieldChange, names: Names) -> Item:
    if _is_link(field):
        first, *rest = _links(field, names)
        return item(*first, *chain.from_iterable(("; ", *row) for row in rest))
    if field.name == "section":
        before, after = names.section(str(field.before)), names.section(str(field.after))
        return item(strong("moved"), f" from {before} to {after}")
    if field.name == "order":
        was, is_ = (_place(str(value), names) for value in (field.before, field.after))
        return item(strong("moved"), " within its section: was ", *was, ", is ", *is_)
    return item(strong(_TITLES.get(field.name, field.name)), ": ", values(field))


def _is_link(field: FieldChange) -> bool:
    return field.name in _LINKS


def _links(field: FieldChange, names: Names) -> Iterator[Row]:
    for word, ids in zip(_LINKS[field.name], (field.added, field.removed), strict=True):
        if ids:
            yield strong(word), " ", *listed(tuple(map(names.claim, ids)))


def _place(value: str, names: Names) -> Row:
    _, behind, id_ = value.partition("behind ")
    return (behind, names.claim(id_)) if behind else ("first",)


def _step(change: Change[Step], names: Names) -> Item:
    premises = listed(tuple(map(names.claim, change.present.premises)))
    match change.fortune:
        case Fortune.ADDED:
            return item(strong("new reason"), " from ", premises, items=_in_step(change, names))
        case Fortune.REMOVED:
            return item(strong("reason removed"), " from ", premises)
    items = (_field(field, names) for field in change.fields)
    return item(strong("reason"), " from ", premises, items=items)


def _in_step(change: Change[Step], names: Names) -> Iterator[Item]:
    step = change.present
    if step.undercutters:
        attackers = listed(tuple(map(names.claim, step.undercutters)))
        yield item(strong("the step is challenged by"), " ", attackers)
    if step.warrant:
        yield item("warrant: ", step.warrant)


def _evidence(change: Change[Evidence], names: Names) -> Item:
    piece = change.present
    what = (" ", names.source(piece.source), f", {piece.bearing}")
    match change.fortune:
        case Fortune.ADDED:
            where = ", ".join(filter(None, (f"read: {piece.reading}", piece.locator)))
            return item(strong("new evidence"), *what, f" ({where}): {piece.finding}")
        case Fortune.REMOVED:
            return item(strong("evidence removed"), *what, f": {piece.finding}")
    items = (_evidence_field(field, names) for field in change.fields)
    return item(strong("evidence"), *what, items=items)


def _evidence_field(field: FieldChange, names: Names) -> Item:
    if field.name == "wording":
        return item("stamped as read against what stands there" if field.after else "no stamp")
    if field.name != "source":
        return _field(field, names)
    before, after = (names.source(str(key)) for key in (field.before, field.after))
    return item(strong("another source"), ": ", before, " became ", after)
