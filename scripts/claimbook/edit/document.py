"""A YAML file as text, with the place of everything in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import yaml

Node = yaml.nodes.Node
Table = yaml.nodes.MappingNode
Row = yaml.nodes.SequenceNode
Scalar = yaml.nodes.ScalarNode
N = TypeVar("N", bound=Node)


@dataclass(frozen=True)
class Entry:
    """A key of a table with its value."""

    key: Node
    value: Node


@dataclass(frozen=True)
class Splice:
    """A piece of text that takes the place of what stands from `start` to before `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Document:
    """The text of a file that has been read without problems; its lines end in a line feed."""

    file: str
    text: str

    @cached_property
    def root(self) -> Table:
        """The table that the file is."""
        root = yaml.compose(self.text, Loader=yaml.CSafeLoader)
        if not isinstance(root, Table):
            raise TypeError(f"{self.file} is no table")
        return root

    @cached_property
    def lines(self) -> list[str]:
        """The lines, each with the line feed at its end."""
        return self.text.splitlines(keepends=True)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line))
        return starts

    def offset(self, line: int) -> int:
        """Where a line begins, counted from 0; the end of the text behind the last."""
        return self._starts[min(line, len(self.lines))]

    def with_splices(self, splices: Iterable[Splice]) -> "Document":
        """The document with pieces replaced, none of which may overlap."""
        parts, at = [], 0
        for splice in sorted(splices, key=lambda s: (s.start, s.end)):
            parts += [self.text[at : splice.start], splice.text]
            at = splice.end
        return Document(self.file, "".join((*parts, self.text[at:])))

    def end_line(self, node: Node) -> int:
        """The line behind the last one that a value takes, counted from 0."""
        if isinstance(node, Table | Row) and not node.flow_style and node.value:
            return max(self.end_line(child) for child in _children(node))
        if isinstance(node, Scalar) and node.style in {"|", ">"}:
            return self._without_blank_lines(node.start_mark.line, node.end_mark.line)
        return int(node.end_mark.line) + 1

    def block(self, start: int, end: int) -> tuple[int, int]:
        """The lines of an entry from `start` to before `end` with the comments just above it."""
        while start and self.lines[start - 1].lstrip().startswith("#"):
            start -= 1
        return start, end

    def _without_blank_lines(self, start: int, end: int) -> int:
        while end > start + 1 and (end > len(self.lines) or not self.lines[end - 1].strip()):
            end -= 1
        return end


def entries(table: Table) -> Mapping[str, Entry]:
    """The entries of a table by their keys, in order."""
    return {key.value: Entry(key, value) for key, value in table.value}


def _children(node: Table | Row) -> Iterator[Node]:
    for child in node.value:
        yield from child if isinstance(child, tuple) else (child,)
