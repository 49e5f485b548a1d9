"""What a theme puts around pages of one kind: rendered once, and filled for each further page."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Any, Final

from jinja2 import Environment
from jinja2.runtime import Context
from jinja2.utils import pass_context
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

TEMPLATE: Final = "in-shell.html"
"""A page with this template is rendered here; the theme's own one stands around it."""

_THEMES: Final = "main.html"
_ATTRIBUTES: Final = ("title", "canonical_url", "edit_url", "content")
_META: Final = ("title", "description")
_STANDS_FOR: Final = {  # addresses as such, since a theme makes other ones relative
    name: f"https://claimbook.invalid/{name}/" if "url" in name else f"claimbook{name}claimbook"
    for name in (*_ATTRIBUTES, *_META, "heading")
}
_STANDS_FOR["content"] = f"<h1>{_STANDS_FOR['content']}</h1>"  # a theme adds a heading that lacks
_TOKEN: Final = re.compile(f"({'|'.join(map(re.escape, _STANDS_FOR.values()))})")
_CHANGED: Final = re.compile(r"""[&<>"']|\s\s|^\s|\s$""")  # what a theme may write otherwise


@dataclass
class Shells:
    """The shells of a build, by what the pages of a kind have in common.

    A shell is made of the first page of its kind and filled for the second; where that differs
    from what the theme renders, shells are not used for this kind.
    """

    environment: Environment
    firsts: dict[str, Page] = field(default_factory=dict)
    shells: dict[str, list[str] | None] = field(default_factory=dict)

    def page(self, context: Mapping[str, Any]) -> str:
        """A page as the theme renders it; `context` is that of its template."""
        page = context["page"]
        kind = _kind(page, context)
        if not _is_plain(page) or self.firsts.setdefault(kind, page) is page:
            return self._rendered(context)
        if kind not in self.shells:
            self.shells[kind] = self._proved(self.firsts[kind], context)
        shell = self.shells[kind]
        return _filled(shell, page) if shell else self._rendered(context)

    def _rendered(self, context: Mapping[str, Any]) -> str:
        return self.environment.get_template(_THEMES).render(context)

    def _proved(self, first: Page, context: Mapping[str, Any]) -> list[str] | None:
        shell = _TOKEN.split(self._rendered({**context, "page": _hollow(first)}))
        return shell if _filled(shell, context["page"]) == self._rendered(context) else None


def in_shell_of(shells: Shells) -> Callable[[Context], str]:
    """What templates call for a page in a shell."""

    @pass_context
    def in_shell(context: Context) -> str:
        return shells.page(context.get_all())

    return in_shell


def _kind(page: Page, context: Mapping[str, Any]) -> str:
    """All that a theme may ask of a page, but for what fills a shell."""
    there = [name for name, text in _texts(page).items() if text]
    meta = sorted((name, value) for name, value in page.meta.items() if name not in _META)
    below = [*_entries(page.toc)][1:]
    return repr((context["base_url"], there, meta, page.parent, _first(page).url, below))


def _entries(toc: Iterable[AnchorLink]) -> Iterator[tuple[str, str, int]]:
    for entry in toc:
        yield entry.title, entry.url, entry.level
        yield from _entries(entry.children)


def _hollow(page: Page) -> Page:
    """A page whose texts are tokens."""
    hollow = copy(page)
    hollow.active = True
    hollow.toc = TableOfContents([copy(_first(page))])
    _first(hollow).title = _STANDS_FOR["heading"]
    hollow.meta = {**page.meta, **{name: _STANDS_FOR[name] for name in _META}}
    for name in _ATTRIBUTES:
        if getattr(page, name):
            setattr(hollow, name, _STANDS_FOR[name])
    return hollow


def _filled(shell: list[str], page: Page) -> str:
    texts = {_STANDS_FOR[name]: text or "" for name, text in _texts(page).items()}
    return "".join(texts.get(part, part) for part in shell)


def _texts(page: Page) -> dict[str, str | None]:
    attributes = {name: getattr(page, name) for name in _ATTRIBUTES}
    return {
        **{name: page.meta[name] for name in _META},
        **attributes,
        "heading": _first(page).title,
    }


def _is_plain(page: Page) -> bool:
    """Whether a theme writes the texts of a page as they are."""
    words = "|".join((page.title, page.meta["description"], _first(page).title))
    return "<h1" in (page.content or "") and not _CHANGED.search(words)


def _first(page: Page) -> AnchorLink:
    """The heading of the page itself, below which all others stand."""
    first: AnchorLink = next(iter(page.toc))
    return first
