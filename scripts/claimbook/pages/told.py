"""What changed in the argument, under the names of today."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from claimbook.exchange.chronicle import Event, History
from claimbook.exchange.difference.report import Item, Sort, Span
from claimbook.model import Argument


@dataclass(frozen=True)
class Told:
    """An event, and what it changed in one claim."""

    event: Event
    items: tuple[Item, ...]


def today(history: History, argument: Argument, labels: Mapping[str, str]) -> Iterator[Event]:
    """The events with the ids and labels of today; what is gone by now is named without a target.

    An id that was changed or merged later stands for what took its place.
    """
    later = {str(a): str(c.id) for c in argument.claims.values() for a in c.aliases}
    for event in history.events:
        names = _Names(argument, labels, later)
        parts = tuple(replace(part, items=names.items(part.items)) for part in event.parts)
        claims = {later.get(id_, id_): names.items(told) for id_, told in event.claims.items()}
        yield replace(event, parts=parts, claims=claims)
        later = later | {old: later.get(new, new) for old, new in event.renamed.items()}


def by_claim(events: Iterable[Event]) -> Mapping[str, tuple[Told, ...]]:
    """What happened to each claim, in the order of the events."""
    found: dict[str, tuple[Told, ...]] = {}
    for event in events:
        for id_, items in event.claims.items():
            found[id_] = (*found.get(id_, ()), Told(event, items))
    return found


@dataclass(frozen=True)
class _Names:
    argument: Argument
    labels: Mapping[str, str]
    later: Mapping[str, str]

    def items(self, items: Iterable[Item]) -> tuple[Item, ...]:
        return tuple(map(self._item, items))

    def _item(self, item: Item) -> Item:
        spans = tuple(map(self._span, item.spans))
        return replace(item, spans=spans, items=self.items(item.items))

    def _span(self, span: Span) -> Span:
        if span.sort is Sort.SOURCE:
            label = self.labels.get(span.target, span.text)
            return Span(label, Sort.SOURCE, span.target if span.target in self.labels else "")
        if span.sort is not Sort.CLAIM:
            return span
        id_ = self.later.get(span.target, span.target)
        return replace(span, target=id_ if id_ in self.argument.claims else "")
