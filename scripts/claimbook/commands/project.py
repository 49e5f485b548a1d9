"""What the commands share: the folder they work on, and how problems are shown."""

from collections.abc import Iterable
from pathlib import Path

import click

from claimbook.exchange.problems import summary
from claimbook.problems import Level, Problem

__all__ = ["folder", "show", "summary"]

folder = click.argument(
    "project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
)


def show(problems: Iterable[Problem]) -> None:
    """Print every problem on a line of its own, and what to do about it below."""
    for problem in problems:
        colour = "red" if problem.level is Level.ERROR else "yellow"
        click.echo(f"{problem.place}: {click.style(problem.rule, fg=colour)}: {problem.message}")
        if problem.hint:
            click.echo(f"    {problem.hint}")
