"""Events kept from one build to the next, so that no state is read twice."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from claimbook.exchange.chronicle.event import Event

_KEPT: Final[TypeAdapter[Any]] = TypeAdapter(tuple[str, dict[str, Event | None]])


def to_text(engine: str, events: Mapping[str, Event | None]) -> str:
    """Events by name as JSON; `engine` names what worked them out."""
    text: bytes = _KEPT.dump_json((engine, dict(events)))
    return text.decode()


def from_text(engine: str, text: str) -> dict[str, Event | None]:
    """The events that the same engine worked out; none where the text is damaged or another's."""
    try:
        made_by, events = _KEPT.validate_json(text)
    except ValidationError:
        return {}
    return dict(events) if made_by == engine else {}
