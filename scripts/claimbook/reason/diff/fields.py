"""The fields of each thing by their names in the files, as texts that can be compared."""

from collections.abc import Callable, Iterable, Mapping

from claimbook.model import Argument, Claim, Evidence, Scope, Search, Section, Source, Step, Waiver
from claimbook.reason.diff.change import FieldChange, T, Value

Fields = Mapping[str, Value]


def changed(before: Fields, after: Fields) -> tuple[FieldChange, ...]:
    """The fields that differ; of lists the order is not compared."""
    names = dict.fromkeys((*before, *after))
    found = (FieldChange(name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(change for change in found if _differs(change))


def of_argument(argument: Argument) -> Fields:
    """The fields of claims/map.yml; the sections as one text, since their order counts."""
    return {
        "title": argument.title,
        "text": argument.text,
        "thesis": argument.thesis,
        "about": argument.about or "",
        "sections": ", ".join(section.id for section in argument.sections),
    }


def of_section(section: Section) -> Fields:
    """The fields of a section apart from its claims."""
    return {
        "title": section.title,
        "question": section.question,
        "summary": section.summary,
        "paragraphs": section.gists or str(section.paragraphs),
        "heading": _numbered(section.headings),
        "skipped": _numbered(section.skipped),
        "accept": _answers(section.waivers),
    }


def of_claim(claim: Claim) -> Fields:
    """The fields of a claim apart from its steps, its evidence and its former ids."""
    return {
        "claim": claim.statement,
        "short": claim.short or "",
        "kind": claim.kind,
        "voice": claim.voice,
        "paragraph": ", ".join(map(str, claim.paragraphs)),
        "implicit": "true" if claim.implicit else "",
        "but": tuple(dict.fromkeys(claim.rebutters)),
        "assessment": claim.assessment or "",
        "note": claim.note or "",
        "scope": _scope(claim.scope),
        "searched": tuple(map(_search, claim.searched)),
        "accept": _answers(claim.waivers),
    }


def of_step(step: Step) -> Fields:
    """The fields of a step."""
    return {
        "premises": tuple(dict.fromkeys(step.premises)),
        "unless": tuple(dict.fromkeys(step.undercutters)),
        "scheme": step.scheme or "",
        "warrant": step.warrant or "",
    }


def of_evidence(piece: Evidence) -> Fields:
    """The fields of a piece of evidence."""
    return {
        "source": piece.source,
        "bearing": piece.bearing,
        "finding": piece.finding,
        "locator": piece.locator or "",
        "limits": piece.limits or "",
        "read": piece.reading,
        "read_at": piece.read_at or "",
        "quote": piece.quote or "",
        "figures": piece.figures,
        "checked": piece.checked or "",
        "not_found": piece.not_found or "",
        "reader": piece.reader or "",
        "scope": _scope(piece.scope),
        "wording": piece.wording or "",
    }


def of_source(source: Source) -> Fields:
    """The fields of an entry of the bibliography, its type among them."""
    return {"type": source.type, **source.fields}


def compared(
    read: Callable[[T], Fields], before: T | None, after: T | None
) -> tuple[FieldChange, ...]:
    """The fields that differ between two things of one sort; none where one side is absent."""
    if before is None or after is None:
        return ()
    return changed(read(before), read(after))


def _differs(change: FieldChange) -> bool:
    if isinstance(change.before, tuple) and isinstance(change.after, tuple):
        return sorted(change.before) != sorted(change.after)
    return change.before != change.after


def _numbered(texts: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(f"{number}: {text}" for number, text in sorted(texts.items()))


def _answers(waivers: Iterable[Waiver]) -> tuple[str, ...]:
    return tuple(f"{waiver.rule}: {waiver.reason}" for waiver in waivers)


def _scope(scope: Scope | None) -> str:
    if scope is None:
        return ""
    return _listed((", ".join(scope.places), scope.period, scope.people))


def _search(search: Search) -> str:
    return _listed((search.where, search.query, search.date, search.found))


def _listed(parts: Iterable[str | None]) -> str:
    return "; ".join(filter(None, parts))
