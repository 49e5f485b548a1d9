"""Problems with all that is told about them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from claimbook.problems import Problem
from claimbook.read.laws import LAWS
from claimbook.rules import RULES, name_of


@dataclass(frozen=True)
class Report:
    """The problems of one run, in order, and what their forms quote.

    `texts` are the files by path, with lines that end in a line feed; `pages` the addresses of
    pages on rules, by rule; `scope` says in words what was looked at.
    """

    problems: tuple[Problem, ...]
    texts: Mapping[str, str]
    pages: Mapping[str, str] = field(default_factory=dict)
    scope: str = ""

    def line(self, file: str, number: int) -> str | None:
        """A line of a file, counted from 1; None where there is none such."""
        lines = self.texts.get(file, "").split("\n")
        return lines[number - 1] if file in self.texts and number <= len(lines) else None

    def by_file(self) -> Iterator[tuple[str, tuple[Problem, ...]]]:
        """The problems of each file."""
        ordered = sorted(self.problems, key=lambda problem: problem.place.file)
        for file, found in groupby(ordered, key=lambda problem: problem.place.file):
            yield file, tuple(found)


def law(rule: str) -> str:
    """What must hold, in a sentence; empty for a name that no rule has."""
    return _laws().get(rule, "")


def summary(problems: Iterable[Problem]) -> str:
    """How many errors and warnings there are, in words."""
    counts = Counter(problem.level for problem in problems)
    words = (f"{n} {level}{'' if n == 1 else 's'}" for level, n in sorted(counts.items()))
    return ", ".join(words) or "no problems"


@cache
def _laws() -> Mapping[str, str]:
    return {**LAWS, **{name_of(rule): rule.__doc__ or "" for rule in RULES}}
