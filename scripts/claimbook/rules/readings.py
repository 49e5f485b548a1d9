"""Each finding was read for what stands there now."""

from collections.abc import Iterator

from claimbook.model import Argument
from claimbook.reason.review import Stale, to_read_again
from claimbook.rules.finding import Finding


def stale_reading(argument: Argument) -> Iterator[Finding]:
    """Every finding was read again since it, or the claim that it bears on, changed its meaning."""
    for stale in to_read_again(argument):
        piece = stale.evidence
        message = f"{_what(stale)} changed since `{piece.source}` was read"
        hint = f"read it again, then run `claimbook reviewed {stale.claim.id}`"
        yield Finding(piece.place, message, hint, stale.claim)


def _what(stale: Stale) -> str:
    changed = (("the claim", stale.claim_changed), ("the finding", stale.finding_changed))
    return " and ".join(text for text, is_so in changed if is_so)
