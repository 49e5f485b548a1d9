"""Of where, when and whom a finding speaks."""

from claimbook.model import Argument, Evidence, Scope
from claimbook.read.spelling import is_period


def scope_of(argument: Argument, piece: Evidence) -> Scope:
    """The scope of a finding: what it says itself, else what the entry of its source says."""
    source = argument.sources.get(piece.source)
    own, given = piece.scope or Scope(), source.scope if source else Scope()
    period = given.period if given.period and is_period(given.period) else None
    return Scope(own.places or given.places, own.period or period, own.people or given.people)
