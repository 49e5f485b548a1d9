"""Fixes that are tried before they are kept: each must put its problem right and break nothing."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

from claimbook.edit.mend import mended
from claimbook.pipeline import Judged
from claimbook.problems import Level, Problem

ROUNDS: Final = 20  # a fix may bring to light what another can fix; nobody makes more in a row

Files = Mapping[str, bytes]
Judge = Callable[[Files], Judged]


def fixed(files: Files, judge: Judge) -> Files:
    """The files with everything fixed that can be fixed safely."""
    for _ in range(ROUNDS):
        better = _round(files, judge)
        if better == files:
            break
        files = better
    return files


def _round(files: Files, judge: Judge) -> Files:
    """One round: all fixes at once, or where that does harm those that do none by themselves."""
    before = judge(files)
    mendable = [problem for problem in before.problems if problem.fix]
    together = _mended(files, *mendable)
    if mendable and _is_better(before, judge(together), *mendable):
        return together
    for problem in mendable:
        alone = _mended(files, problem)
        if _is_better(before, judge(alone), problem):
            return alone
    return files


def _mended(files: Files, *problems: Problem) -> Files:
    return mended(files, (change for problem in problems for change in problem.fix))


def _is_better(before: Judged, after: Judged, *problems: Problem) -> bool:
    """Whether problems are gone and no error is new, unless it was hidden by what is mended."""
    gone = _counted(before) - _counted(after)
    if not all(gone[_name(problem)] for problem in problems):
        return False
    fresh = _errors(after) - _errors(before)
    return not fresh or (not before.intact and all(_is_behind(f, problems) for f in after.problems))


def _is_behind(found: Problem, mended: tuple[Problem, ...]) -> bool:
    """Whether a problem stands elsewhere than before the end of what was mended in its file."""
    return all(
        found.place.file != problem.place.file or found.place.line > problem.place.line
        for problem in mended
    )


def _counted(judged: Judged) -> Counter[tuple[str, str, str]]:
    return Counter(map(_name, judged.problems))


def _errors(judged: Judged) -> Counter[tuple[str, str, str]]:
    return Counter(_name(p) for p in judged.problems if p.level is Level.ERROR)


def _name(problem: Problem) -> tuple[str, str, str]:
    """What tells a problem from others although lines may have moved."""
    return problem.place.file, problem.rule, problem.message
