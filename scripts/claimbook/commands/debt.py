"""`claimbook debt`: what the claims owe, section by section, and how that changed."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import click

from claimbook.commands.choosing import in_project, read
from claimbook.commands.project import show
from claimbook.exchange.debt_history import FILE, from_text, to_text
from claimbook.links.store import Store
from claimbook.model import Argument
from claimbook.pages.leads import silent
from claimbook.problems import ProblemsError
from claimbook.read import load
from claimbook.read.history import Commit, commits, thinned
from claimbook.read.revisions import RevisionError, collect_at
from claimbook.reason.debt import Debt, Moment, debt_by_section
from claimbook.reason.gaps import OWED, Gaps, gaps

MOST: Final = 12  # moments of a history: each takes as long as reading the project
EPILOG: Final = f"""
\b
Examples:
  claimbook debt            one figure a section, and what is owed how often
  claimbook debt --record   also keep the history, from git, in {FILE} for the site

\b
Exit status: 0 done, 1 the files or the history cannot be read, 2 wrong usage.
"""


@click.command(epilog=EPILOG)
@in_project
@click.option("--record", is_flag=True, help=f"Work out the history from git; keep it in {FILE}.")
def debt(project: Path, *, record: bool) -> None:
    """Show how many claims owe something, by section.

    A claim owes a source, a second origin, a reading beyond abstracts, a second reading, or an
    address that still answers.
    """
    argument = read(project).argument
    try:
        found = gaps(argument, silent(argument, Store(project).results))
        for line in (*_by_section(argument, found), "", *_by_gap(found)):
            click.echo(line)
        if record:
            click.echo(f"\nmoments of the history in {FILE}: {_record(project)}")
    except ProblemsError as error:
        show(error.problems, project)
        raise SystemExit(1) from None
    except RevisionError as error:
        click.echo(f"there is no history to record: {error}", err=True)
        raise SystemExit(1) from None


def _by_section(argument: Argument, gaps_: Gaps) -> Iterator[str]:
    found = debt_by_section(argument, gaps_)
    yield "  owing  claims  share"
    for section in argument.sections:
        yield _line(found[section.id], section.title)
    yield _line(found[""], "all sections")


def _line(owed: Debt, title: str) -> str:
    return f"  {owed.owing:>5}  {owed.claims:>6}  {owed.share:>4.0%}   {title}"


def _by_gap(found: Gaps) -> Iterator[str]:
    return (f"  {len(found.claims[gap]):>5}  {gap}" for gap in OWED)


def _record(project: Path) -> int:
    """Write the history; moments that are known from before are not worked out again."""
    path = project / FILE
    moments = tuple(_moments(project, thinned(commits(project), MOST), _known(path)))
    path.parent.mkdir(exist_ok=True)
    path.write_text(to_text(moments), encoding="utf-8", newline="\n")
    return len(moments)


def _known(path: Path) -> tuple[Moment, ...]:
    try:
        return (
            from_text(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else ()
        )
    except ProblemsError:
        return ()  # damaged: worked out anew


def _moments(project: Path, chosen: Iterable[Commit], known: Iterable[Moment]) -> Iterator[Moment]:
    """The moments of commits whose files can be read whole."""
    by_commit = {moment.commit: moment for moment in known}
    for commit in chosen:
        if commit.id in by_commit:
            yield by_commit[commit.id]
            continue
        loaded = load(collect_at(project, commit.id))
        if loaded.whole:
            yield Moment(commit.time, commit.id, debt_by_section(loaded.argument))
