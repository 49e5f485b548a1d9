"""Page numbers in references, and the outline, on PDFs made here."""

from io import BytesIO

from pypdf import PdfReader, PdfWriter

from claimbook.pdf import numbered, with_headings
from claimbook.pdf.numbering import pages_of

HTML = '<span class="cb-pn" data-target="a"></span><span class="cb-pn" data-target="b"></span>'


def pdf(pages: dict[str, int], titles: tuple[str, ...] = ()) -> bytes:
    writer = PdfWriter()
    for _ in range(max(pages.values())):
        writer.add_blank_page(100, 100)
    for name, page in pages.items():
        writer.add_named_destination(name, page - 1)
    parent = None
    for title in titles:
        parent = writer.add_outline_item(title=title, page_number=0, parent=parent)
    packed = BytesIO()
    writer.write(packed)
    return packed.getvalue()


def test_the_last_print_carries_the_pages_of_its_own_targets() -> None:
    seen = []

    def printer(html: str) -> bytes:
        seen.append(html)
        return pdf({"a": 2, "b": 3})

    assert pages_of(numbered(HTML, printer)) == {"a": 2, "b": 3}
    assert seen[-1].count('data-page="2"') == seen[-1].count('data-page="3"') == 1
    assert len(seen) == 2


def test_it_is_printed_again_where_the_numbers_move_a_target() -> None:
    seen = []

    def printer(html: str) -> bytes:
        seen.append(html)
        return pdf({"a": 2, "b": 4 if 'data-page="88"' in html else 3})

    numbered(HTML, printer)
    assert 'data-target="b" data-page="3"' in seen[-1]
    assert len(seen) == 3


def test_the_outline_gets_back_the_spaces_at_the_ends_of_lines() -> None:
    content = pdf({"a": 1}, ("1 A longheading", "1.1 Unknown toall"))
    mended = PdfReader(BytesIO(with_headings(content, "<h2><span>1</span> A long\nheading</h2>")))
    outer, inner = mended.outline
    assert isinstance(inner, list)
    titles = [str(item["/Title"]) for item in (outer, *inner) if not isinstance(item, list)]
    assert titles == ["1 A long heading", "1.1 Unknown toall"]
