"""Both sides have their say: what is contested says so, and so does what leans."""

from collections.abc import Iterator
from typing import Final

from claimbook.model import Argument, Bearing, Claim, Section, Source, Voice
from claimbook.reason.independence import origins
from claimbook.rules.finding import Finding, all_claims

FEWEST: Final = 6  # origins in a section, from which it can be said to lean
LEANING: Final = 2  # times as many on one side as on the other

_SIDES: Final = {
    (Voice.ARTICLE, Bearing.SUPPORTS): True,
    (Voice.ARTICLE, Bearing.OPPOSES): False,
    (Voice.OPPONENT, Bearing.SUPPORTS): False,
    (Voice.OPPONENT, Bearing.OPPOSES): True,
}
"""Whether evidence speaks for the text, by whose claim it bears on and how."""


def objection_not_sought(argument: Argument) -> Iterator[Finding]:
    """Every claim that a source opposes has an objection, or the record of a search for one."""
    for claim in all_claims(argument):
        opposing = [e for e in claim.evidence if e.bearing is Bearing.OPPOSES]
        if opposing and not claim.searched and not _is_attacked(claim):
            message = f"`{opposing[0].source}` opposes `{claim.id}`, and no objection does"
            hint = "write the strongest objection into `but`, or what was `searched`"
            yield Finding(opposing[0].place, message, hint, claim)


def leaning_section(argument: Argument) -> Iterator[Finding]:
    """Every section has evidence on both sides of the text, or says why it leans."""
    for section in argument.sections:
        for_it, against = (len(origins(_on_side(argument, section, s))) for s in (True, False))
        fewer, more = sorted((for_it, against))
        if more >= LEANING * fewer and more + fewer >= FEWEST:
            message = f"{for_it} origins speak for the text here and {against} against it"
            hint = "look for evidence on the other side, or say why there is less"
            yield Finding(section.title.place, message, hint, section)


def _is_attacked(claim: Claim) -> bool:
    return bool(claim.rebutters) or any(step.undercutters for step in claim.steps)


def _on_side(argument: Argument, section: Section, side: bool) -> Iterator[Source]:  # noqa: FBT001
    """The sources of a section that speak for the text, or against it; each once."""
    keys = dict.fromkeys(
        piece.source
        for claim in section.claims
        for piece in claim.evidence
        if _SIDES.get((claim.voice, piece.bearing)) is side
    )
    return (argument.sources[key] for key in keys if key in argument.sources)
