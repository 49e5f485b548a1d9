"""What an argument still owes, so that two states can be compared."""

from collections.abc import Iterator
from itertools import chain

from claimbook.model import Argument
from claimbook.reason.coverage import coverage
from claimbook.reason.diff.change import Owed
from claimbook.reason.gaps import gaps
from claimbook.reason.graph import tied
from claimbook.reason.review import to_read_again

UNMAPPED = "paragraph without a claim"
UNTIED = "no path to the thesis"
STALE = "evidence to be read again"


def debts(argument: Argument) -> frozenset[Owed]:
    """Everything that is owed: in evidence, in what is mapped, in readings, in links."""
    owed = _gaps(argument), _unmapped(argument), _untied(argument), _stale(argument)
    return frozenset(chain.from_iterable(owed))


def new_debt(before: Argument, after: Argument) -> tuple[Owed, ...]:
    """What is owed since, in the order of names."""
    return tuple(sorted(debts(after) - debts(before)))


def paid_debt(before: Argument, after: Argument) -> tuple[Owed, ...]:
    """What is owed no longer by something that is still there."""
    settled = debts(before) - debts(after)
    return tuple(sorted(debt for debt in settled if _exists(debt, after)))


def _gaps(argument: Argument) -> Iterator[Owed]:
    for gap, claims in gaps(argument).claims.items():
        yield from (Owed(gap, claim.id) for claim in claims)


def _unmapped(argument: Argument) -> Iterator[Owed]:
    for paragraph in coverage(argument):
        if not paragraph.claims and not paragraph.skipped:
            yield Owed(UNMAPPED, f"{paragraph.section.id} ¶{paragraph.number}")


def _untied(argument: Argument) -> Iterator[Owed]:
    reached = tied(argument)
    return (Owed(UNTIED, id_) for id_ in argument.claims if id_ not in reached)


def _stale(argument: Argument) -> Iterator[Owed]:
    return (Owed(STALE, stale.claim.id) for stale in to_read_again(argument))


def _exists(debt: Owed, argument: Argument) -> bool:
    return debt.what == UNMAPPED or debt.subject in argument.claims
