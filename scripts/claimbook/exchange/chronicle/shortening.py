"""Long texts of which little changed, with what stayed cut to what shows the place."""

from dataclasses import replace
from typing import Final

from claimbook.exchange.difference.report import Item, Sort, Span

LONGEST: Final = 80  # characters of a stretch that stayed
_ENDS: Final = 30  # characters of it that are left beside a change

_CHANGED: Final = frozenset({Sort.ADDED, Sort.REMOVED})


def shortened(item: Item) -> Item:
    """A line, and those under it, of whose word-by-word comparison the unchanged middles go."""
    spans = item.spans
    if any(span.sort in _CHANGED for span in spans):
        last = len(spans) - 1
        spans = tuple(_cut(span, n > 0, n < last) for n, span in enumerate(spans))
    return replace(item, spans=spans, items=tuple(map(shortened, item.items)))


def _cut(span: Span, behind: bool, before: bool) -> Span:  # noqa: FBT001 - two sides of a text
    """A stretch without its middle, or without the end at which nothing changed."""
    if span.sort is not Sort.PLAIN or len(span.text) <= LONGEST:
        return span
    start = span.text[:_ENDS].rpartition(" ")[0] + " " if behind else ""
    end = " " + span.text[-_ENDS:].partition(" ")[2] if before else ""
    return Span(f"{start}…{end}")
