"""Checked trees -> sections, claims, steps and evidence.

A value that was cut out is replaced by what asks least of the rules: no text, nobody's paragraph.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimbook.model import (
    Bearing,
    Claim,
    Evidence,
    Kind,
    Number,
    Reading,
    Scope,
    Search,
    Section,
    Step,
    Text,
    Voice,
)
from claimbook.problems import Place
from claimbook.read.tree import Flag, Row, Table, Tree, Unusable


@dataclass(frozen=True)
class Head:
    """What claims/map.yml says."""

    title: Text
    text: Text
    thesis: Text
    sections: tuple[Text, ...] = ()
    about: Text | None = None


def head(table: Table) -> Head:
    """The head of a map from its tree."""
    reader = _Reader(table)
    return Head(
        title=reader.text("title"),
        text=reader.text("text"),
        thesis=reader.text("thesis"),
        sections=reader.texts("sections"),
        about=reader.optional("about"),
    )


def section(name: str, table: Table) -> Section:
    """A section from its tree; `name` is its id."""
    reader = _Reader(table)
    claims = reader.table("claims").items()
    return Section(
        id=name,
        title=reader.text("title"),
        paragraphs=_paragraph_count(reader),
        question=reader.text("question"),
        summary=reader.text("summary"),
        claims=tuple(_claim(name, key, v) for key, v in claims if isinstance(v, Table)),
        gists=reader.texts("paragraphs"),
        headings=_headings(reader),
        skipped=reader.numbered("skipped"),
    )


def _paragraph_count(reader: "_Reader") -> Number:
    counted = reader.value("paragraphs")
    if isinstance(counted, Row):
        return Number(len(counted), counted.place)
    return counted if isinstance(counted, Number) else Number(0, reader.place)


def _headings(reader: "_Reader") -> Mapping[int, Text]:
    heading = reader.optional("heading")
    if heading is None:
        return reader.numbered("heading")
    return MappingProxyType({Number(1, heading.place): heading})


def _claim(section_id: str, key: Text | Number, table: Table) -> Claim:
    reader = _Reader(table)
    id_ = key if isinstance(key, Text) else Text(str(key), key.place)
    implicit = reader.value("implicit")
    return Claim(
        id=id_,
        statement=reader.text("claim"),
        kind=Kind(reader.word("kind", Kind.EMPIRICAL)),
        voice=_voice(reader),
        section=section_id,
        place=id_.place,
        short=reader.optional("short"),
        implicit=isinstance(implicit, Flag) and implicit.value,
        paragraphs=reader.numbers("paragraph"),
        steps=tuple(_steps(id_, reader)),
        rebutters=reader.texts("but"),
        evidence=tuple(map(_evidence, reader.tables("evidence"))),
        assessment=reader.optional("assessment"),
        note=reader.optional("note"),
        scope=_scope(reader),
        searched=tuple(map(_search, reader.tables("searched"))),
        aliases=reader.texts("aliases"),
    )


def _voice(reader: "_Reader") -> Voice:
    if isinstance(reader.value("voice"), Unusable):
        return Voice.EDITOR
    return Voice(reader.word("voice", Voice.ARTICLE))


def _steps(conclusion: Text, reader: "_Reader") -> Iterator[Step]:
    for number, value in enumerate(reader.row("because"), start=1):
        if isinstance(value, Text):
            yield Step(conclusion, number, (value,), value.place)
        elif isinstance(value, Table):
            yield _step(conclusion, number, _Reader(value))


def _step(conclusion: Text, number: int, reader: "_Reader") -> Step:
    return Step(
        conclusion=conclusion,
        number=number,
        premises=reader.texts("premises"),
        place=reader.place,
        undercutters=reader.texts("unless"),
        warrant=reader.optional("warrant"),
        scheme=reader.optional("scheme"),
    )


def _evidence(reader: "_Reader") -> Evidence:
    return Evidence(
        source=reader.text("source"),
        bearing=Bearing(reader.word("bearing", Bearing.CONTEXT)),
        finding=reader.text("finding"),
        reading=Reading(reader.word("read", Reading.RECORD)),
        place=reader.place,
        locator=reader.optional("locator"),
        limits=reader.optional("limits"),
        read_at=reader.optional("read_at"),
        quote=reader.optional("quote"),
        checked=reader.optional("checked"),
        not_found=reader.optional("not_found"),
        wording=reader.optional("wording"),
    )


def _scope(reader: "_Reader") -> Scope | None:
    if not isinstance(value := reader.value("scope"), Table):
        return None
    scope = _Reader(value)
    return Scope(scope.texts("places"), scope.optional("period"), scope.optional("people"))


def _search(reader: "_Reader") -> Search:
    text, optional = reader.text, reader.optional
    return Search(text("where"), text("found"), optional("query"), optional("date"))


@dataclass(frozen=True)
class _Reader:
    """A table, read with what stands in for values that are absent or were cut out."""

    _table: Table

    @property
    def place(self) -> Place:
        return self._table.place

    def value(self, key: str) -> Tree | None:
        return self._table.get(key)  # type: ignore[call-overload, no-any-return] # equal to a Text

    def optional(self, key: str) -> Text | None:
        value = self.value(key)
        return value if isinstance(value, Text) else None

    def text(self, key: str) -> Text:
        return self.optional(key) or Text("", self.place)

    def word(self, key: str, default: str) -> str:
        return self.optional(key) or default

    def row(self, key: str) -> list[Tree]:
        value = self.value(key)
        return value if isinstance(value, Row) else []

    def texts(self, key: str) -> tuple[Text, ...]:
        return tuple(value for value in self.row(key) if isinstance(value, Text))

    def tables(self, key: str) -> Iterator["_Reader"]:
        return (_Reader(value) for value in self.row(key) if isinstance(value, Table))

    def numbers(self, key: str) -> tuple[Number, ...]:
        value = self.value(key)
        values = value if isinstance(value, Row) else [value]
        return tuple(value for value in values if isinstance(value, Number))

    def table(self, key: str) -> Table:
        value = self.value(key)
        return value if isinstance(value, Table) else Table(self.place)

    def numbered(self, key: str) -> Mapping[int, Text]:
        entries = self.table(key).items()
        return MappingProxyType(
            {k: v for k, v in entries if isinstance(k, Number) and isinstance(v, Text)}
        )
