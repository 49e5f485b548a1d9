"""What a file of a site points at, and what can be pointed at in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

_ANCHORS = frozenset({"a", "area"})
_HREFS = frozenset({"href", "xlink:href"})
_LOADED = frozenset({"background", "data", "poster", "src"})
_SENT = frozenset({"action", "formaction"})
_SETS = frozenset({"imagesrcset", "srcset"})
_STYLES = frozenset(
    {"clip-path", "cursor", "fill", "filter", "marker-end", "marker-mid", "marker-start"}
    | {"mask", "stroke", "style"}
)
_RELATIONS_TO_FOLLOW = frozenset(
    {"alternate", "author", "canonical", "cite-as", "help", "license", "me", "next", "prev"}
)
_IN_STYLE = re.compile(
    r"""(?:url\(\s*|@import\s+)(?:"([^"]*)"|'([^']*)'|([^)\s;]*))""", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SCRIPT = re.compile(r"(<script\b[^>]*>).*?(?=</script)", re.DOTALL)
_UNLIKE_TAGS = re.compile(rb"<(?:style|textarea|SCRIPT)")
_TAG = re.compile(r"""<([a-zA-Z][^\s/>]*)\s([^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_REFRESH = re.compile(r"""[\d.]+[;,\s]\s*url\s*=\s*["']?([^"']+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as it is written; `loaded` where a browser fetches it without being asked."""

    address: str
    line: int
    column: int
    loaded: bool


@dataclass(frozen=True, slots=True)
class Markup:
    """The references of a file, in its order, and the fragments that it offers."""

    references: tuple[Reference, ...] = ()
    fragments: frozenset[str] = frozenset()


def read(name: str, content: bytes) -> Markup:
    """Read an HTML, SVG or CSS file; files of other kinds point at nothing."""
    text = content.decode("utf-8", errors="replace")
    if name.endswith((".html", ".svg")):
        return _read_tags(text)
    if name.endswith(".css"):
        return _read_rules(text)
    return Markup()


def survey(name: str, content: bytes) -> Markup:
    """What `read` finds, each reference once and without its place, in a fraction of the time.

    Exact for well-formed HTML. Other files, and pages with styles in them, are read in full.
    """
    if not name.endswith(".html") or _UNLIKE_TAGS.search(content):
        return read(name, content)
    text = _SCRIPT.sub(r"\1", _COMMENT.sub("", content.decode("utf-8", errors="replace")))
    addresses: set[tuple[str, bool]] = set()
    fragments: set[str] = set()
    for tag, inside in _TAG.findall(text):
        attributes = {n.lower(): unescape(v or w or x) for n, v, w, x in _ATTRIBUTE.findall(inside)}
        addresses.update(_addresses(tag.lower(), attributes))
        fragments.update(_fragments(tag.lower(), attributes))
    references = (Reference(address.strip(), 1, 1, loaded) for address, loaded in addresses)
    return Markup(tuple(references), frozenset(fragments))


def _read_tags(text: str) -> Markup:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Markup(tuple(reader.references), frozenset(reader.fragments))


def _read_rules(text: str) -> Markup:
    return Markup(
        tuple(
            Reference(address, number, column, loaded=True)
            for number, line in enumerate(text.split("\n"), 1)
            for address, column in _in_style(line)
        )
    )


class _Reader(HTMLParser):
    """Collects references and fragments while the parser walks through the tags."""

    def __init__(self) -> None:
        super().__init__()
        self.references: list[Reference] = []
        self.fragments: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.fragments.update(_fragments(tag, attributes))
        for address, loaded in _addresses(tag, attributes):
            self._add(address, loaded=loaded)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            for address, _ in _in_style(data):
                self._add(address, loaded=True)

    def _add(self, address: str, *, loaded: bool) -> None:
        line, offset = self.getpos()
        self.references.append(Reference(address.strip(), line, offset + 1, loaded))


def _fragments(tag: str, attributes: Mapping[str, str]) -> set[str]:
    names = ("id", "name") if tag == "a" else ("id",)
    return {attributes[name] for name in names if name in attributes}


def _addresses(tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    for name, value in attributes.items():
        if name in _HREFS:
            yield value, _is_loaded(tag, attributes)
        elif name in _LOADED or name in _SENT:
            yield value, name in _LOADED
        elif name in _SETS:
            yield from ((candidate.split()[0], True) for candidate in _candidates(value))
        elif name in _STYLES:
            yield from ((address, True) for address, _ in _in_style(value))
        elif tag == "meta" and (refresh := _REFRESH.match(value)):
            yield refresh[1], False


def _is_loaded(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag == "link":
        return _RELATIONS_TO_FOLLOW.isdisjoint(attributes.get("rel", "").lower().split())
    return tag not in _ANCHORS


def _candidates(images: str) -> Iterator[str]:
    return filter(None, map(str.strip, re.split(r",(?:\s+|$)", images)))


def _in_style(text: str) -> Iterator[tuple[str, int]]:
    for found in _IN_STYLE.finditer(text):
        yield next(filter(None, found.groups()), ""), found.start() + 1
