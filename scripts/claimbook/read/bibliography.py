"""references.bib -> sources, and what is wrong with it."""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import bibtexparser
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

from claimbook.model import Person, Source, Text
from claimbook.problems import Problem
from claimbook.read.decoding import SourceText
from claimbook.read.latex import decoded, people

# Both report through logging what their results say as well.
for _name in ("bibtexparser", "pylatexenc"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

_OPENING = re.compile(r"@\w*\s*[{(]\s*")
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_WITHOUT_SIGN = re.compile(r"^[ \t]*\w+[ \t]*\{[^{}\s]*,", re.MULTILINE)


@dataclass(frozen=True)
class Bibliography:
    """The sources by key, and what is wrong with them; `whole` where no entry was lost."""

    sources: Mapping[str, Source]
    problems: tuple[Problem, ...]
    whole: bool


def bibliography(source: SourceText) -> Bibliography:
    """The sources of a BibTeX file."""
    reader = _Reader(source)
    sources = MappingProxyType({entry.key: entry for entry in reader.sources()})
    return Bibliography(sources, tuple(reader.problems), reader.whole)


@dataclass(frozen=True)
class _Placed:
    """An entry with its key and the values of its fields as they stand in the file."""

    entry: Entry
    key: Text
    values: tuple[Text, ...]


@dataclass(frozen=True)
class _Field:
    """A field's plain text, and its LaTeX."""

    text: Text
    value: str


class _Reader:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.whole = True

    def sources(self) -> Iterator[Source]:
        library = bibtexparser.parse_string(self.source.text, parse_stack=[])
        placed = list(self._placed(library))
        entries = Library([*library.strings, *(entry.entry for entry in placed)])
        ResolveStringReferencesMiddleware().transform(entries)
        RemoveEnclosingMiddleware().transform(entries)
        return map(self._source, placed)

    def _placed(self, library: Library) -> Iterator[_Placed]:
        end = 0
        keys: dict[str, Text] = {}
        for block in library.blocks:
            offset = self.source.text.index(block.raw, end)
            end = offset + len(block.raw)
            if entry := self._usable(block, offset):
                placed = self._with_places(entry, offset)
                if self._is_new(placed.key, keys):
                    yield placed

    def _usable(self, block: Block, offset: int) -> Entry | None:
        if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            block = block.ignore_error_block
        if isinstance(block, ParsingFailedBlock):
            self._lost(offset, *_in_words(block.error))
        elif isinstance(block, ImplicitComment) and (lost := _WITHOUT_SIGN.search(block.raw)):
            self._lost(offset + lost.start(), "the entry has no `@`", "put one before its type")
        return block if isinstance(block, Entry) else None

    def _with_places(self, entry: Entry, offset: int) -> _Placed:
        opening = _OPENING.match(entry.raw)
        end = opening.end() if opening else 0
        key = self._text(entry.key, offset + end)
        values = []
        for field in entry.fields:
            equals = entry.raw.index("=", entry.raw.index(field.key, end) + len(field.key))
            start = entry.raw.index(field.value, equals + 1)
            end = start + len(field.value)
            values.append(self._text(field.value, offset + start))
        return _Placed(entry, key, tuple(values))

    def _is_new(self, key: Text, keys: dict[str, Text]) -> bool:
        first = keys.setdefault(key.lower(), key)
        if first is not key:
            message = f"`{key}` stands here a second time, after line {first.place.line}"
            self._report(key, "duplicate-entry", message, "keep one of the two")
        return first is key

    def _source(self, placed: _Placed) -> Source:
        fields = dict(self._fields(placed))
        return Source(
            key=placed.key,
            type=Text(placed.entry.entry_type.lower(), placed.key.place),
            fields=MappingProxyType({name: field.text for name, field in fields.items()}),
            authors=self._people(fields.get("author")),
            editors=self._people(fields.get("editor")),
        )

    def _fields(self, placed: _Placed) -> Iterator[tuple[str, _Field]]:
        seen = set()
        for field, written in zip(placed.entry.fields, placed.values, strict=True):
            name = field.key.lower()
            if name in seen:
                message = f"`{placed.key}` has the field `{name}` twice"
                self._report(written, "duplicate-field", message, "keep one of the two")
            elif field.enclosing == "no-enclosing" and field.value.lower() not in _MONTHS:
                message = f"the value of `{name}` does not stand in one pair of braces"
                hint = "put it in braces, and a comma behind the closing one"
                self._report(written, "bibtex-syntax", message, hint)
            else:
                text = Text(decoded(name, field.value), written.place, written)
                yield name, _Field(text, field.value)
            seen.add(name)

    def _people(self, field: _Field | None) -> tuple[Person, ...]:
        try:
            return people(field.value) if field else ()
        except ValueError as error:
            hint = "write `Family, Given and Family, Given`, and an organisation in double braces"
            self._report(field.text, "bad-name", str(error), hint)
            return ()

    def _text(self, value: str, offset: int) -> Text:
        return Text(value, self.source.place(offset))

    def _lost(self, offset: int, message: str, hint: str) -> None:
        self.whole = False
        self._report(self._text("", offset), "bibtex-syntax", message, hint)

    def _report(self, text: Text, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(text.place, rule, message, hint))


_REASONS = {
    "Unexpected": ("the entry is never closed", "look for a missing brace or quotation mark"),
    "Expected a `=`": ("a field of the entry has no `=`", "write `name = {value},`"),
    "Expected comma": ("there is no comma after the key of the entry", "write `@type{key,`"),
}


def _in_words(error: Exception) -> tuple[str, str]:
    reason = getattr(error, "abort_reason", str(error))
    known = (words for start, words in _REASONS.items() if reason.startswith(start))
    return next(known, (f"the entry cannot be read: {reason}", "mind its braces and commas"))
