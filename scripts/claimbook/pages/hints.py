"""What a page explains beside its words: terms of the glossary, and sources with their findings."""

from dataclasses import dataclass
from typing import Final

from claimbook.model import Evidence, Source
from claimbook.pages.book import Book
from claimbook.pages.glossary import Term
from claimbook.pages.words import slug
from claimbook.reason.verdict import Status

_STATUSES: Final = tuple(slug(status) for status in Status)


@dataclass(frozen=True)
class SourceHint:
    """A source, the findings of it that matter here, and how many more there are elsewhere."""

    id: str
    source: Source
    findings: tuple[Evidence, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class TermHint:
    """A term of the glossary."""

    id: str
    term: Term


Hint = SourceHint | TermHint


class Hints:
    """The hints of one page, gathered while it is filled; a page that is `silent` has none."""

    def __init__(self, book: Book, *, silent: bool = False) -> None:
        self._book, self._silent = book, silent
        self._found: dict[str, Hint] = {}
        self._named: set[str] = set()

    @property
    def found(self) -> tuple[Hint, ...]:
        """Every hint that something on the page asks for, in order."""
        return tuple(self._found.values())

    def term(self, id_: str) -> str:
        """The id of the hint on a term where the page first uses it; empty from then on."""
        if self._silent or id_ in self._named or id_ not in self._book.terms:
            return ""
        self._named.add(id_)
        return self._explain(id_)

    def status(self, id_: str) -> str:
        """As `term`, for a word that a reader who weighs can turn into any other status."""
        found = self.term(id_)
        for status in _STATUSES if found else ():
            self._explain(status)
        return found

    def source(self, key: str, claim: str = "", *, findings: bool = True) -> str:
        """The id of the hint on a source, with what it found for a claim or, without one, first."""
        if self._silent:
            return ""
        every = self._book.findings[key] if findings else ()
        bearing = tuple(piece for id_, piece in every if id_ == claim)
        shown = bearing or tuple(piece for _, piece in every[:1])
        which = claim if bearing else "first" if shown else "alone"
        source = self._book.argument.sources[key]
        return self._kept(SourceHint(f"{key}-{which}", source, shown, len(every) - len(shown)))

    def _explain(self, id_: str) -> str:
        if id_ not in self._book.terms:
            return ""
        return self._kept(TermHint(f"term-{id_}", self._book.terms[id_]))

    def _kept(self, hint: Hint) -> str:
        self._found.setdefault(hint.id, hint)
        return hint.id
