"""A difference as a report."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from claimbook.exchange.difference.claims import cause, claim_item
from claimbook.exchange.difference.names import Names, listed
from claimbook.exchange.difference.report import (
    Item,
    Part,
    Report,
    Span,
    code,
    item,
    strong,
    values,
)
from claimbook.exchange.difference.to_do import to_do
from claimbook.model import Section, Source
from claimbook.reason.diff import (
    Change,
    ClaimChange,
    Difference,
    FieldChange,
    Fortune,
    Owed,
    StatusChange,
)
from claimbook.reason.diff.tasks import tasks
from claimbook.reason.verdict import verdicts

STATUSES: Final = "Statuses that change"


def report(difference: Difference, names: Names) -> Report:
    """What a difference comes to, for a reviewer: statuses, what to do, then all of it."""
    found = verdicts(names.after)
    parts = (
        Part(STATUSES, tuple(statuses(difference, names))),
        Part("For the reviewer", tuple(to_do(tasks(difference, names.after), names))),
        Part("Claims", tuple(claim_item(c, names, found) for c in difference.claims)),
        Part("The whole and its sections", tuple(_whole(difference, names))),
        Part("Bibliography", tuple(_source(change, names) for change in difference.sources)),
        Part("New debt", tuple(_debts(difference.new_debt, names))),
        Part("Debt paid", tuple(_debts(difference.paid_debt, names))),
        Part("Addresses that no longer lead anywhere", tuple(map(_lost, difference.lost))),
    )
    filled = tuple(part for part in parts if part.items)
    return Report("What this changes in the argument", summary(difference), filled)


def summary(difference: Difference) -> str:
    """The numbers in a sentence."""
    counted = [
        (len(difference.of(fortune)), f"claim {fortune}", f"claims {fortune}")
        for fortune in Fortune
    ]
    counted += [
        (len(difference.sources), "source differs", "sources differ"),
        (len(difference.statuses), "status changes", "statuses change"),
        (len(difference.new_debt), "new debt", "new debts"),
    ]
    parts = [f"{number} {one if number == 1 else many}" for number, one, many in counted if number]
    if not parts:
        return "No claim differs." if difference else "The argument is the same."
    return f"{', '.join(parts)}."


def statuses(difference: Difference, names: Names) -> Iterator[Item]:
    """Each status that changes, and why."""
    changes = {change.id: change for change in difference.claims}
    for status in difference.statuses:
        arrow = f": {status.before} → {status.after}. "
        reason = f"{status.reason[:1].upper()}{status.reason[1:]}."
        change = changes.get(status.chain[-1])
        items = (_why(change, status, names),) if change else ()
        yield item(names.claim(status.claim), arrow, reason, items=items)


def _why(change: ClaimChange, status: StatusChange, names: Names) -> Item:
    over = tuple(map(names.claim, reversed(status.chain[1:-1])))
    way = (Span("; by way of "), *listed(over)) if over else ()
    return item("Why: ", *cause(change, names), way)


def _whole(difference: Difference, names: Names) -> Iterator[Item]:
    for field in difference.head:
        yield _differs(field)
    for change in difference.sections:
        yield _section(change, names)


def _section(change: Change[Section], names: Names) -> Item:
    section = change.present
    fortune = "" if change.fortune is Fortune.CHANGED else f"{change.fortune} "
    title = (strong(f"{fortune}section"), f" {names.section(section.id)}")
    return item(*title, items=map(_differs, change.fields))


def _source(change: Change[Source], names: Names) -> Item:
    source = change.present
    match change.fortune:
        case Fortune.ADDED | Fortune.REMOVED:
            head = (strong("new" if change.after else "removed"), " ", names.source(source.key))
            return item(*head, f": {source.title}")
        case Fortune.RENAMED:
            head = (strong("renamed"), " ", code(change.renamed_from))
            return item(*head, " to ", code(source.key), items=map(_differs, change.fields))
    return item(names.source(source.key), items=map(_differs, change.fields))


def _differs(field: FieldChange) -> Item:
    return item(strong(field.name), ": ", values(field))


def _debts(debts: Iterable[Owed], names: Names) -> Iterator[Item]:
    for what, group in groupby(debts, key=lambda debt: debt.what):
        subjects = tuple(names.claim(debt.subject) for debt in group)
        yield item(strong(what), ": ", listed(subjects))


def _lost(id_: str) -> Item:
    return item(code(id_))
