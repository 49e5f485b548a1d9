"""`claimbook links`: whether the addresses hold, and the words stand there."""

import asyncio
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from claimbook.commands.asking import network, today
from claimbook.commands.project import folder, show, summary
from claimbook.links import ages, findings, internal, report
from claimbook.links.fetch import Network
from claimbook.links.gates import Pace
from claimbook.links.results import Result
from claimbook.links.run import copies, due, run
from claimbook.links.store import Store
from claimbook.links.targets import Target, targets
from claimbook.model import Argument
from claimbook.problems import Level, Problem, ProblemsError
from claimbook.read import Loaded, collect, load
from claimbook.read.revisions import RevisionError, collect_at

EPILOG: Final = """
\b
Examples:
  claimbook links                        every address that was not checked since yesterday
  claimbook links --only-changed main    those that are new, or want other words, since main
  claimbook links --site site            also every link inside the built site
  claimbook links --offline --max-age 60 ask nobody: is what is recorded recent enough?
  claimbook links --report markdown      a page for an issue

\b
Results are kept in .ci/links.json. Without a network nothing is lost and nothing fails.
Exit status: 0 nothing broken, 1 something broken or too old, 2 wrong usage.
"""


class Options(TypedDict):
    """What to ask, how, and what to show."""

    site: Path | None
    site_url: str
    base: str
    max_age: int | None
    offline: bool
    again: bool
    form: str
    contact: str
    allow_host: tuple[str, ...]
    gap: float
    timeout: float


@click.command(epilog=EPILOG)
@folder
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Check the links inside this built site, too.",
)
@click.option("--site-url", default=internal.ANYWHERE, help="Where that site will stand.")
@click.option("--only-changed", "base", default="", metavar="BASE", help="Only what is new since.")
@click.option("--max-age", type=click.IntRange(0), metavar="DAYS", help="Older is a problem.")
@click.option("--offline", is_flag=True, help="Ask nobody; judge by what is recorded.")
@click.option("--again", is_flag=True, help="Ask even what was checked today or yesterday.")
@click.option("--report", "form", type=click.Choice(["text", "markdown"]), default="text")
@click.option("--contact", default="", help="Address that servers can complain to.")
@click.option("--allow-host", multiple=True, help="A private host that may be asked: your own.")
@click.option("--gap", type=click.FloatRange(0), default=1.0, help="Seconds of rest for a host.")
@click.option("--timeout", type=click.FloatRange(0.1), default=30.0, help="Seconds for an answer.")
def links(project: Path, **options: Unpack[Options]) -> None:
    """Check every address in PROJECT (this folder unless named), and the words quoted from it.

    Hosts are asked one request at a time, with a gap. What refuses programs "could not be
    checked"; it is not called broken. Stop it at any time: it goes on where it was.
    """
    loaded, store = _opened(project)
    argument = loaded.argument
    chosen = _chosen(project, targets(argument), options["base"])
    if not options["offline"]:
        if loaded.whole:
            store.forget_all_but(set(_addresses(targets(argument))))
        _ask(chosen, store, options)
    results = {address: store.results[address] for address in _known(chosen, store)}
    found = tuple(_found(argument, chosen, results, options))
    if options["form"] == "markdown":
        click.echo(report.markdown(chosen, results, found), nl=False)
    else:
        show(found, project)
        click.echo(f"{summary(found)}; {report.tally(results.values()) or 'nothing checked'}")
    if any(problem.level is Level.ERROR for problem in found):
        raise SystemExit(1)


def _opened(project: Path) -> tuple[Loaded, Store]:
    try:
        return load(collect(project)), Store(project)
    except ProblemsError as error:
        show(error.problems, project)
        raise SystemExit(1) from None


def _chosen(project: Path, wanted: Sequence[Target], base: str) -> Sequence[Target]:
    """All targets, or those that are new since a revision or are wanted for other words."""
    if not base:
        return wanted
    try:
        before = targets(load(collect_at(project, base)).argument)
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    known = {(target.address, target.words, target.snapshot) for target in before}
    return [t for t in wanted if (t.address, t.words, t.snapshot) not in known]


def _ask(chosen: Sequence[Target], store: Store, options: Options) -> None:
    fresh = -1 if options["again"] else 1
    try:
        lost = _run(due(chosen, store.results, today(), fresh), store, options)
        late = due(copies(chosen, store.results), store.results, today(), fresh)
        lost += _run(late, store, options)
    except KeyboardInterrupt:
        click.echo("Stopped. What was seen is kept; the next run goes on from here.", err=True)
        raise SystemExit(130) from None
    finally:
        store.save()
    if lost:
        click.echo(f"No network: {lost} addresses stay as they were.", err=True)


def _run(chosen: Sequence[Target], store: Store, options: Options) -> int:
    """Ask, with a bar of what comes; the number of addresses lost to a missing network."""
    seen: Counter[str] = Counter()
    with click.progressbar(
        chosen,
        label="Addresses",
        file=sys.stderr,
        item_show_func=lambda _: ", ".join(f"{n} {verdict}" for verdict, n in seen.items()),
    ) as bar:

        def record(result: Result) -> None:
            store.record(result)
            seen[result.state.verdict] += 1
            bar.update(1)

        ran = asyncio.run(run(chosen, dict(store.results), _network(options), today(), record))
    return len(ran.lost)


def _network(options: Options) -> Network:
    pace = Pace(gap=options["gap"], timeout=options["timeout"])
    return network(options["contact"], frozenset(options["allow_host"]), pace)


def _found(
    argument: Argument, chosen: Sequence[Target], results: Mapping[str, Result], options: Options
) -> Iterator[Problem]:
    if options["site"]:
        files = internal.files_of(options["site"])
        yield from internal.check(files, site_url=options["site_url"])
    yield from findings.links(chosen, results)
    yield from findings.words(argument, results)
    if options["max_age"] is not None:
        checked = (results[t.address].checked if t.address in results else "" for t in chosen)
        yield from ages.age(checked, today(), options["max_age"], Level.ERROR)


def _known(chosen: Sequence[Target], store: Store) -> Iterator[str]:
    return (address for address in _addresses(chosen) if address in store.results)


def _addresses(chosen: Sequence[Target]) -> Iterator[str]:
    return (name for target in chosen for name in (target.address, target.archive))
