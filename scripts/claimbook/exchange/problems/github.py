"""Problems as workflow commands, which GitHub shows beside the lines of a pull request."""

from claimbook.exchange.problems.report import Report, law, summary
from claimbook.problems import Problem

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def github(report: Report) -> str:
    """A command a problem; the last line counts them."""
    commands = "".join(f"{_command(report, problem)}\n" for problem in report.problems)
    return f"{commands}{summary(report.problems)}\n"


def _command(report: Report, problem: Problem) -> str:
    place = problem.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "title": problem.rule,
    }
    told = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    page = report.pages.get(problem.rule, "")
    said = "\n".join(filter(None, (problem.message, problem.hint, law(problem.rule), page)))
    return f"::{problem.level} {told}::{said.translate(_DATA)}"
