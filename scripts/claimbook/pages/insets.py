"""Parts of the map inside hand-written pages, each where a fenced block asks for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

from markupsafe import Markup

from claimbook.draw import Map, around, of_section, overview
from claimbook.model import Argument, Claim, Document
from claimbook.pages import address
from claimbook.pages.book import Book
from claimbook.pages.maps import view
from claimbook.pages.render import Links, fill
from claimbook.prose import Wish, blocks


@dataclass(frozen=True)
class Inset:
    """What stands in the place of a wish: HTML without a blank line, and the maps in it.

    Each key of `maps` (a comment in `html`) stands for an SVG, as in a `Page`.
    """

    html: str
    maps: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def drawn(self) -> str:
        """The HTML with its maps."""
        html = self.html
        for placeholder, svg in self.maps.items():
            html = html.replace(placeholder, svg)
        return html


def insets(book: Book) -> Iterator[tuple[str, Mapping[str, Inset]]]:
    """For the path of each hand-written page with a block: what each wish in it, by key, shows."""
    for document in book.argument.documents:
        found = chain.from_iterable(block.wishes for block in blocks(document.text))
        wishes = {wish.key: wish for wish in found}
        if wishes:
            numbered = enumerate(wishes.items(), 1)
            yield _path(document), {k: _inset(book, document, w, n) for n, (k, w) in numbered}


def _inset(book: Book, document: Document, wish: Wish, number: int) -> Inset:
    here = _path(document)
    if wish.what == "claim":
        claim = _claim(book.argument, wish.name)
        return Inset(fill("inset-claim.html", book, Links(here), claim=claim))
    map_, title, path = _map(book, wish.name)
    drawn = view(book, here, map_, title, prefix=f"map-{number}")
    placeholder = Markup("<!-- claimbook:map-{} -->").format(number)
    html = fill("inset-map.html", book, Links(here), view=drawn, placeholder=placeholder, path=path)
    return Inset(html, {placeholder: drawn.svg})


def _map(book: Book, name: str) -> tuple[Map, str, str]:
    """The map of a section, around a claim, or of the whole at a glance; its title; its page."""
    if not name:
        return overview(book.graph), "The argument at a glance", address.MAP
    sections = {section.id: section for section in book.argument.sections}
    if name in sections:
        section = sections[name]
        return of_section(book.graph, section), section.title, address.section(name)
    claim = _claim(book.argument, name)
    return around(book.graph, claim.id), f"Map around: {claim.label}", address.claim(claim.id)


def _claim(argument: Argument, name: str) -> Claim:
    """The claim of that id or former id."""
    former = {str(alias): claim for claim in argument.claims.values() for alias in claim.aliases}
    return argument.claims.get(name) or former[name]


def _path(document: Document) -> str:
    return address.by_hand(document.file)
