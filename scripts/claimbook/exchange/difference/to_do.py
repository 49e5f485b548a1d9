"""The reviewer's list in words."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from claimbook.exchange.difference.names import Names
from claimbook.exchange.difference.report import Item, Span, code, item
from claimbook.reason.diff.tasks import Action, Task

_WHICH: Final = (
    "? It belongs in ",
    code("but"),
    " if it denies the claim, in ",
    code("unless"),
    " if only the step.",
)


def to_do(found: Iterable[Task], names: Names) -> Iterator[Item]:
    """Boxes to tick, one for each source to open and one for each other task."""
    for (action, source), group in groupby(found, key=lambda task: (task.action, task.source)):
        several = tuple(group)
        if action is Action.OPEN:
            items = (_piece(task, names) for task in several)
            yield item("Open ", names.source(source), ":", items=items, to_do=True)
        else:
            yield from (item(*_words(task, names), to_do=True) for task in several)


def _piece(task: Task, names: Names) -> Item:
    where = f" at {task.piece.locator}" if task.piece and task.piece.locator else ""
    figures = f"confirm {', '.join(task.figures)}" if task.figures else "confirm the finding"
    return item(f"{figures}{where}, for ", names.claim(task.claim))


def _words(task: Task, names: Names) -> tuple[str | Span, ...]:
    claim, source = names.claim(task.claim), names.source(task.source)
    match task.action:
        case Action.REREAD:
            return ("Does each piece of evidence bear on the new wording of ", claim, "?")
        case Action.MISS:
            return ("Why was the evidence of ", source, " taken out of ", claim, "?")
        case Action.ENTRY:
            fields = ", ".join(task.fields) or "author, year, title and address"
            return (f"Confirm {fields} of ", source, ".")
        case Action.OBJECTION:
            return ("Does ", names.claim(task.by), " meet ", claim, *_WHICH)
        case Action.STATUS:
            return ("Is the new status of ", claim, " what the sources bear out?")
    return ("Keep the address of ", code(task.claim), " by an alias.")
