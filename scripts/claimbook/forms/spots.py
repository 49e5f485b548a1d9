"""What a form is about: a claim, a step, a piece of evidence or a source, by its name.

The name is the end of its address on the site: `clock-is-right`, `clock-is-right#because-2`,
`clock-is-right#evidence-1`, or the key of a source. It is looked up and never used as a path.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from claimbook.forms.body import FormError
from claimbook.model import Argument, Claim, Evidence, Source, Step
from claimbook.problems import did_you_mean

CUT: Final = "…"  # ends a text of which an address could take only the beginning
_NAME: Final = re.compile(r"([A-Za-z0-9-]+)(?:#(because|evidence)-([1-9][0-9]{0,3}))?")
_SOURCE_TEXTS: Final = ("title", "year", "journal", "booktitle", "publisher", "institution")
_SOURCE_TEXTS_TOO: Final = ("number", "volume", "pages", "readnote", "remarks")


@dataclass(frozen=True)
class Spot:
    """A place in the argument that a form is about; `claim` is None for a source alone.

    `texts` are those that can be put in other words, by their keys in the files, the first of
    which is meant unless another is named. `says` is what the page shows of it.
    """

    name: str
    says: str
    texts: Mapping[str, str]
    claim: Claim | None = None
    step: Step | None = None
    piece: Evidence | None = None
    source: Source | None = None


def spot_of(argument: Argument, name: str) -> Spot:
    """The spot of that name; raises `FormError`, which names the nearest."""
    match = _NAME.fullmatch(name)
    if not match:
        raise FormError("“What it is about” is not the name of a claim, step, evidence or source.")
    id_, part, number = match.groups()
    former = {str(alias): claim for claim in argument.claims.values() for alias in claim.aliases}
    claim = argument.claims.get(id_) or former.get(id_)
    if claim is None and not part and id_ in argument.sources:
        return of_source(argument.sources[id_])
    if claim is None:
        hint = did_you_mean(id_, (*argument.claims, *argument.sources))
        raise FormError(f"There is no claim or source `{id_}`; {hint}".rstrip("; "))
    return _part(argument, claim, part, int(number)) if part else of_claim(claim)


def of_claim(claim: Claim) -> Spot:
    """The spot of a claim."""
    texts = {"claim": claim.statement, "short": claim.short}
    further = {"assessment": claim.assessment, "note": claim.note}
    return Spot(claim.id, claim.statement, _texts({**texts, **further}), claim)


def of_step(argument: Argument, claim: Claim, step: Step) -> Spot:
    """The spot of a step to a claim."""
    premises = (argument.claims[id_].statement for id_ in step.premises if id_ in argument.claims)
    name = f"{claim.id}#because-{step.number}"
    return Spot(name, " ".join(premises), _texts({"warrant": step.warrant}), claim, step=step)


def of_evidence(claim: Claim, number: int) -> Spot:
    """The spot of a piece of a claim's evidence, counted from 1."""
    piece = claim.evidence[number - 1]
    texts = {"finding": piece.finding, "limits": piece.limits, "locator": piece.locator}
    name = f"{claim.id}#evidence-{number}"
    return Spot(name, piece.finding, _texts(texts), claim, piece=piece)


def of_source(source: Source) -> Spot:
    """The spot of a source; only texts that its entry has can be put in other words."""
    names = (*_SOURCE_TEXTS, *_SOURCE_TEXTS_TOO)
    texts = {name: source.fields[name] for name in names if name in source.fields}
    return Spot(source.key, source.title, _texts(texts), source=source)


def is_current(current: str, text: str) -> bool:
    """Whether a form was begun from a text as it is now; so it seems where nobody tells."""
    told, now = " ".join(current.split()), " ".join(text.split())
    return now.startswith(told.removesuffix(CUT)) if told.endswith(CUT) else told in {"", now}


def _part(argument: Argument, claim: Claim, part: str, number: int) -> Spot:
    several = claim.steps if part == "because" else claim.evidence
    if number > len(several):
        word = "steps" if part == "because" else "pieces of evidence"
        raise FormError(f"`{claim.id}` has only {len(several)} {word}.")
    if part == "because":
        return of_step(argument, claim, claim.steps[number - 1])
    return of_evidence(claim, number)


def _texts(texts: Mapping[str, str | None]) -> Mapping[str, str]:
    return MappingProxyType({key: str(text or "") for key, text in texts.items()})
