"""`claimbook split`: one claim becomes two."""

from pathlib import Path
from typing import Final, Unpack

import click

from claimbook.commands.applying import Consent, apply, changes_files, opened
from claimbook.commands.choosing import a_claim, a_new_id, in_project
from claimbook.commands.known import CLAIM
from claimbook.edit.split import split as edits

EPILOG: Final = """
\b
Examples:
  claimbook split raids-miss-victims raids-blur-who-is-a-victim \\
      --claim "Raids blur who is a victim." --evidence 2 --evidence 3 --because 1

\b
Exit status: 0 done, 1 not written, 2 wrong usage.
"""


class Parts(Consent):
    """The words of the new claim, and the numbers of what goes over to it."""

    statement: str
    short: str | None
    because: tuple[int, ...]
    but: tuple[int, ...]
    evidence: tuple[int, ...]


@click.command(epilog=EPILOG)
@click.argument("claim", type=CLAIM)
@click.argument("new")
@in_project
@click.option("--claim", "statement", required=True, help="What the new claim says.")
@click.option("--short", help="Its short form for maps.")
@click.option("--because", type=int, multiple=True, help="Number of a reason that goes over.")
@click.option("--but", type=int, multiple=True, help="Number of an objection that goes over.")
@click.option("--evidence", type=int, multiple=True, help="Number of evidence that goes over.")
@changes_files
def split(claim: str, new: str, project: Path, **parts: Unpack[Parts]) -> None:
    """Take a second claim out of CLAIM, with the id NEW, and put it behind.

    It has the same kind, voice and paragraphs. Reasons, objections and evidence go over by
    their numbers, counted from 1 as `claimbook show` lists them. What rested on CLAIM still
    does.
    """
    at = opened(project)
    found = a_claim(at.argument, claim)
    a_new_id(at.argument, new)
    lists = {"because": found.steps, "but": found.rebutters, "evidence": found.evidence}
    chosen = {key: _positions(key, parts[key], len(there)) for key, there in lists.items()}  # type: ignore[literal-required]
    words = {"claim": parts["statement"].strip(), "short": (parts["short"] or "").strip()}
    texts = {key: text for key, text in words.items() if text}
    filled = {key: positions for key, positions in chosen.items() if positions}
    consent: Consent = {"yes": parts["yes"], "dry_run": parts["dry_run"]}
    apply(at, edits(at.project, found, new, texts, filled), **consent)


def _positions(key: str, numbers: tuple[int, ...], count: int) -> list[int]:
    for number in numbers:
        if not 1 <= number <= count:
            raise click.UsageError(f"--{key} {number}: it has {count}, counted from 1")
    return sorted({number - 1 for number in numbers})
