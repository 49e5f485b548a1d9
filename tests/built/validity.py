"""Where a page is not valid HTML: parse errors, the rules for documents, nesting, references."""

from collections.abc import Iterator

import turbohtml
from tinyhtml5.parser import HTMLParser
from turbohtml.conformance import check

PHRASING = (
    "p, h1, h2, h3, h4, h5, h6, pre, span, em, strong, small, b, i, code, label, q, cite, button"
)
BLOCKS = (
    "p, div, ul, ol, dl, table, section, article, aside, nav, header, footer, main, form, hr, pre,"
    "h1, h2, h3, h4, h5, h6, blockquote, figure, details, fieldset"
)
INTERACTIVE = (
    "a[href], button, select, textarea, summary, details, iframe, input:not([type=hidden])"
)

FORBIDDEN = {
    f":is({PHRASING}) :is({BLOCKS})": "a block inside a line of text",
    f":is(a, button) :is({INTERACTIVE})": "something to press inside something to press",
    ":is(ul, ol, menu) > :not(li, script, template)": "a list holds only items",
    "dl > :not(dt, dd, div, script, template)": "a description list holds only terms and details",
    "li:not(:is(ul, ol, menu) > li)": "an item outside a list",
    ":is(dt, dd):not(dl > *, dl > div > *)": "a term or detail outside a description list",
    "table > :not(caption, colgroup, thead, tbody, tfoot, tr)": "a table holds only rows",
    "tr > :not(td, th, script, template)": "a row holds only cells",
    "summary:not(details > summary:first-child)": "a summary that does not begin its details",
    "figcaption:not(figure > figcaption)": "a caption outside a figure",
    "main main, main ~ main, form form, label label": "inside its own kind",
    "body :is(style, title, base):not(svg *)": "belongs into the head",
    "[href=''], [src=''], [id=''], [lang=''], [aria-label='']": "an empty attribute",
    "img:not([alt]), svg[role=img]:not([aria-label], [aria-labelledby], :has(> title))": "no name",
    "iframe:not([title])": "a frame without a title",
    "html:not([lang])": "no language",
}
REFERRING = ("aria-controls", "aria-describedby", "aria-details", "aria-labelledby", "for")


def faults(page: str) -> Iterator[str]:
    """Every fault of a page, as `line: what is wrong`."""
    yield from _parse_errors(page)
    document = turbohtml.parse(page)
    for message in check(document).errors:
        yield f"{message.line}: {message.message}"
    for selector, reason in FORBIDDEN.items():
        for element in document.select(selector):
            yield f"{element.source_line}: {reason}: {element.css_path()}"
    yield from _dangling_references(document)


def _parse_errors(page: str) -> Iterator[str]:
    parser = HTMLParser()
    parser.parse(page)
    for (line, _), error, details in parser.errors:
        yield f"{line}: {error} {' '.join(map(str, details.values()))}".rstrip()


def _dangling_references(document: turbohtml.Document) -> Iterator[str]:
    ids = {element.attrs["id"] for element in document.select("[id]")}
    for attribute in REFERRING:
        for element in document.select(f"[{attribute}]"):
            for name in str(element.attrs[attribute]).split():
                if name not in ids:
                    yield f"{element.source_line}: {attribute} names no element: {name}"
