"""The commits that changed what a project says, oldest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from claimbook.read.revisions import git

T = TypeVar("T")


@dataclass(frozen=True)
class Commit:
    """A commit by its hash, when it was made (ISO date and time in UTC), and what it is called.

    `merges` says whether it brings in commits of another branch.
    """

    id: str
    time: str
    subject: str = ""
    merges: bool = False


def commits(root: Path) -> tuple[Commit, ...]:
    """Every commit on the way to the present that touched claims or sources.

    Raises `RevisionError` where there is no git or no history.
    """
    lines = _log(root, "--first-parent", "--format=%ct %H %P%x00%s")
    return tuple(map(_commit, reversed(lines)))


def title(root: Path, commit: Commit) -> str:
    """What a commit is called; of one that merges, what the commits are called that it brings."""
    if not commit.merges:
        return commit.subject
    brought = _log(root, "--no-merges", "--reverse", "--format=%s", f"{commit.id}^1..{commit.id}")
    return "; ".join(dict.fromkeys(brought)) or commit.subject


def thinned(items: Sequence[T], most: int) -> tuple[T, ...]:
    """At most so many of the items, evenly spread, the first and the last among them."""
    if len(items) <= most:
        return tuple(items)
    last = len(items) - 1
    return tuple(items[round(i * last / (most - 1))] for i in range(most))


def is_shallow(root: Path) -> bool:
    """Whether a repository was copied without its older commits; raises `RevisionError`."""
    return git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _log(root: Path, *options: str) -> list[str]:
    """What git says of the commits that touched claims or sources, a line each."""
    out = git(root, "log", *options, "--", "claims", "references.bib")
    return [line for line in out.decode(errors="replace").split("\n") if line]


def _commit(line: str) -> Commit:
    told, _, subject = line.partition("\0")
    seconds, id_, *parents = told.split()
    time = datetime.fromtimestamp(int(seconds), UTC)
    return Commit(id_, time.strftime("%Y-%m-%dT%H:%M:%SZ"), subject, len(parents) > 1)
