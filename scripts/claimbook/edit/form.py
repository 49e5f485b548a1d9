"""Files in their usual form: order of keys, indentation, wrapping; comments stay with their line.

Text that is wrapped well enough stays as it is, so that a change of one word changes one line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import yaml

from claimbook.edit.document import Document, Entry, Node, Row, Scalar, Splice, Table, entries
from claimbook.edit.layout import WIDEST, foldable, folded, text_lines
from claimbook.edit.plan import MAP, SECTION, Plan
from claimbook.edit.tables import LayoutError, comment
from claimbook.read.reading import HEAD

LEAST: Final = 72  # columns that a wrapped line fills at least, if the next word would fit there

_COMMENT = re.compile(r"#.*")
_PLAIN_HEADER = re.compile(r"[|>][-+]?$")


def formed(document: Document) -> Document:
    """The document in its usual form; raises `LayoutError` rather than lose anything."""
    plan = MAP if document.file == HEAD else SECTION
    writer = _Writer(document)
    start = document.root.start_mark.line
    head = writer.comments(0, start, 0)
    lines = [*head, *writer.table(document.root, 0, plan, start), *writer.footer()]
    form = Document(document.file, "\n".join((*lines, "")))
    if not _says_the_same(document, form):
        raise LayoutError(f"{document.file} cannot be put in form without loss; it stays as it is")
    return form


def _says_the_same(one: Document, other: Document) -> bool:
    values = [yaml.load(d.text, Loader=yaml.CBaseLoader) for d in (one, other)]  # noqa: S506 - texts only
    return values[0] == values[1] and _comments(one) == _comments(other)


def _comments(document: Document) -> list[str]:
    """Every comment, whatever the order: what begins with `#` outside of texts."""
    spans = [(n.start_mark.index, n.end_mark.index) for n in _texts(document.root)]
    splices = (Splice(start, end, _head(document.text[start:end])) for start, end in spans)
    return sorted(map(str.rstrip, _COMMENT.findall(document.with_splices(splices).text)))


def _texts(node: Node) -> Iterator[Node]:
    if isinstance(node, Scalar):
        yield node
        return
    for child in node.value:
        for part in child if isinstance(child, tuple) else (child,):
            yield from _texts(part)


def _head(raw: str) -> str:
    """The first line of a block, where a comment may stand, and an end for it; else nothing."""
    return raw.split("\n", 1)[0] + "\n" if raw[:1] in {"|", ">"} else ""


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document

    def table(self, table: Table, indent: int, plan: Plan, start: int) -> Iterator[str]:
        """The lines of a table; `start` is the first line that belongs to it or its comments."""
        blocks = {}
        for key, entry in entries(table).items():
            above = self.comments(start, entry.key.start_mark.line, indent)
            blocks[key] = [*above, *self._entry(entry, indent, plan.of(key))]
            start = self.document.end_line(entry.value)
        for number, key in enumerate(_ordered(blocks, plan.order)):
            if number and (plan.apart or key == plan.above):
                yield ""
            yield from blocks[key]

    def footer(self) -> list[str]:
        """Comments behind everything."""
        lines = self.document.lines
        return self.comments(self.document.end_line(self.document.root), len(lines), 0)

    def comments(self, start: int, end: int, indent: int) -> list[str]:
        """Comments between two things, with single empty lines where there were any."""
        found: list[str] = []
        for line in self.document.lines[start:end]:
            if line.strip():
                found.append(" " * indent + line.strip())
            elif found and found[-1]:
                found.append("")
        return found

    def _entry(self, entry: Entry, indent: int, plan: Plan) -> Iterator[str]:
        key = self._raw(entry.key)
        note = comment(self.document, entry)
        start = f"{' ' * indent}{key}:"
        value = entry.value
        if isinstance(value, Table) and self._in_lines(value):
            yield f"{start}{note}"
            yield from self.table(value, indent + 2, plan, entry.key.start_mark.line + 1)
        elif isinstance(value, Row) and self._in_lines(value):
            yield f"{start}{note}"
            yield from self._row(value, indent + 2, plan, entry.key.start_mark.line + 1)
        else:
            yield from self._leaf(start, value, indent, note)

    def _in_lines(self, value: Table | Row) -> bool:
        """Whether a list or table is, or has to be, written in lines."""
        if not value.flow_style:
            return bool(value.value)
        raw = self._raw(value)
        spare = WIDEST - value.start_mark.column
        return bool(value.value) and "#" not in raw and ("\n" in raw or len(raw) > spare)

    def _row(self, row: Row, indent: int, plan: Plan, start: int) -> Iterator[str]:
        for node in row.value:
            yield from self.comments(start, node.start_mark.line, indent)
            if isinstance(node, Table) and self._in_lines(node):
                first, *rest = self.table(node, indent + 2, plan, node.start_mark.line)
                yield f"{' ' * indent}- {first.lstrip()}"
                yield from rest
            else:
                yield from self._leaf(f"{' ' * indent}-", node, indent, self._note(node))
            start = self.document.end_line(node)

    def _note(self, node: Node) -> str:
        line = self.document.lines[node.end_mark.line].rstrip("\n")
        rest = line[node.end_mark.column :] if not self._is_block(node) else ""
        return rest.rstrip() if rest.lstrip().startswith("#") else ""

    def _leaf(self, start: str, node: Node, indent: int, note: str) -> Iterator[str]:
        raw = self._raw(node)
        if self._is_block(node):
            yield from self._block(start, node, indent, note)
        elif raw and "\n" not in raw and len(start) + 1 + len(raw) > WIDEST and self._folds(node):
            yield f"{start} >-{note}"
            yield from folded(node.value, indent + 2)
        elif "\n" in raw and isinstance(node, Scalar):
            first, *rest = text_lines(start, node.value, indent)
            yield f"{first}{note}"
            yield from rest
        else:
            yield f"{start} {raw}".rstrip() + note

    def _block(self, start: str, node: Node, indent: int, note: str) -> Iterator[str]:
        first, last = node.start_mark.line, self.document.end_line(node)
        header = self._raw(node).split("\n", 1)[0].split("#")[0].strip()
        body = [line.rstrip("\n") for line in self.document.lines[first + 1 : last]]
        if not _PLAIN_HEADER.match(header):
            raise LayoutError(f"{self.document.file}:{first + 1}: write `{header[0]}-` here")
        yield f"{start} {header}{note}"
        if header == ">-" and self._folds(node) and _ragged(body, node.value, indent + 2):
            yield from folded(node.value, indent + 2)
        else:
            yield from _shifted(body, indent + 2)

    def _folds(self, node: Node) -> bool:
        return isinstance(node, Scalar) and foldable(node.value)

    def _is_block(self, node: Node) -> bool:
        return isinstance(node, Scalar) and node.style in {"|", ">"}

    def _raw(self, node: Node) -> str:
        return self.document.text[node.start_mark.index : node.end_mark.index]


def _ordered(keys: Iterable[str], order: Sequence[str]) -> list[str]:
    """The keys in an order, with unknown ones where they stood."""
    if not order:
        return list(keys)
    rank = {key: number for number, key in enumerate(order)}
    return sorted(keys, key=lambda key: rank.get(key, len(rank)))


def _shifted(body: Sequence[str], indent: int) -> Iterator[str]:
    margin = min((len(line) - len(line.lstrip()) for line in body if line.strip()), default=0)
    for line in body:
        yield (" " * indent + line[margin:]).rstrip() if line.strip() else ""


def _ragged(body: Sequence[str], text: str, indent: int) -> bool:
    """Whether some line is too long, or so short that the next word would easily fit."""
    lines = [" " * indent + line.strip() if line.strip() else "" for line in body]
    too_long = any(len(line) > WIDEST and " " in line.strip() for line in lines)
    fits = (len(a) + 1 + len(b.split()[0]) <= LEAST for a, b in pairwise(lines) if a and b)
    return bool(text) and (too_long or any(fits))
