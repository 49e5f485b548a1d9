"""`claimbook merge`: two claims become one."""

from pathlib import Path
from typing import Final, Unpack

import click

from claimbook.commands.applying import Consent, apply, changes_files, opened
from claimbook.commands.choosing import a_claim, in_project
from claimbook.commands.known import CLAIM
from claimbook.commands.telling import say
from claimbook.edit.merge import merge as edits

EPILOG: Final = """
\b
Example: claimbook merge kidnap-is-rare kidnap-cases-are-atypical

\b
Exit status: 0 done, 1 not written, 2 wrong usage.
"""


@click.command(epilog=EPILOG)
@click.argument("gone", type=CLAIM)
@click.argument("kept", type=CLAIM)
@in_project
@changes_files
def merge(gone: str, kept: str, project: Path, **consent: Unpack[Consent]) -> None:
    """Let the claim KEPT take the place of GONE everywhere.

    Reasons, objections and evidence of GONE go over to KEPT, whose own words stay; the id of
    GONE becomes an alias. Claims that bear on each other are not merged.
    """
    at = opened(project)
    old, new = a_claim(at.argument, gone), a_claim(at.argument, kept)
    if old is new:
        raise click.UsageError("a claim cannot be merged with itself")
    say(f"These words go: {old.statement}")
    apply(at, edits(at.project, old, new), **consent)
