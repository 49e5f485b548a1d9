"""The history of an argument out of git: the only place that asks git while a site is built."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from claimbook.exchange.chronicle import Event, History, event, from_text, to_text
from claimbook.model import Argument
from claimbook.read import load
from claimbook.read.history import Commit, commits, is_shallow
from claimbook.read.revisions import RevisionError, collect_at

FILE: Final = ".cache/history.json"
MOST: Final = 100
"""Commits that are told of; a state takes up to a second to read for the first time."""

_ARGUMENT: Final = ("claims", "references.bib")


def history(root: Path) -> History:
    """What changed in the argument of a project, as far as git knows."""
    try:
        if is_shallow(root):
            return History(missing="this copy of the repository holds only a part of its history")
        found = commits(root)
    except RevisionError:
        return History(missing="git is not installed, or knows no history of these files")
    if not found:
        return History(missing="no claim or source was committed yet")
    told = _Told(root, found)
    events = [*told.events()]
    told.keep()
    happened = tuple(e for e in reversed(events) if e and e.parts)
    return History(happened, events.count(None), len(found) - len(events))


class _Told:
    """The events of commits: those known from the last build, and others as they are read."""

    def __init__(self, root: Path, found: Sequence[Commit]) -> None:
        self.root, self.found = root, found
        file = root / FILE
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        self.kept = from_text(_engine(), text)
        self.used: dict[str, Event | None] = {}

    def events(self) -> Iterator[Event | None]:
        """What each commit changed since the last one that could be read; None where it cannot."""
        last = {"": ""}  # for each commit itself, or what came before it where it cannot be read
        for commit in self.found[-MOST:]:
            before = last.get(commit.parent, commit.parent)
            name = f"{before}..{commit.id}"
            told = self.kept[name] if name in self.kept else self._read(before, commit)
            self.used[name] = told
            last[commit.id] = commit.id if told else before
            yield told

    def keep(self) -> None:
        """Keep the events for the next build, where files can be written."""
        if self.used != self.kept:
            with suppress(OSError):
                (self.root / FILE).parent.mkdir(exist_ok=True)
                text = to_text(_engine(), self.used)
                (self.root / FILE).write_text(text, encoding="utf-8")

    def _read(self, before: str, commit: Commit) -> Event | None:
        earlier = _state(self.root, before) if before else None
        after = _state(self.root, commit.id)
        if after is None:
            return None
        return event(earlier, after, commit.id, commit.time, commit.subject)


@lru_cache(maxsize=2)
def _state(root: Path, commit: str) -> Argument | None:
    """The argument at a commit; None where it cannot be read whole."""
    loaded = load(collect_at(root, commit, _ARGUMENT))
    return loaded.argument if loaded.whole and loaded.argument.claims else None


@cache
def _engine() -> str:
    """What tells this engine from another: a fingerprint of its source."""
    digest = blake2b(digest_size=8)
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
