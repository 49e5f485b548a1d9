"""`claimbook new evidence`."""

from pathlib import Path
from typing import Final, Unpack

import click

from claimbook.commands.applying import Consent, apply, changes_files, opened
from claimbook.commands.choosing import a_claim, in_project
from claimbook.commands.known import CLAIM, SOURCE
from claimbook.edit.create import new_evidence
from claimbook.edit.layout import Value
from claimbook.edit.project import EVIDENCE_KEYS
from claimbook.model import Bearing, Reading

EPILOG: Final = """
\b
Examples:
  claimbook new evidence raids-miss-victims
  claimbook new evidence raids-miss-victims --source jones2010lantern --bearing opposes \\
      --finding "Police found 24 per cent fewer minors." --read abstract --locator "p. 12"

\b
Exit status: 0 done, 1 not written, 2 wrong usage.
"""


class Fields(Consent):
    """What the source says, and how far it was read."""

    source: str
    bearing: str
    finding: str
    read: str
    locator: str | None
    limits: str | None
    read_at: str | None
    quote: str | None


@click.command(epilog=EPILOG)
@click.argument("claim", type=CLAIM)
@in_project
@click.option("--source", prompt="Source, by its key", type=SOURCE, help="Key in references.bib.")
@click.option(
    "--bearing",
    type=click.Choice([str(bearing) for bearing in Bearing]),
    prompt="How it bears on the claim",
    help="How the finding bears on the claim.",
)
@click.option(
    "--finding", prompt="Finding, in your own words", help="What it found, with its figures."
)
@click.option(
    "--read",
    type=click.Choice([str(reading) for reading in Reading]),
    prompt="How far you read it",
    help="How much of the source was read.",
)
@click.option("--locator", help="Where in the source it stands, such as `Table 3`.")
@click.option("--limits", help="Design of the study and what it cannot show.")
@click.option("--read-at", help="Where it was read, if not at the source itself.")
@click.option("--quote", help="A few exact words to find at the source.")
@changes_files
def evidence(claim: str, project: Path, **fields: Unpack[Fields]) -> None:
    """Write down what a source found that bears on CLAIM, whichever side it helps."""
    at = opened(project)
    found = a_claim(at.argument, claim)
    edits = new_evidence(at.project, found, _given(fields))
    apply(at, edits, yes=fields["yes"], dry_run=fields["dry_run"])


def _given(fields: Fields) -> dict[str, Value]:
    """The fields that somebody filled in, by their keys in the files."""
    texts = ((key, fields.get(key)) for key in EVIDENCE_KEYS)
    return {key: text.strip() for key, text in texts if isinstance(text, str) and text.strip()}
