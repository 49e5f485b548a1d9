"""Claims reach as far as their evidence: in place, in time, in whom they speak of."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from claimbook.model import Argument, Bearing, Claim, Kind, Scope
from claimbook.problems import Place
from claimbook.read import periods
from claimbook.reason import places
from claimbook.reason.scope import scope_of
from claimbook.rules.finding import Finding, all_claims

_FACTUAL: Final = frozenset({Kind.EMPIRICAL, Kind.CAUSAL, Kind.PREDICTIVE})
_LITTLE_WORDS: Final = frozenset({"a", "an", "and", "at", "in", "of", "or", "the", "who", "with"})


def unknown_place(argument: Argument) -> Iterator[Finding]:
    """Every place is a country, a part of one or a region that ISO 3166 or UN M49 knows."""
    for scope in filter(None, _scopes(argument)):
        for code in scope.places:
            if not places.is_known(code):
                hint = "the United Kingdom is GB" if code == "UK" else "look it up in ISO 3166"
                yield Finding(code.place, f"`{code}` is no place", hint)


def wider_than_evidence(argument: Argument) -> Iterator[Finding]:
    """Every claim reaches no further in place, time or people than its evidence together."""
    for claim in all_claims(argument):
        pieces = [piece for piece in claim.evidence if piece.bearing is not Bearing.CONTEXT]
        scopes = [scope_of(argument, piece) for piece in pieces]
        for find in (_places, _anywhere, _times, _people) if scopes else ():
            for place, message in find(claim, scopes):
                hint = "say in `scope` how far it reaches, or find evidence for the rest"
                yield Finding(place, message, hint, claim)


def _scopes(argument: Argument) -> Iterator[Scope | None]:
    """Every scope that is given anywhere."""
    for claim in all_claims(argument):
        yield claim.scope
        yield from (piece.scope for piece in claim.evidence)
    yield from (source.scope for source in argument.sources.values())


# Evidence that names no place (period, people) may speak of any: a claim that has such evidence
# is not judged by its places (periods, people).


def _places(claim: Claim, found: Sequence[Scope]) -> Iterator[tuple[Place, str]]:
    if claim.scope and all(scope.places for scope in found):
        for code in places.uncovered(claim.scope.places, _codes(found)):
            beyond = next(written for written in claim.scope.places if written == code)
            yield beyond.place, f"the claim speaks of {code}, and none of its evidence does"


def _anywhere(claim: Claim, found: Sequence[Scope]) -> Iterator[tuple[Place, str]]:
    """A claim about facts that names no place speaks of all."""
    everywhere = claim.kind in _FACTUAL and not (claim.scope and claim.scope.places)
    codes = _codes(found) if all(scope.places for scope in found) else ()
    if everywhere and codes and places.uncovered([places.WORLD], codes):
        shown = ", ".join(codes)
        message = f"the claim names no place, and its evidence speaks of {shown} alone"
        yield claim.statement.place, message


def _times(claim: Claim, found: Sequence[Scope]) -> Iterator[tuple[Place, str]]:
    known = [scope.period for scope in found if scope.period]
    period = claim.scope.period if claim.scope and len(known) == len(found) else None
    if period and (gap := periods.uncovered(period, known)):
        message = f"the claim speaks of {period}, and none of its evidence of {_shown(*gap)}"
        yield period.place, message


def _people(claim: Claim, found: Sequence[Scope]) -> Iterator[tuple[Place, str]]:
    """Whom fewer words name are more people, so that they include those whom more words name."""
    known = [scope.people for scope in found if scope.people]
    people = claim.scope.people if claim.scope and len(known) == len(found) else None
    if people and not any(_words(wider) <= _words(people) for wider in known):
        shown = "; ".join(dict.fromkeys(known))
        message = f"the claim speaks of {people}, and its evidence of {shown}"
        yield people.place, message


def _codes(scopes: Sequence[Scope]) -> list[str]:
    return sorted({str(code) for scope in scopes for code in scope.places})


def _words(people: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w’'-]+", people.casefold())) - _LITTLE_WORDS


def _shown(first: date, last: date) -> str:
    """A stretch of time as people write it: `2016 to 2018`, `2021 on`."""
    if last == date.max:
        return f"{first.year} on"
    if first == date.min:
        return f"the time up to {last.year}"
    return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
