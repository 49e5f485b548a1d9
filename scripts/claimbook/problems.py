"""What is wrong with an argument, where, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from enum import StrEnum
from typing import Final, NamedTuple

_CLOSE: Final = 0.75  # likeness, from 0 to 1, from which a word may be a misspelling of another
_AHEAD: Final = 0.05  # by how much it must be liker than to any other


class Place(NamedTuple):
    """A position in a file: path relative to the project, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Level(StrEnum):
    """How much a problem matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """What stands at a place of a file, and what should stand there instead.

    Where both are empty it is enough to write the file anew: as UTF-8, its lines ended by a line
    feed, without a byte-order mark.
    """

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that breaks one rule: `message` says what is wrong, `hint` how to put it right.

    `fix` is the change that follows the hint, where nothing is left to choose.
    """

    place: Place
    rule: str
    message: str
    hint: str = ""
    level: Level = Level.ERROR
    fix: tuple[Change, ...] = ()

    def __str__(self) -> str:
        line = f"{self.place}: {self.rule}: {self.message}"
        return f"{line} ({self.hint})" if self.hint else line


class ProblemsError(Exception):
    """Every problem of one run, sorted by place, none of them twice."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`; None where none is much like it."""
    return next(iter(get_close_matches(word, known, n=1)), None)


def only_near(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` must mean: very like it, while no other comes close."""
    near = get_close_matches(word, known, n=2, cutoff=_CLOSE)
    likeness = [SequenceMatcher(None, candidate, word).ratio() for candidate in near]
    alone = len(near) == 1 or (len(near) > 1 and likeness[0] - likeness[1] > _AHEAD)
    return near[0] if alone else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The hint that names the known word nearest to `word`; empty where none is near."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else ""
