"""Why a claim has its status: the chain that decides it."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimbook.model import Argument
from claimbook.reason.verdict import Verdict, verdicts


@dataclass(frozen=True)
class Reason:
    """A claim with its verdict, and the claims that decided it.

    A claim that was explained before on the way is `seen_before` and explained no further.
    """

    claim: str
    verdict: Verdict
    reasons: tuple["Reason", ...] = ()
    seen_before: bool = False


def why(argument: Argument, claim: str) -> Reason:
    """The claims that decide the status of `claim`, and those that decide theirs, to the end."""
    return _reason(claim, verdicts(argument), set())


def _reason(claim: str, found: Mapping[str, Verdict], seen: set[str]) -> Reason:
    verdict = found[claim]
    if claim in seen:
        return Reason(claim, verdict, seen_before=True)
    seen.add(claim)
    return Reason(claim, verdict, tuple(_reason(id_, found, seen) for id_ in verdict.deciding))
