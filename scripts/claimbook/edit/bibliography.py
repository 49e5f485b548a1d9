"""Entries put into the bibliography, and fields of entries given other values."""

from claimbook.edit.document import Document, Splice
from claimbook.model import Argument, Source


def with_entry(document: Document, argument: Argument, key: str, entry: str) -> Splice:
    """Put an entry before the first whose key comes later."""
    later = [s.place.line for s in argument.sources.values() if s.key.casefold() > key.casefold()]
    if later:
        at = document.offset(min(later) - 1)
        return Splice(at, at, f"{entry}\n")
    at = len(document.text)
    return Splice(at, at, f"\n{entry}" if document.lines else entry)


def with_field(document: Document, source: Source, name: str, value: str) -> Splice:
    """Put a field behind the last of an entry; `value` is LaTeX."""
    last = max(source.fields.values(), key=lambda field: field.place)
    at = document.offset(last.place.line - 1) + last.place.column - 1 + len(last.raw)
    line = f"\n  {name} = {{{value}}}"
    if document.text[at : at + 1] == ",":
        return Splice(at + 1, at + 1, f"{line},")
    return Splice(at, at, f",{line}")
