"""`claimbook new claim`."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final, Unpack

import click

from claimbook.commands.applying import (
    Consent,
    Opened,
    answered,
    apply,
    changes_files,
    opened,
)
from claimbook.commands.choosing import (
    a_claim,
    a_new_id,
    a_section,
    in_project,
)
from claimbook.commands.known import CLAIM, SECTION
from claimbook.edit.create import id_from, linked, new_claim
from claimbook.edit.layout import Value
from claimbook.edit.project import Edit
from claimbook.model import Kind, Voice

EPILOG: Final = """
\b
Examples:
  claimbook new claim
  claimbook new claim --section prosecution --claim "Raids frighten witnesses." \\
      --kind causal --voice opponent --against raids-miss-victims
  claimbook new claim --section myths --claim "Myths cost lives." --kind causal \\
      --paragraph 2 --because kidnap-stereotype-dominant,physical-force-bias

\b
Exit status: 0 done, 1 not written, 2 wrong usage.
"""


class Fields(Consent):
    """What is said of the claim, and where it bears on others."""

    section: str
    statement: str
    kind: str
    voice: str
    id_: str | None
    short: str | None
    paragraph: tuple[int, ...]
    because: tuple[str, ...]
    but: tuple[str, ...]
    supports: tuple[str, ...]
    against: tuple[str, ...]
    behind: str | None


def _one_of(names: type[Kind] | type[Voice]) -> click.Choice[str]:
    return click.Choice([str(name) for name in names])


@click.command(epilog=EPILOG)
@in_project
@click.option("--section", prompt=True, type=SECTION, help="Where it stands.")
@click.option("--claim", "statement", prompt="Statement, one sentence", help="What it says.")
@click.option("--kind", type=_one_of(Kind), prompt=True, help="What sort of statement it is.")
@click.option("--voice", type=_one_of(Voice), prompt=True, default="article", help="Who says so.")
@click.option("--id", "id_", help="Its id; by default the first words of the statement.")
@click.option("--short", help="At most about 60 characters, for maps.")
@click.option("--paragraph", type=int, multiple=True, help="Paragraph of the text that says it.")
@click.option("--because", multiple=True, help="Ids of claims it follows from, with commas.")
@click.option("--but", type=CLAIM, multiple=True, help="Claim against it.")
@click.option("--supports", type=CLAIM, multiple=True, help="A reason for this.")
@click.option("--against", type=CLAIM, multiple=True, help="Objects to this.")
@click.option("--after", "behind", type=CLAIM, help="Claim to stand behind.")
@changes_files
def claim(project: Path, **fields: Unpack[Fields]) -> None:
    """Write a new claim; what is needed and not given is asked for."""
    at = opened(project)
    section = a_section(at.argument, fields["section"])
    paragraphs = fields["paragraph"]
    if fields["voice"] == Voice.ARTICLE and not paragraphs:
        asked = click.prompt(f"Paragraph of {section.title} (1 to {section.paragraphs})", type=int)
        paragraphs = (asked,)
    consent: Consent = {"yes": fields["yes"], "dry_run": fields["dry_run"]}
    id_ = fields["id_"] or answered("Id", id_from(fields["statement"]), **consent)
    a_new_id(at.argument, id_)
    behind = str(a_claim(at.argument, fields["behind"]).id) if fields["behind"] else None
    made = new_claim(at.project, section, id_, _values(at, fields, paragraphs), behind)
    edits = chain(_links(at, fields, id_), made)
    apply(at, edits, **consent)


def _values(at: Opened, fields: Fields, paragraphs: tuple[int, ...]) -> dict[str, Value]:
    voice = fields["voice"]
    values: dict[str, Value] = {
        "claim": fields["statement"].strip(),
        "short": (fields["short"] or "").strip(),
        "kind": fields["kind"],
        "voice": "" if voice == Voice.ARTICLE else voice,
        "paragraph": paragraphs[0] if len(paragraphs) == 1 else paragraphs,
        "because": [_step(at, ids) for ids in fields["because"]],
        "but": [_known(at, id_) for id_ in fields["but"]],
    }
    return values


def _step(at: Opened, ids: str) -> Value:
    premises = [_known(at, id_.strip()) for id_ in ids.split(",")]
    return premises[0] if len(premises) == 1 else {"premises": premises}


def _known(at: Opened, id_: str) -> str:
    return str(a_claim(at.argument, id_).id)


def _links(at: Opened, fields: Fields, id_: str) -> Iterator[Edit]:
    for key, targets in (("because", fields["supports"]), ("but", fields["against"])):
        for target in targets:
            yield from linked(at.project, a_claim(at.argument, target), key, id_)
