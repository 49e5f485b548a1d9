"""Problems for people: grouped by file, each with its line, what is wrong and what to do."""

from collections.abc import Callable, Iterator

from claimbook.exchange.problems.excerpt import excerpt, visible
from claimbook.exchange.problems.report import Report, law, summary
from claimbook.problems import Level, Problem

Paint = Callable[[str, str], str]
"""Gives a text a colour, which is named as terminals do."""

_MOST = 500  # problems of one file that a person is told of at once
_COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow"}


def plain(text: str, _: str) -> str:
    """The text as it is."""
    return text


def text(report: Report, paint: Paint = plain) -> str:
    """All problems, and how many there are."""
    lines = (*_lines(report, paint), *_ending(report))
    return "".join(f"{line}\n" for line in lines)


def listing(report: Report, paint: Paint = plain) -> str:
    """All problems alone."""
    return "".join(f"{line}\n" for line in _lines(report, paint))


def _lines(report: Report, paint: Paint) -> Iterator[str]:
    for file, found in report.by_file():
        yield paint(f"--- {visible(file)}: {summary(found)}", "cyan")
        for problem in found[:_MOST]:
            yield ""
            yield from _about(report, problem, paint)
        if len(found) > _MOST:
            yield f"\nand {len(found) - _MOST} more in this file"
        yield ""


def _ending(report: Report) -> Iterator[str]:
    mendable = sum(bool(problem.fix) for problem in report.problems)
    if mendable:
        yield f"`claimbook check --fix` can put {mendable} of them right; it shows what it changes."
    yield f"{summary(report.problems)}{report.scope and f' in {report.scope}'}"


def _about(report: Report, problem: Problem, paint: Paint) -> Iterator[str]:
    rule = paint(problem.rule, _COLOURS[problem.level])
    yield f"{visible(str(problem.place))}: {rule}: {visible(problem.message)}"
    place = problem.place
    if (line := report.line(place.file, place.line)) is not None:
        quoted, carets = excerpt(line, place.line, place.column)
        yield quoted
        yield paint(carets, _COLOURS[problem.level])
    told = {
        "why": law(problem.rule),
        "do": visible(problem.hint),
        "more": report.pages.get(problem.rule, ""),
    }
    for word, sentence in told.items():
        if sentence:
            yield f"{word:>7}: {sentence}"
