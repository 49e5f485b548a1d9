"""What the commands share: the folder they work on, and how problems are shown."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from claimbook.exchange.problems import Report, listing, summary
from claimbook.problems import Problem, ProblemsError
from claimbook.read import collect
from claimbook.read.decoding import readable

__all__ = ["colour", "folder", "report_on", "show", "style", "summary"]

folder = click.argument(
    "project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
)


def show(problems: Iterable[Problem], root: Path, files: Mapping[str, bytes] | None = None) -> None:
    """Print every problem with the line that it is about: of `files`, or of those in the folder."""
    report = report_on(tuple(sorted(problems)), root, _present(root) if files is None else files)
    click.echo(listing(report, style), nl=False, color=colour())


def report_on(
    problems: tuple[Problem, ...], root: Path, files: Mapping[str, bytes], scope: str = ""
) -> Report:
    """Problems with the lines that they are about, and with the pages on their rules."""
    named = {problem.place.file for problem in problems} & files.keys()
    texts = {file: readable(files[file]) for file in named}
    return Report(problems, texts, _pages(root, problems), scope)


def style(words: str, colour: str) -> str:
    """Words in a colour, as terminals show it."""
    return click.style(words, fg=colour)


def colour() -> bool | None:
    """False where the person wants none, whatever the terminal can: see no-color.org."""
    return False if os.environ.get("NO_COLOR") else None


def _present(root: Path) -> Mapping[str, bytes]:
    try:
        return collect(root)
    except ProblemsError:
        return {}


def _pages(root: Path, problems: tuple[Problem, ...]) -> Mapping[str, str]:
    """Where each rule is explained: on the site if its address is known, else in a file."""
    site = os.environ.get("SITE_URL", "").rstrip("/")
    rules = {problem.rule for problem in problems}
    files = {rule: f"docs/rules/{rule}.md" for rule in rules}
    there = {rule: file for rule, file in files.items() if (root / file).is_file()}
    return {rule: f"{site}/rules/{rule}/" if site else file for rule, file in there.items()}
