"""How much of a map is owed: one figure a section, comparable over time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimbook.model import Argument, Claim
from claimbook.reason.gaps import Gaps, gaps


@dataclass(frozen=True)
class Debt:
    """How many claims there are, and how many of them owe something."""

    claims: int
    owing: int

    @property
    def share(self) -> float:
        """The share of claims that owe something; 0 where there is no claim."""
        return self.owing / self.claims if self.claims else 0.0


@dataclass(frozen=True)
class Moment:
    """What was owed at a commit, made at an ISO time; by the whole it is under an empty name."""

    time: str
    commit: str
    debts: Mapping[str, Debt]


def debt(claims: Iterable[Claim], found: Gaps) -> Debt:
    """The debt of some claims."""
    owing = [bool(found.debt(claim.id)) for claim in claims]
    return Debt(len(owing), sum(owing))


def debt_by_section(argument: Argument, found: Gaps | None = None) -> dict[str, Debt]:
    """The debt of each section by its id, and of the whole under an empty name."""
    known = found or gaps(argument)
    whole = debt(argument.claims.values(), known)
    return {"": whole} | {s.id: debt(s.claims, known) for s in argument.sections}
