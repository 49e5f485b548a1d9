"""YAML text -> values that know their places, or what is wrong with it.

Scalars follow the core schema of YAML 1.2, so `no`, `on` and dates stay text. Values are built
from the parser's events and not from composed nodes: the C composer crashes on deep nesting.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from claimbook.model import Number, Text
from claimbook.problems import Place, Problem, ProblemsError
from claimbook.read.decoding import SourceText
from claimbook.read.tree import Flag, Nothing, Row, Table, Tree, Unusable
from claimbook.read.yaml_errors import reworded

DEEPEST = 100  # levels of nesting; a file of claims has about ten

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NOTHING = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True)
class Parsed:
    """The value of a YAML file, and what is wrong in it that left the rest readable."""

    tree: Tree
    problems: tuple[Problem, ...]


def parse(source: SourceText) -> Parsed:
    """The value that a YAML file holds; raises `ProblemsError` where it is no YAML."""
    builder = _Builder(source)
    try:
        tree = builder.document()
    except yaml.YAMLError as error:
        raise ProblemsError([reworded(source, error)]) from None
    return Parsed(tree, tuple(builder.problems))


class _Builder:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self._events: Iterator[yaml.Event] = yaml.parse(source.text, Loader=yaml.CSafeLoader)
        self._depth = 0

    def document(self) -> Tree:
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return Nothing(self._place(event))
        tree = self._value(next(self._events))
        next(self._events)
        if not isinstance(event := next(self._events), yaml.StreamEndEvent):
            self._report(event, "several-documents", "a second document begins", "take out `---`")
        return tree

    def _value(self, event: yaml.Event) -> Tree:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        self._check_properties(event)
        return _BUILDERS[type(event)](self, event)

    def _alias(self, event: yaml.AliasEvent) -> Unusable:
        hint = "write the value out, or put a text that begins with `*` in quotes"
        self._report(event, "anchor", f"`*{event.anchor}` stands for a value elsewhere", hint)
        return Unusable(self._place(event))

    def _check_properties(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            hint = "take it out, or put a text that begins with `&` in quotes"
            self._report(event, "anchor", f"`&{event.anchor}` names a value", hint)
        if event.tag is not None:
            hint = "take it out, or put a text that begins with `!` in quotes"
            self._report(event, "tag", f"the tag `{event.tag}` gives a value a type", hint)

    def _scalar(self, event: yaml.ScalarEvent) -> Tree:
        place = self._place(event)
        if event.implicit[0] and not event.style:
            if event.value in _NOTHING:
                return Nothing(place)
            if event.value in _FLAGS:
                return Flag(_FLAGS[event.value], place)
            if _INTEGER.fullmatch(event.value):
                return Number(int(event.value), place)
        return self._text(event, place)

    def _text(self, event: yaml.ScalarEvent, place: Place) -> Text:
        raw = self.source.text[event.start_mark.index : event.end_mark.index]
        return Text(event.value, place, raw)

    def _row(self, event: yaml.SequenceStartEvent) -> Row:
        row = Row(self._place(event))
        self._enter(event)
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            row.append(self._value(event))
        self._depth -= 1
        return row

    def _table(self, event: yaml.MappingStartEvent) -> Table:
        table = Table(self._place(event))
        self._enter(event)
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            value = self._value(next(self._events))
            if key is not None:
                self._add(table, key, value)
        self._depth -= 1
        return table

    def _enter(self, event: yaml.Event) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            message = f"more than {DEEPEST} lists or tables stand inside one another"
            hint = "a bracket may be left over"
            raise ProblemsError([Problem(self._place(event), "too-deep", message, hint)])

    def _key(self, event: yaml.Event) -> Text | Number | None:
        value = self._value(event)
        if isinstance(event, yaml.ScalarEvent):
            place = self._place(event)
            return value if isinstance(value, Text | Number) else self._text(event, place)
        self._report(event, "complex-key", "a key is no plain text", "put a text in `[…]` in quotes")
        return None

    def _add(self, table: Table, key: Text | Number, value: Tree) -> None:
        if key not in table:
            table[key] = value
            return
        message = f"`{key}` stands here a second time, after line {table.key(key).place.line}"
        self.problems.append(Problem(key.place, "duplicate-key", message, "keep one of the two"))

    def _place(self, event: yaml.Event) -> Place:
        return self.source.place(event.start_mark.index)

    def _report(self, event: yaml.Event, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self._place(event), rule, message, hint))


_BUILDERS: dict[type[yaml.Event], Callable[[_Builder, yaml.Event], Tree]] = {
    yaml.ScalarEvent: _Builder._scalar,
    yaml.SequenceStartEvent: _Builder._row,
    yaml.MappingStartEvent: _Builder._table,
}
