"""The document in an answer: HTML, plain text or the pages of a PDF."""

from io import BytesIO
from typing import Final

from claimbook.links.answer import Answer
from claimbook.links.page import Page, from_html, from_text
from claimbook.links.words import PAGE_END

_MOST_PAGES: Final = 2_000
_SNIFFED: Final = 1024  # bytes at the start that tell what a body is
_PDF: Final = b"%PDF-"


def read(answer: Answer) -> Page:
    """Read the body by what it is, not by what the server calls it."""
    kind = kind_of(answer.body)
    if kind == "pdf" and answer.is_whole:
        return from_pdf(answer.body)
    if kind:
        return Page(kind=kind, is_read=False)
    is_markup = answer.body.lstrip()[:1] == b"<" and answer.media_type != "text/plain"
    if is_markup or "html" in answer.media_type or "xml" in answer.media_type:
        return from_html(answer.body, answer.charset)
    return from_text(answer.body, answer.charset)


def kind_of(body: bytes) -> str:
    """`pdf` or `binary` by how a body begins; empty for text."""
    start = body[:_SNIFFED]
    if _PDF in start:
        return "pdf"
    return "binary" if b"\0" in start else ""


def from_pdf(body: bytes) -> Page:
    """Read the words of a PDF; a scan has none."""
    from pypdf import PdfReader  # noqa: PLC0415 -- only who meets a PDF waits for its reader

    pages = PdfReader(BytesIO(body)).pages
    text = PAGE_END.join(page.extract_text() for page in pages[:_MOST_PAGES])
    return Page(text=text, kind="pdf", is_read=bool(text.strip()))
