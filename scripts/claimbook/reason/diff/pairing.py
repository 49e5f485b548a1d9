"""Which things of two states are the same thing, whatever they are called by now."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from claimbook.model import Argument, Claim, Evidence, Section, Source, Step
from claimbook.reason.diff.change import Names

T = TypeVar("T")
Pairs = tuple[tuple[T | None, T | None], ...]

_CLOSE = 0.5  # share of words that two findings of one source have in common


def names(before: Argument, after: Argument) -> Names:
    """What was renamed: a claim by an alias or an equal statement, a source by an equal entry.

    A section is known by its title.
    """
    old, new = _only(before.claims, after.claims)
    renamed = _by_alias(old, new)
    renamed |= _by_likeness(_without(old, renamed), _without(new, renamed.values()), _statement)
    gone = _without(old, renamed)
    sources = _by_likeness(*_only(before.sources, after.sources), _entry)
    sections = _by_likeness(*_only(_sections(before), _sections(after)), _title)
    return Names(renamed, _merged(gone, after.claims), sources, sections)


def step_pairs(before: Iterable[Step], after: Iterable[Step]) -> Pairs[Step]:
    """Steps of one claim side by side: those with the same premises, then those that share some."""
    return _paired(before, after, lambda a, b: _overlap(a.premises, b.premises))


def evidence_pairs(before: Iterable[Evidence], after: Iterable[Evidence]) -> Pairs[Evidence]:
    """Evidence of one claim side by side: by source, then by finding."""
    return _paired(before, after, _likeness)


def displaced(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The names that left their place in the order of those which both sides have."""
    shared = set(before) & set(after)
    old, new = ([name for name in order if name in shared] for order in (before, after))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    kept = {name for block in blocks for name in old[block.a : block.a + block.size]}
    return frozenset(shared - kept)


def _only(before: Mapping[str, T], after: Mapping[str, T]) -> tuple[dict[str, T], dict[str, T]]:
    """What stands on one side only."""
    return _without(before, after), _without(after, before)


def _without(things: Mapping[str, T], names: Iterable[str]) -> dict[str, T]:
    left_out = set(names)
    return {name: thing for name, thing in things.items() if name not in left_out}


def _merged(gone: Mapping[str, Claim], claims: Mapping[str, Claim]) -> dict[str, str]:
    return {str(alias): id_ for id_, c in claims.items() for alias in c.aliases if alias in gone}


def _by_alias(old: Mapping[str, Claim], new: Mapping[str, Claim]) -> dict[str, str]:
    return _one_to_one(_merged(old, new))


def _by_likeness(
    old: Mapping[str, T], new: Mapping[str, T], essence: Callable[[T], object]
) -> dict[str, str]:
    known = {essence(thing): name for name, thing in new.items()}
    found = {name: known.get(essence(thing)) for name, thing in old.items()}
    return _one_to_one({name: same for name, same in found.items() if same is not None})


def _one_to_one(pairs: Mapping[str, str]) -> dict[str, str]:
    """The first old name of each new one."""
    firsts: dict[str, str] = {}
    for old, new in pairs.items():
        firsts.setdefault(new, old)
    return {old: new for new, old in firsts.items()}


def _statement(claim: Claim) -> object:
    return " ".join(claim.statement.casefold().split())


def _entry(source: Source) -> object:
    return source.fields.get("doi") or (source.title, source.year, source.authors)


def _title(section: Section) -> object:
    return str(section.title)


def _sections(argument: Argument) -> Mapping[str, Section]:
    return {section.id: section for section in argument.sections}


def _paired(before: Iterable[T], after: Iterable[T], likeness: Callable[[T, T], float]) -> Pairs[T]:
    """Greedy pairs, the likest first; then, in order, what is left alone on either side."""
    old, new = list(before), list(after)
    likely = [(-likeness(a, b), j, i) for i, a in enumerate(old) for j, b in enumerate(new)]
    partner: dict[int, int] = {}
    for score, j, i in sorted(likely):
        if score and j not in partner and i not in partner.values():
            partner[j] = i
    gone = (a for i, a in enumerate(old) if i not in partner.values())
    pairs = ((old[partner[j]] if j in partner else None, b) for j, b in enumerate(new))
    return (*pairs, *((a, None) for a in gone))


def _overlap(old: Iterable[str], new: Iterable[str]) -> float:
    one, other = set(old), set(new)
    return len(one & other) / len(one | other) if one | other else 0


def _likeness(old: Evidence, new: Evidence) -> float:
    """Two for the same source, and up to one more for the finding; a moved finding counts alone."""
    words = _overlap(old.finding.split(), new.finding.split())
    if old.source == new.source:
        return 2 + words
    return words if words > _CLOSE else 0
