"""Which paragraph of the annotated text is mapped by which claims."""

from dataclasses import dataclass

from claimbook.model import Argument, Claim, Section


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, counted from 1 in its section and in the whole text, and its claims.

    `gist` summarises it in our own words; `skipped` says why a paragraph holds no claim.
    """

    section: Section
    number: int
    position: int
    claims: tuple[Claim, ...]
    gist: str | None
    skipped: str | None

    @property
    def heading(self) -> str | None:
        """The heading that stands over this paragraph, where one does."""
        return self.section.headings.get(self.number)


def coverage(argument: Argument) -> tuple[Paragraph, ...]:
    """Every paragraph of the text, in order."""
    numbered = ((s, n) for s in argument.sections for n in range(1, s.paragraphs + 1))
    return tuple(_paragraph(s, n, position) for position, (s, n) in enumerate(numbered, start=1))


def _paragraph(section: Section, number: int, position: int) -> Paragraph:
    claims = tuple(claim for claim in section.claims if number in claim.paragraphs)
    gist = section.gists[number - 1] if number <= len(section.gists) else None
    return Paragraph(section, number, position, claims, gist, section.skipped.get(number))
