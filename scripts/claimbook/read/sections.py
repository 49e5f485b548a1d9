"""Checked trees -> sections, claims, steps and evidence.

A value that was cut out is replaced by what asks least of the rules: no text, nobody's paragraph.
"""

from collections.abc import Iterator, Mapping
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
    Waiver,
)
from claimbook.read.outcomes import Head
from claimbook.read.table_reader import TableReader
from claimbook.read.tree import Key, Row, Table, Unusable


def head(table: Table) -> Head:
    """The head of a map from its tree."""
    reader = TableReader(table)
    return Head(
        title=reader.text("title"),
        text=reader.text("text"),
        thesis=reader.text("thesis"),
        sections=reader.texts("sections"),
        about=reader.optional("about"),
    )


def section(name: str, table: Table) -> Section:
    """A section from its tree; `name` is its id."""
    reader = TableReader(table)
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
        waivers=_waivers(reader),
    )


def _paragraph_count(reader: TableReader) -> Number:
    counted = reader.value("paragraphs")
    if isinstance(counted, Row):
        return Number(len(counted), counted.place)
    return counted if isinstance(counted, Number) else Number(0, reader.place)


def _headings(reader: TableReader) -> Mapping[int, Text]:
    heading = reader.optional("heading")
    if heading is None:
        return reader.numbered("heading")
    return MappingProxyType({Number(1, heading.place): heading})


def _claim(section_id: str, key: Key, table: Table) -> Claim:
    reader = TableReader(table)
    id_ = key if isinstance(key, Text) else Text(str(key), key.place)
    return Claim(
        id=id_,
        statement=reader.text("claim"),
        kind=Kind(reader.word("kind", Kind.EMPIRICAL)),
        voice=_voice(reader),
        section=section_id,
        place=id_.place,
        short=reader.optional("short"),
        implicit=reader.flag("implicit"),
        paragraphs=reader.numbers("paragraph"),
        steps=tuple(_steps(id_, reader)),
        rebutters=reader.texts("but"),
        evidence=tuple(map(_evidence, reader.tables("evidence"))),
        assessment=reader.optional("assessment"),
        note=reader.optional("note"),
        scope=_scope(reader),
        searched=tuple(map(_search, reader.tables("searched"))),
        waivers=_waivers(reader),
        aliases=reader.texts("aliases"),
    )


def _voice(reader: TableReader) -> Voice:
    if isinstance(reader.value("voice"), Unusable):
        return Voice.EDITOR
    return Voice(reader.word("voice", Voice.ARTICLE))


def _steps(conclusion: Text, reader: TableReader) -> Iterator[Step]:
    for number, value in enumerate(reader.row("because"), start=1):
        if isinstance(value, Text):
            yield Step(conclusion, number, (value,), value.place)
        elif isinstance(value, Table):
            yield _step(conclusion, number, TableReader(value))


def _step(conclusion: Text, number: int, reader: TableReader) -> Step:
    return Step(
        conclusion=conclusion,
        number=number,
        premises=reader.texts("premises"),
        place=reader.place,
        undercutters=reader.texts("unless"),
        warrant=reader.optional("warrant"),
        scheme=reader.optional("scheme"),
    )


def _evidence(reader: TableReader) -> Evidence:
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
        figures=reader.texts("figures"),
        checked=reader.optional("checked"),
        not_found=reader.optional("not_found"),
        reader=reader.optional("reader"),
        scope=_scope(reader),
        wording=reader.optional("wording"),
    )


def _scope(reader: TableReader) -> Scope | None:
    if not isinstance(value := reader.value("scope"), Table):
        return None
    scope = TableReader(value)
    return Scope(scope.texts("places"), scope.optional("period"), scope.optional("people"))


def _search(reader: TableReader) -> Search:
    text, optional = reader.text, reader.optional
    return Search(text("where"), text("found"), optional("query"), optional("date"))


def _waivers(reader: TableReader) -> tuple[Waiver, ...]:
    entries = reader.table("accept").items()
    return tuple(
        Waiver(rule, reason)
        for rule, reason in entries
        if isinstance(rule, Text) and isinstance(reason, Text)
    )
