"""The answers of a form -> the edits that they ask for, and what they do, in a sentence."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final

from claimbook.edit.bibliography import with_entry, with_field
from claimbook.edit.create import id_from, linked, new_claim, new_evidence
from claimbook.edit.document import entries
from claimbook.edit.project import EVIDENCE_KEYS, Edit, Project, replaced
from claimbook.edit.restate import restate
from claimbook.edit.step import undercut, warranted
from claimbook.edit.tables import put
from claimbook.exchange.records import latex
from claimbook.forms.body import Filled, FormError
from claimbook.forms.kinds import ADD_SOURCE, DISPUTE, FIX_WORDING
from claimbook.forms.spots import Spot, is_current, spot_of
from claimbook.forms.works import entry_of
from claimbook.model import Claim, Source, Voice
from claimbook.read.reading import SOURCES
from claimbook.read.spelling import fault_of_id

LONGEST_STEM: Final = 70  # characters of a new id, before a number
_EVIDENCE: Final = ("bearing", "finding", "locator", "limits", "read")


@dataclass(frozen=True)
class Answered:
    """The edits of a form, and what they do, for people."""

    edits: tuple[Edit, ...]
    done: str


def answer(project: Project, form: Filled) -> Answered:
    """What a form asks for; raises `FormError` where it cannot be done."""
    return _ANSWERS[form.form.name](project, form)


def _dispute(project: Project, form: Filled) -> Answered:
    spot = _spot(project, form)
    if spot.source:
        return _remarked(project, spot.source, form["objection"])
    claim = _claim(spot)
    id_ = _new_id(project, form["objection"], claim)
    fields = {"claim": form["objection"], "kind": form["kind"], "voice": str(Voice.OPPONENT)}
    section = project.argument.section_of(claim)
    made = new_claim(project, section, id_, {**fields, "short": form["short"]}, claim.id)
    if spot.step:
        edits = (*undercut(project, claim, spot.step, id_), *made)
    else:
        edits = (*linked(project, claim, "but", id_), *made)
    return Answered(edits, f"New objection `{id_}` to `{spot.name}`.")


def _add_source(project: Project, form: Filled) -> Answered:
    claim = _claim(_spot(project, form))
    key, edits = _source(project, form)
    fields = {"source": key, **{name: form[name] for name in _EVIDENCE}}
    ordered = {name: fields[name] for name in EVIDENCE_KEYS if fields.get(name)}
    edits = (*edits, *new_evidence(project, claim, ordered))
    return Answered(edits, f"New evidence from `{key}` on `{claim.id}`.")


def _fix_wording(project: Project, form: Filled) -> Answered:
    spot = _spot(project, form)
    part = form["part"] or next(iter(spot.texts))
    if part not in spot.texts:
        raise FormError(f"“Which text of it” must be one of: {', '.join(spot.texts)}.")
    if not is_current(form["current"], spot.texts[part]):
        raise _outdated(spot)
    lines = part in {"assessment", "note"}
    text = form["text"] if lines else " ".join(form["text"].split())
    return Answered(tuple(_worded(project, spot, part, text)), f"New words for `{spot.name}`.")


_ANSWERS: Final[Mapping[str, Callable[[Project, Filled], Answered]]] = {
    DISPUTE.name: _dispute,
    ADD_SOURCE.name: _add_source,
    FIX_WORDING.name: _fix_wording,
}


def _spot(project: Project, form: Filled) -> Spot:
    spot = spot_of(project.argument, form["about"])
    if form.form is not FIX_WORDING and not is_current(form["current"], spot.says):
        raise _outdated(spot)
    return spot


def _outdated(spot: Spot) -> FormError:
    return FormError(
        f"“What stands there now” is not what stands at `{spot.name}` now. "
        "Open its page once more and begin the form from there."
    )


def _claim(spot: Spot) -> Claim:
    if spot.claim is None:
        raise FormError(f"`{spot.name}` is a source; name the claim on which it bears.")
    return spot.claim


def _worded(project: Project, spot: Spot, part: str, text: str) -> Iterator[Edit]:
    if spot.source:
        yield _field(project, spot.source, part, text)
    elif spot.claim and spot.step:
        yield from warranted(project, spot.claim, spot.step, text)
    elif spot.claim and spot.piece:
        document, table = project.claim_table(spot.claim)
        row = entries(table)["evidence"].value.value
        node = row[spot.claim.evidence.index(spot.piece)]
        yield document.file, put(document, node, part, text, EVIDENCE_KEYS)
    elif spot.claim:
        yield from restate(project, spot.claim, {part: text})


def _remarked(project: Project, source: Source, objection: str) -> Answered:
    """An objection to a source becomes a remark, which every reader of its page sees."""
    if "remarks" in source.fields:
        text = f"{source.fields['remarks']} {objection}"
        edit = _field(project, source, "remarks", text)
    else:
        edit = _new_field(project, source, "remarks", objection)
    return Answered((edit,), f"New remark on the source `{source.key}`.")


def _field(project: Project, source: Source, name: str, text: str) -> Edit:
    field = source.fields[name]
    return replaced(project, field, f"{{{latex(name, text)}}}")


def _new_field(project: Project, source: Source, name: str, text: str) -> Edit:
    document = project.documents[SOURCES]
    return SOURCES, with_field(document, source, name, latex(name, text))


def _source(project: Project, form: Filled) -> tuple[str, tuple[Edit, ...]]:
    """The key of the source that a form names, and the edit that enters it if it is new."""
    known = project.argument.sources
    if key := form["source"]:
        if key not in known:
            raise FormError(f"There is no source `{key}`; leave the key empty for a new one.")
        return key, ()
    key, entry = entry_of(form.answers, known)
    return key, ((SOURCES, with_entry(project.documents[SOURCES], project.argument, key, entry)),)


def _new_id(project: Project, statement: str, claim: Claim) -> str:
    """An id that no claim has or had, from the first words of a statement if they make one."""
    claims = project.argument.claims
    taken = {*claims, *(str(alias) for c in claims.values() for alias in c.aliases)}
    wanted = id_from(statement)[:LONGEST_STEM].strip("-")
    stem = wanted if not fault_of_id(wanted) else f"objection-to-{claim.id}"[:LONGEST_STEM]
    return _free(stem.strip("-"), taken)


def _free(stem: str, taken: Collection[str]) -> str:
    numbered = (stem if n == 1 else f"{stem}-{n}" for n in count(1))
    return next(id_ for id_ in numbered if id_ not in taken)
