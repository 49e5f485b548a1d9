"""How to read a map: a tiny argument of its own, drawn as every other, and weighed in some ways."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from markupsafe import Markup

from claimbook.draw import of_section, render
from claimbook.model import Argument
from claimbook.pages.book import Book
from claimbook.pages.glossary import PAGE as GLOSSARY
from claimbook.pages.render import Links
from claimbook.read import load
from claimbook.reason.graph import Graph
from claimbook.reason.verdict import Verdict, verdicts

WEIGHINGS: Final = {
    "As it stands": frozenset[str](),
    "Without the answer": frozenset({"reply"}),
    "Without the reason": frozenset({"premise"}),
}

_FILES: Final = {
    "claims/map.yml": "map.yml",
    "claims/bridge.yml": "bridge.yml",
    "references.bib": "references.bib",
}


@dataclass(frozen=True)
class Weighing:
    """One way to weigh the tiny argument: its name, what becomes of the thesis, and the map."""

    words: str
    thesis: str
    verdict: Verdict
    placeholder: Markup
    svg: str


@cache
def example() -> Argument:
    """The tiny argument."""
    folder = files("claimbook.pages.legend")
    return load({path: (folder / name).read_bytes() for path, name in _FILES.items()}).argument


def legend(book: Book, path: str) -> tuple[Weighing, ...]:
    """The legend on the page at `path`: its boxes lead to the glossary, where the site has one."""
    return tuple(_weighing(book, path, n, words) for n, words in enumerate(WEIGHINGS))


def _weighing(book: Book, path: str, number: int, words: str) -> Weighing:
    argument = example()
    found = verdicts(argument, rejected=WEIGHINGS[words])
    svg = render(
        of_section(Graph(argument), argument.sections[0]),
        found,
        lambda term: Links(path)(GLOSSARY, term) if term in book.terms else "#how-to-read",
        prefix=f"legend-{number}",
    )
    placeholder = Markup("<!-- claimbook:legend-{} -->").format(number)
    thesis = argument.claims[argument.thesis].statement
    return Weighing(words, thesis, found[argument.thesis], placeholder, svg)
