"""What the commands share: the folder they work on, and how problems are shown."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from claimbook.problems import Level, Problem

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


def summary(problems: Iterable[Problem]) -> str:
    """How many errors and warnings there are, in words."""
    counts = Counter(problem.level for problem in problems)
    words = (f"{n} {level}{'' if n == 1 else 's'}" for level, n in sorted(counts.items()))
    return ", ".join(words) or "no problems"
