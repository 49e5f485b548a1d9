"""Nothing that people write escapes the comparison, whatever is added to the model."""

from collections.abc import Iterator
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

import pytest

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
    Voice,
    Waiver,
)
from claimbook.reason.diff import fields as texts
from tests.making import HERE, argument, claim, piece, section, source, text
from tests.making import texts as several

DERIVED = {
    Claim: {"id", "section", "place", "steps", "evidence", "aliases"},
    Step: {"conclusion", "number", "place"},
    Evidence: {"place"},
    Section: {"id", "claims"},
}
"""What tells things apart, or is compared as a thing of its own."""

OTHER: dict[str, Any] = {
    "kind": Kind.LEGAL,
    "voice": Voice.EDITOR,
    "bearing": Bearing.OPPOSES,
    "reading": Reading.RECORD,
    "implicit": True,
    "scope": Scope(several(["SE"])),
    "searched": (Search(text("here"), text("none")),),
    "waivers": (Waiver(text("rule"), text("why")),),
    "headings": MappingProxyType({1: text("Heading")}),
    "skipped": MappingProxyType({1: text("Reason")}),
}
STEP = Step(text("x"), 1, several(["a"]), HERE)
THINGS: tuple[Claim | Step | Evidence | Section, ...] = (
    claim("x"),
    STEP,
    piece("a"),
    section("only", []),
)
READERS: tuple[Any, ...] = (texts.of_claim, texts.of_step, texts.of_evidence, texts.of_section)


def changes() -> Iterator[Any]:
    for thing, reader in zip(THINGS, READERS, strict=True):
        for field in fields(thing):
            if field.name not in DERIVED[type(thing)]:
                identifier = f"{type(thing).__name__}.{field.name}"
                yield pytest.param(thing, reader, field.name, id=identifier)


def other(thing: Any, name: str) -> Any:  # noqa: ANN401 - any field's value
    """Another value of the field's sort."""
    if name in OTHER:
        return OTHER[name]
    if name == "paragraphs":
        return Number(7, HERE) if isinstance(thing, Section) else (Number(7, HERE),)
    return several(["other"]) if isinstance(getattr(thing, name), tuple) else text("other")


PARTS: dict[type, Any] = {
    Scope: Scope(several(["SE"]), text("2019"), text("drivers")),
    Search: Search(text("here"), text("none"), text("words"), text("2026-01-01")),
    Waiver: Waiver(text("rule"), text("why")),
}
OWNERS = {Scope: "scope", Search: "searched", Waiver: "waivers"}


def parts() -> Iterator[Any]:
    for kind, part in PARTS.items():
        for field in fields(part):
            yield pytest.param(kind, field.name, id=f"{kind.__name__}.{field.name}")


def bearing(part: Any) -> Claim:  # noqa: ANN401 - of any kind
    """A claim with a part of some kind."""
    name = OWNERS[type(part)]
    value: Any = part if name == "scope" else (part,)
    return replace(claim("x"), **{name: value})


@pytest.mark.parametrize(("kind", "name"), list(parts()))
def test_another_value_in_a_part_is_seen(kind: type, name: str) -> None:
    part = PARTS[kind]
    changed = replace(part, **{name: other(part, name)})
    before, after = (texts.of_claim(bearing(one)) for one in (part, changed))
    assert texts.changed(before, after)


ARGUMENT = argument([section("only", [])])
COMPARED_APART = {"sources", "documents"}
"""Sources are compared one by one, hand-written pages not at all."""


@pytest.mark.parametrize("name", [f.name for f in fields(ARGUMENT) if f.name not in COMPARED_APART])
def test_another_value_of_the_whole_is_seen(name: str) -> None:
    value: Any = (section("other", []),) if name == "sections" else text("other")
    changed = replace(ARGUMENT, **{name: value})
    assert texts.changed(texts.of_argument(ARGUMENT), texts.of_argument(changed))


@pytest.mark.parametrize("name", ["title", "doi", "a-field-that-nobody-knows-yet"])
def test_every_field_of_an_entry_is_seen(name: str) -> None:
    old, new = source("a", **{name: "one"}), source("a", **{name: "other"})
    assert texts.changed(texts.of_source(old), texts.of_source(new))


@pytest.mark.parametrize(("thing", "reader", "name"), list(changes()))
def test_another_value_is_seen(thing: Any, reader: Any, name: str) -> None:  # noqa: ANN401 - any
    changed = replace(thing, **{name: other(thing, name)})
    assert texts.changed(reader(thing), reader(changed))


def test_the_fields_are_there_to_be_tried() -> None:
    assert len(list(changes())) > 30
