"""What on a hand-written page no Markdown makes, and a stranger could do harm with."""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Final

from claimbook.prose import is_inside, is_safe

_ELEMENTS: Final = frozenset(
    [
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "pre", "hr", "br", "div", "span"),
        *("ul", "ol", "li", "dl", "dt", "dd", "section", "details", "summary", "figure"),
        *("a", "em", "strong", "code", "abbr", "cite", "q", "s", "del", "ins", "kbd", "mark"),
        *("small", "sub", "sup", "img", "figcaption"),
        *("table", "thead", "tbody", "tfoot", "tr", "th", "td", "col", "colgroup"),
    ]
)
_ATTRIBUTES: Final = frozenset(
    [
        *("id", "class", "title", "lang", "dir", "role", "href", "rel", "src", "alt", "width"),
        *("height", "align", "colspan", "rowspan", "scope", "span", "start", "open"),
    ]
)
_ALIGNED: Final = re.compile(r"text-align: (left|right|center);")

_FILES: Final = frozenset(
    (
        ".md",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".avif",
        ".svg",
        ".ico",
        ".pdf",
        ".csv",
        ".txt",
    )
)
_LIVELY: Final = re.compile(
    rb"<\s*(script|foreignobject|iframe|use|image|style|!entity)|[\s/\"']on[a-z]+\s*=|javascript:",
    re.IGNORECASE,
)

Attributes = Sequence[tuple[str, str | None]]


def foreign(html: str) -> tuple[str, ...]:
    """Each element, attribute and address that Markdown does not make or that is not safe."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.found)


def harmless(name: str, content: bytes) -> bool:
    """Whether a file beside the pages is a picture or a text; a drawing, one without scripts."""
    ending = PurePosixPath(name.lower()).suffix
    return ending in _FILES and not (ending == ".svg" and _LIVELY.search(content))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            self.found.append(f"<{tag}>")
        else:
            self.found += (f"<{tag} {told}>" for told in _unwanted(tag, attrs))

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data}]>")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}>")


def _unwanted(tag: str, attributes: Attributes) -> Iterator[str]:
    for name, value in attributes:
        if name == "style" and _ALIGNED.fullmatch(value or ""):
            continue
        if name not in _ATTRIBUTES and not name.startswith("aria-"):
            yield name
        elif name in {"href", "src"} and not _leads_well(tag, value or ""):
            yield f'{name}="{value}"'


def _leads_well(tag: str, address: str) -> bool:
    """Whether an address is safe, and that of a picture inside the site."""
    return is_safe(address) and (tag == "a" or is_inside(address))
