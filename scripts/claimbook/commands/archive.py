"""`claimbook archive`: copies at an archive for sources that name none."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple, TypedDict, Unpack

import click

from claimbook.commands.asking import hosts_of, introduced, network, services_at, today
from claimbook.commands.choosing import a_source, in_project, read
from claimbook.commands.known import SOURCE
from claimbook.links.fetch import Fetcher, Network
from claimbook.links.services import ServiceError, Services, record_at
from claimbook.model import Argument, Source

BIBLIOGRAPHY: Final = "references.bib"
EPILOG: Final = """
\b
Examples:
  claimbook archive                    propose a copy for every source with an address and no copy
  claimbook archive amnesty2016norway  for one source
  claimbook archive --write            enter the proposals into references.bib

\b
Exit status: 0 done, 1 the archive could not be asked, 2 wrong usage.
"""


class Options(TypedDict):
    """Whether to write, and whom to ask."""

    write: bool
    contact: str
    services: tuple[str, ...]


class Copy(NamedTuple):
    """A copy of a source's page: where, and on which ISO date it was made."""

    source: Source
    address: str
    date: str


@click.command(epilog=EPILOG)
@click.argument("keys", nargs=-1, type=SOURCE)
@in_project
@introduced
@click.option("--write", is_flag=True, help="Enter the proposals into references.bib.")
def archive(keys: tuple[str, ...], project: Path, **options: Unpack[Options]) -> None:
    """Propose addresses of archived copies: the fields `archiveurl` and `archivedate`.

    The Internet Archive is asked for its copy nearest to the day on which the source was checked.
    Nothing is sent there to be archived.
    """
    argument = read(project).argument
    wanted = _without_copy(argument, keys)
    asked = network(options["contact"], hosts_of(options["services"]))
    try:
        found = asyncio.run(_copies(wanted, services_at(options["services"]), asked))
    except ServiceError as error:
        click.echo(f"The archive could not be asked: {error}", err=True)
        raise SystemExit(1) from None
    for copy in found:
        click.echo(f"{copy.source.place}: {copy.source.key}\n{_lines(copy)}", nl=False)
    click.echo(f"{len(wanted)} sources name no copy; the archive has one of {len(found)}")
    if options["write"] and found:
        _write(project / BIBLIOGRAPHY, found)
        click.echo(f"Entered into {BIBLIOGRAPHY}.")


def _without_copy(argument: Argument, keys: tuple[str, ...]) -> Sequence[Source]:
    named = [a_source(argument, key) for key in keys] or argument.sources.values()
    return [s for s in named if "url" in s.fields and "archiveurl" not in s.fields]


async def _copies(wanted: Sequence[Source], services: Services, asked: Network) -> list[Copy]:
    with click.progressbar(wanted, label="Sources", file=sys.stderr) as bar:
        return [copy async for copy in _asked(bar, services, asked)]


async def _asked(
    wanted: Any,  # noqa: ANN401 - click's progress bar over sources
    services: Services,
    asked: Network,
) -> AsyncIterator[Copy]:
    async with Fetcher(asked) as fetcher:
        for source in wanted:
            day = source.fields.get("checked", today().isoformat())
            record = await record_at(fetcher, services.of_copy(source.fields["url"], day))
            if copy := _copy(source, record):
                yield copy


def _copy(source: Source, record: Any) -> Copy | None:  # noqa: ANN401 - JSON of strangers
    """The copy in an answer of the Wayback Machine's availability service."""
    try:
        nearest = record["archived_snapshots"]["closest"]
        made = datetime.strptime(nearest["timestamp"][:8], "%Y%m%d").date()  # noqa: DTZ007 - a day
        works = nearest["available"] and nearest["status"] == "200"
        address = str(nearest["url"]).replace("http://", "https://", 1)
    except (KeyError, TypeError, ValueError):
        return None
    return Copy(source, address, made.isoformat()) if works else None


def _lines(copy: Copy) -> str:
    return f"  archiveurl = {{{copy.address}}},\n  archivedate = {{{copy.date}}},\n"


def _write(path: Path, copies: Sequence[Copy]) -> None:
    """Put the fields behind the line of each source's address, from the end on."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for copy in sorted(copies, key=lambda copy: copy.source.place, reverse=True):
        after = copy.source.fields["url"].place.line
        lines.insert(after, _lines(copy))
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
