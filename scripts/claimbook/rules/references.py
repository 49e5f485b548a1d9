"""Claims name one another by ids that exist, once each."""

import re
from collections.abc import Iterator

from claimbook.model import Argument, Text
from claimbook.problems import did_you_mean
from claimbook.rules.finding import (
    Finding,
    all_claims,
    all_steps,
    repeated,
    respelt,
    rewritten,
    without_invisible,
)

_SEPARATORS = re.compile(r"[;\s]+")


def unknown_claim(argument: Argument) -> Iterator[Finding]:
    """Every premise, objection and thesis names a claim by its present id."""
    if not argument.claims:
        return
    former = {alias: claim.id for claim in all_claims(argument) for alias in claim.aliases}
    for id_ in filter(None, _named_claims(argument)):
        if id_ in argument.claims:
            continue
        several = _SEPARATORS.split(id_)
        if id_ in former:
            now = former[id_]
            fix = rewritten(id_, now)
            yield Finding(id_.place, f"`{id_}` is a former id", f"write `{now}`", fix=fix)
        elif len(several) > 1 and all(part in argument.claims for part in several):
            yield _run_together(id_, several)
        elif without_invisible(id_) not in argument.claims:
            hint = did_you_mean(id_, argument.claims) or "write the claim, or take the id out"
            fix = respelt(id_, argument.claims)
            yield Finding(id_.place, f"there is no claim `{id_}`", hint, fix=fix)


def duplicate_id(argument: Argument) -> Iterator[Finding]:
    """Every id and every former id belongs to one claim in all files."""
    first: dict[str, Text] = {}
    ids = (id_ for claim in all_claims(argument) for id_ in (claim.id, *claim.aliases))
    for id_ in sorted(ids, key=lambda id_: id_.place):
        owner = first.setdefault(id_, id_)
        if owner is not id_:
            hint = f"it stands at {owner.place} already"
            message = f"`{id_}` is the id of another claim, or given twice"
            yield Finding(id_.place, message, hint)


def self_support(argument: Argument) -> Iterator[Finding]:
    """Every claim rests on claims other than itself."""
    for step in all_steps(argument):
        for premise in step.premises:
            if premise == step.conclusion:
                message = f"`{premise}` is given as a reason for itself"
                yield Finding(premise.place, message, "give another reason")


def self_attack(argument: Argument) -> Iterator[Finding]:
    """Every claim is attacked by claims other than itself."""
    for claim in all_claims(argument):
        undercutters = (id_ for step in claim.steps for id_ in step.undercutters)
        for attacker in (*claim.rebutters, *undercutters):
            if attacker == claim.id:
                message = f"`{attacker}` is given as an objection to itself"
                yield Finding(attacker.place, message, "write the objection as a claim of its own")


def repeated_premise(argument: Argument) -> Iterator[Finding]:
    """Every premise stands once in a step."""
    for step in all_steps(argument):
        for premise in repeated(step.premises):
            yield Finding(premise.place, f"`{premise}` stands twice in one step", "take one out")


def repeated_objection(argument: Argument) -> Iterator[Finding]:
    """Every objection stands once at what it attacks."""
    targets = [claim.rebutters for claim in all_claims(argument)]
    targets += [step.undercutters for step in all_steps(argument)]
    for attackers in targets:
        for attacker in repeated(attackers):
            yield Finding(attacker.place, f"`{attacker}` objects twice", "take one out")


def _run_together(ids: Text, several: list[str]) -> Finding:
    """What is missing between ids that look like one: a comma, or a dash on the next line."""
    if "\n" in ids.raw:
        dash = f"\n{' ' * (ids.place.column - 3)}- "
        message, hint = "this id and the one below it have one dash", "begin each with `- `"
        return Finding(ids.place, message, hint, fix=rewritten(ids, dash.join(several)))
    fix = rewritten(ids, ", ".join(several))
    return Finding(ids.place, "no comma stands between two ids", "put one there", fix=fix)


def _named_claims(argument: Argument) -> Iterator[Text]:
    yield argument.thesis
    for claim in all_claims(argument):
        yield from claim.rebutters
        for step in claim.steps:
            yield from (*step.premises, *step.undercutters)
