"""Text of people: Markdown with citations, as HTML, as plain words, and what stands in it.

CommonMark without raw HTML. A citation is `[@key]`, `[@key, p. 2]` or `[@a; @b, ch. 3]`.
"""

from claimbook.prose.blocks import Block, Wish, blocks, replaced
from claimbook.prose.citing import Anchor, Citation, Cite
from claimbook.prose.finding import Found, citations, links, pictures, raw_html
from claimbook.prose.markdown import is_inside, is_safe
from claimbook.prose.rendering import to_html, to_inline_html, to_plain

__all__ = [
    "Anchor",
    "Block",
    "Citation",
    "Cite",
    "Found",
    "Wish",
    "blocks",
    "citations",
    "is_inside",
    "is_safe",
    "links",
    "pictures",
    "raw_html",
    "replaced",
    "to_html",
    "to_inline_html",
    "to_plain",
]
