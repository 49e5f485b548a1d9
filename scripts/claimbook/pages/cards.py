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
from claimbook.reason.weight import weigh

Painter = Callable[[], bytes]
"""Gives a PNG."""


def cards(book: Book, colours: Mapping[str, str]) -> Iterator[tuple[str, Painter]]:
    """The path of the picture of the map, of each section and of each claim; how it is made."""
    paper = Paper(colours)
    easel = _Easel(book, overview(book.graph), paper)
    yield picture(address.HOME), partial(easel.paint, _home(book))
    for section in book.argument.sections:
        easel = _Easel(book, of_section(book.graph, section), paper)
        yield picture(address.section(section.id)), partial(easel.paint, _section(book, section))
        for claim in section.claims:
            yield picture(address.claim(claim.id)), partial(easel.paint, _claim(book, claim))


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
    counts = words.weight(weigh(book.argument, [claim])).partition(" · ")[0]
    facts = (
        f"{words.VOICES[claim.voice]} · {section.title}",
        verdict.status.capitalize(),
        counts,
    )
    return Card(book.argument.title, prose.to_plain(claim.statement), facts, claim.id)
