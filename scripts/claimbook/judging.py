"""From a folder to an argument, and everything that is wrong with its files."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias

from claimbook.cache import Cache
from claimbook.links import ages
from claimbook.links.store import Store
from claimbook.model import Argument
from claimbook.problems import Level, Problem, ProblemsError
from claimbook.read import collect, load, retractions, unread
from claimbook.read.retractions import Notice
from claimbook.rules import Outside, check
from claimbook.shares import made

Files: TypeAlias = Mapping[str, bytes]
"""Files by their paths relative to the project."""

FEWEST_FILES: Final = 16  # whose reading is worth another process

MOST_DAYS: Final = 60
"""Days after which what was seen at addresses is too old to be relied on."""


@dataclass(frozen=True)
class Judged:
    """An argument and everything that is wrong with its files, in order.

    `intact` is false where something could not be read, so that more may come to light.
    """

    argument: Argument
    problems: tuple[Problem, ...]
    intact: bool


def problems(
    root: Path, today: date | None = None, keep: Cache | None = None
) -> tuple[Argument, tuple[Problem, ...]]:
    """The argument in a project folder, and everything that is wrong with it, in order.

    What lies in the future is found where `today` is given. With `keep` no file is read that was
    read before.
    """
    outside, damage = surroundings(root, today)
    found = judged(collect(root), outside, keep)
    return found.argument, tuple(sorted({*found.problems, *damage}))


def surroundings(root: Path, today: date | None) -> tuple[Outside, tuple[Problem, ...]]:
    """What files are judged by beside themselves, and what is wrong with that."""
    known, damage = _notices(root)
    return Outside(today, known), (*damage, *_old_links(root, today))


def judged(files: Files, outside: Outside, keep: Cache | None = None) -> Judged:
    """The argument that files hold, and everything that is wrong with them.

    With `keep` no file is read that was read before.
    """
    with _uncollected():
        if keep:
            made(unread(files, keep), keep, fewest=FEWEST_FILES)
        loaded = load(files, keep)
        whole, intact = loaded.whole, loaded.intact
        broken = check(loaded.argument, whole=whole, intact=intact, outside=outside)
        found = tuple(sorted({*loaded.problems, *broken}))
    return Judged(loaded.argument, found, whole and intact)


def argument(root: Path, keep: Cache | None = None) -> Argument:
    """The argument in a project folder; raises `ProblemsError` where it has an error."""
    read, found = problems(root, keep=keep)
    if any(problem.level is Level.ERROR for problem in found):
        raise ProblemsError(found)
    return read


Judge: TypeAlias = Callable[[Files], Judged]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: what is read holds no circles, and is needed to the end."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _old_links(root: Path, today: date | None) -> tuple[Problem, ...]:
    """What is wrong with the results kept of addresses: damage, or their age where it is known."""
    try:
        checked = [result.checked for result in Store(root).results.values()]
    except ProblemsError as error:
        return error.problems
    return tuple(ages.age(checked, today, MOST_DAYS, Level.WARNING)) if today else ()


def _notices(root: Path) -> tuple[Mapping[str, Notice], tuple[Problem, ...]]:
    """The notices on works that a project keeps, and what is wrong with their file."""
    file = root / retractions.FILE
    try:
        text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
        return (retractions.notices(text) if text else {}), ()
    except ProblemsError as error:
        return {}, error.problems
