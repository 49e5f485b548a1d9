"""`claimbook why`: what decides the status of a claim, and what would turn it."""

from pathlib import Path
from typing import Final

import click

from claimbook.commands.choosing import a_claim, in_project, read
from claimbook.commands.known import CLAIM
from claimbook.commands.telling import head, name, names, say
from claimbook.model import Argument
from claimbook.reason import why as reasons
from claimbook.reason.flip import TRIES, Flip, Flips, flips
from claimbook.reason.status import Value

SHOWN: Final = 5  # ways to turn a claim; more would not be read
EPILOG: Final = """
\b
Examples:
  claimbook why measures-often-do-net-harm
  claimbook why measures-often-do-net-harm --tries 100000

\b
Exit status: 0 done, 1 the files cannot be read, 2 wrong usage.
"""


@click.command(epilog=EPILOG)
@click.argument("claim", type=CLAIM)
@in_project
@click.option(
    "--tries", default=TRIES, show_default=True, help="How many combinations to try at most."
)
def why(claim: str, project: Path, tries: int) -> None:
    """Show what decides the status of CLAIM, and the smallest change that would turn it.

    The change is the fewest other claims that one would have to accept or reject; up to three
    are tried together.
    """
    argument = read(project).argument
    id_ = str(a_claim(argument, claim).id)
    _chain(argument, reasons.why(argument, id_))
    value = reasons.why(argument, id_).verdict.value
    for goal in (Value.IN, Value.OUT):
        if goal is not value:
            _turn(argument, flips(argument, id_, goal, tries))


def _chain(argument: Argument, reason: reasons.Reason, depth: int = 0) -> None:
    verdict = reason.verdict
    say(f"{name(argument, reason.claim)} – {verdict.status}: {verdict.reason}.", depth)
    for below in reason.reasons:
        if not below.seen_before:
            _chain(argument, below, depth + 1)


def _turn(argument: Argument, found: Flips) -> None:
    head("What would make it hold" if found.goal is Value.IN else "What would make it fall")
    for flip in found.found[:SHOWN]:
        say(_words(argument, flip), 1)
    if more := found.found[SHOWN:]:
        say(f"… and {len(more)} more ways of the same size.", 1)
    if not found.found:
        say(_nothing(found), 1)
    elif found.gave_up:
        say(f"There may be more: gave up after {found.tries} tries.", 1)


def _words(argument: Argument, flip: Flip) -> str:
    chosen = (("reject", flip.rejected), ("accept", flip.accepted))
    return " and ".join(f"{verb} {names(argument, ids)}" for verb, ids in chosen if ids)


def _nothing(found: Flips) -> str:
    if found.ruled_out is None:
        return "No acceptance or rejection of other claims does; it would take a new claim."
    if found.gave_up:
        return (
            f"Nothing up to {found.ruled_out} claims does; gave up after {found.tries} tries "
            "(--tries gives more)."
        )
    return f"Nothing up to {found.ruled_out} claims does; more were not tried."
