"""Whole claims as blocks of lines, with the comments that stand above them."""

from claimbook.edit.document import Document, Splice, entries
from claimbook.edit.project import claims_table


def claim_lines(document: Document, claim: str) -> str:
    """A claim as it stands, with its comments."""
    start, end = _block(document, claim)
    return document.text[document.offset(start) : document.offset(end)]


def without_claim(document: Document, claim: str) -> Splice:
    """Take a claim out, and the empty lines that parted it from the next or the last."""
    start, end = _block(document, claim)
    lines, last = document.lines, len(document.lines)
    while end < last and not lines[end].strip():
        end += 1
    while end == last and start and not lines[start - 1].strip():
        start -= 1
    return Splice(document.offset(start), document.offset(end), "")


def with_claim(document: Document, lines: str, behind: str | None) -> Splice:
    """Put a claim in behind another, or before all others where there is none to follow."""
    if behind is None:
        first = next(iter(entries(claims_table(document))))
        at = document.offset(_block(document, first)[0])
        return Splice(at, at, f"{lines}\n")
    at = document.offset(_block(document, behind)[1])
    return Splice(at, at, f"\n{lines}")


def _block(document: Document, claim: str) -> tuple[int, int]:
    entry = entries(claims_table(document))[claim]
    return document.block(entry.key.start_mark.line, document.end_line(entry.value))
