"""`claimbook impact`: what changes if a claim or a source falls."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from claimbook.commands.choosing import a_claim, in_project, read
from claimbook.commands.known import EITHER
from claimbook.commands.telling import head, name, say
from claimbook.model import Argument
from claimbook.reason import fall
from claimbook.reason import impact as impacts
from claimbook.reason.impact import Turn

EPILOG: Final = """
\b
Examples:
  claimbook impact platt2018associations        a source, by its key
  claimbook impact kidnap-cases-are-atypical    a claim, by its id

\b
Exit status: 0 done, 1 the files cannot be read, 2 wrong usage.
"""


@click.command(epilog=EPILOG)
@click.argument("what", metavar="CLAIM|SOURCE", type=EITHER)
@in_project
def impact(what: str, project: Path) -> None:
    """Show what changes in the argument if a claim is given up or a source withdrawn."""
    argument = read(project).argument
    if what in argument.sources:
        _of_source(argument, what)
    else:
        _of_claim(argument, str(a_claim(argument, what).id))


def _of_claim(argument: Argument, id_: str) -> None:
    found = fall.of_claim(argument, id_)
    say(f"If {name(argument, id_)} falls:")
    _list(argument, "It bears directly on", found.bears_on)
    _turns(argument, found.turned)


def _of_source(argument: Argument, key: str) -> None:
    found = impacts.of_source(argument, key)
    say(f"If {argument.sources[key].title} ({key}) falls:")
    if with_it := found.fallen[1:]:
        say(f"With it fall works derived from it: {', '.join(with_it)}.", 1)
    _list(argument, "Claims that lose evidence", found.touched)
    _list(argument, "Claims that no source supports any more", found.unsupported)
    _turns(argument, found.turned)


def _list(argument: Argument, title: str, ids: Iterable[str]) -> None:
    if several := tuple(ids):
        head(f"{title} ({len(several)})")
        for id_ in several:
            say(name(argument, id_), 1)


def _turns(argument: Argument, turned: tuple[Turn, ...]) -> None:
    head(f"Statuses that change ({len(turned)})")
    for turn in turned:
        arrow = f"{turn.before.status} → {turn.after.status}"
        say(f"{name(argument, turn.claim)}: {arrow}; {turn.after.reason}.", 1)
    if not turned:
        say("None: what depends on it stands on other grounds or fell before.", 1)
