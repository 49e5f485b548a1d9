"""What changed in the argument in the course of time, and the feed that tells of it."""

from claimbook.exchange.chronicle.atom import atom
from claimbook.exchange.chronicle.event import Event, History, event
from claimbook.exchange.chronicle.keeping import from_json, to_json

__all__ = ["Event", "History", "atom", "event", "from_json", "to_json"]
