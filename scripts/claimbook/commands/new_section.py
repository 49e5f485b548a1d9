"""`claimbook new section`."""

from pathlib import Path
from typing import Final, Unpack

import click

from claimbook.commands.applying import Consent, changes_files, opened, write
from claimbook.commands.choosing import a_new_id, a_section, in_project
from claimbook.commands.known import SECTION
from claimbook.edit.create import listed_section, section_text
from claimbook.edit.layout import Value
from claimbook.edit.project import edited, section_file
from claimbook.model import Kind
from claimbook.read.spelling import fault_of_id

EPILOG: Final = """
\b
Examples:
  claimbook new section
  claimbook new section --id costs --title Costs --paragraphs 2 --question "What does it cost?" \\
      --summary "The text holds that it is cheap." --claim "It is cheap." --kind empirical \\
      --claim-id it-is-cheap --after alternatives

\b
Exit status: 0 done, 1 not written, 2 wrong usage.
"""


class Fields(Consent):
    """What the section is about, and its first claim."""

    id_: str
    title: str
    paragraphs: int
    question: str
    summary: str
    statement: str
    claim_id: str
    kind: str
    behind: str | None


@click.command(epilog=EPILOG)
@in_project
@click.option("--id", "id_", prompt="Id, which names the file", help="Names file and address.")
@click.option("--title", prompt=True)
@click.option(
    "--paragraphs", type=click.IntRange(1), prompt="How many paragraphs the text has there"
)
@click.option("--question", prompt="The one question that it answers")
@click.option("--summary", prompt="Two or three sentences on what it argues")
@click.option("--claim", "statement", prompt="Its first claim, one sentence")
@click.option("--claim-id", prompt="The claim’s id")
@click.option("--kind", type=click.Choice([str(kind) for kind in Kind]), prompt="The claim’s kind")
@click.option("--after", "behind", type=SECTION, help="Section before it.")
@changes_files
def section(project: Path, **fields: Unpack[Fields]) -> None:
    """Write a new section with its first claim, and list it in claims/map.yml."""
    at = opened(project)
    id_, behind = fields["id_"], fields["behind"]
    if fault := fault_of_id(id_):
        raise click.UsageError(f"`{id_}`: {fault}")
    if section_file(id_) in at.files:
        raise click.UsageError(f"{section_file(id_)} is there already")
    after = str(a_section(at.argument, behind).id) if behind else None
    claim = a_new_id(at.argument, fields["claim_id"])
    texts = edited(at.project, listed_section(at.project, id_, after))
    made = {section_file(id_): section_text(_head(fields), claim, _first(fields))}
    write(at, texts | made, yes=fields["yes"], dry_run=fields["dry_run"])


def _head(fields: Fields) -> dict[str, Value]:
    return {
        "title": fields["title"].strip(),
        "paragraphs": fields["paragraphs"],
        "question": fields["question"].strip(),
        "summary": fields["summary"].strip(),
    }


def _first(fields: Fields) -> dict[str, Value]:
    return {"claim": fields["statement"].strip(), "kind": fields["kind"], "paragraph": 1}
