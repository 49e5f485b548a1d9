"""Text of people: Markdown with citations, as HTML, as plain words, and what stands in it.

CommonMark without raw HTML. A citation is `[@key]`, `[@key, p. 2]` or `[@a; @b, ch. 3]`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import accumulate
from typing import Final, TypeAlias

from markdown_it import MarkdownIt, rules_inline
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from claimbook.model import Text
from claimbook.problems import Place

SCHEMES: Final = frozenset({"http", "https", "mailto"})

_CITATION = re.compile(r"\[(@[^\[\]]+)\](?!\()")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_NOWHERE = Text("", Place(""))

_Rule: TypeAlias = Callable[[StateInline, bool], bool]


@dataclass(frozen=True)
class Citation:
    """A source's key, where in the source to look, and where the citation stands."""

    key: str
    locator: str
    place: Place


@dataclass(frozen=True)
class Found:
    """The address of a link, or a piece of raw HTML, and its place."""

    value: str
    place: Place


Cite: TypeAlias = Callable[[Citation], tuple[str, str]]
"""The address of a citation, empty for none, and its label; both are escaped afterwards."""


def to_html(text: str, cite: Cite) -> str:
    """The text as HTML paragraphs and other blocks."""
    return str(_writer().render(text, {"cite": cite}))


def to_inline_html(text: str, cite: Cite) -> str:
    """A text of one paragraph as HTML without a block around it."""
    return str(_writer().renderInline(text, {"cite": cite}))


def to_plain(text: str) -> str:
    """The words of the text on one line, without markup and citations."""
    words = ""
    for block in _writer().parse(text):
        words += block.content if block.type in {"fence", "code_block"} else " "
        for token in block.children or ():
            words = words.rstrip() if token.type == "citation" else words + _words(token)
    return " ".join(words.split())


def citations(text: Text) -> Iterator[Citation]:
    """The citations in a text, outside code."""
    if "[@" in text:
        for token, offset in _placed(_reader(), text, "citation"):
            yield from _cited(token.content, text, offset + 1)


def links(text: Text) -> Iterator[Found]:
    """The addresses of links and images in a text, safe or not."""
    if "](" in text or "]:" in text or "<" in text:
        for token, offset in _placed(_reader(), text, "link_open", "image"):
            address = token.attrGet("href") or token.attrGet("src") or ""
            yield Found(str(address), text.place_at(offset))


def raw_html(text: Text) -> Iterator[Found]:
    """The HTML tags, comments and blocks in a text, outside code."""
    if "<" in text:
        for token, offset in _placed(_html_reader(), text, "html_inline", "html_block"):
            yield Found(token.content.strip(), text.place_at(offset))


def is_safe(address: str) -> bool:
    """Whether a link may lead there: into the site, to the web or to a mailbox."""
    scheme = _SCHEME.match(address)
    return scheme[1].lower() in SCHEMES if scheme else not address.strip().startswith("//")


class _Writer(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 -- the library's name
        return is_safe(url)


class _Reader(MarkdownIt):
    """Sees links that are not safe, so that they can be named."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 -- the library's name
        return True


@cache
def _writer() -> MarkdownIt:
    return _with_citations(_Writer("commonmark", {"html": False}))


@cache
def _reader() -> MarkdownIt:
    return _with_places(_with_citations(_Reader("commonmark", {"html": False})))


@cache
def _html_reader() -> MarkdownIt:
    return _with_places(_Reader("commonmark", {"html": True}))


def _with_citations(markdown: MarkdownIt) -> MarkdownIt:
    markdown.inline.ruler.before("link", "citation", _citation)
    markdown.add_render_rule("citation", _render_citation)
    return markdown


def _citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- the library's form
    found = _CITATION.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("citation", "span", 0)
        token.content, token.meta = found[1], {"offset": state.pos}
    state.pos = found.end()
    return True


def _render_citation(
    _: RendererProtocol, tokens: Sequence[Token], index: int, __: OptionsDict, env: EnvType
) -> str:
    cited = _cited(tokens[index].content, _NOWHERE, 0)
    return f'<span class="citation">({"; ".join(_anchor(*env["cite"](c)) for c in cited)})</span>'


def _anchor(address: str, label: str) -> str:
    return f'<a href="{escape(address)}">{escape(label)}</a>' if address else escape(label)


def _cited(content: str, text: Text, offset: int) -> Iterator[Citation]:
    """The citations between a pair of brackets; the content begins at `offset` of `text`."""
    for part in content.split(";"):
        key, _, locator = part.strip().removeprefix("@").partition(",")
        start = offset + part.index(key)
        yield Citation(key.strip(), locator.strip(), text.place_at(start))
        offset += len(part) + 1


def _words(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return "".join(map(_words, token.children)) if token.children else token.content


def _with_places(markdown: MarkdownIt) -> MarkdownIt:
    """Lets tokens of links, images and HTML say where in their block they begin."""
    for name in ("link", "image", "autolink", "html_inline"):
        markdown.inline.ruler.at(name, _placing(getattr(rules_inline, name)))
    return markdown


def _placing(rule: _Rule) -> _Rule:
    def placing(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- the library's form
        start, count = state.pos, len(state.tokens)
        matched = rule(state, silent)
        new = (token for token in state.tokens[count:] if token.type != "text")
        if matched and (token := next(new, None)):
            token.meta["offset"] = start
        return matched

    return placing


def _placed(markdown: MarkdownIt, text: Text, *types: str) -> Iterator[tuple[Token, int]]:
    """The tokens of some types, each with its offset in the text."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for block in markdown.parse(text):
        first = block.map[0] if block.map else 0
        if block.type in types:
            yield block, starts[first]
        for token in block.children or ():
            if token.type in types:
                before = block.content[: token.meta["offset"]].split("\n")
                line = first + len(before) - 1
                content = block.content.split("\n")[len(before) - 1]
                yield token, starts[line] + max(lines[line].find(content), 0) + len(before[-1])
