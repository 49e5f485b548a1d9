"""`claimbook diff`: what changes in the argument between two states."""

import sys
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, TypedDict, Unpack

import click

from claimbook.commands.choosing import in_project, whole
from claimbook.commands.states import Files, files_of_states
from claimbook.exchange.difference import FORMS, Dress, Names, Sort, Style, plain, summary
from claimbook.model import Argument
from claimbook.pages.reference import labels, reference
from claimbook.problems import ProblemsError
from claimbook.read import load
from claimbook.read.revisions import RevisionError
from claimbook.reason.diff import diff as compare
from claimbook.reason.diff import names, translated

EPILOG: Final = """
\b
Examples:
  claimbook diff                     the files as they are against the last commit
  claimbook diff main..              this branch against main
  claimbook diff main...topic        what topic changed since it left main
  claimbook diff v1.0..v2.0 --format html -o changes.html
  claimbook diff ../before ../after  two folders

\b
Exit status: 0 done (with --exit-code: nothing differs), 1 something differs and
--exit-code was given, or a state cannot be read; 2 wrong usage.
"""


class Options(TypedDict):
    """How a difference is told."""

    form: str
    output: Path | None
    site: str
    exit_code: bool


@click.command(epilog=EPILOG)
@click.argument("states", nargs=-1, metavar="[BASE..HEAD | OLD NEW]")
@in_project
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="text",
    help="Text for people here, Markdown for a pull request, a page, or data.",
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write to."
)
@click.option("--site", default="", help="Address of the published site, for links to claims.")
@click.option("--exit-code", is_flag=True, help="End with status 1 where something differs.")
def diff(states: tuple[str, ...], project: Path, **options: Unpack[Options]) -> None:
    """Compare two states of the argument: claims, reasons, evidence, statuses and what is owed.

    A state is a revision of git (BASE..HEAD, BASE...HEAD, BASE) or a folder. Nothing is checked
    out and no file is touched. BASE alone, or nothing at all, compares with the files as they are.
    """
    before, after = (
        whole(load(state), project, state).argument for state in _files(project, states)
    )
    difference = compare(before, after)
    dress = _dress(before, after, options["site"], to_terminal=not options["output"])
    text = FORMS[options["form"]](difference, _names(before, after), dress)
    if output := options["output"]:
        output.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"{summary(difference)} Written to {output}.")
    else:
        click.echo(text, nl=False)
    if options["exit_code"] and difference:
        raise SystemExit(1)


def _files(project: Path, states: tuple[str, ...]) -> tuple[Files, Files]:
    try:
        return files_of_states(project, states)
    except (RevisionError, ProblemsError) as error:
        raise click.UsageError(str(error)) from None


def _names(before: Argument, after: Argument) -> Names:
    known = labels({**before.sources, **after.sources}.values())
    return Names(translated(before, names(before, after)), after, known)


def _dress(before: Argument, after: Argument, site: str, *, to_terminal: bool) -> Dress:
    sources = {**before.sources, **after.sources}
    works = {key: reference(source).address for key, source in sources.items()}
    css = (files("claimbook") / "assets" / "map.css").read_text(encoding="utf-8")
    style: Style = _coloured if to_terminal and sys.stdout.isatty() else plain
    return Dress(site.rstrip("/"), works, css, style)


def _coloured(text: str, sort: Sort) -> str:
    return click.style(text, **_COLOURS[sort]) if sort in _COLOURS else text


_COLOURS: Final[dict[Sort, dict[str, Any]]] = {
    Sort.STRONG: {"bold": True},
    Sort.ADDED: {"fg": "green", "underline": True},
    Sort.REMOVED: {"fg": "red", "strikethrough": True},
    Sort.CLAIM: {"fg": "cyan"},
    Sort.SOURCE: {"fg": "cyan"},
}
