"""YAML that cannot be read -> what was meant, found by reading it with one line put right.

A guess about a line is right where the file can then be read, or read further: so that a mistake
is named as what it is where it is, and all others can be told in the same run.
"""

from collections.abc import Iterator

from claimbook.problems import Change, Place, Problem, ProblemsError
from claimbook.read.checking import check_shape
from claimbook.read.decoding import SourceText
from claimbook.read.parts import Shape
from claimbook.read.slips import Slip, slips
from claimbook.read.tree import Table
from claimbook.read.yaml_nodes import Parsed, parse

_MOST_SLIPS = 20  # in one file; a file with more is none that anybody wrote by hand
_MOST_READ = 20_000_000  # characters, in all attempts on one file; hostile files end here


def recovered(source: SourceText, shape: type[Shape]) -> Parsed:
    """The value of a file and every slip in it; raises `ProblemsError` where no guess helps.

    Of guesses that help, the one is taken that leaves least amiss with its `shape`.
    """
    found: list[Problem] = []
    attempts = iter(range(_MOST_READ // (len(source.text) + 1)))
    for _ in range(_MOST_SLIPS):
        parsed = _try(source)
        if isinstance(parsed, Problem):
            better = _put_right(source, parsed, shape, attempts)
        elif slip := _slip_in(parsed):
            better = slip, _changed(source, slip)
        else:
            return Parsed(parsed.tree, (*found, *parsed.problems))
        if better is None:
            break
        problem, source = better
        found.append(problem)
    raise ProblemsError([*found, *([parsed] if isinstance(parsed, Problem) else [])])


def _slip_in(parsed: Parsed) -> Problem | None:
    """A slip that let the file be read, if otherwise than it was meant."""
    slips = (p for p in parsed.problems if p.rule == "yaml-syntax" and p.fix)
    return next(slips, None)


def _changed(source: SourceText, problem: Problem) -> SourceText:
    """The text with a problem put right."""
    text = source.text
    for change in problem.fix:
        start = source.line_start(change.place.line) + change.place.column - 1
        text = text[:start] + change.new + text[start + len(change.old) :]
    return SourceText(source.file, text)


def _try(source: SourceText) -> Parsed | Problem:
    """What a text holds, or why it cannot be read."""
    try:
        return parse(source)
    except ProblemsError as error:
        return error.problems[0]


def _put_right(
    source: SourceText, fault: Problem, shape: type[Shape], attempts: Iterator[int]
) -> tuple[Problem, SourceText] | None:
    """The guess that lets reading succeed, or get furthest, and the text that it gives."""
    if fault.rule != "yaml-syntax":
        return None
    lines = source.text.split("\n")
    tried = list(_tried(source.file, lines, fault, shape, attempts))
    if not tried:
        return None
    _, slip, better = min(tried, key=lambda guess: guess[0])
    old = "\n".join(lines[slip.first - 1 : slip.first - 1 + len(slip.meant)])
    fix = Change(Place(source.file, slip.first), old, "\n".join(slip.meant))
    place = Place(source.file, slip.line, slip.column)
    return Problem(place, "yaml-syntax", slip.message, slip.hint, fix=(fix,)), better


def _tried(
    file: str, lines: list[str], fault: Problem, shape: type[Shape], attempts: Iterator[int]
) -> Iterator[tuple[tuple[int, int, int], Slip, SourceText]]:
    """The guesses that help, each with how little it helps: the less the better."""
    for number, slip in zip(attempts, slips(lines, fault.place.line), strict=False):
        first = slip.first - 1
        meant = [*lines[:first], *slip.meant, *lines[first + len(slip.meant) :]]
        better = SourceText(file, "\n".join(meant))
        left = _try(better)
        if isinstance(left, Parsed):
            yield (0, _deviations(left, shape), number), slip, better
        elif left.place.line > max(fault.place.line, slip.line):
            yield (1, -left.place.line, number), slip, better


def _deviations(parsed: Parsed, shape: type[Shape]) -> int:
    """How much in a tree is not as it should be: the sign of a guess that reads, but wrongly."""
    deviating = 1 if not isinstance(parsed.tree, Table) else 0
    checked = check_shape(shape, parsed.tree).problems if isinstance(parsed.tree, Table) else ()
    return deviating + len(parsed.problems) + len(checked)
