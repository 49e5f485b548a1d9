"""A claim in another place: of its section's order, or in another section."""

from collections.abc import Iterator, Sequence

from claimbook.edit.blocks import claim_lines, with_claim, without_claim
from claimbook.edit.document import Document, entries
from claimbook.edit.project import (
    CLAIM_KEYS,
    Edit,
    Project,
    as_table,
    claims_table,
    section_file,
)
from claimbook.edit.tables import LayoutError, drop, put
from claimbook.model import Claim


def move(
    project: Project,
    claim: Claim,
    section: str,
    behind: str | None,
    paragraphs: Sequence[int] | None = None,
) -> Iterator[Edit]:
    """Move a claim behind another of a section, or to the section's beginning.

    `paragraphs` replaces the numbers of the paragraphs that say it; none takes them out.
    """
    document, target = project.section_document(claim.section), project.section_document(section)
    if document is not target and len(entries(claims_table(document))) == 1:
        raise LayoutError(f"{document.file} would be left without a claim")
    lines = claim_lines(_with_paragraphs(document, claim, paragraphs), claim.id)
    yield document.file, without_claim(document, claim.id)
    yield section_file(section), with_claim(target, lines, behind)


def _with_paragraphs(
    document: Document, claim: Claim, paragraphs: Sequence[int] | None
) -> Document:
    if paragraphs is None:
        return document
    table = as_table(document, entries(claims_table(document))[claim.id])
    if paragraphs:
        value = paragraphs[0] if len(paragraphs) == 1 else paragraphs
        return document.with_splices([put(document, table, "paragraph", value, CLAIM_KEYS)])
    if claim.paragraphs:
        return document.with_splices([drop(document, table, "paragraph")])
    return document
