"""Evidence stamped as read against its claim."""

from collections.abc import Collection, Iterator

from claimbook.edit.document import Document, Row, Splice, Table, entries
from claimbook.edit.project import EVIDENCE_KEYS, Edit, Project
from claimbook.edit.tables import drop, put
from claimbook.model import Claim, Evidence
from claimbook.reason.review import stamp


def reviewed(
    project: Project, claim: Claim, sources: Collection[str], date: str | None
) -> Iterator[Edit]:
    """Stamp evidence with the wording that was read, and with the date of the reading.

    Without sources all of the claim's is meant, but for what was looked for in vain. Without a
    date only what was checked before is stamped, and its date stays.
    """
    document, table = project.claim_table(claim)
    row = entries(table)["evidence"].value if claim.evidence else None
    nodes = row.value if isinstance(row, Row) else ()
    for piece, node in zip(claim.evidence, nodes, strict=True):
        if isinstance(node, Table) and _is_meant(piece, sources, date):
            for splice in _stamps(document, node, claim, piece, date):
                yield document.file, splice


def _is_meant(piece: Evidence, sources: Collection[str], date: str | None) -> bool:
    if date is None and not piece.checked:
        return False
    return piece.source in sources if sources else not piece.not_found


def _stamps(
    document: Document, node: Table, claim: Claim, piece: Evidence, date: str | None
) -> Iterator[Splice]:
    if date and piece.not_found:
        yield drop(document, node, "not_found")
    if date and piece.checked != date:
        yield put(document, node, "checked", date, EVIDENCE_KEYS)
    if piece.wording != (mark := stamp(claim, piece)):
        yield put(document, node, "wording", mark, EVIDENCE_KEYS)
