"""`claimbook new source`."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Unpack

import click

from claimbook.commands.applying import Consent, answered, apply, changes_files, opened
from claimbook.commands.choosing import in_project
from claimbook.edit.bibliography import with_entry
from claimbook.exchange.records import Entry, key_of, to_bibtex
from claimbook.model import EvidenceType, Person, Reading
from claimbook.read.reading import SOURCES
from claimbook.rules.bibliography import REQUIRED

EPILOG: Final = """
\b
Examples:
  claimbook new source
  claimbook new source --type article --author "Platt, Lucy; Grenfell, Pippa" --year 2018 \\
      --title "Associations between sex work laws and health" --evidence-type "systematic review" \\
      --read abstract --field journal="PLoS Medicine" --field doi=10.1371/journal.pmed.1002680

\b
`claimbook cite DOI` fills all this in from the work's public record.

\b
Exit status: 0 done, 1 not written, 2 wrong usage.
"""


class Fields(Consent):
    """What is known of the work."""

    type_: str
    author: str
    title: str
    year: str
    evidencetype: str
    read: str
    key: str | None
    field: tuple[str, ...]


def _one_of(names: Mapping[str, object] | type[EvidenceType] | type[Reading]) -> click.Choice[str]:
    return click.Choice([str(name) for name in names])


@click.command(epilog=EPILOG)
@in_project
@click.option("--type", "type_", type=_one_of(REQUIRED), prompt="Type of entry", default="misc")
@click.option(
    "--author",
    prompt="Authors, as `Family, Given; Family, Given`, or an organisation",
    help="Family, Given; Family, Given. An organisation by its name.",
)
@click.option("--title", prompt=True)
@click.option("--year", prompt="Year, empty if it could not be confirmed", default="")
@click.option("--evidence-type", "evidencetype", type=_one_of(EvidenceType), prompt=True)
@click.option("--read", type=_one_of(Reading), prompt="How far you read it")
@click.option("--key", help="By default author, year and a word of the title.")
@click.option("--field", multiple=True, metavar="NAME=VALUE", help="Any other field, as doi=….")
@changes_files
def source(project: Path, **fields: Unpack[Fields]) -> None:
    """Write a new entry into the bibliography; what is needed and not given is asked for.

    What its type needs and nobody told is named in `unconfirmed`.
    """
    at = opened(project)
    entry = _entry(fields)
    consent: Consent = {"yes": fields["yes"], "dry_run": fields["dry_run"]}
    key = fields["key"] or answered("Key", key_of(entry, at.argument.sources), **consent)
    if not re.fullmatch("[A-Za-z][A-Za-z0-9-]*", key):
        raise click.UsageError(f"`{key}`: a key is letters, digits and hyphens, a letter first")
    for there in at.argument.sources.values():
        if there.key.casefold() == key.casefold():
            raise click.UsageError(f"`{there.key}` is there already, in {there.place}")
    document = at.project.documents[SOURCES]
    splice = with_entry(document, at.argument, key, to_bibtex(entry, key))
    apply(at, [(SOURCES, splice)], **consent)


def _entry(fields: Fields) -> Entry:
    given = {"title": fields["title"], "year": fields["year"]}
    for assignment in fields["field"]:
        name, sign, value = assignment.partition("=")
        if not sign:
            raise click.UsageError(f"`{assignment}`: give a field as NAME=VALUE")
        given[name.strip().lower()] = value.strip()
    last = {"evidencetype": fields["evidencetype"], "read": fields["read"]}
    people = tuple(_person(name) for name in fields["author"].split(";") if name.strip())
    return Entry(fields["type_"], {**given, **last}, people)


def _person(name: str) -> Person:
    family, _, given = name.partition(",")
    return Person(family.strip(), given.strip())
