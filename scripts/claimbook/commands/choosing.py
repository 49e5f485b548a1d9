"""What commands about one claim or source share: the project, and names that were mistyped."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from claimbook.commands.project import show, summary
from claimbook.model import Argument, Claim, Section, Source
from claimbook.problems import ProblemsError, did_you_mean
from claimbook.read import Loaded, collect, load
from claimbook.read.values import fault_of_id

HEAD: Final = "claims/map.yml"

F = TypeVar("F", bound=Callable[..., Any])


def in_project(command: F) -> F:
    """Add the option `-C` for the folder of the project, found upwards from here unless named."""
    option = click.option(
        "-C",
        "--project",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=_nearest_project,
        help="Folder of the project; by default this one or the nearest above.",
    )
    return option(command)


def read(root: Path) -> Loaded:
    """What a project holds; where it cannot be read whole, its problems are shown and all ends."""
    return loaded(collect(root))


def loaded(files: dict[str, bytes]) -> Loaded:
    """What files hold; where they cannot be read whole, their problems are shown and all ends."""
    found = load(files)
    if not found.whole:
        show(found.problems)
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


def completed_claims(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The ids that begin as typed, for the shell."""
    return [id_ for id_ in _argument(ctx).claims if id_.startswith(incomplete)]


def completed_sources(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The keys that begin as typed, for the shell."""
    return [key for key in _argument(ctx).sources if key.startswith(incomplete)]


def completed_sections(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The sections that begin as typed, for the shell."""
    return [s.id for s in _argument(ctx).sections if s.id.startswith(incomplete)]


def _argument(ctx: click.Context) -> Argument:
    try:
        return load(collect(ctx.params.get("project") or _nearest_project())).argument
    except ProblemsError:
        return load({}).argument


def _nearest_project() -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / HEAD).exists():
            return folder
    return here


def _unknown(what: str, name: str, known: Iterable[str]) -> click.UsageError:
    return click.UsageError(f"there is no {what} `{name}`. {_hint(name, known)}".rstrip())


def _hint(name: str, known: Iterable[str]) -> str:
    hint = did_you_mean(name, known)
    return f"{hint[:1].upper()}{hint[1:]}" if hint else ""
