"""What stands in a text, each with its place: citations, links and raw HTML."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TypeAlias

from markdown_it import MarkdownIt, rules_inline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from claimbook.model import Text
from claimbook.problems import Place
from claimbook.prose.citing import Citation, cited
from claimbook.prose.markdown import Lenient, markdown

_Rule: TypeAlias = Callable[[StateInline, bool], bool]


@dataclass(frozen=True)
class Found:
    """The address of a link, or a piece of raw HTML, and its place."""

    value: str
    place: Place


def citations(text: Text) -> Iterator[Citation]:
    """The citations in a text, outside code."""
    if "[@" in text:
        for token, offset in _tokens(_reader(), text, "citation"):
            yield from cited(token.content, text, offset + 1)


def links(text: Text) -> Iterator[Found]:
    """The addresses of links and images in a text, safe or not."""
    if "](" in text or "]:" in text or "<" in text:
        for token, offset in _tokens(_reader(), text, "link_open", "image"):
            address = token.attrGet("href") or token.attrGet("src") or ""
            yield Found(str(address), text.place_at(offset))


def pictures(text: Text) -> Iterator[Found]:
    """The addresses of images in a text, safe or not."""
    if "![" in text:
        for token, offset in _tokens(_reader(), text, "image"):
            yield Found(str(token.attrGet("src") or ""), text.place_at(offset))


def raw_html(text: Text) -> Iterator[Found]:
    """The HTML tags, comments and blocks in a text, outside code."""
    if "<" in text:
        for token, offset in _tokens(_html_reader(), text, "html_inline", "html_block"):
            yield Found(token.content.strip(), text.place_at(offset))


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


def _tokens(markdown: MarkdownIt, text: Text, *types: str) -> Iterator[tuple[Token, int]]:
    """The tokens of some types, each with its offset in the text."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for block in markdown.parse(text):
        first = block.map[0] if block.map else 0
        if block.type in types:
            yield block, starts[first]
        for token in block.children or ():
            if token.type in types:
                row, column = _position(block.content, token.meta["offset"], lines[first:])
                yield token, starts[first + row] + column


def _position(content: str, offset: int, lines: list[str]) -> tuple[int, int]:
    """Row and column among `lines` of an offset in the content of a block, less its markers."""
    before = content[:offset].split("\n")
    row = len(before) - 1
    return row, max(lines[row].find(content.split("\n")[row]), 0) + len(before[-1])
