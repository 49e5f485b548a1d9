"""Two states of a project: revisions of git, or folders."""

from pathlib import Path

import click

from claimbook.read import collect
from claimbook.read.revisions import collect_at, fork_point

Files = dict[str, bytes]


def files_of_states(project: Path, states: tuple[str, ...]) -> tuple[Files, Files]:
    """The files of both states; raises `RevisionError` or `ProblemsError` where one has none."""
    match states:
        case ():
            return collect_at(project, "HEAD"), collect(project)
        case (one,) if "..." in one:
            base, head = _ends(one, "...")
            return collect_at(project, fork_point(project, base, head)), collect_at(project, head)
        case (one,) if ".." in one and not Path(one).is_dir():
            base, head = _ends(one, "..")
            return collect_at(project, base), collect_at(project, head)
        case (one,):
            return _state(project, one), collect(project)
        case (old, new):
            return _state(project, old), _state(project, new)
    raise click.UsageError("name two states at most")


def _ends(text: str, dots: str) -> tuple[str, str]:
    base, head = text.split(dots, 1)
    return base or "HEAD", head or "HEAD"


def _state(project: Path, name: str) -> Files:
    return collect(Path(name)) if Path(name).is_dir() else collect_at(project, name)
