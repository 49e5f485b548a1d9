"""Fixes that are tried before they are kept: each must put its problem right and break nothing."""

from collections import Counter
from typing import Final

from claimbook.edit.mend import mended
from claimbook.judging import Files, Judge, Judged
from claimbook.problems import Level, Problem

ROUNDS: Final = 20  # a fix may bring to light what another can fix; nobody makes more in a row


def fixed(files: Files, judge: Judge) -> Files:
    """The files with everything fixed that can be fixed safely."""
    state = files, judge(files)
    for _ in range(ROUNDS):
        if (better := _round(*state, judge)) is None:
            break
        state = better
    return state[0]


def _round(files: Files, before: Judged, judge: Judge) -> tuple[Files, Judged] | None:
    """One round: all fixes at once, or where that does harm the first that does none."""
    mendable = [problem for problem in before.problems if problem.fix]
    attempts = [mendable, *([problem] for problem in mendable)] if mendable else []
    for attempt in attempts:
        new = _mended(files, *attempt)
        after = judge(new)
        if _is_better(before, after, *attempt):
            return new, after
    return None


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
