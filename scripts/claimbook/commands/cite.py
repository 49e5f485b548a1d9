"""`claimbook cite`: enter a work into the bibliography."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from claimbook.commands.asking import hosts_of, introduced, network, services_at, today
from claimbook.commands.choosing import in_project, read
from claimbook.commands.finding_works import find
from claimbook.exchange.records import Entry, RecordError, key_of, to_bibtex
from claimbook.links.services import ServiceError
from claimbook.model import Argument, EvidenceType, Source

BIBLIOGRAPHY: Final = "references.bib"
EPILOG: Final = """
\b
Examples:
  claimbook cite 10.1177/1748895814523024
  claimbook cite 978-0-19-953556-9 --key smith2008wealth
  claimbook cite https://example.org/report --dry-run

\b
Exit status: 0 entered (or shown), 1 there already or no record found, 2 wrong usage.
"""


class Options(TypedDict):
    """What people say of the work beyond its record."""

    key: str
    evidence_type: str | None
    family: str
    yes: bool
    dry_run: bool
    contact: str
    services: tuple[str, ...]


@click.command(epilog=EPILOG)
@click.argument("work", metavar="DOI|ISBN|URL")
@in_project
@introduced
@click.option("--key", default="", help="Key of the entry; by default author, year and a word.")
@click.option(
    "--evidence-type",
    type=click.Choice([str(kind) for kind in EvidenceType]),
    help="What sort of evidence it is.",
)
@click.option("--family", default="", help="Publisher family, such as `ilo`: one origin.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--dry-run", is_flag=True, help="Show the entry and write nothing.")
def cite(work: str, project: Path, **options: Unpack[Options]) -> None:
    """Enter a work into references.bib from its record at Crossref, DataCite or Open Library.

    An address is looked up by the DOI that its page names, else by what the page says of itself.
    What is there already is never changed: the difference is shown instead. What the record does
    not tell stands in `unconfirmed`.
    """
    argument = read(project).argument
    entry = _found(work, options)
    key = options["key"] or key_of(entry, argument.sources)
    text = to_bibtex(entry, key)
    if there := _same(argument, entry, key):
        click.echo(_difference(project, there, to_bibtex(entry, there.key)), nl=False)
        click.echo(
            f"`{there.key}` is there already, in line {there.place.line}; nothing was written"
        )
        raise SystemExit(1)
    click.echo(text, nl=False)
    if not options["dry_run"] and (options["yes"] or click.confirm("Enter it?", default=True)):
        _write(project / BIBLIOGRAPHY, text, _line_after(argument, key))
        click.echo(f"`{key}` stands in {BIBLIOGRAPHY}. {_still_to_say(options)}".rstrip())


def _found(work: str, options: Options) -> Entry:
    asked = network(options["contact"], hosts_of(options["services"]))
    places = services_at(options["services"])
    try:
        entry = asyncio.run(find(work, places, asked, today().isoformat()))
    except (ServiceError, RecordError) as error:
        click.echo(f"No record: {error}", err=True)
        raise SystemExit(1) from None
    said = {"evidencetype": options["evidence_type"] or "", "family": options["family"]}
    known = {"read": "record", "checked": today().isoformat()}
    return replace(entry, fields={**entry.fields, **said, **known})


def _same(argument: Argument, entry: Entry, key: str) -> Source | None:
    """The source with the same key, DOI, ISBN or address."""
    names = ("doi", "isbn", "url")
    wanted = {_plain(entry.fields.get(name, "")) for name in names} - {""}
    for source in argument.sources.values():
        known = {_plain(source.fields.get(name, "")) for name in names}
        if source.key.casefold() == key.casefold() or wanted & known:
            return source
    return None


def _plain(identifier: str) -> str:
    return identifier.lower().replace("-", "").rstrip("/")


def _difference(project: Path, there: Source, record: str) -> str:
    lines = (project / BIBLIOGRAPHY).read_text(encoding="utf-8").splitlines(keepends=True)
    kept = list(_entry_lines(lines[there.place.line - 1 :]))
    new = record.splitlines(keepends=True)
    return "".join(unified_diff(kept, new, BIBLIOGRAPHY, "the record", n=0))


def _entry_lines(lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield line
        if line.startswith("}"):
            return


def _line_after(argument: Argument, key: str) -> int | None:
    """The line of the first entry whose key comes after `key`; None for the end."""
    later = (s for s in argument.sources.values() if s.key.casefold() > key.casefold())
    return min((source.place.line for source in later), default=None)


def _write(path: Path, entry: str, line: int | None) -> None:
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = old.splitlines(keepends=True)
    at = len(lines) if line is None else line - 1
    new = [f"{entry}\n"] if at < len(lines) else [*(["\n"] if lines else []), entry]
    path.write_text("".join((*lines[:at], *new, *lines[at:])), encoding="utf-8", newline="\n")


def _still_to_say(options: Options) -> str:
    lacking = {"evidencetype": options["evidence_type"], "family": options["family"]}
    names = [f"`{name}`" for name, value in lacking.items() if not value]
    return f"Still to be said by a person: {' and '.join(names)}." if names else ""
