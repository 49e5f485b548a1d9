"""YAML text -> values that know their places, or what is wrong with it.

Scalars follow the core schema of YAML 1.2, so `no`, `on` and dates stay text. Values are built
from the parser's events and not from composed nodes: the C composer crashes on deep nesting.
"""

import re
from dataclasses import dataclass

import yaml

from claimbook.model import Number, Text
from claimbook.problems import Place, Problem, ProblemsError
from claimbook.read.decoding import SourceText
from claimbook.read.slips.tables import cut_text, slip_in_table
from claimbook.read.tree import Flag, Key, Nothing, Row, Table, Tree, Unusable
from claimbook.read.yaml_errors import reworded

DEEPEST = 100  # levels of nesting; a file of claims has about ten

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_CUTTING = re.compile(r"[ \t]+#[^\s#]")
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


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
        self._events = yaml.parse(source.text, Loader=yaml.CSafeLoader)
        self._depth = 0

    def document(self) -> Tree:
        """The value of the only document; nothing where there is none."""
        start, document = next(self._events), next(self._events)
        if isinstance(document, yaml.StreamEndEvent):
            return Nothing(self._place(start))
        tree = self._value(next(self._events))
        next(self._events)
        if not isinstance(event := next(self._events), yaml.StreamEndEvent):
            place = self._place(event)
            self._report(place, "several-documents", "a second document begins", "take out `---`")
        return tree

    def _value(self, event: yaml.Event, *, item: bool = False) -> Tree:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            hint = "write the value out, or put a text that begins with `*` in quotes"
            self._report(place, "anchor", f"`*{event.anchor}` stands for another value", hint)
            return Unusable(place)
        if isinstance(event, yaml.CollectionStartEvent):
            self._check_properties(event, place)
        self._check_depth(place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._row(place)
        return self._table(place, item=item)

    def _check_properties(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place
    ) -> None:
        if event.anchor is not None:
            hint = "take it out, or put a text that begins with `&` in quotes"
            self._report(place, "anchor", f"`&{event.anchor}` names a value", hint)
        if event.tag is not None:
            hint = "take it out, or put a text that begins with `!` in quotes"
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._report(place, "tag", f"the tag `{tag}` gives a value a type", hint)

    def _scalar(self, event: yaml.ScalarEvent) -> Tree:
        if event.tag is not None or event.anchor is not None:
            self._check_properties(event, self._place(event))
        value = event.value
        if not event.style and event.implicit[0]:
            if value in _NOTHING:
                return Nothing(self._place(event))
            if value in _FLAGS:
                return Flag(_FLAGS[value], self._place(event), value)
            if _INTEGER.fullmatch(value):
                return Number(int(value), self._place(event), value)
        return self._text(event)

    def _text(self, event: yaml.ScalarEvent) -> Text:
        begin, end = _span(event)
        text = self.source.text
        if not event.style and _CUTTING.match(text, end):
            self.problems.append(cut_text(self.source.place(text.index("#", end))))
        return Text(event.value, self.source.place(begin), text[begin:end])

    def _row(self, place: Place) -> Row:
        row = Row(place)
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            row.append(self._value(event, item=True))
        self._depth -= 1
        return row

    def _table(self, place: Place, *, item: bool) -> Table:
        table = Table(place)
        repeated: list[Key] = []
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            value = self._value(next(self._events))
            if key is None:
                continue
            if key in table:
                repeated.append(key)
            else:
                table[key] = value
        self._depth -= 1
        self._tell_repeated(table, repeated, item=item)
        return table

    def _tell_repeated(self, table: Table, repeated: list[Key], *, item: bool) -> None:
        """Tell of each key that stands in a table twice, or of the slip that made them do so."""
        if slip := slip_in_table(table, repeated, item=item):
            self.problems.append(slip)
            return
        for key in repeated:
            first = table.key(key)
            line = first.place.line if first else 0
            message = f"`{key}` stands here a second time, after line {line}"
            self._report(key.place, "duplicate-key", message, "keep one of the two")

    def _check_depth(self, place: Place) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            message = f"more than {DEEPEST} lists or tables stand inside one another"
            hint = "a bracket may be left over"
            raise ProblemsError([Problem(place, "too-deep", message, hint)])

    def _key(self, event: yaml.Event) -> Key | None:
        value = self._value(event)
        if isinstance(value, Text | Number):
            return value
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event)
        hint = "put a text that begins with a bracket or brace in quotes"
        self._report(value.place, "complex-key", "a key is no plain text", hint)
        return None

    def _place(self, event: yaml.Event) -> Place:
        return self.source.place(_span(event)[0])

    def _report(self, place: Place, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(place, rule, message, hint))


def _span(event: yaml.Event) -> tuple[int, int]:
    """Offsets of the first character of an event and of the one after its last."""
    begin, end = event.start_mark, event.end_mark
    return (begin.index, end.index) if begin and end else (0, 0)
