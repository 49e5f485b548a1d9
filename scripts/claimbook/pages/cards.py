"""The pictures that stand for pages where they are shared, as files of the site."""

from collections.abc import Iterator, Mapping

from claimbook import prose
from claimbook.draw import of_section, overview
from claimbook.model import Claim, Section
from claimbook.pages import address, words
from claimbook.pages.book import Book
from claimbook.pages.share import picture
from claimbook.preview import Card, Paper, miniature, paint
from claimbook.reason.weight import weigh


def cards(book: Book, colours: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The path and the PNG of the picture of the map, of each section and of each claim."""
    paper = Paper(colours)
    map_ = miniature(overview(book.graph), book.verdicts, paper)
    yield picture(address.HOME), paint(_home(book), map_, paper)
    for section in book.argument.sections:
        map_ = miniature(of_section(book.graph, section), book.verdicts, paper)
        yield picture(address.section(section.id)), paint(_section(book, section), map_, paper)
        for claim in section.claims:
            yield picture(address.claim(claim.id)), paint(_claim(book, claim), map_, paper)


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
