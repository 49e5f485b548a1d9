"""`claimbook show`: a claim with all that bears on it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from claimbook.commands.choosing import a_claim, in_project, read
from claimbook.commands.known import CLAIM
from claimbook.commands.telling import head, name, say
from claimbook.model import Argument, Claim, Evidence, Step
from claimbook.pages.reference import labels
from claimbook.reason.graph import Graph
from claimbook.reason.review import to_read_again
from claimbook.reason.verdict import Verdict, verdicts

EPILOG: Final = """
\b
Example: claimbook show kidnap-cases-are-atypical

\b
Exit status: 0 done, 1 the files cannot be read, 2 wrong usage.
"""


@click.command(epilog=EPILOG)
@click.argument("claim", type=CLAIM)
@in_project
def show(claim: str, project: Path) -> None:
    """Show CLAIM: who says it, its status, reasons, objections, uses and evidence."""
    argument = read(project).argument
    found = a_claim(argument, claim)
    verdict = verdicts(argument)[found.id]
    _head(argument, found, verdict)
    _list("Because", (_step(argument, step) for step in found.steps))
    _list("But", (name(argument, id_) for id_ in Graph(argument).rebutted_by[found.id]))
    _list("Used in", _uses(argument, found.id))
    _list("Evidence", _evidence(argument, found))
    for title, text in (("The editors’ reading", found.assessment), ("Note", found.note)):
        _list(title, [text] if text else [])


def _head(argument: Argument, claim: Claim, verdict: Verdict) -> None:
    click.secho(f"{claim.id}  {claim.place}", fg="cyan")
    say(str(claim.statement))
    where = ", ".join(f"¶{number}" for number in claim.paragraphs)
    section = argument.section_of(claim).title
    say(f"{claim.voice}, {' '.join(filter(None, (section, where)))}; {claim.kind}")
    say(f"{verdict.status}: {verdict.reason}")


def _list(title: str, lines: Iterable[str]) -> None:
    if several := tuple(lines):
        head(title)
        for line in several:
            say(line, 1)


def _step(argument: Argument, step: Step) -> str:
    known = [id_ for id_ in step.premises if id_ in argument.claims]
    unless = [id_ for id_ in step.undercutters if id_ in argument.claims]
    parts = [" with ".join(name(argument, id_) for id_ in known)]
    parts += [f"unless {name(argument, id_)}" for id_ in unless]
    return "; ".join((*parts, *filter(None, (step.scheme, step.warrant))))


def _uses(argument: Argument, id_: str) -> Iterable[str]:
    graph = Graph(argument)
    for step in graph.used_in.get(id_, ()):
        yield f"a reason for {name(argument, step.conclusion)}"
    for target in graph.rebuts.get(id_, ()):
        yield f"an objection to {name(argument, target)}"
    for step in graph.undercuts.get(id_, ()):
        yield f"an objection to a step to {name(argument, step.conclusion)}"


def _evidence(argument: Argument, claim: Claim) -> Iterable[str]:
    known = labels(argument.sources.values())
    stale = {stale.evidence.place for stale in to_read_again(argument)}
    for piece in claim.evidence:
        again = " TO BE READ AGAIN." if piece.place in stale else ""
        label = known.get(piece.source, piece.source)
        yield f"{label} ({piece.source}) {piece.bearing}: {piece.finding} {_how(piece)}{again}"


def _how(piece: Evidence) -> str:
    parts = (piece.locator, f"read: {piece.reading}", piece.checked and f"checked {piece.checked}")
    return f"[{'; '.join(filter(None, parts))}]"
