"""`claimbook check`: every rule over a project."""

from datetime import UTC, datetime
from pathlib import Path

import click

from claimbook.commands.project import folder, show, summary
from claimbook.model import Argument
from claimbook.pipeline import problems
from claimbook.problems import Level


@click.command(epilog="Example: claimbook check")
@folder
def check(project: Path) -> None:
    """Check the argument in PROJECT (this folder unless named) against every rule.

    Shows all problems of all files at once, each with file, line and column and what to do.
    """
    argument, found = problems(project, datetime.now(UTC).date())
    show(found)
    click.echo(f"{summary(found)} in {_size(argument)}")
    if any(problem.level is Level.ERROR for problem in found):
        raise SystemExit(1)


def _size(argument: Argument) -> str:
    evidence = sum(1 for _ in argument.evidence())
    return (
        f"{len(argument.claims)} claims, {len(argument.steps)} steps, "
        f"{evidence} pieces of evidence, {len(argument.sources)} sources"
    )
