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
    """A commit by its hash, and when it was made: ISO date and time in UTC."""

    id: str
    time: str


def commits(root: Path) -> tuple[Commit, ...]:
    """Every commit on the way to the present that touched claims or sources.

    Raises `RevisionError` where there is no git or no history.
    """
    form = "--format=%H %ct"
    out = git(root, "log", "--first-parent", form, "--", "claims", "references.bib").decode()
    return tuple(_commit(*line.split()) for line in reversed(out.splitlines()))


def thinned(items: Sequence[T], most: int) -> tuple[T, ...]:
    """At most so many of the items, evenly spread, the first and the last among them."""
    if len(items) <= most:
        return tuple(items)
    last = len(items) - 1
    return tuple(items[round(i * last / (most - 1))] for i in range(most))


def _commit(id_: str, seconds: str) -> Commit:
    time = datetime.fromtimestamp(int(seconds), UTC)
    return Commit(id_, time.strftime("%Y-%m-%dT%H:%M:%SZ"))
