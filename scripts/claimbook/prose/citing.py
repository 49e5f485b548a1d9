"""Citations as a part of Markdown."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from claimbook.model import Text
from claimbook.problems import Place

_CITATION = re.compile(r"\[(@[^\[\]]+)\](?!\()")
_NOWHERE = Text("", Place(""))


@dataclass(frozen=True)
class Citation:
    """A source's key, where in the source to look, and where the citation stands."""

    key: str
    locator: str
    place: Place


class Anchor(NamedTuple):
    """A citation as a link: its address, its words, the id of what describes it; not yet escaped.

    The address, and the id, may be empty.
    """

    address: str
    label: str
    description: str = ""


Cite: TypeAlias = Callable[[Citation], Anchor]


def with_citations(markdown: MarkdownIt) -> MarkdownIt:
    """Markdown with citations, printed by the function under `cite` in its environment."""
    markdown.inline.ruler.before("link", "citation", _parse)
    markdown.add_render_rule("citation", _render)
    return markdown


def cited(content: str, text: Text, offset: int) -> Iterator[Citation]:
    """The citations between a pair of brackets, whose content begins at `offset` of `text`."""
    for part in content.split(";"):
        name, _, locator = part.strip().removeprefix("@").partition(",")
        key = name.strip()
        yield Citation(key, locator.strip(), text.place_at(offset + part.index(key)))
        offset += len(part) + 1


def _parse(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- the library's form
    found = _CITATION.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("citation", "span", 0)
        token.content, token.meta = found[1], {"offset": state.pos}
    state.pos = found.end()
    return True


def _render(
    _: RendererProtocol, tokens: Sequence[Token], index: int, __: OptionsDict, env: EnvType
) -> str:
    citations = cited(tokens[index].content, _NOWHERE, 0)
    anchors = "; ".join(_html(env["cite"](citation)) for citation in citations)
    return f'<span class="citation">({anchors})</span>'


def _html(anchor: Anchor) -> str:
    address, label, description = map(escape, anchor)
    if not address:
        return label
    described = f' aria-describedby="{description}"' if description else ""
    return f'<a href="{address}"{described}>{label}</a>'
