"""Events as they are kept from one build to the next, so that no state is read twice."""

from typing import Final

from pydantic import TypeAdapter

from claimbook.exchange.chronicle.event import Event

_KEPT: Final[TypeAdapter[Event | None]] = TypeAdapter(Event | None)


def to_json(event: Event | None) -> bytes:
    """An event, or that there is none, as JSON."""
    return _KEPT.dump_json(event)


def from_json(text: bytes) -> Event | None:
    """What `to_json` wrote."""
    return _KEPT.validate_json(text)
