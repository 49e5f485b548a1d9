"""Small arguments for tests, written as one would say them."""

from collections.abc import Mapping, Sequence
from typing import Any

from claimbook.model import (
    Argument,
    Bearing,
    Claim,
    Evidence,
    Kind,
    Number,
    Reading,
    Section,
    Source,
    Step,
    Text,
    Voice,
)
from claimbook.problems import Place

HERE = Place("claims/made.yml")


def text(value: str) -> Text:
    return Text(value, HERE)


def texts(values: Sequence[str]) -> tuple[Text, ...]:
    return tuple(text(value) for value in values)


def piece(source: str, bearing: str = "supports") -> Evidence:
    return Evidence(text(source), Bearing(bearing), text("A finding."), Reading.ABSTRACT, HERE)


def claim(
    id_: str,
    section: str = "only",
    **parts: Any,  # noqa: ANN401 -- parts differ in type
) -> Claim:
    """`because` takes steps as (premises, undercutters); `but` rebutters; `evidence` pieces."""
    steps = tuple(
        Step(text(id_), number, texts(premises), HERE, texts(undercutters))
        for number, (premises, undercutters) in enumerate(parts.get("because", ()), start=1)
    )
    return Claim(
        text(id_),
        text(f"Claim {id_}."),
        Kind.EMPIRICAL,
        Voice(parts.get("voice", "article")),
        section,
        HERE,
        steps=steps,
        rebutters=texts(parts.get("but", ())),
        evidence=tuple(parts.get("evidence", ())),
        paragraphs=tuple(Number(n, HERE) for n in parts.get("paragraphs", (1,))),
    )


def section(
    id_: str,
    claims: Sequence[Claim],
    paragraphs: int = 1,
    **parts: Any,  # noqa: ANN401 -- likewise
) -> Section:
    number = Number(paragraphs, HERE)
    return Section(id_, text(id_), number, text("Is it so?"), text("Yes."), tuple(claims), **parts)


def source(key: str, **fields: str) -> Source:
    return Source(text(key), text("misc"), {name: text(value) for name, value in fields.items()})


def argument(
    claims: Mapping[str, Mapping[str, Any]] | Sequence[Section],
    thesis: str = "thesis",
    sources: Sequence[Source] = (),
) -> Argument:
    """An argument of one section from claims by id, or of the sections given."""
    if isinstance(claims, Mapping):
        claims = [section("only", [claim(id_, **parts) for id_, parts in claims.items()])]
    by_key = {str(source.key): source for source in sources}
    return Argument(text("A map"), text("article"), text(thesis), tuple(claims), by_key)
