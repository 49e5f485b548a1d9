"""Ways from a page to a change: the line to edit, and forms with what is known filled in."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimbook.forms import FORMS, Spot, address, spots
from claimbook.model import Claim, Source, Step
from claimbook.pages.book import Book
from claimbook.problems import Place


@dataclass(frozen=True)
class Way:
    """A link to a form: its words and its address."""

    words: str
    address: str


@dataclass(frozen=True)
class Change:
    """How one thing can be changed; `edit` is empty and `forms` are none where no host is named."""

    place: Place
    edit: str
    forms: Sequence[Way]


@dataclass(frozen=True)
class Changes:
    """The ways to change whatever stands on a page."""

    book: Book

    def claim(self, claim: Claim) -> Change:
        """Of a claim."""
        return self._of(spots.of_claim(claim), claim.place)

    def step(self, step: Step) -> Change:
        """Of a step."""
        argument = self.book.argument
        spot = spots.of_step(argument, argument.claims[step.conclusion], step)
        return self._of(spot, step.place)

    def evidence(self, claim: Claim, number: int) -> Change:
        """Of a piece of a claim's evidence, counted from 1."""
        return self._of(spots.of_evidence(claim, number), claim.evidence[number - 1].place)

    def source(self, source: Source) -> Change:
        """Of a source."""
        return self._of(spots.of_source(source), source.place)

    def _of(self, spot: Spot, place: Place) -> Change:
        settings = self.book.settings
        edit = settings.edit.format(file=place.file, line=place.line)
        forms = (Way(form.title, address(settings.issue, form, spot)) for form in FORMS)
        return Change(place, edit, tuple(forms) if settings.issue else ())
