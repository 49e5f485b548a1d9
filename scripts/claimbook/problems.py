"""What is wrong with an argument, where, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Place:
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
class Problem:
    """One thing that breaks one rule: `message` says what is wrong, `hint` how to put it right."""

    place: Place
    rule: str
    message: str
    hint: str = ""
    level: Level = Level.ERROR

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


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The hint that names the known word nearest to `word`; empty where none is near."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else ""
