"""Keys put into tables or taken out, and items taken out of lists, each as one splice."""

import re
from collections.abc import Iterable, Sequence

from claimbook.edit.document import Document, Entry, Row, Scalar, Splice, Table, entries
from claimbook.edit.layout import WIDEST, Value, field, flow, item, scalar

_COMMENT = re.compile(r"(?:(?:^|\s)[|>][-+0-9]*)?(\s+#.*)?$")


class LayoutError(Exception):
    """A file is laid out in a way that cannot be edited in place, or an edit makes no sense."""


def put(document: Document, table: Table, key: str, value: Value, order: Sequence[str]) -> Splice:
    """Set a key: in its place where the table has it, else where `order` wants it."""
    present = entries(table).get(key)
    if table.flow_style:
        return _in_braces(table, present, key, value)
    lines = field(key, value, int(table.value[0][0].start_mark.column))
    if present is None:
        return inserted(document, table, "\n".join((*lines, "")), key, order)
    lines[0] = lines[0].lstrip() + comment(document, present)
    return rewritten(document, present, "\n".join((*lines, "")))


def drop(document: Document, table: Table, key: str) -> Splice:
    """Take a key out, with the comments just above it."""
    entry = entries(table)[key]
    start, end = document.block(entry.key.start_mark.line, document.end_line(entry.value))
    return Splice(document.offset(start), document.offset(end), "")


def add(
    document: Document, table: Table, key: str, names: Sequence[str], order: Sequence[str]
) -> Splice:
    """Add names at the end of a list of names, which is made where the table has none."""
    entry = entries(table).get(key)
    if entry is None or not isinstance(entry.value, Row):
        return put(document, table, key, list(names), order)
    if entry.value.flow_style:
        return _in_brackets(entry, [*(str(node.value) for node in entry.value.value), *names])
    lines = [line for name in names for line in item(name, int(entry.value.start_mark.column))]
    at = document.offset(document.end_line(entry.value))
    return Splice(at, at, "\n".join((*lines, "")))


def take(document: Document, table: Table, key: str, positions: Iterable[int]) -> list[Splice]:
    """Take items out of a list by their positions; an empty list goes with its key."""
    entry = entries(table)[key]
    row, gone = entry.value, set(positions)
    if not isinstance(row, Row):
        raise LayoutError(f"{document.file}: `{key}` is no list")
    if len(gone) == len(row.value):
        return [drop(document, table, key)]
    if row.flow_style:
        left = [str(node.value) for n, node in enumerate(row.value) if n not in gone]
        return [_in_brackets(entry, left)]
    nodes = (row.value[n] for n in sorted(gone))
    blocks = (document.block(n.start_mark.line, document.end_line(n)) for n in nodes)
    return [Splice(document.offset(a), document.offset(b), "") for a, b in blocks]


def inserted(
    document: Document, table: Table, lines: str, key: str, order: Sequence[str]
) -> Splice:
    """Lines put behind the entries that come before `key` in an order."""
    before = order[: order.index(key)]
    earlier = [e for name, e in entries(table).items() if name in before or name not in order]
    if not earlier:
        raise LayoutError(f"{document.file}: nothing stands before `{key}`")
    at = document.offset(document.end_line(earlier[-1].value))
    return Splice(at, at, lines)


def rewritten(document: Document, entry: Entry, lines: str) -> Splice:
    """Lines in the place of an entry; the first stands where its key stands."""
    end = document.offset(document.end_line(entry.value))
    return Splice(int(entry.key.start_mark.index), end, lines)


def _in_braces(table: Table, present: Entry | None, key: str, value: Value) -> Splice:
    several = isinstance(value, Sequence) and not isinstance(value, str)
    text = flow(value) if several else scalar(value, inside=True)  # type: ignore[arg-type]
    if present is not None:
        return Splice(present.value.start_mark.index, present.value.end_mark.index, text)
    at = table.end_mark.index - 1
    return Splice(at, at, f", {key}: {text}")


def _in_brackets(entry: Entry, values: Sequence[str]) -> Splice:
    """A list in brackets with other items; in lines where it is too long for one."""
    indent = int(entry.key.start_mark.column)
    start, end = entry.value.start_mark.index, entry.value.end_mark.index
    text = flow(values)
    if indent + len(entry.key.value) + len(text) <= WIDEST:
        return Splice(start, end, text)
    lines = [line for value in values for line in item(value, indent + 2)]
    return Splice(start - 1, end, "\n".join(("", *lines)))


def comment(document: Document, entry: Entry) -> str:
    """The comment at the end of an entry's first line, with the space before it."""
    line = document.lines[entry.key.start_mark.line].rstrip("\n")
    if entry.value.start_mark.line != entry.key.start_mark.line:
        rest = line[entry.key.end_mark.column + 1 :]
    elif isinstance(entry.value, Scalar) and entry.value.style in {"|", ">"}:
        rest = line[entry.value.start_mark.column :]
    else:
        same = entry.value.end_mark.line == entry.value.start_mark.line
        rest = line[entry.value.end_mark.column :] if same else ""
    found = _COMMENT.match(rest)
    return (found[1] or "") if found else ""
