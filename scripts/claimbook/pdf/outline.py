"""The outline of a PDF, with its headings as they were written.

Chromium joins the lines of a heading without the space at which they were broken.
"""

from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject


def with_headings(pdf: bytes, html: str) -> bytes:
    """The PDF of a document, each title of its outline with the spaces of its heading."""
    reader = _HeadingReader()
    reader.feed(html)
    written = {_squeezed(heading): heading for heading in reader.headings}
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


class _HeadingReader(HTMLParser):
    """The words of every heading."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[str] = []
        self._words: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in {"h1", "h2", "h3"}:
            self._words = []

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"h1", "h2", "h3"} and self._words is not None:
            self.headings.append(" ".join("".join(self._words).split()))
            self._words = None
