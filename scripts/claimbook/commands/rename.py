"""`claimbook rename`: a claim under another id, everywhere."""

from pathlib import Path
from typing import Final, Unpack

import click

from claimbook.commands.applying import Consent, apply, changes_files, opened
from claimbook.commands.choosing import a_claim, a_new_id, in_project
from claimbook.commands.known import CLAIM
from claimbook.edit.rename import rename as edits

EPILOG: Final = """
\b
Example: claimbook rename kidnap-cases-are-atypical kidnap-is-rare

\b
Exit status: 0 done, 1 not written, 2 wrong usage.
"""


@click.command(epilog=EPILOG)
@click.argument("old", type=CLAIM)
@click.argument("new")
@in_project
@changes_files
def rename(old: str, new: str, project: Path, **consent: Unpack[Consent]) -> None:
    """Give the claim OLD the id NEW, in every file that names it.

    The former id stays behind as an alias, so that its address keeps working.
    """
    at = opened(project)
    claim = a_claim(at.argument, old)
    a_new_id(at.argument, new, of=claim)
    apply(at, edits(at.project, claim, new), **consent)
