"""`claimbook move`: a claim to another place."""

from pathlib import Path
from typing import Final, Unpack

import click

from claimbook.commands.applying import Consent, Opened, apply, changes_files, opened
from claimbook.commands.choosing import (
    a_claim,
    a_section,
    in_project,
)
from claimbook.commands.known import CLAIM, SECTION
from claimbook.edit.move import move as edits
from claimbook.model import Claim, Section

EPILOG: Final = """
\b
Examples:
  claimbook move raids-miss-victims --after rescue-raids-target-sex-work
  claimbook move raids-miss-victims --to migration --paragraph 2

\b
Exit status: 0 done, 1 not written, 2 wrong usage.
"""


class Goal(Consent):
    """Where a claim is to go."""

    section: str | None
    behind: str | None
    first: bool
    paragraph: tuple[int, ...]


@click.command(epilog=EPILOG)
@click.argument("claim", type=CLAIM)
@in_project
@click.option("--to", "section", type=SECTION, help="Section to go to.")
@click.option("--after", "behind", type=CLAIM, help="Claim to stand behind.")
@click.option("--first", is_flag=True, help="To the beginning of the section.")
@click.option("--paragraph", type=int, multiple=True, help="Paragraph there that says it.")
@changes_files
def move(claim: str, project: Path, **goal: Unpack[Goal]) -> None:
    """Move CLAIM behind another, or to another section.

    Its address stays. Paragraphs are counted by section: a claim of the text that goes to
    another section needs --paragraph.
    """
    at = opened(project)
    found = a_claim(at.argument, claim)
    section, behind = _place(at, found, goal)
    paragraphs = goal["paragraph"] or None
    if section.id != found.section and found.paragraphs and not paragraphs:
        raise click.UsageError(f"say by --paragraph which one of {section.title} says it")
    move_ = edits(at.project, found, section.id, behind, paragraphs)
    apply(at, move_, yes=goal["yes"], dry_run=goal["dry_run"])


def _place(at: Opened, claim: Claim, goal: Goal) -> tuple[Section, str | None]:
    after = a_claim(at.argument, goal["behind"]) if goal["behind"] else None
    if after is claim:
        raise click.UsageError("a claim cannot stand behind itself")
    wanted = goal["section"] or (after.section if after else claim.section)
    section = a_section(at.argument, wanted)
    if after and after.section != section.id:
        raise click.UsageError(f"`{after.id}` stands in {after.section}, not in {section.id}")
    others = [str(c.id) for c in section.claims if c is not claim]
    if not (after or goal["first"] or goal["section"]):
        raise click.UsageError("say where to: --after CLAIM, --first or --to SECTION")
    if goal["first"] or not others:
        return section, None
    return section, str(after.id) if after else others[-1]
