"""`claimbook restate`: a claim in other words."""

from pathlib import Path
from typing import Final, Unpack

import click

from claimbook.commands.applying import Consent, apply, changes_files, opened
from claimbook.commands.choosing import a_claim, in_project
from claimbook.commands.known import CLAIM
from claimbook.commands.telling import say
from claimbook.edit.restate import restate as edits
from claimbook.reason.spelling import only_spelling, vocabulary

EPILOG: Final = """
\b
Examples:
  claimbook restate raids-miss-victims "Raids miss most of those they are meant to find."
  claimbook restate raids-miss-victims "Raids miss most victims." --short "Raids miss victims"

\b
Exit status: 0 done, 1 not written, 2 wrong usage.
"""


class Wording(Consent):
    """Other words than the statement."""

    short: str | None


@click.command(epilog=EPILOG)
@click.argument("claim", type=CLAIM)
@click.argument("statement")
@in_project
@click.option("--short", help="The short form for maps.")
@changes_files
def restate(claim: str, statement: str, project: Path, **wording: Unpack[Wording]) -> None:
    """Give CLAIM another STATEMENT, one sentence.

    Says which evidence has to be read again because the meaning changed.
    """
    at = opened(project)
    found = a_claim(at.argument, claim)
    if not statement.strip():
        raise click.UsageError("a claim says something")
    texts = {"claim": statement.strip(), "short": (wording["short"] or "").strip()}
    filled = {key: text for key, text in texts.items() if text}
    if not only_spelling(found.statement, statement, vocabulary(at.argument)) and found.evidence:
        count = len(found.evidence)
        say(f"The meaning changes: read its evidence again ({count}), then `claimbook reviewed`.")
    consent: Consent = {"yes": wording["yes"], "dry_run": wording["dry_run"]}
    apply(at, edits(at.project, found, filled), **consent)
