"""`claimbook suggest`: safe fixes of a proposal, for its review."""

import json
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import click

from claimbook.commands.choosing import in_project
from claimbook.commands.fixing import fixed
from claimbook.commands.states import files_of_states
from claimbook.exchange.suggestions import review, suggestions
from claimbook.judging import Files, judged, surroundings
from claimbook.problems import ProblemsError
from claimbook.read.decoding import decode
from claimbook.read.revisions import RevisionError
from claimbook.rules import Outside

EPILOG: Final = """
\b
Example:
  claimbook suggest main...topic > review.json

\b
Exit status: 0 done, 1 a state cannot be read, 2 wrong usage.
"""


@click.command(epilog=EPILOG)
@click.argument("states", metavar="BASE...HEAD")
@in_project
def suggest(states: str, project: Path) -> None:
    """Print safe fixes of what HEAD changed, as a review that GitHub's interface takes.

    Both states are read from git as data; nothing is checked out and no file is touched.
    """
    try:
        base, head = files_of_states(project, (states,))
        better = fixed(head, partial(judged, outside=_outside(project)))
        texts = (_texts(base), _texts(head), _texts(_different(better, head)))
    except (RevisionError, ProblemsError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(json.dumps(review(tuple(suggestions(*texts))), ensure_ascii=False, indent=1))


def _outside(project: Path) -> Outside:
    return surroundings(project, datetime.now(UTC).date())[0]


def _different(better: Files, head: Files) -> Files:
    return {file: content for file, content in better.items() if content != head[file]}


def _texts(files: Files) -> dict[str, str]:
    return {file: decode(file, content).text for file, content in files.items()}
