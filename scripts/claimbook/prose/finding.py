"""What stands in a text, each with its place: citations, links and raw HTML."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final, NamedTuple, TypeAlias

from markdown_it import MarkdownIt, rules_inline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from claimbook.model import Text
from claimbook.problems import Place
from claimbook.prose.citing import Citation, cited
from claimbook.prose.markdown import Lenient, markdown

_TEXTS: Final = 1 << 14  # kept as they were parsed: several rules ask for each, run for run
_TYPES: Final = frozenset({"citation", "link_open", "image", "html_inline", "html_block"})

_Rule: TypeAlias = Callable[[StateInline, bool], bool]


@dataclass(frozen=True)
class Found:
    """The address of a link, or a piece of raw HTML, and its place."""

    value: str
    place: Place


def citations(text: Text) -> Iterator[Citation]:
    """The citations in a text, outside code."""
    if "[@" in text:
        for part in _parts(str(text)):
            if part.type == "citation":
                yield from cited(part.content, text, part.offset + 1)


def links(text: Text) -> Iterator[Found]:
    """The addresses of links and images in a text, safe or not."""
    if "](" in text or "]:" in text or "<" in text:
        yield from _found(text, _parts(str(text)), "link_open", "image")


def pictures(text: Text) -> Iterator[Found]:
    """The addresses of images in a text, safe or not."""
    if "![" in text:
        yield from _found(text, _parts(str(text)), "image")


def raw_html(text: Text) -> Iterator[Found]:
    """The HTML tags, comments and blocks in a text, outside code."""
    if "<" in text:
        yield from _found(text, _parts_with_html(str(text)), "html_inline", "html_block")


class _Part(NamedTuple):
    """What a text is asked for: its type, address or content, and where in the text it begins."""

    type: str
    content: str
    offset: int


def _found(text: Text, parts: Iterable[_Part], *types: str) -> Iterator[Found]:
    for part in parts:
        if part.type in types:
            yield Found(part.content, text.place_at(part.offset))


@lru_cache(maxsize=_TEXTS)
def _parts(text: str) -> tuple[_Part, ...]:
    return tuple(_read(_reader(), text))


@lru_cache(maxsize=_TEXTS)
def _parts_with_html(text: str) -> tuple[_Part, ...]:
    return tuple(_read(_html_reader(), text))


@cache
def _reader() -> MarkdownIt:
    return _with_offsets(markdown(Lenient))


@cache
def _html_reader() -> MarkdownIt:
    return _with_offsets(markdown(Lenient, html=True))


def _with_offsets(markdown: MarkdownIt) -> MarkdownIt:
    """Lets tokens of links, images and HTML say where in their block they begin."""
    for name in ("link", "image", "autolink", "html_inline"):
        markdown.inline.ruler.at(name, _with_offset(getattr(rules_inline, name)))
    return markdown


def _with_offset(rule: _Rule) -> _Rule:
    def parse(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- the library's form
        start, count = state.pos, len(state.tokens)
        matched = rule(state, silent)
        new = (token for token in state.tokens[count:] if token.type != "text")
        if matched and (token := next(new, None)):
            token.meta["offset"] = start
        return matched

    return parse


def _read(markdown: MarkdownIt, text: str) -> Iterator[_Part]:
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for block in markdown.parse(text):
        first = block.map[0] if block.map else 0
        if block.type in _TYPES:
            yield _Part(block.type, _content(block), starts[first])
        for token in block.children or ():
            if token.type in _TYPES:
                row, column = _position(block.content, token.meta["offset"], lines[first:])
                yield _Part(token.type, _content(token), starts[first + row] + column)


def _content(token: Token) -> str:
    if token.type in {"link_open", "image"}:
        return str(token.attrGet("href") or token.attrGet("src") or "")
    return token.content if token.type == "citation" else token.content.strip()


def _position(content: str, offset: int, lines: list[str]) -> tuple[int, int]:
    """Row and column among `lines` of an offset in the content of a block, less its markers."""
    before = content[:offset].split("\n")
    row = len(before) - 1
    return row, max(lines[row].find(content.split("\n")[row]), 0) + len(before[-1])
