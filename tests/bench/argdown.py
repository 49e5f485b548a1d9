"""The same map in the syntax of Argdown: its sections, claims, links and evidence."""

from collections.abc import Iterator

from claimbook.model import Argument, Bearing, Claim


def argdown(argument: Argument) -> str:
    """A map in Argdown: each claim and each finding is a statement, each link a relation."""
    return "\n".join(_lines(argument))


def _lines(argument: Argument) -> Iterator[str]:
    for section in argument.sections:
        yield f"# {section.title}\n"
        for claim in section.claims:
            yield f"[{claim.id}]: {claim.statement} #{claim.kind}"
            yield from (f"  {link}" for link in _links(claim))
            yield ""


def _links(claim: Claim) -> Iterator[str]:
    yield from (f"+ [{premise}]" for step in claim.steps for premise in step.premises)
    yield from (f"- [{rebutter}]" for rebutter in claim.rebutters)
    for number, piece in enumerate(claim.evidence, start=1):
        sign = "-" if piece.bearing is Bearing.OPPOSES else "+"
        yield f"{sign} [{claim.id}, {piece.source}, {number}]: {piece.finding}"
