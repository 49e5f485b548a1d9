"""`claimbook reviewed`: evidence was read again."""

from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Final, Unpack

import click

from claimbook.commands.applying import Consent, Opened, apply, changes_files, opened
from claimbook.commands.choosing import (
    a_claim,
    in_project,
)
from claimbook.commands.known import CLAIM, SOURCE
from claimbook.edit.reviewed import reviewed as edits
from claimbook.model import Claim
from claimbook.read.spelling import is_date
from claimbook.reason.review import to_read_again

EPILOG: Final = """
\b
Examples:
  claimbook reviewed raids-miss-victims                    all its evidence, today
  claimbook reviewed raids-miss-victims --source jones2010lantern --on 2026-12-01
  claimbook reviewed --all --keep-dates                    stamp what was checked before
  claimbook reviewed --stale                               list what has to be read again

\b
Exit status: 0 done (with --stale: nothing to read), 1 not written, or with --stale there is
something to read again; 2 wrong usage.
"""


class Reading(Consent):
    """What was read, and when."""

    source: tuple[str, ...]
    date: str | None
    all_claims: bool
    keep_dates: bool
    stale: bool


@click.command(epilog=EPILOG)
@click.argument("claim", required=False, type=CLAIM)
@in_project
@click.option("--source", type=SOURCE, multiple=True, help="This source only.")
@click.option("--on", "date", help="Day of the reading, as 2026-12-01; today unless given.")
@click.option("--all", "all_claims", is_flag=True, help="Every claim instead of one.")
@click.option("--keep-dates", is_flag=True, help="Stamp what was checked; its date stays.")
@click.option("--stale", is_flag=True, help="List what has to be read again; write nothing.")
@changes_files
def reviewed(claim: str | None, project: Path, **reading: Unpack[Reading]) -> None:
    """Stamp the evidence of CLAIM as read again at the source.

    The stamp remembers the wording of the claim and of the finding. An edit of meaning marks
    the evidence to be read again; spelling does not. Evidence that was looked for in vain is
    left as it is.
    """
    at = opened(project)
    if reading["stale"]:
        _list_stale(at)
        return
    if (claim is None) is not reading["all_claims"]:
        raise click.UsageError("name a CLAIM, or --all")
    date = None if reading["keep_dates"] else _day(reading["date"])
    consent: Consent = {"yes": reading["yes"], "dry_run": reading["dry_run"]}
    claims = [_named(at, claim, reading)] if claim else list(at.argument.claims.values())
    stamps = (edits(at.project, one, reading["source"], date) for one in claims)
    apply(at, chain.from_iterable(stamps), **consent)


def _named(at: Opened, id_: str, reading: Reading) -> Claim:
    claim = a_claim(at.argument, id_)
    known = {str(piece.source) for piece in claim.evidence}
    if strangers := [key for key in reading["source"] if key not in known]:
        raise click.UsageError(f"`{claim.id}` has no evidence of `{strangers[0]}`")
    return claim


def _day(given: str | None) -> str:
    day = given or datetime.now(tz=UTC).date().isoformat()
    if not is_date(day):
        raise click.UsageError(f"`{day}` is no date; write it as 2026-12-01")
    return day


def _list_stale(at: Opened) -> None:
    stale = to_read_again(at.argument)
    for one in stale:
        changed = (("the claim", one.claim_changed), ("the finding", one.finding_changed))
        what = " and ".join(word for word, is_so in changed if is_so)
        click.echo(f"{one.evidence.place}: {one.claim.id}: {one.evidence.source}: {what} changed")
    click.echo(f"{len(stale)} to be read again")
    if stale:
        raise SystemExit(1)
