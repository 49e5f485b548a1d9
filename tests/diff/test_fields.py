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
from tests.making import HERE, claim, piece, section, text
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


@pytest.mark.parametrize(("thing", "reader", "name"), list(changes()))
def test_another_value_is_seen(thing: Any, reader: Any, name: str) -> None:  # noqa: ANN401 - any
    changed = replace(thing, **{name: other(thing, name)})
    assert texts.changed(reader(thing), reader(changed))


def test_the_fields_are_there_to_be_tried() -> None:
    assert len(list(changes())) > 30
