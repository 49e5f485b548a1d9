"""Claims, sections and sources of two states side by side, and what differs in each."""

from collections.abc import Iterator, Mapping

from claimbook.model import Argument, Claim, Evidence, Section, Source, Step
from claimbook.reason.diff import fields
from claimbook.reason.diff.change import Change, ClaimChange, FieldChange, Names
from claimbook.reason.diff.pairing import displaced, evidence_pairs, step_pairs


def claim_changes(before: Argument, after: Argument, known: Names) -> Iterator[ClaimChange]:
    """Every claim that differs; `before` speaks in the later names."""
    moves = _moves(before, after)
    former = {str(id_) for id_ in before.claims} | {*known.claims, *known.merged}
    for id_ in dict.fromkeys((*after.claims, *before.claims)):
        old, new = before.claims.get(id_), after.claims.get(id_)
        steps = tuple(_steps(old, new))
        evidence = tuple(_evidence(old, new))
        own = (*fields.compared(fields.of_claim, old, new), *_aliases(old, new, former))
        own = (*own, *moves.get(id_, ()))
        earlier = known.earlier(id_)
        renamed_from = earlier if old and new and earlier != id_ else ""
        if own or steps or evidence or renamed_from or not (old and new):
            merged = known.merged.get(id_, "")
            yield ClaimChange(old, new, own, renamed_from, steps, evidence, merged)


def section_changes(before: Argument, after: Argument, known: Names) -> Iterator[Change[Section]]:
    """Every section that differs apart from its claims."""
    old, new = ({section.id: section for section in side.sections} for side in (before, after))
    former = {later: earlier for earlier, later in known.sections.items()}
    for id_ in dict.fromkeys((*new, *old)):
        a, b = old.get(id_), new.get(id_)
        found = fields.compared(fields.of_section, a, b)
        if found or id_ in former or not (a and b):
            yield Change(a, b, found, former.get(id_, ""))


def source_changes(before: Argument, after: Argument, known: Names) -> Iterator[Change[Source]]:
    """Every entry of the bibliography that differs."""
    former = {later: earlier for earlier, later in known.sources.items()}
    for key in dict.fromkeys((*after.sources, *before.sources)):
        a, b = before.sources.get(key), after.sources.get(key)
        found = fields.compared(fields.of_source, a, b)
        if found or key in former or not (a and b):
            yield Change(a, b, found, former.get(key, ""))


def _steps(old: Claim | None, new: Claim | None) -> Iterator[Change[Step]]:
    for a, b in step_pairs(old.steps if old else (), new.steps if new else ()):
        if (found := fields.compared(fields.of_step, a, b)) or not (a and b):
            yield Change(a, b, found)


def _evidence(old: Claim | None, new: Claim | None) -> Iterator[Change[Evidence]]:
    for a, b in evidence_pairs(old.evidence if old else (), new.evidence if new else ()):
        if (found := fields.compared(fields.of_evidence, a, b)) or not (a and b):
            yield Change(a, b, found)


def _aliases(old: Claim | None, new: Claim | None, former: set[str]) -> Iterator[FieldChange]:
    """Former ids that came or went, but for those which a rename or merger left."""
    if old and new:
        left = tuple(alias for alias in new.aliases if alias not in former)
        yield from fields.changed({"aliases": tuple(old.aliases)}, {"aliases": left})


def _moves(before: Argument, after: Argument) -> Mapping[str, tuple[FieldChange, ...]]:
    """Where each moved claim went: to another section, or past others of its own."""
    found: dict[str, tuple[FieldChange, ...]] = {}
    for id_ in before.claims.keys() & after.claims.keys():
        old, new = before.claims[id_].section, after.claims[id_].section
        if old != new:
            found[id_] = (FieldChange("section", old, new),)
    for section in after.sections:
        found |= _reordered(before, section)
    return found


def _reordered(before: Argument, section: Section) -> Mapping[str, tuple[FieldChange, ...]]:
    old = [str(id_) for id_, claim in before.claims.items() if claim.section == section.id]
    new = [str(claim.id) for claim in section.claims]
    return {
        id_: (FieldChange("order", _behind(old, id_), _behind(new, id_)),)
        for id_ in displaced(old, new)
    }


def _behind(order: list[str], id_: str) -> str:
    position = order.index(id_)
    return f"behind {order[position - 1]}" if position else "first"
