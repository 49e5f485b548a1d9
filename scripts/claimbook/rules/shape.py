"""The claims make one argument: about its thesis, and without running in circles."""

from collections.abc import Iterator

from claimbook.model import Argument, Text
from claimbook.reason.graph import circles, tied
from claimbook.rules.finding import Finding, all_claims
from claimbook.rules.references import duplicate_id, unknown_claim

_SHORTEST_CIRCLE = 2  # a claim that is its own premise, for which there is another rule


def empty_argument(argument: Argument) -> Iterator[Finding]:
    """Every argument holds a claim."""
    if argument.sections and not any(section.claims for section in argument.sections):
        hint = "write the first claim under `claims:` of a section"
        yield Finding(argument.thesis.place, "there is no claim in any section", hint)


def circular_support(argument: Argument) -> Iterator[Finding]:
    """Every claim rests on reasons that do not rest on the claim itself."""
    order = list(argument.claims)
    for circle in circles(argument):
        if len(circle) > _SHORTEST_CIRCLE:
            first = min(range(len(circle) - 1), key=lambda i: order.index(circle[i]))
            turned = (*circle[first:-1], *circle[:first], circle[first])
            place = _premise(argument, turned[0], turned[1]).place
            hint = "take one of these steps out"
            yield Finding(place, f"reasons run in a circle: {' -> '.join(turned)}", hint)


def unconnected_claim(argument: Argument) -> Iterator[Finding]:
    """Every claim bears on the thesis over steps and objections, in whichever direction."""
    if any(unknown_claim(argument)) or any(duplicate_id(argument)):
        return
    known = tied(argument)
    for claim in all_claims(argument):
        if claim.id not in known:
            hint = "name it in the `because`, `but` or `unless` of another claim"
            yield Finding(claim.place, f"nothing ties `{claim.id}` to the thesis", hint)


def _premise(argument: Argument, conclusion: str, premise: str) -> Text:
    steps = argument.claims[conclusion].steps
    return next(id_ for step in steps for id_ in step.premises if id_ == premise)
