"""A report as one HTML file that needs nothing else."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from claimbook.exchange.difference.report import Item, Part, Report, Sort, Span

_TAGS: Final = {
    Sort.STRONG: "strong",
    Sort.CODE: "code",
    Sort.ADDED: "ins",
    Sort.REMOVED: "del",
}
_STYLE: Final = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.2; }
li { margin: .3em 0; max-width: 50rem; }
ins { background: light-dark(#d9f2e6, #0b4632); text-decoration: underline; }
del { background: light-dark(#fbe3d6, #5c2a0c); }
.maps { display: flex; flex-wrap: wrap; gap: 1rem 2rem; }
figure { margin: 1rem 0; overflow-x: auto; }
figcaption { font-weight: 600; }
.added .cb-box { stroke: var(--cb-support); stroke-width: 4; }
.changed .cb-box, .renamed .cb-box { stroke: var(--cb-context); stroke-width: 4; }
.removed .cb-box { stroke: var(--cb-oppose); stroke-width: 4; stroke-dasharray: 8 4; }
"""

Href = Callable[[Span], str]


@dataclass(frozen=True)
class Picture:
    """A map under its caption, as SVG, and what became of claims on it by their ids."""

    caption: str
    svg: str
    marks: Mapping[str, str]


def page(report: Report, href: Href, pictures: Sequence[Picture], styles: str) -> str:
    """The whole file; `styles` is the stylesheet of the pictures."""
    html = Element("html", lang="en")
    head, body = SubElement(html, "head"), SubElement(html, "body")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = report.title
    SubElement(head, "style").text = f"{styles}{_STYLE}"
    SubElement(body, "h1").text = report.title
    SubElement(body, "p").text = report.summary
    row = SubElement(body, "div", {"class": "maps"})
    for picture in pictures:
        _figure(row, picture)
    for part in report.parts:
        _part(body, part, href)
    return f"<!doctype html>\n{tostring(html, encoding='unicode', method='html')}\n"


def _figure(row: Element, picture: Picture) -> None:
    figure = SubElement(row, "figure")
    SubElement(figure, "figcaption").text = picture.caption
    drawn = fromstring(picture.svg)  # noqa: S314 - drawn here a moment ago
    for node in drawn.iter():
        if mark := picture.marks.get(node.get("data-node", "")):
            node.set("class", f"{node.get('class')} {mark}")
            node.set("aria-label", f"{mark}: {node.get('aria-label')}")
        node.tag = node.tag.rpartition("}")[2]
    drawn.set("xmlns", "http://www.w3.org/2000/svg")
    figure.append(drawn)


def _part(body: Element, part: Part, href: Href) -> None:
    SubElement(body, "h2").text = part.title
    _list(body, part.items, href)


def _list(parent: Element, items: Iterable[Item], href: Href) -> None:
    rows = tuple(items)
    if not rows:
        return
    ul = SubElement(parent, "ul")
    for item in rows:
        li = SubElement(ul, "li", {"id": item.about} if item.about else {})
        holder = SubElement(li, "label") if item.to_do else li
        if item.to_do:
            SubElement(holder, "input", type="checkbox")
        for span in item.spans:
            _span(holder, span, href)
        _list(li, item.items, href)


def _span(parent: Element, span: Span, href: Href) -> None:
    address = href(span) if span.target else ""
    element = (
        SubElement(parent, "a", href=address)
        if address
        else SubElement(parent, _TAGS.get(span.sort, "span"))
    )
    element.text = span.text
