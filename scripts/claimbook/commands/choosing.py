"""What commands about one claim or source share: the project, and what a name in it stands for."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from claimbook.commands.project import show, summary
from claimbook.model import Argument, Claim, Section, Source
from claimbook.problems import did_you_mean
from claimbook.read import Loaded, collect, load
from claimbook.read.spelling import fault_of_id

HEAD: Final = "claims/map.yml"

F = TypeVar("F", bound=Callable[..., Any])


def in_project(command: F) -> F:
    """Add the option `-C` for the folder of the project, found upwards from here unless named."""
    option = click.option(
        "-C",
        "--project",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=nearest_project,
        is_eager=True,
        help="Folder of the project; by default this one or the nearest above.",
    )
    return option(command)


def read(root: Path) -> Loaded:
    """What a project holds; where it cannot be read whole, its problems are shown and all ends."""
    files, found = reading(root)
    return whole(found, root, files)


def reading(root: Path) -> tuple[dict[str, bytes], Loaded]:
    """The files of a project and what they hold, read once in a run of a command."""
    context = click.get_current_context(silent=True)
    known = context.meta if context else {}
    key = f"claimbook:{root.resolve()}"
    if key not in known:
        files = collect(root)
        known[key] = files, load(files)
    found: tuple[dict[str, bytes], Loaded] = known[key]
    return found


def whole(found: Loaded, root: Path, files: Mapping[str, bytes]) -> Loaded:
    """What was read, if it is whole; else its problems are shown and all ends."""
    if not found.whole:
        show(found.problems, root, files)
        click.echo(f"{summary(found.problems)}; nothing was done", err=True)
        raise SystemExit(1)
    return found


def a_claim(argument: Argument, id_: str) -> Claim:
    """The claim of that id or former id; the nearest is named where there is none."""
    former = {str(alias): claim for claim in argument.claims.values() for alias in claim.aliases}
    if id_ in argument.claims:
        return argument.claims[id_]
    if id_ not in former:
        raise _unknown("claim", id_, argument.claims)
    click.echo(f"`{id_}` is now `{former[id_].id}`.", err=True)
    return former[id_]


def a_source(argument: Argument, key: str) -> Source:
    """The source of that key; the nearest is named where there is none."""
    if key not in argument.sources:
        raise _unknown("source", key, argument.sources)
    return argument.sources[key]


def a_section(argument: Argument, id_: str) -> Section:
    """The section of that name; the nearest is named where there is none."""
    sections = {section.id: section for section in argument.sections}
    if id_ not in sections:
        raise _unknown("section", id_, sections)
    return sections[id_]


def a_new_id(argument: Argument, id_: str, of: Claim | None = None) -> str:
    """An id that no claim has or had; one that `of` had before is free for it again."""
    if fault := fault_of_id(id_):
        raise click.UsageError(f"`{id_}`: {fault}")
    for claim in argument.claims.values():
        if id_ == claim.id or (id_ in claim.aliases and claim is not of):
            raise click.UsageError(f"`{id_}` is taken by {claim.place}")
    return id_


def nearest_project() -> Path:
    """The folder of a project that this folder is, or is in; this one where there is none."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / HEAD).exists():
            return folder
    return here


def _unknown(what: str, name: str, known: Iterable[str]) -> click.UsageError:
    hint = did_you_mean(name, known)
    return click.UsageError(f"there is no {what} `{name}`; {hint}".rstrip("; "))
