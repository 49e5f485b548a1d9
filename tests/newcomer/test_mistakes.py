"""Sixty mistakes and more: each is answered once, in its place, by advice that works."""

from collections import Counter
from functools import cache

import pytest

from claimbook.commands.fixing import fixed
from claimbook.judging import Judged, judged
from claimbook.problems import Problem
from claimbook.rules import Outside
from tests.newcomer.mistakes import REAL, Files, Mistake
from tests.newcomer.sixty import MISTAKES

_KNOWN: dict[tuple[tuple[str, bytes], ...], Judged] = {}


def test_there_are_sixty_and_no_two_alike() -> None:
    assert len(MISTAKES) >= 60
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES)
    assert len({tuple(mistake.made()[0].items()) for mistake in MISTAKES}) == len(MISTAKES)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_once_where_it_is_and_its_advice_works(mistake: Mistake) -> None:
    files, file, line = mistake.made()
    found = new(files)
    assert [(p.rule, p.place.file, p.place.line) for p in found] == [(mistake.rule, file, line)]
    assert mistake.told in f"{found[0].message}; {found[0].hint}"
    assert found[0].hint
    better = mistake.follow(files) if mistake.follow else fixed(files, judge)
    assert better != files
    assert not new(better)


def judge(files: Files) -> Judged:
    """What is wrong with files; each state is judged once."""
    key = tuple(files.items())
    if key not in _KNOWN:
        _KNOWN.clear()
        _KNOWN[key] = judged(files, Outside())
    return _KNOWN[key]


def new(files: Files) -> list[Problem]:
    """The problems that the real files do not have."""
    known = Counter(name(problem) for problem in real())
    return [p for p in judge(files).problems if not known[name(p)]]


@cache
def real() -> tuple[Problem, ...]:
    return judged(REAL, Outside()).problems


def name(problem: Problem) -> tuple[str, str, str]:
    return problem.place.file, problem.rule, problem.message
