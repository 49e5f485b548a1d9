"""`claimbook doctor`: what is missing on this machine."""

from pathlib import Path
from typing import Final

import click

from claimbook.commands.choosing import in_project
from claimbook.commands.examining import Finding, examine

EPILOG: Final = """
\b
Example: claimbook doctor

\b
Exit status: 0 nothing that is needed is missing, 1 something is, 2 wrong usage.
"""
_MARKS: Final = {True: ("ok", "green"), False: ("MISSING", "red"), None: ("without", "yellow")}


@click.command(epilog=EPILOG)
@in_project
def doctor(project: Path) -> None:
    """Look for what checking, building and serving need, and say how to get what is missing."""
    findings = tuple(examine(project))
    for finding in findings:
        _tell(finding)
    missing = sum(finding.there is False for finding in findings)
    click.echo(f"\nNeeded and missing: {missing or 'nothing'}.")
    if missing:
        raise SystemExit(1)


def _tell(finding: Finding) -> None:
    mark, colour = _MARKS[finding.there]
    click.echo(f"{click.style(f'{mark:>8}', fg=colour)}  {finding.what}: {finding.found}")
    if finding.there is not True:
        click.echo(f"          {finding.advice}")
