"""A report as data: headings, nested items and runs of text, for any way of writing them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from claimbook.reason.diff.change import FieldChange, Value
from claimbook.reason.diff.words import Fate, word_changes


class Sort(StrEnum):
    """What a run of text is."""

    PLAIN = "plain"
    STRONG = "strong"
    CODE = "code"
    ADDED = "added"
    REMOVED = "removed"
    CLAIM = "claim"
    SOURCE = "source"


@dataclass(frozen=True)
class Span:
    """A run of text; `target` is the id of the claim or the key of the source it names."""

    text: str
    sort: Sort = Sort.PLAIN
    target: str = ""


@dataclass(frozen=True)
class Item:
    """A line of a list and what stands under it.

    `to_do` makes it a box to tick; `about` is the id of the claim that all of it is about.
    """

    spans: tuple[Span, ...]
    items: tuple["Item", ...] = ()
    to_do: bool = False
    about: str = ""


@dataclass(frozen=True)
class Part:
    """A heading and its list."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Report:
    """A title, what it comes to in a line, and the parts that are not empty."""

    title: str
    summary: str
    parts: tuple[Part, ...]


def item(
    *parts: str | Span | Iterable[Span], items: Iterable[Item] = (), to_do: bool = False
) -> Item:
    """A line of plain texts, spans and rows of spans."""
    spans: list[Span] = []
    for part in parts:
        if isinstance(part, str | Span):
            spans.append(Span(part) if isinstance(part, str) else part)
        else:
            spans.extend(part)
    return Item(tuple(spans), tuple(items), to_do)


def strong(text: str) -> Span:
    """A text that stands out."""
    return Span(text, Sort.STRONG)


def code(text: str) -> Span:
    """A name as it stands in the files."""
    return Span(text, Sort.CODE)


def values(field: FieldChange) -> tuple[Span, ...]:
    """A field's values on both sides: of a text what was taken out and put in, word by word."""
    before, after = _text(field.before), _text(field.after)
    if field.name in _WHOLE and before and after:
        return Span(before, Sort.REMOVED), Span(" → "), Span(after, Sort.ADDED)
    return tuple(Span(run.text, _SORTS[run.fate]) for run in word_changes(before, after))


_WHOLE: Final = frozenset({"kind", "voice", "bearing", "read", "checked", "not_found", "wording"})
_SORTS: Final = {Fate.KEPT: Sort.PLAIN, Fate.REMOVED: Sort.REMOVED, Fate.ADDED: Sort.ADDED}


def _text(value: Value) -> str:
    return value if isinstance(value, str) else "; ".join(value)
