"""BibTeX text -> entries with the places of their keys and values, or what is wrong with it."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import RemoveEnclosingMiddleware, ResolveStringReferencesMiddleware
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
)

from claimbook.model import Text
from claimbook.problems import Problem
from claimbook.read.decoding import SourceText

# Both report through logging what their results say as well.
for _name in ("bibtexparser", "pylatexenc"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

_OPENING = re.compile(r"@\w*\s*[{(]\s*")
_WITHOUT_SIGN = re.compile(r"^[ \t]*\w+[ \t]*\{[^{}\s]*,", re.MULTILINE)

_NEVER_CLOSED = ("the entry is never closed", "look for a missing brace or quotation mark")
_REASONS = {
    "Unexpected": _NEVER_CLOSED,
    "Expected a `=` after entry key, but found `@": _NEVER_CLOSED,
    "Expected a `=`": ("a field of the entry has no `=`", "write `name = {value},`"),
    "Expected comma": ("there is no comma after the key of the entry", "write `@type{key,`"),
}


@dataclass(frozen=True)
class FieldText:
    """A field: its lower-case name, its LaTeX, and its value as it stands in the file."""

    name: str
    latex: str
    written: Text
    is_enclosed: bool


@dataclass(frozen=True)
class PlacedEntry:
    """An entry of a bibliography with the places of its key and values."""

    key: Text
    type: str
    fields: tuple[FieldText, ...]


@dataclass(frozen=True)
class Entries:
    """The entries of a BibTeX file in order, and a problem for each that was lost."""

    entries: tuple[PlacedEntry, ...]
    lost: tuple[Problem, ...]


def entries_in(source: SourceText) -> Entries:
    """The entries of a BibTeX file, those of equal keys included."""
    library = parse_string(source.text, parse_stack=[])
    lost: list[Problem] = []
    found = []
    begin = -1
    for block in library.blocks:
        # What is left of a broken entry may reach into the next: only beginnings are in order.
        line = source.line_start((block.start_line or 0) + 1)
        begin = source.text.index(block.raw or "", max(line, begin + 1))
        lost += _lost(source, block, begin)
        if entry := _entry(block):
            found.append(_placed(source, library, entry, begin))
    return Entries(tuple(found), tuple(lost))


def _entry(block: Block) -> Entry | None:
    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        return _entry(block.ignore_error_block) if block.ignore_error_block else None
    return block if isinstance(block, Entry) else None


def _lost(source: SourceText, block: Block, begin: int) -> Iterator[Problem]:
    if isinstance(block, ImplicitComment):
        for start in _WITHOUT_SIGN.finditer(block.comment):
            place = source.place(begin + start.start())
            yield Problem(place, "bibtex-syntax", "the entry has no `@`", "put one before its type")
    elif isinstance(block, ParsingFailedBlock) and _entry(block) is None:
        yield Problem(source.place(begin), "bibtex-syntax", *_reason(block.error))


def _reason(error: Exception) -> tuple[str, str]:
    reason = str(getattr(error, "abort_reason", error))
    known = (words for start, words in _REASONS.items() if reason.startswith(start))
    return next(known, (f"the entry cannot be read: {reason}", "mind its braces and commas"))


def _placed(source: SourceText, library: Library, entry: Entry, begin: int) -> PlacedEntry:
    raw = entry.raw or ""
    opening = _OPENING.match(raw)
    end = opening.end() if opening else 0
    key = Text(entry.key, source.place(begin + end))
    written = []
    for field in entry.fields:
        equals = raw.index("=", raw.index(field.key, end) + len(field.key))
        start = raw.index(field.value, equals + 1)
        end = start + len(field.value)
        written.append(Text(field.value, source.place(begin + start)))
    return PlacedEntry(key, entry.entry_type.lower(), tuple(_fields(library, entry, written)))


def _fields(library: Library, entry: Entry, written: list[Text]) -> Iterator[FieldText]:
    """The fields without their braces; abbreviations of `@string` are written out."""
    alone = Library([*library.strings, entry])
    ResolveStringReferencesMiddleware().transform(alone)
    RemoveEnclosingMiddleware().transform_entry(entry, alone)
    for field, text in zip(entry.fields, written, strict=True):
        is_enclosed = field.enclosing != "no-enclosing"
        yield FieldText(field.key.lower(), field.value, text, is_enclosed)
