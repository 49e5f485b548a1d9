"""What a program can see of a web page: its words, the places in it, and signs of walls."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNSEEN: Final = ["script", "style", "template", "noscript", "iframe", "svg"]
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_DESCRIBED: Final = (
    'meta[name="description" i], meta[name="citation_abstract" i], meta[name^="dc.description" i]'
)
_CHARSET: Final = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE
)
_PRESCAN: Final = 2048  # bytes in which HTML may declare its encoding


@dataclass(frozen=True)
class Page:
    """What was read. `text` has a form feed after each page of a PDF.

    `fragments` are the ids and names that an address can point at; `scripted` says that a script
    may add others; `password` that a password is asked for. `is_read` is false where the words of
    the document could not be read. `meta` are the tags of that name with lower-case names,
    `linked` the blocks of JSON-LD.
    """

    text: str = ""
    title: str = ""
    headings: tuple[str, ...] = ()
    fragments: frozenset[str] = frozenset()
    scripted: bool = False
    password: bool = False
    kind: str = ""
    is_read: bool = True
    meta: tuple[tuple[str, str], ...] = ()
    linked: tuple[str, ...] = ()


def from_html(body: bytes, charset: str = "") -> Page:
    """Read an HTML page, as a browser would without its scripts."""
    tree = LexborHTMLParser(decoded(body, charset))
    scripted = tree.css_first("script") is not None
    described = [node.attributes.get("content") or "" for node in tree.css(_DESCRIBED)]
    fragments = _fragments(tree)
    password = tree.css_first('input[type="password" i]') is not None
    meta = tuple(_meta(tree))
    linked = tuple(node.text() for node in tree.css('script[type="application/ld+json" i]'))
    tree.strip_tags(_UNSEEN)
    return Page(
        text="\n".join(filter(None, [_text(tree.root), *described])),
        title=_first_text(tree, "title"),
        headings=tuple(_text(node).strip() for node in tree.css("h1")),
        fragments=fragments,
        scripted=scripted,
        password=password,
        kind="html",
        meta=meta,
        linked=linked,
    )


def from_text(body: bytes, charset: str = "") -> Page:
    """Read plain text."""
    return Page(text=decoded(body, charset), kind="text")


def decoded(body: bytes, charset: str = "") -> str:
    """The text in `body`: by the charset of the answer, of the page itself, or by trial."""
    declared = _CHARSET.search(body[:_PRESCAN])
    names = (charset, declared[1].decode("ascii") if declared else "", "utf-8")
    for name in filter(None, names):
        try:
            return body.decode(name, errors="strict" if name == "utf-8" else "replace")
        except (LookupError, UnicodeDecodeError):
            continue
    return body.decode("windows-1252", errors="replace")


def _fragments(tree: LexborHTMLParser) -> frozenset[str]:
    ids = (node.attributes.get("id") for node in tree.css("[id]"))
    names = (node.attributes.get("name") for node in tree.css("a[name]"))
    return frozenset(filter(None, (*ids, *names)))


def _meta(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("meta[content]"):
        named = node.attributes.get("name") or node.attributes.get("property")
        if named:
            yield named.lower(), node.attributes.get("content") or ""


def _first_text(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return " ".join(_text(node).split()) if node else ""


def _text(node: LexborNode | None) -> str:
    return "".join(_pieces(node)) if node else ""


def _pieces(node: LexborNode) -> Iterator[str]:
    for part in node.traverse(include_text=True):
        if part.tag == "-text":
            yield part.text_content or ""
        elif part.tag in _BLOCKS:
            yield "\n"
