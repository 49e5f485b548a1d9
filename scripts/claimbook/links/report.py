"""The results as one readable page of Markdown, for an issue that is opened or updated."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from claimbook.links.results import Result
from claimbook.links.states import State, Verdict
from claimbook.links.targets import Target
from claimbook.problems import Level, Problem

LONGEST: Final = 60_000  # characters; an issue of GitHub holds 65,536

_CHAPTERS: Final[Mapping[Verdict, str]] = {
    Verdict.BROKEN: "Broken",
    Verdict.LOOK: "To be looked at by a person",
    Verdict.UNSURE: "Could not check",
}
_MOVED: Final = "Moved for good"


def markdown(
    targets: Sequence[Target], results: Mapping[str, Result], problems: Iterable[Problem] = ()
) -> str:
    """Counts first, then a table for each verdict that asks something of people."""
    seen = [(target, results[target.address]) for target in targets if target.address in results]
    parts = [_counts([result for _, result in seen], len(targets))]
    for verdict, title in _CHAPTERS.items():
        rows = [pair for pair in seen if pair[1].state.verdict is verdict]
        parts += [_table(title, rows)] if rows else []
    moved = [pair for pair in seen if pair[1].state is State.MOVED]
    parts += [_table(_MOVED, moved)] if moved else []
    words = [problem for problem in problems if problem.rule.startswith("words-")]
    parts += ["## Words\n\n" + "\n".join(map(_item, words)) + "\n"] if words else []
    return _cut("\n".join(parts))


def tally(results: Iterable[Result]) -> str:
    """How many addresses have each verdict, in words."""
    counts = Counter(result.state.verdict for result in results)
    return ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict])


def _counts(results: Sequence[Result], wanted: int) -> str:
    states = Counter(result.state for result in results)
    lines = ["| state | addresses | what it means |", "| --- | ---: | --- |"]
    lines += [f"| {s} | {states[s]} | {s.meaning} |" for s in State if states[s]]
    asked = f"{len(results)} of {wanted} addresses checked: {tally(results) or 'none'}."
    return "\n".join([asked, "", *lines, ""])


def _table(title: str, rows: Sequence[tuple[Target, Result]]) -> str:
    lines = [f"## {title}", "", "| address | seen | since | where |", "| --- | --- | --- | --- |"]
    lines += [_row(target, result) for target, result in rows]
    return "\n".join([*lines, ""])


def _row(target: Target, result: Result) -> str:
    places = "<br>".join(f"`{place.file}:{place.line}`" for place in target.places)
    return f"| {_code(result.address)} | {_seen(result)} | {result.since} | {places} |"


def _seen(result: Result) -> str:
    parts = [f"**{result.state}**", str(result.status or "")]
    parts += [f"→ {_code(result.moved_to or result.final)}" if result.final else ""]
    parts += [_code(result.note) if result.note else ""]
    return " ".join(filter(None, parts))


def _item(problem: Problem) -> str:
    sign = "**error**" if problem.level is Level.ERROR else "warning"
    place = f"`{problem.place.file}:{problem.place.line}`"
    return f"- {place} {sign} {_code(problem.message)}: {_code(problem.hint)}"


def _code(text: str) -> str:
    """Text of strangers: shown as it is, and as nothing else."""
    plain = re.sub(r"\s+", " ", text).replace("`", "'").replace("|", "¦")
    return f"`{plain.strip() or ' '}`"


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST].rpartition("\n")[0]
    return f"{kept}\n\nThe rest is cut off here; `claimbook links --offline` shows all.\n"
