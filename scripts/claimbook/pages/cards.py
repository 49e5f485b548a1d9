"""The pictures that stand for pages where they are shared, as files of the site."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from claimbook import prose
from claimbook.draw import Map, of_section, overview
from claimbook.model import Claim, Section
from claimbook.pages import address, words
from claimbook.pages.book import Book
from claimbook.pages.maps import shown
from claimbook.pages.share import picture
from claimbook.preview import Card, Miniature, Paper, miniature, paint

Painter = Callable[[], Mapping[str, bytes]]
"""Gives PNGs by their paths."""


def cards(book: Book, colours: Mapping[str, str]) -> Iterator[tuple[str, Painter]]:
    """How the pictures are made: of the whole, and for each section its own and its claims'.

    Each of these has a map in common, and a name.
    """
    paper = Paper(colours)
    yield "whole", partial(_of_whole, book, paper)
    for section in book.argument.sections:
        yield f"section {section.id}", partial(_of_section, book, section, paper)


def _of_whole(book: Book, paper: Paper) -> Mapping[str, bytes]:
    easel = _Easel(book, overview(book.graph), paper)
    return {picture(address.HOME): easel.paint(_home(book))}


def _of_section(book: Book, section: Section, paper: Paper) -> Mapping[str, bytes]:
    easel = _Easel(book, of_section(book.graph, section), paper)
    own = {picture(address.section(section.id)): easel.paint(_section(book, section))}
    claims = section.claims
    return own | {picture(address.claim(c.id)): easel.paint(_claim(book, c)) for c in claims}


@dataclass(frozen=True)
class _Easel:
    """Where cards with the same map are painted."""

    book: Book
    map: Map
    paper: Paper

    def paint(self, card: Card) -> bytes:
        """The PNG of a card, painted now or before."""
        return self.book.keep(f"{card} {self._shown}", lambda: paint(card, self._small, self.paper))

    @cached_property
    def _small(self) -> Miniature:
        return miniature(self.map, self.book.verdicts, self.paper)

    @cached_property
    def _shown(self) -> str:
        return f"{self.paper} {shown(self.book, self.map)}"


def _home(book: Book) -> Card:
    claims, sources = len(book.argument.claims), len(book.sources)
    facts = (f"{claims} claims, {sources} sources", "What speaks for and against each")
    return Card("An argument map", book.argument.title, facts)


def _section(book: Book, section: Section) -> Card:
    question = prose.to_plain(section.question)
    fact = f"{section.title} · {len(section.claims)} claims"
    return Card(book.argument.title, question, (fact,))


def _claim(book: Book, claim: Claim) -> Card:
    section = book.argument.section_of(claim)
    verdict = book.verdicts[claim.id]
    counts = words.weight(book.graph.weights[claim.id]).partition(" · ")[0]
    facts = (
        f"{words.VOICES[claim.voice]} · {section.title}",
        verdict.status.capitalize(),
        counts,
    )
    return Card(book.argument.title, prose.to_plain(claim.statement), facts, claim.id)
