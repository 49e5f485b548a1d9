"""A page of the site, as a value: what stands on it and what it is called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from typing import Final

_HEADING: Final = re.compile("<(h[123]) .*?</\\1>", re.DOTALL)
_PLACEHOLDER: Final = re.compile("<!-- claimbook:.*? -->")
_ID: Final = re.compile(r'<[^<>]*\sid="([^"]+)"')


@dataclass(frozen=True)
class Heading:
    """A heading that can be linked to: the fragment without `#`, the words, the level (1 to 3).

    A heading's `data-short` stands for its words in a table of contents.
    """

    id: str
    title: str
    level: int


@dataclass(frozen=True)
class Page:
    """One page. `path` is its file in Markdown terms, such as `claims/x.md`.

    `body` is finished HTML, in which each key of `maps` and `charts` (a comment) stands for an
    SVG. `listed` says whether the page stands in the navigation, `searched` whether a search is
    to find it, `name` what it is called there if not by its title, and `found` by which words
    beside name and description. `head` is HTML for the head of the document: what machines that
    share or cite it read. `files` are the texts by their paths that belong to the page.
    """

    path: str
    title: str
    description: str
    body: str
    maps: Mapping[str, str] = field(default_factory=dict)
    charts: Mapping[str, str] = field(default_factory=dict)
    listed: bool = False
    searched: bool = True
    name: str = ""
    found: tuple[str, ...] = ()
    head: str = ""
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def html(self) -> str:
        """The body with its maps and charts drawn."""
        return self.with_maps(self.body)

    def with_maps(self, html: str) -> str:
        """HTML in which this page's body stands, with the maps and charts drawn."""
        drawings = {**self.maps, **self.charts}
        return _PLACEHOLDER.sub(lambda found: drawings.get(found[0], found[0]), html)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of level 1 to 3 that carry an id, in order."""
        reader = _HeadingReader()
        for heading in _HEADING.finditer(self.body):  # to read whole pages takes a second a hundred
            reader.feed(heading[0])
        return tuple(reader.headings)

    @cached_property
    def ids(self) -> frozenset[str]:
        """What can be linked to in the body."""
        return frozenset(_ID.findall(self.body))


class _HeadingReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.headings: list[Heading] = []
        self._open: tuple[str, str] | None = None
        self._short: str | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"h1", "h2", "h3"} and (fragment := given.get("id")):
            self._open, self._short, self._words = (tag, fragment), given.get("data-short"), []

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == self._open[0]:
            title = self._short or " ".join("".join(self._words).split())
            self.headings.append(Heading(self._open[1], title, int(tag[1])))
            self._open = None
