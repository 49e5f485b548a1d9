"""references.bib -> sources, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from bibtexparser.middlewares.names import InvalidNameError

from claimbook.model import Person, Source, Text, Waiver
from claimbook.problems import Place, Problem
from claimbook.read.bibtex import FieldText, PlacedEntry, entries_in
from claimbook.read.decoding import SourceText
from claimbook.read.latex import decoded, people
from claimbook.read.outcomes import Bibliography
from claimbook.read.waivers import waivers_in

_MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun"})
_MONTHS |= {"jul", "aug", "sep", "oct", "nov", "dec"}


@lru_cache(maxsize=4)  # the slowest part of reading, of a file that seldom changes
def bibliography(source: SourceText) -> Bibliography:
    """The sources of a BibTeX file."""
    found = entries_in(source)
    reader = _Reader([*found.lost])
    sources: dict[str, Source] = {}
    for entry in reader.different(found.entries):
        sources[entry.key] = reader.source(entry)
    return Bibliography(MappingProxyType(sources), tuple(reader.problems), whole=not found.lost)


@dataclass(frozen=True)
class _Reader:
    problems: list[Problem]

    def different(self, entries: tuple[PlacedEntry, ...]) -> Iterator[PlacedEntry]:
        """The first entry of each key; BibTeX does not tell capitals from small letters."""
        keys: dict[str, Text] = {}
        for entry in entries:
            first = keys.setdefault(entry.key.lower(), entry.key)
            if first is entry.key:
                yield entry
            else:
                message = f"`{entry.key}` stands here a second time, after line {first.place.line}"
                self._report(entry.key.place, "duplicate-entry", message, "keep one of the two")

    def source(self, entry: PlacedEntry) -> Source:
        """The source that an entry describes."""
        fields = {field.name: field for field in self._usable(entry)}
        texts = {name: _text(field) for name, field in fields.items()}
        return Source(
            key=entry.key,
            type=Text(entry.type, entry.key.place),
            fields=MappingProxyType(texts),
            authors=self._people(fields.get("author")),
            editors=self._people(fields.get("editor")),
            waivers=self._waivers(texts.get("accept")),
        )

    def _usable(self, entry: PlacedEntry) -> Iterator[FieldText]:
        seen = set()
        for field in entry.fields:
            if field.name in seen:
                message = f"`{entry.key}` has the field `{field.name}` a second time"
                place = field.written.place
                self._report(place, "duplicate-field", message, "keep one of the two")
            elif not field.is_enclosed and field.latex.lower() not in _MONTHS:
                message = f"the value of `{field.name}` does not stand in one pair of braces"
                hint = "put it in braces, and a comma behind it"
                self._report(field.written.place, "bibtex-syntax", message, hint)
            else:
                yield field
            seen.add(field.name)

    def _people(self, field: FieldText | None) -> tuple[Person, ...]:
        if field is None:
            return ()
        try:
            return people(field.latex)
        except InvalidNameError as error:
            message = f"the name `{error.name}` cannot be told apart: {error.reason.lower()}"
            hint = "write `Family, Given and Family, Given`, and an organisation in double braces"
            self._report(field.written.place, "bad-name", message, hint)
            return ()

    def _waivers(self, field: Text | None) -> tuple[Waiver, ...]:
        if field is None:
            return ()
        if found := tuple(waivers_in(field)):
            return found
        hint = "write `rule-name: reason; rule-name: reason`"
        self._report(field.place, "bad-accept", "`accept` names no rule with a reason", hint)
        return ()

    def _report(self, place: Place, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(place, rule, message, hint))


def _text(field: FieldText) -> Text:
    return Text(decoded(field.name, field.latex), field.written.place, field.written)
