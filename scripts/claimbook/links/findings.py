"""What was seen at the addresses of an argument -> problems for those who keep it."""

from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Final

from claimbook.links.marks import words_seen
from claimbook.links.results import Result, Sight
from claimbook.links.states import State, Verdict
from claimbook.links.targets import Target, words_wanted
from claimbook.model import Argument
from claimbook.problems import Level, Problem

_HINTS: Final[Mapping[Verdict, str]] = {
    Verdict.BROKEN: "find its new address, or give an archived copy as `archiveurl`",
    Verdict.LOOK: "look at it in a browser",
}


def links(targets: Sequence[Target], results: Mapping[str, Result]) -> Iterator[Problem]:
    """Yield each address that is broken, looks wrong or has moved, at each place it is written."""
    for target in targets:
        seen = results.get(target.address)
        if seen and seen.state.verdict in _HINTS:
            rule = "link-broken" if seen.state.verdict is Verdict.BROKEN else "link-suspect"
            level = _level(seen, results.get(target.archive))
            hint = _HINTS[seen.state.verdict]
            yield from (Problem(p, rule, _said(seen), hint, level) for p in target.places)
        elif seen and seen.state is State.MOVED:
            hint = f"write {seen.moved_to}"
            found = Level.WARNING
            yield from (Problem(p, "link-moved", _said(seen), hint, found) for p in target.places)


def words(argument: Argument, results: Mapping[str, Result]) -> Iterator[Problem]:
    """Yield words that do not stand at their source as they are quoted, at the quotation."""
    for _, piece in argument.evidence():
        source = argument.sources.get(piece.source)
        for wanted in words_wanted(piece) if source else ():
            seen = words_seen(wanted, source, results) if source else None
            if seen and seen.words.sight is Sight.NEAR:
                message = f"“{wanted}” stands otherwise at {seen.result.address}"
                hint = f"there it reads “{seen.words.nearest}” ({'; '.join(seen.words.differs)})"
                yield Problem(wanted.place, "words-differ", message, hint)
            elif seen and seen.words.sight is Sight.MISSING:
                message = f"“{wanted}” was not found at {seen.result.address}"
                hint = "quote what stands there, or say in `read_at` where it was read"
                yield Problem(wanted.place, "words-missing", message, hint, Level.WARNING)


def _said(seen: Result) -> str:
    status = (
        f", status {seen.status}" if seen.status and seen.status >= HTTPStatus.BAD_REQUEST else ""
    )
    note = f" ({seen.note})" if seen.note else ""
    return f"{seen.address}: {seen.state}{status}{note}: {seen.state.meaning}"


def _level(seen: Result, copy: Result | None) -> Level:
    """A broken address is an error, unless an archived copy answers in its place."""
    kept = copy is not None and copy.state.verdict is Verdict.ANSWERS
    return Level.ERROR if seen.state.verdict is Verdict.BROKEN and not kept else Level.WARNING
