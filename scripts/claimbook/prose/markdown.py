"""Markdown without raw HTML, and which links it lets through."""

import re
from typing import Final

from markdown_it import MarkdownIt

from claimbook.prose.citing import with_citations

SCHEMES: Final = frozenset({"http", "https", "mailto"})

_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")


class Strict(MarkdownIt):
    """Prints links that are not safe as text."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 -- the library's name
        """Whether a link is one."""
        return is_safe(url)


class Lenient(MarkdownIt):
    """Sees links that are not safe as links, so that they can be named."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 -- the library's name
        """Every link is one."""
        return True


def markdown(kind: type[MarkdownIt], *, html: bool = False) -> MarkdownIt:
    """CommonMark with citations; with `html`, tags are told apart from text."""
    return with_citations(kind("commonmark", {"html": html}))


def is_inside(address: str) -> bool:
    """Whether a picture at an address is one of the site's own."""
    return not _SCHEME.match(address) and not address.strip().startswith(("//", "/\\", "\\"))


def is_safe(address: str) -> bool:
    """Whether a link may lead there: into the site, to the web or to a mailbox."""
    scheme = _SCHEME.match(address)
    return scheme[1].lower() in SCHEMES if scheme else not address.strip().startswith("//")
