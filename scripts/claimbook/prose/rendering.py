"""Markdown -> HTML, or the words in it."""

from collections.abc import Sequence
from functools import cache, lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from claimbook.prose.citing import Cite
from claimbook.prose.markdown import Strict, is_inside, markdown


def to_html(text: str, cite: Cite) -> str:
    """The text as HTML paragraphs and other blocks."""
    return str(_markdown().render(text, {"cite": cite}))


def to_inline_html(text: str, cite: Cite) -> str:
    """A text of one paragraph as HTML without a block around it."""
    return str(_markdown().renderInline(text, {"cite": cite}))


@lru_cache(maxsize=1 << 16)
def to_plain(text: str) -> str:
    """The words of the text on one line, without markup and citations."""
    words = ""
    for block in _markdown().parse(text):
        words += block.content if block.type in {"fence", "code_block"} else " "
        for token in block.children or ():
            words = words.rstrip() if token.type == "citation" else words + _words(token)
    return " ".join(words.split())


@cache
def _markdown() -> MarkdownIt:
    strict = markdown(Strict)
    strict.add_render_rule("image", _picture)
    return strict


def _picture(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """A picture of the site's own; of any other only the words that stand for it."""
    if is_inside(str(tokens[index].attrGet("src") or "")):
        return renderer.image(tokens, index, options, env)
    return escape(tokens[index].content)


def _words(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return "".join(map(_words, token.children)) if token.children else token.content
