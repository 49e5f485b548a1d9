"""`claimbook check`: every rule over a project."""

from collections.abc import Iterator
from datetime import UTC, datetime
from difflib import unified_diff
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from claimbook import cache
from claimbook.commands.project import colour, folder, report_on, style
from claimbook.commands.putting import put
from claimbook.exchange.problems import FORMS, Report, text, visible
from claimbook.judging import Files, Judge, judged, surroundings
from claimbook.lazy import Lazy
from claimbook.model import Argument
from claimbook.problems import Level, ProblemsError
from claimbook.read import collect
from claimbook.read.decoding import readable

if TYPE_CHECKING:
    from claimbook.commands import fixing
else:
    fixing = Lazy("claimbook.commands.fixing")

_COLOURS: Final = {"+": "green", "-": "red", "@": "cyan"}
_EPILOG: Final = """
\b
Examples:
  claimbook check                  all problems, with what to do about each
  claimbook check --fix            put right what is safe to, after asking
  claimbook check --format github  for annotations of a pull request

\b
Exit status: 0 no errors, 1 errors, 2 wrong usage.
"""


@click.command(epilog=_EPILOG)
@folder
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMS]),
    default="text",
    help="text for people (default), or a form that programs read.",
)
@click.option("--fix", is_flag=True, help="Put right what is safe to, and say what changes.")
@click.option("-y", "--yes", is_flag=True, help="With --fix: write without asking.")
@click.option("--dry-run", is_flag=True, help="With --fix: show what would change, write nothing.")
def check(project: Path, form: str, *, fix: bool, yes: bool, dry_run: bool) -> None:
    """Check the argument in PROJECT (this folder unless named) against every rule.

    Shows all problems of all files at once, each with file, line and column and what to do.
    """
    if (yes or dry_run) and not fix:
        raise click.UsageError("--yes and --dry-run say how to --fix")
    try:
        outside, damage = surroundings(project, datetime.now(UTC).date())
        files: Files = collect(project)
    except ProblemsError as error:
        _tell(report_on(error.problems, project, {}), form)
    else:
        judge = partial(judged, outside=outside)
        if fix:
            files = _fix(project, files, judge, yes=yes, dry_run=dry_run)
        with cache.opened(project, cache.READINGS) as keep:
            found = judge(files, keep=keep)
        problems = tuple(sorted({*found.problems, *damage}))
        _tell(report_on(problems, project, files, _size(found.argument)), form)


def _tell(report: Report, form: str) -> None:
    """Print a report; end with status 1 where it has an error."""
    if form == "text":
        click.echo(text(report, style), nl=False, color=colour())
    else:
        click.echo(FORMS[form](report), nl=False)
    if any(problem.level is Level.ERROR for problem in report.problems):
        raise SystemExit(1)


def _fix(root: Path, files: Files, judge: Judge, *, yes: bool, dry_run: bool) -> Files:
    """The files with what is safe put right, as far as the person lets it be written."""
    better = fixing.fixed(files, judge)
    new = {file: content for file, content in better.items() if content != files[file]}
    for file, content in new.items():
        _show(file, files[file], content)
    if not new:
        click.echo("Nothing here can be put right safely without you.", err=True)
        return files
    if dry_run:
        click.echo("Dry run: nothing was written.", err=True)
        return files
    if not yes:
        click.confirm("Write this?", abort=True, err=True)
    put(root, files, new)
    click.echo(f"Written: {', '.join(new)}.", err=True)
    return better


def _show(file: str, before: bytes, after: bytes) -> None:
    """Tell what changes in a file; of its form, which no line shows, in words."""
    for line in _compared(file, before, after):
        shown = click.style(visible(line), fg=_COLOURS.get(line[:1]))
        click.echo(shown, err=True, color=colour())
    if before.count(b"\r"):
        click.echo(f"{file}: line ends of Windows become plain ones", err=True)
    if before.startswith(b"\xef\xbb\xbf"):
        click.echo(f"{file}: the byte-order mark goes", err=True)


def _compared(file: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (readable(content).split("\n") for content in (before, after))
    return unified_diff(old, new, file, file, n=1, lineterm="")


def _size(argument: Argument) -> str:
    counts = {
        ("claim", "claims"): len(argument.claims),
        ("step", "steps"): len(argument.steps),
        ("piece of evidence", "pieces of evidence"): sum(1 for _ in argument.evidence()),
        ("source", "sources"): len(argument.sources),
    }
    parts = (f"{n} {one if n == 1 else many}" for (one, many), n in counts.items())
    return ", ".join(parts)
