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
    """A commit: its hash, when it was made (ISO date and time in UTC), what it is called.

    `parent` is the commit before it that touched claims or sources; empty for the first.
    """

    id: str
    time: str
    subject: str = ""
    parent: str = ""


def commits(root: Path) -> tuple[Commit, ...]:
    """Every commit that touched claims or sources, parents first, else by date.

    Commits that only bring lines of work together are left out. Raises `RevisionError` where
    there is no git or no history.
    """
    order = ("--date-order", "--parents", "--no-merges", "--format=%H%x00%P%x00%ct%x00%s")
    out = git(root, "log", *order, "--", "claims", "references.bib").decode(errors="replace")
    return tuple(_commit(*line.split("\0", 3)) for line in reversed(out.split("\n")) if line)


def thinned(items: Sequence[T], most: int) -> tuple[T, ...]:
    """At most so many of the items, evenly spread, the first and the last among them."""
    if len(items) <= most:
        return tuple(items)
    last = len(items) - 1
    return tuple(items[round(i * last / (most - 1))] for i in range(most))


def is_shallow(root: Path) -> bool:
    """Whether a repository was copied without its older commits; raises `RevisionError`."""
    return git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _commit(id_: str, parent: str, seconds: str, subject: str) -> Commit:
    time = datetime.fromtimestamp(int(seconds), UTC)
    return Commit(id_, time.strftime("%Y-%m-%dT%H:%M:%SZ"), subject, parent)
