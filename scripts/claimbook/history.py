"""The history of an argument out of git: the only place that asks git while a site is built."""

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from claimbook.cache import Keep
from claimbook.exchange.chronicle import Event, History, event, from_json, to_json
from claimbook.model import Argument
from claimbook.read import load
from claimbook.read.history import Commit, commits, is_shallow
from claimbook.read.revisions import RevisionError, collect_at

MOST: Final = 100
"""Commits that are told of; a state takes up to a second to read for the first time."""

_ARGUMENT: Final = ("claims", "references.bib")


def history(root: Path, keep: Keep) -> History:
    """What changed in the argument of a project, as far as git knows.

    `keep` gives what was made before from what its first argument names.
    """
    try:
        if is_shallow(root):
            return History(missing="this copy of the repository holds only a part of its history")
        found = commits(root)
    except RevisionError:
        return History(missing="git is not installed, or knows no history of these files")
    if not found:
        return History(missing="no claim or source was committed yet")
    events = [*_events(root, found, keep)]
    happened = tuple(e for e in reversed(events) if e and e.parts)
    return History(happened, events.count(None), len(found) - len(events))


def _events(root: Path, found: Sequence[Commit], keep: Keep) -> Iterator[Event | None]:
    """What each commit changed since the last one that could be read; None where it cannot."""
    last = {"": ""}  # for each commit itself, or what came before it where it cannot be read
    for commit in found[-MOST:]:
        before = last.get(commit.parent, commit.parent)
        make = partial(_told, root, before, commit)
        told = from_json(keep(f"event {before}..{commit.id}", make))
        last[commit.id] = commit.id if told else before
        yield told


def _told(root: Path, before: str, commit: Commit) -> bytes:
    earlier = _state(root, before) if before else None
    after = _state(root, commit.id)
    if after is None:
        return to_json(None)
    return to_json(event(earlier, after, commit.id, commit.time, commit.subject))


@lru_cache(maxsize=2)
def _state(root: Path, commit: str) -> Argument | None:
    """The argument at a commit; None where it cannot be read whole."""
    loaded = load(collect_at(root, commit, _ARGUMENT))
    return loaded.argument if loaded.whole and loaded.argument.claims else None
