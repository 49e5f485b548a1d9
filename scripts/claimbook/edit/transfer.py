"""Items of lists as they stand, comments and all, for another list."""

from collections.abc import Iterable, Sequence
from textwrap import dedent, indent

from claimbook.edit.document import Document, Row, Splice, Table, entries
from claimbook.edit.layout import scalar
from claimbook.edit.tables import inserted, rewritten


def items(document: Document, table: Table, key: str) -> list[str]:
    """The items of a list as lines that begin with a dash at the left; none where it is absent."""
    entry = entries(table).get(key)
    if entry is None or not isinstance(entry.value, Row):
        return []
    if entry.value.flow_style:
        return [f"- {scalar(str(node.value))}\n" for node in entry.value.value]
    return [_lines(document, entry.value, n) for n in range(len(entry.value.value))]


def append(
    document: Document, table: Table, key: str, texts: Iterable[str], order: Sequence[str]
) -> Splice:
    """Put items at the end of a list; the list is made, or written in lines, where need be."""
    new = "".join(texts)
    entry = entries(table).get(key)
    margin = int(table.value[0][0].start_mark.column)
    if entry is None:
        text = f"{' ' * margin}{key}:\n{indent(new, ' ' * (margin + 2))}"
        return inserted(document, table, text, key, order)
    row = entry.value
    if isinstance(row, Row) and not row.flow_style:
        at = document.offset(document.end_line(row))
        return Splice(at, at, indent(new, " " * int(row.start_mark.column)))
    old = "".join(items(document, table, key))
    return rewritten(document, entry, f"{key}:\n{indent(old + new, ' ' * (margin + 2))}")


def _lines(document: Document, row: Row, position: int) -> str:
    node = row.value[position]
    start, end = document.block(node.start_mark.line, document.end_line(node))
    return dedent(document.text[document.offset(start) : document.offset(end)])
