"""An earlier argument under its later names, so that both states speak of the same things."""

from collections.abc import Mapping
from dataclasses import replace

from claimbook.model import Argument, Claim, Evidence, Section, Source, Step, Text
from claimbook.reason.diff.change import Names


def translated(argument: Argument, names: Names) -> Argument:
    """The argument with every name as it is later; merged claims stay, links to them do not."""
    return replace(
        argument,
        text=_renamed(argument.text, names.sources),
        thesis=_renamed(argument.thesis, {**names.claims, **names.merged}),
        sections=tuple(_section(section, names) for section in argument.sections),
        sources=dict(_source(source, names) for source in argument.sources.values()),
    )


def _section(section: Section, names: Names) -> Section:
    id_ = names.sections.get(section.id, section.id)
    return replace(section, id=id_, claims=tuple(_claim(c, id_, names) for c in section.claims))


def _claim(claim: Claim, section: str, names: Names) -> Claim:
    id_ = _renamed(claim.id, names.claims)
    return replace(
        claim,
        id=id_,
        section=section,
        steps=tuple(_step(step, id_, names) for step in claim.steps),
        rebutters=_links(claim.rebutters, names),
        evidence=tuple(_evidence(piece, names) for piece in claim.evidence),
    )


def _step(step: Step, conclusion: Text, names: Names) -> Step:
    return replace(
        step,
        conclusion=conclusion,
        premises=_links(step.premises, names),
        undercutters=_links(step.undercutters, names),
    )


def _evidence(piece: Evidence, names: Names) -> Evidence:
    return replace(piece, source=_renamed(piece.source, names.sources))


def _source(source: Source, names: Names) -> tuple[str, Source]:
    key = _renamed(source.key, names.sources)
    return key, replace(source, key=key)


def _links(ids: tuple[Text, ...], names: Names) -> tuple[Text, ...]:
    later = {**names.claims, **names.merged}
    return tuple(dict.fromkeys(_renamed(id_, later) for id_ in ids))


def _renamed(name: Text, names: Mapping[str, str]) -> Text:
    return Text(names[name], name.place) if name in names else name
