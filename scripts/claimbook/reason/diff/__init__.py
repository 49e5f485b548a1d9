"""Two states of an argument compared as arguments, not as lines."""

from claimbook.model import Argument
from claimbook.reason.diff import fields
from claimbook.reason.diff.change import (
    Change,
    ClaimChange,
    Difference,
    FieldChange,
    Fortune,
    Names,
    Owed,
    StatusChange,
)
from claimbook.reason.diff.comparing import claim_changes, section_changes, source_changes
from claimbook.reason.diff.debt import new_debt, paid_debt
from claimbook.reason.diff.pairing import names
from claimbook.reason.diff.statuses import status_changes
from claimbook.reason.diff.translation import translated

__all__ = [
    "Change",
    "ClaimChange",
    "Difference",
    "FieldChange",
    "Fortune",
    "Names",
    "Owed",
    "StatusChange",
    "diff",
    "names",
    "translated",
]


def diff(before: Argument, after: Argument) -> Difference:
    """Everything in which two states of an argument differ; false where nothing does."""
    known = names(before, after)
    earlier = translated(before, known)
    claims = tuple(claim_changes(earlier, after, known))
    return Difference(
        head=fields.changed(fields.of_argument(earlier), fields.of_argument(after)),
        sections=tuple(section_changes(earlier, after, known)),
        claims=claims,
        sources=tuple(source_changes(earlier, after, known)),
        statuses=status_changes(earlier, after, claims),
        new_debt=new_debt(earlier, after),
        paid_debt=paid_debt(earlier, after),
        lost=tuple(sorted(_addresses(before) - _addresses(after))),
    )


def _addresses(argument: Argument) -> set[str]:
    aliases = (alias for claim in argument.claims.values() for alias in claim.aliases)
    return {str(name) for name in (*argument.claims, *aliases)}
