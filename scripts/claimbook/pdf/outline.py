"""The outline of a PDF, with its headings as they were written.

Chromium joins the lines of a heading without the space at which they were broken.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject


def with_headings(pdf: bytes, headings: Sequence[str]) -> bytes:
    """The PDF, each title of whose outline has the spaces of the heading it stands for."""
    written = {_squeezed(heading): heading for heading in headings}
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for item in _items(writer.root_object.get("/Outlines", {})):
        title = str(item["/Title"])
        item[NameObject("/Title")] = TextStringObject(written.get(_squeezed(title), title))
    packed = BytesIO()
    writer.write(packed)
    return packed.getvalue()


def _items(parent: Any) -> Iterator[Any]:  # noqa: ANN401 -- dictionaries of the PDF
    item = parent.get("/First")
    while item:
        entry = item.get_object()
        yield entry
        yield from _items(entry)
        item = entry.get("/Next")


def _squeezed(text: str) -> str:
    return "".join(text.split())
