"""`claimbook stats`: an argument in numbers."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import click

from claimbook.commands.choosing import in_project, read
from claimbook.commands.telling import head
from claimbook.model import Argument, Bearing, Reading, Voice
from claimbook.reason.coverage import coverage
from claimbook.reason.gaps import gaps
from claimbook.reason.review import to_read_again
from claimbook.reason.verdict import Status, verdicts

EPILOG: Final = """
\b
Examples:
  claimbook stats
  claimbook stats --json | jq .claims

\b
Exit status: 0 done, 1 the files cannot be read, 2 wrong usage.
"""

Table = Mapping[str, int]


@click.command(epilog=EPILOG)
@in_project
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
def stats(project: Path, *, as_json: bool) -> None:
    """Count claims, steps, evidence and sources, statuses, and what is owed."""
    tables = _tables(read(project).argument)
    if as_json:
        click.echo(json.dumps(tables, ensure_ascii=False, indent=1))
        return
    for title, table in tables.items():
        head(title)
        for label, number in table.items():
            click.echo(f"  {number:>5}  {label}")


def _tables(argument: Argument) -> Mapping[str, Table]:
    pieces = [piece for _, piece in argument.evidence()]
    claims = argument.claims.values()
    found = verdicts(argument)
    return {
        "argument": _sizes(argument),
        "claims by section": {str(s.title): len(s.claims) for s in argument.sections},
        "claims by voice": _counted(Voice, (claim.voice for claim in claims)),
        "claims by status": _counted(Status, (found[claim.id].status for claim in claims)),
        "evidence by bearing": _counted(Bearing, (piece.bearing for piece in pieces)),
        "evidence by how far it was read": _counted(Reading, (p.reading for p in pieces)),
        "owed": _owed(argument),
    }


def _sizes(argument: Argument) -> Table:
    steps = argument.steps.values()
    paragraphs = coverage(argument)
    return {
        "claims": len(argument.claims),
        "steps": len(argument.steps),
        "objections to claims": sum(len(c.rebutters) for c in argument.claims.values()),
        "objections to steps": sum(len(step.undercutters) for step in steps),
        "pieces of evidence": sum(1 for _ in argument.evidence()),
        "sources": len(argument.sources),
        "paragraphs": len(paragraphs),
        "paragraphs with a claim": sum(bool(paragraph.claims) for paragraph in paragraphs),
    }


def _owed(argument: Argument) -> Table:
    owed = {str(gap): len(claims) for gap, claims in gaps(argument).claims.items()}
    unread = sum(not piece.checked for _, piece in argument.evidence())
    again = len(to_read_again(argument))
    return owed | {"evidence never read a second time": unread, "evidence to be read again": again}


def _counted(kinds: Iterable[str], values: Iterable[str]) -> Table:
    counts = Counter(values)
    return {str(kind): counts[kind] for kind in kinds if counts[kind]}
