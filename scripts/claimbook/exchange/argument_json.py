"""The whole argument as JSON, and the JSON Schema that documents it. Same input, same bytes."""

import json
from collections.abc import Iterable, Mapping
from typing import Final

from claimbook.exchange.shapes import (
    VERSION,
    ArgumentShape,
    ClaimShape,
    EvidenceShape,
    ParagraphShape,
    PersonShape,
    ScopeShape,
    SearchShape,
    SectionShape,
    SourceShape,
    StepShape,
)
from claimbook.model import (
    Argument,
    Claim,
    Evidence,
    Scope,
    Search,
    Section,
    Source,
    Step,
    Waiver,
)
from claimbook.reason.coverage import Paragraph, coverage
from claimbook.reason.scope import scope_of
from claimbook.reason.verdict import Verdict, verdicts

SCHEMA_NAME: Final = f"argument-{VERSION.split('.')[0]}.schema.json"


def argument_json(argument: Argument, labels: Mapping[str, str]) -> str:
    """The argument with its statuses and coverage; `labels` gives each source's short label."""
    shape = _argument(argument, verdicts(argument), labels)
    return _text({"$schema": SCHEMA_NAME} | shape.model_dump(mode="json"))


def argument_schema() -> str:
    """The JSON Schema (2020-12) of `argument_json`."""
    schema = ArgumentShape.model_json_schema()
    schema["properties"]["$schema"] = {"type": "string", "description": "Name of this schema"}
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_NAME}
    return _text(dialect | schema)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _argument(
    argument: Argument, found: Mapping[str, Verdict], labels: Mapping[str, str]
) -> ArgumentShape:
    return ArgumentShape(
        version=VERSION,
        title=argument.title,
        text=argument.text,
        thesis=argument.thesis,
        sections=tuple(map(_section, argument.sections)),
        claims=tuple(
            _claim(argument, claim, found[claim.id]) for claim in argument.claims.values()
        ),
        steps=tuple(_step(step, found[step.id]) for step in argument.steps.values()),
        sources=tuple(
            _source(argument, source, labels[key])
            for key, source in sorted(argument.sources.items())
        ),
        coverage=tuple(map(_paragraph, coverage(argument))),
    )


def _section(section: Section) -> SectionShape:
    return SectionShape(
        id=section.id,
        title=section.title,
        question=section.question,
        summary=section.summary,
        claims=tuple(claim.id for claim in section.claims),
        accepted=_accepted(section.waivers),
    )


def _claim(argument: Argument, claim: Claim, verdict: Verdict) -> ClaimShape:
    return ClaimShape(
        id=claim.id,
        statement=claim.statement,
        short=claim.short,
        section=claim.section,
        kind=claim.kind,
        voice=claim.voice,
        implicit=claim.implicit,
        paragraphs=claim.paragraphs,
        steps=tuple(step.id for step in claim.steps),
        rebutters=claim.rebutters,
        evidence=tuple(_evidence(argument, piece) for piece in claim.evidence),
        assessment=claim.assessment,
        note=claim.note,
        scope=_scope(claim.scope),
        searched=tuple(map(_search, claim.searched)),
        accepted=_accepted(claim.waivers),
        aliases=claim.aliases,
        value=verdict.value,
        status=verdict.status,
        reason=verdict.reason,
    )


def _evidence(argument: Argument, piece: Evidence) -> EvidenceShape:
    return EvidenceShape(
        source=piece.source,
        bearing=piece.bearing,
        finding=piece.finding,
        locator=piece.locator,
        limits=piece.limits,
        read=piece.reading,
        read_at=piece.read_at,
        quote=piece.quote,
        figures=piece.figures,
        checked=piece.checked,
        not_found=piece.not_found,
        reader=piece.reader,
        scope=_scope(scope_of(argument, piece)),
    )


def _scope(scope: Scope | None) -> ScopeShape:
    known = scope or Scope()
    return ScopeShape(places=known.places, period=known.period, people=known.people)


def _search(search: Search) -> SearchShape:
    return SearchShape(where=search.where, query=search.query, date=search.date, found=search.found)


def _accepted(waivers: Iterable[Waiver]) -> dict[str, str]:
    return {waiver.rule: waiver.reason for waiver in waivers}


def _step(step: Step, verdict: Verdict) -> StepShape:
    return StepShape(
        id=step.id,
        conclusion=step.conclusion,
        premises=step.premises,
        undercutters=step.undercutters,
        scheme=step.scheme,
        warrant=step.warrant,
        value=verdict.value,
        status=verdict.status,
        reason=verdict.reason,
    )


def _source(argument: Argument, source: Source, label: str) -> SourceShape:
    return SourceShape(
        key=source.key,
        type=source.type,
        label=label,
        authors=tuple(PersonShape(family=p.family, given=p.given) for p in source.authors),
        fields=dict(source.fields),
        claims=tuple(claim.id for claim in argument.claims_citing[source.key]),
    )


def _paragraph(paragraph: Paragraph) -> ParagraphShape:
    return ParagraphShape(
        position=paragraph.position,
        number=paragraph.number,
        section=paragraph.section.id,
        gist=paragraph.gist,
        claims=tuple(claim.id for claim in paragraph.claims),
        skipped=paragraph.skipped,
    )
