"""Two claims become one: reasons, objections and evidence of the first go over to the second."""

from collections.abc import Iterator, Sequence
from itertools import compress

from claimbook.edit.blocks import without_claim
from claimbook.edit.document import Table, entries
from claimbook.edit.project import CLAIM_KEYS, Edit, Project, replaced
from claimbook.edit.tables import LayoutError, add, put, take
from claimbook.edit.transfer import append, items
from claimbook.model import Claim, Evidence, Step, Text


def merge(project: Project, gone: Claim, kept: Claim) -> Iterator[Edit]:
    """Let `kept` take the place of `gone` everywhere; its own words stay, those of `gone` go.

    Evidence of one source with one finding, and reasons from the same premises, are taken once.
    Raises `LayoutError` where one of the claims is a reason for or an objection to the other.
    """
    _refuse_relatives(gone, kept)
    yield from _links(project, gone, kept)
    yield from _parts(project, gone, kept)
    document = project.section_document(gone.section)
    yield document.file, without_claim(document, gone.id)


def _refuse_relatives(gone: Claim, kept: Claim) -> None:
    for one, other in ((gone, kept), (kept, gone)):
        steps = (link for step in one.steps for link in (*step.premises, *step.undercutters))
        if other.id in (*one.rebutters, *steps):
            message = f"`{other.id}` bears on `{one.id}`: claims that bear on each other are two"
            raise LayoutError(message)


def _links(project: Project, gone: Claim, kept: Claim) -> Iterator[Edit]:
    if project.argument.thesis == gone.id:
        yield replaced(project, project.argument.thesis, kept.id)
    for claim in project.argument.claims.values():
        if claim.id != gone.id:
            document, table = project.claim_table(claim)
            lists = [(table, "but", claim.rebutters), *_lists_of_steps(claim, table)]
            for holder, key, links in lists:
                if gone.id in links and kept.id in links:
                    for splice in take(document, holder, key, [links.index(gone.id)]):
                        yield document.file, splice
                elif gone.id in links:
                    yield replaced(project, links[links.index(gone.id)], kept.id)


def _lists_of_steps(claim: Claim, table: Table) -> Iterator[tuple[Table, str, Sequence[Text]]]:
    nodes = entries(table)["because"].value.value if claim.steps else ()
    for step, node in zip(claim.steps, nodes, strict=True):
        holder = node if isinstance(node, Table) else table
        yield holder, "premises", step.premises
        yield holder, "unless", step.undercutters


def _parts(project: Project, gone: Claim, kept: Claim) -> Iterator[Edit]:
    source, old = project.claim_table(gone)
    document, table = project.claim_table(kept)
    news = {
        "because": [_is_new_step(step, kept) for step in gone.steps],
        "evidence": [_is_new_piece(piece, kept) for piece in gone.evidence],
    }
    for key, wanted in news.items():
        if texts := list(compress(items(source, old, key), wanted)):
            yield document.file, append(document, table, key, texts, CLAIM_KEYS)
    if objections := [str(id_) for id_ in gone.rebutters if id_ not in kept.rebutters]:
        yield document.file, add(document, table, "but", objections, CLAIM_KEYS)
    aliases = [*kept.aliases, *gone.aliases, gone.id]
    yield document.file, put(document, table, "aliases", list(map(str, aliases)), CLAIM_KEYS)


def _is_new_step(step: Step, kept: Claim) -> bool:
    return all(set(step.premises) != set(other.premises) for other in kept.steps)


def _is_new_piece(piece: Evidence, kept: Claim) -> bool:
    same = (e for e in kept.evidence if e.source == piece.source and e.finding == piece.finding)
    return not any(same)
